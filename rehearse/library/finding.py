"""Finding words in what was said, objected, commented and prepared: newest first, the found words marked by their places."""

from __future__ import annotations

import re
import secrets
import sqlite3

from rehearse.library.records import Found, Hit
from rehearse.library.text import match_query

_WORDS_SHOWN = 24
_LONGEST = 400
# Marks around a found word: made anew in each process, so that nothing that was said can hold one.
_BEGIN, _END = (f"\x02{secrets.token_hex(8)}{end}" for end in "<>")
_MARK = re.compile(f"({re.escape(_BEGIN)}|{re.escape(_END)})")

# Of each kind the newest that have the words. CROSS: the index of words is gone through from its newest end, and left after enough.
_QUESTIONS: dict[Found, str] = {
    "line": (
        "SELECT t.seq, t.rehearsal, t.id, r.title, r.persona_name, r.started, t.speaker, snippet({snippet}), '', '', ''"
        " FROM turns_fts x CROSS JOIN turns t ON t.seq = x.rowid CROSS JOIN rehearsals r ON r.id = t.rehearsal"
        " WHERE turns_fts MATCH ? AND x.rowid < ? AND r.deleted_at IS NULL"
    ),
    "objection": (
        "SELECT o.key, o.rehearsal, coalesce(json_extract(o.json, '$.turns[0]'), ''), r.title, r.persona_name, r.started,"
        " 'stakeholder', snippet({snippet}), '', o.status, ''"
        " FROM objections_fts x CROSS JOIN objections o ON o.key = x.rowid CROSS JOIN rehearsals r ON r.id = o.rehearsal"
        " WHERE objections_fts MATCH ? AND x.rowid < ? AND r.deleted_at IS NULL"
    ),
    # On words of one's own, where the meeting is still there; on somebody else's, where their submission is.
    "comment": (
        "SELECT c.seq, coalesce(r.id, c.rehearsal), c.turn, s.title, coalesce(r.persona_name, s.author), f.made,"
        " 'stakeholder', snippet({snippet}), f.author, '', CASE s.own WHEN 1 THEN '' ELSE s.digest END"
        " FROM comments_fts x CROSS JOIN comments c ON c.seq = x.rowid CROSS JOIN bundles f ON f.digest = c.digest"
        " CROSS JOIN bundles s ON s.seq = (SELECT y.seq FROM bundles y WHERE y.id = f.about AND y.kind = 'submission'"
        " AND y.state != 'altered' ORDER BY y.own DESC, y.seq LIMIT 1)"
        " LEFT JOIN rehearsals r ON s.own AND r.deleted_at IS NULL AND r.id = coalesce(nullif(c.rehearsal, ''),"
        " (SELECT min(m.rehearsal) FROM bundle_meetings m WHERE m.digest = s.digest))"
        " WHERE comments_fts MATCH ? AND x.rowid < ? AND f.state != 'altered' AND (r.id IS NOT NULL OR NOT s.own)"
    ),
    "brief": (
        "SELECT b.seq, '', '', coalesce((SELECT json_extract(p.json, '$.title') FROM pitches p WHERE p.id = b.pitch), ''),"
        " b.persona, b.updated, 'you', snippet({snippet}), '', '', b.id"
        " FROM briefs_fts x CROSS JOIN briefs b ON b.seq = x.rowid WHERE briefs_fts MATCH ? AND x.rowid < ?"
    ),
}
_TABLES: dict[Found, str] = {"line": "turns", "objection": "objections", "comment": "comments", "brief": "briefs"}
BESIDE = 5
"""Of each other kind that stand before the lines where everything is looked for."""


def find(
    connection: sqlite3.Connection, words: str, limit: int, before: int | None, kind: Found | None = None
) -> tuple[Hit, ...]:
    """What has all the words in it, newest first: of one kind, before the key of a hit where one is given. Without a kind these are
    lines, and on the first page before them the newest few objections, comments and briefs."""
    query = match_query(words)
    if query is None:
        return ()
    if kind is not None:
        return _of_kind(connection, kind, query, limit, before)
    others = (k for k in _QUESTIONS if k != "line") if before is None else ()
    beside = [hit for k in others for hit in _of_kind(connection, k, query, min(limit, BESIDE), None)]
    return (*beside, *_of_kind(connection, "line", query, limit, before))


def _of_kind(connection: sqlite3.Connection, kind: Found, query: str, limit: int, before: int | None) -> tuple[Hit, ...]:
    index = f"{_TABLES[kind]}_fts"
    asked = _QUESTIONS[kind].format(snippet=f"{index}, 0, ?, ?, '…', {_WORDS_SHOWN}")
    top = before if before is not None else 2**63 - 1
    rows = connection.execute(f"{asked} ORDER BY x.rowid DESC LIMIT ?", (_BEGIN, _END, query, top, limit)).fetchall()
    hits = []
    for key, rehearsal, turn, title, persona_name, started, speaker, marked, who, status, about in rows:
        snippet, spans = _spans(marked)
        hits.append(Hit(key, rehearsal, turn, title, persona_name, started, speaker, snippet, spans, kind, who, status, about))
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
