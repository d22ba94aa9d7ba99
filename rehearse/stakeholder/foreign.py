"""Reads a meeting that was held elsewhere: which concern each line of theirs voices, and what each turn of yours did."""

from __future__ import annotations

from dataclasses import replace

from rehearse.conversation import Turn
from rehearse.personas import Concern, Persona
from rehearse.signals.text import has_stem, words
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder.about import like


def appraised(turns: tuple[Turn, ...], persona: Persona) -> tuple[Turn, ...]:
    """The same turns with a guess at the concern of each stakeholder line and an appraisal beside each of yours.

    There is no stance: nobody knows what went on in a real person's head.
    """
    done: list[Turn] = []
    for turn in turns:
        if turn.speaker == "stakeholder":
            concern = turn.concern or voiced(turn.text, persona)
            done.append(replace(turn, concern=concern, act=turn.act or ("raise" if concern else None)))
        else:
            reading = rules.read(turn.text, persona, tuple(done))
            done.append(replace(turn, appraisal=rules.appraise(reading, persona)))
    return tuple(done)


def voiced(line: str, persona: Persona) -> str | None:
    """The concern that a line of theirs voices: the one it is most like, None where it is like none."""
    here = words(line)

    def score(concern: Concern) -> int:
        stems = sum(1 for phrase in concern.about if has_stem(here, phrase))
        return stems + 2 * any(like(line, o.says) for o in concern.objections)

    best = max(persona.concerns, key=score, default=None)
    return best.id if best is not None and score(best) else None
