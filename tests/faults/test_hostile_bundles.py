"""B1-B27 and more, as bundles: each refused or defused with a sentence, and the library untouched where it is refused."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.bundles import reading, strict
from rehearse.errors import InputProblem
from tests.core.handing import Home
from tests.core.shell import Shell
from tests.faults import hostile_set
from tests.faults.hostile_set import CASES, Case, assignment, feedback, submission


@pytest.fixture
def home(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Home:
    shell = Shell(tmp_path / "home", capsys, monkeypatch)
    return Home(tmp_path / "home", "Kofi Mensah", shell, monkeypatch)


def held(home: Path) -> dict[str, bytes | list[Any]]:
    """Everything in a home: its files, and the rows of its library."""
    found: dict[str, bytes | list[Any]] = {
        str(f.relative_to(home)): f.read_bytes()
        for f in home.rglob("*")
        if f.is_file() and not f.name.startswith(("library", "index"))
    }
    if (home / "library.db").exists():
        with sqlite3.connect(home / "library.db") as library:
            for (table,) in library.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            ).fetchall():
                found[table] = library.execute(f"SELECT count(*) FROM {table}").fetchall()
        library.close()
    return found


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_every_one_is_refused_or_defused(tmp_path: Path, home: Home, case: Case) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    path = case.make(folder)
    before = held(home.home)
    ran = home("open", path, "--json")
    if case.ends == "refused":
        assert ran.code == 1
        said = ran.err + ran.out
        assert case.says in said, said
        assert "Traceback" not in said
        if not json.loads(ran.out)["items"]:
            assert ran.complaint.startswith("rehearse: ")
        else:  # a newer format: shown, not kept
            assert [i["kept"] for i in ran.json["items"]] == [False]
        after = held(home.home)
        assert after == before or _only_empty(after)
        assert not (home.home / "assigned").exists()
    else:
        assert ran.code == 0, ran.err
        (item,) = ran.json["items"]
        assert item["kept"]
        assert case.says in " ".join(item["notes"]), item["notes"]
        shown = home("open", path).out
        assert not any(c in shown for c in "\u202e\u200b\x00\x1b\x07\x9b\u2028\u2029")
        inside = {p.relative_to(home.home).parts[0] for p in home.home.rglob("*")}
        assert inside <= {"library.db", "library.db-wal", "library.db-shm", "assigned", "backups", "index.json", *_owners(inside)}
        assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "post"]


def _owners(names: set[str]) -> set[str]:
    return {n for n in names if n.startswith("library.db-owner-")}


def _only_empty(found: dict[str, Any]) -> bool:
    """A library that was made on the way and holds nothing. The search keeps rows of its own."""
    return all(v == [(0,)] for k, v in found.items() if "_fts" not in k)


def test_the_list_is_whole() -> None:
    names = {c.name.split("-")[0] for c in CASES}
    assert {f"B{n}" for n in range(1, 28)} - names == {"B17"}  # the next test
    assert len([n for n in names if n.startswith("M")]) >= 20


def test_b17_two_with_one_id_are_both_kept_and_each_plays_its_own_person(tmp_path: Path, home: Home) -> None:
    first, second = assignment(), assignment()
    second["persona"] = {**second["persona"], "name": "Somebody Else"}
    for name, data in (("a", first), ("b", second)):
        path = tmp_path / f"{name}.rehearse"
        path.write_text(json.dumps(data))
        assert home("open", path).code == 0
    found = home.lists("assignments")
    assert [i["id"] for i in found] == [first["id"]] * 2
    for row, data in ((r, next(d for d in (first, second) if reading.digest_of(d) == r["digest"])) for r in found):
        ran = home("talk", "--assignment", row["digest"][:12], "--json", lines="Hello, what matters to you?\n")
        assert ran.code == 0, ran.err
        assert ran.json["persona"]["name"] == data["persona"]["name"]


def test_b25_a_file_that_changes_while_it_is_read_is_a_clean_error_or_a_whole_bundle(tmp_path: Path) -> None:
    path = tmp_path / "x.rehearse"
    whole = json.dumps(feedback(note="n" * 9_000)).encode()
    path.write_bytes(whole)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            for end in (len(whole), len(whole) // 2, 0):
                with open(path, "r+b") as file:
                    file.truncate(end)
                    file.write(whole)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(200):
            try:
                assert reading.read_file(path).bundle is not None
            except InputProblem as problem:
                assert "\n" not in str(problem)
    finally:
        stop.set()
        writer.join()


def test_b26_what_is_written_stands_whole_or_not_at_all(tmp_path: Path, home: Home) -> None:
    path = tmp_path / "there.rehearse"
    path.write_text("something of somebody's")
    ran = home("assign", hostile_set.SCENARIO, "--name", "Dana", "--out", path)
    assert ran.code == 1
    assert "it was left as it is" in ran.complaint
    assert path.read_text() == "something of somebody's"
    assert home.lists("assignments") == []
    assert os.listdir(tmp_path) == [n for n in os.listdir(tmp_path) if not n.startswith(".")]


def test_a_newer_format_is_shown_as_far_as_it_is_known(tmp_path: Path, home: Home) -> None:
    path = tmp_path / "x.rehearse"
    path.write_text(json.dumps(assignment(format="rehearse/assignment@2", note="From later.", shape={"new": True})))
    ran = home("open", path)
    assert ran.code == 1
    assert "newer version" in ran.out
    assert "From later." in ran.out
    assert "Dana Ruiz" in ran.out
    assert home.lists("assignments") == []


@pytest.mark.parametrize("case", [c for c in CASES if c.name.startswith(("B7", "B20", "M12", "B5-NaN"))], ids=lambda c: c.name)
def test_check_says_the_same_without_opening_it(tmp_path: Path, home: Home, case: Case) -> None:
    ran = home("check", case.make(tmp_path))
    assert ran.code == 1
    assert case.says in ran.out
    assert not (home.home / "library.db").exists()


GOOD = tuple(json.dumps(d).encode() for d in (assignment(), submission(), feedback()))
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30), lambda v: st.lists(v, max_size=4) | st.dictionaries(st.text(max_size=8), v, max_size=4), max_leaves=8
)  # fmt: skip


def sound(raw: bytes) -> None:
    """Refused with one sentence, or a bundle that can be written and read again."""
    try:
        opened = reading.read(raw, "x.rehearse")
    except InputProblem as problem:
        assert str(problem).isprintable() or "\n" not in str(problem)
        assert len(str(problem)) < 1_000
        return
    assert len(json.dumps(opened.data).encode()) <= 8 * strict.MOST_BYTES
    if opened.bundle is not None:
        assert reading.understood(dict(opened.data), "again").bundle == opened.bundle


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(which=st.integers(1, 2), at=st.integers(0, 10**6), drop=st.integers(0, 40), put=st.binary(max_size=40))
def test_bytes_that_were_changed_at_any_place_are_refused_or_read(which: int, at: int, drop: int, put: bytes) -> None:
    good = GOOD[which]
    at %= len(good)
    sound(good[:at] + put + good[at + drop :])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(which=st.integers(1, 2), steps=st.lists(st.integers(0, 50), min_size=1, max_size=6), value=_JSON, key=st.text(max_size=8))
def test_any_value_at_any_place_is_refused_or_read(which: int, steps: list[int], value: Any, key: str) -> None:
    data = json.loads(GOOD[which])
    at: Any = data
    for step in steps[:-1]:
        below = [v for v in (at.values() if isinstance(at, dict) else at) if isinstance(v, (dict, list)) and v]
        if not below:
            break
        at = below[step % len(below)]
    if isinstance(at, dict):
        names = [*at, key]
        at[names[steps[-1] % len(names)]] = value
    else:
        at[steps[-1] % len(at)] = value
    sound(json.dumps(data).encode())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, 10**6), drop=st.integers(0, 40), put=st.binary(max_size=40))
def test_the_same_of_an_assignment_whose_parts_are_files(at: int, drop: int, put: bytes) -> None:
    at %= len(GOOD[0])
    sound(GOOD[0][:at] + put + GOOD[0][at + drop :])
