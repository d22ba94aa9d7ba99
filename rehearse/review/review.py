"""One review of one take: the judge's sheet, checked and counted, beside what the stance says. Nothing is stored here."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rehearse.conversation import Difficulty, Mode, Turn
from rehearse.errors import ServiceProblem
from rehearse.personas import Persona
from rehearse.review import curve, decision, delivery, flags, ledger, line, marks, next_thing
from rehearse.review.case import Case, Judge, Sheet, lines_of
from rehearse.review.fence import THEY
from rehearse.review.heard import moment_of
from rehearse.review.types import CriterionScore, JudgedBy, Mark, RedFlag, Review, WhyNot
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario, in_situation

TRIES = 8  # lines that are tried for the one thing while somebody waits for the review


def case_of(
    take: Sequence[Turn],
    mode: Mode,
    persona: Persona | None = None,
    scenario: Scenario | None = None,
    names: Mapping[str, str] | None = None,
) -> Case:
    """What a judge may see of a take: words, who spoke, the mode, the facts one may use. No secrets, outcome or names.

    `persona` is the one with the scenario merged in. `names` are further names to be replaced, each with its label; the
    person's own are added.
    """
    labels = dict(names or {})
    if persona is not None:
        for name in (persona.name, *persona.name.split()):
            if len(name) > 1:
                labels.setdefault(name, THEY)
    return Case(
        lines=lines_of(take),
        mode=mode,
        facts=scenario.facts if scenario else (),
        goals=persona.cares_about if persona else (),
        costly=persona.vocabulary.costs_patience if persona else (),
        names=labels,
    )


async def review(
    take: Sequence[Turn],
    rubric: Rubric,
    *,
    mode: Mode,
    judge: Judge,
    id: str,
    created: str = "",
    persona: Persona | None = None,
    scenario: Scenario | None = None,
    rehearsal: str | None = None,
    difficulty: Difficulty = "normal",
    names: Mapping[str, str] | None = None,
) -> Review:
    """Judge a take (root first). `id` is the review's, `v_...`; `created` ISO 8601 text: both are handed in.

    `persona` is the file's; the scenario is merged in here. A judge that gave no answer, or none that can be used, gives a
    review that is not judged: never a number. A take of fewer than four turns of yours is not put before the judge at all.
    Cancelling the task is cancelling: nothing comes back; `assemble(..., why_not="stopped")` makes the record of it.
    The arithmetic is done in a thread: in a long meeting others of the loop would wait for it.
    """
    sheet: Sheet | None = None
    why_not: WhyNot | None = None
    trouble: ServiceProblem | None = None
    if _too_short(take):
        why_not = "too_short"
    else:
        try:
            sheet = await judge.judge(case_of(take, mode, _person(persona, scenario), scenario, names), rubric)
        except ServiceProblem as problem:
            trouble = problem
            why_not = "not_usable" if problem.kind == "not_usable" else "no_reply"
    return await asyncio.to_thread(
        _whole,
        take,
        rubric,
        sheet,
        mode=mode,
        by=judge.by,
        id=id,
        created=created,
        persona=persona,
        scenario=scenario,
        rehearsal=rehearsal,
        difficulty=difficulty,
        why_not=why_not,
        trouble=trouble,
    )


def _whole(take: Sequence[Turn], rubric: Rubric, sheet: Sheet | None, **of: Any) -> Review:
    """The review, and a line of this situation for its one thing where one is soon found."""
    made = assemble(take, rubric, sheet, **of)
    person, scenario = _person(of["persona"], of["scenario"]), of["scenario"]
    if made.one_thing is None or person is None:
        return made
    thing = made.one_thing
    met = next((o.met for o in made.objections if o.id == thing.objection), ())
    said = line.best(moment_of(thing, take, person, scenario, of["mode"], rubric, met), TRIES)
    text = said.text if said is not None and (said.here or scenario is None) else None
    return replace(made, one_thing=replace(thing, line=text))


def assemble(
    take: Sequence[Turn],
    rubric: Rubric,
    sheet: Sheet | None,
    *,
    mode: Mode,
    by: JudgedBy,
    id: str,
    created: str = "",
    persona: Persona | None = None,
    scenario: Scenario | None = None,
    rehearsal: str | None = None,
    difficulty: Difficulty = "normal",
    why_not: WhyNot | None = None,
    trouble: ServiceProblem | None = None,
) -> Review:
    """The review from a filled sheet, or one that is not judged (`sheet` None, with `why_not`).

    Raises ValueError for an empty take.
    Objections, ladder step, decision, reasons, curve and counts are there either way: they do not come from the judge.
    """
    if not take:
        raise ValueError("a take has at least one turn")
    person = _person(persona, scenario)
    found = ledger.objections(take, person)
    if why_not is None and _too_short(take):
        why_not = "too_short"
    sheet = None if why_not else sheet
    checks: tuple[Mark, ...] = ()
    criteria: tuple[CriterionScore, ...] = ()
    red: tuple[RedFlag, ...] = ()
    if sheet is not None:
        case = case_of(take, mode, person, scenario)
        checks = marks.mark_sheet(case, rubric, mode, sheet, ledger.marks(take, found, rubric, person))
        criteria = marks.by_criterion(rubric, mode, checks)
        red = marks.flags(case, rubric, (*sheet.flags, *flags.by_code(take, case.facts)))
        checks = _figures_against(checks, red)
        criteria = marks.by_criterion(rubric, mode, checks)
    stance = ledger.last_stance(take)
    extra: dict[str, Any] = {}
    if trouble is not None:
        extra["problem"] = {"kind": trouble.kind, "sentence": trouble.sentence, "hint": trouble.hint}
    judged = sheet is not None
    return Review(
        id=id,
        leaf=str(take[-1].id),
        judge=by,
        rubric_id=rubric.id,
        rubric_hash=rubric.hash,
        mode=mode,
        rehearsal=rehearsal,
        created=created,
        judged=judged,
        why_not=None if judged else why_not or "no_reply",
        persona_hash=persona.hash if persona and persona.hash else None,
        scenario_hash=scenario.hash if scenario and scenario.hash else None,
        checks=checks,
        criteria=criteria,
        passed=sum(m.passed for m in checks) if judged else None,
        applicable=sum(m.applies for m in checks) if judged else None,
        total=marks.total(criteria, red) if judged else None,
        red_flags=red,
        ladder=stance.ladder if stance else None,
        decision=decision.decide(take, person, found, scenario.subject if scenario else None),
        reasons=decision.reasons(take, person),
        curve=curve.levels(take, person, difficulty),
        objections=found,
        delivery=delivery.measure(take, person.cares_about if person else (), person.vocabulary.costs_patience if person else ()),
        one_thing=None if why_not == "too_short" else next_thing.choose(take, rubric, mode, checks, criteria, found, person),
        rubric=rubric,
        extra=extra,
    )


def _figures_against(checks: Sequence[Mark], red: Sequence[RedFlag]) -> tuple[Mark, ...]:
    """A figure that code found to be against the facts outweighs a judge's word on that check: the words are there."""
    wrong = next((f for f in red if f.kind == "figure_against_facts"), None)
    if wrong is None:
        return tuple(checks)
    return tuple(
        replace(m, verdict="no", why="opposite_shown", place=None, answers_turn=None, nearest=wrong.place)
        if (m.criterion, m.check) == ("honesty", "figures")
        else m
        for m in checks
    )


def _person(persona: Persona | None, scenario: Scenario | None) -> Persona | None:
    return in_situation(persona, scenario) if persona else None


def _too_short(take: Sequence[Turn]) -> bool:
    return sum(t.speaker == "you" and bool(t.text.strip()) for t in take) < marks.FEWEST_TURNS
