"""Two takes for the page that shows them side by side: fetched, with their reviews, and what changed. Where nobody waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearse.conversation import TurnId
from rehearse.review.takes import Difference, comparable, compare
from rehearse.review.types import Review
from ui.review.seen import Seen, newest

if TYPE_CHECKING:
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Pairing:
    """`left` and `right` are the last lines of the takes, `numbers` which takes of the meeting they are, from 1."""

    left: str
    right: str
    numbers: tuple[int, int]
    difference: Difference
    note: str = ""


async def pairing(desk: Desk, seen: Seen, left: str | None = None, right: str | None = None) -> Pairing | None:
    """The shown take beside another one; the earlier said stands left. None where no other take parts from it."""
    tree = seen.meeting.tree
    shown = TurnId(right or seen.leaf)
    others = comparable(tree, shown)
    other = next((t for t in others if left is not None and t.id == left), others[0] if others else None)
    if other is None:
        return None
    order = [t.id for t in seen.leaves]
    pair = sorted((TurnId(other.id), shown), key=order.index) if left is None else [TurnId(other.id), shown]
    first, second = pair
    kept = await desk.load(seen.meeting.rehearsal)
    was, now = newest(kept.reviews, first), newest(kept.reviews, second)
    setting = seen.meeting.setting
    slots = {k: v for k, v in (("problem", setting.problem), ("ask", setting.wanted)) if v}
    difference = compare(tree.take(first), tree.take(second), seen.persona, was, now, slots)
    numbers = (order.index(first) + 1, order.index(second) + 1)
    return Pairing(str(first), str(second), numbers, difference, _note(was, now, numbers))


def _note(was: Review | None, now: Review | None, numbers: tuple[int, int]) -> str:
    """Why checks are not held beside each other, or with what reserve."""
    missing = [str(n) for n, r in zip(numbers, (was, now), strict=True) if r is None or not r.judged]
    if missing:
        return (
            f"Take {' and take '.join(missing)} {'is' if len(missing) == 1 else 'are'} not judged yet, so no checks are compared."
        )
    if was is None or now is None:
        return ""
    if was.rubric_hash != now.rubric_hash:
        return "They were judged by different rules, so no checks are compared."
    if (was.judge.kind, was.judge.model) != (now.judge.kind, now.judge.model):
        return "They were judged by different judges."
    return ""
