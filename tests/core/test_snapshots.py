"""People and scenarios as plain objects and back; what is no such object is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from rehearse.conversation import Stance
from rehearse.personas import Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario
from rehearse.snapshots import from_plain, to_plain
from tests.core.play import catalog, play, setting


@pytest.mark.parametrize("id", [e.id for e in catalog().people()])
def test_a_person_comes_back_as_it_was(id: str) -> None:
    persona = catalog().persona(id)
    assert from_plain(Persona, json.loads(json.dumps(to_plain(persona)))) == persona


@pytest.mark.parametrize("id", [e.id for e in catalog().scenarios()])
def test_a_scenario_comes_back_as_it_was(id: str) -> None:
    scenario = catalog().scenario(id)
    back = from_plain(Scenario, json.loads(json.dumps(to_plain(scenario))))
    assert replace(back, playtest={}) == replace(scenario, playtest={})


def test_a_rubric_and_a_stance_come_back_as_they_were() -> None:
    rubric = catalog().rubric("buy-in")
    assert from_plain(Rubric, json.loads(json.dumps(to_plain(rubric)))) == rubric
    stance = play(setting("skeptical-executive", seed=1), ["We lose $50k a month, says the refund ledger."]).stance
    assert from_plain(Stance, json.loads(json.dumps(to_plain(stance)))) == stance


def test_what_is_not_known_is_passed_over_and_what_is_missing_takes_its_default() -> None:
    plain = to_plain(catalog().persona("peer-lead")) | {"made_up": 1}
    del plain["voice"]
    assert from_plain(Persona, plain).voice == ""


@pytest.mark.parametrize(
    "damage",
    [
        {"name": 5}, {"name": None}, {"pronouns": "x"}, {"concerns": {}}, {"concerns": [5]}, {"concerns": "text"}, {"lines": []},
        {"temperament": []}, {"temperament": {"receptivity": "high"}}, {"temperament": {"patience": True}}, {"opening": [1]},
    ],
    ids=str,
)  # fmt: skip
def test_other_data_is_refused(damage: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        from_plain(Persona, to_plain(catalog().persona("peer-lead")) | damage)


@pytest.mark.parametrize("trust", [float("nan"), float("inf"), 10**400, "2.5", None, True])
def test_a_number_is_a_finite_number(trust: object) -> None:
    stance = play(setting("skeptical-executive"), []).stance
    with pytest.raises(ValueError):
        from_plain(Stance, to_plain(stance) | {"trust": trust})


def test_no_object_at_all_is_refused() -> None:
    with pytest.raises(ValueError):
        from_plain(Persona, [])  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        from_plain(Persona, {"id": "x"})
