"""The objections of a meeting and the criterion that code fills from them. Pure (stakeholder rules 2 to 4).

Where the turns carry stances, the status of a concern is the stance's. In a transcript from elsewhere nobody knows what the
other side made of a reply: there it is built from the verdicts and tests of the appraisals, and from what the eye sees in what you
said to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rehearse import signals
from rehearse.conversation import ConcernState, Parked, Stance, Turn
from rehearse.personas import Concern, Persona
from rehearse.review.checks.words import PROPOSES, SUBSTANCE
from rehearse.review.replies import VOICING, Replies
from rehearse.review.types import Mark, Objection, ParkedUntil, Place, Said, Why
from rehearse.rubrics import Check, Criterion, Rubric
from rehearse.stakeholder import status as statuses

_HEAVY = 3

_CONFIRMS = re.compile(
    r"\b(?:do(?:es)?|did|would|will|is|have|has|are)\b[^.?!]{0,40}?\b(?:answers?|answered|settles?|settled|address(?:es)?|addressed|"
    r"covers?|covered|deals? with|enough|resolves?|resolved|satisf(?:y|ies|ied)|convinces?|put (?:you|that) (?:at ease|to rest)|"
    r"take care of)\b[^.?!]*\?"
    r"|\b(?:does|would|will|do|is) (?:that|this|it|those|these) (?:then )?(?:sit|work|help|suit|do|fit|hold|go down|be (?:all right|alright|okay|ok|fine|better)|"
    r"(?:all right|alright|okay|ok|fine|better|good enough|what you (?:need|needed|meant|wanted)))\b[^.?!]*\?"
    r"|\b(?:would|could|will|can) (?:you|she|he|they|[A-Z]\w+|the \w+|your \w+) (?:then )?(?:take|accept|buy|live with|work with|go with|sleep on) "
    r"(?:that|this|it)\b[^.?!]*\?"
    r"|\bwhat(?:'s|’s| is| would)? (?:still |is still )?(?:missing|left open|unanswered)\b[^.?!]*\?"
    r"|\b(?:anything|what else) (?:still |is still )?(?:missing|open|unanswered|left)\b[^.?!]*\?",
    re.IGNORECASE,
)
# Their own word, in a meeting held elsewhere, that a reply was good: the first words of the line right after it.
_ACCEPTS = re.compile(
    r"^\W*(?:hm+|huh|mm|oh|well|okay|ok|right|yes|so)?\W*(?:"
    r"(?:that(?:['’]s| is)|this is|it(?:['’]s| is)) (?:(?:very |quite |already |at least )?(?:clear|good|fair|better|helpful|reasonable|honest|more than|something|what i|"
    r"the first thing|a (?:good|better|clear|fair|straight|proper|real))\b)|"
    r"(?:fine|good|fair enough|thank you|thanks|all right|alright|understood|noted|great|excellent)\b(?! (?:but|for you))|"
    r"i (?:like|believe|take|accept|can (?:use|live with|explain|sell|work with|say)|could live with)\b|i am glad|i['’]m glad|"
    r"[^.?!]{2,30} i (?:like|can (?:use|live with|explain|sell|work with|say)|could live with)\b)",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:but|still|not (?:what|an answer|enough|yet)|isn['’]t|is not|though|however)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Handled:
    """What was done about one objection after it was first voiced: the words, where there are any."""

    explored: Place | None = None
    asked_first: Place | None = None


def objections(take: Sequence[Turn], persona: Persona | None) -> tuple[Objection, ...]:
    """One objection for each concern that was voiced, in the order of the first voicing. Empty without a persona."""
    if persona is None:
        return ()
    found = ruled(take, persona)
    if not found or last_stance(take) is not None:
        return found
    replies = Replies(take, persona)
    return tuple(_as_seen(o, replies) for o in found)


def ruled(take: Sequence[Turn], persona: Persona) -> tuple[Objection, ...]:
    """The same as stances, tests and their own words have it, without the eye."""
    voiced = _voicings(take, persona)
    states, accepted = _states(take, persona, voiced)
    out = []
    for concern_id, turns in voiced.items():
        concern = persona.concern(concern_id)
        state = states[concern_id]
        if concern is None:
            continue
        out.append(
            Objection(
                concern=concern_id,
                label=concern.label,
                kind=concern.kind,
                weight=concern.weight,
                words=turns[0].text,
                status=statuses.objection(state) or "open",
                turns=tuple(t.id for t in turns),
                answered=_answers(take, concern_id, state),
                parked=ParkedUntil(state.parked.owner, state.parked.date) if state.parked else None,
                met=state.tests,
                sure=state.status == "parked" or concern_id in accepted,
            )
        )
    return tuple(out)


def _as_seen(objection: Objection, replies: Replies) -> Objection:
    """The eye's word on whether an objection was answered, where neither an owner and a date nor their own word settle it."""
    if objection.sure:
        return objection
    words = replies.answer(objection)
    if words and not objection.settled:
        return replace(objection, status="answered", answered=objection.answered or words)
    if objection.settled and not words:
        return replace(objection, status="half_answered" if objection.met else "open")
    return replace(objection, answered=objection.answered or words) if objection.settled else objection


def _voicings(take: Sequence[Turn], persona: Persona) -> dict[str, list[Turn]]:
    found: dict[str, list[Turn]] = {}
    for turn in take:
        if turn.speaker == "stakeholder" and turn.concern and (turn.act is None or turn.act in VOICING):
            found.setdefault(turn.concern, []).append(turn)
    known = {c.id for c in persona.concerns}
    return {c: turns for c, turns in found.items() if c in known}


def last_stance(take: Sequence[Turn]) -> Stance | None:
    """The stance where the take ends; None in a foreign transcript."""
    return next((t.stance for t in reversed(take) if t.stance is not None), None)


def _states(
    take: Sequence[Turn], persona: Persona, voiced: Mapping[str, Sequence[Turn]]
) -> tuple[dict[str, ConcernState], frozenset[str]]:
    """The state of every concern, and those of which they said that the reply was good."""
    stance = last_stance(take)
    states, accepted = {}, set()
    for concern in persona.concerns:
        had = stance.concerns.get(concern.id) if stance else None
        state, said = (had, False) if had else _from_appraisals(take, concern, voiced.get(concern.id, ()))
        states[concern.id] = state
        if said:
            accepted.add(concern.id)
    return states, frozenset(accepted)


def _from_appraisals(take: Sequence[Turn], concern: Concern, voiced: Sequence[Turn]) -> tuple[ConcernState, bool]:
    """A concern's state built from what each turn did to it, and whether they said that it is met: for transcripts that carry no
    stance."""
    state = ConcernState(status="raised" if voiced else "hidden", voiced=len(voiced))
    open_now = on_table = False
    half_way = False  # partly met by your last words on it, and not voiced since
    accepted = False
    reply = ""
    for turn in take:
        if turn.speaker == "stakeholder":
            again = any(v.id == turn.id for v in voiced)
            if on_table and not again and state.status in ("raised", "partly_met") and _accepted(turn.text, reply, state):
                state, accepted = replace(state, status="met"), True
            half_way = half_way and not again
            on_table = again
            open_now = open_now or again
            continue
        reply = turn.text
        verdict = turn.appraisal.of(concern.id) if turn.appraisal else None
        if turn.appraisal is None or verdict is None:
            continue
        state = replace(state, tests=tuple(dict.fromkeys(state.tests + verdict.tests)))
        if open_now and (verdict.about or verdict.tests or state.last is None):
            state = replace(state, last=verdict.verdict)
        parks = turn.appraisal.first("parks", concern=concern.id)
        if parks is not None and state.parked is None:
            state = replace(state, status="parked", parked=Parked(*_owner_and_date(turn.text)))
        by = statuses.by_tests(concern, state)
        if by == "met" or (by is not None and state.status != "parked"):
            state = replace(state, status=by)
        half_way = half_way or (open_now and bool(verdict.tests))
    if half_way and state.status == "partly_met":
        return replace(state, status="met"), accepted  # they had heard enough: they never came back to it
    return state, accepted


def _accepted(line: str, reply: str, state: ConcernState) -> bool:
    """Whether their line right after your reply says that it was good: nobody knows better than they what they needed to hear.

    What passed the worry over, or held nothing, is not made an answer by politeness.
    """
    if state.last not in ("evidenced", "asserted", "engaged") or not any(s.kind in SUBSTANCE for s in signals.find(reply)):
        return False
    said = re.split(r"(?<=[.!?])\s", line.strip(), maxsplit=2)
    first = " ".join(said[:2])
    return _ACCEPTS.match(first) is not None and not _REFUSES.search(first)


def _owner_and_date(text: str) -> tuple[str, str]:
    found = signals.find(text)

    def words(kind: str, otherwise: str) -> str:
        hit = next((s for s in found if s.kind == kind), None)
        return text[hit.start : hit.end] if hit else otherwise

    return words("owner", "you"), words("date", "")


def _answers(take: Sequence[Turn], concern: str, state: ConcernState) -> tuple[Place, ...]:
    """Your words that met its tests, one for each test, in the order in which they were said."""
    found: dict[str, Place] = {}
    for turn in take:
        if turn.speaker != "you" or turn.appraisal is None:
            continue
        for move in turn.appraisal.moves:
            if move.kind == "answers" and move.concern == concern and (move.test or "") in state.tests:
                found.setdefault(move.test or "", Place(turn.id, move.start, move.end, move.quote))
    return tuple(dict.fromkeys(found.values()))


# --- the criterion that is filled from the ledger -------------------------------------------------------------------


def marks(
    take: Sequence[Turn], found: Sequence[Objection], rubric: Rubric, persona: Persona | None
) -> dict[tuple[str, str], Mark]:
    """A mark for every check of every criterion whose source is the ledger; not applicable where nothing was objected.

    `persona` is the one that `found` was made with."""
    out = {}
    for criterion in rubric.criteria:
        if criterion.source == "ledger":
            for check in criterion.checks:
                out[(criterion.id, check.id)] = _mark(take, found, criterion, check, persona)
    return out


def _mark(take: Sequence[Turn], found: Sequence[Objection], criterion: Criterion, check: Check, persona: Persona | None) -> Mark:
    verdict, place = _checked(take, found, check.id, persona)
    if verdict is None:  # a check of the rubric's own that code has no rule for: neither shown nor denied
        return Mark(criterion.id, check.id, check.question, "unsure", "nothing_found")
    why: Why = "does_not_apply" if verdict == "na" else "from_ledger"
    return Mark(criterion.id, check.id, check.question, verdict, why, place)


def _checked(
    take: Sequence[Turn], found: Sequence[Objection], check: str, persona: Persona | None
) -> tuple[Said | None, Place | None]:
    if not found or persona is None:
        return "na", None
    if check == "root":
        return _half(found, [o.settled for o in found]), _first(p for o in found if o.settled for p in o.answered)
    if check == "heavy":
        heavy = [o for o in found if o.weight == _HEAVY]
        if not heavy:
            return "na", None
        place = _first(p for o in heavy for p in o.answered)
        return ("yes", place) if all(o.settled for o in heavy) else ("no", None)
    if check == "confirmed":
        place = _confirmed(take, found)
        return ("yes" if place else "no"), place
    if check == "acknowledged":
        granted, place = Replies(take, persona).grant(found)
        return ("yes" if granted else "no"), place
    if check == "explored":
        places = [_handled(take, o).explored for o in found]
        verdict = _half(found, [p is not None for p in places])
        return verdict, _first(p for p in places if p) if verdict == "yes" else None
    return None, None


def _half(found: Sequence[Objection], done: Sequence[bool]) -> Said:
    return "yes" if 2 * sum(done) >= len(found) else "no"


def _first(places: Iterable[Place]) -> Place | None:
    return next(iter(places), None)


def _handled(take: Sequence[Turn], objection: Objection) -> _Handled:
    """Exploring counts only after the objection was voiced, in words about it (or in reply to it)."""
    explored: Place | None = None
    first_try: Place | None = None
    argued = seen = False
    on_table: str | None = None
    voiced: set[str | None] = set()
    for turn in take:
        if turn.speaker == "stakeholder":
            if turn.concern and (turn.act is None or turn.act in VOICING):
                on_table = turn.concern
                voiced.add(turn.concern)
            seen = seen or turn.id in objection.turns
            continue
        if not seen or turn.appraisal is None:
            continue
        reply = on_table == objection.concern and _speaks_to(turn, objection)
        for move in turn.appraisal.moves:
            to_reply = reply and move.kind != "answers" and move.concern not in voiced
            if move.concern != objection.concern and not to_reply:
                continue
            place = Place(turn.id, move.start, move.end, move.quote)
            if move.kind in ("asks_open", "follows_up") and not PROPOSES.match(move.quote):
                if move.kind == "asks_open":  # what can be answered by yes or no explores nothing
                    explored = explored or place
                first_try = first_try or (None if argued else place)
            elif move.kind == "answers":
                argued = True
    return _Handled(explored, first_try)


def _speaks_to(turn: Turn, objection: Objection) -> bool:
    """Whether your turn was taken as a reply to it: then its questions are about it, whatever other words they hold."""
    verdict = turn.appraisal.of(objection.concern or "") if turn.appraisal else None
    return verdict is not None and verdict.verdict in ("engaged", "asserted", "evidenced")


def asked_before_answering(take: Sequence[Turn], found: Sequence[Objection]) -> tuple[int, int]:
    """(objections answered at once without a question, objections that got an answer at all): for the next thing."""
    answered = [o for o in found if o.answered or o.status in ("half_answered", "answered")]
    return sum(_handled(take, o).asked_first is None for o in answered), len(answered)


def asked_about(take: Sequence[Turn], found: Sequence[Objection]) -> int:
    """How many objections an open question of yours was about, after they were voiced: for the next thing."""
    return sum(_handled(take, o).explored is not None for o in found)


def confirms(text: str) -> bool:
    """Whether these words ask if something answers it, or what is still missing."""
    return _CONFIRMS.search(text) is not None


def _confirmed(take: Sequence[Turn], found: Sequence[Objection]) -> Place | None:
    first = found[0].turns[0]
    seen = answered = False
    for turn in take:
        if turn.id == first:
            seen = True
        if turn.speaker != "you" or not seen:
            continue
        answered = answered or turn.appraisal is None or any(v.tests for v in turn.appraisal.concerns)
        hit = _CONFIRMS.search(turn.text)
        if hit is not None and answered:
            return Place(turn.id, hit.start(), hit.end(), hit.group())
    return None
