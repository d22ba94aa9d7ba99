"""The theme: contrast of its tokens, switching while windows are open, scale, fonts and icons."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import ThemeMaker
from ui.theme import tokens
from ui.theme.fonts import Fonts, serif_can_show
from ui.theme.icons import ICONS
from ui.theme.theme import Theme, theme_of
from ui.theme.tokens import PAIRS, THEMES, TYPE, more_contrast, ratio
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox
from ui.widgets.text import Text


@pytest.mark.parametrize("mode", THEMES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS, ids=str)
def test_tokens_are_readable(mode: str, front: str, ground: str, least: float) -> None:
    assert ratio(THEMES[mode][front], THEMES[mode][ground]) >= least


@pytest.mark.parametrize("mode", THEMES)
def test_more_contrast_never_lowers_a_pair(mode: str) -> None:
    strong = more_contrast(THEMES[mode])
    for front, ground, least in PAIRS:
        assert ratio(strong[front], strong[ground]) >= least
    assert ratio(strong["subtle"], strong["canvas"]) > 14
    assert ratio(strong["line"], strong["surface"]) >= 3


def test_both_themes_have_the_same_tokens() -> None:
    assert THEMES["light"].keys() == THEMES["dark"].keys()


def test_ratio_knows_black_on_white() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#777777") == 1


def test_tokens_need_no_qt() -> None:
    code = "import sys, ui.theme.tokens; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_widgets_know_nothing_of_the_product() -> None:
    code = (
        "import sys, pkgutil, importlib, ui.widgets\n"
        "for part in pkgutil.iter_modules(ui.widgets.__path__): importlib.import_module('ui.widgets.' + part.name)\n"
        "sys.exit(any(name.split('.')[0] == 'rehearse' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_the_kit_draws_nothing() -> None:
    code = (
        "import sys, pkgutil, importlib, ui.widgets\n"
        "for part in pkgutil.iter_modules(ui.widgets.__path__): importlib.import_module('ui.widgets.' + part.name)\n"
        "sys.exit('PySide6.QtSvg' in sys.modules or 'fontpkg_inter' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_switching_restyles_without_rebuilding(make_theme: ThemeMaker, qtbot: object) -> None:
    theme = make_theme("light")
    window = QWidget()
    label, way = Text("Words", "body"), Button("Go on", "primary", "check")
    window.setLayout(vbox(label, hbox(way), 10, margins=(20, 20, 20, 20)))
    qtbot.addWidget(window)  # type: ignore[attr-defined]
    window.show()
    before, height, icon = window.grab().toImage(), label.sizeHint().height(), way.icon().cacheKey()
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.set(mode="dark", scale=2.0)
    assert heard == ["dark"]
    assert theme_of(label).dark
    assert label.sizeHint().height() > 1.8 * height
    assert window.layout().contentsMargins().left() == theme.sp(20) == 27
    assert way.icon().cacheKey() != icon
    assert way.iconSize() == QSize(32, 32)
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == tokens.DARK["canvas"].lower()
    after = window.grab().toImage()
    assert before != after
    theme.set_mode("dark")
    assert heard == ["dark"], "nothing differs, nothing is said"


class Hints(QObject):
    """A system whose colours can be changed: the offscreen platform has none."""

    colorSchemeChanged = Signal(Qt.ColorScheme)

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        """What the program asks for leaves the system as it is."""

    def switch(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def test_system_mode_follows_the_system(qapp: QApplication) -> None:
    hints = Hints()
    theme = Theme(qapp, "system", hints=hints)
    theme.install()
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    hints.switch(Qt.ColorScheme.Dark)
    hints.switch(Qt.ColorScheme.Dark)
    hints.switch(Qt.ColorScheme.Light)
    assert heard == ["dark", "light"]
    theme.set_mode("dark")
    hints.switch(Qt.ColorScheme.Light)
    assert theme.dark, "a choice of one's own holds"
    theme.set_mode("system")
    theme.close()
    hints.switch(Qt.ColorScheme.Dark)
    assert not theme.dark, "closed: follows no more"
    theme.deleteLater()


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.8), (0.8, 0.8), (1.3, 1.3), (9, 2.0)])
def test_scale_is_held(make_theme: ThemeMaker, asked: float, given: float) -> None:
    theme = make_theme(scale=asked)
    assert theme.scale == given
    assert theme.px(100) == round(100 * given)
    assert theme.sp(100) == round(100 * (1 + (given - 1) * 0.35))


def test_unknown_choices_are_refused(make_theme: ThemeMaker) -> None:
    theme = make_theme()
    for name in ("mode", "motion", "contrast"):
        with pytest.raises(ValueError, match="none of"):
            theme.set(**{name: "loud"})  # type: ignore[arg-type]


def test_motion_less_has_no_duration(make_theme: ThemeMaker) -> None:
    theme = make_theme(motion="less")
    assert theme.duration(400) == 0
    theme.set_motion("system")
    assert theme.duration(400) == 400


def test_a_closed_theme_is_not_current(make_theme: ThemeMaker) -> None:
    make_theme().close()
    with pytest.raises(RuntimeError):
        Theme.current()


def test_fonts_have_their_weight_and_family(theme: Theme) -> None:
    words = "Sceptical executive"
    thin, bold = theme.font("body"), theme.font("bodyb")
    assert QFontInfo(theme.font("h1")).family() == "Newsreader"
    assert QFontInfo(thin).family() == "Inter"
    assert QFontMetricsF(bold).horizontalAdvance(words) > QFontMetricsF(thin).horizontalAdvance(words)
    assert QFontInfo(theme.font("quote", italic=True)).italic()


@pytest.mark.parametrize("role", TYPE)
def test_digits_of_numbers_have_one_width(theme: Theme, role: str) -> None:
    if role in ("clock", "num", "caption"):
        metrics = QFontMetricsF(theme.font(role))
        assert metrics.horizontalAdvance("1:11") == metrics.horizontalAdvance("0:00")


@pytest.mark.parametrize(
    ("text", "covered"), [("Tomás Ruiz, “why?”", True), ("Nguyễn", True), ("Ольга", False), ("田中", False), ("12 £ … –", True)]
)
def test_the_serif_gives_way_where_it_lacks_letters(theme: Theme, text: str, covered: bool) -> None:
    assert serif_can_show(text) is covered
    assert (theme.font("h1", text=text).families()[0] == "Newsreader") is covered


def test_without_the_packages_the_system_font_stands_in(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    fonts = Fonts()
    made = fonts.make("h1", 1.0)
    assert not fonts.has("Inter")
    assert "Newsreader" not in made.families()
    assert isinstance(made, QFont)
    assert made.pixelSize() == 32


@pytest.mark.parametrize("name", ICONS)
def test_each_icon_draws_something(theme: Theme, name: str) -> None:
    image = theme.icon_pixmap(name, "text", 24, 2.0).toImage()
    assert image.size() == QSize(48, 48)
    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(48) for y in range(48))
    assert 20 < inked < 48 * 48 * 0.6


def test_icons_are_kept(theme: Theme) -> None:
    theme.icon("home")
    count = len(theme.icons)
    theme.icon("home")
    assert len(theme.icons) == count
    assert theme.icon_pixmap("home", "text", 16) is theme.icon_pixmap("home", "text", 16)
