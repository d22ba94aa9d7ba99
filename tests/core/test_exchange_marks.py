"""Marks of a mentor go out with a meeting and come back in, beside what the judge said; the objections come with them."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from rehearse.exchange.arrival import take_in
from rehearse.exchange.export import render
from rehearse.exchange.ours import from_json
from rehearse.exchange.returning import of_ours
from rehearse.library import Library, Store
from rehearse.library.ids import new_id
from rehearse.review.mentor import OwnMark
from tests.core.play import catalog
from tests.core.shell import GOOD, schema
from tests.core.test_exchange_return import NOW, back, held


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
