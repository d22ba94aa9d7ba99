"""A review has its rubric as it was, whatever became of the file: shown, kept, exported, and read again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem
from rehearse.library import Store
from rehearse.paths import built_in
from rehearse.review.types import Review
from rehearse.snapshots import to_plain
from tests.core.play import catalog
from tests.core.shell import Shell
from tests.core.test_cli_review import MATTER, NAMED, written
from tests.golden.library.samples import RUBRIC, record, review, turn


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


def rubric_file(folder: Path, title: str = "Our own") -> Path:
    """The rubric that comes with the program, under another name and title."""
    text = (built_in() / "rubrics" / "buy-in.yaml").read_text("utf-8").replace("id: buy-in", "id: our-own", 1)
    file = folder / "our-own.yaml"
    file.write_text("".join(f"title: {title}\n" if x.startswith("title:") else x for x in text.splitlines(True)), "utf-8")
    return file


def exported(shell: Shell) -> list[dict[str, Any]]:
    """The reviews of the one meeting in the library, as an export has them."""
    id = shell("list", "rehearsals", "--json").json["items"][0]["rehearsal"]
    found: list[dict[str, Any]] = shell("export", id, "--format", "json").valid("rehearsal")["reviews"]
    return found


def test_an_old_review_has_its_whole_rubric_after_the_file_is_gone(shell: Shell, tmp_path: Path) -> None:
    file = rubric_file(tmp_path)
    shown = shell("review", written(tmp_path, MATTER + NAMED), "--rubric", file, "--save", "--json").valid("review")
    file.unlink()
    (old,) = exported(shell)
    assert old["rubric"] == shown["rubric"]
    assert old["rubric"]["title"] == "Our own"
    assert old["rubric"]["criteria"][0]["checks"][0]["counts"]
    back = Review.from_json(old)
    assert back.rubric is not None
    assert {(c.id, k.id) for c in back.rubric.applying("selling") for k in c.checks} == {
        (m.criterion, m.check) for m in back.checks
    }
    assert back.to_json() == old


def test_the_rubric_in_a_review_is_the_file_that_it_was_judged_with(shell: Shell) -> None:
    meeting = shell.talk("--persona", "skeptical-executive", "--seed", "1")
    read = Review.from_json(meeting["review"])
    assert read.rubric == catalog().rubric("buy-in")
    assert read.rubric_hash == catalog().rubric("buy-in").hash
    assert meeting["review"]["rubric"] == json.loads(json.dumps(to_plain(catalog().rubric("buy-in")))) | {"mode": "selling"}


def test_a_review_with_another_rubric_stands_beside_the_old_one_and_each_is_kept_once(tmp_path: Path) -> None:
    path, changed = tmp_path / "library.db", RUBRIC | {"hash": "sha256:dd", "title": "Buy-in, changed"}
    with closing(Store.open(path)) as store:
        store.create_rehearsal(record(), turn("t_5"))
        for id, rubric in (("v_1", RUBRIC), ("v_2", changed), ("v_3", RUBRIC)):
            store.add_review(review(id=id, rubric=rubric))
        kept = store.load(RehearsalId("r_1")).reviews
        assert [r["rubric"] for r in kept] == [RUBRIC, changed, RUBRIC]
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("SELECT count(DISTINCT rubric_snapshot) FROM reviews").fetchone() == (2,)
            assert raw.execute("SELECT count(*) FROM snapshots").fetchone() == (3,)  # and the person
            assert not any("criteria" in json.loads(text)["rubric"] for (text,) in raw.execute("SELECT json FROM reviews"))


def test_rubrics_go_with_the_last_review_that_was_made_with_them(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store:
        for id in ("r_1", "r_2"):
            store.create_rehearsal(record(id), turn(f"t_{id}"))
            store.add_review(review(id, f"t_{id}", rubric=RUBRIC))
        store.delete(RehearsalId("r_1"))
        assert store.purge_deleted() == 1
        assert store.load(RehearsalId("r_2")).reviews[0]["rubric"] == RUBRIC
        store.delete(RehearsalId("r_2"))
        assert store.purge_deleted() == 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM snapshots").fetchone() == (0,)


def test_a_review_that_knows_only_the_hash_is_read_as_before() -> None:
    data = review(id="v_1", why_not=None, take={"leaf": "t_5"})
    assert Review.from_json(data).rubric is None
    assert "criteria" not in Review.from_json(data).to_json()["rubric"]


def test_a_rubric_that_is_none_is_said() -> None:
    with pytest.raises(InputProblem, match="cannot be read"):
        Review.from_json(review(id="v_1", rubric=RUBRIC | {"criteria": 7}))
