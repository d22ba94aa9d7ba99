"""Text on its way into the library: what SQLite cannot hold is replaced, and words become a search."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

REPLACEMENT = "\ufffd"
MAX_TERMS = 32
MAX_TERM = 200
MIN_PREFIX = 3
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def storable(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD; two halves that belong together are joined.

    SQLite raises on a lone surrogate, and its length() stops at NUL. One character becomes one character (but for
    joined halves), so offsets into the text hold. Call it before a turn is appraised, and they hold always.
    """
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", REPLACEMENT)


def storable_json(value: Any) -> Any:
    """The same for every text inside a value that is going to be JSON."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {storable(str(k)): storable_json(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [storable_json(v) for v in value]
    return value


def match_query(words: str) -> str | None:
    """What FTS5 is asked for these words: every term quoted, so that nothing a user types is taken as its grammar.

    All terms must stand in the turn; words between double quotes stand together; the last word may be unfinished
    (from 3 letters on: shorter beginnings are in too many words to be quick). At most the first 32 terms count, of
    at most 200 characters each. None where there is no letter or digit to look for.
    """
    terms: list[str] = []
    unfinished = False
    for found in _TERM.finditer(storable(words[: 2 * MAX_TERMS * MAX_TERM])):
        phrase, word = found.groups()
        term = (phrase if word is None else word)[:MAX_TERM]
        if not any(c.isalnum() for c in term):
            continue
        terms.append('"' + term.replace('"', '""') + '"')
        unfinished = word is not None and len(term) >= MIN_PREFIX and term[-1].isalnum() and found.end() == len(words)
        if len(terms) == MAX_TERMS:
            break
    if not terms:
        return None
    return " ".join(terms) + ("*" if unfinished else "")
