"""Settings on screen: look, files, and what they look like in both themes and in big letters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rehearse.models.keys import Keys
from rehearse.paths import Paths
from rehearse.preparation import Choice
from tests.ui.accessibility import BIG, BOTH, NORMAL, check_all, check_big, settle, show
from ui.desk import Desk
from ui.engine import Engine
from ui.settings.files import FilesSection
from ui.settings.look import LookSection
from ui.settings.model import ModelSection
from ui.settings.page import SettingsPage
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.ring import Ring

SECTIONS = ("model", "look", "team", "files")
NOWHERE: dict[int, str] = {}  # no port to look at


@pytest.fixture
def engine(qapp: object) -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


@pytest.fixture
def desk(tmp_path: Path, engine: Engine, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(Paths(tmp_path / "data"))
    desk._keys = Keys(find=lambda: None)
    yield desk
    engine.finish(desk.close)


def page_of(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, section: str = "model", size: tuple[int, int] = NORMAL
) -> SettingsPage:
    page = SettingsPage(engine, desk, theme, ports=NOWHERE)
    Ring(page)
    page.show_section(section)
    return show(qtbot, page, size)


def written(desk: Desk) -> dict[str, object]:
    path = desk.paths.settings
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def hold_meetings(desk: Desk, engine: Engine, qtbot: QtBot, count: int) -> None:
    """Begins meetings that the library keeps."""
    begun: list[object] = []

    async def begin() -> None:
        persona = desk.catalog.people()[0].id
        for number in range(count):
            await desk.start(Choice(persona=persona, ask=f"ask {number}", seed=number))

    engine.ask(begin, begun.append)
    qtbot.waitUntil(lambda: bool(begun), timeout=30_000)


def test_a_section_is_made_when_it_is_first_wanted(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    assert page.findChildren(ModelSection)
    assert not page.findChildren(LookSection)
    assert not page.findChildren(FilesSection)
    for key, section in (("look", LookSection), ("files", FilesSection)):
        page.show_section(key)
        settle()
        assert page.findChild(section).isVisible()


# ---- look


def test_a_theme_is_worn_at_once_and_kept(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme, "look")
    with qtbot.waitSignals([page.theme_changed, page.changed]):
        qtbot.mouseClick(page.look.mode.choices()[2], Qt.MouseButton.LeftButton)
    assert theme.dark
    assert written(desk)["theme"] == "dark"


def test_text_grows_in_steps_up_to_its_end(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, announcements: Announcer
) -> None:
    page = page_of(qtbot, engine, desk, theme, "look")
    page.look.larger.setFocus()
    theme.set_scale(1.7)
    for _ in range(4):
        qtbot.keyClick(page.look.larger, Qt.Key.Key_Space)
    assert theme.scale == 2.0
    assert page.look.size_words.text() == "200 %"
    assert not page.look.larger.isEnabled()
    assert page.look.smaller.hasFocus()  # the focus does not stay on what cannot be used
    assert announcements.recent[-1].text == "Text size 200 per cent."
    qtbot.waitUntil(lambda: written(desk).get("text_scale") == 2.0)
    qtbot.mouseClick(page.look.normal, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: written(desk).get("text_scale") == 1.0)


def test_text_size_that_was_changed_elsewhere_is_shown(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme, "look")
    theme.set_scale(1.3)
    assert page.look.size_words.text() == "130 %"


def test_motion_keys_and_clock_are_kept(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    theme.set_motion("system")
    page = page_of(qtbot, engine, desk, theme, "look")
    page.look.motion.choices()[1].click()
    page.look.enter.choices()[1].click()
    page.look.clock.click()
    qtbot.waitUntil(lambda: written(desk).get("clock") is False)
    assert (written(desk)["motion"], written(desk)["enter_says"]) == ("less", False)
    assert theme.less_motion


def test_settings_that_cannot_be_written_apply_and_are_told_in_place(
    qtbot: QtBot, engine: Engine, tmp_path: Path, theme: Theme
) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file where the folder should be")
    desk = Desk(Paths(in_the_way))
    page = page_of(qtbot, engine, desk, theme, "look")
    with qtbot.waitSignal(page.changed):
        page.look.clock.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.sentence == "The settings cannot be written."
    assert not desk.settings.clock
    in_the_way.unlink()
    page.banner.buttons()[0].click()
    qtbot.waitUntil(lambda: written(desk).get("clock") is False)
    qtbot.waitUntil(lambda: not page.banner.isVisible())


# ---- files


def test_what_leaves_this_computer_is_said(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme, "files")
    assert page.files.leaves_words.text().startswith("Nothing, until you connect a model.")
    page._keep.change(played_by="model", url="https://api.example.com/v1", model="m")
    qtbot.waitUntil(lambda: "goes to api.example.com, and nowhere else" in page.files.leaves_words.text())


class _Opened(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_folder_is_named_and_shown(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme, "files")
    assert page.files.folder.text() == str(desk.paths.home)
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        page.files.show_folder.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opened.urls] == [str(desk.paths.home)]


@pytest.mark.parametrize("form", ["html", "pdf", "md", "json"])
def test_all_meetings_go_into_a_folder_that_is_chosen(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, tmp_path: Path, form: str
) -> None:
    hold_meetings(desk, engine, qtbot, 3)
    page = page_of(qtbot, engine, desk, theme, "files")
    page.files.form.choices()[["html", "pdf", "md", "json"].index(form)].click()
    page.files.export.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    out = tmp_path / "out"
    out.mkdir()
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(lambda: page.toast.text == "Saved 3 meetings in out.")
    files = sorted(out.iterdir())
    assert [f.suffix for f in files] == [f".{form}"] * 3
    for file in files:
        raw = file.read_bytes()
        begins = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "md": b"# ", "json": b'{\n "format": "rehearse/rehearsal@1"'}
        assert raw.startswith(begins[form])
    assert page.files.export.isEnabled()


def test_a_folder_that_cannot_be_written_is_told_with_a_way_on(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    hold_meetings(desk, engine, qtbot, 1)
    page = page_of(qtbot, engine, desk, theme, "files")
    in_the_way = tmp_path / "taken"
    in_the_way.write_text("x")
    page.files.export_to(in_the_way)
    qtbot.waitUntil(page.files.export_banner.isVisible)
    assert "cannot be written" in page.files.export_banner.sentence
    assert [b.text() for b in page.files.export_banner.buttons()] == ["Choose another folder"]
    assert page.files.export.isEnabled()


def test_an_export_can_be_stopped(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, tmp_path: Path) -> None:
    hold_meetings(desk, engine, qtbot, 2)
    page = page_of(qtbot, engine, desk, theme, "files")
    page.files.export_to(tmp_path / "out")
    page.files.stop_export.click()
    assert page.files.export.isEnabled()
    assert page.files.export_words.text().startswith("Stopped.")
    assert not page.toast.isVisible()


def test_deleting_all_asks_in_place_and_takes_backups_too(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, announcements: Announcer
) -> None:
    hold_meetings(desk, engine, qtbot, 2)
    made: list[object] = []

    async def back_up() -> None:
        await (await desk.library()).back_up()

    engine.ask(back_up, made.append)
    qtbot.waitUntil(lambda: bool(made))
    assert list(desk.paths.backups.iterdir())
    page = page_of(qtbot, engine, desk, theme, "files")
    page.files.delete.click()
    qtbot.waitUntil(page.files.asking.isVisible)
    assert page.files.delete_all.text().strip() == "Delete all 2 meetings and their backups"
    assert page.files.keep_all.hasFocus()  # Enter or Space deletes nothing
    assert "nothing can bring them back" in announcements.recent[-1].text
    qtbot.keyClick(page.files.keep_all, Qt.Key.Key_Escape)
    assert not page.files.asking.isVisible()
    assert page.files.delete.hasFocus()
    page.files.delete.click()
    qtbot.waitUntil(page.files.asking.isVisible)
    with qtbot.waitSignal(page.emptied):
        page.files.delete_all.click()
    rows: list[int] = []
    engine.ask(desk.page, lambda found: rows.append(len(found.rows)))
    qtbot.waitUntil(lambda: rows == [0])
    assert not list(desk.paths.backups.glob("*.db"))
    assert page.toast.text == "Everything is deleted, backups too."


def test_where_there_is_nothing_nothing_is_asked(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme, "files")
    page.files.delete.click()
    qtbot.waitUntil(lambda: page.toast.text == "There is nothing to delete.")
    assert not page.files.asking.isVisible()


def test_the_library_is_checked_in_sentences(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    hold_meetings(desk, engine, qtbot, 2)
    page = page_of(qtbot, engine, desk, theme, "files")
    page.files.check.click()
    qtbot.waitUntil(page.files.check.isEnabled)
    assert any("The library is sound: 2 meetings" in sentence for sentence in page.files.findings())


def test_a_damaged_library_is_told_with_what_mends_it(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    desk.paths.home.mkdir()
    desk.paths.library.write_bytes(b"this is no library" * 500)
    page = page_of(qtbot, engine, desk, theme, "files")
    page.files.check.click()
    qtbot.waitUntil(page.files.check.isEnabled)
    assert any("rehearse doctor --repair" in sentence for sentence in page.files.findings())
    page.files.delete.click()
    qtbot.waitUntil(page.files.delete_banner.isVisible)


# ---- the whole page


def test_tabs_are_one_stop_and_the_arrows_go_along(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page._tabs.button(0).hasFocus()
    qtbot.keyClick(page._tabs.button(0), Qt.Key.Key_Right)
    assert page.section == "look"
    with pytest.raises(ValueError, match="voice"):
        page.show_section("voice")


def fill(page: SettingsPage, qtbot: QtBot) -> None:
    """Shows what is hidden at first."""
    page.files._ask((12, 7))
    page.files.check.click()
    qtbot.waitUntil(page.files.check.isEnabled)
    page.model.service.forget.show()
    page.model.service._say_key("A key is kept for this session only: there is no system keyring.", "check", "accent_text")
    settle()


@pytest.mark.parametrize("theme", BOTH, indirect=True)
@pytest.mark.parametrize("section", SECTIONS)
def test_everybody_can_use_it(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, section: str) -> None:
    page = page_of(qtbot, engine, desk, theme, section)
    fill(page, qtbot)
    check_all(page)


@pytest.mark.parametrize("kind", [1, 2])
def test_everybody_can_connect_a_model(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, kind: int) -> None:
    desk.change(
        played_by="model", judged_by="model", model="llama", url=("http://127.0.0.1:9/v1", "https://a.example/v1")[kind - 1]
    )
    page = page_of(qtbot, engine, desk, theme)
    fill(page, qtbot)
    assert page.model.kinds.value == ("local", "service")[kind - 1]
    check_all(page)


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 2.0)], indirect=True)
@pytest.mark.parametrize("section", SECTIONS)
def test_it_holds_big_letters_in_a_small_window(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, section: str) -> None:
    desk.change(played_by="model", judged_by="model", model="a-model-with-a-name", url="https://api.example.com/v1")
    page = page_of(qtbot, engine, desk, theme, section, BIG)
    fill(page, qtbot)
    check_big(page)
    assert page.model.end_limit.lineEdit().font().pixelSize() == theme.font("body").pixelSize()


def test_leaving_it_leaves_nothing_running(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    assert page.model.local.looking
    page.show_section("look")
    assert not page.model.local.looking
    page.show_section("model")
    assert page.model.local.looking
    page.close()
    assert not page.model.local.looking
