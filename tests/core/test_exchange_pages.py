"""What is sent: a web page that needs nothing but itself, a PDF of real pages, and in none of them what is nobody's business."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.exchange.markdown import to_markdown
from rehearse.exchange.paper import pieces
from rehearse.exchange.webpage import to_html
from rehearse.paths import built_in
from tests.core.shell import EXECUTIVE, GOOD, Shell

HOSTILE = '<script>alert(1)</script><img src="http://x/y" onerror=a> & "q" \u202e\x1b[2J </style> javascript:'


class Read(HTMLParser):
    """A page as its tags, in order, and whether they close as they should."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


def checked(page: str) -> Read:
    """A page that holds no script, no address of anybody, no style but its own, and links only to itself."""
    read = Read(page)
    ids = {a["id"] for _, a in read.tags if a.get("id")}
    assert {t for t, _ in read.tags} <= set(
        "html head meta title style body header main footer section div p span b h1 h2 h3 ol ul li a q mark em time blockquote br "
        "figure figcaption svg line text path circle".split()
    )  # fmt: skip
    for _, attributes in read.tags:
        assert not any(name.startswith("on") or name in ("src", "style", "srcset", "action", "formaction") for name in attributes)
        href = attributes.get("href")
        assert href is None or href.removeprefix("#") in ids
    assert "url(" not in page
    assert "@import" not in page
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (policy,) = (a["content"] for t, a in read.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return read


def test_the_page_shows_who_when_decision_ladder_checks_objections_one_thing_and_transcript(shell: Shell, tmp_path: Path) -> None:
    meeting = shell.talk(*EXECUTIVE, "--ask", "two engineers for six weeks")
    page = shell("export", meeting["rehearsal"], "--format", "html").out
    words = " ".join(" ".join(checked(page).words).split())
    review = meeting["review"]
    for part in (
        "With Solveig Brandvold · Chief Operating Officer", "Two engineers for six weeks", "What was decided", "Why she moved",
        "One thing for next time", review["one_thing"]["words"], f"Checks: {review['passed']} of {review['applicable']}",
        f"Objections: {len(review['objections'])}", "Transcript", "Judged offline with the rubric buy-in",
        *(c["question"] for c in review["checks"]), *(o["label"] for o in review["objections"]),
        *(c["words"] for c in meeting["decision"]["conditions"]),
    ):  # fmt: skip
        assert part in words
    assert review["one_thing"]["line"] not in words
    for check in review["checks"]:
        if check["quote"] and check["verdict"] == "yes":
            number = meeting["take"].index(check["turn"]) + 1
            assert f'<a href="#l{number}">“' in page
            assert check["quote"].replace("'", "&#x27;") in page
    assert page.count('aria-current="step"') == 1
    assert "prefers-color-scheme:dark" in page


def test_what_others_wrote_is_only_words_in_it(shell: Shell) -> None:
    meeting = shell.talk(*EXECUTIVE, "--ask", "x" + HOSTILE.replace("\x1b", ""), lines=GOOD + HOSTILE.replace("\x1b", " ") + "\n")
    meeting["comments"] = [{"id": "c", "turn": meeting["take"][1], "start": 0, "end": 3, "text": HOSTILE, "author": HOSTILE}]
    meeting["persona"]["name"] = HOSTILE
    page = to_html(meeting)
    checked(page)
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;" in page
    assert "[U+202E]" in page
    assert "\x1b" not in to_markdown(meeting)


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["accent", "brick", "stone"]))),
)
def test_a_line_cut_by_marks_is_still_the_line(text: str, marks: list[tuple[int, int, Any]]) -> None:
    sound = [(a, b, hue) for a, b, hue in marks if a < b <= len(text)]
    cut = pieces(text, sound)
    assert "".join(p.text for p in cut) == text
    for start, end, _ in sound:
        at = 0
        for piece in cut:
            inside = start <= at and at + len(piece.text) <= end
            assert piece.hue is not None or not inside or not piece.text
            at += len(piece.text)


def test_nothing_is_in_any_of_them_that_was_not_said(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Withheld facts, roots, mentor notes, what failed services said, keys and other meetings: marked, and looked for."""
    monkeypatch.setenv("REHEARSE_API_KEY", "sk-marked-key")
    person = (built_in() / "skeptical-executive.yaml").read_text("utf-8").replace("id: skeptical-executive", "id: marked", 1)
    person = re.sub(r"(\n  - id: [^\n]*\n)((?:    [^\n]*\n)*?)(    worry: )", r"\1\2\3MARKED-WORRY ", person)
    assert "MARKED-WORRY" in person
    person += '\nwithheld:\n  - id: marked_fact\n    about: [zebra]\n    says: ["MARKED-FACT zebras are sold"]\n' * (
        "\nwithheld:" not in person
    )
    scene = (built_in() / "scenarios" / "reliability-into-the-backlog.yaml").read_text("utf-8")
    shell.home.mkdir(parents=True)
    (shell.home / "personas").mkdir()
    (shell.home / "scenarios").mkdir()
    (shell.home / "personas" / "marked.yaml").write_text(person, "utf-8")
    scene = re.sub(r"(?m)^id: .*$", "id: marked-scene", scene, count=1)
    scene = re.sub(r"(?ms)^mentor_notes:.*?(?=^\S|\Z)", "", scene) + "\nmentor_notes: MARKED-NOTES\n"
    (shell.home / "scenarios" / "marked.yaml").write_text(scene, "utf-8")
    shell.talk(*EXECUTIVE, lines=GOOD.replace("refund ledger", "MARKED-OTHER ledger"))
    ids = [
        shell.talk("--persona", "marked", "--seed", "1", "--model", "offline")["rehearsal"],
        shell.talk("--scenario", "marked-scene", "--seed", "1", "--model", "offline")["rehearsal"],
    ]  # fmt: skip
    for id in ids:
        for form in ("md", "html", "json"):
            out = tmp_path / f"out.{form}"
            assert shell("export", id, "--format", form, "--out", out).code == 0
            text = out.read_text("utf-8")
            assert "MARKED" not in text.replace('"id": "marked"', ""), re.findall(".{60}MARKED.{60}", text)
            assert "sk-marked-key" not in text
            for said in json.loads((tmp_path / "out.json").read_text("utf-8"))["turns"] if form == "json" else []:
                assert said["text"]


PDF = r"""
import json, sys
from rehearse.cli import run
code = run(sys.argv[1:])
qt = sorted(m for m in sys.modules if m.startswith(("PySide6", "ui")))
print(json.dumps({"code": code, "qt": qt}), file=sys.stderr)
"""


def ran(shell: Shell, *arguments: object) -> tuple[dict[str, Any], bytes]:
    """A command in a process of its own without a display: its code, the parts of Qt that it loaded, its standard output."""
    environment = shell.environment({"LANG": "C", "LC_ALL": "C"}, less=("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PDF, *map(str, arguments)],
        capture_output=True,
        env=environment,
        check=True,
        timeout=120,
    )
    told = done.stderr.decode().strip().splitlines()
    assert len(told) == 1, told
    found: dict[str, Any] = json.loads(told[0])
    return found, done.stdout


def test_a_pdf_is_made_without_a_display_and_only_then_is_qt_loaded(shell: Shell, tmp_path: Path) -> None:
    id = shell.talk(*EXECUTIVE)["rehearsal"]
    out = tmp_path / "m.pdf"
    found, _ = ran(shell, "export", id, "--format", "pdf", "--out", out)
    assert found["code"] == 0
    assert "PySide6.QtGui" in found["qt"]
    assert "PySide6.QtWidgets" not in found["qt"]
    raw = out.read_bytes()
    assert raw.startswith(b"%PDF-")
    assert raw.rstrip().endswith(b"%%EOF")
    assert b"/Outlines" in raw
    assert raw.count(b"/Type /Page\n") >= 2
    assert {name.split(b"+")[1].split(b"_")[0][:5] for name in re.findall(rb"/FontName /(\S+)", raw)} >= {b"Inter", b"Newsr"}
    assert len(re.findall(rb"/FontFile2", raw)) == len(re.findall(rb"/FontName", raw))
    found, printed = ran(shell, "export", id, "--format", "pdf")
    assert printed.startswith(b"%PDF-")
    assert ran(shell, "export", id, "--format", "html")[0]["qt"] == []
    found, _ = ran(shell, "export", "--all", "--format", "pdf", "--out", tmp_path / "all")
    assert [f.suffix for f in (tmp_path / "all").iterdir()] == [".pdf"]


def test_where_the_part_that_prints_is_missing_that_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    id = shell.talk(*EXECUTIVE)["rehearsal"]
    monkeypatch.setattr("rehearse.cli.export.find_part", lambda _name: None)
    ran_ = shell("export", id, "--format", "pdf", "--out", "x.pdf")
    assert ran_.code == 1
    assert "The part that makes a PDF is not installed here. Export it as html and print that." in ran_.complaint
