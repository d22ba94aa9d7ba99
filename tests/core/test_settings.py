"""The settings file: what is kept comes back, what cannot be read is set aside, nothing is ever raised for what is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rehearse import settings
from rehearse.settings import FORMAT, Settings


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == (Settings(), "")
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_comes_back_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    mine = Settings(played_by="model", url="http://127.0.0.1:11434/v1", model="small", text_scale=1.5, theme="dark", judge_runs=3)
    settings.save(file, mine)
    assert settings.load(file) == (mine, "")
    assert [f.name for f in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "5", "null", '{"format": "rehearse/settings@9"}', "\xff\xfe", "[" * 100_000, '{"a": ' + "9" * 5000 + "}", " " * 70_000],
    ids=range(10),
)  # fmt: skip
def test_what_cannot_be_read_is_set_aside_and_said(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(text.encode("latin-1"))
    found, sentence = settings.load(file)
    assert found == Settings()
    assert "kept as settings.json.kept" in sentence
    assert not file.exists()
    assert (tmp_path / "settings.json.kept").read_bytes() == text.encode("latin-1")


def test_a_folder_in_its_place_is_left(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    found, sentence = settings.load(tmp_path / "settings.json")
    assert found == Settings()
    assert sentence


def test_values_of_another_kind_or_out_of_range_become_sound_ones(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    odd = {"format": FORMAT, "played_by": "nobody", "judge_runs": 2, "text_scale": 99, "connect": -5, "tell": "x", "end": 1e999,
           "theme": 5, "clock": 1, "url": ["x"], "unknown": {}, "enter_says": False}  # fmt: skip
    file.write_text(json.dumps(odd), "utf-8")
    found, sentence = settings.load(file)
    assert sentence == ""
    assert (found.played_by, found.judge_runs, found.text_scale, found.connect) == ("offline", 1, 2.0, 1.0)
    assert (found.tell, found.end, found.theme, found.clock, found.url) == (10.0, 60.0, "system", True, "")
    assert found.enter_says is False


def test_there_is_no_place_for_a_key() -> None:
    assert not [name for name in Settings.__slots__ if "key" in name or "token" in name]


def test_a_file_that_cannot_be_written_raises_and_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError):
        settings.save(tmp_path / "file" / "settings.json", Settings())
    assert (tmp_path / "file").read_text() == "x"
