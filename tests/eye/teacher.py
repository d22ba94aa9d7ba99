"""A teacher for the eye: reads whole sentences, learns from the same marks, and says of sentences that nobody marked how likely
each check is shown by them. The eye then learns from those as well, and needs no teacher afterwards.

Over situations left out this brought .008 to .013 of kappa; sentences labelled by the eye itself, or by word vectors,
brought nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from tests.eye import encoder

EPOCHS = 4
RATE = 1.5e-4  # the most; what is new learns ten times as fast
WARMING = 0.06  # of all steps
DROP, FORGOTTEN = 0.1, 0.2  # inside of the layers, and of what comes out of them
BATCH = 32
DECAY = 0.01


@dataclass
class Lesson:
    """Sentences: their word pieces, traits of place (sentences, traits), and by check whether it is shown (sentences, checks) and
    how much that counts (0: not at all)."""

    pieces: list[list[int]]
    places: Any
    shown: Any
    counts: Any


def chances(lesson: Lesson, learned: Any, asked: Any, seed: int = 0) -> Any:
    """What a teacher that learned from the sentences `learned` makes of those that are `asked`, in ones of a logit: (asked, checks).
    Both are indexes into the lesson. Takes about four minutes for 11,000 sentences on two cores."""
    found = np.zeros((len(asked), lesson.shown.shape[1]), np.float32)
    knows = _learned(lesson, learned, seed)
    where = {int(i): n for n, i in enumerate(asked)}
    for to, batch in _batches(lesson, asked, None):
        ids, mask, places, _, _ = _of(lesson, to, batch)
        found[[where[int(i)] for i in batch]] = np.asarray(_scores(knows["own"], knows["word"], ids, mask, places))[: len(batch)]
    return found


def _learned(lesson: Lesson, learned: Any, seed: int) -> Any:
    weights = encoder.params()
    word = weights.pop("word")
    checks = lesson.shown.shape[1]
    counts = lesson.counts[learned]
    share = np.clip((lesson.shown[learned] * counts).sum(0) / counts.sum(0), 0.003, 0.5)
    own = {
        "layers": weights, "out": jnp.zeros((encoder.WIDTH, checks)), "base": jnp.asarray(np.log(share / (1 - share))),
        "places": jnp.zeros((lesson.places.shape[1], checks)),
    }  # fmt: skip
    rng, key = np.random.RandomState(seed), jax.random.PRNGKey(seed)
    mean = power = jax.tree_util.tree_map(jnp.zeros_like, own)
    total, step = EPOCHS * len(list(_batches(lesson, learned, rng))), 0
    for _ in range(EPOCHS):
        for to, batch in _batches(lesson, learned, rng):
            step += 1
            key, now = jax.random.split(key)
            rate = RATE * min(1.0, step / (WARMING * total)) * max(0.02, 1 - step / total)
            own, mean, power = _step(own, mean, power, float(step), rate, word, now, *_of(lesson, to, batch))
    return {"own": own, "word": word}


def _batches(lesson: Lesson, chosen: Any, rng: Any) -> Iterator[tuple[int, Any]]:
    """Sentences of about one length together: what they are padded to, and their indexes."""
    by: dict[int, list[int]] = {}
    for i in chosen:
        by.setdefault(encoder.size(len(lesson.pieces[i])), []).append(i)
    found = []
    for to, members in by.items():
        order = np.array(members) if rng is None else rng.permutation(members)
        found += [(to, order[k : k + BATCH]) for k in range(0, len(order), BATCH)]
    yield from found if rng is None else [found[k] for k in rng.permutation(len(found))]


def _of(lesson: Lesson, to: int, batch: Any) -> tuple[Any, ...]:
    """A batch filled up to one size, what fills it counting nothing."""
    full = np.concatenate([batch, np.repeat(batch[-1:], BATCH - len(batch))])
    ids, mask = encoder.padded([lesson.pieces[i] for i in full], to)
    counts = lesson.counts[full].copy()
    counts[len(batch) :] = 0
    return ids, mask, lesson.places[full], lesson.shown[full], counts


@jax.jit
def _scores(own: Any, word: Any, ids: Any, mask: Any, places: Any) -> Any:
    return _said(own, encoder.read({**own["layers"], "word": word}, ids, mask), places)


def _said(own: Any, read: Any, places: Any) -> Any:
    return read @ own["out"] + own["base"] + places @ own["places"]


def _missed(own: Any, word: Any, key: Any, ids: Any, mask: Any, places: Any, shown: Any, counts: Any) -> Any:
    one, other = jax.random.split(key)
    read = encoder.read({**own["layers"], "word": word}, ids, mask, DROP, one)
    said = _said(own, read * jax.random.bernoulli(other, 1 - FORGOTTEN, read.shape) / (1 - FORGOTTEN), places)
    lost = jnp.maximum(said, 0) - said * shown + jnp.log1p(jnp.exp(-jnp.abs(said)))
    return (lost * counts).sum() / BATCH


@jax.jit
def _step(own: Any, mean: Any, power: Any, step: Any, rate: Any, word: Any, key: Any, *batch: Any) -> Any:
    """One step of Adam, the gradient's length at most 5."""
    each = jax.tree_util.tree_map
    slope = jax.grad(_missed)(own, word, key, *batch)
    length = jnp.sqrt(sum((x**2).sum() for x in jax.tree_util.tree_leaves(slope)))
    slope = each(lambda x: x * jnp.minimum(1.0, 5.0 / length), slope)
    mean = each(lambda m, g: 0.9 * m + 0.1 * g, mean, slope)
    power = each(lambda p, g: 0.98 * p + 0.02 * g * g, power, slope)
    new = {}
    for part in own:
        pace = rate if part == "layers" else 10 * rate

        def moved(x: Any, m: Any, p: Any, pace: Any = pace) -> Any:
            return x - pace * (m / (1 - 0.9**step) / (jnp.sqrt(p / (1 - 0.98**step)) + 1e-8) + DECAY * x)

        new[part] = each(moved, own[part], mean[part], power[part])
    return new, mean, power
