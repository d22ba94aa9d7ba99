"""A mentor's own marks on the checks of a review: beside the judge's, never in their place. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeGuard

if TYPE_CHECKING:
    from rehearse.review.types import Said

MARKS: Final = "mentor_marks"
"""The key of a review's JSON that holds the marks; `rehearse/review@1` keeps keys that it does not know."""
NOT_USEFUL: Final = "not_useful"
"""The key of a review's JSON that holds the notes that were found not useful, by their names."""
SAID: Final[tuple[Said, ...]] = ("yes", "no", "na")
LONGEST_WHY, LONGEST_NAME, LONGEST_ID = 300, 60, 100
MOST = 1000  # marks, or notes, that are read of one review
_UNNAMED: Final = "unnamed"


@dataclass(frozen=True, slots=True)
class OwnMark:
    """What a person says of one check: `who` signs it (empty: unsigned), `why` is one line, `when` ISO 8601 text.

    A mark that came in with a meeting and bears no name is somebody's, nobody knows whose: `unnamed` counts these on one check
    from 1, and is 0 for all others. One without a name that was put here is this person's own.
    """

    criterion: str
    check: str
    verdict: Said
    why: str = ""
    who: str = ""
    when: str = ""
    unnamed: int = 0

    @property
    def about(self) -> tuple[str, str]:
        return self.criterion, self.check

    @property
    def by(self) -> str:
        """Whose it is, as others read it."""
        return self.who or "Somebody unnamed"

    def to_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "criterion": self.criterion,
            "check": self.check,
            "who": self.who,
            "verdict": self.verdict,
            "why": self.why,
            "when": self.when,
        }
        return out | {_UNNAMED: self.unnamed} if self.unnamed else out


def one_line(text: object, most: int) -> str:
    """A text in one line, cut; empty for what is no text."""
    return " ".join(text.split())[:most].strip() if isinstance(text, str) else ""


def marks_of(review: Mapping[str, Any]) -> tuple[OwnMark, ...]:
    """The marks that stand in a review's JSON. It may come from elsewhere: what does not have their form is left out."""
    found = {}
    for mark in _marks(review):
        found[*mark.about, mark.who, mark.unnamed] = mark
    return tuple(found.values())


def brought_by(review: Mapping[str, Any]) -> tuple[OwnMark, ...]:
    """The marks of a review's JSON that comes from elsewhere: one without a name is no mark of whoever takes it in."""
    found, count = {}, Counter[tuple[str, str]]()
    for mark in _marks(review):
        if not mark.who:
            count[mark.about] += 1
        mark = replace(mark, unnamed=0 if mark.who else count[mark.about])
        found[*mark.about, mark.who, mark.unnamed] = mark
    return tuple(found.values())


def as_sent(review: Mapping[str, Any]) -> dict[str, Any]:
    """A review's JSON as it goes out: which of the marks without a name are one's own is known only here."""
    out = dict(review)
    if MARKS in out:
        out[MARKS] = [{name: value for name, value in m.items() if name != _UNNAMED} for m in _listed(out[MARKS])]
    return out


def signed_as(review: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A review's JSON in which the marks that this person put here and did not sign bear their name: they are sent as theirs, not as
    somebody's. Marks that came in without a name stay without one."""
    out, name = dict(review), one_line(name, LONGEST_NAME)
    if name and any(not m.who and not m.unnamed for m in marks_of(review)):
        mine = [m if m.who or m.unnamed else replace(m, who=name) for m in marks_of(review)]
        # One that was signed so already is newer or older than this one: the newer says what they think.
        last = {(*m.about, m.who, m.unnamed): m for m in sorted(mine, key=lambda m: m.when)}
        return with_marks({k: v for k, v in out.items() if k != MARKS}, last.values())
    return out


def _marks(review: Mapping[str, Any]) -> Iterator[OwnMark]:
    for given in _listed(review.get(MARKS)):
        criterion, check = given.get("criterion"), given.get("check")
        if not _is_id(criterion) or not _is_id(check) or given.get("verdict") not in SAID:
            continue
        who, number = one_line(given.get("who"), LONGEST_NAME), given.get(_UNNAMED)
        yield OwnMark(
            criterion,
            check,
            given["verdict"],
            one_line(given.get("why"), LONGEST_WHY),
            who,
            one_line(given.get("when"), 40),
            number if type(number) is int and 0 < number <= MOST and not who else 0,
        )


def not_useful_of(review: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the notes that were found not useful, as they stand in a review's JSON."""
    listed = review.get(NOT_USEFUL)
    names = listed[:MOST] if isinstance(listed, Sequence) and not isinstance(listed, str) else ()
    return tuple(dict.fromkeys(n for n in names if isinstance(n, str) and 0 < len(n) <= 10 * LONGEST_ID))


def with_marks(review: Mapping[str, Any], marks: Iterable[OwnMark], not_useful: Sequence[str] = ()) -> dict[str, Any]:
    """A review's JSON with these marks: all under a key of their own, and the newest of each check in the check's `mentor`."""
    marks = sorted(marks, key=lambda m: m.when)
    newest = {m.about: m for m in marks}
    out = dict(review)
    if marks:
        out[MARKS] = [m.to_json() for m in marks]
        out["checks"] = [
            {**c, "mentor": {"verdict": m.verdict, "why": m.why, "who": m.who, "when": m.when}} if (m := _on(c, newest)) else c
            for c in review.get("checks") or ()
        ]
    if not_useful:
        out[NOT_USEFUL] = list(not_useful)
    return out


def without_marks(review: Mapping[str, Any]) -> dict[str, Any]:
    """A review's JSON without what `with_marks` puts into it."""
    about = {m.about: m for m in marks_of(review)}
    out = {name: value for name, value in review.items() if name not in (MARKS, NOT_USEFUL)}
    if about and isinstance(out.get("checks"), Sequence):
        out["checks"] = [{**c, "mentor": None} if _on(c, about) else c for c in out["checks"]]
    return out


def _on(check: object, marks: Mapping[tuple[str, str], OwnMark]) -> OwnMark | None:
    if not isinstance(check, Mapping):
        return None
    criterion, name = check.get("criterion"), check.get("check")
    return marks.get((criterion, name)) if isinstance(criterion, str) and isinstance(name, str) else None


def _is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable()


def _listed(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value[:MOST] if isinstance(v, Mapping)] if isinstance(value, list) else []
