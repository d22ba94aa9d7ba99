"""The form of a way to judge: every field of `rehearse/rubric@1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.writing.fields import Field, Section, choice, group, items, line, needs, number, numbered, said, text
from ui.writing.person_form import NAME
from ui.writing.plain_words import FLAGS

if TYPE_CHECKING:
    from ui.writing.sheet import Path, Sheet

_SOURCES = (("judge", "The judge, who reads what was said"), ("ledger", "The list of objections, by rules"))
_WHEN = (("", "Always"), ("selling", "Only when selling"), ("influencing", "Only when influencing"))


def _check(sheet: Sheet, path: Path) -> Any:
    return {"question": ""}


_CHECK = (
    text("question", "The question", "Yes or no.", "Is it said where the figure comes from?"),
    text("counts", "What counts", example="The source stands beside the figure."),
    text("example", "An example of it", example="The ledger says 48,000 a month."),
    text("does_not", "What does not count", example="A size without a number."),
    text("not_example", "An example of that", example="It costs us a lot."),
    needs("needs", "Without a model, it is seen when these are heard", "Left empty, only a model can judge it."),
    Field("name", None, "Name in the file", NAME),
)
_CRITERION = (
    line("title", "What it is called", example="Evidence", optional=True),
    group("weight", "Weight", number("selling", "When selling", "From 0 to 100.", "10"), number("influencing", "When influencing", "From 0 to 100.", "10"),
          bare="selling influencing"),
    choice("applies_when", "When it applies", _WHEN),
    choice("source", "Who fills it in", _SOURCES, "judge"),
    items("checks", "Checks", "check", _CHECK, _check, said("question"), bare="question", keyed=True),
    line("id", "Name in the file", NAME),
)  # fmt: skip

RUBRIC: tuple[Section, ...] = (
    Section("Name", "How a way to judge is called where one chooses it.", (
        line("title", "Title", example="Buy-in"),
        line("id", "Name in the file", NAME),
    )),
    Section("What is judged", "Criteria made of yes or no questions. A criterion weighs as much as you say.", (
        items("criteria", "Criteria", "criterion", _CRITERION,
              numbered("criterion", title="", weight={"selling": 10, "influencing": 10}, checks={"check": {"question": ""}}),
              said("title", "id")),
    )),
    Section("Red flags", "What takes points off, together at most 15. Numbers from -100 to 0.", (
        group("red_flags", "", *(number(flag, said_of[:1].upper() + said_of[1:], example="-5") for flag, said_of in FLAGS.items())),
    )),
)  # fmt: skip
