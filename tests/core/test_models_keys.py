"""Keys: the keyring where there is one, else this session; never in the way, never in a file. B50-B52."""

from __future__ import annotations

import asyncio
import threading
import time

import keyring.backend
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from rehearse.errors import InputProblem
from rehearse.models.endpoint import parse_endpoint
from rehearse.models.keys import Keys, env_key, system_keyring

HERE = parse_endpoint("http://127.0.0.1:11434", "small")
THERE = parse_endpoint("https://models.example/v1", "large")


class Ring(keyring.backend.KeyringBackend):
    """A keyring that keeps its secrets in memory."""

    priority = 1

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Refusing(Ring):
    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.PasswordSetError("no")


class PlaintextKeyring(Ring):
    pass


def test_a_key_goes_to_the_keyring_under_the_host_and_comes_back() -> None:
    ring = Ring()

    async def run() -> None:
        keys = Keys(lambda: ring)
        assert await keys.get(THERE) is None
        assert await keys.set(THERE, " sk-abc ") == "keyring"
        assert keys.where == "keyring"
        assert ring.held == {("rehearse", "models.example"): "sk-abc"}
        assert await Keys(lambda: ring).get(THERE) == "sk-abc"
        assert await keys.get(HERE) is None
        assert await keys.delete(THERE)
        assert await keys.delete(THERE)
        assert ring.held == {}
        assert await keys.get(THERE) is None

    asyncio.run(run())


def test_b50_without_a_keyring_a_key_lasts_for_this_session() -> None:
    async def run() -> None:
        keys = Keys(lambda: None)
        assert await keys.set(HERE, "sk-abc") == "session"
        assert keys.where == "session"
        assert await keys.get(HERE) == "sk-abc"
        assert await Keys(lambda: None).get(HERE) is None
        assert await keys.delete(HERE)
        assert await keys.get(HERE) is None

    asyncio.run(run())


def test_b51_a_keyring_that_refuses_is_replaced_by_memory() -> None:
    async def run() -> None:
        keys = Keys(Refusing)
        assert await keys.get(HERE) is None
        assert await keys.set(HERE, "sk-abc") == "session"
        assert await keys.get(HERE) == "sk-abc"

    asyncio.run(run())


def test_b51_a_keyring_that_hangs_never_blocks() -> None:
    let_go = threading.Event()

    class Hanging(Ring):
        def get_password(self, service: str, username: str) -> str | None:
            let_go.wait(30)
            return None

    async def run() -> None:
        keys = Keys(Hanging, timeout=0.1)
        beats = 0

        async def beat() -> None:
            nonlocal beats
            while True:
                beats += 1
                await asyncio.sleep(0.005)

        beating = asyncio.ensure_future(beat())
        begun = time.perf_counter()
        assert await keys.get(HERE) is None
        assert await keys.set(HERE, "sk-abc") == "session"  # asked no more
        assert await keys.get(HERE) == "sk-abc"
        assert time.perf_counter() - begun < 5
        assert beats > 5
        assert keys.where == "session"
        beating.cancel()

    begun = time.perf_counter()
    try:
        asyncio.run(run())
        assert time.perf_counter() - begun < 5
    finally:
        let_go.set()


def test_b51_waiting_for_a_keyring_can_be_stopped() -> None:
    let_go = threading.Event()

    async def run() -> None:
        task = asyncio.ensure_future(Keys(lambda: let_go.wait(30) and None).get(HERE))
        await asyncio.sleep(0.02)
        begun = time.perf_counter()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert time.perf_counter() - begun < 5

    try:
        asyncio.run(run())
    finally:
        let_go.set()


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, PlaintextKeyring])
def test_keyrings_that_keep_no_secret_count_as_none(
    backend: type[keyring.backend.KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", backend)
    assert system_keyring() is None


def test_of_a_chain_the_first_that_keeps_secrets_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setattr(keyring.backends.chainer.ChainerBackend, "backends", [PlaintextKeyring(), ring])
    monkeypatch.setattr(keyring, "get_keyring", keyring.backends.chainer.ChainerBackend)
    assert system_keyring() is ring


def test_the_key_of_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REHEARSE_API_KEY", raising=False)
    assert env_key() is None
    monkeypatch.setenv("REHEARSE_API_KEY", "  ")
    assert env_key() is None
    monkeypatch.setenv("REHEARSE_API_KEY", " sk-abc\n")
    assert env_key() == "sk-abc"
    monkeypatch.setenv("REHEARSE_API_KEY", "sk abc")
    with pytest.raises(InputProblem) as caught:
        env_key()
    assert "sk abc" not in str(caught.value)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.delenv("REHEARSE_API_KEY")
    assert env_key() is None
