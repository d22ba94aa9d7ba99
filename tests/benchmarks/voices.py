"""How they speak offline: no line twice, many ways to begin, hard after an unanswered objection, no yes before its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rehearse.conversation import Turn
from rehearse.stakeholder.likeness import masked, overlap
from rehearse.vectors import cosine, vector
from tests.benchmarks.agreement import AGREEMENT
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, in_processes
from tests.benchmarks.pressure_lines import TALKS
from tests.core.play import catalog, play, play_script, setting

SEEDS = 10
LISTENED = 3  # seeds of which every line is held against the phrases: they are slow, 20 to 100 ms a line
BEGINNINGS = 100
HOLLOW = (
    "I think it is a good idea, really.",
    "It would make things nicer for everybody here.",
    "As I said, it is the right thing to do for us.",
    "We have talked about it in the team and people like it.",
    "It is important, and we believe in it.",
    "Things would be better afterwards, in many ways.",
)
_PRESSES = ("press", "doubt", "reopen")
# Acts that answer a question or end the meeting say something of their own, whatever was answered.
_ENDS = ("close", "leave")
_AGREES = tuple(re.compile(phrase, re.IGNORECASE) for phrase in AGREEMENT)


@cache
def agrees(line: str) -> bool:
    """Whether a line holds words of agreement."""
    return any(phrase.search(line) for phrase in _AGREES)


@dataclass(frozen=True)
class Heard:
    """What one scenario's meetings sounded like."""

    lines: int
    pairs: int
    alike: tuple[tuple[str, str], ...]
    listened: int
    early: tuple[str, ...]


@dataclass(frozen=True)
class Unanswered:
    """Acts of theirs after an objection that was not answered, and how many of those agreed."""

    acts: tuple[str, ...]
    agreed: int


def heard(scenario: str) -> Heard:
    """All scripts of a scenario and the talks that only push, with every seed."""
    lines, pairs, listened, alike, early = 0, 0, 0, [], []
    for seed in range(SEEDS):
        with_ = setting(scenario=scenario, seed=seed)
        assert with_.scenario is not None
        takes = [play_script(with_, s).take for scripts in with_.scenario.playtest.values() for s in scripts]  # type: ignore[arg-type]
        takes += [play(with_, talk).take for talk in list(TALKS.values())[seed::SEEDS]]
        heavy = [c.id for c in with_.persona.concerns if c.weight == 3]
        for take in takes:
            theirs = [t for t in take if t.speaker == "stakeholder"]
            lines += len(theirs)
            for one, other in combinations(theirs, 2):
                pairs += 1
                if _alike(one.text, other.text):
                    alike.append((one.text, other.text))
            if seed < LISTENED:
                open_ = [t.text for t in theirs if _unmet(t, heavy)]
                listened += len(open_)
                early += [text for text in open_ if agrees(text)]
    return Heard(lines, pairs, tuple(alike), listened, tuple(early))


def _alike(one: str, other: str) -> bool:
    return overlap(one, other) >= 0.6 or cosine(vector(masked(one)), vector(masked(other))) >= 0.9


def _unmet(turn: Turn, heavy: list[str]) -> bool:
    """Whether a required test of a weight-3 concern is unmet, and the concern not parked, as this line is spoken."""
    return turn.stance is not None and any(turn.stance.concerns[c].status not in ("met", "parked") for c in heavy)


def beginnings(scenario: str) -> int:
    """How many different second lines of theirs there are, over the seeds, after one and the same first line of yours."""
    found = set()
    for seed in range(BEGINNINGS):
        with_ = setting(scenario=scenario, seed=seed)
        assert with_.scenario is not None
        first = with_.scenario.playtest["middling"][0][0]["say"]  # type: ignore[index]
        take = play(with_, [first], wrap_up=False).take
        found.add(take[2].text)
    return len(found)


def unanswered(persona: str) -> Unanswered:
    """What they do after lines that answer nothing."""
    acts: list[str] = []
    agreed = 0
    for seed in range(40):
        listened = seed < 4 * LISTENED
        take = play(setting(persona=persona, seed=seed), HOLLOW, wrap_up=False).take
        for before, yours, after in zip(take, take[1:], take[2:], strict=False):
            if yours.speaker != "you" or before.concern is None or after.act in _ENDS:
                continue
            assert yours.appraisal is not None
            verdict = yours.appraisal.of(before.concern)
            if verdict is not None and verdict.verdict != "evidenced":
                acts.append(after.act or "")
                agreed += after.act in ("commit", "give", "accept_point") or (listened and agrees(after.text))
    return Unanswered(tuple(acts), agreed)


def measure(bench: Bench) -> Iterator[Row]:
    scenarios = [(e.id,) for e in catalog().scenarios()]
    people = [(e.id,) for e in catalog().people()]
    sounds = in_processes(scenarios, heard)
    lines, pairs = sum(h.lines for h in sounds), sum(h.pairs for h in sounds)
    alike = [a for h in sounds for a in h.alike]
    yield Row(
        f"no two lines of a meeting alike: {len(scenarios)} scenarios, {lines} lines, {pairs} pairs",
        f"{len(alike)} pairs" + (f"; as “{alike[0][0]}” / “{alike[0][1]}”" if alike else ""),
        "0 (cosine .9, overlap .6)", not alike,
    )  # fmt: skip
    early = [e for h in sounds for e in h.early]
    yield Row(
        f"words of agreement while a weight-3 concern is open ({len(AGREEMENT)} phrases by another hand)",
        f"{len(early)} of {sum(h.listened for h in sounds)} lines" + (f"; as “{early[0]}”" if early else ""), "0", not early,
    )  # fmt: skip
    counts = dict(zip((s for (s,) in scenarios), in_processes(scenarios, beginnings), strict=True))
    fewest = min(counts, key=lambda s: counts[s])
    yield Row(
        f"different second lines over {BEGINNINGS} seeds",
        f"{sorted(counts.values())[len(counts) // 2]} (median); fewest {counts[fewest]} ({fewest})",
        "60", counts[fewest] >= 60,
    )  # fmt: skip
    found = dict(zip((p for (p,) in people), in_processes(people, unanswered), strict=True))
    shares = {p: sum(a in _PRESSES for a in u.acts) / len(u.acts) for p, u in found.items()}
    total = [a for u in found.values() for a in u.acts]
    mean = sum(a in _PRESSES for a in total) / len(total)
    low, high = min(shares, key=lambda p: shares[p]), max(shares, key=lambda p: shares[p])
    yield Row(
        f"after an objection that was not answered, presses ({len(total)} turns)",
        f"{mean:.0%}; {shares[low]:.0%} ({low}) to {shares[high]:.0%} ({high})",
        "38 to 50 %", 0.38 <= mean <= 0.50 and shares[low] >= 0.33 and shares[high] <= 0.55,
    )  # fmt: skip
    agreed = sum(u.agreed for u in found.values())
    yield Row("   and agrees", f"{agreed} of {len(total)}", "0", agreed == 0)
