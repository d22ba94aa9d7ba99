"""What a server said about its trouble, made fit to show; and durations in words."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from rehearse.models.text import printable, repaired

TOLD = "The server"
LONGEST_WORDS = 200
_SECRETS = re.compile(r"(sk|pk|key|tok|gsk|xai)[-_][\w*.\-]{4,}|bearer\s+\S+|[\w\-]{32,}", re.I)


def server_words(body: object, key: str | None) -> str:
    """The message in an answer's body, in whatever place servers put it; nothing where there is only a page."""
    found = _message(body)
    if not found or "<" in found[:200]:
        return ""
    return scrub(found, key)


def _message(body: object, depth: int = 0) -> str:
    if isinstance(body, str):
        return body
    if isinstance(body, dict) and depth < 4:
        for name in ("error", "message", "detail"):
            found = _message(body.get(name), depth + 1)
            if found:
                return found
    if isinstance(body, list) and body and depth < 4:
        return _message(body[0], depth + 1)
    return ""


def scrub(text: str, key: str | None) -> str:
    """One short line without the key, or anything that looks like one."""
    text = repaired(text)
    if key:
        text = text.replace(key, "…")
    text = " ".join(printable(_SECRETS.sub("…", text[:2_000])).split())
    return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 1].rstrip() + "…"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks us to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110, 10.2.3)."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        given = headers.get(name)
        if not given:
            continue
        try:
            seconds = float(given) * unit
        except ValueError:
            try:
                seconds = parsedate_to_datetime(given).timestamp() - time.time()
            except (ValueError, OverflowError):
                continue
        if 0 <= seconds < 10_000_000:
            return seconds
    return None


def in_words(seconds: float) -> str:
    """`5 seconds`, `2 minutes`, `3 hours`; rounded up, so that waiting that long is enough."""
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= 2 * size or seconds == size:
            count = -int(-seconds // size)
            return f"{count} {name}{'' if count == 1 else 's'}"
    count = max(1, -int(-seconds // 1))
    return f"{count} second{'' if count == 1 else 's'}"
