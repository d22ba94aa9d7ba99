"""Somebody's transcript, judged offline and put into the library; or a meeting of ours, put back as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from rehearse.catalog.catalog import Catalog
from rehearse.conversation import RehearsalId, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.arrival import Arrival, Shelf, is_there, of_transcript, reviewed, take_in
from rehearse.exchange.returning import of_ours
from rehearse.exchange.transcript import Heard, Transcript
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from rehearse.stakeholder.setting import Setting


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file: the meeting it is in the library, and whether it was there before."""

    id: RehearsalId
    was_there: bool = False


async def take_in_transcript(
    heard: Heard, me: str, like: str, catalog: Catalog, library: Shelf, new_id: Callable[[str], str], now: str
) -> TakenIn:
    """Judge it offline with `me` as you, and keep both. `like` is the id of a person, empty for nobody in particular.

    All work is done in threads: a transcript of 2,000 lines takes seconds. Raises InputProblem and StoreProblem; nothing is kept
    then, nor where the task is cancelled before it is whole.
    """
    arrival, setting, names = await asyncio.to_thread(_arrived, heard, me, like, catalog, new_id)
    made = await review(
        arrival.turns, catalog.rubric(setting.scenario.rubric if setting.scenario else "buy-in"), mode=setting.moved_by,
        judge=OfflineJudge(), id=new_id("v"), created=now, persona=setting.persona, scenario=setting.scenario,
        rehearsal=arrival.record.id, names=names,
    )  # fmt: skip
    return TakenIn(await take_in(reviewed(arrival, made), library, new_id))


def _arrived(
    heard: Heard, me: str, like: str, catalog: Catalog, new_id: Callable[[str], str]
) -> tuple[Arrival, Setting, dict[str, str]]:
    transcript = heard.by(me)
    scenario = catalog.scenario(transcript.scenario) if transcript.scenario else None
    person = catalog.persona(like) if like else None
    id = RehearsalId(new_id("r"))
    arrival, setting = of_transcript(
        transcript, person, scenario, catalog, id, lambda: TurnId(new_id("t")), scenario.mode if scenario else "selling"
    )
    return arrival, setting, dict(transcript.names)


async def take_in_ours(
    file: str, transcript: Transcript, catalog: Catalog, library: Shelf, new_id: Callable[[str], str], now: str
) -> TakenIn:
    """Put a meeting of ours back as it was; where it never left, it is only found. Raises InputProblem and StoreProblem."""
    if transcript.whole is None:
        raise InputProblem(f"{file}: this is no meeting.", "Name an export of a meeting.")
    whole = dict(transcript.whole)
    arrival = await asyncio.to_thread(of_ours, file, whole, catalog, now)
    if await is_there(arrival, library):
        return TakenIn(arrival.record.id, True)
    return TakenIn(await take_in(arrival, library, new_id))
