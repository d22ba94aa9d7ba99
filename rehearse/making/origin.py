"""Where a person who is made comes from. Light: what a screen needs before there is anything to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["new", "like", "edit"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where somebody comes from: `person` is the id of the one to be like or to edit, nothing for a new one."""

    kind: Kind = "new"
    person: str = ""

    @property
    def key(self) -> str:
        """A name for what belongs to this origin."""
        return f"{self.kind}-{self.person}" if self.person else self.kind


NEW = Origin()
