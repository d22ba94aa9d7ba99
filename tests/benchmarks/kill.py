"""kill -9 at random moments and torn logs, with the harness of the tests, more often."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row
from tests.faults.test_store_kill import kill_runs
from tests.faults.test_store_torn import torn_runs

KILLS, TEARS = 200, 300


def measure(bench: Bench) -> Iterator[Row]:
    kept = kill_runs(bench.empty("killed") / "library.db", KILLS, seed=2026)
    bad = kept.lost_turns + kept.lost_drafts + kept.unmarked + kept.unsound
    told = f"{kept.lost_turns} of {kept.turns:,} turns and {kept.lost_drafts} of {kept.drafts:,} saves lost; {kept.unmarked} unmarked; {kept.unsound} unsound"
    yield Row(f"kill -9 at a random moment, {kept.kills} times", told, "nothing acknowledged lost", bad == 0, "JSON in place: 76 of 80 stores gone")
    torn = torn_runs(bench.empty("torn"), TEARS, seed=2026)
    told = f"{torn.no_prefix} no prefix, {torn.half} half, {torn.unsound} unsound; {torn.shortest} to {torn.longest} turns left"
    yield Row(f"torn logs, {torn.runs}", told, "whole transactions from the first on", torn.no_prefix + torn.half + torn.unsound == 0)
