"""Lines that belong to a way of talking and to no person: said where a person's file has no key for them."""

from __future__ import annotations

from rehearse.personas import Register

# Said when everything on the table was met and nothing was asked for. Theirs to ask, each in their own voice; yours to answer.
ASK_FOR_ASK: dict[Register, tuple[str, ...]] = {
    "terse": (
        "Good. What am I signing, and by which day?",
        "Enough case. What do you want, when, and who carries it?",
        "One sentence: what, who, by when.",
        "You have asked me for nothing yet.",
        "A decision has a date and a name. Yours has neither so far.",
        "And tomorrow morning? Who does what?",
        "Say the ask. I will not guess it.",
    ),
    "plain": (
        "So what do you want from me, by when, and who looks after it?",
        "Okay, I've heard the case. What exactly would I be saying yes to?",
        "What's the decision you need, and from which date?",
        "You haven't asked me for anything yet, do you know that?",
        "Right. What happens after this meeting, and who does it?",
        "Put a name and a day on it for me, would you?",
        "If I said fine now, what would you write on the board?",
    ),
    "warm": (
        "I've got no more questions, I think. What would you like me to do, and until when?",
        "It's just that I don't know yet what you're asking me. Can you say it?",
        "So if I said yes, what would I have said yes to?",
        "Who'd be doing what by next week, in your head?",
        "Would you tell me the one thing you'd need from me, with a day on it?",
        "I feel we're nearly there, and nobody's asked anything yet.",
        "What would be a good next step for you, and whose is it?",
    ),
    "formal": (
        "I have understood the case. May I hear the request, with the date and the person who answers for it?",
        "To what exactly would I be giving my consent, and as of which day?",
        "You have not put a request to me as yet. I should like to hear it in one sentence.",
        "Which decision do you require, by when, and in whose name?",
        "Before I write anything down: what is asked, and who is responsible for it?",
        "I would ask you for the three things a note must contain: what, who, and by which day.",
        "What should have happened a week from now, and by whose hand?",
    ),
}

# How a meeting ends that got them to weigh it and no further.
UNDECIDED: dict[Register, tuple[str, ...]] = {
    "terse": (
        "I will think. Do not count on the outcome.",
        "You moved me from no to maybe. That is all there is today.",
        "Undecided. You know which question is open.",
        "I am still weighing it. One side is heavier, and it is not yours.",
        "No answer today. Bring the missing part, and I will listen again.",
        "It stays on my desk. On the left side, where things wait.",
    ),
    "plain": (
        "I'm in two minds, and I'll stay there until that one question's answered.",
        "It isn't a no any more. It isn't anything else yet, either.",
        "Leave it with me. There's a bit missing, and you know which.",
        "I won't stop thinking about it. I can't tell you more than that today.",
        "One half of me has heard you. The other half's still asking.",
        "Let's call it open. I don't want to say something I'd take back tomorrow.",
    ),
    "warm": (
        "I'm torn, I'll be honest. There's one thing I couldn't get out of my head.",
        "I'd like to like it. I'm not there, and I don't want to pretend.",
        "Let me sleep on it. One of my questions is still sitting there, looking at me.",
        "You've made me think, and I'm still thinking. That's all I've got.",
        "I don't want to send you off with nothing, so: it's open, really open.",
        "I hear it better than before. It isn't enough for an answer.",
    ),
    "formal": (
        "I shall reserve my judgement. One of my questions has not been answered.",
        "The matter remains open, and I would ask you not to report it otherwise.",
        "I am undecided. Please do not mistake my courtesy for more than that.",
        "You have given me something to weigh. I have not finished weighing it.",
        "I can neither decline nor do the opposite on what I have heard today.",
        "There will be no answer from me until the open point is closed.",
    ),
}
