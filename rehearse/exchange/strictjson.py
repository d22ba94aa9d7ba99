"""JSON to and from other hands: what is safe to show, and an object of a known depth that every program reads alike."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from rehearse.errors import InputProblem

MOST_DEPTH = 20


# C0 but tab and line feed, DEL, C1, direction marks, line and paragraph separators, halves of characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: Mapping[str, Any]) -> str:
    """A JSON object as text that is safe to show: control and direction characters are escaped, nothing is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def load_json(name: str, text: str) -> dict[str, Any]:
    """Strict JSON: an object, no NaN, no key twice, at most 20 deep. Raises InputProblem with file:line."""

    def constant(word: str) -> Any:
        raise ValueError(f"{word} is no number")

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) != len(items):
            raise ValueError("a key stands twice")
        return found

    def whole(digits: str) -> int:
        if len(digits) > 20:
            raise ValueError("a number is longer than 20 digits")
        return int(digits)

    try:
        data = json.loads(text, parse_constant=constant, object_pairs_hook=pairs, parse_int=whole)
    except json.JSONDecodeError as fault:
        raise InputProblem(f"{name}:{fault.lineno}: this is not JSON ({fault.msg.lower()}).") from None
    except RecursionError:
        raise InputProblem(f"{name}: it is nested deeper than {MOST_DEPTH} levels.") from None
    except ValueError as fault:
        raise InputProblem(f"{name}: {fault}.") from None
    if not isinstance(data, dict):
        raise InputProblem(f"{name}:1: this is not a meeting.", "Name an export of a meeting.")
    if _deeper(data, MOST_DEPTH):
        raise InputProblem(f"{name}: it is nested deeper than {MOST_DEPTH} levels.")
    return data


def _deeper(value: object, levels: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    return levels == 0 or any(_deeper(v, levels - 1) for v in (value.values() if isinstance(value, dict) else value))
