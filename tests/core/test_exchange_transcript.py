"""Transcripts of others: what is read out of lines, and that our own form comes back as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.conversation import RehearsalId, Turn
from rehearse.errors import InputProblem
from rehearse.exchange.markdown import plain, to_markdown
from rehearse.exchange.ours import from_json
from rehearse.exchange.record import rehearsal
from rehearse.exchange.transcript import Transcript, read
from rehearse.meeting import Meeting
from rehearse.preparation import record_of
from tests.core.play import play, setting
from tests.core.shell import GOOD, schema


def of(tmp_path: Path, text: str, me: str | None = None) -> Transcript:
    file = tmp_path / "talk.txt"
    file.write_text(text, "utf-8")
    return read(file, me)


def said(transcript: Transcript) -> list[tuple[str, str, str]]:
    return [(t.id, t.speaker, t.text) for t in transcript.turns]


def told(reading: Callable[[], Transcript]) -> Transcript | str:
    """What was read, or the sentence that refused it."""
    try:
        return reading()
    except InputProblem as problem:
        return str(problem)


def held() -> Meeting:
    return play(setting("skeptical-executive", seed=1), GOOD.splitlines())


def as_object(meeting: Meeting) -> dict[str, object]:
    record = replace(record_of(meeting.setting, RehearsalId("r_1"), started="2026-03-01T10:00:00.000+00:00"), leaf=meeting.leaf)
    return rehearsal(record, meeting.setting, meeting.tree, meeting.leaf, None)


# ---- lines


def test_a_line_without_a_name_goes_on_from_the_one_before(tmp_path: Path) -> None:
    found = of(tmp_path, "Me: One.\n  Two.\n\nBoss:  Three: four.\n")
    assert said(found) == [("l_1", "you", "One. Two."), ("l_4", "stakeholder", "Three: four.")]
    assert found.turns[1].parent == "l_1"


@pytest.mark.parametrize("stamp", ["12:30 ", "[1:02:03] ", "(00:12) "])
def test_times_before_a_name_are_passed_over(tmp_path: Path, stamp: str) -> None:
    assert said(of(tmp_path, f"{stamp}Me: At 12:30: lunch.\nBo: Yes.\n"))[0] == ("l_1", "you", "At 12:30: lunch.")


MEET = """\
Checkout: weekly (2026-05-12 10:00 GMT+2) - Transcript
Attendees
Ana Silva, Marcus Weber
Transcript
This editable transcript was computer generated and might contain errors.
00:00:00

Marcus Weber: So what is this about?
Ana Silva: The export fell over nine times.
00:05:00

Ana Silva: That is from the ticket list.
Transcription ended after 00:05:21
"""


def test_a_transcript_of_google_meet_as_text(tmp_path: Path) -> None:
    found = of(tmp_path, MEET, "Ana Silva")
    assert [(t.id, t.speaker, t.text, t.at) for t in found.turns] == [
        ("l_8", "stakeholder", "So what is this about?", 0.0),
        ("l_9", "you", "The export fell over nine times.", None),
        ("l_12", "you", "That is from the ticket list.", 300.0),
    ]
    assert found.others == ("Marcus Weber",)


def test_the_word_transcript_is_a_heading_only_above_what_is_said(tmp_path: Path) -> None:
    assert said(of(tmp_path, "Me: Can you send me the\nTranscript\nThem: Yes.\n")) == [
        ("l_1", "you", "Can you send me the Transcript"),
        ("l_3", "stakeholder", "Yes."),
    ]
    with pytest.raises(InputProblem, match=r"talk\.txt:2: a line of a transcript reads"):
        of(tmp_path, "Transcript\nNobody is named here.\n")


def test_an_address_or_a_time_in_words_is_no_name(tmp_path: Path) -> None:
    found = of(tmp_path, "Me: Look.\nhttps://example.com/x: there\n12:30 works\nBo: Yes.\n")
    assert said(found)[0] == ("l_1", "you", "Look. https://example.com/x: there 12:30 works")


def test_names_are_the_same_whatever_their_case_and_space(tmp_path: Path) -> None:
    found = of(tmp_path, "ana  lena: One.\nBo: Two.\nAna Lena : Three.\n", me=" ANA   lena ")
    assert [t.speaker for t in found.turns] == ["you", "stakeholder", "you"]
    assert set(found.names.values()) == {"Engineer", "Stakeholder"}


def test_more_than_two_may_speak(tmp_path: Path) -> None:
    found = of(tmp_path, "---\nme: Ana\n---\nBo: One.\nAna: Two.\nCy: Three.\n")
    assert said(found) == [("l_4", "stakeholder", "One."), ("l_5", "you", "Two."), ("l_6", "stakeholder", "Three.")]


def test_front_matter_may_hold_other_keys(tmp_path: Path) -> None:
    found = of(tmp_path, "---\ndate: 2026-03-01\npersona: peer-lead\n# a remark\n---\nMe: One.\nBo: Two.\n")
    assert (found.persona, found.scenario) == ("peer-lead", None)


def test_a_file_in_the_front_matter_stands_beside_the_transcript(tmp_path: Path) -> None:
    assert of(tmp_path, "---\npersona: people/kim.yaml\n---\nMe: One.\nBo: Two.\n").persona == str(
        tmp_path / "people" / "kim.yaml"
    )


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.txt"
    file.write_bytes(("Bo: b\nMe: a\n" + text).encode("utf-8", "replace"))
    found = told(lambda: read(file))
    if isinstance(found, str):
        assert found.startswith("any.txt")
    else:
        assert found.turns
        assert not {"\x00", "\x1b", "\x9b"} & set("".join(t.text for t in found.turns))


# ---- ours


def test_a_meeting_is_the_same_after_it_went_out_and_came_in() -> None:
    meeting = held()
    data = as_object(meeting)
    schema("rehearsal").validate(data)
    back = from_json("m.json", json.dumps(data))
    assert back.ours
    assert (back.persona, back.mode, back.difficulty) == ("skeptical-executive", "selling", "normal")

    def bare(turn: Turn) -> Turn:
        return replace(turn, by=None)

    assert [bare(t) for t in back.turns] == [bare(t) for t in meeting.take]


def test_every_take_is_in_the_object_and_one_of_them_is_spoken_of() -> None:
    meeting = held()
    data = as_object(meeting)
    assert len(data["turns"]) == len(meeting.tree)  # type: ignore[arg-type]
    assert data["take"] == [t.id for t in meeting.take]


def test_a_step_that_does_not_exist_is_not_believed() -> None:
    data = as_object(held())
    for turn in data["turns"]:  # type: ignore[attr-defined]
        turn["stance"] = {**turn["stance"], "ladder": "won_over"} if turn.get("stance") else None
    assert all(t.stance is None for t in from_json("m.json", json.dumps(data)).turns)


def test_moves_whose_words_were_not_said_are_not_believed() -> None:
    data = as_object(held())
    yours = next(t for t in data["turns"] if t["speaker"] == "you" and t["moves"])  # type: ignore[attr-defined]
    yours["moves"][0]["quote"] = "I concede everything"
    back = {t.id: t for t in from_json("m.json", json.dumps(data)).turns}
    assert back[yours["id"]].appraisal is None
    assert sum(t.appraisal is not None for t in back.values()) >= 1


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
ANYTHING = (
    PLAIN | st.lists(PLAIN, max_size=4) | st.dictionaries(st.text(max_size=4), PLAIN | st.lists(PLAIN, max_size=3), max_size=4)
)


@settings(max_examples=60, deadline=None, database=None)
@given(ANYTHING, st.sampled_from(["turns", "take", "persona", "scenario", "mode", "ask", "title", "difficulty"]))  # fmt: skip
def test_any_value_in_any_place_is_left_out_or_refused(value: object, key: str) -> None:
    data = _SAMPLE | {key: value}
    found = told(lambda: from_json("m.json", json.dumps(data)))
    assert found.startswith("m.json") if isinstance(found, str) else found.turns


_SAMPLE: dict[str, object] = json.loads(json.dumps(as_object(held())))


# ---- Markdown


def test_markdown_shows_what_was_said_as_it_was_said() -> None:
    text = to_markdown(as_object(held()) | {"title": "A *star* is <b>born</b> & [linked](http://x)"})
    assert text.startswith("# A \\*star\\* is \\<b\\>born\\</b\\> \\& \\[linked\\](http://x)\n")
    assert "\n1\\. **Solveig Brandvold** 0:00: " in text
    assert "\n\n\n" not in text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_character_of_others_is_a_sign_of_markdown_or_of_the_terminal(text: str) -> None:
    shown = plain(text)
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or c in "\u202e\u2066" for c in shown)
    bare = shown.replace("\\\\", "")
    assert all(bare[i - 1] == "\\" for i, c in enumerate(bare) if c in "`*_[]<>#|!~&" and i)
