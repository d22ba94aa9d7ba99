"""What a file says in its own words, in plain ones: signals, acts, steps of the ladder, what is said about a field."""

from __future__ import annotations

from typing import Final

SIGNALS: Final[dict[str, str]] = {
    "figure": "a figure: money, per cent or a count",
    "figure.money": "a sum of money",
    "figure.percent": "a percentage",
    "figure.count": "a count",
    "figure.effort": "an effort: people, days, weeks",
    "period": "a period of time",
    "date": "a date or a day",
    "source": "where it comes from",
    "error_range": "how far off it may be",
    "comparison": "a comparison",
    "outcome": "what comes of it",
    "customer": "customers",
    "alignment": "a goal of theirs",
    "precedent": "where it was done before",
    "demo": "something shown",
    "story": "something told as it happened",
    "credit": "credit for others",
    "small_step": "a small first step",
    "success_measure": "what success would be",
    "stop_rule": "when to stop",
    "rollback": "a way back",
    "risk": "a risk",
    "mitigation": "what is done about a risk",
    "trade_off": "what it costs or what waits",
    "unknown": "what is not known",
    "owner": "who owns it",
    "own_time": "time of one's own",
    "ask": "the ask",
    "invitation": "an invitation",
    "concession": "giving way on a point",
    "acknowledgement": "that their point is seen",
    "reflection": "what they said, in own words",
    "question": "a question",
    "question.open": "an open question",
    "question.closed": "a closed question",
    "question.follow_up": "a question that follows up",
    "deferral": "putting it off",
    "vague": "something vague",
    "absolute": "always, never, everybody",
    "promise": "a promise",
    "pressure": "pressure",
    "rank": "who is above whom",
    "threat": "a threat",
    "flattery": "flattery",
    "dismissal": "waving their point away",
    "jargon": "engineers' words",
    "hedge": "maybe, perhaps",
    "filler": "filler words",
}
"""Every signal and group of signals, as the end of "somebody says …"."""

FLAGS: Final[dict[str, str]] = {
    "pressure": "pressure",
    "dismissal": "waving their point away",
    "figure_against_facts": "a figure that contradicts the facts",
    "ignored_question": "a question of theirs that is ignored",
}

SLOTS: Final[dict[str, str]] = {
    "quote": "some words of yours",
    "minutes": "the minutes that are left",
    "problem": "the problem of the situation",
    "gift": "what they put in",
}
"""Slots that a line may wait for and that are no signals."""

ACTS: Final[dict[str, tuple[str, str]]] = {
    "open": ("They begin", "Left empty: the openings under “How they talk”."),
    "raise": ("They raise a worry", "Before the words of the worry itself."),
    "press": ("They press", "You have not answered, and they say so."),
    "probe": ("They ask further", ""),
    "doubt": ("They doubt what you said", ""),
    "brush_off": ("They brush you off", ""),
    "minimal": ("They hardly answer", ""),
    "answer": ("They answer your question", "Where none of their answers fits."),
    "clarify": ("They did not understand", ""),
    "acknowledge": ("They see your point", ""),
    "tell_root": ("They tell what is behind it", ""),
    "tell_fact": ("They tell what they kept back", ""),
    "state_condition": ("They name a condition", ""),
    "accept_point": ("They accept a point", ""),
    "reopen": ("They come back to a worry", ""),
    "park": ("They let a worry rest", ""),
    "give": ("They put something in", "[[gift]] is what it is."),
    "commit": ("They say yes", ""),
    "close": ("They end it", ""),
    "leave": ("They leave", ""),
}
"""The acts in the order of the file: what they are called, and what is to be known."""

LADDER: Final[dict[str, str]] = {
    "resists": "When they resist",
    "complies": "When they comply",
    "agrees": "When they agree",
    "buys_in": "When they buy in",
}

KIND: Final[dict[str, str]] = {"persona": "Person", "scenario": "Situation", "rubric": "Way to judge"}
KINDS: Final[dict[str, str]] = {"persona": "People", "scenario": "Situations", "rubric": "Ways to judge"}

_VERBS = ("is", "must", "has", "holds", "needs")


def signal(id: object) -> str:
    """A signal, red flag or slot in plain words; one that is not known as it stands."""
    known = str(id)
    return SIGNALS.get(known) or FLAGS.get(known) or SLOTS.get(known) or f"“{known}”"


def sentence(message: str) -> str:
    """What is said about a field, as a sentence below it."""
    first = message.partition(" ")[0]
    if first in _VERBS:
        return f"This {message}"
    return message[:1].upper() + message[1:]


def count(number: int, one: str, many: str = "") -> str:
    """``1 line``, ``2 lines``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
