"""`rehearse check`: every fault of the files given, which may speak of each other. Imported late (pydantic, ruamel)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rehearse.catalog.entries import KINDS
from rehearse.catalog.folders import MAX_FILES, kind_of, walk
from rehearse.catalog.loading import NOTHING, Known, Loaded, load
from rehearse.errors import Fault
from rehearse.personas import Persona


def check(paths: Sequence[Path], known: Callable[[Path], Known]) -> tuple[Fault, ...]:
    """All faults and warnings of these files and folders, in their order. A scenario is read after what it may speak of: what is
    given here, and what is `known` to it elsewhere."""
    faults: dict[Path, tuple[Fault, ...]] = {}
    scenarios: list[tuple[Path, Known]] = []
    given: dict[str, list[Loaded]] = {kind: [] for kind in KINDS}
    for path, kind in _files(paths, faults):
        if path in faults:
            continue
        around = known(path)
        loaded = load(path, replace(NOTHING, register=around.register), kind)
        faults[path] = loaded.faults
        if loaded.kind in given and not around.closed:
            given[loaded.kind].append(loaded)
        if loaded.kind == "scenario":
            scenarios.append((path, around))
    for path, around in scenarios:
        together = around if around.closed else _with_given(given, around)
        faults[path] = load(path, together, "scenario").faults
    for twice in _same_ids(given):
        faults[Path(twice.file)] += (twice,)
    return tuple(fault for path in faults for fault in faults[path])


def _files(paths: Iterable[Path], faults: dict[Path, tuple[Fault, ...]]) -> Iterable[tuple[Path, str]]:
    """The files to look at, with the kind that their folder suggests; says so where a folder holds none, or too many."""
    for path in paths:
        if not path.is_dir():
            yield path, ""
            continue
        inside = list(walk(path))
        if not inside:
            faults[path] = (Fault(str(path), 0, "", "holds no .yaml file.", warning=True),)
        elif len(inside) >= MAX_FILES:
            faults[path] = (Fault(str(path), 0, "", f"holds {MAX_FILES:,} files or more; the rest was not looked at."),)
        for file in inside:
            kind = kind_of(file, path.parent if path.name else path)
            yield file, kind if file.parent != path or path.name in ("personas", "scenarios", "rubrics") else ""


def _with_given(given: dict[str, list[Loaded]], known: Known) -> Known:
    people = {loaded.value.id: loaded.value for loaded in given["persona"] if isinstance(loaded.value, Persona)}

    def ids(kind: str, others: Collection[str]) -> set[str]:
        return {str(loaded.data.get("id")) for loaded in given[kind]} | set(others)

    return Known(
        personas=lambda: ids("persona", known.personas() if known.personas else ()),
        rubrics=lambda: ids("rubric", known.rubrics() if known.rubrics else ()),
        persona=lambda id: people.get(id) or known.persona(id),
        register=known.register,
    )


def _same_ids(given: dict[str, list[Loaded]]) -> Iterable[Fault]:
    for kind in ("persona", "scenario", "rubric"):
        first: dict[str, Loaded] = {}
        for loaded in given[kind]:
            id = loaded.data.get("id")
            if not isinstance(id, str):
                continue
            if id in first:
                message = f'"{id}" is the id in {first[id].file} too; only one of them is used.'
                yield Fault(loaded.file, loaded.lines.get("id", 0), "id", message, warning=True)
            first.setdefault(id, loaded)
