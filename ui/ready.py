"""What a first meeting and its review need, made ready while nobody waits: what is imported for them, the file of who is chosen, and
the tables that are built by the first line that is heard.

Home waits for none of it, and neither does a meeting that is begun sooner: it imports what is still missing.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from rehearse.errors import Problem
from ui.engine import in_thread, pause, run_here

if TYPE_CHECKING:
    from rehearse.catalog import Catalog
    from ui.desk import Desk

# In the order in which they are needed, and in pieces: the tables of the signals take most of the time, each by itself.
MODULES = (
    "rehearse.signals.ranges", "rehearse.signals.effort", "rehearse.signals.plans", "rehearse.signals.dates", "rehearse.signals.find",
    "rehearse.preparation", "rehearse.stakeholder.offline", "ruamel.yaml", "pydantic.main", "rehearse.catalog.loading",
    "ui.room.room", "rehearse.review.review", "rehearse.review.offline", "rehearse.exchange.transcript", "ui.review.page",
    "ui.review.sheet",
)  # fmt: skip
_LINES = (
    "We lose two days a month to it.",
    "What would you need to see?",
    "One team for two weeks.",
    "Can you say yes by Friday?",
)
PAUSE = 0.03  # seconds between two pieces, in which keys and paints get their turn
CALM = 0.4  # seconds that a choice stands before its file is read: whoever goes through the people wants the last one


class Ready:
    """One a desk. Its coroutines run in the engine's loop, the work in a thread beside it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._imported = False
        self._chosen: tuple[str, str] = ("", "")

    async def make(self) -> None:
        """Import it all, then read the files of who is chosen."""
        for name in MODULES:
            await in_thread(import_module, name)
            await pause(PAUSE)
        self._imported = True
        await self._read()
        if self._chosen[0]:
            with suppress(Problem):
                await in_thread(_tried, self._desk.catalog, self._chosen[0])

    async def expect(self, persona: str, scenario: str) -> None:
        """These are chosen, the scenario or nothing: read their files, once the rest is there."""
        self._chosen = (persona, scenario)
        await pause(CALM)
        if self._imported:
            await self._read()

    async def _read(self) -> None:
        """So that the catalog has them at hand."""
        persona, scenario = self._chosen
        with suppress(Problem):  # what is at fault in a file is said when the meeting is begun
            if persona:
                await in_thread(self._desk.catalog.persona, persona)
            judged_by = "buy-in"
            if scenario:
                judged_by = (await in_thread(self._desk.catalog.scenario, scenario)).rubric
            await in_thread(self._desk.catalog.rubric, judged_by)


def _tried(catalog: Catalog, persona: str) -> None:
    """A few lines said to them and judged, kept nowhere: whatever is built at its first use is built then."""
    from rehearse.choice import Choice
    from rehearse.playtest import begin, say
    from rehearse.preparation import prepare, rubric_of
    from rehearse.review.offline import OfflineJudge
    from rehearse.review.review import review

    setting = prepare(catalog, Choice(persona=persona, seed=0))
    rubric = rubric_of(catalog, setting)

    async def talk() -> None:
        take = (await say(begin(setting), _LINES)).take
        await review(take, rubric, mode=setting.moved_by, judge=OfflineJudge(), id="v_tried", persona=setting.persona)

    run_here(talk())
