"""`rehearse playtest`: whether a scenario's own scripts tell strong from weak, to people and to scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from rehearse.playtest import auc, playtest
from tests.core.play import catalog, setting
from tests.core.shell import Shell

SCENARIOS = tuple(e.id for e in catalog().scenarios())
KNOWN = "reliability-into-the-backlog"


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_built_in_scenario_tells_strong_from_weak(scenario: str) -> None:
    """Two scripts a level and two seeds here; ten seeds in the benchmark."""
    report = playtest(setting(scenario=scenario), 2)
    assert report.tells_apart, report.verdict
    assert not [p for p in report.played if p.level != "strong" and p.ladder in ("agrees", "buys_in")]
    for level in ("strong", "middling", "weak"):
        assert len({p.script for p in report.of(level)}) >= 2, level


def test_auc_counts_pairs_and_ties_half() -> None:
    low, high = (0, 1, 0.0), (2, 3, 0.5)
    assert auc([low], [high]) == 1.0
    assert auc([high], [low]) == 0.0
    assert auc([low, high], [high]) == 0.75


def test_the_object_says_where_each_script_ends(shell: Shell) -> None:
    found = shell("playtest", KNOWN, "--seeds", "2", "--json").json
    assert (found["format"], found["scenario"], found["seeds"]) == ("rehearse/playtest@1", KNOWN, 2)
    for script in found["scripts"]:
        assert sum(script["ladder"].values()) == script["runs"] == 2
        assert script["turns"] > 0
        assert 0 <= script["met"] <= 1
    assert found["auc"]["strong_over_weak"] == 1.0
    assert found["tells_apart"] is True
    assert found == shell("playtest", KNOWN, "--seeds", "2", "--json").json


def test_people_read_a_table_and_a_sentence(shell: Shell) -> None:
    ran = shell("playtest", KNOWN, "--seeds", "1")
    assert (ran.code, ran.err) == (0, "")
    assert "strong over weak: AUC 1.00" in ran.out
    assert ran.out.rstrip().endswith("It tells strong from middling from weak.")


def test_a_scenario_that_does_not_tell_them_apart_is_said_to(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "flat.yaml"
    file.write_text(
        "format: rehearse/scenario@1\nid: flat\ntitle: All the same\npersona: skeptical-executive\nask: two weeks\n"
        "playtest:\n  strong: [[It is a good idea., It really is.]]\n  weak: [[It is a good idea., It really is.]]\n",
        "utf-8",
    )
    ran = shell("playtest", file, "--seeds", "2")
    assert ran.code == 0
    assert "It does not tell strong from weak: AUC 0.50" in " ".join(ran.out.split())
    assert "Strong scripts get through in 0 of 2 meetings" in " ".join(ran.out.split())


def test_what_cannot_be_played_is_said_in_one_line(shell: Shell, tmp_path: Path) -> None:
    bare = tmp_path / "bare.yaml"
    bare.write_text("format: rehearse/scenario@1\nid: bare\ntitle: Bare\npersona: skeptical-executive\nask: a week\n", "utf-8")
    for given, part in ((bare, "no scripts of two levels"), ("nowhere", "no scenario"), (tmp_path / "none.yaml", "none.yaml")):
        ran = shell("playtest", given)
        assert ran.code == 1
        assert part in ran.complaint
    assert shell("playtest", KNOWN, "--seeds", "0").code == 2
    assert shell("playtest").code == 2
