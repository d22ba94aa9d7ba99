"""Appraisal, stance and source as JSON and back.

Reading forgives: keys it does not know are passed over, moves and verdicts of unknown kinds and parts without what they
need are left out. Writing leaves out what is empty where empty is the default (None, False, no items), so such a default
is never to be changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from rehearse.conversation import (
    MOVES,
    VERDICTS,
    Appraisal,
    ConcernState,
    ConcernVerdict,
    Move,
    Parked,
    Reason,
    Source,
    Stance,
)
from rehearse.library.text import storable_json

_T = TypeVar("_T")

# What the items of a field are, where they are not plain.
_ITEMS: dict[tuple[type, str], type] = {
    (Appraisal, "moves"): Move,
    (Appraisal, "concerns"): ConcernVerdict,
    (Stance, "concerns"): ConcernState,
    (Stance, "why"): Reason,
    (ConcernState, "parked"): Parked,
}
_KNOWN: dict[type, tuple[str, tuple[str, ...]]] = {Move: ("kind", MOVES), ConcernVerdict: ("verdict", VERDICTS)}


def to_json(value: Any) -> str:
    """JSON text of a dataclass of the conversation, or of a plain JSON value. Raises ValueError on NaN and infinity."""
    return json.dumps(storable_json(_plain(value)), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def appraisal(text: str | None) -> Appraisal | None:
    return _read(Appraisal, text)


def stance(text: str | None) -> Stance | None:
    return _read(Stance, text)


def source(text: str | None) -> Source | None:
    return _read(Source, text)


def json_object(text: str | None) -> dict[str, Any] | None:
    """A plain JSON object, None where there is none."""
    value = None if text is None else json.loads(text)
    return value if isinstance(value, dict) else None


@cache
def _fields(cls: Any) -> tuple[Field[Any], ...]:
    return fields(cls)


def _empty_by_default(field: Field[Any]) -> bool:
    if field.default_factory is not MISSING:
        return True  # only empty containers are made
    return field.default is not MISSING and (field.default is None or field.default is False or field.default == ())


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = {}
        for field in _fields(type(value)):
            inner = getattr(value, field.name)
            if _empty_by_default(field) and (inner is None or inner is False or inner in ((), {})):
                continue
            kept[field.name] = _plain(inner)
        return kept
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value


def _read(cls: type[_T], text: str | None) -> _T | None:
    return None if text is None else _thaw(cls, json.loads(text))


def _thaw(cls: type[_T], data: Any) -> _T | None:
    """The dataclass from its JSON object; None where it is not one or lacks what it needs."""
    if not isinstance(data, dict):
        return None
    known = _KNOWN.get(cls)
    if known and data.get(known[0]) not in known[1]:
        return None
    values = {}
    shape: Any = cls
    for field in _fields(shape):
        if field.name in data:
            values[field.name] = _thaw_field(_ITEMS.get((cls, field.name)), data[field.name])
        elif field.default is MISSING and field.default_factory is MISSING:
            return None
    return cls(**values)


def _thaw_field(item: type | None, value: Any) -> Any:
    if item is None:
        return tuple(value) if isinstance(value, list) else value
    if isinstance(value, list):
        return tuple(t for t in (_thaw(item, v) for v in value) if t is not None)
    if item is ConcernState and isinstance(value, dict):
        return {k: t for k, t in ((k, _thaw(item, v)) for k, v in value.items()) if t is not None}
    return _thaw(item, value)
