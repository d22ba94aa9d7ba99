"""The forms by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.writing.fields import Field, Section
from ui.writing.plain_words import sentence

if TYPE_CHECKING:
    from rehearse.writing.document import Remark


def sections_of(kind: str) -> tuple[Section, ...]:
    """The sections of a person, situation or rubric. Raises KeyError for another kind."""
    from ui.writing.person_form import PERSON
    from ui.writing.rubric_form import RUBRIC
    from ui.writing.situation_form import SITUATION

    return {"persona": PERSON, "scenario": SITUATION, "rubric": RUBRIC}[kind]


def section_at(kind: str, path: tuple[str | int, ...]) -> int | None:
    """The number of the section in which a place is edited; None where the form does not know it."""
    for number, section in enumerate(sections_of(kind)):
        if path and any(field.key == path[0] for field in section.fields):
            return number
    return None


def place_at(kind: str, path: tuple[str | int, ...]) -> tuple[int, int]:
    """The numbers of the section and of the field in it, to put places in the order of the form; those without one come last."""
    for number, section in enumerate(sections_of(kind)):
        for n, field in enumerate(section.fields):
            if path and field.key == path[0]:
                return number, n
    return len(sections_of(kind)), 0


def label_at(kind: str, path: tuple[str | int, ...]) -> str:
    """What a place is called in the form: ``Worries, 2, What it is called``; its keys where the form does not know it."""
    number = section_at(kind, path)
    if number is None:
        return " ".join(str(step + 1) if isinstance(step, int) else step for step in path)
    section = sections_of(kind)[number]
    return ", ".join([section.title, *_labels(section.fields, path)])


def told(kind: str, remark: Remark) -> str:
    """What is to be said with its place before it, for where it does not stand at its field."""
    return f"{label_at(kind, remark.path) or 'The file'}: {sentence(remark.message)}"


def _labels(fields: tuple[Field, ...], path: tuple[str | int, ...]) -> list[str]:
    field = next((f for f in fields if f.key == path[0]), None)
    if field is None:
        direct = next((f for f in fields if f.key is None and f.kind == "items"), None)
        return _inside(direct, path) if direct is not None else [str(path[0])] if isinstance(path[0], str) else []
    return [*([field.label] if field.label else []), *_inside(field, path[1:])]


def _inside(field: Field, path: tuple[str | int, ...]) -> list[str]:
    """The labels below a field."""
    if not path:
        return []
    if field.kind == "group":
        return _labels(field.fields, path)
    number = str(path[0] + 1) if isinstance(path[0], int) else path[0]
    if field.kind == "items" and len(path) > 1:
        return [number, *_labels(field.fields, path[1:])]
    return [number]
