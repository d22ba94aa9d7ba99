"""Counts of how it was said. Shown beside the checks, never in the total: padding must not move it (design science)."""

from __future__ import annotations

from collections.abc import Sequence

from rehearse.conversation import Turn
from rehearse.review.checks.talk import read
from rehearse.review.types import Delivery
from rehearse.signals import Context


def words_in(text: str) -> int:
    """Words as a reader counts them: what stands between white space and holds a letter or digit."""
    return sum(any(c.isalnum() for c in w) for w in text.split())


def measure(take: Sequence[Turn], goals: tuple[str, ...] = (), costly: tuple[str, ...] = ()) -> Delivery:
    """Turns, words, talk share (0 to 1), the longest turn, questions by kind, minutes on the meeting's clock.

    `goals` and `costly` as the judge knows them: then each turn is read once for both.
    """
    yours = [t for t in take if t.speaker == "you"]
    counts = {t.id: words_in(t.text) for t in yours}
    theirs = sum(words_in(t.text) for t in take if t.speaker != "you")
    mine = sum(counts.values())
    asked = {"question.open": 0, "question.closed": 0, "question.follow_up": 0}
    previous = ""
    for turn in take:
        if turn.speaker == "you":
            places: dict[tuple[int, int], set[str]] = {}
            for signal in read(turn.text, Context(previous, goals, costly)):
                if signal.kind in asked:
                    places.setdefault((signal.start, signal.end), set()).add(signal.kind)
            for kinds in places.values():
                for kind in kinds:
                    asked[kind] += 1
        else:
            previous = turn.text
    longest = max(yours, key=lambda t: counts[t.id], default=None)
    times = [x for t in take for x in (t.at, t.until) if x is not None]
    return Delivery(
        your_turns=len(yours),
        your_words=mine,
        their_words=theirs,
        talk_share=round(mine / (mine + theirs), 3) if mine + theirs else None,
        longest_turn=longest.id if longest else None,
        longest_words=counts[longest.id] if longest else 0,
        open=asked["question.open"],
        closed=asked["question.closed"],
        follow_up=asked["question.follow_up"],
        minutes=round(max(times) / 60, 2) if times else None,
    )
