"""Rules and eye together: a rule says what its wordings show, the eye weighs it with the rest of the sentence.

Where the eye knows a check it decides, sentence by sentence; what the rule found is one of the things that it looks at, and
the best of what it sees stands first. What a rule decides over the whole talk (an ask that came too late, a term that nobody
explained) stays with the rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rehearse.eye import LEAST, SCALE, eye
from rehearse.review import evidence
from rehearse.review.case import Words
from rehearse.review.checks.talk import NOTHING, Finding, Rule, Spoken, Talk, shown
from rehearse.review.checks.traits import Hits, of
from rehearse.signals.text import Sentence

_LONGEST = 400  # characters of a sentence that are searched for a denial
_BESIDE = 2 * SCALE  # a sentence that much less likely than the best is not named beside it
_IN_REPLY = frozenset(("listening.follows", "listening.says_back", "listening.asks_first", "honesty.concedes", "ask.condition"))

# What is said and not asked: of 2,100 sentences that readers quoted for these, 20 are questions.
_STATED = frozenset(
    f"{criterion}.{check}"
    for criterion, checks in {
        "problem": ("first", "theirs", "inaction"), "outcome": ("goal", "business"), "evidence": ("figure", "source", "limits", "shown"),
        "step": ("success", "stop", "back"), "honesty": ("trade_off",), "ask": ("owner",),
    }.items()
    for check in checks
)  # fmt: skip
_OF_THE_ASK = frozenset(("ask.what", "ask.owner", "ask.date", "ask.condition", "step.size"))
# "I am not asking you for two engineers" asks for nothing; "I'm not asking for a team, only for two people" does.
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:\w+ )?(?:asking|ask|want|wanting|need|requesting)\b"
    r"(?!.*\b(?:but|only|just|instead|rather|except|until|unless|more than|asking|ask|want|need)\b)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(eq=False)
class Seen:
    """What rules and eye see in one talk. The sentences are looked at once, for all checks."""

    talk: Talk
    rules: dict[tuple[str, str], Rule]
    _found: dict[str, Finding] = field(default_factory=dict)
    _scores: list[tuple[Spoken, int, dict[str, int]]] | None = None

    def look(self, criterion: str, check: str) -> Finding:
        """The finding for one check that has a rule."""
        key = f"{criterion}.{check}"
        ruled = self.ruled(key)
        known = eye()
        if not known.knows(key) or ruled.verdict == "na" or (ruled.verdict == "no" and ruled.opposite):
            return ruled
        rows = [
            (scores[key], n, turn, at)
            for n, (turn, at, scores) in enumerate(self.scores())
            if not _shows_nothing(key, turn.sentences[at])
        ]
        said = {turn.sentences[at].text: score for score, _, turn, at in rows}  # what is said again weighs no more
        by_rule = ruled.verdict == "yes"
        if not known.shows(key, said.values(), ruled=by_rule):
            return NOTHING
        best = max((row[0] for row in rows), default=0)
        rows = sorted((r for r in rows if r[0] >= max(LEAST, best - _BESIDE)), key=lambda row: (-row[0], row[1]))
        places = [self._words(key, ruled, turn, at) for _, _, turn, at in rows]
        return shown([*places, *(ruled.places if by_rule else ())])

    def ruled(self, key: str) -> Finding:
        """What the rule alone finds."""
        if key not in self._found:
            self.talk.go_on()
            self._found[key] = self.rules[apart(key)](self.talk)
        return self._found[key]

    def hits(self) -> Hits:
        """The sentences that the rules point at."""
        out: dict[tuple[str, int], list[str]] = {}
        turns = {t.line.turn: t for t in self.talk.yours}
        for one in self.rules:
            key = f"{one[0]}.{one[1]}"
            found = self.ruled(key)
            for place in found.places if found.verdict == "yes" else ():
                turn = turns[place.turn]
                span = evidence.find(turn.text, place.quote)
                for sentence in turn.sentences:
                    if span and span[0] < sentence.end and sentence.start < span[1]:
                        out.setdefault((place.turn, sentence.start), []).append(key)
        return out

    def scores(self) -> list[tuple[Spoken, int, dict[str, int]]]:
        """Every sentence of yours that is no heap of words: its turn, which of its sentences it is, and its scores."""
        if self._scores is None:
            known, hits = eye(), self.hits()
            self._scores = []
            for turn in self.talk.yours:
                self.talk.go_on()
                for at, sentence in enumerate(turn.sentences):
                    if not sentence.heap:
                        self._scores.append((turn, at, known.scores(of(self.talk, turn, at, hits))))
        return self._scores

    def _words(self, key: str, ruled: Finding, turn: Spoken, at: int) -> Words:
        """The rule's own words where it points into this sentence, else the sentence."""
        sentence = turn.sentences[at]
        for place in ruled.places if ruled.verdict == "yes" else ():
            if place.turn == turn.line.turn:
                span = evidence.find(turn.text, place.quote)
                if span and sentence.start <= span[0] < sentence.end:
                    return place
        return turn.words(sentence.start, sentence.end, answers=key in _IN_REPLY)


def _shows_nothing(key: str, sentence: Sentence) -> bool:
    """Whether a sentence is asked where it would have to be said, or denies what it names."""
    return (key in _STATED and sentence.question) or (key in _OF_THE_ASK and _DENIED.search(sentence.text[:_LONGEST]) is not None)


def apart(key: str) -> tuple[str, str]:
    """Criterion and check of "criterion.check"."""
    criterion, _, check = key.partition(".")
    return criterion, check
