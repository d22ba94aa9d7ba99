"""Rules for the small step and for honesty about the plan."""

from __future__ import annotations

import re

from rehearse.review.case import Words
from rehearse.review.checks import words
from rehearse.review.checks.talk import NOT_APPLICABLE, Finding, Rule, Spoken, Talk, against, at, shown, statements, whole
from rehearse.signals.text import Sentence
from rehearse.stakeholder.facts import numbers_in

# --- step -------------------------------------------------------------------------------------------------------------


def step_size(talk: Talk) -> Finding:
    """A small first step with how much and for how long, in the same sentence or beside it."""
    places = []
    for turn in talk.yours:
        for signal in (*turn.any("small_step"), *turn.heard("small_step")):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.LESS_OF_IT.search(sentence.text):
                continue  # "from 70 a month down to 9" is a result
            if any(turn.has("figure.effort", "figure", "period", within=s) for s in turn.near(sentence)):
                places.append(whole(turn, sentence))
    return shown(places)


def step_success(talk: Talk) -> Finding:
    """A result that both could check afterwards."""
    places = []
    for turn in talk.yours:
        places += [turn.words(signal.start, signal.end) for signal, _ in turn.firm("success_measure")]
        places += _matching(turn, words.SUCCESS)
    return shown(places)


def step_stop(talk: Talk) -> Finding:
    """What would end the work, or the day on which it ends. Taking a single fault back ends nothing."""
    places = []
    for turn in talk.yours:
        for signal, sentence in turn.firm("stop_rule"):
            undone = any(s.start < signal.end and signal.start < s.end for s in turn.any("rollback", within=sentence))
            if not words.NO_STOP.search(sentence.text) and (not undone or words.ENDS.search(sentence.text)):
                places.append(turn.words(signal.start, signal.end))
        places += [
            at(turn, s, hit) for s in statements(turn) if (hit := words.STOPS.search(s.text)) and not words.NO_STOP.search(s.text)
        ]
    return shown(places)


def step_back(talk: Talk) -> Finding:
    """How today's state is kept or restored. Money that is paid back is none, nor a switch that is only named."""
    places = []
    for turn in talk.yours:
        for signal, sentence in turn.firm("rollback"):
            if words.PAYS_BACK.search(sentence.text):
                continue
            if words.ONLY_A_FLAG.match(turn.text[signal.start : signal.end]) and not words.RESTORES.search(sentence.text):
                continue
            places.append(turn.words(signal.start, signal.end))
        places += _matching(turn, words.KEPT)
    return shown(places)


def _matching(turn: Spoken, pattern: re.Pattern[str]) -> list[Words]:
    return [at(turn, s, hit) for s in statements(turn) if (hit := pattern.search(s.text))]


# --- honesty ----------------------------------------------------------------------------------------------------------


def honesty_trade_off(talk: Talk) -> Finding:
    """A cost of the own plan: no boast ("people will want more of it"), and not what is lost without the plan."""
    places = []
    for turn in talk.yours:
        for signal, sentence in turn.firm("trade_off"):
            if _of_the_plan(sentence):
                places.append(turn.words(signal.start, signal.end))
        for sentence in statements(turn):
            hit = words.SHIFTED.search(sentence.text) or words.UGLY.search(sentence.text)
            if hit and _of_the_plan(sentence):
                places.append(at(turn, sentence, hit))
    return shown(places)


def _of_the_plan(sentence: Sentence) -> bool:
    return not words.BOASTS.search(sentence.text) and not words.CONSEQUENCE.search(sentence.text)


def honesty_unknown(talk: Talk) -> Finding:
    """One particular thing that is said to be not known."""
    places = []
    for turn in talk.yours:
        places += [turn.words(signal.start, signal.end) for signal, _ in turn.firm("unknown")]
        places += _matching(turn, words.NOT_KNOWN)
    return shown(places)


def honesty_concedes(talk: Talk) -> Finding:
    """A point given or the plan changed, after something that they said, and not taken back with "but"."""
    places = []
    for turn in talk.yours:
        if turn.previous is None:
            continue
        places += [turn.words(s.start, s.end, answers=True) for s in turn.stated("concession")]
        first = next(statements(turn), None)
        if first is not None and _stated_last(turn.previous.text) and (hit := words.GIVES_IN.match(first.text)):
            after = turn.text[first.start + hit.end() : first.end + 40]
            if not words.TAKEN_BACK.search(after[:60]):
                places.append(_in_reply(turn, first))
        for sentence in statements(turn):
            if (hit := words.SETTLES_FOR.search(sentence.text)) and turn.at > 1:
                start, end = hit.span()
                places.append(turn.words(sentence.start + start, sentence.start + end, answers=True))
    return shown(places)


def _stated_last(line: str) -> bool:
    """Whether their line ends with something stated: "correct" in answer to a question gives no point."""
    return "?" not in line.rstrip()[-3:]


def _in_reply(turn: Spoken, first: Sentence) -> Words:
    return turn.words(first.start, first.end, answers=True)


_SMALL = 10


def honesty_figures(talk: Talk) -> Finding:
    """Your figures against the facts, number by number. Not applicable without facts; not shown where you used none of them, as
    readers mark it: nobody saw a figure agree."""
    facts = [f for f in talk.case.facts if f.value is not None]
    known = [({*numbers_in(f.says), f.value}, talk.stems(f"{f.says} {f.unit}")) for f in facts]
    if not known:
        return NOT_APPLICABLE
    agrees: list[Words] = []
    for turn in talk.yours:
        for wrong in against(turn.text, talk.case.facts):
            return Finding("no", (turn.words(wrong.start, wrong.end),), opposite=True)
        for signal in (*turn.stated("figure"), *turn.stated("figure.effort", "period")):
            values = numbers_in(turn.text[signal.start : signal.end])
            sentence = turn.sentence(signal.start)
            about = talk.stems(sentence.text) if sentence else frozenset[str]()
            if any(len(about & stems) >= _alike(values) and _agree(values, numbers) for numbers, stems in known):
                agrees.append(turn.words(signal.start, signal.end))
    return shown(agrees)


def _alike(values: tuple[float, ...]) -> int:
    """Words that a sentence must share with a fact: "all four of them" may be four of anything."""
    return 2 if max(values, default=0) < _SMALL else 1


def _agree(values: tuple[float, ...], known: set[float | None]) -> bool:
    return any(k is not None and abs(v - k) <= 0.1 * max(abs(v), abs(k)) for v in values for k in known)


RULES: dict[tuple[str, str], Rule] = {
    ("step", "size"): step_size,
    ("step", "success"): step_success,
    ("step", "stop"): step_stop,
    ("step", "back"): step_back,
    ("honesty", "trade_off"): honesty_trade_off,
    ("honesty", "unknown"): honesty_unknown,
    ("honesty", "concedes"): honesty_concedes,
    ("honesty", "figures"): honesty_figures,
}
