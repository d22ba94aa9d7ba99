"""What came back on a take, as the review shows it: comments on words, marks, the next step, and what you answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ui.assigned import words

if TYPE_CHECKING:
    from rehearse.bundles.received import Received
    from rehearse.bundles.records import Answer, Comment, GivenMark
    from rehearse.library.bundles import Bundles
    from rehearse.library.handed import HandedRow
    from ui.desk import Desk
    from ui.review.seen import Seen


@dataclass(frozen=True, slots=True)
class Back:
    """One feedback. `sent` are the answers that went out already, `waiting` those that go with what is sent next, by what each
    is to: the id of a comment, or `criterion/check` of a mark."""

    received: Received
    sent: Mapping[str, Answer] = field(default_factory=dict)
    waiting: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def row(self) -> HandedRow:
        return self.received.row

    @property
    def who(self) -> str:
        """The mentor's name, as it is shown."""
        return words.name(self.received.feedback.author.name)

    def comments(self, rehearsal: str) -> tuple[Comment, ...]:
        """Those on one meeting."""
        return tuple(c for c in self.received.feedback.comments if c.rehearsal == rehearsal)

    def marks(self, review: str, leaf: str = "") -> tuple[GivenMark, ...]:
        """Those on the checks of one review, the last of each check; also those on the take that ends with the line `leaf`, which
        went out without a review."""
        found = {(m.criterion, m.check): m for m in self.received.feedback.marks if m.review in (review, leaf or review)}
        return tuple(found.values())

    def note(self, comment: str) -> str:
        """The name of the note that shows a comment."""
        return f"comment:{self.row.digest}:{comment}"


async def with_feedback(desk: Desk, seen: Seen) -> Seen:
    """A review with what came back on its meeting. What was altered after it was signed is left out."""
    library = await desk.library()
    sent = await library.ask_bundles(lambda bundles: bundles.rows("submission", rehearsal=seen.id))
    if not any(row.own for row in sent):
        return seen  # the usual case, in which nobody waits for what reads bundles
    found = await library.ask_bundles(lambda bundles: tuple(_backs(bundles, seen.id)))
    return replace(seen, received=found) if found else seen


def _backs(bundles: Bundles, rehearsal: str) -> Iterator[Back]:
    from rehearse.bundles import reading, received
    from rehearse.bundles.records import Submission
    from rehearse.errors import InputProblem
    from ui.assigned.outgoing import waiting

    said: dict[str, dict[str, Answer]] = {}
    for row in bundles.rows("submission"):
        if not row.own:
            continue
        try:
            sent = reading.understood(bundles.data(row.digest), row.id).bundle
        except InputProblem:
            continue
        for answer in sent.answers if isinstance(sent, Submission) else ():
            said.setdefault(answer.feedback, {})[answer.to] = answer
    for one in received.feedback_on_meeting(bundles, rehearsal):
        if one.row.state != "altered":
            id = one.feedback.id
            yield Back(one, said.get(id, {}), {a.to: a for a in waiting(bundles, id)})
