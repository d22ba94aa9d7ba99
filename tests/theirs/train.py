"""`python -m tests.theirs.train`: learns the weights of `rehearse.heard_worries` from the labelled lines beside this file.

One logistic regression over the features of `rehearse.hearing`: voices a worry, or none. The lines of the built-in people count a
little, as they are on the day: their objections as worries, what they say when they accept, give or answer as none. Prints what it
makes of `held`, whose lines it never learns from. Needs scikit-learn, which the program does not.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rehearse.heard_worries as heard
from rehearse.catalog.catalog import Catalog
from rehearse.hearing import features
from rehearse.weights import MOST, save
from tests.core.play import catalog

FOLDER = Path(__file__).parent
HELD = FOLDER / "held"
OUT = Path(heard.__file__).parent
NONE = "none"
SETTLED = ("minimal", "clarify", "accept_point", "give", "commit", "close", "park", "acknowledge")  # acts that voice no worry
WORRY, CALM = 0.3, 0.3  # how much a line of the built-in people counts
STRENGTH = 0.5  # of scikit-learn's C
RARE = 2  # lines in which a feature must stand
_SLOT = re.compile(r"\[\[\w+\]\]")


def read(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """The labelled lines: `kind | line`, `none` where it voices no worry."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            kind, bar, text = line.partition("|")
            if bar and text.strip():
                found.append((kind.strip(), text.strip()))
    return found


def of_people(known: Catalog) -> Iterator[tuple[bool, str]]:
    """What the built-in people say, and whether it voices a worry."""
    for file in sorted((Path(__file__).parents[2] / "personas").glob("*.yaml")):
        person = known.persona(file.stem)
        for concern in person.concerns:
            yield from ((True, line.says) for line in concern.objections)
            yield from ((False, text) for text in concern.accepts)
        for act in SETTLED:
            yield from ((False, line.says) for line in person.lines.get(act, ()))
        for answer in person.answers:
            yield from ((False, text) for text in answer.say)
    for concern in known.concerns():
        yield from ((True, line.says) for line in concern.objections)
        yield from ((False, text) for text in concern.accepts)


def made_from() -> str:
    """Of all labelled lines that it is learned from."""
    return sha256("\n".join(sorted(f"{kind}|{text}" for kind, text in read())).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Found:
    """How the lines that voice a worry are told from the others. Precision of what it hears, recall of what there is; of those
    that voice none, how many it takes for one."""

    lines: int
    worries: int
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.worries)


def measured(lines: Sequence[tuple[str, str]]) -> Found:
    """What the weights in the tree make of these lines."""
    said = [(kind != NONE, bool(heard.voicing(text))) for kind, text in lines]
    right = sum(is_one and hears for is_one, hears in said)
    return Found(len(said), sum(is_one for is_one, _ in said), right, sum(hears for _, hears in said) - right)


def main() -> int:
    import numpy as np
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    labelled = [(kind != NONE, text, 1.0) for kind, text in read()]
    theirs = [(is_one, _SLOT.sub("14", text), WORRY if is_one else CALM) for is_one, text in of_people(catalog())]
    data = labelled + theirs
    rows = [set(features(text)) for _, text, _ in data]
    counts = Counter(f for row in rows for f in row)
    index = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= RARE))}
    over, under = zip(*[(i, index[f]) for i, row in enumerate(rows) for f in row if f in index], strict=True)
    places = (np.array(over, np.int32), np.array(under, np.int32))
    table = sparse.csr_matrix((np.ones(len(over)), places), shape=(len(rows), len(index)))
    model = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear")
    model.fit(table, [is_one for is_one, _, _ in data], sample_weight=[weight for _, _, weight in data])
    weights = np.rint(model.coef_[0] * heard.SCALE).clip(-MOST, MOST).astype(int)
    kept = [(f, {0: int(weights[n])}) for f, n in index.items() if weights[n]]
    head = {"made_from": made_from(), "kinds": ["worry"], "bias": [round(float(model.intercept_[0]) * heard.SCALE)]}
    save(OUT, "worries", head, kept)
    print(f"{len(labelled)} labelled lines, {len(theirs)} of the built-in people, {len(kept)} features kept")
    found = measured(read(HELD))
    print(
        f"held: precision {found.precision:.2f}, recall {found.recall:.2f}, {found.wrong} of {found.lines - found.worries} wrongly"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
