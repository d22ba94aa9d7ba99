"""`rehearse review`: judge a transcript. Stores only with --save."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from rehearse.catalog.catalog import Catalog
from rehearse.cli.casting import cast
from rehearse.cli.judging import NO_ANSWER, Matter, judged
from rehearse.cli.output import complain, show, show_json
from rehearse.cli.parts import Runner, catalog, new_turn, now, opened
from rehearse.cli.sheet import print_review
from rehearse.conversation import Mode, RehearsalId, Turn
from rehearse.errors import InputProblem
from rehearse.exchange.transcript import Transcript, read
from rehearse.library.ids import new_id
from rehearse.paths import data_paths
from rehearse.personas import Persona
from rehearse.preparation import record_of
from rehearse.review.types import Review
from rehearse.scenarios import Scenario, in_situation
from rehearse.stakeholder.foreign import appraised
from rehearse.stakeholder.setting import Setting


def review(
    file: Path, persona: str | None, me: str | None, rubric: str | None, model: str | None, endpoint: str | None, save: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Judge the transcript in a file and print the review. Returns the exit code."""
    if endpoint is not None and model is None:
        raise click.UsageError("--endpoint needs --model.")
    transcript = read(file, me)
    paths = data_paths()
    found = catalog(paths)
    scenario = _scenario(found, transcript)
    person = _person(found, transcript, persona, scenario)
    if save and person is None:
        raise InputProblem("--save needs to know who it was with.", "Add --persona.")
    sheet = found.rubric(rubric or (scenario.rubric if scenario else "buy-in"))
    mode: Mode = transcript.mode or (scenario.mode if scenario else "selling")
    moved_by: Mode = (scenario.suits if scenario else None) or mode
    here = in_situation(person, scenario) if person else None
    take = _with_new_ids(transcript.turns) if save else transcript.turns
    if here is not None and not all(t.appraisal for t in take if t.speaker == "you"):
        take = appraised(take, here)
    id = RehearsalId(new_id("r")) if save else None
    with Runner() as runner:
        who = runner.run(cast(model, endpoint, paths))
        try:
            matter = Matter(take, sheet, moved_by, person, scenario, id, transcript.difficulty, transcript.names)
            made = judged(runner, matter, who.judge)
        finally:
            runner.run(who.close())
    if id is not None and here is not None:
        setting = Setting(here, scenario, mode, transcript.difficulty, ask=transcript.ask, register=found.register(here.register))
        _save(id, transcript.title or file.stem, take, made, setting)
    if as_json:
        show_json(made.to_json())
    else:
        print_review(made, here, moved_by, transcript.forced, mode)
        if id is not None:
            show()
            show(f"Kept as {id}.")
    return 3 if made.why_not in NO_ANSWER else 0


def _scenario(found: Catalog, transcript: Transcript) -> Scenario | None:
    if transcript.scenario is None:
        return None
    try:
        return found.scenario(transcript.scenario)
    except InputProblem as problem:
        if not transcript.ours:
            raise
        complain(f"{problem} The meeting is judged without its scenario.")
        return None


def _person(found: Catalog, transcript: Transcript, given: str | None, scenario: Scenario | None) -> Persona | None:
    """Who it was with: as asked for, as the file says, as its scenario says. A meeting of ours is judged also without."""
    named = given or transcript.persona or (scenario.persona if scenario else None)
    if named is None:
        return None
    try:
        return found.persona(named)
    except InputProblem as problem:
        if given or not transcript.ours:
            raise
        complain(f"{problem} The meeting is judged without knowing the person; --persona names one.")
        return None


def _with_new_ids(take: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The take under ids of its own: line numbers of a file are not unique in a library."""
    done: list[Turn] = []
    for turn in take:
        done.append(replace(turn, id=new_turn(), parent=done[-1].id if done else None))
    return tuple(done)


def _save(id: RehearsalId, title: str, take: tuple[Turn, ...], made: Review, setting: Setting) -> None:
    left = sum(o.status in ("open", "dodged") for o in made.objections)
    record = replace(
        record_of(setting, id, started=now()),
        title=title[:120],
        ended="wrapped_up",
        leaf=take[-1].id,
        ladder=made.ladder,
        decision=made.decision.to_json() if made.decision else None,
        open_objections=left,
    )
    with opened() as (runner, library, _):
        runner.run(library.add_rehearsal(record, take, [made.to_json()]))
