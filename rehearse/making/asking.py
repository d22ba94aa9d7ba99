"""Which worry a question of theirs belongs to, by its words. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from rehearse.personas import Concern
from rehearse.signals.text import content_stems, has_stem, words

_ABOUT = 2.0  # a phrase that names the worry weighs more than a word that its lines happen to hold


def nearest(text: str, concerns: Iterable[Concern]) -> str:
    """The id of the concern that `text` speaks of most; empty where it speaks of none. The first of several wins."""
    here, said = words(text), content_stems(text)
    best, most = "", 0.0
    for concern in concerns:
        named = sum(len(phrase.split()) for phrase in concern.about if has_stem(here, phrase))
        lines = (concern.label, concern.worry, *(line.says for line in concern.objections), *concern.root)
        # The line that shares most counts: "Who runs it afterwards?" is near one objection, not near all of them. Of lines
        # that share as much the one that says little else.
        shared = max((_shared(said, content_stems(line)) for line in lines), default=0.0)
        score = _ABOUT * named + shared
        if score > most:
            best, most = concern.id, score
    return best if most >= 1.0 else ""


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    both = len(mine & theirs)
    return both + both / len(mine | theirs) if both else 0.0
