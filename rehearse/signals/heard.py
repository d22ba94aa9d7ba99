"""What the ear adds to the tables: a sentence that holds a signal in words that no table knows; and what it takes away: a
wording in a sentence that has nothing else of that signal."""

from __future__ import annotations

from rehearse.hearing import ear
from rehearse.signals.kinds import Signal
from rehearse.signals.text import Sentence

# What a table knows of manners stands whatever the rest of the sentence is.
_MANNERS = frozenset(
    ("acknowledgement", "reflection", "ask", "deferral", "dismissal", "pressure", "rank", "threat", "flattery", "promise", "vague",
     "absolute")
)  # fmt: skip
# What costs somebody trust, ends a talk or makes a promise of it takes a wording that a table knows.
_NEVER_HEARD = frozenset(("nothing", "ask", "pressure", "rank", "threat", "dismissal", "flattery", "promise"))
_NO_FLOOR = -10_000


def weigh(told: tuple[Signal, ...], parts: tuple[Sentence, ...]) -> tuple[Signal, ...]:
    """The signals of a text: those that the tables found (`told`), weighed, and those that only the ear hears, each with the
    span of its sentence. Sorted as `find` gives them."""
    kept: list[Signal] = []
    for n, part in enumerate(parts):
        ends = parts[n + 1].start if n + 1 < len(parts) else part.end + 1
        begins = part.start if n else 0
        here = [s for s in told if begins <= s.start < ends]
        if part.heap:
            kept += here
            continue
        known = ear()
        kinds = frozenset(s.kind for s in here)
        scores = known.scores(part.text, kinds)
        kept += [s for s in here if s.kind in _MANNERS or scores.get(s.kind, 0) >= known.floors.get(s.kind, _NO_FLOOR)]
        kept += [
            Signal(kind, part.start, part.end, heard=True)
            for kind, score in scores.items()
            if kind not in kinds and kind not in _NEVER_HEARD and score >= known.levels[kind]
        ]
    return tuple(sorted(kept, key=lambda s: (s.start, s.end, s.kind)))
