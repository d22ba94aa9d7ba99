"""Whole short talks at the prompt: a question asked politely is answered, a greeting is passed over, an ask is no problem."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def talk(home: Path, persona: str, *lines: str, seed: int = 1) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "rehearse", "talk", "--persona", persona, "--seed", str(seed), "--json"],
        input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8", timeout=60,
        env={**os.environ, "REHEARSE_HOME": str(home), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def acts(rehearsal: dict[str, Any]) -> list[str]:
    return [t["act"] for t in rehearsal["turns"] if t["speaker"] == "stakeholder"]


def test_a_greeting_is_passed_over(tmp_path: Path) -> None:
    assert acts(talk(tmp_path, "skeptical-executive", "hey"))[1] == "minimal"


def test_a_question_asked_with_leave_is_answered(tmp_path: Path) -> None:
    found = talk(tmp_path, "skeptical-executive", "Could I ask what matters most to you this quarter?")
    answer = found["turns"][2]["text"]
    assert any(
        part in answer for part in ("Keeping the customers", "One list of five", "Two things", "The plan closes", "Early in")
    )


def test_an_ask_alone_names_no_problem(tmp_path: Path) -> None:
    found = talk(
        tmp_path, "skeptical-executive",
        "I would like your approval for a three-week trial of automated refund checks in the billing service.",
        "We start with one country.", "It is a small change.", "I send you a note on Friday.",
    )  # fmt: skip
    check = next(c for c in found["review"]["checks"] if (c["criterion"], c["check"]) == ("problem", "first"))
    assert check["verdict"] == "no"


def test_a_counted_loss_is_not_asked_for_again(tmp_path: Path) -> None:
    found = talk(
        tmp_path, "skeptical-executive",
        "Because right now we refund about 42k a month by mistake, according to the refund ledger that Finance keeps.",
    )  # fmt: skip
    yours = next(t for t in found["turns"] if t["speaker"] == "you")
    payback = next(c for c in yours["concerns"] if c["id"] == "payback")
    assert payback["tests"] == ["figure", "source"]


def test_customers_under_another_name_count_before_anybody_asks(tmp_path: Path) -> None:
    found = talk(
        tmp_path, "product-manager", "Last Tuesday 140 shop owners could not log in for two hours; support wrote down every call."
    )
    yours = next(t for t in found["turns"] if t["speaker"] == "you")
    assert "who-feels-it" in next(c for c in yours["concerns"] if c["id"] == "customer-value")["tests"]


def test_a_request_in_the_form_of_a_question_explores_nothing(tmp_path: Path) -> None:
    found = talk(
        tmp_path, "time-constrained-em",
        "Last quarter 9 of 31 bugs were found by customers.", "It is about the billing code.",
        "Can we agree to try it for one sprint, and drop it if the count does not go down?", "That is all.",
    )  # fmt: skip
    verdicts = {(c["criterion"], c["check"]): c["verdict"] for c in found["review"]["checks"]}
    assert verdicts["listening", "follows"] == verdicts["objections", "explored"] == "no"
