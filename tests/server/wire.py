"""HTTP by hand, so that a fault can be put at any byte: requests in, status lines, chunks and events out."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

CRLF = b"\r\n"


@dataclass(frozen=True)
class Request:
    """One request as it came in. `headers` have lower-case names."""

    method: str
    path: str
    headers: dict[str, str]
    raw: bytes = field(repr=False)

    @property
    def body(self) -> dict[str, Any]:
        return json.loads(self.raw) if self.raw else {}

    @property
    def messages(self) -> list[dict[str, str]]:
        return self.body.get("messages", [])


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request, or None where the other side has gone."""
    try:
        head = await reader.readuntil(CRLF + CRLF)
    except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = (first + "  ").split(" ", 2)
    headers = {n.lower().strip(): v.strip() for n, _, v in (line.partition(":") for line in lines) if n}
    raw = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path, headers, raw)


class Out:
    """Writes one answer."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self.chunked = False
        self.keep = True

    async def raw(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def head(self, status: int = 200, headers: dict[str, str] | None = None, *, chunked: bool = True) -> None:
        """Status line and headers of a streamed answer. Not chunked = ended by closing the connection."""
        given = {"Content-Type": "text/event-stream", **(headers or {})}
        self.chunked, self.keep = chunked, chunked
        given["Transfer-Encoding" if chunked else "Connection"] = "chunked" if chunked else "close"
        lines = "".join(f"{n}: {v}\r\n" for n, v in given.items())
        await self.raw(f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode())

    async def part(self, data: bytes) -> None:
        await self.raw(b"%x\r\n%b\r\n" % (len(data), data) if self.chunked else data)

    async def event(self, value: Any) -> None:
        await self.part(b"data: " + json.dumps(value).encode() + b"\n\n")

    async def end(self) -> None:
        if self.chunked:
            await self.raw(b"0\r\n\r\n")

    async def whole(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        """A complete answer with its length."""
        given = {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}
        lines = "".join(f"{n}: {v}\r\n" for n, v in given.items())
        await self.raw(f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode() + body)

    async def json(self, status: int, value: Any, headers: dict[str, str] | None = None) -> None:
        await self.whole(status, json.dumps(value).encode(), headers)

    async def refuse(self, status: int, message: str, code: str | None = None, headers: dict[str, str] | None = None) -> None:
        error = {"message": message, "type": "refused", "param": None, "code": code}
        await self.json(status, {"error": error}, headers)

    def reset(self) -> None:
        """Drop the connection with RST, so that the other side sees it at once."""
        import socket
        import struct

        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


def piece(text: Any = None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """One event's value, as the service words it."""
    delta = {"content": text} if text is not None else {}
    delta |= more
    return {
        "id": "c1",
        "object": "chat.completion.chunk",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
