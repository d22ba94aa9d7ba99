"""What is sent on purpose: which takes there are to choose from, what was written beside them, and the file that they leave in.

Nothing here knows a widget. Coroutines run in the engine's loop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.errors import InputProblem, Problem
from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.bundles.records import Answer, Assignment
    from rehearse.library.bundles import Bundles
    from rehearse.library.records import Rehearsal
    from rehearse.pitches import Brief
    from ui.assigned.post import Task
    from ui.desk import Desk

MOST_MEETINGS = 30  # of one assignment that are offered, the newest
MOST_ANSWER = 2_000  # characters
_SHELF = "feedback_drafts"


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
    """What can be sent for an assignment. `signs` is whether there is a keyring to sign with; `answers` wait to go along."""

    task: Task
    asked: Assignment
    takes: tuple[Take, ...]
    signs: bool
    answers: tuple[Answer, ...] = ()
    draft: Written = Written()


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
        """Everything that can be chosen from for the assignment with this digest, the newest first."""
        from rehearse.conversation import RehearsalId
        from ui.assigned.post import Post

        post = Post(self.desk)
        task, asked = await post.task(digest)
        library = await self.desk.library()
        takes: list[Take] = []
        for id in reversed(task.held[-MOST_MEETINGS:]):
            takes += _takes(await library.load(RehearsalId(id)))
        notes = await library.ask_bundles(lambda bundles: bundles.notes(_SHELF, _draft_id(digest)))
        draft = notes.get(_draft_id(digest), {})
        answers = await self.answers(tuple(row.id for row in task.answered))
        return Offer(
            task, asked, tuple(takes), await post.keys.signing() is not None, answers,
            Written(str(draft.get("reflection", "")), str(draft.get("brief", ""))),
        )  # fmt: skip

    async def keep_draft(self, digest: str, written: Written) -> None:
        """Keep what was typed and not sent yet."""
        value = {"reflection": written.reflection, "brief": written.brief}

        def keep(bundles: Bundles) -> None:
            if written == Written():
                bundles.drop_note(_SHELF, _draft_id(digest))
            else:
                bundles.put_note(_SHELF, _draft_id(digest), value)

        await (await self.desk.library()).change_bundles(keep)

    async def send(
        self, offer: Offer, chosen: Sequence[Take], written: Written, name: str, path: Path, seal: bool = False
    ) -> Sent:
        """Write the file, and keep what was sent. What could not be written was not sent, and is not kept as if it were."""
        from rehearse.bundles import making, taking
        from rehearse.bundles.keyring import WITHOUT
        from rehearse.exchange.export import write
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
            write(path, raw)
            return taking.given(opened, own=True, sealed=seal)

        given = await in_thread(make)

        def keep(bundles: Bundles) -> None:
            bundles.put(given)
            bundles.drop_note(_SHELF, _draft_id(offer.task.row.digest))
            for feedback in {a.feedback for a in offer.answers}:
                _put(bundles, feedback, [a for a in waiting(bundles, feedback) if a not in offer.answers])

        await (await self.desk.library()).change_bundles(keep)
        if name != self.desk.settings.signs_as:
            with suppress(Problem):  # it was sent under this name; that the name is not remembered need not be told
                self.desk.change(signs_as=name)
        return Sent(path, key is not None, seal, len(chosen))

    # ---- answers, which go along with what is sent next

    async def answers(self, feedback: Sequence[str]) -> tuple[Answer, ...]:
        """The answers to these feedbacks that were written and not sent yet."""
        library = await self.desk.library()
        # Asked of the writer: behind what is being kept at this moment.
        return await library.change_bundles(lambda bundles: tuple(a for id in feedback for a in waiting(bundles, id)))

    async def say(self, answer: Answer) -> None:
        """Keep an answer until something is sent, in the place of the one before to the same; an empty text takes it back."""
        text = " ".join(answer.text.split())[:MOST_ANSWER]

        def keep(bundles: Bundles) -> None:
            # Read where it is written, so that of two that are said at once neither is lost.
            now = [a for a in waiting(bundles, answer.feedback) if a.to != answer.to] + (
                [replace(answer, text=text)] if text else []
            )
            _put(bundles, answer.feedback, now)

        await (await self.desk.library()).change_bundles(keep)


def waiting(bundles: Bundles, feedback: str) -> tuple[Answer, ...]:
    """The answers to a feedback that were written and not sent yet."""
    from rehearse import kept
    from rehearse.bundles.records import Answer

    note = bundles.notes(_SHELF, _answers_id(feedback)).get(_answers_id(feedback), {})
    return tuple(kept.read(Answer, said) for said in _dicts(note.get("answers")))


def _put(bundles: Bundles, feedback: str, answers: Sequence[Answer]) -> None:
    from rehearse import kept

    if answers:
        bundles.put_note(_SHELF, _answers_id(feedback), {"answers": [kept.write(a) for a in answers]})
    else:
        bundles.drop_note(_SHELF, _answers_id(feedback))


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


def _draft_id(digest: str) -> str:
    return f"sending/{digest}"


def _answers_id(feedback: str) -> str:
    return f"answers/{feedback}"


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []
