"""What the screens of a mentee work with: bundles looked at, taken in, and where each assignment stands. Nothing here knows a widget.

Its coroutines run in the engine's loop; reading and checking what others wrote is done in a thread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.errors import InputProblem
from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.bundles.keyring import OwnKeys
    from rehearse.bundles.progress import State, Step
    from rehearse.bundles.reading import Opened
    from rehearse.bundles.records import Assignment, Due
    from rehearse.choice import Choice
    from rehearse.library.bundles import Bundles
    from rehearse.library.handed import HandedRow, Standing
    from rehearse.personas import Persona
    from rehearse.rubrics import Rubric
    from rehearse.scenarios import Scenario
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Letter:
    """A bundle that was read and is not kept. `first` = nobody of this name has signed anything here yet; `there` = it is in the
    library already, `new` = by itself, and nobody looked at it; `on` is the submission of yours that a feedback answers, `of` the one of somebody else that was sent to you."""

    opened: Opened
    sealed: bool = False
    standing: Standing = "unsigned"
    first: bool = False
    there: bool = False
    on: HandedRow | None = None
    of: HandedRow | None = None
    scenario: Scenario | None = None
    person: Persona | None = None
    rubric: Rubric | None = None
    new: bool = False

    @property
    def kind(self) -> str:
        return self.opened.kind


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment that was given to you, and how far you are. `held` are the meetings that you held in it, oldest first."""

    row: HandedRow
    due: Due | None
    attempts: int
    held: tuple[str, ...]
    sent: tuple[HandedRow, ...]
    answered: tuple[HandedRow, ...]

    @property
    def step(self) -> Step:
        from rehearse.bundles.progress import step_of

        return step_of(self.sent, self.answered, bool(self.held))


class Post:
    """One a window. Raises InputProblem for what a bundle is at fault with, StoreProblem as the library does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def keys(self) -> OwnKeys:
        from rehearse.bundles.keyring import OwnKeys

        return OwnKeys(self.desk.keys)

    # ---- what arrives

    async def look(self, path: Path) -> Letter:
        """Read a file and say what it is. Nothing is kept."""
        from rehearse.bundles import reading

        opened = await in_thread(reading.read_file, path)
        sealed = opened.sealed
        if sealed:
            identity = await self.keys.opens()
            inner = await in_thread(reading.unsealed, opened, identity) if identity else None
            if inner is None:
                raise InputProblem(f"{opened.name}: it is sealed, and not to you.", "Only its reader can open it.")
            opened = inner
        return await self._letter(opened, sealed)

    async def look_at(self, digest: str, new: Collection[str]) -> Letter:
        """What a bundle of the library is; `new` are the digests of those that came by themselves and nobody looked at."""
        from rehearse.bundles import reading

        row, data = await (await self.desk.library()).ask_bundles(lambda bundles: bundles.one(digest))
        opened = await in_thread(reading.understood, data, "This " + row.kind)
        letter = await self._letter(opened, row.sealed)
        return replace(letter, new=digest in new, first=await self._is_first(row, new))

    async def _is_first(self, row: HandedRow, new: Collection[str]) -> bool:
        """Whether nothing by this key was looked at yet: that the library knows it from what came by itself tells nobody anything."""
        if row.standing != "known":
            return False
        signed = await (await self.desk.library()).ask_bundles(lambda bundles: bundles.signed_with(row.folded, row.key))
        return all(digest in new for digest in signed)

    async def _letter(self, opened: Opened, sealed: bool) -> Letter:
        from rehearse.bundles import taking
        from rehearse.bundles.records import Assignment, Feedback

        bundle = opened.bundle
        if bundle is None:
            return Letter(opened, sealed)
        given = await in_thread(lambda: taking.given(opened, sealed=sealed))

        def ask(bundles: Bundles) -> tuple[Standing, bool, bool, HandedRow | None, HandedRow | None]:
            there = next((r for r in bundles.rows(id=given.id) if r.digest == given.digest), None)
            standing, first = bundles.standing(given)
            sent = bundles.rows("submission", id=given.about) if isinstance(bundle, Feedback) else ()
            on, of = (next((r for r in sent if r.own is own), None) for own in (True, False))
            return there.standing if there else standing, first, there is not None, on, of

        standing, first, there, on, of = await (await self.desk.library()).ask_bundles(ask)
        parts = await in_thread(_parts, bundle) if isinstance(bundle, Assignment) else (None, None, None)
        return Letter(opened, sealed, standing, first, there, on, of, *parts)

    async def accept(self, letter: Letter, trust: bool = False) -> HandedRow:
        """Take in what was looked at; `trust` takes its key for its author's from now on. What was altered is not taken in."""
        from rehearse.bundles import taking
        from rehearse.bundles.records import Assignment

        opened = letter.opened
        if letter.standing == "altered":
            raise InputProblem("This was changed after it was signed, and is not taken in.", "Ask for it again.")
        given = await in_thread(lambda: taking.given(opened, sealed=letter.sealed))
        if isinstance(opened.bundle, Assignment):
            await in_thread(taking.place, opened.bundle, self.desk.paths)

        def keep(bundles: Bundles) -> HandedRow:
            bundles.put(given)
            if trust and given.state == "good":
                bundles.trust(given.folded, given.key)
            return next(r for r in bundles.rows(id=given.id) if r.digest == given.digest)

        return await (await self.desk.library()).change_bundles(keep)

    # ---- what was given to you

    async def tasks(self) -> tuple[Task, ...]:
        """The assignments that were given to you, the one that is due first at the top, those without a date below."""
        library = await self.desk.library()
        rows = await library.ask_bundles(lambda bundles: bundles.rows("assignment"))
        if all(row.own for row in rows):
            return ()  # the usual case, in which nobody waits for what reads bundles
        from rehearse.bundles import progress

        name = self.desk.settings.signs_as
        mentors = any(row.own for row in rows)
        states = await library.ask_bundles(progress.states)
        mine = [s for s in states if not s.assignment.own and (not mentors or _for(s, name))]
        return tuple(sorted(await library.ask_bundles(lambda b: [_task(b, s) for s in mine]), key=_order))

    async def task(self, digest: str) -> tuple[Task, Assignment]:
        """One of them, whole. Raises InputProblem where it is not there."""
        found = next((t for t in await self.tasks() if t.row.digest == digest), None)
        if found is None:
            raise InputProblem("This assignment is not in the library.", "Open its file again.")
        return found, await self.assignment(digest)

    async def assignment(self, digest: str) -> Assignment:
        """An assignment of the library as a value. Raises InputProblem."""
        from rehearse.bundles import reading
        from rehearse.bundles.records import Assignment

        data = await (await self.desk.library()).ask_bundles(lambda bundles: bundles.data(digest))
        bundle = (await in_thread(reading.understood, data, "This assignment")).bundle
        if not isinstance(bundle, Assignment):
            raise InputProblem("This is no assignment.")
        return bundle

    async def to_answer(self, feedback: str) -> str:
        """What a feedback is answered for, by its digest: the assignment that was given to you; the feedback itself where nobody
        asked for what it is on, or the assignment is gone. Raises InputProblem where it is not in the library."""

        def ask(bundles: Bundles) -> str:
            asked = str(bundles.data(feedback).get("assignment") or "")
            there = bundles.rows("assignment", id=asked) if asked else ()
            return next((r.digest for r in there if not r.own and r.state != "altered"), feedback)

        return await (await self.desk.library()).ask_bundles(ask)

    async def choice(self, digest: str) -> Choice:
        """A meeting in the situation of an assignment: its own person, from its own files. Raises InputProblem."""
        from rehearse.bundles import taking
        from rehearse.choice import Choice

        files = await in_thread(taking.place, await self.assignment(digest), self.desk.paths)
        return Choice(persona=str(files.persona), scenario=str(files.scenario))

    # ---- what came back

    async def place_of(self, row: HandedRow) -> tuple[str, str] | str:
        """Where a feedback is to be read: the meeting of yours, and the line with its first comment; or the digest of what somebody
        else sent you, where it is on that. Raises InputProblem."""
        from rehearse.bundles import reading
        from rehearse.bundles.records import Feedback
        from rehearse.conversation import RehearsalId, TurnId

        library = await self.desk.library()

        def ask(bundles: Bundles) -> tuple[dict[str, Any], dict[str, Any] | None, str]:
            there = bundles.rows("submission", id=row.about)
            sent = next((r for r in there if r.own), None)
            other = next((r.digest for r in there if not r.own), "")
            return bundles.data(row.digest), bundles.data(sent.digest) if sent else None, other

        data, sent, other = await library.ask_bundles(ask)
        if sent is None and other:
            return other
        if sent is None:
            raise InputProblem("What this feedback answers was not sent from here.", "It is kept; open it where you sent from.")
        back = (await in_thread(reading.understood, data, "This feedback")).bundle
        assert isinstance(back, Feedback)
        leaves = {str(take["rehearsal"]): str(take["take"][-1]) for take in sent["takes"]}
        for id, turn in ((c.rehearsal, c.turn) for c in back.comments):
            if id in leaves:
                return id, turn
        id, leaf = next(iter(leaves.items()))
        stands_at = (await library.load(RehearsalId(id))).record.leaf
        return id, back.next_turn or ("" if stands_at == TurnId(leaf) else leaf)


def _parts(asked: Assignment) -> tuple[Scenario, Persona, Rubric | None]:
    from rehearse.bundles import making, parts
    from rehearse.personas import Persona

    person = parts.value(asked.persona, "persona", "This assignment")
    assert isinstance(person, Persona)
    return making.scenario_of(asked), person, making.rubric_of(asked)


def _for(state: State, name: str) -> bool:
    """Whether an assignment is for somebody of this name: who hands out some too may see what others were given."""
    from rehearse.bundles.records import folded

    named = {folded(p.name) for p in state.people}
    return not named or not name or folded(name) in named or bool(state.attempts)


def _task(bundles: Bundles, state: State) -> Task:
    from rehearse import kept
    from rehearse.bundles.records import Due

    data = bundles.data(state.assignment.digest)
    given = data.get("due")
    sent = tuple(row for person in state.people for row in person.sent if row.own)
    about = {row.id for row in sent}
    answered = tuple(row for person in state.people for row in person.answered if row.about in about)
    due = kept.read(Due, given) if isinstance(given, dict) else None
    return Task(state.assignment, due, int(data.get("attempts", 1)), state.attempts, sent, answered)


def _order(task: Task) -> tuple[bool, float, int]:
    moment = task.due.moment if task.due else None
    return moment is None, moment.timestamp() if moment else 0.0, task.row.seq
