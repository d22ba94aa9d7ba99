"""A file from elsewhere as text: how large it may be, in which encodings it may come, and what is never let through."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from rehearse.errors import InputProblem

MOST_BYTES = 8 * 1024 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_PLAIN = 'Save it as text (.txt, .vtt), with lines of "Name: text".'
_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
# What other programs begin their files with: said by name, as "this is not UTF-8" would help nobody.
_KINDS = (
    (b"PK\x03\x04", "a Word file or another archive"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"OggS", "a recording"),
    (b"RIFF", "a recording"),
    (b"ID3", "a recording"),
)


def read_text(path: Path) -> str:
    """The text of a file, with line feeds at line ends: UTF-8 with or without a byte order mark, or UTF-16 with one.

    Raises InputProblem, one sentence and what to do: missing, a folder, no plain file, over 8 MiB, empty, no text.
    """
    name = path.name or str(path)
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputProblem(f"{name}: this is a folder.", "Name a transcript file.")
        if not stat.S_ISREG(info.st_mode):
            raise InputProblem(f"{name}: this is not a plain file.")
        if info.st_size > MOST_BYTES:
            most = MOST_BYTES // 2**20
            raise InputProblem(
                f"{name}: {info.st_size / 2**20:.0f} MiB is more than the {most} MiB that are read.",
                "Keep the one meeting in it.",
            )
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise InputProblem(f"{path}: there is no such file.") from None
    except (OSError, ValueError) as fault:
        why = (getattr(fault, "strerror", None) or "this is no path").lower()
        raise InputProblem(f"{name}: it cannot be read ({why}).") from None
    text = _decoded(name, raw)
    if not text.strip():
        raise InputProblem(f"{name}:1: the file is empty.", _PLAIN)
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str) -> str:
    """Control characters but line feed and tab, and halves of characters, become the replacement sign, one for one."""
    return _CONTROL.sub("\ufffd", text)


def _decoded(name: str, raw: bytes) -> str:
    for begins, what in _KINDS:
        if raw.startswith(begins):
            raise InputProblem(f"{name}:1: this is {what}, not text.", _PLAIN)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not raw.startswith(_WIDE):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise InputProblem(f"{name}:1: this is broken UTF-16 text.", "Save it as UTF-8 and try again.") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise InputProblem(f"{name}:{line}: this is not UTF-8 text.", "Save it as UTF-8 and try again.") from None
    if text.count("\0") * 8 > len(text):  # a stray one is shown as a sign; text that is full of them is something else
        raise InputProblem(f"{name}:1: this is not UTF-8 text.", "Save it as UTF-8 and try again.")
    return text


# Marks of direction, signs without width, line and paragraph separators, tags: they make words look like others.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with what cannot be seen written out, such as `[U+202E]`: for a page that others are going to read."""
    return text if text.isascii() and text.isprintable() else _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
