"""The line one could have said at the moment of the one thing, by rule: from what the persona, the rubric and the situation bring.

A line counts where the rules hear in it what is wanted. What rests on the facts of this situation comes first; a general example
is the last resort, and says so. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rehearse.personas import Concern
from rehearse.review import grounds
from rehearse.review.heard import Moment, hear
from rehearse.review.ledger import confirms
from rehearse.scenarios import Fact, Scenario
from rehearse.signals.text import content_stems, sentences

_LONGEST = 45  # words
_SHORTEST = 5
_TAIL = re.compile(r"^(?:the |a |an |our |your |my |their |his |her |its )", re.IGNORECASE)
_LEAD = re.compile(r"^(?:and|but|so|then|because|or)\b[, ]*", re.IGNORECASE)
# Words at the beginning of a sentence that lean on the one before it.
_LEANS = re.compile(r"(?:\S+ ){0,3}?(?:of them|there|those|these|that one|the same|them)\b", re.IGNORECASE)
# Questions about the worry on the table: one that was written for another moment would be beside it.
_ABOUT_IT = frozenset({("objections", "explored"), ("listening", "asks_first"), ("listening", "follows")})
QUESTIONS = _ABOUT_IT | {("listening", "open"), ("seed", "view")}


@dataclass(frozen=True, slots=True)
class SaidLine:
    """`here`: it is about this situation; else it is an example whose figures and names are of another one."""

    text: str
    here: bool


def best(moment: Moment, most: int | None = None) -> SaidLine | None:
    """The line to show; None where nothing that is written anywhere would do. `most` lines are tried, all where it is None."""
    ground = grounds.of(moment)
    left = itertools.count() if most is None else range(most)
    tries = iter(left)
    for source in _sources(moment):
        loose: str | None = None
        for text in source:
            if next(tries, None) is None:
                return _general(moment)
            if ground.tells(text) or not hear(moment, text).meets:
                continue
            if ground.holds(text):
                return SaidLine(text, True)
            loose = loose or text  # written for this situation: its plan has days of its own
        if loose is not None:
            return SaidLine(loose, True)
    return _general(moment)


def _general(moment: Moment) -> SaidLine | None:
    if moment.check is not None:
        said = moment.check.example
    else:
        test = moment.concern.test(moment.test) if moment.concern and moment.test else None
        said = test.sounds_like[0] if test and test.sounds_like else ""
    return SaidLine(said, False) if said else None


def _sources(moment: Moment) -> Iterator[Iterator[str]]:
    """Where lines come from, the best first: what was written for this worry in this situation, what was written for the
    situation, its facts, questions that fit anywhere."""
    scenario, concern, key = moment.scenario, moment.concern, moment.key
    test = concern.test(moment.test) if concern is not None and moment.test is not None else None
    if scenario is not None and concern is not None and test is not None and _is_of(scenario, concern):
        yield iter(test.sounds_like)
    if scenario is not None:
        if concern is not None:
            yield _from_scripts(moment, scenario, bound=True)
        if key not in _ABOUT_IT:
            yield _from_scripts(moment, scenario, bound=False)
        if key is None or key[0] in ("problem", "evidence") or key == ("outcome", "business"):
            yield _from_facts(moment, scenario)
    yield _templates(moment)


def _is_of(scenario: Scenario, concern: Concern) -> bool:
    return any(c.id == concern.id for c in scenario.persona_for_this.concerns)


# --- from the scenario's own scripts


def _from_scripts(moment: Moment, scenario: Scenario, bound: bool) -> Iterator[str]:
    """Sentences of its strong scripts: those bound to the worry on the table, or the others."""
    concern = moment.concern.id if moment.concern is not None else None
    for script in scenario.playtest.get("strong", ()):
        for line in _lines(script):
            about = line.get("for")
            if (about is not None and about == concern) != bound or (about and not bound and moment.test is None):
                continue
            text = str(line.get("say", ""))
            if hear(moment, text).meets:
                yield from _parts(moment, text)


def _lines(script: object) -> Iterator[Mapping[str, object]]:
    for line in script if isinstance(script, (list, tuple)) else ():
        if isinstance(line, Mapping):
            yield line


def _parts(moment: Moment, text: str) -> Iterator[str]:
    """The sentence of a line that does what is wanted, with one or two beside it where it takes more; else the whole line."""
    found = sentences(text)
    for count in (1, 2, 3):
        for at in range(len(found) - count + 1):
            part = _whole(text[found[at].start : found[at + count - 1].end], found[at + count - 1].question)
            fits = _SHORTEST <= len(part.split()) <= _LONGEST and not (at and _LEANS.match(part))
            if fits and not (moment.key in QUESTIONS and confirms(part)) and hear(moment, part).meets:
                yield part
                return
    if len(text.split()) <= _LONGEST and moment.key not in QUESTIONS:
        yield text.strip()


def _whole(part: str, question: bool) -> str:
    """A piece of a line as a line of its own."""
    part = _LEAD.sub("", part.strip()).rstrip(" ,;:–-")
    if part[-1:] not in '.!?…”"':
        part += "?" if question else "."
    return part[:1].upper() + part[1:]


# --- from the facts


def _from_facts(moment: Moment, scenario: Scenario) -> Iterator[str]:
    """A fact with its source, those first that the worry is about and that were not said yet; and what is asked for."""
    about = content_stems(" ".join(_about(moment)))
    said = content_stems(" ".join(t.text for t in moment.before if t.speaker == "you"))

    def worth(fact: Fact) -> tuple[int, int]:
        stems = content_stems(fact.says)
        return -len(stems & about), len(stems & said)

    for fact in sorted((f for f in scenario.facts if not f.shared), key=worth):
        says = fact.says.strip().rstrip(".")
        source = f", according to {_the(fact.source)}" if fact.source else ""
        yield f"{says}{source}."
        yield f"That is fair. {says}{source}."


def _about(moment: Moment) -> Iterator[str]:
    if moment.concern is not None:
        yield from (moment.concern.label, *moment.concern.about)
        test = moment.concern.test(moment.test) if moment.test else None
        if test is not None:
            yield test.test
    if moment.previous is not None:
        yield moment.previous.text
    yield from moment.persona.cares_about


def _the(source: str) -> str:
    """A source as it is said: `support desk report for January` as `the support desk report for January`."""
    source = source.strip().rstrip(".")
    return (
        source if _TAIL.match(source) or source[:1].isupper() or source.split(" ")[0].endswith(("'s", "’s")) else f"the {source}"
    )


# --- what fits anywhere


def _templates(moment: Moment) -> Iterator[str]:
    """Lines that need no fact: mostly questions, and what is wanted often is one."""
    scenario, key = moment.scenario, moment.key
    noun, ask = (scenario.subject.noun, scenario.subject.ask) if scenario is not None else ("", "")
    if key == ("seed", "view"):
        yield f"How do you see {noun}, from where you sit?" if noun else "How do you see it, from where you sit?"
    elif key == ("listening", "open"):
        for goal in moment.persona.cares_about[:2]:
            yield f"You care about {_bare(goal)}. What has to go right for you there in the next weeks?"
        yield "What has to go right for you in the next weeks?"
    elif key in QUESTIONS:
        yield "Before I answer: what happened the last time somebody came to you with this?"
        yield "Before I answer: what would you need to see, to say that this is settled?"
    elif key == ("outcome", "goal") and ask:
        for goal in moment.persona.cares_about[:3]:
            yield f"What you care about is {_bare(goal)}, and that is why I ask you for {ask}."
    elif key == ("ask", "what") and ask:
        yield f"I am asking you for {ask}: yes or no?"
    elif key == ("objections", "confirmed"):
        yield "Does that answer it, or what is still missing?"


def _bare(words: str) -> str:
    return words.strip().rstrip(".")
