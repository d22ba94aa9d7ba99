"""Whether a line does its act. Only what code can see with care: an act whose doing has no outward sign is left alone."""

from __future__ import annotations

import re

from rehearse.conversation import ActKind, Stance
from rehearse.personas import Concern
from rehearse.signals.text import content_stems, fold, words
from rehearse.stakeholder import assent
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.slots import fill

TOLD = 0.35  # share of the content stems of what was to be told that must be in the line
SAME = 0.4  # ... of the persona's own wording, from which a line counts as that wording
MINIMAL = 20  # words
# Asks, demands, denies, limits: what a line that presses has somewhere.
_PRESSES = re.compile(
    r"\?|n't\b|\b(?:not|no|never|nothing|nobody|none|neither|nor|cannot|still|yet|but|only|without|until|unless|if|doubt\w*|prove|proof|show|"
    r"tell|give|explain|answer\w*|name|need\w*|want\w*|ask\w*|heard|missing|left out|again|where|who|whose|what|why|how|when|which|wait\w*|"
    r"hope|wish|believe\w*|enough|evidence|instead|except|before|hardly|less|worse|rather|last (?:time|one|year)|too)\b"
)
_ASKS = re.compile(
    r"\?|\b(?:tell|show|give|explain|name|describe|ask\w*|want to (?:know|hear|see)|need to (?:know|hear|see)|like to (?:know|hear|see)|"
    r"curious|wonder\w*|example|more|go on|missing|not|no|without)\b|n't\b|(?:^|[.!…,:;]\s+)(?:and |so |but |then )?(?:what|who|whose|why|how|when|where|which)\b"
)
# Nothing but a nod: what a line that presses must not be.
_NODS = re.compile(
    r"\b(?:thank(?:s| you)|interesting|i see|noted|understood|okay|i hear you|good (?:to know|afternoon|morning|evening)|hello|hi|nice to|welcome|"
    r"fair|i understand|got it|right|i follow|mm+|hm+|sure|fine|all right|very well|of course|i get it|makes sense|pleasure)\b"
)
FEW = 5  # words: no more, and nothing in them that asks or denies, press nobody
_CLARIFIES = re.compile(
    r"\?|\b(?:again|mean\w*|follow\w*|understand\w*|repeat|slow\w*|plain\w*|clear\w*|lost|sentence|sorry|catch|caught|hear|heard|get|got|"
    r"say|word\w*|english|simpl\w*|short\w*|rephrase|point)\b"
)
_ENDS = re.compile(
    r"\b(?:time|minutes?|stop\w*|end\w*|leav\w*|go|going|gone|back to|meeting|done|finish\w*|later|think (?:it|about)|decid\w*|decision|"
    r"answer|no|not|n't|yes|goodbye|bye|thank\w*|see you|call|desk|here|today|enough|over|wrap\w*|out|tomorrow|next|off|close\w*|stand\w*|"
    r"door|room|train|for now|leave|up)\b|n't\b"
)
_GOES_ON = re.compile(
    r"\b(?:tell me more|go on|carry on|keep going|continue|i am listening|i'm listening|say more|walk me through|and then what)\b"
)
_ASK = re.compile(r"\?|\b(?:ask\w*|want|request\w*|need|sign\w*|decision|decide|yes to|name|date|day|who|what|when)\b")
_PART = re.compile(
    r"n't\b|\b(?:not|no|half|part\w*|yet|some|almost|nearly|closer|missing|still|little|bit|helps?|begins?|start|only|one|more)\b"
)
_WHOLE = re.compile(r"\b(?:yes|does|it is|that is|is|settled|answer\w*|enough|satisf\w*|done|good|clear|fine|agree\w*|right)\b")
_NO = re.compile(r"n't\b|\b(?:not|no|never|nothing|nobody|none|neither|nor|cannot|without|refuse|decline)\b")
_CAPITAL = re.compile(r"(?<=[\w,;:] )[A-Z][\w'’-]+")
_MISSING: dict[ActKind, str] = {
    "raise": "put the worry itself on the table", "press": "press: ask again or say what is missing", "probe": "ask for something",
    "doubt": "doubt something", "reopen": "come back to the settled point", "state_condition": "name the condition itself",
    "give": "say yes and name what is given", "commit": "say yes", "close": "close the meeting, ask nothing more",
    "leave": "end the meeting and go, ask nothing more", "clarify": "ask to hear it again", "minimal": "a few words only",
}  # fmt: skip


def undone(line: str, setting: Setting, stance: Stance, act: Act, own: str = "") -> str:
    """What is missing for the line to be its act, in words; "" where nothing is, or nothing can be seen. `own` is the
    persona's own line for it."""
    low = fold(line)
    if act.reply is not None and not _tells(line, low, act, setting):
        return "tell what may be told" if act.reply.kind != "answer" else "answer the question that was asked"
    if act.kind in ("answer", "tell_root", "tell_fact") or _as_own(line, own) or _does(line, low, setting, stance, act):
        return ""
    return _MISSING.get(act.kind, "")


def _does(line: str, low: str, setting: Setting, stance: Stance, act: Act) -> bool:
    persona = setting.persona
    concern = persona.concern(act.concern) if act.concern else None
    match act.kind:
        case "press" | "doubt" | "raise" | "reopen" | "probe":
            if act.asks_for_ask:
                return _ASK.search(low) is not None
            return _voices(line, low, act, concern)
        case "state_condition":
            condition = next((c for c in persona.conditions if c.id == act.condition), None)
            return condition is None or _share(line, fill(condition.says, _values(setting))) >= TOLD
        case "give":
            gift = next((g.says for g in persona.gives if g.id == act.gift), "")
            return _NO.search(low) is None and (not gift or _share(line, gift) >= TOLD or _named(line, gift))
        case "commit":
            return any(h.kind != "credits" for h in assent.hits(line))
        case "close" | "leave":
            return not low.rstrip(" \"'”’)").endswith("?") and _GOES_ON.search(low) is None and _ENDS.search(low) is not None
        case "clarify":
            return _CLARIFIES.search(low) is not None
        case "minimal":
            return len(words(line)) <= MINIMAL
    return True


def _voices(line: str, low: str, act: Act, concern: Concern | None) -> bool:
    said = concern is not None and any(_share(line, o.says) >= SAME for o in concern.objections)
    if act.kind == "probe" and not said and _ASKS.search(low) is None:
        return False
    if act.kind != "probe" and not said and _PRESSES.search(low) is None and (_NODS.search(low) or len(words(line)) <= FEW):
        return False
    return act.kind not in ("raise", "reopen") or concern is None or not content_stems(line).isdisjoint(_subject(concern))


def _subject(concern: Concern) -> frozenset[str]:
    """The stems that a worry is spoken of with."""
    texts = [concern.label, *concern.about, *(o.says for o in concern.objections)]
    texts += [t for test in concern.resolved_by for t in (test.test, *test.sounds_like)]
    return frozenset().union(*(content_stems(t) for t in texts))


def _tells(line: str, low: str, act: Act, setting: Setting) -> bool:
    assert act.reply is not None
    if act.reply.id == "enough":
        settled = "For me, yes." in act.reply.options
        return (_WHOLE if settled else _PART).search(low) is not None
    options = [fill(o, _values(setting)) for o in act.reply.options]
    least = TOLD if act.reply.kind != "answer" else 0.25
    return not options or any(_share(line, o) >= least or (act.reply.kind == "answer" and _shared(line, o) >= 2) for o in options)


def _as_own(line: str, own: str) -> bool:
    """Whether a line says what the persona's own line says: enough of its words, and no less of a yes or a no."""
    return (
        _shared(line, own) >= 2
        and _share(line, own) >= SAME
        and (_NO.search(fold(line)) is None) == (_NO.search(fold(own)) is None)
    )


def _shared(line: str, other: str) -> int:
    return len(content_stems(line) & content_stems(other))


def _share(line: str, wanted: str) -> float:
    """The share of the other's content stems that are in the line; 1 where it has none to share."""
    stems = content_stems(wanted)
    return len(stems & content_stems(line)) / len(stems) if stems else 1.0


def _named(line: str, gift: str) -> bool:
    """Whether the line names who or what the gift names."""
    return any(n in line for n in _CAPITAL.findall(gift))


def _values(setting: Setting) -> dict[str, str]:
    return {"problem": setting.problem, "ask": setting.wanted}
