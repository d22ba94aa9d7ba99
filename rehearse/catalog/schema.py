"""What a file may hold, as pydantic models: the edge where foreign values become ours. Imported late, only to read a file.

Keys that are not known are kept, and reported with the nearest known one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from rehearse.catalog.fields import (
    RED_FLAGS,
    FileId,
    Id,
    LineNeeds,
    Name,
    NeedsField,
    Notes,
    Reveal,
    Seen,
    Short,
    SignalsField,
    Spoken,
    Spokens,
    Text,
    Texts,
    Truth,
    Words,
    as_text,
    known_signals,
    number,
    one_of,
    refuse,
    report_of,
    whole,
    written,
)
from rehearse.catalog.report import did_you_mean
from rehearse.catalog.yaml import Decimal, Map, Whole
from rehearse.conversation import ACTS, DIFFICULTIES, LADDER, Difficulty, Mode
from rehearse.personas import EMBLEMS, GIFT_KINDS, REGISTERS, GiftKind, Pronouns, Register

# A file says who somebody is, never which model speaks or with which key (bad input B20).
_NEVER = frozenset(("api_key", "apikey", "key", "token", "base_url", "endpoint", "headers", "model"))
_MODES = ("selling", "influencing")
_LOADS = ("quiet", "normal", "crunch", "after a reorganisation")
LEVELS = ("strong", "middling", "weak")


class Model(BaseModel):
    """A group of keys. What is not known is reported and kept."""

    model_config = ConfigDict(extra="allow", frozen=True, protected_namespaces=())

    @model_validator(mode="before")
    @classmethod
    def _known(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, dict):
            refuse(f"must be a group of keys, it is {written(value)}.")
        if isinstance(value, Map):
            known = [field.alias or name for name, field in cls.model_fields.items()]
            report = report_of(info)
            for key in value:
                if key in known:
                    continue
                where = (*value.where, key)
                line = value.lines.get(key, value.line)
                if key.casefold().replace("-", "_") in _NEVER:
                    report.add(line, where, "is not taken from a file: keys, addresses and models are chosen in Settings.")
                    continue
                report.add(line, where, f"is not known and does nothing.{did_you_mean(key, known)}", warning=True)
                name = ".".join(str(step) for step in where)
                report.extra[name] = value[key]
        return value


def _said_in(key: str, known: tuple[str, ...]) -> BeforeValidator:
    """A bare text stands for a group with this one key; so does a text that YAML cut in two."""

    def form(value: object, info: ValidationInfo) -> object:
        if isinstance(value, Map):
            cut = value.eaten is not None and not any(name in known for name in value)
            return {key: as_text(value, info)} if cut else value
        if isinstance(value, (str, bool, Whole, Decimal)):
            return {key: value}
        if value is None:
            refuse("is empty. Write a text, or take it out.")
        if isinstance(value, list):
            refuse("must be a text, it is a list. A text that begins with [ must stand in quotes.")
        return value

    return BeforeValidator(form)


def _sequence(value: object) -> object:
    if value is None:
        return []
    if not isinstance(value, list):
        refuse(f"must be a list, it is {written(value)}.")
    return value


def _lines(value: object) -> object:
    """A list of lines; one text stands for a list of one."""
    return [value] if isinstance(value, str) else _sequence(value)


def _group(value: object) -> object:
    return {} if value is None else value


class LineModel(Model):
    says: Spoken
    needs: LineNeeds = ()


Line = Annotated[LineModel, _said_in("says", ("says", "needs"))]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_lines)]


class NotEnoughModel(Model):
    says: Text
    seen_as: Annotated[Literal["asserted", "deflected"], one_of(("asserted", "deflected"))] = Field("asserted", alias="as")


class TestModel(Model):
    __test__ = False  # not a pytest class

    id: Id
    test: Text
    needs: NeedsField = ()
    of: Id | None = None
    required: Truth = True
    asked_by: Annotated[int, whole(1, 99)] | None = None
    sounds_like: Texts = ()


class ConcernModel(Model):
    id: Id
    kind: Short = "other"
    label: Short | None = None
    weight: Annotated[int, whole(1, 3)]
    worry: Words = ""
    root: Spokens = ()
    reveal: Reveal = "start"
    about: Texts = ()
    resolved_by: Annotated[tuple[TestModel, ...], BeforeValidator(_sequence)] = ()
    not_enough: Annotated[tuple[Annotated[NotEnoughModel, _said_in("says", ("says", "as"))], ...], BeforeValidator(_lines)] = ()
    objections: Lines = ()
    accepts: Spokens = ()


class AnswerModel(Model):
    about: Texts
    say: Spokens


class ConditionModel(Model):
    id: Id
    says: Spoken
    about: Texts = ()
    taken_up_by: NeedsField = ()


class GiftModel(Model):
    id: Id
    kind: Annotated[GiftKind, one_of(GIFT_KINDS)]
    says: Spoken


class WithheldModel(Model):
    id: Id
    about: Texts = ()
    says: Spokens
    reveal: Reveal = "asked"


class TemperamentModel(Model):
    receptivity: Annotated[int, whole(1, 5)] = 3
    patience: Annotated[int, whole(6, 14)] = 9
    minutes: Annotated[int, whole(2, 60)] = 10
    yields_to: SignalsField = ()


def _texts_by_key(value: object, info: ValidationInfo) -> object:
    if value is None:
        return {}
    if not isinstance(value, dict):
        refuse(f"must be a group of keys, as {{latency: orders lost}}; it is {written(value)}.")
    return value


class VocabularyModel(Model):
    likes: Texts = ()
    costs_patience: Texts = ()
    instead: Annotated[dict[str, Text], BeforeValidator(_texts_by_key)] = {}


def _closed(choices_of: Callable[[], Sequence[str]], what: str) -> BeforeValidator:
    """A group whose keys are a closed list. What is not in it is reported at its own line, and left out."""

    def check(value: object, info: ValidationInfo) -> object:
        choices = choices_of()
        if value is None:
            return {}
        if not isinstance(value, dict):
            refuse(f"must be a group of keys, it is {written(value)}.")
        for key in value:
            if key not in choices and isinstance(value, Map):
                message = f"is not {what}.{did_you_mean(key, choices)} There are: {', '.join(choices)}."
                report_of(info).add(value.lines[key], (*value.where, key), message)
        return {key: held for key, held in value.items() if key in choices}

    return BeforeValidator(check)


ActLines = Annotated[dict[str, Lines], _closed(lambda: ACTS, "an act")]


class PersonaModel(Model):
    format: Text
    id: FileId
    name: Name
    pronouns: Annotated[Pronouns, one_of(("she", "he", "they"))] = "they"
    language: Short = "en"
    role: Short
    audience: Words = ""
    emblem: Annotated[str, one_of(EMBLEMS)] = "circles"
    summary: Words = ""
    voice: Words = ""
    register_: Annotated[Register, one_of(REGISTERS)] = Field("plain", alias="register")
    cares_about: Texts = ()
    vocabulary: Annotated[VocabularyModel, BeforeValidator(_group)] = VocabularyModel()
    temperament: Annotated[TemperamentModel, BeforeValidator(_group)] = TemperamentModel()
    opening: Spokens = ()
    answers: Annotated[tuple[AnswerModel, ...], BeforeValidator(_sequence)] = ()
    concerns: Annotated[tuple[ConcernModel, ...], BeforeValidator(_sequence)] = ()
    conditions: Annotated[tuple[ConditionModel, ...], BeforeValidator(_sequence)] = ()
    gives: Annotated[tuple[GiftModel, ...], BeforeValidator(_sequence)] = ()
    deal_breakers: Seen = ()
    withheld: Annotated[tuple[WithheldModel, ...], BeforeValidator(_sequence)] = ()
    lines: ActLines = {}
    endings: Annotated[dict[str, Spokens], _closed(lambda: LADDER, "a step of the ladder")] = {}


class RegisterModel(Model):
    """Common lines: `format: rehearse/lines@1`."""

    format: Text
    register_: Annotated[Register, one_of(REGISTERS)] = Field(alias="register")
    lines: ActLines


class ConcernsModel(Model):
    """Concerns that many people have, for whoever makes a person: `format: rehearse/concerns@1`."""

    format: Text
    id: FileId
    title: Name | None = None
    concerns: Annotated[tuple[ConcernModel, ...], BeforeValidator(_sequence)]


class FactModel(Model):
    id: Id
    says: Text
    source: Words = ""
    value: Annotated[float, number()] | None = None
    unit: Annotated[str, BeforeValidator(lambda value, info: as_text(value, info)[:40])] = ""
    shared: Truth = False


class TimingModel(Model):
    closes: Words = ""
    load: Annotated[Literal["quiet", "normal", "crunch", "after a reorganisation"], one_of(_LOADS)] = "normal"


class SubjectModel(Model):
    noun: Words = ""
    ask: Words = ""


class ChangesModel(Model):
    """`persona_for_this`: concerns are in full form; one with the id of another replaces it."""

    cares_about: Texts = ()
    concerns: Annotated[tuple[ConcernModel, ...], BeforeValidator(_sequence)] = ()
    conditions: Annotated[tuple[ConditionModel, ...], BeforeValidator(_sequence)] = ()
    gives: Annotated[tuple[GiftModel, ...], BeforeValidator(_sequence)] = ()
    opening: Spokens = ()


class SayModel(Model):
    say: Text
    for_: Id | None = Field(None, alias="for")


Script = Annotated[tuple[Annotated[SayModel, _said_in("say", ("say", "for"))], ...], BeforeValidator(_lines)]


class ScenarioModel(Model):
    format: Text
    id: FileId
    title: Name
    persona: FileId
    mode: Annotated[Mode, one_of(_MODES)] = "selling"
    suits: Annotated[Mode, one_of(_MODES)] | None = None
    your_role: Words = ""
    situation: Words = ""
    timing: Annotated[TimingModel, BeforeValidator(_group)] = TimingModel()
    subject: Annotated[SubjectModel, BeforeValidator(_group)] = SubjectModel()
    ask: Words = ""
    minutes: Annotated[int, whole(2, 60)] | None = None
    difficulty: Annotated[Difficulty, one_of(DIFFICULTIES)] = "normal"
    rubric: FileId = "buy-in"
    facts: Annotated[tuple[FactModel, ...], BeforeValidator(_sequence)] = ()
    withheld: Annotated[tuple[WithheldModel, ...], BeforeValidator(_sequence)] = ()
    persona_for_this: Annotated[ChangesModel, BeforeValidator(_group)] = ChangesModel()
    playtest: Annotated[
        dict[str, Annotated[tuple[Script, ...], BeforeValidator(_sequence)]], _closed(lambda: LEVELS, "a level of script")
    ] = {}
    mentor_notes: Notes = ""


class CheckModel(Model):
    question: Text
    counts: Words = ""
    does_not: Words = ""
    example: Words = ""
    not_example: Words = ""
    needs: NeedsField = ()


def _checks(value: object, info: ValidationInfo) -> object:
    """A group of checks by id; ids have the form of ids."""
    if not isinstance(value, Map) or not value:
        refuse(f'must be checks by their ids, as {{figure: "Is there a specific figure?"}}; it is {written(value)}.')
    return value


def _weights(value: object, info: ValidationInfo) -> object:
    """A number stands for both modes."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return dict.fromkeys(_MODES, value)
    return value


class CriterionModel(Model):
    id: Id
    title: Name | None = None
    source: Annotated[Literal["judge", "ledger"], one_of(("judge", "ledger"))] = "judge"
    applies_when: Annotated[Mode, one_of(_MODES)] | None = None
    weight: Annotated[dict[str, Annotated[float, number(0, 100)]], _closed(lambda: _MODES, "a mode"), BeforeValidator(_weights)]
    checks: Annotated[
        dict[Id, Annotated[CheckModel, _said_in("question", tuple(CheckModel.model_fields))]], BeforeValidator(_checks)
    ]


def _flags() -> tuple[str, ...]:
    return tuple(sorted(known_signals().union(RED_FLAGS)))


class RubricModel(Model):
    format: Text
    id: FileId
    title: Name | None = None
    criteria: Annotated[tuple[CriterionModel, ...], BeforeValidator(_sequence)]
    red_flags: Annotated[dict[str, Annotated[int, whole(-100, 0)]], _closed(_flags, "a red flag that code can see")] = {}


MODELS: dict[str, type[Model]] = {
    "persona": PersonaModel,
    "scenario": ScenarioModel,
    "rubric": RubricModel,
    "lines": RegisterModel,
    "concerns": ConcernsModel,
}
