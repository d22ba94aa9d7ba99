"""The icon set: 24 grid, 1.7 stroke, round ends. Recoloured by token, rasterised per pixel ratio, cached.

Nothing is imported or drawn before the first icon is asked for. The drawings are our own.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

ICONS: Final[dict[str, str]] = {
    "home": '<path d="M4 11.2 12 4.5l8 6.7V19a1.2 1.2 0 0 1-1.2 1.2H15v-6H9v6H5.2A1.2 1.2 0 0 1 4 19z"/>',
    "mic": '<rect x="9" y="3.5" width="6" height="10.5" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v2.7"/>',
    "cards": '<rect x="4" y="8" width="12.5" height="12" rx="2"/><path d="M8 4.5h10A1.8 1.8 0 0 1 19.8 6.3v9.5"/>',
    "chart": '<path d="M4.3 19.5V11M9.8 19.5V5M15.3 19.5v-6M20.3 19.5h-17M19.8 19.5V8.5"/>',
    "users": '<circle cx="9" cy="8.3" r="3.4"/><path d="M3 20c0-3.5 2.7-6 6-6s6 2.5 6 6M15.7 5.2a3.4 3.4 0 0 1 0 6.2'
    'M17.7 14.5c2 .9 3.3 2.9 3.3 5.5"/>',
    "user": '<circle cx="12" cy="8.3" r="3.6"/><path d="M5.5 20.2c0-3.7 2.9-6.4 6.5-6.4s6.5 2.7 6.5 6.4"/>',
    "sliders": '<path d="M4 7.5h8.5M17.5 7.5H20M4 16.5h2.5M11.5 16.5H20"/><circle cx="15" cy="7.5" r="2.3"/>'
    '<circle cx="9" cy="16.5" r="2.3"/>',
    "up": '<path d="M12 19V5.5M6.2 11.2 12 5.4l5.8 5.8"/>',
    "send": '<path d="M20 4.5 3.8 10.7l6.5 3 3 6.5zM20 4.5l-9.7 9.2"/>',
    "pause": '<path d="M9 6v12M15 6v12"/>',
    "play": '<path d="M8 5.3v13.4a.6.6 0 0 0 .9.5l10.3-6.7a.6.6 0 0 0 0-1L8.9 4.8a.6.6 0 0 0-.9.5z"/>',
    "stop": '<rect x="6.5" y="6.5" width="11" height="11" rx="1.6"/>',
    "check": '<path d="m5.5 12.7 4.2 4.2L18.7 7.7"/>',
    "dash": '<path d="M6.5 12h11"/>',
    "x": '<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>',
    "back": '<path d="M19 12H5.5M11.2 6.2 5.4 12l5.8 5.8"/>',
    "left": '<path d="m14.5 6-6 6 6 6"/>',
    "right": '<path d="m9.5 6 6 6-6 6"/>',
    "down": '<path d="m6 9.5 6 6 6-6"/>',
    "rise": '<path d="m6 14.5 6-6 6 6"/>',
    "flag": '<path d="M6 20.5V4.5c4-2 7 2 12 0V14c-5 2-8-2-12 0"/>',
    "chat": '<path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 17h-7l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9'
    'A1.5 1.5 0 0 1 5 5z"/>',
    "search": '<circle cx="11" cy="11" r="6.2"/><path d="m15.7 15.7 4.3 4.3"/>',
    "again": '<path d="M4.5 12a7.5 7.5 0 0 1 13-5.1L20 9.2M20 4.5v4.7h-4.7M19.5 12a7.5 7.5 0 0 1-13 5.1L4 14.8'
    'M4 19.5v-4.7h4.7"/>',
    "bulb": '<path d="M9 17.5h6M10 20.5h4M8.7 14.5C7 13.3 6 11.7 6 9.8a6 6 0 0 1 12 0c0 1.9-1 3.5-2.7 4.7-.5.4-.8.9-.8 1.5v1.5'
    'h-5V16c0-.6-.3-1.1-.8-1.5z"/>',
    "shield": '<path d="M12 3.5 5 6.2v5.3c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6.2z"/><path d="m9 12 2.2 2.2L15.2 10"/>',
    "doc": '<path d="M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5'
    'M9 13h6M9 16.5h4"/>',
    "plus": '<path d="M12 5.5v13M5.5 12h13"/>',
    "dots": '<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.6"/>',
    "diamond": '<path d="M12 4.5 19.5 12 12 19.5 4.5 12z"/>',
    "half": '<path d="M12 4.5 19.5 12 12 19.5 4.5 12z"/><path d="M12 4.5v15L4.5 12z" fill="currentColor"/>',
    "quote": '<path d="M9.5 7C7 8 5.5 10 5.5 13v4h5v-5h-3M18.5 7c-2.5 1-4 3-4 6v4h5v-5h-3"/>',
    "trash": '<path d="M4.5 6.8h15M9.5 6.8V5a1.2 1.2 0 0 1 1.2-1.2h2.6A1.2 1.2 0 0 1 14.5 5v1.8M6.5 6.8l.8 12a1.5 1.5 0 0 0 '
    '1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4l.8-12M10.2 10.5v6M13.8 10.5v6"/>',
    "undo": '<path d="M8.5 5 4.5 9l4 4M4.8 9h9.2a5 5 0 0 1 0 10h-3.5"/>',
    "copy": '<rect x="8.5" y="8.5" width="11" height="11.5" rx="2"/>'
    '<path d="M15.5 8.5V6a1.8 1.8 0 0 0-1.8-1.8H6.3A1.8 1.8 0 0 0 4.5 6v7.7A1.8 1.8 0 0 0 6.3 15.5h2.2"/>',
    "folder": '<path d="M3.8 18V6.5A1.5 1.5 0 0 1 5.3 5h4l2 2.5h7.4a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H5.3'
    'A1.5 1.5 0 0 1 3.8 18z"/>',
    "key": '<circle cx="8.2" cy="15.8" r="4"/><path d="M11.1 12.9 19.5 4.5M16 8l3 3M13.6 10.4l1.7 1.7"/>',
    "plug": '<path d="M9 3.8v4.7M15 3.8v4.7M6.5 8.5h11v2.8a5.5 5.5 0 0 1-11 0zM12 16.8v3.7"/>',
    "branch": '<circle cx="7" cy="5.8" r="2.1"/><circle cx="7" cy="18.2" r="2.1"/><circle cx="17" cy="8.3" r="2.1"/>'
    '<path d="M7 7.9v8.2M17 10.4c0 3.2-2.2 4-5 4.3-2.4.3-4.2.5-5 1.4"/>',
    "clock": '<circle cx="12" cy="12" r="8.2"/><path d="M12 7.3V12l3.2 2"/>',
    "info": '<circle cx="12" cy="12" r="8.2"/><path d="M12 11.3v5M12 7.9h.01"/>',
    "alert": '<path d="M12 4.3 3.6 18.8a.8.8 0 0 0 .7 1.2h15.4a.8.8 0 0 0 .7-1.2zM12 10v4.2M12 17h.01"/>',
    "download": '<path d="M12 4.5v10.5M6.8 10.2 12 15.4l5.2-5.2M5 19.5h14"/>',
    "laptop": '<rect x="5" y="5" width="14" height="10" rx="1.5"/><path d="M3 19h18"/>',
    "pencil": '<path d="m5 15.5-.8 4.3 4.3-.8L19.3 8.2a1.6 1.6 0 0 0 0-2.3l-1.2-1.2a1.6 1.6 0 0 0-2.3 0zM14 6.5l3.5 3.5"/>',
    "sun": '<circle cx="12" cy="12" r="3.7"/><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18'
    'M6 18l1.4-1.4M16.6 7.4 18 6"/>',
}


class Icons:
    """Draws icons into pixmaps and keeps them. One per theme; ``clear`` forgets all."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, str, int, float, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, pixel_ratio: float = 1.0, stroke: float = 1.7) -> QPixmap:
        """A square pixmap of ``size`` device-independent pixels in ``colour``, which is ``#RRGGBB``.

        Raises KeyError for an unknown name.
        """
        key = (name, colour, size, pixel_ratio, stroke)
        if key not in self._pixmaps:
            self._pixmaps[key] = _draw(ICONS[name], colour, size, pixel_ratio, stroke)
        return self._pixmaps[key]

    def clear(self) -> None:
        self._pixmaps.clear()

    def __len__(self) -> int:
        return len(self._pixmaps)


def _draw(shape: str, colour: str, size: int, pixel_ratio: float, stroke: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" color="{colour}" stroke="{colour}" stroke-width="{stroke}" '
        f'stroke-linecap="round" stroke-linejoin="round">{shape}</svg>'
    )
    side = max(1, round(size * pixel_ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap
