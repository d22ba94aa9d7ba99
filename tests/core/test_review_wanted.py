"""What an objection still asks for: the tests of the person's file that the take did not meet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rehearse.conversation import ConcernState, Status
from rehearse.review import ledger
from rehearse.review.wanted import still_wanted
from tests.core.test_review_ledger import stance, them, you
from tests.core.test_review_material import MORGAN

CONCERN = next(c for c in MORGAN.concerns if c.required)
NEEDED = [t.id for t in CONCERN.required]


@pytest.mark.parametrize("status", ["raised", "partly_met", "met", "dodged"])
@pytest.mark.parametrize("met", range(len(NEEDED) + 1))
def test_each_test_that_is_not_met_is_something_to_do(status: Status, met: int) -> None:
    at = stance(**{CONCERN.id: ConcernState(status=status, tests=tuple(NEEDED[:met]), voiced=1)})
    take = (them(1, CONCERN.id), you(2, "We counted it.", at=at))
    (objection,) = ledger.objections(take, MORGAN)
    found = still_wanted(objection, take, MORGAN)
    assert len(found) == (0 if objection.settled else len(NEEDED) - met)
    assert all(words[0].isupper() and not words.endswith(".") for words in found)


def test_where_nobody_knows_how_they_stood_nothing_is_said() -> None:
    take = (them(1, CONCERN.id), you(2, "Nothing to it."))
    for objection in ledger.objections(take, MORGAN):
        assert still_wanted(objection, take, MORGAN) == ()
    at = stance(**{CONCERN.id: ConcernState(status="raised", voiced=1)})
    known = (them(1, CONCERN.id), you(2, "We counted it.", at=at))
    (objection,) = ledger.objections(known, MORGAN)
    assert still_wanted(replace(objection, concern="gone"), known, MORGAN) == ()
