"""`rehearse review`: other people's transcripts and our own JSON; stored only when asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rehearse.exchange.transcript import read
from tests.core.shell import EXECUTIVE, Shell

NAMED = """\
Solveig: What are you asking for?
Ana: We lose $50k a month to failed checkouts; that is from the refund ledger.
Solveig: When does it pay back?
Ana: Two engineers for six weeks, about $70k, so it pays back in the second month.
Where do you feel it most?
Solveig: Renewals. How do I know it stops?
Ana: One region for two weeks behind a flag, and back in a minute if orders differ.
Solveig: And then?
Ana: A yes to the two-week trial by Friday; I own it and send you the count each week.
"""
MATTER = "---\npersona: skeptical-executive\nme: Ana\n---\n"


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


def written(tmp_path: Path, text: str, name: str = "talk.txt") -> Path:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return file


def test_names_and_words_are_judged_with_turns_called_by_their_line(shell: Shell, tmp_path: Path) -> None:
    ran = shell("review", written(tmp_path, NAMED), "--me", "ana", "--persona", "skeptical-executive", "--json")
    assert ran.code == 0
    assert ran.err == ""
    review = ran.valid("review")
    assert review["take"]["leaf"] == "l_9"
    assert review["rehearsal"] is None
    assert review["delivery"]["your_turns"] == 4
    assert review["judged"]
    lines = NAMED.splitlines()
    quoted = [c for c in review["checks"] if c["quote"]]
    assert quoted
    for check in quoted:
        assert check["turn"] in ("l_2", "l_4", "l_7", "l_9")
        assert check["quote"] in " ".join(lines[int(check["turn"][2:]) - 1 : int(check["turn"][2:]) + 1])
    assert review["ladder"] is None
    assert review["decision"] is None
    assert "payback" in {o["concern"] for o in review["objections"]}


def test_front_matter_says_who_and_lines_are_still_those_of_the_file(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, MATTER + NAMED)
    review = shell("review", file, "--json").valid("review")
    assert review["take"]["leaf"] == "l_13"
    assert review["persona_hash"]
    assert shell("review", file).out.count("yes: ") > 3


def test_front_matter_may_name_a_scenario_and_a_file_beside_it(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, "---\nscenario: reliability-into-the-backlog\nme: Ana\n---\n" + NAMED)
    assert shell("review", file, "--json").valid("review")["scenario_hash"]
    built_in = Path(__file__).parents[2] / "personas" / "skeptical-executive.yaml"
    (tmp_path / "mine.yaml").write_text(built_in.read_text("utf-8").replace("id: skeptical-executive", "id: my-own"), "utf-8")
    file = written(tmp_path, "---\npersona: mine.yaml\nme: Ana\n---\n" + NAMED)
    assert shell("review", file, "--json").valid("review")["persona_hash"]


def test_me_and_times_and_windows_line_ends_are_understood(shell: Shell, tmp_path: Path) -> None:
    text = NAMED.replace("Ana:", "Me:").replace("Solveig:", "[00:12] Solveig:").replace("\n", "\r\n")
    review = shell("review", written(tmp_path, "\ufeff" + text), "--json").valid("review")
    assert review["delivery"]["your_turns"] == 4


def test_without_a_person_it_is_judged_too(shell: Shell, tmp_path: Path) -> None:
    review = shell("review", written(tmp_path, NAMED), "--me", "Ana", "--json").valid("review")
    assert review["judged"]
    assert review["persona_hash"] is None


def test_nothing_is_stored_unless_asked(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, MATTER + NAMED, "thursday.txt")
    shell("review", file)
    assert not shell.home.exists()
    ran = shell("review", file, "--save")
    assert "Kept as r_" in ran.out
    (kept,) = shell("list", "rehearsals", "--json").json["items"]
    assert (kept["title"], kept["your_turns"]) == ("thursday", 4)
    exported = shell("export", kept["rehearsal"], "--format", "json").valid("rehearsal")
    assert exported["review"]["judged"]
    assert len(exported["turns"]) == 8
    shell("review", file, "--save")
    assert len(shell("list", "rehearsals", "--json").json["items"]) == 2


WORRIED = NAMED.replace(
    "Solveig: And then?", "Solveig: And who is on call at night when your new service falls over in the campaign week?"
)


def test_without_a_person_objections_are_found_and_kept_and_come_back_the_same(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, WORRIED)
    review = shell("review", file, "--me", "Ana", "--json").valid("review")
    assert any("on call" in o["words"] and o["kind"] == "other" for o in review["objections"])
    assert shell("review", file, "--me", "Ana", "--json").valid("review")["objections"] == review["objections"]
    assert "Objections" in shell("review", file, "--me", "Ana").out
    shell("review", file, "--me", "Ana", "--save")
    (kept,) = shell("list", "rehearsals", "--json").json["items"]
    out = tmp_path / "out.json"
    assert shell("export", kept["rehearsal"], "--format", "json", "--out", out).code == 0
    again = shell("review", out, "--json").valid("review")
    assert [(o["label"], o["status"], o["words"]) for o in again["objections"]] == [
        (o["label"], o["status"], o["words"]) for o in review["objections"]
    ]
    assert (again["checks"][0]["verdict"], again["total"]) == (review["checks"][0]["verdict"], review["total"])


def test_a_transcript_is_kept_also_where_nobody_here_is_like_them(shell: Shell, tmp_path: Path) -> None:
    ran = shell("review", written(tmp_path, NAMED), "--me", "Ana", "--save")
    assert (ran.code, ran.err) == (0, "")
    (kept,) = shell("list", "rehearsals", "--json").json["items"]
    exported = shell("export", kept["rehearsal"], "--format", "json").valid("rehearsal")
    assert exported["foreign"] is True
    assert exported["persona"]["name"] == "Solveig"
    assert exported["objections"] == []
    assert [t["by"]["name"] for t in exported["turns"]] == ["Solveig", "Ana"] * 4


def test_a_talk_comes_back_in_with_its_step_and_decision(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.talk(*EXECUTIVE)
    file = written(tmp_path, json.dumps(meeting), "talk.json")
    review = shell("review", file, "--json").valid("review")
    assert review["ladder"] == meeting["ladder"]
    assert review["decision"] == meeting["decision"]
    assert review["objections"] == meeting["review"]["objections"]
    assert review["checks"] == meeting["review"]["checks"]
    assert review["curve"] == meeting["review"]["curve"]
    assert review["take"] == meeting["review"]["take"]


def test_an_export_comes_back_in_and_can_be_kept_again(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.talk(*EXECUTIVE)
    out = tmp_path / "out.json"
    assert shell("export", meeting["rehearsal"], "--format", "json", "--out", out).code == 0
    assert shell("review", out, "--save", "--json").valid("review")["ladder"] == meeting["ladder"]
    items = shell("list", "rehearsals", "--json").json["items"]
    assert len(items) == 2
    assert len({i["rehearsal"] for i in items}) == 2
    assert {i["ladder"] for i in items} == {meeting["ladder"]}


def test_a_meeting_with_somebody_unknown_here_is_judged_and_that_is_said(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.talk(*EXECUTIVE)
    meeting["persona"]["id"] = "somebody-elsewhere"
    ran = shell("review", written(tmp_path, json.dumps(meeting), "m.json"), "--json")
    assert ran.code == 0
    assert "somebody-elsewhere" in ran.complaint
    assert ran.valid("review")["ladder"] == meeting["ladder"]


def test_a_forged_stance_is_left_out_and_the_words_are_judged(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.talk(*EXECUTIVE)
    for turn in meeting["turns"]:
        turn["stance"] = {"stage": "\x1b[31mcommitted", "trust": "much", "ladder": "buys_in", "concerns": [], "why": 3}
        turn["moves"] = [{"kind": "concedes", "start": 0, "end": 5, "quote": "never said"}]
    review = shell("review", written(tmp_path, json.dumps(meeting), "m.json"), "--json").valid("review")
    assert review["judged"]
    assert review["ladder"] is None


def test_two_thousand_turns_are_judged_and_more_are_refused(shell: Shell, tmp_path: Path) -> None:
    def turns(count: int) -> str:
        return "Ana: Fine.\nSolveig: Well.\n" * (count // 2)

    review = shell("review", written(tmp_path, turns(2000)), "--me", "Ana", "--json").valid("review")
    assert review["delivery"]["your_turns"] == 1000
    ran = shell("review", written(tmp_path, turns(2002)), "--me", "Ana")
    assert ran.code == 1
    assert "more than 2,000 lines" in ran.complaint


def test_what_others_wrote_never_moves_the_terminal(shell: Shell, tmp_path: Path) -> None:
    text = NAMED.replace("Ana: We lose", "Ana: \x1b[2J\x9b31m\u202e We lose").replace(
        "Solveig: When", "Solveig: \x1b]0;owned\x07 When"
    )
    file = written(tmp_path, MATTER + text)
    for arguments in ((file,), (file, "--json")):
        ran = shell("review", *arguments)
        assert ran.code == 0
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(ran.out + ran.err)


def test_the_names_of_the_speakers_become_labels_for_the_judge(tmp_path: Path) -> None:
    transcript = read(written(tmp_path, MATTER + NAMED))
    assert dict(transcript.names) == {"Solveig": "Stakeholder", "Ana": "Engineer"}


def test_a_rubric_can_be_named(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, MATTER + NAMED)
    assert shell("review", file, "--rubric", "buy-in", "--json").valid("review")["rubric"]["id"] == "buy-in"
    ran = shell("review", file, "--rubric", "buyin")
    assert ran.code == 1
    assert "Did you mean buy-in?" in ran.complaint


def test_three_lines_are_too_few_for_checks(shell: Shell, tmp_path: Path) -> None:
    review = shell("review", written(tmp_path, "Me: One.\nYou there: Two.\n"), "--json").valid("review")
    assert (review["judged"], review["why_not"], review["total"]) == (False, "too_short", None)
    assert "four lines" in shell("review", written(tmp_path, "Me: One.\nBoss: Two.\n")).out
