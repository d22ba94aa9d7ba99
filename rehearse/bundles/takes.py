"""A meeting on its way to a mentor: the one take that was chosen and its reviews. Everything else stays home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rehearse.bundles.strict import LARGEST, MOST_TEXT
from rehearse.conversation import Tree, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.record import whole
from rehearse.exchange.textfile import clean
from rehearse.library import own_lines
from rehearse.library.records import Rehearsal
from rehearse.review.mentor import without_marks

Json = dict[str, Any]
_HOME = frozenset((own_lines.KEY, "problem"))


def sendable(meeting: Rehearsal, leaf: str, with_reviews: bool = True) -> Json:
    """The object of one take (`rehearse/rehearsal@1`): its lines, and the reviews of it without marks and lines of one's own.

    Other takes, and which meeting came before, stay home. Raises InputProblem where there is no such line.
    """
    at = TurnId(leaf or str(meeting.record.leaf or ""))
    if at not in meeting.tree:
        raise InputProblem(f"The meeting {meeting.record.id} has no line {leaf[:60]}." if leaf else "This meeting has no lines.")
    take = meeting.tree.take(at)
    if any(len(t.text) > MOST_TEXT for t in take):
        raise InputProblem(f"A line of this meeting has more than {MOST_TEXT:,} characters and cannot be sent.")
    ids = {str(t.id) for t in take}
    reviews = tuple(r for r in meeting.reviews if (r.get("take") or {}).get("leaf") == at) if with_reviews else ()
    one = replace(
        meeting,
        tree=Tree(replace(t, text=clean(t.text)) for t in take),
        record=replace(meeting.record, leaf=at, after=None, kept=None),
        reviews=tuple(_plain(r) for r in reviews if _speaks_of(r, ids)),
    )
    out = whole(one)
    if abs(int(out["seed"])) > LARGEST:  # JSON's numbers are alike everywhere only up to here
        out |= {"seed": 0, "seed_text": str(out["seed"])}
    return out


def _plain(review: Mapping[str, Any]) -> Json:
    return {k: v for k, v in without_marks(review).items() if k not in _HOME}


def _speaks_of(review: Mapping[str, Any], ids: set[str]) -> bool:
    """Whether every line that the checks of a review name is in the take."""
    return all(c.get("turn") in (None, *ids) for c in review.get("checks") or () if isinstance(c, Mapping))
