"""The offline judge's rules, by criterion and check. A rubric's own check is looked up by its `needs` instead."""

from __future__ import annotations

from rehearse.review.checks import content, manner, plan
from rehearse.review.checks.seen import Seen
from rehearse.review.checks.talk import Finding, Rule, Stopped, Talk, shown
from rehearse.rubrics import Check

RULES: dict[tuple[str, str], Rule] = {**content.RULES, **plan.RULES, **manner.RULES}


def look(talk: Talk, criterion: str, check: Check) -> Finding:
    """What the rules find for one check.

    A check without a rule and without `needs` is `unsure`: there was no looking, so it is neither shown nor denied nor said
    not to apply.
    """
    if check.needs:
        return _by_needs(talk, check)
    if (criterion, check.id) not in RULES:
        return Finding("unsure")
    if talk.seen is None:
        talk.seen = Seen(talk, RULES)
    return talk.seen.look(criterion, check.id)


def _by_needs(talk: Talk, check: Check) -> Finding:
    from rehearse.signals.needs import met

    places = []
    for turn in talk.yours:
        hit = met(check.needs, turn.text, turn.signals, answers=turn.previous is not None)
        if hit is not None:
            places.append(turn.words(hit.start, hit.end))
    return shown(places)


__all__ = ["RULES", "Finding", "Stopped", "Talk", "look"]
