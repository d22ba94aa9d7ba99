"""One line as the rules heard it: the words, what of the wanted is in it, and what else it does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rehearse.review.heard import Heard, Point
from ui.review import words
from ui.widgets.layouts import Item, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text


class HeardLine(QWidget):
    """`title` says whose line it is."""

    def __init__(self, title: str, said: str, heard: Heard, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard = heard
        self.words = Text(words.quoted(said), "quote", italic=True)
        rows: list[Item] = [Text(title, "overline", "accent_text"), self.words]
        rows += [_point(p) for p in heard.points]
        rows += [Text(t, "caption", c) for t, c in ((also(heard), "muted"), (against(heard), "amber_text")) if t]
        if note:
            rows.append(Text(visible(note), "caption", "subtle"))
        self.setLayout(vbox(*rows, None, spacing=5))
        self.setAccessibleName(f"{title.capitalize()}. {spoken(heard)}")


def _point(point: Point) -> QWidget:
    icon, token = ("check", "accent_text") if point.met else ("x", "subtle")
    said = visible(point.words[:1].upper() + point.words[1:])
    text = Text(said, "bodyb" if point.wanted else "body", "text" if point.met else "muted")
    text.setAccessibleName(f"{said}: {'heard' if point.met else 'not heard'}")
    return wrap(hbox(wrap(vbox(Picture(icon, token, 14), None, margins=(0, 2, 0, 0))), (text, 1), spacing=7))


def also(heard: Heard) -> str:
    """``It asks an open question and says it back.``"""
    return f"It {_listed(heard.does)}." if heard.does else ""


def against(heard: Heard) -> str:
    """``It presses. That costs trust.``"""
    return f"It {_listed(heard.costs)}. That works against you." if heard.costs else ""


def spoken(heard: Heard) -> str:
    """All of it in a sentence or two, for screen readers."""
    met = [p for p in heard.points if p.met]
    first = f"{len(met)} of {len(heard.points)} heard." if heard.points else "Nothing heard."
    return " ".join(x for x in (first, also(heard), against(heard)) if x)


def _listed(found: tuple[str, ...]) -> str:
    shown = [one_line(x, 80) for x in found[:4]]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
