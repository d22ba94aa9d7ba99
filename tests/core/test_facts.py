"""Which figures contradict the facts of a scenario, and which do not. Blaming a right figure is worse than missing a wrong one."""

from __future__ import annotations

from functools import cache

import pytest

from rehearse.catalog import Catalog
from rehearse.paths import Paths, built_in
from rehearse.scenarios import Fact, Scenario
from rehearse.stakeholder.facts import contradictions, numbers_in

SHOP = "reliability-into-the-backlog"
SPLIT = "monolith-to-services-together"
TOOL = "retiring-a-beloved-tool"
DEBT = "tech-debt-on-the-roadmap"
TRIAL = "trial-budget-from-finance"
TYPES = "type-checking-for-billing"


@cache
def facts(scenario: str) -> tuple[Fact, ...]:
    found = Catalog(Paths(built_in() / "nobody"), built_in()).scenario(scenario)
    assert isinstance(found, Scenario)
    return found.facts


@pytest.mark.parametrize(
    ("scenario", "text", "fact", "words"),
    [
        (SHOP, "We lose $162k of orders a month because of it.", "orders", "$162k"),
        (SHOP, "It costs us $95,000 of orders each month.", "orders", "$95,000"),
        (SHOP, "That is $25k of orders per month.", "orders", "$25k"),
        (SHOP, "$162k of orders a month did not come back after an outage.", "orders", "$162k"),
        (SHOP, "We had 52 checkout outages in two quarters.", "outages", "52 checkout outages"),
        (SHOP, "There were 29 outages in checkout in six months.", "outages", "29 outages"),
        (SHOP, "Support takes 900 calls a month about checkout.", "calls", "900 calls"),
        (SPLIT, "We had 60 blocked releases between our two teams in half a year.", "blocked", "60 blocked releases"),
        (TOOL, "Ferry made 40 night calls in six months.", "calls", "40 night calls"),
        (DEBT, "90 % of the time on booking features goes into the old calendar code.", "around", "90 %"),
        (DEBT, "Three salons left, and that is worth €95k a year to the salons account.", "salons", "€95k"),
        (TRIAL, "Our engineers' time for releases is £50k a month.", "time", "£50k"),
        (TRIAL, "We paid £90k of service credits to the two customers.", "credits", "£90k"),
        (TRIAL, "We paid £80k in service credits in half a year.", "credits", "£80k"),
        (TYPES, "We had 60 billing bugs in six months.", "bugs", "60 billing bugs"),
        (TYPES, "We wrote €80k of credit notes for wrong invoices in six months.", "credits", "€80k"),
        (TYPES, "The team spends 60 hours a week on billing fixes.", "hours", "60 hours"),
    ],
)
def test_another_value_for_a_fact(scenario: str, text: str, fact: str, words: str) -> None:
    found = contradictions(text, facts(scenario))
    assert [(c.fact, text[c.start : c.end]) for c in found] == [(fact, words)]


@pytest.mark.parametrize(
    ("scenario", "text"),
    [
        (SHOP, "It costs $55k."),  # a fact's own number
        (SHOP, "We lose about $60k of orders a month."),  # rounded
        (SHOP, "We lose sixty thousand dollars of orders a month."),
        (SHOP, "We lose $70k of orders a month."),  # within the fact's give or take
        (SHOP, "Half of that pays for it."),
        (SHOP, "Winning back half is $31k of orders a month."),
        (SHOP, "That is $744k of orders a year."),  # twelve times
        (SHOP, "$117k in total: $62k lost and $55k spent."),  # a sum
        (SHOP, "We lose $700 a day."),
        (SHOP, "We lose $2,000 of orders a day."),  # another period
        (SHOP, "After an outage we pay $5k a month for extra support."),  # another thing
        (SHOP, "Do we lose $162k of orders a month?"),
        (SHOP, "It is not $162k of orders a month."),
        (SHOP, "If it doubles, we lose $130k of orders a month."),
        (SHOP, "A competitor lost $500k of orders a month."),
        (SHOP, "In January we lost $110k of orders a month."),
        (SHOP, "We had 3 checkout outages a month."),  # another period
        (SHOP, "The payments team had 25 checkout outages."),  # somebody else
        (SHOP, "We want at most 4 checkout outages in two quarters."),  # a goal
        (SHOP, "17 outages in two quarters is a lot for checkout."),
        (SHOP, "Nine of the 30 checkout outages were on a busy evening."),  # a share
        (SHOP, "We got 25 support calls on Friday evening."),
        (SHOP, "It takes two engineers for five weeks."),
        (SPLIT, "It went from 12 blocked releases to 4."),
        (SPLIT, "We have 38 tables."),
        (TOOL, "I will sit with you for 20 days."),
        (TOOL, "After the move there would be 3 night calls in six months."),
        (DEBT, "About 60 % of the time on booking features goes into the old code."),
        (DEBT, "The booking features bring 25 % of new salons."),
        (TRIAL, "The two parts are £3k for licences and £15k for setting it up."),
        (TRIAL, "The licence is £12k a year."),
        (TRIAL, "We lose £22k in three months of engineers' time."),
        (TRIAL, "The consulting costs £5k a month."),
        (TYPES, "We would cut it to 8 hours a week for the team."),
        (TYPES, "It is 40 minutes of your team's week."),
        (TYPES, "One hotel got the invoice three times."),
    ],
)
def test_no_contradiction(scenario: str, text: str) -> None:
    assert contradictions(text, facts(scenario)) == ()


def test_the_words_of_a_fact_never_contradict_the_facts() -> None:
    for scenario in (SHOP, SPLIT, TOOL, DEBT, TRIAL, TYPES):
        for fact in facts(scenario):
            assert contradictions(fact.says + ".", facts(scenario)) == (), fact


def test_without_facts_there_is_nothing_to_contradict() -> None:
    assert contradictions("We lose $162k of orders a month.", ()) == ()
    assert contradictions("", facts(SHOP)) == ()


def test_numbers() -> None:
    assert numbers_in("$62k, 1,200 calls and 3.5 million") == (62000.0, 1200.0, 3500000.0)
    assert numbers_in("twenty-two bugs in six weeks") == (22.0, 6.0)
