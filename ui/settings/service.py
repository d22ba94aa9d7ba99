"""A service with a key: its address, its model, and the key, which is never shown again once it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rehearse.errors import InputProblem, Problem
from rehearse.models.endpoint import Endpoint, parse_endpoint
from ui.desk import Desk
from ui.engine import Engine, Job
from ui.settings.parts import Fold, Rest, quiet
from ui.settings.try_line import plainly
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.layouts import vbox
from ui.widgets.rule import Rule
from ui.widgets.select import Select

if TYPE_CHECKING:
    from rehearse.models.keys import Where

_ANY_MODEL = "none"  # stands in where only the address is checked
_KEPT = {
    "keyring": "A key is kept in the system keyring.",
    "session": "A key is kept for this session only: there is no system keyring.",
}


class ServicePanel(QWidget):
    """Address, model and key of any server that speaks the OpenAI protocol.

    Signals: ``use(str, str)`` address and model, once both can be used; ``key_changed()`` after a key was kept or forgotten.
    """

    use = Signal(str, str)
    key_changed = Signal()

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._announcer = engine, desk, announcer
        self._listing: Job | None = None
        self._used = ("", "")
        self._asked = 0  # counts what was asked about keys, so that a late answer is known as one
        self._asked_for = ""  # the host whose key the words below the field speak of
        self.address = Field(
            "Address",
            example="https://api.example.com/v1",
            help="Any service that speaks the OpenAI protocol. http:// only on this computer.",
        )
        self.model = Field("Model", example="its name, as the service writes it")
        self.list_models = Button("List its models", icon="search")
        self._list_rest = Rest(self.list_models)
        self.models = Select("Models of the service")
        self.models.hide()
        self.key = Field("Key", secret=True, help="It goes to this service and nowhere else.")
        self.save = Button("Save key", "primary", icon="key")
        self._save_rest = Rest(self.save)
        self.forget = Button("Forget key")
        self.forget.hide()
        self._key_row, self._key_words, self._key_icon = quiet("", "key")
        self._key_row.hide()
        self.setLayout(
            vbox(
                self.address,
                self.model,
                Fold(self.list_models, self.models),
                Rule(),
                self.key,
                Fold(self.save, self.forget),
                self._key_row,
                spacing=12,
            )
        )
        self.address.edited.connect(lambda _: self.address.set_fault(""))
        self.model.edited.connect(lambda _: self.model.set_fault(""))
        self.key.edited.connect(lambda _: self.key.set_fault(""))
        self.address.finished.connect(lambda _: self.commit())
        self.model.finished.connect(lambda _: self.commit())
        self.list_models.clicked.connect(self._list_models)
        self.models.changed.connect(self._choose_model)
        self.key.line.returnPressed.connect(self.save_key)
        self.save.clicked.connect(self.save_key)
        self.forget.clicked.connect(self.forget_key)

    # ---- address and model

    def fill(self, url: str, model: str) -> None:
        """Shows what is in the settings."""
        self._used = (url, model)
        self.address.set_text(url)
        self.model.set_text(model)
        self.address.set_fault("")
        self.model.set_fault("")
        if self.isVisible():
            self._tell_key()

    def commit(self) -> bool:
        """Take what is written, where both can be used; else say at the field what to change. Whether both can be used."""
        url, model = self.address.text().strip(), self.model.text().strip()
        server = self._server() if url else None
        if server is None:
            return False
        self.address.set_text(server.url)
        self._tell_key()
        if not model:
            return False
        try:
            endpoint = parse_endpoint(server.url, model)
        except InputProblem as problem:
            self.model.set_fault(str(problem))
            return False
        if (endpoint.url, endpoint.model) != self._used:
            self._used = (endpoint.url, endpoint.model)
            self.use.emit(endpoint.url, endpoint.model)
        return True

    def _server(self) -> Endpoint | None:
        """The server at the address, else the fault is said at the field."""
        try:
            return parse_endpoint(self.address.text(), _ANY_MODEL)
        except InputProblem as problem:
            empty = not self.address.text().strip()
            self.address.set_fault(f"{problem.sentence} The service names it in its documentation." if empty else str(problem))
            return None

    # ---- its models

    def _list_models(self) -> None:
        server = self._server()
        if server is None:
            self.address.setFocus()
            return
        self._list_rest.begin()

        async def ask() -> tuple[str, ...]:
            from rehearse.models.client import Client

            client = Client(server, await self._desk.keys.get(server))
            try:
                await client.warm()
                return await client.models()
            finally:
                await client.close()

        self._listing = self._engine.ask(ask, self._show_models, self._no_models)

    def _show_models(self, models: tuple[str, ...]) -> None:
        self._list_rest.end()
        if not models:
            self.model.set_fault("The service lists no models. Write the name of one.")
            return
        now = self.model.text().strip()
        self.models.set_choices([("", "Choose a model"), *((m, m) for m in models)], now if now in models else "")
        self.models.show()
        self._announcer.say(self, f"The service has {len(models)} {'model' if len(models) == 1 else 'models'}.")

    def _no_models(self, problem: Problem) -> None:
        self._list_rest.end()
        self.model.set_fault(plainly(problem))

    def _choose_model(self, model: str) -> None:
        if model:
            self.model.set_text(model)
            self.model.set_fault("")
            self.commit()

    # ---- the key

    def save_key(self) -> None:
        """Keep the key for the host of the address. The field is emptied once it is kept."""
        server = self._server()
        if server is None:
            self.address.setFocus()
            return
        if not self.key.text().strip():
            self.key.set_fault("Put the key in first.")
            self.key.setFocus()
            return
        self._save_rest.begin()
        given = self.key.text()
        self._asked_for = server.host

        async def keep() -> Where:
            return await self._desk.keys.set(server, given)

        def kept(where: Where) -> None:
            self._save_rest.end()
            self.key.set_text("")
            self._show_key(True, where, server.host)
            self._announcer.say(self, _KEPT[where])
            self.commit()
            self.key_changed.emit()

        def refused(problem: Problem) -> None:
            self._save_rest.end()
            self.key.set_fault(str(problem))

        self._asked += 1
        self._engine.ask(keep, kept, refused)

    def forget_key(self) -> None:
        """Forget the key for the host of the address."""
        server = self._server()
        if server is None:
            return

        async def drop() -> bool:
            return await self._desk.keys.delete(server)

        def dropped(gone: bool) -> None:
            if self.forget.hasFocus():
                self.key.setFocus()
            words = f"The key for {server.host} is forgotten."
            if not gone:
                words = 'The keyring did not confirm that the key is gone. Look for "rehearse" in its own program.'
            self.forget.setHidden(gone)
            self._say_key(words, "info" if gone else "alert", "muted" if gone else "amber_text")
            self._announcer.say(self, words)
            self.key_changed.emit()

        self._asked += 1
        self._engine.ask(drop, dropped)

    def _tell_key(self) -> None:
        """Says whether a key is kept for the host of the address. The key itself never leaves the engine."""
        try:
            server = parse_endpoint(self.address.text(), _ANY_MODEL)
        except InputProblem:
            self._asked_for = ""
            self._key_row.hide()
            self.forget.hide()
            return
        if server.host == self._asked_for:
            return
        self._asked_for = server.host

        async def state() -> tuple[bool, Where]:
            keys = self._desk.keys
            where = await keys.look()
            return await keys.get(server) is not None, where

        self._asked += 1
        mine = self._asked

        def show(found: tuple[bool, Where]) -> None:
            if mine == self._asked:  # nothing was kept or forgotten meanwhile
                self._show_key(*found, server.host)

        self._engine.ask(state, show)

    def _show_key(self, kept: bool, where: Where, host: str) -> None:
        words = _KEPT[where] if kept else f"No key is kept for {host}. Some servers need none."
        self._say_key(words, "check" if kept else "key", "accent_text" if kept else "muted")
        self.forget.setHidden(not kept)

    def _say_key(self, words: str, icon: str, token: str) -> None:
        self._key_words.setText(words)
        self._key_words.set_color(token)
        self._key_icon.set(icon, token)
        self._key_row.show()

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_key()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed as a key and not saved does not stay; what is asked is asked no more, but for a key being kept."""
        self.key.set_text("")
        self.key.set_fault("")
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None
            self._list_rest.end()
        super().hideEvent(event)
