"""Searching what was said, objected, commented and prepared: literal words, newest first, with the places of what was found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rehearse.conversation import RehearsalId
from rehearse.library import Store, doctor
from rehearse.library.handed import Given
from rehearse.library.text import match_query
from tests.golden.library.samples import objection, record, review, turn

LINES = (
    "The payback is two engineers for six weeks.",
    "Größe und Café: naïve façade.",
    'She said "AND" and NOT and col:x and (nothing) * at all -x ^y NEAR.',
    "Payback comes from the finance report.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(tmp_path_factory.mktemp("search") / "library.db")
    store.create_rehearsal(record())
    for n, text in enumerate(LINES):
        store.add_turn(RehearsalId("r_1"), turn(f"t_{n}", f"t_{n - 1}" if n else None, text))
    yield store
    store.close()


def found(store: Store, words: str) -> list[str]:
    return [h.turn for h in store.search(words)]


def test_all_words_must_stand_in_the_line_newest_first(store: Store) -> None:
    assert found(store, "PAYBACK") == ["t_3", "t_0"]
    assert found(store, "payback weeks") == ["t_0"]
    assert found(store, "payback nowhere") == []


def test_accents_and_case_do_not_matter_and_the_last_word_may_be_unfinished(store: Store) -> None:
    assert found(store, "cafe große") == ["t_1"]
    assert found(store, "fin") == ["t_3"]
    assert found(store, "fin ") == []
    assert found(store, "fi") == []


def test_words_in_quotes_stand_together(store: Store) -> None:
    assert found(store, '"two engineers"') == ["t_0"]
    assert found(store, '"engineers two"') == []
    assert found(store, '"two engineers') == ["t_0"]


def test_a_hit_says_where_and_who(store: Store) -> None:
    hit = store.search("engineers weeks")[0]
    assert (hit.rehearsal, hit.title, hit.persona_name, hit.speaker) == ("r_1", "Checkout reliability", "Margaret Okafor", "you")
    assert [hit.snippet[a:b] for a, b in hit.spans] == ["engineers", "weeks"]


def test_the_next_hits_come_before_the_last(store: Store) -> None:
    first = store.search("payback", 1)
    assert [h.turn for h in store.search("payback", 1, first[-1].key)] == ["t_0"]


def test_an_endless_word_gives_a_short_snippet_around_the_find(store: Store) -> None:
    store.create_rehearsal(record("r_long"), turn("t_long", text="x" * 50_000 + " needle " + "y" * 50_000))
    hit = store.search("needle")[0]
    assert len(hit.snippet) <= 400
    assert [hit.snippet[a:b] for a, b in hit.spans] == ["needle"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"', []), ("AND", ["t_2"]), ("NOT", ["t_2"]), ("*", []), ("(", []), ("'", []), ("col:x", ["t_2"]), ("-x", ["t_2"]),
        ("^y", ["t_2"]), ("NEAR", ["t_2"]), ("{a b}:c", []), ('""', []), ('a"b', []), ("", []), ("  \n\t", []), ("\0", []),
        ("\ud800", []), ("text:payback", []),
        ("pay*", []), ("+", []), ("\x02", []), ("x OR payback", []), ("; DROP TABLE turns", []),
    ],
)  # fmt: skip
def test_B46_anything_may_be_searched_for_and_is_taken_literally(store: Store, words: str, expected: list[str]) -> None:
    assert found(store, words) == expected


@pytest.mark.parametrize("piece", ["a", "a ", '"', '"a ', "( OR * ", "é", "\ud800"])
def test_B46_a_hundred_thousand_characters(store: Store, piece: str) -> None:
    assert store.search(piece * (100_000 // len(piece))) == ()


@pytest.mark.parametrize("seed", range(200))
def test_B46_no_text_raises(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    signs = ["AND", "OR", "NOT", "NEAR", "text:", *"\"'*():-^+{}|&,.; aé", *(chr(chance.randrange(0x11_0000)) for _ in range(20))]
    store.search("".join(chance.choices(signs, k=chance.randrange(60))))


def test_at_most_32_terms_are_looked_for() -> None:
    query = match_query("word " * 100)
    assert query is not None
    assert query.count('"word"') == 32


# ---- what is not a line


@pytest.fixture
def mixed(tmp_path: Path) -> Iterator[Store]:
    """A meeting of one's own that was sent, commented and objected to; a submission of somebody else; briefs."""
    with closing(Store.open(tmp_path / "library.db")) as made:
        made.create_rehearsal(record())
        for n, text in enumerate(LINES):
            made.add_turn(RehearsalId("r_1"), turn(f"t_{n}", f"t_{n - 1}" if n else None, text))
        made.add_review(
            review(leaf="t_3", objections=[objection("payback", status="dodged", words="Where is the payback?", turns=["t_1"])])
        )
        bundles = made.bundles
        bundles.put(handed("s1", "submission", "b_s1", {}, own=True, meetings=("r_1",), title="Sent"))
        bundles.put(handed("s2", "submission", "b_s2", {}, author="Kofi", title="Kofi's", meetings=("r_9",)))
        bundles.put(
            handed("f1", "feedback", "b_f1", back("r_1", "t_0", "Say the payback first.", "Payback, payback."), about="b_s1")
        )
        bundles.put(handed("f2", "feedback", "b_f2", back("r_9", "t_9", "Whose payback?"), about="b_s2", own=True))
        bundles.put_note("pitches", "p_1", {"id": "p_1", "title": "Checkout"})
        bundles.put_note(
            "briefs", "w_1", {"id": "w_1", "pitch": "p_1", "evidence": [{"says": "Payback in May", "source": "ledger"}]}
        )
        yield made


def handed(digest: str, kind: Any, id: str, data: dict[str, Any], *, author: str = "Dana", **more: Any) -> Given:
    return Given(digest.ljust(64, "0"), kind, id, author, author.casefold(), "2026-11-22T09:00:00Z", {"id": id, **data}, **more)


def back(rehearsal: str, turn: str, *texts: str) -> dict[str, Any]:
    comment = {"id": "c_1", "rehearsal": rehearsal, "turn": turn, "start": 0, "end": 3, "quote": "The", "text": texts[0]}
    return {"comments": [comment], "note": texts[1] if len(texts) > 1 else ""}


def test_each_result_says_what_it_is_and_where_it_stands(mixed: Store) -> None:
    found = mixed.search("payback")
    assert [h.kind for h in found] == ["objection", "comment", "comment", "comment", "brief", "line", "line"]
    worry, theirs, whole, mine, brief, *_ = found
    assert (worry.rehearsal, worry.turn, worry.status) == ("r_1", "t_1", "dodged")
    assert [worry.snippet[a:b] for a, b in worry.spans][-1] == "payback"
    assert (theirs.about, theirs.rehearsal, theirs.turn, theirs.title) == ("s2".ljust(64, "0"), "r_9", "t_9", "Kofi's")
    assert (whole.about, whole.rehearsal, whole.turn) == ("", "r_1", "")
    assert (mine.about, mine.rehearsal, mine.turn, mine.who, mine.title) == ("", "r_1", "t_0", "Dana", "Sent")
    assert (brief.about, brief.title, brief.rehearsal) == ("w_1", "Checkout", "")


def test_one_kind_alone_comes_in_pages(mixed: Store) -> None:
    first = mixed.search("payback", 2, kind="comment")
    assert [h.snippet for h in first] == ["Whose payback?", "Payback, payback."]
    assert [h.turn for h in mixed.search("payback", 2, first[-1].key, "comment")] == ["t_0"]
    assert [h.turn for h in mixed.search("payback", 50, found_line(mixed))] == ["t_0"]  # after the first page lines alone


def found_line(store: Store) -> int:
    return next(h.key for h in store.search("payback", kind="line"))


def test_what_is_gone_is_not_found(mixed: Store) -> None:
    mixed.delete(RehearsalId("r_1"))
    assert [(h.kind, h.about[:2]) for h in mixed.search("payback")] == [("comment", "s2"), ("brief", "w_")]
    mixed.bundles.remove("f2".ljust(64, "0"))
    mixed.bundles.drop_note("briefs", "w_1")
    assert mixed.search("payback") == ()


def test_a_new_review_takes_the_place_of_the_old_ones_objections(mixed: Store) -> None:
    mixed.add_review(review(id="v_9", leaf="t_3", objections=[objection("timing", words="Why now?", turns=["t_1"])]))
    assert mixed.search("where", kind="objection") == ()
    assert [h.turn for h in mixed.search('"why now"', kind="objection")] == ["t_1"]


def test_after_everything_was_deleted_nothing_is_found_and_the_search_is_sound(mixed: Store, tmp_path: Path) -> None:
    mixed.delete_all()
    assert mixed.search("payback") == ()
    mixed.bundles.put_note("briefs", "w_2", {"problem": "payback"})
    assert [h.about for h in mixed.search("payback")] == ["w_2"]
    mixed.close()
    assert [f.kind for f in doctor.check(tmp_path / "library.db") if f.fault] == []


@pytest.mark.parametrize("kind", ["objection", "comment", "brief"])
def test_an_index_that_is_out_of_step_is_built_anew(mixed: Store, tmp_path: Path, kind: Any) -> None:
    before = mixed.search("payback", kind=kind)
    mixed.connection.execute(f"INSERT INTO {kind}s_fts ({kind}s_fts) VALUES ('delete-all')")
    assert mixed.search("payback", kind=kind) == ()
    mixed.close()
    path = tmp_path / "library.db"
    assert "search" in [f.kind for f in doctor.check(path) if f.fault]
    doctor.repair(path)
    with closing(Store.open(path)) as mended:
        assert mended.search("payback", kind=kind) == before
