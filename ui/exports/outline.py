"""The table of contents of a PDF: Qt writes none, so it is added at the end of the file, as the format allows.

Pure: bytes in, bytes out. Where the file is not built as expected it stays as it is: it can be read without one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Part = tuple[str, int, float]  # title, page from 1, points from the top of the page
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_KIDS = re.compile(rb"/Type /Pages\s*/Kids\s*\[([^\]]*)\]")


def with_outline(pdf: bytes, parts: Sequence[Part], page_height: float) -> bytes:
    """The same PDF with these parts to choose from beside its pages. ``page_height`` in points."""
    start = pdf.rfind(b"startxref")
    trailer = pdf[pdf.rfind(b"trailer", 0, start) : start]
    root, size, kids = _ROOT.search(trailer), _SIZE.search(trailer), _KIDS.search(pdf)
    before = re.match(rb"startxref\s+(\d+)", pdf[start:])
    if not (parts and root and size and kids and before):
        return pdf
    pages = re.findall(rb"(\d+) 0 R", kids[1])
    catalog = re.search(rb"(?:^|\n)" + root[1] + rb" 0 obj\s*<<(.*?)>>\s*endobj", pdf, re.DOTALL)
    if catalog is None or b"/Outlines" in catalog[1] or any(page > len(pages) for _, page, _ in parts):
        return pdf
    first = int(size[1]) + 1  # after the outline itself
    objects = {int(root[1]): b"<<" + catalog[1].rstrip() + b"\n/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % (first - 1)}
    last = first + len(parts) - 1
    objects[first - 1] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, len(parts))
    for number, (title, page, top) in enumerate(parts, first):
        beside = (b" /Prev %d 0 R" % (number - 1) if number > first else b"") + (
            b" /Next %d 0 R" % (number + 1) if number < last else b""
        )
        words = b"<FEFF" + title[:120].encode("utf-16-be", "replace").hex().upper().encode() + b">"
        y = b"%d" % round(max(0.0, page_height - top))
        objects[number] = (
            b"<< /Title " + words + b" /Parent %d 0 R" % (first - 1) + beside + b" /Dest [" + pages[page - 1] + b" 0 R /XYZ null " + y + b" null] >>"
        )  # fmt: skip
    return _appended(pdf, objects, trailer, last + 1, int(before[1]))


def _appended(pdf: bytes, objects: dict[int, bytes], trailer: bytes, size: int, before: int) -> bytes:
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
