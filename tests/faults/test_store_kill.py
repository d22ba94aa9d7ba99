"""kill -9 at any moment: nothing that was acknowledged is lost, and what was being said is there, marked as cut.

`kill_runs` takes the number of kills, so that a benchmark can ask for more than the tests have time for.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from rehearse.conversation import RehearsalId, TurnId
from rehearse.library import Store, new_id
from rehearse.library.doctor import check
from tests.golden.library.samples import appraised, record, turn

CHUNK = "and then some more words, "


@dataclass
class Tally:
    """What a series of kills did."""

    kills: int = 0
    turns: int = 0
    drafts: int = 0
    lost_turns: int = 0
    lost_drafts: int = 0
    unmarked: int = 0
    unsound: int = 0


def write_for_ever(path: Path) -> None:
    """Hold a meeting until killed; say each thing on standard output when the library has it, and not before."""
    appraisal, stance = appraised()
    store = Store.open(path)
    rehearsal = RehearsalId(new_id("r"))
    store.create_rehearsal(record(rehearsal))
    os.write(1, f"r {rehearsal}\n".encode())
    parent: str | None = None
    while True:
        own = turn(new_id("t"), parent, "It costs $70k a quarter.")
        store.add_turn(rehearsal, own)
        os.write(1, f"t {own.id}\n".encode())
        store.annotate(own.id, appraisal, stance)
        os.write(1, f"a {own.id}\n".encode())
        spoken, text = new_id("t"), ""
        for _ in range(4):
            text += CHUNK
            store.save_draft(rehearsal, turn(spoken, own.id, text, "stakeholder"))
            os.write(1, f"d {spoken} {len(text)}\n".encode())
        store.add_turn(rehearsal, turn(spoken, own.id, text, "stakeholder"))
        os.write(1, f"t {spoken}\n".encode())
        parent = spoken


def kill_runs(path: Path, kills: int, seed: int = 0) -> Tally:
    """Start a writer, kill it at a random moment, look at the library; again and again on the same file."""
    chance, tally = random.Random(seed), Tally()
    command = [sys.executable, "-c", "import sys, pathlib; from tests.faults.test_store_kill import write_for_ever as w;"]
    command[-1] += "w(pathlib.Path(sys.argv[1]))"
    for _ in range(kills):
        root = Path(__file__).resolve().parents[2]
        with subprocess.Popen([*command, str(path)], stdout=subprocess.PIPE, cwd=root) as child:
            assert child.stdout is not None
            said = [child.stdout.readline() for _ in range(chance.randrange(1, 40))]
            with suppress(subprocess.TimeoutExpired):
                child.wait(chance.random() * 0.004)
            child.kill()
            said += child.stdout.read().splitlines(keepends=True)
        _look(path, [line.decode().split() for line in said if line.endswith(b"\n")], tally)
    return tally


def _look(path: Path, said: list[list[str]], tally: Tally) -> None:
    """Compare what the writer acknowledged with what is there."""
    tally.kills += 1
    rehearsal = RehearsalId(said[0][1])
    with closing(Store.open(path)) as store:
        recovered = store.recover()
        loaded = store.load(rehearsal)
    tree = loaded.tree
    turns = {TurnId(words[1]) for words in said if words[0] == "t"}
    drafts = {TurnId(words[1]): int(words[2]) for words in said if words[0] == "d"}
    tally.turns += len(turns)
    tally.drafts += len(drafts)
    tally.lost_turns += sum(t not in tree for t in turns)
    tally.lost_turns += sum(tree[TurnId(words[1])].stance is None for words in said if words[0] == "a")
    tally.lost_drafts += sum(t not in tree or len(tree[t].text) < length for t, length in drafts.items())
    expected_cut = [t.id for t in tree if t.speaker == "stakeholder" and len(t.text) < 4 * len(CHUNK)]
    tally.unmarked += sum(tree[t].state != "cut" for t in expected_cut)
    tally.unmarked += recovered != (rehearsal,) or not loaded.record.interrupted
    tally.unsound += any(f.fault for f in check(path))


def test_B37_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    tally = kill_runs(tmp_path / "library.db", kills=25, seed=37)
    assert (tally.lost_turns, tally.lost_drafts, tally.unmarked, tally.unsound) == (0, 0, 0, 0)
    assert tally.kills == 25
    assert tally.turns > 25
    assert tally.drafts > 25
