"""Rules and eye together: a rule says what its wordings show, the eye weighs it with the rest of the sentence.

Where the eye knows a check it decides, sentence by sentence; what the rule found is one of the things that it looks at, and
the best of what it sees stands first. What a rule decides over the whole talk (an ask that came too late, a term that nobody
explained) stays with the rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from rehearse.eye import LEAST, SCALE, eye
from rehearse.hearing import features
from rehearse.review import evidence
from rehearse.review.case import Line, Words
from rehearse.review.checks.talk import NOTHING, Finding, Rule, Spoken, Talk, clauses, shown
from rehearse.review.checks.traits import Hits, of
from rehearse.signals.text import Sentence

_LONGEST = 400  # characters of a sentence that are searched for a denial
_BESIDE = 2 * SCALE  # a sentence that much less likely than the best is not named beside it
_NEARLY = SCALE // 2  # how much less likely a part of a sentence may show a check to be quoted instead of the whole
_LONG = 14  # words of a sentence of which a part is quoted
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
_BY_FACTS = frozenset(("honesty.figures",))  # no sight of a sentence: a judge knows the facts, and the ledger does not
_OF_THE_ASK = frozenset(("ask.what", "ask.owner", "ask.date", "ask.condition", "step.size"))
# "I am not asking you for two engineers" asks for nothing; "I'm not asking for a team, only for two people" does. Nor does it to
# ask oneself: "Am I asking you for two engineers?"
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:\w+ )?(?:asking|ask|want|wanting|need|requesting)\b"
    r"(?!.*\b(?:but|only|just|instead|rather|except|until|unless|more than|asking|ask|want|need)\b)"
    r"|^\W*(?:(?:so|and|but|well|look|okay|ok|now|then)\W+)*(?:am|do|did|have|would) i (?:\w+ ){0,2}(?:asking|asked|ask|want|wanting|need|requesting)\b",
    re.IGNORECASE | re.DOTALL,
)
# "We would not lose $50k if we do nothing" tells no loss; "we would not just lose money" does.
_HARMLESS = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bhardly) (?:really |actually |even )?(?:lose|cost|hurt|harm|suffer)\b"
    r"|\bnothing (?:much |really |bad )?(?:gets|would get|will get|happens|would happen|will happen|breaks|would break|will break|is lost|goes wrong)\b"
    r"(?!.*\b(?:until|till|unless|except|but)\b)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Scored:
    """Sentence `at` of a turn of yours, and how likely it shows each check, in 32nds of a logit."""

    turn: Spoken
    at: int
    scores: dict[str, int]

    @property
    def sentence(self) -> Sentence:
        return self.turn.sentences[self.at]


@dataclass(eq=False)
class Seen:
    """What rules and eye see in one talk. The sentences are looked at once, for all checks."""

    talk: Talk
    rules: dict[tuple[str, str], Rule]
    _found: dict[str, Finding] = field(default_factory=dict)

    def look(self, criterion: str, check: str) -> Finding:
        """The finding for one check that has a rule."""
        key = f"{criterion}.{check}"
        ruled = self.ruled(key)
        known = eye()
        if not known.knows(key) or ruled.verdict == "na" or (ruled.verdict == "no" and ruled.opposite):
            return ruled
        rows = [(s.scores[key], n, s.turn, s.at) for n, s in enumerate(self.scores()) if not _shows_nothing(key, s.sentence)]
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
            if key in _BY_FACTS:
                continue
            found = self.ruled(key)
            for place in found.places if found.verdict == "yes" else ():
                turn = turns[place.turn]
                span = evidence.find(turn.text, place.quote)
                for sentence in turn.sentences:
                    if span and span[0] < sentence.end and sentence.start < span[1]:
                        out.setdefault((place.turn, sentence.start), []).append(key)
        return out

    def scores(self) -> tuple[Scored, ...]:
        """Every sentence of yours that is no heap of words. The same lines are looked at once, whoever asks for them."""
        case = self.talk.case
        return _scored(_Asked(case.lines, case.goals, case.costly, self))

    def _words(self, key: str, ruled: Finding, turn: Spoken, at: int) -> Words:
        """The rule's own words where it points into this sentence, else the sentence."""
        sentence = turn.sentences[at]
        for place in ruled.places if ruled.verdict == "yes" else ():
            if place.turn == turn.line.turn:
                span = evidence.find(turn.text, place.quote)
                if span and sentence.start <= span[0] < sentence.end:
                    return place
        start, end = self._best_clause(key, turn, at)
        return turn.words(start, end, answers=key in _IN_REPLY)

    def _best_clause(self, key: str, turn: Spoken, at: int) -> tuple[int, int]:
        """The part of a sentence that shows the check nearly as well as the whole does, so that what else it says is free to show
        other things; the whole sentence where no part does."""
        sentence = turn.sentences[at]
        whole = (sentence.start, sentence.end)
        if len(sentence.text.split()) < _LONG:
            return whole
        scored = [(_by_words(key, turn, span), -span[0], span) for span in clauses(turn.text, *whole)]
        best = max(scored, default=None)
        return best[2] if best and best[0] >= _by_words(key, turn, whole) - _NEARLY else whole


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the scores of a talk depend on, and somebody who can find them."""

    lines: tuple[Line, ...]
    goals: tuple[str, ...]
    costly: tuple[str, ...]
    seen: Seen = field(compare=False)


@lru_cache(maxsize=4)
def _scored(asked: _Asked) -> tuple[Scored, ...]:
    known, talk, hits = eye(), asked.seen.talk, asked.seen.hits()
    found = []
    for turn in talk.yours:
        talk.go_on()
        for at, sentence in enumerate(turn.sentences):
            if not sentence.heap:
                found.append(Scored(turn, at, known.scores(of(talk, turn, at, hits))))
    return tuple(found)


def _by_words(key: str, turn: Spoken, span: tuple[int, int]) -> int:
    """How likely these words of a turn show a check, wherever they stand."""
    start, end = span
    kinds = frozenset(s.kind for s in turn.signals if start <= s.start < end)
    return eye().scores(features(turn.text[start:end], kinds))[key]


def _shows_nothing(key: str, sentence: Sentence) -> bool:
    """Whether a sentence is asked where it would have to be said, or denies what it names."""
    said = sentence.text[:_LONGEST]
    return (
        (key in _STATED and sentence.question)
        or (key in _OF_THE_ASK and _DENIED.search(said) is not None)
        or (key == "problem.inaction" and _HARMLESS.search(said) is not None)
    )


def apart(key: str) -> tuple[str, str]:
    """Criterion and check of "criterion.check"."""
    criterion, _, check = key.partition(".")
    return criterion, check
