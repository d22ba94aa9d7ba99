"""The takes of a meeting, named for a menu."""

from __future__ import annotations

from typing import NamedTuple

from rehearse.meeting import Meeting
from ui.widgets.plain import one_line, visible

_LONG = 44


class Takes(NamedTuple):
    """Every take by its last turn; `current` is the number of leaves where a new one has just begun."""

    leaves: tuple[str, ...]
    titles: tuple[str, ...]
    current: int


def named_takes(meeting: Meeting) -> Takes:
    """The takes in the order in which they were said. Not to be called while the meeting is at work."""
    leaves = meeting.tree.leaves()
    ids = tuple(str(leaf.id) for leaf in leaves)
    titles = tuple(f"\u201c{one_line(visible(leaf.text), _LONG)}\u201d" for leaf in leaves)
    return Takes(ids, titles, ids.index(meeting.leaf) if meeting.leaf in ids else len(ids))
