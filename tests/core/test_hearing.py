"""The ear: which words go with which signal, learned from labelled sentences; what it may add, and what it may not."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files

import pytest

from rehearse.hearing import ear, features, tokens
from rehearse.signals import SIGNALS, find
from tests.hearing.train import read


def test_the_weights_are_those_of_the_sentences_in_the_tree() -> None:
    """Who changes the sentences trains again: `python -m tests.hearing.train`."""
    data = [(labels or frozenset(["nothing"]), text) for labels, text in read()]
    made_from = sha256("\n".join(sorted(f"{sorted(k)}|{t}" for k, t in data)).encode()).hexdigest()[:16]
    kept = json.loads((files("rehearse.hearing") / "ear.json").read_text("utf-8"))
    assert kept["made_from"] == made_from
    assert len(data) > 4000


def test_the_sentences_are_labelled_with_signals_only() -> None:
    assert {k for labels, _ in read() for k in labels} <= set(SIGNALS)
    assert set(ear().kinds) - {"nothing"} <= set(SIGNALS)


def test_names_figures_and_dates_are_one_word_each() -> None:
    assert tokens("On Friday Leyla counted 14 of them") == ["on", "<date>", "<name>", "counted", "<n>", "of", "them"]
    assert len(list(features("so " * 500))) < 500


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ines from the data crew looks after it from then on.", "owner"),
        ("If the error mails are not under ten a day by then, we switch it off.", "stop_rule"),
        ("What it does to the returns I honestly can't tell you yet.", "unknown"),
        ("It could be a fifth more or a fifth less.", "error_range"),
        ("I'll sit with your people for the first two mornings.", "own_time"),
    ],
)
def test_what_is_said_plainly_is_heard(text: str, kind: str) -> None:
    assert kind in {s.kind for s in find(text)}


@pytest.mark.parametrize(
    "text", ["revenue ROI pilot rollback owner Friday", "owner, date, number, source, pilot", "", "   ", "?!", "a" * 5000]
)
def test_a_heap_of_words_is_not_heard(text: str) -> None:
    assert not [s for s in find(text) if s.heard]


def test_what_the_ear_hears_spans_its_sentence() -> None:
    text = "Hello. Ines from the data crew looks after it from then on. Fine."
    for signal in find(text):
        assert 0 <= signal.start < signal.end <= len(text)
        if signal.heard:
            assert text[signal.start : signal.end].endswith(".")
