"""The first three questions: who it is, what they are measured on, what they said no to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from rehearse.making.answers import AUDIENCES, BY_WORDS, EMBLEM_OF, NONE, lines
from rehearse.personas import EMBLEMS
from ui.making.asked import Asked, AskedLine, AskedText, question
from ui.making.flow import Flow
from ui.theme.theme import theme_of
from ui.widgets.avatar import paint_emblem
from ui.widgets.layouts import vbox
from ui.widgets.plain import visible
from ui.widgets.segmented import Segmented
from ui.widgets.select import Select

if TYPE_CHECKING:
    from ui.making.sheet import Sheet

PRONOUNS = (("she", "She"), ("he", "He"), ("they", "They"))


class Who(QWidget):
    """Question 1. ``fields`` are its answers by the names that notes use."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        a = sheet.answers
        self._sheet = sheet
        self.name = AskedLine("Name", a.name, example="Dana Okafor")
        self.role = AskedLine("Role", a.role, example="Head of sales")
        self.pronouns = Segmented("Pronouns", PRONOUNS, a.pronouns)
        known = dict(AUDIENCES)
        choices = [*AUDIENCES, *([] if a.audience in known else [(a.audience, visible(a.audience) or "Not said")])]
        self.audience = Select("Who they are to you", choices, a.audience)
        self.emblems = Emblems(a.emblem)
        self.summary = AskedLine(
            "In one sentence, if you like", a.summary, example="Built the first version herself, and still reads every complaint."
        )
        self.fields: dict[str, Asked] = {"name": self.name, "role": self.role, "summary": self.summary}
        card = question(
            1, "Who is it?", "The real person that you will meet. Guesses will do; you can change everything later.",
            self.name, Asked("Pronouns", self.pronouns), self.role, Asked("Who they are to you", self.audience),
            Asked("Emblem", self.emblems), self.summary,
        )  # fmt: skip
        self.setLayout(vbox(card))
        self.name.edited.connect(lambda text: sheet.change(name=text))
        self.role.edited.connect(lambda text: sheet.change(role=text))
        self.summary.edited.connect(lambda text: sheet.change(summary=text))
        self.pronouns.changed.connect(lambda key: sheet.change(pronouns=key))
        self.audience.changed.connect(self._choose_audience)
        self.emblems.changed.connect(lambda name: sheet.change(emblem=name))

    def _choose_audience(self, key: str) -> None:
        """An emblem that came with who they were goes with it; one that was picked stays."""
        a = self._sheet.answers
        follows = a.emblem == EMBLEM_OF.get(a.audience)
        emblem = EMBLEM_OF.get(key, a.emblem) if follows else a.emblem
        self._sheet.change(audience=key, emblem=emblem, complies=a.complies or key == "report")
        self.emblems.set_value(emblem)


class Work(QWidget):
    """Question 2."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        a = sheet.answers
        self._sheet = sheet
        self.measured = AskedText(
            "What they have to deliver",
            "\n".join(a.measured),
            "One thing a line, what counts most first.",
            "renewals\nno surprises in front of the board",
        )
        self.says = AskedText(
            "How they would say it, if you know",
            "\n".join(a.measured_says),
            "One wording a line. Left empty, it is made from the lines above.",
        )
        self.fields: dict[str, Asked] = {"measured": self.measured, "measured_says": self.says}
        card = question(
            2, "What are they measured on?", "In their words: it is what they say when you ask what counts for them.",
            self.measured, self.says,
        )  # fmt: skip
        self.setLayout(vbox(card))
        self.measured.edited.connect(lambda text: sheet.change(measured=lines(text)))
        self.says.edited.connect(lambda text: sheet.change(measured_says=lines(text)))


class LastTime(QWidget):
    """Question 3."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        a = sheet.answers
        self._sheet = sheet
        self.what = AskedLine("What they said no to", a.refused, example="the new billing system")
        self.why = AskedText(
            "Why, as far as you know", a.refused_why,
            "In their words, as they would tell it. They say it when you ask what is behind a worry.",
            "We paid for it twice, and nobody could show me what came back.",
        )  # fmt: skip
        self.worry = Select("The worry behind it")
        self.fields: dict[str, Asked] = {"refused": self.what, "refused_why": self.why}
        card = question(
            3, "What did they say no to last time?", "A real no tells more than a guess. Leave it empty where you know of none.",
            self.what, self.why, Asked("The worry behind it", self.worry),
        )  # fmt: skip
        self.setLayout(vbox(card))
        self.what.edited.connect(lambda text: sheet.change(refused=" ".join(text.split())))
        self.why.edited.connect(lambda text: sheet.change(refused_why=text))
        self.worry.changed.connect(lambda id: sheet.change(refused_worry=id))
        sheet.changed.connect(self._show_worries)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._show_worries()

    def _show_worries(self) -> None:
        sheet = self._sheet
        theirs = tuple((w.id, visible(sheet.label(w))) for w in sheet.answers.worries)
        choices = ((BY_WORDS, "Let the words decide"), *theirs, (NONE, "None of these"))
        if choices != self._shown:
            self._shown = choices
            wanted = sheet.answers.refused_worry
            self.worry.set_choices(choices)
            self.worry.set_value(wanted if wanted in dict(choices) else BY_WORDS)


class Emblem(QRadioButton):
    """One emblem to choose: a radio button, so that arrow keys and screen readers work; only the paint is ours."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setAccessibleName(f"Emblem: {name}")
        self.setToolTip(name.capitalize())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = max(32, theme_of(self).px(38))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_emblem(painter, rect.adjusted(5, 5, -5, -5), self.name, theme.dark)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.sp(9), theme.sp(9))


class Emblems(QWidget):
    """All emblems, one chosen. Signals: ``changed(str)`` the name, when a person chose another one."""

    changed = Signal(str)

    def __init__(self, value: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.setAccessibleName("Emblem")
        self._emblems = [Emblem(name) for name in EMBLEMS]
        flow = Flow(4)
        for number, emblem in enumerate(self._emblems):
            self._group.addButton(emblem, number)
            flow.addWidget(emblem)
        self.setLayout(flow)
        self._quiet = False
        self._group.idToggled.connect(self._toggled)
        self.set_value(value)

    def set_value(self, name: str) -> None:
        """Chooses without a signal."""
        self._quiet = True
        place = EMBLEMS.index(name) if name in EMBLEMS else 0
        self._group.button(place).setChecked(True)
        self._quiet = False
        self._rove()

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self._rove()
            if not self._quiet:
                self.changed.emit(self._emblems[number].name)

    def _rove(self) -> None:
        """Tab comes to the one that is chosen; the arrow keys do the rest."""
        for emblem in self._emblems:
            emblem.setFocusPolicy(Qt.FocusPolicy.StrongFocus if emblem.isChecked() else Qt.FocusPolicy.ClickFocus)
