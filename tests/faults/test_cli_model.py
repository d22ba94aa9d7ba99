"""The command line with a model: streaming, its review, its faults; and the key, which is nowhere but in the request."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.core.shell import GOOD, Ran, Shell
from tests.server.brain import obedient
from tests.server.faults import FAULTS
from tests.server.server import Server

KEY = "sk-never-to-be-seen-0123456789abcdef"
MODEL = ("--persona", "skeptical-executive", "--seed", "1", "--model", "small")


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    found = Shell(tmp_path / "home", capsys, monkeypatch)
    monkeypatch.setenv("REHEARSE_API_KEY", KEY)
    return found


def quick(shell: Shell) -> None:
    """Time limits of a second, so that a test need not wait for a minute."""
    shell.home.mkdir(exist_ok=True)
    limits = {"format": "rehearse/settings@1", "connect": 1.0, "tell": 2.0, "end": 5.0}
    (shell.home / "settings.json").write_text(json.dumps(limits), "utf-8")


def juror(messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
    """Fills every form as small as it can be; as the judge it shows one check with words of line 2, and lies about another."""
    if "checks" not in schema.get("properties", {}):
        return obedient(messages, schema)
    shown = {"verdict": "yes", "line": 2, "answers_line": None}
    return {
        "checks": [
            {"check": "problem.first", "quote": "checkout goes down at peak", **shown},
            {"check": "evidence.source", "quote": "that is from the refund ledger", **shown},
            {"check": "outcome.goal", "quote": "we have ten million happy customers", **shown},
        ],
        "red_flags": [],
    }


def nowhere_is_the_key(shell: Shell, *ran: Ran) -> None:
    for one in ran:
        assert KEY not in one.out + one.err
    for file in shell.home.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), file


def closed_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def test_a_model_plays_in_its_own_words_and_judges(shell: Shell) -> None:
    with Server(answer=juror) as server:
        ran = shell("talk", *MODEL, "--endpoint", server.url, "--json", lines=GOOD)
        meeting = ran.valid("rehearsal")
        assert (ran.code, ran.err) == (0, "")
        assert server.count >= 8
        assert {r.headers.get("authorization") for r in server.chats} == {f"Bearer {KEY}"}
    spoken = [t for t in meeting["turns"] if t["speaker"] == "stakeholder" and t["by"]["kind"] == "model"]
    assert spoken
    assert all(t["by"]["model"] == "small" and t["state"] == "whole" for t in spoken)
    assert meeting["model"] == "small"
    assert meeting["ended"] == "input_ended"
    assert meeting["review"]["judge"]["kind"] == "model"
    nowhere_is_the_key(shell, ran, shell("export", meeting["rehearsal"], "--format", "json"))


def test_the_models_review_holds_only_words_that_were_said(shell: Shell) -> None:
    with Server(answer=juror) as server:
        meeting = shell("talk", *MODEL, "--endpoint", server.url, "--json", lines=GOOD).valid("rehearsal")
    review = meeting["review"]
    assert review["judged"], review
    said = {t["id"]: t["text"] for t in meeting["turns"] if t["speaker"] == "you"}
    assert "that is from the refund ledger" in [c["quote"] for c in review["checks"]]
    for check in review["checks"]:
        if check["quote"]:
            assert said[check["turn"]][check["start"] : check["end"]] == check["quote"]
    assert "happy customers" not in json.dumps(review)


def test_words_are_printed_as_they_come(shell: Shell) -> None:
    with Server(replies=()) as server:
        ran = shell("talk", *MODEL, "--endpoint", server.url, lines="We lose $50k a month.\n")
    assert ran.code == 0
    assert "Solveig:" in ran.out
    assert "four lines" in ran.out


def test_no_server_there_keeps_everything_and_the_meeting_can_go_on(shell: Shell) -> None:
    ran = shell("talk", *MODEL, "--endpoint", f"http://127.0.0.1:{closed_port()}/v1", "--json", lines=GOOD)
    assert ran.code == 3
    meeting = ran.valid("rehearsal")
    assert meeting["ended"] == "service"
    assert meeting["turns"][-1]["text"] == GOOD.splitlines()[0]
    assert not meeting["review"]["judged"]
    assert meeting["review"]["total"] is None
    assert "127.0.0.1" in ran.complaint
    assert meeting["rehearsal"] in ran.complaint
    nowhere_is_the_key(shell, ran)
    rest = "".join(GOOD.splitlines(keepends=True)[1:])
    went_on = shell.talk("--resume", meeting["rehearsal"], lines=rest)
    assert [t["text"] for t in went_on["turns"] if t["speaker"] == "you"] == GOOD.splitlines()
    assert went_on["turns"][2]["speaker"] == "stakeholder"
    assert went_on["ended"] == "input_ended"
    assert went_on["review"]["judged"]


def test_without_json_a_refused_service_prints_what_there_is(shell: Shell) -> None:
    ran = shell("talk", *MODEL, "--endpoint", f"http://127.0.0.1:{closed_port()}/v1", lines=GOOD)
    assert ran.code == 3
    assert "Not judged" in ran.out
    assert "Kept as r_" in ran.out
    assert ran.complaint


@pytest.mark.parametrize(
    "fault", ["f6_key_refused", "f12_quota", "f13_500", "f15_reset", "f19_cut_reset", "f22_malformed", "f28_page", "f34_redirect_away"]
)  # fmt: skip
def test_a_fault_of_the_server_is_told_in_one_line_and_code_three(shell: Shell, fault: str) -> None:
    quick(shell)
    with Server(fault=fault) as server:
        ran = shell("talk", *MODEL, "--endpoint", server.url, "--json", lines=GOOD)
    meeting = ran.valid("rehearsal")
    assert (ran.code, meeting["ended"]) == (3, "service"), ran.err
    assert [line for line in ran.err.splitlines() if "--resume" in line] == ran.err.splitlines()[-1:]
    assert "Traceback" not in ran.err
    assert meeting["turns"][1]["text"] == GOOD.splitlines()[0]
    nowhere_is_the_key(shell, ran)


class Fading(Server):
    """Appraises well; the words of the stakeholder break off half-way."""

    async def answer(self, request: Any, out: Any) -> None:
        if request.body.get("response_format"):
            await super().answer(request, out)
        else:
            await FAULTS["f19_cut_reset"](self, request, out)


def test_a_line_that_broke_off_is_kept_and_answered_anew_when_it_is_tried_again(shell: Shell) -> None:
    quick(shell)
    with Fading() as server:
        ran = shell("talk", *MODEL, "--endpoint", server.url, "--json", lines=GOOD)
    meeting = ran.valid("rehearsal")
    assert (ran.code, meeting["ended"]) == (3, "service")
    broken = meeting["turns"][-1]
    assert (broken["speaker"], broken["state"]) == ("stakeholder", "cut")
    went_on = shell.talk("--resume", meeting["rehearsal"], lines="And what would you need?\n")
    assert broken["id"] in went_on["take"]
    again = shell.talk("--from", meeting["turns"][1]["id"], lines=GOOD)
    assert broken["id"] not in again["take"]
    assert broken["text"] in [t["text"] for t in again["turns"]]


def test_a_judge_that_does_not_answer_gives_no_number_and_code_three(shell: Shell) -> None:
    class Gone(Server):
        """Plays, and has no answer to the long form of the judge."""

        def _text(self, body: dict[str, Any], form: dict[str, Any]) -> str:
            if "checks" in json.dumps(form):
                return "I would rather not."
            return super()._text(body, form)

    with Gone() as server:
        ran = shell("talk", *MODEL, "--endpoint", server.url, "--json", lines=GOOD)
    meeting = ran.valid("rehearsal")
    assert ran.code == 3
    assert meeting["ended"] == "input_ended"
    assert (meeting["review"]["judged"], meeting["review"]["total"]) == (False, None)
    assert "Not judged" in ran.complaint


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.com/v1", "http:// would send your words openly to example.com"),
        ("ftp://127.0.0.1/v1", "https://"),
        ("https://user:pass@127.0.0.1/v1", "user name or password"),
        ("127.0.0.1:80", "https://"),
        ("http://127.0.0.1:99999/v1", "cannot be read"),
    ],
)
def test_an_address_that_must_not_be_used_is_refused_before_anything_is_sent(shell: Shell, url: str, said: str) -> None:
    for arguments in (("talk", "--model", "small"), ("appraise", "--persona", "peer-lead", "--model", "small")):
        ran = shell(*arguments, "--endpoint", url, lines=GOOD)
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.complaint
        nowhere_is_the_key(shell, ran)


def test_a_key_that_is_none_is_refused_without_being_repeated(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REHEARSE_API_KEY", "sk-secret with-space")
    ran = shell("talk", "--model", "small", "--endpoint", "http://127.0.0.1:9/v1", lines=GOOD)
    assert ran.code == 1
    assert "sk-secret" not in ran.err
    assert "space" in ran.complaint


def test_appraise_and_review_take_a_model_too(shell: Shell, tmp_path: Path) -> None:
    with Server(answer=juror) as server:
        model = ("--model", "small", "--endpoint", server.url)
        seen = shell("appraise", "--persona", "skeptical-executive", *model, "--json", lines=GOOD).valid("appraise")
        assert len(seen["lines"]) == 4
        file = tmp_path / "talk.txt"
        file.write_text("".join(f"Boss: And?\nMe: {line}\n" for line in GOOD.splitlines()), "utf-8")
        ran = shell("review", file, *model, "--json")
        assert ran.valid("review")["judge"]["kind"] == "model"
    nowhere_is_the_key(shell, ran)
    dead = ("--model", "small", "--endpoint", f"http://127.0.0.1:{closed_port()}/v1")
    ran = shell("review", file, *dead, "--json")
    assert (ran.code, ran.valid("review")["judged"]) == (3, False)
    assert "127.0.0.1" in ran.complaint
    ran = shell("appraise", "--persona", "skeptical-executive", *dead, "--json", lines=GOOD)
    assert ran.code == 3
    assert "127.0.0.1" in ran.complaint
