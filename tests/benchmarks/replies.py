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
    """The labelled replies of one half, `tune` or `held`, as they were written."""
    found: list[dict[str, Any]] = YAML(typ="safe").load((FOLDER / f"{half}.yaml").read_text("utf-8"))
    return found


def replies(half: str) -> list[Reply]:
    """The labelled replies of one half, appraised."""
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
    tuned, held = replies("tune"), replies("held")
    same = sum(r.wanted == r.given for r in held)
    agreement = kappa([(r.wanted, r.given) for r in held])
    yield Row(
        f"labelled replies, {len(held)} held back: verdict as their writers say",
        f"{same} ({same / len(held):.0%}), kappa {agreement:.2f}; on those the rules were tuned on "
        f"{sum(r.wanted == r.given for r in tuned) / len(tuned):.0%}",
        "- (for judgement)", True,
    )  # fmt: skip
    empty = [r for r in held if r.wanted != "evidenced"]
    voiced = sum(r.given == "evidenced" for r in empty)
    others = [o for r in held for o in r.others]
    wrong, of = voiced + sum(others), len(empty) + len(others)
    low, high = interval(wrong, of)
    yield Row(
        f"   unanswered, counted as evidenced: {of} pairs of turn and concern",
        f"{wrong} ({wrong / of:.1%}; 95 %: {low:.1%} to {high:.1%})", "3 %", wrong / of < 0.03,
    )  # fmt: skip
    low, high = interval(voiced, len(empty))
    yield Row(
        "   of those, the concern just voiced",
        f"{voiced} of {len(empty)} ({voiced / len(empty):.1%}; 95 %: {low:.1%} to {high:.1%})", "3 %", voiced / len(empty) < 0.03,
    )  # fmt: skip
    real = [r for r in held if r.wanted == "evidenced"]
    heard, whole = sum(r.given == "evidenced" for r in real), sum(r.tests_wanted == r.tests_given for r in real)
    yield Row(
        "   real answers heard", f"{heard} of {len(real)}, {whole} with just the tests they meet", "- (for judgement)", True
    )
