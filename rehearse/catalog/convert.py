"""From what a file holds to the types of the core. Imported late (pydantic)."""

from __future__ import annotations

from collections.abc import Iterable

from rehearse.catalog import schema as s
from rehearse.personas import (
    Answer,
    Concern,
    Condition,
    Gift,
    Line,
    NotEnough,
    Persona,
    Temperament,
    Test,
    Vocabulary,
    Withheld,
)
from rehearse.rubrics import Check, Criterion, Rubric
from rehearse.scenarios import Fact, PersonaChanges, Scenario, Subject, Timing


def persona(m: s.PersonaModel, hash: str) -> Persona:
    """A persona from its file; `hash` is that of the content."""
    words, mood = m.vocabulary, m.temperament
    return Persona(
        id=m.id,
        name=m.name,
        pronouns=m.pronouns,
        role=m.role,
        audience=m.audience,
        emblem=m.emblem,
        summary=m.summary,
        voice=m.voice,
        register=m.register_,
        language=m.language,
        cares_about=m.cares_about,
        vocabulary=Vocabulary(words.likes, words.costs_patience, dict(words.instead)),
        temperament=Temperament(mood.receptivity, mood.patience, mood.minutes, mood.yields_to),
        opening=m.opening,
        answers=tuple(Answer(a.about, a.say) for a in m.answers),
        concerns=_concerns(m.concerns),
        conditions=_conditions(m.conditions),
        gives=_gifts(m.gives),
        deal_breakers=m.deal_breakers,
        withheld=_withheld(m.withheld),
        lines=lines_by_act(m.lines),
        endings=dict(m.endings),
        hash=hash,
    )


def scenario(m: s.ScenarioModel, hash: str) -> Scenario:
    """A scenario from its file. `playtest` maps a level to scripts; a script is a tuple of `{"say": ..., "for": id or None}`."""
    here = m.persona_for_this
    return Scenario(
        id=m.id,
        title=m.title,
        persona=m.persona,
        mode=m.mode,
        suits=m.suits,
        your_role=m.your_role,
        situation=m.situation,
        timing=Timing(m.timing.closes, m.timing.load),
        subject=Subject(m.subject.noun, m.subject.ask),
        ask=m.ask,
        minutes=m.minutes,
        difficulty=m.difficulty,
        rubric=m.rubric,
        facts=tuple(Fact(f.id, f.says, f.source, f.value, f.unit, f.shared) for f in m.facts),
        withheld=_withheld(m.withheld),
        persona_for_this=PersonaChanges(
            here.cares_about, _concerns(here.concerns), _conditions(here.conditions), _gifts(here.gives), here.opening
        ),
        playtest={
            level: tuple(tuple({"say": said.say, "for": said.for_} for said in script) for script in scripts)
            for level, scripts in m.playtest.items()
        },
        mentor_notes=m.mentor_notes,
        hash=hash,
    )


def rubric(m: s.RubricModel, hash: str) -> Rubric:
    """A rubric from its file. A title that is not given is made from the id."""
    return Rubric(
        id=m.id,
        title=m.title or titled(m.id),
        criteria=tuple(
            Criterion(
                id=c.id,
                title=c.title or titled(c.id),
                weights=dict(c.weight),
                checks=tuple(
                    Check(id, k.question, k.counts, k.does_not, k.example, k.not_example, k.needs) for id, k in c.checks.items()
                ),
                source=c.source,
                applies_when=c.applies_when,
            )
            for c in m.criteria
        ),
        red_flags=dict(m.red_flags),
        hash=hash,
    )


def concerns(m: s.ConcernsModel) -> tuple[Concern, ...]:
    """The concerns of a library file."""
    return _concerns(m.concerns)


def lines_by_act(by_act: dict[str, tuple[s.LineModel, ...]]) -> dict[str, tuple[Line, ...]]:
    """Wordings by act."""
    return {act: _lines(lines) for act, lines in by_act.items()}


def titled(id: str) -> str:
    """`ask-first` as `Ask first`."""
    return id.replace("-", " ").replace("_", " ").capitalize()


def _lines(lines: Iterable[s.LineModel]) -> tuple[Line, ...]:
    return tuple(Line(line.says, line.needs) for line in lines)


def _concerns(concerns: Iterable[s.ConcernModel]) -> tuple[Concern, ...]:
    return tuple(
        Concern(
            id=c.id,
            kind=c.kind,
            label=c.label or titled(c.id),
            weight=c.weight,
            worry=c.worry,
            root=c.root,
            reveal=c.reveal,
            about=c.about,
            resolved_by=tuple(Test(t.id, t.test, t.needs, t.of, t.required, t.asked_by, t.sounds_like) for t in c.resolved_by),
            not_enough=tuple(NotEnough(n.says, n.seen_as) for n in c.not_enough),
            objections=_lines(c.objections),
            accepts=c.accepts,
        )
        for c in concerns
    )


def _conditions(conditions: Iterable[s.ConditionModel]) -> tuple[Condition, ...]:
    return tuple(Condition(c.id, c.says, c.about, c.taken_up_by) for c in conditions)


def _gifts(gifts: Iterable[s.GiftModel]) -> tuple[Gift, ...]:
    return tuple(Gift(g.id, g.kind, g.says) for g in gifts)


def _withheld(withheld: Iterable[s.WithheldModel]) -> tuple[Withheld, ...]:
    return tuple(Withheld(w.id, w.about, w.says, w.reveal) for w in withheld)
