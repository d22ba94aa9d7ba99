"""How they moved, as places between 0 and 1 along a meeting: levels, objections, who spoke when. Pure.

Along the clock where there was one; else along the words that were said.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rehearse.conversation import ObjectionStatus, Turn
from rehearse.review.curve import level
from ui.library.days import clock_words
from ui.review import words
from ui.review.seen import Seen
from ui.widgets.plain import visible

_LEAST = 5.0  # seconds: below it nobody spoke by the clock
_STEPS = (15, 30, 60, 120, 300, 600, 1200, 3600)  # seconds between times on the axis
_TICKS = 6
_FEWEST_WORDS = 4  # that a line is wide, where words are the measure


@dataclass(frozen=True, slots=True)
class Voiced:
    """An objection where it was first voiced: `x` 0 to 1, `level` 0 to 3."""

    x: float
    level: float
    label: str
    status: ObjectionStatus
    turn: str
    when: str

    @property
    def words(self) -> str:
        """``Opportunity cost, half answered, at 1:21``."""
        return ", ".join(x for x in (self.label, words.STATUS[self.status].lower(), self.when) if x)


@dataclass(frozen=True, slots=True)
class Moved:
    """`points` are (x, level); `lanes` (from, to, yours); `ticks` (x, words). x is 0 to 1, level 0 to 3."""

    points: tuple[tuple[float, float], ...]
    objections: tuple[Voiced, ...]
    lanes: tuple[tuple[float, float, bool], ...]
    ticks: tuple[tuple[float, str], ...]

    def level_at(self, x: float) -> float:
        """The level between two points, eased as the curve is drawn."""
        at = bisect_right([p[0] for p in self.points], x)
        if at == 0:
            return self.points[0][1] if self.points else 0.0
        if at == len(self.points):
            return self.points[-1][1]
        (x0, y0), (x1, y1) = self.points[at - 1], self.points[at]
        share = (x - x0) / (x1 - x0) if x1 > x0 else 1.0
        return y0 + (y1 - y0) * share * share * (3 - 2 * share)


def moved(seen: Seen) -> Moved:
    """The picture of a take."""
    timed = _timed(seen.take)
    spans = _by_clock(seen.take) if timed else _by_words(seen.take)
    whole = max((end for _, end in spans), default=0.0) or 1.0
    place = {str(t.id): span for t, span in zip(seen.take, spans, strict=True)}
    first = seen.take[0].stance
    points = [(0.0, level(first, seen.persona, seen.meeting.setting.difficulty) if first is not None else 0.0)]
    known = [p for p in seen.review.curve if p.turn in place]
    points += [(place[p.turn][1] / whole, min(3.0, max(0.0, p.level))) for p in known]
    points.sort(key=lambda p: p[0])
    points.append((1.0, points[-1][1]))
    drawn = Moved(tuple(points), (), (), ())
    objections = tuple(
        Voiced(
            place[o.turns[0]][0] / whole,
            drawn.level_at(place[o.turns[0]][0] / whole),
            visible(o.label),
            o.status,
            o.turns[0],
            f"at {clock_words(place[o.turns[0]][0])}" if timed else "",
        )
        for o in seen.review.objections
        if o.turns and o.turns[0] in place
    )
    lanes = tuple((a / whole, b / whole, t.speaker == "you") for t, (a, b) in zip(seen.take, spans, strict=True))
    ticks = _clock_ticks(whole) if timed else _line_ticks(spans, whole)
    return Moved(tuple(points), tuple(sorted(objections, key=lambda o: o.x)), lanes, ticks)


def _timed(take: tuple[Turn, ...]) -> bool:
    times = [t.at for t in take]
    known = [t for t in times if t is not None]
    return len(known) == len(times) and known == sorted(known) and known[-1] - known[0] >= _LEAST


def _by_clock(take: tuple[Turn, ...]) -> list[tuple[float, float]]:
    """A line of yours is written from the end of theirs on: it is said when it is sent."""
    spans: list[tuple[float, float]] = []
    before = 0.0
    for turn in take:
        at = turn.at or 0.0
        until = max(at, turn.until if turn.until is not None else at)
        start = min(at, max(before, 0.0)) if turn.speaker == "you" else at
        spans.append((start, until))
        before = until
    return spans


def _by_words(take: tuple[Turn, ...]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    at = 0.0
    for turn in take:
        width = max(_FEWEST_WORDS, len(turn.text.split()))
        spans.append((at, at + width))
        at += width
    return spans


def _clock_ticks(whole: float) -> tuple[tuple[float, str], ...]:
    step = next((s for s in _STEPS if whole / s <= _TICKS), _STEPS[-1])
    return tuple((t / whole, clock_words(t)) for t in range(0, int(whole) + 1, step))


def _line_ticks(spans: list[tuple[float, float]], whole: float) -> tuple[tuple[float, str], ...]:
    step = max(1, -(-len(spans) // _TICKS))
    return tuple((spans[i][0] / whole, f"Line {i + 1}") for i in range(0, len(spans), step))
