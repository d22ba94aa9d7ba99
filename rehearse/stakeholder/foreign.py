"""Reads a meeting that was held elsewhere: which concern each line of theirs voices, and what each turn of yours did."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from rehearse.conversation import Turn
from rehearse.personas import Concern, Persona
from rehearse.signals.text import content_stems, has_stem, words
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder.about import like
from rehearse.stakeholder.anybody import ALIKE, NOBODY, anybody, heard

__all__ = ["anybody", "appraised", "voiced"]

RECENT = 400  # turns back that a line of yours is compared with: comparing with all takes their square in time


def appraised(turns: tuple[Turn, ...], persona: Persona) -> tuple[Turn, ...]:
    """The same turns with a guess at the concern of each stakeholder line and an appraisal beside each of yours.

    There is no stance: nobody knows what went on in a real person's head. What was made of these very lines (`anybody`) is
    voiced in the lines that it was heard in, and nothing is an answer to it before it was said.
    """
    nobody = persona.id == NOBODY
    here = heard(persona) if nobody else {}
    rounds: dict[str, int] = {}
    fresh: set[str] = set()
    done: list[Turn] = []
    for turn in turns:
        if turn.speaker == "stakeholder":
            concern = turn.concern or (here.get(turn.text) if nobody else voiced(turn.text, persona))
            if concern and concern not in fresh:
                rounds[concern] = rounds.get(concern, 0) + 1
                fresh.add(concern)
            done.append(replace(turn, concern=concern, act=turn.act or ("raise" if concern else None)))
        else:
            known = _known(persona, rounds, fresh, turn.text) if nobody else persona
            fresh.clear()
            reading = rules.read(turn.text, known, tuple(done[-RECENT:]))
            done.append(replace(turn, appraisal=rules.appraise(reading, known)))
    return tuple(done)


def _known(persona: Persona, rounds: Mapping[str, int], fresh: Collection[str], reply: str) -> Persona:
    """With the concerns only that were voiced so far, each with the test of the last time it was.

    What was not voiced just now is spoken to by words that are its own: one word that stands in it too may mean anything.
    """
    said = content_stems(reply)

    def seen(concern: Concern) -> Concern:
        near = concern.id in fresh or len(said & content_stems(" ".join(concern.about))) >= ALIKE
        about = concern.about if near else ()
        return replace(concern, about=about, resolved_by=concern.resolved_by[: rounds[concern.id]][-1:])

    return replace(persona, concerns=tuple(seen(c) for c in persona.concerns if c.id in rounds))


def voiced(line: str, persona: Persona) -> str | None:
    """The concern that a line of theirs voices: the one it is most like, None where it is like none."""
    here = words(line)

    def score(concern: Concern) -> int:
        stems = sum(1 for phrase in concern.about if has_stem(here, phrase))
        return stems + 2 * any(like(line, o.says) for o in concern.objections)

    best = max(persona.concerns, key=score, default=None)
    return best.id if best is not None and score(best) else None
