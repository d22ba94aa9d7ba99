"""`rehearse list objections`: what it prints, to people and to scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.shell import EXECUTIVE, Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


def test_without_a_meeting_it_says_where_they_come_from(shell: Shell) -> None:
    ran = shell("list", "objections")
    assert (ran.code, ran.err) == (0, "")
    assert "No objections yet" in ran.out
    assert shell("list", "objections", "--json").json["items"] == []
    assert "No objection is like this." in shell("list", "objections", "--kind", "trust").out


def test_every_objection_of_every_meeting_is_listed_newest_first(shell: Shell) -> None:
    meetings = [shell.talk(*EXECUTIVE) for _ in range(2)]
    found = shell("list", "objections", "--json").json
    assert (found["format"], found["kind"]) == ("rehearse/list@1", "objections")
    wanted = [(m["rehearsal"], o) for m in reversed(meetings) for o in m["review"]["objections"]]
    assert wanted
    keys = ("concern", "kind", "status", "words", "turns", "answered", "parked")
    assert [(i["rehearsal"], {k: i[k] for k in keys}) for i in found["items"]] == [
        (id, {k: o[k] for k in keys}) for id, o in wanted
    ]
    assert all(sum(g["total"] for g in of) == len(wanted) for of in found["groups"].values())
    said = shell("list", "objections").out
    for item in found["items"]:
        assert item["rehearsal"] in said
        assert item["turns"][0] in said
        assert item["label"] in said


def test_one_can_ask_for_a_person_a_kind_and_what_came_of_it(shell: Shell) -> None:
    shell.talk(*EXECUTIVE)
    shell.talk("--persona", "peer-lead", "--seed", "3")
    items = shell("list", "objections", "--json").json["items"]
    assert {i["persona"]["id"] for i in items} == {"skeptical-executive", "peer-lead"}

    def only(*given: str) -> list[dict[str, object]]:
        return list(shell("list", "objections", *given, "--json").json["items"])

    assert only("--persona", "peer-lead") == [i for i in items if i["persona"]["id"] == "peer-lead"]
    kind = items[0]["kind"]
    assert only("--kind", kind) == [i for i in items if i["kind"] == kind]
    left = [i for i in items if i["status"] in ("open", "dodged")]
    assert only("--status", "open", "--status", "dodged") == left
    assert only("--persona", "nobody") == []


@pytest.mark.parametrize("given", [("personas", "--kind", "trust"), ("objections", "--status", "gone")])
def test_what_makes_no_sense_is_a_fault_of_use(shell: Shell, given: tuple[str, ...]) -> None:
    assert shell("list", *given).code == 2
