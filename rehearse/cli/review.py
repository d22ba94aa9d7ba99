"""`rehearse review`: judge a transcript. Stores only with --save."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from rehearse.catalog.catalog import Catalog
from rehearse.catalog.entries import Kind
from rehearse.cli.casting import cast
from rehearse.cli.judging import NO_ANSWER, Matter, judged
from rehearse.cli.output import complain, counted, plain, show, show_json
from rehearse.cli.parts import Runner, catalog, new_turn, now, opened
from rehearse.cli.sheet import print_review
from rehearse.conversation import Mode, RehearsalId, Turn
from rehearse.errors import InputProblem
from rehearse.exchange.arrival import Arrival, of_transcript, renamed, reviewed, take_in
from rehearse.exchange.returning import of_ours
from rehearse.exchange.transcript import Heard, Transcript, hear
from rehearse.library.front import Library
from rehearse.library.ids import new_id
from rehearse.paths import data_paths
from rehearse.personas import Persona
from rehearse.scenarios import Scenario, in_situation
from rehearse.stakeholder.foreign import anybody, appraised

_ASKED = 3  # times that a question is put again


def review(
    file: Path, persona: str | None, me: str | None, rubric: str | None, model: str | None, endpoint: str | None, save: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Judge the transcript in a file and print the review. Returns the exit code."""
    if endpoint is not None and model is None:
        raise click.UsageError("--endpoint needs --model.")
    found = hear(file)
    transcript = found if isinstance(found, Transcript) else found.by(_me(found, me))
    paths = data_paths()
    known = catalog(paths)
    transcript = _as_held(known, transcript)
    scenario = _scenario(known, transcript)
    person = _person(known, transcript, persona, scenario)
    sheet = known.rubric(rubric or (known.rubric_in(transcript.scenario) if scenario and transcript.scenario else "buy-in"))
    mode: Mode = transcript.mode or (scenario.mode if scenario else "selling")
    moved_by: Mode = (scenario.suits if scenario else None) or mode
    arrival = _arrival(file.name, transcript, person, scenario, known, mode) if save else None
    if person is None and _elsewhere(transcript):
        person = anybody(transcript.turns)
    here = in_situation(person, scenario) if person else None
    take = _take(arrival) if arrival else _appraised(transcript.turns, here)
    with Runner() as runner:
        who = runner.run(cast(model, endpoint, paths))
        try:
            about = arrival.record.id if arrival else None
            matter = Matter(take, sheet, moved_by, person, scenario, about, transcript.difficulty, transcript.names)
            made = judged(runner, matter, who.judge)
        finally:
            runner.run(who.close())
    id = _keep(reviewed(arrival, made)) if arrival else None
    if as_json:
        show_json(made.to_json())
    else:
        print_review(made, here, moved_by, transcript.forced, mode)
        if id is not None:
            show()
            show(f"Kept as {id}.")
    return 3 if made.why_not in NO_ANSWER else 0


def _me(heard: Heard, given: str | None) -> str | None:
    """Who of them is you: as said, as the file has it, or as answered at a terminal. None leaves the complaint to `by`."""
    if given is not None or heard.known_me is not None or heard.me is not None:
        return given
    if len(heard.voices) < 2 or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    from rehearse.cli.prompt import ask

    print(f"Who speaks in {plain(heard.file)}:", file=sys.stderr)
    for number, voice in enumerate(heard.voices, 1):
        print(f"  {number}  {plain(voice.name)}, {counted(voice.lines, 'line')}", file=sys.stderr)
    for _ in range(_ASKED):
        try:
            answer = ask("Which one are you? ", False).strip()
        except EOFError:
            return None
        if answer.isdecimal() and 0 < int(answer[:4]) <= len(heard.voices):
            return heard.voices[int(answer[:4]) - 1].name
        if any(answer.casefold() == v.name.casefold() for v in heard.voices):
            return answer
        print("Type a number of the list, or a name in it.", file=sys.stderr)
    return None


def _as_held(found: Catalog, transcript: Transcript) -> Transcript:
    """A meeting of ours with the names under which its person and its situation are here: those handed out may have ids of others."""
    if transcript.whole is None:
        return transcript

    def name(kind: Kind, id: str | None) -> str | None:
        was = transcript.whole.get(kind) if transcript.whole else None
        digest = was.get("hash") if isinstance(was, dict) else None
        return (found.as_held(kind, id, digest) if id and isinstance(digest, str) else "") or id

    return replace(transcript, persona=name("persona", transcript.persona), scenario=name("scenario", transcript.scenario))


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
    named = given or transcript.persona or (found.persona_in(transcript.scenario) if scenario and transcript.scenario else None)
    if named is None:
        return None
    try:
        return found.persona(named)
    except InputProblem as problem:
        if given or not transcript.ours:
            raise
        complain(f"{problem} The meeting is judged without knowing the person; --persona names one.")
        return None


def _elsewhere(transcript: Transcript) -> bool:
    """Whether nobody of ours said these lines: a transcript, also where it went out of a library and comes back."""
    given = transcript.whole
    return given is None or (given.get("foreign") is True and transcript.persona is None)


def _appraised(turns: tuple[Turn, ...], here: Persona | None) -> tuple[Turn, ...]:
    """With what each line did, where the file does not hold it."""
    known = here is None or all(t.appraisal for t in turns if t.speaker == "you")
    return turns if known or here is None else appraised(turns, here)


def _arrival(
    name: str, transcript: Transcript, person: Persona | None, scenario: Scenario | None, known: Catalog, mode: Mode
) -> Arrival:
    """As it is going to be kept: a meeting of ours whole, as a copy of its own."""
    if transcript.whole is not None:
        return renamed(of_ours(name, dict(transcript.whole), known, now()), new_id)
    return of_transcript(transcript, person, scenario, known, RehearsalId(new_id("r")), new_turn, mode)[0]


def _take(arrival: Arrival) -> tuple[Turn, ...]:
    """The lines that the meeting stands at, first line first."""
    from rehearse.conversation import Tree

    leaf = arrival.record.leaf
    assert leaf is not None
    return Tree(arrival.turns).take(leaf)


def _keep(arrival: Arrival) -> RehearsalId:
    async def kept(library: Library) -> RehearsalId:
        return await take_in(arrival, library, new_id)

    with opened() as (runner, library, _):
        return runner.run(kept(library))
