"""Red flags that code sees whoever judges: a figure against the facts, a direct question passed over. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rehearse import signals
from rehearse.conversation import MoveKind, Turn
from rehearse.review.case import FlagClaim
from rehearse.review.checks.talk import against, clip
from rehearse.review.checks.words import SUBSTANCE
from rehearse.scenarios import Fact
from rehearse.signals.text import content_stems, sentences

_ASKED: tuple[MoveKind, ...] = ("asks_open", "follows_up", "asks_closed", "parks")
_YES_OR_NO = re.compile(
    r"^\W*(?:yes|no|yeah|nope|not (?:really|yet|quite|the|all)|never|always|none|nobody|both|neither|either|correct|it does|it is|it isn['’]t|"
    r"i do|i don['’]t|i did|i can|they do|they don['’]t)\b",
    re.IGNORECASE,
)
# They say themselves that it was no answer.
_NO_ANSWER = re.compile(
    r"\b(?:(?:that['’]s|that is|this is|it['’]s|that was)(?: still)? not (?:what i (?:asked|was asking|am asking)|an answer|my question|the question)|"
    r"(?:did|have|do)(?: not|n['’]t) (?:really |yet )?(?:answer|answered)(?: me| my| that| the)?|(?:that|which) does(?: not|n['’]t) answer|answer (?:my|the) question|"
    r"i asked (?:you )?(?:for|about|what|who|when|how|whether|if)|you(?:['’]re| are) (?:dodging|avoiding|not answering)|is another subject)\b",
    re.IGNORECASE,
)


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
    """They asked directly about a concern, and your next turn passed over it or dodged it.

    Words that no rule knows are no dodging: a reply that takes up a word of the question, or holds anything of substance, is
    flagged only where they say themselves that it was no answer.
    """
    out = []
    for n, (asked, reply) in enumerate(pairwise(take)):
        if asked.speaker != "stakeholder" or reply.speaker != "you" or asked.concern is None or "?" not in asked.text:
            continue
        verdict = reply.appraisal.of(asked.concern) if reply.appraisal else None
        if reply.appraisal is None or verdict is None or verdict.verdict not in ("ignored", "deflected"):
            continue
        if reply.appraisal.has(*_ASKED):
            continue  # asking back is no way of passing over
        after = take[n + 2].text if n + 2 < len(take) and take[n + 2].speaker == "stakeholder" else ""
        if _answers(asked.text, reply.text) and not _NO_ANSWER.search(after):
            continue
        at = reply.text.find(verdict.quote) if verdict.quote else 0
        start, end = clip(reply.text, max(at, 0), max(at, 0) + len(verdict.quote or reply.text))
        out.append(FlagClaim("ignored_question", reply.text[start:end], reply.id))
    return out


def _answers(asked: str, reply: str) -> bool:
    """Whether a reply may be an answer in words that no rule knows: a yes or no, a word of the question, or substance."""
    questions = " ".join(s.text for s in sentences(asked) if s.question)
    if _YES_OR_NO.match(reply) or content_stems(questions) & content_stems(reply):
        return True
    return any(s.kind in SUBSTANCE for s in signals.find(reply, signals.Context(previous=asked)))
