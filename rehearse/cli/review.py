"""`rehearse review`: judge a transcript. Stores only with --save."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rehearse.cli.output import show, show_json
from rehearse.cli.parts import Cast, Runner, cast, catalog, new_turn, now
from rehearse.cli.sheet import print_review
from rehearse.conversation import Mode, RehearsalId, Turn, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.transcript import read
from rehearse.library.front import Library
from rehearse.library.ids import new_id
from rehearse.paths import Paths, data_paths
from rehearse.personas import Persona
from rehearse.preparation import record_of
from rehearse.review.review import review as judge_take
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario, in_situation
from rehearse.stakeholder.foreign import appraised
from rehearse.stakeholder.setting import Setting


def review(
    file: Path, persona: str | None, me: str | None, rubric: str | None, model: str | None, endpoint: str | None, save: bool,
    as_json: bool,
) -> int:  # fmt: skip
    transcript = read(file, me)
    paths = data_paths()
    found = catalog(paths)
    scenario = found.scenario(transcript.scenario) if transcript.scenario else None
    named = persona or transcript.persona or (scenario.persona if scenario else None)
    person = found.persona(named) if named else None
    if save and person is None:
        raise InputProblem("--save needs to know who it was with.", "Add --persona.")
    sheet = found.rubric(rubric or (scenario.rubric if scenario else "buy-in"))
    given = (transcript.data or {}).get("mode")
    mode: Mode = "influencing" if given == "influencing" else "selling" if given else scenario.mode if scenario else "selling"
    here = in_situation(person, scenario) if person else None
    take = _with_new_ids(transcript.turns) if save else transcript.turns
    take = appraised(take, here) if here else take
    id = RehearsalId(new_id("r")) if save else None
    runner = Runner()
    try:
        who = runner.run(cast(model, endpoint, paths))
        made = runner.run(_judge(who, take, sheet, mode, person, scenario, id))
    finally:
        runner.close()
    if id is not None and here is not None:
        _save(id, file, take, made, Setting(here, scenario, mode), paths)
    if as_json:
        show_json(made.to_json())
    else:
        print_review(made, here, mode)
        if id is not None:
            show(f"Kept as {id}.")
    return 3 if made.why_not in ("no_reply", "not_usable") else 0


async def _judge(
    who: Cast, take: tuple[Turn, ...], rubric: Rubric, mode: Mode, person: Persona | None, scenario: Scenario | None,
    id: RehearsalId | None,
) -> Review:  # fmt: skip
    try:
        return await judge_take(
            take, rubric, mode=mode, judge=who.judge, id=new_id("v"), created=now(), persona=person, scenario=scenario,
            rehearsal=id,
        )  # fmt: skip
    finally:
        if who.client is not None:
            await who.client.close()


def _with_new_ids(take: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The take under ids of its own: line numbers of a file are not unique in a library."""
    done: list[Turn] = []
    for turn in take:
        done.append(replace(turn, id=TurnId(new_turn()), parent=done[-1].id if done else None))
    return tuple(done)


def _save(id: RehearsalId, file: Path, take: tuple[Turn, ...], made: Review, setting: Setting, paths: Paths) -> None:
    record = replace(record_of(setting, id, started=now()), title=file.stem[:120], ended="wrapped_up", leaf=take[-1].id)
    library = Library.open(paths.library, backups=paths.backups)
    runner = Runner()
    try:
        runner.run(library.add_rehearsal(record, take, [made.to_json()]))
    finally:
        runner.close()
        library.close()
