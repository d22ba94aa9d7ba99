"""Where a model is: an address, a model name, time limits. And what a key may look like."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rehearse.errors import InputProblem

# Local servers and the port that each uses unless told otherwise (their own documentation).
LOCAL_SERVERS = {11434: "Ollama", 1234: "LM Studio", 8080: "llama.cpp", 8000: "vLLM"}
LONGEST_URL = 2_000
LONGEST_MODEL = 200
LONGEST_KEY = 4_096


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Limits in seconds: `connect` to reach the server, `tell` after which silence is told, `end` after which it is over.

    `retry` is the pause before our one own try again, where the server names none.
    """

    connect: float = 5.0
    tell: float = 10.0
    end: float = 60.0
    retry: float = 1.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that was checked by `parse_endpoint`, without a slash at its end, and the model to ask for."""

    url: str
    model: str
    timeouts: Timeouts = field(default_factory=Timeouts)

    @property
    def host(self) -> str:
        """`host:port` (the port only where the address has one); names the server on screen and in the keyring."""
        return urlsplit(self.url).netloc

    @property
    def local(self) -> bool:
        """Whether the server is on this computer."""
        return is_loopback(urlsplit(self.url).hostname or "")

    @property
    def secure(self) -> bool:
        return self.url.startswith("https:")

    @property
    def program(self) -> str:
        """The program that usually listens on this port of this computer, or nothing."""
        return LOCAL_SERVERS.get(urlsplit(self.url).port or 0, "") if self.local else ""


def is_loopback(host: str) -> bool:
    """127.0.0.0/8, ::1 or `localhost`."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def parse_endpoint(url: str, model: str, timeouts: Timeouts | None = None) -> Endpoint:
    """Check an address and a model name as somebody typed them.

    https anywhere, http on this computer only; no user name, query or fragment; `/v1` is added where there is no path.
    Raises InputProblem with a sentence that says what to change.
    """
    return Endpoint(_clean_url(url), _clean_model(model), timeouts or Timeouts())


def _clean_url(url: str) -> str:
    url = url.strip()
    if not url:
        raise InputProblem("The address is empty.", "For Ollama on this computer it is http://127.0.0.1:11434/v1.")
    if len(url) > LONGEST_URL:
        raise InputProblem(f"The address is longer than {LONGEST_URL:,} characters.")
    if not url.isprintable() or " " in url or "\\" in url:
        raise InputProblem("The address has a space, a backslash or a control character in it.", "Copy it again.")
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        raise InputProblem("The address cannot be read.", "It looks like https://host:port/v1.") from None
    if parts.scheme not in ("http", "https") or "://" not in url:
        raise InputProblem("The address starts with https://, or http:// for a server on this computer.")
    if not host:
        raise InputProblem("The address names no host.", "It looks like https://host:port/v1.")
    if "@" in parts.netloc:
        raise InputProblem("The address holds a user name or password.", "Put the key into the field for the key.")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise InputProblem("The address has a part after ? or #.", "Leave that part out.")
    host = _clean_host(host)
    if parts.scheme == "http" and not is_loopback(host):
        raise InputProblem(f"http:// would send your words openly to {host}.", "Use https://, or a server on this computer.")
    if not parts.path.isascii():
        raise InputProblem("The path of the address has characters that an address cannot hold.", "Copy it again.")
    shown = f"[{host}]" if ":" in host else host
    netloc = f"{shown}:{port}" if port is not None else shown
    return f"{parts.scheme}://{netloc}{parts.path.rstrip('/') or '/v1'}"


def _clean_host(host: str) -> str:
    """The host in lower case and ASCII. `localhost` becomes 127.0.0.1: it may mean ::1, where few local servers listen."""
    if host.lower() == "localhost":
        return "127.0.0.1"
    try:
        return host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError:
        raise InputProblem("The host in the address cannot be read.", "Copy it again.") from None


def _clean_model(model: str) -> str:
    model = model.strip()
    if not model:
        raise InputProblem("No model is named.", "The server lists its models; choose one of them.")
    if len(model) > LONGEST_MODEL or not model.isprintable():
        raise InputProblem(f"The model name is longer than {LONGEST_MODEL} characters or has a control character in it.")
    return model


def clean_key(key: str) -> str:
    """The key without the space around it. Raises InputProblem where it cannot be one; never repeats the key."""
    key = key.strip()
    if not key:
        raise InputProblem("The key is empty.")
    if len(key) > LONGEST_KEY:
        raise InputProblem(f"The key is longer than {LONGEST_KEY:,} characters.", "Copy only the key itself.")
    if any(c.isspace() for c in key):
        raise InputProblem("The key has a space or a line break inside.", "Copy only the key itself.")
    if not key.isascii() or not key.isprintable():
        raise InputProblem("The key has a character that keys do not have.", "Copy only the key itself.")
    return key
