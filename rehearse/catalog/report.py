"""Gathers what is to be said about one file, in the order in which it was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rehearse.errors import Fault

Where = tuple[str | int, ...]
"""Where a value stands in a file: `("concerns", 2, "weight")`."""

MAX_FAULTS = 100
"""More than this about one file helps nobody; the rest is counted."""


@dataclass(slots=True)
class Report:
    """The faults of one file. `extra` keeps the values of keys that are not known, by field."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    extra: dict[str, object] = field(default_factory=dict)
    _beyond: int = 0

    def add(self, line: int, where: Where, message: str, warning: bool = False) -> None:
        """Note one fault; said twice about the same place, it is kept once."""
        fault = Fault(self.file, line, field_name(where), message, warning)
        if fault in self.faults:
            return
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(fault)
        else:
            self._beyond += 1

    @property
    def broken(self) -> bool:
        """Whether there is more than warnings."""
        return any(not fault.warning for fault in self.faults)

    def all(self) -> tuple[Fault, ...]:
        """Every fault, by line; what concerns the whole file first."""
        ordered = sorted(self.faults, key=lambda fault: fault.line)
        if self._beyond:
            ordered.append(Fault(self.file, 0, "", f"{self._beyond} more were found and are not listed.", not self.broken))
        return tuple(ordered)


def field_name(where: Where) -> str:
    """`("concerns", 2, "weight")` as `concerns[2].weight`; the first of a list is 0."""
    name = ""
    for step in where:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            name += f".{step}" if name else step
    return name


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, None where none is near."""
    import difflib  # late: only a faulty file needs it

    folded = {name.casefold().replace("_", "-"): name for name in known}
    close = difflib.get_close_matches(word.casefold().replace("_", "-"), list(folded), 1, 0.6)
    return folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean x?`, or nothing where no known word is near."""
    near = nearest(word, known)
    return f" Did you mean {near}?" if near else ""
