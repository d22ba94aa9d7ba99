"""From the bytes of a file that anybody may have written to plain data within limits: looked at, counted, cleaned, or refused."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rehearse.catalog.source import decode, read_bytes
from rehearse.errors import InputProblem
from rehearse.exchange.strictjson import load_json

MOST_BYTES = 8 * 1024 * 1024
MOST_ITEMS = 10_000  # of one list or one group of keys: 5 takes of 2,000 lines is the longest list that we write
MOST_VALUES = 400_000  # in the whole file: what fits into 8 MiB of nothing but brackets would take half a gigabyte
MOST_TEXT = 20_000  # characters of one text: the longest line of a meeting
MOST_KEY = 200
LARGEST = 2**53 - 1  # every program reads whole numbers alike up to here (RFC 8785, RFC 7493)
SEALED_TEXT = "age"  # the one key whose text may be as long as the file
_REMOVED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
# What other programs begin their files with.
_OTHERS = ((b"PK\x03\x04", "an archive"), (b"\x1f\x8b", "an archive"), (b"%PDF", "a PDF"), (b"\x80\x04", "a pickle"), (b"\x80\x05", "a pickle"))  # fmt: skip


@dataclass(slots=True)
class Cleaning:
    """What was done to the texts of a file, to be said in its preview."""

    removed: int = 0
    halves: int = 0
    hidden: int = 0
    values: int = field(default=0, repr=False)

    def notes(self) -> Iterator[str]:
        if self.removed:
            yield f"{self.removed:,} control characters were taken out."
        if self.halves:
            yield f"{self.halves:,} halves of characters were replaced by \ufffd."
        if self.hidden:
            yield f"{self.hidden:,} characters that cannot be seen or turn the text around are written out."


def read_data(path: Path) -> bytes:
    """The bytes of a plain file of at most 8 MiB, looked at before it is opened. Raises InputProblem."""
    return read_bytes(path, MOST_BYTES)


def load(raw: bytes, name: str) -> tuple[dict[str, Any], Cleaning]:
    """The object in these bytes, cleaned, and what was done to it. Raises InputProblem, one sentence."""
    if len(raw) > MOST_BYTES:
        raise InputProblem(f"{name}: it is larger than {MOST_BYTES // 2**20} MiB, more than a bundle may be.")
    for begins, what in _OTHERS:
        if raw.startswith(begins):
            raise InputProblem(f"{name}: this is {what}, not a bundle.", "A bundle is one JSON file that ends in .rehearse.")
    text = decode(raw, name)
    if not text.lstrip().startswith("{"):
        raise InputProblem(f"{name}:1: this is not a bundle: a bundle is one JSON object.")
    data = load_json(name, text)
    done = Cleaning()
    try:
        return {k: _clean(v, done, k, k == "takes") for k, v in _keys(data, done, False)}, done
    except _TooMuch as beyond:
        raise InputProblem(f"{name}: {beyond}.") from None


class _TooMuch(Exception):
    """A limit was passed; the words say which."""


def _keys(group: dict[str, Any], done: Cleaning, keep: bool) -> list[tuple[str, Any]]:
    if len(group) > MOST_ITEMS:
        raise _TooMuch(f"a group has {len(group):,} keys; {MOST_ITEMS:,} are the most")
    pairs = [(_text(k, done, keep, MOST_KEY, "a key"), v) for k, v in group.items()]
    if len(dict(pairs)) != len(pairs):
        raise _TooMuch("two keys of a group are the same but for characters that cannot be seen")
    return pairs


def _clean(value: Any, done: Cleaning, at: str, keep: bool) -> Any:
    """The same without what no text may hold. `keep` replaces one for one, so that places in the words of a meeting hold."""
    done.values += 1
    if done.values > MOST_VALUES:
        raise _TooMuch(f"it holds more than {MOST_VALUES:,} values")
    if isinstance(value, str):
        return _text(value, done, keep, MOST_BYTES if at == SEALED_TEXT else MOST_TEXT, at)
    if isinstance(value, dict):
        return {k: _clean(v, done, k, keep) for k, v in _keys(value, done, keep)}
    if isinstance(value, list):
        if len(value) > MOST_ITEMS:
            raise _TooMuch(f"{at[:60]} has {len(value):,} items; {MOST_ITEMS:,} are the most")
        return [_clean(v, done, at, keep) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise _TooMuch(f"{at[:60]} is a number that is too large")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise _TooMuch(f"{at[:60]} is a number over {LARGEST:,}")
    return value


def _text(text: str, done: Cleaning, keep: bool, most: int, at: str) -> str:
    if text.isascii() and text.isprintable() and len(text) <= most:
        return text
    text, removed = _REMOVED.subn("\ufffd" if keep else "", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        text, halves = _HALVES.subn("\ufffd", text)
        done.halves += halves
    done.removed += removed
    done.hidden += len(_HIDDEN.findall(text))
    if len(text) > most and at not in NAMES:
        raise _TooMuch(f"{at[:60]} has {len(text):,} characters; {most:,} are the most")
    return text


NAMES = frozenset(("name", "title"))
"""Keys whose text is cut at its limit instead of refused: nothing hangs on the end of a name."""
