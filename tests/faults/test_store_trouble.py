"""A full disk, a second program, a cancelled task: what was acknowledged stays, and work goes on when it can."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId, TurnId
from rehearse.errors import Way
from rehearse.library import Library, LibraryProblem, Store, backups_in, connection, new_id
from rehearse.library.backup import daily
from rehearse.library.doctor import check
from tests.golden.library.samples import conversation, record, turn

R1 = RehearsalId("r_1")


def limit(store: Store, pages: int) -> None:
    """No room for more than `pages` pages: SQLite answers as on a full disk."""
    store.connection.execute(f"PRAGMA max_page_count = {pages}")


def test_B39_a_full_disk_is_told_and_the_same_turn_goes_in_when_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store:
        store.create_rehearsal(record(), conversation()[0])
        limit(store, 1)
        long = turn("t_2", "t_1", "Many words. " * 5000)
        for call in (
            lambda: store.add_turn(R1, long),
            lambda: store.save_draft(R1, long),
            lambda: store.create_rehearsal(record("r_2", persona={"id": "x" * 50_000})),
        ):
            with pytest.raises(LibraryProblem) as caught:
                call()
            assert (caught.value.kind, caught.value.ways) == ("full", (Way.TRY_AGAIN,))
            assert "no room left" in caught.value.sentence
        assert [t.id for t in store.load(R1).tree] == ["t_1"]
        assert [h.turn for h in store.search("eight minutes")] == ["t_1"]
        assert len(store.page().rows) == 1
        limit(store, 1_000_000)
        store.add_turn(R1, long)
        assert store.load(R1).record.leaf == "t_2"
    assert not [f for f in check(path) if f.fault]


def test_B39_a_full_disk_while_deleting_all_keeps_what_cannot_be_deleted_and_is_told(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "library.db")) as store:
        store.create_rehearsal(record(), conversation()[0])
        limit(store, 1)
        store.delete_all()  # needs no new page
        assert store.page().rows == ()


WRITER = """
import sys, pathlib
from rehearse.library import Store, new_id
from tests.golden.library.samples import record, turn
store = Store.open(pathlib.Path(sys.argv[1]))
rehearsal, parent = new_id("r"), None
store.create_rehearsal(record(rehearsal))
for n in range(100):
    said = turn(new_id("t"), parent, f"line {n}")
    store.add_turn(rehearsal, said)
    parent = said.id
store.close()
"""


def test_two_programs_begin_the_same_library_and_write_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    root = Path(__file__).resolve().parents[2]
    children = [subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=root) for _ in range(3)]
    assert [child.wait(60) for child in children] == [0, 0, 0]
    with closing(Store.open(path)) as store:
        rows = store.page().rows
        assert [r.yours for r in rows] == [100, 100, 100]
        for row in rows:
            assert [t.text for t in store.load(row.id).tree] == [f"line {n}" for n in range(100)]
        assert store.recover() == ()


def test_a_program_that_keeps_the_library_to_itself_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        store.create_rehearsal(record())
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryProblem) as caught:
            store.add_turn(R1, turn("t_1"))
        assert caught.value.kind == "busy"
        assert store.load(R1).record.leaf is None
        other.execute("ROLLBACK")
        store.add_turn(R1, turn("t_1"))


def test_a_cancelled_task_does_not_take_its_write_with_it(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db")
    gate = threading.Event()

    async def meet() -> None:
        await library.create_rehearsal(record())
        blocked = asyncio.create_task(library._writer.insist(lambda store: gate.wait(10)))
        said = asyncio.create_task(library.add_turn(R1, turn("t_1")))
        ended = asyncio.create_task(library.add_turn(R1, turn("t_2", "t_1")))
        await asyncio.sleep(0)
        said.cancel()
        with pytest.raises(asyncio.CancelledError):
            await said
        gate.set()
        await ended
        await blocked
        assert [t.id for t in (await library.load(R1)).tree] == ["t_1", "t_2"]

    try:
        asyncio.run(meet())
    finally:
        library.close()


def test_a_loop_that_ends_does_not_take_the_writes_with_it(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db")
    gate = threading.Event()

    async def meet() -> None:
        await library.create_rehearsal(record())
        asyncio.create_task(library._writer.insist(lambda store: gate.wait(10))).add_done_callback(lambda task: None)
        asyncio.create_task(library.add_turn(R1, turn("t_1"))).add_done_callback(lambda task: None)
        await asyncio.sleep(0)

    asyncio.run(meet())
    gate.set()
    library.close()
    with closing(Store.open(tmp_path / "library.db")) as store:
        assert [t.id for t in store.load(R1).tree] == ["t_1"]
        assert store.recover() == ()


def test_the_loop_turns_while_the_disk_is_slow(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db")
    gate = threading.Event()

    async def meet() -> int:
        slow = asyncio.create_task(library._writer.insist(lambda store: gate.wait(10)))
        turns = 0
        while not slow.done():
            await library.page()  # reading does not wait for writing
            turns += 1
            if turns == 5:
                gate.set()
        return turns

    try:
        assert asyncio.run(meet()) >= 5
    finally:
        library.close()


def test_the_front_does_what_the_store_does(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db")

    async def meet() -> None:
        await library.create_rehearsal(record(), conversation()[0])
        for said in conversation()[1:]:
            await library.add_turn(R1, said)
        await library.annotate(TurnId("t_4"), None, None)
        await library.save_draft(R1, turn("t_6", "t_5"))
        await library.drop_draft(TurnId("t_6"))
        await library.set_leaf(R1, TurnId("t_4"))
        await library.end_rehearsal(R1, "time", "agrees", open_objections=2)
        review = await library.add_review({"rehearsal": R1, "passed": 1, "applicable": 2})
        assert (await library.page(with_open_objections=True)).rows[0].passed == 1
        await library.reopen_rehearsal(R1, TurnId("t_5"))
        await library.rename(R1, "Other")
        await library.leave(R1)
        loaded = await library.load(R1)
        assert (loaded.record.title, loaded.record.leaf, loaded.reviews[0]["id"]) == ("Other", "t_5", review)
        assert [h.turn for h in await library.search("finance")] == ["t_5"]
        row = await library.latest_open()
        assert row is not None
        assert await library.resolve("r_1") == row.id == R1
        assert await library.recover() == ()
        await library.undelete(await library.delete(R1))
        assert await library.purge_deleted() == 0
        other = RehearsalId(new_id("r"))
        await library.add_rehearsal(record(other), [turn("t_9")])
        assert await library.back_up() is not None
        assert await library.back_up() is None
        await library.delete_all()
        assert (await library.page()).rows == ()

    try:
        asyncio.run(meet())
    finally:
        library.close()
        library.close()
    assert backups_in(library.backups) == ()
    assert not [t.name for t in threading.enumerate() if t.name.startswith("library")]
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["library.db"]


def test_a_library_that_does_not_open_leaves_nothing_running(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    with pytest.raises(LibraryProblem):
        Library.open(tmp_path / "library.db")
    assert not [t.name for t in threading.enumerate() if t.name.startswith("library")]


def test_a_backup_is_made_while_others_write(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store:
        store.create_rehearsal(record(), turn("t_1"))
        with store._writing() as inside:
            inside.execute("UPDATE rehearsals SET title = 'half way'")
            made = daily(path, tmp_path / "backups")
    assert made is not None
    with closing(Store.open(made.path, readonly=True)) as kept:
        assert kept.load(R1).record.title == "Checkout reliability"
