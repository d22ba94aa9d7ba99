"""Every way of speaking about a plan: what is done first, who carries it, what it costs, how it ends and how one gets back."""

from __future__ import annotations

from rehearse.signals.arrangements import ARRANGED
from rehearse.signals.carried import CARRIED
from rehearse.signals.ended import ENDED
from rehearse.signals.given import GIVEN
from rehearse.signals.guarded import GUARDED
from rehearse.signals.opened import OPENED
from rehearse.signals.plan import PLAN
from rehearse.signals.questions import INVITATION
from rehearse.signals.spoken import SPOKEN_PLANS
from rehearse.signals.tried import TRIED
from rehearse.signals.undone import UNDONE
from rehearse.signals.ways import Ways
from rehearse.signals.yielded import YIELDED

FAMILIES = {
    "carried": CARRIED,
    "given": GIVEN,
    "yielded": YIELDED,
    "ended": ENDED,
    "undone": UNDONE,
    "guarded": GUARDED,
    "tried": TRIED,
    "opened": OPENED,
    "plan": PLAN,
    "questions": INVITATION,
    "arrangements": ARRANGED,
    "spoken": SPOKEN_PLANS,
}
WAYS = Ways(*FAMILIES.values())
