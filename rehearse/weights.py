"""Weights of a linear scorer as whole numbers, and how they are kept in a package: names, counts, places, values.

Made by the training scripts beside the tests; read in pure Python, so that every machine finds the same.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Any

MOST = 127  # of a weight


@dataclass(frozen=True, slots=True)
class Weights:
    """Feature n (`index`) has `which[starts[n] : starts[n + 1]]`: places of a kind and, in `values`, of its weight."""

    kinds: tuple[str, ...]
    bias: tuple[int, ...]
    index: dict[str, int]
    starts: array[int]
    which: bytes
    values: array[int]

    def totals(self, features: Iterable[str]) -> tuple[list[int], int]:
        """For each kind the sum of the weights of these features, without its bias; and how many of them are known."""
        sums, known = [0] * len(self.kinds), 0
        for feature in set(features):
            n = self.index.get(feature)
            if n is None:
                continue
            known += 1
            start, end = self.starts[n], self.starts[n + 1]
            for kind, weight in zip(self.which[start:end], self.values[start:end], strict=True):
                sums[kind] += weight
        return sums, known


def load(package: str, name: str) -> tuple[Weights, dict[str, Any]]:
    """`name`.json, .words and .bin of a package: the weights, and what else stands in the head."""
    folder = files(package)
    head = json.loads((folder / f"{name}.json").read_text("utf-8"))
    words = (folder / f"{name}.words").read_text("utf-8").split("\n")
    data = (folder / f"{name}.bin").read_bytes()
    count, total = len(words), head["weights"]
    starts, values = array("i", [0]), array("b")
    starts.extend(accumulate(data[:count]))
    values.frombytes(data[count + total :])
    index = {word: n for n, word in enumerate(words)}
    return Weights(tuple(head["kinds"]), tuple(head["bias"]), index, starts, data[count : count + total], values), head


def save(folder: Path, name: str, head: Mapping[str, Any], rows: Sequence[tuple[str, Mapping[int, int]]]) -> None:
    """Write what `load` reads. `rows`: for each feature the weights by kind, none of them 0, from -127 to 127."""
    counts = bytes(len(at) for _, at in rows)
    which = bytes(kind for _, at in rows for kind in at)
    values = array("b", [at[kind] for _, at in rows for kind in at]).tobytes()
    kept = {**head, "weights": len(which)}
    (folder / f"{name}.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    (folder / f"{name}.words").write_text("\n".join(feature for feature, _ in rows), "utf-8")
    (folder / f"{name}.bin").write_bytes(counts + which + values)
