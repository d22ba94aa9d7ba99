"""Keys that no bundle may have: it says what is practised and what was said, never where a service is, with which key, or what to run."""

from __future__ import annotations

from typing import Any

from rehearse.errors import InputProblem

REFUSED = frozenset((
    "address", "api_key", "apikey", "authorization", "base_url", "cmd", "command", "commands", "endpoint", "endpoints", "env",
    "environment", "exec", "file", "files", "filename", "header", "headers", "host", "identity", "key", "keys", "model", "models",
    "password", "path", "paths", "private_key", "proxy", "run_command", "script", "secret", "server", "shell", "token", "uri", "url",
))  # fmt: skip
# Groups whose keys are words or ids of somebody's own, not names of ours.
_FREE = frozenset(("instead", "checks", "red_flags", "lines", "endings", "playtest", "weight", "weights", "concerns"))


def look(name: str, data: dict[str, Any]) -> None:
    """Raises InputProblem for the first key that is refused, with the place where it stands."""
    found = _find(data, "", False, False)
    if found:
        raise InputProblem(
            f"{name}: {found}: is not taken from a bundle.",
            "Addresses, keys, models, files and commands are chosen on your own computer.",
        )


def _find(value: Any, where: str, free: bool, said: bool) -> str:
    """`free`: the keys of this group are somebody's words. `said`: inside a meeting, which tells who spoke."""
    if isinstance(value, list):
        return next((f for n, v in enumerate(value) if (f := _find(v, f"{where}[{n}]", free, said))), "")
    if not isinstance(value, dict):
        return ""
    for key, inner in value.items():
        here = f"{where}.{key[:60]}" if where else key[:60]
        # In a meeting `model` tells by name who spoke or judged; nothing is ever called by it.
        tells = said and key == "model" and (inner is None or isinstance(inner, str))
        if not free and not tells and key.strip().casefold().replace("-", "_") in REFUSED:
            return here
        if found := _find(inner, here, key in _FREE and isinstance(inner, dict), said or (where == "" and key == "takes")):
            return found
    return ""
