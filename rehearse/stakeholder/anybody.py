"""A person made of what somebody said in a meeting elsewhere: their worries as they were heard, in their own words. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rehearse.conversation import Turn
from rehearse.heard_worries import voicing
from rehearse.personas import Concern, Line, Persona, Test
from rehearse.signals.text import content_stems, words
from rehearse.stakeholder.about import SUBSTANCE, like

NOBODY = ""  # the id of a person whom nobody wrote
MOST = 7  # worries: more than a reader keeps apart
LONGEST = 40  # code points of a label
_SHORTEST = 14  # of a label that ends at a comma
ALIKE = 2  # content stems that a line shares with a worry which it comes back to
_FEWEST = 2  # content stems of a line that is about something: "How long?" and "And why?" come back to nothing
_COMMON = 4  # lines of theirs, and a fifth of all, in which a word stands that tells none of their worries from another
_ABOUT = 12  # words that a worry is known by
_OPENS = re.compile(
    r"^\W*(?:(?:and|but|so|well|okay|ok|right|yes|no|yeah|hm+|oh|ah|look|listen|fine|good|sure|then|because|honestly|i mean)\b[\s,.!…-]*)+",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"(?:if|when|before|unless|once|since|while|although|until|as)\b", re.IGNORECASE
)  # says nothing without its other half
_MEASURES = ("figure.money", "figure.percent", "figure.count", "figure.effort", "date")
# What a reply holds that somebody can hold on to, whatever they asked: a measure, and something that goes with it. Either alone is in
# nearly every reply, and readers take it for no answer.
_HOLDS = tuple(
    sorted(
        SUBSTANCE - {"period", "customer", "alignment", "risk", "unknown", "ask", "invitation", "credit", "acknowledgement", "reflection",
                     "question.open", "question.follow_up", *_MEASURES}
    )
)  # fmt: skip
_ANSWER = "Gives a figure or a date, and what goes with it: who does it, where it comes from, a step or a way back."
_ROUNDS = 3  # times that they come back to one worry, each of which wants an answer of its own


@dataclass(slots=True)
class _Worry:
    """One worry as it is heard: the lines that voice it, and for each the stems that it is about. `rounds` = how often
    they voiced it with a reply of yours between."""

    first: int
    label: str
    lines: list[str] = field(default_factory=list)
    stems: list[frozenset[str]] = field(default_factory=list)
    about: dict[str, None] = field(default_factory=dict)
    last: int = 0
    rounds: int = 1


def anybody(turns: Sequence[Turn]) -> Persona:
    """A person without a name whose concerns are the worries that the other side voiced in these lines, at most `MOST`.

    The same lines give the same person. A line joins the worry that it shares most with, else it is a new one. Of more than
    `MOST`, those voiced most often are kept. Their kind is `other`: from words alone nobody can tell it.
    """
    common = _common(turns)
    found: list[_Worry] = []
    by_stem: dict[str, set[int]] = {}
    mine = 0  # turns of yours so far
    for turn in turns:
        if turn.speaker == "you":
            mine += 1
        if not mine or turn.speaker == "you":
            continue  # before your first word there is nothing to object to
        parts = [p.text for p in voicing(turn.text)]
        stems = _stems(parts) - common
        if parts and len(stems) < _FEWEST:  # "My team is full until May. Who will do this?"
            parts = [turn.text]
            stems = _stems(parts) - common
        if len(stems) < _FEWEST:
            continue
        at = _nearest(turn.text, stems, found, by_stem)
        if at is None:
            at = len(found)
            found.append(_Worry(at, _label(parts[0]), last=mine))
        worry = found[at]
        worry.rounds += mine > worry.last
        worry.last = mine
        worry.lines.append(turn.text)
        worry.stems.append(stems)
        for part in parts:
            worry.about.update(dict.fromkeys(_words_of(part, stems)))
        for stem in stems:
            by_stem.setdefault(stem, set()).add(at)
    kept = sorted(sorted(found, key=lambda w: (-len(w.lines), w.first))[:MOST], key=lambda w: w.first)
    heavy = max((w.rounds for w in kept), default=0)
    concerns = tuple(_concern(n, worry, heavy) for n, worry in enumerate(kept, 1))
    return Persona(NOBODY, "", "they", "", "", "", "", concerns=concerns)


def heard(persona: Persona) -> dict[str, str]:
    """Which concern of such a person each line of theirs voices."""
    return {line.says: concern.id for concern in persona.concerns for line in concern.objections}


def _common(turns: Sequence[Turn]) -> frozenset[str]:
    """The stems of what the whole meeting is about."""
    lines = [content_stems(t.text) for t in turns if t.speaker == "stakeholder"]
    counts = Counter(stem for line in lines for stem in line)
    return frozenset(stem for stem, n in counts.items() if n >= _COMMON and 5 * n >= len(lines))


def _stems(parts: Sequence[str]) -> frozenset[str]:
    return frozenset[str]().union(*(content_stems(part) for part in parts))


def _nearest(text: str, stems: frozenset[str], found: Sequence[_Worry], by_stem: dict[str, set[int]]) -> int | None:
    """The worry that one of whose lines shares the most stems with this one; of equals the one that was voiced last."""
    near = Counter(at for stem in stems for at in by_stem.get(stem, ()))
    best, most = None, (ALIKE - 1, -1)
    for at, n in near.items():
        if n < ALIKE:
            continue
        worry = found[at]
        shared = max(len(stems & one) for one in worry.stems)
        if shared < ALIKE and any(like(text, line) for line in worry.lines):
            shared = ALIKE
        if shared >= ALIKE and (shared, worry.last) > most:
            best, most = at, (shared, worry.last)
    return best


def _concern(number: int, worry: _Worry, heavy: int) -> Concern:
    times = min(worry.rounds, _ROUNDS)
    return Concern(
        id=f"heard-{number}",
        kind="other",
        label=worry.label,
        weight=3 if worry.rounds == heavy else 2,
        about=tuple(worry.about)[:_ABOUT],
        resolved_by=tuple(Test(f"round-{n}", _ANSWER, (_MEASURES, _HOLDS)) for n in range(1, times + 1)),
        objections=tuple(Line(text) for text in dict.fromkeys(worry.lines)),
    )


def _words_of(text: str, stems: frozenset[str]) -> list[str]:
    """The words of a text that have these stems, as they are written there."""
    return [w.text for w in words(text) if w.stem in stems]


def _label(sentence: str) -> str:
    """A short piece of their own words: the sentence without its opening words, to its end, a comma, or the last whole word."""
    whole = " ".join(sentence.split())
    text = _OPENS.sub("", whole) or whole
    text = text.lstrip(" \"'“‘/.,…-–—") or whole
    text = (text[0].upper() + text[1:]).rstrip(" .!…\"”’'")
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    at = max(cut.rfind(mark) for mark in (". ", "? ", "! ", ", ", "; ", ": ", " - ", " – "))
    if at >= _SHORTEST and not _SUPPOSES.match(text):
        return cut[:at]
    return f"{cut[: cut.rfind(' ')].rstrip(' ,;:–-') if ' ' in cut else cut[:-1]}…"
