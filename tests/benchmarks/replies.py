"""Labelled replies that the rules' author did not write: does the offline appraiser say what their writers say?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path

from ruamel.yaml import YAML

from rehearse.conversation import Turn, TurnId
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
    """What a writer wants, and what the appraiser says."""

    wanted: str
    given: str
    tests_wanted: frozenset[str]
    tests_given: frozenset[str]


def replies(half: str) -> list[Reply]:
    """The labelled replies of one half, `tune` or `held`, appraised."""
    found = []
    for item in YAML(typ="safe").load((FOLDER / f"{half}.yaml").read_text("utf-8")):
        here = setting(item["persona"])
        opening = meet(here).take[0]
        line: Turn = replace(opening, id=TurnId("t_said"), text=item["said"], concern=item["concern"])
        reading = read(item["text"], here.persona, (line,))
        verdict = appraise(reading, here.persona, stances.begin(here)).of(item["concern"])
        assert verdict is not None
        found.append(Reply(item["verdict"], verdict.verdict, frozenset(item["tests"] or ()), frozenset(verdict.tests)))
    return found


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    share, z = hits / of, NORMAL
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def measure(bench: Bench) -> Iterator[Row]:
    tuned, held = replies("tune"), replies("held")
    same = sum(r.wanted == r.given for r in held)
    yield Row(
        f"labelled replies, {len(held)} held back: verdict as their writers say",
        f"{same} ({same / len(held):.0%}); on the half the rules were tuned on {sum(r.wanted == r.given for r in tuned) / len(tuned):.0%}",
        "- (for judgement)", True,
    )  # fmt: skip
    empty = [r for r in held if r.wanted != "evidenced"]
    wrong = sum(r.given == "evidenced" for r in empty)
    low, high = interval(wrong, len(empty))
    yield Row(
        "   unanswered, counted as evidenced",
        f"{wrong} of {len(empty)} (95 %: {low:.1%} to {high:.1%})",
        "3 %",
        wrong / len(empty) < 0.03,
    )
    real = [r for r in held if r.wanted == "evidenced"]
    heard, whole = sum(r.given == "evidenced" for r in real), sum(r.tests_wanted == r.tests_given for r in real)
    yield Row(
        "   real answers heard", f"{heard} of {len(real)}, {whole} with just the tests they meet", "- (for judgement)", True
    )
