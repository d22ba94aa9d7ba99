"""Sentences, words, stems and negation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.signals.text import content_stems, fold, has_stem, negated, sentences, stem, words


def split(text: str) -> list[str]:
    return [s.text for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We lose money. It is bad.", ["We lose money.", "It is bad."]),
        ("we lose money. it is bad", ["we lose money.", "it is bad"]),
        ("It costs $1.2M a year. We pay 3.5 % of it.", ["It costs $1.2M a year.", "We pay 3.5 % of it."]),
        ("Use a flag, e.g. for one region. It is v1.2 now.", ["Use a flag, e.g. for one region.", "It is v1.2 now."]),
        ("Dr. Lee leads the U.S. team. She agreed.", ["Dr. Lee leads the U.S. team.", "She agreed."]),
        ("We sell in the U.S. We lose there.", ["We sell in the U.S.", "We lose there."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("We lose orders; that is from the ledger.", ["We lose orders;", "that is from the ledger."]),
        ("One team; two weeks.", ["One team; two weeks."]),
        ("A yes by Friday; I own it.", ["A yes by Friday; I own it."]),
        ("We lose $50k a month, where do you feel it?", ["We lose $50k a month,", "where do you feel it?"]),
        ("If we do it, what would you need?", ["If we do it, what would you need?"]),
        ("1. We start small.\n2. We stop.", ["1. We start small.", "2. We stop."]),
        ("Really?! Yes... maybe.", ["Really?!", "Yes...", "maybe."]),
        ('She said "no." Then she left.', ['She said "no."', "Then she left."]),
        ("", []),
        (" \n\t ", []),
        ("...", ["..."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "What worries you?",
        "What worries you",
        "so what would you change",
        "Is it the price?",
        "do you measure it",
        "And why is that?",
    ],
)
def test_questions(text: str) -> None:
    assert sentences(text)[0].question


@pytest.mark.parametrize(
    "text", ["What we lose is money.", "How we do it is simple.", "We know what you need.", "When it fails, we stop.", "Is."]
)
def test_statements(text: str) -> None:
    assert not sentences(text)[0].question


@pytest.mark.parametrize(
    "text",
    [
        "We lose $50k a month.",
        "Checkout goes down at peak.",
        "It's the ledger.",
        "Outages cost us $50k.",
        "Finance checked it.",
        "Give us two engineers.",
        "Approve the trial.",
        "Customers churn because of it.",
        "Dana leads.",
        "The trial ends on Friday.",
        "It saves 40k.",
        "We'll stop.",
        "Shoppers give up.",
        "back in a minute if orders differ",
        "Trust me.",
        "Maria will own it.",
        "The dashboard shows 14 incidents.",
    ],
)
def test_has_a_verb(text: str) -> None:
    assert sentences(text)[0].has_verb


@pytest.mark.parametrize(
    "text",
    [
        "Two engineers for six weeks, about $70k.",
        "By Friday.",
        "Two weeks.",
        "Fifty thousand a month.",
        "The refund ledger.",
        "Our plan for the trial.",
        "A two-week pilot.",
        "From the survey of 400 users.",
        "revenue ROI pilot rollback owner Friday",
        "The cost of a change.",
        "The need for speed.",
    ],
)
def test_has_no_verb(text: str) -> None:
    assert not sentences(text)[0].has_verb


@pytest.mark.parametrize(
    "text",
    [
        "revenue ROI pilot rollback owner Friday",
        "ROI, revenue, customers, pilot, rollback, success metric, owner, Friday.",
        "$50k revenue 15% ROI pilot 2 weeks rollback owner Friday",
        "$50k a month, refund ledger, pilot, rollback, owner, Friday",
        "$50k a month from the refund ledger pilot rollback owner Friday",
        "We need revenue ROI pilot rollback owner Friday $50k month ledger",
        "revenue save cost reduce pilot rollback owner Friday measure",
        "Customers. Revenue. Pilot. Rollback. Friday.",
        "source ledger figure percent period customer outcome",
    ],
)
def test_heaps(text: str) -> None:
    assert all(s.heap for s in sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "By Friday.",
        "Two weeks.",
        "Fifty thousand a month.",
        "Two engineers, $70k a month.",
        "Two engineers for six weeks, about $70k.",
        "One region for two weeks behind a flag, and back in a minute if orders differ.",
        "Two engineers, six weeks, $70k, by Friday.",
        "Nine checkout outages.",
        "Finance checked it.",
        "Customers lost orders worth $48k last month.",
        "We lose $50k a month because checkout goes down at peak.",
        "A yes to the two-week trial by Friday.",
        "Outages cost us customers, revenue and sleep.",
        "Fair point.",
        "Maria Lopez in finance checked the refund ledger twice.",
        "That is from the refund ledger, give or take 15 %.",
        "Customers. Every day.",
    ],
)
def test_no_heaps(text: str) -> None:
    assert not any(s.heap for s in sentences(text))


@pytest.mark.parametrize(
    "family",
    [
        "outage outages",
        "save saves saved saving savings",
        "customer customers customer's",
        "quick quickly",
        "migrate migration migrating migrations migrated",
        "stop stops stopped stopping",
        "plan planned planning plans",
        "company companies",
        "worry worries worried",
        "lose loses losing lost",
        "deploy deployment deployed",
        "pay pays paid",
        "week weekly weeks",
        "risk risks",
        "process processes",
        "lunch lunches",
    ],
)
def test_stems_meet(family: str) -> None:
    assert len({stem(w) for w in family.split()}) == 1, [stem(w) for w in family.split()]


@pytest.mark.parametrize("pair", ["cost customer", "need nee", "string str", "bring br", "this thi", "bus bu", "sing s", "red r"])
def test_stems_stay_apart(pair: str) -> None:
    a, b = pair.split()
    assert stem(a) != stem(b)


def test_words_know_their_places() -> None:
    text = "Don’t lose İstanbul’s two-week $50k!"
    found = words(text)
    assert found[0].text == "don't"
    assert all(fold(text)[w.start : w.end] == w.text for w in found)
    assert [w.text for w in found][-3:] == ["two", "week", "50k"]


def test_content_stems_leave_grammar_out() -> None:
    assert content_stems("We would have the outages of checkout and it") == {stem("outage"), stem("checkout")}
    assert content_stems("") == frozenset()


def test_has_stem() -> None:
    text = "It pays back in revenues. Payback is what counts."
    assert has_stem(text, "revenue") == (text.index("revenues"), text.index("revenues") + 8)
    assert has_stem(text, "pay back") == (3, 12)
    assert has_stem("Our payback is late.", "pay back") == (4, 11)
    assert has_stem("They pay back.", "payback") == (5, 13)
    assert has_stem("Pay it back.", "pay back") is None
    assert has_stem("We pay. Back then it was fine.", "pay back") is None
    assert has_stem(words("the outage"), "outages") == (4, 10)
    assert has_stem("nothing here", "") is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("We do not have a source.", "source"),
        ("There is no owner yet.", "owner"),
        ("It goes live without a rollback.", "rollback"),
        ("We don't lose $40k.", "$40k"),
        ("Nobody measured it.", "measured"),
        ("We have never run a pilot.", "pilot"),
        ("We have money, but no source.", "source"),
        ("We lack a source.", "source"),
        ("It saves nothing and it does not save $40k.", "$40k"),
    ],
)
def test_negated(text: str, what: str) -> None:
    s = next(x for x in sentences(text) if what in x.text)
    assert negated(text, s, text.rindex(what))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("We can't keep losing $40k a month.", "$40k"),
        ("We no longer lose $40k.", "$40k"),
        ("Not only $40k is lost.", "$40k"),
        ("It is no more than $40k.", "$40k"),
        ("It's not just $40k.", "$40k"),
        ("We cannot afford to lose $40k.", "$40k"),
        ("It is not a rewrite, it is $40k.", "$40k"),
        ("We do not rewrite it but lose $40k.", "$40k"),
        ("It is not easy because we lose $40k.", "$40k"),
        ("I did not like it and we lose $40k.", "$40k"),
        ("If we do nothing we lose $40k.", "$40k"),
        ("If it does not fall by 30 % we stop.", "30 %"),
        ("We lose $40k without a reason.", "$40k"),
        ("No later than Friday.", "Friday"),
        ("I do not know. We lose $40k.", "$40k"),
        ("It is not easy although $40k is lost.", "$40k"),
        ("We lose $40k.", "$40k"),
    ],
)
def test_not_negated(text: str, what: str) -> None:
    s = next(x for x in sentences(text) if what in x.text)
    assert not negated(text, s, text.index(what))


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(max_size=300))
def test_any_text_keeps_its_places(text: str) -> None:
    last = 0
    for s in sentences(text):
        assert last <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == s.text
        last = s.end
        assert not negated(text, s, s.start)
    for w in words(text):
        assert 0 <= w.start < w.end <= len(text)
        assert stem(w.text) == w.stem
    assert len(fold(text)) == len(text)
