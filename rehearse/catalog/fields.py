"""The kinds of value that stand in files: texts, spoken texts, ids, numbers, choices, signals, slots.

Imported late (pydantic).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, NoReturn

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from rehearse import signals
from rehearse.catalog.characters import visible_name
from rehearse.catalog.report import Report, did_you_mean
from rehearse.catalog.yaml import Decimal, Map, Whole
from rehearse.personas import Needs

MAX_TEXT = 2_000
MAX_NAME = 80
MAX_NOTES = 20_000

SLOTS = ("figure", "period", "quote", "source", "minutes", "problem", "ask", "gift")
"""What may stand in [[ ]] in a spoken line."""
RED_FLAGS = ("pressure", "dismissal", "figure_against_facts", "ignored_question")
"""The red flags of a review. Two of them are signals; the others are seen by the code that keeps the facts and the talk."""

_SLOT = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_FILE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_TRUST = re.compile(r"trust\s*>=\s*([0-9]+(?:\.[0-9]+)?)")
_MET = re.compile(r"met:\s*(\S+)")


def refuse(message: str) -> NoReturn:
    """Say what is wrong with the value at hand, in words that are shown as they are."""
    raise PydanticCustomError("said", "{message}", {"message": message})


def report_of(info: ValidationInfo) -> Report:
    """The report of the file that is being looked at."""
    context = info.context
    assert isinstance(context, Report)
    return context


def written(value: object) -> str:
    """A value as it stands in the file, shortened, for a message."""
    if isinstance(value, (Whole, Decimal)):
        return value.raw
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f'"{text}"' if len(text) <= 40 else f'"{text[:39]}…"'


def as_text(value: object, info: ValidationInfo) -> str:
    """A text, also where YAML made a number, true or a key of it; without white space around."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (Whole, Decimal)):
        return value.raw
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Map) and value.eaten is not None:
        message = f'YAML takes "{value.eaten[:40]}" for a key and a value. Put the whole text in quotes.'
        report_of(info).add(value.line, value.where, message, warning=True)
        return value.eaten
    if isinstance(value, list):
        refuse("must be a text, it is a list. A text that begins with [ must stand in quotes.")
    if value is None:
        refuse("is empty. Write a text, or take it out.")
    refuse(f"must be a text, it is {written(value)}.")


def _text(limit: int, empty: bool = False, spoken: bool = False) -> BeforeValidator:
    def check(value: object, info: ValidationInfo) -> str:
        if empty and value is None:
            return ""
        text = as_text(value, info)
        if not text and not empty:
            refuse("is empty. Write a text, or take it out.")
        if len(text) > limit:
            refuse(f"has {len(text):,} characters; {limit:,} are the most.")
        if spoken:
            check_slots(text)
        return text

    return BeforeValidator(check)


def check_slots(text: str) -> None:
    """Refuse [[ ]] with a word that is no slot."""
    for word in _SLOT.findall(text):
        if word not in SLOTS:
            known = ", ".join(SLOTS)
            refuse(f"[[{word[:40]}]] is not known.{did_you_mean(word, SLOTS)} There are: {known}.")


def _name(value: object, info: ValidationInfo) -> str:
    text = unicodedata.normalize("NFC", visible_name(" ".join(as_text(value, info).split())))
    if not text:
        refuse("is empty.")
    if len(text) > MAX_NAME:
        refuse(f"has {len(text)} characters; {MAX_NAME} are the most.")
    return text


def _id(pattern: re.Pattern[str], form: str) -> BeforeValidator:
    def check(value: object, info: ValidationInfo) -> str:
        text = as_text(value, info)
        if len(text) > 64 or not pattern.fullmatch(text):
            refuse(f"must be small letters, digits and {form}, at most 64, as growth-review; it is {written(text)}.")
        return text

    return BeforeValidator(check)


def _list(value: object) -> object:
    """One text stands for a list of one; nothing for an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


Text = Annotated[str, _text(MAX_TEXT)]
Words = Annotated[str, _text(MAX_TEXT, empty=True)]
Short = Annotated[str, _text(MAX_NAME)]
Notes = Annotated[str, _text(MAX_NOTES, empty=True)]
Spoken = Annotated[str, _text(MAX_TEXT, spoken=True)]
Name = Annotated[str, BeforeValidator(_name)]
FileId = Annotated[str, _id(_FILE_ID, "hyphens")]
Id = Annotated[str, _id(_ID, "hyphens")]

Texts = Annotated[tuple[Text, ...], BeforeValidator(_list)]
Spokens = Annotated[tuple[Spoken, ...], BeforeValidator(_list)]


def whole(low: int, high: int) -> BeforeValidator:
    """A whole number from low to high."""
    span = ", ".join(str(n) for n in range(low, high)) + f" or {high}" if high - low <= 4 else f"from {low} to {high}"

    def check(value: object) -> int:
        if isinstance(value, float) and not isinstance(value, bool) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            refuse(f"must be {'' if high - low <= 4 else 'a whole number '}{span}, it is {written(value)}")
        return int(value)

    return BeforeValidator(check)


def number(low: float = -math.inf, high: float = math.inf) -> BeforeValidator:
    """A number from low to high."""

    def check(value: object) -> float:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            refuse(f"must be a number, it is {written(value)}")
        if not low <= value <= high:
            refuse(f"must be from {low:g} to {high:g}, it is {written(value)}")
        return float(value)

    return BeforeValidator(check)


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    refuse(f"must be true or false, it is {written(value)}")


Truth = Annotated[bool, BeforeValidator(_truth)]


def one_of(choices: Sequence[str]) -> BeforeValidator:
    """One of these words."""

    def check(value: object) -> str:
        if isinstance(value, str) and value in choices:
            return value
        near = did_you_mean(value, choices) if isinstance(value, str) else ""
        refuse(f"must be one of {', '.join(choices)}; it is {written(value)}.{near}")

    return BeforeValidator(check)


def known_signals() -> frozenset[str]:
    """Every signal id and group of signals."""
    return frozenset(signals.SIGNALS) | frozenset(signals.GROUPS)


def _signal(word: object, also: Iterable[str] = ()) -> str:
    if not isinstance(word, str):
        refuse(f"must be signals, as [figure.money, source]; one is {written(word)}.")
    known = known_signals().union(also)
    if word not in known:
        near = did_you_mean(word, known)
        if not near and (close := signals.nearest(word)):
            near = f" Did you mean {close}?"
        refuse(f"{written(word)} is not a signal.{near}")
    return word


def _needs(value: object) -> Needs:
    """`[a, [c, d]]` = a and (c or d)."""
    together = []
    for part in _as_items(value):
        any_of = part if isinstance(part, list) else [part]
        if not any_of:
            refuse("holds an empty list. Name a signal, or take it out.")
        together.append(tuple(_signal(word) for word in any_of))
    return tuple(together)


def _as_items(value: object) -> list[object]:
    if value is None:
        return []
    if isinstance(value, (str, list)):
        return [value] if isinstance(value, str) else value
    refuse(f"must be a list of signals, as [figure.money, source]; it is {written(value)}.")


def _signals(also: Iterable[str]) -> Callable[[object], tuple[str, ...]]:
    return lambda value: tuple(_signal(word, also) for word in _as_items(value))


NeedsField = Annotated[Needs, BeforeValidator(_needs)]
LineNeeds = Annotated[tuple[str, ...], BeforeValidator(_signals(SLOTS))]
SignalsField = Annotated[tuple[str, ...], BeforeValidator(_signals(()))]
Seen = Annotated[tuple[str, ...], BeforeValidator(_signals(RED_FLAGS))]
"""Signals and red flags: what code can see."""


def _reveal(value: object) -> str:
    """start | asked | trust >= 2.75 | met: other-concern, in one form of white space."""
    if isinstance(value, Map) and set(value) == {"met"}:
        value = f"met: {value['met']}"
    if isinstance(value, str):
        text = value.strip()
        if text in ("start", "asked"):
            return text
        if found := _TRUST.fullmatch(text):
            if not 1.0 <= float(found[1]) <= 4.0:
                refuse(f"trust goes from 1.0 to 4.0, it is {written(value)}")
            return f"trust >= {found[1]}"
        if found := _MET.fullmatch(text):
            return f"met: {found[1]}"
    refuse(f'must be start, asked, "trust >= 2.75" or "met: another-concern"; it is {written(value)}.')


Reveal = Annotated[str, BeforeValidator(_reveal)]
