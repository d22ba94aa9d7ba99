"""Server-sent events out of bytes that arrive in any pieces (HTML standard, 9.2.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    data: bytes


class Events:
    """Feed bytes, get whole events. Lines end with LF, CR or CRLF and nothing else; a BOM at the start is skipped."""

    def __init__(self) -> None:
        self._tail: list[bytes] = []  # pieces of the line that has not ended yet
        self._after_cr = False
        self._first = True
        self._name = ""
        self._data: list[bytes] = []

    def feed(self, data: bytes) -> list[Event]:
        if self._after_cr and data.startswith(b"\n"):  # CRLF, torn apart
            data = data[1:]
            self._after_cr = False
        if not data:
            return []
        self._after_cr = data.endswith(b"\r")
        first, *rest = _END.split(data)
        self._tail.append(first)
        found = []
        for following in rest:
            event = self._line(b"".join(self._tail))
            self._tail = [following]
            if event is not None:
                found.append(event)
        return found

    def end(self) -> list[Event]:
        """What the connection's end left over: some servers do not write the last empty line."""
        event = self._line(b"".join(self._tail))
        self._tail = []
        last = self._line(b"")
        return [e for e in (event, last) if e is not None]

    def _line(self, line: bytes) -> Event | None:
        if self._first:
            self._first = False
            line = line.removeprefix(_BOM)
        if not line:
            if not self._data:
                self._name = ""
                return None
            event = Event(self._name, b"\n".join(self._data))
            self._name, self._data = "", []
            return event
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            self._data.append(value)
        elif field == b"event":
            self._name = value.decode("utf-8", "replace")
        return None
