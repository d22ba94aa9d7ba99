"""Finds the JSON object in what a model wrote: alone, in a fence, in prose, after its thoughts."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

_FENCE = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.S)
_MOST_STARTS = 200  # places that are tried: a text of braces must not take for ever


def find_object(text: str) -> dict[str, Any] | None:
    """The object that was meant: the whole text, else the last fenced one, else the longest. NaN and infinity are refused."""
    text = text.rpartition("</think>")[2] or text
    for candidate in (text, *reversed(_FENCE.findall(text))):
        found = _load(candidate.strip())
        if found is not None:
            return found
    return _longest(text)


def _load(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _longest(text: str) -> dict[str, Any] | None:
    decoder = json.JSONDecoder(parse_constant=_refuse)
    best: dict[str, Any] | None = None
    size = 0
    at = text.find("{")
    for _ in range(_MOST_STARTS):
        if at < 0:
            break
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            if isinstance(value, dict) and end - at > size:
                best, size = value, end - at
        at = text.find("{", end)
    return best


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
