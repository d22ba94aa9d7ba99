"""Roles of the painted widgets for screen readers: one factory, keyed by class name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_Role = QAccessible.Role
_roles: Final[dict[str, QAccessible.Role]] = {
    "Avatar": _Role.Graphic,
    "Banner": _Role.AlertMessage,
    "Card": _Role.Grouping,
    "Checks": _Role.Indicator,
    "Chip": _Role.StaticText,
    "Clock": _Role.Clock,
    "Ladder": _Role.Indicator,
    "Legend": _Role.StaticText,
    "Logo": _Role.Graphic,
    "MiniLadder": _Role.Indicator,
    "Rule": _Role.Separator,
    "Segmented": _Role.Grouping,
    "SideBar": _Role.ToolBar,
    "Switch": _Role.CheckBox,
    "Toast": _Role.Notification,
}
_SWEEP = 256
_kept: list[QAccessibleInterface] = []
_state = {"installed": False, "sweep_at": _SWEEP}


class _Named(QAccessibleWidget):
    """The interface of a widget with a role of its own."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._role = role

    def role(self) -> QAccessible.Role:
        return self._role


def give_role(class_name: str, role: QAccessible.Role) -> None:
    """Gives a painted widget class its role; call it once where the class is defined."""
    _roles[class_name] = role
    install_roles()


def install_roles() -> None:
    """Installs the factory, once for the process."""
    if not _state["installed"]:
        _state["installed"] = True
        QAccessible.installFactory(_make)


def _make(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _roles.get(class_name)
    if role is None or not isinstance(thing, QWidget):
        return None
    made = _Named(thing, role)
    # Qt keeps the C++ half only: the Python half must live until Qt has deleted its own, and is swept up after that.
    _kept.append(made)
    if len(_kept) > _state["sweep_at"]:
        _kept[:] = [part for part in _kept if isValid(part)]
        _state["sweep_at"] = len(_kept) + _SWEEP
    return made
