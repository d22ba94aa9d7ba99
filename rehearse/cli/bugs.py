"""A bug goes to the log: where it was and what kind, without the words of anybody, which may hold a key or a transcript."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime

from rehearse.paths import data_paths

_MOST_BYTES = 256 * 1024  # the log is begun anew over this


def note(fault: BaseException) -> str:
    """Write the places of a fault to the log. Returns a sentence that says where, or nothing where it could not be written."""
    places = [f"  {os.path.basename(f.filename)}:{f.lineno} {f.name}" for f in traceback.extract_tb(fault.__traceback__)]
    entry = "\n".join([f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(fault).__name__}", *places])
    try:
        folder = data_paths().logs
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        log = folder / "rehearse.log"
        whole = log.exists() and log.stat().st_size > _MOST_BYTES
        with log.open("w" if whole else "a", encoding="utf-8") as file:
            file.write(entry + "\n")
    except (OSError, RuntimeError):
        return f"({type(fault).__name__})"
    return f"Where: {log}"
