"""`rehearse talk` with lines from standard input: the promised object, endings, trying again, series."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.shell import EMPTY_WORDS, EXECUTIVE, GOOD, Shell, same

LADDER = ("resists", "complies", "agrees", "buys_in")


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


def said_by_you(meeting: dict[str, Any]) -> list[dict[str, Any]]:
    by_id = {t["id"]: t for t in meeting["turns"]}
    return [by_id[i] for i in meeting["take"] if by_id[i]["speaker"] == "you"]


def test_four_good_lines_give_objections_a_step_a_decision_and_a_review_of_those_lines(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE)
    lines = GOOD.splitlines()
    assert [t["text"] for t in said_by_you(meeting)] == lines
    assert meeting["objections"]
    assert all(o["status"] for o in meeting["objections"])
    assert meeting["ladder"] in LADDER[1:]
    assert meeting["decision"]["words"]
    assert meeting["ended"] == "input_ended"
    review = meeting["review"]
    assert review["judged"]
    assert review["take"]["leaf"] == meeting["take"][-1]
    words = {t["id"]: t["text"] for t in said_by_you(meeting)}
    quoted = [c for c in review["checks"] if c["quote"]]
    assert quoted
    for check in quoted:
        assert words[check["turn"]][check["start"] : check["end"]] == check["quote"]


def test_words_without_content_never_get_past_resists(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE, lines=EMPTY_WORDS)
    assert meeting["ladder"] == "resists"
    assert all(t.get("stance", {}).get("ladder", "resists") == "resists" for t in meeting["turns"])


def test_the_same_seed_and_words_give_the_same_meeting_and_another_seed_another(shell: Shell) -> None:
    first, second = (same(shell.talk(*EXECUTIVE)) for _ in range(2))
    assert first == second
    others = {tuple(t["text"] for t in shell.talk("--seed", n)["turns"]) for n in range(4)}
    assert len(others) > 1


def test_blank_lines_are_skipped_and_a_byte_order_mark_is_no_word(shell: Shell) -> None:
    spread = "\ufeff\n\n" + GOOD.replace("\n", "\r\n\n   \n")
    assert same(shell.talk(*EXECUTIVE, lines=spread)) == same(shell.talk(*EXECUTIVE))


def test_without_a_line_they_wrap_up_and_the_object_is_whole(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE, lines="")
    assert meeting["ended"] == "input_ended"
    assert meeting["review"]["why_not"] == "too_short"


def test_lines_after_an_ending_are_ignored_and_that_is_said(shell: Shell) -> None:
    ran = shell("talk", *EXECUTIVE, "--json", lines=EMPTY_WORDS * 6)
    meeting = ran.valid("rehearsal")
    ignored = 24 - len(said_by_you(meeting))
    assert ran.code == 0
    assert ignored > 1
    assert ran.complaint == f"rehearse: The meeting had ended; {ignored} lines after that were ignored."


def test_the_clock_goes_by_words_and_minutes_end_the_meeting(shell: Shell) -> None:
    long = " ".join(["We lose $50k a month to refunds, says the ledger."] * 8)
    lines = "".join(f"{long} Case {n}.\n" for n in range(8))
    meeting = shell.talk("--persona", "product-manager", "--seed", "3", "--minutes", "1", lines=lines)
    yours = said_by_you(meeting)
    words = len(f"{long} Case 0.".split())
    assert yours[0]["until"] == pytest.approx(words * 60 / 140, abs=1)
    assert meeting["ended"] == "time"
    assert len(yours) == 2
    assert yours[-1]["until"] >= 60


def test_a_scenario_brings_person_ask_mode_and_minutes(shell: Shell) -> None:
    meeting = shell.talk("--scenario", "reliability-into-the-backlog", "--seed", "2")
    assert meeting["scenario"]["id"] == "reliability-into-the-backlog"
    assert meeting["persona"]["id"] == "skeptical-executive"
    assert meeting["scenario"]["hash"]
    assert meeting["ask"]


def test_ask_and_difficulty_are_kept(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE, "--ask", "two engineers for six weeks", "--difficulty", "hard")
    assert meeting["ask"] == "two engineers for six weeks"
    assert meeting["difficulty"] == "hard"
    gentle = shell.talk(*EXECUTIVE, "--difficulty", "gentle")
    first = lambda m: m["turns"][0]["stance"]["trust"]  # noqa: E731
    assert first(gentle) > first(meeting)


def test_a_persona_from_a_file_of_yours(shell: Shell, tmp_path: Path) -> None:
    built_in = Path(__file__).parents[2] / "personas" / "skeptical-executive.yaml"
    mine = tmp_path / "mine.yaml"
    mine.write_text(built_in.read_text("utf-8").replace("id: skeptical-executive", "id: my-own"), "utf-8")
    assert shell.talk("--persona", mine, "--seed", "1")["persona"]["id"] == "my-own"


def test_text_output_is_the_talk_then_the_review_in_narrow_lines(shell: Shell) -> None:
    ran = shell("talk", *EXECUTIVE, lines=GOOD)
    assert ran.code == 0
    assert ran.err == ""
    assert "You: We lose $50k a month" in ran.out
    assert "Checks:" in ran.out
    assert "Kept as r_" in ran.out
    assert all(len(line) <= 88 and line == line.rstrip() for line in ran.out.splitlines())


# ---- going on


def open_meeting(shell: Shell) -> dict[str, Any]:
    """A meeting that was left open: its third line cannot be read."""
    ran = shell("talk", *EXECUTIVE, "--json", lines=b"".join([*GOOD.encode().splitlines(True)[:2], b"\xff\xfe\n"]))
    assert ran.code == 1
    assert "standard input:3: this is not UTF-8 text." in ran.complaint
    id = ran.complaint.rsplit(" ", 1)[1]
    return shell("export", id, "--format", "json").valid("rehearsal")


def test_a_meeting_goes_on_as_if_nothing_had_been_between(shell: Shell) -> None:
    half = open_meeting(shell)
    assert half["ended"] == "open"
    rest = "".join(GOOD.splitlines(keepends=True)[2:])
    resumed = shell.talk("--resume", half["rehearsal"], lines=rest)
    assert resumed["rehearsal"] == half["rehearsal"]
    assert same(resumed) == same(shell.talk(*EXECUTIVE))


def test_the_beginning_of_an_id_is_enough(shell: Shell) -> None:
    half = open_meeting(shell)
    assert shell.talk("--resume", half["rehearsal"][:14], lines="")["rehearsal"] == half["rehearsal"]


def test_a_meeting_that_ended_is_not_resumed(shell: Shell) -> None:
    id = shell.talk(*EXECUTIVE)["rehearsal"]
    ran = shell("talk", "--resume", id, lines=GOOD)
    assert (ran.code, "--from TURN" in ran.complaint) == (1, True)


def test_trying_a_line_again_makes_a_sibling_and_both_takes_stay(shell: Shell) -> None:
    first = shell.talk(*EXECUTIVE)
    third = said_by_you(first)[2]
    again = shell.talk("--from", third["id"], lines="What would you need to see after two weeks?\nFine, by Friday.\n")
    assert again["rehearsal"] == first["rehearsal"]
    by_id = {t["id"]: t for t in again["turns"]}
    assert set(by_id) > {t["id"] for t in first["turns"]}
    siblings = [t for t in again["turns"] if t["parent"] == third["parent"]]
    assert [t["text"] for t in siblings] == [third["text"], "What would you need to see after two weeks?"]
    assert siblings[0]["at"] == siblings[1]["at"]
    assert third["id"] not in again["take"]
    assert again["take"][:5] == first["take"][:5]
    for told in first["turns"]:
        assert by_id[told["id"]]["text"] == told["text"]


def test_the_same_words_again_get_the_same_reply(shell: Shell) -> None:
    first = shell.talk(*EXECUTIVE)
    second = said_by_you(first)[1]
    rest = "".join(GOOD.splitlines(keepends=True)[1:])
    again = shell.talk("--from", second["id"], lines=rest)
    texts = lambda m: [{t["id"]: t for t in m["turns"]}[i]["text"] for i in m["take"]]  # noqa: E731
    assert texts(again) == texts(first)
    assert [c["verdict"] for c in again["review"]["checks"]] == [c["verdict"] for c in first["review"]["checks"]]


def test_only_a_line_of_yours_can_be_tried_again(shell: Shell) -> None:
    first = shell.talk(*EXECUTIVE)
    ran = shell("talk", "--from", first["take"][-1], lines=GOOD)
    assert (ran.code, ran.complaint) == (1, "rehearse: Only a line of yours can be tried again.")
    ran = shell("talk", "--from", "t_nowhere", lines=GOOD)
    assert ran.code == 1
    assert "no line t_nowhere" in ran.complaint


def test_a_meeting_keeps_its_seed(shell: Shell) -> None:
    first = shell.talk(*EXECUTIVE)
    turn = said_by_you(first)[0]["id"]
    assert shell.talk("--from", turn, "--seed", "1")["seed"] == 1
    ran = shell("talk", "--from", turn, "--seed", "2", lines=GOOD)
    assert (ran.code, "seed 1" in ran.complaint) == (1, True)


# ---- a series

CARING = (
    "What is on your mind about the release week?\n"
    "So the pages at night cost you the sprint, do I have that right?\n"
    "I can take two hours of your on-call on Thursday, and I will send you the incident list by Monday.\n"
    "How would you shape it? Shall we talk again next Tuesday?\n"
)


def test_a_series_climbs_at_most_one_step_a_meeting_and_is_recorded(shell: Shell) -> None:
    last: dict[str, Any] | None = None
    for n in range(3):
        more = ("--after", last["rehearsal"], "--kept", "yes") if last else ("--persona", "time-constrained-em")
        meeting = shell.talk(*more, "--seed", n, lines=CARING)
        if last is not None:
            assert meeting["after"] == last["rehearsal"]
            assert meeting["kept"] is True
            assert meeting["mode"] == "influencing"
            assert meeting["persona"]["id"] == last["persona"]["id"]
            assert LADDER.index(meeting["ladder"]) <= LADDER.index(last["ladder"]) + 1
        last = meeting
    kept = shell("list", "rehearsals", "--json").json["items"]
    assert len(kept) == 3


def test_a_promise_not_kept_costs_trust(shell: Shell) -> None:
    first = shell.talk("--persona", "time-constrained-em", "--seed", "1", lines=CARING)
    begun = {
        answer: shell.talk("--after", first["rehearsal"], "--kept", answer, "--seed", "1", lines="")["turns"][0]["stance"][
            "trust"
        ]
        for answer in ("yes", "no")
    }
    assert begun["yes"] > begun["no"]


# ---- what does not fit together


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--kept", "yes"), "--after"),
        (("--endpoint", "http://127.0.0.1:9/v1"), "--model"),
        (("--persona", "peer-lead", "--scenario", "tech-debt-on-the-roadmap"), "names its person"),
        (("--resume", "r_X", "--persona", "peer-lead"), "--persona"),
        (("--from", "t_X", "--difficulty", "hard"), "--difficulty"),
        (("--difficulty", "brutal"), "gentle"),
        (("--minutes", "0"), "--minutes"),
        (("--seed", "-1"), "--seed"),
        (("--nonsense",), "--nonsense"),
    ],
)
def test_options_that_contradict_each_other_are_usage(shell: Shell, given: tuple[str, ...], said: str) -> None:
    ran = shell("talk", *given, lines=GOOD)
    assert ran.code == 2
    assert said in ran.complaint
    assert (
        ran.complaint.endswith("--help")
        or "leave out" in ran.complaint
        or "needs" in ran.complaint
        or "goes with" in ran.complaint
    )
    assert not (shell.home / "library.db").exists()
