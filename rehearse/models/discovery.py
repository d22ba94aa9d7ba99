"""Looks for model servers on this computer, on the ports they usually have; only when somebody asks."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from rehearse.models.endpoint import LOCAL_SERVERS
from rehearse.models.faults import Sign
from rehearse.models.listing import names_of
from rehearse.models.reply import read_json

PATIENCE = (
    2.0  # seconds for a server on this computer to answer; a busy one takes its time, and a port nobody has refuses at once
)
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A server that listed its models. `name` is the program that usually has this port; `url` is an address to keep."""

    name: str
    url: str
    models: tuple[str, ...]


async def look(
    ports: Mapping[int, str] = LOCAL_SERVERS, host: str = "127.0.0.1", patience: float = PATIENCE
) -> tuple[Found, ...]:
    """The servers that answer within `patience` seconds, in the order of `ports`. What does not answer is not there."""
    await asyncio.to_thread(__import__, "httpx2")
    found = await asyncio.gather(*(_ask(name, f"http://{host}:{port}/v1", patience) for port, name in ports.items()))
    return tuple(f for f in found if f is not None)


async def _ask(name: str, url: str, patience: float) -> Found | None:
    import ssl

    import httpx2

    try:
        async with (
            asyncio.timeout(patience),
            httpx2.AsyncClient(
                trust_env=False, follow_redirects=False, verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), timeout=patience
            ) as client,
            client.stream("GET", f"{url}/models", headers={"Accept-Encoding": "identity"}) as answer,
        ):
            if answer.status_code != 200 or answer.headers.get("content-encoding", "identity") != "identity":
                return None
            data = b""
            async for part in answer.aiter_raw():
                data += part
                if len(data) > MOST_BYTES:
                    return None
        return Found(name, url, names_of(read_json(data)))
    except (TimeoutError, Sign, OSError, httpx2.HTTPError, httpx2.StreamError):
        return None
