"""Telling a sentence from a list of words: verbs, and how many words carry grammar."""

from __future__ import annotations

import re

from rehearse.signals.stems import fold
from rehearse.signals.wordlists import AUXILIARIES, CLEAR_VERBS, DETERMINERS, FUNCTION, MIXED_VERBS, NUMBER_WORDS, PRONOUNS

_TOKEN = re.compile(r"[$\u00a3\u20ac]?[^\W_]+(?:['.][^\W_]+)*")
_CONTRACTION = re.compile(r"(?:n't|'ll|'re|'ve|'m|'d)$|^(?:it|that|what|here|there|he|she|let|who|where|how|this)'s$")
# Who can only be doing something: what follows is a verb, whether or not a list knows it ("we refund 42k a month").
_SUBJECTS = frozenset("i we they he she".split())
_THIRD = frozenset("it that which who everybody everyone nobody somebody he she".split())
_BETWEEN = frozenset("now still also already often always even just only never again both all".split())
_NOT_PAST = frozenset("need feed speed seed weed indeed exceed hundred red bed led shed".split())


def tokens_of(low: str) -> list[str]:
    """Words with their currency signs and inner points, folded."""
    return _TOKEN.findall(low if low.islower() else fold(low))


def _is_number(token: str) -> bool:
    return token in NUMBER_WORDS or token.lstrip("$\u00a3\u20ac")[:1].isdigit()


def has_verb(tokens: list[str]) -> bool:
    """Whether one of the tokens is a verb, as far as its neighbours show."""
    return any(_is_verb(tokens, i) for i in range(len(tokens)))


def _is_verb(tokens: list[str], i: int) -> bool:
    token = tokens[i]
    if token in AUXILIARIES or ("'" in token and _CONTRACTION.search(token)):
        return True
    before = tokens[i - 1] if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    article = before in DETERMINERS and before not in PRONOUNS
    if _is_done(tokens, i):
        return True
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
        if after in PRONOUNS or after in DETERMINERS or (i and _is_number(after) and token.endswith(("s", "ed"))):
            return True
        if not i or before in FUNCTION or _is_number(before) or not (after in FUNCTION or not after):
            return False
        return token.endswith("ed") or token.endswith("s") != before.endswith("s")  # "customers churn", "Dana leads"
    if token.endswith("ed") and len(token) > 4 and token not in _NOT_PAST:
        if article or after in ("by", ""):
            return before in PRONOUNS
        return i > 0 and (before in PRONOUNS or before not in FUNCTION) and after in FUNCTION
    return False


def _is_done(tokens: list[str], i: int) -> bool:
    """Whether an unlisted word is what I, we, they, he or she do: beside the subject or one adverb away, with words after it."""
    token = tokens[i]
    if i == 0 or i + 1 == len(tokens) or token in FUNCTION or not token.isalpha() or token.endswith("ly") or _is_number(token):
        return False
    after = tokens[i + 1]
    if after not in FUNCTION and not _is_number(after):
        return False
    before = tokens[i - 1]
    if before in _THIRD and token.endswith("s") and not token.endswith(("ss", "us", "is")):
        return True  # "it fits", "nobody likes"
    return before in _SUBJECTS or (
        i > 1 and tokens[i - 2] in _SUBJECTS and (before in _BETWEEN or (before.endswith("ly") and len(before) > 4))
    )


def is_heap(part: str, tokens: list[str], verb: bool) -> bool:
    """Few words that carry grammar, for the length; or a long run of none. Tuned by hand on the tables of the tests."""
    n = len(tokens)
    if n < 4:
        return n == 3 and not verb and _bare_items(part) == 3  # "Customers, deadline, success."
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
        tokens = tokens_of(item)
        if tokens and len(tokens) <= 3 and not any(t in FUNCTION or _is_number(t) for t in tokens):
            bare += 1
    return bare
