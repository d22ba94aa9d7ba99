"""The server itself: answers like the service, records what it was sent, and does one fault where asked to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tests.server.brain import nod, obedient
from tests.server.faults import FAULTS
from tests.server.manner import Manner
from tests.server.wire import Out, Request, read_request

Brain = Callable[[list[dict[str, str]]], str]
Answer = Callable[[list[dict[str, str]], dict[str, Any]], Any]


class Server:
    """An OpenAI-compatible server on 127.0.0.1, in a thread of its own. Use it as a context manager.

    `brain` answers what `replies` (said one after the other) do not; `answer` makes the object for a JSON schema.
    `chunk` characters a piece, `rate` pieces a second (0 = as fast as it goes). `fault` names an entry of
    `tests.server.faults.FAULTS`, `manner` how it words a good answer. `forms` are the response formats that it takes,
    `roles` the roles, `refuses` the parameters that it does not take; `terse` = it names them and says no more.
    `requests` holds every request that came in; `connections` counts sockets, `open` those that are open now.
    """

    def __init__(
        self,
        brain: Brain = nod,
        *,
        replies: Iterable[str] = (),
        answer: Answer = obedient,
        fault: str | None = None,
        chunk: int = 4,
        rate: float = 0.0,
        models: Sequence[str] = ("small", "large"),
        forms: Sequence[str] = ("json_schema", "json_object"),
        roles: Sequence[str] = ("system", "user", "assistant"),
        refuses: Sequence[str] = (),
        terse: bool = False,
        manner: Manner = Manner(),  # noqa: B008  (a frozen value)
        tls: ssl.SSLContext | None = None,
        port: int = 0,
        elsewhere: str = "",
    ) -> None:
        if fault is not None and fault not in FAULTS:
            raise ValueError(f"no fault is called {fault!r}")
        self.brain, self.answer_object, self.fault = brain, answer, fault
        self.chunk, self.rate, self.models = chunk, rate, tuple(models)
        self.forms, self.roles, self.refuses = tuple(forms), tuple(roles), tuple(refuses)
        self.elsewhere, self.terse, self.manner = elsewhere, terse, manner
        self.answer_models: Any = None  # what GET /v1/models answers in place of the list
        self.requests: list[Request] = []
        self.connections = 0
        self.open = 0
        self.port = port
        self._replies = list(replies)
        self._tls = tls
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()), name="test-server", daemon=True)

    @property
    def url(self) -> str:
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self.port}/v1"

    @property
    def chats(self) -> list[Request]:
        """The questions to the model among the requests."""
        return [r for r in self.requests if r.path.endswith("/chat/completions")]

    @property
    def count(self) -> int:
        return len(self.chats)

    def __enter__(self) -> Server:
        self._thread.start()
        if not self._up.wait(10):
            raise RuntimeError("the test server did not start")
        return self

    def __exit__(self, *_: object) -> None:
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def serve_here(self) -> None:
        """Serve in this thread until interrupted, for use by hand."""
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        listening = await asyncio.start_server(self._connected, "127.0.0.1", self.port, ssl=self._tls)
        self.port = listening.sockets[0].getsockname()[1]
        self._up.set()
        await self._stop.wait()
        listening.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        self.open += 1
        try:
            await self._converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            pass
        finally:
            self.open -= 1
            self._tasks.discard(task)
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (request := await read_request(reader)) is not None:
            self.requests.append(request)
            out = Out(writer)
            work = asyncio.ensure_future(self._respond(request, out))
            gone = asyncio.ensure_future(self._gone(reader))
            try:
                await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                gone.cancel()
                finished = work.done()
                work.cancel()
                await asyncio.gather(work, gone, return_exceptions=True)
            if not finished or work.exception() is not None or not out.keep or writer.is_closing():
                return

    @staticmethod
    async def _gone(reader: asyncio.StreamReader) -> None:
        """Ends when the other side has hung up: a fault that waits for ever must see that."""
        while not reader.at_eof():
            await asyncio.sleep(0.005)

    async def _respond(self, request: Request, out: Out) -> None:
        if self.fault is not None and request.method == "POST":
            await FAULTS[self.fault](self, request, out)
        elif request.method == "GET" and request.path == "/v1/models":
            listed = [{"id": m, "object": "model"} for m in self.models]
            await out.json(200, self.answer_models or {"object": "list", "data": listed})
        elif request.path == "/v1/chat/completions":
            await self.answer(request, out)
        else:
            await out.refuse(404, "Not found")

    async def answer(self, request: Request, out: Out) -> None:
        """A good answer, or an honest refusal of what this server was told that it cannot do."""
        body = request.body
        form = body.get("response_format") or {}
        if form and form.get("type") not in self.forms:
            await out.refuse(400, f"'response_format.type' {form.get('type')} is not supported")
            return
        if any(m["role"] not in self.roles for m in body["messages"]):
            await out.refuse(400, "System role not supported")
            return
        for name in self.refuses:
            if name in body and body[name] is not False:
                await self._refuse(name, out)
                return
        cut = self.manner.lacks_room(body)
        text = "" if cut else self._text(body, form)
        if self.manner.whole or not body.get("stream"):
            await out.json(200, self.manner.object(text, cut))
        elif cut:
            await self._write(self.manner.only_thoughts(), out)
        else:
            await self.stream(text, out)

    async def _refuse(self, name: str, out: Out) -> None:
        if self.terse:  # as a validator of fields does
            detail = [{"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs are not permitted"}]
            await out.json(422, {"detail": detail})
            return
        instead = " Use 'max_completion_tokens' instead." if name == "max_tokens" else ""
        what = "Streaming" if name == "stream" else f"Unsupported parameter: '{name}'"
        await out.refuse(400, f"{what} is not supported with this model.{instead}")

    def _text(self, body: dict[str, Any], form: dict[str, Any]) -> str:
        if self._replies:
            return self._replies.pop(0)
        if form.get("type") == "json_schema":
            return json.dumps(self.answer_object(body["messages"], form["json_schema"]["schema"]))
        return self.brain(body["messages"])

    async def stream(self, text: str, out: Out) -> None:
        """Say this text, in pieces, at the server's rate."""
        await self._write(self.manner.events(text, self.chunk), out)

    async def _write(self, events: Iterable[dict[str, Any]], out: Out) -> None:
        await out.head()
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for number, event in enumerate(events):
            if self.rate:
                await asyncio.sleep(max(0.0, begun + (number - 1) / self.rate - loop.time()))
            await out.event(event)
        await out.part(b"data: [DONE]\n\n")
        await out.end()
