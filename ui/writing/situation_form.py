"""The form of a situation: every field of `rehearse/scenario@1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.writing.fields import Pairs, Section, choice, group, items, line, number, numbered, said, text, texts, truth
from ui.writing.person_form import NAME, concerns, concerns_of, conditions, gives, named, withheld

if TYPE_CHECKING:
    from ui.writing.sheet import Path, Sheet

_MODES = (("selling", "Selling: you want a yes"), ("influencing", "Influencing: you want them on your side"))
_LOADS = (("quiet", "Quiet"), ("normal", "Normal"), ("crunch", "Crunch"), ("after a reorganisation", "After a reorganisation"))
_MOODS = (("gentle", "Gentle"), ("normal", "Fair"), ("hard", "Tough"))
_LEVELS = (("strong", "Strong"), ("middling", "Middling"), ("weak", "Weak"))


def _people(sheet: Sheet, path: Path) -> Pairs:
    return sheet.names.get("persona", ())


def _rubrics(sheet: Sheet, path: Path) -> Pairs:
    return sheet.names.get("rubric", ())


def _on_the_table(sheet: Sheet, path: Path) -> Pairs:
    """The worries that a line may be meant for: those of this file, and of its person."""
    theirs = sheet.names.get(f"concerns:{sheet.get(('persona',))}", ())
    own = tuple((str(c["id"]), f"when {named(c)} is on the table") for c in concerns_of(sheet))
    rest = tuple(pair for pair in theirs if pair[0] not in dict(own))
    return (("", "in its turn"), *own, *rest)


_SAY = (
    text("say", "Line"),
    choice("for", "It is said", _on_the_table),
)
_SCRIPT = items(None, "Lines", "line", _SAY, lambda sheet, path: {"say": ""}, said("say"), bare="say", loose=True)


def _title(value: Any, key: str) -> str:
    first = value[0] if isinstance(value, list) and value else value
    words = first.get("say") if isinstance(first, dict) else first
    return " ".join(str(words).split()) if words else key


_FACT = (
    text("says", "What is so", example="14 incidents in two quarters, 9 of them in checkout"),
    line("source", "Where it comes from", example="incident log"),
    number("value", "The figure, if a wrong one is to be noticed", "Only the number.", "14"),
    line("unit", "Of what", example="incidents", optional=True),
    truth("shared", "They know it too", default=False),
    line("id", "Name in the file", NAME),
)

SITUATION: tuple[Section, ...] = (
    Section("The situation", "Who meets whom, and what has happened.", (
        line("title", "Title", example="Get reliability work into next quarter"),
        choice("persona", "With whom", _people),
        text("your_role", "Who you are in it", example="Principal engineer, no team of your own"),
        text("situation", "What has happened", example="Planning closes in two weeks. Checkout went down nine times."),
        text("ask", "What they are asked for", example="Two engineers for six weeks"),
        group("subject", "In a few words, for their lines", line("noun", "The problem", "Stands where a line says [[problem]].", "checkout outages"),
              line("ask", "The ask", "Stands where a line says [[ask]].", "two engineers for six weeks")),
        line("id", "Name in the file", NAME),
    )),
    Section("How it is played", "Mode, mood, time, and how it is judged.", (
        choice("mode", "What you come for", _MODES, "selling"),
        choice("suits", "What this situation answers to, if it is something else", (("", "The same"), *_MODES)),
        choice("difficulty", "Mood", _MOODS, "normal"),
        number("minutes", "Minutes", "From 2 to 60. Left empty, as many as the person gives.", "10"),
        group("timing", "", text("closes", "When it is decided", example="in two weeks"), choice("load", "How busy they are", _LOADS, "normal")),
        choice("rubric", "Judged by", _rubrics, "buy-in"),
    )),
    Section("Facts", "What may be used. A figure that contradicts one of them is noticed.", (
        items("facts", "Facts", "fact", _FACT, numbered("fact", says="", source=""), said("says")),
    )),
    Section("What they keep back", "Comes out only when it was earned.", (withheld("withheld"),)),
    Section("On the table here", "What this person has on the table in this situation, beside what they always have.", (
        group("persona_for_this", "", texts("cares_about", "They also care about", "One thing a line."),
              texts("opening", "How they begin here", "One wording a line. Takes the place of their own."),
              concerns("concerns", "Worries here"), conditions("conditions"), gives("gives")),
    )),
    Section("Scripts", "Two or more a level, each by another writer: the playtest plays them and says whether it tells them apart.", (
        group("playtest", "", *(items(level, f"{name} scripts", "script", (_SCRIPT,), lambda sheet, path: [{"say": ""}], _title)
                                for level, name in _LEVELS)),
    )),
    Section("Notes for mentors", "Never shown to whoever rehearses, nor to the judge.", (text("mentor_notes", "Notes"),)),
)  # fmt: skip
