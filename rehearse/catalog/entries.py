"""What Home shows of a file before the file is read: one entry a file, broken ones with their first fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from rehearse.errors import Fault

Kind = Literal["persona", "scenario", "rubric", "lines", "concerns"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Origin = Literal["built in", "yours"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)

_TEXTS = (
    "id", "name", "role", "audience", "pronouns", "emblem", "register", "summary", "opening", "persona", "rubric",
    "mode", "difficulty", "your_role", "situation", "ask", "hash",
)  # fmt: skip
_NUMBERS = ("minutes", "receptivity", "patience", "id_line", "persona_line", "rubric_line")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the catalog. `name` is a scenario's or rubric's title; what a kind does not have is "" or None.

    `id` is the file's name without suffix where the file is so broken that its id cannot be read.
    `faults` are those of the file by itself, warnings among them; `shadowed_by` is the file of the same id that wins.
    """

    kind: Kind
    id: str
    name: str
    file: Path
    origin: Origin
    role: str = ""
    audience: str = ""
    pronouns: str = ""
    emblem: str = ""
    register: str = ""
    summary: str = ""
    opening: str = ""
    receptivity: int | None = None
    patience: int | None = None
    persona: str = ""
    rubric: str = ""
    mode: str = ""
    difficulty: str = ""
    your_role: str = ""
    situation: str = ""
    ask: str = ""
    minutes: int | None = None
    hash: str = ""
    faults: tuple[Fault, ...] = ()
    shadowed_by: Path | None = None
    id_line: int | None = None
    persona_line: int | None = None
    rubric_line: int | None = None

    @property
    def title(self) -> str:
        """A scenario's or rubric's title, a person's name."""
        return self.name

    @property
    def broken(self) -> bool:
        """Whether the file cannot be used: a fault, not a mere warning."""
        return any(not fault.warning for fault in self.faults)


def to_json(entry: Entry) -> dict[str, object]:
    """What the index keeps of an entry: all but where it stands."""
    kept: dict[str, object] = {"kind": entry.kind}
    for name in (*_TEXTS, *_NUMBERS):
        value = getattr(entry, name)
        if value not in ("", None):
            kept[name] = value
    kept["faults"] = [[f.line, f.field, f.message, f.warning] for f in entry.faults]
    return kept


def from_json(kept: Mapping[str, object], file: Path, origin: Origin) -> Entry:
    """An entry from the index, for the file that it is about. Raises ValueError for what is no entry."""
    kind = next((k for k in KINDS if k == kept.get("kind")), None)
    faults = kept.get("faults")
    if kind is None or not isinstance(faults, list):
        raise ValueError("not an entry")
    texts: dict[str, str] = {}
    for name in _TEXTS:
        text = kept.get(name, "")
        if not isinstance(text, str):
            raise ValueError(f"{name} is not a text")
        texts[name] = text
    numbers: dict[str, int | None] = {}
    for name in _NUMBERS:
        number = kept.get(name)
        if number is not None and not isinstance(number, int):
            raise ValueError(f"{name} is not a number")
        numbers[name] = number
    return Entry(
        kind=kind,
        file=file,
        origin=origin,
        faults=tuple(_fault(fault, file) for fault in faults),
        **texts,  # type: ignore[arg-type]
        **numbers,  # type: ignore[arg-type]
    )


def _fault(kept: object, file: Path) -> Fault:
    if not isinstance(kept, list) or len(kept) != 4:
        raise ValueError("not a fault")
    line, field, message, warning = kept
    if not (isinstance(line, int) and isinstance(field, str) and isinstance(message, str)):
        raise ValueError("not a fault")
    return Fault(str(file), line, field, message, bool(warning))
