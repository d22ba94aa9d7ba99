"""What an objection still asks for, as something to do. Pure.

From the person's file and where they stood at the end of the take: nothing of it goes into a review.
"""

from __future__ import annotations

from collections.abc import Sequence

from rehearse.conversation import Turn
from rehearse.personas import Persona
from rehearse.review.ledger import last_stance
from rehearse.review.next_thing import imperative
from rehearse.review.types import Objection


def still_wanted(objection: Objection, take: Sequence[Turn], persona: Persona) -> tuple[str, ...]:
    """`Give a figure and say where it comes from`: each test that settles the objection and was not met in this take.

    Empty for what is settled, for one that came into doubt after all was said, and where nobody knows how they stood, as in a
    transcript from elsewhere.
    """
    stance, concern = last_stance(take), persona.concern(objection.concern or "")
    if stance is None or concern is None or objection.settled:
        return ()
    state = stance.concerns.get(concern.id)
    met = state.tests if state is not None else ()
    found = (imperative(t.test) for t in concern.required if t.id not in met)
    return tuple(words[:1].upper() + words[1:] for words in found if words)
