"""Appraisal, stance and source as JSON: every field comes back, and what is unknown is passed over."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from rehearse.conversation import Appraisal, ConcernState, Source, Stance
from rehearse.library import codec
from tests.golden.library.samples import appraised


def filled(cls: type) -> dict[str, object]:
    """A value other than the default for every plain field."""
    values: dict[str, object] = {}
    for field in fields(cls):
        kind = str(field.type)
        if kind == "bool":
            values[field.name] = True
        elif kind.startswith("int"):
            values[field.name] = 5
        elif kind.startswith("float"):
            values[field.name] = 1.75
        elif kind.startswith("tuple[str"):
            values[field.name] = ("one", "two")
        elif kind.startswith(("str", "Ladder", "Stage", "Status")):
            values[field.name] = "word"
    return values


def test_an_appraisal_and_a_stance_come_back() -> None:
    appraisal, stance = appraised()
    assert codec.appraisal(codec.to_json(appraisal)) == appraisal
    assert codec.stance(codec.to_json(stance)) == stance
    assert codec.appraisal(codec.to_json(Appraisal())) == Appraisal()
    assert (codec.appraisal(None), codec.stance(None), codec.source(None)) == (None, None, None)


def test_every_field_of_a_stance_and_its_concerns_comes_back() -> None:
    _, stance = appraised()
    state = ConcernState(**{**filled(ConcernState), "parked": stance.concerns["timing"].parked})
    whole = Stance(**{**filled(Stance), "concerns": {"payback": state}, "why": stance.why})
    assert codec.stance(codec.to_json(whole)) == whole


def test_zero_is_not_nothing() -> None:
    stance = Stance("guarded", 1.0, 0, "resists", {}, view_asked_at=0, turn=0)
    assert codec.stance(codec.to_json(stance)) == stance


def test_unknown_keys_and_kinds_are_passed_over() -> None:
    appraisal, stance = appraised()
    data = json.loads(codec.to_json(appraisal))
    data["new"] = 1
    data["moves"][0]["new"] = [1]
    data["moves"] += [{"kind": "sings", "start": 0, "end": 1, "quote": "x"}, {"kind": "answers"}, 7]
    data["concerns"].append({"id": "x", "verdict": "moved"})
    assert codec.appraisal(json.dumps(data)) == appraisal
    data = json.loads(codec.to_json(stance))
    data["mood"] = "new"
    data["concerns"]["payback"]["mood"] = "new"
    assert codec.stance(json.dumps(data)) == stance


@pytest.mark.parametrize("text", ["[]", "7", '"x"', "{}", "null"])
def test_json_of_another_shape_is_no_stance(text: str) -> None:
    assert codec.stance(text) is None
    assert codec.source(text) is None


def test_a_source_comes_back() -> None:
    for source in (Source("offline"), Source("model", "llama", "3")):
        assert codec.source(codec.to_json(source)) == source


def test_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError):
        codec.to_json({"x": float("nan")})
