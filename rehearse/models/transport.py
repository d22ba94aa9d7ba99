"""Builds the one client: everything explicit, nothing from the environment but a proxy for hosts that are not this computer."""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from rehearse import __version__
from rehearse.models.endpoint import Endpoint
from rehearse.models.faults import Sign, environment
from rehearse.models.keys import NO_KEY

if TYPE_CHECKING:
    import httpx2
    import openai

MOST_BYTES = 20_000_000  # of one answer
MOST_BYTES_REFUSED = 64_000  # of an answer that is not 200: its message stands at the beginning
PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy", "HTTP_PROXY")
CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


class Stage:
    """The last thing that a connection began to do: `connect_tcp`, `start_tls` ... `receive_response_body`.

    httpcore2 calls it at each step; it stands in the request's extensions, where a fault's explanation finds it.
    """

    def __init__(self) -> None:
        self.name = ""
        self._stream: Any = None

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        *_, name, state = event.split(".")
        if state == "started" and name != "response_closed":
            self.name = name
        elif name == "connect_tcp" and state == "complete":
            self._stream = info["return_value"]
        elif name == "start_tls" and state == "failed" and self._stream is not None:
            await self._stream.aclose()  # the library leaves it open when it is cancelled here


def build(endpoint: Endpoint, key: str | None, trust_env: bool) -> openai.AsyncOpenAI:
    """The client for an endpoint. Blocks for as long as its imports take: call it in a thread.

    Raises ServiceProblem("environment") where a proxy or certificate variable cannot be used.
    """
    import httpx2
    import openai

    class Plain(openai.AsyncOpenAI):
        """Sends these headers and no others: nothing of OPENAI_* and nothing about this computer."""

        @property
        def default_headers(self) -> dict[str, str | openai.Omit]:
            return {
                "Accept": "text/event-stream, application/json",
                "Accept-Encoding": "identity",
                "Content-Type": "application/json",
                "User-Agent": f"rehearse/{__version__}",
            }

    limits = endpoint.timeouts
    use_env = trust_env and not endpoint.local
    try:
        http = httpx2.AsyncClient(
            verify=_certificates(endpoint, trust_env),
            trust_env=use_env,
            follow_redirects=False,
            # Silence while reading is watched by the caller, which can tell a ping from a word.
            timeout=httpx2.Timeout(connect=limits.connect, read=None, write=limits.end, pool=limits.end),
            limits=httpx2.Limits(max_connections=8, max_keepalive_connections=2, keepalive_expiry=30.0),
            event_hooks={"request": [_before], "response": [_after]},
        )
    except (ImportError, ValueError, TypeError, OSError, httpx2.InvalidURL):
        raise environment(_culprit()) from None
    return Plain(
        api_key=key or NO_KEY,
        admin_api_key="",
        organization="",
        project="",
        webhook_secret="",
        base_url=endpoint.url,
        max_retries=0,
        http_client=http,
    )


async def _before(request: httpx2.Request) -> None:
    for name in [n for n in request.headers if n.lower().startswith("x-stainless")]:
        del request.headers[name]
    request.extensions = {**request.extensions, "trace": Stage()}


async def _after(response: httpx2.Response) -> None:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise Sign("packed")  # we asked for identity; unpacking may grow a thousandfold (F36)
    response.stream = _capped(response.stream, response.status_code)


def _capped(stream: object, status: int) -> httpx2.AsyncByteStream:
    import httpx2

    assert isinstance(stream, httpx2.AsyncByteStream)
    inner = stream

    class Capped(httpx2.AsyncByteStream):
        """Gives up after so many bytes: with a Sign in an answer, quietly in a refusal."""

        async def __aiter__(self) -> AsyncIterator[bytes]:
            room = MOST_BYTES if status < 300 else MOST_BYTES_REFUSED
            async for data in inner:
                room -= len(data)
                if room < 0:
                    if status < 300:
                        raise Sign("too_long")
                    return
                yield data

        async def aclose(self) -> None:
            await inner.aclose()

    return Capped()


def stage_of(exc: BaseException) -> str:
    """What the connection was doing when this was raised, where that is known."""
    try:
        stage = exc.request.extensions.get("trace")  # type: ignore[attr-defined]
    except (AttributeError, RuntimeError):
        return ""
    return stage.name if isinstance(stage, Stage) else ""


def proxy_variable(endpoint: Endpoint, trust_env: bool) -> str:
    """The variable that puts a proxy between us and this host, or nothing."""
    if endpoint.local or not trust_env:
        return ""
    return next((name for name in PROXIES if os.environ.get(name) and "http_" not in name.lower()), "")


def _certificates(endpoint: Endpoint, trust_env: bool) -> ssl.SSLContext:
    """What to trust. Plain http needs nothing, and must not be stopped by a variable about certificates."""
    if not endpoint.secure:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    import httpx2

    try:
        return httpx2.create_ssl_context(trust_env=trust_env)
    except (OSError, ValueError):
        raise environment(next((n for n in CERTIFICATES if os.environ.get(n)), CERTIFICATES[0])) from None


def _culprit() -> str:
    """The proxy variable that cannot be used: the first whose value httpx2 refuses."""
    import httpx2

    for name in PROXIES:
        value = os.environ.get(name)
        if not value:
            continue
        try:
            httpx2.AsyncHTTPTransport(proxy=httpx2.Proxy(value if "://" in value else f"http://{value}"))
        except (ImportError, ValueError, TypeError, OSError, httpx2.InvalidURL):
            return name
    return next((n for n in (*PROXIES, "no_proxy", "NO_PROXY") if os.environ.get(n)), "HTTPS_PROXY")
