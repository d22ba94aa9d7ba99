"""The widgets: each one draws in both themes and at every scale, has a role and a name, and does what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QStyleOptionComboBox, QWidget

from tests.ui.accessibility import (
    BIG,
    BOTH,
    check_all,
    check_big,
    check_names,
    check_roles,
    interface,
    name_of,
    settle,
    show,
    tab_order,
)
from tests.ui.conftest import ThemeMaker
from ui.theme.theme import Theme
from ui.widgets import emblems
from ui.widgets.announcer import Announcement, Announcer, announce
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.button import KINDS, button, tool
from ui.widgets.card import Card, Host, host_of
from ui.widgets.checks import Checks
from ui.widgets.chip import Chip
from ui.widgets.clock import Clock
from ui.widgets.field import Field, labelled
from ui.widgets.ladder import Ladder
from ui.widgets.layouts import Grid, clear, hbox, scroll, vbox
from ui.widgets.legend import MARKERS, Legend
from ui.widgets.logo import Logo
from ui.widgets.mini_ladder import MiniLadder
from ui.widgets.person_card import Person, PersonCard
from ui.widgets.picture import Picture
from ui.widgets.prose import Mark, Prose
from ui.widgets.ring import Ring
from ui.widgets.rule import Rule
from ui.widgets.segmented import Segmented
from ui.widgets.select import Select
from ui.widgets.side_bar import Place, SideBar
from ui.widgets.switch import Switch
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox
from ui.widgets.toast import Toast

Role = QAccessible.Role
LINE = "I have promised the board that loyalty ships in Q3, and you want two of the people who are building it."
MARGARET = Person("horizon", "Margaret Okafor", "Sceptical executive", "“What are you asking me for?”", "Tough", "brick")


def _toast() -> QWidget:
    window = QWidget()
    window.resize(600, 300)
    window.toast = Toast(window)  # type: ignore[attr-defined]
    window.toast.offer("Deleted.", "a")  # type: ignore[attr-defined]
    return window


def _banner() -> QWidget:
    host = Host(vbox())
    bar = Banner(host)
    host.layout().addWidget(bar)
    bar.say("No answer.", "Your words are kept.", [("again", "Try again"), ("script", "Go on")], "amber")
    return host


def _card() -> QWidget:
    card = Card(stripe="amber")
    card.box.add(Text("Your brief", "title"), Rule(), Text(LINE))
    return Host(vbox(card))


MAKERS: dict[str, Callable[[], QWidget]] = {
    "avatar": lambda: Avatar("horizon", 46, name="Margaret", live=True),
    "banner": _banner,
    "button": lambda: button("Go on", "primary", "check", "Goes on", "Ctrl+G"),
    "card": _card,
    "checks": lambda: Checks(2, 4),
    "chip": lambda: Chip("Objection: evidence", "brick", "diamond"),
    "clock": lambda: Clock(372, 600),
    "field": lambda: Field("Address", "http://127.0.0.1", "The address of the service."),
    "ladder": lambda: Ladder(1.25),
    "legend": lambda: Legend([(state, state) for state in MARKERS]),
    "logo": lambda: Logo("Rehearse"),
    "mini_ladder": lambda: MiniLadder(2),
    "person_card": lambda: PersonCard(MARGARET, "Alt+1"),
    "picture": lambda: Picture("shield", name="Safe"),
    "prose": lambda: Prose(LINE, marks=[Mark(0, 6, "brick", True)], caret=True),
    "segmented": lambda: Segmented("Look", [("a", "System"), ("b", "Light"), ("c", "Dark")]),
    "select": lambda: Select("Meeting", [("5", "5 minutes"), ("10", "10 minutes")], "10"),
    "side_bar": lambda: SideBar(
        "Rehearse", [Place("home", "Home", "home", "Ctrl+1")], [Place("s", "Settings", "sliders")], "Here"
    ),
    "switch": lambda: Switch("Clock in the meeting", True),
    "text": lambda: Text(LINE, "caption", wrap=False),
    "text_box": lambda: TextBox("Your next line", "Say it"),
    "toast": _toast,
    "tool": lambda: tool("pause", "Pause the clock", shortcut="Ctrl+."),
}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_each_widget_draws_and_grows(make_theme: ThemeMaker, qtbot: Any, name: str, scale: float) -> None:
    theme = make_theme("light", scale)
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    widget.resize(max(widget.sizeHint().width(), 420), max(widget.sizeHint().height(), 40))
    widget.show()
    settle()
    light = widget.grab().toImage()
    theme.set_mode("dark")
    settle()
    dark = widget.grab().toImage()
    assert len({light.pixel(x, y) for x in range(0, light.width(), 2) for y in range(light.height())}) > 2, "nothing is drawn"
    assert light != dark
    check_names(widget)
    check_roles(widget)


@pytest.mark.parametrize("name", [name for name in MAKERS if name not in ("toast", "banner", "card")])
def test_switching_the_scale_equals_building_at_it(make_theme: ThemeMaker, qtbot: Any, name: str) -> None:
    theme = make_theme("light", 2.0)
    built = MAKERS[name]()
    qtbot.addWidget(built)
    built.ensurePolished()
    settle()
    wanted = built.sizeHint()
    theme.set_scale(1.0)
    switched = MAKERS[name]()
    qtbot.addWidget(switched)
    switched.ensurePolished()
    settle()
    theme.set_scale(2.0)
    settle()
    assert switched.sizeHint() == wanted


@pytest.mark.parametrize(
    ("name", "role", "said"),
    [
        ("avatar", Role.Graphic, "Margaret"),
        ("button", Role.Button, "Go on"),
        ("checks", Role.Indicator, "2 of 4 checks passed"),
        ("chip", Role.StaticText, "Objection: evidence"),
        ("clock", Role.Clock, "Meeting clock, 6 minutes 12 seconds left of 10 min"),
        ("ladder", Role.Indicator, "Where they stand"),
        ("legend", Role.StaticText, "Legend: answered, half, open, dodged, parked"),
        ("logo", Role.Graphic, "Rehearse"),
        ("mini_ladder", Role.Indicator, "Agrees"),
        ("prose", Role.StaticText, LINE),
        ("segmented", Role.Grouping, "Look"),
        ("select", Role.ComboBox, "Meeting"),
        ("switch", Role.CheckBox, "Clock in the meeting"),
        ("text", Role.StaticText, LINE),
        ("text_box", Role.EditableText, "Your next line"),
        ("tool", Role.Button, "Pause the clock"),
    ],
)
def test_roles_and_names(theme: Theme, qtbot: Any, name: str, role: QAccessible.Role, said: str) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    assert interface(widget).role() == role
    assert name_of(widget) == said


def _page() -> QWidget:
    """A window with one of most things, as a screen would have them."""
    window = QWidget()
    grid = Grid()
    cards = [
        PersonCard(MARGARET, "Alt+1"),
        PersonCard(Person("clock", "Ravi Menon", "Engineering manager", "“Four minutes.”"), "Alt+2"),
    ]
    cards[0].setChecked(True)
    grid.place(cards, 2)
    banner = Banner(stays=True)
    banner.say("No answer from 127.0.0.1:11434.", "Is Ollama running? Your words are kept.", [("a", "Try again"), ("b", "Go on")])
    box = Card("raised", 14, 2, "control")
    line = TextBox("Your next line", "Say it in one or two sentences")
    box.box.add(line, hbox(tool("mic", "Speak instead of typing"), None, button("Say it", "primary", "up")))
    box.show_focus_of(line)
    page = Host(
        vbox(
            Text("Who do you need on your side?", "h1"),
            banner,
            grid,
            hbox(MiniLadder(2), Checks(1, 3), Chip("Coached", "blue", "bulb"), None),
            box,
            Field("Address", "", "The address of the service."),
            labelled("Meeting", Select("", [("5", "5 minutes"), ("10", "10 minutes")])),
            Segmented("Look", [("system", "System"), ("light", "Light"), ("dark", "Dark")]),
            Switch("Clock in the meeting", True),
            Text(LINE, "caption", "subtle", wrap=False),
            hbox(*(button(kind.title() or "Plain", kind) for kind in KINDS if kind not in ("nav", "move")), None),
            None,
            margins=(24, 20, 24, 20),
        )
    )
    window.setLayout(hbox(scroll(page, "Page"), spacing=0))
    window.layout().setSizeConstraint(window.layout().SizeConstraint.SetNoConstraint)
    window.setMinimumSize(640, 400)
    window.ring = Ring(window)  # type: ignore[attr-defined]
    return window


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_page_of_widgets_passes_all_checks(theme: Theme, qtbot: Any) -> None:
    check_all(show(qtbot, _page(), (1200, 900)))


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 1.0)], indirect=True)
def test_a_page_of_widgets_stands_big_text(theme: Theme, qtbot: Any) -> None:
    check_big(show(qtbot, _page(), BIG))


@pytest.mark.parametrize("name", [*emblems.NAMES])
def test_each_emblem_is_a_drawing_of_its_own(theme: Theme, qtbot: Any, name: str) -> None:
    assert len(emblems.NAMES) == 14
    avatar = Avatar(name, 64)
    qtbot.addWidget(avatar)
    image = avatar.grab().toImage()
    others = [Avatar(other, 64) for other in emblems.NAMES if other != name]
    for other in others:
        qtbot.addWidget(other)
        assert other.grab().toImage() != image
    assert len({image.pixel(x, y) for x in range(8, 56) for y in range(8, 56)}) >= 3


def test_an_unknown_emblem_still_draws(theme: Theme, qtbot: Any) -> None:
    avatar = Avatar("dragon", 40, name="Somebody")
    qtbot.addWidget(avatar)
    assert avatar.grab().toImage().pixelColor(20, 20).name() == emblems.colours("dragon", False)[0].name()


def test_ladder_arrives_at_once_with_less_motion(theme: Theme, qtbot: Any) -> None:
    ladder = show(qtbot, Ladder(0), (200, 200))
    ladder.set_value(2)
    assert ladder.shown == ladder.value == 2
    assert ladder.accessibleDescription() == "Agrees, step 3 of 4"
    ladder.set_value(9)
    assert ladder.value == 3


def test_ladder_moves_in_time_and_ends_where_it_should(make_theme: ThemeMaker, qtbot: Any) -> None:
    make_theme(motion="system")
    ladder = show(qtbot, Ladder(0), (200, 200))
    ladder.set_value(3)
    assert ladder.shown < 3
    qtbot.waitUntil(lambda: ladder.shown == 3, timeout=3000)


@pytest.mark.parametrize(
    ("left", "total", "face", "said"),
    [
        (372, 600, "6:12", "6 minutes 12 seconds left of 10 min"),
        (0, 600, "0:00", "0 minutes 0 seconds left of 10 min"),
        (-15, 600, "+0:15", "0 minutes 15 seconds over time"),
        (3600, 3600, "60:00", "60 minutes 0 seconds left of 60 min"),
    ],
)
def test_clock_says_what_it_shows(theme: Theme, qtbot: Any, left: int, total: int, face: str, said: str) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    clock.set(left, total)
    assert clock.face() == face
    assert clock.accessibleName() == f"Meeting clock, {said}"
    clock.set_paused(True)
    assert clock.accessibleName().endswith(", paused")
    assert clock.caption() == "paused"


def test_banner_says_and_hands_on(theme: Theme, qtbot: Any, announcements: Announcer) -> None:
    window = QWidget()
    bar = Banner(window)
    window.setLayout(vbox(bar, None))
    show(qtbot, window, (900, 200))
    assert not bar.isVisible()
    bar.say("No answer.", "Your words are kept.", [("again", "Try again"), ("go", "Go on")], "brick", assertive=True)
    assert bar.isVisible()
    assert list(announcements.recent) == [Announcement("No answer. Your words are kept.", True)]
    with qtbot.waitSignal(bar.chosen) as heard:
        QTest.mouseClick(bar.buttons()[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["go"]
    assert not bar.isVisible()
    bar.say("Again.")
    assert bar.buttons() == []
    with pytest.raises(ValueError, match="two"):
        bar.say("x", ways=[("a", "A"), ("b", "B"), ("c", "C")])
    with pytest.raises(KeyError):
        bar.say("x", kind="pink")


def test_toast_collapses_repeats_and_undoes_newest_first(theme: Theme, qtbot: Any, announcements: Announcer) -> None:
    window = show(qtbot, QWidget(), (600, 300))
    toast = Toast(window)
    undone: list[str] = []
    expired: list[str] = []
    toast.undone.connect(undone.append)
    toast.expired.connect(expired.append)
    toast.offer("Deleted a meeting.", "1")
    toast.offer("Deleted a meeting.", "2")
    assert toast.text == "Deleted a meeting. (2)"
    assert announcements.recent[-1] == Announcement("Deleted a meeting. (2) Undo?", False)
    QTest.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert (undone, expired) == (["2", "1"], [])
    assert not toast.isVisible()
    toast.offer("Deleted a meeting.", "3")
    assert toast.text == "Deleted a meeting."
    toast.offer("Resolved a comment.", "4")
    assert expired == ["3"], "another offer ends the one before"
    toast.close_now()
    assert expired == ["3", "4"]
    assert undone == ["2", "1"]


def test_toast_goes_by_itself_but_not_under_the_focus(theme: Theme, qtbot: Any) -> None:
    window = show(qtbot, QWidget(), (600, 300))
    other = QLineEdit(window)
    other.show()
    toast = Toast(window, seconds=0.05)
    toast.offer("Deleted.", "1")
    toast._button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast._timer.isActive()
    with qtbot.waitSignal(toast.expired, timeout=3000):
        other.setFocus()


def test_segmented_chooses_by_mouse_and_arrow_keys(theme: Theme, qtbot: Any) -> None:
    row = show(qtbot, Segmented("Look", [("s", "System"), ("l", "Light"), ("d", "Dark")], "l"), (600, 60))
    heard: list[str] = []
    row.changed.connect(heard.append)
    assert row.value == "l"
    QTest.mouseClick(row.choices()[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(row.choices()[2], Qt.Key.Key_Left)
    assert heard == ["d", "l"]
    row.set_value("s")
    assert (row.value, heard) == ("s", ["d", "l"])
    assert name_of(row.choices()[0]) == "Look: System"
    with pytest.raises(ValueError):
        row.set_value("x")


def test_segmented_stacks_in_a_narrow_place(theme: Theme, qtbot: Any) -> None:
    row = show(qtbot, Segmented("Look", [("s", "System"), ("l", "Light"), ("d", "Dark")]), (600, 200))
    wide = [choice.y() for choice in row.choices()]
    row.resize(120, 200)
    settle()
    assert len(set(wide)) == 1
    assert len({choice.y() for choice in row.choices()}) == 3


def test_field_shows_a_fault_and_takes_it_back(theme: Theme, qtbot: Any, announcements: Announcer) -> None:
    field = show(qtbot, Field("Address", help="Where the service is."), (400, 120))
    heard: list[str] = []
    field.edited.connect(heard.append)
    field.setFocus()
    QTest.keyClicks(field.line, "ab")
    assert heard == ["a", "ab"]
    field.set_fault("This is no address.")
    assert field.fault == "This is no address."
    assert field.line.accessibleDescription() == "This is no address."
    assert announcements.recent[-1].text == "This is no address."
    field.set_fault("")
    assert field.fault == ""
    assert field.line.accessibleDescription() == "Where the service is."
    with qtbot.waitSignal(field.finished) as done:
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert done.args == ["ab"]


def test_select_keeps_the_choice_and_ignores_the_wheel(theme: Theme, qtbot: Any) -> None:
    select = show(qtbot, Select("Meeting", [("5", "5 minutes"), ("10", "10 minutes")], "10"), (240, 40))
    heard: list[str] = []
    select.changed.connect(heard.append)
    select.set_choices([("10", "10 minutes"), ("20", "20 minutes")])
    assert (select.value, heard) == ("10", [])
    QTest.keyClick(select, Qt.Key.Key_Down)
    assert (select.value, heard) == ("20", ["20"])
    with pytest.raises(ValueError):
        select.set_value("5")
    select.set_choices([])
    assert select.value == ""


def test_switch_is_a_check_box(theme: Theme, qtbot: Any) -> None:
    switch = show(qtbot, Switch("Clock"), (200, 40))
    with qtbot.waitSignal(switch.toggled):
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


@pytest.mark.parametrize(("swap", "sending", "breaking"), [(False, "", "Shift"), (True, "Ctrl", "")])
def test_text_box_sends_and_breaks_lines(theme: Theme, qtbot: Any, swap: bool, sending: str, breaking: str) -> None:
    keys = {
        "": Qt.KeyboardModifier.NoModifier,
        "Shift": Qt.KeyboardModifier.ShiftModifier,
        "Ctrl": Qt.KeyboardModifier.ControlModifier,
    }
    box = show(qtbot, TextBox("Your next line", sends=True), (300, 100))
    box.swap = swap
    sent: list[str] = []
    box.sent.connect(lambda: sent.append(box.text()))
    QTest.keyClicks(box, "one")
    QTest.keyClick(box, Qt.Key.Key_Return, keys[breaking])
    QTest.keyClicks(box, "two")
    assert sent == []
    QTest.keyClick(box, Qt.Key.Key_Return, keys[sending])
    assert sent == ["one\ntwo"]


def test_text_box_never_sends_while_composing(theme: Theme, qtbot: Any) -> None:
    box = show(qtbot, TextBox("Your next line", sends=True), (300, 100))
    sent: list[str] = []
    box.sent.connect(lambda: sent.append(box.text()))
    QApplication.sendEvent(box, QInputMethodEvent("にほ", []))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent == []
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(box, done)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent == ["日本"]


def test_text_box_grows_pastes_plainly_and_lets_go(theme: Theme, qtbot: Any) -> None:
    box = show(qtbot, TextBox("Your next line", least=1, most=4), (300, 100))
    low = box.height()
    box.set_text("one\ntwo\nthree")
    three = box.height()
    box.set_text("\n" * 40)
    assert low < three < box.height()
    box.set_text("")
    assert box.height() == low
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold\x00")
    box.insertFromMimeData(data)
    assert box.text() == "bold"
    with qtbot.waitSignal(box.escaped):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.tabChangesFocus()


def test_side_bar_goes_and_counts(theme: Theme, qtbot: Any) -> None:
    bar = show(
        qtbot,
        SideBar(
            "Rehearse",
            [Place("home", "Home", "home", "Ctrl+1"), Place("reviews", "Reviews", "chat", "Ctrl+2")],
            [Place("settings", "Settings", "sliders", "Ctrl+,")],
            "Runs on this computer",
        ),
        (220, 500),
    )
    heard: list[str] = []
    bar.went.connect(heard.append)
    bar.show_place("reviews")
    assert bar.button("reviews").isChecked()
    assert not bar.button("home").isChecked()
    assert heard == []
    QTest.mouseClick(bar.button("settings"), Qt.MouseButton.LeftButton)
    assert heard == ["settings"]
    bar.set_count("reviews", 3)
    assert name_of(bar.button("reviews")) == "Reviews (3)"
    bar.show_place("nowhere")
    assert not any(bar.button(key).isChecked() for key in ("home", "reviews", "settings"))
    assert tab_order(bar) == ["Home", "Reviews (3)", "Settings"]


def test_ring_appears_with_keys_and_goes_with_the_mouse(theme: Theme, qtbot: Any) -> None:
    window = QWidget()
    first, second = button("First"), button("Second")
    window.setLayout(hbox(first, second, margins=(20, 20, 20, 20)))
    ring = Ring(window)
    show(qtbot, window, (400, 120))
    first.setFocus()
    assert not ring.isVisible()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert ring.isVisible()
    assert ring.geometry().contains(second.geometry())
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_ring_is_cut_to_what_is_scrolled_into_view(theme: Theme, qtbot: Any) -> None:
    page = QWidget()
    ways = [button(f"Way {i}") for i in range(30)]
    page.setLayout(vbox(*ways))
    area: QScrollArea = scroll(page, "Ways")
    window = QWidget()
    window.setLayout(vbox(area, margins=(30, 30, 30, 30)))
    ring = Ring(window)
    show(qtbot, window, (400, 300))
    ways[0].setFocus()
    QTest.keyClick(ways[0], Qt.Key.Key_Tab)
    assert ring.isVisible()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()
    assert not ring.isVisible()


def test_marks_follow_words_over_lines_and_paragraphs(theme: Theme, qtbot: Any) -> None:
    text = f"First line.\n{LINE}"
    prose = Prose(text)
    qtbot.addWidget(prose)
    prose.resize(240, prose.heightForWidth(240))
    start = text.index("the people who are building it")
    rects = prose.rects_for(start, len("the people who are building it"))
    assert len(rects) >= 2
    assert all(rect.left() >= 0 and rect.right() <= 241 for rect in rects)
    assert rects[0].top() > prose.rects_for(0, 5)[0].bottom()


def test_one_line_elides_and_keeps_the_whole(theme: Theme, qtbot: Any) -> None:
    text = Text(LINE, wrap=False)
    qtbot.addWidget(text)
    text.resize(100, text.sizeHint().height())
    assert text.elided
    assert text.minimumSizeHint().width() <= 90
    assert name_of(text) == LINE
    text.resize(text.ideal(), 30)
    assert not text.elided


def test_shortcut_stands_in_tooltip_and_description(theme: Theme, qtbot: Any) -> None:
    way = button("Wrap up", tip="Ends the meeting", shortcut="Ctrl+Shift+Return")
    qtbot.addWidget(way)
    assert "Ctrl+Shift+Return" in way.toolTip()
    assert way.accessibleDescription() == "Ends the meeting, Ctrl+Shift+Return"
    assert way.accessibleName() == "Wrap up"


def test_cards_cast_shadows_on_their_host(theme: Theme, qtbot: Any) -> None:
    card = Card()
    host = Host(vbox(card, margins=(40, 40, 40, 40)))
    show(qtbot, host, (300, 200))
    assert host_of(card) is host
    below = host.grab().toImage().pixelColor(150, card.geometry().bottom() + 3)
    assert below != theme.color("canvas")
    card.set_look(elevation=0)
    settle()
    assert host.grab().toImage().pixelColor(150, card.geometry().bottom() + 3) == theme.color("canvas")


def test_clear_takes_everything_out(theme: Theme, qtbot: Any) -> None:
    window = QWidget()
    box = vbox(Text("a"), hbox(Text("b"), None, Text("c")))
    window.setLayout(box)
    qtbot.addWidget(window)
    clear(box)
    assert box.count() == 0
    settle()
    assert window.findChildren(Text) == []


def test_announcements_are_kept(theme: Theme, qtbot: Any, announcements: Announcer) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "")
    announce(widget, "Two minutes left.")
    assert list(announcements.recent) == [Announcement("Two minutes left.", False)]
    assert Announcer.of_app() is announcements


def test_the_shadow_goes_with_the_card_that_moves(theme: Theme, qtbot: Any) -> None:
    late, card = Text("Late\nlines\nof text"), Card(elevation=2)
    late.hide()
    card.box.add(Text("Card"))
    host = Host(vbox(late, card, None, margins=(30, 30, 30, 30)))
    qtbot.addWidget(host)
    host.resize(300, 300)
    host.show()
    qtbot.waitUntil(lambda: card.height() > 0)
    at = card.y()
    late.show()
    qtbot.waitUntil(lambda: card.y() > at)

    def as_on_screen() -> bool:
        seen = host.screen().grabWindow(host.winId()).toImage()
        return bool(seen == host.grab().toImage().convertToFormat(seen.format()))

    qtbot.waitUntil(as_on_screen)


def test_the_shadow_follows_a_card_that_grows_without_a_word_to_the_ground(theme: Theme, qtbot: Any) -> None:
    card = Card()
    host = Host()
    card.setParent(host)
    card.setGeometry(30, 30, 200, 80)
    qtbot.addWidget(host)
    host.resize(300, 300)
    with qtbot.waitExposed(host):
        host.show()
    settle()
    card.resize(200, 110)
    settle()  # a picture taken before it is painted anew would itself be what paints it

    def as_on_screen() -> bool:
        seen = host.screen().grabWindow(host.winId()).toImage()
        return bool(seen == host.grab().toImage().convertToFormat(seen.format()))

    qtbot.waitUntil(as_on_screen)


def test_a_choice_without_room_ends_in_dots(theme: Theme, qtbot: Any) -> None:
    made = Select("Take", [("one", "Take 1 of 3: what was said last in it, which is long"), ("two", "Take 2")], "one")
    shown = show(qtbot, made, (160, 40))
    option = QStyleOptionComboBox()
    shown.initStyleOption(option)
    assert shown.shown(option).startswith("Take 1 of")
    assert shown.shown(option).endswith("…")
    shown.set_value("two")
    shown.initStyleOption(option)
    assert shown.shown(option) == "Take 2"
