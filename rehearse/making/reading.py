"""From a person to the answers that would make them: to edit one, or to make one like another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rehearse.making import words
from rehearse.making.answers import BY_WORDS, NONE, Answers, Give, Pace, Term, Worry
from rehearse.making.objections import related, take_apart
from rehearse.personas import REGISTERS, Answer, Concern, Persona

MEASURED = ("measure", "measured", "goal", "judged")
LAST_TIME = ("last time", "history", "tried", "said no")
CONVINCE = ("convince", "persuade")
EXPECT = ("need from me", "expect", "condition")


def answers_of(persona: Persona, library: Mapping[str, Concern]) -> Answers:
    """The seven answers that this person stands for."""
    pace, voice = _pace(persona.voice)
    what, why = _refused(said_about(persona, LAST_TIME))
    linked = next((c.id for c in persona.concerns if why and c.root[:1] == (why,)), None)
    said = said_about(persona, MEASURED)
    return Answers(
        name=persona.name,
        pronouns=persona.pronouns,
        role=persona.role,
        audience=persona.audience,
        emblem=persona.emblem,
        summary=persona.summary,
        measured=persona.cares_about,
        measured_says=() if said == words.measured(persona.cares_about, persona.register) else said,
        refused=what,
        refused_why=why,
        refused_worry=linked or (NONE if what or why else BY_WORDS),
        worries=tuple(_worry(c, library.get(c.id), why if c.id == linked else "") for c in persona.concerns),
        register=persona.register,
        pace=pace,
        voice=voice,
        costs=persona.vocabulary.costs_patience,
        likes=persona.vocabulary.likes,
        opening=() if persona.opening == words.OPENINGS[persona.register] else persona.opening,
        minutes=persona.temperament.minutes,
        patience=persona.temperament.patience,
        receptivity=persona.temperament.receptivity,
        complies="rank" in persona.temperament.yields_to,
        gives=tuple(Give(g.kind, g.says, g.id) for g in persona.gives),
        terms=tuple(Term(c.says, c.id) for c in persona.conditions),
    )


def said_about(persona: Persona, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """What they say about one of these subjects, nothing where they have no answer."""
    return next((a.say for a in persona.answers if is_about(a, subjects)), ())


def is_about(answer: Answer, subjects: tuple[str, ...]) -> bool:
    return not {s.casefold() for s in answer.about}.isdisjoint(subjects)


def _pace(voice: str) -> tuple[Pace, str]:
    if voice.startswith(words.PACE["fast"].strip()):
        return "fast", voice[len(words.PACE["fast"]) :].strip()
    if voice.startswith(words.PACE["slow"].strip()):
        return "slow", voice[len(words.PACE["slow"]) :].strip()
    return "", voice


def _refused(say: tuple[str, ...]) -> tuple[str, str]:
    """What was said no to and why, where the line was made of the two; else the lines themselves as the why."""
    if len(say) == 1:
        for register in REGISTERS:
            form = re.escape(words.REFUSED[register]).replace(r"\[what\]", "(.+?)").replace(r"\ \[why\]", r"(?: (.+))?")
            if found := re.fullmatch(form, say[0], re.DOTALL):
                return found[1], found[2] or ""
    return "", "\n".join(say)


def _worry(concern: Concern, common: Concern | None, why: str) -> Worry:
    parts = take_apart(concern, common)
    behind = concern.root
    if why:
        made_here = concern.root == (why,) and common is not None and related(concern, common)
        behind = common.root if made_here and common is not None else concern.root[1:]
    return Worry(concern.id, concern.label, concern.weight, behind, parts.asks, parts.left_out)
