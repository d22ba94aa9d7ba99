"""`python -m tests.eye.train`: learns the weights of `rehearse.eye` from what people marked (tests.eye.marked).

One logistic regression a check over the traits of a sentence (rehearse.review.checks.traits). A sentence that a reader quoted
shows the check; one of a meeting in which it is not shown does not; what else stands in a meeting where it is shown may show it
as well and weighs little. Sentences that nobody marked count as likely as a teacher finds them (tests.eye.teacher). The level of
a check is set over whole meetings, each scored by weights, and a teacher, that learned without its situation.

Needs scikit-learn and what tests.eye.encoder names, none of which the program needs, and half an hour; what the teachers said is
kept in the folder for temporary files, until a marked file changes. With `--untaught` no teacher, and a minute. With `--try`
nothing is written.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rehearse.eye as eye
from rehearse.review.checks import RULES
from rehearse.review.replies import ANSWERS, GRANTS, HEARD
from rehearse.weights import MOST, save
from tests.benchmarks.judge import kappa
from tests.eye import objected
from tests.eye.marked import PARTS, Meeting, Sentence, examples, made_from, meetings, sentences, unmarked

OUT = Path(eye.__file__).parent
RULED = frozenset(("outcome.words", "honesty.figures", "seed.no_push"))  # of a whole talk, not of a sentence
LIKELY = 0.25  # how much a sentence counts that may show a check as well as the one that was quoted
TAUGHT = 2.0  # how much a sentence counts that the teacher read. Over a third of the situations .5, 1, 4 and 8 were worse
STRENGTH = 0.3  # of scikit-learn's C
LEAST = 8  # sentences from which a check is learned
LOOSE = 0.5  # how much a labelled sentence outside of a meeting counts
GIVEN = 4.0  # the same of the rubric's own examples
FOLDS = 6
EVERY = -1  # the fold that leaves nothing out
LIKELY_AS_NOT = 0.693  # the weight of one sentence that is as likely as not to show it
ENOUGH = 6  # meetings either way by which a level is set
# However many of the marked meetings show a check, what hardly anything speaks for does not show it: no level lies below these,
# one without a rule and one with. Costs nothing over situations left out (kappa .6009 for .6013).
FLOOR = (0.3, 0.2)
RARE = 3  # sentences in which a trait must stand
PRUNED = 2  # 32nds: smaller weights are left out
FAINT = 0.002  # what counts less is left out


@dataclass
class Marked:
    """All that people marked. `shown`, `counts`: (sentences, checks); `meeting` and `fold` of each sentence, -1 for none."""

    meetings: list[Meeting]
    sentences: list[Sentence]
    checks: list[str]
    shown: Any
    counts: Any
    meeting: Any
    fold: Any
    fold_of: dict[str, int]


def gathered() -> Marked:
    import numpy as np

    held = [m for part in PARTS for m in meetings(part)]
    loose, given = list(sentences()), list(examples())
    every = [s for m in held for s in m.sentences] + loose + given
    known = {f"{criterion}.{check}" for criterion, check in RULES} | {*objected.OWN}
    times = Counter(c for s in every for c in s.shown)
    checks = sorted(c for c in known - RULED if times[c] >= LEAST)
    of = np.array([n for n, m in enumerate(held) for _ in m.sentences] + [-1] * (len(loose) + len(given)))
    order = np.random.RandomState(0).permutation(sorted({m.situation for m in held}))
    fold_of = {str(s): n % FOLDS for n, s in enumerate(order)}
    shown = np.array([[c in s.shown for c in checks] for s in every])
    counts = np.array(
        [[_counts(c, s, held[n] if n >= 0 else None) for c in checks] for s, n in zip(every, of, strict=True)], np.float32
    )
    fold = np.array([fold_of[held[n].situation] if n >= 0 else -1 for n in of])
    return Marked(held, every, checks, shown, counts, of, fold, fold_of)


def _counts(check: str, sentence: Sentence, meeting: Meeting | None) -> float:
    """How much a sentence says of a check; 0 for nothing."""
    if sentence.about:
        return GIVEN if check in sentence.about else 0.0
    if meeting is None:  # nobody labelled the loose sentences for what the ledger asks
        return 0.0 if check in objected.OWN else LOOSE
    said = meeting.said.get(check)
    if said not in ("yes", "no"):
        return 0.0
    return LIKELY if said == "yes" and check not in sentence.shown else 1.0


@dataclass
class Table:
    """The traits of sentences as numbers."""

    index: dict[str, int]

    def of(self, found: Sequence[Sentence]) -> Any:
        import numpy as np
        from scipy import sparse

        at = [(i, self.index[t]) for i, s in enumerate(found) for t in s.traits if t in self.index]
        over, under = zip(*at, strict=True)
        return sparse.csr_matrix((self.sizes[list(under)], (over, under)), shape=(len(found), len(self.index)), dtype=np.float64)

    @property
    def sizes(self) -> Any:
        import numpy as np

        return np.array([size_of(t) for t in self.index])


def taught(marked: Marked, table: Table, others: list[Sentence]) -> dict[int, Any]:
    """By the fold that the teacher did not see: what it makes of the sentences that nobody marked, (sentences, checks) in ones of
    a logit."""
    import numpy as np

    kept = {k: Path(tempfile.gettempdir()) / f"rehearse-teacher-{made_from()}-{k}.npy" for k in (EVERY, *range(FOLDS))}
    found = {k: np.load(file) for k, file in kept.items() if file.exists()}
    if len(found) == len(kept):
        return found
    from tests.eye import encoder, teacher

    every = marked.sentences + others
    places = [t for t in table.index if t.startswith("@")]
    there = np.array([[t in s.traits for t in places] for s in every], np.float32)
    none = np.zeros((len(others), len(marked.checks)), np.float32)
    lesson = teacher.Lesson(
        encoder.tokens([s.text for s in every]), there * [size_of(t) for t in places],
        np.vstack([marked.shown, none]).astype(np.float32), np.vstack([marked.counts, none]),
    )  # fmt: skip
    asked = np.arange(len(marked.sentences), len(every))
    for fold in sorted(kept.keys() - found.keys()):
        found[fold] = teacher.chances(lesson, np.flatnonzero((marked.fold != fold) | (fold == EVERY)), asked)
        np.save(kept[fold], found[fold])
        print(f"teachers: {len(found)} of {len(kept)}", flush=True)
    return found


def main() -> int:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    warnings.filterwarnings("ignore", category=FutureWarning)
    marked = gathered()
    times = Counter(t for s in marked.sentences for t in s.traits)
    table = Table({t: n for n, t in enumerate(sorted(t for t, c in times.items() if c >= RARE))})
    rows = table.of(marked.sentences)
    others = [] if "--untaught" in sys.argv else list(unmarked())
    lent = taught(marked, table, others) if others else {}
    read = table.of(others) if others else None

    def fit(n: int, fold: int) -> Any:
        """The weights of a check, learned without a fold."""
        from scipy import sparse

        counts = np.where((marked.fold == fold) & (fold != EVERY), 0, marked.counts[:, n])
        what, yes, how = [rows[counts > 0]], [marked.shown[counts > 0, n]], [counts[counts > 0]]
        if others:
            chance = 1 / (1 + np.exp(-lent[fold][:, n].astype(float)))
            for side, share in ((True, chance), (False, 1 - chance)):
                loud = share * TAUGHT > FAINT
                what, yes, how = [*what, read[loud]], [*yes, np.full(loud.sum(), side)], [*how, TAUGHT * share[loud]]
        model = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear")
        return model.fit(sparse.vstack(what).tocsr(), np.concatenate(yes), sample_weight=np.concatenate(how))

    everything: list[tuple[str, str]] = []
    learned = []
    for n, check in enumerate(marked.checks):
        scores = np.full(len(marked.sentences), -99.0)
        for fold in range(FOLDS):
            here = marked.fold == fold
            scores[here] = fit(n, fold).decision_function(rows[here])
        how = _granted if check == GRANTS else _answered if check == ANSWERS else _levels_and_pairs
        levels, pairs = how(check, marked, scores)
        everything += pairs
        same = sum(a == b for a, b in pairs)
        print(
            f"{check:24} {int(marked.shown[:, n].sum()):4} sentences, {same} of {len(pairs)} meetings as marked, "
            f"kappa {kappa(pairs):.2f}, levels {' '.join(f'{x:.2f} {y:.2f}' for x, y in levels.values())}",
            flush=True,
        )
        learned.append((check, fit(n, EVERY), levels))
    print(
        f"all: kappa {kappa(everything):.3f} of {len(everything)}, {len(table.index)} traits, {len(marked.sentences)} sentences, {len(others)} read"
    )
    if "--try" not in sys.argv:
        _write(learned, table)
    return 0


Levels = dict[str, tuple[float, float]]


def _levels_and_pairs(check: str, marked: Marked, scores: Any) -> tuple[Levels, list[tuple[str, str]]]:
    """The levels of a check, and for each meeting what was marked and what the eye would say, its levels as well set without the
    meeting's own situations."""
    back = {
        n: whole(check, m, scores[marked.meeting == n])
        for n, m in enumerate(marked.meetings)
        if m.said.get(check) in ("yes", "no")
    }
    said = {n: marked.meetings[n].said[check] for n in back}
    fold = {n: marked.fold_of[marked.meetings[n].situation] for n in back}
    pairs = []
    for n, (weight, most, ruled) in back.items():
        level = levels_of([(x, said[k] == "yes") for k, x in back.items() if fold[k] != fold[n]])[ruled]
        pairs.append((said[n], "yes" if weight >= level and (ruled or most >= eye.LEAST / eye.SCALE) else "no"))
    return {check: levels_of([(back[n], said[n] == "yes") for n in back])}, pairs


def _granted(check: str, marked: Marked, scores: Any) -> tuple[Levels, list[tuple[str, str]]]:
    """The same for whether objections were granted."""
    rows = {
        n: (objected.granted(m.ledger, scores[marked.meeting == n]), m.said[check])
        for n, m in enumerate(marked.meetings)
        if m.said.get(check) in ("yes", "no") and m.ledger.objections
    }
    fold = {n: marked.fold_of[marked.meetings[n].situation] for n in rows}

    def level(without: int) -> float:
        return objected.share([(x, said == "yes") for n, (x, said) in rows.items() if fold[n] != without], kappa)

    by_fold = {f: level(f) for f in set(fold.values())}
    pairs = [(said, "yes" if objected.half(x, by_fold[fold[n]]) else "no") for n, (x, said) in rows.items()]
    return {check: (level(EVERY),) * 2}, pairs


def _answered(check: str, marked: Marked, scores: Any) -> tuple[Levels, list[tuple[str, str]]]:
    """The same for whether they were answered: for a person of the program's, and for somebody whose worries were only heard."""
    levels: Levels = {}
    pairs: list[tuple[str, str]] = []
    for name, heard in ((check, False), (HEARD, True)):
        rows = [
            (marked.fold_of[m.situation], (m.ledger, scores[marked.meeting == n], m.said))
            for n, m in enumerate(marked.meetings)
            if m.said.get(check) in ("yes", "no") and m.ledger.objections and m.ledger.heard == heard
        ]
        for fold in {f for f, _ in rows}:
            known = objected.levels([row for f, row in rows if f != fold], kappa)
            for held, own, said in (row for f, row in rows if f == fold):
                given = objected.said(held, objected.settled(held, own, known))
                pairs += [(said[k], given[k]) for k in given if said.get(k) in ("yes", "no")]
        levels[name] = objected.levels([row for _, row in rows], kappa)
    return levels, pairs


def _write(learned: Sequence[tuple[str, Any, Levels]], table: Table) -> None:
    import numpy as np

    weights = np.rint(np.array([m.coef_[0] for _, m, _ in learned]) * table.sizes * eye.SCALE).clip(-MOST, MOST).astype(int)
    weights[np.abs(weights) < PRUNED] = 0
    kept = [(t, {int(k): int(weights[k, n]) for k in np.nonzero(weights[:, n])[0]}) for t, n in table.index.items()]
    kept = [(t, at) for t, at in kept if at]
    head = {
        "made_from": made_from(), "kinds": [c for c, _, _ in learned],
        "bias": [round(float(m.intercept_[0]) * eye.SCALE) for _, m, _ in learned],
        "levels": {c: [round(1000 * x) for x in pair] for _, _, levels in learned for c, pair in levels.items()},
    }  # fmt: skip
    save(OUT, "eye", head, kept)
    print(f"{len(kept)} traits kept")


def size_of(trait: str) -> float:
    """How much a trait is taken for: what a rule and the place say more than one word of many."""
    return 1.6 if trait.startswith("@hit") else 0.8 if trait[0] in "@=" else 0.6


Whole = tuple[float, float, bool]


def whole(check: str, meeting: Meeting, scores: Any) -> Whole:
    """What a meeting's sentences hold together (`eye.weight`, in ones), the best of them, and whether the rule finds the check."""
    import numpy as np

    ruled = any(f"@hit {check}" in s.traits for s in meeting.sentences)
    return float(np.logaddexp(0, scores[scores >= eye.NOTHING / eye.SCALE]).sum()), float(scores.max()), ruled


def levels_of(scored: Sequence[tuple[Whole, bool]]) -> tuple[float, float]:
    """The weight from which a meeting more likely shows the check than not: where no rule finds it, and where one does."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    said = [yes for _, yes in scored]
    if min(said.count(True), said.count(False)) < ENOUGH:
        return LIKELY_AS_NOT, LIKELY_AS_NOT / 2
    held = [[np.log(np.expm1(min(weight, 30.0)) + 1e-2), 2.0 * ruled] for (weight, _, ruled), _ in scored]
    model = LogisticRegression(C=1.0).fit(held, said)
    (slope, by_rule), base = model.coef_[0], float(model.intercept_[0])
    one, other = (-(base + 2.0 * by_rule * ruled) / max(1e-6, slope) for ruled in (0, 1))
    return max(FLOOR[0], float(np.logaddexp(0, one))), max(FLOOR[1], float(np.logaddexp(0, other)))


if __name__ == "__main__":
    sys.exit(main())
