"""The stakeholder with a model: it words and reports, code decides. Over real HTTP, against the loopback server."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from rehearse import events
from rehearse.meeting import Meeting
from rehearse.models.client import Client
from rehearse.models.endpoint import Timeouts, parse_endpoint
from rehearse.stakeholder import prompts
from rehearse.stakeholder.model import ModelAppraiser, ModelSpeaker
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from tests.core.play import meet, setting
from tests.server.manner import THOUGHT, Manner
from tests.server.server import Server
from tests.server.wire import Out, piece

PATIENT = Timeouts(connect=5.0, tell=10.0, end=20.0, retry=0.03)
FIRST = "We lose $50k a month because checkout goes down at peak; that is from the refund ledger."
FINE = "That is one number. Who else would stand behind it?"


async def held(server: Server, lines: Iterable[str], check: Callable[[Meeting, list[events.Event]], Any] | None = None) -> Any:
    """A meeting with the model on this server. Returns the meeting and every event."""
    client = Client(parse_endpoint(server.url, "small", PATIENT), "sk-test")
    meeting = meet(setting("skeptical-executive", seed=1))
    meeting.use(ModelAppraiser(client), ModelSpeaker(client, "small"))
    seen: list[events.Event] = []
    try:
        for line in lines:
            seen += [event async for event in meeting.say(line)]
        if check is not None:
            await check(meeting, seen)
    finally:
        await client.close()
    return meeting, seen


def saying(lines: list[str]) -> Callable[[list[dict[str, str]]], str]:
    """A mind that says these lines one after the other, the last one for ever."""
    left = list(lines)
    return lambda messages: left.pop(0) if len(left) > 1 else left[0]


def nothing(messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
    return {"moves": [], "concerns": []}


def test_a_line_streams_and_stands_under_the_models_name() -> None:
    with Server(brain=saying([FINE]), answer=nothing) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
    last = meeting.take[-1]
    assert last.text == FINE
    assert (last.by.kind, last.by.model, last.by.instructions) == ("model", "small", prompts.SPEAK)
    chunks = [e.chunk for e in seen if isinstance(e, events.Spoke)]
    assert len(chunks) > 3
    assert "".join(chunks) == FINE
    assert [type(e).__name__ for e in seen][:3] == ["Said", "Appraised", "Speaking"]
    assert meeting.take[1].appraisal.by == "model"


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        ("You've convinced me. Let's do it, go ahead!", "agrees"),
        ("Great question! As an AI language model I would be happy to help.", "coaches"),
        ("You should mention the risk first. Well done.", "coaches"),
        ("Engineer: Then I will send it by Friday.", "speaks_for_you"),
        ("*leans back* ", "empty"),
        ("- And who counted it?\n- And when?", "form"),
    ],
)
def test_a_draft_that_does_not_hold_is_asked_for_again_before_a_word_of_it_is_shown(draft: str, why: str) -> None:
    with Server(brain=saying([draft, FINE]), answer=nothing) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
        asked = server.chats[-1].body
    assert not any(isinstance(e, events.Retold) for e in seen)
    assert "".join(e.chunk for e in seen if isinstance(e, events.Spoke)) == FINE
    last = meeting.take[-1]
    assert (last.text, last.by.kind, last.by.turned_down) == (FINE, "model", (why,))
    assert "last draft did not fit" in asked["messages"][-1]["content"]


def test_a_draft_that_fails_as_a_whole_is_taken_back() -> None:
    with Server(brain=saying(["Interesting, customers matter to us all in this house.", FINE]), answer=nothing) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
    assert sum(isinstance(e, events.Retold) for e in seen) == 1
    assert (meeting.take[-1].text, meeting.take[-1].by.turned_down) == (FINE, ("act",))


def test_after_two_rewrites_the_persons_own_words_stand() -> None:
    with Server(brain=lambda messages: "I am convinced, let's do it.", answer=nothing) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
        speaking = [c for c in server.chats if "response_format" not in c.body]
    assert len(speaking) == 3
    last = meeting.take[-1]
    assert last.by.kind == "offline"
    assert "convinced" not in last.text
    assert any(isinstance(e, events.Noted) for e in seen)


def test_a_model_never_decides_to_be_convinced() -> None:
    """It claims that everything is evidenced and agrees in every line: the stance does not move by that."""

    def claims(messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
        concerns = setting("skeptical-executive").persona.concerns
        quote = "we want this very much"
        return {
            "moves": [{"kind": "acknowledges", "quote": "never said by anybody", "concern": None}],
            "concerns": [
                {"id": c.id, "verdict": "evidenced", "tests": [t.id for t in c.resolved_by], "quote": quote} for c in concerns
            ],
        }

    lines = [f"Believe it, we want this very much, number {n}." for n in ("one", "two", "three")]
    with Server(brain=lambda m: "Yes, you have my approval.", answer=claims) as server:
        meeting, _ = asyncio.run(held(server, lines))
    assert meeting.stance.ladder == "resists"
    assert all(not state.tests for state in meeting.stance.concerns.values())
    assert not any(t.appraisal and t.appraisal.has("acknowledges") for t in meeting.take)


def test_a_server_that_goes_away_keeps_the_line_and_the_meeting_goes_on_offline() -> None:
    async def go_on(meeting: Meeting, seen: list[events.Event]) -> None:
        trouble = seen[-1]
        assert isinstance(trouble, events.Troubled)
        assert "Go on offline" in trouble.ways
        assert meeting.take[-1].speaker == "you"
        meeting.use(OfflineAppraiser(), OfflineSpeaker())
        async for _ in meeting.reply():
            pass
        assert meeting.take[-1].speaker == "stakeholder"
        assert meeting.take[-1].by is not None
        assert meeting.take[-1].by.kind == "offline"

    with Server(fault="f13_503_loading", answer=nothing) as server:
        asyncio.run(held(server, [FIRST], go_on))


def test_a_line_cut_in_the_middle_is_kept_as_cut() -> None:
    async def run(server: Server) -> tuple[Meeting, list[events.Event]]:
        client = Client(parse_endpoint(server.url, "small", PATIENT), "sk-test")
        meeting = meet(setting("skeptical-executive", seed=1))
        meeting.use(OfflineAppraiser(), ModelSpeaker(client, "small"))
        seen = [event async for event in meeting.say(FIRST)]
        await client.close()
        return meeting, seen

    with Server(brain=saying([FINE, FINE]), fault="f19_cut_reset") as server:
        meeting, seen = asyncio.run(run(server))
    assert isinstance(seen[-1], events.Troubled)
    assert (meeting.take[-1].speaker, meeting.take[-1].state) == ("stakeholder", "cut")
    assert meeting.take[-1].text


def test_stopping_keeps_what_was_said() -> None:
    async def run(server: Server) -> Meeting:
        client = Client(parse_endpoint(server.url, "small"), "sk-test")
        meeting = meet(setting("skeptical-executive", seed=1))
        meeting.use(OfflineAppraiser(), ModelSpeaker(client, "small"))
        spoken = asyncio.Event()

        async def watch() -> None:
            async for event in meeting.say(FIRST):
                if isinstance(event, events.Spoke):
                    spoken.set()

        task = asyncio.ensure_future(watch())
        await asyncio.wait_for(spoken.wait(), 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await client.close()
        return meeting

    with Server(brain=saying(["word " * 400]), rate=30) as server:
        meeting = asyncio.run(run(server))
    last = meeting.take[-1]
    assert (last.speaker, last.state) == ("stakeholder", "stopped")
    assert last.text.startswith("word")


def own_words(messages: list[dict[str, str]]) -> str:
    """The person's own words, as the instruction offers them: they stand in any act."""
    said = re.search(r"what was said last: (.*)\n[^\n]*:$", messages[-1]["content"], re.DOTALL)
    assert said is not None
    return said[1]


def spoken(seen: list[events.Event]) -> str:
    return "".join(e.chunk for e in seen if isinstance(e, events.Spoke))


@pytest.mark.parametrize("whole", [False, True], ids=["stream", "whole"])
def test_a_line_that_goes_wrong_late_ends_with_its_last_good_sentence(whole: bool) -> None:
    draft = "And who counted that, and when? Sounds good, though. I'll have my team start Monday."
    with Server(brain=saying([draft]), answer=nothing, manner=Manner(whole=whole)) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
        asked = sum("response_format" not in c.body for c in server.chats)
    last = meeting.take[-1]
    assert (last.text, last.by.kind, last.by.turned_down, asked) == ("And who counted that, and when?", "model", ("agrees",), 1)
    assert not any(isinstance(e, events.Retold) for e in seen)
    assert spoken(seen).strip() == last.text


@pytest.mark.parametrize("whole", [False, True], ids=["stream", "whole"])
def test_a_line_has_three_sentences_and_the_rest_is_not_waited_for(whole: bool) -> None:
    draft = "No. Not yet. Who counted it? " + "And another thing, while we are at it. " * 20
    with Server(brain=saying([draft]), answer=nothing, manner=Manner(whole=whole)) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
    assert meeting.take[-1].text == spoken(seen).strip() == "No. Not yet. Who counted it?"
    assert meeting.take[-1].by.turned_down == ()


def test_what_follows_under_another_label_is_not_waited_for() -> None:
    class Endless(Server):
        """Goes on with both sides of the talk for ever."""

        async def stream(self, text: str, out: Out) -> None:
            if text.startswith("{"):
                await super().stream(text, out)
                return
            await out.head()
            await out.event(piece("Solveig: And who counted that?\n"))
            while True:
                await out.event(piece("Engineer: Finance. Let's do it.\nSolveig: Fine.\n"))
                await asyncio.sleep(0.01)

    with Endless(answer=nothing) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
    assert meeting.take[-1].text == spoken(seen).strip() == "And who counted that?"


def test_thoughts_without_a_beginning_are_taken_back_once_and_held_back_from_then_on() -> None:
    with Server(brain=own_words, answer=nothing, manner=Manner(written="unopened")) as server:
        meeting, seen = asyncio.run(held(server, [FIRST, "Finance counted it, give or take 15 percent."]))
    kinds = [type(e).__name__ for e in seen]
    first, second = kinds[: kinds.index("Ended")], kinds[kinds.index("Ended") :]
    assert first.count("Retold") <= 1
    assert "Retold" not in second
    assert not any(THOUGHT[:16] in t.text for t in meeting.take)
    assert all(
        t.by.kind == "model" and t.by.turned_down == () for t in meeting.take if t.speaker == "stakeholder" and t.act != "open"
    )


@pytest.mark.parametrize(
    ("begun", "kept"),
    [
        ("And who counted ", "And who counted"),
        ("Sounds good, and", ""),
        ("Not yet. You have my appro", "Not yet."),
        ("As an AI mo", ""),
    ],
)
def test_a_line_that_breaks_off_keeps_what_may_stand(begun: str, kept: str) -> None:
    class Breaking(Server):
        async def stream(self, text: str, out: Out) -> None:
            if text.startswith("{"):
                await super().stream(text, out)
                return
            await out.head()
            await out.event(piece(begun))
            await asyncio.sleep(0.05)  # a reset overtakes what was not read yet
            out.reset()

    with Breaking(answer=nothing) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
    assert isinstance(seen[-1], events.Troubled)
    last = meeting.take[-1]
    assert (last.text if last.speaker == "stakeholder" else "") == kept
    assert last.speaker == "you" or last.state == "cut"


@pytest.mark.parametrize(
    ("manner", "note"),
    [
        (Manner(finish=None), ""),
        (Manner(finish="content_filter"), "cut this line short"),
        (Manner(finish="tool_calls"), "use a tool"),
    ],
    ids=["none", "filter", "tool"],
)
def test_how_a_line_ended_is_said_beside_it_where_it_matters(manner: Manner, note: str) -> None:
    with Server(brain=saying([FINE]), answer=nothing, manner=manner) as server:
        meeting, seen = asyncio.run(held(server, [FIRST]))
    assert meeting.take[-1].text == FINE
    noted = " ".join(e.words for e in seen if isinstance(e, events.Noted))
    assert note in noted
    assert bool(note) == bool(noted)
