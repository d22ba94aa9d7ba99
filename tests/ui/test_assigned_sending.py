"""Sending what was rehearsed: what is chosen leaves, the rest stays, and the screen says which is which."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rehearse.bundles import reading
from rehearse.bundles.records import Submission
from rehearse.bundles.sealing import new_identity, recipient_of
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from tests.core.play import said as talk_through
from tests.ui.accessibility import BIG, BOTH, check_all, check_big
from tests.ui.test_assigned import DANA, KOFI, accept, asked, letter_of, shown, tasks
from tests.ui.test_home_setting import SAID, Place, places, settled, window_of
from ui.assigned.post import Post
from ui.assigned.sending import SendingPage
from ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("ring")


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def rehearse(place: Place, lines: int = 2) -> str:
    """A meeting in the newest assignment, held to its end and judged."""

    async def held() -> str:
        task = (await Post(place.desk).tasks())[-1]
        meeting = await place.desk.start(await Post(place.desk).choice(task.row.digest))
        meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
        await place.desk.review(await talk_through(meeting, SAID[:lines], wrap_up=True))
        return str(meeting.rehearsal)

    return str(place.wait(held))


def sending(
    place: Place, qtbot: Any, folder: Path, meetings: int = 1, size: tuple[int, int] = (1100, 900), lines: int = 2, **more: Any
) -> tuple[SendingPage, list[str]]:
    """The page for an assignment that was accepted and rehearsed."""
    accept(letter_of(place, qtbot, asked(folder, **more)), qtbot)
    held = [rehearse(place, n + lines) for n in range(meetings)]
    page = SendingPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    begin(page, place, qtbot)
    return page, held


def begin(page: SendingPage, place: Place, qtbot: Any, rehearsal: str = "") -> None:
    page.begin(tasks(place)[0].row.digest, rehearsal)
    settled(qtbot, lambda: page.offer is not None or page.banner.isVisible())


def write(page: SendingPage, qtbot: Any, file: Path) -> dict[str, Any]:
    page.write(file)
    settled(qtbot, lambda: page.sent is not None or page.banner.isVisible())
    assert page.sent is not None, page.banner.sentence
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return data


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_what_is_chosen_leaves_and_the_rest_stays(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, (first, second) = sending(place, qtbot, tmp_path, meetings=2)
    assert [t.isChecked() for t in page.ticks] == [True, False]  # the newest
    assert page.name.text() == KOFI
    told = shown(page)
    assert "1 other take in this situation" in told
    assert "1 take, all that was said in it" in told
    assert "What you take from it," not in told.replace("What you take from it, in your words", "")
    page.reflection.set_text("I named a source at last.")
    assert "What you take from it, 6 words" in shown(page)
    check_all(page.window())

    data = write(page, qtbot, tmp_path / "s.rehearse")
    read = reading.read_file(tmp_path / "s.rehearse")
    assert isinstance(read.bundle, Submission)
    assert [t["rehearsal"] for t in data["takes"]] == [second]
    assert first not in json.dumps(data)
    assert (data["reflection"], data["author"]["name"], data["to"][0]["name"]) == ("I named a source at last.", KOFI, DANA)
    assert data["signature"]["algorithm"] == "Ed25519"
    assert "Saved “s.rehearse”. It holds 1 transcript and your reflection." in shown(page)
    (task,) = tasks(place)
    assert (task.step, len(task.sent)) == ("sent", 1)
    assert place.desk.settings.signs_as == KOFI
    check_all(page.window())


@pytest.mark.parametrize("theme", [("dark", 2.0)], indirect=True)
def test_it_can_be_read_with_large_text(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path, size=BIG, seal_to=recipient_of(new_identity()))
    check_big(page.window())


def test_without_a_take_there_is_nothing_to_send(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path)
    page.ticks[0].click()
    assert not page.go.isEnabled()
    assert "Nothing: choose a take" in shown(page)


def test_what_the_mentor_does_not_ask_for_is_not_offered(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path, shows=("takes",))
    assert not page.reflection.isVisible()
    assert not page.brief.isVisible()
    assert "The reviews: they were not asked for" in shown(page)
    data = write(page, qtbot, tmp_path / "s.rehearse")
    assert not data["takes"][0].get("reviews")


def test_a_brief_goes_along_in_its_plain_form(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path)
    page.brief.set_text("Problem: " + "too long " * 1000)
    page.write(tmp_path / "s.rehearse")
    settled(qtbot, lambda: page.banner.isVisible())
    assert "Your brief: a brief holds" in page.banner.sentence
    assert not (tmp_path / "s.rehearse").exists()
    page.brief.set_text(
        "Problem: Releases go wrong.\nEvidence: 9 of 26 were taken back (source: incident log)\nAsk: 18k for a trial"
    )
    assert write(page, qtbot, tmp_path / "s.rehearse")["brief"]["ask"] == "18k for a trial"


def test_it_can_be_sealed_for_the_mentor_alone(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    identity = new_identity()
    page, (held,) = sending(place, qtbot, tmp_path, seal_to=recipient_of(identity))
    assert page.seal.isChecked()
    assert "Only Dana can open it." in page.how.text()
    data = write(page, qtbot, tmp_path / "s.rehearse")
    assert sorted(data) == ["age", "format"]
    inner = reading.unsealed(reading.read_file(tmp_path / "s.rehearse"), identity)
    assert inner is not None
    assert isinstance(inner.bundle, Submission)
    assert inner.bundle.takes[0]["rehearsal"] == held


def test_without_a_keyring_nothing_is_signed_or_sealed_and_that_is_said(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path
) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    page, _ = sending(place, qtbot, tmp_path, seal_to=recipient_of(new_identity()))
    assert not page.seal.isVisible()
    assert "There is no keyring here, so it is not signed or sealed" in page.how.text()
    assert "signature" not in write(page, qtbot, tmp_path / "s.rehearse")
    assert "Not signed." in shown(page)


def test_what_was_typed_is_there_when_one_comes_back(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path)
    page.reflection.set_text("Half a thought")
    QTest.keyClick(page.reflection, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.closed):
        page.leave()
    begin(page, place, qtbot)
    assert page.reflection.text() == "Half a thought"
    write(page, qtbot, tmp_path / "s.rehearse")
    begin(page, place, qtbot)
    assert page.reflection.text() == ""


def test_a_name_is_asked_for(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path, to=[])
    assert page.name.text() == ""
    page.go.click()
    assert page.dialog is None
    assert "Write your name" in page.name.fault
    page.name.set_text("Kofi")
    page.go.click()
    assert page.dialog is not None
    assert page.dialog.selectedFiles()[0].endswith("a-trial-budget-from-finance-kofi.rehearse")
    page.dialog.close()


def test_where_it_cannot_be_written_nothing_was_sent(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = sending(place, qtbot, tmp_path)
    page.write(tmp_path)
    settled(qtbot, lambda: page.banner.isVisible())
    assert "this is a folder" in page.banner.sentence
    assert tasks(place)[0].step == "rehearsed"
