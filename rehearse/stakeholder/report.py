"""A turn appraised by a model: it reports moves and verdicts with quotes; code finds them again and decides what counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rehearse.conversation import (
    MOVES,
    VERDICTS,
    Appraisal,
    ConcernVerdict,
    Move,
    MoveKind,
    Stance,
    Turn,
)
from rehearse.errors import ServiceProblem
from rehearse.models.client import Client
from rehearse.models.items import Message
from rehearse.signals.needs import met
from rehearse.signals.text import Sentence, fold, words
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder import prompts
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.setting import Setting

LINES = 20  # of the talk before the turn that a model is shown
MOST = 60  # moves, or words of a quote, that are looked at
LEAST = 3  # words of a quote, where the turn is not shorter: "the" proves nothing
# Where no appraisal came that could be used; anything else is a service that cannot be reached, and is told.
UNUSABLE = ("not_usable", "too_long_context", "too_long", "empty", "refusal", "malformed")
# What code alone decides: it has seen every condition of it, or counts.
_BY_CODE: frozenset[MoveKind] = frozenset({"answers", "takes_up", "repeats", "monologue"})
_QUESTIONS: frozenset[MoveKind] = frozenset({"asks_open", "asks_closed", "follows_up"})
_NULL = [{"type": "string"}, {"type": "null"}]
SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {
        "moves": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"kind": {"enum": list(MOVES)}, "quote": {"type": "string"}, "concern": {"anyOf": _NULL}},
                "required": ["kind", "quote", "concern"],
                "additionalProperties": False,
            },
        },
        "concerns": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "verdict": {"enum": list(VERDICTS)},
                    "tests": {"type": "array", "items": {"type": "string"}},
                    "quote": {"anyOf": _NULL},
                },
                "required": ["id", "verdict", "tests", "quote"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["moves", "concerns"],
    "additionalProperties": False,
}
_QUOTE_MARKS = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‹", "<") | dict.fromkeys("›", ">") | dict.fromkeys("–—‑", "-")
)
_EDGE = " \t\r\n\"'.,;:!?…()"


class ModelAppraiser:
    """Appraises with a model, checked by code. Where its reply cannot be used after one retry, the rules' appraisal stands."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def appraise(self, setting: Setting, stance: Stance, take: tuple[Turn, ...], reading: Reading) -> Appraisal:
        own = rules.appraise(reading, setting.persona, stance)
        shown = prompts.window(take, LINES)
        talk = prompts.transcript(setting.persona, shown, len(take) - len(shown))
        voiced = setting.persona.concern(reading.voiced) if reading.voiced else None
        messages = (
            Message("system", prompts.appraiser_system(setting)),
            Message("user", prompts.appraised(talk, reading.text, voiced.id if voiced else "")),
        )
        try:
            reply = await self._client.structured(messages, SCHEMA, valid, name="appraisal")
        except ServiceProblem as problem:
            if problem.kind in UNUSABLE:
                return own
            raise
        return merged(reply, own, reading, setting, stance)


def valid(reply: object) -> dict[str, list[dict[str, object]]]:
    """The reply as moves and concerns. Raises ValueError with what is wrong, in words for the model."""
    if not isinstance(reply, dict) or not isinstance(reply.get("moves"), list) or not isinstance(reply.get("concerns"), list):
        raise ValueError('answer with an object that has the lists "moves" and "concerns"')
    if any(not isinstance(x, dict) for x in reply["moves"] + reply["concerns"]):
        raise ValueError("every move and every concern is an object")
    return {"moves": reply["moves"], "concerns": reply["concerns"]}


def merged(
    reply: dict[str, list[dict[str, object]]], own: Appraisal, reading: Reading, setting: Setting, stance: Stance
) -> Appraisal:
    """The model's appraisal as far as code can follow it (rules of the stakeholder, 10), on top of the rules' own.

    A test counts where its quote is found and the signals that it needs stand in that sentence; what the rules themselves
    found counts as well, since there every condition was checked. Every move of the model needs its quote, a question must be
    one, and parking needs a date.
    """
    moves = list(own.moves)
    for item in reply["moves"][:MOST]:
        kind, span = item.get("kind"), found(str(item.get("quote") or ""), reading.text)
        if kind not in MOVES or span is None or not _enough(span, reading) or not _follows(kind, span, reading):
            continue
        concern = str(item.get("concern") or "") or None
        known = concern if concern and setting.persona.concern(concern) else None
        if kind == "parks":
            known = reading.voiced
        if not any(m.kind == kind and m.start < span[1] and span[0] < m.end for m in own.moves):
            moves.append(Move(kind, span[0], span[1], reading.text[span[0] : span[1]], known))
    said = {str(c.get("id")): c for c in reversed(reply["concerns"][:MOST])}
    verdicts = tuple(_verdict(v, said.get(v.id), reading, setting, stance) for v in own.concerns)
    for verdict in verdicts:
        for test in verdict.tests:
            if verdict.quote and not any(m.concern == verdict.id and m.test == test for m in moves):
                at = reading.text.find(verdict.quote)
                moves.append(Move("answers", at, at + len(verdict.quote), verdict.quote, verdict.id, test))
    unique = tuple(sorted(dict.fromkeys(moves), key=lambda m: (m.start, m.end, m.kind)))
    return Appraisal(unique, verdicts, "model")


def _follows(kind: MoveKind, span: tuple[int, int], reading: Reading) -> bool:
    """Whether code can follow a move that the model reports at this place."""
    if kind in _BY_CODE:
        return False
    if kind in _QUESTIONS:
        asked = any(s.question for s in _sentences(span, reading))
        return asked or any(s.kind.startswith("question.") and s.start < span[1] and span[0] < s.end for s in reading.signals)
    if kind == "parks":
        return reading.voiced is not None and reading.has("date")
    return True


def _enough(span: tuple[int, int], reading: Reading) -> bool:
    """Whether a quote is long enough to show something: three words, or a whole sentence that is shorter."""
    inside = [w for w in words(reading.text) if span[0] <= w.start < span[1]]
    if len(inside) >= LEAST:
        return True
    return any(len(words(s.text)) <= len(inside) for s in _sentences(span, reading))


def _sentences(span: tuple[int, int], reading: Reading) -> list[Sentence]:
    return [s for s in reading.sentences if s.start < span[1] and span[0] < s.end]


def _verdict(
    own: ConcernVerdict, theirs: dict[str, object] | None, reading: Reading, setting: Setting, stance: Stance
) -> ConcernVerdict:
    """The verdict on one concern. The rules' own stands where theirs has no quote to show: a turn is not ignored by say-so."""
    if theirs is None or own.verdict == "evidenced":
        return own
    verdict = theirs.get("verdict")
    span = found(str(theirs.get("quote") or ""), reading.text)
    if verdict not in VERDICTS or verdict == "ignored" or span is None or not _enough(span, reading):
        return own
    quote = reading.text[span[0] : span[1]]
    if verdict != "evidenced":
        return own if own.verdict == "deflected" else ConcernVerdict(own.id, verdict, (), quote, True)
    named = theirs.get("tests")
    tests = _tests(own.id, named if isinstance(named, list) else [], span, reading, setting, stance)
    if tests:
        return ConcernVerdict(own.id, "evidenced", tests, quote, True)
    if own.verdict in ("engaged", "deflected"):
        return own
    return ConcernVerdict(own.id, "asserted", (), quote, True)


def _tests(
    id: str, named: Sequence[object], span: tuple[int, int], reading: Reading, setting: Setting, stance: Stance
) -> tuple[str, ...]:
    """The tests among those named whose needs the signals find in the sentence of the quote."""
    concern = setting.persona.concern(id)
    had = stance.concerns[id].tests if id in stance.concerns else ()
    places = _sentences(span, reading)
    inside = tuple(s for s in reading.signals if any(p.start <= s.start < p.end for p in places))
    tests: list[str] = []
    if reading.heap:
        return ()
    for test in concern.resolved_by if concern else ():
        if test.id not in named or (test.of is not None and test.of not in (*had, *tests)):
            continue
        answers = reading.voiced == id
        if not test.needs or met(test.needs, reading.text, inside, answers=answers, where=(span,)) is not None:
            tests.append(test.id)
    return tuple(tests)


def found(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in the turn: case, white space, kinds of quote mark and dash, and what is at its edges aside. None
    where it does not."""
    parts = _folded(quote).strip(_EDGE).removesuffix("...").split()
    if not parts or len(parts) > MOST:
        return None
    # Words, not letters: "so" is not in "also".
    wanted = r"\s+".join(re.escape(p) for p in parts)
    hit = re.search(rf"(?<!\w){wanted}(?!\w)", _folded(text))
    return hit.span() if hit else None


def _folded(text: str) -> str:
    """Code point for code point, so that places stay what they are."""
    return fold(text).translate(_QUOTE_MARKS)
