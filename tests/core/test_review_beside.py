"""One's own line beside another: by rule, or worded by a model on a real loopback server and held to the same."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from rehearse.review.beside import Beside, beside
from rehearse.review.heard import hear
from tests.core.play import setting
from tests.core.test_review_line import BACKLOG, judged
from tests.server import Server
from tests.server.talk import talking

MINE = "That is fair. We could do half of it."
GOOD = "We start with one engineer for two weeks, and if it is not better by then we stop."
INVENTED = "We start for two weeks, and if it is not better we stop; it saves $93k."


def compared(replies: list[str] | None, **server: Any) -> tuple[Beside, list[Any]]:
    """Compare, with a model that answers these things one after the other; with none, by rule."""
    made, at = judged(BACKLOG, "weak", 0)
    here = setting(scenario=BACKLOG)
    assert made.one_thing is not None
    thing = made.one_thing
    take = (*at.before, *take_after(at.before))
    if replies is None:
        return asyncio.run(beside(MINE, here, take, thing, made.rubric)), []
    with Server(replies=replies, **server) as up:

        async def ask() -> Beside:
            async with talking(up.url) as client:

                async def get() -> Any:
                    return client

                return await beside(MINE, here, take, thing, made.rubric, "small", get)

        return asyncio.run(ask()), list(up.requests)


def take_after(before: tuple[Any, ...]) -> tuple[Any, ...]:
    """The line of yours at that moment, so that the take has it."""
    made, _ = judged(BACKLOG, "weak", 0)
    from rehearse.conversation import Turn, TurnId

    assert made.one_thing is not None
    return (Turn(TurnId(made.one_thing.turn), before[-1].id, "you", "It is only a small thing."),)


def line(said: str) -> str:
    return json.dumps({"line": said})


def test_by_rule_both_are_heard() -> None:
    made, _ = compared(None)
    assert "says what is fair about the worry" in made.yours.does
    assert not made.yours.meets
    assert made.heard is not None
    assert made.heard.meets
    assert (made.by, made.note, made.here) == ("", "", True)


def test_a_models_line_that_holds_up_is_given() -> None:
    made, asked = compared([line(GOOD)])
    assert (made.line, made.by, made.note) == (GOOD, "small", "")
    assert made.heard is not None
    assert made.heard.meets
    assert len(asked) == 1


def test_an_invented_figure_goes_back_once_and_then_counts_for_nothing() -> None:
    made, asked = compared([line(INVENTED), line(GOOD)])
    assert made.line == GOOD
    assert len(asked) == 2
    made, _ = compared([line(INVENTED), line(INVENTED)])
    assert made.by == ""
    assert made.note == "small gave no line that holds up here. This one is by rule."
    assert made.heard is not None
    _, at = judged(BACKLOG, "weak", 0)
    assert hear(at, made.line).meets


def test_a_model_that_is_gone_is_no_reason_to_give_nothing() -> None:
    made, _ = compared(["no JSON at all"] * 2)
    assert made.line
    assert made.by == ""
    assert made.note
