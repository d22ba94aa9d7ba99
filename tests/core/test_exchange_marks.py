"""Marks of a mentor go out with a meeting and come back in, beside what the judge said; the objections come with them."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.exchange.arrival import take_in
from rehearse.exchange.export import render
from rehearse.exchange.markdown import to_markdown
from rehearse.exchange.ours import from_json
from rehearse.exchange.paper import MarkRow, paper
from rehearse.exchange.record import signed
from rehearse.exchange.returning import of_ours
from rehearse.exchange.webpage import to_html
from rehearse.library import Library, Store
from rehearse.library.ids import new_id
from rehearse.review.mentor import OwnMark, marks_of
from tests.core.play import catalog
from tests.core.shell import GOOD, schema
from tests.core.test_exchange_pages import checked
from tests.core.test_exchange_return import NOW, WORDS, back, held


async def marked(path: Path) -> tuple[dict[str, Any], str]:
    """A meeting with a review that two people marked: its review before they did, and the whole as JSON after."""
    kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
    library = Library.open(path)
    try:
        await library.add_rehearsal(kept.record, tuple(kept.tree), kept.reviews)
        (review,) = kept.reviews
        criterion, check = (review["checks"][0][name] for name in ("criterion", "check"))
        await library.put_mark(review["id"], OwnMark(criterion, check, "no", "The ask came first.", "Jonas"))
        await library.put_mark(review["id"], OwnMark(criterion, check, "na", "", "Asha"))
        await library.say_not_useful(review["id"], "moved:0")
        return dict(review), render(await library.load(kept.record.id), "json").decode()
    finally:
        library.close()


def test_they_come_back_as_they_went(tmp_path: Path) -> None:
    before, out = asyncio.run(marked(tmp_path / "one" / "library.db"))
    went = json.loads(out)
    schema("rehearsal").validate(went)
    schema("review").validate(went["review"])
    assert {(m["who"], m["verdict"]) for m in went["review"]["mentor_marks"]} == {("Jonas", "no"), ("Asha", "na")}
    assert went["review"]["not_useful"] == ["moved:0"]
    judge = [{**c, "mentor": None} for c in went["review"]["checks"]]
    assert judge == before["checks"]
    assert went["review"]["checks"][0]["mentor"]["verdict"] == "na"
    assert asyncio.run(back(tmp_path / "two", out)) == went
    with closing(Store.open(tmp_path / "two" / "library.db")) as store:
        assert [v.objection.to_json() for v in store.objections()] == went["review"]["objections"]
        ((review, (mark,)),) = store.marked_by("Jonas")
        store.take_mark_back(review.id, *mark.about, "Jonas")
        store.take_mark_back(review.id, *mark.about, "Asha")
        store.say_not_useful(review.id, "moved:0", on=False)
        (plain,) = store.load(store.page().rows[0].id).reviews
        assert plain["checks"] == before["checks"]
        assert not {"mentor_marks", "not_useful"} & set(plain)


def test_a_mark_without_a_name_is_its_owners_here_and_somebodys_elsewhere(tmp_path: Path) -> None:
    async def once() -> tuple[dict[str, Any], OwnMark]:
        kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
        with closing(Store.open(tmp_path / "here.db")) as store:
            store.add_rehearsal(kept.record, tuple(kept.tree), kept.reviews)
            (review,) = kept.reviews
            mine = OwnMark(review["checks"][0]["criterion"], review["checks"][0]["check"], "no", "I said it late.")
            store.put_mark(review["id"], mine)
            assert len(store.marked_by("")) == 1
            went = render(store.load(kept.record.id), "json").decode()
        came = await back(tmp_path / "there", went)
        assert came == json.loads(went)
        return came, mine

    came, mine = asyncio.run(once())
    with closing(Store.open(tmp_path / "there" / "library.db")) as store:
        assert store.marked_by("") == ()
        (review,) = store.load(came["rehearsal"]).reviews
        assert [(m.verdict, m.by, m.unnamed) for m in marks_of(review)] == [("no", "Somebody unnamed", 1)]
        store.put_mark(review["id"], mine)
        assert len(store.marked_by("")) == 1
        both = json.loads(render(store.load(came["rehearsal"]), "json"))
        assert [m["who"] for m in both["review"]["mentor_marks"]] == ["", ""]
        assert "unnamed" not in json.dumps(both)
        store.take_mark_back(review["id"], *mine.about, "")
        assert len(marks_of(store.load(came["rehearsal"]).reviews[0])) == 1
    assert asyncio.run(back(tmp_path / "third", json.dumps(both))) == both  # two people without a name stay two


def test_ones_own_mark_goes_out_under_the_name_one_signs_with(tmp_path: Path) -> None:
    async def once() -> dict[str, Any]:
        kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
        with closing(Store.open(tmp_path / "here.db")) as store:
            (review,) = kept.reviews
            one, other = ((c["criterion"], c["check"]) for c in review["checks"][:2])
            brought = {**review, "mentor_marks": [{"criterion": one[0], "check": one[1], "verdict": "na", "why": "", "who": ""}]}
            store.add_rehearsal(kept.record, tuple(kept.tree), (brought,))
            store.put_mark(review["id"], OwnMark(*one, "no", "I said it late."))
            store.put_mark(review["id"], OwnMark(*other, "yes", "Before", who="Asha"))
            store.put_mark(review["id"], OwnMark(*other, "no", "After"))
            here = store.load(kept.record.id)
            assert signed(here, " ") == here
            return json.loads(render(signed(here, "Asha"), "json"))

    went = asyncio.run(once())
    assert [(m["who"], m["verdict"], m["why"]) for m in went["review"]["mentor_marks"]] == [
        ("", "na", ""), ("Asha", "no", "I said it late."), ("Asha", "no", "After"),
    ]  # fmt: skip
    assert went["review"]["checks"][0]["mentor"]["who"] == "Asha"


@settings(max_examples=15, deadline=None, database=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["yes", "no", "na"]), st.sampled_from(["", "Jonas", "*Asha* <b>"]), WORDS),
        max_size=6,
    )
)
def test_marks_go_through_any_number_of_libraries_unchanged(
    tmp_path_factory: pytest.TempPathFactory, given_marks: list[tuple[int, Any, str, str]]
) -> None:
    async def once() -> None:
        kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
        folder = tmp_path_factory.mktemp("marks")
        (review,) = kept.reviews
        with closing(Store.open(folder / "first.db")) as store:
            store.add_rehearsal(kept.record, tuple(kept.tree), kept.reviews)
            for at, verdict, who, why in given_marks:
                about = review["checks"][at]["criterion"], review["checks"][at]["check"]
                store.put_mark(review["id"], OwnMark(*about, verdict, why, who))
            went = render(store.load(kept.record.id), "json").decode()
        for name in ("second", "third"):
            assert await back(folder / name, went) == json.loads(went)

    asyncio.run(once())


def test_what_is_sent_shows_them_beside_the_judge(tmp_path: Path) -> None:
    before, out = asyncio.run(marked(tmp_path / "library.db"))
    meeting = json.loads(out)
    mark = {"criterion": "", "check": "", "verdict": "yes", "who": "", "why": "<i>It</i> *was* there.", "when": "2026-01-01"}
    other = before["checks"][1]
    meeting["review"]["mentor_marks"].append(mark | {name: other[name] for name in ("criterion", "check")})
    differs = "" if before["checks"][0]["verdict"] in ("no", "unsure") else ", not as the judge"
    beside = "" if other["verdict"] == "yes" else ", not as the judge"
    rows = [row for criterion in paper(meeting).criteria for row in criterion.checks]
    assert rows[0].marks[0] == MarkRow("Jonas", f"no{differs}", "The ask came first.")
    assert rows[1].marks == (MarkRow("Somebody unnamed", f"yes{beside}", "<i>It</i> *was* there."),)
    assert not any(row.marks for row in rows[2:])
    text = to_markdown(meeting)
    assert f"\n  - Jonas: no{differs}. The ask came first.\n" in text
    assert f"\n  - Somebody unnamed: yes{beside}. \\<i\\>It\\</i\\> \\*was\\* there.\n" in text
    page = to_html(meeting)
    checked(page)
    assert f'<p class="mark"><b>Jonas</b>: no{differs}. The ask came first.</p>' in page
    assert "&lt;i&gt;It&lt;/i&gt; *was* there.</p>" in page


def test_a_copy_beside_the_first_has_marks_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    _, out = asyncio.run(marked(folder / "library.db"))
    said = json.loads(out)
    said["turns"][0]["text"] += " Hello."  # another meeting under the same ids

    async def once() -> str:
        library = Library.open(folder / "library.db")
        try:
            arrival = of_ours("m.json", dict(from_json("m.json", json.dumps(said)).whole or {}), catalog(), NOW)
            return await take_in(arrival, library, new_id)
        finally:
            library.close()

    assert asyncio.run(once()) != said["rehearsal"]
    with closing(Store.open(folder / "library.db")) as store:
        assert len({review.id for review, _ in store.marked_by("Jonas")}) == 2
        assert len({v.review for v in store.objections(None)}) == 2


def test_an_older_version_s_mentor_stays_where_it_was(tmp_path: Path) -> None:
    """A mentor's word that only stands with its check is none of ours, and is kept as it came."""

    async def once() -> tuple[Any, Any]:
        kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
        (review,) = kept.reviews
        word = {"verdict": "yes", "why": "I heard it."}
        there = {**review, "checks": [{**review["checks"][0], "mentor": word}, *review["checks"][1:]]}
        with closing(Store.open(tmp_path / "library.db")) as store:
            store.add_rehearsal(kept.record, tuple(kept.tree), (there,))
            return store.load(kept.record.id).reviews[0]["checks"], there["checks"]

    found, wanted = asyncio.run(once())
    assert found == wanted


def test_a_failed_review_has_no_objections_less(tmp_path: Path) -> None:
    """Objections come from the meeting, so they count also where the judge gave no answer."""
    kept = asyncio.run(held(GOOD.splitlines(), [], True, "skeptical-executive", None, {}))
    (review,) = kept.reviews
    unjudged = {**review, "judged": False, "why_not": "no_reply", "checks": [], "passed": None}
    with closing(Store.open(tmp_path / "library.db")) as store:
        store.add_rehearsal(replace(kept.record), tuple(kept.tree), (unjudged,))
        assert len(store.objections()) == len(review["objections"])
