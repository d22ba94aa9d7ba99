"""The offline stakeholder: rules appraise, the persona's own words speak. Works the minute it is installed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

from rehearse.conversation import Appraisal, Source, Stance, Turn
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.speech import Finished, Piece, Speech
from rehearse.stakeholder.wording import word

_WORD = re.compile(r"\S+\s*")
OFFLINE = Source("offline")


class OfflineAppraiser:
    """Appraises by rule."""

    async def appraise(self, setting: Setting, stance: Stance, take: tuple[Turn, ...], reading: Reading) -> Appraisal:
        return rules.appraise(reading, setting.persona, stance)


class OfflineSpeaker:
    """Speaks from the persona's file. `pace` is seconds a word, 0 to give the line at once."""

    def __init__(self, pace: float = 0.0) -> None:
        self._pace = pace

    async def speak(
        self, setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], draws: Draws, minutes_left: int
    ) -> AsyncIterator[Speech]:
        line = word(setting, stance, act, take, draws, minutes_left)
        if not self._pace:
            yield Piece(line)
        else:
            for piece in _WORD.findall(line):
                yield Piece(piece)
                await asyncio.sleep(self._pace)
        yield Finished(OFFLINE)
