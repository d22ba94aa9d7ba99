"""The review at the end of a meeting or of a transcript: asked for, or made without the judge where it was stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearse.cli.output import complain
from rehearse.cli.parts import Runner, now
from rehearse.conversation import Difficulty, Mode, Turn
from rehearse.library.ids import new_id
from rehearse.review import review as reviews

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rehearse.personas import Persona
    from rehearse.review.case import Judge
    from rehearse.review.types import Review, WhyNot
    from rehearse.rubrics import Rubric
    from rehearse.scenarios import Scenario

NO_ANSWER = ("no_reply", "not_usable")


@dataclass(frozen=True, slots=True)
class Matter:
    """What is judged: the take, under which rubric, as whose meeting. `names` are others' names that the judge does not see."""

    take: tuple[Turn, ...]
    rubric: Rubric
    mode: Mode
    persona: Persona | None = None
    scenario: Scenario | None = None
    rehearsal: str | None = None
    difficulty: Difficulty = "normal"
    names: Mapping[str, str] | None = None


def judged(runner: Runner, matter: Matter, judge: Judge, why_not: WhyNot | None = None) -> Review:
    """The review. Ctrl-C meanwhile, or a reason given beforehand, makes one that is not judged. Says so where a service failed."""
    id, created = new_id("v"), now()
    if why_not is None:
        try:
            made = runner.run(
                reviews.review(
                    matter.take, matter.rubric, mode=matter.mode, judge=judge, id=id, created=created, persona=matter.persona,
                    scenario=matter.scenario, rehearsal=matter.rehearsal, difficulty=matter.difficulty, names=matter.names,
                )
            )  # fmt: skip
        except KeyboardInterrupt:
            why_not = "stopped"
        else:
            if made.why_not in NO_ANSWER:
                problem = made.extra.get("problem", {})
                words = f"{problem.get('sentence', '')} {problem.get('hint', '')}".strip()
                complain(f"Not judged: {words or 'the model did not answer.'}")
            return made
    return reviews.assemble(
        matter.take, matter.rubric, None, mode=matter.mode, by=judge.by, id=id, created=created, persona=matter.persona,
        scenario=matter.scenario, rehearsal=matter.rehearsal, difficulty=matter.difficulty, why_not=why_not,
    )  # fmt: skip
