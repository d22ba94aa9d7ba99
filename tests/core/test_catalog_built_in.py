"""The files that come with the program are without fault."""

from __future__ import annotations

from pathlib import Path

from rehearse.catalog import Catalog
from rehearse.catalog.folders import walk
from rehearse.paths import Paths, built_in


def test_the_built_in_files_are_without_fault(tmp_path: Path) -> None:
    files = list(walk(built_in()))
    assert files
    faults = Catalog(Paths(tmp_path), built_in()).check(files)
    print(*(fault for fault in faults if fault.warning), sep="\n")
    assert [str(fault) for fault in faults if not fault.warning] == []


def test_every_built_in_file_can_be_chosen(tmp_path: Path) -> None:
    catalog = Catalog(Paths(tmp_path), built_in())
    assert not [e.file for e in (*catalog.people(), *catalog.scenarios(), *catalog.rubrics()) if e.broken]
    for entry in catalog.people():
        assert catalog.persona(entry.id).hash == entry.hash
    for entry in catalog.scenarios():
        assert catalog.scenario(entry.id).hash == entry.hash
    for entry in catalog.rubrics():
        assert catalog.rubric(entry.id).hash == entry.hash
