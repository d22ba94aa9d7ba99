"""What is remembered of a team folder between two runs: when it was looked at, and what came from it and was not looked at yet.

A small file beside the settings, not in the library: it says nothing that others wrote, and may be deleted at any time.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

FORMAT = "rehearse/team@1"
MOST_BYTES = 1 << 20
MOST_NEW = 5_000  # digests; of more than anybody looks at the oldest are let go


class Memory(NamedTuple):
    """`looked` is the moment of the last whole look at `folder`, in ISO 8601; `new` the digests that nobody has looked at yet."""

    folder: str = ""
    looked: str = ""
    new: tuple[str, ...] = ()


def load(path: Path) -> Memory:
    """What is remembered; nothing where the file is not there or not ours. Never raises for what is in it."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return Memory()
        import json  # late: who has no team folder does not wait for it

        raw = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Memory()
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        return Memory()
    folder, looked, new = raw.get("folder"), raw.get("looked"), raw.get("new")
    return Memory(
        folder if isinstance(folder, str) else "",
        looked if isinstance(looked, str) else "",
        tuple(d for d in new if isinstance(d, str)) if isinstance(new, list) else (),
    )


def save(path: Path, memory: Memory) -> None:
    """Keep it. What cannot be kept is not told: at worst something is said to be new once more, or not."""
    import json
    import tempfile

    text = json.dumps({"format": FORMAT, **memory._asdict(), "new": list(memory.new[-MOST_NEW:])}, indent=1)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            os.replace(name, path)
        except OSError:
            Path(name).unlink(missing_ok=True)
