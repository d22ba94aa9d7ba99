"""Migrations: every released version opens, a step that breaks leaves the file as it was, a backup comes first."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId, TurnId
from rehearse.library import LibraryProblem, Store, schema
from rehearse.library.backup import backups_in
from rehearse.library.connection import connect
from rehearse.library.migrations import STEPS, Step, bring_up, version_of
from tests.golden.library.samples import PERSONA, RUBRIC, SCENARIO, conversation, objection, review

GOLDEN = Path(__file__).parent.parent / "golden" / "library"


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump(), str(connection.execute("PRAGMA user_version").fetchone())]


def breaks(statements: tuple[str, ...], at: int) -> Step:
    """A migration whose statement number `at` cannot be executed."""

    def step(connection: sqlite3.Connection) -> None:
        for number, statement in enumerate(statements):
            connection.execute("CREATE TABLE" if number == at else statement)

    return step


def add_mood(connection: sqlite3.Connection) -> None:
    for statement in NEXT:
        connection.execute(statement)


NEXT = (
    "ALTER TABLE rehearsals ADD COLUMN mood TEXT",
    "CREATE TABLE moods (id TEXT PRIMARY KEY) STRICT",
    "UPDATE rehearsals SET mood = 'calm'",
    "INSERT INTO moods VALUES ('calm')",
)


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_every_released_version_opens_with_all_that_was_in_it(tmp_path: Path, version: int) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / f"v{version}.db", path)
    with closing(Store.open(path)) as store:
        assert store.recover() == ("r_2",)
        first, second = store.load(RehearsalId("r_1")), store.load(RehearsalId("r_2"))
        assert list(first.tree) == conversation()
        assert (first.record.persona, first.record.scenario, first.record.minutes) == (PERSONA, SCENARIO, 8)
        assert (first.record.ended, first.record.ladder, first.record.open_objections) == ("wrapped_up", "agrees", 1)
        assert [r["id"] for r in first.reviews] == ["v_1", "v_2"]
        assert second.tree[TurnId("t_7")].text == "Well, I"
        assert second.record.interrupted
        assert [h.turn for h in store.search("gruss")] == []
        assert [h.turn for h in store.search("gruß")] == ["t_6"]
        assert [r.id for r in store.page().rows] == ["r_2", "r_1"]
        store.undelete(RehearsalId("r_3"))
        assert store.load(RehearsalId("r_3")).record.persona == {"id": "ravi"}


def test_from_version_2_on_a_review_has_its_rubric_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v2.db", path)
    with closing(Store.open(path)) as store:
        store.undelete(RehearsalId("r_3"))
        assert [r["rubric"] for r in store.load(RehearsalId("r_3")).reviews] == [RUBRIC]
        assert [sorted(r["rubric"]) for r in store.load(RehearsalId("r_1")).reviews] == [["hash", "id", "mode"]] * 2


def test_from_version_3_on_marks_and_notes_stay_beside_the_review(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v3.db", path)
    with closing(Store.open(path)) as store:
        assert store.objections() == ()  # of a meeting that was deleted
        store.undelete(RehearsalId("r_3"))
        *_, review = store.load(RehearsalId("r_3")).reviews
        assert [(m["who"], m["verdict"], m["why"]) for m in review["mentor_marks"]] == [
            ("Jonas", "yes", "She asked in her last line.")
        ]
        assert review["checks"][0]["verdict"] == "no"
        assert review["checks"][0]["mentor"]["verdict"] == "yes"
        assert review["not_useful"] == ["objection:o_timing"]
        assert [(v.objection.concern, v.objection.status) for v in store.objections()] == [
            ("payback", "open"), ("timing", "parked"),
        ]  # fmt: skip


@pytest.mark.parametrize("version", [1, 2])
def test_objections_of_older_libraries_are_gathered_on_the_way_up(tmp_path: Path, version: int) -> None:
    """The reviews that count are those that a library of today would count, and what is no objection is passed over."""
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / f"v{version}.db", path)
    reviews = [
        review(id="v_5", objections=[objection(status="open")]),
        review(id="v_6", objections=[objection(status="answered"), 7, {"status": "gone"}, objection("timing", status="dodged")]),
        review(id="v_7", leaf="t_4", objections=[objection(status="half_answered")]),
        review(id="v_8", leaf="t_3", objections=[objection("shorter")]),
        review(id="v_9", leaf="t_2", objections="none"),
    ]
    with closing(sqlite3.connect(path)) as connection, connection:
        for r in reviews:
            connection.execute(
                "INSERT INTO reviews (id, rehearsal, leaf, created, json) VALUES (?, ?, ?, ?, ?)",
                (r["id"], r["rehearsal"], r["take"]["leaf"], r["created"], json.dumps(r)),
            )
        connection.execute(
            "INSERT INTO reviews (id, rehearsal, leaf, created, json) VALUES ('v_10', 'r_2', 't_6', '', 'no JSON')"
        )
    with closing(Store.open(path)) as store:
        found = [(v.review, v.objection.concern, v.objection.status) for v in store.objections()]
    assert found == [("v_7", "payback", "half_answered"), ("v_6", "payback", "answered"), ("v_6", "timing", "dodged")]


def test_from_version_4_on_a_line_of_your_own_is_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v4.db", path)
    with closing(Store.open(path)) as store:
        assert store.own_lines(RehearsalId("r_1")) == {"t_2": "It is $62k a month,\n  from the refund ledger. "}


def test_from_version_5_on_what_was_handed_over_is_there_whole(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v5.db", path)
    with closing(Store.open(path)) as store:
        bundles = store.bundles
        assert [(b.id, b.kind, b.standing, b.own) for b in bundles.rows()] == [
            ("b_1", "assignment", "known", True), ("b_2", "submission", "known", False),
        ]  # fmt: skip
        assert bundles.one("b_1")[1] == {"id": "b_1", "later": [1]}
        assert [b.id for b in bundles.rows(rehearsal="r_1")] == [b.id for b in bundles.rows(about="b_1")] == ["b_2"]
        assert bundles.resolved("b" * 64) == {"c_1"}
        assert bundles.notes("briefs")["w_1"]["problem"] == "Refunds"
        assert bundles.notes("feedback_drafts", "b" * 64) == {"b" * 64: {"note": "Good st"}}
        assert bundles.folder_files("/team")["submissions/x.rehearse"].size == 10


def test_from_version_6_on_comments_and_briefs_are_found_and_what_is_written_is_apart(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v6.db", path)
    with closing(Store.open(path)) as store:
        bundles = store.bundles
        assert [(h.kind, h.turn, h.who) for h in store.search("ledger", kind="comment")] == [("comment", "t_2", "Dana Ruiz")]
        assert [(h.kind, h.about, h.title) for h in store.search("62k", kind="brief")] == [("brief", "w_1", "Checkout")]
        assert bundles.notes("feedback_drafts") == {"b_2": {"note": "Good st"}}
        assert bundles.notes("sending_drafts") == {"a" * 64: {"reflection": "I rush"}}
        assert [a["text"] for a in bundles.answers("b_3")] == ["I will."]
        assert bundles.resolved("c" * 64) == {"c_1"}
        store.undelete(RehearsalId("r_3"))
        (hit,) = store.search("payback", kind="objection")
        assert (hit.rehearsal, hit.status) == ("r_3", "dodged")


def test_what_version_5_kept_is_found_and_stands_in_tables_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v5.db", path)
    back = {
        "id": "b_3",
        "comments": [{"id": "c_1", "rehearsal": "r_1", "turn": "t_2", "text": "Name the ledger."}, 7],
        "note": "Nearly.",
    }
    given = {"feedback": "b_3", "to": "c_1", "text": "I will."}
    with closing(sqlite3.connect(path)) as connection, connection:
        for digest, body in (("c" * 64, zlib.compress(json.dumps(back).encode())), ("d" * 64, b"no body")):
            connection.execute(
                "INSERT INTO bundles (digest, kind, id, about, title, author, folded, key, state, sealed, own, made, received)"
                " VALUES (?, 'feedback', 'b_3', 'b_2', '', 'Dana', 'dana', '', 'none', 0, 0, '2026-11-22', '')",
                (digest,),
            )
            connection.execute("INSERT INTO bundle_bodies VALUES (?, ?)", (digest, body))
        drafts = {
            "answers/b_3": {"answers": [given, "no answer"]},
            f"sending/{'a' * 64}": {"reflection": "I rush"},
            "b_2": {"note": "G"},
        }
        for about, value in drafts.items():
            connection.execute("INSERT INTO feedback_drafts VALUES (?, ?, '2026-11-22')", (about, json.dumps(value)))
    with closing(Store.open(path)) as store:
        bundles = store.bundles
        assert [h.turn for h in store.search("ledger", kind="comment")] == ["t_2"]
        assert [h.turn for h in store.search("nearly", kind="comment")] == [""]
        assert [h.about for h in store.search("refunds", kind="brief")] == ["w_1"]
        assert bundles.answers("b_3") == (given,)
        assert bundles.notes("sending_drafts") == {"a" * 64: {"reflection": "I rush"}}
        assert set(bundles.notes("feedback_drafts")) == {"b_2", "b" * 64}
        bundles.put_note("briefs", "w_1", {"id": "w_1", "problem": "Late fees"})
        assert store.search("refunds", kind="brief") == ()
        assert [h.about for h in store.search("fees", kind="brief")] == ["w_1"]


def test_the_newest_kept_file_is_of_the_newest_version() -> None:
    with closing(sqlite3.connect((GOLDEN / f"v{len(STEPS)}.db").as_uri() + "?mode=ro&immutable=1", uri=True)) as kept:
        assert version_of(kept) == len(STEPS)


def test_a_step_runs_once_after_a_backup(tmp_path: Path) -> None:
    path, backups = tmp_path / "library.db", tmp_path / "backups"
    shutil.copy(GOLDEN / "v1.db", path)
    before = dump(path)
    steps = (STEPS[0], add_mood)
    with closing(connect(path)) as connection:
        assert bring_up(connection, path, backups, steps) == ("add_mood",)
        assert bring_up(connection, path, backups, steps) == ()
        assert connection.execute("SELECT DISTINCT mood FROM rehearsals").fetchall() == [("calm",)]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    kept = backups_in(backups)
    assert [b.before for b in kept] == [2]
    assert dump(kept[0].path) == before


@pytest.mark.parametrize("at", range(len(NEXT)))
def test_B44_a_step_that_breaks_leaves_the_old_file_whole(tmp_path: Path, at: int) -> None:
    path, backups = tmp_path / "library.db", tmp_path / "backups"
    shutil.copy(GOLDEN / "v1.db", path)
    before = dump(path)
    with closing(connect(path)) as connection, pytest.raises(sqlite3.OperationalError):
        bring_up(connection, path, backups, (STEPS[0], breaks(NEXT, at)))
    assert dump(path) == before
    assert dump(backups_in(backups)[0].path) == before


@pytest.mark.parametrize("at", range(len(schema.V1)))
def test_B44_a_first_step_that_breaks_leaves_nothing_and_can_be_done_again(tmp_path: Path, at: int) -> None:
    path = tmp_path / "library.db"
    with closing(connect(path)) as connection, pytest.raises(sqlite3.OperationalError):
        bring_up(connection, path, tmp_path / "backups", (breaks(schema.V1, at),))
    Store.open(path).close()


def test_a_step_that_leaves_loose_ends_is_not_kept(tmp_path: Path) -> None:
    def cut_loose(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM turns WHERE id = 't_1'")

    path = tmp_path / "library.db"
    shutil.copy(GOLDEN / "v1.db", path)
    before = dump(path)
    with closing(connect(path)) as connection, pytest.raises(LibraryProblem):
        bring_up(connection, path, tmp_path / "backups", (STEPS[0], cut_loose))
    assert dump(path) == before


def test_without_a_backup_nothing_is_migrated(tmp_path: Path) -> None:
    path, backups = tmp_path / "library.db", tmp_path / "backups"
    shutil.copy(GOLDEN / "v1.db", path)
    backups.write_text("a file where the folder should be")
    before = dump(path)
    with closing(connect(path)) as connection, pytest.raises(LibraryProblem) as caught:
        bring_up(connection, path, backups, (STEPS[0], add_mood))
    assert caught.value.kind == "no_folder"
    assert dump(path) == before
