"""When something hidden may come out: `start`, `asked`, `trust >= 2.75`, `met: other-concern` (rules of the stakeholder, 4)."""

from __future__ import annotations

import re

from rehearse.conversation import Stance

_TRUST = re.compile(r"\s*trust\s*>=\s*(\d(?:\.\d+)?)\s*")
_MET = re.compile(r"\s*met\s*:\s*([\w-]+)\s*")


def earned(reveal: str, stance: Stance, *, asked: bool) -> bool:
    """Whether it may be said now. `asked` = an open or follow-up question about it was asked. Unknown rules never open."""
    if reveal == "start":
        return True
    if reveal == "asked":
        return asked
    if trust := _TRUST.fullmatch(reveal):
        return stance.trust >= float(trust[1])
    if other := _MET.fullmatch(reveal):
        state = stance.concerns.get(other[1])
        return state is not None and state.status == "met"
    return False
