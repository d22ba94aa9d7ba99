"""What the review screen looks at: one review of one take, with the meeting around it; and how it is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rehearse.conversation import Ladder, RehearsalId, Turn, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.words import FOREIGN, foreign_lead
from rehearse.meeting import ENDING_ACTS, Meeting, stance_at
from rehearse.personas import Persona
from rehearse.preparation import title_of
from rehearse.review.decision import headline
from rehearse.review.ledger import last_stance
from rehearse.review.types import Place, Review
from ui.widgets.plain import one_line, visible

if TYPE_CHECKING:
    from rehearse.exchange.forms import Form
    from rehearse.library.records import Rehearsal
    from ui.assigned.back import Back
    from ui.desk import By, Desk

UNKEPT = "v_stopped"  # the id of a review that is not in the library


@dataclass(frozen=True, slots=True)
class Seen:
    """One review of one take. `reviews` are those of this take, oldest first, the one shown among them.

    `started` is ISO 8601, empty where it is not known; `can_go_on` is whether the meeting stands at this take and is open.
    `example` says which one it is where it is a strong meeting to read and nobody's own; `by` is who sent it to be read;
    `received` is what mentors wrote back on this meeting.
    """

    meeting: Meeting
    review: Review
    take: tuple[Turn, ...]
    reviews: tuple[Review, ...]
    title: str
    started: str = ""
    can_go_on: bool = False
    example: str = ""
    by: str = ""
    received: tuple[Back, ...] = ()

    @property
    def id(self) -> str:
        return str(self.meeting.rehearsal)

    @property
    def persona(self) -> Persona:
        return self.meeting.setting.persona

    @property
    def you(self) -> str:
        """What your side of it is called."""
        return "Example" if self.example else visible(one_line(next(iter(self.by.split()), ""), 40)) or "You"

    @property
    def own(self) -> bool:
        """Whether it is a meeting of one's own, that one can go on from."""
        return not (self.example or self.by)

    @property
    def leaf(self) -> str:
        return str(self.take[-1].id)

    @property
    def leaves(self) -> tuple[Turn, ...]:
        """The last line of every take, and of this one where it has grown further."""
        leaves = self.meeting.tree.leaves()
        return leaves if any(t.id == self.take[-1].id for t in leaves) else (*leaves, self.take[-1])

    @property
    def foreign(self) -> bool:
        """Whether it is a transcript from elsewhere: nobody knows where they stood, and nobody can go on from a line of it."""
        return last_stance(self.take) is None

    @property
    def yours(self) -> int:
        """How many lines of yours there are."""
        return sum(t.speaker == "you" and bool(t.text.strip()) for t in self.take)

    @property
    def seconds(self) -> float | None:
        """How long the take took, where there was a clock."""
        times = [t.until if t.until is not None else t.at for t in self.take]
        return max((t for t in times if t is not None), default=None)

    @property
    def open(self) -> bool:
        return self.take[-1].act not in ENDING_ACTS and not self.foreign

    @property
    def headline(self) -> tuple[str, str]:
        """The sentence of the screen and the one under it."""
        if self.foreign:
            return FOREIGN, foreign_lead(visible(self.persona.name))
        stance = stance_at(self.meeting.setting, self.take)
        ladder: Ladder = self.review.ladder or stance.ladder
        here = self.meeting.setting
        return headline(self.persona, ladder, stance.forced, here.moved_by, self.review.decision, here.mode)

    @property
    def can_follow(self) -> bool:
        """Whether another meeting can follow this one: influencing, and it has ended."""
        return not self.open and not self.foreign and self.own and self.meeting.setting.moved_by == "influencing"

    @property
    def promises(self) -> tuple[str, ...]:
        """What you promised in this take, in your words, the first one first."""
        return tuple(dict.fromkeys(stance_at(self.meeting.setting, self.take).promises))

    def line(self, turn: str) -> Turn | None:
        return next((t for t in self.take if t.id == turn), None)

    def can_retry(self, turn: str | None) -> bool:
        """Whether it is a line of yours that answers something."""
        line = self.line(turn) if turn else None
        return line is not None and line.speaker == "you" and line.parent is not None and self.own and not self.foreign

    def reply_to(self, turn: str) -> str | None:
        """Your line after this one of theirs, where there is one that can be tried again."""
        at = next((i for i, t in enumerate(self.take) if t.id == turn), len(self.take))
        return next((str(t.id) for t in self.take[at:] if self.can_retry(t.id)), None)

    def found(self, place: Place | None) -> Place | None:
        """The place, where those words do stand there; else where they stand; None where they do not."""
        line = self.line(place.turn) if place else None
        if place is None or line is None or not place.quote:
            return None
        if line.text[place.start : place.end] == place.quote:
            return place
        at = line.text.find(place.quote)
        return Place(place.turn, at, at + len(place.quote), place.quote) if at >= 0 else None


def seen(meeting: Meeting, review: Review, reviews: Iterable[Mapping[str, Any]] = (), kept: Rehearsal | None = None) -> Seen:
    """What is shown of a meeting. `reviews` are those of the library, in any order; others than this take's are left out."""
    leaf = TurnId(review.leaf)
    take = meeting.tree.take(leaf) if leaf in meeting.tree else meeting.take
    of_take = [r for r in map(_read, reviews) if r is not None and r.leaf == review.leaf]
    if all(r.id != review.id for r in of_take):
        of_take.append(review)
    stands_at = kept.record.leaf if kept is not None else meeting.leaf
    return Seen(
        meeting,
        review,
        take,
        tuple(sorted(of_take, key=lambda r: r.created)),
        kept.record.title if kept is not None else title_of(meeting.setting),
        kept.record.started if kept is not None else "",
        take[-1].act not in ENDING_ACTS and last_stance(take) is not None and str(stands_at) == str(take[-1].id),
    )


def newest(reviews: Iterable[Mapping[str, Any]], leaf: str) -> Review | None:
    """The newest judged review of a take, else its newest one; None where it has none."""
    found = [r for r in map(_read, reviews) if r is not None and r.leaf == leaf]
    return next((r for r in reversed(found) if r.judged), found[-1] if found else None)


def _read(data: Mapping[str, Any]) -> Review | None:
    """A stored review; one that cannot be read does not keep the others from being seen."""
    try:
        return Review.from_json(data)
    except (InputProblem, ValueError, TypeError, KeyError):
        return None


async def fetch(desk: Desk, id: str, leaf: str | None, turn: str | None) -> Seen:
    """A meeting of the library with the newest review of a take; judged now, where it never was.

    The take is `leaf`'s, else one that `turn` is in, else the one that the meeting stands at. Raises Problem.
    """
    kept = await desk.load(RehearsalId(id))
    opened = await desk.open(RehearsalId(id), TurnId(leaf) if leaf else _leaf_with(kept, turn))
    meeting = opened.meeting
    readable = [r for r in map(_read, kept.reviews) if r is not None and r.leaf == meeting.leaf]
    if readable:
        return seen(meeting, readable[-1], kept.reviews, kept)
    return await judged(desk, meeting, "settings")


def _leaf_with(kept: Rehearsal, turn: str | None) -> TurnId | None:
    """The take that has a line: none where the meeting stands at one that has it."""
    if turn is None or TurnId(turn) not in kept.tree:
        return None
    at = kept.record.leaf
    if at is not None and at in kept.tree and any(t.id == turn for t in kept.tree.take(at)):
        return None
    leaf = kept.tree.latest_leaf(TurnId(turn))
    return leaf.id if leaf else None


async def judged(desk: Desk, meeting: Meeting, by: By) -> Seen:
    """Judge the take that a meeting stands at, and give it with what the library now has. Raises Problem."""
    made = await desk.review(meeting, by)
    kept = await desk.load(meeting.rehearsal)
    return seen(meeting, made, kept.reviews, kept)


async def judged_at(desk: Desk, shown: Seen, by: By) -> Seen:
    """Judge the take that is shown, where its meeting has gone on from another. Raises Problem."""
    opened = await desk.open(shown.meeting.rehearsal, TurnId(shown.leaf))
    return await judged(desk, opened.meeting, by)


async def unjudged(desk: Desk, meeting: Meeting) -> Seen:
    """The take when judging was stopped: all but the checks, which are not kept. Raises Problem."""
    from rehearse.review.review import assemble
    from rehearse.review.types import JudgedBy

    setting = meeting.setting
    kept = await desk.load(meeting.rehearsal)
    made = assemble(
        meeting.take,
        desk.rubric_of(setting),
        None,
        mode=setting.moved_by,
        by=JudgedBy("model", desk.plays or None),
        id=UNKEPT,
        persona=setting.persona,
        scenario=setting.scenario,
        rehearsal=meeting.rehearsal,
        difficulty=setting.difficulty,
        why_not="stopped",
    )
    return seen(meeting, made, kept.reviews, kept)


async def save(desk: Desk, shown: Seen, path: str, form: Form) -> str:
    """Write the take with the review that is shown; gives the name of the file. Raises Problem where it cannot be written."""
    kept = await desk.load(shown.meeting.rehearsal)
    record = replace(kept.record, leaf=TurnId(shown.leaf))
    from ui.exports.saving import written

    # As the library has it: with the marks that were put on it since it is shown.
    review = next((r for r in kept.reviews if r["id"] == shown.review.id), shown.review.to_json())
    return await written(replace(kept, record=record, reviews=(review,)), path, form)
