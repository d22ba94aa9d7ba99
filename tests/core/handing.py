"""Homes that hand each other files: each with its own data folder and its own keyring, on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import keyring.backends.fail
import pytest

from rehearse.bundles import making, reading, signing
from rehearse.catalog.catalog import Catalog
from rehearse.paths import Paths, built_in
from tests.core.shell import Ran, Shell

SCENARIO = "trial-budget-from-finance"


class Ring(keyring.backend.KeyringBackend):
    """A keyring that keeps its secrets in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Home:
    """One person: a data folder, a keyring (or none), a name, and the command line in it."""

    def __init__(self, folder: Path, name: str, shell: Shell, patch: pytest.MonkeyPatch, *, ring: bool = True) -> None:
        self.home, self.name = folder, name
        self.ring = Ring() if ring else None
        self._shell, self._patch = shell, patch

    @contextmanager
    def in_it(self) -> Iterator[None]:
        before = keyring.get_keyring()
        keyring.set_keyring(self.ring or keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
        self._patch.setenv("REHEARSE_HOME", str(self.home))
        try:
            yield
        finally:
            keyring.set_keyring(before)

    def __call__(self, *arguments: object, lines: str | bytes = b"") -> Ran:
        with self.in_it():
            return self._shell(*arguments, lines=lines)

    def sends(self, command: str, *arguments: object, **more: Any) -> dict[str, Any]:
        """Make a bundle; what was printed about it."""
        ran = self(command, *arguments, "--name", self.name, "--json", **more)
        assert ran.code == 0, ran.err
        assert ran.json["format"] == "rehearse/handed@1"
        return ran.json

    def opens(self, *files: object) -> list[dict[str, Any]]:
        """Take files in; what was printed about them."""
        ran = self("open", *files, "--json")
        assert ran.code == 0, ran.err
        items: list[dict[str, Any]] = ran.json["items"]
        return items

    def lists(self, what: str) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self("list", what, "--json").json["items"]
        return items


def catalog(home: Path) -> Catalog:
    return Catalog(Paths(home), built_in())


def assignment(home: Path, author: str = "Dana Ruiz", key: str | None = None, **more: Any) -> dict[str, Any]:
    """The object of an assignment, signed where there is a key."""
    made = making.assignment(catalog(home), more.pop("scenario", SCENARIO), author, more.pop("to", ["Kofi Mensah"]), **more)
    return dict(making.finished(made, key).data)


def file_of(folder: Path, data: dict[str, Any], name: str = "x.rehearse") -> Path:
    path = folder / name
    path.write_bytes(making.to_bytes(data))
    return path


def read(data: dict[str, Any]) -> reading.Opened:
    return reading.read(making.to_bytes(data), "x.rehearse")


new_key = signing.new_key
