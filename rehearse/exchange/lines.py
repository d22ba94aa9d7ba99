"""Transcripts as lines of `Name: text`, with times and YAML front matter where somebody wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.errors import InputProblem
from rehearse.exchange.said import MOST_CHARACTERS, MOST_TURNS, Said, named, too_long, too_many

LONGEST_MATTER = 60  # lines of front matter
_LONGEST_TITLE = 20  # lines above what was said, with a title and who was invited
_TIME = re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2})?\s*")
_NOT_SAID = re.compile(r"\s*(?:This editable transcript was computer generated|Transcription ended after \d).*")


def front_matter(name: str, text: str) -> tuple[dict[str, str], list[str], int]:
    """The `key: value` lines between two `---` at the beginning, the lines after them, and the number of the first of those.

    Raises InputProblem with file:line.
    """
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return {}, lines, 1
    end = next((i for i, line in enumerate(lines[1:LONGEST_MATTER], 1) if line.strip() == "---"), None)
    if end is None:
        raise InputProblem(f"{name}:1: the front matter has no end.", "Close it with a line of three dashes.")
    from rehearse.catalog.yaml import load_mapping

    block = "\n".join(lines[1:end])
    matter = load_mapping(block, name, first_line=2) if block.strip() else {}
    found: dict[str, str] = {}
    for key in ("persona", "scenario", "me"):
        value = matter.get(key)
        if value is not None and not isinstance(value, str):
            raise InputProblem(f"{name}: {key}: a text is needed here.")
        if value:
            found[key] = value
    return found, lines[end + 1 :], end + 2


def said_in_lines(name: str, lines: list[str], first: int) -> tuple[Said, ...]:
    """What was said, line by line. A line without a name goes on from the one before. Raises InputProblem with file:line."""
    said: list[tuple[int, str, float | None, list[str]]] = []
    room = MOST_CHARACTERS
    alone: float | None = None  # a time that stands on a line of its own, for who speaks next
    for number, line in _spoken(lines, first):
        if _TIME.fullmatch(line):
            alone = _seconds(line.strip())
            continue
        found = named(line)
        if found is not None:
            stamp, who, text = found
            at = _seconds(stamp)
            said.append((number, who, alone if at is None else at, [text]))
            room, alone = MOST_CHARACTERS, None
        elif said:
            said[-1][3].append(line.strip())
        elif len(line) <= MOST_CHARACTERS:
            raise InputProblem(
                f'{name}:{number}: a line of a transcript reads "Name: text".', "Write who speaks before each line."
            )
        room -= len(line)
        if room < 0:
            raise too_long(name, number)
        if len(said) > MOST_TURNS:
            raise too_many(name, number)
    if not said:
        raise InputProblem(f"{name}:{first}: nothing was said in it.", 'Write lines of "Name: text".')
    return tuple(Said(number, who, " ".join(words), at) for number, who, at, words in said)


def _spoken(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines in which something is said, with their numbers.

    Google Meet writes a title, who was invited and the word `Transcript` above them, and below them that it has ended.
    """
    heads = [line.strip().casefold() for line in lines[:_LONGEST_TITLE]]
    title = heads.index("transcript") if "transcript" in heads else -1
    if "attendees" not in heads[: max(0, title)] and any(named(line) for line in lines[: max(0, title)]):
        title = -1  # somebody says the word
    for number, line in enumerate(lines[title + 1 :], first + title + 1):
        if line.strip() and not (title >= 0 and _NOT_SAID.fullmatch(line)):
            yield number, line


def _seconds(stamp: str | None) -> float | None:
    """A time that stands before a name. `12:30` alone may be half past twelve: only brackets or hours make a time of it."""
    if stamp is None or (stamp.count(":") == 1 and stamp[0] not in "[("):
        return None
    found = 0.0
    for part in stamp.strip("[]()").split(":"):
        found = found * 60 + int(part)
    return found
