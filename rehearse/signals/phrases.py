"""A small engine for tables of wordings: rules are looked up by their first word and matched there, so cost follows length.

A wording is `[^][!words ]head/head rest`:
    head    first word, or several apart by `/`, a last letter optional with `?`; `#` = any number, `@` = any name (a capitalised word)
    rest    a regular expression in which a space is space or hyphen, and `<...>` is one of the pieces below
    ^       only at the beginning of a sentence or clause
    !a/b    not where the word before is a or b
Every piece is bounded, so that no text, however made, costs more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rehearse.signals.wordlists import FUNCTION, NUMBER_WORDS, SMALL

Found = tuple[str, int, int]
Token = tuple[str, int, int]

SPACE = r"(?:[\s-]{1,3})"
_WORD = r"[\w'$£€%&/+]{1,30}(?:[.,]\w{1,12})?"
_SMALL = "|".join(SMALL)
NUMBER = rf"(?:[$£€]?\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}}(?:k|m)?|(?:{_SMALL})(?:-(?:{_SMALL}))?|half an?|an?|zero)"
_NAMES = {
    "w": _WORD,
    "num": NUMBER,
    "u": r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|sprint|iteration)s?",
    "day": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "month": r"(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "will": r"(?:'ll| will| can|'m going to| am going to| shall|'d| would)",
    "end": r"(?=\s*(?:[.,;:!?)\u2013\u2014]|$|\s-\s|\n))",
    "tail": rf"(?:{SPACE}(?:{_WORD})){{0,16}}",
    "people": r"(?:engineer|developer|dev|person|people|designer|head|fte|contractor|programmer|tester|analyst|team|colleague|specialist|sre)s?",
    "problem": r"(?:incident|outage|error|failure|alert|page|ticket|complaint|defect|bug|crashe?|call)s?",
}
_PIECE = re.compile(r"<([a-z]+)(\d*)>")


def _piece(m: re.Match[str]) -> str:
    name, count = m[1], m[2]
    if name == "g":  # up to n words, then go on: never over a comma or a full stop
        return rf"(?:(?:{_WORD}){SPACE}){{0,{count}}}"
    if name == "c":  # the same, commas allowed
        return rf"(?:(?:{_WORD}),?{SPACE}){{0,{count}}}"
    return _NAMES[name]


def expression(rest: str) -> re.Pattern[str]:
    """The compiled form of what follows a head."""
    source = _PIECE.sub(_piece, rest.replace(" ", SPACE))
    return re.compile(source + r"(?!\w|'t)")


@dataclass(slots=True)
class _Rule:
    kind: str
    rest: str
    clause: bool
    unless: frozenset[str]
    compiled: re.Pattern[str] | None = field(default=None)

    def pattern(self) -> re.Pattern[str]:
        # Compiled at first use: 600 small patterns at import would cost a tenth of a second before the first word.
        if self.compiled is None:
            self.compiled = expression(self.rest)
        return self.compiled


_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LINE = re.compile(r"(\^?)(?:!([\w'/]+) )?([#@]|[\w/?]+)(.*)", re.DOTALL)
_SOFT = frozenset("and but so then well ok okay yes no because or also if that".split())


def tokens(low: str) -> list[Token]:
    """Words of a folded text with their places."""
    return [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(low)]


class Phrases:
    """Tables of wordings, by kind, ready to be found in a text."""

    def __init__(self, tables: Mapping[str, Sequence[str]]) -> None:
        self._by_head: dict[str, list[_Rule]] = {}
        for kind, lines in tables.items():
            for line in lines:
                self._add(kind, line)

    def _add(self, kind: str, line: str) -> None:
        m = _LINE.fullmatch(line)
        if m is None:
            raise ValueError(f"not a wording: {line!r}")
        unless = frozenset(m[2].split("/")) if m[2] else frozenset[str]()
        rest = m[4]
        if m[3] == "#":
            rest = NUMBER + rest
        elif m[3] == "@":
            rest = r"\w{1,20}(?: \w{1,20})?(?:,? (?:in|from|at|of) (?:the |our |your )?\w{1,20})?,?" + rest
        rule = _Rule(kind, rest, bool(m[1]), unless)
        for head in m[3].split("/"):
            self._by_head.setdefault(head.replace("?", ""), []).append(rule)
            if head.endswith("?"):  # `users?`: with the last letter and without it
                self._by_head.setdefault(head[:-2], []).append(rule)

    def scan(self, text: str, low: str, found: list[Token]) -> Iterator[Found]:
        """Every wording that stands in the text, as (kind, start, end). `low` is `text` folded, `found` its tokens."""
        previous = ""
        for token, start, end in found:
            for head, at in self._heads(token, start, end, text):
                for rule in self._by_head.get(head, ()):
                    if rule.unless and previous in rule.unless:
                        continue
                    if rule.clause and not (previous in _SOFT or _begins(low, start)):
                        continue
                    m = rule.pattern().match(low, at)
                    if m is not None:
                        yield rule.kind, start, m.end()
            previous = token

    @staticmethod
    def _heads(token: str, start: int, end: int, text: str) -> Iterator[tuple[str, int]]:
        yield token, end
        plain = token.partition("'")[0]
        if plain != token:
            yield plain, start + len(plain)
        if token[0].isdigit() or token in NUMBER_WORDS or token in ("a", "an"):
            yield "#", start
        if text[start].isupper() and plain not in FUNCTION:
            yield "@", start


def _begins(low: str, at: int) -> bool:
    """Whether a sentence or clause begins at `at`."""
    i = at - 1
    while i >= 0 and i > at - 8 and low[i] in " \t\"'(\u201c":
        i -= 1
    return i < 0 or low[i] in ".?!;:,\u2013\u2014-\n\r\u2026"
