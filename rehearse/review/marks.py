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
from rehearse.rubrics import Check, Rubric

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
    found: dict[Key, _Shown] = {}
    for criterion in rubric.applying(mode):
        if criterion.source != "ledger":
            for check in criterion.checks:
                key = (criterion.id, check.id)
                found[key] = _shown(case, [run.get(key) for run in runs])
    words = _handed_out({key: shown.places for key, shown in found.items() if shown.agreed == "yes"})
    marks = []
    for criterion in rubric.applying(mode):
        for check in criterion.checks:
            key = (criterion.id, check.id)
            if criterion.source == "ledger":
                marks.append(from_ledger.get(key) or Mark(*key, check.question, "no", "nothing_found"))
            else:
                marks.append(_mark(key, check, found[key], words.get(key)))
    return tuple(marks)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the runs say of one check: their verdicts, the words of those that say yes, and the nearest ones."""

    claims: tuple[Claim | None, ...]
    verdicts: tuple[Verdict, ...]
    places: tuple[_At, ...]
    nearest: Place | None

    @property
    def agreed(self) -> Verdict | None:
        """The verdict of all runs; None where they differ."""
        said = self.verdicts or ("no",)
        return said[0] if len(set(said)) == 1 else None


def _shown(case: Case, claims: Sequence[Claim | None]) -> _Shown:
    places = [_places(case, claim) for claim in claims]
    verdicts = tuple(_verdict(claim, at) for claim, at in zip(claims, places, strict=True))
    shown = [at for found, verdict in zip(places, verdicts, strict=True) if verdict == "yes" for at in found]
    nearest = next((at.place for found in places for at in found), None)
    return _Shown(tuple(claims), verdicts, tuple(shown), nearest)


def _handed_out(wanted: Mapping[Key, Sequence[_At]]) -> dict[Key, _At]:
    """Words for as many checks as can have them, in the rubric's order; each its best ones, unless they serve two checks already
    and one of those can do with other words, or must give way. What is left has none."""
    given: dict[Key, _At] = {}

    def hand(key: Key, tried: set[Key]) -> bool:
        for at in wanted[key]:
            if evidence.free(at.place, [g.place for k, g in given.items() if k != key]):
                given[key] = at
                return True
        for at in wanted[key]:
            for other in [k for k, g in given.items() if k not in tried and evidence.same_words(at.place, g.place)]:
                had = given.pop(other)
                if evidence.free(at.place, [g.place for g in given.values()]):
                    given[key] = at
                    tried.add(other)
                    if hand(other, tried):
                        return True
                    del given[key]
                given[other] = had
        return False

    for key in wanted:
        hand(key, {key})
    return given


def _mark(key: Key, check: Check, shown: _Shown, at: _At | None) -> Mark:
    """`at`: the words that were handed to it."""
    nearest = shown.nearest
    runs = tuple(v for v in shown.verdicts if v != "unsure") if len(shown.verdicts) > 1 else ()

    def mark(verdict: Verdict, why: Why, near: Place | None = None) -> Mark:
        place, answers = (at.place, at.answers) if at and verdict == "yes" else (None, None)
        return Mark(*key, check.question, verdict, why, place, answers, near, runs)

    match shown.agreed:
        case None:
            return mark("unsure", "runs_differ", nearest)
        case "na":
            return mark("na", "does_not_apply")
        case "unsure":
            return mark("unsure", "nothing_found")
        case "yes":  # words that serve two checks already show nothing more: they stand as the nearest
            return mark("yes", "quoted") if at else mark("no", "nothing_found", nearest)
    if any(c is not None and c.verdict == "yes" for c in shown.claims):
        return mark("no", "quote_not_found")
    if nearest is not None and any(c is not None and c.opposite for c in shown.claims):
        return mark("no", "opposite_shown", nearest)
    return mark("no", "nothing_found", nearest)


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
