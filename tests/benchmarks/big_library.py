"""A large library, quickly: real rows through plain SQL into the file that `Store` made, the index of words rebuilt at the end.

10,000 rehearsals of 30 turns of about 120 words, each with what was made of it and a review, as `design/faults.md` measured
with: 300,000 turns. The vocabulary is drawn as in a language (a few words in most turns, most words in few), so that the
search meets common, middling and rare words.
"""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

from rehearse.conversation import RehearsalId, Turn, TurnId
from rehearse.library import Store, codec, schema
from rehearse.preparation import record_of
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from tests.core.play import catalog, play_script, setting

REHEARSALS = 10_000
TURNS = 30
SENTENCES, WORDS, EACH = 6_000, 12, 10  # a turn = 10 of 6,000 sentences of 12 words
COMMON = ("the", "we", "to", "for", "and", "our", "quarter", "team", "weeks", "cost", "it", "is", "that", "of", "you", "your")
RARE = "zanzibar"  # in one turn of ten thousand
_ONSETS = "s c p t d r b m f h l g n st pr w tr v k cl br gr sp ch fl pl sh dr bl th cr sl j sc gl str fr qu y z".split()
_VOWELS = "a e i o u ea ou io ai".split()
_CODAS = " n r l s t m nd st ck ng x p c nt d rt ll ss ft".split(" ")


def vocabulary(size: int = 20_000) -> list[str]:
    """Words, commonest first. The first are English, the rest made of sounds, so that their beginnings differ as words' do:
    the commonest three letters begin one word in eighty."""
    chance = random.Random(1)
    usual = [1 / (rank + 4) for rank in range(len(_ONSETS))]
    words = dict.fromkeys(COMMON)
    while len(words) < size:
        onsets = chance.choices(_ONSETS, usual, k=chance.choice((1, 2, 2, 3)))
        words["".join(o + chance.choice(_VOWELS) + chance.choice(_CODAS) for o in onsets)] = None
    return list(words)


def texts(chance: random.Random) -> Iterator[str]:
    """Turns of 120 words without end; each has two words of its own from the long tail."""
    words = vocabulary()
    weights = [1 / (rank + 3) for rank in range(len(words))]  # Zipf's law, flattened at its head
    sentences = [" ".join(chance.choices(words, weights, k=WORDS)).capitalize() + "." for _ in range(SENTENCES)]
    number = 0
    while True:
        number += 1
        tail = f"{words[chance.randrange(2_000, 20_000)]} {words[chance.randrange(2_000, 20_000)]}"
        yield f"{' '.join(chance.choices(sentences, k=EACH))} {tail}{' ' + RARE if number % 10_000 == 0 else ''}."


@cache
def held(scenario: str = "tech-debt-on-the-roadmap", quality: str = "strong"):  # type: ignore[no-untyped-def]
    """A meeting held with a script of a scenario's own, and its offline review."""
    with_ = setting(scenario=scenario, seed=1)
    assert with_.scenario is not None
    meeting = play_script(with_, [dict(line) for line in with_.scenario.playtest[quality][0]])  # type: ignore[call-overload]
    made = asyncio.run(
        review(
            meeting.take, catalog().rubric("buy-in"), mode=with_.mode, judge=OfflineJudge(), id="v_0", rehearsal="r_0",
            created="2026-05-09T08:00:00.000Z", persona=with_.persona, scenario=with_.scenario, difficulty=with_.difficulty,
        )
    )  # fmt: skip
    return meeting, made


def build(path: Path, rehearsals: int = REHEARSALS, turns: int = TURNS) -> None:
    """Make the library at `path`. Raises sqlite3.Error where it cannot be written."""
    meeting, made = held()
    first = RehearsalId("r_00000000000000000000000000")
    take = meeting.take
    record = record_of(meeting.setting, first, started="2026-01-01T09:00:00.000+00:00")
    with closing(Store.open(path)) as store:
        store.add_rehearsal(record, (), ())
    carried = [(codec.to_json(t.appraisal) if t.appraisal else None, codec.to_json(t.stance) if t.stance else None) for t in take]
    sheet = json.dumps(made.to_json(), ensure_ascii=False, separators=(",", ":"))
    chance = random.Random(7)
    said = texts(chance)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "foreign_keys = OFF",
            "cache_size = -262144",
            "locking_mode = EXCLUSIVE",
        ):
            db.execute(f"PRAGMA {pragma}").fetchall()
        trigger = db.execute("SELECT sql FROM sqlite_master WHERE name = 'turns_found'").fetchone()[0]
        kept = db.execute("SELECT * FROM rehearsals").fetchone()
        names = [c[1] for c in db.execute("PRAGMA table_info (rehearsals)")]
        db.execute("DELETE FROM rehearsals")
        db.execute("DROP TRIGGER turns_found")
        db.execute("BEGIN")
        for number in range(rehearsals):
            _add(db, number, dict(zip(names, kept, strict=True)), turns, said, carried, sheet, chance)
        _add_written(db, rehearsals, said)
        db.execute(schema.OBJECTIONS.format(of=""))
        db.execute("INSERT INTO turns_fts (turns_fts) VALUES ('rebuild')")
        db.execute(trigger)
        db.execute("COMMIT")
    with closing(Store.open(path)):  # back in its own journal mode
        pass


def _add(
    db: sqlite3.Connection,
    number: int,
    row: dict[str, object],
    turns: int,
    said: Iterator[str],
    carried: list[tuple[str | None, str | None]],
    sheet: str,
    chance: random.Random,
) -> None:
    id = RehearsalId(f"r_{number:026d}")
    ids = [TurnId(f"t_{number * 1000 + n:026d}") for n in range(turns)]
    row |= {
        "seq": number + 1, "id": id, "title": f"Meeting {number}", "ended": "wrapped_up", "leaf": ids[-1], "clock": 480.0,
        "started": f"2026-{1 + number * 12 // REHEARSALS:02d}-{1 + number % 28:02d}T09:00:00.000+00:00",
        "ladder": chance.choice(("resists", "complies", "agrees", "buys_in")), "open_objections": chance.randrange(4),
    }  # fmt: skip
    db.execute(f"INSERT INTO rehearsals ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    db.executemany(
        "INSERT INTO turns (seq, id, rehearsal, parent, speaker, text, at, until, state, by_json, act, concern)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'whole', ?, ?, NULL)",
        [
            (
                number * turns + n + 1, ids[n], id, ids[n - 1] if n else None, "you" if n % 2 else "stakeholder", next(said),
                n * 16.0, n * 16.0 + 12.0, '{"kind":"person"}' if n % 2 else '{"kind":"offline"}', None if n % 2 else "press",
            )
            for n in range(turns)
        ],
    )  # fmt: skip
    db.executemany(
        "INSERT INTO appraisals (turn, appraisal_json, stance_json) VALUES (?, ?, ?)",
        [(ids[n], *carried[n % len(carried)]) for n in range(turns)],
    )
    db.execute(
        "INSERT INTO reviews (seq, id, rehearsal, leaf, created, judge, ladder, passed, applicable, total, json)"
        " VALUES (?, ?, ?, ?, ?, 'offline', 'agrees', ?, 27, 59, ?)",
        (number + 1, f"v_{number:026d}", id, ids[-1], "2026-05-09T08:00:00.000Z", chance.randrange(8, 27), sheet),
    )


def _add_written(db: sqlite3.Connection, rehearsals: int, said: Iterator[str]) -> None:
    """Every second meeting was sent and has three comments, every twentieth a brief."""
    for number in range(0, rehearsals, 2):
        sent, back, meeting = f"{number:064d}", f"{number + 1:064d}", f"r_{number:026d}"
        db.executemany(
            "INSERT INTO bundles (digest, kind, id, about, title, author, folded, key, state, sealed, own, made, received)"
            " VALUES (?, ?, ?, ?, 'A trial', ?, ?, '', 'none', 0, ?, '2026-05-09T08:00:00Z', '')",
            [
                (sent, "submission", f"b_s{number}", "", "Kofi", "kofi", 1),
                (back, "feedback", f"b_f{number}", f"b_s{number}", "Dana", "dana", 0),
            ],
        )
        db.executemany(
            "INSERT INTO comments (digest, comment, rehearsal, turn, begins, ends, quote, text) VALUES (?, ?, ?, ?, 0, 9, '', ?)",
            [(back, f"c_{n}", meeting, f"t_{number * 1000 + n:026d}", next(said)[:200]) for n in range(3)],
        )
    db.executemany(
        "INSERT INTO briefs (id, pitch, persona, words, json, updated) VALUES (?, '', '', ?, '{}', '2026-05-09T08:00:00Z')",
        [(f"w_{n}", next(said)) for n in range(rehearsals // 20)],
    )


LONG = RehearsalId("r_LONG0000000000000000000000")


def add_long(path: Path, turns: int = 500) -> None:
    """Add a meeting of this many turns, still open, with what was made of each turn and a review of it, as `LONG`."""
    meeting, _ = held()
    said = texts(random.Random(9))
    take: list[Turn] = []
    lines = meeting.take[: len(meeting.take) - len(meeting.take) % 2]  # so that they take turns all the way
    for number in range(turns + 1):  # the opening line, and as many more: the last word is the stakeholder's
        like = lines[number % len(lines)]
        id, text = TurnId(f"t_LONG{number:022d}"), next(said)
        take.append(
            replace(like, id=id, parent=take[-1].id if take else None, text=text, at=number * 2.0, until=number * 2.0 + 1)
        )
    setting_ = meeting.setting
    made = asyncio.run(
        review(
            take, catalog().rubric("buy-in"), mode=setting_.mode, judge=OfflineJudge(), id="v_LONG", rehearsal=LONG,
            created="2026-05-09T08:00:00.000Z", persona=setting_.persona, scenario=setting_.scenario,
            difficulty=setting_.difficulty,
        )
    )  # fmt: skip
    record = replace(
        record_of(setting_, LONG, started="2026-12-31T09:00:00.000+00:00"), leaf=take[-1].id, minutes=120, title="The long one"
    )
    with closing(Store.open(path)) as store:
        store.add_rehearsal(record, take, (made.to_json(),))
