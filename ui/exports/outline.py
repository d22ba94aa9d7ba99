"""What leads from place to place in a PDF: a table of contents, and links to lines. Qt writes neither for what is painted, so both
are added at the end of the file, as the format allows.

Pure: bytes in, bytes out. Where the file is not built as expected it stays as it is: it can be read without them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_KIDS = re.compile(rb"/Type /Pages\s*/Kids\s*\[([^\]]*)\]")
_ANNOTS = re.compile(rb"/Annots (\d+) 0 R")


class Place(NamedTuple):
    """A page from 1, and how far down it, in points from its top."""

    page: int
    top: float


class Part(NamedTuple):
    """A line of the table of contents."""

    title: str
    place: Place


class Link(NamedTuple):
    """A stretch of a page that leads to a place: left, top, right and bottom in points from the page's top left corner, and what
    it is called where it is not seen."""

    page: int
    box: tuple[float, float, float, float]
    to: Place
    name: str


def with_ways(pdf: bytes, parts: Sequence[Part], links: Sequence[Link], page_height: float) -> bytes:
    """The same PDF with these parts to choose from beside its pages, and with these links. `page_height` in points."""
    start = pdf.rfind(b"startxref")
    trailer = pdf[pdf.rfind(b"trailer", 0, start) : start]
    root, size, kids = _ROOT.search(trailer), _SIZE.search(trailer), _KIDS.search(pdf)
    before = re.match(rb"startxref\s+(\d+)", pdf[start:])
    if not (parts and root and size and kids and before):
        return pdf
    pages = [int(n) for n in re.findall(rb"(\d+) 0 R", kids[1])]
    catalog = _object(pdf, int(root[1]))
    named = (*(p.place.page for p in parts), *(n for link in links for n in (link.page, link.to.page)))
    if catalog is None or b"/Outlines" in catalog or any(not 1 <= page <= len(pages) for page in named):
        return pdf
    inside = catalog.removeprefix(b"<<").removesuffix(b">>").rstrip()
    first = int(size[1])
    objects = {int(root[1]): b"<<" + inside + b"\n/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % first}
    objects |= _contents(parts, first, pages, page_height)
    objects |= _links(pdf, links, first + 1 + len(parts), pages, page_height)
    return _appended(pdf, objects, trailer, max(*objects, first) + 1, int(before[1]))


def _object(pdf: bytes, number: int) -> bytes | None:
    """What stands in an object, in its newest form."""
    head = b"\n%d 0 obj" % number
    start = pdf.rfind(head)
    end = pdf.find(b"endobj", start)
    return pdf[start + len(head) : end].strip() if 0 <= start < end else None


def _contents(parts: Sequence[Part], number: int, pages: Sequence[int], height: float) -> dict[int, bytes]:
    """The table of contents as objects, the first of them with this number."""
    first, last = number + 1, number + len(parts)
    made = {number: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, len(parts))}
    for at, (title, place) in enumerate(parts, first):
        beside = (b" /Prev %d 0 R" % (at - 1) if at > first else b"") + (b" /Next %d 0 R" % (at + 1) if at < last else b"")
        made[at] = b"<< /Title %s /Parent %d 0 R%s %s >>" % (_text(title), number, beside, _dest(place, pages, height))
    return made


def _links(pdf: bytes, links: Sequence[Link], number: int, pages: Sequence[int], height: float) -> Mapping[int, bytes]:
    """The links as objects from this number on, and what they hang on: the list that each page has for such things."""
    lists: dict[int, int] = {}
    for page in {link.page for link in links}:
        held = _ANNOTS.search(_object(pdf, pages[page - 1]) or b"")
        if held is None or (_object(pdf, int(held[1])) or b"").split() != [b"[", b"]"]:
            return {}  # something hangs there already
        lists[page] = int(held[1])
    made: dict[int, bytes] = {}
    on: dict[int, list[bytes]] = {of: [] for of in lists.values()}
    for at, link in enumerate(links, number):
        left, top, right, bottom = link.box
        box = b"%.1f %.1f %.1f %.1f" % (left, height - bottom, right, height - top)
        dest = _dest(link.to, pages, height)
        made[at] = b"<< /Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F 4 /Contents %s %s >>" % (
            box, _text(link.name), dest,
        )  # fmt: skip
        on[lists[link.page]].append(b"%d 0 R" % at)
    return made | {of: b"[ " + b" ".join(held) + b" ]" for of, held in on.items()}


def _text(words: str) -> bytes:
    return b"<FEFF" + words[:120].encode("utf-16-be", "replace").hex().upper().encode() + b">"


def _dest(place: Place, pages: Sequence[int], height: float) -> bytes:
    # The left edge is named: some readers take no height from a place that leaves it open.
    return b"/Dest [%d 0 R /XYZ 0 %d null]" % (pages[place.page - 1], round(max(0.0, height - place.top)))


def _appended(pdf: bytes, objects: Mapping[int, bytes], trailer: bytes, size: int, before: int) -> bytes:
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    rows = bytearray(b"xref\n")
    for number, content in sorted(objects.items()):
        rows += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    at = len(out)
    inside = _SIZE.sub(
        b"/Size %d" % size, trailer.strip()[len(b"trailer") :].strip().removeprefix(b"<<").removesuffix(b">>").strip()
    )
    out += rows + b"trailer\n<<\n" + inside + b"\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (before, at)
    return bytes(out)
