"""What stands in the margin of a transcript, and which words it is about. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from rehearse.review.decision import went_back
from rehearse.review.types import Mark, Objection, Place, ReasonLine, RedFlag
from rehearse.signals.text import sentences
from ui.review import words
from ui.review.seen import Seen
from ui.review.voiced import voiced
from ui.widgets.plain import visible

Kind = Literal["check", "objection", "flag", "moved", "comment"]
OBJECTION = "objection:"  # what the name of a note on an objection begins with, before its id


@dataclass(frozen=True, slots=True)
class Remark:
    """One note. `start` and `end` are code points of the turn's text; equal where it is about the whole line.

    `lines` are its sentences, `short` what is left of them where there is little room; `checks` the checks that it tells of; `retry` a line of yours to try again.
    """

    kind: Kind
    turn: str
    start: int
    end: int
    chip: str
    hue: str
    icon: str
    lines: tuple[str, ...]
    short: str
    checks: tuple[tuple[str, str], ...] = ()
    retry: str | None = None
    name: str = ""  # of the note within its review, the same whenever it is shown

    @property
    def words(self) -> str:
        """All of it in one sentence, for screen readers."""
        return f"{self.chip}. {' '.join(self.lines)}"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a line that are marked."""

    turn: str
    start: int
    end: int
    hue: str


def remarks(seen: Seen) -> tuple[Remark, ...]:
    """Every note, in the order of the words that they are about."""
    order = {str(t.id): i for i, t in enumerate(seen.take)}
    found = [*_passed(seen), *_flags(seen), *_moved(seen), *_objections(seen), *_comments(seen)]
    return tuple(sorted((r for r in found if r.turn in order), key=lambda r: (order[r.turn], r.start, r.kind)))


def spans(seen: Seen, notes: tuple[Remark, ...]) -> tuple[Span, ...]:
    """Which words of yours are marked: those of red flags and reasons, and those that passed a check."""
    marked = [Span(n.turn, n.start, n.end, n.hue) for n in notes if n.kind in ("flag", "moved")]
    for mark in seen.review.checks:
        place = seen.found(mark.place) if mark.passed else None
        if place is not None:
            marked.append(Span(place.turn, place.start, place.end, "accent"))
    marked += [Span(n.turn, n.start, n.end, n.hue) for n in notes if n.kind == "comment"]  # over the others
    return tuple(dict.fromkeys(s for s in marked if s.start < s.end))


def voicings(seen: Seen) -> Callable[[str], tuple[Span, ...]]:
    """Gives the words of theirs that are marked in a line: those that voice an objection, in the hue of what became of it."""
    by_turn: dict[str, list[Objection]] = {}
    for objection in seen.review.objections:
        for turn in objection.turns:
            by_turn.setdefault(turn, []).append(objection)

    def of(turn: str) -> tuple[Span, ...]:
        places = [(voiced(seen, o, turn), words.HUE[o.status]) for o in by_turn.get(turn, ())]
        return tuple(Span(p.turn, p.start, p.end, hue) for p, hue in places if p is not None)

    return of


def _passed(seen: Seen) -> Iterator[Remark]:
    """Passed checks, those of one sentence together."""
    titles = {c.id: c.title for c in seen.review.criteria}
    groups: dict[tuple[str, int], list[tuple[Mark, Place]]] = {}
    for mark in seen.review.checks:
        place = seen.found(mark.place) if mark.passed else None
        if place is not None:
            groups.setdefault((place.turn, _sentence(seen, place)), []).append((mark, place))
    for (turn, _), group in groups.items():
        first = min(group, key=lambda pair: pair[1].start)[1]
        lines = tuple(_told(titles.get(m.criterion, ""), words.passed(m.asked)) for m, _ in group)
        chip = "Check passed" if len(group) == 1 else f"{len(group)} checks passed"
        keys = tuple((m.criterion, m.check) for m, _ in group)
        said = "; ".join(dict.fromkeys(words.passed(m.asked).partition(":")[0].rstrip("?") for m, _ in group))
        short = f"{said[:1].upper()}{said[1:]}"
        name = "check:" + "+".join(f"{criterion}.{check}" for criterion, check in keys)
        yield Remark("check", turn, first.start, first.end, chip, "accent", "check", lines, short, keys, name=name)


def _told(title: str, shown: str) -> str:
    said = f"{visible(title)}: {shown}" if title else shown[:1].upper() + shown[1:]
    return said if said.endswith((".", "?", "!")) else f"{said}."


def _sentence(seen: Seen, place: Place) -> int:
    line = seen.line(place.turn)
    found = sentences(line.text) if line else ()
    return next((i for i, s in enumerate(found) if s.end > place.start), len(found))


def _flags(seen: Seen) -> Iterator[Remark]:
    flags: tuple[RedFlag, ...] = seen.review.red_flags
    for number, flag in enumerate(flags):
        place = seen.found(flag.place)
        if place is not None:
            said, turn = words.quoted(place.quote, 200), place.turn
            lines = (f"{said} takes points off.",)
            chip = words.flag(flag.kind)
            name = f"flag:{number}:{flag.kind}"
            yield Remark("flag", turn, place.start, place.end, chip, "brick", "flag", lines, said, (), turn, name)


def _moved(seen: Seen) -> Iterator[Remark]:
    who = seen.persona.subject_pronoun
    reasons: tuple[ReasonLine, ...] = seen.review.reasons
    for number, reason in enumerate(reasons):
        line = seen.line(reason.turn)
        if line is None:
            continue
        at = line.text.find(reason.quote) if reason.quote else -1
        start, end = (at, at + len(reason.quote or "")) if at >= 0 else (0, 0)
        back = went_back(reason.came_from, reason.to, reason.words)
        chip, hue, icon = (f"{who} drew back", "amber", "undo") if back else (f"{who} moved", "stone", "up")
        said = _without(visible(reason.words), chip)
        yield Remark("moved", str(line.id), start, end, chip, hue, icon, (said,), said, name=f"moved:{number}")


def _without(words_: str, chip: str) -> str:
    """A reason without what its chip says already: "She moved: payback is answered." under "She moved"."""
    rest = words_.removeprefix(chip).lstrip(": ")
    return rest[:1].upper() + rest[1:] if rest.strip(".") else words_


def _objections(seen: Seen) -> Iterator[Remark]:
    for objection in seen.review.objections:
        if not objection.turns:
            continue
        turn = objection.turns[0]
        place = voiced(seen, objection, turn)
        label = visible(objection.label)
        lines = (
            f"{label}{'' if label.endswith(('…', '?', '!', '.')) else '.'} {words.how_met(objection, seen.persona, seen.open)}",
        )
        retry = None if objection.settled else seen.reply_to(turn)
        start, end = (place.start, place.end) if place else (0, 0)
        yield Remark(
            "objection",
            turn,
            start,
            end,
            words.STATUS[objection.status],
            words.HUE[objection.status],
            words.ICON[objection.status],
            lines,
            visible(objection.label),
            (),
            retry,
            f"{OBJECTION}{objection.id}",
        )


def _comments(seen: Seen) -> Iterator[Remark]:
    """What mentors wrote back on words of this take."""
    for back in seen.received:
        for comment in back.comments(seen.id):
            if seen.line(comment.turn) is None:
                continue
            place = seen.found(Place(comment.turn, comment.start, comment.end, comment.quote))
            start, end = (place.start, place.end) if place is not None else (0, 0)
            said = visible(comment.text.strip())
            retry = comment.turn if seen.can_retry(comment.turn) else seen.reply_to(comment.turn)
            name = back.note(comment.id)
            yield Remark("comment", comment.turn, start, end, back.who, "violet", "chat", (said,), said, (), retry, name)
