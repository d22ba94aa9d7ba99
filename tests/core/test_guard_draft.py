"""A draft while it comes: words are shown as they come, and what must not be said is held back before its first word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.stakeholder import guard, stance
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.draft import ENDLESS, Draft
from rehearse.stakeholder.phrasebook import Phrasebook, listed
from tests.core import guard_lines as lines
from tests.core.play import setting

HERE = setting(scenario="reliability-into-the-backlog")
BEGUN = stance.begin(HERE)
PRESS = Act("press", concern="payback")
BAD = (
    *lines.AGREES, *lines.MORE_AGREES, *lines.PRAISES, *lines.COACHES, *lines.MORE_COACHES, *lines.OUT_OF_ROLE, *lines.SPEAKS_FOR_YOU,
    *lines.FORM,
)  # fmt: skip


def draft() -> Draft:
    return Draft(HERE.persona.name, HERE.persona.pronouns, lambda text: guard.phrases(text, HERE, BEGUN, PRESS))


def heard(text: str, chunk: int) -> Draft:
    coming = draft()
    shown = "".join(coming.feed(text[at : at + chunk]) for at in range(0, len(text), chunk))
    assert shown == coming.shown
    return coming


@pytest.mark.parametrize("chunk", [1, 3, 7])
@pytest.mark.parametrize("before", ["", "Not yet. "], ids=["at once", "later"])
def test_nothing_that_is_refused_is_ever_shown(before: str, chunk: int) -> None:
    seen = []
    for line in BAD:
        coming = heard(f"{before}{line} And so on, and so on.", chunk)
        if guard.phrases(f"{coming.shown.rstrip()} zz", HERE, BEGUN, PRESS):
            seen.append((line, coming.shown))
    assert seen == []


@pytest.mark.parametrize("line", lines.STANDS)
def test_what_stands_is_shown_as_it_comes_and_whole_at_its_end(line: str) -> None:
    coming = heard(line, 4)
    assert not coming.found
    assert line.startswith(coming.shown)
    back, rest = coming.rest(guard.tidy(coming.raw, HERE.persona.name))
    assert (back, coming.shown + rest) == (False, line)


def test_an_ordinary_line_is_shown_from_its_first_words_on() -> None:
    coming = draft()
    shown = [coming.feed(f"{word} ") for word in "And who counted that before it came to me on a Friday?".split()]
    assert shown[1]
    assert "".join(shown).startswith("And who counted that before it came to me")


@pytest.mark.parametrize("chunk", [1, 4, 1_000])
def test_it_ends_early_where_it_goes_wrong_and_keeps_the_sentences_before(chunk: int) -> None:
    coming = heard("And who counted that? You should lead with it, sounds good. More", chunk)
    assert [f.id for f in coming.found] == ["agrees", "coaches"]
    assert coming.passed == "And who counted that?"
    assert coming.rest(coming.passed) in ((False, ""), (False, "And who counted that?"))


@pytest.mark.parametrize("chunk", [1, 3, 1_000])
def test_it_is_full_after_three_sentences(chunk: int) -> None:
    coming = heard("No. Not yet. Who counted it? And when? And where?", chunk)
    assert coming.full
    assert coming.passed == "No. Not yet. Who counted it?"
    assert coming.shown == "No. Not yet. Who counted it?"


@pytest.mark.parametrize(
    "written",
    ["Solveig: Who counted it? Who?", '"Who counted it? Who?"', "  \n Who counted\nit? Who?", "**Solveig Brandvold:** Who counted it? Who?"],
)  # fmt: skip
@pytest.mark.parametrize("chunk", [1, 4])
def test_labels_marks_and_quotes_are_never_shown(written: str, chunk: int) -> None:
    coming = heard(written, chunk)
    assert "Who counted it? Who?".startswith(coming.shown.strip())
    text = guard.tidy(coming.raw, HERE.persona.name)
    back, rest = coming.rest(text)
    assert (back, coming.shown + rest, text) == (False, text, "Who counted it? Who?")


def test_a_line_without_end_streams_on() -> None:
    coming = draft()
    size = len("".join(coming.feed("word ") for _ in range(ENDLESS)))
    assert size > 4 * ENDLESS


@settings(max_examples=150, deadline=None, database=None)
@given(st.text(max_size=120), st.integers(1, 9))
def test_whatever_comes_is_a_beginning_of_itself(text: str, chunk: int) -> None:
    coming = heard(text, chunk)
    back, rest = coming.rest(guard.tidy(coming.raw, HERE.persona.name))
    assert (
        back
        or coming.shown + rest == guard.tidy(text, HERE.persona.name)
        or coming.shown.rstrip() == guard.tidy(text, HERE.persona.name)
    )


# ---- the phrasebook by itself


BOOK = Phrasebook({"yes": listed("""
i am (in|on board) / ; ^deal / ; sounds (so)? (good|great)
i will have (my|our) *
  start
""")})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I'm in.", ["I'm in"]),
        ("I’m, frankly, on board", ["I’m, frankly, on board"]),
        ("I am in a hurry", []),
        ("Okay, deal.", ["deal"]),
        ("No deal.", []),
        ("Sounds really so good to me", ["Sounds really so good"]),
        ("That sounds. Good.", []),
        ("I'll have my team start", ["I'll have my team start"]),
        ("I'm in\nand out", ["I'm in"]),
    ],
)
def test_phrases_are_found_as_people_vary_them(text: str, found: list[str]) -> None:
    assert [text[h.start : h.end] for h in BOOK.find(text)] == found


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Well, I", "I"),
        ("Well, I a", "I a"),
        ("Well, I am", "I am"),
        ("I am out", ""),
        ("That sou", "sou"),
        ("Now", ""),
        ("", ""),
    ],
)
def test_a_phrase_is_heard_coming(text: str, held: str) -> None:
    assert text[BOOK.coming(text) :] == held


@pytest.mark.parametrize("phrase", ["a (b", "a b)", "(a|b"])
def test_a_phrase_whose_brackets_do_not_close_is_a_mistake(phrase: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        Phrasebook({"x": (phrase,)})
