"""Torn logs: a power cut that damages what was written last leaves whole transactions, from the first up to some point.

`torn_runs` takes the number of logs, so that a benchmark can ask for more than the tests have time for.
"""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rehearse.conversation import RehearsalId
from rehearse.library import Store
from rehearse.library.doctor import check
from tests.golden.library.samples import appraised, record, turn

R1 = RehearsalId("r_1")
KINDS = ("cut", "zeroed", "rubbish", "bit", "cut and rubbish")
TURNS = 40


@dataclass
class Tally:
    """What a series of torn logs did; `shortest` and `longest` are turns that were left."""

    runs: int = 0
    no_prefix: int = 0
    half: int = 0
    unsound: int = 0
    shortest: int = TURNS
    longest: int = 0


def write(folder: Path) -> Path:
    """A library whose last 40 turns stand only in its log. Returns the copy that a power cut would leave."""
    store = Store.open(folder / "library.db")
    store.create_rehearsal(record(title="t_none"))
    store.close()
    appraisal, stance = appraised()
    copy = folder / "copy"
    copy.mkdir()
    with closing(Store.open(folder / "library.db")) as store:
        for n in range(TURNS):
            said = turn(f"t_{n}", f"t_{n - 1}" if n else None, f"Line {n}.", appraisal=appraisal, stance=stance)
            store.add_turn(R1, said)
        for tail in ("", "-wal"):
            shutil.copy(folder / f"library.db{tail}", copy / f"library.db{tail}")
    return copy


def tear(log: bytes, kind: str, chance: random.Random) -> bytes:
    """The log, damaged from (or at) a random place on."""
    place = chance.randrange(len(log))
    size = min(chance.randrange(1, 9000), len(log) - place)
    match kind:
        case "cut":
            return log[:place]
        case "zeroed":
            return log[:place] + bytes(size) + log[place + size :]
        case "rubbish":
            return log[:place] + chance.randbytes(size) + log[place + size :]
        case "bit":
            return log[:place] + bytes([log[place] ^ 1 << chance.randrange(8)]) + log[place + 1 :]
        case _:
            return log[:place] + chance.randbytes(size)


def torn_runs(folder: Path, runs: int, seed: int = 0) -> Tally:
    """Open the same library with differently torn logs and look at what is left."""
    copy, chance, tally = write(folder), random.Random(seed), Tally()
    file, log = (copy / "library.db").read_bytes(), (copy / "library.db-wal").read_bytes()
    for run in range(runs):
        place = folder / f"run{run}"
        place.mkdir()
        (place / "library.db").write_bytes(file)
        (place / "library.db-wal").write_bytes(tear(log, KINDS[run % len(KINDS)], chance))
        _look(place / "library.db", tally)
        shutil.rmtree(place)
    return tally


def _look(path: Path, tally: Tally) -> None:
    tally.runs += 1
    tally.unsound += any(f.fault for f in check(path))
    with closing(Store.open(path)) as store:
        loaded = store.load(R1)
        turns = list(loaded.tree)
        found = store.search("line", TURNS + 1)
    tally.no_prefix += [t.id for t in turns] != [f"t_{n}" for n in range(len(turns))]
    whole = all(t.stance is not None for t in turns) and len(found) == len(turns)
    tally.half += not whole or loaded.record.leaf != (turns[-1].id if turns else None)
    tally.shortest, tally.longest = min(tally.shortest, len(turns)), max(tally.longest, len(turns))


def test_B38_a_torn_log_leaves_whole_transactions_from_the_first_on(tmp_path: Path) -> None:
    tally = torn_runs(tmp_path, runs=40, seed=38)
    assert (tally.runs, tally.no_prefix, tally.half, tally.unsound) == (40, 0, 0, 0)
    assert tally.shortest < 10
    assert tally.longest > 30
