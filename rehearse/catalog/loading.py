"""One file from disk to a value of the core, with everything that is to be said about it. Imported late (pydantic, ruamel)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from rehearse.catalog import convert, playable, references, schema
from rehearse.catalog.report import Report, Where, did_you_mean
from rehearse.catalog.source import decode, read_bytes
from rehearse.catalog.yaml import Map, parse
from rehearse.errors import Fault, InputProblem
from rehearse.personas import Concern, Line, Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario

VERSIONS = {"persona": 1, "scenario": 1, "rubric": 1, "lines": 1, "concerns": 1}
"""The formats that are read here, each in its newest version."""

_FORMAT = re.compile(r"rehearse/([a-z]+)@([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class CommonLines:
    """The lines that any person of a register may fall back on, by act."""

    register: str
    lines: dict[str, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class CommonConcerns:
    """Concerns that many people have, for whoever makes a person."""

    concerns: tuple[Concern, ...]


Value = Persona | Scenario | Rubric | CommonLines | CommonConcerns


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as it was read. `value` is None where a fault (not a mere warning) was found.

    `data` is what the file holds, `extra` the values of keys that are not known, by field, `text` the file itself
    (for `yaml.load_document`), `digest` the SHA-256 of its bytes.
    """

    file: str
    kind: str
    value: Value | None
    faults: tuple[Fault, ...]
    data: Mapping[str, object] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    text: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What else there is, as far as it is known: None = not looked at, so that nothing is said about it.

    `closed` = a file speaks of this and of nothing else, whatever is given beside it.
    """

    personas: Callable[[], Collection[str]] | None = None
    rubrics: Callable[[], Collection[str]] | None = None
    persona: Callable[[str], Persona | None] = lambda id: None
    register: Callable[[str], Mapping[str, Collection[Line]] | None] = lambda name: None
    closed: bool = False


NOTHING = Known()


def load(path: Path, known: Known = NOTHING, kind: str = "", links: bool = False) -> Loaded:
    """Read, check and convert one file. Never raises for what is in it: that is in `faults`.

    `kind` is what the file is taken for where it does not say so; `links` lets a link through (files of the program).
    """
    try:
        raw = read_bytes(path, links=links)
    except InputProblem as problem:
        return Loaded(str(path), kind, None, problem.faults)
    return load_bytes(raw, str(path), known, kind)


def load_bytes(raw: bytes, name: str, known: Known = NOTHING, kind: str = "") -> Loaded:
    """As `load`, from bytes (the files inside a bundle); `name` stands in the messages."""
    digest = hashlib.sha256(raw).hexdigest()
    try:
        text = decode(raw, name)
    except InputProblem as problem:
        return Loaded(name, kind, None, problem.faults, digest=digest)
    report = Report(name)
    data = parse(text, report)
    if data is None:
        return Loaded(name, _guess(text, kind), None, report.all(), text=text, digest=digest)
    said, value = look_over(data, report, known, kind)
    return Loaded(name, said, value, report.all(), data, report.extra, data.lines, text, digest)


def look_over(data: Map, report: Report, known: Known = NOTHING, kind: str = "") -> tuple[str, Value | None]:
    """The kind and the value of what was read; all that is to be said about it goes to `report`."""
    said = _kind(data, report, kind)
    value = _read(said, data, report, known) if said else None
    return said or kind, None if report.broken else value


def content_hash(data: Mapping[str, object]) -> str:
    """SHA-256 of what a file says: the same for another layout, other comments, another order of keys."""
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _guess(text: str, kind: str) -> str:
    """The kind of a file that cannot be read as a whole, by its own word for it where that can be found."""
    found = _FORMAT.search(text)
    return found[1] if found and found[1] in VERSIONS else kind


def _kind(data: Map, report: Report, expected: str) -> str | None:
    if "format" not in data:
        example = expected or "persona"
        report.add(0, ("format",), f"is missing. A {example} begins with the line `format: rehearse/{example}@1`.")
        return expected or None
    given, line = data["format"], data.lines["format"]
    found = _FORMAT.fullmatch(given) if isinstance(given, str) else None
    known = [f"rehearse/{kind}@{version}" for kind, version in VERSIONS.items()]
    if not found or found[1] not in VERSIONS:
        report.add(line, ("format",), f"must be one of {', '.join(known)}.{did_you_mean(str(given), known)}")
        return None
    kind, version = found[1], int(found[2])
    if version > VERSIONS[kind]:
        both = f"{kind}@{version}; this one reads {kind}@{VERSIONS[kind]}"
        message = f"was made by a newer version of Rehearse ({both}). Update Rehearse to use it."
        report.add(line, ("format",), message)
        return None
    if version < 1:
        report.add(line, ("format",), f"there is no version {version}. Write rehearse/{kind}@{VERSIONS[kind]}.")
        return None
    return kind


def _read(kind: str, data: Map, report: Report, known: Known) -> Value | None:
    model: schema.Model | None
    try:
        model = schema.MODELS[kind].model_validate(data, context=report)
    except ValidationError as problem:
        _say(problem, data, report)
        model = None
    if kind == "persona":
        references.in_persona(data, report)
    elif kind == "scenario":
        _scenario_references(data, report, known)
    elif kind == "rubric":
        references.in_rubric(data, report)
    elif kind == "concerns":
        references.in_concerns(data, report)
    if model is None or report.broken:
        return None
    return _value(model, data, report, known)


def _value(model: schema.Model, data: Map, report: Report, known: Known) -> Value | None:
    digest = content_hash(data)
    if isinstance(model, schema.PersonaModel):
        person = convert.persona(model, digest)
        playable.in_persona(person, data, report, known.register(person.register))
        return person
    if isinstance(model, schema.ScenarioModel):
        situation = convert.scenario(model, digest)
        playable.in_scenario(situation, data, report, known.persona(situation.persona))
        return situation
    if isinstance(model, schema.RubricModel):
        rubric = convert.rubric(model, digest)
        playable.in_rubric(rubric, data, report)
        return rubric
    if isinstance(model, schema.RegisterModel):
        return CommonLines(model.register_, convert.lines_by_act(model.lines))
    if isinstance(model, schema.ConcernsModel):
        common = convert.concerns(model)
        playable.in_concerns(common, data, report)
        return CommonConcerns(common)
    return None


def _scenario_references(data: Map, report: Report, known: Known) -> None:
    for key, others in (("persona", known.personas), ("rubric", known.rubrics)):
        named = data.get(key)
        if others is not None and isinstance(named, str) and named not in (there := others()):
            report.add(data.lines[key], (key,), f'there is no {key} "{named}".{did_you_mean(named, there)}')
    named = data.get("persona")
    person = known.persona(named) if isinstance(named, str) else None
    references.in_scenario(data, report, None if person is None else [concern.id for concern in person.concerns])


_PLAIN = {
    "missing": "is missing.",
    "tuple_type": "must be a list.",
    "dict_type": "must be a group of keys.",
    "model_type": "must be a group of keys.",
    "string_type": "must be a text.",
}


def _say(problem: ValidationError, data: Map, report: Report) -> None:
    for error in problem.errors(include_url=False, include_input=False):
        message = error["msg"] if error["type"] == "said" else _PLAIN.get(error["type"], error["msg"])
        where = _place(error["loc"], data)
        if error["type"] == "missing":
            where = (*where, *error["loc"][-1:]) if where != error["loc"] else where
        report.add(playable.line_of(data, where), where, message)


def _place(location: tuple[int | str, ...], data: Map) -> Where:
    """The place in the file that pydantic means: its steps as far as they are in the file, without its own marks."""
    at: object = data
    where: list[int | str] = []
    for step in location:
        if isinstance(at, dict) and step in at:
            at = at[str(step)]
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            at = at[step]
        else:
            break
        where.append(step)
    return tuple(where)
