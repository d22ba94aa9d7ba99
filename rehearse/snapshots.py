"""People, scenarios and rubrics as they were: plain JSON objects of the domain types, and back.

A meeting and a review keep what they were held with, so that a file that changed or went away changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_MOST = 1e300  # NaN and infinity are not below it either


def to_plain(value: Any) -> dict[str, Any]:
    """A frozen dataclass as a plain JSON object, as it comes back from a file: with lists where tuples are."""
    return {name: _listed(inner) for name, inner in asdict(value).items()}


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _listed(inner) for name, inner in value.items()}
    return [_listed(inner) for inner in value] if isinstance(value, (list, tuple)) else value


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def from_plain(cls: type[_T], data: Mapping[str, Any]) -> _T:
    """The dataclass again. Unknown keys are passed over; a missing one takes its default. Raises ValueError for other data."""
    if not isinstance(data, Mapping) or not is_dataclass(cls):
        raise ValueError(f"this is no {cls.__name__}")
    hints = _hints(cls)
    values: dict[str, Any] = {}
    for field in fields(cls):
        if field.name in data:
            values[field.name] = _value(hints[field.name], data[field.name])
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{cls.__name__} has no {field.name}")
    return cls(**values)


def _value(hint: Any, value: Any) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if value is None else _value(next(a for a in args if a is not type(None)), value)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError("a list is needed here")
        inner = args[0] if len(args) == 2 and args[1] is Ellipsis else None
        if inner is None and len(value) != len(args):
            raise ValueError(f"{len(args)} items are needed here")
        return tuple(_value(inner or args[i], v) for i, v in enumerate(value))
    if origin is dict:
        if not isinstance(value, Mapping):
            raise ValueError("an object is needed here")
        return {str(k): _value(args[1], v) for k, v in value.items()}
    if origin is Literal:
        if value not in args:
            raise ValueError(f"{value!r:.40} is not one of {args}")
        return value
    if isinstance(hint, type) and is_dataclass(hint):
        return from_plain(hint, value)
    return _single(hint, value)


def _single(hint: Any, value: Any) -> Any:
    """A text, a number, yes or no. A whole number may stand for a number, nothing else for anything."""
    if hint is float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not -_MOST < value < _MOST:
            raise ValueError("a number is needed here")
        return value
    if hint in (str, int, bool) and (not isinstance(value, hint) or (hint is int and isinstance(value, bool))):
        raise ValueError(f"{hint.__name__} is needed here")
    return value
