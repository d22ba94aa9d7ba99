"""What the form of a file consists of: sections with fields. Descriptions only; `ui/writing/editors.py` makes the widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from ui.writing.sheet import Path, Sheet

FieldKind = Literal[
    "line", "text", "number", "choice", "truth", "texts", "wordings", "needs", "signals", "pairs", "name", "group", "items"
]
Pairs = tuple[tuple[str, str], ...]
Choices = Pairs | Callable[["Sheet", "Path"], Pairs]


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `key` is its key in the file; None = it is the place that its group stands at.

    Kinds: ``line`` and ``text`` a text in one line or several; ``number``; ``choice`` one of `choices` (`whole` = numbers);
    ``truth`` yes or no; ``texts`` a list of texts, one a line; ``wordings`` lines that may depend on what was said; ``needs``
    signals that all must be there, or one of several; ``signals`` a plain list of them; ``pairs`` a word and what stands for it;
    ``name`` the key that this group has in its list; ``group`` keys below this one; ``items`` a list of groups (`keyed` = a
    mapping, `loose` = small ones that are always open). `folded` = wordings that are shown when they are wanted.
    """

    kind: FieldKind
    key: str | None
    label: str
    help: str = ""
    example: str = ""
    choices: Choices = ()
    default: str = ""
    optional: bool = False
    whole: bool = False
    fields: tuple[Field, ...] = ()
    bare: str = ""
    one: str = ""
    title: Callable[[Any, str], str] = lambda value, key: key
    blank: Callable[[Sheet, Path], Any] = lambda sheet, path: {}
    keyed: bool = False
    loose: bool = False
    folded: bool = False

    def choices_at(self, sheet: Sheet, path: Path) -> Pairs:
        """What can be chosen at this place."""
        return self.choices(sheet, path) if callable(self.choices) else self.choices


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form that is on screen at once."""

    title: str
    lead: str
    fields: tuple[Field, ...]


def line(key: str, label: str, help: str = "", example: str = "", optional: bool = False) -> Field:
    """A text in one line. `optional` = the key is taken out where it is emptied."""
    return Field("line", key, label, help, example, optional=optional)


def text(key: str, label: str, help: str = "", example: str = "", optional: bool = False) -> Field:
    """A text of several lines."""
    return Field("text", key, label, help, example, optional=optional)


def number(key: str, label: str, help: str = "", example: str = "") -> Field:
    """A number, typed."""
    return Field("number", key, label, help, example, optional=True)


def choice(key: str, label: str, choices: Choices, default: str = "", help: str = "", whole: bool = False) -> Field:
    """One of several. `default` is what holds where nothing stands in the file."""
    return Field("choice", key, label, help, choices=choices, default=default, whole=whole)


def truth(key: str, label: str, default: bool, help: str = "") -> Field:
    """Yes or no."""
    return Field("truth", key, label, help, default="yes" if default else "")


def texts(key: str, label: str, help: str = "", example: str = "") -> Field:
    """Texts, one a line."""
    return Field("texts", key, label, help, example)


def wordings(key: str, label: str, help: str = "", one: str = "wording", folded: bool = False) -> Field:
    """Lines to say, each of which may wait for something that was said."""
    return Field("wordings", key, label, help, one=one, folded=folded)


def needs(key: str, label: str, help: str = "") -> Field:
    """What must have been said."""
    return Field("needs", key, label, help)


def group(key: str | None, label: str, *fields: Field, bare: str = "", help: str = "") -> Field:
    """Keys below a key. `bare` is the key that a bare text or number stands for (several, with spaces between)."""
    return Field("group", key, label, help, fields=fields, bare=bare)


def items(
    key: str | None,
    label: str,
    one: str,
    fields: tuple[Field, ...],
    blank: Callable[[Sheet, Path], Any],
    title: Callable[[Any, str], str] = lambda value, key: key,
    help: str = "",
    bare: str = "",
    keyed: bool = False,
    loose: bool = False,
) -> Field:
    """A list of groups. `one` is what one of them is called, `blank` makes a new one, `title` names it while it is folded."""
    return Field(
        "items", key, label, help, fields=fields, one=one, blank=blank, title=title, bare=bare, keyed=keyed, loose=loose
    )  # fmt: skip


def said(*keys: str) -> Callable[[Any, str], str]:
    """A title: the first of these that stands in the group, else its key."""

    def title(value: Any, key: str) -> str:
        if isinstance(value, Mapping):
            for name in keys:
                found = value.get(name)
                if isinstance(found, list) and found:
                    found = found[0]
                if isinstance(found, Mapping):
                    found = found.get("says")
                if isinstance(found, (str, int, float)) and str(found).strip():
                    return " ".join(str(found).split())
            return key
        return " ".join(value.split()) if isinstance(value, str) and value.strip() else key

    return title


def numbered(stem: str, **rest: Any) -> Callable[[Sheet, Path], dict[str, Any]]:
    """Makes a group with an id that its neighbours do not have: payback, payback-2."""

    def made(sheet: Sheet, path: Path) -> dict[str, Any]:
        there = sheet.get(path) or []
        taken = {item.get("id") for item in there if isinstance(item, dict)} if isinstance(there, list) else set()
        return {"id": free(stem, taken), **rest}

    return made


def free(stem: str, taken: Any) -> str:
    """The stem, or the stem with the first number that is not taken."""
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return name
