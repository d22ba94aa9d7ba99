"""What takes up a condition of theirs, and what only shares a word with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rehearse.stakeholder import stance as stances
from rehearse.stakeholder.appraisal import appraise, read
from tests.core.play import play, setting

STATED = {
    "mid-check": "skeptical-executive", "bad-news": "skeptical-executive", "one-customer": "product-manager",
    "no-launch-week": "product-manager", "ask-marit": "time-constrained-em", "sit-with-us": "time-constrained-em",
    "you-first": "peer-lead", "assumptions-page": "finance-partner", "hour-a-week": "direct-report",
}  # fmt: skip


def taken(line: str, condition: str, stated: bool, before: str = "") -> bool:
    here = setting(STATED[condition])
    at = stances.begin(here)
    if stated:
        at = replace(at, conditions_stated=(condition,))
    reading = read(line, here.persona)
    return any(
        m.kind == "takes_up" and m.test == condition for m in appraise(replace(reading, previous=before), here.persona, at).moves
    )


@pytest.mark.parametrize(
    ("condition", "line"),
    [
        ("one-customer", "We start with a single customer segment and tell every customer by Friday."),
        ("no-launch-week", "We compare it with the old one for two weeks and switch back if anything differs."),
        ("ask-marit", "I own it and show you the re-run count every Friday."),
        ("mid-check", "We check the number on 4 May."),
        ("you-first", "We start with one region for two weeks."),
        ("hour-a-week", "The report takes an hour."),
    ],
)
@pytest.mark.parametrize("stated", [False, True])
def test_a_shared_word_takes_nothing_up(condition: str, line: str, stated: bool) -> None:
    assert not taken(line, condition, stated=False)
    if stated and condition not in ("you-first", "hour-a-week"):
        assert not taken(line, condition, stated=True)


@pytest.mark.parametrize(
    ("condition", "line"),
    [
        ("one-customer", "I will join your call on Thursday."),
        ("no-launch-week", "Nothing goes out before 12 June, around the launch we freeze it."),
        ("ask-marit", "Marit sees it on Tuesday."),
        ("mid-check", "Half-way, on 4 May, I show you the refund count."),
        ("bad-news", "I write to you every other Friday."),
        ("sit-with-us", "I sit with your team from Monday to Friday."),
        ("assumptions-page", "The assumptions are on one page by Wednesday, from £30k to £42k."),
    ],
)
def test_what_was_said_is_taken_up_in_your_words(condition: str, line: str) -> None:
    assert taken(line, condition, stated=True)


def test_an_offer_that_meets_it_before_it_was_said_names_more_of_it() -> None:
    assert taken("Half-way I show you one number, and if it is worse we stop.", "mid-check", stated=False)
    assert not taken("You hear from me again in the middle of June.", "mid-check", stated=False)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Agreed.", True),
        ("Deal, Priya comes on the next one.", True),
        ("Yes, gladly.", True),
        ("Yes, but not before July.", False),
        ("Fine, if there is time.", False),
        ("Is that a yes?", False),
        ("No.", False),
    ],
)
def test_a_plain_yes_counts_in_answer_to_the_line_that_said_it(line: str, counts: bool) -> None:
    says = next(c.says for c in setting("product-manager").persona.conditions if c.id == "one-customer")
    assert taken(line, "one-customer", stated=True, before=says) is counts
    assert not taken(line, "one-customer", stated=True, before="How many people see that?")
    assert not taken(line, "one-customer", stated=False, before=says)


def test_a_figure_with_its_source_answers_who_asks_where_figures_come_from_before_she_asks() -> None:
    here = setting("finance-partner", seed=3)
    line = "Lena's team re-keys 40 invoices by hand each time; that is from their own ticket queue, January to March."
    meeting = play(here, (line,))
    yours = next(t for t in meeting.take if t.speaker == "you")
    assert yours.appraisal is not None
    verdict = yours.appraisal.of("provenance")
    assert verdict is not None
    assert (verdict.verdict, verdict.tests) == ("evidenced", ("traced",))
