"""Sentences, words and stems of what was said. Every rule is linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rehearse.signals.wordlists import (
    AUXILIARIES,
    CLEAR_VERBS,
    DETERMINERS,
    FUNCTION,
    MIXED_VERBS,
    NUMBER_WORDS,
    PRONOUNS,
    STOP,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `text == whole[start:end]`, with its end mark and without the space around it.

    `heap` = a list of words and not a sentence: it says nothing, whatever it contains.
    """

    start: int
    end: int
    text: str
    question: bool
    has_verb: bool
    heap: bool


@dataclass(frozen=True, slots=True)
class Word:
    """One word, lower-cased with plain apostrophes; `stem` as `stem()` makes it."""

    text: str
    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case and plain apostrophes, code point for code point: the length never changes."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals grow when lowered (the dotted I): keep those as they are
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return low.replace("\u2019", "'").replace("\u2018", "'")


# --- words and stems -------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_IRREGULAR_STEMS = {
    "lost": "los", "losses": "los", "loss": "los", "paid": "pay", "made": "mak", "built": "build", "spent": "spend",
    "sold": "sell", "bought": "buy", "kept": "keep", "went": "go", "gone": "go", "goes": "go", "grew": "grow",
    "grown": "grow", "ran": "run", "broke": "break", "broken": "break", "felt": "feel", "sent": "send", "said": "say",
    "told": "tell", "thought": "think", "took": "tak", "taken": "tak", "gave": "giv", "given": "giv", "fell": "fall",
    "daily": "day", "people": "person", "children": "child", "does": "do", "did": "do", "done": "do",
    "stood": "stand", "left": "leav", "fewer": "few", "news": "news", "series": "series", "business": "business",
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A light stem of our own: outage/outages, save/saved/savings, migrate/migration, quick/quickly meet in one."""
    w = fold(word)
    w = w.removesuffix("'s").strip("'")
    if w in _IRREGULAR_STEMS:
        return _IRREGULAR_STEMS[w]
    if len(w) <= 3 or len(w) > 40 or not w.isalpha():
        return w
    w = _singular(w)
    if w.endswith("ment") and len(w) >= 8:
        w = w[:-4]
    elif w.endswith("ly") and len(w) >= 6:
        w = w[:-2]
    elif w.endswith("tion") and len(w) >= 7:
        w = w[:-3]
    w = _without_tense(w)
    return w[:-1] if w.endswith("e") and len(w) > 3 else w


def _singular(w: str) -> str:
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "xes", "ches", "shes", "zes")):
        return w[:-2]
    if w.endswith("s") and not w.endswith(("ss", "us", "is")):
        return w[:-1]
    return w


def _without_tense(w: str) -> str:
    if w.endswith("ied") and len(w) > 4:
        return w[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = w.removesuffix(ending)
        if rest == w or len(rest) < 3 or (ending == "ed" and rest.endswith("e")) or not _VOWEL.search(rest):
            continue
        return rest[:-1] if rest[-1] == rest[-2] and rest[-1] in "bdgmnprt" else rest
    return w


def words(text: str) -> tuple[Word, ...]:
    """The words in order. Hyphens, slashes and currency signs part words; an apostrophe does not."""
    low = fold(text)
    return tuple(Word(m[0], stem(m[0]), m.start(), m.end()) for m in _WORD.finditer(low))


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that say what it is about: no stop words, nothing of one letter, no bare numbers."""
    return frozenset(_content(words(text)))


def _content(found: Sequence[Word]) -> Iterator[str]:
    for w in found:
        plain = w.text.partition("'")[0]
        if plain not in STOP and w.text not in STOP and len(plain) > 1 and not plain.isdigit():
            yield w.stem


def has_stem(text_or_words: str | Sequence[Word], phrase: str) -> tuple[int, int] | None:
    """Where the stems of `phrase` stand in order and adjacent ("pay back" also finds "payback"); None otherwise."""
    found = words(text_or_words) if isinstance(text_or_words, str) else text_or_words
    wanted = _phrase(phrase)
    if not wanted:
        return None
    size = len(wanted)
    joined = stem("".join(w.text for w in words(phrase))) if size > 1 else None
    for i, w in enumerate(found):
        if w.stem == wanted[0] and _adjacent(found, i, wanted):
            return w.start, found[i + size - 1].end
        if joined is not None and w.stem == joined:
            return w.start, w.end
        if size == 1 and i + 1 < len(found) and wanted[0].startswith(w.text):
            after = found[i + 1]
            if after.start - w.end <= 2 and w.text + after.text == phrase.lower().strip():
                return w.start, after.end
    return None


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[str, ...]:
    return tuple(w.stem for w in words(phrase))


def _adjacent(found: Sequence[Word], at: int, wanted: tuple[str, ...]) -> bool:
    if at + len(wanted) > len(found):
        return False
    for k in range(1, len(wanted)):
        here = found[at + k]
        if here.stem != wanted[k] or here.start - found[at + k - 1].end > 3:
            return False
    return True


# --- sentences -------------------------------------------------------------------------------------------------------

_STOPS = re.compile(r"[.!?\u2026]+[\"')\]\u201d\u2019]*|[\n\r\u2028\u2029]+|;|[,\u2013\u2014-]\s")
_ABBREVIATION = frozenset(
    "e.g i.e eg ie dr mr mrs ms prof st vs approx ca cf inc ltd jr sr dept est fig resp incl excl min max a.m p.m u.s u.k e.u ph.d".split()
)
_MAYBE_ABBREVIATION = frozenset("etc no co u.s u.k e.u a.m p.m".split())  # may also end a sentence
_STARTER = re.compile(r"\s+(?:I|We|It|The|That|This|They|You|He|She|If|What|How|Where|And|But|So|Our|Your|In|A|Is|Do)\b")
_LAST_TOKEN = re.compile(r"[\w.]+$")
_LETTERS = re.compile(r"(?:[a-z]\.)*[a-z]$")
_WH = "what|how|why|where|when|who|whom|whose|which"
_NOT_SUBJECT = r"(?!(?:i|we|you|they|it|he|she|this|that)\b)"
_SPLICED_QUESTION = re.compile(
    rf"\s*(?:and |but |so )?(?:(?:{_WH})(?: {_NOT_SUBJECT}\w{{1,15}}){{0,2}} (?:do|does|did|is|are|was|would|could|can|will|has|have|should|shall)\b"
    r"|(?:is|are|do|does|did|would|could|can|will|shall|have|has) (?:that|this|it|you|we|there|i|the|your)\b)"
)
_SUBORDINATE = re.compile(r"\W*(?:if|when|while|because|although|though|as|since|once|before|after|given|with|in|for|at|on|so)\b")
_UNMARKED_QUESTION = re.compile(
    rf"\W*(?:(?:and|but|so|ok|okay|then|well),? )?(?:(?:{_WH})(?: {_NOT_SUBJECT}\w{{1,15}}){{0,2}} "
    r"(?:do|does|did|would|could|can|will|should|shall|worries|matters|keeps|stops) (?:you|we|i|they|he|she|it|the|your|that|this)\b"
    r"|what (?:would|worries|matters|keeps|stops|makes)\b"
    r"|(?:would|do|does|did|could|can|will|are|is|have|shall|should|may) (?:you|we|i|they|it|that|this|there)\b)"
)
_EDGE = " \t\r\n\f\v\u00a0\u2003\u2028\u2029"


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in order. A line break ends one; a semicolon and a spliced-on question do where both sides stand alone."""
    low = fold(text)
    made = [_sentence(text, low, s, e) for s, e in _spans(text, low)]
    return tuple(_mark_runs(made))


def _spans(text: str, low: str) -> Iterator[tuple[int, int]]:
    for start, end in _plain_spans(text, low):
        s, e = start, end
        while s < e and low[s] in _EDGE:
            s += 1
        while e > s and low[e - 1] in _EDGE:
            e -= 1
        if e > s:
            yield s, e


def _plain_spans(text: str, low: str) -> Iterator[tuple[int, int]]:
    start = 0
    joins: list[int] = []  # places inside the running sentence where it may come apart
    for m in _STOPS.finditer(low):
        mark = low[m.start()]
        if mark in ";,-\u2013\u2014":
            if mark != "-" or low[m.start() - 1 : m.start()].isspace():
                joins.append(m.start())
            continue
        if mark not in "\n\r\u2028\u2029" and not _ends(text, low, start, m):
            continue
        yield from _apart(low, start, m.end(), joins)
        start, joins = m.end(), []
    yield from _apart(low, start, len(text), joins)


def _ends(text: str, low: str, start: int, m: re.Match[str]) -> bool:
    end = m.end()
    if end < len(low) and not low[end].isspace():
        return False
    if m[0][0] != "." or m[0].startswith(".."):
        return True
    tail = low[max(start, m.start() - 24) : m.start()]
    last = _LAST_TOKEN.search(tail)
    token = last[0] if last else ""
    if token.isdigit() and len(token) <= 2 and not low[start : m.start() - len(token)].strip():
        return False  # the number of a list: "1. We start small"
    if token == "no":
        return not re.match(r"\s+\d", low[end : end + 6])
    if token in _MAYBE_ABBREVIATION or (len(token) > 1 and "." in token and _LETTERS.fullmatch(token)):
        return end >= len(low) or _STARTER.match(text, end) is not None
    if token in _ABBREVIATION:
        return False
    return not (len(token) == 1 and token.isalpha() and token != "i" and text[m.start() - 1].isupper())


def _apart(low: str, start: int, end: int, joins: list[int]) -> Iterator[tuple[int, int]]:
    """Part start..end at those joins where both sides stand alone. Each piece is looked at once."""
    asked = "?" in low[max(start, end - 4) : end]
    places = [j for j in joins if low[j] == ";"]
    if asked:  # "We lose orders each week, where do you feel it?": only what is asked is a question
        splices = [j for j in joins if low[j] != ";" and _SPLICED_QUESTION.match(low, j + 1)]
        if splices and not _SUBORDINATE.match(low, start):
            places = sorted({*places, splices[-1]})
    at, has = start, False
    for i, place in enumerate(places):
        after = places[i + 1] if i + 1 < len(places) else end
        left = low[at if not has else place : place]
        has = has or _has_verb(_tokens(left))
        if has and _has_verb(_tokens(low[place + 1 : after])):
            yield at, place + 1
            at, has = place + 1, False
    yield at, end


def _sentence(text: str, low: str, start: int, end: int) -> Sentence:
    part = low[start:end]
    tokens = _tokens(part)
    asked = "?" in part[-4:] or _UNMARKED_QUESTION.match(part) is not None
    verb = _has_verb(tokens)
    return Sentence(start, end, text[start:end], asked, verb, _is_heap(part, tokens, verb))


def _mark_runs(made: list[Sentence]) -> Iterator[Sentence]:
    """Four or more scraps of one or two words in a row are a heap with full stops in it."""
    i = 0
    while i < len(made):
        j = i
        while j < len(made) and not made[j].has_verb and not made[j].question and len(_tokens(made[j].text)) <= 2:
            j += 1
        run = made[i:j]
        for s in run:
            yield Sentence(s.start, s.end, s.text, s.question, s.has_verb, s.heap or len(run) >= 4)
        if j == i:
            yield made[i]
            j += 1
        i = j


# --- verbs and heaps -------------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"[$\u00a3\u20ac]?[^\W_]+(?:['.][^\W_]+)*")
_CONTRACTION = re.compile(r"(?:n't|'ll|'re|'ve|'m|'d)$|^(?:it|that|what|here|there|he|she|let|who|where|how|this)'s$")
_NOT_PAST = frozenset("need feed speed seed weed indeed exceed hundred red bed led shed".split())


def _tokens(low: str) -> list[str]:
    return _TOKEN.findall(low if low.islower() else fold(low))


def _is_number(token: str) -> bool:
    return token in NUMBER_WORDS or token.lstrip("$\u00a3\u20ac")[:1].isdigit()


def _has_verb(tokens: list[str]) -> bool:
    return any(_is_verb(tokens, i) for i in range(len(tokens)))


def _is_verb(tokens: list[str], i: int) -> bool:
    token = tokens[i]
    if token in AUXILIARIES or ("'" in token and _CONTRACTION.search(token)):
        return True
    before = tokens[i - 1] if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    article = before in DETERMINERS and before not in PRONOUNS
    if token in CLEAR_VERBS:
        if article or before in ("of", "with", "from", "own"):
            return False
        near = before in FUNCTION or after in FUNCTION or _is_number(after) or "'" in before
        return near or len(tokens) <= 4 or (not after and before.endswith("s"))
    if token in MIXED_VERBS:
        if article:
            return False
        if before in PRONOUNS or before in AUXILIARIES or before in ("to", "not", "please", "never", "also") or "'" in before:
            return True
        if after in PRONOUNS or after in DETERMINERS or (i and _is_number(after)):
            return True
        if not i or before in FUNCTION or _is_number(before) or not (after in FUNCTION or not after):
            return False
        return token.endswith("ed") or token.endswith("s") != before.endswith("s")  # "customers churn", "Dana leads"
    if token.endswith("ed") and len(token) > 4 and token not in _NOT_PAST:
        if article or after in ("by", ""):
            return before in PRONOUNS
        return i > 0 and (before in PRONOUNS or before not in FUNCTION) and after in FUNCTION
    return False


def _is_heap(part: str, tokens: list[str], verb: bool) -> bool:
    """Few words that carry grammar, for the length; or a long run of none. Tuned by hand on the tables of the tests."""
    n = len(tokens)
    if n < 4:
        return False
    score = 0.0
    run = longest = 0
    for i, t in enumerate(tokens):
        if t in FUNCTION or "'" in t:
            score += 1
            run = 0
        elif _is_number(t):
            score += 0.5
            run = 0
        else:
            run = 0 if _is_verb(tokens, i) else run + 1
            longest = max(longest, run)
    density = score / n
    if longest >= 6 or (n >= 8 and density < 0.15):
        return True
    if verb:
        return False
    return density < 0.2 or _bare_items(part) >= 4


_ITEMS = re.compile(r"[,/|+&\u2022;:]|\s[-\u2013\u2014]\s")


def _bare_items(part: str) -> int:
    """Items of a list that are words alone: no grammar, no number."""
    bare = 0
    for item in _ITEMS.split(part):
        tokens = _tokens(item)
        if tokens and len(tokens) <= 3 and not any(t in FUNCTION or _is_number(t) for t in tokens):
            bare += 1
    return bare


# --- negation --------------------------------------------------------------------------------------------------------

_CLAUSE_END = re.compile(
    r"[,;:()\u2013\u2014]|\s-\s|\b(?:but|because|although|though|whereas|while|so|yet)\b"
    r"|\band (?=(?:i|we|you|they|he|she|it|that|this|there|the|our|my|your)\b)"
)
_NEGATOR = re.compile(r"\b(?:not|no|never|none|without|nobody|nothing|neither|nor|cannot|lacks?|lacking|hardly|missing)\b|n't\b")
_NO_NEGATION = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|could not|won't|will not|do not want to|don't want to|mustn't|must not) "
    r"(?:keep|go on|afford|continue|carry on|risk|bear|wait)\b"
    r"|\bno longer\b|\bnot only\b|\bnot just\b|\bnot merely\b|\bnot simply\b|\bnot to mention\b|\bno doubt\b|\bno question\b"
    r"|\bn(?:o|ot) (?:more|less|fewer|later|longer|earlier) than\b|\bnot until\b|\bwhy not\b|\bif not\b|\bnot a day\b"
    r"|\b(?:do|does|doing|did|if|say|change|changing) nothing\b|n't (?:only|just)\b|\b(?:don't|do not) forget\b"
    r"|(?:not|n't) (?:\w{1,15} ){1,2}(?:more|less|fewer) than\b|\bno matter\b|\bnot (?:at )?zero\b|\bnothing (?:but|less than)\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|until|when|whether|in case)\b")


def negated(text: str, sentence: Sentence, start: int) -> bool:
    """Whether what begins at `start` (in `text`) is denied within its own clause.

    "We do not have a source", "no owner yet", "without a rollback" deny; "we can't keep losing $40k", "no longer",
    "not only", "no more than", "cannot afford to lose" and a condition ("if it does not fall by half") do not.
    """
    reach = max(sentence.start, start - 240)  # longer clauses are not spoken; keeps the cost of one look even
    before = fold(text[reach:start])
    cut = 0
    for m in _CLAUSE_END.finditer(before):
        cut = m.end()
    clause = _NO_NEGATION.sub(" ", before[cut:])
    m2 = _NEGATOR.search(clause)
    return m2 is not None and _CONDITION.search(clause, 0, m2.start()) is None
