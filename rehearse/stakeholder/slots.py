"""The slots of a line, filled with your words. Replaced literally: no format strings on foreign text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.conversation import Turn
from rehearse.signals import Signal, find
from rehearse.signals.text import sentences, words

SLOTS = ("figure", "period", "quote", "source", "minutes", "problem", "ask", "gift")
_SLOT = re.compile(r"\[\[(\w+)\]\]")
_SOURCE = re.compile(
    r"^(?:.*?\b)?(?:from|according to|out of|in|on|by)\s+((?:the|our|your|my|last|a)\s+[\w' -]{2,40})$", re.IGNORECASE
)
_FIGURES = ("figure.money", "figure.count", "figure.percent")
_RATE = re.compile(
    r"\s*(?:a|an|per|each|every|last|this|next|from|since|in the last|over the last)\s", re.IGNORECASE
)  # "a month" is how often, not how long
_TOLD = re.compile(r"\s+(?:that|which|who|whom|whose|where|when|as|we|i|you|they|it)\b.*$", re.IGNORECASE)  # no part of its name
_TAIL = re.compile(r"(?:\s+\d.*|\s+(?:and|or|of|in|on|for|to|with|at|is|are|was|were))+$", re.IGNORECASE)  # "the record 38 of"
# Your "my log" and "your dashboard" are theirs to say as "your log" and "our dashboard".
_TURNED = {"my": "your", "your": "our"}
_CLAUSE = re.compile(
    r"[,;:()]|\s[-–—]\s|\s(?=(?:because|which|so that|but|although|while|if|when|and (?:we|i|it|they|then))\b)", re.IGNORECASE
)
_MANNERS = ("acknowledgement", "reflection", "flattery", "filler", "hedge")
_EMPTY = re.compile(
    r"(?:and |but |so )?(?:according to|as (?:you|i|we) (?:said|say|know)|that(?:'s| is| was)? (?:a )?(?:fair|true|right|good)|you(?:'re| are) right|"
    r"i (?:understand|see|hear|know|get) (?:that|you|it|what)|fair|thanks?|thank you|let me|good (?:question|point)|hello|hi|look)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^(?:in|over|within|for|after|during)\s+(?:the\s+)?", re.IGNORECASE)
_LEAD = re.compile(r"^(?:and|but|so|because|then|or|which|although|while|that)\s+", re.IGNORECASE)
# Days and months keep their capital wherever they stand.
_NAMED = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Easter Christmas".split()
)
LEAST, MOST = 3, 8  # words of a quote
_SOURCED = "figure of the source"  # no slot: what `figure` stands for in a line that names the source as well


@dataclass(frozen=True, slots=True)
class Words:
    """What the user has said so far, as far as lines use it: slot values and the signals that were there."""

    values: dict[str, str]
    said: frozenset[str]


def gather(take: tuple[Turn, ...], fixed: dict[str, str]) -> Words:
    """Slot values from your turns, the latest first, with `fixed` ones (minutes, problem, ask, gift) beside them."""
    mine = [t.text for t in take if t.speaker == "you"]
    values = {k: v for k, v in fixed.items() if v}
    said: set[str] = set()
    for text in reversed(mine):
        signals = find(text)
        said |= {s.kind for s in signals}
        for origin in (s for s in signals if s.kind == "source" and not s.heard):
            named = _SOURCE.match(text[origin.start : origin.end].strip())
            if named and "source" not in values:
                values["source"] = _turned(_TAIL.sub("", _TOLD.sub("", named[1])))
        for slot, kinds in (("figure", _FIGURES), ("period", ("period",))):
            fitting = [s for s in signals if s.kind in kinds and not _apart(text, s, signals)]
            # Money is what people come back to, then counts, then shares.
            span = min(fitting, key=lambda s: (kinds.index(s.kind), s.start), default=None)
            if span is None:
                continue
            value = _LEAD_IN.sub("", text[span.start : span.end].strip())
            values.setdefault(slot, value)
            # "$70k" said after "$50k, from the refund ledger" is not from the ledger: a source belongs to its turn, or to one before.
            if slot == "figure" and "source" in values:
                values.setdefault(_SOURCED, value)
    if mine and (snippet := quote(mine[-1])):
        values["quote"] = f"“{snippet}”"
    if any(k in said for k in _FIGURES):
        said.add("figure")
    return Words(values, frozenset(said) | values.keys())


def _turned(source: str) -> str:
    """A source as the other side of the table says it."""
    first, _, rest = source.partition(" ")
    return f"{_TURNED.get(first.lower(), first)} {rest}".strip()


def _apart(text: str, span: Signal, signals: tuple[Signal, ...]) -> bool:
    """What is no figure to come back to: how often (`a month`), since when (`last quarter`), or how far off it may be."""
    if text[span.start : span.end].strip().lower() == "twice":
        return True  # "Twice. And if that were my sister's shop?" is no figure to come back to
    if span.kind == "period":
        return bool(_RATE.match(text[span.start : span.end]))
    if span.kind == "figure.percent" and not any(c.isdigit() for c in text[span.start : span.end]):
        return True  # "by half" is a goal more often than a finding
    return any(s.kind == "error_range" and s.start < span.end and span.start < s.end for s in signals)


def quote(text: str) -> str | None:
    """Three to eight words of yours that stand together: a short clause, else the beginning of one. None from questions."""
    manners = [(s.start, s.end) for s in find(text) if s.kind in _MANNERS]
    for sentence in sentences(text):
        if sentence.question or sentence.heap:
            continue
        at = sentence.start
        for clause in _CLAUSE.split(sentence.text):
            start = text.find(clause, at)
            at = start + len(clause)
            said = clause.strip()
            if _EMPTY.match(said) or any(s <= start + 2 and at <= e + 2 for s, e in manners):
                continue  # "You are right" and "according to their report" are nothing to come back to
            said = _LEAD.sub("", said)
            inside = words(said)
            if LEAST <= len(inside) <= MOST:
                return said[inside[0].start : inside[-1].end]
    return None


def fits(line: str, values: dict[str, str], needs: tuple[str, ...], said: frozenset[str]) -> bool:
    """Whether every slot of the line can be filled and all that it needs was said."""
    slots = _SLOT.findall(line)
    return all(_key(slot, slots) in values for slot in slots) and all(n in said for n in needs)


def _key(slot: str, slots: list[str]) -> str:
    """Where the value of a slot stands, in a line with these slots."""
    return _SOURCED if slot == "figure" and "source" in slots else slot


def fill(line: str, values: dict[str, str]) -> str:
    """The line with its slots filled. A slot at the beginning of a sentence is capitalised."""
    slots = _SLOT.findall(line)

    def put(match: re.Match[str]) -> str:
        value = values.get(_key(match[1], slots), match[0])
        before = line[: match.start()].rstrip()
        starts = not before or before[-1] in ".!?"
        if value[:1].islower() and starts:
            return value[0].upper() + value[1:]
        first = value.split()[0] if value.split() else ""
        if not starts and match[1] in ("figure", "period") and first.istitle() and first.isalpha() and first not in _NAMED:
            return value[0].lower() + value[1:]
        return value

    return _SLOT.sub(put, line)
