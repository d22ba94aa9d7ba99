"""Transcripts in: `Name: text` with optional YAML front matter (persona:, scenario:, me:), and our own JSON."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rehearse.conversation import Difficulty, Mode, Speaker, Turn, TurnId
from rehearse.errors import InputProblem

MOST_BYTES = 8 * 1024 * 1024
MOST_TURNS = 2000
MOST_CHARACTERS = 20_000  # of one turn
LONGEST_MATTER = 60  # lines of front matter
_SAID = re.compile(
    r"^\s{0,3}(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s+)?(?P<name>[^\W\d_][^:\n]{0,59}?)\s{0,3}:\s+(?P<text>\S.*)$"
)
_ME = ("me", "you", "i", "engineer", "myself")


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript as turns of one take. `persona` and `scenario` are what the file names, a file of its own by its whole path.

    `names` are the speakers with the label that a judge sees in their place. `ours` = a meeting of this program: its turns hold
    what the stakeholder did and where they stood, as far as the file has it.
    """

    turns: tuple[Turn, ...]
    persona: str | None = None
    scenario: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    mode: Mode | None = None
    difficulty: Difficulty = "normal"
    title: str = ""
    ask: str = ""
    ours: bool = False

    @property
    def forced(self) -> bool:
        """Whether what they agreed to was forced, where the file knows where they stood."""
        return next((t.stance.forced for t in reversed(self.turns) if t.stance), False)


def read(path: Path, me: str | None = None) -> Transcript:
    """A transcript from a file. `me` is the name that is you, where the file does not say. Raises InputProblem with file:line."""
    text = read_text(path)
    if text.lstrip().startswith("{"):
        from rehearse.exchange.ours import from_json

        return from_json(path.name, text)
    if text.lstrip().startswith("WEBVTT"):
        raise InputProblem(f"{path.name}:1: WebVTT is not read.", 'Save it as lines of "Name: text".')
    matter, body, first = _front_matter(path.name, text)
    said = _said(path.name, body, first)
    names = list(dict.fromkeys(name for _, name, _ in said))
    mine = _mine(path.name, names, me or matter.get("me"))
    turns: list[Turn] = []
    for line, name, words in said:
        speaker: Speaker = "you" if name.casefold() == mine else "stakeholder"
        turns.append(Turn(TurnId(f"l_{line}"), turns[-1].id if turns else None, speaker, words))
    labels = {n: "Engineer" if n.casefold() == mine else "Stakeholder" for n in names if n.casefold() not in _ME}
    return Transcript(tuple(turns), _beside(path, matter.get("persona")), _beside(path, matter.get("scenario")), labels)


def read_text(path: Path) -> str:
    """The text of a transcript file. Raises InputProblem: missing, a folder, no plain file, over 8 MiB, empty, not UTF-8."""
    name = path.name or str(path)
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputProblem(f"{name}: this is a folder.", "Name a transcript file.")
        if not stat.S_ISREG(info.st_mode):
            raise InputProblem(f"{name}: this is not a plain file.")
        if info.st_size > MOST_BYTES:
            raise InputProblem(
                f"{name}: {info.st_size / 2**20:.0f} MiB is more than the {MOST_BYTES // 2**20} MiB that are read."
            )
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise InputProblem(f"{path}: there is no such file.") from None
    except (OSError, ValueError) as fault:
        why = (getattr(fault, "strerror", None) or "this is no path").lower()
        raise InputProblem(f"{name}: it cannot be read ({why}).") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise InputProblem(f"{name}:{line}: this is not UTF-8 text.", "Save it as UTF-8 and try again.") from None
    if not text.strip():
        raise InputProblem(f"{name}: the file is empty.")
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str) -> str:
    """Control characters but line feed and tab, and halves of characters, become the replacement sign, one for one."""
    return _CONTROL.sub("\ufffd", text)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _beside(path: Path, named: str | None) -> str | None:
    """What the front matter names: an id as it is, a file as it stands beside the transcript."""
    if named is None or not ("/" in named or Path(named).suffix):
        return named
    return str(path.parent / named)


def _front_matter(name: str, text: str) -> tuple[dict[str, str], list[str], int]:
    """The `key: value` lines between two `---` at the beginning, the lines after them, and the number of the first of those."""
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


def _said(name: str, lines: list[str], first: int) -> list[tuple[int, str, str]]:
    """Turns as (line number, name, words). A line without a name goes on from the one before."""
    said: list[tuple[int, str, list[str]]] = []
    room = MOST_CHARACTERS
    for number, line in enumerate(lines, first):
        if not line.strip():
            continue
        match = _SAID.match(line) if len(line) <= MOST_CHARACTERS else None
        if match:
            said.append((number, " ".join(match["name"].split()), [match["text"].strip()]))
            room = MOST_CHARACTERS
        elif said:
            said[-1][2].append(line.strip())
        elif len(line) <= MOST_CHARACTERS:
            raise InputProblem(f'{name}:{number}: a line of a transcript reads "Name: text".')
        room -= len(line)
        if room < 0:
            raise InputProblem(f"{name}:{number}: a line has at most {MOST_CHARACTERS:,} characters.")
        if len(said) > MOST_TURNS:
            raise InputProblem(f"{name}:{number}: more than {MOST_TURNS:,} lines are not read.")
    if not said:
        raise InputProblem(f"{name}: nothing was said in it.")
    return [(number, who, " ".join(words)) for number, who, words in said]


def _mine(name: str, names: list[str], me: str | None) -> str:
    folded = [n.casefold() for n in names]
    who = f"Who speaks: {', '.join(names[:8])}."
    if me is not None:
        wanted = " ".join(me.split()).casefold()
        if wanted not in folded:
            raise InputProblem(f'{name}: nobody is called "{me}".', who)
        return wanted
    for known in _ME:
        if known in folded:
            return known
    raise InputProblem(f"{name}: it does not say who is you.", f"Add --me NAME. {who}")
