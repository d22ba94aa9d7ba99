"""A rubric being written, tried offline on meetings: what each check finds, and which checks only a model can judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rehearse import playtest as playing
from rehearse.catalog.playable import LEDGER_CHECKS
from rehearse.conversation import Mode, Turn
from rehearse.errors import InputProblem
from rehearse.library.records import Rehearsal
from rehearse.personas import Persona
from rehearse.preparation import setting_of as setting_of_record
from rehearse.review import ledger, marks
from rehearse.review.checks import RULES
from rehearse.review.offline import fill
from rehearse.review.review import case_of
from rehearse.rubrics import Check, Criterion, Rubric
from rehearse.scenarios import Scenario
from rehearse.writing.document import Around, Document
from rehearse.writing.trying import checked, setting_of

By = Literal["rule", "signals", "ledger", "model", "nobody"]
SAYS: dict[By, str] = {
    "rule": "Judged offline by the rule that the program has for this check, whatever its question says here.",
    "signals": "Judged offline by its signals (needs).",
    "ledger": "Filled from what became of the objections.",
    "model": "Only a model can judge it: it has no needs, and no rule of the program. Offline it stays not sure.",
    "nobody": "Nobody fills it: the ledger of objections does not know this check.",
}
"""Who judges a check, in a sentence."""
_SEED = 0


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting that a rubric is tried on. `level` is that of its script, empty for a meeting of one's own."""

    label: str
    take: tuple[Turn, ...]
    mode: Mode
    persona: Persona | None = None
    scenario: Scenario | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one check found in one meeting: the verdict (yes, no, na, unsure) and the words that show it, or that come nearest."""

    talk: str
    level: str
    verdict: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in each meeting in which it applies. `by` is who judges it offline; `SAYS[by]` says it."""

    criterion: str
    check: str
    question: str
    by: By
    seen: tuple[Seen, ...] = ()

    @property
    def says(self) -> str:
        """Who judges it, and what it found, in a sentence or two."""
        judged = [seen for seen in self.seen if seen.verdict in ("yes", "no")]
        if self.by in ("model", "nobody") or not judged:
            return SAYS[self.by]
        shares = []
        for level in dict.fromkeys(seen.level for seen in judged):
            of = [seen for seen in judged if seen.level == level]
            shares.append(f"{sum(s.verdict == 'yes' for s in of)} of {len(of)}{f' {level}' if level else ''}")
        return f"{SAYS[self.by]} Yes in {', '.join(shares)}."

    @property
    def tells_apart(self) -> bool | None:
        """Whether more of the strong scripts show it than of the weak ones; None where one of the two was not judged."""

        def share(level: str) -> float | None:
            of = [seen.verdict == "yes" for seen in self.seen if seen.level == level and seen.verdict in ("yes", "no")]
            return sum(of) / len(of) if of else None

        strong, weak = share("strong"), share("weak")
        return None if strong is None or weak is None else strong > weak


@dataclass(frozen=True, slots=True)
class Findings:
    """What a rubric found in the meetings it was tried on."""

    talks: tuple[str, ...]
    checks: tuple[Finding, ...]

    @property
    def says(self) -> str:
        """All of it in a sentence or two."""
        judged = [finding for finding in self.checks if finding.by not in ("model", "nobody")]
        apart = [finding for finding in judged if finding.tells_apart]
        said = [f"{len(judged)} of {len(self.checks)} checks are judged offline"]
        if any(finding.tells_apart is not None for finding in judged):
            said.append(f"{len(apart)} of them are shown more often in strong scripts than in weak ones")
        left = [f"{finding.criterion}/{finding.check}" for finding in self.checks if finding.by == "model"]
        more = f" Only a model can judge {', '.join(left)}." if left else ""
        return f"{', '.join(said)}.{more}"


def by_of(criterion: Criterion, check: Check) -> By:
    """Who judges a check where no model does."""
    if criterion.source == "ledger":
        return "ledger" if check.id in LEDGER_CHECKS else "nobody"
    if check.needs:
        return "signals"
    return "rule" if (criterion.id, check.id) in RULES else "model"


def scripts_of(scenario: Document, around: Around, stopped: Callable[[], bool] = lambda: False) -> tuple[Talk, ...]:
    """The meetings that the scripts of a situation make, each held once; those so far where it was stopped.

    Raises InputProblem where the situation has a fault, or no scripts.
    """
    setting = setting_of(scenario, around, _SEED)
    assert setting.scenario is not None
    talks: list[Talk] = []
    for level, scripts in setting.scenario.playtest.items():
        for number, script in enumerate(scripts, 1):
            if stopped():
                return tuple(talks)
            take = tuple(playing.held(setting, script).take)  # type: ignore[arg-type]
            talks.append(Talk(f"{level} {number}", take, setting.mode, setting.persona, setting.scenario, level))
    if not talks:
        raise InputProblem(f"{setting.scenario.title} has no scripts.", "Choose another, or write lines under `playtest`.")
    return tuple(talks)


def talk_of(meeting: Rehearsal) -> Talk:
    """A meeting of one's own as it stands. Raises InputProblem for one without lines, ValueError for a damaged record."""
    leaf = meeting.record.leaf or (last.id if (last := meeting.tree.latest_leaf()) else None)
    if leaf is None or leaf not in meeting.tree:
        raise InputProblem("This meeting has no lines to judge.")
    setting = setting_of_record(meeting.record)
    return Talk(meeting.record.title, tuple(meeting.tree.take(leaf)), setting.mode, setting.persona, setting.scenario)


def judge(
    rubric: Document, around: Around, talks: Sequence[Talk], stopped: Callable[[], bool] = lambda: False
) -> Findings | None:
    """What each check of a rubric finds in these meetings, judged by the rules of the program; None where it was stopped.

    For a thread of its own: a meeting takes a second or so. Raises InputProblem where the rubric has a fault.
    """
    value = checked(rubric, around)
    if not isinstance(value, Rubric):
        raise InputProblem("This is no rubric.")
    seen: dict[tuple[str, str], list[Seen]] = {(c.id, k.id): [] for c in value.criteria for k in c.checks}
    for talk in talks:
        if stopped():
            return None
        for key, found in _marks(talk, value):
            seen[key].append(found)
    checks = tuple(
        Finding(c.id, k.id, k.question, by_of(c, k), tuple(seen[c.id, k.id])) for c in value.criteria for k in c.checks
    )
    return Findings(tuple(talk.label for talk in talks), checks)


def _marks(talk: Talk, rubric: Rubric) -> Iterable[tuple[tuple[str, str], Seen]]:
    case = case_of(talk.take, talk.mode, talk.persona, talk.scenario)
    found = ledger.objections(talk.take, talk.persona)
    for mark in marks.mark_sheet(
        case, rubric, talk.mode, fill(case, rubric), ledger.marks(talk.take, found, rubric, talk.persona)
    ):
        at = mark.place or mark.nearest
        yield (mark.criterion, mark.check), Seen(talk.label, talk.level, mark.verdict, at.quote if at else "")
