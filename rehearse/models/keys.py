"""Keys: in the system keyring, or in memory for this session. Never in a file of ours, a log or a message."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from typing import Any, Literal, Protocol, TypeVar

from rehearse.models.endpoint import Endpoint, clean_key

SERVICE = "rehearse"
VARIABLE = "REHEARSE_API_KEY"
NO_KEY = "none"  # sent where there is no key: local servers want the header, not what is in it

Where = Literal["keyring", "session"]
T = TypeVar("T")


class Backend(Protocol):
    """What we need of a keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def env_key() -> str | None:
    """The key of the command line, from REHEARSE_API_KEY. Raises InputProblem where it cannot be a key."""
    given = os.environ.get(VARIABLE, "")
    return clean_key(given) if given.strip() else None


def system_keyring() -> Backend | None:
    """The keyring of this computer, or None: no keyring, one that keeps nothing, or one that writes plain files.

    Blocks (imports, D-Bus): call it in a thread.
    """
    import keyring

    found: Any = keyring.get_keyring()
    chained = getattr(found, "backends", None)
    candidates = list(chained) if chained is not None else [found]
    return next((c for c in candidates if _keeps_secrets(c)), None)


def _keeps_secrets(backend: object) -> bool:
    kind = type(backend)
    name = f"{kind.__module__}.{kind.__qualname__}".lower()
    return not name.startswith(("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")) and "plaintext" not in name


class Keys:
    """Keys by endpoint. A keyring that is absent, locked or slow is left alone after `timeout` seconds: memory serves then."""

    def __init__(self, find: Callable[[], Backend | None] = system_keyring, timeout: float = 3.0) -> None:
        self._find = find
        self._timeout = timeout
        self._backend: Backend | None = None
        self._looked = False
        self._refused = False
        self._memory: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"Keys(where={self.where!r})"

    @property
    def where(self) -> Where:
        """Where keys are kept, as far as is known: `session` until a keyring has been found, and after it refused to keep one."""
        return "keyring" if self._backend is not None and not self._refused else "session"

    async def look(self) -> Where:
        """Look for a keyring, if that was not done yet, and say where keys are kept."""
        await self._open()
        return self.where

    async def answers(self) -> bool:
        """Whether there is a keyring and it answers when asked for a key. A locked one may first ask for its password."""
        backend = await self._open()
        return backend is not None and await self._ask(lambda: _answers(backend), False)

    async def get(self, endpoint: Endpoint) -> str | None:
        """The key for this server, or None. Never raises because of the keyring."""
        if endpoint.host in self._memory:
            return self._memory[endpoint.host]
        backend = await self._open()
        if backend is None:
            return None
        found = await self._ask(lambda: backend.get_password(SERVICE, endpoint.host), None)
        return found or None

    async def set(self, endpoint: Endpoint, key: str) -> Where:
        """Keep a key; says where it went. Raises InputProblem where it cannot be a key."""
        key = clean_key(key)
        backend = await self._open()
        if backend is not None and await self._ask(lambda: _store(backend, endpoint.host, key), False):
            self._memory.pop(endpoint.host, None)
            self._refused = False
            return "keyring"
        self._refused = True  # as a locked one does that has no screen to ask on
        self._memory[endpoint.host] = key
        return "session"

    async def delete(self, endpoint: Endpoint) -> bool:
        """Forget a key. False where the keyring did not confirm that it is gone."""
        self._memory.pop(endpoint.host, None)
        backend = await self._open()
        return backend is None or await self._ask(lambda: _remove(backend, endpoint.host), False)

    async def secret(self, name: str) -> str | None:
        """A secret of this program that is no server's key, as what signs a bundle: from the keyring or not at all. Never raises."""
        backend = await self._open()
        return None if backend is None else await self._ask(lambda: backend.get_password(SERVICE, name), None) or None

    async def keep_secret(self, name: str, secret: str) -> bool:
        """Keep such a secret where there is none of this name; one that is there stays. False where the keyring keeps neither.
        No host has a space in its name, so with one in `name` no server's key is ever in its place."""
        backend = await self._open()
        return backend is not None and await self._ask(lambda: _store_first(backend, name, secret), False)

    async def _open(self) -> Backend | None:
        if not self._looked:
            self._looked = True
            self._backend = await self._ask(self._find, None)
        return self._backend

    async def _ask(self, call: Callable[[], T], otherwise: T) -> T:
        """Run a call of the keyring in a thread of its own; `otherwise` when it is late or cannot.

        A daemon thread, not the loop's pool: a keyring that waits for its dialog must not hold up the end of the program.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T | None] = loop.create_future()
        heard = False

        def settle(value: T | None, ok: bool) -> None:
            nonlocal heard
            if not answer.done():
                heard = ok
                answer.set_result(value)

        def run() -> None:
            value, ok = None, False
            try:
                value, ok = call(), True
            except Exception:  # noqa: BLE001 - backends raise whatever their platform does; each means "no keyring"
                pass
            finally:
                if not loop.is_closed():
                    loop.call_soon_threadsafe(settle, value, ok)

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            async with asyncio.timeout(self._timeout):
                value = await answer
        except TimeoutError:
            self._backend = None  # locked or hung: asking again would hang again
            return otherwise
        return value if heard else otherwise  # type: ignore[return-value]


def _answers(backend: Backend) -> bool:
    backend.get_password(SERVICE, "doctor")  # nothing is kept under this name: only whether it can be asked counts
    return True


def _store(backend: Backend, host: str, key: str) -> bool:
    backend.set_password(SERVICE, host, key)
    return True


def _store_first(backend: Backend, name: str, secret: str) -> bool:
    # Asked in the same breath: a keyring that was locked a moment ago may hold one.
    if backend.get_password(SERVICE, name) is None:
        backend.set_password(SERVICE, name, secret)
    return True


def _remove(backend: Backend, host: str) -> bool:
    if backend.get_password(SERVICE, host) is not None:
        backend.delete_password(SERVICE, host)
    return True
