"""WebVTT as Teams, Zoom and Google Meet write it, and as nobody should."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.errors import InputProblem
from rehearse.exchange.transcript import MOST_CHARACTERS, Heard, hear, read

TEAMS = """\
WEBVTT

3b1c0e0f-6f0a-4a58-9a2e-3a6c3c0c7c11/12-0
00:00:03.210 --> 00:00:06.980
<v Dana Ruiz>Thanks for making the time. What is it
that you want from me?</v>

3b1c0e0f-6f0a-4a58-9a2e-3a6c3c0c7c11/15-0
00:00:07.100 --> 00:00:11.000
<v Ana Silva>We lose 48k a month at checkout &amp; that is</v>

3b1c0e0f-6f0a-4a58-9a2e-3a6c3c0c7c11/15-1
00:00:11.000 --> 00:00:14.250
<v Ana Silva>from the refund ledger.</v>

3b1c0e0f-6f0a-4a58-9a2e-3a6c3c0c7c11/20-0
00:00:15.000 --> 00:00:16.000
<v Kofi Mensah>When does it pay back?</v>
"""
ZOOM = """\
WEBVTT

1
00:00:02.100 --> 00:00:05.330
Dana Ruiz: What do you want from me?

2
00:00:05.900 --> 00:00:09.000
Ana Silva: Two engineers: both from checkout.

3
00:00:09.000 --> 00:00:10.000
Until May.
"""
MEET = """\
\ufeffWEBVTT - Checkout, 12 May
Kind: captions
Language: en

NOTE
made by a recorder --> not a time
that nobody reads

STYLE
::cue(.loud) { color: red }

REGION
id:one width:40%

0:01.500 --> 0:04.000 align:start position:10% line:-1
<v.loud.first Dana Ruiz><i>Why</i> <c.yellow>now</c>?</v>

00:05.000 --> 00:09.000
- <v Ana Silva>Because it <00:06.000>slips</v> <v Dana Ruiz>Says who?
"""


def of(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / "talk.vtt"
    file.write_bytes(text.encode(encoding))
    return file


def said(file: Path, me: str) -> list[tuple[str, str, str, float | None, float | None]]:
    return [(t.speaker, t.by.name or "" if t.by else "", t.text, t.at, t.until) for t in read(file, me).turns]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_teams_with_cues_of_one_speaker_joined_and_times_kept(tmp_path: Path, encoding: str) -> None:
    file = of(tmp_path, TEAMS.replace("\n", "\r\n"), encoding)
    assert said(file, "ana silva") == [
        ("stakeholder", "Dana Ruiz", "Thanks for making the time. What is it that you want from me?", 3.21, 6.98),
        ("you", "Ana Silva", "We lose 48k a month at checkout & that is from the refund ledger.", 7.1, 14.25),
        ("stakeholder", "Kofi Mensah", "When does it pay back?", 15.0, 16.0),
    ]
    transcript = read(file, "Ana Silva")
    assert [t.id for t in transcript.turns] == ["l_4", "l_9", "l_17"]
    assert transcript.others == ("Dana Ruiz", "Kofi Mensah")
    assert dict(transcript.names) == {"Dana Ruiz": "Stakeholder", "Ana Silva": "Engineer", "Kofi Mensah": "Stakeholder"}


def test_zoom_with_names_before_a_colon(tmp_path: Path) -> None:
    assert said(of(tmp_path, ZOOM), "Ana Silva") == [
        ("stakeholder", "Dana Ruiz", "What do you want from me?", 2.1, 5.33),
        ("you", "Ana Silva", "Two engineers: both from checkout. Until May.", 5.9, 10.0),
    ]


def test_header_notes_styles_settings_classes_and_several_voices_in_a_cue(tmp_path: Path) -> None:
    assert said(of(tmp_path, MEET), "Ana Silva") == [
        ("stakeholder", "Dana Ruiz", "Why now?", 1.5, 4.0),
        ("you", "Ana Silva", "Because it slips", 5.0, 9.0),
        ("stakeholder", "Dana Ruiz", "Says who?", 5.0, 9.0),
    ]
    assert len({t.id for t in read(of(tmp_path, MEET), "Ana Silva").turns}) == 3


def test_who_speaks_is_told_with_how_much(tmp_path: Path) -> None:
    heard = hear(of(tmp_path, TEAMS))
    assert isinstance(heard, Heard)
    assert [(v.name, v.lines, v.words) for v in heard.voices] == [
        ("Dana Ruiz", 1, 13),
        ("Ana Silva", 1, 14),
        ("Kofi Mensah", 1, 5),
    ]
    assert heard.known_me is None
    with pytest.raises(
        InputProblem, match=r"does not say which of them is you\. Add --me NAME\. Who speaks: Dana Ruiz, Ana Silva, Kofi Mensah\."
    ):
        heard.by()


def test_you_are_found_by_the_beginning_of_a_name_that_only_one_has(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Silva (Guest)>One.\n\n00:03.000 --> 00:04.000\n<v Ana Berg>Two.\n"
    file = of(tmp_path, text)
    assert [t.speaker for t in read(file, "ana silva").turns] == ["you", "stakeholder"]
    assert [t.speaker for t in read(file, "Ana Berg").turns] == ["stakeholder", "you"]
    for nobody in ("Ana", "Ana Sil", ""):
        with pytest.raises(InputProblem, match="nobody is called"):
            read(file, nobody)


def test_one_voice_is_said_before_it_is_asked_whose_it_is(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>One.\n\n00:03.000 --> 00:04.000\n<v ana>Two.\n"
    with pytest.raises(InputProblem, match="only Ana speaks in it"):
        read(of(tmp_path, text))


def test_the_time_of_day_becomes_time_from_the_beginning(tmp_path: Path) -> None:
    text = "WEBVTT\n\n14:02:11.000 --> 14:02:12.000\n<v A>One.\n\n14:02:15.500 --> 14:02:16.000\n<v B>Two.\n"
    assert [(t.at, t.until) for t in read(of(tmp_path, text), "A").turns] == [(0.0, 1.0), (4.5, 5.0)]


def test_signs_that_are_no_tags_and_entities_are_words(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>If x < 3 &lt;b&gt; &#x1b; <b>bold</b>, then 4 > 3.\n\n00:03.000 --> 00:04.000\n<v B>No.\n"
    assert read(of(tmp_path, text), "A").turns[0].text == "If x < 3 <b> bold, then 4 > 3."


def test_a_name_keeps_nothing_that_cannot_be_seen(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A\u202ena\u200b>One.\n\n00:03.000 --> 00:04.000\n<v B>No.\n"
    assert read(of(tmp_path, text), "Ana").turns[0].speaker == "you"


def cue(words: str, at: str = "00:01.000 --> 00:02.000") -> str:
    return f"WEBVTT\n\n{at}\n{words}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("WEBVTT\n", "talk.vtt:1: there are no cues in it. Export"),
        ("WEBVTT\n\nNOTE nothing\n", "talk.vtt:1: there are no cues in it. Export"),
        (cue("Hello there."), "talk.vtt:3: it does not say who speaks. Export it with the names of the speakers."),
        (cue("<v Ana>Hello there."), "talk.vtt:3: only Ana speaks in it. A review needs what both sides said."),
        (cue("<v Ana>Hi.", "00:01 --> 00:02"), "talk.vtt:3: this is no time of a cue. It reads 00:00:01.000 --> 00:00:02.500."),
        (cue("<v Ana>Hi.", "00:61.000 --> 99:99.000"), "talk.vtt:3: this is no time of a cue. It reads"),
        (cue("<v Ana>" + "a" * (MOST_CHARACTERS + 1)), "talk.vtt:3: a line has at most 20,000 characters. Break it"),
        ("WEBVTT\n\n" + "".join(f"00:01.000 --> 00:02.000\n<v {'AB'[i % 2]}>x\n\n" for i in range(2002)), "more than 2,000 lines"),
        ("WEBVTT " + "x" * (9 * 2**20), "talk.vtt: 9 MiB is more than the 8 MiB that are read. Keep the one meeting in it."),
        (cue("x" * 7 * 2**20), "talk.vtt:3: a line has at most 20,000 characters."),
        (cue("<" * 7 * 2**20), "talk.vtt:3: a line has at most 20,000 characters."),
        (cue("<v " * 2 * 2**20), "talk.vtt:3: a line has at most 20,000 characters."),
    ],
    ids=["bare", "notes", "nameless", "one", "short time", "odd time", "long", "many", "huge", "one line", "signs", "open tags"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputProblem) as raised:
        read(of(tmp_path, text), "Ana")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


def test_what_is_no_text_at_all_is_told_by_name(tmp_path: Path) -> None:
    for begins, told in (
        (b"PK\x03\x04", "a Word file"),
        (b"%PDF-1.7", "a PDF"),
        (b"RIFF", "a recording"),
        (b"{\\rtf1", "a rich text"),
    ):
        file = tmp_path / "talk.vtt"
        file.write_bytes(begins + bytes(range(256)) * 8)
        with pytest.raises(InputProblem, match=f"talk.vtt:1: this is {told}"):
            read(file)
    for raw in (b"\xff\xfe\x00\xd8", "WEBVTT".encode("utf-32"), "WEBVTT\n\n".encode("utf-16-le"), b"\xff\xfeW\x00E", b"\x80abc"):
        file.write_bytes(raw)
        with pytest.raises(InputProblem, match=r"talk\.vtt:1: this is .*text"):
            read(file)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["WEBVTT", "\n", "\n\n", "00:01.000 --> 00:02.000", "<v Ana>", "<v.x Bo>", "</v>", "Bo: ", "a", " ", "<",
    ">", "&lt;", "&#", "-->", "NOTE", "STYLE", "\x00", "\u202e", "\ud800", ":"]), max_size=40))  # fmt: skip
def test_any_pieces_are_read_or_refused_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    file = tmp_path_factory.getbasetemp() / "any.vtt"
    file.write_bytes(("WEBVTT\n\n" + "".join(pieces)).encode("utf-8", "replace"))
    try:
        turns = read(file, "Ana").turns
    except InputProblem as problem:
        assert str(problem).startswith("any.vtt")
        return
    assert len({t.id for t in turns}) == len(turns)
    assert {t.speaker for t in turns} == {"you", "stakeholder"}
    assert all(t.text.strip() and "<v" not in t.text for t in turns)
