"""Red flags that code sees whoever judges: a figure against the facts, a direct question passed over. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rehearse.conversation import MoveKind, Turn
from rehearse.review.case import FlagClaim
from rehearse.review.checks.talk import against, clip
from rehearse.scenarios import Fact
from rehearse.signals.text import sentences

_ASKED: tuple[MoveKind, ...] = ("asks_open", "follows_up", "asks_closed", "parks")


def by_code(take: Sequence[Turn], facts: Sequence[Fact]) -> tuple[FlagClaim, ...]:
    """Both kinds, with your words. Without facts that hold a value there is no figure to be against."""
    return (*_against_facts(take, tuple(facts)), *_ignored(take))


def _against_facts(take: Sequence[Turn], facts: tuple[Fact, ...]) -> list[FlagClaim]:
    out = []
    for turn in take:
        if turn.speaker == "you":
            for wrong in against(turn.text, facts):
                sentence = next((s for s in sentences(turn.text) if s.start <= wrong.start < s.end), None)
                start, end = clip(turn.text, wrong.start, wrong.end, sentence)
                out.append(FlagClaim("figure_against_facts", turn.text[start:end], turn.id))
    return out


def _ignored(take: Sequence[Turn]) -> list[FlagClaim]:
    """They asked directly about a concern, and your next turn was appraised as passing over it or dodging it."""
    out = []
    for asked, reply in pairwise(take):
        if asked.speaker != "stakeholder" or reply.speaker != "you" or asked.concern is None or "?" not in asked.text:
            continue
        verdict = reply.appraisal.of(asked.concern) if reply.appraisal else None
        if reply.appraisal is None or verdict is None or verdict.verdict not in ("ignored", "deflected"):
            continue
        if reply.appraisal.has(*_ASKED):
            continue  # asking back is no way of passing over
        at = reply.text.find(verdict.quote) if verdict.quote else 0
        start, end = clip(reply.text, max(at, 0), max(at, 0) + len(verdict.quote or reply.text))
        out.append(FlagClaim("ignored_question", reply.text[start:end], reply.id))
    return out
