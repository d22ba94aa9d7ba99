"""When the needs of a test are met: rules.md 2."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.personas import Needs
from rehearse.signals import SIGNALS, Context, find
from rehearse.signals.needs import LONG, Met, met
from rehearse.signals.text import sentences

FIGURE: Needs = (("figure.money", "customer"), ("period",))
SOURCE: Needs = (("source",),)
PITCH = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. "
    "Is that where you feel it, or is it renewals?"
)
STEP: Needs = (("small_step",), ("rollback", "stop_rule"))


def see(needs: Needs, text: str, *, answers: bool = False, where: tuple[tuple[int, int], ...] | None = None) -> Met | None:
    return met(needs, text, find(text), answers=answers, where=where)


@pytest.mark.parametrize(
    ("needs", "text"),
    [
        (
            FIGURE,
            PITCH,
        ),
        (
            SOURCE,
            PITCH,
        ),
        ((("figure",), ("period",), ("source",)), "We lose $50k a month. That is from the refund ledger."),
        ((("figure",), ("source",)), "The refund ledger shows $50k a month."),
        (STEP, "One region for two weeks behind a flag, and back in a minute if orders differ."),
        ((("ask",), ("date",)), "A yes to the two-week trial by Friday; I own it and send you the incident count each week."),
        ((("owner",), ("date",)), "A yes to the two-week trial by Friday; I own it and send you the incident count each week."),
        ((("ask",), ("date",)), "Can we agree on the two-week trial by Friday?"),
        ((("stop_rule",),), "If it doesn't fall by 30 % we stop and hand the people back."),
        ((("unknown",),), "I do not know that yet."),
        (FIGURE, "We can't keep losing $40k a month."),
        (FIGURE, "Every month 400 customers give up at the till."),
        (FIGURE, "Forty thousand euros go out of the door each quarter, and nobody sees it."),
        ((("invitation",),), "What would you change about it?"),
        ((("question",),), "What worries you most?"),
    ],
)
def test_met(needs: Needs, text: str) -> None:
    found = see(needs, text)
    assert found is not None
    assert found.quote == text[found.start : found.end]


@pytest.mark.parametrize(
    ("needs", "text"),
    [
        (FIGURE, "Would it help if we saved $50k a month?"),  # a question
        (FIGURE, "We do not lose $50k a month."),  # denied
        (SOURCE, "We do not have it from the refund ledger."),
        (FIGURE, "Two engineers for six weeks, about $70k."),  # effort holds no period
        (FIGURE, "It costs $70k for two engineers for six weeks."),
        (FIGURE, "revenue $50k a month ROI pilot rollback owner Friday"),  # a heap
        (FIGURE, "We'll figure out the $50k a month later."),  # put off
        (FIGURE, "We lose $50k. It is bad code. It fails every month."),  # not neighbours
        (FIGURE, "Fifty thousand a month."),  # no verb, answers nothing
        (SOURCE, "From June on you see it."),
        ((("date",),), "Is it ready by Friday?"),
        (STEP, "Trust me, it is just cleaner"),
        ((), "We lose $50k a month."),
        ((("mitigation",),), "If we had two people more, we could do your part as well."),
        ((("owner",), ("date",)), "There's no owner yet. Roza settles it with her leads on Tuesday, and she'll tell both of us."),
        (
            (("own_time", "owner"), ("date",)),
            "I haven't asked whether it stays. I'll ask Dolores tomorrow and you hear it by Friday.",
        ),
    ],
)
def test_not_met(needs: Needs, text: str) -> None:
    assert see(needs, text) is None


def test_a_fragment_counts_where_it_answers() -> None:
    for text in ("Two engineers, $70k a month.", "Fifty thousand a month.", "$50k a month, from the refund ledger."):
        assert see(FIGURE, text) is None or sentences(text)[0].has_verb
        assert see(FIGURE, text, answers=True) is not None, text
    assert see(FIGURE, "revenue $50k a month ROI pilot rollback owner Friday", answers=True) is None
    assert see(FIGURE, "Two engineers for six weeks, about $70k.", answers=True) is None


def test_neighbours_and_the_quote() -> None:
    text = "Hello there. We lose $50k a month. That is from the refund ledger. It is bad."
    both = see((("figure",), ("source",)), text)
    assert both is not None
    assert both.quote == "We lose $50k a month. That is from the refund ledger."
    one = see(SOURCE, text)
    assert one is not None
    assert one.quote == "That is from the refund ledger."


def test_a_deferral_takes_its_own_sentence_only() -> None:
    assert see(FIGURE, "We lose $50k a month. The rest we'll figure out later.") is not None
    assert see((("figure",), ("source",)), "We lose $50k a month. The source we get from the ledger later.") is None


def test_only_where_asked() -> None:
    text = "We lose $50k a month. It is old. It is slow. Nobody likes it."
    assert see(FIGURE, text, where=((0, 5),)) is not None
    assert see(FIGURE, text, where=((text.index("old"), text.index("old") + 3),)) is not None  # a neighbour
    assert see(FIGURE, text, where=((text.index("Nobody"), len(text)),)) is None
    assert see(FIGURE, text, where=()) is None


def test_a_long_sentence_is_quoted_by_its_clause() -> None:
    text = (
        "Ever since the team moved to the new building and everybody had to find a new desk and a new chair and a new lamp, "
        "we lose $50k a month, and there is the matter of the canteen, which is a long story that I will spare you and goes on."
    )
    found = see(FIGURE, text)
    assert found is not None
    assert found.quote == text[found.start : found.end]
    assert "we lose $50k a month" in found.quote
    assert len(found.quote) < LONG < len(text)


def test_an_unknown_id_is_told() -> None:
    with pytest.raises(KeyError):
        see((("figures",),), "We lose $50k.")


# --- whatever is said ------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    "we lose $50k a month, from the refund ledger; I own it. By Friday? not no without behind a flag; trust me "
    "15 % give or take two engineers for six weeks \n — ( ) ... İ ’ 9 of 14 incidents if it fails we stop later "
    "\ud800 \x00 ½ ² ٣".split(" ")
)
_TEXTS = st.text(st.characters(), max_size=200) | st.lists(_PIECES, max_size=60).map(" ".join)  # surrogates among them


@settings(max_examples=300, deadline=None, database=None)
@given(_TEXTS, _TEXTS, st.booleans())
def test_whatever_is_said(text: str, previous: str, answers: bool) -> None:
    context = Context(previous, ("return on investment", previous[:20]), (text[:10],))
    found = find(text, context)
    assert found == find(text, context)
    for s in found:
        assert s.kind in SIGNALS
        assert 0 <= s.start < s.end <= len(text)
    for kind in ("figure", "source", "question.open", "stop_rule"):
        m = met(((kind,),), text, found, answers=answers)
        if m is not None:
            assert m.quote == text[m.start : m.end] != ""


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "1,",
        "1.",
        ".",
        "?",
        "; ",
        "a ",
        "if we stop ",
        "we lose $1 a month; ",
        "$",
        "one hundred and ",
        "between 1 and ",
        "'",
        "a'",
        "-",
        "\n",
        "i'll ",
        "from the ",
        "from the ledger,",
        "not ",
        "A.",
        "(",
        "you ",
        "so that we ",
        "# ",
        "e.g.",
        "½",
        ", what is ",
        "two engineers for ",
        "not only ",
        "the cost is,",
    ],
)
def test_hostile_input_stays_linear(unit: str) -> None:
    # Time is compared with itself, not with a wall: four times the text may cost at most about eight times as much.
    def cost(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        begun = time.thread_time()
        found = find(text, Context("we lose $1 a month", ("the ledger",), ("ledger",)))
        met((("figure",), ("source",)), text, found, answers=True)
        return time.thread_time() - begun

    cost(2_000)
    small = max(min(cost(5_000) for _ in range(2)), 0.004)
    assert min(cost(20_000), cost(20_000)) < 12 * small
