"""What the stakeholder still knows when you meet again: what was settled, what was promised, and whether it was done.

Influencing takes several meetings. What was met stays met and is not asked for again; what was half answered waits for its
other half; what they told you need not be told twice. Trust is carried over by half, then a promise moves it (rules, 7).
"""

from __future__ import annotations

from dataclasses import replace

from rehearse.conversation import ConcernState, Stance
from rehearse.personas import Persona, Register
from rehearse.stakeholder import trust
from rehearse.stakeholder.setting import Series
from rehearse.stakeholder.status import rank

KEPT = 0.5  # trust by a promise that was kept; as much is lost by one that was not
CARRIED = 0.5  # share of the trust won or lost in the last meeting that is still there in the next
_LONGEST = 16  # words of a promise that are quoted

# Said first when you meet again, by how they speak. [[promise]] is filled with your words.
KEPT_LINES: dict[Register, tuple[str, ...]] = {
    "terse": (
        "You said [[promise]]. You did it. Sit down.",
        "Last time: [[promise]]. It was done, I checked. Go on.",
        "You kept your word on one thing. I noticed. What is next?",
        "[[promise]], you said, and then it happened. That is rarer than you think.",
        "It was done by the day you named. So I have [[minutes]] minutes for you.",
    ),
    "plain": (
        "Hey. You said [[promise]], and you did it. So, what's next?",
        "Last time you told me [[promise]]. It happened, thanks. What have you got today?",
        "You did what you said you'd do. That's why I've got [[minutes]] minutes for you.",
        "I remember [[promise]]. It was done, so I'm listening.",
        "Right, you kept that one. Where were we?",
    ),
    "warm": (
        "Good to see you. You'd said [[promise]], and you really did it. I've been thinking since.",
        "Hello again. [[promise]], you said, and then you did. It's a small thing, and it isn't small to me.",
        "You kept your word about that. I told people. What's on your mind now?",
        "Come in. I haven't forgotten that you did what you said you'd do.",
        "It's nice when somebody says [[promise]] and then it's true. So, tell me.",
    ),
    "formal": (
        "When we last spoke you undertook the following: [[promise]]. It was done. Please go on.",
        "I have a note of our last meeting. It says [[promise]], and beside it I have put a tick.",
        "You did what you had said you would do. I should like to hear what follows from it.",
        "Your undertaking was kept. We have [[minutes]] minutes.",
        "I wrote down [[promise]], and I have been able to cross it out. What is it today?",
    ),
}
BROKEN_LINES: dict[Register, tuple[str, ...]] = {
    "terse": (
        "You said [[promise]]. I waited for it.",
        "Before anything else. [[promise]]. Where is it?",
        "There was one thing you owed me. It did not come.",
        "[[promise]], you said. It stayed a sentence. Go on.",
        "I had a date from you. It passed. What is it now?",
    ),
    "plain": (
        "Last time you said [[promise]]. That didn't happen, did it?",
        "Hey. Before we start: [[promise]]. I'm still waiting for that.",
        "You owed me one thing from last time. I didn't get it.",
        "I'd told people [[promise]], because you'd told me. That was awkward.",
        "So, the thing you promised. What became of it?",
    ),
    "warm": (
        "Hello again. You'd said [[promise]], and I was looking forward to it. It didn't come.",
        "I don't want to start with it, but you'd said [[promise]].",
        "I waited a bit for what you'd promised. Maybe you forgot. What's it about today?",
        "It's okay, things happen. I'd counted on [[promise]], though.",
        "Come in. I'm a little more careful this time, I think you know why.",
    ),
    "formal": (
        "In our last meeting you undertook the following: [[promise]]. I have not received it.",
        "I keep notes. They say [[promise]], and there is nothing beside it. Please go on.",
        "One undertaking of yours is still outstanding. I mention it before we begin.",
        "I had planned on the strength of [[promise]]. I shall not do so a second time.",
        "What was promised to me has not arrived. What do you wish to discuss today?",
    ),
}
AGAIN_LINES: dict[Register, tuple[str, ...]] = {
    "terse": (
        "You again. What has changed since last time?",
        "We were at this before. What is new?",
        "Second helping. You have [[minutes]] minutes.",
        "I remember where we stopped. Do you?",
        "Go on from where we were. Not from the beginning.",
    ),
    "plain": (
        "Hey, round two. What's changed since we talked?",
        "I remember where we got to. What's new?",
        "Back already? I've got [[minutes]] minutes.",
        "I thought about it a bit after last time. Where do you want to go on?",
        "Okay, we don't start from zero, do we? Go on.",
    ),
    "warm": (
        "Hello again. I've been turning it over since we talked. What's on your mind?",
        "Good to see you. I remember what you said. Has anything changed?",
        "Come in. I said I'd think about it, and I did, a bit.",
        "I told somebody at home about our last talk, actually. What's next?",
        "Nice that you came back. Where shall we go on?",
    ),
    "formal": (
        "We have spoken of this before. What has changed in the meantime?",
        "I have my note of our last conversation here. Please take it from there.",
        "You have asked for a further meeting. What has been added?",
        "I recall where we stopped. We have [[minutes]] minutes.",
        "Let us not begin again at the beginning. What is new?",
    ),
}

# Said at the end of an influencing meeting that did all it could: no yes, and no grudge either. You named the next contact.
NEXT_LINES: dict[Register, tuple[str, ...]] = {
    "terse": (
        "Not a yes. Not a no either. Come back on the day you named.",
        "You did not sell me anything. Good. Until then.",
        "I will look at it before we meet. That is all I say today.",
        "Leave it there. I want to see whether you come back.",
        "We are not there. We are further than this morning.",
    ),
    "plain": (
        "Okay, let's leave it there. I'll look at it before we meet again.",
        "I'm not saying yes. I'm saying come by on that day, like you said.",
        "Right. I'll chew on it until then, and I'll probably have questions.",
        "No promise from me today. But I'd like to hear how it goes.",
        "Let's stop while it's good. See you on the day.",
    ),
    "warm": (
        "I'm not there yet, and I'm glad you came. Let's talk again on that day.",
        "I'd like to sit with this for a bit. Come back like you said, would you?",
        "That was a good talk. I don't know yet what I'll do with it. See you then.",
        "I won't say yes today. I'll keep the time free, though.",
        "Let me think about it at home. I think better there. Until then.",
    ),
    "formal": (
        "I shall not decide today, and you did not ask me to. I look forward to our next meeting.",
        "Please take it that I am listening, and no more than that. Until the day you named.",
        "I will have read it by the time we meet. Nothing further from me today.",
        "We shall leave it at this. I have made a note of the date.",
        "This is not an agreement. It is a conversation that I am willing to continue.",
    ),
}


def carried(persona: Persona, series: Series, begun: Stance) -> Stance:
    """The stance that a meeting begins with, after those of the series. `begun` is how a first meeting would begin."""
    at, last = begun.trust, series.last
    if last is not None:
        at += CARRIED * (last.trust - begun.trust)
        states = {c.id: _kept_in_mind(last.concerns.get(c.id, ConcernState())) for c in persona.concerns}
        begun = replace(
            begun, concerns=states, facts_told=last.facts_told, conditions_stated=last.conditions_stated,
            conditions_taken=last.conditions_taken, used_answer=last.used_answer,
        )  # fmt: skip
    if series.kept is not None:
        at += KEPT if series.kept else -KEPT
    return replace(begun, trust=trust.clamp(at))


def _kept_in_mind(state: ConcernState) -> ConcernState:
    """A concern of the last meeting. Credits are for one meeting; what was settled or told is for good; parked is asked for."""
    status = state.status if state.status in ("met", "partly_met") else "hidden"
    voiced = state.voiced if rank(status) >= rank("met") else 0
    return ConcernState(
        status, state.tests, voiced=voiced, root_told=state.root_told, root_reflected=state.root_reflected,
        doubted=state.doubted, evidence_credit=state.evidence_credit, dropped=state.dropped,
    )  # fmt: skip


def lines(series: Series, register: Register) -> tuple[str, ...]:
    """What they may say first when you meet again."""
    if series.kept is None:
        return AGAIN_LINES[register]
    return (KEPT_LINES if series.kept else BROKEN_LINES)[register]


def promise(series: Series) -> str:
    """What you promised, in your words and in quotation marks; nothing where there was none, where it is too long to be said, or
    where there were several: it is not known which of them was kept, and the wrong one must not be named."""
    said = tuple(dict.fromkeys(series.last.promises)) if series.last else ()
    words = said[0].strip().rstrip(".!").split() if len(said) == 1 else []
    return f"“{' '.join(words)}”" if 0 < len(words) <= _LONGEST else ""
