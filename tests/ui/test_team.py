"""A team folder in the app: chosen, watched, looked at in a thread; what is for you appears, what is amiss is said and left alone."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from rehearse.bundles import signing
from rehearse.paths import Paths
from tests.core.handing import assignment
from tests.core.test_bundles_folder import bare, clone, git, needs_git, post, to_dana  # noqa: F401 - `bare` is a fixture
from tests.faults.hostile_set import submission
from tests.ui.accessibility import BIG, BOTH, NORMAL, check_all, check_big, settle, show
from tests.ui.test_assigned import shown
from tests.ui.test_home_setting import Place, places, settled
from ui.settings.page import SettingsPage
from ui.team import memory, words
from ui.team.section import READABLE, TeamSection
from ui.team.team import Team
from ui.theme.theme import Theme
from ui.widgets.ring import Ring

DANA, KOFI = "Dana Ruiz", "Kofi Mensah"

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    for made in places(tmp_path / "data", qtbot):
        made.desk.settings = made.desk.settings._replace(signs_as=DANA)
        yield made
        Team.of(made.engine, made.desk).stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rehearse-team"
    made.mkdir()
    return made


def team_of(place: Place, qtbot: Any, folder: Path, git: bool = False) -> Team:
    """The team folder of a place, looked at once."""
    team = Team.of(place.engine, place.desk)
    team.watch.settle.setInterval(20)
    team.use(folder, git)
    looked(team, qtbot)
    return team


def looked(team: Team, qtbot: Any) -> None:
    settled(qtbot, lambda: not team.state.looking and bool(team.state.looked or team.state.problem))


def again(team: Team, qtbot: Any) -> None:
    team.look()
    settled(qtbot, lambda: not team.state.looking)


def ids(place: Place) -> list[str]:
    async def ask() -> list[str]:
        return sorted(r.id for r in await (await place.desk.library()).ask_bundles(lambda bundles: bundles.rows()))

    found: list[str] = place.wait(ask)
    return found


def asked(tmp_path: Path, **more: Any) -> dict[str, Any]:
    return assignment(tmp_path / "kofi", KOFI, signing.new_key(), to=[DANA], **more)


def section_of(place: Place, qtbot: Any, theme: Theme, size: tuple[int, int] = NORMAL) -> tuple[SettingsPage, TeamSection]:
    page = SettingsPage(place.engine, place.desk, theme, ports={})
    Ring(page)
    page.show_section("team")
    show(qtbot, page, size)
    settle()
    return page, page.team


# ---- choosing


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_who_can_read_it_is_said_before_a_folder_is_chosen(theme: Theme, place: Place, qtbot: Any) -> None:
    page, section = section_of(place, qtbot, theme)
    assert READABLE in shown(section)
    assert words.NOT_SENT in shown(section)
    assert not section.look.isVisible()
    check_all(page)


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_folder_is_chosen_looked_at_and_left(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    post(folder, submission(to=to_dana))
    page, section = section_of(place, qtbot, theme)
    section.take(folder)
    looked(section.team, qtbot)
    told = shown(section)
    for part in (str(folder), "A plain folder.", READABLE, "Last looked at today"):
        assert part in told, part
    assert ids(place) == ["b_2"]
    assert place.desk.settings.team_folder == str(folder)
    check_all(page)

    section.leave.click()
    assert section.choose.isVisible()
    assert "Nothing in it was deleted" in page.toast.text
    settled(qtbot, lambda: '"team_folder": ""' in place.paths.settings.read_text("utf-8"))
    assert len(list((folder / "submissions").iterdir())) == 1
    page.toast._button.click()  # Undo
    settled(qtbot, lambda: section.team.state.folder == folder)
    looked(section.team, qtbot)


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_it_can_be_read_with_large_text(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    (folder / "half.rehearse").write_text("{")
    team_of(place, qtbot, folder)
    page, _ = section_of(place, qtbot, theme, BIG)
    check_big(page)


def test_without_a_name_no_folder_is_chosen(theme: Theme, place: Place, qtbot: Any) -> None:
    place.desk.settings = place.desk.settings._replace(signs_as="")
    _, section = section_of(place, qtbot, theme)
    section.choose.click()
    assert section._dialog is None
    assert "Give your name first" in section.name.fault
    section.name.set_text(" Dana  Ruiz ")
    section.ask_folder()
    assert section._dialog is not None
    section._dialog.close()
    assert place.desk.settings.signs_as == DANA


def test_where_ones_own_things_are_is_no_team_folder(theme: Theme, place: Place, qtbot: Any) -> None:
    _, section = section_of(place, qtbot, theme)
    place.paths.home.mkdir(exist_ok=True)
    section.take(place.paths.home)
    settled(qtbot, lambda: section.asking.isVisible())
    assert "your own things" in section.asking.sentence
    assert section.team.state.folder is None


def test_what_was_chosen_is_there_at_the_next_start(theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path) -> None:
    post(folder, asked(tmp_path))
    team = team_of(place, qtbot, folder)
    settled(qtbot, lambda: len(memory.load(place.paths.team).new) == 1)
    for later in places(place.paths.home, qtbot):
        other = Team.of(later.engine, later.desk)
        assert other.state.folder == folder
        assert other.state.looked == team.state.looked
        assert other.new == team.new
        other.stop()


def test_what_is_remembered_is_read_as_hostile(tmp_path: Path) -> None:
    file = Paths(tmp_path).team
    for text in ("", "{", "[]", '{"format": "rehearse/team@1", "new": [1], "looked": 2}', "[" * 100_000):
        file.write_text(text)
        assert memory.load(file) == memory.Memory()
    memory.save(file, memory.Memory("/team", "2026-11-22T10:00:00+00:00", ("a", "b")))
    assert memory.load(file) == memory.Memory("/team", "2026-11-22T10:00:00+00:00", ("a", "b"))


# ---- watching


def test_what_is_put_there_appears_by_itself(theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path) -> None:
    team = team_of(place, qtbot, folder)
    with qtbot.waitSignal(team.arrived, timeout=20_000) as came:
        post(folder, submission(to=to_dana))
    assert [c.kind for c in came.args[0]] == ["submission"]
    assert team.new == frozenset()  # it stands in the inbox
    looked(team, qtbot)
    with qtbot.waitSignal(team.news, timeout=20_000):  # the places are watched from now on too
        post(folder, asked(tmp_path))
    assert len(team.new) == 1
    digest = next(iter(team.new))
    team.seen(digest)
    assert team.new == frozenset()


def test_what_is_asked_for_twice_is_looked_at_after_one_another(
    theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path
) -> None:
    team = team_of(place, qtbot, folder)
    team.watch.settle.setInterval(600_000)  # it does not look by itself meanwhile
    looks: list[bool] = []
    team.changed.connect(lambda: looks.append(team.state.looking))
    team.look()
    post(folder, submission(to=to_dana))
    team.look()
    team.look()
    settled(qtbot, lambda: not team.state.looking)
    assert ids(place) == ["b_2"]
    changes = [looks[0]] + [now for was, now in pairwise(looks) if was != now]
    assert changes in ([True, False, True, False], [True, False])


def test_a_long_look_tells_how_far_it_is_and_can_be_stopped(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    for number in range(160):
        post(folder, submission(to=to_dana, id=f"b_{number}"))
    team = Team.of(place.engine, place.desk)
    page, section = section_of(place, qtbot, theme)
    told: list[str] = []

    def stop() -> None:
        told.append(section.status.text())
        if team.state.done >= 50:
            section.stop.click()

    team.changed.connect(stop)
    team.use(folder, False)
    settled(qtbot, lambda: team.state.stopped and not team.state.looking)
    assert "Looking: 50 of 160 new files." in told
    done = len(ids(place))
    assert 50 <= done < 160
    assert f"Stopped at {team.state.done} of 160." in section.status.text()
    post(folder, submission(to=to_dana, id="b_late"))
    assert not team.watch.settle.isActive()  # nothing looks by itself now
    assert not team.watch.poll.isActive()
    team.changed.disconnect(stop)
    section.look.click()
    settled(qtbot, lambda: not team.state.looking and not team.state.stopped)
    assert len(ids(place)) == 161
    assert page.isVisible()


# ---- what is amiss


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_hostile_files_are_named_with_the_reason_and_left_alone(
    theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path
) -> None:
    (folder / "huge.rehearse").write_bytes(b" " * (9 << 20))
    (folder / "submissions").mkdir()
    (folder / "submissions" / "deep<b>.rehearse").write_text("[" * 3000)
    post(folder, submission(to=to_dana))
    post(folder, submission(to=[{"name": "Ida"}], id="b_ida"))  # for somebody else: no fault
    team_of(place, qtbot, folder)
    page, section = section_of(place, qtbot, theme)
    told = shown(section)
    assert "2 files were left alone" in told
    for part in ("huge.rehearse", "submissions/deep<b>.rehearse\nThis is not a bundle", "more than such a file may be"):
        assert part in told, part
    assert ids(place) == ["b_2"]
    check_all(page)
    (folder / "huge.rehearse").unlink()
    again(section.team, qtbot)
    assert "1 file was left alone" in shown(section)


def test_a_folder_that_is_gone_is_said_and_comes_back(
    theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path
) -> None:
    team = team_of(place, qtbot, folder)
    _, section = section_of(place, qtbot, theme)
    folder.rename(tmp_path / "away")
    again(team, qtbot)
    assert "is not there" in section.banner.sentence
    assert "Is its drive connected" in section.banner.accessibleDescription()
    assert section.look.text().strip() == "Try again"
    assert team.watch.poll.isActive()  # it may come back by itself
    (tmp_path / "away").rename(folder)
    section.look.click()
    settled(qtbot, lambda: not team.state.looking)
    assert not section.banner.isVisible()
    assert team.state.problem is None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever may do anything may write anywhere")
def test_a_folder_that_can_only_be_read(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    post(folder, submission(to=to_dana))
    folder.chmod(0o500)
    try:
        team = team_of(place, qtbot, folder)
        assert team.folder is None
        assert "read it, not write to it" in words.trouble(team.state)
        assert ids(place) == ["b_2"]
    finally:
        folder.chmod(0o700)


def test_after_everything_was_deleted_nothing_comes_back_by_itself(
    theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path
) -> None:
    post(folder, asked(tmp_path))
    team = team_of(place, qtbot, folder)
    place.wait(place.desk.delete_all)
    team.forget()
    team._look()
    assert not team.state.looking
    assert team.new == frozenset()
    assert ids(place) == []
    again(team, qtbot)
    assert len(ids(place)) == 1


# ---- git


@needs_git
def test_a_checkout_is_used_with_git_only_where_somebody_says_so(
    theme: Theme,
    place: Place,
    qtbot: Any,
    bare: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    mine = clone(bare, "mine")
    ran = tmp_path / "ran"
    git(mine, "config", "core.fsmonitor", f"touch {ran} #")
    git(mine, "config", "credential.helper", f"!touch {ran}")
    _, section = section_of(place, qtbot, theme)
    section.take(mine)
    settled(qtbot, lambda: section.asking.isVisible())
    assert words.GIT in shown(section)
    assert section.team.state.folder is None
    section.asking.buttons()[1].click()  # only its files
    looked(section.team, qtbot)
    assert not ran.exists()
    assert "used as a plain folder" in shown(section)
    section.git.click()
    settled(qtbot, lambda: section.team.state.git and not section.team.state.looking)
    assert not section.team.state.sent, section.team.state
    assert place.desk.settings.team_git


@needs_git
def test_three_clones_meet_through_the_app(
    theme: Theme,
    place: Place,
    qtbot: Any,
    bare: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sent in one, it stands in the other two; offline it waits here, is counted, and goes with the next."""
    monkeypatch.setenv("SSH_ASKPASS", "false")
    others = {}
    for name in ("kofi", "ida"):
        where = clone(bare, name)
        there = Place(tmp_path / f"home-{name}", qtbot)
        there.desk.settings = there.desk.settings._replace(signs_as=name.title())
        others[name] = (where, there)
    mine = clone(bare, "mine")
    team = team_of(place, qtbot, mine, git=True)
    held: list[str] = []
    team.held.connect(held.append)
    try:
        bare.rename(tmp_path / "away")
        post(mine, submission())
        team.sent()
        settled(qtbot, lambda: not team.state.looking)
        assert team.state.waiting == 1
        assert "cannot be reached" in held[0]
        assert held[0].startswith("It waits, and goes with the next.")
        assert "1 thing that you sent waits here" in words.waits(team.state)
        (tmp_path / "away").rename(bare)
        again(team, qtbot)
        assert (team.state.waiting, team.state.sent) == (0, "")
        for where, there in others.values():
            theirs = team_of(there, qtbot, where, git=True)
            assert "b_2" in ids(there)
            post(where, submission(id=f"b_{where.name}"))
            theirs.sent()
            settled(qtbot, lambda theirs=theirs: not theirs.state.looking)
            assert theirs.state.waiting == 0
        again(team, qtbot)
        assert ids(place) == ["b_2", "b_ida", "b_kofi"]
    finally:
        for _, there in others.values():
            Team.of(there.engine, there.desk).stop()
            there.close()


@needs_git
def test_the_program_ends_while_git_waits_for_a_server(theme: Theme, place: Place, qtbot: Any, bare: Path) -> None:  # noqa: F811
    """No thread is left behind: the fixtures look."""
    mine = clone(bare, "mine")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        git(mine, "remote", "set-url", "origin", f"git://127.0.0.1:{silent.getsockname()[1]}/team.git")
        silent.setblocking(False)
        team = Team.of(place.engine, place.desk)
        team.use(mine, True)
        heard: list[socket.socket] = []

        def asked() -> bool:
            with suppress(BlockingIOError):
                heard.append(silent.accept()[0])
            return bool(heard)

        settled(qtbot, asked)
        assert team.state.sending
        team.stop()
        heard[0].close()
    assert not team.watch.poll.isActive()


@needs_git
def test_git_that_is_of_no_use_is_said_and_the_files_are_read_all_the_same(
    theme: Theme,
    place: Place,
    qtbot: Any,
    bare: Path,  # noqa: F811
) -> None:
    mine = clone(bare, "mine")
    post(mine, submission(to=to_dana))
    shutil.rmtree(mine / ".git" / "refs")
    team = team_of(place, qtbot, mine, git=True)
    assert "no checkout that git knows" in words.trouble(team.state)
    assert ids(place) == ["b_2"]
