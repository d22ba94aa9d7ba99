"""What is sent on purpose: which takes there are to choose from, what was written beside them, and the file that they leave in.

Nothing here knows a widget. Coroutines run in the engine's loop.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.errors import InputProblem, Problem
from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.bundles.folder import TeamFolder
    from rehearse.bundles.records import Answer, Assignment
    from rehearse.library.bundles import Bundles
    from rehearse.library.notes import Shelf
    from rehearse.library.records import Rehearsal
    from rehearse.pitches import Brief
    from ui.brief.shelf import Prepared
    from ui.desk import Desk

MOST_MEETINGS = 30  # of one assignment that are offered, the newest
MOST_BRIEFS = 50  # that are offered to go along, the newest
MOST_ANSWER = 2_000  # characters
_SHELF: Shelf = "sending_drafts"


@dataclass(frozen=True, slots=True)
class Take:
    """One take of a meeting. `number` of `count` in it; `passed` of `applicable` checks, None where it was not judged."""

    meeting: Rehearsal
    leaf: str
    number: int
    count: int
    yours: int
    passed: int | None = None
    applicable: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What is written beside the takes, as it was typed."""

    reflection: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be sent for an assignment, or in answer to a feedback: `about` is the digest of that. `asked` then says only to whom.
    `signs` is whether there is a keyring to sign with; `answers` wait to go along."""

    about: str
    asked: Assignment
    takes: tuple[Take, ...]
    signs: bool
    answers: tuple[Answer, ...] = ()
    draft: Written = Written()
    briefs: tuple[Prepared, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was written."""

    file: Path
    signed: bool
    sealed: bool
    takes: int


class Outgoing:
    """Raises InputProblem for what cannot be sent or written, StoreProblem as the library does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def offer(self, digest: str) -> Offer:
        """Everything that can be chosen from, the newest first: for the assignment with this digest; or to answer the feedback with
        it, the meetings that it is on."""
        from rehearse.conversation import RehearsalId
        from ui.assigned.post import Post
        from ui.brief.shelf import Shelf

        post = Post(self.desk)
        library = await self.desk.library()
        reply = await library.ask_bundles(lambda bundles: _reply(bundles, digest, self.desk.settings.signs_as))
        if reply is not None:
            asked, held, feedback = reply
        else:
            task, asked = await post.task(digest)
            held, feedback = task.held, tuple(row.id for row in task.answered)
        takes: list[Take] = []
        for id in reversed(held[-MOST_MEETINGS:]):
            with suppress(InputProblem) if reply is not None else nullcontext():  # one that was deleted meanwhile
                takes += _takes(await library.load(RehearsalId(id)))
        notes = await library.ask_bundles(lambda bundles: bundles.notes(_SHELF, digest))
        draft = notes.get(digest, {})
        answers = await self.answers(feedback)
        return Offer(
            digest, asked, tuple(takes), await post.keys.signing() is not None, answers,
            Written(str(draft.get("reflection", "")), str(draft.get("brief", ""))),
            (await Shelf(self.desk).all())[:MOST_BRIEFS] if "brief" in asked.shows else (),
        )  # fmt: skip

    async def keep_draft(self, digest: str, written: Written) -> None:
        """Keep what was typed and not sent yet."""
        value = {"reflection": written.reflection, "brief": written.brief}

        def keep(bundles: Bundles) -> None:
            if written == Written():
                bundles.drop_note(_SHELF, digest)
            else:
                bundles.put_note(_SHELF, digest, value)

        await (await self.desk.library()).change_bundles(keep)

    async def send(
        self, offer: Offer, chosen: Sequence[Take], written: Written, name: str, path: Path | TeamFolder, seal: bool = False
    ) -> Sent:
        """Write the file, or put it into a team folder, and keep what was sent.

        What could not be written was not sent, and is not kept as if it were."""
        from rehearse.bundles import making, taking
        from rehearse.bundles.folder import write_to
        from rehearse.bundles.keyring import WITHOUT
        from ui.assigned.post import Post

        name = " ".join(name.split())
        if not name:
            raise InputProblem("Who is it from?", "Write your name beside “From”.")
        asked = offer.asked
        brief = read_brief(written.brief)
        key = await Post(self.desk).keys.signing()
        if seal and key is None:
            raise InputProblem(WITHOUT, "Switch the seal off, and give the file to nobody else.")

        def make() -> Any:
            data = making.submission(
                [(take.meeting, take.leaf) for take in chosen], name, asked=asked, brief=brief,
                reflection=written.reflection.strip(), answers=offer.answers,
            )  # fmt: skip
            opened = making.finished(data, key)
            raw = making.to_bytes(opened.data)
            if seal:
                from rehearse.bundles.sealing import sealed

                raw = making.to_bytes(sealed(raw, asked.seal_to))
            file = write_to(path, opened, raw, seal)
            return file, taking.given(opened, own=True, sealed=seal)

        file, given = await in_thread(make)

        def keep(bundles: Bundles) -> None:
            bundles.put(given)
            bundles.drop_note(_SHELF, offer.about)
            for sent in offer.answers:
                if sent in waiting(bundles, sent.feedback):  # another that was given meanwhile waits
                    bundles.answer(sent.feedback, sent.to, None)

        await (await self.desk.library()).change_bundles(keep)
        if name != self.desk.settings.signs_as:
            with suppress(Problem):  # it was sent under this name; that the name is not remembered need not be told
                self.desk.change(signs_as=name)
        return Sent(file, key is not None, seal, len(chosen))

    # ---- answers, which go along with what is sent next

    async def answers(self, feedback: Sequence[str]) -> tuple[Answer, ...]:
        """The answers to these feedbacks that were written and not sent yet."""
        library = await self.desk.library()
        # Asked of the writer: behind what is being kept at this moment.
        return await library.change_bundles(lambda bundles: tuple(a for id in feedback for a in waiting(bundles, id)))

    async def say(self, answer: Answer) -> None:
        """Keep an answer until something is sent, in the place of the one before to the same; an empty text takes it back."""
        from rehearse import kept

        text = " ".join(answer.text.split())[:MOST_ANSWER]
        value = kept.write(replace(answer, text=text)) if text else None
        await (await self.desk.library()).change_bundles(lambda bundles: bundles.answer(answer.feedback, answer.to, value))


def _reply(bundles: Bundles, digest: str, name: str) -> tuple[Assignment, tuple[str, ...], tuple[str, ...]] | None:
    """To whom a feedback is answered, the meetings that it is on, and all that its author wrote back on them; None for a bundle
    of another kind. Raises InputProblem where what it is on was not sent from here."""
    from rehearse.bundles.records import Assignment, Person

    row, _ = bundles.one(digest)
    if row.kind != "feedback":
        return None
    sent = next((r for r in bundles.rows("submission", id=row.about) if r.own), None)
    if sent is None:
        raise InputProblem("What this feedback answers was not sent from here.", "Answer it where you sent from.")
    data = bundles.data(sent.digest)
    meetings = tuple(dict.fromkeys(str(take["rehearsal"]) for take in data["takes"]))
    same = tuple(r.id for r in bundles.rows("feedback", about=row.about) if r.folded == row.folded and r.state != "altered")
    nobody_asked = Assignment("", "", Person(row.author), sent.title, {}, {}, to=(Person(name),) if name.strip() else ())
    return nobody_asked, meetings, same


def waiting(bundles: Bundles, feedback: str) -> tuple[Answer, ...]:
    """The answers to a feedback that were written and not sent yet."""
    from rehearse import kept
    from rehearse.bundles.records import Answer

    found = []
    for said in bundles.answers(feedback):
        with suppress(ValueError, TypeError):  # as an older program may have kept it
            found.append(kept.read(Answer, said))
    return tuple(found)


def read_brief(text: str) -> Brief | None:
    """A brief from its plain form; None where nothing was written. Raises InputProblem."""
    from rehearse import pitches

    if not text.strip():
        return None
    try:
        return pitches.from_plain_form(text)
    except ValueError as fault:
        raise InputProblem(f"Your brief: {fault}.", "Make it shorter.") from None


def _takes(meeting: Rehearsal) -> list[Take]:
    """The takes of a meeting in which you said something, the newest first."""
    from ui.review.seen import newest

    leaves = [t for t in meeting.tree.leaves() if any(x.speaker == "you" for x in meeting.tree.take(t.id))]
    found = []
    for number, leaf in enumerate(leaves, 1):
        yours = sum(t.speaker == "you" and bool(t.text.strip()) for t in meeting.tree.take(leaf.id))
        review = newest(meeting.reviews, str(leaf.id))
        counts = (review.passed, review.applicable) if review is not None and review.judged else (None, None)
        found.append(Take(meeting, str(leaf.id), number, len(leaves), yours, *counts))
    return found[::-1]
