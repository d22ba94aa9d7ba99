"""Sending what was rehearsed: choose takes, write what you take from it, see what leaves and what stays, write the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from rehearse.errors import Problem
from rehearse.pitches import plain_form
from rehearse.review.mentor import LONGEST_NAME
from ui.assigned import telling, words
from ui.assigned.outgoing import Offer, Outgoing, Sent, Take, Written
from ui.desk import Desk
from ui.engine import Engine
from ui.library.jobs import Jobs
from ui.making.tabs import order
from ui.making.tick import Tick
from ui.settings.parts import Fold
from ui.team.line import TeamLine
from ui.team.team import SEALED_READS, WHO_READS, Team
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.field import Field
from ui.widgets.layouts import Box, clear, hbox, scroll, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.select import Select
from ui.widgets.switch import Switch
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from rehearse.bundles.folder import TeamFolder

_MEASURE = 760
_NARROW_EM = 44
_BRIEF = "Problem: …\nOutcome for them: …\nEvidence: … (source: …)\nSmallest step: …\nAsk: …"
_KEEP = 600  # milliseconds after the last key, when what was typed is kept


class SendingPage(QWidget):
    """Signals: ``closed()`` it was left or is done; ``begun()`` there is something to show; ``brief_wanted(str)`` a brief is to
    be prepared, or the one with this id written on."""

    closed = Signal()
    begun = Signal()
    brief_wanted = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._out = engine, desk, Outgoing(desk)
        self.team = Team.of(engine, desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.offer: Offer | None = None
        self.sent: Sent | None = None
        self.dialog: QFileDialog | None = None
        self.ticks: list[Tick] = []
        self._wanted = ""
        self._stale = False
        self.banner = Banner()
        self._body = vbox(spacing=12)
        self._column = wrap(vbox(self.banner, self._body, None, spacing=12))
        self._area = scroll(Host(vbox(hbox((self._column, 100), None), margins=(32, 24, 32, 24))), "Send what you rehearsed")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(whole.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP)
        self._keep.timeout.connect(self.keep_draft)
        self._sides: Box | None = None
        self.restyle()

    # ---- coming and going

    def begin(self, digest: str, rehearsal: str = "") -> None:
        """Offer what there is for an assignment, with the takes of one meeting chosen where it is named."""
        self.offer = self.sent = None
        self._wanted = rehearsal
        self.ticks = []
        clear(self._body)
        self.banner.hide()
        self._body.add(Text("Looking up what you rehearsed …", "body", "muted"))
        self.begun.emit()
        self._jobs.ask("offer", lambda: self._out.offer(digest), self.show_offer)

    def stop(self) -> None:
        """Drop what is being read; what was typed is kept."""
        self.keep_draft()
        self._jobs.stop()

    def leave(self) -> None:
        """Leave it; what was typed is there when one comes back."""
        self.keep_draft()
        self.closed.emit()

    def keep_draft(self) -> None:
        """Keep what was typed and not sent."""
        self._keep.stop()
        offer = self.offer
        if offer is not None and self.sent is None and self.written != offer.draft:
            digest, written = offer.about, self.written
            self._jobs.send(lambda: self._out.keep_draft(digest, written))

    def show_problem(self, problem: Problem) -> None:
        """What is in the way, above what was written."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), (), "amber", True)
        self._area.ensureWidgetVisible(self.banner)

    def take_focus(self) -> None:
        """The focus to what one does next."""
        first = self.ticks[0] if self.ticks else next((b for b in self.findChildren(Button) if b.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- what there is

    def show_offer(self, offer: Offer) -> None:
        """Show what can be chosen."""
        self.offer = offer
        clear(self._body)
        who = words.first_name(offer.asked.author.name)
        until = f"  ·  {words.due_words(offer.asked.due)}" if offer.asked.due else ""
        self._body.add(
            Text(f"Send to {who}", "h1"),
            Text(f"{words.name(offer.asked.title, 120)}{until}", "talk", "muted"),
            self._takes_card(offer),
            *(card for card in (self._words_card(offer),) if card is not None),
            self._sides_card(who),
            self._foot(offer, who),
        )
        self._show_all()
        self.team.show_ways(self.put, self.go)
        self._tell()
        order(self._area)
        if self.isVisible():
            self.take_focus()
        announce(self, f"Send to {who}. Choose what {who} gets to see.")

    def _show_all(self) -> None:
        for place in range(self._body.count()):
            widget = self._body.itemAt(place).widget()
            if widget is not None:
                widget.show()

    def _takes_card(self, offer: Offer) -> QWidget:
        card = Card(radius=14, pad=16)
        card.box.set_space(spacing=4)
        card.box.add(Text("Which takes", "title", wrap=False), 2)
        wanted = [t for t in offer.takes if str(t.meeting.record.id) == self._wanted][:1] or offer.takes[:1]
        self.ticks = []
        for take in offer.takes:
            tick = Tick(telling.take(take), take in wanted)
            tick.toggled.connect(lambda _on: self._tell())
            self.ticks.append(tick)
            card.box.add(tick)
        if not offer.takes:
            card.box.add(Text("Nothing was rehearsed in it yet.", "body", "muted"))
        return card

    def _words_card(self, offer: Offer) -> QWidget | None:
        """What can be written beside the takes; None where the mentor asked for neither."""
        self.reflection = TextBox("What you take from it", "What went better than last time, and where were you lost?", 3, 10)
        self.brief = TextBox("Your brief", _BRIEF, 5, 14)
        self.prepared: Select | None = None
        self.reflection.set_text(offer.draft.reflection)
        self.brief.set_text(offer.draft.brief)
        wanted = [
            (box, f"{label}  You can leave this empty.")
            for part, box, label in (
                ("reflection", self.reflection, "What you take from it, in your words."),
                ("brief", self.brief, "Your brief."),
            )
            if part in offer.asked.shows
        ]
        card = Card(radius=14, pad=16)
        card.box.set_space(spacing=6)
        for box, label in wanted:
            box.textChanged.connect(self._typed)
            title = Text(label, "caption", "muted")
            title.setBuddy(box)
            ground = Card("raised", 10, 0, "control", pad=10)
            ground.box.add(box)
            ground.show_focus_of(box)
            card.box.add(title, *([self._prepared(offer)] if box is self.brief else []), ground, 4)
        return card if wanted else None

    def _prepared(self, offer: Offer) -> Box:
        """Briefs that were prepared, to be chosen into it; and the way to prepare one."""
        way = Button("Prepare a brief" if not offer.briefs else "All briefs", "link", "pencil")
        way.clicked.connect(self._to_briefs)
        if not offer.briefs:
            return hbox(way, None)
        choices = [(p.brief.id, visible(p.title) + (f", for {visible(p.person)}" if p.person else "")) for p in offer.briefs]
        self.prepared = Select("Take one that you prepared", [("", "Take one that you prepared"), *choices])
        self.prepared.changed.connect(lambda id: self._take_prepared(offer, id))
        return hbox((self.prepared, 1), way, spacing=12)

    def _to_briefs(self) -> None:
        self.keep_draft()
        self._stale = True  # there may be another one when one comes back
        self.brief_wanted.emit("")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.offer is not None and self.sent is None:
            self.begin(self.offer.about, self._wanted)
        self._stale = False

    def _take_prepared(self, offer: Offer, id: str) -> None:
        found = next((p for p in offer.briefs if p.brief.id == id), None)
        if found is not None:
            self.brief.set_text(plain_form(found.brief).strip())

    def _sides_card(self, who: str) -> QWidget:
        self._leaves, self._stays = vbox(spacing=4), vbox(spacing=4)
        card = Card("sunken", 14, 0, None, pad=16)
        left = wrap(vbox(Text(f"{who} gets", "bodyb", wrap=False), 2, self._leaves, None, spacing=2))
        right = wrap(vbox(Text("Stays on this computer", "bodyb", wrap=False), 2, self._stays, None, spacing=2))
        self._sides = hbox((left, 1), (right, 1), spacing=24)
        card.box.add(self._sides)
        self._fold()
        return card

    def _foot(self, offer: Offer, who: str) -> QWidget:
        named = [p.name for p in offer.asked.to]
        name = self._desk.settings.signs_as or (named[0] if len(named) == 1 else "")
        self.name = Field("From", name, "Your name, as it stands in what you send.")
        self.name.line.setMaxLength(LONGEST_NAME)
        self.name.edited.connect(lambda _text: self._tell())
        self.seal = Switch(f"Seal it, so that only {who} can open it", bool(offer.asked.seal_to) and offer.signs)
        if not offer.asked.seal_to or not offer.signs:  # to show it here, before it is in the page, would open a window
            self.seal.hide()
        self.seal.toggled.connect(lambda _on: self._tell())
        self.how = Text("", "caption", "muted")
        self.go = Button("Write the file…", "primary", "send", tip="You choose where. Nothing is sent by itself")
        self.go.clicked.connect(self.ask_where)
        self.put = Button("Put it into the team folder", "primary", "folder")
        self.put.clicked.connect(self.put_it)
        leave = Button("Cancel", "ghost", tip="What you wrote is kept. Esc does the same")
        leave.clicked.connect(self.leave)
        name_row = hbox((self.name, 2), (wrap(vbox()), 1))
        return wrap(vbox(name_row, self.seal, self.how, Fold(self.put, self.go, leave, spacing=10), spacing=10))

    # ---- what is chosen

    @property
    def chosen(self) -> list[Take]:
        """The takes that are ticked."""
        takes = self.offer.takes if self.offer is not None else ()
        return [take for take, tick in zip(takes, self.ticks, strict=False) if tick.isChecked()]

    @property
    def written(self) -> Written:
        """What was written beside them."""
        return Written(self.reflection.text(), self.brief.text()) if self.offer is not None else Written()

    def _typed(self) -> None:
        self._keep.start()
        self._tell()

    def _tell(self) -> None:
        """Say again what leaves, and what stays."""
        offer = self.offer
        if offer is None or not hasattr(self, "go"):
            return
        sealed = self.seal.isChecked() and not self.seal.isHidden()
        leaves = telling.leaves(offer, self.chosen, self.written, self.name.text())
        _fill(self._leaves, leaves, "send", "accent_text")
        _fill(self._stays, telling.stays(offer, self.chosen), "shield", "muted")
        self.how.setText(telling.how(offer, words.first_name(offer.asked.author.name), sealed))
        self.go.setEnabled(bool(self.chosen))
        self.put.setEnabled(bool(self.chosen))
        self.put.set_tip(SEALED_READS if sealed else WHO_READS)

    # ---- the file

    def _is_whole(self) -> bool:
        """Whether nothing is missing; else the focus is where it is."""
        if self.offer is None or not self.chosen:
            return False
        named = bool(self.name.text().strip())
        self.name.set_fault("" if named else "Who is it from? Write your name.")
        if not named:
            self.name.setFocus()
        return named

    def put_it(self) -> None:
        """Put it into the team folder."""
        folder = self.team.folder
        if folder is not None and self._is_whole():
            self.write(folder)

    def ask_where(self) -> None:
        """Ask for the place of the file."""
        if self.offer is None or not self._is_whole():
            return
        dialog = QFileDialog(self, "Write the file", telling.stem(self.offer, self.name.text()), "To a mentor (*.rehearse)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("rehearse")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path | TeamFolder) -> None:
        """Write the file there, or into the team folder."""
        offer, chosen, written = self.offer, self.chosen, self.written
        if offer is None:
            return
        name, seal = self.name.text(), self.seal.isChecked() and not self.seal.isHidden()
        self.banner.hide()
        self._keep.stop()
        self._jobs.ask(
            "send",
            lambda: self._out.send(offer, chosen, written, name, path, seal),
            lambda sent: self._written(offer, written, sent, not isinstance(path, Path)),
        )

    def _written(self, offer: Offer, written: Written, sent: Sent, shared: bool = False) -> None:
        self.sent = sent
        self.ticks = []
        clear(self._body)
        who = words.first_name(offer.asked.author.name)
        card = Card(radius=14, pad=18)
        card.box.add(*(Text(line, "body") for line in telling.done(offer, written, sent, who, shared)))
        if shared:
            self.team.sent()
            card.box.add(TeamLine(self._engine, self._desk))
        show = Button("Show folder", "", "folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(sent.file.parent))))
        done = Button("Done", "primary", "check")
        done.clicked.connect(self.closed)
        self._body.add(
            Text("It is in the team folder" if shared else "Ready to hand over", "h1"),
            card,
            wrap(hbox(done, show, None, spacing=10)),
        )
        self._show_all()
        order(self._area)
        if self.isVisible():
            done.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, "It is in the team folder." if shared else f"Saved {sent.file.name}.")

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Keeps the measure, and folds."""
        self._column.setMaximumWidth(theme_of(self).px(_MEASURE))
        self._fold()

    def _fold(self) -> None:
        if self._sides is not None and self.offer is not None and self.sent is None:
            narrow = theme_of(self).em(self.width()) < _NARROW_EM
            self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def _fill(box: Box, lines: Sequence[str], icon: str, token: str) -> None:
    """The lines, each with an icon; nothing changes where they are the same."""
    shown = [text.text() for i in range(box.count()) if (w := box.itemAt(i).widget()) and (text := w.findChild(Text))]
    if shown == list(lines):
        return
    clear(box)
    for line in lines:
        row = wrap(hbox(wrap(vbox(Picture(icon, token, 14), None, margins=(0, 4, 0, 0))), (Text(line, "body"), 1), spacing=8))
        box.addWidget(row)
        row.show()
