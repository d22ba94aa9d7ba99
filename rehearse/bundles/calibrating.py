"""The marks of several people on one submission, out of the library: sent from here, and received. What is not surely theirs is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rehearse.bundles import parts
from rehearse.errors import InputProblem
from rehearse.library.bundles import Bundles
from rehearse.library.handed import HandedRow
from rehearse.review.calibration import CheckRead, ReviewRead, Word
from rehearse.rubrics import Rubric

MOST = 500
"""Submissions that are compared, the newest: what people agreed on years ago says little about the checks of today."""
_SURE = ("known", "unsigned")
_About = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A submission that at least two people wrote feedback on. `left_out` counts feedback of which it is not sure whose it is."""

    submission: HandedRow
    feedback: tuple[HandedRow, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A submission with what people say of the checks of its takes. `left_out` is as in `Marked`."""

    submission: HandedRow
    reviews: tuple[ReviewRead, ...]
    left_out: int = 0


def marked(bundles: Bundles) -> tuple[Marked, ...]:
    """The submissions that two people or more answered, the newest last. Reads rows only."""
    answers: dict[str, list[HandedRow]] = defaultdict(list)
    for row in bundles.rows("feedback"):
        answers[row.about].append(row)
    wanted = {about for about, rows in answers.items() if len({r.folded for r in rows}) > 1}
    if not wanted:
        return ()
    out = []
    for sent in bundles.rows("submission"):
        if sent.id not in wanted or sent.state == "altered":
            continue
        sure = tuple(r for r in answers[sent.id] if r.standing in _SURE)
        if len({r.folded for r in sure}) > 1:
            out.append(Marked(sent, sure, len(answers[sent.id]) - len(sure)))
    return tuple(out[-MOST:])


def read(bundles: Bundles, one: Marked) -> Read | None:
    """What these people say of its checks; None where no two of them marked the same take, or it cannot be read any more."""
    try:
        sent = bundles.data(one.submission.digest)
        said: dict[str, dict[_About, dict[str, Word]]] = defaultdict(lambda: defaultdict(dict))
        for row in one.feedback:  # oldest first: of several marks of one person the last one counts
            for mark in _dicts(bundles.data(row.digest).get("marks")):
                word = Word(row.folded, row.author, mark["verdict"], str(mark.get("why") or ""), row.made)
                said[mark["review"]][mark["criterion"], mark["check"]][row.folded] = word
        found = tuple(r for r in _reviews(bundles, one.submission, sent, said) if len(r.people) > 1)
    except InputProblem:
        return None
    return Read(one.submission, found, one.left_out) if found else None


def _reviews(
    bundles: Bundles, row: HandedRow, sent: Mapping[str, Any], said: Mapping[str, Mapping[_About, Mapping[str, Word]]]
) -> Iterator[ReviewRead]:
    for take in _dicts(sent.get("takes")):
        for review in _dicts(take.get("reviews")):
            if words := said.get(str(review.get("id"))):
                checks = _dicts(review.get("checks"))
                given = review.get("rubric")
                rubric = str(given.get("id") or "") if isinstance(given, dict) else ""
                yield _review(row, str(review["id"]), rubric, checks, words)
        leaf = str((take.get("take") or [""])[-1])
        if words := said.get(leaf):  # sent without a review: judged where it was read, and only what they say is known
            rubric, checks = _asked(bundles, str(sent.get("assignment") or ""))
            yield _review(row, leaf, rubric, checks or [{"criterion": a, "check": b} for a, b in words], words)


def _review(
    row: HandedRow, id: str, rubric: str, checks: Sequence[Mapping[str, Any]], words: Mapping[_About, Mapping[str, Word]]
) -> ReviewRead:
    sizes: dict[str, int] = defaultdict(int)
    found = []
    for check in checks:
        about = str(check["criterion"]), str(check["check"])
        sizes[about[0]] += 1
        if by := words.get(about):
            question = str(check.get("question") or about[1].replace("_", " "))
            found.append(CheckRead(*about, question, check.get("verdict"), tuple(by[who] for who in sorted(by))))
    return ReviewRead(id, row.digest, rubric, tuple(found), dict(sizes))


def _asked(bundles: Bundles, assignment: str) -> tuple[str, list[dict[str, Any]]]:
    """The rubric that an assignment says, and its checks; nothing where it says none, or is not here."""
    for row in bundles.rows("assignment", id=assignment) if assignment else ():
        part = bundles.data(row.digest).get("rubric")
        if row.state != "altered" and isinstance(part, dict):
            rubric = parts.value(part, "rubric", "The assignment")
            assert isinstance(rubric, Rubric)
            return rubric.id, [
                {"criterion": c.id, "check": k.id, "question": k.question} for c in rubric.criteria for k in c.checks
            ]
    return "", []


def _dicts(value: object) -> list[dict[str, Any]]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []
