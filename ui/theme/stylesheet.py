"""The stylesheet of the plain controls: buttons by their dynamic property ``kind``, fields, lists, scroll bars, tooltips.

Everything with character is painted. Four traps are kept out: a font in a rule for all widgets would beat ``setFont`` on every
label; a weight in a rule does not reach the axis of a variable font, so buttons set their font themselves; a ``border-radius``
over half of the box is dropped, so pills are computed; ``min-height`` beats ``setMinimumSize``.
"""

from __future__ import annotations

from collections.abc import Callable


def stylesheet(h: Callable[[str], str], px: Callable[[float], int], sp: Callable[[float], int]) -> str:
    """The whole sheet. ``h`` looks up a token, ``px`` scales type, ``sp`` scales space."""
    return _ground(h, sp) + _buttons(h, px, sp) + _fields(h, px, sp) + _lists(h, px, sp) + _bars(h, sp)


def _ground(h: Callable[[str], str], sp: Callable[[float], int]) -> str:
    return f"""
    QWidget {{ color: {h("text")}; }}
    QWidget#canvas, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {h("canvas")}; border: none; }}
    QScrollArea[ground="none"], QScrollArea[ground="none"] > QWidget > QWidget {{ background: transparent; border: none; }}
    QMainWindow, QDialog {{ background: {h("canvas")}; }}
    QWidget#side {{ background: {h("sunken")}; }}
    QWidget#bar {{ background: {h("surface")}; border-bottom: 1px solid {h("line")}; }}
    QLabel {{ background: transparent; }}
    QToolTip {{ background: {h("text")}; color: {h("canvas")}; border: none; padding: {sp(6)}px {sp(8)}px; }}
    """


def _buttons(h: Callable[[str], str], px: Callable[[float], int], sp: Callable[[float], int]) -> str:
    pill = (px(20) + 2 * sp(4) + 2) // 2
    return f"""
    QPushButton, QToolButton {{ outline: none; }}
    QPushButton {{ min-height: {px(20)}px; padding: {sp(7)}px {sp(14)}px; border-radius: {sp(8)}px;
                   background: {h("surface")}; border: 1px solid {h("control")}; }}
    QPushButton:hover {{ background: {h("sunken")}; }}
    QPushButton:pressed {{ background: {h("line")}; }}
    QPushButton:disabled {{ color: {h("subtle")}; border-color: {h("line")}; background: {h("sunken")}; }}
    QPushButton::menu-indicator {{ width: 0; }}
    QPushButton[kind="primary"] {{ background: {h("accent")}; color: {h("on_accent")}; border: 1px solid {h("accent")}; }}
    QPushButton[kind="primary"]:hover {{ background: {h("accent_hover")}; border-color: {h("accent_hover")}; }}
    QPushButton[kind="primary"]:disabled {{ background: {h("sunken")}; color: {h("subtle")}; border-color: {h("line")}; }}
    QPushButton[kind="danger"] {{ color: {h("brick_text")}; border: 1px solid {h("brick")}; }}
    QPushButton[kind="danger"]:hover {{ background: {h("brick_soft")}; }}
    QPushButton[kind="ghost"] {{ background: transparent; border: 1px solid transparent; color: {h("muted")}; }}
    QPushButton[kind="ghost"]:hover {{ background: {h("line")}; color: {h("text")}; }}
    QPushButton[kind="link"] {{ background: transparent; border: none; color: {h("accent_text")}; padding: {sp(2)}px 0;
                   min-height: {max(20, px(20))}px; min-width: {px(28)}px; text-align: left; }}
    QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
    QPushButton[kind="link"]:disabled {{ color: {h("subtle")}; }}
    QPushButton[kind="move"] {{ background: transparent; border: 1px solid {h("control")}; border-radius: {pill}px;
                   color: {h("muted")};
                   min-height: {px(20)}px; max-height: {px(20)}px; padding: {sp(4)}px {sp(12)}px; }}
    QPushButton[kind="move"]:hover, QPushButton[kind="move"]:checked {{ border-color: {h("accent")}; color: {h("accent_text")};
                   background: {h("accent_soft")}; }}
    QPushButton[kind="nav"] {{ text-align: left; background: transparent; border: none; color: {h("muted")};
                   padding: {sp(8)}px {sp(10)}px; border-radius: {sp(8)}px; }}
    QPushButton[kind="nav"]:hover {{ background: {h("line")}; color: {h("text")}; }}
    QPushButton[kind="nav"]:checked {{ background: {h("surface")}; color: {h("text")}; }}
    QPushButton[kind="tab"] {{ background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
                   color: {h("muted")}; padding: {sp(8)}px {sp(2)}px; }}
    QPushButton[kind="tab"]:hover {{ color: {h("text")}; }}
    QPushButton[kind="tab"]:checked {{ color: {h("text")}; border-bottom-color: {h("accent")}; }}
    QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {sp(8)}px; padding: {sp(6)}px; }}
    QToolButton:hover {{ background: {h("line")}; }}
    QToolButton:checked {{ background: {h("accent_soft")}; }}
    QToolButton[kind="outline"] {{ border-color: {h("control")}; background: {h("surface")}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    """


def _fields(h: Callable[[str], str], px: Callable[[float], int], sp: Callable[[float], int]) -> str:
    chosen = f"selection-background-color: {h('accent')}; selection-color: {h('on_accent')};"
    boxed = f"background: {h('surface')}; border: 1px solid {h('control')}; border-radius: {sp(8)}px;"
    return f"""
    QPlainTextEdit, QTextEdit, QLineEdit {{ background: transparent; border: none; {chosen} }}
    QPlainTextEdit#say {{ font-size: {px(15)}px; }}
    QLineEdit[kind="field"] {{ {boxed} padding: {sp(6)}px {sp(10)}px; min-height: {px(20)}px; }}
    QLineEdit[kind="field"]:focus {{ border: 2px solid {h("ring")}; padding: {sp(6) - 1}px {sp(10) - 1}px; }}
    QLineEdit[kind="field"][fault="true"] {{ border: 2px solid {h("brick")}; padding: {sp(6) - 1}px {sp(10) - 1}px; }}
    QLineEdit[kind="field"]:disabled {{ background: {h("sunken")}; color: {h("subtle")}; border-color: {h("line")}; }}
    QComboBox, QSpinBox {{ {boxed} {chosen} padding: {sp(6)}px {sp(10)}px; min-height: {px(20)}px; }}
    QComboBox:hover, QSpinBox:hover {{ background: {h("raised")}; }}
    QComboBox:focus, QSpinBox:focus {{ border-color: {h("ring")}; }}
    QComboBox:disabled, QSpinBox:disabled {{ background: {h("sunken")}; color: {h("subtle")}; border-color: {h("line")}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBoxPrivateContainer {{ border: none; background: {h("raised")}; }}
    QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {h("raised")}; border: 1px solid {h("control")}; outline: none;
                   padding: {sp(4)}px; {chosen} }}
    QComboBox QAbstractItemView::item {{ min-height: {px(26)}px; padding: {sp(2)}px {sp(8)}px; }}
    """


def _lists(h: Callable[[str], str], px: Callable[[float], int], sp: Callable[[float], int]) -> str:
    return f"""
    QMenu {{ background: {h("raised")}; border: 1px solid {h("control")}; padding: {sp(4)}px; }}
    QMenu::item {{ padding: {sp(6)}px {sp(16)}px; border-radius: {sp(6)}px; min-height: {px(18)}px; }}
    QMenu::item:selected {{ background: {h("accent_soft")}; color: {h("text")}; }}
    QMenu::item:disabled {{ color: {h("subtle")}; }}
    QMenu::separator {{ height: 1px; background: {h("line")}; margin: {sp(4)}px {sp(8)}px; }}
    QListView, QTreeView, QTableView {{ background: transparent; border: none; outline: none; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {h("accent_soft")}; color: {h("text")}; }}
    QTableView::item:selected {{ background: {h("accent_soft")}; color: {h("text")}; }}
    QTableView::item {{ padding: 0 {sp(6)}px; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {h("muted")}; border: none; border-bottom: 1px solid {h("line")};
                   padding: {sp(4)}px {sp(6)}px; }}
    QSplitter::handle {{ background: {h("line")}; }}
    """


def _bars(h: Callable[[str], str], sp: Callable[[float], int]) -> str:
    round_ = max(3, sp(12) // 2 - 3)
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {sp(12)}px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {h("handle")}; border-radius: {round_}px; min-height: {sp(36)}px; }}
    QScrollBar::handle:vertical:hover {{ background: {h("control")}; }}
    QScrollBar:horizontal {{ height: {sp(12)}px; background: transparent; margin: 2px; }}
    QScrollBar::handle:horizontal {{ background: {h("handle")}; border-radius: {round_}px; min-width: {sp(36)}px; }}
    QScrollBar::handle:horizontal:hover {{ background: {h("control")}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
                   background: none; border: none; height: 0; width: 0; }}
    """
