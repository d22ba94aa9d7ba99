"""Phrases as people vary them: found in a text, and heard coming while a text is still being spoken.

A phrase is words with spaces between: `i am (so)? (in|on board)`. A group in brackets is one of several, with `?` it may be
left out; `^` is the beginning of a sentence, `$` its end, `/` its end or a comma, `*` any one word. Contractions are written out on both sides
(`i'm` is `i am`), small words of emphasis between the others do not matter, nor do case and kinds of apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rehearse.signals.text import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s'\"“”‘’]+|\n+")
_BREAK = re.compile(r"[.!?\u2026;:\n\u2013\u2014]")
_SHORT = {
    "i'm": "i am", "i'll": "i will", "i'd": "i would", "i've": "i have", "let's": "let us", "can't": "can not", "cannot": "can not",
    "won't": "will not", "shan't": "shall not", "ain't": "is not", "that's": "that is", "it's": "it is", "what's": "what is",
    "here's": "here is", "there's": "there is", "who's": "who is", "he's": "he is", "she's": "she is", "where's": "where is",
    "how's": "how is", "gonna": "going to", "wanna": "want to", "gotta": "got to", "ok": "okay", "alright": "all right",
    "yeah": "yes", "yep": "yes", "yup": "yes", "aye": "yes", "greenlight": "green light", "greenlit": "green light",
    "signoff": "sign off", "buyin": "buy in", "thx": "thanks", "ya": "you", "ll": "will", "im": "i am", "ive": "i have",
}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'d", "would"))
_SKIPPED = frozenset(
    "really truly totally completely absolutely fully entirely definitely certainly honestly frankly simply just then now so very quite too also "
    "actually basically indeed gladly happily well personally wholeheartedly perfectly obviously clearly surely "
    "all pretty already".split()
)
_OPENERS = frozenset("okay right and so well then but oh ah hm hmm hey look listen yes fine good great now".split())
"""What may stand between the beginning of a sentence and a phrase that begins one."""
LONGEST = 12  # words of a phrase with what is skipped in it: how far back a text is looked at for one that is coming
REACH = 110  # code points of a text in which those are looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: its kind, and where it stands, `sentence` being the end of the sentence it stands in."""

    kind: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


@dataclass(slots=True)
class _Token:
    text: str
    start: int
    end: int
    sentence: int
    closed: bool = False  # a comma or the end follows


@dataclass(slots=True)
class _Node:
    """A place in a phrase: the words that may follow, each with the places it leads to; the kind, where a phrase ends here."""

    next: dict[str, list[_Node]] = field(default_factory=dict)
    kind: str = ""

    def lead(self, word: str, to: _Node) -> None:
        self.next.setdefault(word, []).append(to)

    def join(self, other: _Node) -> None:
        """Make everything that may follow the other place follow this one as well."""
        self.kind = self.kind or other.kind
        for word, places in other.next.items():
            self.next.setdefault(word, []).extend(places)


class Phrasebook:
    """Phrases by kind, as a net of words: looking is a step in it for each word of a text."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._root = _Node()
        for kind, listed in phrases.items():
            for phrase in listed:
                self._root.join(_net(phrase, kind))

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every place where a phrase begins, with the longest that does, in order."""
        tokens, ends = _tokens(text)
        found = []
        for at in range(len(tokens)):
            last: dict[str, int] = {}
            for kind, end in self._walk(tokens, at):
                last[kind] = max(last.get(kind, 0), end)
            if not last:
                continue
            here = tokens[at]
            first = next(t.start for t in tokens if t.sentence == here.sentence)
            found += [Hit(kind, here.start, end, first, ends[here.sentence]) for kind, end in last.items()]
        return tuple(found)

    def coming(self, text: str) -> int:
        """From where a phrase may be beginning that the text does not yet have whole; the length of the text where none is."""
        tail = max(0, len(text) - REACH)
        if tail:
            tail = text.find(" ", tail)
            if tail < 0:
                return len(text)  # one endless word is no phrase
        tokens, _ = _tokens(text[tail:])
        torn = text[-1:].isalnum() or text[-1:] in "'’"
        for at in range(max(0, len(tokens) - LONGEST), len(tokens)):
            if tokens[at].sentence == tokens[-1].sentence and self._may_begin(tokens, at, torn):
                return tail + tokens[at].start
        return len(text)

    def _starts(self, tokens: list[_Token], at: int, torn: bool = False) -> list[tuple[_Node, int]]:
        known = torn or tokens[at].text in self._root.next or "*" in self._root.next
        found = [(self._root, at)] if known else []
        if _begins(tokens, at):
            found += [(node, at) for node in self._root.next.get("^", ())]
        return found

    def _walk(self, tokens: list[_Token], at: int) -> Iterator[tuple[str, int]]:
        """Kinds of the phrases that begin with this word, and where each ends."""
        todo = self._starts(tokens, at)
        while todo:
            node, i = todo.pop()
            same = i < len(tokens) and tokens[i].sentence == tokens[at].sentence
            if i > at:
                end = tokens[i - 1].end
                if node.kind:
                    yield node.kind, end
                anchors: tuple[str, ...] = () if same else ("$", "/")
                if same and tokens[i - 1].closed:
                    anchors = ("/",)
                for anchor in anchors:
                    for closed in node.next.get(anchor, ()):
                        yield closed.kind, end
            if same:
                todo += _onward(node, tokens, i, skips=i > at)

    def _may_begin(self, tokens: list[_Token], at: int, torn: bool) -> bool:
        todo = self._starts(tokens, at, torn and at == len(tokens) - 1)
        while todo:
            node, i = todo.pop()
            if i == len(tokens):
                if node.next:
                    return True
                continue
            here = tokens[i].text
            if torn and i == len(tokens) - 1 and any(k.startswith(here) and k != here for k in node.next):
                return True
            todo += _onward(node, tokens, i, skips=i > at)
        return False


def _onward(node: _Node, tokens: list[_Token], i: int, skips: bool) -> list[tuple[_Node, int]]:
    """The places that this word leads to; the same place where the word may be passed over."""
    here = tokens[i].text
    found = [(to, i + 1) for key in (here, "*") for to in node.next.get(key, ())]
    return [*found, (node, i + 1)] if skips and here in _SKIPPED else found


def _begins(tokens: list[_Token], at: int) -> bool:
    i = at - 1
    while i >= 0 and tokens[i].sentence == tokens[at].sentence:
        if tokens[i].text not in _OPENERS:
            return False
        i -= 1
    return True


def _tokens(text: str) -> tuple[list[_Token], list[int]]:
    """The words of a text, contractions written out, and where each sentence ends (its end mark included)."""
    low = fold(text)
    found: list[_Token] = []
    ends: list[int] = []
    sentence, begun = 0, False
    for m in _WORD.finditer(low):
        if not m[0][0].isalnum():
            if found and "," in m[0]:
                found[-1].closed = True
            if begun and _breaks(low, m):
                ends.append(m.end())
                sentence, begun = sentence + 1, False
            continue
        begun = True
        found += [_Token(part, m.start(), m.end(), sentence) for part in _written(m[0]).split()]
    ends.append(len(text))
    return found, ends


def _breaks(low: str, mark: re.Match[str]) -> bool:
    """Whether a mark ends a sentence: not the point of `1.5`, not the hyphen of `sign-off`."""
    if mark[0][0] == ".":
        return low[mark.end() : mark.end() + 1] in ("", " ", "\n", '"', "”", "’", "'", ")")
    if mark[0].strip("-") == "":
        return len(mark[0]) > 1 or low[mark.start() - 1 : mark.start()].isspace()
    return _BREAK.search(mark[0]) is not None


def listed(text: str) -> tuple[str, ...]:
    """Phrases as they are written down: one a line, or several with ` ; ` between; an indented line goes on with the last."""
    found: list[str] = []
    for line in text.splitlines():
        if line.startswith("  "):
            found[-1] += ("" if found[-1].endswith("|") else " ") + line.strip()
        elif line:
            found += line.split(" ; ")
    return tuple(found)


def spelled(text: str) -> list[str]:
    """The words of a text, contractions written out."""
    return [token.text for token in _tokens(text)[0]]


def _written(word: str) -> str:
    if word in _SHORT:
        return _SHORT[word]
    for ending, stands_for in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return f"{word.removesuffix(ending)} {stands_for}"
    return word


_PART = re.compile(r"[()|?^]|[^\s()|?^]+")


def _net(phrase: str, kind: str) -> _Node:
    """Every way to say a phrase, as places that words lead to. Raises ValueError where its brackets do not close."""
    parts = _PART.findall(phrase)
    choices, at = _choices(parts, 0)
    if at != len(parts):
        raise ValueError(f"a bracket too many: {phrase}")
    return _link(choices, _Node(kind=kind))


# A phrase as it is written: choices of sequences of words, or of choices in turn; the flag says that it may be left out.
_Choices = list[list["str | tuple[_Choices, bool]"]]


def _choices(parts: list[str], at: int) -> tuple[_Choices, int]:
    found: _Choices = [[]]
    while at < len(parts) and parts[at] != ")":
        if parts[at] == "(":
            inner, at = _choices(parts, at + 1)
            if at >= len(parts):
                raise ValueError(f"a bracket that does not close: {' '.join(parts)}")
            maybe = parts[at + 1 : at + 2] == ["?"]
            found[-1].append((inner, maybe))
            at += 1 + maybe
        elif parts[at] == "|":
            found.append([])
            at += 1
        else:
            found[-1].append(parts[at])
            at += 1
    return found, at


def _link(choices: _Choices, after: _Node) -> _Node:
    """The place from which each of these sequences leads to `after`; built from their ends."""
    here = _Node()
    for sequence in choices:
        to = after
        for part in reversed(sequence):
            if isinstance(part, str):
                before = _Node()
                before.lead(part, to)
            else:
                before = _link(part[0], to)
                if part[1]:
                    before.join(to)
            to = before
        here.join(to)
    return here
