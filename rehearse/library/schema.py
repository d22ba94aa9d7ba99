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
