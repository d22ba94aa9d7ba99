"""What the screens work with, on real folders: one library, meetings in a chain, reviews kept, and trouble told."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rehearse.conversation import RehearsalId
from rehearse.errors import StoreProblem
from rehearse.meeting import Meeting
from rehearse.paths import Paths
from rehearse.preparation import Choice
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from tests.ui.test_home_setting import SAID
from ui.desk import Desk

PERSON = "peer-lead"


def run(work: Any) -> Any:
    return asyncio.run(work)


async def talk(desk: Desk, lines: int = 2, after: Meeting | None = None, kept: bool | None = None) -> Meeting:
    meeting = await (desk.start_next(after.rehearsal, kept) if after else desk.start(Choice(persona=PERSON, seed=7)))
    meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
    for line in SAID[:lines]:
        if meeting.ended is None:
            async for _ in meeting.say(line):
                pass
    return meeting


def test_two_who_ask_at_once_share_one_library_and_none_after_the_end(tmp_path: Path) -> None:
    async def ask() -> None:
        desk = Desk(Paths(tmp_path))
        first, second = await asyncio.gather(desk.library(), desk.library())
        assert first is second
        await desk.close()
        await desk.close()
        with pytest.raises(StoreProblem, match="closing"):
            await desk.page()
        with pytest.raises(StoreProblem):
            await desk.client()

    run(ask())


def test_closing_while_it_is_opened_leaves_nothing_open(tmp_path: Path) -> None:
    async def ask() -> None:
        desk = Desk(Paths(tmp_path))
        opening = asyncio.ensure_future(desk.library())
        await asyncio.sleep(0)
        await desk.close()
        with pytest.raises(StoreProblem):
            await opening

    run(ask())


def test_meetings_in_a_chain_know_how_many_were_before(tmp_path: Path) -> None:
    async def chain() -> None:
        desk = Desk(Paths(tmp_path))
        first = await talk(desk)
        async for _ in first.wrap_up():
            pass
        assert first.setting.series is None
        second = await talk(desk, after=first, kept=True)
        assert second.setting.series is not None
        assert (second.setting.series.meetings, second.setting.series.kept) == (1, True)
        third = await talk(desk, after=second, kept=False)
        assert third.setting.series is not None
        assert third.setting.series.meetings == 2
        opened = await desk.open(third.rehearsal)
        assert opened.meeting.setting.series == third.setting.series
        assert opened.meeting.setting.series is not None
        assert opened.meeting.setting.series.kept_once
        await desk.delete(second.rehearsal)
        assert (await desk.open(third.rehearsal)).meeting.setting.series is None  # and it goes on
        await desk.close()

    run(chain())


def test_a_review_is_kept_with_its_counts_and_a_second_beside_it(tmp_path: Path) -> None:
    async def judge() -> None:
        desk = Desk(Paths(tmp_path))
        meeting = await talk(desk, 4)
        async for _ in meeting.wrap_up():
            pass
        made = await desk.review(meeting)
        again = await desk.review(meeting)
        assert made.id != again.id
        kept = await desk.load(meeting.rehearsal)
        assert [r["id"] for r in kept.reviews] == [made.id, again.id]
        row = (await desk.page()).rows[0]
        assert row.open_objections == sum(o.status in ("open", "dodged") for o in made.objections)
        assert row.ladder is not None
        await desk.close()

    run(judge())


def test_the_same_again_is_a_new_meeting_with_the_same_person(tmp_path: Path) -> None:
    async def again() -> None:
        desk = Desk(Paths(tmp_path))
        first = await talk(desk)
        second = await desk.start_again(first.rehearsal)
        assert second.rehearsal != first.rehearsal
        assert second.setting.persona.id == first.setting.persona.id
        assert second.setting.minutes == first.setting.minutes
        await desk.close()

    run(again())


def test_a_file_where_the_folder_should_be_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_bytes(b"mine")

    async def ask() -> None:
        desk = Desk(Paths(file))
        listed = await desk.listed()
        assert any(not entry.broken for entry in listed.people)
        for _ in range(2):
            with pytest.raises(StoreProblem):
                await desk.page()
        with pytest.raises(StoreProblem):
            await desk.start(Choice(persona=PERSON))
        with pytest.raises(StoreProblem):
            desk.change(theme="dark")
        assert desk.settings.theme == "dark"
        await desk.close()

    run(ask())
    assert file.read_bytes() == b"mine"


def newer(folder: Path) -> Path:
    """A library as a later version of the program would leave it."""
    folder.mkdir(parents=True, exist_ok=True)
    run(_made(folder))
    library = folder / "library.db"
    with sqlite3.connect(library) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA user_version=999")
    connection.close()
    return library


async def _made(folder: Path) -> None:
    desk = Desk(Paths(folder))
    await talk(desk, 1)
    await desk.close()


def test_a_library_of_a_newer_version_is_told_and_left_alone(tmp_path: Path) -> None:
    library = newer(tmp_path)
    before = library.read_bytes()

    async def ask() -> None:
        desk = Desk(Paths(tmp_path))
        with pytest.raises(StoreProblem, match="newer"):
            await desk.page()
        await desk.close()

    run(ask())
    assert library.read_bytes() == before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_a_killed_program_left_is_known_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import asyncio, os, signal, sys; from pathlib import Path; from rehearse.paths import Paths; from ui.desk import Desk\n"
        "from tests.ui.test_desk import talk\n"
        "async def go():\n"
        "    meeting = await talk(Desk(Paths(Path(sys.argv[1]))), 1)\n"
        "    print(meeting.rehearsal, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(go())\n"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    id = RehearsalId(done.stdout.strip())

    async def ask() -> None:
        desk = Desk(Paths(tmp_path))
        row = (await desk.page()).rows[0]
        assert desk.left_off == (id,)
        assert (row.id, row.interrupted) == (id, True)
        await desk.close()

    run(ask())
