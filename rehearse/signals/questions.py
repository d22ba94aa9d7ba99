"""Questions: open, closed, following up on what was just said, and invitations to shape the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found, Phrases
from rehearse.signals.text import Sentence, content_stems

_LEAD = r"\W*(?:(?:and|but|so|ok|okay|then|well|sorry|fair point|fair enough|good point|thanks?(?: you)?|i see|now|first|before that|tell me),? ){0,2}"
_OPEN = re.compile(
    _LEAD + r"(?:(?:in|at|on|by|for|to|from|with|of) )?(?:what|how|which|where|why|who|whom|whose|when)\b"
    r"|" + _LEAD + r"(?:please )?(?:tell me|tell us|walk me through|talk me through|help me (?:understand|see)|describe|explain to me|say more|show me (?:how|what|where))\b"
    r"|" + _LEAD + r"(?:can|could|would|will) you (?:please )?(?:tell|walk|talk|describe|explain|help me understand|say more|give me (?:a sense|an idea)|show me)\b"
)
_WITHIN = re.compile(r"(?:, |[;:] | - |\u2013 ?|\u2014 ?|\band |\bso |\bbut )(?:what|how|which|where|why|who|when)(?:'s|'re)? (?:\w{1,15} ){0,2}(?:do|does|did|is|are|was|would|could|can|will|has|have|should|worries|matters)\b")
# A demand in the dress of a question.
_NOT_OPEN = re.compile(
    r"\W*(?:and |but |so )?(?:why (?:don't|won't|can't|not|do you not) (?:you|we|just)\b.{0,20}?\bjust\b|why (?:don't|won't|can't) you\b"
    r"|what(?:'s| is) (?:your|the) (?:problem|issue)\b|how (?:can|could|dare) you\b|who cares\b|so what\b|what are you (?:afraid|waiting)\b|why not\b|what's not to like|how hard can)"
)
_CHOICE = re.compile(r"\b(?:you|your|yours)\b.{0,120}?,? or (?:\w{1,15} ){1,2}\w|, or (?:is|are|does|do|did|would|was|rather|more) .{0,120}?\b(?:you|your|yours)\b")
_REFERS = re.compile(r"\b(?:that|those|there|this|these|then|it|them|both|either)\b")
_INDIRECT = re.compile(
    r"\b(?:tell me|tell us|walk me through|talk me through|help me understand|i(?:'d| would) like to (?:know|understand|hear)|i want to (?:understand|hear)|i(?:'m| am) curious|i wonder) "
    r"(?:about |more about |a bit more about |more |how|what|where|why|which|who|when|your|the|whether)"
)

INVITATION = Phrases({
    "invitation": (
        "what (would|should|could|do) you( want to| like to)? (change|add|drop|cut|do|need|suggest|do differently|want to see|take out|leave out|put|try|propose|see changed|rather|recommend|want changed)( <w>)?( <w>)?( <w>)?( <w>)?",
        "what (would|could) (make|have to|need to|it take|convince|we|a|have)( <w>)?( <w>)?( <w>)?( <w>)?( <w>)?( <w>)?", "help (us|me) (shape|design|plan|choose|decide|pick|set|draw|improve|find|scope|make|get|write|build)( <w>)?( <w>)?( <w>)?",
        "how (would|should|could) (you|we)( like to| want to)? (do|run|start|shape|approach|change|handle|set|plan|solve|measure|cut|split|design|make|time|begin|go about|tackle|stage|scope)( <w>)?( <w>)?( <w>)?",
        "shape (it|this|the plan|the trial)( with (us|me))?( together)?", "where would you (start|begin|draw|cut|put|run|try|change|look)( <w>)?( <w>)?", "which (part|team|region|week|service|piece|one|number|measure|would)( <w>)? (would|should|do|could|you) (you|we|suit|want|rather|pick|start|choose|change|drop|cut)( <w>)?( <w>)?", "when would (suit|be|you|it)( <w>)?( <w>)?( <w>)?", "who (would|should|else) (you|we|should|from|in|on)( <w>)?( <w>)?( <w>)?",
        "your (input|ideas|changes|version|conditions|terms)( <w>)? (on|into|for|would|in|are)( <w>)?( <w>)?", "tell (us|me) (what|where|how) (you would|you'd|to|we should|we could|you want) (change|cut|drop|do|start|add|leave|move|improve|put)( <w>)?( <w>)?", "change (it|this|anything|whatever|what) (as|how|you|where|that)( <w>)?( <w>)?", "design (it|this) (with|together)( <w>)?( <w>)?", "i('d| would) (like|love|value|welcome) your (help|input|ideas|view|take|advice|changes|thoughts|opinion)( <w>)?( <w>)?( <w>)?", "you (choose|pick|decide|set) (the|which|what|where|when)( <w>)?( <w>)?", "what am i (missing|overlooking|not seeing)( <w>)?", "what('s| is| are we| did i| have i)( <w>)? (missing|miss|missed|overlooked)( <w>)?( <w>)?", "make (this|it|that) (work|better|useful|easier|safe|right) for you( <w>)?( <w>)?", "would you (want|like|prefer) (to )?(join|shape|choose|pick|see|change|another|a different|it|us to)( <w>)?( <w>)?( <w>)?", "what('s| is) your (view|take|opinion|advice|idea|proposal|suggestion)( <w>)?( <w>)?", "what do you (think|make of|see|suggest)( <w>)?( <w>)?( <w>)?", "in your (own )?words,? what( <w>)?( <w>)?", "if (you|it) (were|was) (yours|you|your (plan|team|call|decision)|running|in charge)( <w>)?( <w>)?( <w>)?",
    ),
})  # fmt: skip


def scan(low: str, parts: tuple[Sentence, ...], previous: str) -> Iterator[Found]:
    """Each question of a text as open or closed, and as follow-up where it picks up the line just said."""
    said = content_stems(previous) if previous else frozenset[str]()
    for part in parts:
        words = low[part.start : part.end][:600]  # the mark of a question stands near its beginning
        told = not part.question and (_indirect(words))
        if not part.question and not told:
            continue
        kind = "question.open" if told or _is_open(words) else "question.closed"
        yield kind, part.start, part.end
        if said and (_shares(words, said) or _refers(words)):
            yield "question.follow_up", part.start, part.end


def _indirect(words: str) -> bool:
    m = _INDIRECT.search(words)
    return m is not None and m.start() <= 30


def _is_open(words: str) -> bool:
    if _NOT_OPEN.match(words):
        return False
    return bool(_OPEN.match(words) or _WITHIN.search(words) or _CHOICE.search(words))


def _shares(words: str, said: frozenset[str]) -> bool:
    return not said.isdisjoint(content_stems(words))


def _refers(words: str) -> bool:
    return _REFERS.search(words) is not None
