"""One's own line for the one thing beside another one for the same moment, each as the rules hear it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearse.conversation import Turn
from rehearse.errors import Problem
from rehearse.review import line, worded
from rehearse.review.heard import Heard, Moment, hear, moment_of
from rehearse.review.ledger import objections
from rehearse.review.types import OneThing
from rehearse.rubrics import Rubric
from rehearse.stakeholder.setting import Setting

if TYPE_CHECKING:
    from rehearse.models.client import Client

PATIENCE = 40.0  # seconds that a model's line is waited for, before the one by rule is given


@dataclass(frozen=True, slots=True)
class Beside:
    """One's own line as it was heard, and the other. `by` is the model that worded it, empty for the rules; `here` whether it is
    about this situation; `note` says why it is not a model's, where one was asked."""

    yours: Heard
    line: str = ""
    heard: Heard | None = None
    by: str = ""
    here: bool = True
    note: str = ""


async def beside(
    text: str,
    setting: Setting,
    take: Sequence[Turn],
    thing: OneThing,
    rubric: Rubric | None,
    model: str = "",
    client: Callable[[], Awaitable[Client]] | None = None,
) -> Beside:
    """Hear one's own line, and find one for the same moment, or have one worded by a model. A model that does not answer, or
    whose line does not hold up, is no reason to give nothing. Works in a thread; cancelling is cancelling."""
    moment, yours, best = await asyncio.to_thread(_by_rule, text, setting, take, thing, rubric)
    note = ""
    if model and client is not None:
        try:
            async with asyncio.timeout(PATIENCE):
                said = await worded.worded(await client(), setting, thing, moment)
            return Beside(yours, said, await asyncio.to_thread(hear, moment, said), model)
        except (Problem, TimeoutError):
            note = f"{model} gave no line that holds up here. This one is by rule."
    if best is None:
        return Beside(yours, note=note)
    return Beside(yours, best.text, await asyncio.to_thread(hear, moment, best.text), "", best.here, note)


def _by_rule(
    text: str, setting: Setting, take: Sequence[Turn], thing: OneThing, rubric: Rubric | None
) -> tuple[Moment, Heard, line.SaidLine | None]:
    found = next((o for o in objections(take, setting.persona) if o.id == thing.objection), None)
    met = found.met if found is not None else ()
    moment = moment_of(thing, take, setting.persona, setting.scenario, setting.moved_by, rubric, met)
    return moment, hear(moment, text), line.best(moment)
