"""Labelled replies that the rules' author did not write: does the offline appraiser say what their writers say?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from rehearse.conversation import TurnId
from rehearse.stakeholder import stance as stances
from rehearse.stakeholder.appraisal import appraise, read
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row
from tests.core.play import meet, setting

FOLDER = Path(__file__).parent / "labelled"
VERDICTS = ("evidenced", "engaged", "asserted", "deflected", "ignored")
NORMAL = 1.96  # standard deviations of a 95 % interval


@dataclass(frozen=True)
class Reply:
    """What a writer wants of the concern that was voiced, and what the appraiser says; and of each other concern that these words
    do not answer, whether it counted as evidenced (`others`)."""

    wanted: str
    given: str
    tests_wanted: frozenset[str]
    tests_given: frozenset[str]
    others: tuple[bool, ...]


def items(half: str) -> list[dict[str, Any]]:
    """The labelled replies of one part, `tune`, `held` or `plain`, as they were written."""
    found: list[dict[str, Any]] = YAML(typ="safe").load((FOLDER / f"{half}.yaml").read_text("utf-8"))
    return found


def replies(half: str) -> list[Reply]:
    """The labelled replies of one part, appraised."""
    found = []
    for item in items(half):
        here = setting(item["persona"])
        line = replace(meet(here).take[0], id=TurnId("t_said"), text=item["said"], concern=item["concern"])
        seen = appraise(read(item["text"], here.persona, (line,)), here.persona, stances.begin(here))
        verdict = seen.of(item["concern"])
        assert verdict is not None
        answered = {item["concern"], *(item.get("also") or {})}
        others = tuple(v.verdict == "evidenced" for v in seen.concerns if v.id not in answered) if "also" in item else ()
        found.append(Reply(item["verdict"], verdict.verdict, frozenset(item["tests"] or ()), frozenset(verdict.tests), others))
    return found


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    share, z = hits / of, NORMAL
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond chance."""
    same = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum((sum(a == v for a, _ in pairs) / len(pairs)) * (sum(b == v for _, b in pairs) / len(pairs)) for v in VERDICTS)
    return (same - chance) / (1 - chance)


def measure(bench: Bench) -> Iterator[Row]:
    tuned, plain, hard = replies("tune"), replies("plain"), replies("held")
    yield _agreed(f"labelled replies in plain words, {len(plain)} held back: verdict as their writer says", plain)
    yield _agreed(f"   with idioms and hard cases, {len(hard)} held back", hard)
    yield _agreed(f"   those that the rules were tuned on, {len(tuned)}", tuned)
    held = plain + hard
    empty = [r for r in held if r.wanted != "evidenced"]
    voiced = sum(r.given == "evidenced" for r in empty)
    others = [o for r in held for o in r.others]
    yield _counted(
        "   unanswered, counted as evidenced: {of} pairs of turn and concern", voiced + sum(others), len(empty) + len(others)
    )
    yield _counted("   of those, the concern just voiced", voiced, len(empty))
    for words, part in (("plain words", plain), ("idioms and hard cases", hard)):
        real = [r for r in part if r.wanted == "evidenced"]
        heard, whole = sum(r.given == "evidenced" for r in real), sum(r.tests_wanted == r.tests_given for r in real)
        seen = f"{heard} of {len(real)} ({heard / len(real):.0%}), {whole} with just the tests they meet"
        yield Row(f"   real answers heard, {words}", seen, "- (for judgement)", True)


def _agreed(what: str, part: list[Reply]) -> Row:
    same = sum(r.wanted == r.given for r in part)
    beyond = kappa([(r.wanted, r.given) for r in part])
    return Row(what, f"{same} ({same / len(part):.0%}), kappa {beyond:.2f}", "- (for judgement)", True)


def _counted(what: str, wrong: int, of: int) -> Row:
    low, high = interval(wrong, of)
    return Row(what.format(of=of), f"{wrong} of {of} ({wrong / of:.1%}; 95 %: {low:.1%} to {high:.1%})", "3 %", wrong / of < 0.03)
