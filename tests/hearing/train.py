"""`python -m tests.hearing.train`: learns the weights of `rehearse.hearing` from the labelled sentences beside this file.

One logistic regression a signal, by AdaGrad over sparse features. How sure it must be is set by four-fold cross-validation:
the level from which at least PRECISION of what it hears is there; and the doubt below which it takes back what a table found:
KEPT of what a table finds rightly stays. Needs numpy, which the program does not.
"""

from __future__ import annotations

import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import rehearse.hearing as hearing
from rehearse.hearing import SCALE, features
from rehearse.signals.find import told  # the tables alone
from rehearse.signals.heard import DOUBTED, EVADES, HEARD
from rehearse.weights import MOST, save

FOLDER = Path(__file__).parent
OUT = Path(hearing.__file__).parent
PRECISION = 0.85
KEPT = 0.98
PRUNED = 6  # 32nds: smaller weights are left out
LEAST = 6  # sentences a level is set by
EPOCHS, RATE, DECAY, FOLDS = 12, 0.25, 1e-3, 4
SILENT = 10_000  # a level that nothing reaches


def read(folder: Path = FOLDER) -> list[tuple[frozenset[str], str]]:
    """The labelled sentences: `label, label | sentence`, `-` for none."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            labels, bar, text = line.partition("|")
            if bar and text.strip():
                found.append((frozenset(x.strip() for x in labels.split(",")) - {"-", ""}, text.strip()))
    return found


def main() -> int:
    import numpy as np

    data = read()
    kinds = [*sorted(HEARD | DOUBTED | set(EVADES)), "nothing"]
    data = [(labels or frozenset(["nothing"]), text) for labels, text in data]
    order = np.random.RandomState(7).permutation(len(data))
    data = [data[i] for i in order]
    by_table = [told(text) for _, text in data]
    found = [sorted(set(features(text, kinds))) for (_, text), kinds in zip(data, by_table, strict=True)]
    counts = Counter(f for fs in found for f in fs)
    index = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= 2))}
    rows = [np.array([index[f] for f in fs if f in index], int) for fs in found]
    wanted = np.array([[k in labels for k in kinds] for labels, _ in data], float)

    def learn(which):
        weights, bias = np.zeros((len(index), len(kinds))), np.full(len(kinds), -2.0)
        seen, seen_bias = np.full(weights.shape, 1e-2), np.full(len(kinds), 1e-2)
        random = np.random.RandomState(0)
        for _ in range(EPOCHS):
            for i in random.permutation(which):
                row = rows[i]
                length = max(1.0, len(row) ** 0.5)
                p = 1 / (1 + np.exp(-(weights[row].sum(0) / length + bias)))
                off = p - wanted[i]
                step = off / length + DECAY * weights[row]
                seen[row] += step**2
                weights[row] -= RATE * step / np.sqrt(seen[row])
                seen_bias += off**2
                bias -= RATE * 0.6 * off / np.sqrt(seen_bias)
        return np.rint(weights * SCALE), np.rint(bias * SCALE)

    def score(model, i):
        weights, bias = model
        return weights[rows[i]].sum(0) / max(1.0, len(rows[i]) ** 0.5) + bias

    scores = np.zeros(wanted.shape)
    for fold in range(FOLDS):
        model = learn([i for i in range(len(data)) if i % FOLDS != fold])
        for i in range(fold, len(data), FOLDS):
            scores[i] = score(model, i)
    levels, doubts = [], []
    print(f"{len(data)} sentences, {len(index)} features")
    for n, kind in enumerate(kinds):
        ranked = np.argsort(-scores[:, n])
        right = np.cumsum(wanted[ranked, n])
        precision = right / np.arange(1, len(data) + 1)
        enough = np.where((precision >= PRECISION) & (right >= LEAST))[0]
        level = int(np.ceil(scores[ranked[enough[-1]], n])) if len(enough) else SILENT
        levels.append(level)
        tabled = np.array([kind in t for t in by_table])
        right_ones = np.sort(scores[tabled & (wanted[:, n] > 0), n])
        doubts.append(int(np.floor(right_ones[int((1 - KEPT) * len(right_ones))])) if len(right_ones) >= LEAST else -SILENT)
        stays = tabled & (scores[:, n] >= doubts[-1])
        before, after = (float(wanted[which, n].mean()) if which.any() else 0.0 for which in (tabled, stays))
        recall = right[enough[-1]] / wanted[:, n].sum() if len(enough) else 0.0
        average = float((precision * wanted[ranked, n]).sum() / wanted[:, n].sum())
        print(
            f"{kind:18} {int(wanted[:, n].sum()):4}  average precision {average:.2f}, recall {recall:.2f}; tables {before:.2f}, kept {after:.2f}"
        )
    weights, bias = learn(list(range(len(data))))
    weights = np.clip(weights, -MOST, MOST)
    weights[np.abs(weights) < PRUNED] = 0
    rows = [(feature, {int(k): int(weights[n][k]) for k in np.nonzero(weights[n])[0]}) for feature, n in index.items()]
    rows = [(feature, at) for feature, at in rows if at]
    made_from = sha256("\n".join(sorted(f"{sorted(k)}|{t}" for k, t in data)).encode()).hexdigest()[:16]
    head = {
        "made_from": made_from, "kinds": kinds, "bias": [int(b) for b in bias],
        "levels": dict(zip(kinds, levels, strict=True)), "doubts": dict(zip(kinds, doubts, strict=True)),
    }  # fmt: skip
    save(OUT, "ear", head, rows)
    print(f"{len(rows)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
