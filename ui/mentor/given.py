"""What you wrote back on a submission before, what they answered to it, and what of it is dealt with. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rehearse.bundles.records import Answer, Comment, Feedback, Submission
    from rehearse.library.bundles import Bundles
    from rehearse.library.handed import HandedRow

_MOST_SENT = 30  # submissions of one person that are looked through for answers, the newest


@dataclass(frozen=True, slots=True)
class Given:
    """One feedback of yours that went out. `answers` are theirs, by the id of a comment or `criterion/check`; `done` the comments
    that are dealt with."""

    row: HandedRow
    feedback: Feedback
    answers: Mapping[str, Answer] = field(default_factory=dict)
    done: frozenset[str] = frozenset()

    def find(self, key: str) -> Comment | None:
        """The comment that a note's key names."""
        digest, _, id = key.partition("/")
        return next((c for c in self.feedback.comments if c.id == id), None) if digest == self.row.digest else None

    def key(self, comment: str) -> str:
        """What names a comment among those of all feedback."""
        return f"{self.row.digest}/{comment}"


@dataclass(frozen=True, slots=True)
class Answered:
    """Something that they say in this submission to what you wrote before: `about` are your words, or the check's question."""

    about: str
    answer: Answer


def given(bundles: Bundles, row: HandedRow) -> tuple[Given, ...]:
    """Your feedback on a submission, oldest first. What cannot be read any more is left out."""
    mine = [r for r in bundles.rows("feedback", about=row.id) if r.own]
    if not mine:
        return ()
    said: dict[str, dict[str, Answer]] = {}
    for sent in [r for r in bundles.rows("submission") if r.folded == row.folded and not r.own][-_MOST_SENT:]:
        for answer in _answers(bundles.data(sent.digest)):
            said.setdefault(answer.feedback, {})[answer.to] = answer
    return tuple(_given(bundles, mine, said))


def answered(bundles: Bundles, sent: Submission) -> tuple[Answered, ...]:
    """The answers that came with a submission, each with what it is to."""
    questions = {
        f"{c['criterion']}/{c['check']}": str(c.get("question") or "")
        for take in sent.takes for review in take.get("reviews") or () for c in review.get("checks") or ()
    }  # fmt: skip
    comments: dict[tuple[str, str], str] = {}
    for id in dict.fromkeys(a.feedback for a in sent.answers):
        for row in bundles.rows("feedback", id=id):
            listed = bundles.data(row.digest).get("comments")
            comments |= {(id, str(c.get("id"))): str(c.get("text")) for c in listed or () if row.own}
    return tuple(
        Answered(comments.get((a.feedback, a.to)) or questions.get(a.to) or a.to.rpartition("/")[2].replace("_", " "), a)
        for a in sent.answers
        if a.text.strip()
    )


def _given(bundles: Bundles, rows: list[HandedRow], said: Mapping[str, Mapping[str, Answer]]) -> Iterator[Given]:
    from rehearse.bundles import reading
    from rehearse.bundles.records import Feedback
    from rehearse.errors import InputProblem

    for row in rows:
        try:
            bundle = reading.understood(bundles.data(row.digest), row.id).bundle
        except InputProblem:
            continue
        if isinstance(bundle, Feedback):
            yield Given(row, bundle, said.get(bundle.id, {}), bundles.resolved(row.digest))


def _answers(data: Mapping[str, Any]) -> Iterator[Answer]:
    from rehearse import kept
    from rehearse.bundles.records import Answer

    for one in data.get("answers") or ():
        try:
            yield kept.read(Answer, one)
        except (ValueError, TypeError):
            continue
