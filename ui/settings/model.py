"""Who plays the people: the rules offline, a model on this computer, or a service with a key; and who judges."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rehearse.models.endpoint import LOCAL_SERVERS
from ui.desk import Desk
from ui.engine import Engine
from ui.settings.keep import Keep
from ui.settings.local import EVERY, LocalPanel
from ui.settings.parts import Fold, Number, group, numbered, quiet
from ui.settings.service import ServicePanel
from ui.settings.try_line import TryLine
from ui.settings.who import endpoint_of, kind_of, who_plays
from ui.widgets.announcer import Announcer
from ui.widgets.field import labelled
from ui.widgets.layouts import vbox, wrap
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

KINDS = (
    ("offline", "Offline, by rules (always works)"),
    ("local", "A model on this computer"),
    ("service", "A service with a key"),
)
_ABOUT_OFFLINE = (
    "Each person answers from their own file, by rules: no account, no key, no network. "
    "They listen for what you bring, object, and come round only when you have earned it."
)


class ModelSection(QWidget):
    """The part about models. Servers of this computer are looked for while it is on screen, and only then.

    Signals: ``closed_model()`` when a model was playing and the rules play from now on.
    """

    closed_model = Signal()

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        keep: Keep,
        announcer: Announcer,
        ports: Mapping[int, str] = LOCAL_SERVERS,
        every: float = EVERY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._keep, self._announcer = desk, keep, announcer
        kept = desk.settings
        # One address is kept in the settings; the other kind's is remembered until the program closes.
        self._known: dict[str, tuple[str, str]] = {}
        self._played = kind_of(kept)
        self._asked = ""  # the sentence that was announced last
        self.kinds = Segmented("Who plays the people?", KINDS, self._played)
        self.now, self.now_words, self._now_icon = quiet("", "shield", "text")
        self.offline_found = Text("", "body", "muted")
        self.offline = wrap(vbox(Text(_ABOUT_OFFLINE, "body", "muted"), self.offline_found, spacing=8))
        self.offline_found.hide()
        self.local = LocalPanel(engine, announcer, ports, every)
        self.service = ServicePanel(engine, desk, announcer)
        self.trying = TryLine(engine, desk, announcer)
        who = group("Who plays the people?", self.kinds, self.now, self.offline, self.local, self.service, self.trying)
        self.judge = Segmented("Who judges", (("offline", "Offline checks"), ("model", "The same model")), kept.judged_by)
        self.runs = Segmented("How often it judges", (("1", "Once"), ("3", "Three times")), str(kept.judge_runs))
        self._runs = labelled(
            "It judges", self.runs, "Three times takes three times as long; a check counts as most of them say."
        )
        self._judge_note = Text("", "caption", "subtle")
        judging = group("Judge with", self.judge, self._judge_note, self._runs)
        self.connect_limit = Number("Seconds to reach the server", 1, 60, kept.connect)
        self.tell_limit = Number("Seconds until you are told that it takes long", 2, 300, kept.tell)
        self.end_limit = Number("Seconds until it is ended", 5, 900, kept.end)
        limits = group(
            "Time limits",
            Fold(
                numbered("To reach the server", self.connect_limit),
                numbered("You are told after", self.tell_limit),
                numbered("It is ended after", self.end_limit),
                spacing=24,
            ),
            note="A model may take its time, but never yours without a word.",
        )
        self.setLayout(vbox(who, judging, limits, None, spacing=16))
        self._wire()
        self._fill_service()
        self.refresh()

    def _wire(self) -> None:
        keep = self._keep
        self.kinds.changed.connect(self._choose)
        self.local.use.connect(self._use)
        self.local.found.connect(self._tell_found)
        self.service.use.connect(self._use)
        self.service.key_changed.connect(self.trying.clear)
        self.trying.offline_wanted.connect(self.go_offline)
        self.trying.mend_wanted.connect(self._mend)
        self.judge.changed.connect(lambda who: keep.change(judged_by=who))
        self.runs.changed.connect(lambda runs: keep.change(judge_runs=int(runs)))
        self.connect_limit.chosen.connect(lambda seconds: keep.change(connect=float(seconds)))
        self.tell_limit.chosen.connect(lambda seconds: keep.change(tell=float(seconds)))
        self.end_limit.chosen.connect(lambda seconds: keep.change(end=float(seconds)))
        keep.kept.connect(self._kept)

    # ---- choosing

    def go_offline(self) -> None:
        """The rules play from now on."""
        self.kinds.set_value("offline")
        self._choose("offline")
        self.kinds.choices()[0].setFocus()

    def _choose(self, kind: str) -> None:
        """A kind was chosen. A server that is not known yet plays only once it is chosen too: until then the rules do."""
        self._remember()
        url, model = self._known.get(kind, ("", ""))
        self.trying.clear()
        if kind != "offline" and url and model:
            self._use(url, model)
        elif self._desk.settings.played_by != "offline":
            self._keep.change(played_by="offline")
        if kind == "service":
            self.service.fill(url, model)
        self.refresh()

    def _use(self, url: str, model: str) -> None:
        self.trying.clear()
        self._keep.change(url=url, model=model, played_by="model")

    def _remember(self) -> None:
        """What is in the settings stays known for its kind, so that one can go back and forth."""
        endpoint = endpoint_of(self._desk.settings)
        if endpoint is not None:
            own = "service" if self._known.get("service") == (endpoint.url, endpoint.model) else "local"
            self._known[own if endpoint.local else "service"] = (endpoint.url, endpoint.model)

    def _fill_service(self) -> None:
        self._remember()
        self.service.fill(*self._known.get("service", ("", "")))

    def _mend(self, kind: str) -> None:
        """Go to what is wrong: the key, the model or the address. A server of this computer that wants a key becomes a service."""
        if self.kinds.value == "local":
            if kind not in ("key_refused", "forbidden"):
                self.kinds.choices()[1].setFocus()
                return
            kept = self._desk.settings
            self._known["service"] = (kept.url, kept.model)
            self.kinds.set_value("service")
            self._choose("service")
        field = {"no_model": self.service.model, "wrong_address": self.service.address, "wrong_scheme": self.service.address}
        field.get(kind, self.service.key).setFocus()

    # ---- showing

    def _kept(self, names: list[str]) -> None:
        if "url" in names and self.kinds.value == "service":
            # A service may be on this computer too: it stays the service that was typed.
            self._known["service"] = (self._desk.settings.url, self._desk.settings.model)
        if {"url", "model", "played_by"} & set(names):
            played, self._played = self._played, kind_of(self._desk.settings)
            if played != "offline" and self._played == "offline":
                self.closed_model.emit()
        self.refresh()

    def refresh(self) -> None:
        """Shows what the settings say now."""
        kept, kind = self._desk.settings, self.kinds.value
        plays = bool(self._desk.plays) and endpoint_of(kept) is not None
        words = who_plays(kept)
        if not plays and kind == "local":
            words = "Choose a model below. Until then everybody plays by rules, offline."
        elif not plays and kind == "service":
            words = "Give an address and a model. Until then everybody plays by rules, offline."
        self.now_words.setText(words)
        away = plays and kind_of(kept) == "service"
        self._now_icon.set("plug" if away else "shield", "blue_text" if away else "accent_text")
        if words != self._asked and self.isVisible():
            self._announcer.say(self, words)
        self._asked = words
        self.offline.setHidden(kind != "offline")
        self.local.setHidden(kind != "local")
        self.service.setHidden(kind != "service")
        self.trying.setHidden(kind == "offline" or not plays)
        self.local.show_playing(*((kept.url, kept.model) if plays else ("", "")))
        by_model = kept.judged_by == "model"
        self._runs.setHidden(not by_model)
        self._judge_note.setText(
            "While no model plays, the offline checks judge."
            if by_model and not plays
            else "Checks by rule, the same each time, in a moment."
            if not by_model
            else "The model answers each check and quotes you; a quote that is not yours does not count."
        )
        for box, seconds in ((self.connect_limit, kept.connect), (self.tell_limit, kept.tell), (self.end_limit, kept.end)):
            if not box.hasFocus() or box.value() < seconds:
                box.set_value(seconds)

    def _tell_found(self, names: list[str]) -> None:
        listed = " and ".join(names) if len(names) < 3 else ", ".join(names)
        self.offline_found.setText(
            f"{listed} {'answers' if len(names) == 1 else 'answer'} on this computer, if you want a model."
        )
        self.offline_found.setHidden(not names)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.local.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.local.stop()
        super().hideEvent(event)
