"""Rules for how it was done: listening, the ask, the seed."""

from __future__ import annotations

from rehearse.review.case import Words
from rehearse.review.checks import words
from rehearse.review.checks.talk import NOTHING, Finding, Rule, Spoken, Talk, at, shown, stated, statements
from rehearse.signals import Signal
from rehearse.signals.text import Sentence

_PARROT = 8  # words in a row: repeating is not saying back
_ARGUES = ("figure", "source", "outcome", "precedent", "comparison", "mitigation", "small_step", "ask", "demo", "story")
_NEXT_STEP = ("ask", "owner", "promise", "small_step", "own_time", "invitation", "stop_rule", "success_measure")
_CONTACT = ("own_time", "promise", "invitation", "demo")
_PUSHES = ("pressure", "threat", "rank")


def _asked(turn: Spoken, signal: Signal) -> str:
    sentence = turn.sentence(signal.start)
    return sentence.text if sentence else turn.text[signal.start : signal.end]


# --- listening --------------------------------------------------------------------------------------------------------


def listening_open(talk: Talk) -> Finding:
    """An open question about what matters to them, not about what they think of the plan."""
    places = []
    for turn in talk.yours:
        for signal in turn.any("question.open"):
            asked = _asked(turn, signal)
            if words.ABOUT_THE_PLAN.search(asked):
                continue
            if words.YOURS.search(asked) and words.PRIORITY.search(asked):
                places.append(turn.words(signal.start, signal.end))
    return shown(places)


def _only_asks(turn: Spoken, signal: Signal) -> bool:
    """A request in the form of a question ("Shall we try it for a week?") wants a yes, and to know nothing."""
    return words.PROPOSES.match(_asked(turn, signal)) is not None


def listening_follows(talk: Talk) -> Finding:
    """A question that takes up their last line. The first turn of yours has no answer to build on yet."""
    return shown(
        [
            turn.words(signal.start, signal.end, answers=True)
            for turn in talk.yours[1:]
            if turn.previous
            for signal in turn.any("question.follow_up")
            if turn.has("question.open")
            and "?" in _asked(turn, signal)
            and not words.RHETORICAL.search(_asked(turn, signal))
            and not _only_asks(turn, signal)
        ]
    )


def listening_says_back(talk: Talk) -> Finding:
    """Their point in other words: it shares stems with what they said, and is no copy of it."""
    places = []
    for turn in talk.yours:
        heard = talk.theirs_before(turn.at, 3)
        for signal in turn.any("reflection"):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.PUTS_OFF.search(sentence.text) or not words.SAYS_BACK.search(sentence.text):
                continue
            mine = talk.stems(sentence.text)
            shared = next((x for x in heard if len(mine & talk.stems(x.text)) >= 1), None)
            if shared is not None and not _copies(sentence.text, shared.text):
                where = turn.words(signal.start, signal.end)
                places.append(Words(where.turn, where.quote, shared.turn))
    return shown(places)


def _copies(mine: str, theirs: str) -> bool:
    one, other = mine.lower().split(), theirs.lower().split()
    runs = {tuple(other[i : i + _PARROT]) for i in range(len(other) - _PARROT + 1)}
    return any(tuple(one[i : i + _PARROT]) in runs for i in range(len(one) - _PARROT + 1))


def listening_asks_first(talk: Talk) -> Finding:
    """After an objection, a question about it before the first argument against it."""
    places = []
    for turn in talk.yours:
        if turn.previous is None or turn.at <= 1 or not words.OBJECTS.search(turn.previous.text):
            continue
        asked = next(turn.any("question.follow_up", "question.open"), None)
        if asked is None or words.ABOUT_THE_PLAN.search(_asked(turn, asked)) or words.RHETORICAL.search(_asked(turn, asked)):
            continue
        if words.YES_IF.search(_asked(turn, asked)) or _only_asks(turn, asked):
            continue
        if asked.kind == "question.open" and not talk.stems(_asked(turn, asked)) & talk.stems(turn.previous.text):
            continue  # about something else
        sentence = turn.sentence(asked.start)
        start = sentence.start if sentence else asked.start
        if not any(s.start < start for s in turn.stated(*_ARGUES)):
            places.append(turn.words(asked.start, asked.end, answers=True))
    return shown(places)


# --- the ask ----------------------------------------------------------------------------------------------------------


def _asks(turn: Spoken) -> list[tuple[int, int]]:
    """Where one thing is asked for that can be answered by yes or no: not support or interest, and with its size."""
    out = []
    for signal in turn.any("ask"):
        sentence = turn.sentence(signal.start)
        if sentence is None:
            continue
        sized = _sized(turn, sentence)
        decides = words.DECIDE.search(sentence.text)
        if (sized or decides) and not (words.SUPPORT_ONLY.search(sentence.text) and not sized):
            out.append((signal.start, signal.end))
    wanted = turn.previous is not None and words.WANTS_THE_PLAN.search(turn.previous.text) is not None
    for sentence in turn.sentences:
        if sentence.heap or sentence.question or words.SUPPORT_ONLY.search(sentence.text):
            continue
        hit = words.PLAN.search(sentence.text)
        price = turn.has("figure.money", "figure.effort", within=sentence) and turn.has("date", "figure.effort", within=sentence)
        if hit and (_priced(turn, sentence) or words.DECIDE.search(sentence.text)):
            out.append((sentence.start + hit.start(), sentence.start + hit.end()))
        elif _price_of_the_whole(turn, sentence) or (wanted and price and not turn.has("hedge", "vague", within=sentence)):
            out.append((sentence.start, sentence.end))
    return sorted(out)


def _sized(turn: Spoken, sentence: Sentence) -> bool:
    return any(turn.has("figure.effort", "figure", "small_step", "date", "period", within=s) for s in turn.near(sentence))


def _priced(turn: Spoken, sentence: Sentence) -> bool:
    """People and time, or money, beside what is proposed."""
    return any(turn.has("figure.effort", "figure.money", within=s) for s in turn.near(sentence))


def _price_of_the_whole(turn: Spoken, sentence: Sentence) -> bool:
    """ "It is forty-six thousand for ten weeks with one station": a price with how long it is for."""
    return words.ITS_PRICE.match(sentence.text) is not None and turn.has("figure.money", within=sentence)


def ask_what(talk: Talk) -> Finding:
    """The decision wanted is clear, at the latest one turn after they asked for it (their greeting does not count as asking)."""
    found = [(t, span) for t in talk.yours for span in _asks(t)]
    if not found:
        return NOTHING
    wanted = [at for at, x in enumerate(talk.case.lines) if at > 0 and not x.you and words.WANTS_THE_ASK.search(x.text)]
    first = found[0][0].at
    if wanted and first > wanted[0]:
        turns_after = [t.at for t in talk.yours if wanted[0] < t.at <= first]
        if len(turns_after) > 2:
            turn, span = found[0]
            return Finding("no", (turn.words(*span),), opposite=True)
    return shown([t.words(*span) for t, span in found])


def ask_owner(talk: Talk) -> Finding:
    """One person who answers for the next step: named as its owner, or yourself with what you will do by a day.

    A group is nobody, and who must do without ("if they can carry it") owns nothing.
    """
    places = []
    for turn in talk.yours:
        for signal in turn.stated("owner"):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.NOBODYS.match(turn.text[signal.start : signal.end]):
                continue
            if not turn.has("unknown", within=sentence) and not words.NOT_KNOWN.search(sentence.text):
                places.append(turn.words(signal.start, signal.end))
        for sentence in statements(turn):
            hit = words.I_DO.search(sentence.text)
            by_a_day = any(turn.has("date", within=s) for s in turn.near(sentence))
            if hit and (by_a_day or words.MYSELF.search(sentence.text)) and not turn.has("deferral", within=sentence):
                places.append(at(turn, sentence, hit))
    return shown(places)


def ask_date(talk: Talk) -> Finding:
    """A day for the decision or the next step: a date beside an ask, an owner, a promise or a step; the closest first."""
    same, beside = [], []
    for turn in talk.yours:
        for signal in turn.any("date"):
            sentence = turn.sentence(signal.start)
            if sentence is None:
                continue
            if turn.has("ask", "owner", "promise", within=sentence):
                same += [turn.words(signal.start, signal.end), turn.tight(signal.start, signal.end)]
            elif any(turn.has(*_NEXT_STEP, within=s) for s in turn.near(sentence)):
                beside.append(turn.words(signal.start, signal.end))
    return shown(same + beside)


def ask_condition(talk: Talk) -> Finding:
    """Their condition in your words, after they stated it; or a yes tied to a condition, put to them as a question.

    Where they stated none, it was not said back either: asking what it is belongs to an ask.
    """
    lines = talk.case.lines
    places = []
    for place, line in enumerate(lines):
        if line.you or not words.CONDITION.search(line.text):
            continue
        theirs = talk.stems(line.text)
        for turn in talk.yours:
            if turn.at <= place:
                continue
            for sentence in turn.sentences:
                if not sentence.heap and len(theirs & talk.stems(sentence.text)) >= 2 and not _copies(sentence.text, line.text):
                    where = turn.words(sentence.start, sentence.end)
                    places.append(Words(where.turn, where.quote, line.turn))
    for turn in talk.yours[1:]:
        if turn.previous is not None:
            tied = (s for s in turn.sentences if not s.heap and words.YES_IF.search(s.text))
            places += [turn.words(s.start, s.end, answers=True) for s in tied]
    return shown(places)


# --- the seed ---------------------------------------------------------------------------------------------------------


def seed_view(talk: Talk) -> Finding:
    """An open question about how they see it, or an invitation to shape it."""
    return shown(
        [
            turn.words(signal.start, signal.end)
            for turn in talk.yours
            for signal in turn.any("question.open", "invitation")
            if words.YOURS.search(_asked(turn, signal))
        ]
    )


def seed_next(talk: Talk) -> Finding:
    """The next talk or look, with its day."""
    places = []
    for turn in talk.yours:
        for signal in turn.any("date"):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.LOSS.search(sentence.text):
                continue
            if words.NEXT_CONTACT.search(sentence.text) or turn.has(*_CONTACT, within=sentence):
                places.append(turn.words(signal.start, signal.end))
    return shown(places)


def seed_no_push(talk: Talk) -> Finding:
    """No demand for a decision. It shows only beside a seed: who offers and asks nothing has not refrained from anything."""
    for turn in talk.yours:
        for signal in turn.any(*_PUSHES, "ask"):
            asked = _asked(turn, signal)
            if signal.kind in _PUSHES or (words.DECIDE.search(asked) and not words.NO_DECISION.search(asked)):
                return Finding("no", (turn.words(signal.start, signal.end),), opposite=True)
    free = []
    for turn in talk.yours:
        for sentence in turn.sentences:
            hit = None if sentence.heap else words.NO_DECISION.search(sentence.text)
            if hit:
                free.append(turn.words(sentence.start + hit.start(), sentence.start + hit.end()))
    seeds = [*RULES[("seed", "gives")](talk).places, *seed_next(talk).places, *seed_view(talk).places]
    return shown(free + seeds)


RULES: dict[tuple[str, str], Rule] = {
    ("listening", "open"): listening_open,
    ("listening", "follows"): listening_follows,
    ("listening", "says_back"): listening_says_back,
    ("listening", "asks_first"): listening_asks_first,
    ("ask", "what"): ask_what,
    ("ask", "owner"): ask_owner,
    ("ask", "date"): ask_date,
    ("ask", "condition"): ask_condition,
    ("seed", "view"): seed_view,
    ("seed", "gives"): stated("own_time", "credit", "demo"),
    ("seed", "next"): seed_next,
    ("seed", "no_push"): seed_no_push,
}
