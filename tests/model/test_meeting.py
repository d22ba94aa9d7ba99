"""A three-turn meeting and a judged review with a real, very small model. It is too small to act well: what is proved is
that streaming, stopping, structured replies and bad answers are lived through, and that code still decides."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from rehearse import events
from rehearse.conversation import Turn
from rehearse.meeting import Meeting
from rehearse.models.client import Client
from rehearse.models.endpoint import Timeouts, parse_endpoint
from rehearse.review.model import ModelJudge
from rehearse.review.review import review
from rehearse.stakeholder import guard
from rehearse.stakeholder.model import ModelAppraiser, ModelSpeaker
from rehearse.stakeholder.offline import OfflineAppraiser
from tests.core.play import catalog, meet, setting

LINES = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. Where do you feel it most?",
    "Fair point. We start with one region for two weeks, and if incidents do not fall by half, we stop.",
    "A yes to the two-week trial by Friday; I own it and send you the incident count each week.",
)
LONGER = (
    *LINES,
    "What would you need to see by then?",
    "I understand that it has to come back in your accounts. Finance counts it with me, give or take 15 percent.",
    "The risk is that reports come out late in the first week. In that case we switch back within a minute.",
)
SLOW = Timeouts(connect=5, tell=30, end=120)


def client_of(address: str) -> Client:
    return Client(parse_endpoint(address, "SmolLM2-135M", SLOW), None)


async def hold(
    address: str, lines: tuple[str, ...], who: str = "skeptical-executive", by_rule: bool = False
) -> tuple[Meeting, list[events.Event]]:
    client = client_of(address)
    meeting = meet(setting(who, seed=1))
    meeting.use(OfflineAppraiser() if by_rule else ModelAppraiser(client), ModelSpeaker(client, "SmolLM2-135M"))
    seen: list[events.Event] = []
    try:
        for line in lines:
            if meeting.ended is None:
                seen += [event async for event in meeting.say(line)]
        seen += [event async for event in meeting.wrap_up()]
    finally:
        await client.close()
    return meeting, seen


def test_whole_meetings_and_what_became_of_its_lines(real_server: str, capsys: pytest.CaptureFixture[str]) -> None:
    """How many lines stood at once, stood after a rewrite, and were said in the person's own words; and why drafts did not."""
    stood, rewritten, own, why = 0, 0, 0, Counter[str]()
    whole = shown = 0
    for who in ("skeptical-executive", "peer-lead", "direct-report"):
        meeting, seen = asyncio.run(hold(real_server, LONGER, who, by_rule=True))
        assert not [e for e in seen if isinstance(e, events.Troubled)]
        assert meeting.ended is not None
        lines = [t for t in meeting.take if t.speaker == "stakeholder"][1:]
        earlier: tuple[str, ...] = (meeting.take[0].text,)
        for turn in lines:
            assert turn.by is not None
            why.update(turn.by.turned_down)
            stood += turn.by.kind == "model" and not turn.by.turned_down
            rewritten += turn.by.kind == "model" and bool(turn.by.turned_down)
            own += turn.by.kind == "offline"
            assert turn.by.kind == "model" or len(turn.by.turned_down) == 3
            assert not guard.out_of_form(turn.text)
            assert turn.text not in earlier
            earlier += (turn.text,)
        whole += len(lines)
        shown += sum(isinstance(e, events.Retold) for e in seen)
    with capsys.disabled():
        print(f"\n  {whole} lines: {stood} stood at once, {rewritten} after a rewrite, {own} in the person's own words")
        print(f"  drafts turned down: {', '.join(f'{n} {id}' for id, n in why.most_common()) or 'none'}")
        print(f"  taken back after some of it was shown: {shown} drafts of {stood + rewritten + sum(why.values())}")
    assert stood + rewritten + own == whole > 10


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
