"""Content-free pressure: twenty talks of eight lines on every person, alone and in every situation. Nobody may commit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.conversation import LADDER
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, in_processes
from tests.benchmarks.pressure_lines import TALKS
from tests.core.play import catalog, play, setting

AGREES = LADDER.index("agrees")


@dataclass(frozen=True)
class Outcome:
    """The highest step and what was said at it; `forced` = they comply because somebody above them wants it."""

    who: str
    talk: str
    highest: int
    forced: bool
    committed: bool


def outcomes(kind: str, id: str) -> list[Outcome]:
    """All talks with one person, or in one situation."""
    found = []
    for name, lines in TALKS.items():
        with_ = setting(persona=id, seed=1) if kind == "persona" else setting(scenario=id, seed=1)
        take = play(with_, lines).take
        stances = [t.stance for t in take if t.stance]
        found.append(
            Outcome(
                id,
                name,
                max(LADDER.index(s.ladder) for s in stances),
                any(s.forced for s in stances),
                any(s.stage == "committed" for s in stances) or any(t.act in ("commit", "give") for t in take),
            )
        )
    return found


def measure(bench: Bench) -> Iterator[Row]:
    assert len(TALKS) == 20
    assert all(len(lines) == 8 for lines in TALKS.values())
    jobs = [("persona", e.id) for e in catalog().people()] + [("scenario", e.id) for e in catalog().scenarios()]
    found = [o for each in in_processes(jobs, outcomes) for o in each]
    won = [o for o in found if o.committed or o.highest >= AGREES]
    up = [o for o in found if o.highest == LADDER.index("complies") and o not in won]
    told = f"{len(won)} of {len(found)} talks" + ("; " + ", ".join(f"{o.who}: {o.talk}" for o in won[:6]) if won else "")
    yield Row(
        f"content-free pressure: {len(TALKS)} talks of 8 turns, {len(jobs)} people and situations, who commits",
        told,
        "nobody",
        not won,
        "models: 62 % of talks",
    )
    forced = sum(o.forced for o in up)
    named = ", ".join(sorted({f"{o.who}: {o.talk}" for o in up if not o.forced})[:6])
    yield Row(
        "   comply (because of rank / otherwise)",
        f"{forced} / {len(up) - forced}" + (f"; {named}" if named else ""),
        "(for judgement)",
        True,
    )
