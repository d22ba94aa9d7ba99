"""The PDF: words that were said lead to the line that they are from, and the file stays one that every reader takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.core.shell import EXECUTIVE, GOOD, Shell
from ui.exports.outline import Link, Part, Place, with_ways
from ui.printing import write_pdf

LINK = re.compile(rb"/Subtype /Link /Rect \[([\d. -]+)\] .*?/Contents <FEFF([0-9A-F]+)> /Dest \[(\d+) 0 R /XYZ 0 (\d+) null\]")


@pytest.fixture
def meeting(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    return Shell(tmp_path / "home", capsys, monkeypatch).talk(*EXECUTIVE, lines=GOOD)


def objects(pdf: bytes) -> dict[int, bytes]:
    """The objects of a PDF as its tables say where they stand, the newest of each."""
    found: dict[int, bytes] = {}
    (start,) = re.findall(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", pdf)
    at: int | None = int(start)
    while at is not None:
        assert pdf[at : at + 4] == b"xref"
        table, trailer = pdf[at + 4 :].split(b"trailer", 1)
        number = left = 0
        for row in table.strip().splitlines():
            head = row.split()
            if not left:
                number, left = int(head[0]), int(head[1])
                continue
            if head[2] == b"n":
                place = int(head[0])
                begin = b"%d 0 obj" % number
                assert pdf[place : place + len(begin)] == begin
                found.setdefault(number, pdf[place + len(begin) : pdf.index(b"endobj", place)].strip())
            number, left = number + 1, left - 1
        before = re.search(rb"/Prev (\d+)", trailer.split(b"startxref")[0])
        at = int(before[1]) if before else None
    return found


def links(pdf: bytes) -> list[tuple[int, tuple[float, ...], str, int, int]]:
    """(page, box, name, page it leads to, points from its foot) of every link that hangs on a page, in the order of the pages."""
    held = objects(pdf)
    (kids,) = [re.findall(rb"(\d+) 0 R", o.split(b"/Kids")[1].split(b"]")[0]) for o in held.values() if b"/Type /Pages" in o]
    pages = [int(n) for n in kids]
    found = []
    for page, number in enumerate(pages, 1):
        annots = re.search(rb"/Annots (\d+) 0 R", held[number])
        assert annots
        for of in re.findall(rb"(\d+) 0 R", held[int(annots[1])]):
            got = LINK.search(held[int(of)])
            assert got
            name = bytes.fromhex(got[2].decode()).decode("utf-16-be")
            box = tuple(float(x) for x in got[1].split())
            found.append((page, box, name, pages.index(int(got[3])) + 1, int(got[4])))
    return found


def test_every_quote_and_check_leads_to_its_line(qapp: QApplication, meeting: dict[str, Any]) -> None:
    found = links(write_pdf(meeting, "A4"))
    take, review = meeting["take"], meeting["review"]
    shown = [c for c in review["checks"] if c["verdict"] == "yes" and c["quote"]]
    named = {f"Line {take.index(t) + 1}" for t in (*(c["turn"] for c in shown), *(r["turn"] for r in review["reasons"]))}
    named |= {f"Line {take.index(o['turns'][0]) + 1}" for o in review["objections"]}
    assert named <= {name for _, _, name, _, _ in found} <= {f"Line {n}" for n in range(1, len(take) + 1)}
    assert len(found) >= 2 * len(shown)  # the words, and the number beside them
    for _, (left, bottom, right, top), _, _, _ in found:
        assert 0 < left < right < 595
        assert 0 < bottom < top < 842
    places = {name: (page, -up) for _, _, name, page, up in found}
    assert all(places[name] == (page, -up) for _, _, name, page, up in found)
    order = sorted(places, key=lambda name: int(name.split()[1]))
    assert [places[name] for name in order] == sorted(places.values())
    assert len(set(places.values())) == len(places)


def test_on_letter_paper_too(qapp: QApplication, meeting: dict[str, Any]) -> None:
    found = links(write_pdf(meeting, "Letter"))
    assert found
    assert all(right < 612 and top < 792 for _, (_, _, right, top), _, _, _ in found)


def test_marks_of_people_stand_in_it_and_hostile_words_break_nothing(qapp: QApplication, meeting: dict[str, Any]) -> None:
    check = meeting["review"]["checks"][0]
    plain = write_pdf(meeting, "A4")
    meeting["review"]["mentor_marks"] = [
        {
            "criterion": check["criterion"],
            "check": check["check"],
            "verdict": "no",
            "who": who,
            "why": ") endobj <</Annots 1 0 R>>",
        }
        for who in ("Jonas", "\u202e<b>", "")
    ]
    meeting["title"] = "endobj 1 0 R >> trailer startxref 7"
    marked = write_pdf(meeting, "A4")
    assert len(links(marked)) == len(links(plain))
    assert len(marked) > len(plain)


def test_a_meeting_without_a_review_has_none(qapp: QApplication, meeting: dict[str, Any]) -> None:
    bare = {**meeting, "review": None, "objections": []}
    assert links(write_pdf(bare, "A4")) == []


def test_a_file_that_is_built_otherwise_stays_as_it_is(qapp: QApplication, meeting: dict[str, Any]) -> None:
    part, link = Part("One", Place(1, 10.0)), Link(1, (0, 0, 9, 9), Place(1, 5.0), "Line 1")
    for pdf in (b"", b"%PDF-1.4\nno tables", b"%PDF-1.4\ntrailer\n<< /Root 1 0 R /Size 2 >>\nstartxref\n0\n%%EOF\n"):
        assert with_ways(pdf, [part], [link], 842) == pdf
    made = write_pdf(meeting, "A4")
    assert with_ways(made, [part], [link], 842) == made  # it has a table of contents
