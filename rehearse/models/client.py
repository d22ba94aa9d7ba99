"""A model, spoken to through its server: lines as a stream, structured replies, the list of models.

One coroutine world: cancelling the task that consumes stops the request within 100 ms in every state of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from rehearse.errors import ServiceProblem
from rehearse.models.endpoint import Endpoint, clean_key
from rehearse.models.events import Events
from rehearse.models.faults import LONGEST_RETRY, Case, Sign, explain, not_usable, silence
from rehearse.models.findjson import find_object
from rehearse.models.flow import Flow, drained
from rehearse.models.items import NOTES, Back, Chunk, Done, Item, Message, Note, Retry, Wait
from rehearse.models.listing import names_of
from rehearse.models.quirks import Ask, Quirks, learn
from rehearse.models.reply import Reply, read_json

if TYPE_CHECKING:
    import httpx2
    import openai

__all__ = ["NOTES", "Back", "Chunk", "Client", "Done", "Item", "Message", "Note", "Retry", "Wait"]

T = TypeVar("T")
Report = Callable[[Wait | Retry], None]

MOST_LESSONS = 7  # refusals that one question may teach us from
MOST_TAUGHT = 4_000  # characters of a refusal that are read for what it teaches
QUOTED_BACK = 4_000  # characters of an unusable reply that are shown to the model again


class Client:
    """Talks to one endpoint. Build it anywhere; use it in one event loop; `close` it there.

    `key` is checked here (InputProblem); None sends the word "none". With `trust_env` a proxy of the environment is used
    for hosts other than this computer, and SSL_CERT_FILE for https.
    """

    def __init__(self, endpoint: Endpoint, key: str | None = None, *, trust_env: bool = True) -> None:
        self.endpoint = endpoint
        self._key = clean_key(key) if key is not None else None
        self._trust_env = trust_env
        self._quirks = Quirks()
        self._made: openai.AsyncOpenAI | None = None
        self._making = asyncio.Lock()
        self._closed = False

    def __repr__(self) -> str:
        return f"Client({self.endpoint.host!r}, {self.endpoint.model!r})"

    async def warm(self) -> None:
        """Import what is needed, in a thread, and build the client. Opens no connection.

        Raises ServiceProblem("environment") where a proxy or certificate variable cannot be used.
        """
        await self._ready()

    async def close(self) -> None:
        """Close every connection. The client cannot be used afterwards."""
        self._closed = True
        made, self._made = self._made, None
        if made is not None:
            await made.close()

    async def stream(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int = 300,
        temperature: float = 0.8,
        stop: Sequence[str] = (),
    ) -> AsyncGenerator[Item, None]:
        """One line, as it is spoken. The last item is Done, unless ServiceProblem is raised: then keep what came.

        `max_tokens` is the longest reply; `temperature` 0-2; `stop` are texts that end it. Waits and our one own try
        again are items. Wrap it in `contextlib.aclosing` where the loop over it may be left early.
        """
        ask = Ask(tuple(messages), max_tokens, temperature, tuple(stop))
        async with aclosing(self._tried(ask)) as items:
            async for item in items:
                yield item.done() if isinstance(item, Reply) else item

    async def structured(
        self,
        messages: Sequence[Message],
        schema: dict[str, Any],
        validate: Callable[[object], T],
        *,
        name: str,
        max_tokens: int = 1_200,
        temperature: float = 0.0,
        report: Report | None = None,
    ) -> T:
        """One JSON object that fits `schema`, as what `validate` makes of it.

        `validate` raises ValueError, TypeError or KeyError for what does not fit; its message goes back to the model, once.
        Then ServiceProblem("not_usable"). `report` hears of waits and of a try again.
        """
        ask = Ask(tuple(messages), max_tokens, temperature, (), schema, name)
        why = ""
        for _ in range(2):
            reply = await self._whole(ask, report)
            if reply.finish == "content_filter" or reply.refusal:
                raise explain(Sign("refusal", "".join(reply.refusal)), self._case())
            found = find_object(reply.whole) or find_object(reply.thoughts)
            if found is not None:
                try:
                    return validate(found)
                except (ValueError, TypeError, KeyError) as fault:
                    why = str(fault)[:500]
            else:
                why = "It is no JSON object." if reply.finish != "length" else "It was cut off: be shorter."
            again = Message("user", f"That cannot be used: {why}\nAnswer again, with the whole JSON object and nothing else.")
            said = Message("assistant", reply.whole[:QUOTED_BACK] or "…")
            longer = 2 * max_tokens if reply.finish == "length" else max_tokens
            ask = replace(ask, messages=(*messages, said, again), max_tokens=longer, spell_out=True)
        raise not_usable(self.endpoint, why)

    async def models(self) -> tuple[str, ...]:
        """The names of the models that the server has, sorted. Raises ServiceProblem."""
        import httpx2

        case = self._case()
        try:
            async with asyncio.timeout(min(self.endpoint.timeouts.end, 2 * self.endpoint.timeouts.tell)):
                made = await self._ready()
                answer = await made.get("/models", cast_to=httpx2.Response)
                return names_of(read_json(answer.content))
        except TimeoutError:
            problem = silence(case, self.endpoint.timeouts.tell)
        except asyncio.CancelledError:
            raise
        except _foreseen() as exc:
            problem = self._explained(exc, case)
        raise problem

    async def _whole(self, ask: Ask, report: Report | None) -> Reply:
        async with aclosing(self._tried(ask)) as items:
            async for item in items:
                if isinstance(item, Reply):
                    return item
                if report is not None and isinstance(item, Wait | Retry):
                    report(item)
        raise AssertionError("a stream ends with its reply or a problem")

    async def _tried(self, ask: Ask) -> AsyncGenerator[Chunk | Back | Wait | Retry | Reply, None]:
        """The stream of `_once`, begun again at most one time, before anything was said; the countdown is visible.

        Where a model that thinks first had no room left to speak, it is asked once more with room for both.
        """
        retried = False
        while True:
            spoke = False
            try:
                async with aclosing(self._once(ask)) as items:
                    async for item in items:
                        if isinstance(item, Reply) and self._makes_room(ask, item):
                            break
                        spoke = not isinstance(item, Back) and (spoke or isinstance(item, Chunk))
                        yield self._heard(ask, item) if isinstance(item, Reply) else item
                    else:
                        return
                continue
            except ServiceProblem as problem:
                pause = problem.retry_after
                if spoke or retried or pause is None or pause > LONGEST_RETRY:
                    raise
            retried = True
            while pause > 0:
                yield Retry(pause)
                await asyncio.sleep(min(1.0, pause))
                pause -= 1.0

    def _makes_room(self, ask: Ask, reply: Reply) -> bool:
        """Learn from a reply that was all thought and cut at its length. True where it is worth asking again."""
        if reply.unopened and not self._quirks.inside:
            self._quirks = replace(self._quirks, inside=True)
        if not reply.only_thoughts or reply.finish != "length" or self._quirks.thinks or not self._quirks.limit:
            return False
        if ask.schema is not None and find_object(reply.thoughts) is not None:
            return False
        self._quirks = replace(self._quirks, thinks=True)
        return True

    def _heard(self, ask: Ask, reply: Reply) -> Reply:
        """The reply, where there is something in it. Raises ServiceProblem for a spoken line that says nothing."""
        problem: ServiceProblem | None = None
        if ask.schema is None:
            try:
                reply.done()
            except Sign as sign:
                problem = explain(sign, self._case(reply.spoke))
        if problem is not None:
            raise problem  # out here, so that nothing hangs on it
        return reply

    async def _once(self, ask: Ask) -> AsyncGenerator[Chunk | Back | Wait | Reply, None]:
        flow = Flow(self._quirks.inside)
        limits = self.endpoint.timeouts

        async def read(flow: Flow) -> None:
            try:
                await self._read(ask, flow)
            except asyncio.CancelledError:
                raise  # before the next line asks for types whose import may just be under way
            except _foreseen() as exc:
                if isinstance(exc, Sign) and exc.kind == "too_long":
                    flow.say(exc.what if isinstance(exc.what, str) else "")
                flow.stop(self._explained(exc, self._case(flow.reply.spoke)))

        def late(spoke: bool) -> ServiceProblem:
            return silence(self._case(spoke), limits.end)

        async with aclosing(flow.run(read, limits, late)) as items:
            async for item in items:
                yield item
        tail, problem = self._ended(flow.reply)
        if flow.reply.taken_back:
            yield Back()
        if tail:
            yield Chunk(tail)
        if problem is not None:
            raise problem
        yield flow.reply

    def _ended(self, reply: Reply) -> tuple[str, ServiceProblem | None]:
        """What was held back, and the problem where that makes it too long."""
        try:
            return reply.end(), None
        except Sign as sign:
            return sign.what if isinstance(sign.what, str) else "", explain(sign, self._case(reply.spoke))

    async def _read(self, ask: Ask, flow: Flow) -> None:
        response = await self._send(ask)
        try:
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind in ("text/event-stream", "", "text/plain", "application/octet-stream"):
                await self._read_events(response, flow, sure=kind == "text/event-stream")
            elif kind.endswith("json"):
                data = b"".join([part async for part in response.aiter_raw()])
                flow.say(flow.reply.take_whole(read_json(data)) if data.strip() else "")
                flow.reply.taken_back = False
            else:
                raise Sign("not_a_model")
        finally:
            await response.aclose()

    async def _read_events(self, response: httpx2.Response, flow: Flow, sure: bool) -> None:
        events = Events()
        parts = response.aiter_raw()
        async for data in parts:
            if (
                not sure
                and data.lstrip(b"\xef\xbb\xbf\r\n \t")
                and not data.lstrip(b"\xef\xbb\xbf\r\n \t").startswith((b"data:", b":", b"event:", b"id:", b"retry:"))
            ):
                raise Sign("not_a_model")
            sure = True
            self._take(events.feed(data), flow)
            if flow.reply.over:
                await drained(parts)
                return
            await asyncio.sleep(0)  # a server that never pauses must not starve the loop
        self._take(events.end(), flow, last=True)

    def _take(self, events: list[Any], flow: Flow, last: bool = False) -> None:
        """Text of these events, said in one piece; what came before a fault is said first."""
        said: list[str] = []
        try:
            for event in events:
                text = flow.reply.take(event)
                if flow.reply.taken_back:
                    flow.reply.taken_back = False
                    said.clear()
                    flow.take_back()
                said.append(text)
                if flow.reply.over:
                    break
        except Sign as sign:
            if not (last and sign.kind == "malformed"):  # half an event at the end of a cut line is no event (F20)
                flow.say("".join(said))
                raise
        flow.beat()
        flow.say("".join(said))

    async def _send(self, ask: Ask) -> httpx2.Response:
        """Ask, and ask again in the server's own way where its refusal says how; what worked is remembered."""
        import httpx2
        import openai

        made = await self._ready()
        quirks = begun = self._quirks
        for lesson in range(MOST_LESSONS + 1):
            body = ask.body(self.endpoint.model, quirks)
            try:
                response: httpx2.Response = await made.post(
                    "/chat/completions", cast_to=httpx2.Response, body=body, stream=True, stream_cls=openai.AsyncStream[Any]
                )  # type: ignore[assignment]
            except openai.APIStatusError as exc:
                taught = learn(quirks, exc.status_code, str(exc.body)[:MOST_TAUGHT], body)
                if taught is None or lesson == MOST_LESSONS:
                    raise
                quirks = taught
            else:
                if quirks is not begun:
                    self._quirks = replace(quirks, thinks=self._quirks.thinks, inside=self._quirks.inside)
                return response
        raise AssertionError("the last lesson raises or returns")

    async def _ready(self) -> openai.AsyncOpenAI:
        if self._closed:
            raise RuntimeError("this client was closed")
        if self._made is None:
            async with self._making:
                if self._made is None:
                    from rehearse.models import transport

                    self._made = await asyncio.to_thread(transport.build, self.endpoint, self._key, self._trust_env)
        return self._made

    def _case(self, spoke: bool = False) -> Case:
        from rehearse.models.transport import proxy_variable

        return Case(self.endpoint, self._key, spoke, proxy=proxy_variable(self.endpoint, self._trust_env))

    def _explained(self, exc: BaseException, case: Case) -> ServiceProblem:
        from rehearse.models.transport import stage_of

        return explain(exc, replace(case, stage=stage_of(exc)))


def _foreseen() -> tuple[type[BaseException], ...]:
    """What talking to a server may raise. Anything else is a bug and is raised as it is."""
    import anyio
    import httpx2
    import openai

    wire = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError, anyio.EndOfStream, anyio.BrokenResourceError)
    return (ServiceProblem, Sign, openai.OpenAIError, *wire)
