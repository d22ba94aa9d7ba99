"""Prints a review: the sentence first, then the one thing, then the checks with the words that decided them."""

from __future__ import annotations

from rehearse.cli.judging import NO_ANSWER
from rehearse.cli.output import show, wrapped
from rehearse.conversation import Mode
from rehearse.exchange.words import OBJECTION, VERDICT
from rehearse.personas import Persona
from rehearse.review.decision import headline
from rehearse.review.types import Decision, Review

_WHY_NOT = {
    "too_short": "Checks need four lines of yours.",
    "no_reply": "Not judged: the model did not answer.",
    "not_usable": "Not judged: what the model answered could not be used.",
    "stopped": "Not judged: it was stopped.",
}


def print_review(review: Review, persona: Persona | None, mode: Mode, forced: bool = False, came_for: Mode | None = None) -> None:
    """A review for people at a terminal."""
    show("-" * 40)
    if persona is not None and review.ladder is not None:
        sentence, lead = headline(persona, review.ladder, forced=forced, mode=mode, decision=review.decision, came_for=came_for)
        show(sentence)
        show(wrapped(lead))
        if review.decision is not None:
            _conditions(review.decision)
        show()
    if review.judged:
        _checks(review)
    else:
        if review.judge.kind != "offline" or review.why_not not in NO_ANSWER:  # of those it was said why when it was judged
            show(wrapped(_WHY_NOT[review.why_not or "no_reply"]))
        if review.why_not != "too_short" and review.judge.kind != "offline":
            show(wrapped("To judge it offline: rehearse export ID --format json --out FILE, then rehearse review FILE."))
    if review.objections:
        show()
        show("Objections")
        for objection in review.objections:
            show(f"  {objection.label}: {OBJECTION[objection.status]}")


def _conditions(decision: Decision) -> None:
    for condition in decision.conditions:
        show(wrapped(f"If: {condition.words}{' (taken up)' if condition.taken_up else ''}", "  ", "    "))
    for gift in decision.gives:
        show(wrapped(f"Puts in: {gift.words}", "  ", "    "))


def _checks(review: Review) -> None:
    if review.one_thing is not None:
        show(wrapped(f"One thing for next time: {review.one_thing.words} {review.one_thing.why}"))
        show()
    show(f"Checks: {review.passed} of {review.applicable}")
    for criterion in review.criteria:
        show(f"  {criterion.title}: {criterion.passed} of {criterion.applicable}")
        for mark in review.checks:
            if mark.criterion == criterion.id:
                quote = f' "{mark.place.quote}"' if mark.place else ""
                show(wrapped(f"{VERDICT[mark.verdict]}: {mark.asked}{quote}", "    ", "      "))
    for flag in review.red_flags:
        show(wrapped(f'{flag.kind}: "{flag.place.quote}"', "  ", "    "))
