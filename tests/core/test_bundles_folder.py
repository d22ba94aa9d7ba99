"""A team folder: one file each, nothing rewritten, what is for others left alone; and as a git checkout with three clones."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from rehearse.bundles import folder, making, sealing, taking
from rehearse.bundles.checkout import Checkout, Synced, marked
from rehearse.bundles.folder import PLACES, name_of, put
from rehearse.bundles.records import Assignment
from rehearse.bundles.scan import Reader, Scanned, scan
from rehearse.errors import InputProblem
from rehearse.library.front import Library
from rehearse.paths import Paths
from tests.core.handing import assignment, read
from tests.faults.hostile_set import CASES, feedback, submission

ME = Reader("Dana Ruiz")
to_dana = [{"name": "dana  RUIZ"}]


def post(team: Path, data: dict[str, Any], sealed_to: str = "") -> Path:
    """Put a bundle into the team folder."""
    opened, raw = read(data), making.to_bytes(data)
    assert opened.bundle is not None
    if sealed_to:
        raw = making.to_bytes(sealing.sealed(raw, sealed_to))
    return put(team, name_of(opened.bundle.kind, opened.bundle.made, raw, bool(sealed_to)), raw)


def scanned(home: Path, team: Path, reader: Reader = ME) -> tuple[list[Scanned], list[str]]:
    """A scan to its end: how far it was each time, and the ids that the library has now."""

    async def run(library: Library) -> tuple[list[Scanned], list[str]]:
        told = [s async for s in scan(team, library, Paths(home), reader)]
        rows = await library.ask_bundles(lambda bundles: bundles.rows())
        return told, sorted(r.id for r in rows)

    library = Library.open(Paths(home).library)
    try:
        return asyncio.run(run(library))
    finally:
        library.close()


@pytest.fixture
def team(tmp_path: Path) -> Path:
    made = tmp_path / "team"
    made.mkdir()
    return made


def test_what_is_put_there_has_a_name_of_its_own_and_is_never_written_again(team: Path) -> None:
    first = post(team, submission())
    second = post(team, submission(reflection="Other words."))
    assert first != second
    assert first.parent == second.parent == team / "submissions"
    assert first.name.startswith("20261121090000-")
    before = first.stat().st_mtime_ns
    assert post(team, submission()) == first
    assert first.stat().st_mtime_ns == before
    assert sorted(f.name for f in team.iterdir()) == ["submissions"]
    assert len(folder.files(team)) == 2


def test_ids_and_times_of_others_are_no_part_of_a_path(team: Path) -> None:
    raw = b"{}"
    for made in ("../../etc/passwd", "2026-11-21T09:00:00Z", "", "CON"):
        name = name_of("submission", made, raw)
        assert set(name.removeprefix("submissions/").removesuffix(".rehearse")) <= set("0123456789abcdef-")


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for call in (lambda: post(tmp_path / "gone", submission()), lambda: folder.files(tmp_path / "gone")):
        with pytest.raises(InputProblem, match="is not there"):
            call()
    assert not (tmp_path / "gone").exists()


def test_nothing_is_written_or_read_through_a_link(tmp_path: Path, team: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (team / "submissions").symlink_to(away)
    with pytest.raises(InputProblem, match="is a link"):
        post(team, submission())
    assert list(away.iterdir()) == []
    (away / "x.rehearse").write_text("{}")
    assert folder.files(team) == ()


def test_only_what_is_new_or_changed_is_read(tmp_path: Path, team: Path) -> None:
    post(team, submission(to=to_dana))
    told, ids = scanned(tmp_path / "home", team)
    assert [t.total for t in told] == [1, 1]
    assert ids == ["b_2"]
    told, _ = scanned(tmp_path / "home", team)
    assert told == [Scanned(0, 0, 0)]
    post(team, submission(to=to_dana, id="b_9"))
    told, ids = scanned(tmp_path / "home", team)
    assert told[-1] == Scanned(1, 1, 1)
    assert ids == ["b_2", "b_9"]


def test_a_file_that_arrived_in_half_is_read_again_when_it_is_whole(tmp_path: Path, team: Path) -> None:
    path = post(team, submission(to=to_dana))
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    assert scanned(tmp_path / "home", team)[1] == []
    assert scanned(tmp_path / "home", team)[0] == [Scanned(0, 0, 0)]
    path.write_bytes(whole)
    assert scanned(tmp_path / "home", team)[1] == ["b_2"]


def test_what_goes_while_the_folder_is_listed_keeps_nothing_else_out(
    tmp_path: Path, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who copy folders make half files and take them away again."""
    post(team, submission(to=to_dana))
    for name in ("0.rehearse", "z.rehearse"):
        (team / "submissions" / name).write_text("half")
    listed = os.scandir

    @contextmanager
    def then_gone(path: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
        with listed(path) as scan:
            found = sorted(scan, key=lambda item: item.name)
        for name in ("0.rehearse", "z.rehearse"):
            (Path(path) / name).unlink(missing_ok=True)
        yield iter(found)

    monkeypatch.setattr(os, "scandir", then_gone)
    found = folder.files(team)
    monkeypatch.undo()
    assert len(found) == 1
    assert scanned(tmp_path / "home", team)[1] == ["b_2"]


def test_a_copy_under_another_name_is_no_second_one(tmp_path: Path, team: Path) -> None:
    path = post(team, submission(to=to_dana))
    shutil.copy(path, path.with_name("a copy of it.rehearse"))
    told, ids = scanned(tmp_path / "home", team)
    assert (told[-1].done, told[-1].new, len(told[-1].came), ids) == (2, 1, 1, ["b_2"])


@pytest.mark.parametrize("left", [0, 100])
def test_a_file_of_which_only_the_beginning_was_written_is_completed(team: Path, left: int) -> None:
    """As on a disk without links, where a file is written in its place."""
    path = post(team, submission(to=to_dana))
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    assert post(team, submission(to=to_dana)) == path
    assert path.read_bytes() == whole
    path.write_bytes(b"something else")
    post(team, submission(to=to_dana))
    assert path.read_bytes() == b"something else"


def test_the_files_of_an_assignment_say_what_was_assigned_whatever_became_of_them(tmp_path: Path) -> None:
    bundle = read(assignment(tmp_path, author="Ida", to=["Dana Ruiz"])).bundle
    assert isinstance(bundle, Assignment)
    paths = Paths(tmp_path / "other")
    placed = taking.place(bundle, paths)
    files = [placed.scenario, placed.persona]
    before = [file.read_bytes() for file in files]
    placed.scenario.write_bytes(before[0][:50])
    placed.persona.unlink()
    placed.persona.symlink_to(placed.scenario)
    assert taking.place(bundle, paths) == placed
    assert [file.read_bytes() for file in files] == before
    assert not placed.persona.is_symlink()
    placed.scenario.write_bytes(b"# looked through\n" + before[0])  # says the same
    taking.place(bundle, paths)
    assert placed.scenario.read_bytes().startswith(b"# looked")


def test_what_could_not_be_kept_is_taken_in_once_it_can(tmp_path: Path, team: Path) -> None:
    """The disk here was full, say: that is no fault of the file, and it is not held against it."""
    post(team, assignment(tmp_path, author="Ida", to=["Dana Ruiz"]))
    home = tmp_path / "home"
    home.mkdir()
    (home / "assigned").write_text("in the way")
    assert scanned(home, team)[1] == []
    (home / "assigned").unlink()
    told, ids = scanned(home, team)
    assert told[-1] == Scanned(1, 1, 1)
    assert len(ids) == 1
    assert scanned(home, team)[0] == [Scanned(0, 0, 0)]


def test_what_is_for_others_stays_out_until_it_is_asked_for(tmp_path: Path, team: Path) -> None:
    post(team, submission(to=[{"name": "Ida"}]))
    post(team, feedback())  # to nobody by name
    home = tmp_path / "home"
    assert scanned(home, team)[1] == ["b_3"]
    assert scanned(home, team)[0] == [Scanned(0, 0, 0)]
    assert scanned(home, team, Reader("ida"))[1] == ["b_2", "b_3"]
    assert scanned(tmp_path / "other", team, Reader("Dana Ruiz", everyone=True))[1] == ["b_2", "b_3"]


def test_what_another_mentor_writes_on_what_one_has_comes_in_whatever_came_first(tmp_path: Path, team: Path) -> None:
    """Neither from the reader nor for them: their marks are to stand beside one's own."""
    post(team, feedback(id="b_f1", submission="b_s1", to=[{"name": "Kofi"}], author={"name": "Ola"}))
    post(team, feedback(id="b_f2", submission="b_s2", to=[{"name": "Kofi"}], author={"name": "Ola"}))
    home = tmp_path / "home"
    assert scanned(home, team)[1] == []
    assert scanned(home, team)[0] == [Scanned(0, 0, 0)]  # and is not read again as long as nothing changes
    post(team, submission(id="b_s1", to=[{"name": "Dana Ruiz"}]))
    scanned(home, team)
    assert scanned(home, team)[1] == ["b_f1", "b_s1"]
    assert scanned(home, team)[0] == [Scanned(0, 0, 0)]


def test_what_is_sealed_is_opened_by_its_reader_once_there_is_a_key(tmp_path: Path, team: Path) -> None:
    identity = sealing.new_identity()
    path = post(team, submission(to=to_dana), sealing.recipient_of(identity))
    assert path.parent.name == "sealed"
    assert scanned(tmp_path / "home", team)[1] == []
    assert scanned(tmp_path / "home", team, Reader("Dana Ruiz", identity))[1] == ["b_2"]
    assert scanned(tmp_path / "other", team, Reader("Dana Ruiz", sealing.new_identity()))[1] == []


def test_the_hostile_set_in_a_folder_keeps_nobody_back(tmp_path: Path, team: Path) -> None:
    wanted = 0
    for case in CASES:
        if not case.name.startswith("B4"):
            case.make(team)
            wanted += case.ends == "defused"
    post(team, submission(to=to_dana, id="b_after"))
    told, ids = scanned(tmp_path / "home", team, Reader("Dana Ruiz", everyone=True))
    assert told[-1].done == told[-1].total > 90
    assert "b_after" in ids
    assert wanted - 5 <= len(ids) <= wanted + 1
    assert scanned(tmp_path / "home", team, Reader("Dana Ruiz", everyone=True))[0] == [Scanned(0, 0, 0)]


# ---- git

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    made = tmp_path / "server.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(made))
    return made


def git(where: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=where, check=True, capture_output=True, text=True).stdout


def clone(bare: Path, name: str) -> Path:
    made = bare.parent / name
    git(bare.parent, "clone", "--quiet", str(bare), str(made))
    return made


def tree(where: Path) -> dict[str, bytes]:
    return {s.name: (where / s.name).read_bytes() for s in folder.files(where)}


@needs_git
def test_three_clones_with_offline_periods_and_sends_at_one_moment_lose_and_double_nothing(tmp_path: Path, bare: Path) -> None:
    clones = [clone(bare, name) for name in ("dana", "kofi", "ida")]
    chance = random.Random(7)
    sent: dict[str, bytes] = {}
    away = bare.with_name("away.git")
    for turn in range(6):
        offline = turn in (1, 3)
        if offline:
            bare.rename(away)
        told: dict[int, Synced] = {}

        def work(number: int, turn: int = turn, told: dict[int, Synced] = told) -> None:
            for item in range(chance.randrange(1, 4)):
                file = post(clones[number], submission(id=f"b_{turn}_{number}_{item}", to=to_dana))
                sent[str(file.relative_to(clones[number]))] = file.read_bytes()
            told[number] = Checkout(clones[number]).sync(f"Person {number}")

        together(work, 3)
        for result in told.values():
            assert result.offline == offline, result
            assert bool(result.problem) == offline
            assert (result.waiting > 0) == offline
        if offline:
            assert all("waits here" in r.problem for r in told.values())
            away.rename(bare)
    for where in clones:
        assert Checkout(where).sync() == Synced()
        assert tree(where) == sent
        assert git(where, "status", "--porcelain") == ""
    libraries = [scanned(tmp_path / f"home{n}", where)[1] for n, where in enumerate(clones)]
    assert libraries[0] == libraries[1] == libraries[2]
    assert len(libraries[0]) == len(sent)
    log = git(clones[0], "log", "--name-status", "--format=", "--no-merges").split("\n")
    assert {line[0] for line in log if line} == {"A"}  # only ever added


def together(work: Callable[[int], None], number: int) -> None:
    faults: list[BaseException] = []

    def run(n: int) -> None:
        try:
            work(n)
        except BaseException as fault:  # noqa: BLE001 - told in the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


@needs_git
def test_the_same_file_from_two_people_is_one_file(bare: Path) -> None:
    clones = [clone(bare, name) for name in ("dana", "kofi")]
    for where in clones:
        post(where, submission())
    assert [Checkout(where).sync().problem for where in clones] == ["", ""]
    assert Checkout(clones[0]).sync().problem == ""
    assert tree(clones[0]) == tree(clones[1])
    assert len(tree(clones[0])) == 1


@needs_git
def test_what_somebody_else_changes_in_the_checkout_is_left_alone(bare: Path) -> None:
    mine, theirs = clone(bare, "mine"), clone(bare, "theirs")
    (mine / "notes.md").write_text("one\n")
    git(mine, "add", "notes.md")
    post(mine, submission())
    assert Checkout(mine).sync("Dana").added == 1
    assert git(mine, "status", "--porcelain") == "A  notes.md\n"
    assert git(mine, "log", "-1", "--format=%s|%an|%ae").strip() == "Add a submission|Dana|rehearse@localhost"
    # Now a change that git cannot join: said, taken back, and nothing of ours is lost.
    git(mine, "-c", "user.name=D", "-c", "user.email=d", "commit", "--quiet", "-m", "mine")
    Checkout(theirs).sync()
    (theirs / "notes.md").write_text("two\n")
    git(theirs, "add", "notes.md")
    git(theirs, "-c", "user.name=K", "-c", "user.email=k", "commit", "--quiet", "-m", "theirs")
    git(theirs, "push", "--quiet")
    post(mine, submission(id="b_9"))
    result = Checkout(mine).sync("Dana")
    assert "changes of your own" in result.problem
    assert (result.added, result.waiting, result.offline) == (1, 2, False)
    assert git(mine, "status", "--porcelain") == ""
    assert (mine / "notes.md").read_text() == "one\n"


@needs_git
def test_a_plain_folder_and_a_checkout_without_a_server_are_told_apart(tmp_path: Path, bare: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    assert Checkout.at(plain) is None
    assert Checkout.at(tmp_path / "gone") is None
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(tmp_path / "alone"))
    alone = Checkout.at(tmp_path / "alone")
    assert alone is not None
    post(alone.folder, submission())
    result = alone.sync()
    assert "no server" in result.problem


@needs_git
def test_messages_are_plain_and_tell_nothing_of_what_is_in_it(bare: Path, tmp_path: Path) -> None:
    where = clone(bare, "dana")
    post(where, assignment(tmp_path))
    Checkout(where).sync()
    post(where, feedback())
    Checkout(where).sync()
    post(where, submission())
    post(where, submission(id="b_7"))
    post(where, submission(id="b_8"), sealing.recipient_of(sealing.new_identity()))
    Checkout(where).sync()
    assert git(where, "log", "--format=%s").split("\n")[:3] == [
        "Add 2 submissions and 1 sealed file",
        "Add feedback",
        "Add an assignment",
    ]
    assert {p.name for p in where.iterdir()} == {".git", *PLACES.values()}


@needs_git
def test_what_waits_is_counted_in_bundles(tmp_path: Path, bare: Path) -> None:
    where = clone(bare, "dana")
    post(where, submission())
    assert Checkout(where).sync() == Synced(1)
    away = bare.with_name("away.git")
    bare.rename(away)
    for number in range(2):
        post(where, submission(id=f"b_{number}"))
        told = Checkout(where).sync()
        assert (told.waiting, told.files) == (number + 1, number + 1)
    post(where, submission(id="b_9"))  # in no commit yet
    assert Checkout(where).files_waiting() == 3
    away.rename(bare)
    assert Checkout(where).sync() == Synced(1)
    assert Checkout(where).files_waiting() == 0


@needs_git
def test_a_server_that_wants_a_password_is_told_and_nobody_is_asked(
    tmp_path: Path, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No window of a helper opens, no terminal waits: it is one sentence, and what was sent waits."""

    class Refuses(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    asked = tmp_path / "asked"
    helper = tmp_path / "helper.sh"
    helper.write_text(f"#!/bin/sh\ntouch {asked}\n")
    helper.chmod(0o700)
    monkeypatch.setenv("SSH_ASKPASS", str(helper))
    where = clone(bare, "dana")
    git(where, "config", "core.askPass", str(helper))
    post(where, submission())
    with HTTPServer(("127.0.0.1", 0), Refuses) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            git(where, "remote", "set-url", "origin", f"http://127.0.0.1:{server.server_address[1]}/team.git")
            told = Checkout(where).sync("Dana")
        finally:
            server.shutdown()
            serving.join()
    assert "did not let you in" in told.problem, told
    assert (told.files, told.offline) == (1, False)
    assert not asked.exists()


@needs_git
def test_git_that_waits_for_a_server_can_be_stopped(tmp_path: Path, bare: Path) -> None:
    where = clone(bare, "dana")
    post(where, submission())
    with socket.create_server(("127.0.0.1", 0)) as silent:
        git(where, "remote", "set-url", "origin", f"git://127.0.0.1:{silent.getsockname()[1]}/team.git")
        checkout, told = Checkout(where), list[Synced]()
        running = threading.Thread(target=lambda: told.append(checkout.sync()))
        running.start()
        connection, _ = silent.accept()  # it is there, and hears nothing
        checkout.stop()
        running.join(30)
        connection.close()
    assert not running.is_alive()
    assert told[0].problem
    git(where, "remote", "set-url", "origin", str(bare))
    assert Checkout(where).sync() == Synced()
    assert len(tree(clone(bare, "other"))) == 1


@needs_git
def test_another_git_at_work_is_told(bare: Path) -> None:
    where = clone(bare, "dana")
    post(where, submission())
    (where / ".git" / "index.lock").touch()
    told = Checkout(where).sync()
    assert "Another git program is at work" in told.problem
    assert told.files == 1
    (where / ".git" / "index.lock").unlink()
    assert Checkout(where).sync() == Synced(1)


@needs_git
def test_a_checkout_is_known_by_its_looks_without_asking_git(tmp_path: Path, bare: Path) -> None:
    where = clone(bare, "dana")
    (where / "deep" / "er").mkdir(parents=True)
    assert marked(where)
    assert marked(where / "deep" / "er")
    assert Checkout(where).trouble() == ""
    (tmp_path / "plain").mkdir()
    assert not marked(tmp_path / "plain")
    assert "no checkout" in Checkout(tmp_path / "plain").trouble()
    assert "not installed" in Checkout(where, git="no-such-git").trouble()


def test_a_bundle_is_written_as_a_file_or_into_the_folder(tmp_path: Path, team: Path) -> None:
    opened, raw = read(submission()), making.to_bytes(submission())
    assert folder.write_to(tmp_path / "x.rehearse", opened, raw) == tmp_path / "x.rehearse"
    there = folder.write_to(folder.TeamFolder(team), opened, raw)
    assert there.parent == team / "submissions"
    assert there.read_bytes() == raw == (tmp_path / "x.rehearse").read_bytes()
    assert folder.write_to(folder.TeamFolder(team), opened, raw, sealed=True).parent == team / "sealed"
