"""The settings file: plain JSON, applied at once. Holds no key, ever. A file that cannot be read is set aside, not lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

FORMAT = "rehearse/settings@1"
MOST_BYTES = 64 * 1024
PlayedBy = Literal["offline", "model"]
Theme = Literal["system", "light", "dark"]
Motion = Literal["system", "less"]


class Settings(NamedTuple):
    """Every setting with its default. Seconds for times, 0.8 to 2.0 for the text scale."""

    played_by: PlayedBy = "offline"
    judged_by: PlayedBy = "offline"
    judge_runs: int = 1
    url: str = ""
    model: str = ""
    connect: float = 5.0
    tell: float = 10.0
    end: float = 60.0
    theme: Theme = "system"
    text_scale: float = 1.0
    motion: Motion = "system"
    enter_says: bool = True
    clock: bool = True
    last_persona: str = ""
    signs_as: str = ""  # the name beside one's own marks on checks
    team_folder: str = ""  # where a team shares bundles; empty for none
    team_git: bool = False  # whether it is fetched and sent with git, as somebody chose

    def clamped(self) -> Settings:
        """The same with every number in its range and every choice one that exists."""
        blank = Settings()

        def choice(value: str, allowed: object, default: str) -> Any:
            return value if value in get_args(allowed) else default

        return self._replace(
            played_by=choice(self.played_by, PlayedBy, blank.played_by),
            judged_by=choice(self.judged_by, PlayedBy, blank.judged_by),
            judge_runs=3 if self.judge_runs == 3 else 1,
            connect=_within(self.connect, 1, 60),
            tell=_within(self.tell, 2, 300),
            end=max(_within(self.end, 5, 900), _within(self.tell, 2, 300)),
            theme=choice(self.theme, Theme, blank.theme),
            text_scale=_within(self.text_scale, 0.8, 2.0),
            motion=choice(self.motion, Motion, blank.motion),
        )


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, float(value)))


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a sentence where the file was set aside (else nothing). Never raises for what is in the file."""
    try:
        found = path.stat()
        if found.st_size > MOST_BYTES or not stat.S_ISREG(found.st_mode):
            raise ValueError("too large, or a pipe that would be waited for")
        import json  # late: at the first start there is no file, and the window waits for this

        raw = json.loads(path.read_text("utf-8-sig"))
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise ValueError("not this version's settings")
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        return Settings(), _set_aside(path)
    blank = Settings()._asdict()
    values = {k: v for k, v in raw.items() if k in blank and _same_kind(v, blank[k])}
    return Settings(**values).clamped(), ""


def _same_kind(value: object, default: object) -> bool:
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e6
    return isinstance(value, str) and len(value) <= 2000


def _set_aside(path: Path) -> str:
    kept = path.with_name(path.name + ".kept")
    try:
        os.replace(path, kept)
    except OSError:
        return "The settings could not be read. Defaults are in use; the file was left as it is."
    return f"The settings could not be read. Defaults are in use; the old file is kept as {kept.name}."


def save(path: Path, settings: Settings) -> None:
    """Write the settings: a temporary file, forced to disk, then put in place. Raises OSError where that cannot be done."""
    import json
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": FORMAT, **settings._asdict()}, indent=1, sort_keys=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
