"""What somebody would say now at a moment: kept as typed, with the review, gone with the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem
from rehearse.library import Store
from tests.golden.library.samples import conversation, record, review

TYPED = "  Fair. It's £62k,\n\tsaid “twice” 🎈 "
ONE = RehearsalId("r_1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "library.db")) as made:
        made.add_rehearsal(record("r_1"), conversation(), [])
        yield made


def test_it_is_kept_as_typed_and_the_last_one_counts(store: Store) -> None:
    store.keep_own_line("t_2", "first")
    store.keep_own_line("t_2", TYPED)
    assert store.own_lines(ONE) == {"t_2": TYPED}
    store.keep_own_line("t_2", "")
    assert store.own_lines(ONE) == {}
    with pytest.raises(InputProblem):
        store.keep_own_line("t_none", "?")


def test_it_stands_in_every_review_of_that_moment_and_comes_back_with_one(store: Store, tmp_path: Path) -> None:
    thing = {"words": "Ask.", "turn": "t_2"}
    store.add_review(review(id="v_1", one_thing=thing))
    store.add_review(review(id="v_2", one_thing={**thing, "turn": "t_4"}))
    store.keep_own_line("t_2", TYPED)
    first, second = store.load(ONE).reviews
    assert first["own_line"] == TYPED
    assert "own_line" not in second
    with closing(Store.open(tmp_path / "other.db")) as other:
        other.add_rehearsal(record("r_1"), conversation(), [first])
        assert other.own_lines(ONE) == {"t_2": TYPED}
        other.keep_own_line("t_2", "newer")
        other.add_review({**first, "id": "v_9"})
        assert other.own_lines(ONE) == {"t_2": "newer"}


def test_it_goes_with_the_meeting(store: Store) -> None:
    store.keep_own_line("t_2", TYPED)
    store.delete(ONE)
    store.purge_deleted()
    assert store.own_lines(ONE) == {}
    store.delete_all()
