"""What the eye is learned from: meetings that readers marked, labelled sentences, the rubric's own examples, and sentences that
nobody marked for a check (tests/hearing)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from rehearse.exchange.transcript import read
from rehearse.review import evidence
from rehearse.review.case import Case, Line
from rehearse.review.checks import RULES
from rehearse.review.checks.seen import Seen
from rehearse.review.checks.talk import Talk
from rehearse.review.checks.traits import of
from rehearse.review.review import case_of
from rehearse.scenarios import in_situation
from rehearse.stakeholder.foreign import anybody, appraised
from tests.benchmarks.judge import FOLDER as JUDGED
from tests.benchmarks.judge import word
from tests.core.play import catalog
from tests.eye import objected

FOLDER = Path(__file__).parent
HEARING = FOLDER.parent / "hearing"
PARTS = ("tune", "again", "played", "elsewhere")  # never `held`
HEARD = (
    "The board remembers the last one. Campaign week worries me, I answer for the money, and the launch on 4 May must hold. "
    "You get it if the campaign keeps its day and you stop after two weeks without a result."
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What it shows, as "criterion.check", and its traits."""

    text: str
    traits: frozenset[str]
    shown: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()  # the only checks it says something of, where it is an example of one


@dataclass
class Meeting:
    """`said`: yes or no by check."""

    situation: str
    sentences: list[Sentence]
    ledger: objected.Ledger
    said: dict[str, str] = field(default_factory=dict)


def talk_of(case: Case) -> Seen:
    return Seen(Talk(case), RULES)


def traits(seen: Seen) -> Iterator[tuple[str, int, int, str, frozenset[str]]]:
    """Turn, start and end of each sentence, its words and its traits."""
    hits = seen.hits()
    for turn in seen.talk.yours:
        for at, s in enumerate(turn.sentences):
            if not s.heap:
                yield turn.line.turn, s.start, s.end, s.text, of(seen.talk, turn, at, hits)


def meetings(part: str) -> Iterator[Meeting]:
    rules = catalog()
    for file in sorted((JUDGED / part).glob("*.txt")):
        transcript = read(file, None)
        scenario = rules.scenario(transcript.scenario) if transcript.scenario else None
        persona = in_situation(rules.persona(scenario.persona), scenario) if scenario else None
        other = persona or anybody(transcript.turns)
        take = appraised(transcript.turns, other)
        stored: dict[str, Any] = YAML(typ="safe").load(file.with_suffix(".marks.yaml").read_text("utf-8"))
        mode = (scenario.suits or scenario.mode) if scenario else stored["mode"]
        case = case_of(take, mode, persona, scenario)
        quoted: list[tuple[str, str, int, int]] = []
        said = {}
        for check, mark in stored["first"].items():
            if not mark:
                continue
            said[check] = word(mark[0])
            for quote in mark[1:] if said[check] == "yes" else ():
                place = evidence.locate(case.lines, str(quote))
                if place is not None:
                    quoted.append((check, str(place.turn), place.start, place.end))
        rows = list(traits(talk_of(case)))
        found = [
            Sentence(text, seen, frozenset(c for c, t, a, b in quoted if t == turn and a < end and start < b))
            for turn, start, end, text, seen in rows
        ]
        yield Meeting(file.name.split(".")[0], found, objected.of(take, other, [row[0] for row in rows]), said)


def sentences() -> Iterator[Sentence]:
    """The labelled sentences: `labels | their line | my sentence`, `-` for none."""
    for n, (labels, theirs, mine) in enumerate(lines()):
        said = [Line("t1", False, theirs)] if theirs else []
        case = Case((*said, Line(f"t{n + 2}", True, mine)), "influencing" if "seed" in str(labels) else "selling")
        for _, _, _, text, seen in traits(talk_of(case)):
            yield Sentence(text, seen, labels)


def examples() -> Iterator[Sentence]:
    """What the rubric itself gives as an example of each check and of what does not count."""
    for criterion in catalog().rubric("buy-in").criteria:
        for check in criterion.checks:
            for said, counts in ((check.example, True), (check.not_example, False)):
                key = frozenset([f"{criterion.id}.{check.id}"])
                case = Case((Line("t1", False, HEARD), Line("t2", True, said)), "selling", goals=("the launch", "campaign"))
                for _, _, _, text, seen in traits(talk_of(case)):
                    yield Sentence(text, seen, key if counts else frozenset(), key)


def unmarked() -> Iterator[Sentence]:
    """Sentences that somebody could say in a meeting, and that nobody marked for a check: those the ear was learned from."""
    for file in sorted(HEARING.glob("?.txt")):
        for line in file.read_text("utf-8").splitlines():
            if said := line.partition("|")[2].strip():
                for _, _, _, text, seen in traits(talk_of(Case((Line("t1", True, said),), "selling"))):
                    yield Sentence(text, seen)


def lines() -> Iterator[tuple[frozenset[str], str, str]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            parts = [p.strip() for p in line.split("|")]
            if len(parts) == 3 and parts[2]:
                labels = frozenset(x.strip() for x in parts[0].split(",")) - {"-", ""}
                yield labels, "" if parts[1] == "-" else parts[1], parts[2]


def made_from() -> str:
    """Of all files that the weights are learned from."""
    digest = sha256()
    files = [*FOLDER.glob("*.txt"), *HEARING.glob("?.txt"), *(f for p in PARTS for f in (JUDGED / p).glob("*.*"))]
    for file in sorted(files, key=lambda f: f.as_posix()):
        digest.update(f"{file.parent.name}/{file.name}".encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
