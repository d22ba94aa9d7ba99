"""`rehearse talk`: a meeting in the terminal, typed or piped. It ends with the review."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import click

from rehearse import series
from rehearse.catalog.catalog import Catalog
from rehearse.cli import series as chain
from rehearse.cli.casting import Cast, cast
from rehearse.cli.held import PACE, Outcome, Piped, Typed
from rehearse.cli.judging import NO_ANSWER, Matter, judged
from rehearse.cli.output import show, show_json, wrapped
from rehearse.cli.parts import Runner, catalog, new_turn, now, opened
from rehearse.cli.sheet import print_review
from rehearse.clock import Clock, WallClock, WordClock
from rehearse.conversation import Difficulty, RehearsalId, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.record import whole
from rehearse.library.front import Library
from rehearse.library.ids import new_id
from rehearse.library.records import Rehearsal
from rehearse.meeting import Meeting
from rehearse.paths import Paths
from rehearse.preparation import Choice, anew, begin, prepare, record_of, resume, rubric_of
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from rehearse.stakeholder.setting import Series, Setting

DEFAULT = "skeptical-executive"


@dataclass(frozen=True, slots=True)
class Talk:
    """What was asked for on the command line."""

    persona: str | None = None
    scenario: str | None = None
    ask: str = ""
    difficulty: Difficulty | None = None
    minutes: int | None = None
    seed: int | None = None
    after: str | None = None
    kept: str | None = None
    resume: str | None = None
    from_turn: str | None = None
    model: str | None = None
    endpoint: str | None = None
    as_json: bool = False
    assignment: str | None = None


def talk(asked: Talk) -> int:
    """Hold the meeting. Returns the exit code."""
    _fits_together(asked)
    if asked.assignment is not None:
        asked = _of_assignment(asked, asked.assignment)
    new = not (asked.after or asked.resume or asked.from_turn)
    chosen = _chosen(asked, catalog()) if new else None  # what is at fault in a file is said before there is a library
    piped = sys.stdin is None or not sys.stdin.isatty()
    with opened() as (runner, library, paths):
        who = runner.run(cast(asked.model, asked.endpoint, paths, 0.0 if piped else PACE))
        try:
            meeting, rubric = _meeting(asked, chosen, runner, library, paths, who, WordClock if piped else WallClock)
            meeting.use(who.appraiser, who.speaker)
            if piped:
                outcome = Piped(runner, meeting, None if asked.as_json else sys.stdout).hold()
            else:
                # At a terminal the object alone goes to standard output, so that it can be kept in a file.
                outcome = Typed(runner, meeting, sys.stderr if asked.as_json else sys.stdout).hold()
            made = None if outcome == "left" else _review(runner, library, meeting, rubric, who, outcome)
        finally:
            runner.run(who.close())
        if asked.as_json and not (piped and outcome == "left"):
            show_json(whole(runner.run(library.load(meeting.rehearsal)), "service" if outcome == "service" else None))
        elif made is not None:
            here = meeting.setting
            print_review(made, here.persona, here.moved_by, meeting.stance.forced, here.mode)
            show()
            show(f"Kept as {meeting.rehearsal}.")
            if not piped:
                show(wrapped("Say a line again with `rehearse talk --from TURN`; `rehearse search WORDS` shows its TURN."))
        return 3 if outcome == "service" or (made is not None and made.why_not in NO_ANSWER) else 0


def _fits_together(asked: Talk) -> None:
    """Options that contradict each other, or say nothing (as of a script whose variable is not set). Raises UsageError."""
    named = {"persona": asked.persona, "scenario": asked.scenario, "assignment": asked.assignment, "after": asked.after, "resume": asked.resume,
             "from": asked.from_turn, "model": asked.model, "endpoint": asked.endpoint}  # fmt: skip
    for name, value in named.items():
        if value is not None and not value.strip():
            raise click.UsageError(f"--{name} is empty.")
    again = "--from" if asked.from_turn else "--resume"
    if asked.from_turn or asked.resume:
        others = {"persona": asked.persona, "scenario": asked.scenario, "assignment": asked.assignment, "after": asked.after, "kept": asked.kept,
                  "ask": asked.ask, "difficulty": asked.difficulty}  # fmt: skip
        wrong = [f"--{name}" for name, value in others.items() if value]
        if wrong:
            raise click.UsageError(f"{again} goes on with a meeting as it was; leave out {', '.join(wrong)}.")
    if asked.persona and asked.scenario:
        raise click.UsageError("A scenario names its person; leave out --persona or --scenario.")
    if asked.assignment and (asked.persona or asked.scenario or asked.after):
        raise click.UsageError("An assignment names its situation and its person; leave out the others.")
    if asked.kept and not asked.after:
        raise click.UsageError("--kept goes with --after.")
    if asked.endpoint is not None and asked.model is None:
        raise click.UsageError("--endpoint needs --model.")


def _meeting(
    asked: Talk, chosen: tuple[Setting, Rubric] | None, runner: Runner, library: Library, paths: Paths, who: Cast,
    clock: type[WordClock] | type[WallClock],
) -> tuple[Meeting, Rubric]:  # fmt: skip
    """The meeting, and the rubric it will be judged with: what is missing is said before anybody has spoken."""
    if asked.from_turn or asked.resume:
        meeting = _again(asked, runner, library, clock)
        return meeting, rubric_of(catalog(paths), meeting.setting)
    before, last = chain.before(asked.after, asked.kept, runner, library) if asked.after else (None, None)
    setting, rubric = chosen or _chosen(asked, catalog(paths), before, last)
    record = record_of(
        setting, RehearsalId(new_id("r")), model=who.model, after=last.record.id if last else None,
        kept=before.kept if before else None, started=now(),
    )  # fmt: skip
    return runner.run(begin(setting, record, library, clock(), new_turn)), rubric


def _chosen(
    asked: Talk, files: Catalog, before: Series | None = None, last: Rehearsal | None = None
) -> tuple[Setting, Rubric]:  # fmt: skip
    """Who it is with, about what, and how it is judged; in a series the person and the situation of the meeting before."""
    choice = Choice(
        asked.persona, asked.scenario, asked.ask, asked.difficulty, asked.minutes, asked.seed, "influencing" if last else None
    )
    if choice.persona is None and choice.scenario is None:
        if last is not None:
            setting = anew(files, last.record, choice, before)
            return setting, rubric_of(files, setting)
        choice = replace(choice, persona=DEFAULT)
    setting = prepare(files, choice, before)
    return setting, rubric_of(files, setting)


def _of_assignment(asked: Talk, id: str) -> Talk:
    """The same with the files of the assignment, by which its own person and rubric are found, whatever else has their ids."""
    from rehearse.bundles import reading, taking
    from rehearse.bundles.records import Assignment

    with opened() as (runner, library, paths):
        _, data = runner.run(library.ask_bundles(lambda bundles: bundles.one(id)))
        bundle = reading.understood(data, id).bundle
        if not isinstance(bundle, Assignment):
            raise InputProblem(f"{id[:60]} is no assignment.", "`rehearse list assignments` shows them.")
        files = taking.place(bundle, paths)
    return replace(asked, scenario=str(files.scenario), persona=str(files.persona))


def _again(asked: Talk, runner: Runner, library: Library, clock: type[WordClock] | type[WallClock]) -> Meeting:
    """A meeting of the library: at the line where it stood, or back before a line of yours."""
    turn = TurnId(asked.from_turn.strip()) if asked.from_turn else None
    id = runner.run(library.resolve(asked.resume)) if asked.resume else _holding(runner, library, turn)
    kept = runner.run(library.load(id))
    if turn is not None and turn not in kept.tree:
        raise InputProblem(f"The meeting {id} has no line {turn}.")
    if asked.seed is not None and asked.seed != kept.record.seed:
        raise InputProblem(f"This meeting has the seed {kept.record.seed}, and keeps it.", "Leave out --seed.")
    begun: Clock = clock((kept.tree[turn].at or 0.0) if turn else kept.record.clock)
    meeting = resume(kept, library, begun, new_turn, runner.run(series.of(kept, library)))
    if asked.minutes:
        meeting.limit = asked.minutes * 60.0
    if turn is not None:
        try:
            runner.run(meeting.try_from(turn))
        except ValueError:
            raise InputProblem("Only a line of yours can be tried again.") from None
    elif meeting.ended is not None:
        raise InputProblem("This meeting has ended.", "Try a line of it again with --from TURN.")
    return meeting


def _holding(runner: Runner, library: Library, turn: TurnId | None) -> RehearsalId:
    found = runner.run(library.find_turn(turn)) if turn else None
    if found is None:
        raise InputProblem(f"There is no line {turn} in the library.", "`rehearse search WORDS` shows the ids of lines.")
    return found


def _review(runner: Runner, library: Library, meeting: Meeting, rubric: Rubric, who: Cast, outcome: Outcome) -> Review:
    """The review of this take, kept; and how the meeting ended. A service that just failed is not asked to judge."""
    setting = meeting.setting
    matter = Matter(
        meeting.take, rubric, setting.moved_by, setting.persona, setting.scenario, meeting.rehearsal, setting.difficulty
    )  # fmt: skip
    made = judged(runner, matter, who.judge, "no_reply" if outcome == "service" else None)
    runner.run(library.add_review(made.to_json()))
    if meeting.ended is not None:
        left = sum(o.status in ("open", "dodged") for o in made.objections)
        decision = made.decision.to_json() if made.decision else None
        stance = meeting.stance
        runner.run(library.end_rehearsal(meeting.rehearsal, meeting.ended, stance.ladder, stance.forced, decision, left))
    return made
