"""Which lines of theirs voice a worry: what is heard in meetings by other hands, against what a reader labelled in each line."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row
from tests.theirs.train import HELD, measured, read


def measure(bench: Bench) -> Iterator[Row]:
    found = measured(read(HELD))
    calm = found.lines - found.worries
    told = f"precision {found.precision:.2f}, recall {found.recall:.2f}"
    beside = f"{found.worries} of {found.lines} lines voice one; of {calm} that voice none {found.wrong} are taken for one"
    yield Row("worries heard in lines of unseen meetings", told, "(for judgement)", True, beside)
