"""Model servers on this computer: looked for while this is on screen, used only when chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from rehearse.models.endpoint import LOCAL_SERVERS
from ui.engine import Engine, Job
from ui.settings.parts import Fold, quiet
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.field import Field
from ui.widgets.layouts import Box, vbox
from ui.widgets.select import Select
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.models.discovery import Found

EVERY = 3.0  # seconds from one look to the next: a server that was just started shows up while one watches


class Server(QWidget):
    """One server that was found: its name, its address, its models, and the button to use it.

    Signals: ``use(str, str)`` its address and the model.
    """

    use = Signal(str, str)

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        self._plays = ("", "")
        where = found.url.removeprefix("http://").removesuffix("/v1")
        self.name = Text(found.name, "bodyb", wrap=False)
        self.place = Text(where, "caption", "muted", wrap=False)
        self.models = Select(f"Model of {found.name} at {where}")
        self.models.setMinimumContentsLength(16)
        self.none = Text("It has no model yet.", "body", "muted", wrap=False)
        self.button = Button("Use", "primary")
        self.button.setAccessibleName(f"Use {found.name} at {where}")
        self.button.clicked.connect(lambda: self.use.emit(self.found.url, self.models.value))
        self.chip = Chip("Plays now", "accent", "check")
        self.row = Fold(self.models, self.none, self.button, self.chip, spacing=12)
        self.setLayout(vbox(vbox(self.name, self.place, spacing=0), self.row, spacing=6))
        self.models.changed.connect(lambda _: self._mark())
        self.show_models(found.models)

    def show_models(self, models: Sequence[str]) -> None:
        """The models that it lists now; the one chosen stays where it is still there."""
        self.models.set_choices([(m, m) for m in models])
        self.models.setHidden(not models)
        self.none.setHidden(bool(models))
        self._mark()

    def show_playing(self, url: str, model: str) -> None:
        """Says which address and model play now, both empty where none does."""
        fresh = (url, model) != self._plays
        self._plays = (url, model)
        if fresh and url == self.found.url and self.models.findData(model) >= 0:
            self.models.set_value(model)
        self._mark()

    def _mark(self) -> None:
        playing = self._plays == (self.found.url, self.models.value) and bool(self.models.value)
        if playing and self.button.hasFocus():
            self.models.setFocus()  # the button goes away under the focus
        self.button.setHidden(playing or not self.models.count())
        self.chip.setHidden(not playing)
        self.row.fold()


class LocalPanel(QWidget):
    """What answers on this computer.

    Signals: ``use(str, str)`` the address and model that were chosen; ``found(list)`` the names of what answers, when that changed.
    """

    use = Signal(str, str)
    found = Signal(list)

    def __init__(
        self,
        engine: Engine,
        announcer: Announcer,
        ports: Mapping[int, str] = LOCAL_SERVERS,
        every: float = EVERY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._announcer = engine, announcer
        self.ports = dict(ports)
        self._job: Job | None = None
        self._playing = ("", "")
        self._servers: dict[str, Server] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(every * 1000))
        self._timer.timeout.connect(self._look)
        self._looking = False
        self._looked_at: frozenset[int] = frozenset()
        self._state, self._words, self._icon = quiet("Looking for model servers on this computer…", "search")
        self._missing, self._missing_words, _ = quiet("", "alert", "amber_text")
        self._missing.hide()
        self._list: Box = vbox(spacing=16)
        self.port = Field("Another port", example="5000", help="Where a server listens on a port of its own.")
        self.port.line.setMaximumWidth(240)
        self.port.finished.connect(self._add_port)
        self.setLayout(vbox(self._state, self._missing, self._list, self.port, spacing=12))

    # ---- looking

    def start(self) -> None:
        """Begin to look, now and every few seconds."""
        if not self._looking:
            self._looking = True
            self._look()

    def stop(self) -> None:
        """Look no more."""
        self._looking = False
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @property
    def looking(self) -> bool:
        """Whether servers are looked for just now."""
        return self._looking

    def hideEvent(self, event: QHideEvent) -> None:
        self.port.set_fault("")
        super().hideEvent(event)

    def _look(self) -> None:
        ports = dict(self.ports)
        self._looked_at = frozenset(ports)

        async def look() -> tuple[Found, ...]:
            from rehearse.models import discovery

            return await discovery.look(ports)

        self._job = self._engine.ask(look, self._show, lambda _: self._again())

    def _again(self) -> None:
        self._job = None
        if not self._looking:
            return
        if self._looked_at == self.ports.keys():
            self._timer.start()
        else:  # a port was named while the others were looked at
            self._look()

    def _show(self, found: tuple[Found, ...]) -> None:
        before = set(self._servers)
        for gone in before - {f.url for f in found}:
            server = self._servers.pop(gone)
            self._list.removeWidget(server)
            server.hide()
            server.deleteLater()
        for place, one in enumerate(found):
            known = self._servers.get(one.url)
            if known is None:
                server = Server(one)
                server.use.connect(self.use)
                self._servers[one.url] = server
                self._list.insertWidget(place, server)
                server.show_playing(*self._playing)
                self._announcer.say(self, f"{one.name} answers on this computer.")
            elif known.found.models != one.models:
                known.found = one
                known.show_models(one.models)
        self._words.setText(
            "These answer on this computer. Choose a model of one."
            if found
            else "No model server answers on this computer. Start Ollama, LM Studio, llama.cpp or vLLM: it shows up here by itself."
        )
        self._icon.set("laptop" if found else "search")
        self._tell_missing()
        if before != set(self._servers):
            self.found.emit([f.name for f in found])
        self._again()

    # ---- what is chosen

    def servers(self) -> list[Server]:
        """What was found, in the order on screen."""
        parts = (self._list.itemAt(i) for i in range(self._list.count()))
        return [server for part in parts if part is not None and isinstance(server := part.widget(), Server)]

    def show_playing(self, url: str, model: str) -> None:
        """Marks what plays now; both empty where nothing of this computer does."""
        self._playing = (url, model)
        for server in self._servers.values():
            server.show_playing(url, model)
        self._tell_missing()

    def _tell_missing(self) -> None:
        url, model = self._playing
        gone = bool(url) and url not in self._servers and not self._words.text().startswith("Looking")
        self._missing_words.setText(f"{model} was chosen at {url}, which does not answer now. Is it running?" if gone else "")
        self._missing.setHidden(not gone)

    def _add_port(self, text: str) -> None:
        text = text.strip()
        if not text:
            self.port.set_fault("")
            return
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65_535):
            self.port.set_fault("A port is a number from 1 to 65535.")
            return
        self.port.set_fault("")
        number = int(text)
        if number not in self.ports:
            self.ports[number] = f"Server on port {number}"
            self.port.set_help(f"Port {number} is looked at too, until you close the program.")
            if self._looking and self._job is None:
                self._timer.stop()
                self._look()
        self.port.set_text("")
