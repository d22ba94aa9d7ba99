"""Minds for the test server: rules that can hold a meeting or fill a form, so that tests need no model."""

from __future__ import annotations

import re
from typing import Any


def nod(messages: list[dict[str, str]]) -> str:
    """Picks up the last figure or the last long word of what was said, so that a reply can be told from another."""
    said = next((m["content"] for m in reversed(messages) if m["role"] == "user"), "")
    figure = re.findall(r"\d[\d,.]*%?", said)
    words = re.findall(r"[A-Za-z]{5,}", said)
    about = figure[-1] if figure else words[-1].lower() if words else "that"
    return f"You said {about}. What would it cost us to wait until next quarter?"


def echo(messages: list[dict[str, str]]) -> str:
    return messages[-1]["content"]


def obedient(messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
    """The smallest value that fits a schema: first choice of an enum, empty lists, zeros, empty strings."""
    return _smallest(schema, schema)


def _smallest(schema: dict[str, Any], root: dict[str, Any]) -> Any:
    if "$ref" in schema:
        at: Any = root
        for step in schema["$ref"].lstrip("#/").split("/"):
            at = at[step]
        return _smallest(at, root)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for name in ("anyOf", "oneOf", "allOf"):
        if schema.get(name):
            return _smallest(schema[name][0], root)
    kind = schema.get("type", "object")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        properties = schema.get("properties", {})
        return {name: _smallest(properties.get(name, {}), root) for name in schema.get("required", properties)}
    if kind == "array":
        return [_smallest(schema.get("items", {}), root)] * schema.get("minItems", 0)
    return {"string": "", "integer": schema.get("minimum", 0), "number": 0.0, "boolean": False, "null": None}[kind]
