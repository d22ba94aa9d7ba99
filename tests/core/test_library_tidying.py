"""What no commit waits for: the index of words is merged and the log emptied when nothing else is asked for."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from rehearse.conversation import RehearsalId, TurnId
from rehearse.library import LibraryProblem, Store
from rehearse.library.doctor import repair
from rehearse.library.lane import LAST_STEPS, Lane
from rehearse.library.problems import problem
from tests.golden.library.samples import record, turn

R = RehearsalId("r_1")
PATIENCE = 20.0


def talk(store: Store, lines: int, first: int = 1) -> None:
    """A meeting that grows by so many lines, each a commit."""
    if first == 1:
        store.create_rehearsal(record())
    for number in range(first, first + lines):
        store.add_turn(
            R, turn(f"t_{number}", f"t_{number - 1}" if number > 1 else None, f"Line {number} about the orders we lose")
        )


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def pieces(path: Path) -> int:
    """Of how many pieces the index of words consists."""
    return int(str(ask(path, "SELECT count(DISTINCT segid) FROM turns_fts_idx")[0][0]))


def merging(path: Path) -> list[tuple[object, ...]]:
    return ask(path, "SELECT v FROM turns_fts_config WHERE k = 'automerge'")


def test_the_index_is_merged_by_tidying_and_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store:
        talk(store, 12)
        before, found = pieces(path), store.search("orders line")
        steps = 0
        while store.tidy():
            steps += 1
        assert pieces(path) < before
        assert steps > 0
        assert store.search("orders line") == found
        assert len(found) == 12
        assert not store.tidy()
        talk(store, 5, first=13)
        assert [h.turn for h in store.search("orders", 3)] == ["t_17", "t_16", "t_15"]


def test_after_tidying_everything_stands_in_the_file_itself(tmp_path: Path) -> None:
    path, alone = tmp_path / "library.db", tmp_path / "alone.db"
    with closing(Store.open(path)) as store:
        talk(store, 12)
        while store.tidy():
            pass
        shutil.copy(path, alone)  # without its log
        assert ask(alone, "SELECT count(*) FROM turns") == [(12,)]


def test_no_commit_merges_for_itself_whatever_was_done_to_the_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store:
        assert merging(path) == [(0,)]
        talk(store, 3)
        store.delete_all()
        assert merging(path) == [(0,)]
        talk(store, 3)
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("INSERT INTO turns_fts (turns_fts) VALUES ('delete-all')")
        broken.commit()
    assert [f.kind for f in repair(path)] == ["search"]
    assert merging(path) == [(0,)]


def lane(path: Path, tidy: Callable[[Store], bool], rest: float = 0.0) -> Lane:
    return Lane("test-writer", lambda: Store.open(path), tidy, rest)


def test_a_writer_that_is_left_alone_tidies_to_the_end(tmp_path: Path) -> None:
    path, done = tmp_path / "library.db", Event()

    def tidy(store: Store) -> bool:
        more = store.tidy()
        if not more:
            done.set()
        return more

    with closing(lane(path, tidy)) as writer:
        writer.submit(lambda store: talk(store, 12)).result()
        assert done.wait(PATIENCE)
        assert pieces(path) < 12


def test_what_is_asked_for_goes_before_more_tidying(tmp_path: Path) -> None:
    begun = Event()

    def endless(store: Store) -> bool:
        begun.set()
        return True

    writer = lane(tmp_path / "library.db", endless)
    writer.submit(lambda store: talk(store, 1)).result()
    assert begun.wait(PATIENCE)
    for number in range(2, 40):
        writer.submit(lambda store, n=number: talk(store, 1, n)).result(PATIENCE)  # type: ignore[misc]
    writer.close()
    with closing(Store.open(tmp_path / "library.db")) as store:
        assert len(store.load(R).tree.take(TurnId("t_39"))) == 39


def test_a_writer_that_is_closed_tidies_a_little_and_no_more(tmp_path: Path) -> None:
    steps: list[int] = []

    def endless(store: Store) -> bool:
        steps.append(1)
        return True

    writer = lane(tmp_path / "library.db", endless, rest=PATIENCE)
    writer.submit(lambda store: talk(store, 1)).result()
    writer.close()
    writer.close()
    assert len(steps) == LAST_STEPS


def test_nothing_is_asked_of_a_writer_that_cannot_tidy(tmp_path: Path) -> None:
    tried = Event()

    def full(store: Store) -> bool:
        tried.set()
        raise problem("full", store.path)

    with closing(lane(tmp_path / "library.db", full)) as writer:
        writer.submit(lambda store: talk(store, 1)).result()
        assert tried.wait(PATIENCE)
        writer.submit(lambda store: talk(store, 1, 2)).result(PATIENCE)
        with pytest.raises(LibraryProblem):
            writer.submit(full).result(PATIENCE)
