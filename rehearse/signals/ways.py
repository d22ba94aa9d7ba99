"""A small engine for ways of saying something: who + verb + what. Looked up by the verb, so that cost follows length.

A line of a table is that of `phrases`, with a few things more:
    left ~ head/head rest    `left` must stand directly before the head, in the same sentence
    first ... left ~ head    and `first` somewhere before that
    ^^                       only at the beginning of a sentence
    <CUT>                    the words that are quoted end here; what follows must be there and is another signal
    <WHO>, <IT>, ...         the slots of `slots`, in `left` and in `rest`; names have a great letter, all else is small
What is only asked, supposed or denied is left out, as `stated` says for each signal.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rehearse.signals.phrases import (
    NUMBER,
    NUMBER_HEADS,
    ByHead,
    Found,
    alternatives,
    begins,
    closing,
    expression,
    next_words,
    tokens,
    written,
)
from rehearse.signals.slots import SLOTS, cased
from rehearse.signals.stated import Stated
from rehearse.signals.text import Sentence

_LINE = re.compile(r"(?:(.*) ~ )?(\^{0,2})(?:!([\w'/]+) )?(.+)", re.DOTALL)
_HEADS = re.compile(r"([#@]|[\w/?]+)(.*)", re.DOTALL)
_REPEATED = re.compile(r"\)[*{+]")  # `next_words` knows groups that stand once, or once or not
_SOMEBODY = SLOTS["NAME"] + r"(?:,? (?:in|from|at|of) (?:the |our |your )?\w{1,20})?,?"
_SLOT = re.compile(r"<([A-Z]+)>")
_SOFT = frozenset("and but so then well ok okay yes no because or also if that".split())
_REACH = 110  # code points before a verb in which its subject stands
_NEAR = 70  # the same, where something is wanted further back
_FAR = 180
_CUT = "\0"  # stands for what lies further back


def _slotted(source: str) -> str:
    return _SLOT.sub(lambda m: SLOTS[m[1]], source)


def _opened(line: str) -> Iterator[tuple[str, str]]:
    """The heads of a way with what follows them; `(ring|write to) me` is `ring me` and `write to me`."""
    options, rest = [line], ""
    if line.startswith("("):
        close = closing(line)
        options, rest = alternatives(line[1:close]), line[close + 1 :]
    single: list[str] = []
    for option in options:
        m = _HEADS.fullmatch(option)
        if m is None:
            raise ValueError(f"not a way: {line!r}")
        if m[2] or len(options) == 1:
            yield m[1], m[2] + rest
        else:
            single.append(m[1])
    if single:
        yield "/".join(single), rest


@dataclass(slots=True)
class _Way:
    kind: str
    left: str
    rest: str
    clause: int  # 1 = only where a clause begins, 2 = only where the sentence does
    unless: frozenset[str]
    after: frozenset[str] | None
    compiled: re.Pattern[str] | None = field(default=None)

    def pattern(self) -> re.Pattern[str]:
        if self.compiled is None:
            self.compiled = expression(_slotted(self.rest))
        return self.compiled


class Ways:
    """Tables of ways, by kind, ready to be found in a text."""

    def __init__(self, *tables: Mapping[str, Sequence[str]]) -> None:
        self._by_head = ByHead[_Way]()
        self._lefts: dict[str, tuple[re.Pattern[str] | None, re.Pattern[str]]] = {}
        for table in tables:
            for kind, lines in table.items():
                for line in lines:
                    self._add(kind, line)

    def _add(self, kind: str, line: str) -> None:
        m = _LINE.fullmatch(line)
        if m is None:
            raise ValueError(f"not a way: {line!r}")
        unless = frozenset(m[3].split("/")) if m[3] else frozenset[str]()
        for heads, rest in _opened(m[4]):
            after = next_words(_slotted(rest)) if rest[:1] in (" ", "(") and not _REPEATED.search(rest) else None
            if heads == "#":
                rest, after = NUMBER + rest, None
            elif heads == "@":
                rest, after = _SOMEBODY + rest, None
            way = _Way(kind, m[1] or "", rest, len(m[2]), unless, after)
            for head in heads.split("/"):
                self._by_head.add(head.replace("?", ""), way)
                if head.endswith("?"):
                    self._by_head.add(head[:-2], way)

    def warm(self) -> None:
        """Compile every way now, instead of each at its first use."""
        for way in self._by_head:
            way.pattern()
            if way.left:
                self._left(way.left)

    def _left(self, source: str) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
        found = self._lefts.get(source)
        if found is None:
            first, _, last = (source + " ").rpartition(" ... ")
            found = self._lefts[source] = (
                re.compile(rf"(?<![\w'])(?:{written(_slotted(first))})(?!\w)") if first else None,
                re.compile(rf"(?:(?<![\w'])|(?=,))(?:{written(_slotted(last.strip()))})[\s-]{{0,3}}\Z"),
            )
        return found

    def scan(self, text: str, low: str, parts: tuple[Sentence, ...]) -> Iterator[Found]:
        """Every way that stands in the text and is stated, as (kind, start, end). `low` is `text` folded."""
        if not parts:
            return
        body = cased(text, low, parts)
        starts = [p.start for p in parts]
        stated = Stated(text, low, parts)
        plain = _without_first(body, low, parts)
        before: dict[tuple[str, int], int] = {}  # where a left side begins, once it was looked for; -1 = it is not there
        found = tokens(low)
        previous = ""
        for i, (token, start, end) in enumerate(found):
            follows = found[i + 1][0] if i + 1 < len(found) else ""
            here = max(0, bisect_right(starts, start) - 1)
            for head, at in _heads(token, start, end, body):
                for way in self._by_head.before(head, follows) if at == end else self._by_head.of(head):
                    if way.unless and previous in way.unless:
                        continue
                    if way.clause == 2 and start != parts[here].start:
                        continue
                    if way.clause == 1 and not (previous in _SOFT or begins(low, start)):
                        continue
                    m = way.pattern().match(body, at)
                    if m is None:
                        continue
                    begin = start
                    if way.left:
                        key = (way.left, start)
                        if key not in before:
                            floor = parts[here].start
                            before[key] = self._begin(way.left, body, floor, start)
                            if before[key] < 0 and plain[floor] != body[floor]:
                                before[key] = self._begin(way.left, plain, floor, start)
                        begin = before[key]
                    if begin >= 0 and stated.holds(way.kind, here, begin):
                        yield way.kind, begin, _finish(m, body)
            previous = token

    def _begin(self, left: str, body: str, floor: int, start: int) -> int:
        first, last = self._left(left)
        near = max(floor, start - (_REACH if first is None else _NEAR))
        window = body[near:start] if near == floor else _CUT + body[near:start]
        m = last.search(window)
        if m is None:
            return -1
        begin = start - len(window) + m.start()
        if first is None:
            return begin
        m = first.search(body, max(floor, start - _FAR), begin)
        return -1 if m is None else m.start()


def _finish(m: re.Match[str], body: str) -> int:
    """Where the words end that hold it: at the mark `<CUT>` where there is one, for what follows is another signal."""
    end = m.end("_cut") if "_cut" in m.re.groupindex else m.end()
    while end > m.start() and body[end - 1] in " ,-":
        end -= 1
    return end


def _without_first(body: str, low: str, parts: tuple[Sentence, ...]) -> str:
    """`body` with what begins a sentence small: it may be a name or not, and both are tried."""
    letters = list(body)
    for part in parts:
        letters[part.start] = low[part.start]
    return "".join(letters)


def _heads(token: str, start: int, end: int, body: str) -> Iterator[tuple[str, int]]:
    yield token, end
    if "'" in token:
        plain = token.partition("'")[0]
        yield plain, start + len(plain)
    if token[0].isdigit() or token in NUMBER_HEADS:
        yield "#", start
    if "A" <= body[start] <= "Z":
        yield "@", start
