"""The clock is heard: once when two minutes are left, once at the last one, in the person's own way of talking."""

from __future__ import annotations

import pytest

from rehearse.stakeholder import hurry
from tests.core.play import catalog, play, setting

PEOPLE = tuple(e.id for e in catalog().people())
# 60 words a line: by the clock of words (140 a minute) about half a minute, with an answer a little more.
LONG = ("We have looked at how the release goes in each of the last few weeks and there is a good deal to say about it, "
        "since nobody is quite sure how it came to be as it is and everybody has another story of it that begins somewhere "
        "else and ends in the same place, which I find remarkable in its own way and so on number {n}.")  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_each_says_at_most_once_that_time_is_short_and_never_early(person: str) -> None:
    with_ = setting(person, seed=4, minutes=4)
    take = play(with_, [LONG.format(n=n) for n in range(14)], wrap_up=False).take
    register = with_.persona.register
    soon = [t for t in take if t.speaker != "you" and any(s in t.text for s in hurry.SOON_LINES[register])]
    last = [t for t in take if t.speaker != "you" and any(s in t.text for s in hurry.LAST_LINES[register])]
    assert len(soon) <= 1
    assert len(last) <= 1
    assert all((t.at or 0) >= 60 for t in soon + last)


def test_where_there_is_time_nothing_is_said_of_it() -> None:
    assert hurry.line("terse", 9, 10, ()) == ()
    assert hurry.line("terse", None, 10, ()) == ()
    assert hurry.line("terse", 2, 2, ()) == ()  # a meeting of two minutes begins with two
    assert hurry.line("terse", 2, 10, ()) == hurry.SOON_LINES["terse"]
    assert hurry.line("terse", 2, 10, (f"{hurry.SOON_LINES['terse'][0]} Go on.",)) == ()
    assert hurry.line("terse", 1, 10, (hurry.SOON_LINES["terse"][0],)) == hurry.LAST_LINES["terse"]


def test_somebody_lets_it_be_heard() -> None:
    heard = 0
    for person in PEOPLE:
        with_ = setting(person, seed=4, minutes=4)
        take = play(with_, [LONG.format(n=n) for n in range(14)], wrap_up=False).take
        register = with_.persona.register
        heard += any(s in t.text for t in take for s in hurry.SOON_LINES[register] + hurry.LAST_LINES[register])
    assert heard >= len(PEOPLE) // 3
