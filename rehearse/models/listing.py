"""The names in a server's list of models, whatever shape the list has."""

from __future__ import annotations

from rehearse.models.faults import Sign
from rehearse.models.text import printable

MOST_MODELS = 1_000
LONGEST_NAME = 200


def names_of(value: object) -> tuple[str, ...]:
    """Sorted, each once. Raises Sign("not_a_model") where there is no list."""
    listed = value
    if isinstance(value, dict):
        listed = next((value[name] for name in ("data", "models") if isinstance(value.get(name), list)), None)
        if listed is None and "data" in value:
            listed = []  # an Ollama without models answers null
    if not isinstance(listed, list):
        raise Sign("not_a_model")
    names = {_name(entry) for entry in listed[:MOST_MODELS]}
    return tuple(sorted(n for n in names if n))


def _name(entry: object) -> str:
    if isinstance(entry, dict):
        entry = next((entry[k] for k in ("id", "model", "name") if isinstance(entry.get(k), str)), "")
    return printable(entry).strip()[:LONGEST_NAME] if isinstance(entry, str) else ""
