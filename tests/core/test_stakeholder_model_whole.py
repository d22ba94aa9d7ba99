"""Whole meetings with a model on the command line, as they are stored: what stood, what was turned down, what was said instead;
and `rehearse appraise --model`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rehearse.stakeholder import prompts
from tests.core.play import setting
from tests.core.shell import GOOD, Shell
from tests.server.brain import obedient
from tests.server.faults import FAULTS
from tests.server.manner import THOUGHT, Manner
from tests.server.server import Server

MODEL = ("--persona", "skeptical-executive", "--seed", "1", "--model", "small")
LINES = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger.",
    "Finance counted it, give or take 15 percent.",
    "One region for two weeks behind a flag, and back in a minute if orders differ.",
    "Support hears of it every Friday.",
)
Mind = Callable[[list[dict[str, str]]], str]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    found = Shell(tmp_path / "home", capsys, monkeypatch)
    monkeypatch.setenv("REHEARSE_API_KEY", "sk-test")
    return found


def quick(shell: Shell) -> None:
    """Time limits of a second, so that a test need not wait for a minute."""
    shell.home.mkdir(exist_ok=True)
    limits = {"format": "rehearse/settings@1", "connect": 1.0, "tell": 2.0, "end": 5.0}
    (shell.home / "settings.json").write_text(json.dumps(limits), "utf-8")


def own(messages: list[dict[str, str]]) -> str:
    """The person's own words, as the instruction offers them: they stand in any act."""
    said = re.search(r"what was said last: (.*)\n[^\n]*:$", messages[-1]["content"], re.DOTALL)
    assert said is not None, messages[-1]["content"]
    return said[1]


def last_line(messages: list[dict[str, str]]) -> str:
    """What the stakeholder said last."""
    talk = messages[-1]["content"].partition("</talk>")[0]
    return talk.rpartition("\nSolveig: ")[2].partition("\n")[0]


def drafts(*turns: tuple[str | Mind, ...]) -> Mind:
    """A mind that has these drafts for each line: the next one each time it is told that the last did not fit. Where it has
    none left for a line it says the person's own words, and for a line that it was given nothing for it agrees."""
    left: list[list[str | Mind]] = []
    waiting = [list(turn) for turn in turns]

    def mind(messages: list[dict[str, str]]) -> str:
        if "last draft did not fit" not in messages[-1]["content"]:
            left[:] = [waiting.pop(0) if waiting else ["Let's do it, I'm in."] * 3]
        draft = left[0].pop(0) if left[0] else own
        return draft if isinstance(draft, str) else draft(messages)

    return mind


def meeting_of(shell: Shell, server: Server, lines: tuple[str, ...] = LINES) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The stored meeting, and what the stakeholder said after the opening."""
    ran = shell("talk", *MODEL, "--endpoint", server.url, "--json", lines="".join(f"{line}\n" for line in lines))
    assert ran.code in (0, 3), ran.err  # the judge may have had enough
    meeting = ran.valid("rehearsal")
    return meeting, [t for t in meeting["turns"] if t["speaker"] == "stakeholder"][1:]


def test_a_whole_meeting_of_a_model_that_coaches_agrees_leaks_and_repeats(shell: Shell) -> None:
    """Each line brings other trouble; each rewrite and each line in the person's own words is seen in what is stored."""
    leak = setting("skeptical-executive", seed=1).persona.concerns[0].root[0]
    mind = drafts(
        ("Great question! You should lead with the cost.",),
        ("Sounds good, I'll have my team start Monday.", "Fine by me."),
        (leak, leak, leak),
        (last_line, "**No.**"),
    )
    with Server(brain=mind) as server:
        meeting, said = meeting_of(shell, server)
        spoken = [own(r.messages) for r in server.chats if "it could sound like this" in r.messages[-1]["content"]]
    turned_down = [t["by"].get("turned_down") for t in said]
    assert turned_down == [["coaches"], ["agrees", "agrees"], ["withheld"] * 3, ["repeats", "form"], ["agrees"] * 3]
    assert [t["by"]["kind"] for t in said] == ["model", "model", "offline", "model", "offline"]
    assert {t["by"]["instructions"] for t in said} == {prompts.SPEAK}
    assert len(spoken) == sum(len(t) for t in turned_down if t) + 3, "one request for each draft, and one for each that stood"
    words = " ".join(t["text"] for t in said)
    for never in ("Great question", "lead with", "my team", "Fine by me", "**", "Let's do it", leak[:40]):
        assert never not in words
    kept = json.loads(shell("export", meeting["rehearsal"], "--format", "json").out)
    assert [t["by"] for t in kept["turns"]] == [t["by"] for t in meeting["turns"]]


def test_the_terminal_shows_no_word_of_what_was_turned_down(shell: Shell) -> None:
    mind = drafts(("Great question! You should lead with the cost.",), ("As an AI, I cannot close meetings.",))
    with Server(brain=mind) as server:
        ran = shell("talk", *MODEL, "--endpoint", server.url, lines=f"{LINES[0]}\n")
    assert ran.out.count("Solveig:") == 3
    for never in ("Great", "lead with", "As an AI", "(again)"):
        assert never not in ran.out


def test_a_line_that_stops_at_its_length_ends_with_its_last_whole_sentence(shell: Shell) -> None:
    mind = drafts(
        (lambda messages: f"{own(messages)} I would want to hear it from somebody in finance who",),
        ("Somebody in finance who knows the ledger would have to stand behind that number before",),
    )
    with Server(brain=mind, manner=Manner(finish="length")) as server:
        _, said = meeting_of(shell, server, LINES[:2])
    first, second, _ = said
    assert (first["by"]["kind"], first["by"].get("turned_down"), first["text"][-1] in ".?!”") == ("model", None, True)
    assert "in finance who" not in first["text"]
    assert (second["by"]["kind"], second["by"]["turned_down"]) == ("model", ["cut"])
    assert all(t["state"] == "whole" for t in said)


@pytest.mark.parametrize("written", ["tag", "unopened", "channels", "bare_channels", "end_mark", "header"])
@pytest.mark.parametrize("whole", [False, True], ids=["stream", "whole"])
def test_a_meeting_with_a_model_that_writes_its_thoughts_and_marks(shell: Shell, written: str, whole: bool) -> None:
    with Server(brain=own, manner=Manner(written=written, whole=whole)) as server:
        _, said = meeting_of(shell, server)
    assert all(t["by"]["kind"] == "model" and "turned_down" not in t["by"] for t in said)
    words = " ".join(t["text"] for t in said)
    assert not any(mark in words for mark in (THOUGHT[:20], "<", "|", "assistant", "[THINK"))


# ---- appraise


def juror(messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
    return obedient(messages, schema)


class Tiring(Server):
    """Appraises two lines, then hangs up."""

    async def answer(self, request: Any, out: Any) -> None:
        if self.count <= 2:
            await super().answer(request, out)
        else:
            await FAULTS["f15_reset"](self, request, out)


def test_appraise_keeps_the_lines_before_a_service_failed(shell: Shell) -> None:
    quick(shell)
    with Tiring(answer=juror) as server:
        model = ("--model", "small", "--endpoint", server.url)
        ran = shell("appraise", "--persona", "skeptical-executive", *model, "--json", lines=GOOD)
    assert ran.code == 3
    assert [line["text"] for line in ran.valid("appraise")["lines"]] == GOOD.splitlines()[:2]
    assert "127.0.0.1" in ran.complaint
    with Tiring(answer=juror) as server:
        model = ("--model", "small", "--endpoint", server.url)
        ran = shell("appraise", "--persona", "skeptical-executive", *model, lines=GOOD)
    assert ran.code == 3
    assert "> We lose $50k" in ran.out
    assert "One region" not in ran.out


def test_appraise_says_who_did_it_where_the_model_was_of_no_use(shell: Shell) -> None:
    with Server(replies=["nonsense"] * 8) as server:
        model = ("--model", "small", "--endpoint", server.url)
        ran = shell("appraise", "--persona", "skeptical-executive", *model, lines=GOOD)
    assert ran.code == 0
    assert ran.out.count("(by rule: the model's appraisal could not be used)") == 4
    with Server(replies=["nonsense"] * 8) as server:
        model = ("--model", "small", "--endpoint", server.url)
        ran = shell("appraise", "--persona", "skeptical-executive", "--concern", "payback", *model, "--json", lines=GOOD)
        asked = server.chats[0].messages[-1]["content"]
    assert {line["appraised_by"] for line in ran.valid("appraise")["lines"]} == {"offline"}
    assert "in reply to the worry “payback”" in asked
