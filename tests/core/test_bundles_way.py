"""The whole way by files, two homes on one machine: assign, open, talk, submit, open, feedback, open. Nothing lost, nothing doubled."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from rehearse.bundles import received
from rehearse.conversation import RehearsalId
from rehearse.library import Store
from tests.core.handing import SCENARIO, Home, catalog
from tests.core.shell import GOOD, Shell, schema


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture
def dana(tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Home:
    return Home(tmp_path / "dana", "Dana Ruiz", shell, monkeypatch)


@pytest.fixture
def kofi(tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Home:
    return Home(tmp_path / "kofi", "Kofi Mensah", shell, monkeypatch)


def rehearse(who: Home, assignment: str) -> dict[str, object]:
    ran = who("talk", "--assignment", assignment, "--seed", "3", "--json", lines=GOOD)
    assert ran.code == 0, ran.err
    return ran.valid("rehearsal")


def test_from_the_assignment_to_the_feedback_and_nothing_twice(tmp_path: Path, dana: Home, kofi: Home) -> None:
    post = tmp_path / "post"
    asked = dana.sends(
        "assign", SCENARIO, "--to", "Kofi Mensah", "--due", "2026-12-01T17:00", "--zone", "Europe/Berlin", "--attempts", 2,
        "--note", "Bring one number.", "--focus", "evidence/source", "--out", post / "a.rehearse",
    )  # fmt: skip
    assert (asked["signed"], asked["sealed"]) == (True, False)
    assert dana.lists("assignments")[0]["step"] == "given"

    (got,) = kofi.opens(asked["file"])
    assert (got["kind"], got["id"], got["new"], got["standing"]) == ("assignment", asked["id"], True, "known")
    schema_of = got["bundle"]
    assert "mentor_notes" not in schema_of["scenario"]
    assert (schema_of["due"], schema_of["attempts"]) == ({"at": "2026-12-01T17:00", "zone": "Europe/Berlin"}, 2)
    (again,) = kofi.opens(asked["file"])
    assert again["new"] is False
    assert kofi.lists("assignments")[0]["step"] == "given"

    first, second = rehearse(kofi, asked["id"]), rehearse(kofi, asked["id"])
    assert first["persona"]["hash"] == second["persona"]["hash"]  # type: ignore[index]
    (state,) = kofi.lists("assignments")
    assert (state["step"], state["attempts"]) == ("rehearsed", 2)

    sent = kofi.sends(
        "submit", second["rehearsal"], "--assignment", asked["id"], "--reflection", "I named a source at last.",
        "--out", post / "s.rehearse",
    )  # fmt: skip
    (arrived,) = dana.opens(sent["file"])
    assert (arrived["kind"], arrived["about"], arrived["standing"]) == ("submission", asked["id"], "known")
    (take,) = arrived["bundle"]["takes"]
    schema("rehearsal").validate(take)
    assert [t["text"] for t in take["turns"]] == [t["text"] for t in second["turns"]]  # type: ignore[attr-defined]
    assert first["rehearsal"] not in str(arrived["bundle"])  # what was not chosen stays home
    assert dana.lists("rehearsals") == []  # what others practise is not among one's own meetings
    assert dana.lists("assignments")[0]["step"] == "sent"

    check = take["reviews"][0]["checks"][0]
    quote = next(t["text"] for t in take["turns"] if t["speaker"] == "you")[:40]
    answered = dana.sends(
        "feedback", sent["id"], "--mark", f"{check['criterion']}/{check['check']}=no:Too late.",
        "--comment", quote, "Say this first.", "--next", "redo", "--redo", take["take"][1], "--note", "Nearly.",
        "--out", post / "f.rehearse",
    )  # fmt: skip
    (back,) = kofi.opens(answered["file"])
    assert (back["kind"], back["about"], back["standing"]) == ("feedback", sent["id"], "known")
    (comment,) = back["bundle"]["comments"]
    line = next(t for t in second["turns"] if t["id"] == comment["turn"])  # type: ignore[attr-defined]
    assert line["text"][comment["start"] : comment["end"]] == comment["quote"] == quote
    assert back["bundle"]["marks"] == [
        {"review": take["reviews"][0]["id"], "criterion": check["criterion"], "check": check["check"], "verdict": "no", "why": "Too late."}
    ]  # fmt: skip
    assert kofi.lists("assignments")[0]["step"] == dana.lists("assignments")[0]["step"] == "answered"

    with closing(Store.open(kofi.home / "library.db")) as store:  # as the mentee's screens ask for it
        (on,) = received.feedback_on_meeting(store.bundles, str(second["rehearsal"]))
        assert (on.feedback.note, on.row.standing, on.on.id) == ("Nearly.", "known", sent["id"])
        assert received.feedback_on_meeting(store.bundles, str(first["rehearsal"])) == ()
        mine = store.load(RehearsalId(str(second["rehearsal"])))
    with closing(Store.open(dana.home / "library.db")) as store:  # and as the mentor's do
        row, submission = received.submission(store.bundles, sent["id"])
        meeting = received.as_meeting(submission.takes[0], catalog(dana.home))
        assert [t.text for t in meeting.tree] == [t.text for t in mine.tree.take(mine.record.leaf)]  # type: ignore[arg-type]
        assert meeting.record.persona_hash == mine.record.persona_hash
        assert [r["id"] for r in meeting.reviews] == [r["id"] for r in mine.reviews]
        assert [f.feedback.id for f in received.feedback_on(store.bundles, row)] == [answered["id"]]

    for who in (dana, kofi):
        who.opens(*sorted(post.iterdir()))
        assert [len(who.lists(kind)) for kind in ("assignments", "submissions", "feedback")] == [1, 1, 1]
    assert len(kofi.lists("rehearsals")) == 2


def test_a_seed_that_json_cannot_hold_comes_through(tmp_path: Path, dana: Home, kofi: Home) -> None:
    seed = 2**63 - 1
    held = kofi("talk", "--persona", "skeptical-executive", "--seed", seed, "--json", lines=GOOD).json
    sent = kofi.sends("submit", held["rehearsal"], "--to", "Dana Ruiz", "--out", tmp_path / "s.rehearse")
    (got,) = dana.opens(sent["file"])
    schema("rehearsal").validate(got["bundle"]["takes"][0])
    assert received.as_meeting(got["bundle"]["takes"][0], catalog(dana.home)).record.seed == seed


def test_what_a_mentee_answers_comes_with_the_next_submission(tmp_path: Path, dana: Home, kofi: Home) -> None:
    asked = dana.sends("assign", SCENARIO, "--out", tmp_path / "a.rehearse")
    kofi.opens(asked["file"])
    held = rehearse(kofi, asked["id"])
    sent = kofi.sends("submit", held["rehearsal"], "--assignment", asked["id"], "--out", tmp_path / "s.rehearse")
    dana.opens(sent["file"])
    back = dana.sends("feedback", sent["id"], "--comment", "refund ledger", "Whose?", "--out", tmp_path / "f.rehearse")
    kofi.opens(back["file"])
    more = kofi.sends(
        "submit", held["rehearsal"], "--assignment", asked["id"], "--answer", back["id"], "c_1", "Finance keeps it.",
        "--contest", back["id"], "evidence/source", "It is in my second line.", "--out", tmp_path / "s2.rehearse",
    )  # fmt: skip
    (got,) = dana.opens(more["file"])
    assert got["bundle"]["answers"] == [
        {"feedback": back["id"], "to": "c_1", "text": "Finance keeps it."},
        {"feedback": back["id"], "to": "evidence/source", "text": "It is in my second line.", "contests": True},
    ]


def test_only_what_the_assignment_asks_to_see_is_sent(tmp_path: Path, dana: Home, kofi: Home) -> None:
    asked = dana.sends("assign", SCENARIO, "--shows", "takes", "--out", tmp_path / "a.rehearse")
    kofi.opens(asked["file"])
    held = rehearse(kofi, asked["id"])
    brief = tmp_path / "brief.txt"
    brief.write_text("Problem: Checkout stalls.\nAsk: Two weeks.\n")
    sent = kofi.sends(
        "submit", held["rehearsal"], "--assignment", asked["id"], "--reflection", "Mine.", "--brief", brief,
        "--out", tmp_path / "s.rehearse",
    )  # fmt: skip
    (got,) = dana.opens(sent["file"])
    assert got["bundle"]["takes"][0]["reviews"] == []
    assert got["bundle"]["takes"][0]["review"] is None
    assert "reflection" not in got["bundle"]
    assert "brief" not in got["bundle"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_same_by_a_git_folder_with_a_server_that_is_away(
    tmp_path: Path, dana: Home, kofi: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for scope in ("GLOBAL", "SYSTEM"):
        monkeypatch.setenv(f"GIT_CONFIG_{scope}", os.devnull)
    server = tmp_path / "server.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(server)], check=True)
    for name in ("d", "k"):
        subprocess.run(["git", "clone", "--quiet", str(server), str(tmp_path / name)], check=True, capture_output=True)
    d, k = tmp_path / "d", tmp_path / "k"

    def opens(who: Home, folder: Path) -> dict[str, object]:
        ran = who("open", folder, "--name", who.name, "--json")
        assert ran.code == 0, ran.err
        assert ran.json["refused"] == []
        return ran.json

    asked = dana.sends("assign", SCENARIO, "--to", "kofi mensah", "--seal", "--team", d)
    assert asked["waiting"] == 0
    assert opens(kofi, k)["new"] == 1
    held = rehearse(kofi, asked["id"])

    server.rename(tmp_path / "away.git")
    sent = kofi.sends("submit", held["rehearsal"], "--assignment", asked["id"], "--seal", "--team", k)
    assert (sent["waiting"], sent["sealed"]) == (1, True)
    offline = opens(kofi, k)
    assert offline["waiting"] == 1
    assert "cannot be reached" in str(offline["problem"])
    assert opens(dana, d)["new"] == 0

    (tmp_path / "away.git").rename(server)
    assert opens(kofi, k)["waiting"] == 0
    assert opens(dana, d)["new"] == 1
    dana.sends("feedback", sent["id"], "--comment", "refund ledger", "Whose?", "--team", d)
    assert opens(kofi, k)["new"] == 1
    for who, folder in ((dana, d), (kofi, k)):
        assert opens(who, folder)["new"] == 0  # one's own file at most is looked at, and it is here already
        assert opens(who, folder)["looked"] == 0
        assert [len(who.lists(kind)) for kind in ("assignments", "submissions", "feedback")] == [1, 1, 1]
        assert who.lists("assignments")[0]["step"] == "answered"


def test_without_a_keyring_nothing_is_signed_and_it_is_said(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, kofi: Home
) -> None:
    bare = Home(tmp_path / "bare", "Ida", shell, monkeypatch, ring=False)
    ran = bare("assign", SCENARIO, "--name", "Ida", "--out", tmp_path / "a.rehearse")
    assert ran.code == 0
    assert ran.complaint == "rehearse: There is no keyring here, so nothing is signed or sealed."
    (got,) = kofi.opens(tmp_path / "a.rehearse")
    assert got["standing"] == "unsigned"
    refused = bare("assign", SCENARIO, "--name", "Ida", "--seal", "--out", tmp_path / "b.rehearse")
    assert refused.code == 1
    assert "no keyring" in refused.complaint
    assert not (tmp_path / "b.rehearse").exists()


def test_a_key_that_changed_warns_until_somebody_trusts_it(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, dana: Home, kofi: Home
) -> None:
    first = dana.sends("assign", SCENARIO, "--out", tmp_path / "a.rehearse")
    kofi.opens(first["file"])
    other = Home(tmp_path / "other", "DANA  ruiz", shell, monkeypatch)  # the same name but for case and spaces
    second = other.sends("assign", SCENARIO, "--out", tmp_path / "b.rehearse")
    (warned,) = kofi.opens(second["file"])
    assert warned["standing"] == "changed"
    assert "ANOTHER KEY" in kofi("open", second["file"]).out
    assert "ANOTHER KEY" in kofi("list", "assignments").out
    ran = kofi("open", second["file"], "--trust", "--json")
    assert ran.json["items"][0]["standing"] == "known"
    assert {i["standing"] for i in kofi.lists("assignments")} == {"known"}


def test_a_sealed_submission_is_opened_by_its_reader_only(tmp_path: Path, dana: Home, kofi: Home) -> None:
    asked = dana.sends("assign", SCENARIO, "--seal", "--out", tmp_path / "a.rehearse")
    kofi.opens(asked["file"])
    held = rehearse(kofi, asked["id"])
    sent = kofi.sends("submit", held["rehearsal"], "--assignment", asked["id"], "--seal", "--out", tmp_path / "s.rehearse")
    assert sent["sealed"] is True
    text = (tmp_path / "s.rehearse").read_text()
    assert "Kofi Mensah" not in text  # whole: four letters stand in any armour now and then
    assert "Dana Ruiz" not in text
    schema_says = kofi("check", sent["file"])
    assert schema_says.code == 0
    refused = kofi("open", sent["file"])
    assert refused.code == 1
    assert "sealed, and not to you" in refused.complaint
    (got,) = dana.opens(sent["file"])
    assert (got["kind"], got["sealed"], got["standing"]) == ("submission", True, "known")
    assert dana.lists("submissions")[0]["sealed"] is True
    secrets = [*dana.ring.held.values(), *kofi.ring.held.values()]  # type: ignore[union-attr]
    for home in (dana.home, kofi.home, tmp_path):
        for file in (f for f in home.rglob("*") if f.is_file()):
            assert not any(s.encode() in file.read_bytes() for s in secrets), file
