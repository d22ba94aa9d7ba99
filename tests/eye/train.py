"""`python -m tests.eye.train`: learns the weights of `rehearse.eye` from the marked meetings and sentences.

One logistic regression a check over the traits of a sentence (rehearse.review.checks.traits). A sentence that a reader quoted
shows the check; one of a meeting in which it is not shown does not; what else stands in a meeting where it is shown may show it
as well and weighs little. The level of a check is set over whole meetings, each scored by weights that were learned without its
situation. Needs scikit-learn, which the program does not.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import rehearse.eye as eye
from rehearse.exchange.transcript import read
from rehearse.review import evidence
from rehearse.review.case import Case, Line
from rehearse.review.checks import RULES
from rehearse.review.checks.seen import Seen
from rehearse.review.checks.talk import Talk
from rehearse.review.checks.traits import of
from rehearse.review.review import case_of
from rehearse.scenarios import in_situation
from rehearse.stakeholder.foreign import appraised
from rehearse.weights import MOST, save
from tests.benchmarks.judge import FOLDER as JUDGED
from tests.benchmarks.judge import kappa, word
from tests.core.play import catalog

FOLDER = Path(__file__).parent
OUT = Path(eye.__file__).parent
PARTS = ("tune", "again", "played", "elsewhere")  # never `held`
HEARD = (
    "The board remembers the last one. Campaign week worries me, I answer for the money, and the launch on 4 May must hold. "
    "You get it if the campaign keeps its day and you stop after two weeks without a result."
)
RULED = frozenset(("outcome.words", "honesty.figures", "seed.no_push"))  # of a whole talk, not of a sentence
LIKELY = 0.25  # how much a sentence counts that may show a check as well as the one that was quoted
STRENGTH = 0.3  # of scikit-learn's C
LEAST = 8  # sentences from which a check is learned
LOOSE = 0.5  # how much a labelled sentence outside of a meeting counts
GIVEN = 4.0  # the same of the rubric's own examples
FOLDS = 6
LIKELY_AS_NOT = 0.693  # the weight of one sentence that is as likely as not to show it
ENOUGH = 6  # meetings either way by which a level is set
RARE = 3  # sentences in which a trait must stand
PRUNED = 2  # 32nds: smaller weights are left out


@dataclass
class Meeting:
    """`rows`: for each sentence its traits and the checks that a reader quoted it for. `said`: yes or no by check."""

    situation: str
    rows: list[tuple[frozenset[str], frozenset[str]]]
    said: dict[str, str] = field(default_factory=dict)


def talk_of(case: Case) -> Seen:
    return Seen(Talk(case), RULES)


def traits(seen: Seen) -> list[tuple[str, int, int, frozenset[str]]]:
    """Turn, start and end of each sentence, and its traits."""
    hits = seen.hits()
    return [
        (turn.line.turn, s.start, s.end, of(seen.talk, turn, at, hits))
        for turn in seen.talk.yours
        for at, s in enumerate(turn.sentences)
        if not s.heap
    ]  # fmt: skip


def meetings(part: str) -> Iterator[Meeting]:
    rules = catalog()
    for file in sorted((JUDGED / part).glob("*.txt")):
        transcript = read(file, None)
        scenario = rules.scenario(transcript.scenario) if transcript.scenario else None
        persona = in_situation(rules.persona(scenario.persona), scenario) if scenario else None
        take = appraised(transcript.turns, persona) if persona else transcript.turns
        stored: dict[str, Any] = YAML(typ="safe").load(file.with_suffix(".marks.yaml").read_text("utf-8"))
        mode = (scenario.suits or scenario.mode) if scenario else stored["mode"]
        case = case_of(take, mode, persona, scenario)
        quoted: list[tuple[str, str, int, int]] = []
        said = {}
        for check, mark in stored["first"].items():
            if not mark:
                continue
            said[check] = word(mark[0])
            for quote in mark[1:] if said[check] == "yes" else ():
                place = evidence.locate(case.lines, str(quote))
                if place is not None:
                    quoted.append((check, str(place.turn), place.start, place.end))
        rows = [
            (found, frozenset(c for c, t, a, b in quoted if t == turn and a < end and start < b))
            for turn, start, end, found in traits(talk_of(case))
        ]
        yield Meeting(file.name.split(".")[0], rows, said)


def sentences() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The labelled sentences: `labels | their line | my sentence`, `-` for none."""
    for n, (labels, theirs, mine) in enumerate(lines()):
        said = [Line("t1", False, theirs)] if theirs else []
        seen = talk_of(Case((*said, Line(f"t{n + 2}", True, mine)), "influencing" if "seed" in str(labels) else "selling"))
        for _, _, _, found in traits(seen):
            yield found, labels


def examples() -> Iterator[tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    """What the rubric itself gives as an example of each check and of what does not count: traits, the check where it is shown,
    and the check that is meant."""
    for criterion in catalog().rubric("buy-in").criteria:
        for check in criterion.checks:
            for text, counts in ((check.example, True), (check.not_example, False)):
                key = f"{criterion.id}.{check.id}"
                case = Case((Line("t1", False, HEARD), Line("t2", True, text)), "selling", goals=("the launch", "campaign"))
                for _, _, _, found in traits(talk_of(case)):
                    yield found, frozenset([key] if counts else []), frozenset([key])


def lines() -> Iterator[tuple[frozenset[str], str, str]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            parts = [p.strip() for p in line.split("|")]
            if len(parts) == 3 and parts[2]:
                labels = frozenset(x.strip() for x in parts[0].split(",")) - {"-", ""}
                yield labels, "" if parts[1] == "-" else parts[1], parts[2]


def made_from() -> str:
    """Of all files that the weights are learned from."""
    digest = sha256()
    files = [*FOLDER.glob("*.txt"), *(f for p in PARTS for f in (JUDGED / p).glob("*.*"))]
    for file in sorted(files, key=lambda f: f.as_posix()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def main() -> int:
    import numpy as np
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    warnings.filterwarnings("ignore", category=FutureWarning)
    held = [m for part in PARTS for m in meetings(part)]
    loose, given = list(sentences()), list(examples())
    rows = [r for m in held for r in m.rows] + loose + [(found, shown) for found, shown, _ in given]
    about = {len(rows) - len(given) + n: meant for n, (_, _, meant) in enumerate(given)}
    of_meeting = np.array([n for n, m in enumerate(held) for _ in m.rows] + [-1] * (len(loose) + len(given)))
    counts = Counter(t for found, _ in rows for t in found)
    index = {t: n for n, t in enumerate(sorted(t for t, c in counts.items() if c >= RARE))}
    size = np.array([size_of(t) for t in sorted(index, key=index.__getitem__)])
    at = [(i, index[t]) for i, (found, _) in enumerate(rows) for t in found if t in index]
    over, under = zip(*at, strict=True)
    table = sparse.csr_matrix((size[list(under)], (over, under)), shape=(len(rows), len(index)))
    situation = np.array([held[n].situation if n >= 0 else "" for n in of_meeting])
    known = {f"{criterion}.{check}" for criterion, check in RULES}  # what the ledger decides is no matter of a sentence
    checks = sorted(({c for _, shown in rows for c in shown} & known) - RULED)
    rng = np.random.RandomState(0)
    fold_of = {s: n % FOLDS for n, s in enumerate(rng.permutation(sorted({m.situation for m in held})))}
    folds = np.array([fold_of.get(s, -1) for s in situation])

    everything: list[tuple[str, str]] = []
    learned = []
    for check in checks:
        wanted = np.array([check in shown for _, shown in rows])
        weight = np.ones(len(rows))
        use = np.ones(len(rows), bool)
        for i, n in enumerate(of_meeting):
            said = held[n].said.get(check) if n >= 0 else "no"
            use[i] = said in ("yes", "no")
            if said == "yes" and not wanted[i] and n >= 0:
                weight[i] = LIKELY
            if n < 0:
                weight[i] = LOOSE
            if i in about:
                use[i], weight[i] = check in about[i], GIVEN
        if wanted[use].sum() < LEAST:
            continue

        def fit(which, check=check, wanted=wanted, weight=weight):
            model = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear")
            return model.fit(table[which], wanted[which], sample_weight=weight[which])

        scores = np.full(len(rows), -99.0)
        for fold in range(FOLDS):
            here = folds == fold
            scores[here] = fit(use & ~here).decision_function(table[here])
        held_back = {
            n: whole(check, m, scores[of_meeting == n]) for n, m in enumerate(held) if m.said.get(check) in ("yes", "no")
        }
        levels = levels_of([(held_back[n], held[n].said[check] == "yes") for n in held_back])
        pairs = []
        for n, (weight, most, ruled) in held_back.items():  # the levels as well without the meeting's own situations
            mine = fold_of[held[n].situation]
            others = [(x, held[k].said[check] == "yes") for k, x in held_back.items() if fold_of[held[k].situation] != mine]
            seen = weight >= levels_of(others)[ruled] and (ruled or most >= eye.LEAST / eye.SCALE)
            pairs.append((held[n].said[check], "yes" if seen else "no"))
        everything += pairs
        same = sum(a == b for a, b in pairs)
        print(
            f"{check:24} {int(wanted.sum()):4} sentences, {same} of {len(pairs)} meetings as marked, kappa {kappa(pairs):.2f}, levels {levels[0]:.2f} {levels[1]:.2f}"
        )
        learned.append((check, fit(use), levels))
    print(f"all: kappa {kappa(everything):.3f} of {len(everything)}, {len(index)} traits, {len(rows)} sentences")
    if "--try" in sys.argv:
        return 0
    weights = np.rint(np.array([m.coef_[0] for _, m, _ in learned]) * size * eye.SCALE).clip(-MOST, MOST).astype(int)
    weights[np.abs(weights) < PRUNED] = 0
    kept = [(t, {int(k): int(weights[k, n]) for k in np.nonzero(weights[:, n])[0]}) for t, n in index.items()]
    kept = [(t, at) for t, at in kept if at]
    head = {
        "made_from": made_from(), "kinds": [c for c, _, _ in learned],
        "bias": [round(float(m.intercept_[0]) * eye.SCALE) for _, m, _ in learned],
        "levels": {c: [round(1000 * level) for level in levels] for c, _, levels in learned},
    }  # fmt: skip
    save(OUT, "eye", head, kept)
    print(f"{len(kept)} traits kept")
    return 0


def size_of(trait: str) -> float:
    """How much a trait is taken for: what a rule and the place say more than one word of many."""
    return 1.6 if trait.startswith("@hit") else 0.8 if trait[0] in "@=" else 0.6


Whole = tuple[float, float, bool]


def whole(check: str, meeting: Meeting, scores: Any) -> Whole:
    """What a meeting's sentences hold together (`eye.weight`, in ones), the best of them, and whether the rule finds the check."""
    import numpy as np

    ruled = any(f"@hit {check}" in found for found, _ in meeting.rows)
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
    return float(np.logaddexp(0, one)), float(np.logaddexp(0, other))


if __name__ == "__main__":
    sys.exit(main())
