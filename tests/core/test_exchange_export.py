"""Writing an export: whole or not at all, and never over what is no plain file."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from rehearse.errors import InputProblem
from rehearse.exchange.export import export_all, file_name, write
from rehearse.library import Library
from rehearse.snapshots import to_plain
from tests.core.play import catalog
from tests.golden.library.samples import record, turn


def test_a_file_is_written_over_and_its_folder_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "talk.md"
    for text in ("one", "Zwei \ud800"):
        write(file, text)
    assert file.read_text("utf-8") == "Zwei ?"
    assert list(file.parent.iterdir()) == [file]


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    link.symlink_to(real)
    for text in ("one", "two"):
        write(link, text)
    assert link.is_symlink()
    assert real.read_text() == "two"


def test_a_folder_or_what_is_no_plain_file_is_left_as_it_is(tmp_path: Path) -> None:
    pipe, folder, loop = tmp_path / "pipe", tmp_path / "folder", tmp_path / "loop"
    os.mkfifo(pipe)
    folder.mkdir()
    loop.symlink_to(loop)
    for path, said in ((pipe, "not a plain file"), (Path("/dev/null"), "not a plain file"), (folder, "this is a folder")):
        with pytest.raises(InputProblem, match=said):
            write(path, "text")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "loop", "pipe"]


@pytest.mark.parametrize("name", ["file/in/it.md", "nul\0.md", "n" * 300])
def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(InputProblem, match="it cannot be written"):
        write(tmp_path / name, "text")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_an_id_is_no_path(tmp_path: Path) -> None:
    hostile = "../../r_1/\0é" + "x" * 100

    async def export() -> list[Path]:
        library = Library.open(tmp_path / "library.db")
        try:
            await library.create_rehearsal(
                record(hostile, leaf="t_1", persona=to_plain(catalog().persona("peer-lead"))), turn("t_1")
            )
            return [path async for path in export_all(library, tmp_path / "out", "md")]
        finally:
            library.close()

    (written,) = asyncio.run(export())
    assert written.parent == tmp_path / "out"
    assert written.name == "2026-05-09-checkout-reliability.md"
    assert set(file_name(hostile)) <= set("_rx1")
    assert len(file_name(hostile)) == 80
