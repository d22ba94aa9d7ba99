"""A small engine for tables of wordings: rules are looked up by their first word and matched there, so cost follows length.

A wording is `[^][!words ]head/head rest`:
    head    first word, or several apart by `/`, a last letter optional with `?`; `#` = any number,
            `@` = any name (a capitalised word)
    rest    a regular expression in which a space is space or hyphen, and `<...>` is one of the pieces below
    ^       only at the beginning of a sentence or clause
    !a/b    not where the word before is a or b
Every piece is bounded, so that no text, however made, costs more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

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
    "people": (
        r"(?:engineer|developer|dev|person|people|designer|head|fte|contractor|programmer|tester|analyst|team|"
        r"colleague|specialist|sre)s?"
    ),
    "problem": r"(?:incident|outage|error|failure|alert|page|ticket|complaint|defect|bug|crashe?|call)s?",
}
_PIECE = re.compile(r"<([a-z]+)(\d*)>")


def _piece(m: re.Match[str]) -> str:
    name, count = m[1], m[2]
    if name == "g":  # up to n words, then go on: never over a comma or a full stop
        return rf"(?:(?:{_WORD}){SPACE}){{0,{count}}}"
    if name == "c":  # the same, commas allowed
        return rf"(?:(?:{_WORD}),?{SPACE}){{0,{count}}}"
    if name == "t":  # up to n words more, so that the span reads as something that was said
        return rf"(?:{SPACE}(?:{_WORD})){{0,{count}}}"
    return _NAMES[name]


def written(source: str) -> str:
    """A wording as a regular expression: spaces and pieces written out."""
    return _PIECE.sub(_piece, source.replace(" ", SPACE))


def expression(rest: str) -> re.Pattern[str]:
    """The compiled form of what follows a head."""
    return re.compile(written(rest) + r"(?!\w|'t)")


@dataclass(slots=True)
class _Rule:
    kind: str
    rest: str
    clause: bool
    unless: frozenset[str]
    after: frozenset[str] | None  # what the next word must be one of; None = anything
    compiled: re.Pattern[str] | None = field(default=None)

    def pattern(self) -> re.Pattern[str]:
        # Compiled at first use: all of them at import would cost most of a second before the first word.
        if self.compiled is None:
            self.compiled = expression(self.rest)
        return self.compiled


_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NO_NAMES = frozenset("nobody noone none someone everyone anyone anybody nothing something everything".split())
NUMBER_HEADS = NUMBER_WORDS | {"a", "an"}
_NAME = r"\w{1,20}(?: \w{1,20})?(?:,? (?:in|from|at|of) (?:the |our |your )?\w{1,20})?,?"
_LINE = re.compile(r"(\^?)(?:!([\w'/]+) )?([#@]|[\w/?]+)(.*)", re.DOTALL)
_SOFT = frozenset("and but so then well ok okay yes no because or also if that".split())


def tokens(low: str) -> list[Token]:
    """Words of a folded text with their places."""
    return [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(low)]


_NEXT = re.compile(r"[a-z0-9']+(\??)(?=[ )|,]|$)")


def next_words(rest: str) -> frozenset[str] | None:
    """The words that can follow a head for `rest` to match, so that most rules are passed over unseen; None = cannot be said."""
    rest = rest.removeprefix(" ")
    if rest.startswith("("):
        if rest.startswith("(?"):
            return None
        close = closing(rest)
        found: set[str] = set()
        optional = rest[close + 1 : close + 2] == "?"
        for option in alternatives(rest[1:close]):
            if option.startswith("'"):
                continue  # a contraction: part of the head's own word, which is looked at apart
            some = next_words(option)
            if some is None:
                return None
            found |= some
        if optional or any(o.startswith("'") for o in alternatives(rest[1:close])):
            further = next_words(rest[close + 1 + optional :])
            if further is None:
                return None
            found |= further
        return frozenset(found)
    m = _NEXT.match(rest)
    if m is None:
        return None
    word = m[0]
    return frozenset((word[:-2], word[:-1])) if m[1] else frozenset((word,))


def closing(rest: str) -> int:
    """Where the group that `rest` begins with ends."""
    depth = 0
    for i, c in enumerate(rest):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return i
    raise ValueError(f"not a wording: {rest!r}")


def alternatives(group: str) -> list[str]:
    """The alternatives of a group, those of inner groups apart."""
    options, depth, begun = [], 0, 0
    for i, c in enumerate(group):
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            options.append(group[begun:i])
            begun = i + 1
    return [*options, group[begun:]]


class Headed(Protocol):
    """A rule that begins with a head. `after`: what the next word must be one of; None = anything."""

    @property
    def after(self) -> frozenset[str] | None: ...


R = TypeVar("R", bound=Headed)


class ByHead(Generic[R]):
    """Rules by the word that they begin with and the word that comes next, in the order in which they were added: of a hundred
    that begin with "we" a few go on with the same word."""

    def __init__(self) -> None:
        self._rules: dict[str, list[R]] = {}
        self._next: dict[str, dict[str, tuple[R, ...]]] = {}

    def add(self, head: str, rule: R) -> None:
        self._rules.setdefault(head, []).append(rule)

    def __iter__(self) -> Iterator[R]:
        return (rule for rules in self._rules.values() for rule in rules)

    def of(self, head: str) -> Sequence[R]:
        """All that begin with a word."""
        return self._rules.get(head, ())

    def before(self, head: str, follows: str) -> Sequence[R]:
        """Those that can go on with the word `follows`, itself or before its apostrophe."""
        if head not in self._rules:
            return ()
        known = self._next.get(head)
        if known is None:
            known = self._next[head] = self._indexed(head)
        if "'" in follows:
            either = {follows, follows.partition("'")[0]}
            return [r for r in self._rules[head] if r.after is None or not r.after.isdisjoint(either)]
        return known.get(follows, known[""])

    def _indexed(self, head: str) -> dict[str, tuple[R, ...]]:
        rules = self._rules[head]
        words = {w for r in rules for w in r.after or ()} | {""}
        return {w: tuple(r for r in rules if r.after is None or w in r.after) for w in words}


class Phrases:
    """Tables of wordings, by kind, ready to be found in a text."""

    def __init__(self, *tables: Mapping[str, Sequence[str]]) -> None:
        self._by_head = ByHead[_Rule]()
        for table in tables:
            for kind, lines in table.items():
                for line in lines:
                    self._add(kind, line)

    def _add(self, kind: str, line: str) -> None:
        m = _LINE.fullmatch(line)
        if m is None:
            raise ValueError(f"not a wording: {line!r}")
        unless = frozenset(m[2].split("/")) if m[2] else frozenset[str]()
        rest, after = m[4], next_words(m[4])
        if m[3] == "#":
            rest, after = NUMBER + rest, None
        elif m[3] == "@":
            rest, after = _NAME + rest, None
        rule = _Rule(kind, rest, bool(m[1]), unless, after)
        for head in m[3].split("/"):
            self._by_head.add(head.replace("?", ""), rule)
            if head.endswith("?"):  # `users?`: with the last letter and without it
                self._by_head.add(head[:-2], rule)

    def warm(self) -> None:
        """Compile every wording now, instead of each at its first use."""
        for rule in self._by_head:
            rule.pattern()

    def scan(self, text: str, low: str, found: list[Token]) -> Iterator[Found]:
        """Every wording that stands in the text, as (kind, start, end). `low` is `text` folded, `found` its tokens."""
        previous = ""
        last = len(found) - 1
        for i, (token, start, end) in enumerate(found):
            follows = found[i + 1][0] if i < last else ""
            for head, at in self._heads(token, start, end, text):
                for rule in self._by_head.before(head, follows) if at == end else self._by_head.of(head):
                    if rule.unless and previous in rule.unless:
                        continue
                    if rule.clause and not (previous in _SOFT or begins(low, start)):
                        continue
                    m = rule.pattern().match(low, at)
                    if m is not None:
                        yield rule.kind, start, m.end()
            previous = token

    @staticmethod
    def _heads(token: str, start: int, end: int, text: str) -> Iterator[tuple[str, int]]:
        yield token, end
        plain = token.partition("'")[0] if "'" in token else token
        if plain != token:
            yield plain, start + len(plain)
        if token[0].isdigit() or token in NUMBER_HEADS:
            yield "#", start
        if text[start].isupper() and plain not in FUNCTION and plain not in _NO_NAMES:
            yield "@", start


def begins(low: str, at: int) -> bool:
    """Whether a sentence or clause begins at `at`."""
    i = at - 1
    while i >= 0 and i > at - 8 and low[i] in " \t\"'(\u201c":
        i -= 1
    return i < 0 or low[i] in ".?!;:,\u2013\u2014-\n\r\u2026"
