"""Holds a value against one of our published JSON Schemas, and says in a sentence what does not fit.

Only what these schemas use is understood; a test holds them and real validators against each other.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rehearse.errors import InputProblem

_FOLDER = Path(__file__).with_name("schemas")
_REF = ".schema.json"
NAMES = (
    "assignment", "brief", "feedback", "persona", "pitch", "rehearsal", "review", "rubric", "scenario", "sealed", "submission",
)  # fmt: skip
"""What `rehearse schema` prints."""
_CALLED = {
    "string": "a text", "number": "a number", "integer": "a whole number", "boolean": "true or false", "array": "a list",
    "object": "a group of keys", "null": "nothing",
}  # fmt: skip


_KINDS: dict[str, type] = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}
_Found = tuple[str, str] | None


def schema(name: str) -> dict[str, Any]:
    """A published schema, whole: what it refers to stands in its `$defs`. Raises InputProblem for a name there is none for."""
    if name not in NAMES:
        raise InputProblem(f'There is no schema "{name[:60]}".', f"There are: {', '.join(NAMES)}.")
    needed: dict[str, Any] = {}
    whole: dict[str, Any] = _local(_file(name), needed)
    if needed:
        whole["$defs"] = {part: needed[part] for part in sorted(needed)}
    return whole


@cache
def _file(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads((_FOLDER / f"{name}{_REF}").read_text("utf-8"))
    return loaded


@cache
def _whole(name: str) -> dict[str, Any]:
    return schema(name)


def _local(value: Any, needed: dict[str, Any]) -> Any:
    """The same with every `$ref` to another file led into `$defs`, which is filled on the way."""
    if isinstance(value, Mapping):
        named = value.get("$ref")
        if isinstance(named, str) and named.endswith(_REF):
            part = named.removesuffix(_REF)
            if part not in needed:
                needed[part] = {}
                inner = {k: v for k, v in _file(part).items() if k != "$schema"}
                needed[part] = _local(inner, needed)
            return {"$ref": f"#/$defs/{part}"}
        return {k: _local(v, needed) for k, v in value.items()}
    return [_local(v, needed) for v in value] if isinstance(value, list) else value


def misfit(name: str, value: object) -> str | None:
    """The first thing that does not fit the schema of this name, as `due.at: is not ...`; None where all fits."""
    whole = _whole(name)
    found = _misfit(whole, value, whole.get("$defs", {}))
    if found is None:
        return None
    where, what = found
    return f"{where.lstrip('.')}: {what}" if where else what


def _misfit(form: Mapping[str, Any], value: object, parts: Mapping[str, Any]) -> _Found:
    """The first misfit with its place. The place is put together on the way back, as most values fit."""
    if "$ref" in form:
        form = parts[form["$ref"].rpartition("/")[2]]
    if "anyOf" in form:
        fitting = [f for f in form["anyOf"] if _is(_type(f, parts), value)]
        if not fitting:
            return "", f"is {_kind(value)}, which it cannot be"
        found = [_misfit(f, value, parts) for f in fitting]
        return None if None in found else found[0]
    if "const" in form:
        return None if value == form["const"] else ("", f'is not "{form["const"]}"')
    if "enum" in form:
        fits = any(value == e and type(value) is type(e) for e in form["enum"])
        return None if fits else ("", f"is none of {', '.join(map(str, form['enum']))}")
    wanted = form.get("type", "")
    if not _is(wanted, value):
        return "", f"is {_kind(value)}, not {_CALLED[wanted]}"
    if isinstance(value, str):
        return _text(form, value)
    if isinstance(value, dict):
        return _group(form, value, parts)
    if isinstance(value, list):
        return _list(form, value, parts)
    if isinstance(value, (int, float)) and ("minimum" in form or "maximum" in form) and not isinstance(value, bool):
        low, high = form.get("minimum", -math.inf), form.get("maximum", math.inf)
        return None if low <= value <= high else ("", f"is not between {low} and {high}")
    return None


def _text(form: Mapping[str, Any], value: str) -> _Found:
    if len(value) > form.get("maxLength", math.inf):
        return "", f"has {len(value):,} characters; {form['maxLength']:,} are the most"
    if len(value) < form.get("minLength", 0):
        return "", "is empty" if not value else f"has fewer than {form['minLength']} characters"
    if "pattern" in form and not re.search(form["pattern"].replace("$", r"\Z"), value):
        return "", "does not have the form that is needed"
    return None


def _group(form: Mapping[str, Any], value: dict[str, Any], parts: Mapping[str, Any]) -> _Found:
    known, other = form.get("properties", {}), form.get("additionalProperties")
    for name in form.get("required", ()):
        if name not in value:
            return f".{name}", "is missing"
    for name, inner in value.items():
        of = known.get(name, other)
        if isinstance(of, Mapping) and (found := _misfit(of, inner, parts)):
            return f".{name[:60]}{found[0]}", found[1]
    return None


def _list(form: Mapping[str, Any], value: list[Any], parts: Mapping[str, Any]) -> _Found:
    if len(value) > form.get("maxItems", math.inf):
        return "", f"has {len(value):,} items; {form['maxItems']:,} are the most"
    if len(value) < form.get("minItems", 0):
        return "", "is empty"
    of = form.get("items", {})
    for number, inner in enumerate(value):
        if found := _misfit(of, inner, parts):
            return f"[{number}]{found[0]}", found[1]
    return None


def _type(form: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    if "$ref" in form:
        form = parts[form["$ref"].rpartition("/")[2]]
    return str(form.get("type", ""))


def _is(wanted: str, value: object) -> bool:
    if wanted == "integer":
        return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())
    if wanted == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return wanted not in _KINDS or isinstance(value, _KINDS[wanted])


def _kind(value: object) -> str:
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "array", dict: "object"}
    return _CALLED[names.get(type(value), "null")]
