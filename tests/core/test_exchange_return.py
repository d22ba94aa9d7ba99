"""What went out comes back: a meeting exported, taken into an empty library and exported again is the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.conversation import RehearsalId, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.arrival import Arrival, is_there, of_transcript, reviewed, take_in
from rehearse.exchange.export import render
from rehearse.exchange.ours import from_json
from rehearse.exchange.record import whole
from rehearse.exchange.returning import of_ours
from rehearse.exchange.transcript import read
from rehearse.library import Library
from rehearse.library.ids import new_id
from rehearse.library.records import Rehearsal
from rehearse.meeting import Meeting
from rehearse.preparation import record_of
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from tests.core.play import catalog, meet, said, setting
from tests.core.shell import GOOD, schema

NOW = "2026-03-01T10:00:00+00:00"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))).map(str.strip)
LINES = st.lists(WORDS.filter(bool) | st.sampled_from(GOOD.splitlines()), min_size=1, max_size=5)
_number = count()


async def held(
    lines: list[str], again: list[str], wrap_up: bool, person: str, scenario: str | None, extra: Mapping[str, Any]
) -> Rehearsal:
    """A meeting in a library of its own, with a second take, and a review of each."""
    meeting: Meeting = await said(meet(setting(person if not scenario else None, scenario, seed=5)), lines, wrap_up)
    reviews = [await judged(meeting, extra)]
    if again:
        await meeting.try_from(next(t.id for t in meeting.take if t.speaker == "you"))
        await said(meeting, again, wrap_up)
        reviews.append(await judged(meeting, {}))
    record = replace(
        record_of(meeting.setting, RehearsalId("r_1"), started=NOW), title="Two *weeks* for checkout", leaf=meeting.leaf,
        ended="wrapped_up" if wrap_up else "open",
    )  # fmt: skip
    return Rehearsal(record, meeting.tree, tuple(reviews))


async def judged(meeting: Meeting, extra: Mapping[str, Any]) -> dict[str, Any]:
    here = meeting.setting
    name = here.scenario.rubric if here.scenario else "buy-in"
    made = await review(
        meeting.take, catalog().rubric(name), mode=here.moved_by, judge=OfflineJudge(), id=f"v_{next(_number)}", created=NOW,
        persona=here.persona, scenario=here.scenario, rehearsal="r_1",
    )  # fmt: skip
    return {**made.to_json(), **extra}


async def through(folder: Path, kept: Rehearsal, into: str = "new") -> tuple[dict[str, Any], dict[str, Any]]:
    """The object of a meeting of one library, and that of the same meeting in another that it was taken into."""
    first = Library.open(folder / f"first{next(_number)}" / "library.db")
    try:
        await first.add_rehearsal(kept.record, tuple(kept.tree), kept.reviews)
        out = render(await first.load(kept.record.id), "json").decode()
    finally:
        first.close()
    return json.loads(out), await back(folder / f"{into}{next(_number)}", out)


async def back(folder: Path, out: str, name: str = "m.json") -> dict[str, Any]:
    library = Library.open(folder / "library.db")
    try:
        arrival = of_ours(name, dict(from_json(name, out).whole or {}), catalog(), NOW)
        assert not await is_there(arrival, library)
        id = await take_in(arrival, library, new_id)
        assert await is_there(arrival, library)
        kept = await library.load(id)
        assert render(kept, "md")
        assert b"</html>" in render(kept, "html")
        found: dict[str, Any] = json.loads(render(kept, "json"))
        return found
    finally:
        library.close()


@settings(max_examples=25, deadline=None, database=None)
@given(
    LINES, st.just([]) | LINES, st.booleans(), st.sampled_from(["skeptical-executive", "peer-lead", "direct-report"]),
    st.none() | st.just("reliability-into-the-backlog"), st.dictionaries(st.sampled_from(["weather", "mood"]), WORDS, max_size=2),
)  # fmt: skip
def test_out_and_in_and_out_again_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], again: list[str], wrap_up: bool, person: str, scenario: str | None,
    extra: dict[str, str],
) -> None:  # fmt: skip
    async def once() -> tuple[dict[str, Any], dict[str, Any]]:
        return await through(tmp_path_factory.getbasetemp(), await held(lines, again, wrap_up, person, scenario, extra))

    went, came = asyncio.run(once())
    schema("rehearsal").validate(went)
    assert came == went


def test_also_where_the_person_is_another_here_or_gone(tmp_path: Path) -> None:
    async def once(hash: str) -> None:
        kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
        kept = replace(
            kept, record=replace(kept.record, persona_hash=hash, persona_id="somebody" if not hash else kept.record.persona_id)
        )
        went, came = await through(tmp_path, kept)
        assert went["objections"]
        assert went["decision"]["words"]
        assert came == went

    for hash in ("", "sha256:other"):
        asyncio.run(once(hash))


def test_a_transcript_from_elsewhere_goes_out_and_comes_in_too(tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(
        "WEBVTT\n\n" + "".join(
            f"00:{i:02}.000 --> 00:{i:02}.900\n<v {'Dana' if i % 2 else 'Ana'}>{line}\n\n"
            for i, line in enumerate(["Hello.", "When does it pay back?", *GOOD.splitlines()[:3], "Fine.", GOOD.splitlines()[3]])
        ), "utf-8",
    )  # fmt: skip

    async def once(like: str) -> None:
        person = catalog().persona(like) if like else None
        transcript = read(file, "Ana")
        ids = count(1)
        arrival, with_ = of_transcript(transcript, person, None, catalog(), RehearsalId("r_1"), lambda: TurnId(f"t_{next(ids)}"))
        made = await review(
            arrival.turns, catalog().rubric("buy-in"), mode="selling", judge=OfflineJudge(), id=f"v_{next(_number)}", created=NOW,
            persona=with_.persona, rehearsal="r_1", names=transcript.names,
        )  # fmt: skip
        arrival = reviewed(arrival, made)
        assert made.objections
        from rehearse.conversation import Tree

        went, came = await through(tmp_path, Rehearsal(arrival.record, Tree(arrival.turns), tuple(map(dict, arrival.reviews))))
        assert went["foreign"] is True
        schema("rehearsal").validate(went)
        assert came == went

    for like in ("", "skeptical-executive"):
        asyncio.run(once(like))


def test_what_is_in_the_library_already_stays_and_the_copy_has_ids_of_its_own(tmp_path: Path) -> None:
    async def once() -> tuple[Any, Any]:
        kept = await held(GOOD.splitlines(), [], True, "skeptical-executive", None, {})
        library = Library.open(tmp_path / "library.db")
        try:
            arrival = Arrival(kept.record, tuple(kept.tree), kept.reviews)
            first = await take_in(arrival, library, new_id)
            await library.delete(first)
            second = await take_in(arrival, library, new_id)
            third = await take_in(arrival, library, new_id)
            assert len({first, second, third}) == 3
            await library.undelete(first)
            return whole(await library.load(first)), whole(await library.load(third))
        finally:
            library.close()

    first, third = asyncio.run(once())
    assert [t["text"] for t in first["turns"]] == [t["text"] for t in third["turns"]]
    ids = {t["id"] for t in third["turns"]}
    assert not ids & {t["id"] for t in first["turns"]}
    mine = third["review"]
    assert mine["rehearsal"] == third["rehearsal"]
    named = [c["turn"] for c in mine["checks"] if c["turn"]] + [t for o in mine["objections"] for t in o["turns"]]
    assert named
    assert set(named) <= ids


def test_what_a_failed_service_said_stays_here(tmp_path: Path) -> None:
    problem = {"problem": {"kind": "refused", "sentence": "No answer from 127.0.0.1:11434.", "hint": ""}}

    async def once() -> tuple[dict[str, Any], dict[str, Any]]:
        return await through(tmp_path, await held(GOOD.splitlines(), [], True, "skeptical-executive", None, problem))

    went, came = asyncio.run(once())
    assert "11434" not in json.dumps(went)
    assert came == went


JUNK = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3) | st.none(), max_size=3)


@settings(max_examples=60, deadline=None, database=None)
@given(st.data())
def test_any_value_in_any_place_is_taken_in_or_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole_object = json.loads(_sample())
    at: Any = whole_object
    for _ in range(data.draw(st.integers(1, 4))):
        keys = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        parent, at = at, at[key]
    parent[key] = data.draw(JUNK | st.dictionaries(st.text(max_size=4), JUNK, max_size=3))
    try:
        asyncio.run(back(tmp_path_factory.getbasetemp() / f"any{next(_number)}", json.dumps(whole_object)))
    except InputProblem as problem:
        assert "m.json" in str(problem)


_kept: list[str] = []


def _sample() -> str:
    if not _kept:
        kept = asyncio.run(held(GOOD.splitlines(), GOOD.splitlines()[:2], True, "skeptical-executive", None, {}))
        _kept.append(json.dumps(whole(kept)))
    return _kept[0]


@pytest.mark.parametrize("created", [[1], {"a": 1}, 7, True, "yesterday", "x" * 500])
def test_a_review_whose_time_is_none_is_taken_in(tmp_path: Path, created: object) -> None:
    whole = json.loads(_sample())
    for made in (whole["review"], *whole.get("reviews", [])):
        if made:
            made["created"] = created
    asyncio.run(back(tmp_path, json.dumps(whole)))
