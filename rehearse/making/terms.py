"""What shows that a condition was taken up: words of its own, and the signals that go with what it asks for."""

from __future__ import annotations

from rehearse.personas import Needs
from rehearse.signals import find
from rehearse.signals.text import content_stems, words

# To give way, to promise a day or a person, or to do it oneself takes up most conditions.
_ALWAYS = ("concession", "date", "owner", "own_time", "promise")
_WITH = (
    "stop_rule", "success_measure", "small_step", "rollback", "mitigation", "trade_off", "source", "period", "demo", "credit",
    "customer", "error_range",
)  # fmt: skip
_MOST = 6
_COMMON = frozenset("you your my me we our us it this that they them first before after every each one two then".split())


def subjects(says: str) -> tuple[str, ...]:
    """The words that name this condition, in their order; the longer ones first to go in where there are many."""
    stems = content_stems(says)
    own: list[str] = []
    for word in words(says):
        text = says[word.start : word.end].lower()
        if len(text) > 2 and text not in _COMMON and content_stems(text) & stems and text not in own:
            own.append(text)
    longest = sorted(own, key=len, reverse=True)[:_MOST]
    return tuple(text for text in own if text in longest) or tuple(says.lower().split()[:3])


def taken_up_by(says: str) -> Needs:
    """Any of these signals: those that the condition itself holds, and those that take up any."""
    held = {signal.kind for signal in find(says)}
    return ((*(kind for kind in _WITH if kind in held), *_ALWAYS),)
