"""Questions: open, closed, following up on what was just said, and invitations to shape the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.text import Sentence, content_stems

_LEAD = (
    r"\W*(?:(?:and|but|so|ok|okay|then|well|sorry|fair point|fair enough|good point|thanks?(?: you)?|i see|now|"
    r"first|before that|tell me),? ){0,2}"
    # Asking leave to ask is asking: "Could I ask what matters most to you?"
    r"(?:(?:(?:can|could|may|might) (?:i|we) (?:just |quickly |first )?(?:ask|know|hear|understand)(?: you)?"
    r"|(?:(?:do|would) you )?mind (?:if i ask(?: you)?|my asking|me asking|telling me)"
    r"|(?:is it|would it be) (?:ok|okay|all right|alright|fine) (?:if i ask(?: you)?|to ask)),? )?"
)
_OPEN = re.compile(
    rf"{_LEAD}(?:"
    r"(?:(?:in|at|on|by|for|to|from|with|of) )?(?:what|how|which|where|why|who|whom|whose|when)\b"
    r"|(?:please )?(?:tell me|tell us|walk me through|talk me through|help me (?:understand|see)|describe|explain to me)\b"
    r"|(?:please )?(?:say more|show me (?:how|what|where))\b"
    r"|(?:can|could|would|will) you (?:please )?(?:tell|walk|talk|describe|explain|help me understand|say more)\b"
    r"|(?:can|could|would|will) you (?:please )?(?:give me (?:a sense|an idea)|show me)\b)"
)
_WITHIN = re.compile(
    r"(?:, |[;:] | - |\u2013 ?|\u2014 ?|\band |\bso |\bbut )(?:what|how|which|where|why|who|when)(?:'s|"
    r"'re)? (?:\w{1,15} ){0,2}(?:do|does|did|is|are|was|would|could|can|will|has|have|should|worries|matters)\b"
)
# A demand in the dress of a question.
_NOT_OPEN = re.compile(
    r"\W*(?:and |but |so )?(?:why (?:don't|won't|can't|not|do you not) (?:you|we|just)\b.{0,20}?\bjust\b|"
    r"why (?:don't|won't|can't) you\b"
    r"|what(?:'s| is) (?:your|the) (?:problem|issue)\b|how (?:can|could|dare) you\b|who cares\b|so what\b|"
    r"what are you (?:afraid|waiting)\b|why not\b|what's not to like|how hard can)"
)
# "Is that where you feel it, or is it renewals?" asks about them; "Will you sign today or on Friday?" does not.
_CHOICE = re.compile(
    r"\b(?:you|your|yours)\b.{0,120}?,? or (?:is|are|does|do|did|was|rather|more|because|something|something else|the) \w"
    r"|, or (?:is|are|does|do|did|was|rather|more) .{0,120}?\b(?:you|your|yours)\b"
)
_REFERS = re.compile(r"\b(?:that|those|there|this|these|then|it|them|both|either)\b")
_INDIRECT = re.compile(
    r"\b(?:tell me|tell us|walk me through|talk me through|help me understand|i(?:'d| would) (?:rather|like to|love to) "
    r"(?:first )?(?:know|understand|hear)(?: first)?|i want to (?:first )?(?:know|understand|hear)(?: first)?|i(?:'m| am) curious|i wonder) "
    r"(?:about |more about |a bit more about |more |how|what|where|why|which|who|when|your|the|whether)"
)

INVITATION: dict[str, tuple[str, ...]] = {
    "invitation": (
        (
            "what (would|should|could|do) you( want to| like to)? (change|add|drop|cut|do|need|suggest|do differently|"
            "want to see|take out|leave out|put|try|propose|see changed|rather|recommend|want changed)<t4>"
        ),
        "what (would|could) (make|have to|need to|it take|convince|we|a|have)<t6>",
        "help (us|me) (shape|design|plan|choose|decide|pick|set|draw|improve|find|scope|make|get|write|build)<t3>",
        (
            "how (would|should|could) (you|we)( like to| want to)? (do|run|start|shape|approach|change|handle|set|plan|solve|"
            "measure|cut|split|design|make|time|begin|go about|tackle|stage|scope)<t3>"
        ),
        "shape (it|this|the plan|the trial)( with (us|me))?( together)?",
        "where would you (start|begin|draw|cut|put|run|try|change|look)<t2>",
        (
            "which (part|team|region|week|service|piece|one|number|measure|would)<t1> (would|should|do|could|you) (you|we|"
            "suit|want|rather|pick|start|choose|change|drop|cut)<t2>"
        ),
        "when would (suit|be|you|it)<t3>", "who (would|should|else) (you|we|should|from|in|on)<t3>",
        "your (input|ideas|changes|version|conditions|terms)<t1> (on|into|for|would|in|are)<t2>",
        (
            "tell (us|me) (what|where|how) (you would|you'd|to|we should|we could|you want) (change|cut|drop|do|start|add|"
            "leave|move|improve|put)<t2>"
        ),
        "change (it|this|anything|whatever|what) (as|how|you|where|that)<t2>", "design (it|this) (with|together)<t2>",
        "i('d| would) (like|love|value|welcome) your (help|input|ideas|view|take|advice|changes|thoughts|opinion)<t3>",
        "you (choose|pick|decide|set) (the|which|what|where|when)<t2>", "what am i (missing|overlooking|not seeing)<t1>",
        "what('s| is| are we| did i| have i)<t1> (missing|miss|missed|overlooked)<t2>",
        "make (this|it|that) (work|better|useful|easier|safe|right) for you<t2>",
        "would you (want|like|prefer) (to )?(join|shape|choose|pick|see|change|another|a different|it|us to)<t3>",
        "what('s| is) your (view|take|opinion|advice|idea|proposal|suggestion)<t2>",
        "what do you (think|make of|see|suggest)<t3>",
        "is/are( all| entirely| completely| wholly| then)? up to (you|your team|the two of you|your people)<t2>",
        "it/that('s)( all| entirely| completely| wholly)? up to (you|your team|your people)<t2>",
        (
            "is/are/it/that('s)? (entirely |all )?(yours to (decide|choose|set|shape|pick|call|change|name|draw|say)|"
            "your (choice|call))<t2>"
        ),
        (
            "i/we('d| would)( really)? (like|love|want) you to (choose|shape|design|decide|pick|set|help|draw|say|define|"
            "change|correct)<t4>"
        ),
        "i/we('d| would) be (glad|happy|grateful) if you (picked|chose|shaped|decided|changed|set|took|said)<t3>",
        "feel free to (change|add|cut|drop|pick|correct|cross|move)<t2>",
        "whichever (you|one you|suits you|of the two you)<t2>",
        "choose/pick/shape/design/draw (it|this|the <w>) (with (us|me)|together)<t1>", "in your (own )?words,? what<t2>",
        "if (you|it) (were|was) (yours|you|your (plan|team|call|decision)|running|in charge)<t3>",
    ),
}  # fmt: skip


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
