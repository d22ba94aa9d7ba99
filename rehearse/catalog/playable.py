"""What a file that is well formed may still lack for a good meeting. All of it warnings; the numbers are the design's
(3 to 7 concerns, one of weight 3, four lines an act with the common ones of the register)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rehearse.catalog.report import Report, Where
from rehearse.catalog.yaml import Map, Seq
from rehearse.conversation import LADDER
from rehearse.personas import Concern, Line, Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario, in_situation

FEWEST_LINES = 4
"""Own lines of an act and common ones together: fewer, and she repeats herself within one meeting."""

# Acts that are worded from `lines` alone. The others take their words from the concern, the answers, the conditions,
# the gives or the endings.
WORDED = ("press", "probe", "doubt", "brush_off", "minimal", "clarify", "acknowledge", "reopen", "park", "give", "commit")
LEDGER_CHECKS = ("acknowledged", "explored", "root", "heavy", "confirmed")


def in_persona(persona: Persona, data: Map, report: Report, common: Mapping[str, Collection[Line]] | None) -> None:
    """Look a persona over. `common` are the lines of its register, None where they are not at hand."""
    if not 3 <= len(persona.concerns) <= 7:
        _warn(report, data, ("concerns",), f"there should be 3 to 7 concerns; there are {len(persona.concerns)}.")
    if not any(concern.weight == 3 for concern in persona.concerns):
        _warn(report, data, ("concerns",), "at least one should have weight 3: what the meeting is decided on.")
    for number, concern in enumerate(persona.concerns):
        _concern(concern, ("concerns", number), data, report)
    if not persona.opening:
        _warn(report, data, ("opening",), "there is none, so the meeting opens with common words. Write one line or two.")
    if not persona.gives:
        _warn(report, data, ("gives",), "there is none, and without one nobody buys in. Write what they put in of their own.")
    for number, condition in enumerate(persona.conditions):
        if not condition.taken_up_by:
            message = "there is none, so code cannot see that the condition was taken up. Name signals, as [stop_rule]."
            _warn(report, data, ("conditions", number, "taken_up_by"), message)
    missing = [step for step in LADDER if not persona.endings.get(step)]
    if missing:
        _warn(report, data, ("endings",), f"there are none for {', '.join(missing)}. Write two each.")
    if persona.language.casefold().split("-")[0] != "en":
        _warn(report, data, ("language",), "the offline stakeholder reads English only; a model can play this person.")
    if common is not None:
        for act in WORDED:
            there = len(persona.lines.get(act, ())) + len(common.get(act, ()))
            if there < FEWEST_LINES:
                message = f"{there} lines with the common ones; {FEWEST_LINES} are the fewest that do not repeat themselves."
                _warn(report, data, ("lines", act), message)


def in_scenario(scenario: Scenario, data: Map, report: Report, persona: Persona | None) -> None:
    """Look a scenario over, with the persona it is about where that is known."""
    for number, concern in enumerate(scenario.persona_for_this.concerns):
        _concern(concern, ("persona_for_this", "concerns", number), data, report)
    if persona is not None:
        together = len(in_situation(persona, scenario).concerns)
        if together > 7:
            message = f"with those of {persona.id} there are {together}; 7 are the most that fit into a meeting."
            _warn(report, data, ("persona_for_this", "concerns"), message)
    if not scenario.ask and not scenario.subject.ask and scenario.mode == "selling":
        _warn(report, data, ("ask",), "there is none. Write what they should say yes to.")


def in_rubric(rubric: Rubric, data: Map, report: Report) -> None:
    """Look a rubric over."""
    for mode in ("selling", "influencing"):
        if not any(criterion.applies(mode) for criterion in rubric.criteria):
            _warn(report, data, ("criteria",), f"none applies when {mode}, so such a meeting gets no count.")
    for number, criterion in enumerate(rubric.criteria):
        for check in criterion.checks if criterion.source == "ledger" else ():
            if check.id not in LEDGER_CHECKS:
                message = f"the ledger cannot fill this check. It fills {', '.join(LEDGER_CHECKS)}."
                _warn(report, data, ("criteria", number, "checks", check.id), message)


def in_concerns(concerns: tuple[Concern, ...], data: Map, report: Report) -> None:
    """Look a library of concerns over."""
    for number, concern in enumerate(concerns):
        _concern(concern, ("concerns", number), data, report)


def _concern(concern: Concern, where: Where, data: Map, report: Report) -> None:
    if not concern.required:
        message = "there is no required test, so nothing resolves this concern."
        _warn(report, data, (*where, "resolved_by"), message)
    for number, test in enumerate(concern.resolved_by):
        if not test.needs:
            with_model = (
                "a required test must have them: only a model could see it." if test.required else "only a model sees it."
            )
            _warn(report, data, (*where, "resolved_by", number, "needs"), f"there is none; {with_model}")
    if len(concern.objections) < 2:
        message = f"there should be two or more, from open to pointed; there are {len(concern.objections)}."
        _warn(report, data, (*where, "objections"), message)
    if not concern.about:
        _warn(report, data, (*where, "about"), "there is none. Write words that show that a line is about this concern.")
    if not concern.root:
        _warn(report, data, (*where, "root"), "there is none, so asking what is behind it finds nothing. Write one line.")


def _warn(report: Report, data: Map, where: Where, message: str) -> None:
    report.add(line_of(data, where), where, message, warning=True)


def line_of(data: Map, where: Where) -> int:
    """The line of this place, or of what it stands in where it is not in the file."""
    at: object = data
    line = 1
    for number, step in enumerate(where):
        found = at.at(step) if isinstance(at, (Map, Seq)) else None
        if found is None:
            return line if number else 0
        line, at = found
    return line
