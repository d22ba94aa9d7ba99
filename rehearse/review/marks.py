"""The arithmetic of a review: verdicts, counts by criterion, the total. Pure (DESIGN 7.3).

Unsure counts as applicable and not passed. A criterion with nothing applicable drops out. Red flags take points off, 15 at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rehearse.conversation import Mode
from rehearse.review import evidence
from rehearse.review.case import Case, Claim, FlagClaim, Sheet, Words
from rehearse.review.types import CriterionScore, Mark, Place, RedFlag, Verdict, Why
from rehearse.rubrics import Check, Criterion, Rubric

FEWEST_TURNS = 4  # of yours; below it a meeting is too short to count
FLAG_POINTS = -5
FLAGS_AT_MOST = 15

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _At:
    """Words found, and the line of theirs that they answer."""

    place: Place
    answers: str | None


def mark_sheet(case: Case, rubric: Rubric, mode: Mode, sheet: Sheet, from_ledger: Mapping[Key, Mark]) -> tuple[Mark, ...]:
    """One mark for every check that applies in this mode, in the rubric's order.

    Claims about checks that the rubric does not have are left out; a check without a claim is "nothing found".
    `from_ledger` fills criteria of that source.
    """
    runs = [{(c.criterion, c.check): c for c in run} for run in sheet.runs]
    used: list[Place] = []
    marks = []
    for criterion in rubric.applying(mode):
        for check in criterion.checks:
            key = (criterion.id, check.id)
            if criterion.source == "ledger":
                marks.append(from_ledger.get(key) or Mark(*key, check.question, "no", "nothing_found"))
                continue
            mark = _mark(case, criterion, check, [run.get(key) for run in runs], used)
            if mark.place is not None and mark.passed:
                used.append(mark.place)
            marks.append(mark)
    return tuple(marks)


def _mark(case: Case, criterion: Criterion, check: Check, claims: Sequence[Claim | None], used: Sequence[Place]) -> Mark:
    shown = [_places(case, claim) for claim in claims]
    verdicts = tuple(_verdict(claim, places) for claim, places in zip(claims, shown, strict=True))
    found = [at for places, verdict in zip(shown, verdicts, strict=True) if verdict == "yes" for at in places]
    nearest = next((at.place for places in shown for at in places), None)
    runs = tuple(v for v in verdicts if v != "unsure") if len(verdicts) > 1 else ()

    def mark(verdict: Verdict, why: Why, at: _At | None = None, near: Place | None = None) -> Mark:
        place, answers = (at.place, at.answers) if at else (None, None)
        return Mark(criterion.id, check.id, check.question, verdict, why, place, answers, near, runs)

    if len(set(verdicts)) > 1:
        return mark("unsure", "runs_differ", near=nearest)
    verdict = verdicts[0] if verdicts else "no"
    if verdict == "na":
        return mark("na", "does_not_apply")
    if verdict == "unsure":
        return mark("unsure", "nothing_found")
    if verdict == "yes":
        # Words that serve no check yet come first: so one good sentence does not use up the place of the others.
        spread = sorted(found, key=lambda at: sum(evidence.same_words(at.place, u) for u in used))
        free = next((at for at in spread if evidence.free(at.place, used)), None)
        # Words that serve two checks already show nothing more: they stand as the nearest.
        return mark("yes", "quoted", free) if free else mark("no", "nothing_found", near=nearest)
    if any(c is not None and c.verdict == "yes" for c in claims):
        return mark("no", "quote_not_found")
    if nearest is not None and any(c is not None and c.opposite for c in claims):
        return mark("no", "opposite_shown", near=nearest)
    return mark("no", "nothing_found", near=nearest)


def _verdict(claim: Claim | None, places: Sequence[object]) -> Verdict:
    """What one run says once its quotes were looked for: a yes without its words is a no."""
    if claim is None:
        return "no"
    if claim.verdict == "yes" and not places:
        return "no"
    return claim.verdict


def _places(case: Case, claim: Claim | None) -> list[_At]:
    if claim is None:
        return []
    said = [Words(claim.turn or "", claim.quote, claim.answers_turn)] if claim.quote else []
    found = []
    for words in (*said, *claim.others):
        place = evidence.locate(case.lines, words.quote, words.turn or None)
        if place is not None:
            found.append(_At(place, _answered(case, place, words.answers_turn)))
    return found


def _answered(case: Case, place: Place, claimed: str | None) -> str | None:
    """The stakeholder's line that the words answer: only one that stands before them."""
    if claimed is None:
        return None
    for line in case.lines:
        if line.turn == place.turn:
            return None
        if line.turn == claimed:
            return None if line.you else claimed
    return None


def flags(case: Case, rubric: Rubric, claims: Sequence[FlagClaim]) -> tuple[RedFlag, ...]:
    """The red flags whose words were found: one for each kind and turn. Kinds that the rubric does not have are left out."""
    out: dict[Key, RedFlag] = {}
    for claim in claims:
        if claim.kind not in rubric.red_flags:
            continue
        place = evidence.locate(case.lines, claim.quote, claim.turn)
        if place is not None:
            points = -abs(rubric.red_flags[claim.kind]) or FLAG_POINTS
            out.setdefault((claim.kind, place.turn), RedFlag(claim.kind, points, place))
    order = {line.turn: at for at, line in enumerate(case.lines)}
    return tuple(sorted(out.values(), key=lambda f: (order[f.place.turn], f.place.start)))


def by_criterion(rubric: Rubric, mode: Mode, marks: Sequence[Mark]) -> tuple[CriterionScore, ...]:
    """Passed and applicable for each criterion that applies in this mode."""
    out = []
    for criterion in rubric.applying(mode):
        of = [m for m in marks if m.criterion == criterion.id]
        out.append(
            CriterionScore(
                criterion.id,
                criterion.title,
                criterion.weights[mode],
                sum(m.passed for m in of),
                sum(m.applies for m in of),
            )
        )
    return tuple(out)


def total(criteria: Sequence[CriterionScore], red_flags: Sequence[RedFlag]) -> int | None:
    """0 to 100, or None where nothing applies: 100 x sum(weight x passed / applicable) / sum(weight), less the red flags."""
    counted = [c for c in criteria if c.applicable]
    weights = sum(c.weight for c in counted)
    if not weights:
        return None
    share = sum(c.weight * c.passed / c.applicable for c in counted) / weights
    less = min(FLAGS_AT_MOST, sum(-f.points for f in red_flags))
    return max(0, round(100 * share) - less)
