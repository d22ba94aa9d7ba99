"""Rules for what was said: the problem, the outcome for them, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.review.case import Words
from rehearse.review.checks import terms, words
from rehearse.review.checks.talk import Finding, Rule, Spoken, Talk, at, names_a_solution, shown, statements, whole
from rehearse.signals.text import Sentence

_SUBSTANCE = ("figure", "figure.effort", "customer", "outcome", "period", "date")
_LONG_ENOUGH = 6  # words of a sentence that shows plain words
_SAID_ENOUGH = 3  # sentences in plain words: one by itself shows no habit


# --- problem ----------------------------------------------------------------------------------------------------------


def _problem(turn: Spoken) -> Iterator[Sentence]:
    """Statements of something that goes wrong today, with something to hold on to beside it."""
    for sentence in statements(turn):
        if _goes_wrong(turn, sentence) and (
            turn.has("figure", "customer", "outcome", "story", "period", "date", "alignment", within=sentence)
            or words.YOURS.search(sentence.text)
        ):
            yield sentence


def _goes_wrong(turn: Spoken, sentence: Sentence) -> bool:
    """Words of loss that are no part of what is asked for: "approval for refund checks" names no problem."""
    if turn.has("success_measure", "dismissal", within=sentence):
        return False
    ask = next(turn.any("ask", within=sentence), None)
    if ask is None:
        return words.LOSS.search(sentence.text) is not None
    before = sentence.text[: ask.start - sentence.start]
    reason = re.search(r"\b(?:because|since|as|where|which|that)\b.*", sentence.text[ask.end - sentence.start :], re.DOTALL)
    return bool(words.LOSS.search(before) or (reason and words.LOSS.search(reason[0])))


def _clause_of_loss(turn: Spoken, sentence: Sentence) -> Words:
    """The words of loss with what stands around them: the rest of the sentence stays free for other checks."""
    match = words.LOSS.search(sentence.text)
    return at(turn, sentence, match) if match else whole(turn, sentence)


def problem_first(talk: Talk) -> Finding:
    """The problem stands in the turn that first names a solution or the ask, or in an earlier one."""
    first_ask = next((t.at for t in talk.yours if names_a_solution(t)), None)
    found = [(t, s) for t in talk.yours for s in _problem(t)]
    in_time = [_clause_of_loss(t, s) for t, s in found if first_ask is None or t.at <= first_ask]
    if in_time or not found:
        return shown(in_time)
    return Finding("no", (whole(*found[0]),), opposite=True)


def problem_theirs(talk: Talk) -> Finding:
    """A cost that falls on this person or their customers."""
    places = []
    for turn in talk.yours:
        for sentence in statements(turn):
            hit = words.LOSS.search(sentence.text)
            if hit is None or turn.has("ask", within=sentence):
                continue
            beside = [s for s in turn.near(sentence) if not s.question and not s.heap and not turn.has("ask", within=s)]
            here = words.YOURS.search(sentence.text) or turn.has("customer", "alignment", within=sentence)
            theirs = here or any(words.OTHERS.search(s.text) or turn.has("customer", within=s) for s in beside)
            costs = any(
                turn.has("figure", "outcome", "period", "story", "date", within=s) for s in (beside if here else [sentence])
            )
            if theirs and costs:
                places.append(at(turn, sentence, hit))
    return shown(places)


def problem_inaction(talk: Talk) -> Finding:
    """What follows if things stay as they are, as a loss: in one sentence, or the loss in the one beside it."""
    places = []
    for turn in talk.yours:
        for sentence in statements(turn):
            if words.PROMISED.search(sentence.text):
                continue
            hit = words.CONSEQUENCE.search(sentence.text)
            if hit is not None:
                places.append(at(turn, sentence, hit))
            elif words.INACTION.search(sentence.text) and _goes_on(turn, sentence):
                places.append(whole(turn, sentence))
    return shown(places)


def _goes_on(turn: Spoken, sentence: Sentence) -> bool:
    """A loss in the same sentence, or in the one right after it with its size."""
    if words.LOSS.search(sentence.text) or turn.has("figure", "outcome", "risk", within=sentence):
        return True
    after = next((s for s in turn.sentences if s.start >= sentence.end), None)
    return (
        after is not None
        and not after.question
        and words.LOSS.search(after.text) is not None
        and turn.has("figure", "customer", "outcome", "period", "date", within=after)
    )


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
        for sentence in statements(turn):
            if not words.GAIN.search(sentence.text) or turn.has("pressure", "threat", within=sentence):
                continue
            mine = talk.stems(sentence.text)
            known = mine & heads or any(len(mine & goal) >= 2 for goal in wide)
            to_them = words.YOURS.search(sentence.text) is not None
            if known or any(turn.stated("alignment", within=sentence)) or len(mine & named) >= (1 if to_them else 2):
                places.append(whole(turn, sentence))
        asked = turn.has("question.open")
    return shown(places)


def outcome_business(talk: Talk) -> Finding:
    """A result in money, customers, time or risk: a business outcome stated, money or customers with what changes, or less of
    something, in figures. What is lost today is the problem, and no result."""
    places = []
    for turn in talk.yours:
        for sentence in statements(turn):
            if turn.has("ask", within=sentence):
                continue
            hit = _less(turn, sentence)
            if hit is not None:
                places.append(hit)
                continue
            gain = words.GAIN.search(sentence.text)
            signal = next(turn.stated("outcome", within=sentence), None)
            if signal is not None and words.LOSING.search(sentence.text) and not gain:
                continue
            if signal is None and not words.HYPOTHETICAL.search(sentence.text) and (gain or words.LOSS.search(sentence.text)):
                signal = next(turn.stated("customer", "figure.money", "mitigation", within=sentence), None)
            if signal is not None:
                places.append(turn.words(signal.start, signal.end))
    return shown(places)


def _less(turn: Spoken, sentence: Sentence) -> Words | None:
    """Money or time that comes back, or less of something than before, with a figure or a period beside it."""
    if words.HYPOTHETICAL.search(sentence.text) or not turn.has("figure", "figure.effort", "period", "date", within=sentence):
        return None
    hit = words.PAYS_BACK.search(sentence.text) or words.LESS_OF_IT.search(sentence.text)
    return at(turn, sentence, hit) if hit else None


def outcome_words(talk: Talk) -> Finding:
    """Terms explained or avoided. Avoiding shows only where something was said: silence in plain words shows nothing."""
    explained: list[Words] = []
    plain: list[Words] = []
    for turn in talk.yours:
        for start, end in _terms(turn):
            if not _explained(turn, start, end):
                return Finding("no", (turn.words(start, end),), opposite=True)
            explained.append(turn.words(start, end))
        for sentence in statements(turn):
            if hit := words.MEANS.search(sentence.text):
                explained.append(at(turn, sentence, hit))
            elif turn.has(*_SUBSTANCE, within=sentence) and len(sentence.text.split()) >= _LONG_ENOUGH:
                plain.append(whole(turn, sentence))
    # The last words first: the first ones serve the checks on the problem and on evidence.
    return shown(explained + (plain[::-1] if len(plain) >= _SAID_ENOUGH else []))


def _terms(turn: Spoken) -> list[tuple[int, int]]:
    """Engineering terms of a turn: the stakeholder's own list of costly words, and the wide one."""
    found = {(s.start, s.end) for s in turn.any("jargon")}
    for sentence in turn.sentences:
        found |= {(sentence.start + m.start(), sentence.start + m.end()) for m in terms.TERM.finditer(sentence.text)}
    return sorted(found)


def _explained(turn: Spoken, start: int, end: int) -> bool:
    after = turn.text[end : end + terms.REACH]
    before = turn.text[max(0, start - terms.REACH) : start]
    return terms.EXPLAINS.search(after) is not None or terms.NAMES.search(before) is not None


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
        places += [at(turn, s, hit) for s in statements(turn) if (hit := words.SHARE_OF.search(s.text))]
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
    """How far off a figure may be, what it leaves out, or how little it rests on: beside the figure or after it."""
    places = []
    for turn in talk.yours:
        places += [turn.words(s.start, s.end) for s in turn.stated("error_range")]
        for sentence in statements(turn):
            hit = words.LIMITS.search(sentence.text)
            if hit and any(turn.has("figure", "figure.effort", "period", "source", within=s) for s in turn.near(sentence)):
                places.append(at(turn, sentence, hit))
        places += [turn.words(s.start, s.end) for s in turn.any("error_range") if turn.has("source", "figure")]
    return shown(places)


def evidence_shown(talk: Talk) -> Finding:
    """One event told as it happened, or something shown or tried out. Imagined cases and demos for another day do not count."""
    places = []
    for turn in talk.yours:
        for signal in turn.stated("story", "demo"):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.HYPOTHETICAL.search(sentence.text):
                continue
            if signal.kind == "demo" and words.SOME_DAY.search(sentence.text):
                continue
            places.append(turn.words(signal.start, signal.end))
        heard = {s.start for s in turn.heard("story")}
        for sentence in statements(turn):
            if words.HYPOTHETICAL.search(sentence.text) or words.TO_COME.search(sentence.text):
                continue
            tried = words.TRIED.search(sentence.text)
            if tried and any(turn.has("figure", "period", within=s) for s in turn.near(sentence)):
                places.append(at(turn, sentence, tried))
            elif words.HAPPENED.search(sentence.text) and _counted(turn, sentence, heard=sentence.start in heard):
                places.append(whole(turn, sentence))
    return shown(places)


def _counted(turn: Spoken, sentence: Sentence, *, heard: bool) -> bool:
    """Whether what happened has a day and a size; what the ear hears as a story, one of the two."""
    if heard:
        return turn.has("figure", "period", "date", within=sentence)
    return any(turn.stated("date", within=sentence)) and turn.has("customer", "figure", "period", within=sentence)


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
}
