"""From answers to a persona file. Only what was answered anew is written; everything else stays as it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from rehearse.making import document, reading, words
from rehearse.making.answers import Answers, Give, Term, lines
from rehearse.making.base import Base, concern_of
from rehearse.making.document import Doc, drop, put
from rehearse.making.slugs import free, slug
from rehearse.making.terms import subjects, taken_up_by
from rehearse.personas import Concern, Pronouns

_PLAIN = ("name", "pronouns", "role", "audience", "emblem", "summary", "register")
CONCERN = (
    "id",
    "kind",
    "label",
    "worry",
    "root",
    "weight",
    "reveal",
    "about",
    "resolved_by",
    "not_enough",
    "objections",
    "accepts",
)
"""The keys of a concern, in the order in which they stand in a file."""
# What a question must be about to get one of these answers.
_ABOUT: dict[tuple[str, ...], tuple[str, ...]] = {
    reading.MEASURED: ("measure", "measured", "goal", "judged", "priority", "matter", "important", "success", "target"),
    reading.LAST_TIME: (
        "last time",
        "happened",
        "went wrong",
        "say no",
        "said no",
        "tried",
        "history",
        "previous",
        "before",
        "past",
    ),
    reading.CONVINCE: ("convince", "persuade", "change your mind", "proof", "evidence", "see from me", "believe"),
    reading.EXPECT: ("need from me", "expect", "condition", "want from", "take for you"),
}
_Row = TypeVar("_Row", Give, Term)
_THEM: dict[Pronouns, str] = {"she": "her", "he": "him", "they": "them"}


def compose(base: Base, answers: Answers, library: Mapping[str, Concern], id: str) -> str:
    """The text of the file with this id. Only for what `looking.look_over` has nothing against."""
    doc = document.read(base.text)
    before = base.before
    doc["id"] = id
    for key in _PLAIN:
        if (value := getattr(answers, key)) != getattr(before, key) or base.persona is None:
            _set(doc, key, value)
    if (voice := _voice(answers)) != _voice(before):
        _set(doc, "voice", voice)
    if answers.measured != before.measured:
        _set(doc, "cares_about", document.row(answers.measured))
    _vocabulary(doc, before, answers)
    _temperament(doc, before, answers, base.persona is None)
    _opening(doc, before, answers, base.persona is None)
    _answers(doc, base, answers)
    _concerns(doc, base, answers, library)
    _terms(doc, before.terms, answers.terms)
    _gives(doc, before.gives, answers.gives)
    if base.persona is None:
        _start(doc, answers)
    elif before.register != answers.register:
        _endings(doc, before, answers)
    return document.write(doc, base.text if base.persona is not None else "")


def _set(doc: Doc, key: str, value: object) -> None:
    """Set a key of the file, or take it out where there is nothing to say."""
    if value or key in ("name", "role"):
        put(doc, key, value)
    else:
        drop(doc, key)


def _voice(answers: Answers) -> str:
    return (words.PACE.get(answers.pace, "") + answers.voice).strip()


def _group(doc: Doc, key: str) -> Doc:
    if not isinstance(doc.get(key), dict):
        put(doc, key, document.mapping())
    return doc[key]


def _vocabulary(doc: Doc, before: Answers, now: Answers) -> None:
    for key, was, is_ in (("likes", before.likes, now.likes), ("costs_patience", before.costs, now.costs)):
        if was != is_:
            put(_group(doc, "vocabulary"), key, document.row(is_), ("likes", "costs_patience", "instead"))


def _temperament(doc: Doc, before: Answers, now: Answers, fresh: bool) -> None:
    order = ("receptivity", "patience", "minutes", "yields_to")
    for key in order[:3]:
        if fresh or getattr(before, key) != getattr(now, key):
            put(_group(doc, "temperament"), key, getattr(now, key), order)
    if fresh or before.complies != now.complies:
        mood = _group(doc, "temperament")
        signals = [s for s in _texts(mood.get("yields_to")) if s != "rank"] + (["rank"] if now.complies else [])
        put(mood, "yields_to", document.row(signals), order)
    if fresh:
        document.inline(doc["temperament"])
    if now.complies and not before.complies and isinstance(doc.get("deal_breakers"), list) and "rank" in doc["deal_breakers"]:
        doc["deal_breakers"].remove("rank")  # who does as they are told does not leave for being told


def _opening(doc: Doc, before: Answers, now: Answers, fresh: bool) -> None:
    was = before.opening or words.OPENINGS[before.register]
    is_ = now.opening or words.OPENINGS[now.register]
    if fresh or was != is_:
        put(doc, "opening", document.spoken(is_))


def _answers(doc: Doc, base: Base, now: Answers) -> None:
    """What they say to your questions. What was made from an answer follows it, unless somebody has rewritten it."""
    before, fresh = base.before, base.persona is None
    for of, make, theirs in (
        (reading.MEASURED, _measured, True),
        (reading.LAST_TIME, _refused, True),
        (reading.CONVINCE, _always, False),
        (reading.EXPECT, _expects, False),
    ):
        was, is_ = (() if fresh else make(before)), make(now)
        if was == is_:
            continue
        entry = next((e for e in doc.get("answers") or [] if _is_about(e, of)), None)
        if entry is None:
            if is_ and (fresh or theirs or not was):
                if not isinstance(doc.get("answers"), list):
                    put(doc, "answers", document.block(()))
                doc["answers"].append(document.mapping(about=document.row(_ABOUT[of]), say=document.spoken(is_)))
        elif theirs or _texts(entry.get("say")) == was:
            if is_:
                entry["say"] = document.spoken(is_)
            else:
                doc["answers"].remove(entry)


def _is_about(entry: Doc, of: tuple[str, ...]) -> bool:
    return isinstance(entry, dict) and not {t.casefold() for t in _texts(entry.get("about"))}.isdisjoint(of)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list) else () if value is None else (str(value),)


def _measured(answers: Answers) -> tuple[str, ...]:
    return answers.measured_says or words.measured(answers.measured, answers.register)


def _refused(answers: Answers) -> tuple[str, ...]:
    why = lines(answers.refused_why)
    return words.refused(answers.refused, " ".join(why), answers.register) if answers.refused else why


def _always(answers: Answers) -> tuple[str, ...]:
    """The question that they always ask, of the worry that weighs most."""
    asking = [w for w in answers.worries if w.asks]
    heaviest = max(asking, key=lambda w: w.weight, default=None)
    return words.always(heaviest.asks[:2], answers.register) if heaviest else ()


def _expects(answers: Answers) -> tuple[str, ...]:
    return tuple(term.says for term in answers.terms if term.says)[:2]


# ---- worries


def _concerns(doc: Doc, base: Base, answers: Answers, library: Mapping[str, Concern]) -> None:
    before = {w.id: concern_of(w, base.before, base, library) for w in base.before.worries}
    now = {w.id: made for w in answers.worries if (made := concern_of(w, answers, base, library)) is not None}
    if before == now and list(before) == list(now):
        return
    if not isinstance(doc.get("concerns"), list):
        put(doc, "concerns", document.block(()))
    held = doc["concerns"]
    there = _kept(held, set(now))
    for id, made in now.items():
        if id not in there:
            held.append(document.concern(made))
        elif (was := before.get(id)) is not None and was != made:
            _change(there[id], was, made)
    for waiting in [*held, *(doc.get("withheld") or [])]:
        _unhook(waiting, set(before) - set(now))


def _kept(held: Doc, wanted: set[str]) -> dict[str, Doc]:
    """The entries of these ids; the others are taken out of the list."""
    for number in reversed(range(len(held))):
        if str(held[number].get("id")) not in wanted:
            del held[number]
    return {str(entry.get("id")): entry for entry in held}


def _change(entry: Doc, was: Concern, now: Concern) -> None:
    if was.label != now.label:
        put(entry, "label", now.label, CONCERN)
    if was.weight != now.weight:
        put(entry, "weight", now.weight, CONCERN)
    if was.root != now.root:
        put(entry, "root", document.spoken(now.root), CONCERN)
    if was.objections != now.objections:
        kept = {_says(o): o for o in entry.get("objections") or []} if isinstance(entry.get("objections"), list) else {}
        put(entry, "objections", document.block(kept.get(o.says, document.line(o)) for o in now.objections), CONCERN)
        for test, new in zip(entry.get("resolved_by") or [], now.resolved_by, strict=False):
            if new.asked_by is None:
                drop(test, "asked_by")
            elif test.get("asked_by") != new.asked_by:
                test["asked_by"] = new.asked_by


def _says(objection: Doc) -> str:
    return " ".join(str(objection.get("says") if isinstance(objection, dict) else objection).split())


def _unhook(waiting: Doc, gone: set[str]) -> None:
    """What was to come out when a worry was met comes out when it is asked for, once that worry is gone."""
    reveal = waiting.get("reveal") if isinstance(waiting, dict) else None
    named = reveal.get("met") if isinstance(reveal, dict) else str(reveal or "").partition("met:")[2].strip()
    if named in gone:
        waiting["reveal"] = "asked"


# ---- what they set, and what they put in


def _terms(doc: Doc, before: tuple[Term, ...], now: tuple[Term, ...]) -> None:
    for entry, was, term in _rows(doc, "conditions", before, tuple(t for t in now if t.says), "condition"):
        if was is None or was.says != term.says:
            derived = was is None or _texts(entry.get("about")) == subjects(was.says)
            entry["says"] = document.quoted(term.says)
            if derived or not entry.get("about"):
                entry["about"] = document.row(subjects(term.says))
                entry["taken_up_by"] = document.needs(taken_up_by(term.says))


def _gives(doc: Doc, before: tuple[Give, ...], now: tuple[Give, ...]) -> None:
    for entry, was, give in _rows(doc, "gives", before, tuple(g for g in now if g.says), "gift"):
        if was is None or was != give:
            entry["kind"] = give.kind
            entry["says"] = document.quoted(give.says)
            if was is None:
                document.inline(entry)


def _rows(
    doc: Doc, key: str, before: tuple[_Row, ...], now: tuple[_Row, ...], stem: str
) -> Iterator[tuple[Doc, _Row | None, _Row]]:
    """Each row that is wanted with its entry in the file, made where it is new; rows that are gone are taken out."""
    if before == now:
        return
    if not isinstance(doc.get(key), list):
        if not now:
            return
        put(doc, key, document.block(()))
    held, was = doc[key], {row.id: row for row in before}
    wanted = {row.id for row in now if row.id}
    there = _kept(held, wanted)
    for row in now:
        entry = there.get(row.id) if row.id else None
        if entry is None:
            id = free("-".join(slug(row.says, stem).split("-")[:3]), there)
            entry = there[id] = document.mapping(id=id)
            held.append(entry)
        yield entry, was.get(row.id) if row.id else None, row


def _start(doc: Doc, answers: Answers) -> None:
    """What a new person has beside the answers: where they stop, and their last words."""
    breakers = ["threat"] if answers.complies else ["rank", "threat"]
    put(doc, "deal_breakers", document.row(breakers))
    put(doc, "endings", document.mapping(**{step: document.spoken(s) for step, s in words.ENDINGS[answers.register].items()}))
    first = answers.name.split()[0] if answers.name.split() else "Somebody"
    doc.yaml_set_start_comment(
        f"{first}, as you know {_THEM[answers.pronouns]}. The app reads and writes this file, and keeps what it does not know.\n"
        "`rehearse check FILE` says what is at fault. personas/skeptical-executive.yaml shows everything that a file may hold."
    )


def _endings(doc: Doc, before: Answers, now: Answers) -> None:
    """Last words that were taken from the register follow it; those that somebody wrote stay."""
    held = doc.get("endings")
    for step, said in words.ENDINGS[before.register].items():
        if isinstance(held, dict) and _texts(held.get(step)) == said:
            held[step] = document.spoken(words.ENDINGS[now.register][step])
