"""Every fault of the list by its name: what the server does in place of a good answer. `FAULTS` holds them all.

A fault is a coroutine that is handed the server, the request and where to write. It may call `server.answer` to go on
as if nothing were wrong.
"""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.server.wire import Out, Request, piece

if TYPE_CHECKING:
    from tests.server.server import Server

Fault = Callable[["Server", Request, Out], Awaitable[None]]
FAULTS: dict[str, Fault] = {}
PAGE = b"<!doctype html><html><head><title>Log in</title></head><body>Welcome to the airport</body></html>"
FOREVER = 3_600.0


def fault(function: Fault) -> Fault:
    FAULTS[function.__name__] = function
    return function


def refusal(name: str, status: int, message: str, code: str | None = None, **headers: str) -> None:
    async def refuse(server: Server, request: Request, out: Out) -> None:
        await out.refuse(status, message, code, {n.replace("_", "-"): v for n, v in headers.items()})

    FAULTS[name] = refuse


def page(name: str, status: int) -> None:
    async def show(server: Server, request: Request, out: Out) -> None:
        await out.whole(status, PAGE, {"Content-Type": "text/html"})

    FAULTS[name] = show


def events(name: str, *values: Any, done: bool = True, closing: bool = False) -> None:
    """A stream of exactly these events: bytes as they are, everything else as JSON."""

    async def stream(server: Server, request: Request, out: Out) -> None:
        await out.head(chunked=not closing)
        for value in values:
            await (out.part(value) if isinstance(value, bytes) else out.event(value))
        if done:
            await out.part(b"data: [DONE]\n\n")
        await out.end()

    FAULTS[name] = stream


HELLO, END = piece("Hello"), piece(finish="stop")

# F6-F13: statuses
refusal("f6_key_refused", 401, "Incorrect API key provided: sk-test-1234********cdef.", "invalid_api_key")
refusal("f7_forbidden", 403, "Your country is not supported.", "unsupported_country")
refusal("f8_no_model", 404, "The model `x` does not exist or you do not have access to it.", "model_not_found")
page("f8_wrong_address", 404)
refusal("f9_context", 400, "This model's maximum context length is 4096 tokens.", "context_length_exceeded")
refusal("f9_context_llama", 400, "the request exceeds the available context size, try increasing it")
refusal("f10_rate_limited", 429, "Rate limit reached.", "rate_limit_exceeded", Retry_After="1")
refusal("f10_rate_limited_soon", 429, "Rate limit reached.", "rate_limit_exceeded", retry_after_ms="40")
refusal("f11_rate_limited_long", 429, "Rate limit reached.", "rate_limit_exceeded", Retry_After="3600")
refusal("f12_quota", 429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota")
refusal("f13_500", 500, "The server had a hiccup.")
page("f13_502_page", 502)
refusal("f13_503_loading", 503, "Loading model")

# F20-F29: what is in the stream
events("f20_cut_closing", HELLO, done=False, closing=True)
events("f20_cut_closing_in_line", HELLO, b'data: {"choices":[{"del', done=False, closing=True)
events("f21_no_done", HELLO, END, done=False)
events("f21_no_finish", HELLO)
events("f22_malformed", HELLO, b"data: {half\n\n", piece("never shown"))
events("f22_not_json_first", b"data: this is no JSON\n\n")
events("f22_deep", HELLO, b"data: " + b"[" * 100_000 + b"\n\n")
events("f23_odd_events", b"data: []\n\n", b"data: null\n\n", b"data: 7\n\n", b'data: "x"\n\n', HELLO, END)
events(
    "f24_odd_choices",
    {"choices": []},
    {"usage": {"total_tokens": 3}},
    {"choices": None},
    {"choices": [None]},
    {"choices": [{"delta": None}]},
    {"choices": {"0": 1}},
    HELLO,
    END,
    {"choices": [], "usage": {"total_tokens": 3}},
)
events("f25_odd_content", piece(7), piece(["a"]), piece([{"type": "text", "text": "b"}]), HELLO, piece({"x": 1}), END)
events("f26_length", HELLO, piece(finish="length"))
events("f26_content_filter", HELLO, piece(finish="content_filter"))
events("f26_content_filter_at_once", piece(finish="content_filter"))
events("f26_refusal", piece(refusal="I cannot "), piece(refusal="help with that."), piece(finish="stop"))
events("f26_tool_calls", HELLO, piece(finish="tool_calls"))
events("f27_only_done")
events("f27_empty_body", done=False)
events("f27_blank", piece(" \n"), END)
events("f29_error", HELLO, {"error": {"message": "The model crashed.", "code": 500}})
events("f29_error_first", {"error": {"message": "The model crashed."}})
events("f29_error_string", HELLO, {"error": "out of memory"})
events("f29_error_event", HELLO, b"event: error\ndata: out of memory\n\n")
events("f29_error_context", {"error": {"message": "x", "type": "exceed_context_size_error"}})

# F30-F33: bytes
_ODD = piece("Größe 👩‍👩‍👧 \u2028 x")
_TEXT = json.dumps(_ODD, ensure_ascii=False).encode()
events("f30_crlf", b"data: " + _TEXT + b"\r\n\r\n", b'data:{"choices":[{"delta":{},"finish_reason":"stop"}]}\r\n\r\n')
events("f30_cr", b"data:" + _TEXT + b"\r\r", b"data: " + json.dumps(END).encode() + b"\r\r")
events(
    "f30_many_lines", b'data: {"choices":\ndata: [{"delta":{"content":"Hello"}}]}\n\n', b": ping\n\n", b"id: 7\nretry: 9\n\n", END
)
events("f31_bad_utf8", HELLO, b'data: {"choices":[{"delta":{"content":"\xff\xfe"}}]}\n\n')
events("f32_surrogates", piece("Hi \ud83d"), piece("\ude00 there\ud83d"), END)
events("f33_bom", b"\xef\xbb\xbfdata: " + json.dumps(HELLO).encode() + b"\n\n", END)
events("thoughts_tag", piece("<thi"), piece("nk>Let me see"), piece(" what</th"), piece("ink>\n\nHel"), piece("lo <b"), END)
events("thoughts_field", piece(reasoning_content="Hm."), piece(None, reasoning="Well."), HELLO, END)
events("thoughts_only", piece("<think>Hm, well"), piece(finish="length"))


@fault
async def f10_rate_limited_once(server: Server, request: Request, out: Out) -> None:
    """F14: once, then well."""
    if server.count == 1:
        await FAULTS["f10_rate_limited_soon"](server, request, out)
    else:
        await server.answer(request, out)


@fault
async def f13_500_once(server: Server, request: Request, out: Out) -> None:
    if server.count == 1:
        await FAULTS["f13_500"](server, request, out)
    else:
        await server.answer(request, out)


@fault
async def f15_closed(server: Server, request: Request, out: Out) -> None:
    out.keep = False


@fault
async def f15_reset(server: Server, request: Request, out: Out) -> None:
    out.reset()


@fault
async def f15_half_headers(server: Server, request: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\nContent-Ty")
    out.keep = False


@fault
async def f15_closed_once(server: Server, request: Request, out: Out) -> None:
    if server.count == 1:
        out.keep = False
    else:
        await server.answer(request, out)


@fault
async def f16_no_headers(server: Server, request: Request, out: Out) -> None:
    await asyncio.sleep(FOREVER)


@fault
async def f17_stall(server: Server, request: Request, out: Out) -> None:
    await out.head()
    await out.event(HELLO)
    await asyncio.sleep(FOREVER)


@fault
async def f18_pings(server: Server, request: Request, out: Out) -> None:
    await out.head()
    while True:
        await out.part(b": ping\n\n")
        await asyncio.sleep(0.01)


@fault
async def f18_pings_after_words(server: Server, request: Request, out: Out) -> None:
    await out.head()
    await out.event(HELLO)
    while True:
        await out.event(piece(""))
        await asyncio.sleep(0.01)


@fault
async def thoughts_long(server: Server, request: Request, out: Out) -> None:
    """Thinks for longer than silence is borne, then speaks."""
    await out.head()
    for _ in range(12):
        await out.event(piece(reasoning_content="Hm. "))
        await asyncio.sleep(0.05)
    await out.event(HELLO)
    await out.event(END)
    await out.end()


@fault
async def finish_and_stay(server: Server, request: Request, out: Out) -> None:
    """Says that it has finished, and leaves the line open."""
    await out.head()
    await out.event(HELLO)
    await out.event(END)
    await asyncio.sleep(FOREVER)


@fault
async def f19_cut_chunked(server: Server, request: Request, out: Out) -> None:
    await out.head()
    await out.event(HELLO)
    out.keep = False


@fault
async def f19_cut_reset(server: Server, request: Request, out: Out) -> None:
    await out.head()
    await out.event(HELLO)
    await asyncio.sleep(0.05)  # a reset overtakes what was not read yet
    out.reset()


@fault
async def f19_cut_before_words(server: Server, request: Request, out: Out) -> None:
    await out.head()
    out.keep = False


@fault
async def f27_204(server: Server, request: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 204 No Content\r\n\r\n")


@fault
async def f28_json(server: Server, request: Request, out: Out) -> None:
    """JSON that is no completion."""
    await out.json(200, {"status": "ok", "version": 3})


@fault
async def f28_json_whole(server: Server, request: Request, out: Out) -> None:
    """A server that does not stream: the whole completion at once."""
    choice = {"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}
    await out.json(200, {"object": "chat.completion", "choices": [choice]})


@fault
async def f28_json_error(server: Server, request: Request, out: Out) -> None:
    await out.json(200, {"error": {"message": "The model crashed."}})


page("f28_page", 200)


@fault
async def f28_plain_text(server: Server, request: Request, out: Out) -> None:
    await out.whole(200, b"It works!", {"Content-Type": "text/plain"})


@fault
async def no_content_type(server: Server, request: Request, out: Out) -> None:
    """Events without saying so."""
    data = b"".join(b"data: " + json.dumps(v).encode() + b"\n\n" for v in (HELLO, END))
    await out.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(data) + data)


@fault
async def f30_byte_by_byte(server: Server, request: Request, out: Out) -> None:
    await out.head()
    for byte in b"data: " + _TEXT + b"\n\ndata: " + json.dumps(END).encode() + b"\r\n\r\ndata: [DONE]\n\n":
        await out.part(bytes([byte]))
        await asyncio.sleep(0)
    await out.end()


@fault
async def f34_redirect_self(server: Server, request: Request, out: Out) -> None:
    await out.whole(307, b"", {"Location": request.path})


@fault
async def f34_redirect_away(server: Server, request: Request, out: Out) -> None:
    await out.whole(308, b"", {"Location": server.elsewhere + request.path})


@fault
async def f35_one_event(server: Server, request: Request, out: Out) -> None:
    await out.head()
    await out.event(piece("x" * 10_000_000))
    await out.end()


@fault
async def f35_many_events(server: Server, request: Request, out: Out) -> None:
    """Ten thousand events of one word: long, but a reply."""
    data = b"data: " + json.dumps(piece("word ")).encode() + b"\n\n"
    await out.head()
    for _ in range(100):
        await out.part(data * 100)
    await out.event(END)
    await out.end()


@fault
async def f36_gzip(server: Server, request: Request, out: Out) -> None:
    body = gzip.compress(b"data: " + b"0" * 20_000_000)
    await out.whole(200, body, {"Content-Type": "text/event-stream", "Content-Encoding": "gzip"})


@fault
async def f36_gzip_refusal(server: Server, request: Request, out: Out) -> None:
    await out.whole(400, gzip.compress(b"0" * 20_000_000), {"Content-Encoding": "gzip"})


@fault
async def f37_endless(server: Server, request: Request, out: Out) -> None:
    data = b"data: " + json.dumps(piece("again and ")).encode() + b"\n\n"
    await out.head()
    while True:
        await out.part(data * 50)


@fault
async def f37_no_newline(server: Server, request: Request, out: Out) -> None:
    await out.head()
    while True:
        await out.part(b"x" * 1_000_000)


@fault
async def f37_long_header(server: Server, request: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200_000 + b"\r\n\r\n")
    out.keep = False


@fault
async def f37_long_refusal(server: Server, request: Request, out: Out) -> None:
    """A refusal without end."""
    await out.raw(b"HTTP/1.1 400 No\r\nConnection: close\r\n\r\n")
    while True:
        await out.raw(b"y" * 100_000)


@fault
async def not_http(server: Server, request: Request, out: Out) -> None:
    await out.raw(b"-ERR unknown command 'POST'\r\n\r\n")
    out.keep = False


@fault
async def f5_https_wanted(server: Server, request: Request, out: Out) -> None:
    """What a TLS port writes to somebody who speaks http: an alert."""
    await out.raw(b"\x15\x03\x01\x00\x02\x02\x46")
    out.keep = False


@fault
async def f5_https_wanted_page(server: Server, request: Request, out: Out) -> None:
    body = b"<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>"
    await out.whole(400, body, {"Content-Type": "text/html"})


@fault
async def f1_key_in_words(server: Server, request: Request, out: Out) -> None:
    """Repeats the key in its refusal."""
    key = request.headers.get("authorization", "")
    await out.refuse(403, f"Not for {key}, {key.removeprefix('Bearer ')}!")
