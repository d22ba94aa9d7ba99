"""Bad input on the command line: one line on standard error that says what and where, the right code, nothing touched."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from rehearse.paths import built_in
from tests.core.shell import EXECUTIVE, GOOD, Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


# ---- names that are not there


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("talk", "--persona", "skeptical-exec"), "Did you mean skeptical-executive?"),
        (("talk", "--persona", "zzz"), 'There is no persona "zzz".'),
        (("talk", "--scenario", "tech-debt-on-the-map"), "Did you mean tech-debt-on-the-roadmap?"),
        (("talk", "--persona", "nowhere/file.yaml"), "there is no such file"),
        (("talk", "--persona", "a\nb\x1b[2J"), "There is no persona"),
        (("talk", "--after", "r_none"), "There is no meeting r_none"),
        (("talk", "--resume", "zz"), "There is no meeting zz"),
        (("appraise", "--persona", "skeptical-executive", "--concern", "paybak"), "Did you mean payback?"),
        (("appraise", "--persona", "skeptical-executive", "--concern", "zzz"), "There are: payback,"),
        (("export", "r_none", "--format", "md"), "There is no meeting r_none"),
        (("review", "nowhere.txt"), "nowhere.txt: there is no such file"),
    ],
)
def test_an_unknown_name_is_said_with_what_is_near(shell: Shell, arguments: tuple[str, ...], said: str) -> None:
    ran = shell(*arguments, lines=GOOD)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.complaint
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("talk", "extra"), ("list",), ("list", "people"), ("search",), ("export",), ("export", "--all", "--format", "md"),
        ("export", "r_1"), ("export", "r_1", "--all", "--format", "md", "--out", "x"), ("export", "r_1", "--format", "docx"),
        ("check",), ("appraise",), ("review",), ("assign",), ("submit",), ("feedback",), ("--nonsense",),
        ("talk", "--resume", ""), ("talk", "--persona", " "), ("talk", "--from", "", "--model", "offline"),
        ("review", "x.txt", "--endpoint", "http://127.0.0.1:9/v1"),
        ("appraise", "--persona", "peer-lead", "--endpoint", "http://127.0.0.1:9/v1"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_is_no_command_is_usage(shell: Shell, arguments: tuple[str, ...]) -> None:
    ran = shell(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.complaint
    assert not shell.home.exists()


# ---- files


def made(kind: str, place: Path) -> Path:
    """A file of a kind that is no transcript."""
    file = place / f"{kind}.txt"
    texts = {
        "empty": b"", "blank": b"\n  \n", "utf16": "Me: Hello.".encode("utf-16-le"), "latin": "Me: Grüße.".encode("latin-1"),
        "nameless": b"We talked for an hour.\nIt went well.\n", "webvtt": b"WEBVTT\n\n00:01.000 --> 2\n<v Me>Hello\n",
        "unclosed": b"---\npersona: peer-lead\nMe: Hello.\n",
        "aliases": b"---\na: &a [x, x]\nb: &b [*a, *a, *a]\npersona: *b\n---\nMe: Hello.\n",
        "tag": b"---\npersona: !!python/object/apply:os.system ['true']\n---\nMe: Hello.\n",
        "list": b"---\npersona: [peer-lead]\n---\nMe: Hello.\n",
        "no_such_person": b"---\npersona: nobody\n---\nMe: Hello.\nBo: Yes.\n",
        "one_voice": b"Me: Hello.\nMe: Is anybody there?\n", "zip": b"PK\x03\x04" + b"\0" * 400,
        "endless": b"Me: " + b"word " * 5000,
        "spaces": b"a" + b" " * 3_000_000,
        "words": b"Me: a\n" + b"b\n" * 500_000,
    }  # fmt: skip
    if kind == "folder":
        file.mkdir()
    elif kind == "fifo":
        os.mkfifo(file)
    elif kind == "huge":
        with file.open("wb") as hole:
            hole.truncate(50 * 1024 * 1024)
    elif kind != "missing":
        file.write_bytes(texts[kind])
    return file


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("missing", "there is no such file"),
        ("folder", "this is a folder"),
        ("fifo", "not a plain file"),
        ("huge", "50 MiB is more than"),
        ("empty", "the file is empty"),
        ("blank", "the file is empty"),
        ("utf16", "this is not UTF-8 text"),
        ("latin", "latin.txt:1: this is not UTF-8 text"),
        ("nameless", 'nameless.txt:1: a line of a transcript reads "Name: text"'),
        ("webvtt", "webvtt.txt:3: this is no time of a cue. It reads 00:00:01.000 --> 00:00:02.500."),
        ("unclosed", "unclosed.txt:1: the front matter has no end"),
        ("aliases", "aliases.txt:2:"),
        ("tag", "tag.txt:2:"),
        ("list", "a text is needed here"),
        ("no_such_person", 'There is no persona "nobody"'),
        ("one_voice", "one_voice.txt:1: only Me speaks in it. A review needs what both sides said."),
        ("zip", "zip.txt:1: this is a Word file or another archive, not text. Save it as text"),
        ("endless", "endless.txt:1: a line has at most 20,000 characters"),
        ("spaces", "spaces.txt:1: a line has at most 20,000 characters"),
        ("words", "a line has at most 20,000 characters"),
    ],
)
def test_a_file_that_is_no_transcript_is_refused_with_its_name(shell: Shell, tmp_path: Path, kind: str, said: str) -> None:
    ran = shell("review", made(kind, tmp_path), "--json")
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.complaint
    assert not shell.home.exists()


def test_who_is_me_has_to_be_said(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("Ana: Hello.\nBo: Hello.\n", "utf-8")
    ran = shell("review", file)
    assert ran.code == 1
    assert "--me NAME" in ran.complaint
    assert "Ana, Bo" in ran.complaint
    ran = shell("review", file, "--me", "Cy")
    assert ran.code == 1
    assert 'nobody is called "Cy"' in ran.complaint


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (command, kind)
        for command in ("talk", "check")
        for kind in ("missing", "folder", "fifo", "huge", "empty", "utf16", "aliases", "tag")
        if (command, kind) != ("check", "folder")  # check takes folders
    ],
)
def test_a_file_that_is_no_persona_is_refused_with_its_name(shell: Shell, tmp_path: Path, kind: str, command: str) -> None:
    file = made(kind, tmp_path)
    ran = shell(*(("check", file) if command == "check" else ("talk", "--persona", file)), lines=GOOD)
    told = ran.out if command == "check" else ran.complaint
    assert ran.code == 1
    assert f"{kind}.txt" in told
    assert "Traceback" not in told


def test_a_persona_with_a_fault_is_refused_before_anything_is_said(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text((built_in() / "peer-lead.yaml").read_text("utf-8").replace("weight: 3", "weight: 7"), "utf-8")
    ran = shell("talk", "--persona", bad, lines=GOOD)
    assert ran.code == 1
    assert ran.complaint.startswith(f"rehearse: {bad}:")
    assert shell("list", "rehearsals", "--json").json["items"] == []


# ---- JSON that is no meeting


def test_json_that_is_no_meeting_is_refused(shell: Shell, tmp_path: Path) -> None:
    good = shell.talk(*EXECUTIVE)
    file = tmp_path / "m.json"

    def refused(text: str | dict[str, Any], said: str) -> None:
        file.write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
        ran = shell("review", file, "--json")
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.complaint, ran.err
        assert len(ran.err) < 400

    refused("{", "m.json:1: this is not JSON")
    refused("{}", "this is no meeting")
    refused('{"format": "rehearse/rehearsal@2"}', "newer version")
    refused('{"format": 1, "format": 2}', "a key stands twice")
    refused('{"a": NaN}', "NaN is no number")
    refused('{"a": ' + "9" * 5000 + "}", "longer than 20 digits")
    refused('{"a": ' + "[" * 200_000 + "]" * 200_000 + "}", "nested deeper")
    refused('{"a": ' + "[" * 30 + "]" * 30 + "}", "nested deeper")
    first, second, *rest = good["turns"]
    for damage, said in (
        ({"turns": []}, "turns: a list"), ({"turns": None}, "turns: a list"), ({"turns": {"a": 1}}, "turns: a list"),
        ({"turns": [1]}, "turn 1: its id"), ({"turns": [first, {**second, "id": "x\x1b"}]}, "turn 2: its id"),
        ({"take": []}, "take: a list"), ({"take": None}, "take: a list"), ({"take": [["x"]]}, "take: there is no turn"),
        ({"take": ["t_?"]}, "take: there is no turn t_?"), ({"take": good["take"][:2] * 2}, "turn 1: its parent must be"),
        ({"take": good["take"][::-1]}, "its parent must be null"), ({"turns": good["turns"] * 2}, "turn 1 has the same id"),
        ({"turns": [{**first, "parent": second["id"]}, second, *rest]}, "turn 1: its parent must be null"),
        ({"turns": [first, {**second, "parent": second["id"]}, *rest]}, f"turn 2: its parent must be {first['id']}"),
        ({"turns": [first, {**second, "text": 5}, *rest]}, "turn 2: its text"),
        ({"turns": [first, {**second, "speaker": "nobody"}, *rest]}, "turn 2: its speaker"),
        ({"turns": [{k: v for k, v in first.items() if k != "text"}, second, *rest]}, "turn 1: its text"),
        ({"turns": [first, {**second, "text": "x" * 30_000}, *rest]}, "turn 2: its text must be a text of at most 20,000"),
        ({"take": good["take"] * 1000}, "more than 2,000 lines"),
    ):  # fmt: skip
        refused(good | damage, f"m.json: {said}" if not said.startswith(("its", "turn 1 has")) else said)


def test_odd_values_in_a_meeting_are_left_out(shell: Shell, tmp_path: Path) -> None:
    good = shell.talk(*EXECUTIVE)
    odd = good | {
        "mode": "x",
        "difficulty": [],
        "ask": 5,
        "title": "\x1b[2J",
        "persona": {"id": "../../etc/passwd", "name": "\x1b"},
    }
    odd["turns"] = [
        {**t, "at": -1, "until": 1e999, "state": "?", "act": "explode", "text": t["text"] + "\x00\ud800"} for t in good["turns"]
    ]
    file = tmp_path / "m.json"
    file.write_text(json.dumps(odd).replace("Infinity", "1e999"), "utf-8")
    ran = shell("review", file, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.valid("review")["persona_hash"] is None


# ---- lines from standard input


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (GOOD.encode() + b"\xff\xfe\n", "standard input:5: this is not UTF-8 text"),
        (b"word " * 5000 + b"\n", "standard input:1: a line has at most 20,000 characters"),
        ("ü".encode() * 30_000, "standard input:1: a line has at most 20,000 characters"),
        ("日".encode() * 70_000, "standard input:1: a line has at most 20,000 characters"),
        (b"\n" * 5001, "standard input:5001: more than 5,000 lines"),
    ],
)
def test_lines_that_cannot_be_said_are_named_and_what_was_said_is_kept(shell: Shell, lines: bytes, said: str) -> None:
    ran = shell("talk", *EXECUTIVE, "--json", lines=lines)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.complaint
    assert "rehearse talk --resume r_" in ran.complaint
    (kept,) = shell("list", "rehearsals", "--json").json["items"]
    assert kept["ended"] == "open"
    assert kept["your_turns"] == min(4, lines.count(b"."))


def test_control_characters_of_a_line_become_spaces(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE, lines=b"We lose\x00 $50k\x1b[31m a month\x7f.\n")
    assert meeting["turns"][1]["text"] == "We lose  $50k [31m a month ."


# ---- places to write to


def test_what_cannot_be_written_is_said(shell: Shell, tmp_path: Path) -> None:
    id = shell.talk(*EXECUTIVE)["rehearsal"]
    (tmp_path / "file").write_text("x")
    for out, said in (
        (tmp_path / "file" / "x.md", "cannot be written (file exists)"),
        (Path("/dev/full"), "cannot be written (no space left on device)"),
        (tmp_path / ("n" * 300), "cannot be written (file name too long)"),
    ):
        ran = shell("export", id, "--format", "md", "--out", out)
        assert ran.code == 1
        assert said in ran.complaint
    assert Path("/dev/full").is_char_device()
    ran = shell("export", "--all", "--format", "md", "--out", tmp_path / "file")
    assert ran.code == 1
    assert "this is not a folder" in ran.complaint
    assert (tmp_path / "file").read_text() == "x"


def test_a_damaged_meeting_does_not_keep_the_others_from_being_exported(shell: Shell, tmp_path: Path) -> None:
    import sqlite3

    first, second = (shell.talk(*EXECUTIVE)["rehearsal"] for _ in range(2))
    with sqlite3.connect(shell.home / "library.db") as library:
        library.execute("UPDATE rehearsals SET leaf = NULL WHERE id = ?", (first,))
    library.close()
    ran = shell("export", "--all", "--format", "json", "--out", tmp_path / "all")
    assert ran.code == 1
    assert first in ran.complaint
    (written,) = (tmp_path / "all").iterdir()
    assert json.loads(written.read_text("utf-8"))["rehearsal"] == second


# ---- the data folder


def test_a_file_in_the_place_of_the_data_folder(shell: Shell) -> None:
    shell.home.write_text("mine")
    for command in (("talk", *EXECUTIVE), ("list", "rehearsals"), ("search", "x"), ("export", "r_1", "--format", "md")):
        ran = shell(*command, lines=GOOD)
        assert ran.code == 1
        assert ran.complaint
    assert shell("list", "personas").code == 0
    assert shell.home.read_text() == "mine"


def test_what_is_at_fault_in_a_file_is_said_before_there_is_a_library(shell: Shell, tmp_path: Path) -> None:
    for kind in ("folder", "fifo", "huge", "empty", "utf16", "tag", "missing"):
        file = made(kind, tmp_path)
        for command in ("persona", "scenario"):
            ran = shell("talk", f"--{command}", file, lines=GOOD)
            assert (ran.code, ran.out) == (1, ""), kind
            assert file.name in ran.complaint
    assert shell("talk", "--persona", "nobody", lines=GOOD).code == 1
    assert not (shell.home / "library.db").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_an_input_at_fault(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("Me: Hello.\n")
    file.chmod(0o000)
    for command in (("review", file), ("check", file), ("talk", "--persona", file)):
        ran = shell(*command, lines=GOOD)
        assert ran.code == 1
        assert "secret.txt" in ran.out + ran.err
        assert "permission denied" in ran.out + ran.err


def test_a_name_that_no_file_can_have_is_named(shell: Shell) -> None:
    for command in (("check",), ("review",), ("talk", "--persona"), ("talk", "--scenario")):
        ran = shell(*command, "n" * 5000 + ".yaml", lines=GOOD)
        assert ran.code == 1
        assert "nnnn" in ran.complaint
        assert "went wrong" not in ran.complaint
    assert shell("review", "/").complaint.startswith("rehearse: /: this is a folder")


def test_a_pipe_in_the_place_of_the_library_or_the_settings_is_not_waited_for(shell: Shell) -> None:
    shell.home.mkdir()
    os.mkfifo(shell.home / "library.db")
    for command in (("talk", *EXECUTIVE), ("list", "rehearsals"), ("search", "x")):
        ran = shell(*command, lines=GOOD)
        assert ran.code == 1
        assert "not a library of Rehearse" in ran.complaint
    assert shell("doctor").code == 1
    (shell.home / "library.db").unlink()
    os.mkfifo(shell.home / "settings.json")
    ran = shell("talk", "--model", "some", "--endpoint", "http://127.0.0.1:9/v1", lines="")
    assert "The settings could not be read" in ran.err


def test_a_library_of_a_newer_version_is_left_alone(shell: Shell) -> None:
    import sqlite3

    shell.talk(*EXECUTIVE)
    with sqlite3.connect(shell.home / "library.db") as library:
        library.execute("PRAGMA user_version = 999")
    library.close()
    before = (shell.home / "library.db").read_bytes()
    for command in (("talk", *EXECUTIVE), ("list", "rehearsals"), ("search", "x")):
        ran = shell(*command, lines=GOOD)
        assert ran.code == 1
        assert "newer version" in ran.complaint
    assert (shell.home / "library.db").read_bytes() == before
    assert shell("doctor").code == 1


def test_something_else_in_the_place_of_the_library(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "library.db").write_text("this is my diary, not yours")
    ran = shell("talk", *EXECUTIVE, lines=GOOD)
    assert ran.code == 1
    assert "not a library of Rehearse" in ran.complaint
    assert (shell.home / "library.db").read_text() == "this is my diary, not yours"


def test_settings_that_cannot_be_read_are_set_aside_and_the_meeting_goes_on(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "settings.json").write_text("{broken")
    ran = shell("talk", "--model", "some", "--seed", "1", lines=GOOD)
    assert ran.code == 1
    assert "--endpoint" in ran.err
    assert shell("talk", *EXECUTIVE, lines=GOOD).code == 0
