"""`rehearse talk`: a meeting in the terminal, typed or piped. It ends with the review."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace

import click

from rehearse import events
from rehearse.cli.output import complain, show, show_json, wrapped
from rehearse.cli.parts import Cast, Runner, cast, catalog, new_turn, now, offline, opened
from rehearse.cli.sheet import print_review
from rehearse.cli.stdin import lines
from rehearse.cli.stream import Printer
from rehearse.clock import Clock, WallClock, WordClock
from rehearse.conversation import Difficulty, RehearsalId, TurnId
from rehearse.errors import InputProblem, Way
from rehearse.exchange.record import rehearsal as rehearsal_json
from rehearse.library.front import Library
from rehearse.library.ids import new_id
from rehearse.library.records import Rehearsal, RehearsalRecord
from rehearse.meeting import Meeting
from rehearse.paths import Paths
from rehearse.preparation import Choice, begin, prepare, record_of, resume
from rehearse.review.review import review as judge_take
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from rehearse.stakeholder.setting import Series

PACE = 0.045  # seconds a word on a terminal: about as fast as one reads
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


def talk(asked: Talk) -> int:
    """Hold the meeting. Returns the exit code."""
    piped = not sys.stdin.isatty()
    with opened() as (runner, library, paths):
        who = runner.run(cast(asked.model, asked.endpoint, paths, 0.0 if piped else PACE))
        clock: Clock = WordClock() if piped else WallClock()
        record, meeting = _meeting(asked, runner, library, paths, who, clock)
        meeting.use(who.appraiser, who.speaker)
        if asked.minutes and (asked.resume or asked.from_turn):
            meeting.limit = asked.minutes * 60.0
        quiet = asked.as_json
        held = Piped(runner, meeting, quiet) if piped else Typed(runner, meeting, quiet)
        try:
            outcome = held.hold()
            found = None if outcome == "left" else _review(runner, library, paths, meeting, record, who)
        finally:
            if who.client is not None:
                runner.run(who.client.close())
        if asked.as_json:
            ended = "service" if outcome == "service" else "open" if outcome == "left" else str(meeting.ended)
            body = found.to_json() if found else None
            show_json(rehearsal_json(record, meeting.setting, meeting.tree, meeting.leaf, body, ended))
        elif found is not None:
            print_review(found, meeting.setting.persona, meeting.setting.mode)
            show(f"Kept as {record.id}.")
        return 3 if outcome == "service" else 0


def _meeting(
    asked: Talk, runner: Runner, library: Library, paths: Paths, who: Cast, clock: Clock
) -> tuple[RehearsalRecord, Meeting]:
    if asked.from_turn or asked.resume:
        return _again(asked, runner, library, clock)
    series, before = _series(asked, runner, library)
    choice = Choice(
        asked.persona or (before.record.persona_id if before and not asked.scenario else None),
        asked.scenario or (before.record.scenario_id if before and not asked.persona else None),
        asked.ask, asked.difficulty, asked.minutes, asked.seed,
        "influencing" if before else None,
    )  # fmt: skip
    if choice.persona is None and choice.scenario is None:
        choice = replace(choice, persona=DEFAULT)
    setting = prepare(catalog(paths), choice, series)
    id = RehearsalId(new_id("r"))
    after = before.record.id if before else None
    record = record_of(setting, id, model=who.model, after=after, kept=series.kept if series else None, started=now())
    return record, runner.run(begin(setting, record, library, clock, new_turn))


def _again(asked: Talk, runner: Runner, library: Library, clock: Clock) -> tuple[RehearsalRecord, Meeting]:
    if asked.persona or asked.scenario or asked.after:
        raise InputProblem("--resume and --from go on with a meeting as it was; leave out --persona, --scenario and --after.")
    if asked.resume:
        id = runner.run(library.resolve(asked.resume))
    else:
        id = _holding(runner, library, TurnId(str(asked.from_turn)))
    kept = runner.run(library.load(id))
    if isinstance(clock, WordClock):
        clock = WordClock(kept.record.clock)
    elif isinstance(clock, WallClock):
        clock = WallClock(kept.record.clock)
    meeting = resume(kept, library, clock, new_turn, _series_of(kept, runner, library))
    if asked.seed is not None:
        meeting.setting = replace(meeting.setting, seed=asked.seed)
    if asked.from_turn:
        turn = TurnId(asked.from_turn)
        if turn not in meeting.tree:
            raise InputProblem(f"The meeting {id} has no line {asked.from_turn}.")
        try:
            runner.run(meeting.try_from(turn))
        except ValueError:
            raise InputProblem("Only a line of yours can be tried again.") from None
    elif meeting.ended is not None:
        raise InputProblem("This meeting has ended.", "Try a line of it again with --from TURN.")
    return kept.record, meeting


def _holding(runner: Runner, library: Library, turn: TurnId) -> RehearsalId:
    found = runner.run(library.find_turn(turn))
    if found is None:
        raise InputProblem(f"There is no line {turn} in the library.")
    return found


def _series(asked: Talk, runner: Runner, library: Library) -> tuple[Series | None, Rehearsal | None]:
    if asked.after is None:
        if asked.kept is not None:
            raise InputProblem("--kept goes with --after.")
        return None, None
    before = runner.run(library.load(runner.run(library.resolve(asked.after))))
    kept = {"yes": True, "no": False, None: None}[asked.kept]
    if kept is None and sys.stdin.isatty():
        kept = _ask_kept(before)
    return Series(_count(before, runner, library), before.record.ladder or "resists", kept), before


def _ask_kept(before: Rehearsal) -> bool | None:
    """Whether the promises of the last meeting were kept, asked one by one; None where there were none."""
    stance = next((t.stance for t in reversed(list(before.tree)) if t.stance), None)
    promises = stance.promises if stance else ()
    if not promises:
        return None
    return all(click.confirm(f'You said: "{p}" Did you?', default=True) for p in promises[:5])


def _series_of(kept: Rehearsal, runner: Runner, library: Library) -> Series | None:
    if kept.record.after is None:
        return None
    before = runner.run(library.load(kept.record.after))
    return Series(_count(before, runner, library), before.record.ladder or "resists", kept.record.kept)


def _count(last: Rehearsal, runner: Runner, library: Library) -> int:
    """How many meetings the series has up to this one."""
    count, at, seen = 1, last, {last.record.id}
    while at.record.after and at.record.after not in seen and count < 50:
        try:
            at = runner.run(library.load(at.record.after))
        except InputProblem:
            break
        seen.add(at.record.id)
        count += 1
    return count


def _review(
    runner: Runner, library: Library, paths: Paths, meeting: Meeting, record: RehearsalRecord, who: Cast
) -> Review | None:
    rubric: Rubric = catalog(paths).rubric(meeting.setting.scenario.rubric if meeting.setting.scenario else "buy-in")
    if not any(t.speaker == "you" for t in meeting.take):
        return None
    made = runner.run(
        judge_take(
            meeting.take, rubric, mode=meeting.setting.mode, judge=who.judge, id=new_id("v"), created=now(),
            persona=meeting.setting.persona, scenario=meeting.setting.scenario, rehearsal=record.id,
            difficulty=meeting.setting.difficulty,
        )
    )  # fmt: skip
    runner.run(library.add_review(made.to_json()))
    if meeting.ended is not None:
        left = sum(o.status in ("open", "dodged") for o in made.objections)
        decision = made.decision.to_json() if made.decision else None
        stance = meeting.stance
        runner.run(library.end_rehearsal(record.id, meeting.ended, stance.ladder, stance.forced, decision, left))
    return made


class Held:
    """What typed and piped meetings share: running one step and printing what happens."""

    def __init__(self, runner: Runner, meeting: Meeting, quiet: bool) -> None:
        self.runner, self.meeting = runner, meeting
        self.printer = Printer(meeting.setting.persona.first_name, quiet)
        self.trouble: events.Troubled | None = None

    def step(self, happenings: AsyncIterator[events.Event]) -> None:
        """Run one step to its end, printing. `trouble` holds what stopped it."""
        self.trouble = None

        async def watch() -> None:
            async for event in happenings:
                if isinstance(event, events.Troubled):
                    self.trouble = event
                self.printer.take(event)

        try:
            self.runner.run(watch())
        finally:
            self.printer.rest()

    def opening(self) -> None:
        for turn in self.meeting.take:
            self.printer.said(turn)


class Piped(Held):
    """Lines from standard input: one turn each, the clock by words, end of input is wrapping up."""

    def hold(self) -> str:
        self.opening()
        left = 0
        source: Iterator[str] = lines(sys.stdin)
        for text in source:
            if self.meeting.ended is not None:
                left += 1
                continue
            self.printer.yours(text)
            self.step(self.meeting.say(text))
            if self.trouble is not None:
                complain(f"{self.trouble.sentence} {self.trouble.hint}")
                return "service"
        if left:
            complain(
                f"The meeting had ended; {left} {'line' if left == 1 else 'lines'} after that {'was' if left == 1 else 'were'} ignored."
            )
        if self.meeting.ended is None:
            self.step(self.meeting.wrap_up("input_ended"))
            if self.trouble is not None:
                complain(f"{self.trouble.sentence} {self.trouble.hint}")
                return "service"
        return "held"


class Typed(Held):
    """A person at a terminal: a prompt with the clock; Ctrl-C while they speak interrupts, at the prompt it leaves."""

    def hold(self) -> str:
        persona, minutes = self.meeting.setting.persona, self.meeting.setting.minutes
        show(wrapped(f"{persona.name}, {persona.role}. {minutes} minutes. Everything you say is saved."))
        show(wrapped("An empty line asks them to wrap up. Ctrl-C interrupts them; at the prompt it leaves."))
        show()
        self.opening()
        while self.meeting.ended is None:
            try:
                text = self._prompt()
            except (KeyboardInterrupt, EOFError, click.Abort):
                show()
                show("Left. Everything is saved; go on with: rehearse talk --resume " + self.meeting.rehearsal)
                return "left"
            try:
                self._one(text)
            except KeyboardInterrupt:
                show()
                show("(interrupted)")
        return "held"

    def _one(self, text: str) -> None:
        happenings: Callable[[], AsyncIterator[events.Event]] = (lambda: self.meeting.say(text)) if text else self.meeting.wrap_up
        while True:
            self.step(happenings())
            if self.trouble is None:
                return
            show(wrapped(f"{self.trouble.sentence} {self.trouble.hint}"))
            again = Way.TRY_AGAIN.value in self.trouble.ways and click.confirm("Try again? (No: go on offline.)", default=True)
            if not again:
                who = offline(PACE)
                self.meeting.use(who.appraiser, who.speaker)
            happenings = self.meeting.reply if text else self.meeting.wrap_up

    def _prompt(self) -> str:
        clock = self.meeting.clock
        left = max(0, round(self.meeting.left))
        mark = click.style(f"{left // 60}:{left % 60:02d} You: ", bold=True)
        text = input(mark)
        if isinstance(clock, WallClock):
            clock.start()
        return "".join(c if c >= " " else " " for c in text).strip()
