"""A strong meeting of the same situation, as something to look at; and whether it is time for one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.review.seen import Seen, seen

if TYPE_CHECKING:
    from rehearse.library.records import RehearsalRow
    from rehearse.meeting import Meeting
    from rehearse.stakeholder.setting import Setting
    from ui.desk import Desk

_MOST = 2_000  # meetings of this person that are looked through for one of this situation
_LEAST = 4  # lines of yours, as for a judging


def offered(meeting: Meeting) -> bool:
    """Whether the situation has strong scripts at all."""
    from rehearse import example

    return example.count(meeting.setting.scenario) > 0


async def is_due(desk: Desk, meeting: Meeting) -> bool:
    """Whether you have had a take of your own: in this meeting, or in another one of the same situation."""
    from rehearse import example

    scenario = meeting.setting.scenario
    if scenario is None or example.is_due(meeting.tree):
        return scenario is not None
    before: int | None = None
    for _ in range(_MOST // 200):
        page = await desk.page(200, before, persona=meeting.setting.persona.id)
        for row in page.rows:
            if _had(row, scenario.id) and await _is_same(desk, row, meeting.setting):
                return True
        before = page.next
        if before is None:
            return False
    return False


def _had(row: RehearsalRow, scenario: str) -> bool:
    return row.scenario_id == scenario and row.ended != "open" and row.yours >= _LEAST


async def _is_same(desk: Desk, row: RehearsalRow, setting: Setting) -> bool:
    """Whether that meeting was of the same situation: what was handed out may have the id of another."""
    from rehearse.preparation import was_handed_out

    was = (await desk.load(row.id)).record
    if setting.rubric is None:
        return not was_handed_out(was)
    return was_handed_out(was) and setting.scenario is not None and was.scenario_hash == setting.scenario.hash


async def strong(desk: Desk, meeting: Meeting, number: int) -> Seen:
    """Play and judge one, in a thread: it takes a second or two of work. `number` counts on past the last one."""
    from rehearse import example

    setting = meeting.setting
    scenario = setting.scenario
    count = example.count(scenario)
    made = await example.play_aside(setting, number % max(1, count), lambda: desk.rubric_of(setting))
    shown = seen(made.meeting, made.review)
    which = f"{made.number + 1} of {made.of}" if made.of > 1 else "1"
    return replace(shown, example=which, title=scenario.title if scenario is not None else shown.title, can_go_on=False)
