"""Which words of a line of theirs voice an objection. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rehearse.personas import Concern
from rehearse.review.types import Objection, Place
from rehearse.signals.text import Sentence, sentences
from ui.review.seen import Seen

_WORD = re.compile(r"[^\W\d_]{2,}")
_SLOT = re.compile(r"\[\[.*?\]\]")
_GAP = r"(?:[^.!?]|[.](?=\d)){1,120}?"  # what may stand in a gap of a wording: no end of a sentence
_ALIKE = 0.6  # of the words of two sentences, from which on one is taken for the other
_LEAST = 3  # words that they share, below which that tells nothing: "I see that." stands in any line


def voiced(seen: Seen, objection: Objection, turn: str) -> Place | None:
    """The words of a line that voice an objection; None where the line is not there.

    Those of one of the person's own wordings where they stand in it, whole; else the sentence that its label was made of, or that
    holds most of its words; else the last.
    """
    line = seen.line(turn)
    found = sentences(line.text) if line is not None else ()
    if line is None or not found:
        return None
    concern = seen.persona.concern(objection.concern) if objection.concern else None
    own = concern if seen.persona.id else None  # those of a transcript have its whole lines for wordings
    start, end = _verbatim(line.text, own) or (0, 0)
    if not end:
        first, last = _labelled(line.text, found, objection.label) or _worded(found, own) or _nearest(found, concern)
        start, end = found[first].start, found[last].end
    return Place(str(line.id), start, end, line.text[start:end])


def _wordings(concern: Concern | None) -> tuple[str, ...]:
    """How they voice it, and what they say when they are asked about it."""
    return (*(line.says for line in concern.objections), *concern.root) if concern else ()


def _verbatim(text: str, concern: Concern | None) -> tuple[int, int] | None:
    """Where the longest of the wordings stands, with anything in its gaps."""
    longest = (0, 0)
    for wording in _wordings(concern):
        pattern = _GAP.join(re.escape(part) for part in _SLOT.split(wording))
        match = re.search(pattern, text)
        if match and match.end() - match.start() > longest[1] - longest[0]:
            longest = (match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    return longest if longest[1] else None


def _labelled(text: str, found: Sequence[Sentence], label: str) -> tuple[int, int] | None:
    """The sentences that a label was cut from, as those of a transcript are: the first and the last."""
    words = label.rstrip(" .?!…").casefold()
    at = text.casefold().find(words) if len(_WORD.findall(words)) >= _LEAST else -1
    held = [i for i, s in enumerate(found) if s.start < at + len(words) and at < s.end] if at >= 0 else []
    return (held[0], held[-1]) if held else None


def _worded(found: Sequence[Sentence], concern: Concern | None) -> tuple[int, int] | None:
    """From the first to the last sentence of the wording that most of the line is made of."""
    said = [_words(s.text) for s in found]
    best, most = None, _LEAST - 1
    for wording in _wordings(concern):
        parts = [_words(s.text) for s in sentences(_SLOT.sub(" ", wording))]
        shared = [max((_shared(one, part) for part in parts), default=0) for one in said]
        at = [i for i, count in enumerate(shared) if count]
        if sum(shared) > most:
            best, most = (at[0], at[-1]), sum(shared)
    return best


def _nearest(found: Sequence[Sentence], concern: Concern | None) -> tuple[int, int]:
    known = _words(" ".join((*concern.about, *(line.says for line in concern.objections)))) if concern else frozenset()
    counts = [len(_words(s.text) & known) for s in found]
    most = max(counts)
    number = counts.index(most) if most >= _LEAST else len(found) - 1
    return number, number


def _words(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(text))


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words two sentences share, where they are alike; 0 where they are not."""
    both = len(one & other)
    return both if 2 * both >= _ALIKE * (len(one) + len(other)) and both else 0
