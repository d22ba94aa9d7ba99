"""The guard: what a model may not say is refused in whatever dress, and the person's own words are never."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.conversation import LADDER, Source, Turn, TurnId
from rehearse.stakeholder import guard, stance
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.reply import NOT_YET, SETTLED, Reply
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.wording import word
from tests.core import guard_lines as lines
from tests.core.play import catalog, setting

HERE = setting(scenario="reliability-into-the-backlog")
BEGUN = stance.begin(HERE)
PRESS = Act("press", concern="payback")
PLACES = tuple(e.id for e in catalog().scenarios())
PEOPLE = tuple(e.id for e in catalog().people())
YOURS = "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. We stop after two weeks."
KINDS = {
    "agrees": (*lines.AGREES, *lines.MORE_AGREES), "coaches": (*lines.PRAISES, *lines.COACHES, *lines.MORE_COACHES),
    "out_of_role": lines.OUT_OF_ROLE, "speaks_for_you": lines.SPEAKS_FOR_YOU, "form": lines.FORM, "language": lines.LANGUAGE,
    "empty": lines.EMPTY, "too_long": lines.TOO_LONG,
}  # fmt: skip


def found(line: str, act: Act = PRESS, at: Setting = HERE, **more: object) -> set[str]:
    return {f.id for f in guard.check(line, at, stance.begin(at), act, (), **more)}  # type: ignore[arg-type]


# ---- what is refused


def test_there_are_many_lines_of_every_kind() -> None:
    assert sum(map(len, KINDS.values())) > 350
    assert all(len(listed) >= 3 for listed in KINDS.values())


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, listed in KINDS.items() for line in listed])
def test_a_bad_line_is_refused(kind: str, line: str) -> None:
    assert kind in found(line)


def doing(kind: str) -> Act:
    """An act of this kind, with all that it needs."""
    p = HERE.persona
    replies = {
        "answer": Reply("answer", p.answers[2].say, "answer:2"),
        "tell_root": Reply("tell_root", p.concerns[0].root, "root", p.concerns[0].id),
        "tell_fact": Reply("tell_fact", p.withheld[0].says, p.withheld[0].id),
    }
    about = None if kind in ("close", "leave", "give", "commit", "state_condition", "tell_fact") else "payback"
    return Act(
        kind,  # type: ignore[arg-type]
        concern=about,
        reply=replies.get(kind),
        condition=p.conditions[0].id if kind == "state_condition" else None,
        gift=p.gives[0].id if kind == "give" else None,
    )


@pytest.mark.parametrize(("kind", "line"), lines.UNDONE)
def test_a_line_that_does_not_do_its_act_is_refused(kind: str, line: str) -> None:
    assert "act" in found(line, doing(kind))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("press", "Still open."),
        ("probe", "Tell me who counted it."),
        ("doubt", "The last one took nine months."),
        ("raise", "What comes back for the money?"),
        ("state_condition", "Half-way through you show me the number, and if it is worse, we stop that day."),
        ("give", "Then do it, and take Renske with you."),
        ("commit", "Go ahead. You have my approval."),
        ("close", "Our time is up. No."),
        ("leave", "I am going. This leads nowhere."),
        ("clarify", "Say that again, in one sentence."),
        ("minimal", "Hm."),
        ("answer", "Small things I sign alone. The large ones go to the board."),
        ("tell_root", "I told a board that new engines would save fuel, and nobody had measured it."),
    ],
)
def test_a_line_that_does_its_act_stands(kind: str, line: str) -> None:
    assert not found(line, doing(kind))


@pytest.mark.parametrize(("kind", "line"), lines.DONE)
def test_what_a_good_model_says_stands(kind: str, line: str) -> None:
    assert not found(line, doing(kind))


@pytest.mark.parametrize("line", lines.STANDS)
def test_what_only_sounds_like_it_stands(line: str) -> None:
    assert not found(line)


def test_no_is_an_answer_to_whether_it_is_enough_and_yes_only_where_it_is() -> None:
    not_yet = Act("press", concern="payback", reply=Reply("answer", NOT_YET, "enough", "payback"))
    settled = Act("raise", concern="finish", reply=Reply("answer", SETTLED, "enough", "payback"))
    assert not found("Not all of it. Who counted it?", not_yet)
    assert "act" in found("Customers. Who counted it?".replace("Who counted it?", "Cost."), not_yet)
    assert not found("It does. On which day do you stop if it is not working?", settled)


# ---- a yes only where code has decided so


@pytest.mark.parametrize("line", ["Go ahead. You have my approval.", "Yes. I'm in.", "Agreed, let's do it."])
def test_a_yes_stands_where_the_act_is_one(line: str) -> None:
    for kind in ("commit",):
        assert not found(line, doing(kind))
    for kind in ("press", "acknowledge", "brush_off", "minimal", "close", "leave", "tell_root"):
        assert "agrees" in found(line, doing(kind))


@pytest.mark.parametrize(("step", "may"), [("resists", False), ("complies", False), ("agrees", True), ("buys_in", True)])
def test_closing_words_agree_only_on_the_step_that_was_reached(step: str, may: bool) -> None:
    there = replace(BEGUN, ladder=step)  # type: ignore[arg-type]
    found_here = {f.id for f in guard.check("Our time is up. You have my support.", HERE, there, Act("close"), ())}
    assert ("agrees" in found_here) is not may


def test_a_worry_is_settled_only_where_code_takes_the_answer() -> None:
    line = "That answers my question. And why now, and not after the campaign?"
    assert "agrees" in found(line, Act("raise", concern="why-now"))
    assert not found(line, Act("raise", concern="why-now", accepts="payback"))


# ---- what was not told yet


PARAPHRASES = (
    "Fuel. I told a board about fuel savings once, and nobody had measured the engines.",
    "A journalist told me about the bankrupt refit, and he was very polite.",
    "The two hiking clubs are what the board asks me about.",
)


@pytest.mark.parametrize("line", PARAPHRASES)
def test_a_secret_in_other_words_is_one(line: str) -> None:
    assert "withheld" in found(f"{line} Who counted that?")


def test_every_secret_is_kept_in_its_own_words_and_may_be_told_by_the_act_that_tells_it() -> None:
    for place in PLACES:
        here = setting(scenario=place)
        told = [(c.root, Reply("tell_root", c.root, "root", c.id)) for c in here.persona.concerns]
        told += [(w.says, Reply("tell_fact", w.says, w.id)) for w in here.persona.withheld]
        for says, reply in told:
            for one in says:
                assert "withheld" in found(one, Act("press", concern=here.persona.concerns[0].id), here), one
                assert "withheld" not in found(one, Act(reply.kind, concern=reply.concern, reply=reply), here)


def test_what_you_said_yourself_is_no_secret_any_more() -> None:
    secret = "What the board asks you about is the two hiking clubs whose members buy from us, is it?"
    again = "You said the hiking clubs. What do their members have to do with the board?"
    assert "withheld" in found(again)
    assert "withheld" not in found(again, heard=(secret,))


# ---- figures


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("$80k is what we spent on it last year. Who counted yours?", True),
        ("Conversion fell by 37 percent in May. Why now?", True),
        ("We have 7,300 customers who never complained. What changes?", True),
        ("$50k a month. Who counted that?", False),
        ("That is $600k a year. Who counted it?", False),
        ("So half of it, $25k, may not come back. Who says otherwise?", False),
        ("And if it is 30 percent less?", False),
        ("Would $80k change your mind? I doubt it.", False),
        ("I want a hundred percent of it in writing. Who writes it?", False),
        ("Give me two names and one day.", False),
    ],
)
def test_a_figure_that_nobody_named_is_not_stated(line: str, wrong: bool) -> None:
    assert ("invented" in found(line, heard=(YOURS,))) is wrong


def test_you_are_not_parroted() -> None:
    assert "parrots" in found(YOURS, heard=(YOURS,))


def test_the_guard_hears_a_repeat() -> None:
    again = "What would that cost us, and when do we see it back?"
    assert "repeats" in {
        f.id for f in guard.check(again, HERE, BEGUN, PRESS, ("What would it cost us and when do we see it back?",))
    }


# ---- tidying


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ('Solveig: *sighs* "And who pays?"', "And who pays?"),
        ("**Solveig Brandvold:** And who pays?", "And who pays?"),
        ("“And who pays?”", "And who pays?"),
        ("And who\npays?\n", "And who pays?"),
        ("And who pays?\nEngineer: I do.\nSolveig: Good.", "And who pays?"),
        ("And who pays?\n\nSolveig: Go on.", "And who pays?"),
        ("(leaning back) And who pays?", "And who pays?"),
        ("“The launch keeps its date.” Who says so?", "“The launch keeps its date.” Who says so?"),
    ],
)  # fmt: skip
def test_what_is_not_spoken_is_tidied_away(written: str, heard: str) -> None:
    assert guard.tidy(written, "Solveig Brandvold") == heard


def test_a_long_line_ends_with_its_third_sentence_and_a_torn_one_with_its_last_whole_one() -> None:
    assert (
        guard.shortened("No. Not yet, e.g. not in May. Who pays? And when? And why?") == "No. Not yet, e.g. not in May. Who pays?"
    )
    assert guard.whole_sentences("No. Not yet. Who counted th") == "No. Not yet."
    assert guard.whole_sentences("Who counted th") == ""
    assert guard.whole_sentences("It is 1.5 times") == ""


def test_what_goes_back_to_the_model_names_the_words() -> None:
    told = [f.words for f in guard.check("Sounds good. Who counted it?", HERE, BEGUN, PRESS, ())]
    assert told == ['no agreement: nothing is decided ("Sounds good")']


# ---- the person's own words


def acts(here: Setting) -> Iterator[Act]:
    """Every act that this person may be asked to do."""
    p = here.persona
    for c in p.concerns:
        for kind in ("raise", "press", "probe", "doubt", "reopen", "acknowledge", "minimal", "clarify", "brush_off", "park"):
            for test in (None, c.resolved_by[-1].id):
                yield Act(kind, concern=c.id, test=test)  # type: ignore[arg-type]
            yield Act(kind, concern=c.id, accepts=p.concerns[0].id)  # type: ignore[arg-type]
        if c.root:
            yield Act("tell_root", concern=c.id, reply=Reply("tell_root", c.root, "root", c.id))
        for options in (NOT_YET, SETTLED):
            yield Act("press", concern=c.id, reply=Reply("answer", options, "enough", c.id))
    for w in p.withheld:
        yield Act("tell_fact", reply=Reply("tell_fact", w.says, w.id))
    for n, a in enumerate(p.answers):
        yield Act("answer", reply=Reply("answer", a.say, f"answer:{n}"))
        yield Act("probe", concern=p.concerns[0].id, reply=Reply("answer", a.say, f"answer:{n}"))
    for condition in p.conditions:
        yield Act("state_condition", condition=condition.id)
        yield Act("state_condition", condition=condition.id, accepts=p.concerns[-1].id)
    for gift in p.gives:
        yield Act("give", gift=gift.id, closing="committed")
    for reason in ("time", "patience", "wrapped_up", "deal_breaker", "committed"):
        yield Act("close", closing=reason)  # type: ignore[arg-type]
        yield Act("leave", closing=reason)  # type: ignore[arg-type]
    yield Act("commit", closing="committed")
    yield Act("probe", asks_for_ask=True)
    yield Act("open")


def take(here: Setting, said: str) -> tuple[Turn, ...]:
    opened = Turn(TurnId("t0"), None, "stakeholder", here.persona.opening[0], by=Source("offline"), act="open")
    return (opened, Turn(TurnId("t1"), opened.id, "you", said, by=Source("person"))) if said else ()


@cache
def there(name: str) -> tuple[Setting, tuple[Act, ...]]:
    """A person, or a person in a situation, with every act."""
    here = setting(scenario=name) if name in PLACES else setting(name)
    return here, tuple(acts(here))


@settings(max_examples=400, deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), seed=st.integers(0, 10_000), said=st.sampled_from(["", YOURS, "Please trust me, it is best practice."]))
def test_the_guard_passes_every_line_of_the_persons_own(data: st.DataObject, seed: int, said: str) -> None:
    here, every = there(data.draw(st.sampled_from(sorted(PLACES + PEOPLE))))
    act = data.draw(st.sampled_from(every))
    now = replace(stance.begin(here), ladder=data.draw(st.sampled_from(LADDER)))
    talk = take(here, said)
    line = word(here, now, act, talk, Draws(seed, 3, said), 7)
    earlier = tuple(t.text for t in talk if t.speaker == "stakeholder")
    if guard.check(line, here, now, act, earlier, (said,) if said else None):
        assert re.fullmatch(r"\d+ minutes\. Go on\.", line), (act, line, guard.check(line, here, now, act, earlier))


@pytest.mark.parametrize("name", PEOPLE)
def test_the_guard_passes_every_act_of_every_person(name: str) -> None:
    here, every = there(name)
    talk = take(here, YOURS)
    earlier = tuple(t.text for t in talk if t.speaker == "stakeholder")
    refused = []
    for act in every:
        line = word(here, stance.begin(here), act, talk, Draws(here.seed, 5, name), 7)
        if findings := guard.check(line, here, stance.begin(here), act, earlier, (YOURS,)):
            refused.append((act.kind, line, [f.id for f in findings]))
    assert refused == []
