"""YAML 1.2 as people write it, read from the stream of events: what could expand, run or repeat is refused before it is built.

A file becomes plain values (`Map`, `Seq`, texts, numbers, true, false, nothing) that know their line. Comments and
layout are kept by `load_document`, for editing; it reads only what passed here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rehearse.catalog.characters import first_control, visible
from rehearse.catalog.report import Report, Where
from rehearse.errors import InputProblem

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.events import Event, ScalarEvent

MAX_DEPTH = 20
MAX_DIGITS = 18

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
# ` #4711` after a text: a comment to YAML. A comment that is meant as one has a space after its #.
_EATEN = re.compile(r"[ \t]+#\S|[ \t]#[ \t]?[0-9]")


class Whole(int):
    """A whole number that remembers how it was written, for where a text is expected."""

    raw: str


class Decimal(float):
    """A number that remembers how it was written, for where a text is expected."""

    raw: str


class Map(dict[str, object]):
    """A mapping that knows where it stands, the line of each key, and its words where it may be a text that YAML cut."""

    def __init__(self, where: Where, line: int, flow: bool) -> None:
        super().__init__()
        self.where = where
        self.line = line
        self.flow = flow
        self.lines: dict[str, int] = {}
        self.raw: dict[str, str] = {}  # values as written, for a text that YAML cut at ": "

    def at(self, step: str | int) -> tuple[int, object] | None:
        """Line and value of a key, None where it is not here."""
        return (self.lines[step], self[step]) if isinstance(step, str) and step in self else None

    @property
    def eaten(self) -> str | None:
        """The whole text, where this looks like `- I'd ask: why now?`: one key outside braces, with a text or nothing."""
        if self.flow or len(self) != 1 or set(self.raw) != set(self):
            return None
        ((key, value),) = self.raw.items()
        return f"{key}: {value}".strip()


class Seq(list[object]):
    """A list that knows where it stands and the line of each item."""

    def __init__(self, where: Where, line: int, flow: bool) -> None:
        super().__init__()
        self.where = where
        self.line = line
        self.flow = flow
        self.lines: list[int] = []

    def at(self, step: str | int) -> tuple[int, object] | None:
        """Line and value of an item, None where it is not here."""
        return (self.lines[step], self[step]) if isinstance(step, int) and 0 <= step < len(self) else None


class _Stop(Exception):
    """Reading cannot go on; the report says why."""


def parse(text: str, report: Report, watch: Callable[[Event], None] | None = None) -> Map | None:
    """The root mapping of the file, None where it is refused; every reason goes to `report` with its line.

    `watch` is told of each event that was taken, for whoever wants to know where things stand.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    reader = _Reader(text, report)
    try:
        for event in YAML(typ="rt").parse(text):
            reader.take(event)
            if watch is not None:
                watch(event)
    except _Stop:
        return None
    except MarkedYAMLError as cause:
        report.add(*_unreadable(cause, text))
        return None
    except (YAMLError, ValueError, OverflowError, IndexError) as cause:
        # Outside its own kind, the scanner lets these through for escapes such as "\UFFFFFFFF".
        report.add(reader.line, (), f"cannot be read as YAML after this line ({str(cause).splitlines()[0]}).")
        return None
    if report.broken:
        return None
    if not isinstance(reader.root, Map):
        report.add(reader.root_line, (), "must be keys with values, as `id: my-person`, from the first line on.")
        return None
    return reader.root


def load_mapping(text: str, name: str, first_line: int = 1) -> Map:
    """A small mapping that stands inside another file, as the front matter of a transcript, under the same rules.

    `name` and `first_line` (where it begins in that file) stand in the messages. Raises InputProblem with every fault.
    """
    report = Report(name)
    data = parse(text, report)
    if data is not None:
        return data
    faults = tuple(fault._replace(line=fault.line + first_line - 1) for fault in report.all() if not fault.warning)
    raise InputProblem(str(faults[0]), faults=faults)


def load_document(text: str) -> CommentedMap:
    """The same text with comments and layout, for editing. Only for what `parse` took without a fault."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

    loaded = YAML(typ="rt").load(text)
    if not isinstance(loaded, CommentedMap):
        raise ValueError("the root is not a mapping")
    return loaded


class _Reader:
    """Builds values from events. The stack holds the open collections; a mapping's pending key stands beside it."""

    def __init__(self, text: str, report: Report) -> None:
        self.source = text.splitlines()
        self.report = report
        self.root: object = None
        self.root_line = 1
        self.line = 0
        self.documents = 0
        self.stack: list[Map | Seq] = []
        self.keys: list[str | None] = []
        self.skipping = 0  # depth inside a key that is no text

    def take(self, event: Event) -> None:
        from ruamel.yaml import events as e

        self.line = event.start_mark.line + 1
        if isinstance(event, e.DocumentStartEvent):
            self._document(event.version, event.tags)
        elif isinstance(event, e.AliasEvent):
            self._fault(f"*{event.anchor}: a reference to another place is not used here. Write the value out.")
            self._put(None)
        elif isinstance(event, e.ScalarEvent):
            self._marks(event.anchor, event.tag)
            self._scalar(event)
        elif isinstance(event, (e.MappingStartEvent, e.SequenceStartEvent)):
            self._marks(event.anchor, event.tag)
            flow = bool(event.flow_style)
            where = self._where()
            self._open(Map(where, self.line, flow) if isinstance(event, e.MappingStartEvent) else Seq(where, self.line, flow))
        elif isinstance(event, (e.MappingEndEvent, e.SequenceEndEvent)):
            self.stack.pop()
            self.keys.pop()

    def _document(self, version: object, tags: object) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop("a second document begins here (---). Put it into a file of its own.")
        if tags or (version is not None and version != (1, 2)):
            self._stop("take the line that begins with % out: files are read as YAML 1.2.")

    def _marks(self, anchor: str | None, tag: str | None) -> None:
        if anchor is not None:
            self._fault(f"&{anchor}: a name for another place is not used here. Take it out.")
        if tag is not None:
            self._fault(f"{str(tag).replace('tag:yaml.org,2002:', '!!')}: a tag is not used here. Take it out.")

    def _open(self, value: Map | Seq) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._stop(f"is nested deeper than {MAX_DEPTH} levels.")
        if self.stack and isinstance(self.stack[-1], Map) and self.keys[-1] is None:
            self._stop("a key must be a text, not a list or a mapping. A text that begins with [ or { goes in quotes.")
        self._put(value)
        self.stack.append(value)
        self.keys.append(None)

    def _scalar(self, event: ScalarEvent) -> None:
        # In folded and literal texts the scanner marks its folds with a BEL; a real one was refused before.
        text = self._clean(event.value.replace("\a", "") if event.style in (">", "|") else event.value)
        plain = event.style is None
        parent = self.stack[-1] if self.stack else None
        if isinstance(parent, Map) and self.keys[-1] is None:
            self._key(parent, text, plain)
            return
        if plain and isinstance(parent, (Map, Seq)):
            self._eaten(event, parent, text)
        self._put(self._value(text) if plain else text, text if plain else None)

    def _key(self, parent: Map, text: str, plain: bool) -> None:
        if plain and text == "<<":
            self._fault("<<: merging another place in is not used here. Write the keys out.")
        elif plain and not isinstance(self._value(text), str):
            self._fault(f"{text or 'an empty place'}: a key must be a text. Put it in quotes.")
        if text in parent:
            self._fault(f"{text}: stands here twice; the first is in line {parent.lines[text]}. Keep one.")
        parent.lines[text] = self.line
        self.keys[-1] = text

    def _put(self, value: object, raw: str | None = None) -> None:
        if not self.stack:
            self.root, self.root_line = value, self.line
            return
        parent = self.stack[-1]
        if isinstance(parent, Seq):
            parent.lines.append(self.line)
            parent.append(value)
            return
        key = self.keys[-1]
        if key is None:  # an alias or a collection as a key
            self._stop("a key must be a text.")
            return
        parent[key] = value
        if raw is not None:
            parent.raw[key] = raw
        self.keys[-1] = None

    def _where(self) -> Where:
        if not self.stack:
            return ()
        parent = self.stack[-1]
        return (*parent.where, len(parent) if isinstance(parent, Seq) else (self.keys[-1] or ""))

    def _value(self, text: str) -> object:
        """A plain word by the core schema of YAML 1.2: `no` and `12:30` are texts, as they should be."""
        if text in _NULL:
            return None
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if _INT.fullmatch(text):
            return self._whole(text)
        if _NOT_A_NUMBER.fullmatch(text):
            self._fault(f"{text}: is no number that can be used.")
            return None
        if _FLOAT.fullmatch(text):
            return self._decimal(text)
        return text

    def _whole(self, text: str) -> object:
        if len(text) > MAX_DIGITS:
            self._fault(f"a number of {len(text)} digits is more than can be used. If it is a text, put it in quotes.")
            return None
        number = Whole(text)
        number.raw = text
        return number

    def _decimal(self, text: str) -> object:
        number = Decimal(text)
        number.raw = text
        if not math.isfinite(number) or len(text) > 40:
            self._fault(f"{text[:24]}: is larger than any number that can be used.")
            return None
        return number

    def _clean(self, text: str) -> str:
        found = first_control(text)
        if found:
            self._fault(f"holds the control character {found[1]}. Take it out.")
            return ""
        seen = visible(text)
        if seen != text:
            self._fault("holds characters that cannot be seen or turn the text around; they are shown as ‹U+....›.", True)
        return seen

    def _eaten(self, event: ScalarEvent, parent: Map | Seq, text: str) -> None:
        """Warn where a # took the end of a text: in lists of texts, and after a value of three words or more."""
        if not isinstance(parent, Seq) and text.count(" ") < 2:
            return
        end = event.end_mark
        rest = self.source[end.line][end.column :] if end.line < len(self.source) else ""
        if _EATEN.match(rest):
            lost = rest.strip()
            self.report.add(
                end.line + 1, self._where(), f'YAML takes "{lost[:40]}" for a comment. Put the whole text in quotes.', True
            )

    def _fault(self, message: str, warning: bool = False) -> None:
        self.report.add(self.line, self._where(), message, warning)

    def _stop(self, message: str) -> None:
        self._fault(message)
        raise _Stop


def _unreadable(cause: MarkedYAMLError, text: str) -> tuple[int, Where, str]:
    """What the scanner stumbled over, in words that help: nearly always a text that needs quotes."""
    mark = cause.problem_mark or cause.context_mark
    line = mark.line + 1 if mark else 0
    problem = str(cause.problem or "")
    lines = text.splitlines()
    near = "\n".join(lines[max(0, line - 2) : line])
    if "'\\t'" in problem or "\t" in (lines[line - 1][: mark.column + 1] if mark and 0 < line <= len(lines) else ""):
        return line, (), "is indented with a tab. Use spaces."
    opened = cause.context_mark.line + 1 if cause.context_mark and "flow" in str(cause.context) else line
    if opened < line:
        return line, (), f"a bracket that opens in line {opened} is not closed before this."
    if "mapping values are not allowed" in problem or "got ':'" in problem:
        return line, (), 'a text with ": " in it must stand in quotes.'
    if "[[" in near:
        return line, (), "a text that begins with [[ must stand in quotes."
    if "cannot start any token" in problem:
        return line, (), "a text that begins with @, ` or % must stand in quotes."
    if "end of stream" in problem or "quoted scalar" in str(cause.context or ""):
        start = cause.context_mark.line + 1 if cause.context_mark else line
        return start, (), "a quote mark or bracket that opens here is never closed."
    if "#" in near:
        return line, (), "cannot be read here. A text with # in it must stand in quotes."
    return line, (), f"cannot be read as YAML here ({problem}). Look at the indent and at quote marks."
