"""What a person is made from: nothing, a person to be like, or a file of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rehearse.making.answers import BY_WORDS, NONE, Answers, Worry
from rehearse.making.asking import nearest
from rehearse.making.objections import arranged, take_apart, with_objections
from rehearse.making.origin import Origin
from rehearse.personas import Concern, Line, Persona

SKELETON = """\
format: rehearse/persona@1
id: new
language: en
"""


UNANSWERED = Answers()


@dataclass(frozen=True, slots=True)
class Base:
    """The file as it was read, with its answers. `digest` is the SHA-256 of a file that is edited, else empty; `warnings` are
    what the catalog had to say about it before anything was changed."""

    origin: Origin
    text: str = SKELETON
    persona: Persona | None = None
    before: Answers = UNANSWERED
    file: str = ""
    digest: str = ""
    warnings: frozenset[str] = frozenset()

    def concern(self, id: str, library: Mapping[str, Concern]) -> Concern | None:
        """The concern that a worry changes: the file's, else the library's."""
        return (self.persona.concern(id) if self.persona else None) or library.get(id)

    def ready(self, id: str, library: Mapping[str, Concern]) -> tuple[Line, ...]:
        """The ready-made objections of a worry, those that are left out among them."""
        concern = self.concern(id, library)
        return take_apart(concern, library.get(id)).ready if concern is not None else ()


def linked(answers: Answers, base: Base, library: Mapping[str, Concern]) -> str:
    """The worry behind what they said no to, by its id; nothing where there is none."""
    chosen = answers.refused_worry
    if chosen == NONE or not why_of(answers):
        return ""
    if chosen != BY_WORDS:
        return chosen if answers.worry(chosen) else ""
    concerns = [c for w in answers.worries if (c := base.concern(w.id, library)) is not None]
    return nearest(f"{answers.refused}. {answers.refused_why}", concerns)


def why_of(answers: Answers) -> str:
    """Why they said no, in one line."""
    return " ".join(answers.refused_why.split())


def concern_of(worry: Worry, answers: Answers, base: Base, library: Mapping[str, Concern]) -> Concern | None:
    """The concern as it will stand in the file. None where nobody knows what the worry is."""
    concern = base.concern(worry.id, library)
    if concern is None:
        return None
    objections = arranged(worry, base.ready(worry.id, library))
    if objections != concern.objections:
        concern = with_objections(concern, objections)
    return replace(concern, label=worry.label, weight=worry.weight, root=_root(worry, answers, base, library))


def _root(worry: Worry, answers: Answers, base: Base, library: Mapping[str, Concern]) -> tuple[str, ...]:
    """What they say when they are asked what is behind it. What really happened takes the place of what might have."""
    if linked(answers, base, library) != worry.id:
        return worry.behind
    common = library.get(worry.id)
    ready_made = common is not None and worry.behind == common.root
    return (why_of(answers),) if ready_made else (why_of(answers), *worry.behind)
