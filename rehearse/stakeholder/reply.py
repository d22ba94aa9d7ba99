"""What they say to a question of yours: asking is never talking to a wall. A question is answered before anything else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rehearse.conversation import Appraisal, Stance
from rehearse.personas import Concern, Register
from rehearse.signals.text import Word, content_stems, has_stem, words
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.reveal import earned
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting

_ENOUGH = re.compile(
    r"\b(?:does|did|would|is|has)\b[^.?!]{0,40}\b(?:answer|enough|cover|settle|address|help|missing|do it|convince)\b[^.?!]{0,30}\?",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:what|why|how|tell me|where)\b[^.?!]{0,60}\b(?:worr|concern|afraid|fear|behind|happened|went wrong|last time|bother|"
    r"makes you|that to you|you say that|hurt|feel)",
    re.IGNORECASE,
)
# A bare "Why?" asks about the line that was just said.
_BARE_WHY = re.compile(
    r"(?:^|[.!?]\s+)\W*(?:(?:and|but|so|ok|okay|sorry|hm)\W+)*(?:why|why is (?:that|it|this)|why so|how come|how so|why do you (?:say|ask|think) (?:that|so|this)|"
    r"what makes you (?:say|think|ask) (?:that|so|this)|what do you mean(?: by that)?)\s*\?",
    re.IGNORECASE,
)
_ASKS_WHAT = re.compile(r"^\W*(?:(?:and|but|so|ok|okay|then|well)\W+)*(?:what|how|which|who|when|where|why)\b", re.IGNORECASE)
# A proposal in the form of a question asks for no information: `What if I do it myself?`, `Can we start on Monday?`
_PROPOSES = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|then|well|fair|right)\W+)*(?:what if|how about|what about if|suppose|(?:can|could|shall|should|may|might|would) "
    r"(?:we|i)\b(?! (?:just |quickly |first )?(?:ask|know|hear|understand)\b)|would you (?:agree|sign|approve|give|let|support|be (?:ok|okay|open|willing))|will you (?:agree|sign|approve|give|let)|"
    r"do we have (?:a deal|your))",
    re.IGNORECASE,
)
# What they would need is one question in many dresses; a person answers it where the file speaks of being convinced.
_WOULD_TAKE = re.compile(
    r"\bwhat (?:would|do|does|will|could|else would|more would) (?:you|it|they|i|we|have to)\b[^.?!]{0,30}\b(?:need|want|like|take|have|see|hear|know|expect|"
    r"happen|convince|help|show|bring|true|answer|missing)\b|\bwhat (?:is|are|'s) (?:still )?missing\b|\bhow (?:can|could|do|would) (?:i|we) (?:convince|win|help|get) you\b",
    re.IGNORECASE,
)
_CONVINCED = ("convince", "persuade", "believe", "proof", "change your mind", "say yes")
# Who is asked for a view gives it by what they do next: the worry that they raise is the answer.
_VIEW = re.compile(
    r"\b(?:how (?:do|would|does) (?:you|it|that|this) (?:see|look|sound|feel|strike|read)|what (?:do you|are you|would you|'s your|is your) "
    r"(?:think|thinking|make|say|view|take|opinion|reaction|feeling)|your (?:view|thoughts|take|opinion)|where do you stand|would you|"
    r"do we have|or not)\b",
    re.IGNORECASE,
)
# A yes-or-no question gets no "that is not mine to say": what they do next is the answer.
_WHAT_AFTER = re.compile(r"[,:;] (?:and |but |so )?(?:what|how|which|who|when|where|why)\b", re.IGNORECASE)
NOT_YET = ("Not yet.", "Not all of it.", "In part.", "Half of it, maybe.", "It helps. It does not settle it.")
SETTLED = ("It does.", "For me, yes.", "On that point, yes.", "That one, yes.")

# Nobody knows everything: what they look at instead is said as such, and not as if it answered. [] is what they care about.
_DO_NOT_KNOW: dict[Register, tuple[str, ...]] = {
    "terse": (
        "That is not mine to say. Mine is []", "I cannot tell you. I look at []", "Ask somebody else that. Ask me about []",
        "No idea. I get paid for []", "Not my end of the table. My end is []",
    ),
    "plain": (
        "I don't know, honestly. What I watch is []", "You'd have to ask somebody else. I'm busy with []",
        "No clue about that one. What I can tell you about is []", "Hm, that isn't my bit. My bit is []",
        "I couldn't say. Where I sit it's all about []",
    ),
    "warm": (
        "I don't think I can answer that one. What stays on my mind is []", "I'd only be guessing. What I do know about is []",
        "That I can't see from where I am. I can see []", "I'm not sure, I'm sorry. I mostly think about []",
        "Somebody else would know that better. With me it's []",
    ),
    "formal": (
        "That lies outside what I can answer. Within it lies []", "I am unable to tell you. I am asked about []",
        "You would have to put that to a colleague. What is put to me is []", "I have no information on that. I have some on []",
        "I would rather not guess. I am responsible for []",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to your question. `options` are wordings; `id` names the fact or answer; `concern` what it is about."""

    kind: Literal["answer", "tell_root", "tell_fact"]
    options: tuple[str, ...]
    id: str = ""
    concern: str | None = None
    stands_alone: bool = False


def find_reply(setting: Setting, stance: Stance, reading: Reading, appraisal: Appraisal, draws: Draws) -> Reply | None:
    """The reply to the question in this turn, or None where nothing was asked.

    In this order: the root of the concern that was asked about, a withheld fact that was earned, whether it is enough now,
    one of the persona's answers, what they care about.
    """
    questions = [s for s in reading.sentences if s.question]
    asked = [s for s in questions if not _PROPOSES.match(s.text)]
    open_question = appraisal.has("asks_open", "follows_up")
    if not asked and (questions or not open_question):
        return None
    text = " ".join(s.text for s in asked) or reading.text
    here = words(text)
    pressed = setting.persona.concern(stance.pressed) if stance.pressed else None
    if any(_ENOUGH.search(s.text) and not _ASKS_WHAT.match(s.text) for s in asked) and pressed is not None:
        settled = stance.concerns[pressed.id].status in ("met", "parked")
        return Reply("answer", SETTLED if settled else NOT_YET, "enough", pressed.id)
    fact = _fact(setting, stance, here, open_question)
    best, hits = _answer(setting, here)
    if best is None and _WOULD_TAKE.search(text):
        best = _convinced(setting)
    if open_question and pressed is not None and _root_asked(pressed, stance, text, here) and hits < 2:
        return Reply("tell_root", pressed.root, "root", pressed.id)
    if fact is not None:
        return fact
    if best is not None:
        return best
    if open_question and (about := _concern_asked(setting, stance, here)) is not None:
        return Reply("tell_root", about.root, "root", about.id)
    asks_what = any(_ASKS_WHAT.match(s.text) or _WHAT_AFTER.search(s.text) for s in asked) or not asked
    return _cares(setting) if open_question and asks_what and not _VIEW.search(text) else None


def _root_asked(concern: Concern, stance: Stance, text: str, here: tuple[Word, ...]) -> bool:
    if stance.concerns[concern.id].root_told or not concern.root:
        return False
    return bool(_WHY.search(text) or _BARE_WHY.search(text)) or any(has_stem(here, p) for p in concern.about)


def _concern_asked(setting: Setting, stance: Stance, here: tuple[Word, ...]) -> Concern | None:
    hits = {
        c.id: sum(1 for p in c.about if has_stem(here, p))
        for c in setting.persona.concerns
        if c.root and not stance.concerns[c.id].root_told and earned(c.reveal, stance, asked=True)
    }
    best = max(hits, key=lambda c: hits[c], default=None)
    return setting.persona.concern(best) if best and hits[best] else None


def _fact(setting: Setting, stance: Stance, here: tuple[Word, ...], asked: bool) -> Reply | None:
    for fact in setting.persona.withheld:
        if fact.id in stance.facts_told or not earned(fact.reveal, stance, asked=asked):
            continue
        if any(has_stem(here, p) for p in fact.about):
            return Reply("tell_fact", fact.says, fact.id)
    return None


def _answer(setting: Setting, here: tuple[Word, ...]) -> tuple[Reply | None, int]:
    """The persona's answer whose subjects the question names most."""
    best, most, hits = None, 0, 0
    for n, answer in enumerate(setting.persona.answers):
        found = [p for p in answer.about if has_stem(here, p)]
        weight = sum(len(p.split()) for p in found)  # "last time" is more to the point than "time"
        if weight > most:
            best, most, hits = Reply("answer", answer.say, f"answer:{n}"), weight, len(found)
    return best, hits


def _convinced(setting: Setting) -> Reply | None:
    """What they say to being asked what it would take."""
    for n, answer in enumerate(setting.persona.answers):
        if any(word in _CONVINCED for word in answer.about):
            return Reply("answer", answer.say, f"answer:{n}")
    return None


def _cares(setting: Setting) -> Reply | None:
    cares = [c for c in setting.persona.cares_about if content_stems(c)]
    if not cares:
        return None
    # Nobody knows everything: what they look at instead is said as such, and not as if it answered.
    said = _DO_NOT_KNOW[setting.persona.register]
    options = tuple(f"{line.replace('[]', cares[0])}." for line in said) + tuple(
        f"{said[0].replace('[]', c)}." for c in cares[1:3]
    )
    return Reply("answer", options, "cares")
