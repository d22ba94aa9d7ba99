"""Transcripts in: `Name: text` with optional YAML front matter (persona:, scenario:, me:), WebVTT, and our own JSON.

A file is heard first: who speaks in it, and how much. Who of them is you makes a transcript of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rehearse.conversation import Difficulty, Mode, Source, Speaker, Turn, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.lines import front_matter, said_in_lines
from rehearse.exchange.said import MOST_CHARACTERS, MOST_TURNS, Said
from rehearse.exchange.textfile import clean, read_text
from rehearse.exchange.webvtt import is_webvtt, said_in_webvtt

__all__ = ["MOST_CHARACTERS", "MOST_TURNS", "Heard", "Transcript", "Voice", "clean", "hear", "labels", "read", "read_text"]

_ME = ("me", "you", "i", "engineer", "myself")
_LONG_RECORDING = 3600.0  # seconds; who begins later than this tells the time of day
_NAMED = 8  # speakers that a sentence names


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript as turns of one take. `persona` and `scenario` are what the file names, a file of its own by its whole path.

    `names` are the speakers with the label that a judge sees in their place; `others` those of the other side. `ours` = a
    meeting of this program: its turns hold what the stakeholder did and where they stood, as far as the file has it, and
    `whole` is its object.
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
    others: tuple[str, ...] = ()
    whole: Mapping[str, object] | None = None

    @property
    def forced(self) -> bool:
        """Whether what they agreed to was forced, where the file knows where they stood."""
        return next((t.stance.forced for t in reversed(self.turns) if t.stance), False)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a transcript: how many lines, and how many words in them."""

    name: str
    lines: int
    words: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcript of which nobody has said yet who is you. `file` stands in messages; `me` is what the file says of it."""

    file: str
    said: tuple[Said, ...]
    title: str = ""
    me: str | None = None
    persona: str | None = None
    scenario: str | None = None

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who speaks in it, in the order in which they begin. Names are the same whatever their case."""
        first: dict[str, str] = {}
        lines: dict[str, int] = {}
        words: dict[str, int] = {}
        for one in self.said:
            key = one.name.casefold()
            first.setdefault(key, one.name)
            lines[key] = lines.get(key, 0) + 1
            words[key] = words.get(key, 0) + len(one.text.split())
        return tuple(Voice(name, lines[key], words[key]) for key, name in first.items())

    @property
    def known_me(self) -> str | None:
        """Which of them is you, as the file says it or as it calls somebody `Me`; None where that is to be asked."""
        names = {v.name.casefold(): v.name for v in self.voices}
        if self.me is not None:
            return self._called(self.me)
        return next((names[known] for known in _ME if known in names), None)

    @property
    def who(self) -> str:
        """`Who speaks: Ana, Bo.` for a message."""
        names = [v.name for v in self.voices]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return f"Who speaks: {', '.join(names[:_NAMED])}{more}."

    def by(self, me: str | None = None) -> Transcript:
        """The transcript, with `me` as you and everybody else as the other side. Raises InputProblem where it is not said who
        is you, where nobody is called so, and where only one side speaks."""
        if len(self.voices) < 2:  # before it is asked which one is you: no answer would help
            raise InputProblem(
                f"{self.file}:{self.said[0].line}: only {self.voices[0].name} speaks in it.",
                "A review needs what both sides said.",
            )
        mine = self._mine(me).casefold()
        turns: list[Turn] = []
        here: dict[int, int] = {}  # how many were said at a line: a cue may hold several voices
        begun = self._begun()
        for one in self.said:
            speaker: Speaker = "you" if one.name.casefold() == mine else "stakeholder"
            at, until = (None if x is None else round(max(0.0, x - begun), 3) for x in (one.at, one.until))
            here[one.line] = here.get(one.line, 0) + 1
            id = TurnId(f"l_{one.line}" if here[one.line] == 1 else f"l_{one.line}_{here[one.line]}")
            above = turns[-1].id if turns else None
            turns.append(Turn(id, above, speaker, one.text, at, until, by=Source("person", name=one.name)))
        others = tuple(v.name for v in self.voices if v.name.casefold() != mine)
        names = [v.name for v in self.voices if v.name.casefold() not in _ME]
        labels = {n: "Engineer" if n.casefold() == mine else "Stakeholder" for n in names}
        return Transcript(tuple(turns), self.persona, self.scenario, labels, title=self.title, others=others)

    def _mine(self, me: str | None) -> str:
        named = me if me is not None else self.me
        if named is not None:
            found = self._called(named)
            if found is None:
                raise InputProblem(f'{self.file}: nobody is called "{named}".', self.who)
            return found
        known = self.known_me
        if known is None:
            raise InputProblem(f"{self.file}: it does not say which of them is you.", f"Add --me NAME. {self.who}")
        return known

    def _called(self, named: str) -> str | None:
        """Who is called so: in full, or the only one whose name begins with these words, as `Ana Silva (Guest)` does."""
        wanted = " ".join(named.split()).casefold()
        names = {v.name.casefold(): v.name for v in self.voices}
        begin = [name for key, name in names.items() if wanted and key.startswith(f"{wanted} ")]
        return names.get(wanted) or (begin[0] if len(begin) == 1 else None)

    def _begun(self) -> float:
        first = next((s.at for s in self.said if s.at is not None), 0.0)
        return first if first >= _LONG_RECORDING else 0.0


def labels(turns: Iterable[Turn]) -> dict[str, str]:
    """The names of who speaks in a transcript from elsewhere, with the label that a judge sees in their place."""
    said = {t.by.name: "Engineer" if t.speaker == "you" else "Stakeholder" for t in turns if t.by is not None and t.by.name}
    return {str(name): label for name, label in said.items()}


def hear(path: Path) -> Heard | Transcript:
    """What a file holds: somebody's transcript, or a meeting of ours. Raises InputProblem with file:line."""
    text = read_text(path)
    if text.lstrip().startswith("{"):
        from rehearse.exchange.ours import from_json

        return from_json(path.name, text)
    if is_webvtt(text):
        return Heard(path.name, said_in_webvtt(path.name, text), path.stem)
    matter, body, first = front_matter(path.name, text)
    said = said_in_lines(path.name, body, first)
    person, scenario = (_beside(path, matter.get(key)) for key in ("persona", "scenario"))
    return Heard(path.name, said, path.stem, matter.get("me"), person, scenario)


def read(path: Path, me: str | None = None) -> Transcript:
    """A transcript from a file. `me` is the name that is you, where the file does not say. Raises InputProblem with file:line."""
    found = hear(path)
    return found.by(me) if isinstance(found, Heard) else found


def _beside(path: Path, named: str | None) -> str | None:
    """What the front matter names: an id as it is, a file as it stands beside the transcript."""
    if named is None or not ("/" in named or Path(named).suffix):
        return named
    return str(path.parent / named)
