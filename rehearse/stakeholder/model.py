"""The stakeholder with a language model: it reports moves with quotes and words an act. It never decides."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing

from rehearse.conversation import (
    MOVES,
    VERDICTS,
    Appraisal,
    ConcernVerdict,
    Move,
    Source,
    Stance,
    Turn,
)
from rehearse.errors import ServiceProblem
from rehearse.models.client import Client
from rehearse.models.items import Chunk, Done, Message, Retry, Wait
from rehearse.signals.needs import met
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder import guard, prompts
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.speech import Anew, Comeback, Finished, Piece, Silence, Speech
from rehearse.stakeholder.wording import word

REWRITES = 2
FEWER = 12  # lines that a model is shown when the whole talk does not fit
NEGATIVE = frozenset(
    {"pressures", "pulls_rank", "threatens", "dismisses", "flatters", "defers", "repeats", "monologue", "jargon"}
)
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


class ModelAppraiser:
    """Appraises with a model, checked by code. Where its reply cannot be used after one retry, the rules' appraisal stands."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def appraise(self, setting: Setting, stance: Stance, take: tuple[Turn, ...], reading: Reading) -> Appraisal:
        own = rules.appraise(reading, setting.persona, stance)
        talk = prompts.transcript(setting.persona, take[-FEWER:])
        messages = (
            Message("system", prompts.appraiser_system(setting)),
            Message("user", f"{talk}\n<turn>\n{prompts.fenced(reading.text)}\n</turn>\nWhat does this turn do?"),
        )
        try:
            reply = await self._client.structured(messages, SCHEMA, valid, name="appraisal")
        except ServiceProblem as problem:
            if problem.kind in ("not_usable", "too_long_context", "too_long", "empty", "refusal", "malformed"):
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
    """The model's appraisal as far as code can follow it (rules of the stakeholder, 10).

    A test counts where the quote is found and the signals it needs stand in that sentence; what the rules themselves found
    counts as well, since there every condition was checked. A move needs its quote; negative moves of the rules stay.
    """
    moves = [m for m in own.moves if m.kind in NEGATIVE or m.kind in ("answers", "takes_up", "asks_commitment", "parks")]
    for item in reply["moves"][:60]:
        kind, span = item.get("kind"), found(str(item.get("quote") or ""), reading.text)
        concern = str(item.get("concern") or "") or None
        if kind not in MOVES or span is None or kind in ("answers", "takes_up"):
            continue
        known = concern if concern and setting.persona.concern(concern) else None
        moves.append(Move(kind, span[0], span[1], reading.text[span[0] : span[1]], known))
    said = {str(c.get("id")): c for c in reply["concerns"]}
    verdicts = tuple(_verdict(v, said.get(v.id), reading, setting, stance) for v in own.concerns)
    for verdict in verdicts:
        for test in verdict.tests:
            if verdict.quote and not any(m.concern == verdict.id and m.test == test for m in moves):
                at = reading.text.find(verdict.quote)
                moves.append(Move("answers", at, at + len(verdict.quote), verdict.quote, verdict.id, test))
    unique = tuple(sorted(dict.fromkeys(moves), key=lambda m: (m.start, m.end, m.kind)))
    return Appraisal(unique, verdicts, "model")


def _verdict(
    own: ConcernVerdict, theirs: dict[str, object] | None, reading: Reading, setting: Setting, stance: Stance
) -> ConcernVerdict:
    if theirs is None or own.verdict == "evidenced":
        return own
    verdict = theirs.get("verdict")
    span = found(str(theirs.get("quote") or ""), reading.text)
    if verdict not in VERDICTS or (span is None and verdict != "ignored"):
        return own
    if verdict == "ignored":
        return own if own.verdict == "deflected" else ConcernVerdict(own.id, "ignored", (), None, own.about)
    assert span is not None
    quote = reading.text[span[0] : span[1]]
    if verdict != "evidenced":
        return ConcernVerdict(own.id, verdict, (), quote, True)
    concern = setting.persona.concern(own.id)
    named = theirs.get("tests")
    tests = []
    had = stance.concerns[own.id].tests if own.id in stance.concerns else ()
    for test in concern.resolved_by if concern else ():
        claimed = isinstance(named, list) and test.id in named
        shown = not test.needs or met(test.needs, reading.text, reading.signals, answers=True, where=(span,)) is not None
        if claimed and shown and (test.of is None or test.of in had or test.of in tests):
            tests.append(test.id)
    if not tests:
        return ConcernVerdict(own.id, "asserted", (), quote, True)
    return ConcernVerdict(own.id, "evidenced", tuple(tests), quote, True)


def found(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in the turn, case and white space aside. None where it does not."""
    import re

    parts = quote.split()
    if not parts or len(parts) > 60:
        return None
    hit = re.search(r"\s+".join(re.escape(p) for p in parts), text, re.IGNORECASE)
    return hit.span() if hit else None


class ModelSpeaker:
    """Words an act with a model, streamed. The guard checks each draft; after two rewrites the persona's own words stand."""

    def __init__(self, client: Client, model: str) -> None:
        self._client = client
        self._by = Source("model", model, prompts.SPEAK)

    async def speak(
        self, setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], draws: Draws, minutes_left: int
    ) -> AsyncIterator[Speech]:
        own = word(setting, stance, act, take, draws, minutes_left)
        earlier = tuple(t.text for t in take if t.speaker == "stakeholder")
        remark, shown, note = "", take, ""
        for attempt in range(REWRITES + 1):
            line: list[str] = []
            try:
                async with aclosing(self._client.stream(self._messages(setting, stance, act, shown, own, remark))) as stream:
                    async for item in stream:
                        match item:
                            case Chunk(text):
                                line.append(text)
                                yield Piece(text)
                            case Wait(seconds):
                                yield Silence(seconds)
                            case Retry(seconds):
                                yield Comeback(seconds)
                            case Done():
                                note = item.said
            except ServiceProblem as problem:
                if problem.kind == "too_long_context" and len(shown) > FEWER:
                    shown = take[-FEWER:]
                    remark = ""
                    note = f"The model sees only the last {FEWER} lines."
                    yield Anew()
                    continue
                raise
            text = guard.tidy("".join(line), setting.persona.name)
            findings = guard.check(text, setting, stance, act, earlier)
            if not findings:
                if text != "".join(line).strip():
                    yield Anew()
                    yield Piece(text)
                yield Finished(self._by, note)
                return
            remark = "; ".join(f.words for f in findings)
            yield Anew()
            if attempt == REWRITES:
                break
        yield Piece(own)
        yield Finished(Source("offline", None, prompts.SPEAK), "In the person's own words: what the model wrote did not fit.")

    def _messages(
        self, setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], own: str, remark: str
    ) -> tuple[Message, ...]:
        last = prompts.instruction(setting, stance, act, own)
        if remark:
            last = f"Your last draft did not fit. Write it anew with this in mind: {remark}.\n{last}"
        return (
            Message("system", prompts.speaker_system(setting)),
            Message("user", f"{prompts.transcript(setting.persona, take)}\n\n{last}"),
        )
