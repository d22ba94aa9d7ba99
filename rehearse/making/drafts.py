"""Answers that were not saved yet, kept until they are: one file for each person that is made, made alike or edited."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import NamedTuple

from rehearse.making.answers import MINUTES, PATIENCE, Answers
from rehearse.making.keeping import write_over
from rehearse.making.origin import Origin
from rehearse.personas import EMBLEMS, REGISTERS
from rehearse.snapshots import from_plain, to_plain

FORMAT = "rehearse/draft@1"
MOST_BYTES = 512 * 1024
_KEY = re.compile(r"(?:new|like-[a-z0-9-]{1,64}|edit-[a-z0-9-]{1,64})")


class Draft(NamedTuple):
    """What was answered so far. `digest` is that of the file as it was when it was begun, for one that is edited."""

    answers: Answers
    digest: str = ""


def file_of(folder: Path, origin: Origin) -> Path | None:
    """Where the draft of this origin stands; None for an id that is no file name."""
    return folder / f"{origin.key}.json" if _KEY.fullmatch(origin.key) else None


def keep(folder: Path, origin: Origin, draft: Draft) -> None:
    """Put a draft on disk. Raises OSError."""
    if (file := file_of(folder, origin)) is not None:
        whole = {"format": FORMAT, "digest": draft.digest, "answers": to_plain(draft.answers)}
        write_over(file, (json.dumps(whole, ensure_ascii=True, indent=1) + "\n").encode("ascii"))


def find(folder: Path, origin: Origin) -> Draft | None:
    """The draft of this origin; None where there is none, or none that can be read."""
    file = file_of(folder, origin)
    if file is None:
        return None
    try:
        with file.open("rb") as opened:
            whole = json.loads(opened.read(MOST_BYTES))
        if not isinstance(whole, dict) or whole.get("format") != FORMAT:
            return None
        answers = from_plain(Answers, whole["answers"])
        return Draft(_clamped(answers), str(whole.get("digest") or ""))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def drop(folder: Path, origin: Origin) -> None:
    """Forget a draft. One that cannot be deleted is no trouble: it is offered again."""
    if (file := file_of(folder, origin)) is not None:
        try:
            os.unlink(file)
        except OSError:
            return


def _clamped(a: Answers) -> Answers:
    """Numbers in their ranges and choices that exist, whatever stood in the file. Raises ValueError for what is neither."""
    if a.register not in REGISTERS or a.emblem not in EMBLEMS or a.pronouns not in ("she", "he", "they"):
        raise ValueError("not a draft of this version")
    if not (PATIENCE[0] <= a.patience <= PATIENCE[1] and MINUTES[0] <= a.minutes <= MINUTES[1] and 1 <= a.receptivity <= 5):
        raise ValueError("a number is out of range")
    return a
