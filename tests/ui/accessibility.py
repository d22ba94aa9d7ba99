"""Checks that every screen must pass: names, roles, keyboard, sizes, contrast on real pixels, and big text.

Each check takes a shown window and raises AssertionError with what it found. ``check_all`` calls those of a normal window,
``check_big`` those of 200 % text in 1024 x 640::

    def test_screen(theme, qtbot):
        screen = show(qtbot, Screen(...))
        check_all(screen)

    @pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
    def test_screen_at_200_per_cent(theme, qtbot):
        check_big(show(qtbot, Screen(...), BIG))
"""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from ui.theme.tokens import ratio
from ui.widgets.prose import Prose
from ui.widgets.ring import Ring
from ui.widgets.text import Text

LEAST_TARGET, GOOD_TARGET = 24, 32  # WCAG 2.2, 2.5.8 (AA), and our own floor for primary actions
NORMAL, BIG = (1440, 900), (1024, 640)
BOTH = ("light", "dark")
_NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border}

W = TypeVar("W", bound=QWidget)


def show(qtbot: Any, widget: W, size: tuple[int, int] = NORMAL) -> W:
    """Shows a widget as a window of this size and gives it back; it is closed after the test."""
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    settle()
    return widget


def settle() -> None:
    """Lets layouts and deferred things finish."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def check_all(window: QWidget, tab_stops: bool = True) -> None:
    """Every check of a normal window."""
    check_names(window)
    check_unique_names(window)
    check_roles(window)
    check_plain_text(window)
    check_target_sizes(window)
    check_contrast(window)
    if tab_stops:
        check_tab_reaches_all(window)
    check_focus_is_visible(window)


def check_big(window: QWidget, size: tuple[int, int] = BIG) -> None:
    """Every check of big text in a small window."""
    check_takes_size(window, size)
    check_no_sideways_scrolling(window)
    check_nothing_sticks_out(window)
    check_no_button_is_cut(window)
    check_prose_is_not_clipped(window)
    check_elided_text_is_available(window)
    check_target_sizes(window)


# ---- what is on a screen


def live(window: QWidget, kind: type[W] = QWidget) -> list[W]:  # type: ignore[assignment]
    """The visible, enabled parts of a kind."""
    found = window.findChildren(kind)
    return [part for part in found if part.isVisibleTo(window) and part.isEnabled() and part.width() and part.height()]


def focusable(window: QWidget) -> list[QWidget]:
    """The parts that Tab stops at."""
    return [
        part
        for part in live(window)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part, QScrollArea) and part.focusProxy() is None
    ]


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader sees of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget. Under Linux Qt calls a combo box by its choice; its label is a relation."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return interface(widget).text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    """A widget in a message."""
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"


def on_window(widget: QWidget, window: QWidget) -> QRect:
    """The visible part of a widget, in coordinates of the window."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size()).intersected(window.rect())


# ---- names, roles, keys


def check_names(window: QWidget) -> None:
    """Whatever takes the focus has a name."""
    bad = [described(part) for part in focusable(window) if not name_of(part).strip()]
    assert not bad, f"without a name: {bad}"


def check_unique_names(window: QWidget) -> None:
    """No two buttons have the same name."""
    names = Counter(name_of(part) for part in focusable(window) if isinstance(part, QAbstractButton))
    twice = sorted(name for name, count in names.items() if count > 1)
    assert not twice, f"several buttons are called {twice}"


def check_roles(window: QWidget) -> None:
    """Whatever takes the focus has a role."""
    bad = [described(part) for part in focusable(window) if interface(part).role() in _NO_ROLE]
    assert not bad, f"without a role: {bad}"


def check_plain_text(window: QWidget) -> None:
    """Labels never take text for markup."""
    bad = [
        described(part) for part in window.findChildren(QLabel) if part.text() and part.textFormat() != Qt.TextFormat.PlainText
    ]
    assert not bad, f"labels that take markup: {bad}"


def check_tab_reaches_all(window: QWidget) -> None:
    """Tab comes to every control once and back to the first: no trap and nothing out of reach.

    Of a group of radio buttons Tab comes to one; the arrow keys do the rest.
    """
    stops = focusable(window)
    if not stops:
        return
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(4 * len(stops) + 10):
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    groups = {id(part.group()) for part in seen if isinstance(part, QAbstractButton) and part.group() and part.autoExclusive()}
    missed = [
        described(part)
        for part in stops
        if part not in seen and not (isinstance(part, QAbstractButton) and part.autoExclusive() and id(part.group()) in groups)
    ]
    assert not missed, f"Tab does not come to: {missed}"


def tab_order(window: QWidget) -> list[str]:
    """The names in the order in which Tab comes to them, from the first control on."""
    stops = focusable(window)
    if not stops:
        return []
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    names: list[str] = []
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in seen:
        seen.append(here)
        names.append(name_of(here))
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return names


def check_focus_is_visible(window: QWidget, most: int = 25) -> None:
    """The focus of the keyboard changes enough pixels with a contrast of 3:1 around the control (WCAG 2.2, 2.4.11).

    Text fields show a caret and a border of their own. ``most`` controls are looked at, for the time it takes.
    """
    rings = window.findChildren(Ring)
    assert rings, "the window has no focus ring"
    for ring in rings:
        ring.keys = True
    seen = [part for part in focusable(window) if part.visibleRegion().boundingRect().contains(part.rect().center())]
    for part in seen[:most]:
        if isinstance(part, (QLineEdit, QPlainTextEdit)) or (isinstance(part, QTextEdit) and not part.isReadOnly()):
            continue
        window.setFocus()
        settle()
        before = window.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        for ring in rings:
            ring.keys = True
            ring.place()
        settle()
        after = window.grab().toImage()
        around = on_window(part, window).adjusted(-8, -8, 8, 8).intersected(window.rect())
        strong = _strongly_changed(before, after, around)
        assert strong * 2 >= (around.width() + around.height()) * 0.5, f"focus is hard to see on {described(part)}: {strong}"


def _strongly_changed(before: QImage, after: QImage, rect: QRect) -> int:
    count = 0
    scale = before.width() / max(1.0, before.deviceIndependentSize().width())
    for x in range(rect.left(), rect.right(), 2):
        for y in range(rect.top(), rect.bottom(), 2):
            old, new = before.pixel(round(x * scale), round(y * scale)), after.pixel(round(x * scale), round(y * scale))
            if old != new and ratio(QColor(old).name(), QColor(new).name()) >= 3:
                count += 1
    return count


# ---- sizes and contrast


def check_target_sizes(window: QWidget) -> None:
    """Buttons are at least 24 x 24, primary ones 32 high."""
    small = [
        (described(part), part.width(), part.height())
        for part in [*live(window, QAbstractButton), *live(window, QComboBox)]
        if min(part.width(), part.height()) < LEAST_TARGET and not isinstance(part.parent(), QLineEdit)
    ]
    assert not small, f"too small to hit: {small}"
    low = [
        (described(part), part.height())
        for part in live(window, QPushButton)
        if part.property("kind") == "primary" and part.height() < GOOD_TARGET
    ]
    assert not low, f"primary buttons too low: {low}"


def check_contrast(window: QWidget, least: float = 4.5) -> None:
    """On real pixels: the most frequent colour of a label is its ground, the best of the others its ink (WCAG 2.2, 1.4.3)."""
    image = window.grab().toImage()
    bad = []
    for part in [*live(window, QLabel), *live(window, QPushButton)]:
        text = part.text().strip()
        rect = on_window(part, window)
        if not text or rect.width() < 8 or rect.height() < 8 or _covered(window, part, rect):
            continue
        ground, best = _ink(image, rect)
        if best < least:
            bad.append((described(part), text[:30], ground, round(best, 2)))
    assert not bad, f"hard to read: {bad}"


def _covered(window: QWidget, part: QWidget, rect: QRect) -> bool:
    top = window.childAt(rect.center())
    while isinstance(top, Ring):
        return False
    if top is None or top is part or part.isAncestorOf(top):
        return False
    # A part that lets the mouse through to the button it lies in is not covered by it.
    return not top.isAncestorOf(part)


def _ink(image: QImage, rect: QRect) -> tuple[str, float]:
    scale = image.width() / max(1.0, image.deviceIndependentSize().width())
    area = QRect(round(rect.left() * scale), round(rect.top() * scale), round(rect.width() * scale), round(rect.height() * scale))
    cut = image.copy(area.intersected(image.rect())).convertToFormat(QImage.Format.Format_RGB32)
    colours: Counter[int] = Counter(memoryview(cut.constBits()).cast("B").cast("I"))
    ground = QColor(colours.most_common(1)[0][0] & 0xFFFFFF).name()
    return ground, max(ratio(ground, QColor(colour & 0xFFFFFF).name()) for colour in colours)


# ---- big text


def check_takes_size(window: QWidget, size: tuple[int, int] = BIG) -> None:
    """The window can be made this small."""
    assert window.size() == QSize(*size), f"the window insists on {window.size().toTuple()}"


def check_no_sideways_scrolling(window: QWidget) -> None:
    """No page is wider than its scroll area."""
    bad = [
        (described(area), area.widget().width(), area.viewport().width())
        for area in live(window, QScrollArea)
        if area.widget() and area.widget().width() > area.viewport().width()
    ]
    assert not bad, f"scrolls sideways: {bad}"


def check_nothing_sticks_out(window: QWidget) -> None:
    """Nothing is cut off at the right of what it lies in."""
    bad = []
    for part in live(window):
        parent = part.parentWidget()
        if parent is None or isinstance(part, (QScrollBar, Ring)) or _scrolls(parent):
            continue
        if part.geometry().right() > parent.width() + 2:
            bad.append((described(part), part.geometry().right(), described(parent), parent.width()))
    assert not bad, f"sticks out: {bad[:6]}"


def _scrolls(parent: QWidget) -> bool:
    return isinstance(parent, QAbstractScrollArea) or isinstance(parent.parent(), QAbstractScrollArea)


def check_no_button_is_cut(window: QWidget) -> None:
    """Buttons have room for their words."""
    bad = [
        (described(part), part.width(), part.sizeHint().width())
        for part in live(window, QPushButton)
        if part.width() < part.sizeHint().width() - 2 or part.height() < part.fontMetrics().height()
    ]
    assert not bad, f"cut buttons: {bad}"


def check_prose_is_not_clipped(window: QWidget) -> None:
    """Text that wraps has the height that it needs."""
    bad = [
        (described(part), part.text()[:30], part.height(), part.heightForWidth(part.width()))
        for part in live(window, Prose)
        if part.hasHeightForWidth() and part.height() + 2 < part.heightForWidth(part.width())
    ]
    assert not bad, f"clipped: {bad[:6]}"


def check_elided_text_is_available(window: QWidget) -> None:
    """What is elided is still whole for screen readers."""
    bad = [described(part) for part in live(window, Text) if part.elided and not part.toolTip() and name_of(part) != part.text()]
    assert not bad, f"elided and lost: {bad}"


def centre(widget: QWidget) -> QPoint:
    """The middle of a widget, to click at."""
    return widget.rect().center()
