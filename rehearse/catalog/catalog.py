"""The catalog: every person, scenario and rubric there is, listed from an index and parsed when one is chosen."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rehearse.catalog import given
from rehearse.catalog.entries import Entry, Kind
from rehearse.catalog.folders import search
from rehearse.catalog.report import nearest
from rehearse.errors import Fault, InputProblem
from rehearse.paths import Paths
from rehearse.personas import REGISTERS, Concern, Line, Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario

if TYPE_CHECKING:
    from rehearse.catalog.loading import Known, Loaded

_RANK = {"yours": 0, "built in": 1}
_LISTS = {"persona": "personas", "scenario": "scenarios", "rubric": "rubrics"}

_Stamp = tuple[str, int, int]
_Stamps = tuple[_Stamp | None, ...]
_Value = TypeVar("_Value", Persona, Scenario, Rubric)


class Catalog:
    """Files from two places: built in and yours. May be asked from several threads.

    What was handed out is in no list and answers to no id (`rehearse.catalog.given`): it is asked for by its file.
    Listing reads an index and parses only what changed since: a few milliseconds, or up to a second where everything
    did (so not in the thread that paints). Nothing is written but the index, and that only into a data folder that is there.
    """

    def __init__(self, paths: Paths, built_in: Path) -> None:
        from rehearse.catalog.index import Index  # here, so that `python -m rehearse.catalog.index` is imported once

        self._paths = paths
        self._built_in = built_in
        self._index = Index(paths.index, built_in)
        self._lock = threading.RLock()
        self._loaded: dict[Path, tuple[_Stamps, Loaded]] = {}

    def people(self) -> tuple[Entry, ...]:
        """Every persona file, built in first, then yours; broken ones with their faults."""
        return self._entries("persona")

    def scenarios(self) -> tuple[Entry, ...]:
        """Every scenario file, in the same order. One whose persona or rubric is not there has that as a fault."""
        with self._lock:
            everything = self._everything()
        ids = {kind: {e.id for e in everything if e.kind == kind} for kind in ("persona", "rubric")}
        return tuple(_with_references(entry, ids) for entry in _shadowed(everything, "scenario"))

    def rubrics(self) -> tuple[Entry, ...]:
        """Every rubric file, in the same order."""
        return self._entries("rubric")

    def persona(self, id_or_file: str) -> Persona:
        """The persona of this id or in this file. Raises InputProblem, with every fault, where it cannot be used."""
        return self._value(Persona, "persona", id_or_file)

    def scenario(self, id_or_file: str) -> Scenario:
        """The scenario of this id or in this file; its persona and rubric exist. Raises InputProblem as `persona` does.

        Ask for these by what `persona_in` and `rubric_in` give, which differs from their ids where it was handed out.
        """
        return self._value(Scenario, "scenario", id_or_file)

    def persona_in(self, scenario: str) -> str:
        """By which name to ask for the person of the scenario of this id or in this file: of one that was handed out the file
        beside it, else the id. Raises InputProblem as `scenario` does."""
        return self._spoken_of(scenario, "persona") or self.scenario(scenario).persona

    def rubric_in(self, scenario: str) -> str:
        """The same for how it is judged; the id too where it was handed out without a rubric."""
        return self._spoken_of(scenario, "rubric") or self.scenario(scenario).rubric

    def as_held(self, kind: Kind, id: str, digest: str) -> str:
        """By which name to ask for the very persona or scenario that a meeting was held with, whose hash that is: its id where this is
        what it leads to, the file where it was handed out; empty where it is not here any more."""
        ask = self.persona if kind == "persona" else self.scenario
        for name in (id, *map(str, given.naming(self._paths.assigned, kind, id))):
            with suppress(InputProblem):
                if ask(name).hash == digest:
                    return name
        return ""

    def handed_out(self, scenario: str) -> bool:
        """Whether the scenario of this id or in this file is of an assignment that was taken in."""
        return _is_file(scenario) and self._given(_path(scenario)) is not None

    def rubric(self, id_or_file: str) -> Rubric:
        """The rubric of this id or in this file. Raises InputProblem as `persona` does."""
        return self._value(Rubric, "rubric", id_or_file)

    def register(self, name: str) -> dict[str, tuple[Line, ...]]:
        """The common lines of a register, by act. Raises InputProblem for a register that is not there or at fault."""
        from rehearse.catalog.loading import CommonLines

        if name not in REGISTERS:
            raise InputProblem(f'There is no register "{name}".', f"There are {', '.join(REGISTERS)}.")
        loaded = self.load(self._built_in / "registers" / f"{name}.yaml", "lines", links=True)
        if not isinstance(loaded.value, CommonLines):
            raise _problem(loaded)
        return dict(loaded.value.lines)

    def concerns(self) -> tuple[Concern, ...]:
        """Concerns that many people have, for whoever makes a person: those that come with the program, and yours. A file at
        fault is left out; of the same id the first one counts."""
        from rehearse.catalog.loading import CommonConcerns

        found: dict[str, Concern] = {}
        with self._lock:
            for entry in self._entries("concerns"):
                if entry.broken or entry.shadowed_by is not None:
                    continue
                loaded = self.load(entry.file, "concerns", links=entry.origin == "built in")
                for concern in loaded.value.concerns if isinstance(loaded.value, CommonConcerns) else ():
                    found.setdefault(concern.id, concern)
        return tuple(found.values())

    def load(self, file: Path, kind: Kind | None = None, links: bool = False) -> Loaded:
        """One file with everything that is to be said about it, faults or not; what else there is in the catalog is known.

        A file that was read before and has not changed is not read again. `links` lets a link through.
        """
        from rehearse.catalog import loading

        with self._lock:
            stamp = _stamp(file, links)
            kept = self._loaded.get(file)
            if kept and stamp and kept[0] == (stamp, *self._around(file, kept[1])):
                return kept[1]
            loaded = loading.load(file, self.known(file), kind or "", links)
            if stamp and loaded.value is not None:
                self._loaded[file] = ((stamp, *self._around(file, loaded)), loaded)
            return loaded

    def _around(self, file: Path, loaded: Loaded) -> tuple[_Stamp | None, ...]:
        """The stamps of the files that a scenario speaks of, which may change by themselves; of anything else nothing."""
        value = loaded.value
        if not isinstance(value, Scenario):
            return ()
        stamps: list[_Stamp | None] = []
        spoken_of: tuple[tuple[Kind, str], ...] = (("persona", value.persona), ("rubric", value.rubric))
        for kind, id in spoken_of:
            try:
                spoken, links = self._file(kind, self._spoken_of(str(file), kind) or id)
            except InputProblem:
                return (None, None)
            stamps.append(_stamp(spoken, links))
        return tuple(stamps)

    def check(self, paths: Sequence[Path]) -> tuple[Fault, ...]:
        """Every fault and warning of these files, and of the files in these folders and below.

        The files may speak of each other and of what is in the catalog.
        """
        from rehearse.catalog.checking import check

        with self._lock:
            return check(paths, self.known)

    def _entries(self, kind: Kind) -> tuple[Entry, ...]:
        with self._lock:
            return _shadowed(self._everything(), kind)

    def _everything(self) -> tuple[Entry, ...]:
        return self._index.entries(search(self._paths, self._built_in))

    def _value(self, type_: type[_Value], kind: Kind, id_or_file: str) -> _Value:
        with self._lock:
            file, links = self._file(kind, id_or_file)
            loaded = self.load(file, kind, links)
        if isinstance(loaded.value, type_):
            return loaded.value
        if loaded.value is not None:
            fault = Fault(str(file), 0, "format", f"this is a {loaded.kind} file; a {kind} is wanted here.")
            raise InputProblem(str(fault), faults=(fault,))
        raise _problem(loaded)

    def _file(self, kind: Kind, id_or_file: str) -> tuple[Path, bool]:
        """An argument with a slash or a suffix is a file, else an id; and whether the file may be a link."""
        if _is_file(id_or_file):
            return _path(id_or_file), False
        entries = self._entries(kind)
        for entry in entries:
            if entry.id == id_or_file and entry.shadowed_by is None:
                return entry.file, entry.origin == "built in"
        ids = sorted({entry.id for entry in entries})
        near = nearest(id_or_file, ids)
        hint = f"Did you mean {near}? " if near else ""
        raise InputProblem(f'There is no {kind} "{id_or_file}".', f"{hint}`rehearse list {_LISTS[kind]}` shows what there is.")

    def _given(self, file: Path) -> Path | None:
        return given.folder_of(file, self._paths.assigned)

    def _spoken_of(self, scenario: str, kind: Kind) -> str:
        """The file beside a scenario that was handed out; empty where it was not, or nothing is there."""
        folder = self._given(_path(scenario)) if _is_file(scenario) else None
        found = given.beside(folder, kind) if folder is not None else None
        return str(found or "")

    def known(self, file: Path | None = None) -> Known:
        """What else there is, for whoever looks at a file that is being written, or at this one: where it was handed out, that is
        the person beside it and nobody else, and the rubric beside it if there is one."""
        from rehearse.catalog.loading import Known

        folder = self._given(file) if file is not None else None
        if folder is not None:
            return self._known_in(folder)
        return Known(
            personas=lambda: {entry.id for entry in self.people()},
            rubrics=lambda: {entry.id for entry in self.rubrics()},
            persona=self._persona_if_there,
            register=self._register_if_there,
        )

    def _known_in(self, folder: Path) -> Known:
        from rehearse.catalog.loading import Known

        def at(kind: Kind) -> Persona | Rubric | None:
            file = given.beside(folder, kind)
            value = self.load(file, kind).value if file is not None else None
            return value if isinstance(value, (Persona, Rubric)) else None

        def persona(id: str) -> Persona | None:
            person = at("persona")
            return person if isinstance(person, Persona) and person.id == id else None

        def ids(kind: Kind) -> set[str]:
            there = at(kind)
            return {there.id} if there is not None else set()

        def rubrics() -> set[str]:
            brought = given.beside(folder, "rubric") is not None
            return ids("rubric") if brought else {entry.id for entry in self.rubrics()}

        return Known(lambda: ids("persona"), rubrics, persona, self._register_if_there, closed=True)

    def _persona_if_there(self, id: str) -> Persona | None:
        if "/" in id or "." in id:
            return None  # an id in a file is never a path
        try:
            return self.persona(id)
        except InputProblem:
            return None

    def _register_if_there(self, name: str) -> Mapping[str, tuple[Line, ...]] | None:
        try:
            return self.register(name)
        except InputProblem:
            return None


def _shadowed(entries: Sequence[Entry], kind: Kind) -> tuple[Entry, ...]:
    """Those of one kind; of the same id, yours wins over what is built in."""
    wanted = [entry for entry in entries if entry.kind == kind]
    winners: dict[str, Entry] = {}
    for entry in wanted:
        best = winners.get(entry.id)
        if best is None or _RANK[entry.origin] < _RANK[best.origin]:
            winners[entry.id] = entry
    return tuple(entry if (winner := winners[entry.id]) is entry else replace(entry, shadowed_by=winner.file) for entry in wanted)


def _is_file(id_or_file: str) -> bool:
    return "/" in id_or_file or os.sep in id_or_file or bool(Path(id_or_file).suffix)


def _path(file: str) -> Path:
    """The file that is named so; `~` is a home, where there is somebody of that name."""
    with suppress(RuntimeError):
        return Path(file).expanduser()
    return Path(file)


def _with_references(entry: Entry, ids: Mapping[str, set[str]]) -> Entry:
    faults = list(entry.faults)
    for key, named, line in (("persona", entry.persona, entry.persona_line), ("rubric", entry.rubric, entry.rubric_line)):
        if named and named not in ids[key]:
            near = nearest(named, ids[key])
            hint = f" Did you mean {near}?" if near else ""
            faults.append(Fault(str(entry.file), line or 0, key, f'there is no {key} "{named}".{hint}'))
    return entry if len(faults) == len(entry.faults) else replace(entry, faults=tuple(faults))


def _problem(loaded: Loaded) -> InputProblem:
    """The first fault as the sentence, how many more there are as the hint."""
    faults = [fault for fault in loaded.faults if not fault.warning]
    more = len(faults) - 1
    hint = f"{more} more: `rehearse check {loaded.file}` shows all." if more > 0 else ""
    first = str(faults[0]) if faults else f"{loaded.file}: cannot be used."
    return InputProblem(first, hint, loaded.faults)


def _stamp(file: Path, links: bool) -> _Stamp | None:
    try:
        now = os.stat(file, follow_symlinks=links)
    except (OSError, ValueError):
        return None
    return str(file), now.st_size, now.st_mtime_ns
