"""Every place on disk that the program knows, in one file."""

from __future__ import annotations

import os
from pathlib import Path


class Paths:
    """The data folder and what stands in it. Nothing is made by asking for a path."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def library(self) -> Path:
        return self.home / "library.db"

    @property
    def backups(self) -> Path:
        return self.home / "backups"

    @property
    def personas(self) -> Path:
        return self.home / "personas"

    @property
    def scenarios(self) -> Path:
        return self.home / "scenarios"

    @property
    def rubrics(self) -> Path:
        return self.home / "rubrics"

    @property
    def assigned(self) -> Path:
        return self.home / "assigned"

    @property
    def drafts(self) -> Path:
        """What is being written: answers about people who are being made, and files that were not published yet."""
        return self.home / "drafts"

    @property
    def published(self) -> Path:
        """Every version of people, situations and rubrics of one's own that was published: never written over."""
        return self.home / "published"

    @property
    def settings(self) -> Path:
        return self.home / "settings.json"

    @property
    def team(self) -> Path:
        """When the team folder was looked at, and what came from it that nobody has looked at yet."""
        return self.home / "team.json"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def index(self) -> Path:
        """Home's index of people and scenarios: derived, may be deleted at any time."""
        return self.home / "index.json"


def data_paths() -> Paths:
    """The user's data folder: `REHEARSE_HOME`, else the platform's place for application data."""
    given = os.environ.get("REHEARSE_HOME")
    if given:
        return Paths(Path(given).expanduser())
    from platformdirs import user_data_path

    return Paths(user_data_path("rehearse", appauthor=False))


def built_in() -> Path:
    """The folder with the people, scenarios and rubrics that come with the program."""
    package = Path(__file__).resolve().parent
    shipped = package / "_files"
    return shipped if shipped.is_dir() else package.parent / "personas"
