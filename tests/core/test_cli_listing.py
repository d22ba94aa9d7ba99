"""`rehearse list`, `search`, `export`, `check`, `appraise`, `doctor`: what they print, to people and to scripts."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from rehearse.paths import built_in
from tests.core.shell import EXECUTIVE, GOOD, Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


# ---- list


@pytest.mark.parametrize(("kind", "known"), [("personas", "skeptical-executive"), ("rubrics", "buy-in")])
def test_what_comes_with_the_program_is_listed(shell: Shell, kind: str, known: str) -> None:
    found = shell("list", kind, "--json").json
    assert (found["format"], found["kind"]) == ("rehearse/list@1", kind)
    assert known in [i["id"] for i in found["items"]]
    ran = shell("list", kind)
    assert (ran.code, ran.err) == (0, "")
    assert known in ran.out


def test_scenarios_name_their_person(shell: Shell) -> None:
    items = {i["id"]: i for i in shell("list", "scenarios", "--json").json["items"]}
    assert items["reliability-into-the-backlog"]["persona"] == "skeptical-executive"


def test_a_broken_file_of_yours_is_named_and_hides_nothing(shell: Shell) -> None:
    (shell.home / "personas").mkdir(parents=True)
    (shell.home / "personas" / "broken.yaml").write_text("id: broken\nname: [\n", "utf-8")
    ran = shell("list", "personas")
    assert ran.code == 0
    assert "skeptical-executive" in ran.out
    assert "broken.yaml:" in ran.complaint


def test_no_meeting_yet_says_how_to_begin(shell: Shell) -> None:
    assert "rehearse talk" in shell("list", "rehearsals").out
    assert shell("list", "rehearsals", "--json").json["items"] == []


def test_meetings_are_listed_newest_first(shell: Shell) -> None:
    ids = [shell.talk(*EXECUTIVE)["rehearsal"] for _ in range(3)]
    items = shell("list", "rehearsals", "--json").json["items"]
    assert [i["rehearsal"] for i in items] == ids[::-1]
    assert items[0]["your_turns"] == 4
    assert items[0]["applicable"] > 10
    assert all(id in shell("list", "rehearsals").out for id in ids)


# ---- search


def test_words_of_both_sides_are_found(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE)
    theirs = next(t for t in meeting["turns"] if t["speaker"] == "stakeholder" and len(t["text"].split()) > 5)
    word = max(theirs["text"].replace(".", " ").replace("?", " ").replace(",", " ").split(), key=len)
    for words, speaker in (("refund ledger", "you"), (word, "stakeholder")):
        hits = shell("search", *words.split(), "--json").json["items"]
        assert hits
        assert hits[0]["rehearsal"] == meeting["rehearsal"]
        assert speaker in {h["speaker"] for h in hits}
        start, end = hits[0]["spans"][0]
        assert hits[0]["snippet"][start:end].casefold() in words.casefold()
    ran = shell("search", "ledger")
    assert meeting["rehearsal"] in ran.out
    assert meeting["take"][1] in ran.out


HOSTILE = (
    '"', "zq AND", "NEAR(", "*", "(", "col:x", "zq OR", "' --", "%", "\\", "\x00\x1b[2J", "--drop", "-x", "", "x" * 100_000, "日本語",
    "\ud800",
)  # fmt: skip


def test_hostile_words_are_only_words(shell: Shell) -> None:
    shell.talk(*EXECUTIVE)
    for words in HOSTILE:
        for more in ((), ("--json",)):
            ran = shell("search", words, *more)
            assert (ran.code, ran.err) == (0, "")
            assert "\x1b" not in ran.out
        assert ran.json["items"] == []


# ---- export


def test_json_is_what_the_talk_printed(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.talk(*EXECUTIVE)
    assert shell("export", meeting["rehearsal"], "--format", "json").valid("rehearsal") == meeting
    out = tmp_path / "new" / "out.json"
    shell("export", meeting["rehearsal"], "--format", "json", "--out", out)
    assert json.loads(out.read_text("utf-8")) == meeting


def test_markdown_reads_well(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE, "--ask", "two *engineers* for <b>six</b> weeks")
    text = shell("export", meeting["rehearsal"], "--format", "md").out
    assert text.startswith("# Two \\*engineers\\*")
    for part in (
        "2\\. **You** 0:00: We lose $50k a month",
        "## Why she moved",
        "## Objections",
        "## Checks: ",
        "## Transcript",
        "Judged offline with the rubric buy-in (",
    ):
        assert part in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert meeting["rehearsal"] not in text


def test_all_goes_into_a_folder_one_file_a_meeting_and_nothing_of_another_in_it(shell: Shell, tmp_path: Path) -> None:
    first = shell.talk(*EXECUTIVE, lines=GOOD.replace("refund ledger", "zebra ledger"))
    second = shell.talk(*EXECUTIVE)
    out = tmp_path / "all"
    assert "2 meetings" in shell("export", "--all", "--format", "md", "--out", out).out
    shell("export", "--all", "--format", "json", "--out", out)
    names = sorted(f.name for f in out.iterdir())
    stem = f"{datetime.fromisoformat(first['started']).astimezone():%Y-%m-%d}-a-talk-with-solveig"
    assert names == sorted(f"{stem}{more}.{form}" for more in ("", "-2") for form in ("md", "json"))
    for form in ("md", "json"):
        newest, older = ((out / f"{stem}{more}.{form}").read_text("utf-8") for more in ("", "-2"))
        assert ("zebra" in older, "zebra" in newest) == (True, False)
        assert first["rehearsal"] not in newest
        assert second["rehearsal"] not in older


def test_nothing_in_the_folder_is_written_over(shell: Shell, tmp_path: Path) -> None:
    shell.talk(*EXECUTIVE)
    for _ in range(3):
        assert shell("export", "--all", "--format", "html", "--out", tmp_path / "all").code == 0
    files = sorted((tmp_path / "all").iterdir())
    assert len(files) == 3
    assert len({f.read_bytes() for f in files}) == 1
    assert [f.name[10:] for f in files] == [f"-a-talk-with-solveig{more}.html" for more in ("-2", "-3", "")]


def test_a_folder_as_out_takes_the_file(shell: Shell, tmp_path: Path) -> None:
    id = shell.talk(*EXECUTIVE)["rehearsal"]
    shell("export", id, "--format", "md", "--out", tmp_path)
    assert [f.name[10:] for f in tmp_path.glob("*.md")] == ["-a-talk-with-solveig.md"]


def test_an_empty_library_exports_nothing_and_says_so(shell: Shell, tmp_path: Path) -> None:
    ran = shell("export", "--all", "--format", "json", "--out", tmp_path / "all")
    assert (ran.code, "0 meetings" in ran.out) == (0, True)


# ---- check


def test_everything_that_comes_with_the_program_is_without_a_fault(shell: Shell) -> None:
    assert (
        shell("check", built_in() / "personas" if (built_in() / "personas").exists() else built_in() / "peer-lead.yaml").code == 0
    )


def test_every_fault_is_told_with_its_line(shell: Shell, tmp_path: Path) -> None:
    text = (built_in() / "peer-lead.yaml").read_text("utf-8")
    bad = tmp_path / "bad.yaml"
    bad.write_text(text.replace("pronouns: ", "pronouns: x").replace("weight: 3", "weight: 7"), "utf-8")
    ran = shell("check", bad)
    assert ran.code == 1
    told = [line for line in ran.out.splitlines() if "warning" not in line]
    assert len(told) >= 2
    assert all(line.startswith(f"{bad}:") for line in told)


def test_checking_touches_no_library(shell: Shell) -> None:
    shell("check", built_in() / "rubrics")
    assert not shell.home.exists()


# ---- appraise


def test_each_line_gets_moves_and_verdicts(shell: Shell) -> None:
    ran = shell("appraise", "--persona", "skeptical-executive", "--json", lines=GOOD + "\n\n")
    found = ran.valid("appraise")
    assert found["persona"] == "skeptical-executive"
    assert [line["text"] for line in found["lines"]] == GOOD.splitlines()
    first = {c["id"]: c for c in found["lines"][0]["concerns"]}
    assert first["payback"]["verdict"] == "evidenced"
    assert {"figure.money", "source"} <= {s["kind"] for s in found["lines"][0]["signals"]}
    for line in found["lines"]:
        for move in line["moves"]:
            assert line["text"][move["start"] : move["end"]] == move["quote"]
    assert not shell.home.exists()


def test_a_concern_is_taken_as_just_raised(shell: Shell) -> None:
    def verdict(*more: str) -> str:
        found = shell("appraise", "--persona", "skeptical-executive", *more, "--json", lines="We will see about that later.\n")
        return {c["id"]: c["verdict"] for c in found.valid("appraise")["lines"][0]["concerns"]}.get("payback", "ignored")

    assert verdict() == "ignored"
    assert verdict("--concern", "payback") == "deflected"


def test_appraisal_in_words(shell: Shell) -> None:
    ran = shell("appraise", "--persona", "skeptical-executive", lines=GOOD)
    assert "payback: evidenced" in ran.out
    assert shell("appraise", "--persona", "skeptical-executive", "--json", lines="").valid("appraise")["lines"] == []


# ---- doctor and help


def test_the_doctor_finds_a_new_library_well(shell: Shell) -> None:
    shell.talk(*EXECUTIVE)
    ran = shell("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "ok  The library is sound: 1 meeting, " in ran.out
    # The keyring is the system's, and may be locked while others use it.
    assert [line for line in ran.out.splitlines() if not line.startswith("ok  ") and "keyring" not in line] == []


def test_help_and_version(shell: Shell) -> None:
    assert shell("--help").code == 0
    assert "talk" in shell("-h").out
    assert shell("--version").out.startswith("rehearse ")
    for command in ("talk", "appraise", "review", "list", "search", "export", "check", "doctor"):
        ran = shell(command, "--help")
        assert (ran.code, ran.err) == (0, "")
        assert f"Usage: rehearse {command}" in ran.out
