"""The closed list of signals and the values that speak of them. The list is rules.md 1; nothing else may be asked for."""

from __future__ import annotations

from dataclasses import dataclass

SIGNALS: tuple[str, ...] = (
    "figure.money", "figure.percent", "figure.count", "figure.effort", "period", "date", "source", "error_range",
    "comparison", "outcome", "customer", "alignment", "precedent", "demo", "story", "credit", "small_step",
    "success_measure", "stop_rule", "rollback", "risk", "mitigation", "trade_off", "unknown", "owner", "own_time",
    "ask", "invitation", "concession", "acknowledgement", "reflection", "question.open", "question.closed",
    "question.follow_up", "deferral", "vague", "absolute", "promise", "pressure", "rank", "threat", "flattery",
    "dismissal", "jargon", "hedge", "filler",
)  # fmt: skip
"""Every id that `needs`, rules and labels may use. A group such as `figure` is not in it, but `expand` knows it."""

GROUPS: dict[str, tuple[str, ...]] = {
    # Effort is a cost asked for, not a return: it is never part of `figure`.
    "figure": ("figure.money", "figure.percent", "figure.count"),
    "question": ("question.open", "question.closed", "question.follow_up"),
}

_KNOWN = frozenset(SIGNALS)


def expand(id: str) -> tuple[str, ...]:
    """The ids that an id or a group stands for. Raises KeyError for what is neither."""
    if id in _KNOWN:
        return (id,)
    return GROUPS[id]


def nearest(id: str) -> str | None:
    """The known id or group that looks most like `id`, for the message of `rehearse check`; None where nothing does."""
    import difflib  # late: only a faulty file needs it

    found = difflib.get_close_matches(id.strip().lower()[:60], (*SIGNALS, *GROUPS), n=1, cutoff=0.5)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal. `start` and `end` count code points into the text, end excluded. `heard` = no table knows the wording, the
    ear heard it somewhere in this sentence."""

    kind: str
    start: int
    end: int
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the finder may know beside the text.

    `previous` is the stakeholder's line just said ("" at the start); `goals` what they care about and the words they like (for
    `alignment`); `costly` the words that cost their patience (for `jargon`, beside a built-in list).
    """

    previous: str = ""
    goals: tuple[str, ...] = ()
    costly: tuple[str, ...] = ()
