"""Foreign text stays text: shown as its characters, opening nothing; and nothing is lost or leaked over many calls."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from tests.ui.accessibility import check_plain_text, interface, name_of, show
from tests.ui.conftest import sweep
from ui.theme.theme import Theme
from ui.widgets import roles
from ui.widgets.banner import Banner
from ui.widgets.button import button, tool
from ui.widgets.chip import Chip
from ui.widgets.field import Field
from ui.widgets.layouts import vbox
from ui.widgets.person_card import Person, PersonCard
from ui.widgets.plain import BREAK, break_offsets, breakable, mnemonic_free, one_line, tooltip, visible
from ui.widgets.prose import Mark, Prose
from ui.widgets.segmented import Segmented
from ui.widgets.select import Select
from ui.widgets.switch import Switch
from ui.widgets.text import Text
from ui.widgets.toast import Toast

IMAGE = "<img src=/etc/hostname>"
TABLES = "<table><tr><td>" * 25 + "deep" + "</td></tr></table>" * 25
HOSTILE = (IMAGE, TABLES, "<b>bold</b> & <a href='file:///etc/passwd'>link</a>", "![x](file:///etc/hostname)", "&amp;&lt;")


LOUD = QColor("#FE01FD")  # in no theme: seen on the screen, it came from the file


@pytest.fixture
def picture(tmp_path: Path) -> str:
    """Markup that shows a picture from a file, if anything opens it."""
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(LOUD)
    path = tmp_path / "loud.png"
    assert image.save(str(path))
    return f"<img src='{path}'>"


def shows_the_picture(window: QWidget) -> bool:
    image = window.grab().toImage()
    wanted = LOUD.rgb()
    return any(image.pixel(x, y) == wanted for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def test_no_file_is_opened(theme: Theme, qtbot: Any, picture: str) -> None:
    window = QWidget()
    banner = Banner(window)
    parts = [Prose(picture), Text(picture), Chip(picture), button(picture), Field(picture, help=picture), Switch(picture)]
    window.setLayout(vbox(*parts, PersonCard(Person("horizon", picture, picture, picture, "Fair")), banner))
    banner.say(picture, picture, [("a", picture)])
    Toast(window).offer(picture)
    show(qtbot, window, (900, 700))
    assert not shows_the_picture(window)


def test_a_label_that_takes_markup_would_open_it(theme: Theme, qtbot: Any, picture: str) -> None:
    """Proves that the test above sees the fault which it looks for."""
    window = QWidget()
    window.setLayout(vbox(QLabel(picture)))
    assert shows_the_picture(show(qtbot, window, (200, 200)))


@pytest.mark.parametrize("text", HOSTILE, ids=["image", "tables", "markup", "markdown", "entities"])
def test_markup_is_shown_as_characters(theme: Theme, qtbot: Any, text: str) -> None:
    window = QWidget()
    banner, toast = Banner(window), Toast(window)
    labels = [Prose(text), Text(text), Text(text, wrap=False), Text(text, "quote", italic=True)]
    others = [
        Chip(text),
        button(text, tip=text),
        tool("x", text),
        PersonCard(Person("horizon", text, text, text, text)),
        Field(text, text, text),
        Segmented(text, [("a", text)]),
        Select(text, [("a", text)]),
        Switch(text),
    ]
    window.setLayout(vbox(*labels, *others, banner))
    banner.say(text, text, [("a", text)])
    toast.offer(text, "a")
    show(qtbot, window, (900, 900))
    window.grab()
    assert all(label.text() == text and name_of(label) == text for label in labels)
    assert all(label._doc.toPlainText().replace(BREAK, "") == text for label in labels)
    check_plain_text(window)
    for part in window.findChildren(QWidget):
        assert "<img" not in part.toolTip()
        assert "<table" not in part.toolTip()


def test_a_label_of_qt_would_have_taken_the_markup(qtbot: Any, theme: Theme) -> None:
    """Proves that the check sees the fault which it looks for."""
    window = QWidget()
    window.setLayout(vbox(QLabel(IMAGE)))
    qtbot.addWidget(window)
    with pytest.raises(AssertionError, match="markup"):
        check_plain_text(window)


def test_tooltips_escape_and_have_an_end() -> None:
    shown = tooltip(IMAGE)
    assert shown == "<qt>&lt;img src=/etc/hostname&gt;</qt>"
    assert len(tooltip("x" * 100_000)) < 800
    assert tooltip("") == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Margaret Okafor", "Margaret Okafor"),
        ("Tomás Ruiz", "Tomás Ruiz"),
        ("evil\u202egnp.exe", "evil[U+202E]gnp.exe"),
        ("a\u2066b\u2069", "a[U+2066]b[U+2069]"),
        ("Mar\u200bgaret", "Mar[U+200B]garet"),
        ("Mar\u200dgaret", "Mar[U+200D]garet"),
        ("a\ufeffb\u00adc\u2060d", "a[U+FEFF]b[U+00AD]c[U+2060]d"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("one\ntwo\tthree", "one two three"),
        ("nul\x00bell\x07", "nul[U+0000]bell[U+0007]"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("", ""),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_words_without_end_are_broken() -> None:
    text = "short " + "x" * 200 + " tail"
    broken = breakable(text)
    assert broken.replace(BREAK, "") == text
    assert max(len(part) for word in broken.split() for part in word.split(BREAK)) == 80
    assert break_offsets(text) == [86, 166]
    assert breakable("plain words " * 50) == "plain words " * 50


def test_marks_stand_on_their_words_after_a_break(theme: Theme, qtbot: Any) -> None:
    text = "x" * 300 + " here"
    prose = Prose(text, marks=[Mark(301, 4, "brick")])
    plain = Prose("here")
    qtbot.addWidget(prose)
    qtbot.addWidget(plain)
    prose.resize(4000, 40)
    prose.heightForWidth(4000)
    plain.heightForWidth(400)
    found, wanted = prose.rects_for(301, 4), plain.rects_for(0, 4)
    assert found[0].width() == pytest.approx(wanted[0].width(), abs=0.6)


def test_a_line_without_spaces_is_laid_out_in_time(theme: Theme, qtbot: Any) -> None:
    start = time.process_time()
    prose = Prose("x" * 100_000)
    qtbot.addWidget(prose)
    prose.resize(600, 400)
    prose.heightForWidth(600)
    Text("y" * 1_000_000, wrap=False).sizeHint()
    assert time.process_time() - start < 2


def test_one_line_and_mnemonics() -> None:
    assert one_line("a\n b\t c") == "a b c"
    assert len(one_line("x" * 5000)) == 2000
    assert mnemonic_free("R & D") == "R && D"


def test_an_ampersand_is_an_ampersand(theme: Theme, qtbot: Any) -> None:
    way = button("R & D")
    qtbot.addWidget(way)
    assert way.shortcut().isEmpty()
    assert name_of(way) == "R & D"


# ---- references


class Bell(QObject):
    """Emits what the widgets emit."""

    rung = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal: there is nothing to count")
def test_calls_and_emits_lose_no_reference(theme: Theme, qtbot: Any) -> None:
    """PySide6 6.12.0 loses a reference to None or True at each call and emit, and then the process ends."""
    bell, heard = Bell(), []
    bell.rung.connect(heard.append)
    switch, text = Switch("Clock"), Text("Words")
    qtbot.addWidget(switch)
    qtbot.addWidget(text)

    def work() -> None:
        for i in range(400):
            bell.rung.emit(True)
            switch.setChecked(i % 2 == 0)
            text.setText(str(i))
            text.setToolTip("")
            text.update()
        heard.clear()

    work()
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    work()
    gc.collect()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < 100
    assert abs(after[1] - before[1]) < 100


def test_accessible_interfaces_do_not_pile_up(theme: Theme, qapp: QApplication) -> None:
    for i in range(700):
        chip = Chip("Word")
        assert interface(chip).isValid()
        chip.deleteLater()
        if i % 50 == 0:
            sweep(qapp)
    sweep(qapp)
    assert sum(isValid(part) for part in roles._kept) < 50, "interfaces outlive their widgets"
    assert len(roles._kept) < 600, "dead interfaces are swept up"
