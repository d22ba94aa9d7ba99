"""Finding words in what was said: newest first, the found words marked by their places."""

from __future__ import annotations

import re
import secrets
import sqlite3

from rehearse.library.records import Hit
from rehearse.library.text import match_query

_WORDS_SHOWN = 24
_LONGEST = 400
# Marks around a found word: made anew in each process, so that nothing that was said can hold one.
_BEGIN, _END = (f"\x02{secrets.token_hex(8)}{end}" for end in "<>")
_MARK = re.compile(f"({re.escape(_BEGIN)}|{re.escape(_END)})")

_QUESTION = (
    "SELECT t.seq, t.rehearsal, t.id, r.title, r.persona_name, r.started, t.speaker,"
    f" snippet(turns_fts, 0, ?, ?, '…', {_WORDS_SHOWN})"
    # CROSS: the index of words is gone through from its newest end, and left after enough hits.
    " FROM turns_fts CROSS JOIN turns t ON t.seq = turns_fts.rowid CROSS JOIN rehearsals r ON r.id = t.rehearsal"
    " WHERE turns_fts MATCH ? AND turns_fts.rowid < ? AND r.deleted_at IS NULL ORDER BY turns_fts.rowid DESC LIMIT ?"
)


def find(connection: sqlite3.Connection, words: str, limit: int, before: int | None) -> tuple[Hit, ...]:
    """Lines in which all the words stand, newest first, before the key of a hit where one is given."""
    query = match_query(words)
    if query is None:
        return ()
    top = before if before is not None else 2**63 - 1
    rows = connection.execute(_QUESTION, (_BEGIN, _END, query, top, limit)).fetchall()
    hits = []
    for key, rehearsal, turn, title, persona_name, started, speaker, marked in rows:
        snippet, spans = _spans(marked)
        hits.append(Hit(key, rehearsal, turn, title, persona_name, started, speaker, snippet, spans))
    return tuple(hits)


def _spans(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet without its marks, and where they stood; cut around the first find where words are endless."""
    text, spans, start = "", [], 0
    for part in _MARK.split(marked):
        if part == _BEGIN:
            start = len(text)
        elif part == _END:
            spans.append((start, len(text)))
        else:
            text += part
    if len(text) <= _LONGEST:
        return text, tuple(spans)
    left = max(0, (spans[0][0] if spans else 0) - _LONGEST // 4)
    right = left + _LONGEST
    cut = tuple((s - left, min(e, right) - left) for s, e in spans if left <= s < right)
    return text[left:right], cut
