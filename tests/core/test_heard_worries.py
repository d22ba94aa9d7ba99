"""Which lines of somebody's voice a worry, learned from labelled lines; and that the weights are those of the lines in the tree."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from rehearse.heard_worries import voicing
from tests.theirs.train import HELD, NONE, made_from, measured, read


def test_the_weights_are_those_of_the_labelled_lines() -> None:
    """Who changes the lines trains again: `python -m tests.theirs.train`."""
    kept = json.loads((files("rehearse.heard_worries") / "worries.json").read_text("utf-8"))
    assert kept["made_from"] == made_from()
    assert len(read()) > 1000


def test_what_is_measured_was_not_learned() -> None:
    learned = {text for _, text in read()}
    held = [(kind, text) for kind, text in read(HELD) if len(text.split()) > 3]
    assert not [text for _, text in held if text in learned]


def test_in_unseen_meetings_it_hears_rather_too_little_than_too_much() -> None:
    """`python -m tests.benchmarks theirs` prints the figures."""
    found = measured(read(HELD))
    base = found.worries / found.lines
    assert found.precision > base + 0.05
    assert found.recall > 0.5
    assert found.wrong < 0.4 * sum(kind == NONE for kind, _ in read(HELD))


@pytest.mark.parametrize(
    "text",
    [
        "Who picks up the phone when it breaks at night?",
        "My team is full until May, and I cannot spare anybody.",
        "We tried that three years ago, and it cost us a customer.",
    ],
)
def test_a_worry_is_heard_in_the_sentence_that_voices_it(text: str) -> None:
    parts = voicing(f"Good morning. {text} Thank you.")
    assert any(part.text == text for part in parts)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "?!", "Good morning, come in.", "Thank you, that helps.", "Yes, do that.", "risk, cost, date, owner, source"],
)
def test_courtesies_and_heaps_voice_none(text: str) -> None:
    assert voicing(text) == ()
