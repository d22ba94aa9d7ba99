"""The floor of the room: three columns, of which the outer two give way when there is no room for them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme_of
from ui.widgets.layouts import hbox

PERSON, SIDE = 88, 66  # em from which a column is shown
_SIDE_WIDTH = 324


class Floor(QWidget):
    """Person, conversation and facts side by side. Below 66 em the facts are a drawer over the conversation. No signals."""

    def __init__(self, person: QWidget, middle: QWidget, side: QWidget) -> None:
        super().__init__()
        self._person, self._middle, self._side = person, middle, side
        self._row = hbox(person, (middle, 1), side, spacing=0)
        self.setLayout(self._row)
        self._drawer = False

    @property
    def is_drawer(self) -> bool:
        """Whether the facts are a drawer at this width."""
        return self._drawer

    @property
    def drawer_open(self) -> bool:
        return self._drawer and not self._side.isHidden()

    def toggle_drawer(self) -> bool:
        """Open or close the drawer; gives whether it is open. Beside the conversation the facts are always shown."""
        if not self._drawer:
            return True
        self._side.setVisible(self._side.isHidden())
        self._place()
        return self.drawer_open

    def fold(self, em: float) -> None:
        """Show what there is room for at this width of the room, in em."""
        self._person.setVisible(em >= PERSON)
        drawer = em < SIDE
        if drawer != self._drawer:
            self._drawer = drawer
            self._side.setProperty("drawer", drawer)
            self._side.layout().setContentsMargins(1 if drawer else 0, 0, 0, 0)  # room for the line at its edge
            if drawer:
                self._row.removeWidget(self._side)
            else:
                self._row.addWidget(self._side)
            self._side.setVisible(not drawer)
        width = theme_of(self).px(_SIDE_WIDTH)
        if drawer:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            self._place()
        else:
            self._side.setFixedWidth(width)

    def _place(self) -> None:
        width = min(theme_of(self).px(_SIDE_WIDTH), round(self.width() * 0.86))
        if self._drawer:
            self._side.setGeometry(self.width() - width, 0, width, self.height())
            self._side.raise_()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place()
