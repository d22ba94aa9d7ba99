"""Records that keep what they do not know: a frozen dataclass from a plain JSON object and back, nothing lost between.

A record that has a field `extra` holds there the keys that it has no field for; written again, they stand where they stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
EXTRA = "extra"


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def read(cls: type[_T], data: object, where: str = "") -> _T:
    """The record of a JSON object. A missing key takes its default. Raises ValueError, which names the place, for other data."""
    if not isinstance(data, Mapping) or not is_dataclass(cls):
        raise ValueError(f"{where or 'it'} is no group of keys")
    hints, values = _hints(cls), {}
    names = {f.name for f in fields(cls)}
    for field in fields(cls):
        place = f"{where}.{field.name}" if where else field.name
        if field.name == EXTRA:
            values[EXTRA] = {k: v for k, v in data.items() if k not in names or k == EXTRA}
        elif field.name in data:
            values[field.name] = _value(hints[field.name], data[field.name], place)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{place} is missing")
    return cls(**values)


def write(record: Any) -> dict[str, Any]:
    """The JSON object of a record: what is not at its default, and every key that it did not know."""
    out: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == EXTRA:
            continue
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if default is MISSING or value != default:
            out[field.name] = _plain(value)
    return out | {k: _plain(v) for k, v in getattr(record, EXTRA, {}).items()}


def unknown(record: Any, where: str = "") -> Iterator[str]:
    """The keys that a record and the records in it did not know, as `due.hour`."""
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == EXTRA:
            yield from (f"{where}{key}" for key in value)
        elif is_dataclass(value):
            yield from unknown(value, f"{where}{field.name}.")
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if is_dataclass(item):
                    yield from unknown(item, f"{where}{field.name}[{number}].")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return write(value)
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def _value(hint: Any, value: Any, where: str) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if value is None else _value(next(a for a in args if a is not type(None)), value, where)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{where} is no list")
        return tuple(_value(args[0], v, f"{where}[{n}]") for n, v in enumerate(value))
    if origin is Literal:
        if not isinstance(value, str) or value not in args:
            raise ValueError(f"{where} is none of {', '.join(map(str, args))}")
        return value
    if isinstance(hint, type) and is_dataclass(hint):
        return read(hint, value, where)
    if origin is not None:  # Mapping[str, Any]: data that is kept as it is
        if not isinstance(value, Mapping):
            raise ValueError(f"{where} is no group of keys")
        return value
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        words = {str: "text", int: "whole number", bool: "yes or no"}
        raise ValueError(f"{where} is no {words.get(hint, 'value of its kind')}")
    return value
