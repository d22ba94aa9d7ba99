"""What the page of calibration works with: submissions that several people marked, read a few at a time. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.review.calibration import Between, CheckRead, Word, between
from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.bundles.calibrating import Marked, Read
    from rehearse.library.bundles import Bundles
    from ui.desk import Desk

_AT_ONCE = 10  # submissions in one question: whoever searches meanwhile waits for no more


@dataclass(frozen=True, slots=True)
class Two:
    """Two people beside each other on one submission, by `who` and name."""

    read: Read
    one: tuple[str, str]
    other: tuple[str, str]

    @property
    def key(self) -> str:
        return "\n".join((self.read.submission.digest, self.one[0], self.other[0]))

    @property
    def checks(self) -> tuple[tuple[CheckRead, Word, Word], ...]:
        """The checks that both marked, those on which they differ first."""
        found = [c for review in self.read.reviews for c in review.both(self.one[0], self.other[0])]
        return tuple(sorted(found, key=lambda c: c[1].verdict == c[2].verdict))

    @property
    def alone(self) -> int:
        """How many checks only one of them marked."""
        both = (self.one[0], self.other[0])
        return sum(sum(w.who in both for w in c.words) == 1 for review in self.read.reviews for c in review.checks)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that can be compared, the newest submission first. `rubrics` are the files of the rubrics of one's own, by id."""

    twos: tuple[Two, ...] = ()
    told: Between = field(default_factory=lambda: between(()))
    rubrics: Mapping[str, Path] = field(default_factory=dict)
    left_out: int = 0


async def compare(desk: Desk) -> Comparison:
    """Read what several people marked. Raises StoreProblem."""
    from rehearse.bundles import calibrating

    library = await desk.library()
    found = await library.ask_bundles(calibrating.marked)
    reads: list[Read] = []
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]

        def ask(bundles: Bundles, some: tuple[Marked, ...] = some) -> list[Read]:
            return [made for one in some if (made := calibrating.read(bundles, one)) is not None]

        reads += await library.ask_bundles(ask)
    told = await in_thread(between, [review for one in reads for review in one.reviews])
    entries = await in_thread(desk.catalog.rubrics)
    own = {e.id: e.file for e in entries if e.origin == "yours" and e.shadowed_by is None}
    twos = [t for one in reversed(reads) for t in _twos(one)]
    return Comparison(tuple(twos), told, own, sum(one.left_out for one in reads))


def _twos(one: Read) -> list[Two]:
    people = sorted({p for review in one.reviews for p in review.people})
    made = [Two(one, *pair) for pair in combinations(people, 2) if pair[0][0] != pair[1][0]]
    return [two for two in made if two.checks]
