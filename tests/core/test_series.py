"""Meetings that follow each other: how many there were, where the last ended, whether a promise was ever ticked as kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rehearse import series
from rehearse.conversation import LADDER, Ladder, RehearsalId
from rehearse.library import Library
from rehearse.stakeholder import memory, stance
from rehearse.stakeholder.setting import Series, Setting
from tests.core.play import catalog
from tests.core.shell import Shell
from tests.core.test_cli_talk import CARING
from tests.golden.library.samples import appraised, record, turn

R = RehearsalId


def chained(path: Path, *meetings: dict[str, Any], last: str, kept: bool | None = None) -> Series:
    """The series after `last`, in a library of these meetings."""

    async def ask() -> Series:
        library = Library.open(path / "library.db")
        try:
            for meeting in meetings:
                await library.create_rehearsal(record(**meeting), turn(f"t_{meeting['id']}"))
            return await series.up_to(await library.load(R(last)), kept, library)
        finally:
            library.close()

    return asyncio.run(ask())


def meeting(number: int, kept: bool | None = None, ladder: Ladder | None = "complies", **more: Any) -> dict[str, Any]:
    """Number n, after number n - 1. `kept` is about what was promised in the one before it."""
    return {"id": f"r_{number}", "after": R(f"r_{number - 1}") if number > 1 else None, "kept": kept, "ladder": ladder} | more


def test_one_meeting_before(tmp_path: Path) -> None:
    assert chained(tmp_path, meeting(1), last="r_1") == Series(1, "complies", None, False)


@pytest.mark.parametrize(
    ("ticks", "now", "once"),
    [
        ((None, None, None), None, False),
        ((None, None, None), True, True),
        ((None, False, None), False, False),
        ((None, True, None), None, True),
        ((None, True, False), False, True),
        ((None, None, True), False, True),
        ((None, False, False), True, True),
    ],
)
def test_a_promise_that_was_kept_anywhere_in_the_chain_counts(
    tmp_path: Path, ticks: tuple[bool | None, ...], now: bool | None, once: bool
) -> None:
    found = chained(tmp_path, *(meeting(n, kept) for n, kept in enumerate(ticks, 1)), last="r_3", kept=now)
    assert (found.meetings, found.kept, found.kept_once) == (3, now, once)


def test_only_those_on_the_way_back_count(tmp_path: Path) -> None:
    aside = meeting(3, True, id="r_x", after=R("r_1"))
    found = chained(tmp_path, meeting(1), meeting(2), aside, meeting(3), last="r_3")
    assert (found.meetings, found.kept_once) == (3, False)


def test_meetings_that_follow_each_other_in_a_ring_are_counted_once(tmp_path: Path) -> None:
    found = chained(tmp_path, meeting(1, after=R("r_2")), meeting(2), last="r_2")
    assert found.meetings == 2


def test_a_meeting_that_was_deleted_ends_the_way_back(tmp_path: Path) -> None:
    async def ask() -> tuple[Series, Series | None]:
        library = Library.open(tmp_path / "library.db")
        try:
            for number in (1, 2, 3):
                await library.create_rehearsal(record(**meeting(number, True)), turn(f"t_{number}"))
            await library.delete(R("r_1"))
            third = await library.load(R("r_3"))
            up_to = await series.up_to(third, None, library)
            await library.delete(R("r_2"))
            return up_to, await series.of(third, library)
        finally:
            library.close()

    assert asyncio.run(ask()) == (Series(2, "complies", None, True), None)


def test_a_meeting_that_has_not_ended_stands_where_its_take_stands(tmp_path: Path) -> None:
    async def ask() -> tuple[Ladder, tuple[str, ...]]:
        library = Library.open(tmp_path / "library.db")
        try:
            await library.create_rehearsal(record(), turn("t_1"))
            await library.add_turn(R("r_1"), turn("t_2", "t_1", appraisal=appraised()[0], stance=appraised()[1]))
            there = await library.load(R("r_1"))
            await library.add_turn(R("r_1"), turn("t_3", "t_1", "Another take"))
            gone_back = await library.load(R("r_1"))
            assert (await series.up_to(gone_back, None, library)).ladder == "resists"
            assert series.promises(gone_back) == ()
            return (await series.up_to(there, None, library)).ladder, series.promises(there)
        finally:
            library.close()

    assert asyncio.run(ask()) == ("complies", ("I send the numbers on Friday",))


@pytest.mark.parametrize(
    ("before", "highest"),
    [
        (None, "complies"),
        (Series(1, "complies", True), "agrees"),
        (Series(1, "agrees", True), "agrees"),  # the second meeting: not yet
        (Series(2, "agrees", None), "agrees"),  # nothing promised was ever kept
        (Series(2, "agrees", False, True), "buys_in"),
        (Series(2, "agrees", None, True), "buys_in"),
        (Series(2, "agrees", True), "buys_in"),
        (Series(2, "complies", True, True), "agrees"),  # one step at a time
        (Series(7, "resists", True, True), "complies"),
    ],
)
def test_the_highest_step_of_an_influencing_meeting(before: Series | None, highest: Ladder) -> None:
    setting = Setting(catalog().persona("time-constrained-em"), mode="influencing", series=before)
    assert stance.begin(setting).cap == highest


def test_the_tick_of_an_earlier_meeting_is_remembered_by_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path / "home", capsys, monkeypatch)
    last: dict[str, Any] | None = None
    caps = []
    for more in ((), ("--kept", "yes"), (), ("--kept", "no")):
        begun = ("--after", last["rehearsal"], *more) if last else ("--persona", "time-constrained-em")
        last = shell.talk(*begun, "--seed", 3, lines=CARING)
        assert last["kept"] == {(): None, ("--kept", "yes"): True, ("--kept", "no"): False}[more]
        caps.append(last["turns"][1]["stance"]["cap"] if last["mode"] == "influencing" else None)
        assert LADDER.index(last["ladder"]) <= LADDER.index(caps[-1] or "buys_in")
    again = shell.talk("--from", next(t["id"] for t in last["turns"] if t["speaker"] == "you"), lines=CARING)  # type: ignore[index]
    assert again["turns"][-1]["stance"]["cap"] == caps[-1]


@pytest.mark.parametrize(
    ("promises", "said"),
    [
        ((), ""),
        (("I will bring the list on Monday.",), "“I will bring the list on Monday”"),
        (("I will bring the list.", "I will bring the list."), "“I will bring the list”"),
        (("I will bring the list.", "I will bring coffee."), ""),  # nobody knows which of them was kept
    ],
)
def test_a_promise_is_named_only_where_there_was_one(promises: tuple[str, ...], said: str) -> None:
    begun = stance.begin(Setting(catalog().persona("direct-report")))
    assert memory.promise(Series(1, "complies", False, last=replace(begun, promises=promises))) == said
