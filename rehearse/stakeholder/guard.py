"""Checks a line that a model worded, before it stands: in role, does its act, allowed, nothing given away. Pure.

The guard does not judge style. Each finding has an id and words that go back to the model as what to change. The persona's own
wordings, where the act may use them, are never refused: what is found within them does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rehearse.conversation import Stance
from rehearse.signals.text import fold, words
from rehearse.stakeholder import assent, manners, own
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.deeds import undone
from rehearse.stakeholder.invented import invented
from rehearse.stakeholder.likeness import repeats
from rehearse.stakeholder.phrasebook import Phrasebook
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.withheld import gives_away, secrets

__all__ = [
    "BOOK",
    "MOST_SENTENCES",
    "MOST_WORDS",
    "Finding",
    "check",
    "cut_at_label",
    "out_of_form",
    "phrases",
    "secrets",
    "sentence_ends",
    "shortened",
    "tidy",
    "whole_sentences",
]

MOST_SENTENCES = 3
MOST_WORDS = 60
BOOK = Phrasebook({**assent.PHRASES, **manners.PHRASES})
"""Every phrase that may be refused: what a draft is held back for while it comes."""

_WORDS = {
    "agrees": "no agreement: nothing is decided", "wills": "no promise and no plan: nothing is decided", "settles": "the worry is not settled",
    "credits": "no credit for the point", "bare": "no yes", "out_of_role": "stay the person; nothing about roles, models or instructions",
    "coaches": "no praise, no advice, no suggestions, no summary", "speaks_for_you": "only this person's words, never the engineer's",
}  # fmt: skip
STAGE = re.compile(
    r"(?<!\*)\*(?!\*)[^*\n]{1,80}\*(?!\*)|\([^()\n]{1,60}ing\b[^()\n]{0,40}\)|\((?:pauses?|sighs?|nods?|smiles?|laughs?|silence|beat|quietly|firmly)\)"
)
_LISTED = re.compile(r"(?m)^\s*(?:[-*•–]|\d{1,2}[.)]|#{1,6})\s")
_FORM = re.compile(
    r"\*\*|__|`|\[|\]|\{|\}|https?://|www\.|</?[a-z][^<>]{0,40}>|<\||\|>|^\s*(?:[-*•]|#{1,6}|\d{1,2}[.)])\s|\s\*\w|~~|\\n|(?<!\w)#(?:[a-z]\w+)|==|=>|->",
    re.IGNORECASE,
)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d\u2190-\u21ff\u2300-\u23ff]|(?:^|\\s)[:;=8]-?[)(DPp](?=\\s|$|[.,!?])"
)
_PROMPT = re.compile(
    r"still missing:|own words it could|may tell this|write only|(?:^|\s)rules?:\s|</?(?:talk|turn)|‹/?(?:talk|turn)|\bstage directions?\b|"
    r"\bthe situation:|keep its meaning|last draft|\bnow (?:presses|probes|doubts|raises a worry)\b|^(?:note|response|line|draft|output|answer|dialogue|reply)\s*:",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)")
_SHORTENED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|vs|approx|e\.g|i\.e|a\.m|p\.m|st)|\b(?!I)[A-Z]|(?:^|\n)\s*\d{1,2})$", re.IGNORECASE
)
_ENGLISH = frozenset(
    "the a an to of and is it you i that this what who not no in for do does did have has had with on be was were are am how my your me we us our they "
    "them their he she his her at by from or if so but as when where why which will would can could should may might must one all any some more than then "
    "there here out up down off over about into again only just still yet too very now before after because until without want need know say said tell told "
    "think ask give take make go come get see hear show time day week month year people nobody somebody anybody nothing something anything never always "
    "yes okay i'm i'll i've i'd don't it's that's isn't can't won't doesn't didn't you're what's let's been being those these like last first two much many".split()
)  # fmt: skip
_FOREIGN = frozenset(
    "der die das und ist nicht ich wir sie ein eine einen mit für auf den dem von wie was wer aber auch noch schon kann haben sind zu im "
    "le la les et est que pas je nous vous une des du pour dans avec qui mais sur cela combien el los las es una por con para como pero qué cuánto "
    "está muy nos lo se il che non per sono della di è quanto chi het een niet van wij jij maar wat som att det inte och jag har på med hva ikke og "
    "para não uma com você isso quem mas é nie jest czy jak ale tak się kto".split()
) - _ENGLISH  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a line, as an id and as words for whoever words it again."""

    id: str
    words: str


def tidy(line: str, name: str) -> str:
    """The line as it is meant to be heard: without a speaker's label of this person, what follows under another one, surrounding
    quote marks, stage directions and runs of white space. A list or a heading keeps its lines, so that it can be seen as one."""
    line = line[: cut_at_label(line, name)]
    line = STAGE.sub(" ", re.sub(rf"^{_label(name)}", "", line))
    if not _LISTED.search(line):
        line = " ".join(line.split())
    line = line.strip()
    if len(line) > 1 and line[0] in "\"“‘'" and line[-1] in "\"”’'" and not any(q in line[1:-1] for q in '"“”'):
        line = line[1:-1].strip()
    return line


def cut_at_label(text: str, name: str) -> int | None:
    """Where, after some words, a line begins with the label of a speaker; None where none does."""
    return next((m.start() for m in _labels(name).finditer(text) if text[: m.start()].strip()), None)


@lru_cache(maxsize=16)
def _labels(name: str) -> re.Pattern[str]:
    return re.compile(rf"\n\s*(?:{_label(name)}|[\[(*_]*(?:{manners.SPEAKERS})[\])*_]*\s*:)", re.IGNORECASE)


def _label(name: str) -> str:
    first = name.split()[0] if name.split() else name
    return rf"\s*[\[(*_]*(?:{re.escape(name)}|{re.escape(first)})[\])*_]*\s*:[\])*_]*\s*"


def check(
    line: str,
    setting: Setting,
    stance: Stance,
    act: Act,
    earlier: Sequence[str],
    heard: Sequence[str] | None = None,
    ours: str = "",
) -> tuple[Finding, ...]:
    """Everything that keeps a line from standing; nothing where it may stand.

    `earlier` are the stakeholder's lines so far, `heard` yours (None = not known: figures are not looked at), `ours` the
    persona's own line for this act.
    """
    if not words(line):
        return (Finding("empty", "say something"),)
    found = list(_all(line, setting, stance, act, earlier, heard, ours))
    if not found:
        return ()
    if ours and line == ours:
        return ()
    left = own.without(line, setting, stance, act)
    if left == line:
        return tuple(found)
    foreign = " ".join(left.replace("|", " ").split())
    if not words(foreign):
        return tuple(f for f in found if f.id == "repeats")
    still = {f.id for f in _all(left, setting, stance, act, earlier, heard, ours)}
    return tuple(f for f in found if f.id in still or f.id in ("repeats", "act"))


def _all(
    line: str, setting: Setting, stance: Stance, act: Act, earlier: Sequence[str], heard: Sequence[str] | None, ours: str
) -> Iterator[Finding]:
    if sum(1 for _ in sentence_ends(line, whole=True)) > MOST_SENTENCES or len(words(line)) > MOST_WORDS:
        yield Finding("too_long", "at most three short sentences")
    yield from _form(line, setting)
    yield from _hits(line, stance, act)
    talk = (*earlier, *(heard or ()))
    if gives_away(line, setting, stance, act, talk):
        yield Finding("withheld", "nothing about what was not told yet")
    if heard is not None and (figure := invented(line, setting, (*talk, ours))):
        yield Finding("invented", f'no figure that nobody named ("{figure}")')
    if repeats(line, tuple(earlier)):
        yield Finding("repeats", "not what was said before: other words")
    if heard and repeats(line, (heard[-1],)):
        yield Finding("parrots", "not the engineer's own words again")
    if missing := undone(line, setting, stance, act, ours):
        yield Finding("act", f"do what this line is for: {missing}")


def phrases(line: str, setting: Setting, stance: Stance, act: Act) -> tuple[Finding, ...]:
    """What can be said of the beginning of a line already: findings in its form and its phrases, its whole left aside."""
    found = (*_form(line, setting), *_hits(line, stance, act))
    if not found:
        return ()
    left = own.without(line, setting, stance, act)
    still = {f.id for f in (*_form(left, setting), *_hits(left, stance, act))} if words(left) else set()
    return tuple(f for f in found if f.id in still)


def _hits(line: str, stance: Stance, act: Act) -> Iterator[Finding]:
    seen: set[str] = set()
    for hit in (*assent.hits(line), *manners.hits(line)):
        if hit.kind in seen or allowed(hit.kind, stance, act):
            continue
        seen.add(hit.kind)
        id = "agrees" if hit.kind in assent.PHRASES else hit.kind
        yield Finding(id, f'{_WORDS[hit.kind]} ("{line[hit.start : hit.end]}")')


def allowed(kind: str, stance: Stance, act: Act) -> bool:
    """Whether this act may say such a thing."""
    yes = act.kind in ("commit", "give") or (act.kind in ("close", "leave") and stance.ladder in ("agrees", "buys_in"))
    takes = act.kind == "accept_point" or act.accepts is not None
    if kind in ("agrees", "wills"):
        return yes
    if kind == "settles":
        return yes or takes or (act.reply is not None and act.reply.id == "enough")
    if kind == "bare":
        return yes or takes or act.reply is not None
    return kind == "credits" and (yes or takes or act.kind in ("acknowledge", "park", "state_condition"))


def _form(line: str, setting: Setting) -> Iterator[Finding]:
    persona = setting.persona
    if _FORM.search(line) or _LISTED.search(line) or _EMOJI.search(line):
        yield Finding("form", "plain spoken words: no lists, marks, links or emojis")
    if manners.LABEL.search(line) or re.search(
        rf"(?:^|[.!?\"”]\s+|\n)(?:{re.escape(persona.name)}|{re.escape(persona.first_name)})\s*:\s", line
    ):
        yield Finding("speaks_for_you", _WORDS["speaks_for_you"])
    elif (label := manners.ANY_LABEL.match(line)) and len(label[0].split()) <= 2 and persona.name:
        yield Finding("form", "no name before the words")
    if manners.told_of(persona.name, persona.pronouns).search(line) or _PROMPT.search(line):
        yield Finding("out_of_role", "speak as the person, in the first person; tell nothing about them")
    if persona.language.startswith("en") and _foreign(line):
        yield Finding("language", "speak English")


def out_of_form(text: str) -> int | None:
    """Where something stands that is no plain spoken word; None where nothing does."""
    found = [m.start() for pattern in (_FORM, _LISTED, _EMOJI, _PROMPT) if (m := pattern.search(text)) is not None]
    return min(found, default=None)


def _foreign(line: str) -> bool:
    """Another language: letters that English has not, or its small words."""
    letters = [c for c in line if c.isalpha()]
    if sum(1 for c in letters if ord(c) > 0x24F) > 0.2 * max(1, len(letters)):
        return True
    said = [w.strip(".,;:!?\"'“”‘’()…-") for w in fold(line).split()]
    english, other = sum(w in _ENGLISH for w in said), sum(w in _FOREIGN for w in said)
    return other >= 2 and other > english


def sentence_ends(text: str, *, whole: bool) -> Iterator[int]:
    """Where each sentence ends. What stands after the last end mark is a sentence too, where the text is `whole`."""
    last = 0
    for mark in _END.finditer(text):
        if mark.end() == len(text) and not whole:
            return  # "3." may go on as "3.5"
        if mark[0][0] == "." and len(mark[0]) == 1 and _SHORTENED.search(text[max(0, mark.start() - 8) : mark.start()]):
            continue
        last = mark.end()
        yield last
    if whole and words(text[last:]):
        yield len(text)


def shortened(text: str) -> str:
    """The text up to the end of the last sentence that a line may have."""
    ends = list(sentence_ends(text, whole=True))
    return text[: ends[MOST_SENTENCES - 1]].strip() if len(ends) > MOST_SENTENCES else text


def whole_sentences(text: str) -> str:
    """The text without a sentence at its end that has no end mark; "" where none has."""
    ends = list(sentence_ends(text, whole=True))
    if ends and not _END.search(text[: ends[-1]][-4:]):
        ends.pop()
    return text[: ends[-1]].strip() if ends else ""
