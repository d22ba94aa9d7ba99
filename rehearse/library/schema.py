"""The tables of the library, one statement each: version 1, and what each later one changes. A released version is never edited."""

from __future__ import annotations

V1: tuple[str, ...] = (
    # What a persona or a scenario said when a meeting began, once for all meetings that had the same.
    """CREATE TABLE snapshots (
        hash TEXT PRIMARY KEY,
        json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # seq gives the order in which things came to be; clocks can be set back. seed is text: any whole number.
    """CREATE TABLE rehearsals (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        started TEXT NOT NULL,
        persona_id TEXT NOT NULL,
        persona_name TEXT NOT NULL,
        persona_hash TEXT NOT NULL,
        persona_snapshot TEXT NOT NULL REFERENCES snapshots (hash),
        scenario_id TEXT,
        scenario_hash TEXT,
        scenario_snapshot TEXT REFERENCES snapshots (hash),
        mode TEXT NOT NULL CHECK (mode IN ('selling', 'influencing')),
        ask TEXT,
        difficulty TEXT NOT NULL CHECK (difficulty IN ('gentle', 'normal', 'hard')),
        minutes REAL,
        seed TEXT NOT NULL,
        model TEXT,
        unaided INTEGER NOT NULL DEFAULT 0,
        after TEXT,
        kept INTEGER,
        ended TEXT NOT NULL DEFAULT 'open',
        ladder TEXT CHECK (ladder IN ('resists', 'complies', 'agrees', 'buys_in')),
        forced INTEGER NOT NULL DEFAULT 0,
        open_objections INTEGER,
        clock REAL NOT NULL DEFAULT 0,
        leaf TEXT,
        interrupted INTEGER NOT NULL DEFAULT 0,
        owner TEXT,
        updated TEXT NOT NULL,
        deleted_at TEXT,
        decision_json TEXT
    ) STRICT""",
    "CREATE INDEX rehearsals_owner ON rehearsals (owner) WHERE owner IS NOT NULL",
    # Only finished turns: what is still being spoken is a draft. No index on parent: turns go only with their whole
    # rehearsal, and the check that this would speed up is left out then.
    """CREATE TABLE turns (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        rehearsal TEXT NOT NULL REFERENCES rehearsals (id),
        parent TEXT REFERENCES turns (id),
        speaker TEXT NOT NULL CHECK (speaker IN ('you', 'stakeholder')),
        text TEXT NOT NULL,
        at REAL,
        until REAL,
        state TEXT NOT NULL CHECK (state IN ('whole', 'stopped', 'cut')),
        by_json TEXT,
        act TEXT,
        concern TEXT
    ) STRICT""",
    "CREATE INDEX turns_rehearsal ON turns (rehearsal, speaker)",
    """CREATE TRIGGER turns_stay BEFORE UPDATE ON turns BEGIN
        SELECT RAISE(ABORT, 'what was said is never changed');
    END""",
    """CREATE TABLE appraisals (
        turn TEXT PRIMARY KEY REFERENCES turns (id),
        appraisal_json TEXT,
        stance_json TEXT
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE drafts (
        id TEXT PRIMARY KEY,
        rehearsal TEXT NOT NULL REFERENCES rehearsals (id),
        parent TEXT REFERENCES turns (id),
        speaker TEXT NOT NULL CHECK (speaker IN ('you', 'stakeholder')),
        text TEXT NOT NULL,
        at REAL,
        until REAL,
        by_json TEXT,
        act TEXT,
        concern TEXT,
        owner TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE reviews (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        rehearsal TEXT NOT NULL REFERENCES rehearsals (id),
        leaf TEXT,
        created TEXT NOT NULL,
        judge TEXT,
        ladder TEXT,
        passed INTEGER,
        applicable INTEGER,
        total INTEGER,
        json TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX reviews_rehearsal ON reviews (rehearsal)",
    """CREATE VIRTUAL TABLE turns_fts USING fts5 (
        text, content = 'turns', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER turns_found AFTER INSERT ON turns BEGIN
        INSERT INTO turns_fts (rowid, text) VALUES (new.seq, new.text);
    END""",
    """CREATE TRIGGER turns_lost AFTER DELETE ON turns BEGIN
        INSERT INTO turns_fts (turns_fts, rowid, text) VALUES ('delete', old.seq, old.text);
    END""",
)

V2: tuple[str, ...] = (
    # The rubric as it was when this review was made; none where only its hash was kept.
    "ALTER TABLE reviews ADD COLUMN rubric_snapshot TEXT REFERENCES snapshots (hash)",
    # The index of words is merged by `Store.tidy`: a commit that merged took 40 ms, one line in thirty.
    "INSERT INTO turns_fts (turns_fts, rank) VALUES ('automerge', 0)",
)

OBJECTIONS = (
    # Of each take its newest review; none of a take that went on and was reviewed there too. The key orders: the newest review
    # first, and its objections as they came up.
    "WITH RECURSIVE newest (seq, leaf) AS (SELECT max(seq), leaf FROM reviews {of} GROUP BY rehearsal, leaf),"
    " forked (leaf) AS (SELECT leaf FROM reviews WHERE rehearsal IN"
    " (SELECT rehearsal FROM reviews {of} GROUP BY rehearsal HAVING count(DISTINCT leaf) > 1)),"
    " passed (turn) AS (SELECT t.parent FROM forked f JOIN turns t ON t.id = f.leaf WHERE t.parent IS NOT NULL"
    " UNION SELECT t.parent FROM passed p JOIN turns t ON t.id = p.turn WHERE t.parent IS NOT NULL)"
    " INSERT INTO objections (key, review, rehearsal, kind, status, json)"
    " SELECT v.seq * 1000 + 999 - o.key, v.id, v.rehearsal, coalesce(json_extract(o.value, '$.kind'), ''),"
    " json_extract(o.value, '$.status'), o.value FROM newest n JOIN reviews v ON v.seq = n.seq"
    " JOIN json_each(CASE WHEN json_valid(v.json) THEN v.json ELSE '{{}}' END, '$.objections') o"
    " WHERE (n.leaf IS NULL OR n.leaf NOT IN (SELECT turn FROM passed)) AND o.type = 'object'"
    " AND typeof(o.key) = 'integer' AND o.key < 1000"
    " AND json_extract(o.value, '$.status') IN ('open', 'dodged', 'half_answered', 'answered', 'parked')"
)
"""Fills the objections from the reviews: of all with no `of`, of one meeting with its condition."""

V3: tuple[str, ...] = (
    # What was objected in all meetings, taken from the reviews that count: made anew for a meeting with each review of it.
    """CREATE TABLE objections (
        key INTEGER PRIMARY KEY,
        review TEXT NOT NULL REFERENCES reviews (id),
        rehearsal TEXT NOT NULL REFERENCES rehearsals (id),
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        json TEXT NOT NULL
    ) STRICT""",
    OBJECTIONS.format(of=""),
    "CREATE INDEX objections_rehearsal ON objections (rehearsal, kind, status)",
    # A person's own word on a check, beside the judge's.
    """CREATE TABLE marks (
        review TEXT NOT NULL REFERENCES reviews (id),
        criterion TEXT NOT NULL,
        check_id TEXT NOT NULL,
        who TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'na')),
        why TEXT NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (review, criterion, check_id, who)
    ) STRICT, WITHOUT ROWID""",
    # Notes of a review that somebody found not useful.
    """CREATE TABLE not_useful (
        review TEXT NOT NULL REFERENCES reviews (id),
        note TEXT NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (review, note)
    ) STRICT, WITHOUT ROWID""",
)

V4: tuple[str, ...] = (
    # What somebody would say now in the place of a line of theirs, as typed.
    """CREATE TABLE own_lines (
        turn TEXT PRIMARY KEY REFERENCES turns (id),
        rehearsal TEXT NOT NULL REFERENCES rehearsals (id),
        text TEXT NOT NULL,
        made TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX own_lines_rehearsal ON own_lines (rehearsal)",
)

V5: tuple[str, ...] = (
    # What mentor and mentee handed each other, received or sent. `digest` tells one from every other; `id` is what its author
    # called it, `about` the id of what it answers, `folded` the author's name for comparing. Rows are added, never changed.
    """CREATE TABLE bundles (
        seq INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('assignment', 'submission', 'feedback')),
        id TEXT NOT NULL,
        about TEXT NOT NULL,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        folded TEXT NOT NULL,
        key TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('none', 'good', 'altered')),
        sealed INTEGER NOT NULL,
        own INTEGER NOT NULL,
        made TEXT NOT NULL,
        received TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX bundles_kind ON bundles (kind, made)",
    "CREATE INDEX bundles_id ON bundles (id)",
    "CREATE INDEX bundles_about ON bundles (about)",
    # The whole object, packed, apart from the rows that lists are made of.
    """CREATE TABLE bundle_bodies (
        digest TEXT PRIMARY KEY REFERENCES bundles (digest),
        body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Which meetings a bundle speaks of, by the ids that they have where they were held.
    """CREATE TABLE bundle_meetings (
        rehearsal TEXT NOT NULL,
        digest TEXT NOT NULL REFERENCES bundles (digest),
        PRIMARY KEY (rehearsal, digest)
    ) STRICT, WITHOUT ROWID""",
    # With which keys a name has signed. The first is trusted, others when somebody says so.
    """CREATE TABLE authors (
        folded TEXT NOT NULL,
        key TEXT NOT NULL,
        trusted INTEGER NOT NULL,
        seen TEXT NOT NULL,
        PRIMARY KEY (folded, key)
    ) STRICT, WITHOUT ROWID""",
    # Feedback that is being written, by the digest of the submission; and comments that were dealt with.
    """CREATE TABLE feedback_drafts (
        about TEXT PRIMARY KEY,
        json TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE resolved (
        digest TEXT NOT NULL REFERENCES bundles (digest),
        comment TEXT NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (digest, comment)
    ) STRICT, WITHOUT ROWID""",
    # Files of a team folder that were looked at, as they were then; `outcome` is the digest, or a sentence on why not.
    """CREATE TABLE folder_files (
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        taken INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        PRIMARY KEY (folder, name)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pitches (
        id TEXT PRIMARY KEY,
        json TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE briefs (
        id TEXT PRIMARY KEY,
        pitch TEXT NOT NULL,
        persona TEXT NOT NULL,
        json TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

_WORDS = "tokenize = 'unicode61 remove_diacritics 2'"
V6: tuple[str, ...] = (
    # What mentors wrote on words; one without an id, a meeting and a line is on the whole. Filled from the bodies afterwards.
    """CREATE TABLE comments (
        seq INTEGER PRIMARY KEY,
        digest TEXT NOT NULL REFERENCES bundles (digest),
        comment TEXT NOT NULL,
        rehearsal TEXT NOT NULL,
        turn TEXT NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (digest, comment)
    ) STRICT""",
    f"CREATE VIRTUAL TABLE comments_fts USING fts5 (text, content = 'comments', content_rowid = 'seq', {_WORDS})",
    """CREATE TRIGGER comments_found AFTER INSERT ON comments BEGIN
        INSERT INTO comments_fts (rowid, text) VALUES (new.seq, new.text);
    END""",
    """CREATE TRIGGER comments_lost AFTER DELETE ON comments BEGIN
        INSERT INTO comments_fts (comments_fts, rowid, text) VALUES ('delete', old.seq, old.text);
    END""",
    # A brief with a number, which the index of words needs, and with its words as one text.
    """CREATE TABLE briefs_numbered (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        pitch TEXT NOT NULL,
        persona TEXT NOT NULL,
        words TEXT NOT NULL,
        json TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT""",
    """INSERT INTO briefs_numbered (id, pitch, persona, words, json, updated)
        SELECT id, pitch, persona, '', json, updated FROM briefs ORDER BY updated, id""",
    "DROP TABLE briefs",
    "ALTER TABLE briefs_numbered RENAME TO briefs",
    f"CREATE VIRTUAL TABLE briefs_fts USING fts5 (words, content = 'briefs', content_rowid = 'seq', {_WORDS})",
    "INSERT INTO briefs_fts (briefs_fts) VALUES ('rebuild')",
    """CREATE TRIGGER briefs_found AFTER INSERT ON briefs BEGIN
        INSERT INTO briefs_fts (rowid, words) VALUES (new.seq, new.words);
    END""",
    """CREATE TRIGGER briefs_changed AFTER UPDATE ON briefs BEGIN
        INSERT INTO briefs_fts (briefs_fts, rowid, words) VALUES ('delete', old.seq, old.words);
        INSERT INTO briefs_fts (rowid, words) VALUES (new.seq, new.words);
    END""",
    """CREATE TRIGGER briefs_lost AFTER DELETE ON briefs BEGIN
        INSERT INTO briefs_fts (briefs_fts, rowid, words) VALUES ('delete', old.seq, old.words);
    END""",
    # The worries that were voiced, by what they are called and the words that voiced them.
    """CREATE VIEW objection_words AS SELECT key,
        coalesce(json_extract(json, '$.label'), '') || ': ' || coalesce(json_extract(json, '$.words'), '') AS text FROM objections""",
    f"CREATE VIRTUAL TABLE objections_fts USING fts5 (text, content = 'objection_words', content_rowid = 'key', {_WORDS})",
    "INSERT INTO objections_fts (objections_fts) VALUES ('rebuild')",
    """CREATE TRIGGER objections_found AFTER INSERT ON objections BEGIN
        INSERT INTO objections_fts (rowid, text) SELECT key, text FROM objection_words WHERE key = new.key;
    END""",
    """CREATE TRIGGER objections_lost BEFORE DELETE ON objections BEGIN
        INSERT INTO objections_fts (objections_fts, rowid, text)
        SELECT 'delete', key, text FROM objection_words WHERE key = old.key;
    END""",
    # What is being written, each kind in a table of its own: what is sent with an assignment or in answer to a feedback, by the
    # digest of what it is for; an answer, by the id of the feedback and what of it is answered.
    """CREATE TABLE sending_drafts (
        about TEXT PRIMARY KEY,
        json TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answers (
        feedback TEXT NOT NULL,
        about TEXT NOT NULL,
        json TEXT NOT NULL,
        updated TEXT NOT NULL,
        PRIMARY KEY (feedback, about)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO sending_drafts (about, json, updated)
        SELECT substr(about, 9), json, updated FROM feedback_drafts WHERE substr(about, 1, 8) = 'sending/'""",
    """INSERT OR REPLACE INTO answers (feedback, about, json, updated)
        SELECT substr(d.about, 9), json_extract(a.value, '$.to'), a.value, d.updated FROM feedback_drafts d
        JOIN json_each(CASE WHEN json_valid(d.json) THEN d.json ELSE '{}' END, '$.answers') a
        WHERE substr(d.about, 1, 8) = 'answers/' AND a.type = 'object' AND json_type(a.value, '$.to') = 'text'""",
    "DELETE FROM feedback_drafts WHERE substr(about, 1, 8) IN ('sending/', 'answers/')",
    # How often somebody tried a situation that was handed to them.
    "CREATE INDEX rehearsals_scenario ON rehearsals (scenario_hash) WHERE scenario_hash IS NOT NULL",
)

SEARCHED = ("turns_fts", "objections_fts", "comments_fts", "briefs_fts")
"""Every index of words."""
LOST = ("turns_lost", "objections_lost", "comments_lost", "briefs_lost")
"""The triggers that take words out of them, row by row."""
