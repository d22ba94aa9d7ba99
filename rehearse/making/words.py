"""Words for what was left empty, in each register: openings, endings, and how an answer is put into a sentence."""

from __future__ import annotations

from rehearse.personas import Register

OPENINGS: dict[Register, tuple[str, ...]] = {
    "terse": (
        "You have [[minutes]] minutes. What is it about?",
        "Go on. What do you need from me?",
    ),
    "plain": (
        "Hi. We have [[minutes]] minutes, so what's on your mind?",
        "Good, you're here. What did you want to talk about?",
    ),
    "warm": (
        "Hello, come in. I've got [[minutes]] minutes for you. How can I help?",
        "Nice to see you. Tell me what it's about, I'm listening.",
    ),
    "formal": (
        "Good morning. I have set aside [[minutes]] minutes. What may I do for you?",
        "Thank you for coming. I would ask you to begin with the matter itself.",
    ),
}
ENDINGS: dict[Register, dict[str, tuple[str, ...]]] = {
    "terse": {
        "resists": ("No. You know what was missing.", "Not from me. Not today."),
        "complies": ("Do it, then. I do not stand behind it.", "Fine. I will not stop you."),
        "agrees": ("Yes. On those terms.", "Agreed. Send me one page."),
        "buys_in": ("Yes. I am in.", "Yes. Put my name next to yours."),
    },
    "plain": {
        "resists": ("It's a no from me for now. You know what I still miss.", "I can't say yes to this, not as it stands."),
        "complies": ("All right, go ahead, but don't count on me for it.", "Okay, if it has to be. I won't stand in the way."),
        "agrees": ("Okay, yes, the way we've just said it.", "Good, you've got my yes. Write it down and send it to me."),
        "buys_in": ("Yes, and I want to be part of it.", "Let's do it. I'll help you get it through."),
    },
    "warm": {
        "resists": (
            "I'm sorry, I can't say yes to this yet. Come back when you have the rest.",
            "I'd like to help you, I really would, but I'm not there.",
        ),
        "complies": (
            "Well, do it, if you think so. I won't make it hard for you.",
            "All right. I'll go along with it, even though it doesn't convince me.",
        ),
        "agrees": ("Yes, that sounds right to me. Go ahead.", "You have my yes, and thank you for taking the time."),
        "buys_in": ("Yes, gladly. I'd like to be in on this.", "Oh yes. Tell me where I can help, I mean it."),
    },
    "formal": {
        "resists": (
            "I cannot agree to this at present; you know which points are open.",
            "My answer must be no for the time being.",
        ),
        "complies": (
            "You may proceed. I should not wish to be quoted in support of it.",
            "I shall not oppose it. More than that I cannot offer.",
        ),
        "agrees": (
            "I agree to it, on the terms that we have discussed.",
            "You have my consent. I should like it in writing.",
        ),
        "buys_in": (
            "I agree, and I shall speak for it myself.",
            "You have my full support, and you may say so.",
        ),
    },
}
# How what they said no to is told. `[what]` and `[why]` are put in; a file is read back by the same forms.
REFUSED: dict[Register, str] = {
    "terse": "No to [what]. [why]",
    "plain": "Last time I said no to [what]. [why]",
    "warm": "I had to say no to [what] last time. [why]",
    "formal": "The last request that I declined was [what]. [why]",
}
MEASURED: dict[Register, tuple[str, str]] = {
    "terse": ("[first]. [rest]", "They look at [plain]. So do I."),
    "plain": ("[first]. That's what I'm measured on. [rest]", "Mostly it's [plain]."),
    "warm": ("[first], if you ask me what counts. [rest]", "What I lie awake about is [plain]."),
    "formal": ("[first]. That is what I am judged by. [rest]", "I answer for [plain]."),
}
ALWAYS: dict[Register, str] = {
    "terse": "What I always ask: [question]",
    "plain": "The same thing I always ask: [question]",
    "warm": "I tend to ask one thing, you'll know it by now: [question]",
    "formal": "I put the same question to everybody: [question]",
}
PACE = {"fast": "Talks fast. ", "slow": "Talks slowly. "}


def measured(what: tuple[str, ...], register: Register) -> tuple[str, ...]:
    """What they say when they are asked what they are measured on; nothing where nobody knows."""
    if not what:
        return ()
    rest = f"And {_and(what[1:])}." if len(what) > 1 else ""
    first, second = MEASURED[register]
    return (
        first.replace("[first]", _large(what[0])).replace("[rest]", rest).strip(),
        second.replace("[plain]", _and(what)),
    )


def refused(what: str, why: str, register: Register) -> tuple[str, ...]:
    """What they say when they are asked about last time."""
    if not what:
        return (why,) if why else ()
    return (REFUSED[register].replace("[what]", what.rstrip(" .")).replace("[why]", why).strip(),)


def always(questions: tuple[str, ...], register: Register) -> tuple[str, ...]:
    """What they say when they are asked what would convince them: the question that they always ask."""
    return tuple(ALWAYS[register].replace("[question]", question) for question in questions)


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _and(parts: tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
