"""WebVTT as meeting programs write it: `<v Name>` tags or `Name: text`, header, ids, notes and styles around it.

Nothing of the file is kept but who said what, and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain

from rehearse.errors import InputProblem
from rehearse.exchange.said import MOST_CHARACTERS, MOST_TURNS, Said, a_name, named, too_long, too_many
from rehearse.exchange.textfile import clean

_STAMP = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_STAMP}\s*-->\s*{_STAMP}(?:[ \t].*)?$")
_TAG = re.compile(r"<(/?)([A-Za-z]*)([^<>]*)>")
_ASIDE = re.compile(r"^(?:NOTE|STYLE|REGION)(?:[ \t].*)?$")
_FORM = "It reads 00:00:01.000 --> 00:00:02.500."


def is_webvtt(text: str) -> bool:
    """Whether a file says that it is WebVTT, as its first word."""
    return re.match(r"\s*WEBVTT(?:[ \t\n]|$)", text) is not None


def said_in_webvtt(name: str, text: str) -> tuple[Said, ...]:
    """What was said, cues of one speaker that follow each other as one. Raises InputProblem with file:line."""
    said: list[Said] = []
    cues = 0
    for line, at, until, payload in _cues(name, text):
        cues += 1
        if sum(map(len, payload)) > 2 * MOST_CHARACTERS:  # before anything is looked for in it
            raise too_long(name, line)
        for who, words in _voices(payload):
            if len(words) > MOST_CHARACTERS:
                raise too_long(name, line)
            _join(said, Said(line, who, words, at, until))
            if len(said) > MOST_TURNS:
                raise too_many(name, line)
    if not cues:
        raise InputProblem(f"{name}:1: there are no cues in it.", "Export the transcript again, with what was said.")
    if all(not one.name for one in said):
        raise InputProblem(
            f"{name}:{said[0].line if said else 1}: it does not say who speaks.", "Export it with the names of the speakers."
        )
    return _with_names(said)


def _cues(name: str, text: str) -> Iterator[tuple[int, float, float, list[str]]]:
    """(line of the times, from, to in seconds, lines of the words) for every cue; what stands between them is passed over."""
    blocks = _blocks(text)
    for first, block in chain(_after_header(next(blocks)), blocks):
        if _ASIDE.match(block[0]):
            continue
        at = next((i for i, line in enumerate(block[:2]) if "-->" in line), None)
        if at is None:
            continue  # an id without a cue, or words after an empty line: WebVTT ends a cue there
        found = _TIMES.match(block[at])
        if found is None:
            raise InputProblem(f"{name}:{first + at}: this is no time of a cue.", _FORM)
        parts = found.groups()
        begins, ends = _seconds(*parts[:4]), _seconds(*parts[4:])
        yield first + at, begins, max(begins, ends), block[at + 1 :]


def _after_header(block: tuple[int, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The cue that some programs write right below the header, without the empty line between them."""
    first, lines = block
    times = next((i for i, line in enumerate(lines) if "-->" in line), None)
    if times is not None:
        yield first + times, lines[times:]


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together, with the number of the first; the first of them is the header."""
    block: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield number - len(block) + 1, block


def _seconds(hours: str | None, minutes: str, seconds: str, part: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(part.ljust(3, "0")) / 1000


def _voices(lines: list[str]) -> Iterator[tuple[str, str]]:
    """(name, words) for each voice of one cue, in the order in which they speak; the name is empty where nobody is named."""
    text = "\n".join(lines)
    who, words, at = "", [], 0
    for tag in _TAG.finditer(text):
        words.append(text[at : tag.start()])
        at = tag.end()
        closes, kind, rest = tag.groups()
        if kind.lower() != "v":
            if not _is_tag(closes, kind, rest):
                words.append(tag[0])
            continue
        yield from _spoken(who, words)
        words = []
        # `<v.loud Ana Silva>`: classes stand before the first space, the name after it.
        who = "" if closes else a_name(clean(unescape(rest.partition(" ")[2] or rest.partition("\t")[2])))
    words.append(text[at:])
    yield from _spoken(who, words)


def _is_tag(closes: str, kind: str, rest: str) -> bool:
    """Whether it is a tag of WebVTT (a name and classes, or a time) and no arithmetic that was spoken: `a <b and c> d` is."""
    return bool(kind) or bool(closes) or rest[:1].isdigit()


def _spoken(who: str, parts: list[str]) -> Iterator[tuple[str, str]]:
    lines = [" ".join(clean(unescape(line)).split()) for line in "".join(parts).split("\n")]
    if who:
        if _holds(text := " ".join(line for line in lines if line)):
            yield who, text
        return
    held: list[str] = []
    for line in lines:
        found = named(line) if line else None
        if found is not None:
            if _holds(before := " ".join(held)):
                yield who, before
            _, who, text = found
            held = [text]
        elif line:
            held.append(line)
    if _holds(text := " ".join(held)):
        yield who, text


def _holds(text: str) -> bool:
    """Whether anything is said in it: a dash before a voice is no line."""
    return any(c.isalnum() for c in text)


def _join(said: list[Said], one: Said) -> None:
    """Add it to what the same speaker said just before, where there is room; a cue without a name goes on from the one before."""
    last = said[-1] if said else None
    if last is None or (one.name and one.name.casefold() != last.name.casefold()):
        said.append(one)
    elif len(last.text) + len(one.text) < MOST_CHARACTERS:
        until = one.until if last.until is None or (one.until or 0) > last.until else last.until
        said[-1] = Said(last.line, last.name, f"{last.text} {one.text}", last.at, until)
    else:
        said.append(Said(one.line, last.name, one.text, one.at, one.until))


def _with_names(said: list[Said]) -> tuple[Said, ...]:
    """What was said before the first name, as on a title card, belongs to nobody: it is left out."""
    return tuple(one for one in said if one.name)
