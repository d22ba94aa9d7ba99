"""Rules for how it was done: listening, the ask, the seed."""

from __future__ import annotations

from rehearse.review.case import Words
from rehearse.review.checks import words
from rehearse.review.checks.talk import NOT_APPLICABLE, NOTHING, Finding, Rule, Spoken, Talk, shown, stated
from rehearse.signals import Signal

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
            if "?" in _asked(turn, signal) and not words.RHETORICAL.search(_asked(turn, signal)) and not _only_asks(turn, signal)
        ]
    )


def listening_says_back(talk: Talk) -> Finding:
    """Their point in other words: it shares stems with what they said, and is no copy of it."""
    places = []
    for turn in talk.yours:
        heard = talk.theirs_before(turn.at, 3)
        for signal in turn.any("reflection"):
            sentence = turn.sentence(signal.start)
            if sentence is None or words.PUTS_OFF.search(sentence.text):
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
        sentence = turn.sentence(asked.start)
        start = sentence.start if sentence else asked.start
        if not any(s.start < start for s in turn.stated(*_ARGUES)):
            places.append(turn.words(asked.start, asked.end, answers=True))
    return shown(places)


# --- the ask ----------------------------------------------------------------------------------------------------------


def _asks(turn: Spoken) -> list[Signal]:
    """Asks for one thing that can be answered by yes or no: not for support or interest."""
    out = []
    for signal in turn.any("ask"):
        sentence = turn.sentence(signal.start)
        if sentence is None:
            continue
        sized = any(turn.has("figure.effort", "figure", "small_step", "date", "period", within=s) for s in turn.near(sentence))
        decides = words.DECIDE.search(sentence.text)
        if (sized or decides) and not (words.SUPPORT_ONLY.search(sentence.text) and not sized):
            out.append(signal)
    return out


def ask_what(talk: Talk) -> Finding:
    """The decision wanted is clear, at the latest one turn after they asked for it (their greeting does not count as asking)."""
    found = [(t, s) for t in talk.yours for s in _asks(t)]
    if not found:
        return NOTHING
    wanted = [at for at, x in enumerate(talk.case.lines) if at > 0 and not x.you and words.WANTS_THE_ASK.search(x.text)]
    first = found[0][0].at
    if wanted and first > wanted[0]:
        turns_after = [t.at for t in talk.yours if wanted[0] < t.at <= first]
        if len(turns_after) > 2:
            turn, signal = found[0]
            return Finding("no", (turn.words(signal.start, signal.end),), opposite=True)
    return shown([t.words(s.start, s.end) for t, s in found])


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
    """Their condition in your words, after they stated it. Not applicable where they stated none."""
    lines = talk.case.lines
    stated_at = [at for at, x in enumerate(lines) if not x.you and words.CONDITION.search(x.text)]
    if not stated_at:
        return NOT_APPLICABLE
    places = []
    for at in stated_at:
        theirs = talk.stems(lines[at].text)
        for turn in talk.yours:
            if turn.at <= at:
                continue
            for sentence in turn.sentences:
                if (
                    not sentence.heap
                    and len(theirs & talk.stems(sentence.text)) >= 2
                    and not _copies(sentence.text, lines[at].text)
                ):
                    where = turn.words(sentence.start, sentence.end)
                    places.append(Words(where.turn, where.quote, lines[at].turn))
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
    ("ask", "owner"): stated("owner"),
    ("ask", "date"): ask_date,
    ("ask", "condition"): ask_condition,
    ("seed", "view"): seed_view,
    ("seed", "gives"): stated("own_time", "credit", "demo"),
    ("seed", "next"): seed_next,
    ("seed", "no_push"): seed_no_push,
}
