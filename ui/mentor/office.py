"""What the screens of a mentor work with: what was given out and sent, assignments made, submissions read, feedback written.

Its coroutines run in the engine's loop; nothing here knows a widget. Reading and checking what others wrote is done in a thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rehearse.errors import InputProblem
from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.bundles.folder import TeamFolder
    from rehearse.bundles.keyring import OwnKeys
    from rehearse.bundles.progress import ForPerson
    from rehearse.bundles.reading import Opened
    from rehearse.bundles.records import Comment, Due, Focus, GivenMark, Next, Shown, Submission
    from rehearse.catalog import Entry
    from rehearse.library.bundles import Bundles
    from rehearse.library.handed import HandedRow
    from rehearse.rubrics import Rubric
    from ui.desk import Desk
    from ui.mentor.given import Answered, Given
    from ui.review.seen import Seen


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission of somebody else. `drafted` = there is feedback on it that was begun and not sent."""

    row: HandedRow
    answered: bool
    drafted: bool


@dataclass(frozen=True, slots=True)
class GivenOut:
    """An assignment of yours, and how far each person in it is."""

    row: HandedRow
    due: Due | None
    attempts: int
    people: tuple[ForPerson, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the group: how much was given to them, what they sent, how much of it was answered, when the last came."""

    name: str
    given: int
    sent: int
    answered: int
    last: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All that the desk shows: submissions with those to answer first, the newest of them at the top; assignments, newest first."""

    inbox: tuple[Sent, ...] = ()
    given: tuple[GivenOut, ...] = ()
    group: tuple[Member, ...] = ()


class Offer(NamedTuple):
    """What can be handed out: situations that can be played, the people in them, the ways to judge."""

    scenarios: tuple[Entry, ...]
    people: tuple[Entry, ...]
    rubrics: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An assignment as the form has it. `rubric` empty = the situation's own; `sealed` = what is sent may be sealed to you."""

    scenario: str
    to: tuple[str, ...] = ()
    rubric: str = ""
    due: Due | None = None
    attempts: int = 1
    note: str = ""
    focus: tuple[Focus, ...] = ()
    shows: tuple[Shown, ...] = ()
    sealed: bool = False


class Written(NamedTuple):
    """A bundle that is a file now. `signed` is False where there is no keyring."""

    name: str
    signed: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A submission to read: its takes, each with its reviews, and the feedback on it that was begun. `given` is what you wrote back
    before, `answered` what they say here to what you wrote."""

    row: HandedRow
    sent: Submission
    takes: tuple[Seen, ...]
    draft: Mapping[str, Any]
    due: Due | None = None
    given: tuple[Given, ...] = ()
    answered: tuple[Answered, ...] = ()


class Office:
    """One a page. Raises InputProblem for what is at fault, StoreProblem as the library does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def keys(self) -> OwnKeys:
        from rehearse.bundles.keyring import OwnKeys

        return OwnKeys(self.desk.keys)

    # ---- the desk

    async def board(self) -> Board:
        """Where everything stands, from what is in the library: what was never sent is not known."""
        return await (await self.desk.library()).ask_bundles(_board)

    # ---- handing out

    async def offer(self) -> Offer:
        """What the catalog has that can be handed out."""

        def look() -> Offer:
            catalog = self.desk.catalog
            kinds = (catalog.scenarios(), catalog.people(), catalog.rubrics())
            return Offer(*(tuple(e for e in entries if e.shadowed_by is None and not e.broken) for entries in kinds))

        return await in_thread(look)

    async def rubric(self, id: str) -> Rubric:
        """How meetings are judged with a rubric. Raises InputProblem."""
        return await in_thread(self.desk.catalog.rubric, id)

    async def assign(self, wanted: Wanted, path: Path | TeamFolder) -> Written:
        """Write an assignment to a file or into a team folder, and keep it. Raises InputProblem where it cannot be made or written."""
        from rehearse.bundles import making
        from rehearse.bundles.keyring import WITHOUT
        from rehearse.bundles.records import SHOWN
        from rehearse.bundles.sealing import recipient_of

        identity = await self.keys.sealing() if wanted.sealed else None
        if wanted.sealed and identity is None:
            raise InputProblem(WITHOUT, "Switch sealing off, and give it out as it is.")

        def make() -> dict[str, Any]:
            return making.assignment(
                self.desk.catalog, wanted.scenario, self._name, wanted.to, rubric=wanted.rubric, due=wanted.due,
                attempts=wanted.attempts, shows=wanted.shows or SHOWN, note=wanted.note, focus=wanted.focus,
                seal_to=recipient_of(identity) if identity else "",
            )  # fmt: skip

        return await self._hand(await in_thread(make), path)

    # ---- reading

    async def paper(self, digest: str) -> Paper:
        """A submission of the library as it is read. What came without a review is judged here, and that is kept nowhere: marks on
        it name the last line of the take in the place of a review."""
        from rehearse.bundles import reading, received
        from rehearse.bundles.records import Submission
        from ui.mentor import given

        library = await self.desk.library()

        def ask(bundles: Bundles) -> tuple[HandedRow, dict[str, Any], dict[str, Any]]:
            row, data = bundles.one(digest)
            return row, data, bundles.notes("feedback_drafts", row.id).get(row.id, {})

        row, data, draft = await library.ask_bundles(ask)
        sent = (await in_thread(reading.understood, data, "This submission")).bundle
        if not isinstance(sent, Submission):
            raise InputProblem("This is no submission.")
        said = await library.ask_bundles(
            lambda bundles: (given.given(bundles, row), given.answered(bundles, sent), received.rubric_of(bundles, sent))
        )
        takes = [await self._seen(take, sent.author.name, said[2]) for take in sent.takes]
        return Paper(row, sent, tuple(takes), draft, given=said[0], answered=said[1])

    async def _seen(self, take: Mapping[str, Any], by: str, asked: Rubric | None) -> Seen:
        from rehearse.bundles import received
        from rehearse.clock import WallClock
        from rehearse.conversation import TurnId
        from rehearse.library.ids import new_id
        from rehearse.preparation import resume
        from rehearse.review.offline import OfflineJudge
        from rehearse.review.review import review
        from ui.review import seen as showing

        kept = await in_thread(received.as_meeting, take, self.desk.catalog)
        meeting = resume(kept, await self.desk.library(), WallClock(kept.record.clock), lambda: TurnId(new_id("t")))
        made = showing.newest(kept.reviews, str(meeting.leaf))
        if made is None:
            setting = meeting.setting
            rubric = asked or self.desk.rubric_of(setting)
            made = await review(
                meeting.take, rubric, mode=setting.moved_by, judge=OfflineJudge(), id=str(meeting.leaf), created="",
                persona=setting.persona, scenario=setting.scenario, rehearsal=meeting.rehearsal, difficulty=setting.difficulty,
            )  # fmt: skip
        return replace(showing.seen(meeting, made, kept.reviews, kept), by=by, can_go_on=False)

    async def resolve(self, digest: str, comment: str, on: bool) -> None:
        """Say that a comment of yours is dealt with, or take that back."""
        await (await self.desk.library()).change_bundles(lambda bundles: bundles.resolve(digest, comment, on))

    async def keep_draft(self, submission: str, value: Mapping[str, Any] | None) -> None:
        """Keep feedback that is being written; None lets it go."""

        def keep(bundles: Bundles) -> None:
            if value is None:
                bundles.drop_note("feedback_drafts", submission)
            else:
                bundles.put_note("feedback_drafts", submission, value)

        await (await self.desk.library()).change_bundles(keep)

    async def answer(
        self, on: Submission, path: Path | TeamFolder, *, marks: Sequence[GivenMark], comments: Sequence[Comment], next: Next | None,
        next_turn: str, note: str,
    ) -> Written:  # fmt: skip
        """Write feedback to a file or into a team folder, and keep it; what was begun is done with then. Raises InputProblem."""
        from rehearse.bundles import making

        def make() -> dict[str, Any]:
            return making.feedback(
                on, self._name, marks=marks, comments=comments, next=next, next_turn=next_turn, note=note
            )  # fmt: skip

        written = await self._hand(await in_thread(make), path)
        await self.keep_draft(on.id, None)
        return written

    # ---- what both share

    @property
    def _name(self) -> str:
        name = " ".join(self.desk.settings.signs_as.split())
        if not name:
            raise InputProblem("Who is it from?", "Give your name; it stands beside what you send.")
        return name

    async def _hand(self, data: Mapping[str, Any], path: Path | TeamFolder) -> Written:
        """Sign, write, keep: first the file, as what could not be written was not sent."""
        from rehearse.bundles import making, taking
        from rehearse.bundles.folder import write_to

        key = await self.keys.signing()

        def put() -> tuple[Opened, str]:
            opened = making.finished(data, key)
            return opened, write_to(path, opened, making.to_bytes(opened.data)).name

        opened, name = await in_thread(put)
        given = await in_thread(lambda: taking.given(opened, own=True))
        await (await self.desk.library()).change_bundles(lambda bundles: bundles.put(given))
        return Written(name, key is not None)


def _board(bundles: Bundles) -> Board:
    from rehearse import kept
    from rehearse.bundles import progress
    from rehearse.bundles.records import Due, folded

    drafts = bundles.notes("feedback_drafts")
    answers = {row.about for row in bundles.rows("feedback") if row.own}
    submissions = bundles.rows("submission")
    inbox = [Sent(row, row.id in answers, row.id in drafts) for row in reversed(submissions) if not row.own]
    given = []
    for state in reversed([s for s in progress.states(bundles, submissions) if s.assignment.own]):
        data = bundles.data(state.assignment.digest)
        due = kept.read(Due, data["due"]) if isinstance(data.get("due"), dict) else None
        given.append(GivenOut(state.assignment, due, int(data.get("attempts", 1)), state.people))
    names: dict[str, str] = {}
    for name in [p.name for g in given for p in g.people] + [s.row.author for s in inbox]:
        names.setdefault(folded(name), name)
    count = {key: [0, 0, 0] for key in names}
    last: dict[str, str] = {}
    for out in given:
        for person in out.people:
            count[folded(person.name)][0] += 1
    for one in inbox:
        count[one.row.folded][1] += 1
        count[one.row.folded][2] += one.answered
        last[one.row.folded] = max(last.get(one.row.folded, ""), one.row.made)
    group = tuple(Member(names[k], count[k][0], count[k][1], count[k][2], last.get(k, "")) for k in sorted(names))
    return Board(tuple(sorted(inbox, key=lambda s: s.answered)), tuple(given), group)
