"""Rules for what was said: the problem, the outcome for them, evidence, the small step, honesty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.review.case import Words
from rehearse.review.checks import words
from rehearse.review.checks.talk import (
    NOT_APPLICABLE,
    Finding,
    Rule,
    Spoken,
    Talk,
    against,
    shown,
    stated,
)
from rehearse.signals.text import Sentence
from rehearse.stakeholder.facts import numbers_in

_SUBSTANCE = ("figure", "figure.effort", "customer", "outcome", "period", "date")
_SOLUTION = ("ask", "small_step", "figure.effort")


def _statements(turn: Spoken) -> Iterator[Sentence]:
    for sentence in turn.sentences:
        if not sentence.question and not sentence.heap and (sentence.has_verb or turn.previous is not None):
            yield sentence


def _whole(turn: Spoken, sentence: Sentence) -> Words:
    return turn.words(sentence.start, sentence.end)


def _at(turn: Spoken, sentence: Sentence, match: object) -> Words:
    start, end = match.span()  # type: ignore[attr-defined]
    return turn.words(sentence.start + start, sentence.start + end)


# --- problem ----------------------------------------------------------------------------------------------------------


def _problem(turn: Spoken) -> Iterator[Sentence]:
    """Statements of something that goes wrong today, with something to hold on to beside it."""
    for sentence in _statements(turn):
        if _goes_wrong(turn, sentence) and (
            turn.has("figure", "customer", "outcome", "story", "period", "date", "alignment", within=sentence)
            or words.YOURS.search(sentence.text)
        ):
            yield sentence


def _goes_wrong(turn: Spoken, sentence: Sentence) -> bool:
    """Words of loss that are no part of what is asked for: "approval for refund checks" names no problem."""
    ask = next(turn.any("ask", within=sentence), None)
    if ask is None:
        return words.LOSS.search(sentence.text) is not None
    before = sentence.text[: ask.start - sentence.start]
    reason = re.search(r"\b(?:because|since|as|where|which|that)\b.*", sentence.text[ask.end - sentence.start :], re.DOTALL)
    return bool(words.LOSS.search(before) or (reason and words.LOSS.search(reason[0])))


def _clause_of_loss(turn: Spoken, sentence: Sentence) -> Words:
    """The words of loss with what stands around them: the rest of the sentence stays free for other checks."""
    match = words.LOSS.search(sentence.text)
    return _at(turn, sentence, match) if match else _whole(turn, sentence)


def problem_first(talk: Talk) -> Finding:
    """The problem stands in the turn that first names a solution or the ask, or in an earlier one."""
    first_ask = next((t.at for t in talk.yours if t.has(*_SOLUTION)), None)
    found = [(t, s) for t in talk.yours for s in _problem(t)]
    in_time = [_clause_of_loss(t, s) for t, s in found if first_ask is None or t.at <= first_ask]
    if in_time or not found:
        return shown(in_time)
    return Finding("no", (_whole(*found[0]),), opposite=True)


def problem_theirs(talk: Talk) -> Finding:
    """A cost that falls on this person or their customers."""
    places = []
    for turn in talk.yours:
        for sentence in _statements(turn):
            theirs = words.YOURS.search(sentence.text) or turn.has("customer", "alignment", within=sentence)
            costs = turn.has("figure", "outcome", "period", "story", "date", within=sentence)
            asked_for = turn.has("ask", within=sentence)
            if theirs and costs and not asked_for and (hit := words.LOSS.search(sentence.text)):
                places.append(_at(turn, sentence, hit))
    return shown(places)


def problem_inaction(talk: Talk) -> Finding:
    """What follows if things stay as they are, as a loss."""
    places = []
    for turn in talk.yours:
        for sentence in _statements(turn):
            hit = words.INACTION.search(sentence.text)
            if hit and any(
                words.LOSS.search(s.text) or turn.has("figure", "customer", "outcome", "risk", within=s)
                for s in turn.near(sentence)
                if not s.question and not s.heap
            ):
                places.append(_whole(turn, sentence))
    return shown(places)


# --- outcome ----------------------------------------------------------------------------------------------------------


def outcome_goal(talk: Talk) -> Finding:
    """A benefit and a goal of theirs in one sentence: a goal they are known for, or one that they named when asked.

    A goal of several words is met by its last one ("the spring launch": launch) or by two of them.
    """
    heads = {s for goal in talk.case.goals for s in talk.stems(goal.split()[-1])} if talk.case.goals else set()
    wide = [talk.stems(goal) for goal in talk.case.goals]
    named: frozenset[str] = frozenset()
    places = []
    asked = False
    for turn in talk.yours:
        if asked and turn.previous is not None:
            named |= talk.stems(turn.previous.text)
        for sentence in _statements(turn):
            if not words.GAIN.search(sentence.text):
                continue
            mine = talk.stems(sentence.text)
            known = mine & heads or any(len(mine & goal) >= 2 for goal in wide)
            to_them = words.YOURS.search(sentence.text) is not None
            if known or any(turn.stated("alignment", within=sentence)) or len(mine & named) >= (1 if to_them else 2):
                places.append(_whole(turn, sentence))
        asked = turn.has("question.open")
    return shown(places)


def outcome_business(talk: Talk) -> Finding:
    """A result in money, customers, time or risk: a business outcome stated, or money or customers with what changes."""
    places = []
    for turn in talk.yours:
        for sentence in _statements(turn):
            hit = next(turn.stated("outcome", within=sentence), None)
            supposed = words.HYPOTHETICAL.search(sentence.text)
            if hit is None and not supposed and (words.GAIN.search(sentence.text) or words.LOSS.search(sentence.text)):
                hit = next(turn.stated("customer", "figure.money", "mitigation", within=sentence), None)
            if hit is not None and not turn.has("ask", within=sentence):
                places.append(turn.words(hit.start, hit.end))
    return shown(places)


def outcome_words(talk: Talk) -> Finding:
    """Terms explained or avoided. Avoiding shows only where an outcome was said: silence in plain words shows nothing."""
    explained: list[Words] = []
    plain: list[Words] = []
    open_terms: list[Words] = []
    for turn in talk.yours:
        for term in turn.any("jargon"):
            explains = words.EXPLAINS.search(turn.text, term.end, term.end + 120)
            (explained if explains else open_terms).append(turn.words(term.start, term.end))
        for sentence in _statements(turn):
            if hit := words.MEANS.search(sentence.text):
                explained.append(_at(turn, sentence, hit))
                continue
            if turn.has(*_SUBSTANCE, within=sentence) and len(sentence.text.split()) >= 6:
                plain.append(_whole(turn, sentence))
    if open_terms:
        return Finding("no", tuple(open_terms[:1]), opposite=True)
    outcome = outcome_business(talk).places
    # The last words first: the first ones serve the checks on the problem and on evidence.
    return shown(explained + (plain[::-1] + list(outcome) if outcome else []))


# --- evidence ---------------------------------------------------------------------------------------------------------


def evidence_figure(talk: Talk) -> Finding:
    """A number with what it counts, or one real case. A figure inside the ask is a price, and one of an error no evidence."""
    places = []
    for turn in talk.yours:
        errors = [(s.start, s.end) for s in turn.any("error_range")]
        for signal in turn.stated("figure", "story"):
            sentence = turn.sentence(signal.start)
            of_error = any(signal.start < end and start < signal.end for start, end in errors)
            if sentence is None or of_error or turn.has("ask", within=sentence) or words.HYPOTHETICAL.search(sentence.text):
                continue
            places.append(turn.words(signal.start, signal.end))
        places += [_at(turn, s, hit) for s in _statements(turn) if (hit := words.SHARE_OF.search(s.text))]
    return shown(places)


def evidence_source(talk: Talk) -> Finding:
    """Where a figure or a case comes from: a source, after or beside something that needs one."""
    places: list[Words] = []
    something = False
    for turn in talk.yours:
        something = something or turn.has("figure", "story", "precedent")
        if something:
            places += [turn.words(s.start, s.end) for s in turn.stated("source")]
    return shown(places)


def evidence_limits(talk: Talk) -> Finding:
    """How far off a figure may be, or what it leaves out."""
    return shown(
        [
            turn.words(signal.start, signal.end)
            for turn in talk.yours
            for signal in turn.stated("error_range", "unknown")
            if signal.kind == "error_range" or turn.has("figure", "source")
        ]
    )


def evidence_shown(talk: Talk) -> Finding:
    """One event told as it happened, or something shown. Imagined cases and demos for some other day do not count."""
    places = []
    for turn in talk.yours:
        for signal in turn.stated("story", "demo"):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.HYPOTHETICAL.search(sentence.text):
                continue
            if signal.kind == "demo" and words.SOME_DAY.search(sentence.text):
                continue
            places.append(turn.words(signal.start, signal.end))
        for sentence in _statements(turn):
            dated = any(turn.stated("date", within=sentence)) and words.HAPPENED.search(sentence.text)
            if dated and not words.TO_COME.search(sentence.text) and turn.has("customer", "figure", "period", within=sentence):
                places.append(_whole(turn, sentence))
    return shown(places)


# --- step -------------------------------------------------------------------------------------------------------------


def step_size(talk: Talk) -> Finding:
    """A small first step with how much and for how long, in the same sentence or beside it."""
    places = []
    for turn in talk.yours:
        for signal in turn.any("small_step"):
            sentence = turn.sentence(signal.start)
            if sentence is not None and any(turn.has("figure.effort", "figure", "period", within=s) for s in turn.near(sentence)):
                places.append(_whole(turn, sentence))
    return shown(places)


# --- honesty ----------------------------------------------------------------------------------------------------------


def honesty_trade_off(talk: Talk) -> Finding:
    """A cost of the own plan, and not one that is a boast ("people will want more of it")."""
    places = []
    for turn in talk.yours:
        for signal in turn.stated("trade_off"):
            sentence = turn.sentence(signal.start)
            if sentence is not None and not words.BOASTS.search(sentence.text):
                places.append(turn.words(signal.start, signal.end))
    return shown(places)


def honesty_concedes(talk: Talk) -> Finding:
    """A point given or the plan changed, after something that they said."""
    return shown(
        [t.words(s.start, s.end, answers=True) for t in talk.yours if t.previous is not None for s in t.stated("concession")]
    )


def honesty_figures(talk: Talk) -> Finding:
    """Your figures against the facts, number by number. Not applicable without facts, or without such a figure."""
    facts = talk.case.facts
    known = {n for f in facts if f.value is not None for n in (*numbers_in(f.says), f.value)}
    if not known:
        return NOT_APPLICABLE
    agrees: list[Words] = []
    for turn in talk.yours:
        for wrong in against(turn.text, facts):
            return Finding("no", (turn.words(wrong.start, wrong.end),), opposite=True)
        for signal in turn.stated("figure"):
            values = numbers_in(turn.text[signal.start : signal.end])
            if any(abs(v - k) <= 0.1 * max(abs(v), abs(k)) for v in values for k in known):
                agrees.append(turn.words(signal.start, signal.end))
    return shown(agrees) if agrees else NOT_APPLICABLE


RULES: dict[tuple[str, str], Rule] = {
    ("problem", "first"): problem_first,
    ("problem", "theirs"): problem_theirs,
    ("problem", "inaction"): problem_inaction,
    ("outcome", "goal"): outcome_goal,
    ("outcome", "business"): outcome_business,
    ("outcome", "words"): outcome_words,
    ("evidence", "figure"): evidence_figure,
    ("evidence", "source"): evidence_source,
    ("evidence", "limits"): evidence_limits,
    ("evidence", "shown"): evidence_shown,
    ("step", "size"): step_size,
    ("step", "success"): stated("success_measure"),
    ("step", "stop"): stated("stop_rule"),
    ("step", "back"): stated("rollback"),
    ("honesty", "trade_off"): honesty_trade_off,
    ("honesty", "unknown"): stated("unknown"),
    ("honesty", "concedes"): honesty_concedes,
    ("honesty", "figures"): honesty_figures,
}
