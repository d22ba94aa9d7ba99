"""A three-turn meeting and a judged review with a real, very small model. It is too small to act well: what is proved is
that streaming, stopping, structured replies and bad answers are lived through, and that code still decides."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from rehearse import events
from rehearse.conversation import Turn
from rehearse.meeting import Meeting
from rehearse.models.client import Client
from rehearse.models.endpoint import Timeouts, parse_endpoint
from rehearse.review.model import ModelJudge
from rehearse.review.review import review
from rehearse.stakeholder.model import ModelAppraiser, ModelSpeaker
from rehearse.stakeholder.offline import OfflineAppraiser
from tests.core.play import catalog, meet, setting

LINES = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. Where do you feel it most?",
    "Fair point. We start with one region for two weeks, and if incidents do not fall by half, we stop.",
    "A yes to the two-week trial by Friday; I own it and send you the incident count each week.",
)
SLOW = Timeouts(connect=5, tell=30, end=120)


def client_of(address: str) -> Client:
    return Client(parse_endpoint(address, "SmolLM2-135M", SLOW), None)


async def hold(address: str, lines: tuple[str, ...]) -> tuple[Meeting, list[events.Event]]:
    client = client_of(address)
    meeting = meet(setting("skeptical-executive", seed=1))
    meeting.use(ModelAppraiser(client), ModelSpeaker(client, "SmolLM2-135M"))
    seen: list[events.Event] = []
    try:
        for line in lines:
            seen += [event async for event in meeting.say(line)]
        seen += [event async for event in meeting.wrap_up()]
    finally:
        await client.close()
    return meeting, seen


def test_a_meeting_of_three_turns(real_server: str) -> None:
    meeting, seen = asyncio.run(hold(real_server, LINES))
    assert not [e for e in seen if isinstance(e, events.Troubled)]
    assert meeting.ended is not None
    take: tuple[Turn, ...] = meeting.take
    assert [t.speaker for t in take[:7]] == ["stakeholder", "you"] * 3 + ["stakeholder"]
    assert all(t.text for t in take)
    assert len([e for e in seen if isinstance(e, events.Spoke)]) > 4, "the words stream"
    for turn in take:
        if turn.appraisal:
            assert all(turn.text[m.start : m.end] == m.quote for m in turn.appraisal.moves)
    # Whatever it says, a yes is the code's: four turns cannot buy this person.
    assert meeting.stance.stage != "committed"
    wordings = {t.by.kind for t in take if t.speaker == "stakeholder" and t.by}
    assert wordings <= {"model", "offline"}


def test_a_review_it_judges_quotes_only_what_was_said(real_server: str) -> None:
    async def run() -> None:
        meeting = meet(setting("skeptical-executive", seed=1))
        for line in (*LINES, "Does that answer it?"):
            async for _ in meeting.say(line):
                pass
        client = client_of(real_server)
        try:
            made = await review(
                meeting.take, catalog().rubric("buy-in"), mode="selling", judge=ModelJudge(client, "SmolLM2-135M"), id="v_1",
                persona=meeting.setting.persona,
            )  # fmt: skip
        finally:
            await client.close()
        texts = {t.id: t.text for t in meeting.take if t.speaker == "you"}
        if made.judged:
            for mark in made.checks:
                if mark.verdict == "yes" and mark.place is not None:
                    assert texts[mark.place.turn][mark.place.start : mark.place.end] == mark.place.quote  # type: ignore[index]
            assert made.total is not None
        else:
            assert made.why_not in ("not_usable", "no_reply")
            assert made.total is None
        assert made.ladder == meeting.stance.ladder

    asyncio.run(run())


def test_stopping_it_in_mid_line_keeps_the_words(real_server: str) -> None:
    async def run() -> None:
        client = client_of(real_server)
        meeting = meet(setting("skeptical-executive", seed=1))
        meeting.use(OfflineAppraiser(), ModelSpeaker(client, "SmolLM2-135M"))
        begun = asyncio.Event()

        async def watch() -> None:
            async for event in meeting.say(LINES[0]):
                if isinstance(event, events.Spoke):
                    begun.set()

        task = asyncio.ensure_future(watch())
        await asyncio.wait_for(begun.wait(), 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await client.close()
        assert meeting.take[-1].state in ("stopped", "whole")
        assert meeting.take[-1].speaker == "stakeholder"

    asyncio.run(run())


def test_a_talk_too_long_for_it_goes_on_with_the_last_lines(real_server: str) -> None:
    async def run() -> None:
        client = client_of(real_server)
        meeting = meet(replace(setting("skeptical-executive", seed=1), minutes=120))
        for n in range(16):
            if meeting.ended is not None:
                break
            async for _ in meeting.say(
                f"Point {n}: " + "we lose orders because checkout is down at peak, and customers go elsewhere. " * 7
            ):
                pass
        meeting.ended = None
        meeting.use(OfflineAppraiser(), ModelSpeaker(client, "SmolLM2-135M"))
        seen = [event async for event in meeting.say("Where do you feel it most?")]
        await client.close()
        last = seen[-1]
        told = [e for e in seen if isinstance(e, (events.Noted, events.Troubled))]
        assert isinstance(last, (events.Ended, events.Noted, events.Closing, events.Troubled))
        assert told or meeting.take[-1].speaker == "stakeholder"

    asyncio.run(run())
