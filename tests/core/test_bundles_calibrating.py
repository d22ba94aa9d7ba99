"""Two mentors on one submission: their marks beside each other, out of files that came by hand, whoever they were for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.handing import SCENARIO, Home
from tests.core.shell import GOOD, Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture
def homes(tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> dict[str, Home]:
    named = {"dana": "Dana Ruiz", "ola": "Ola Berg", "kofi": "Kofi Mensah"}
    return {key: Home(tmp_path / key, name, shell, monkeypatch) for key, name in named.items()}


def sent(homes: dict[str, Home], post: Path, number: int) -> str:
    """A submission of Kofi's that both mentors have. Its id."""
    kofi = homes["kofi"]
    if number == 1:
        asked = homes["dana"].sends("assign", SCENARIO, "--to", "Kofi Mensah", "--out", post / "a.rehearse")
        kofi.opens(asked["file"])
        homes["ola"].opens(asked["file"])
    assignment = kofi.lists("assignments")[0]["id"]
    ran = kofi("talk", "--assignment", assignment, "--seed", str(number), "--json", lines=GOOD)
    made = kofi.sends("submit", ran.json["rehearsal"], "--assignment", assignment, "--out", post / f"s{number}.rehearse")
    for who in ("dana", "ola"):
        homes[who].opens(made["file"])
    return str(made["id"])


def answers(homes: dict[str, Home], post: Path, who: str, on: str, *marks: str) -> Path:
    given = [word for mark in marks for word in ("--mark", mark)]
    made = homes[who].sends("feedback", on, *given, "--out", post / f"{who}-{on}.rehearse")
    return Path(made["file"])


def test_another_mentors_feedback_stands_beside_ones_own(tmp_path: Path, homes: dict[str, Home]) -> None:
    dana, post = homes["dana"], tmp_path / "post"
    assert dana("list", "agreement", "--json").json["items"] == []
    assert "marks by two people" in dana("list", "agreement").out
    for number, (ours, theirs) in enumerate((("yes", "no"), ("no", "yes"), ("yes", "yes")), 1):
        on = sent(homes, post, number)
        answers(homes, post, "dana", on, f"evidence/source={ours}:I heard one.", "problem/first=yes")
        file = answers(homes, post, "ola", on, f"evidence/source={theirs}:Nobody named one.")
        (opened,) = dana.opens(file)  # it is for Kofi, and says so
        assert (opened["kept"], opened["new"], opened["standing"]) == (True, True, "known")
        assert dana.opens(file)[0]["new"] is False
    told = dana("list", "agreement", "--json").json
    assert (told["submissions"], told["compared"], told["same"], told["kappa"]) == (3, 3, 1, None)
    (check,) = told["items"]
    assert (check["rubric"], check["criterion"], check["check"], check["rewrite"]) == ("buy-in", "evidence", "source", True)
    assert check["question"].endswith("?")
    assert [{m["name"]: (m["verdict"], m["why"]) for m in i["marks"]} for i in check["apart"]] == [
        {"Dana Ruiz": ("yes", "I heard one."), "Ola Berg": ("no", "Nobody named one.")},
        {"Dana Ruiz": ("no", "I heard one."), "Ola Berg": ("yes", "Nobody named one.")},
    ]
    plain = dana("list", "agreement").out
    assert "To rewrite: " in plain
    assert "Ola Berg: no" in plain
    assert "10 are needed" in plain
    assert homes["ola"]("list", "agreement", "--json").json["items"] == []  # nobody gave her Dana's


def test_the_last_mark_of_a_person_counts_and_an_altered_file_does_not(tmp_path: Path, homes: dict[str, Home]) -> None:
    dana, post = homes["dana"], tmp_path / "post"
    on = sent(homes, post, 1)
    answers(homes, post, "dana", on, "evidence/source=yes")
    good = answers(homes, post, "ola", on, "evidence/source=no:Nobody named one.")
    bad = post / "bad.rehearse"
    bad.write_text(good.read_text("utf-8").replace("Nobody named one.", "I forgot why."), "utf-8")
    dana.opens(bad)
    assert dana("list", "agreement", "--json").json["items"] == []
    dana.opens(good)
    (check,) = dana("list", "agreement", "--json").json["items"]
    assert [m["why"] for m in check["apart"][0]["marks"]] == ["", "Nobody named one."]


def test_takes_that_were_sent_without_a_review_are_marked_and_compared_too(tmp_path: Path, homes: dict[str, Home]) -> None:
    dana, kofi, ola, post = homes["dana"], homes["kofi"], homes["ola"], tmp_path / "post"
    asked = dana.sends("assign", SCENARIO, "--to", "Kofi Mensah", "--shows", "takes", "--out", post / "a.rehearse")
    kofi.opens(asked["file"])
    ola.opens(asked["file"])
    ran = kofi("talk", "--assignment", asked["id"], "--seed", "3", "--json", lines=GOOD)
    made = kofi.sends("submit", ran.json["rehearsal"], "--assignment", asked["id"], "--out", post / "s.rehearse")
    for who in (dana, ola):
        assert who.opens(made["file"])[0]["bundle"]["takes"][0].get("reviews", []) == []
    answers(homes, post, "dana", made["id"], "evidence/source=yes:The ledger.")
    dana.opens(answers(homes, post, "ola", made["id"], "evidence/source=no:Whose?"))
    (check,) = dana("list", "agreement", "--json").json["items"]
    assert (check["rubric"], check["check"], check["compared"], check["same"]) == ("buy-in", "source", 1, 0)
    assert check["question"] == "Is it said where it comes from?"
    wrong = dana("feedback", made["id"], "--mark", "evidence/nothing=yes", "--name", "Dana", "--out", post)
    assert (wrong.code, "has the check evidence/nothing" in wrong.err) == (1, True)
