"""The library: what goes in comes out, nothing that was said changes, and what is asked for is found."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId, Source, TurnId
from rehearse.errors import InputProblem
from rehearse.library import Store, new_id, storable
from rehearse.library.ids import IdMaker
from tests.golden.library.samples import PERSONA, SCENARIO, appraised, conversation, record, review, turn

R1 = RehearsalId("r_1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "library.db")
    yield store
    store.close()


def fill(store: Store, id: str = "r_1", **values: object) -> RehearsalId:
    """A meeting with the sample conversation; its turns are named after it when it is not the first."""
    name = (lambda t: t) if id == "r_1" else (lambda t: f"{t}{id}")
    store.create_rehearsal(record(id, **values))
    for said in conversation():
        parent = TurnId(name(said.parent)) if said.parent else None
        store.add_turn(RehearsalId(id), replace(said, id=TurnId(name(said.id)), parent=parent))
    return RehearsalId(id)


def test_a_meeting_comes_back_as_it_went_in(store: Store) -> None:
    given = record(
        scenario_id="two-weeks", scenario=SCENARIO, scenario_hash="sha256:bb", ask="Two weeks", minutes=8, seed=2**80, kept=False,
        model="llama", unaided=True, after=RehearsalId("r_0"),
    )  # fmt: skip
    store.create_rehearsal(given, conversation()[0])
    for said in conversation()[1:]:
        store.add_turn(R1, said)
    loaded = store.load(R1)
    assert list(loaded.tree) == conversation()
    assert loaded.record == replace(given, clock=17.0, leaf=TurnId("t_5"), updated=loaded.record.updated)
    assert loaded.record.persona == PERSONA
    assert loaded.record.scenario == SCENARIO
    assert loaded.reviews == ()


def test_trying_again_makes_a_sibling_and_keeps_both(store: Store) -> None:
    fill(store)
    tree = store.load(R1).tree
    assert [t.id for t in tree.siblings(TurnId("t_5"))] == ["t_4", "t_5"]


def test_what_was_said_cannot_be_changed_in_the_file(store: Store) -> None:
    fill(store)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        store.connection.execute("UPDATE turns SET text = 'other'")


def test_a_turn_given_twice_stands_once_and_other_words_under_its_id_are_refused(store: Store) -> None:
    fill(store)
    store.add_turn(R1, conversation()[-1])
    assert len(store.load(R1).tree) == 5
    with pytest.raises(ValueError, match="t_5"):
        store.add_turn(R1, turn("t_5", "t_3", "Something else."))


def test_a_parent_of_another_meeting_is_refused_and_nothing_is_stored(store: Store) -> None:
    fill(store)
    store.create_rehearsal(record("r_2"))
    with pytest.raises(ValueError, match="t_9"):
        store.add_turn(RehearsalId("r_2"), turn("t_9", "t_1"))
    loaded = store.load(RehearsalId("r_2"))
    assert (len(loaded.tree), loaded.record.leaf) == (0, None)


def test_annotations_stand_beside_the_turn_and_can_be_replaced(store: Store) -> None:
    fill(store)
    appraisal, stance = appraised()
    store.annotate(TurnId("t_5"), appraisal, stance)
    store.annotate(TurnId("t_2"), appraisal, None)
    tree = store.load(R1).tree
    assert tree[TurnId("t_5")].stance == stance
    assert (tree[TurnId("t_2")].appraisal, tree[TurnId("t_2")].stance) == (appraisal, None)
    with pytest.raises(ValueError, match="t_none"):
        store.annotate(TurnId("t_none"), appraisal, stance)


def test_the_end_of_a_meeting_and_going_on_after_it(store: Store) -> None:
    fill(store)
    store.end_rehearsal(R1, "wrapped_up", "complies", True, {"words": "Yes, if \ud800"}, 2)
    ended = store.load(R1).record
    assert (ended.ended, ended.ladder, ended.forced, ended.open_objections) == ("wrapped_up", "complies", True, 2)
    assert ended.decision == {"words": "Yes, if \ufffd"}
    assert store.latest_open() is None

    store.reopen_rehearsal(R1, TurnId("t_2"))
    again = store.load(R1).record
    assert (again.ended, again.ladder, again.forced, again.decision, again.open_objections) == ("open", None, False, None, None)
    assert (again.leaf, again.clock) == ("t_2", 9.25)
    row = store.latest_open()
    assert row is not None
    assert row.id == R1


def test_the_leaf_moves_only_to_a_turn_of_the_meeting(store: Store) -> None:
    fill(store)
    store.set_leaf(R1, TurnId("t_4"))
    assert (store.load(R1).record.leaf, store.load(R1).record.clock) == ("t_4", 16.0)
    fill(store, "r_2")
    with pytest.raises(ValueError, match="t_4r_2"):
        store.set_leaf(R1, TurnId("t_4r_2"))


def test_judging_again_adds_a_review_and_the_list_shows_the_latest(store: Store) -> None:
    fill(store)
    first = store.add_review(review())
    second = store.add_review(review(passed=20, total=None, judge={"kind": "mentor", "runs": 1}))
    assert [r["id"] for r in store.load(R1).reviews] == [first, second]
    assert store.page().rows[0].passed == 20
    with pytest.raises(ValueError, match=second):
        store.add_review(review(id=second))
    with pytest.raises(InputProblem, match="r_none"):
        store.add_review(review("r_none"))


def test_a_meeting_that_is_not_there_is_said_in_a_sentence(store: Store) -> None:
    for call in (store.load, store.delete, store.leave, store.resolve):
        with pytest.raises(InputProblem, match=r"^There is no meeting r_x in the library\."):
            call(RehearsalId("r_x"))


def test_deleting_has_an_undo_until_it_is_purged(store: Store) -> None:
    fill(store)
    fill(store, "r_2")
    token = store.delete(R1)
    assert [r.id for r in store.page().rows] == ["r_2"]
    assert {h.rehearsal for h in store.search("seventy")} == {"r_2"}
    with pytest.raises(InputProblem):
        store.load(R1)
    assert store.purge_deleted(older_than_seconds=10) == 0
    store.undelete(token)
    assert len(store.load(R1).tree) == 5

    store.add_review(review())
    store.delete(R1)
    assert store.purge_deleted() == 1
    with pytest.raises(InputProblem):
        store.undelete(token)
    counts = [store.connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("turns", "appraisals", "reviews")]
    assert counts == [5, 1, 0]
    assert store.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert store.load(RehearsalId("r_2")).record.persona == PERSONA


def test_deleting_all_leaves_no_word_in_any_file(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "library.db")
    store.create_rehearsal(record(title="Zanzibar"), turn("t_1", text="Kilimanjaro, said once."))
    (tmp_path / "backups").mkdir()
    for name in ("backups/library-20260509T074926Z.db", "library-set-aside-20260509T074926Z.db"):
        (tmp_path / name).write_bytes(b"Kilimanjaro")
    store.delete_all()
    assert store.page().rows == ()
    assert store.search("kilimanjaro") == ()
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert not [p.name for p in files if b"kilimanjaro" in p.read_bytes().lower() or b"Zanzibar" in p.read_bytes()]
    store.create_rehearsal(record("r_2"), turn("t_2", text="Afterwards."))
    assert [h.turn for h in store.search("afterwards")] == ["t_2"]
    store.close()


def test_pages_go_newest_first_by_order_of_making_and_not_by_clock(store: Store) -> None:
    started = [f"20{90 - n}-01-01T00:00:00.000Z" for n in range(7)]  # a clock that is set back each time
    for n, at in enumerate(started):
        store.create_rehearsal(record(f"r_{9 - n}", started=at))
    seen, before = [], None
    while True:
        page = store.page(3, before)
        seen += [r.id for r in page.rows]
        if page.next is None:
            break
        before = page.next
    assert seen == [f"r_{n}" for n in range(3, 10)]
    assert store.page(7).next is None


def test_pages_can_be_filtered(store: Store) -> None:
    fill(store)
    fill(store, "r_2", persona_id="ravi", persona_name="Ravi Menon")
    store.end_rehearsal(R1, "time", "agrees", open_objections=1)
    assert [r.id for r in store.page(persona="ravi").rows] == ["r_2"]
    assert [r.id for r in store.page(ladder="agrees").rows] == ["r_1"]
    assert [r.id for r in store.page(open_only=True).rows] == ["r_2"]
    assert [r.id for r in store.page(with_open_objections=True).rows] == ["r_1"]
    row = store.page(persona="margaret").rows[0]
    assert (row.yours, row.ended, row.interrupted, row.clock) == (3, "time", False, 17.0)


def test_ids_are_found_by_a_beginning_that_is_unique(store: Store) -> None:
    for id in ("r_01JCZAB", "r_01JCZCD", "r_01JCZC"):
        store.create_rehearsal(record(id))
    assert store.resolve("r_01jcza") == "r_01JCZAB"
    assert store.resolve(" 01JCZAB ") == "r_01JCZAB"
    store.delete(RehearsalId("r_01JCZC"))
    assert store.resolve("r_01JCZC") == "r_01JCZCD"
    with pytest.raises(InputProblem, match="More than one"):
        store.resolve("r_01")
    for nothing in ("", "r_", "r_%", "r_01JCZAB9", "\ud800"):
        with pytest.raises(InputProblem, match="no meeting"):
            store.resolve(nothing)


def test_a_meeting_held_elsewhere_goes_in_whole_or_not_at_all(store: Store) -> None:
    given = record(leaf=TurnId("t_4"), clock=16.0, ended="wrapped_up", ladder="agrees")
    with pytest.raises(ValueError, match="v_1"):
        store.add_rehearsal(given, conversation(), [review(id="v_1"), review(id="v_1")])
    assert store.page().rows == ()
    store.add_rehearsal(given, conversation(), [review(id="v_1")])
    loaded = store.load(R1)
    assert (loaded.record.leaf, loaded.record.clock, len(loaded.tree), len(loaded.reviews)) == ("t_4", 16.0, 5, 1)


def test_leaving_closing_and_reopening_are_no_interruption(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    store = Store.open(path)
    fill(store)
    store.close()
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["library.db"]
    again = Store.open(path)
    assert again.recover() == ()
    row = again.latest_open()
    assert row is not None
    assert not row.interrupted
    again.close()


def test_what_another_program_is_saying_now_is_left_alone(tmp_path: Path) -> None:
    speaking, starting = Store.open(tmp_path / "library.db"), Store.open(tmp_path / "library.db")
    fill(speaking)
    speaking.save_draft(R1, turn("t_6", "t_5", "Well, ", "stakeholder"))
    assert starting.recover() == ()
    assert speaking.recover() == ()
    speaking.add_turn(R1, turn("t_6", "t_5", "Well, yes.", "stakeholder"))
    assert starting.load(R1).tree[TurnId("t_6")].text == "Well, yes."
    assert starting.connection.execute("SELECT count(*) FROM drafts").fetchone()[0] == 0
    speaking.close()
    starting.close()


def test_a_draft_left_behind_becomes_a_cut_turn_and_an_empty_one_goes(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "library.db")
    fill(store)
    fill(store, "r_2")
    said = turn(
        "t_6", "t_5", "Well, \0 I", "stakeholder", at=20.0, until=21.5, by=Source("model", "m"), act="probe", concern="payback"
    )
    store.save_draft(R1, replace(said, text="Well"))
    store.save_draft(R1, said)
    store.save_draft(RehearsalId("r_2"), turn("t_7", "t_5r_2", " ", "stakeholder"))
    store.drop_draft(TurnId("t_none"))
    store.close()
    again = Store.open(tmp_path / "library.db")
    assert set(again.recover()) == {R1, "r_2"}
    assert again.recover() == ()
    loaded = again.load(R1)
    assert loaded.tree[TurnId("t_6")] == replace(said, text="Well, \ufffd I", state="cut")
    assert (loaded.record.leaf, loaded.record.clock, loaded.record.interrupted) == ("t_6", 21.5, True)
    assert TurnId("t_7") not in again.load(RehearsalId("r_2")).tree
    again.add_turn(R1, turn("t_8", "t_6"))
    assert not again.load(R1).record.interrupted
    again.close()


def test_five_thousand_turns_are_loaded_and_found(store: Store) -> None:
    appraisal, stance = appraised()
    said = [turn("t_0")]
    said += [
        turn(f"t_{n}", f"t_{n - 1}", f"Line {n} about the payback", appraisal=appraisal, stance=stance) for n in range(1, 5000)
    ]
    store.add_rehearsal(record(leaf=TurnId("t_4999")), said)
    loaded = store.load(R1)
    assert len(loaded.tree.take(TurnId("t_4999"))) == 5000
    assert store.page().rows[0].yours == 5000
    assert [h.turn for h in store.search("payback", 2)] == ["t_4999", "t_4998"]


def test_ids_grow_also_when_the_clock_is_set_back() -> None:
    maker = IdMaker()
    made = [maker.next(ms) for ms in (1000, 1000, 999, 5, 1001, 1000, 2**47)]
    assert made == sorted(set(made))
    assert {len(i) for i in made} == {26}
    many = [new_id("t") for _ in range(5000)]
    assert many == sorted(set(many))
    assert new_id("r_").startswith("r_0")


def test_ids_grow_when_more_are_made_than_the_counter_holds() -> None:
    maker = IdMaker()
    maker.next(1000)
    maker._counter = 2**20 - 2
    made = [maker.next(1000) for _ in range(4)] + [maker.next(1001)]
    assert made == sorted(set(made))


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a\0b", "a\ufffdb"), ("a\ud800b", "a\ufffdb"), ("\udc80", "\ufffd"), ("\ud83d\ude00!", "😀!"), ("é😀\u202e", "é😀\u202e")],
)
def test_what_sqlite_cannot_hold_is_replaced(store: Store, given: str, kept: str) -> None:
    assert storable(given) == kept
    store.create_rehearsal(record(title=given, ask=given, persona_name=given, persona={given: [given]}), turn("t_1", text=given))
    loaded = store.load(R1)
    assert loaded.tree[TurnId("t_1")].text == kept
    assert (loaded.record.title, loaded.record.ask, loaded.record.persona_name) == (kept, kept, kept)
    assert loaded.record.persona == {kept: [kept]}


def test_a_first_page_needs_neither_asyncio_nor_what_reads_files() -> None:
    late = "{'asyncio', 'pydantic', 'ruamel', 'openai', 'keyring', 'PySide6'}"
    code = f"import sys, rehearse.library; print(sorted({late} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_row_says_how_many_th_of_its_series_it_is(store: Store) -> None:
    for number in range(1, 5):
        after = RehearsalId(f"r_{number - 1}") if number > 1 else None
        fill(store, f"r_{number}", after=after)
    fill(store, "r_9", after=RehearsalId("r_gone"))
    assert {r.id: r.nth for r in store.page().rows} == {"r_1": 1, "r_2": 2, "r_3": 3, "r_4": 4, "r_9": 1}
    store.delete(RehearsalId("r_2"))
    assert {r.id: r.nth for r in store.page().rows} == {"r_1": 1, "r_3": 1, "r_4": 2, "r_9": 1}


def test_a_row_counts_its_takes_and_tells_the_best(store: Store) -> None:
    fill(store)
    row = store.page().rows[0]
    assert (row.takes, row.best_passed, row.best_applicable) == (0, None, None)
    leaves = [str(t.id) for t in store.load(R1).tree]
    store.add_review(review(leaf=leaves[-1], passed=22, applicable=31))
    store.add_review(review(leaf=leaves[-1], passed=21, applicable=31))  # judged again: no take more
    row = store.page().rows[0]
    assert (row.takes, row.passed, row.best_passed, row.best_applicable) == (1, 21, 22, 31)
    store.add_review(review(leaf=leaves[-2], passed=23, applicable=40))
    store.add_review(review(leaf=leaves[-2], passed=0, applicable=0, total=None))
    row = store.page().rows[0]
    assert (row.takes, row.passed, row.best_passed, row.best_applicable) == (2, 0, 22, 31)


def test_a_series_that_goes_round_in_a_circle_has_an_end(store: Store) -> None:
    fill(store, "r_1", after=RehearsalId("r_3"))
    fill(store, "r_2", after=RehearsalId("r_1"))
    fill(store, "r_3", after=RehearsalId("r_2"))
    fill(store, "r_4", after=RehearsalId("r_4"))
    assert store.page().rows[0].nth == 1
    assert all(1 <= r.nth <= 50 for r in store.page().rows)
