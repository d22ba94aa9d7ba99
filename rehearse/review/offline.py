"""The offline judge: fills the check sheet by rules over what you said, in the light of the line before. No service needed.

It would rather say "not shown" than guess. A heap of keywords counts nothing, and a sentence that asks for full marks is a
sentence like any other. The same take gives the same sheet on every machine.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable

from rehearse.errors import ServiceProblem
from rehearse.review.case import Case, Claim, FlagClaim, Sheet
from rehearse.review.checks import Talk, look
from rehearse.review.types import OTHER_LANGUAGE, JudgedBy
from rehearse.rubrics import Rubric
from rehearse.signals.language import english

_ON_NOBODY = re.compile(
    r"\b(?:every(?:body|one)|they all|all of them|the others) (?:else )?(?:does|do|uses?|has|have)\b", re.IGNORECASE
)
_FLAGS = {"pressure": ("pressure", "threat", "rank"), "dismissal": ("dismissal",)}


class OfflineJudge:
    """Judges by rule. Holds no state: one can serve for ever."""

    by = JudgedBy("offline")

    async def judge(self, case: Case, rubric: Rubric) -> Sheet:
        """In a thread: a long meeting takes a second or two, in which others of the loop go on. Cancelling ends it at once.

        Raises ServiceProblem ("other_language") where your lines are not in English: every check would come out as not shown.
        """
        if not english(x.text for x in case.yours):
            raise ServiceProblem(
                OTHER_LANGUAGE,
                "These lines are not in English, and by rule only English is judged.",
                "A model that knows the language can judge them.",
            )
        stop = threading.Event()
        try:
            return await asyncio.to_thread(fill, case, rubric, stop.is_set)
        finally:
            stop.set()


def fill(case: Case, rubric: Rubric, stopped: Callable[[], bool] = lambda: False) -> Sheet:
    """The filled sheet: one claim for every check that a judge fills in this mode, and the red flags seen in your words.

    Raises `Stopped` soon after `stopped` says so; it is asked at every turn and every check.
    """
    talk = Talk(case, stopped)
    claims = []
    for criterion in rubric.applying(case.mode):
        if criterion.source == "ledger":
            continue
        for check in criterion.checks:
            talk.go_on()
            found = look(talk, criterion.id, check)
            first, *others = found.places or (None,)
            claims.append(
                Claim(
                    criterion.id,
                    check.id,
                    found.verdict,
                    quote=first.quote if first else None,
                    turn=first.turn if first else None,
                    answers_turn=first.answers_turn if first else None,
                    others=tuple(o for o in others if o),
                    opposite=found.opposite,
                )
            )
    return Sheet((tuple(claims),), tuple(_flags(talk)))


def _flags(talk: Talk) -> list[FlagClaim]:
    out = []
    for turn in talk.yours:
        for flag, kinds in _FLAGS.items():
            for signal in turn.any(*kinds):
                if signal.kind == "rank" and any(s.start < signal.end and signal.start < s.end for s in turn.any("source")):
                    continue  # "comes from the refund ledger" names a source and leans on nobody
                if signal.kind == "pressure" and _ON_NOBODY.search(turn.text[signal.start : signal.end]):
                    continue  # "everybody does it" praises the thing, and wants nothing of anybody
                words = turn.words(signal.start, signal.end)
                out.append(FlagClaim(flag, words.quote, words.turn))
    return out
