"""The objections of all meetings, from a real library: which reviews count, how they are grouped, marks beside reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem
from rehearse.library import Store
from rehearse.review.across import STATUSES, Count, counting, groups, habit
from rehearse.review.mentor import OwnMark
from tests.golden.library.samples import conversation, objection, record, review, turn

R1, R2 = RehearsalId("r_1"), RehearsalId("r_2")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "library.db")) as opened:
        first, *rest = conversation()
        opened.create_rehearsal(record(), first)
        for said in rest:
            opened.add_turn(R1, said)
        opened.create_rehearsal(record("r_2", persona_id="ravi", persona_name="Ravi Menon"), turn("t_8", text="No."))
        yield opened


def shown(store: Store, **wanted: Any) -> list[tuple[str, str | None, str]]:
    return [(v.review, v.objection.concern, v.objection.status) for v in store.objections(**wanted)]


# ---- which reviews count


def test_the_newest_review_of_each_take_counts(store: Store) -> None:
    store.add_review(review(id="v_1", objections=[objection(status="open"), objection("timing")]))
    assert shown(store) == [("v_1", "payback", "open"), ("v_1", "timing", "open")]
    store.add_review(review(id="v_2", objections=[objection(status="answered")]))
    store.add_review(review(id="v_3", leaf="t_4", objections=[objection(status="dodged")]))
    assert shown(store) == [("v_3", "payback", "dodged"), ("v_2", "payback", "answered")]


def test_of_a_take_that_went_on_the_longer_one_counts(store: Store) -> None:
    store.add_review(review(id="v_1", leaf="t_5", objections=[objection(status="answered")]))
    store.add_review(review(id="v_2", leaf="t_3", objections=[objection(status="open")]))
    assert shown(store) == [("v_1", "payback", "answered")]


def test_what_is_deleted_is_not_listed_until_it_is_back(store: Store) -> None:
    store.add_review(review(id="v_1", objections=[objection()]))
    store.delete(R1)
    assert (store.objections(), store.count_objections()) == ((), ())
    store.undelete(R1)
    assert len(store.objections()) == 1
    store.delete(R1)
    store.purge_deleted()
    assert store.connection.execute("SELECT count(*) FROM objections").fetchone() == (0,)


def test_everything_about_a_row_is_there(store: Store) -> None:
    met = {"turn": "t_5", "start": 0, "end": 4, "quote": "From"}
    store.add_review(
        review(id="v_1", objections=[objection(status="parked", answered=[met], parked={"owner": "Ana", "date": "Friday"})])
    )
    (found,) = store.objections()
    assert (found.rehearsal, found.title, found.persona_name, found.leaf, found.turn) == (
        "r_1", "Checkout reliability", "Margaret Okafor", "t_5", "t_3",
    )  # fmt: skip
    told = found.to_json()
    assert told["words"] == "Where does the seventy come from?"
    assert told["answered"] == [met]
    assert told["parked"] == {"owner": "Ana", "date": "Friday"}
    assert told["persona"] == {"id": "margaret", "name": "Margaret Okafor"}


def test_filters_and_pages(store: Store) -> None:
    kinds = ("return", "timing", "trust")
    store.add_review(review(id="v_1", objections=[objection(k, kind=k, status=s) for k in kinds for s in STATUSES]))
    store.add_review(review("r_2", "t_8", id="v_2", objections=[objection(kind="trust", status="open")]))
    assert [r for r, *_ in shown(store, persona="ravi")] == ["v_2"]
    assert shown(store, persona="Ravi Menon") == []
    assert len(shown(store, kind="trust")) == 6
    assert len(shown(store, kind="trust", statuses=("open", "parked"))) == 3
    assert shown(store, persona="ravi", kind="timing") == []
    whole = store.objections(limit=None)
    assert len(whole) == 16
    pages, before = [], None
    while page := store.objections(5, before):
        pages += page
        before = page[-1].key
    assert tuple(pages) == whole


def test_somebody_without_an_id_is_found_by_name(store: Store) -> None:
    for n, name in enumerate(("Dana Ruiz", "Kofi", "Dana Ruiz")):
        store.create_rehearsal(record(f"r_x{n}", persona_id="", persona_name=name), turn(f"t_x{n}"))
        store.add_review(review(f"r_x{n}", f"t_x{n}", objections=[objection()]))
    assert [v.persona_name for v in store.objections(persona="Dana Ruiz")] == ["Dana Ruiz", "Dana Ruiz"]
    assert Counter({g.name: g.total for g in groups(store.count_objections(), "person")}) == {"Dana Ruiz": 2, "Kofi": 1}


def test_a_renamed_person_has_their_newest_name(store: Store) -> None:
    store.create_rehearsal(record("r_3", persona_name="Margaret Adeyemi"), turn("t_9"))
    store.add_review(review("r_3", "t_9", objections=[objection()]))
    store.add_review(review(objections=[objection()]))
    (group,) = groups(store.count_objections(), "person")
    assert (group.key, group.name, group.total) == ("margaret", "Margaret Adeyemi", 2)


def test_a_review_that_is_strange_does_not_keep_the_others_back(store: Store) -> None:
    strange: list[Any] = [None, 7, "x", [], {"status": "open"}, {"status": "lost"}, objection(turns=7), objection(weight="heavy")]
    store.add_review(review(id="v_1", objections=strange))
    store.add_review(review(id="v_2", leaf="t_4", objections={"a": objection()}))
    store.add_review(review(id="v_3", leaf="t_2"))
    store.add_review(review("r_2", "t_8", id="v_4", objections=[objection(kind=["x"]), objection()]))
    found = store.objections()
    assert ("v_4", "payback") in [(v.review, v.objection.concern) for v in found]
    assert sum(c.count for c in store.count_objections()) >= len(found)


leaves = st.sampled_from(["t_1", "t_2", "t_3", "t_4", "t_5", None])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(leaves, st.lists(st.sampled_from(STATUSES), max_size=3)), max_size=7))
def test_the_library_counts_the_reviews_that_the_rule_names(store: Store, made: list[tuple[str | None, list[str]]]) -> None:
    store.connection.execute("DELETE FROM objections")
    store.connection.execute("DELETE FROM reviews")
    reviews = [
        review(id=f"v_{n}", take={"leaf": leaf}, objections=[objection(status=s) for s in statuses])
        for n, (leaf, statuses) in enumerate(made)
    ]
    for r in reviews:
        store.add_review(r)
    wanted = {
        r["id"]: [o["status"] for o in r["objections"]] for r in counting(reviews, {t.id: t.parent for t in conversation()})
    }
    found: dict[str, list[str]] = {}
    for v in store.objections(None):
        found.setdefault(v.review, []).append(v.objection.status)
    assert found == {id: statuses for id, statuses in wanted.items() if statuses}


# ---- groups

counts = st.lists(
    st.builds(
        Count, st.sampled_from(["", "a", "b"]), st.sampled_from(["Ada", "Ben"]), st.sampled_from(["trust", "timing"]),
        st.sampled_from(STATUSES), st.integers(1, 9),
    )
)  # fmt: skip


@given(counts)
def test_groups_hold_every_objection_once_and_begin_with_what_is_missed(found: list[Count]) -> None:
    for by in ("person", "kind"):
        made = groups(found, by)  # type: ignore[arg-type]
        assert sum(g.total for g in made) == sum(c.count for c in found)
        assert [g.missed for g in made] == sorted((g.missed for g in made), reverse=True)
        assert all(g.unanswered <= g.total and g.missed <= g.unanswered for g in made)
        often = habit(made)
        assert often is None or 2 * often.missed > often.total


def test_a_habit_is_what_is_missed_more_often_than_not() -> None:
    def of(kind: str, **said: int) -> list[Count]:
        return [Count("a", "Ada", kind, status, n) for status, n in said.items()]  # type: ignore[arg-type]

    once = of("trust", open=1)
    often = of("timing", open=2, half_answered=2, answered=1)
    mostly_met = of("risk", open=3, answered=9)
    assert habit(groups(once, "kind")) is None
    assert habit(groups(mostly_met, "kind")) is None
    found = habit(groups([*once, *often, *mostly_met], "kind"))
    assert found is not None
    assert (found.name, found.unanswered, found.total) == ("timing", 4, 5)
    assert habit(groups(of("trust", parked=9), "kind")) is None
    heard = of("other", open=9)  # in transcripts: nobody knows of which kind they are
    assert habit(groups(heard, "kind")) is None
    found = habit(groups([*heard, *often], "kind"))
    assert found is not None
    assert found.name == "timing"


# ---- marks

MARK = OwnMark("ask", "one", "yes", "She asked.", "Jonas", "2026-05-10T10:00:00.000Z")
CHECK = {"criterion": "ask", "check": "one", "question": "?", "verdict": "no", "why": "nothing_found"}


def marked(store: Store, id: str) -> Any:
    return next(r for r in store.load(R1).reviews if r["id"] == id).get("mentor_marks")


def test_a_mark_stands_beside_the_judges_and_is_taken_back(store: Store) -> None:
    store.add_review(review(id="v_1", checks=[CHECK]))
    before = store.load(R1).reviews
    store.put_mark("v_1", OwnMark("ask", "one", "no", "", "Jonas"))
    kept = store.put_mark("v_1", MARK)
    assert kept == MARK
    store.put_mark("v_1", OwnMark("ask", "one", "na", "", "Asha"))
    (now,) = store.load(R1).reviews
    assert [(m["who"], m["verdict"]) for m in now["mentor_marks"]] == [("Jonas", "yes"), ("Asha", "na")]
    assert now["checks"][0]["verdict"] == "no"
    assert now["passed"] == before[0]["passed"]
    store.take_mark_back("v_1", "ask", "one", "Asha")
    store.take_mark_back("v_1", "ask", "one", "Asha")
    store.take_mark_back("v_1", "ask", "one", "Jonas")
    assert store.load(R1).reviews == before


def test_marks_and_notes_go_out_and_come_back_in(store: Store, tmp_path: Path) -> None:
    store.add_review(review(id="v_1", checks=[CHECK]))
    store.put_mark("v_1", MARK)
    store.say_not_useful("v_1", "objection:o_payback")
    kept = store.load(R1)
    with closing(Store.open(tmp_path / "other.db")) as other:
        other.add_rehearsal(kept.record, kept.tree, kept.reviews)
        assert other.load(R1).reviews == kept.reviews
        other.take_mark_back("v_1", "ask", "one", "Jonas")
        other.say_not_useful("v_1", "objection:o_payback", on=False)
        (plain,) = other.load(R1).reviews
        assert "mentor_marks" not in plain
        assert "not_useful" not in plain
        assert plain["checks"][0]["mentor"] is None


def test_a_review_that_is_not_kept_cannot_be_marked(store: Store) -> None:
    with pytest.raises(InputProblem):
        store.put_mark("v_none", MARK)
    with pytest.raises(InputProblem):
        store.say_not_useful("v_none", "note")


def test_marks_go_with_their_meeting_and_into_the_backup(store: Store) -> None:
    from rehearse.library.backup import fingerprint

    store.add_review(review(id="v_1", checks=[CHECK]))
    before = fingerprint(store.connection)
    store.put_mark("v_1", MARK)
    store.say_not_useful("v_1", "note")
    assert fingerprint(store.connection) != before
    store.delete(R1)
    assert store.marked_by("Jonas") == ()
    store.purge_deleted()
    for table in ("marks", "not_useful"):
        assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    store.delete_all()


def test_a_mark_is_one_short_line(store: Store) -> None:
    store.add_review(review(id="v_1", checks=[CHECK]))
    kept = store.put_mark("v_1", OwnMark("ask", "one", "yes", " a\n\x00b " + "x" * 999, "J\nW" * 99))
    assert "\n" not in kept.why + kept.who
    assert (len(kept.why), len(kept.who)) == (300, 60)
    assert marked(store, "v_1")[0]["why"] == kept.why


def test_whom_it_was_marked_by(store: Store) -> None:
    full = review(id="v_1", rubric={"id": "buy-in", "hash": "x"}, checks=[CHECK], why_not=None, delivery={})
    store.add_review(full)
    store.add_review(review("r_2", "t_8", id="v_2", checks=[CHECK]))
    store.put_mark("v_1", MARK)
    store.put_mark("v_2", OwnMark("ask", "one", "no", "", "Asha"))
    ((found, marks),) = store.marked_by("Jonas")
    assert (found.id, marks) == ("v_1", (MARK,))
