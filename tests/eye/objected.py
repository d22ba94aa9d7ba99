"""What was objected in a marked meeting and what was said to it, and the levels from which the eye takes it for granted or
answered (rehearse.review.replies): marks are of whole meetings, so the levels are those that bring most meetings out as marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rehearse.conversation import Turn
from rehearse.eye import LEAST, NOTHING, SCALE
from rehearse.personas import Persona
from rehearse.review import ledger
from rehearse.review.replies import ANSWERS, GRANTS, about
from rehearse.stakeholder.anybody import NOBODY

HEAVY = "objections.heavy"
OWN = (GRANTS, ANSWERS)  # the checks of the ledger that are learned sentence by sentence
_STEPS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0)
_SHARES = tuple(n / 100 for n in range(4, 50))

Pair = tuple[str, str]
Levels = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Objected:
    """One objection: its weight, whether the ledger by itself takes it for settled and whether it is sure of
    it, which sentences of the meeting are about it, and which of
    them were said after it was voiced for the last time."""

    weight: int
    settled: bool
    sure: bool
    about: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The objections of a meeting. `heard`: of nobody whom the program knows."""

    objections: tuple[Objected, ...]
    heard: bool


def of(take: Sequence[Turn], persona: Persona, turns: Sequence[str]) -> Ledger:
    """`turns`: for each sentence of the meeting its turn."""

    def at(ids: Iterable[str]) -> tuple[int, ...]:
        wanted = frozenset(ids)
        return tuple(n for n, turn in enumerate(turns) if turn in wanted)

    found = ledger.ruled(take, persona)
    rows = []
    for o in found:
        mine, last = about(take, o.concern), about(take, o.concern, after=o.turns[-1])
        rows.append(Objected(o.weight or 1, o.settled, o.sure, at(mine), at(last)))
    return Ledger(tuple(rows), persona.id == NOBODY)


def granted(held: Ledger, scores: Any) -> list[float]:
    """Of each objection the chance that it was granted. `scores` in ones of a logit, one a sentence."""
    import numpy as np

    return [float(1 - np.exp(-_weight(scores[list(o.about)]))) for o in held.objections]


def half(chances: Sequence[float], level: float) -> bool:
    """Whether at least half of them were, each counted for no more than makes half of them enough."""
    return sum(min(2 * level, x) for x in chances) >= level * len(chances)


def settled(held: Ledger, scores: Any, levels: Levels) -> list[bool]:
    """Of each objection whether it is taken for settled."""
    out = []
    for o in held.objections:
        mine = scores[list(o.about)]
        some = (
            mine.max(initial=-99) >= LEAST / SCALE and scores[list(o.last)].max(initial=-99 if o.last else 0) >= NOTHING / SCALE
        )
        out.append(o.sure or ((o.settled or some) and _weight(mine) >= levels[o.settled]))
    return out


def said(held: Ledger, done: Sequence[bool]) -> dict[str, str]:
    """The two checks that count what is settled."""
    heavy = [d for o, d in zip(held.objections, done, strict=True) if o.weight == 3]
    out = {ANSWERS: "yes" if 2 * sum(done) >= len(done) else "no"}
    return {**out, HEAVY: "yes" if all(heavy) else "no"} if heavy and not held.heard else out


def share(rows: Sequence[tuple[list[float], bool]], agreement: Callable[[Sequence[Pair]], float]) -> float:
    """The chance by which half of the objections are enough. `rows`: the chances, and whether readers said yes."""
    return float(_best(_SHARES, lambda s: agreement([(_word(yes), _word(half(x, s))) for x, yes in rows])))


def levels(rows: Sequence[tuple[Ledger, Any, dict[str, str]]], agreement: Callable[[Sequence[Pair]], float]) -> Levels:
    """The weights from which an objection is answered: where the tests do not say so, and where they do. `rows`: the ledger, the
    scores, what readers said."""
    grid = [(one, other) for one in _STEPS for other in (0.0, *_STEPS) if other <= one]

    def agree(pair: Levels) -> float:
        found: list[Pair] = []
        for held, scores, marked in rows:
            given = said(held, settled(held, scores, pair))
            found += [(marked[k], given[k]) for k in given if marked.get(k) in ("yes", "no")]
        return agreement(found)

    return _best(grid, agree)


def _best(among: Sequence[Any], agree: Callable[[Any], float]) -> Any:
    """The middle one of those that agree best."""
    scored = [(round(agree(x), 6), x) for x in among]
    top = [x for value, x in scored if value == max(scored)[0]]
    return top[len(top) // 2]


def _word(yes: bool) -> str:
    return "yes" if yes else "no"


def _weight(scores: Any) -> float:
    import numpy as np

    return float(np.logaddexp(0, scores[scores >= NOTHING / SCALE]).sum())
