"""The form of a person: every field of `rehearse/persona@1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rehearse.personas import EMBLEMS, GIFT_KINDS
from ui.writing.fields import (
    Field,
    Pairs,
    Section,
    choice,
    group,
    items,
    line,
    needs,
    number,
    numbered,
    said,
    text,
    texts,
    truth,
    wordings,
)
from ui.writing.plain_words import ACTS, FLAGS, LADDER, signal

if TYPE_CHECKING:
    from ui.writing.sheet import Path, Sheet

_PRONOUNS = (("she", "She"), ("he", "He"), ("they", "They"))
_REGISTERS = (("terse", "Terse"), ("plain", "Plain"), ("warm", "Warm"), ("formal", "Formal"))
_RECEPTIVITY = (("1", "Very hard to move"), ("2", "Hard to move"), ("3", "Even"), ("4", "Open"), ("5", "Very open"))
_WEIGHTS = (("1", "Minor"), ("2", "Matters"), ("3", "Decides"))
_KINDS = (
    ("return", "What comes back"), ("risk", "Risk"), ("capacity", "People and time"), ("timing", "Timing"), ("precedent", "Precedent"),
    ("ownership", "Who owns it"), ("evidence", "Evidence"), ("integration", "How it fits in"), ("autonomy", "Their own say"),
    ("trust", "Trust"), ("customers", "Customers"), ("alignment", "Goals"), ("growth", "Growth"), ("other", "Something else"),
)  # fmt: skip
_GIFTS = {"name": "Somebody to talk to", "date": "A date", "money": "Money", "time": "Time of theirs", "idea": "An idea"}
_TRUST = ("2.0", "2.5", "2.75", "3.0", "3.5")
NAME = "Small letters, digits and hyphens. Other parts of the file speak of it by this name."
SLOTS = "[[figure]], [[period]], [[quote]], [[source]], [[minutes]], [[problem]] and [[ask]] are filled with what was said."
_COMES = "They say it"


def _audiences(sheet: Sheet, path: Path) -> Pairs:
    from rehearse.making.answers import AUDIENCES

    return AUDIENCES


def concerns_of(sheet: Sheet) -> list[dict[str, Any]]:
    """The worries that stand in this file: a person's, or those that a situation puts on the table."""
    places: tuple[Path, ...] = (("concerns",), ("persona_for_this", "concerns"))
    return [c for place in places for c in sheet.get(place) or [] if isinstance(c, dict) and c.get("id")]


def named(concern: dict[str, Any]) -> str:
    """What a worry is called."""
    return f"“{concern.get('label') or concern.get('id')}”"


def reveals(sheet: Sheet, path: Path) -> Pairs:
    """When something may come out: at once, when asked, with trust, after another worry."""
    own = sheet.get((*path[:-1], "id"))
    met = ((f"met: {c['id']}", f"once {named(c)} is answered") for c in concerns_of(sheet) if c["id"] != own)
    trust = ((f"trust >= {at}", f"once they trust you (from {at} of 4)") for at in _TRUST)
    return (("start", "at once"), ("asked", "when they are asked about it"), *trust, *met)


def _tests(sheet: Sheet, path: Path) -> Pairs:
    """The other tests of the same worry."""
    at = path[-2]
    tests = sheet.get(path[:-2]) or []
    rest = tuple(
        (str(t["id"]), f"after “{t.get('test') or t['id']}”")
        for n, t in enumerate(tests)
        if isinstance(t, dict) and t.get("id") and n != at
    )
    return (("", "No: in one breath with the rest"), *rest)


def _asked_by(sheet: Sheet, path: Path) -> Pairs:
    """The objections of the same worry, by their numbers."""
    lines = sheet.get((*path[:-3], "objections")) or []
    shown = [
        line.get("says", "") if isinstance(line, dict) else str(line) for line in (lines if isinstance(lines, list) else [lines])
    ]
    return (("", "None in particular"), *((str(n), f"{n}: {said}") for n, said in enumerate(shown, 1)))


_TEST = (
    text("test", "What has to be said", "Ends a sentence that begins with “It counts when somebody …”.", "Gives a figure in money over a period"),
    needs("needs", "So that it is noticed, these must be heard", "All of them, in one turn."),
    choice("of", "May it come in a later turn", _tests),
    truth("required", "Needed, not only helpful", default=True),
    choice("asked_by", "Which of the objections asks for it", _asked_by, whole=True),
    texts("sounds_like", "How it may sound", "One example a line.", "It costs about 70,000 and saves 48,000 a month from June."),
    line("id", "Name in the file", NAME),
)  # fmt: skip
_NOT_ENOUGH = (
    text("says", "What they might hear", example="Quality always pays off in the long run."),
    choice("as", "How they take it", (("asserted", "Said, not shown"), ("deflected", "Avoided")), "asserted"),
)
CONCERN = (
    line("label", "What it is called", "A word or two: it stands beside their objection.", "Payback", optional=True),
    choice("weight", "How much it weighs", _WEIGHTS, whole=True),
    choice("kind", "What kind of worry it is", _KINDS, "other"),
    text("worry", "The worry itself", "For people who read the file. Never spoken.", "The money never comes back."),
    texts("root", "What is behind it", "One wording a line, as they tell it. Said when somebody asks, not before.", "Twice I stood up for a saving that never came."),
    choice("reveal", _COMES, reveals, "start"),
    texts("about", "Words by which it comes up", "One a line.", "cost\nsavings"),
    wordings("objections", "How they object", f"From open to pointed. {SLOTS}", "objection"),
    items("resolved_by", "What settles it", "test", _TEST, numbered("test", test="", needs=[]), said("test", "id")),
    items("not_enough", "What is not enough", "answer", _NOT_ENOUGH, lambda sheet, path: {"says": ""}, said("says"), bare="says", loose=True),
    texts("accepts", "How they take a good answer", "One wording a line.", "That number I can repeat."),
    line("id", "Name in the file", NAME),
)  # fmt: skip


def concerns(key: str, label: str) -> Field:
    """The worries, wherever they stand."""
    blank = numbered("worry", kind="other", label="", worry="", weight=2, reveal="start", about=[], resolved_by=[], objections=[])
    return items(key, label, "worry", CONCERN, blank, said("label", "worry", "id"))


def conditions(key: str) -> Field:
    """What they ask for before they agree."""
    fields = (
        text("says", "What they say", example="Half the [[problem]] after the trial, or we stop."),
        texts("about", "Words by which it comes up", "One a line."),
        needs("taken_up_by", "It is taken up when these are heard"),
        line("id", "Name in the file", NAME),
    )
    return items(
        key,
        "Conditions",
        "condition",
        fields,
        numbered("condition", says=""),
        said("says", "id"),
        "What they ask for before they agree.",
    )


def gives(key: str) -> Field:
    """What they put in."""
    fields = (
        choice("kind", "What it is", tuple((kind, _GIFTS[kind]) for kind in GIFT_KINDS)),
        text("says", "What they say", example="Take ten minutes of my next review."),
        line("id", "Name in the file", NAME),
    )
    return items(
        key,
        "What they put in",
        "gift",
        fields,
        numbered("gift", kind="time", says=""),
        said("says", "id"),
        "Of their own, when they buy in.",
    )


def withheld(key: str) -> Field:
    """Facts that have to be earned."""
    fields = (
        texts("says", "What they say", "One wording a line.", "What the board asks me about is renewals."),
        choice("reveal", "When it comes out", reveals, "asked"),
        texts("about", "Words by which one asks for it", "One a line."),
        line("id", "Name in the file", NAME),
    )
    return items(
        key, "What they keep back", "fact", fields, numbered("fact", about=[], says=[""], reveal="asked"), said("says", "id")
    )


_ANSWER = (
    texts("about", "When they are asked about", "One word a line.", "budget\ndecide"),
    texts("say", "They say", "One wording a line.", "Up to a hundred thousand I sign alone."),
)
_TEMPERAMENT = (
    choice("receptivity", "How hard they are to move", _RECEPTIVITY, "3", whole=True),
    number("patience", "Patience, in turns of yours", "From 6 to 14.", "9"),
    number("minutes", "Minutes they give", "From 2 to 60.", "10"),
    Field("signals", "yields_to", "They give way, without being convinced, to", "Most people to nothing; a report to rank."),
)
_VOCABULARY = (
    texts("likes", "Words they like", "One a line.", "customers\nrevenue"),
    texts("costs_patience", "Words that cost their patience", "One a line.", "microservices\nrefactor"),
    Field("pairs", "instead", "What to say in their place", "The brief shows it under “Say it for them”.", one="word"),
)

PERSON: tuple[Section, ...] = (
    Section("Who they are", "What is true of them in any situation.", (
        line("name", "Name", example="Dana Okafor"),
        choice("pronouns", "Pronouns", _PRONOUNS, "they"),
        line("role", "Role", example="Head of sales"),
        choice("audience", "Who they are to you", _audiences),
        choice("emblem", "Emblem", tuple((name, name.capitalize()) for name in EMBLEMS), "circles"),
        text("summary", "In one sentence", example="Has paid for three platform rewrites. Two never shipped."),
        line("id", "Name in the file", NAME),
    )),
    Section("How they talk", "Manner, patience, and how they begin.", (
        text("voice", "Voice", example="Short sentences. Asks for the number, then for where it comes from."),
        choice("register", "Whose common lines stand in where theirs are too few", _REGISTERS, "plain"),
        texts("opening", "How they begin", f"One wording a line. {SLOTS}", "You have [[minutes]] minutes. What are you asking me for?"),
        group("temperament", "", *_TEMPERAMENT),
        line("language", "Language", "The offline stakeholder reads English only.", "en"),
    )),
    Section("What they care about", "What counts for them, and in which words.", (
        texts("cares_about", "They care about", "One thing a line, what counts most first.", "return on investment\nno surprises"),
        group("vocabulary", "", *_VOCABULARY),
    )),
    Section("Worries", "From three to seven. At least one decides.", (concerns("concerns", "Their worries"),)),
    Section("Their answers", "What they say to questions: without this, asking is talking to a wall.", (
        items("answers", "Answers", "answer", _ANSWER, lambda sheet, path: {"about": [], "say": []}, said("about", "say")),
        withheld("withheld"),
    )),
    Section("Conditions and gifts", "What they ask for, what they put in, what breaks it off.", (
        conditions("conditions"),
        gives("gives"),
        Field("signals", "deal_breakers", "It is over when they hear", "What code can see: signals and red flags.", choices=tuple((id, signal(id)) for id in FLAGS)),
    )),
    Section("Their lines", "At least twelve for an act make a person of their own; where there are fewer, common lines stand in.", (
        group("lines", "", *(wordings(act, label, help, folded=True) for act, (label, help) in ACTS.items())),
    )),
    Section("How it ends", "Two or more for each step. What they put in is added by itself.", (
        group("endings", "", *(texts(step, label, "One wording a line.") for step, label in LADDER.items())),
    )),
)  # fmt: skip
