"""A meeting as it stands on paper: everything that is said of it, in the order of the review on the screen. No markup.

Web page and PDF are both made of it, so that they say the same. It holds what its object holds and nothing that was not said:
no withheld fact, no mentor note, no address of a service, no other meeting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rehearse.conversation import LADDER
from rehearse.errors import InputProblem
from rehearse.exchange import words
from rehearse.exchange.words import HUES, Hue
from rehearse.personas import Persona
from rehearse.review.decision import headline, went_back
from rehearse.review.mentor import OwnMark, brought_by
from rehearse.review.types import Decision, Given, Review, asked

VERDICT_HUES: dict[str, Hue] = {"yes": "accent", "no": "stone", "na": "stone", "unsure": "amber"}
_RANK: tuple[Hue, ...] = ("brick", "amber", "accent", "blue", "stone")  # whose mark is seen where several lie over each other
_Map = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that were said, and the number of their line (from 1), 0 where that is not in this take."""

    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What a person said of a check: who, yes or no and whether that is what the judge said, and why."""

    who: str
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """`marks` are those of people, the oldest first, beside the judge's verdict."""

    verdict: str
    hue: Hue
    question: str
    quote: Quote | None = None
    marks: tuple[MarkRow, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionRow:
    title: str
    passed: int
    applicable: int
    checks: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    label: str
    status: str
    hue: Hue
    raised: Quote
    how: str
    answers: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ReasonRow:
    words: str
    quote: Quote | None
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside a line. `chip` is its kind in a word or two."""

    chip: str
    hue: Hue
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, marked in a hue or not."""

    text: str
    hue: Hue | None = None


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the transcript. `remark` is said of how it ended, `at` its time."""

    number: int
    who: str
    yours: bool
    at: str
    pieces: tuple[Piece, ...]
    remark: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole. What there is not is empty; `step` is None where nobody knows where they stand (a transcript from elsewhere)."""

    title: str
    about: tuple[str, ...]
    ask: str
    sentence: str
    lead: str
    step: int | None
    said_last: str
    decision: tuple[tuple[str, str], ...]
    reasons: tuple[ReasonRow, ...]
    curve: tuple[tuple[float, float], ...]
    one: str
    one_why: str
    one_line: int
    not_judged: str
    passed: int
    applicable: int
    criteria: tuple[CriterionRow, ...]
    flags: tuple[tuple[str, Quote], ...]
    objections: tuple[ObjectionRow, ...]
    lines: tuple[LineRow, ...]
    foot: str
    foreign: bool
    pronouns: str

    @property
    def whole_curve(self) -> tuple[tuple[float, float], ...]:
        """From the beginning to the end of the take; empty where there are too few points for a line."""
        if len(self.curve) < 2:
            return ()
        return (*(() if self.curve[0][0] <= 0 else ((0.0, 0.0),)), *self.curve, (1.0, self.curve[-1][1]))


def level_at(curve: tuple[tuple[float, float], ...], at: float) -> float:
    """The level of a curve at a place, between two points on the straight line between them."""
    for (x0, y0), (x1, y1) in pairwise(curve):
        if x0 <= at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0) if x1 > x0 else y1
    return curve[-1][1] if curve else 0.0


def paper(meeting: _Map) -> Paper:
    """The meeting of a `rehearse/rehearsal@1` object, with its latest review."""
    take = {id: i for i, id in enumerate(meeting["take"], 1)}
    said = {t["id"]: t for t in meeting["turns"] if t["id"] in take}
    review = _readable(meeting.get("review"))
    persona = meeting["persona"]
    foreign = bool(meeting.get("foreign"))
    they = Persona("", str(persona["name"]), persona.get("pronouns", "they"), "", "", "", "")
    sentence, lead = _headline(meeting, review, they, foreign)
    objections = review["objections"] if review is not None else meeting["objections"]
    judged = review is not None and review["judged"]
    one = (review or {}).get("one_thing") or {}
    return Paper(
        title=str(meeting.get("title") or persona["name"]),
        about=tuple(_about(meeting, foreign)),
        ask="" if _same(meeting.get("ask"), meeting.get("title")) else str(meeting.get("ask") or ""),
        sentence=sentence,
        lead=lead,
        step=None if foreign else LADDER.index(meeting["ladder"]),
        said_last="" if foreign else meeting["decision"]["words"],
        decision=() if foreign else tuple(_decision(meeting["decision"])),
        reasons=tuple(_reasons(review, take)),
        curve=tuple(_curve(review, take)) if not foreign else (),
        one=str(one.get("words", "")),
        one_why=str(one.get("why") or ""),
        one_line=take.get(one.get("turn", ""), 0),
        not_judged="" if judged else words.NOT_JUDGED.get((review or {}).get("why_not") or "", "It was not judged yet."),
        passed=(review or {}).get("passed") or 0,
        applicable=(review or {}).get("applicable") or 0,
        criteria=tuple(_criteria(review, take)) if review is not None and judged else (),
        flags=tuple((words.flag(f["kind"]), _quote(f, take)) for f in (review or {}).get("red_flags") or ()),
        objections=tuple(_objections(objections, take, they)),
        lines=tuple(_lines(meeting, review, objections, said, they)),
        foot=words.judged_by(review) if review is not None and judged else "",
        foreign=foreign,
        pronouns=they.pronouns,
    )


def _readable(review: _Map | None) -> _Map | None:
    """With everything in its place, also where another version or hand wrote it; None where it is no review."""
    if review is None:
        return None
    try:
        return Review.from_json(review).to_json()
    except InputProblem:
        return None


def _same(one: object, other: object) -> bool:
    return str(one or "").casefold() == str(other or "").casefold()


def _about(meeting: _Map, foreign: bool) -> Iterator[str]:
    persona = meeting["persona"]
    yield f"{'A transcript, with' if foreign else 'With'} {persona['name']}"
    if persona.get("role") and not foreign:
        yield str(persona["role"])
    if (day := words.day(meeting.get("started"))) and not foreign:
        yield day
    times = [
        t.get("until") if t.get("until") is not None else t.get("at") for t in meeting["turns"] if t["id"] in set(meeting["take"])
    ]
    if took := words.length(max((t for t in times if t is not None), default=None)):
        yield took


def _headline(meeting: _Map, review: _Map | None, they: Persona, foreign: bool) -> tuple[str, str]:
    if foreign:
        return words.FOREIGN, words.foreign_lead(they.name)
    rubric = (review or {}).get("rubric") or {}
    mode = rubric.get("mode") or meeting["mode"]
    held = meeting["decision"]
    gives = tuple(Given(g["kind"], g["words"]) for g in held.get("gives") or ())
    decision = Decision(
        held["words"], gives=gives, refuses=tuple(held.get("refuses") or ()), missing=tuple(held.get("missing") or ())
    )
    return headline(they, meeting["ladder"], bool(meeting.get("forced")), mode, decision, meeting["mode"])


def _decision(decision: _Map) -> Iterator[tuple[str, str]]:
    for condition in decision.get("conditions") or ():
        yield ("If, taken up" if condition["taken_up"] else "If"), condition["words"]
    for gift in decision.get("gives") or ():
        yield "Puts in", gift["words"]
    for refused in decision.get("refuses") or ():
        yield "Open", refused


def _quote(of: _Map, take: Mapping[str, int]) -> Quote:
    return Quote(str(of["quote"]), take.get(of.get("turn") or "", 0))


def _reasons(review: _Map | None, take: Mapping[str, int]) -> Iterator[ReasonRow]:
    for reason in (review or {}).get("reasons") or ():
        at = take.get(reason["turn"], 0)
        yield ReasonRow(reason["words"], Quote(reason["quote"], at) if reason.get("quote") else None, at)


def _curve(review: _Map | None, take: Mapping[str, int]) -> Iterator[tuple[float, float]]:
    """(place along the take 0 to 1, level 0 to 3), one for each line at which the level is known."""
    points = [(take[p["turn"]], float(p["level"])) for p in (review or {}).get("curve") or () if p["turn"] in take]
    for line, level in sorted(points):
        yield line / max(1, len(take)), min(3.0, max(0.0, level))


def _criteria(review: _Map, take: Mapping[str, int]) -> Iterator[CriterionRow]:
    people: dict[tuple[str, str], list[OwnMark]] = {}
    for mark in brought_by(review):
        people.setdefault(mark.about, []).append(mark)
    for criterion in review["criteria"]:
        rows = []
        for check in review["checks"]:
            if check["criterion"] == criterion["id"]:
                quote = _quote(check, take) if check.get("quote") and check["verdict"] == "yes" else None
                verdict = "shown" if check["verdict"] == "yes" else words.VERDICT[check["verdict"]]
                said = people.get((check["criterion"], check["check"]), ())
                marks = tuple(MarkRow(m.by, words.said_beside(m.verdict, check["verdict"]), m.why) for m in said)
                question = asked(check["question"], check["verdict"])
                rows.append(CheckRow(verdict, VERDICT_HUES[check["verdict"]], question, quote, marks))
        yield CriterionRow(criterion["title"], criterion["passed"], criterion["applicable"], tuple(rows))


def _objections(found: list[_Map], take: Mapping[str, int], they: Persona) -> Iterator[ObjectionRow]:
    for o in found:
        at = next((take[t] for t in o["turns"] if t in take), 0)
        answers = tuple(_quote(a, take) for a in o.get("answered") or ())
        raised = Quote(str(o.get("words") or ""), at)
        yield ObjectionRow(
            o["label"], words.LEFT[o["status"]], HUES[o["status"]], raised, words.how_met(o, they.pronouns), answers
        )


def _lines(
    meeting: _Map, review: _Map | None, objections: list[_Map], said: Mapping[str, _Map], they: Persona
) -> Iterator[LineRow]:
    marks, notes = _marks(review, said), _notes(meeting, review, objections, they)
    for number, id in enumerate(meeting["take"], 1):
        turn = said[id]
        named = (turn.get("by") or {}).get("name")
        yours = turn["speaker"] == "you"
        remark = {"stopped": "interrupted", "cut": "broken off"}.get(turn.get("state", ""), "")
        yield LineRow(
            number, named or ("You" if yours else they.name), yours, words.clock(turn.get("at")),
            pieces(turn["text"], marks.get(id, [])), remark, tuple(notes.get(id, [])),
        )  # fmt: skip


def _marks(review: _Map | None, said: Mapping[str, _Map]) -> dict[str, list[tuple[int, int, Hue]]]:
    """The words that decided something, by line: only where they do stand there."""
    found: dict[str, list[tuple[int, int, Hue]]] = {}

    def mark(turn: str | None, quote: str | None, start: int | None, hue: Hue) -> None:
        if not turn or not quote or turn not in said:
            return
        text = said[turn]["text"]
        at = start if start is not None and text[start : start + len(quote)] == quote else text.find(quote)
        if at >= 0:
            found.setdefault(turn, []).append((at, at + len(quote), hue))

    for check in (review or {}).get("checks") or ():
        if check["verdict"] == "yes":
            mark(check.get("turn"), check.get("quote"), check.get("start"), "accent")
    for flag in (review or {}).get("red_flags") or ():
        mark(flag.get("turn"), flag.get("quote"), flag.get("start"), "brick")
    for reason in (review or {}).get("reasons") or ():
        mark(reason.get("turn"), reason.get("quote"), None, _moved(reason)[1])
    return found


def pieces(text: str, marks: list[tuple[int, int, Hue]]) -> tuple[Piece, ...]:
    """A line cut where marks begin and end. Where several lie over each other the weightiest is seen."""
    edges = sorted({0, len(text), *(x for start, end, _ in marks for x in (start, end))})
    cut: list[Piece] = []
    for start, end in pairwise(edges):
        here = [hue for s, e, hue in marks if s <= start and end <= e]
        hue = min(here, key=_RANK.index) if here else None
        if cut and cut[-1].hue == hue:
            cut[-1] = Piece(cut[-1].text + text[start:end], hue)
        else:
            cut.append(Piece(text[start:end], hue))
    return tuple(cut)


def _moved(reason: _Map) -> tuple[bool, Hue]:
    back = went_back(reason.get("from", reason["to"]), reason["to"], reason["words"])
    return back, "amber" if back else "stone"


def _notes(meeting: _Map, review: _Map | None, objections: list[_Map], they: Persona) -> dict[str, list[Note]]:
    """What is said in the margin, by line: objections first, then what moved them, checks, flags, and what a mentor wrote."""
    found: dict[str, list[Note]] = {}
    for o in objections:
        if o["turns"]:
            text = f"{o['label']}. {words.how_met(o, they.pronouns)}"
            found.setdefault(o["turns"][0], []).append(Note("Objection", HUES[o["status"]], text))
    for reason in (review or {}).get("reasons") or ():
        back, hue = _moved(reason)
        chip = f"{they.subject_pronoun} {'drew back' if back else 'moved'}"
        rest = reason["words"].removeprefix(chip).lstrip(": ")
        told = rest[:1].upper() + rest[1:] if rest.strip(".") else reason["words"]
        found.setdefault(reason["turn"], []).append(Note(chip, hue, told))
    titles = {c["id"]: c["title"] for c in (review or {}).get("criteria") or ()}
    passed: dict[str, list[_Map]] = {}
    for check in (review or {}).get("checks") or ():
        if check["verdict"] == "yes" and check.get("turn") and check.get("quote"):
            passed.setdefault(check["turn"], []).append(check)
    for turn, checks in passed.items():
        chip = "Check passed" if len(checks) == 1 else f"{len(checks)} checks passed"
        named = dict.fromkeys(titles.get(c["criterion"]) or c["question"] for c in checks)
        found.setdefault(turn, []).append(Note(chip, "accent", ", ".join(named) + "."))
    for flag in (review or {}).get("red_flags") or ():
        found.setdefault(flag["turn"], []).append(Note(words.flag(flag["kind"]), "brick", f"“{flag['quote']}” takes points off."))
    for comment in meeting.get("comments") or ():
        found.setdefault(comment["turn"], []).append(Note(str(comment.get("author") or "Comment"), "blue", comment["text"]))
    return found
