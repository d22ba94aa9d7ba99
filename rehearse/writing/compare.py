"""What changed between two versions, field by field: parts with an id are found again by it, wherever they stand."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rehearse.writing.spelling import row, same

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `where` names the field, parts of lists by their id where they have one; `before` is None for what is new,
    `after` for what is gone."""

    where: Place
    before: Any
    after: Any

    def __str__(self) -> str:
        name = " / ".join(str(step + 1) if isinstance(step, int) else step for step in self.where) or "the file"
        if self.before is None:
            return f"{name}: new: {_words(self.after)}"
        if self.after is None:
            return f"{name}: gone: {_words(self.before)}"
        return f"{name}: {_words(self.before)} is now {_words(self.after)}"


def compare(before: Any, after: Any, where: Place = ()) -> tuple[Change, ...]:
    """Every difference between two values as documents give them, in the order of the newer one; what is gone comes last."""
    return tuple(_differences(before, after, where))


def _differences(before: Any, after: Any, where: Place) -> Iterator[Change]:
    if same(before, after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*after, *(key for key in before if key not in after)):
            yield from _differences(before.get(key), after.get(key), (*where, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _in_list(before, after, where)
    else:
        yield Change(where, before, after)


def _in_list(before: list[Any], after: list[Any], where: Place) -> Iterator[Change]:
    old, new = _by_id(before), _by_id(after)
    if old is not None and new is not None:
        for id in (*new, *(id for id in old if id not in new)):
            yield from _differences(old.get(id), new.get(id), (*where, id))
        kept_old, kept_new = [id for id in old if id in new], [id for id in new if id in old]
        if kept_old != kept_new:
            yield Change((*where, "order"), ", ".join(kept_old), ", ".join(kept_new))
        return
    matcher = difflib.SequenceMatcher(None, [row(item) for item in before], [row(item) for item in after], autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for n in range(max(i_end - i, j_end - j)):
            was = before[i + n] if i + n < i_end else None
            now = after[j + n] if j + n < j_end else None
            at = j + n if now is not None else i + n
            yield from _differences(was, now, (*where, at))


def _by_id(items: list[Any]) -> dict[str, Any] | None:
    """The items by their ids; None where not each has one of its own."""
    if not all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in items):
        return None
    found = {item["id"]: item for item in items}
    return found if len(found) == len(items) else None


def _words(value: Any) -> str:
    text = value if isinstance(value, str) else row(value)
    return text if len(text) <= 200 else f"{text[:199]}…"
