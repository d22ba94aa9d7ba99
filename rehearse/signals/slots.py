"""The slots of sentences about a plan: who, what, when. Pieces of expressions, written `<WHO>` in the tables of `ways`."""

from __future__ import annotations

import re

from rehearse.signals.text import Sentence
from rehearse.signals.wordlists import CLEAR_VERBS, FUNCTION, MIXED_VERBS, NUMBER_WORDS

_W = r"[\w&/'-]{1,24}"
_NAME = r"[A-Z][\w'-]{1,20}(?<!'s)\.?(?: (?:van |de |der |von |al )?[A-Z][\w'-]{1,20}(?<!'s)){0,2}"
_PLACE = rf"(?: (?:in|from|at|of|over in|on|over) (?:the |our |your |my |their )?{_W}(?: [\w&-]{{2,20}})?)?"
_TEAM = (
    r"(?:team|crew|group|squad|people|lot|folks|lads|boys|girls|desk|office|department|unit|staff|side|bench|shift|house|guild|"
    r"branch|company|firm|engineers|developers|devs|analysts|clerks|guys|helpdesk|service desk|controllers|operators|nurses|testers|"
    r"colleagues|supporters|admins|agency|bunch|centre|center)"
)
_ROLE = (
    r"(?:head(?: of [\w-]{2,20})?|lead|leader|manager|director|officer|owner|foreman|forewoman|matron|nurse|controller|engineer|developer|"
    r"architect|deputy|boss|chief|rep|representative|analyst|tester|colleague|contractor|student|intern|trainee|apprentice|secretary|"
    r"assistant|accountant|buyer|planner|designer|administrator|admin|operator|caretaker|supervisor|coordinator|partner|"
    r"pharmacist|doctor|teacher|clerk|cto|ceo|cfo|coo|cio|dba|sre|editor|dispatcher|specialist|consultant|lawyer|auditor|steward|"
    r"scrum master|product owner|headteacher|librarian|technician|electrician|janitor|porter|registrar|bookkeeper|council|committee|board)"
)
_UNIT = (
    r"(?:platform|operations|ops|infrastructure|infra|security|facilities|support|finance|legal|purchasing|procurement|logistics|"
    r"accounting|billing|payroll|compliance|sales|marketing|controlling|second line|first line|the vendor|the supplier)"
)
_ASIDE = r"(?:, (?:who|which|that|the|a|an) [^,.;:!?]{1,50},)?"
_OTHERS = (
    rf"(?:{_NAME}(?:{_PLACE},?|, {_W}(?: {_W}){{0,4}},)?|{_NAME}'s (?:own )?(?:[\w-]{{2,16}} )?(?:{_TEAM}|deputy|successor){_ASIDE}|(?:my|our) (?:own |best |good |new )*{_NAME}"
    rf"|(?:the|our|my|their|his|her|one of my|one of our) (?:{_W} ){{0,3}}?(?:{_TEAM}|{_ROLE})(?: (?:of|in|from|at|for|over at) (?:the |our )?[\w-]{{2,20}})?(?:, {_NAME},?)?{_ASIDE}"
    rf"|{_UNIT}|she|he)"
)
_ADVERBS = (
    r"(?:'ll|'s|'ve|'re|'m| will| shall| can| is| are| has| have| is going to| are going to| am going to|'s going to|'m going to| has agreed to| have agreed to"
    r"| has offered to| has promised to| has said (?:he|she|they)(?:'ll|'d| will| would)| then| also| already| personally| gladly| happily| now"
    r"| always| simply| just| both| all| usually| still| only| even| himself| herself| myself| ourselves| kindly| really| from (?:then|there|now|here) on|,)"
)

SLOTS: dict[str, str] = {
    "CUT": r"(?P<_cut>)",
    "NAME": _NAME,
    "TEAM": _TEAM,
    "ROLE": _ROLE,
    # somebody who is not you: a name, a role, a team
    "THEY": _OTHERS,
    "WHO": rf"(?:i|we|{_OTHERS}|they)",
    "SELF": r"(?:i|we|my (?:own )?(?:[\w-]{2,14} ){0,2}(?:team|crew|group|squad|people|lot|folks|engineers|developers|guys|clerks|staff))",
    "SO": rf"{_ADVERBS}{{0,3}}",
    "BE": r"(?:[\w-]{1,20}(?:'s|'re)|is|are|gets?|be|been|being)",
    "IT": r"(?:it|this|that|them|these|those|both|everything|the(?! same| way| point| world| day| story)|your|our|my|their|his|her|its|each|every|any|all|whatever|whichever|what)",
    "THING": rf"(?:the|your|our|my|their|his|her|its|this|that|these|those|each|every|any|all the|both) (?:{_W} ){{0,3}}?{_W}",
    "WHEN": (
        r"(?:until|till|through|from|as of|by (?!hand|mail|post|itself|mistake|accident|far|the way|name|email|phone)|on|each|every|any|whenever|before|after|during|while|when|once|the day|the moment|at(?! all| least| most)|in (?:the )?(?:first|second|third|"
        r"january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|week|may)|"
        r"for (?:a|an|the|two|three|four|five|six|all|\d))"
    ),
}  # fmt: skip
"""By name. A space in a piece is a space or a hyphen, as everywhere in the tables."""

# Words that begin a sentence and look like a name.
_NEVER_NAMES = frozenset(
    "i i'm i'll i've i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december easter christmas spring summer autumn winter halloween ramadan eid lent whitsun mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays english german french polish welsh spanish danish norwegian italian excel internet".split()
)
_NO_BEGINNING = frozenset(
    "management engineering fair good agreed depends whoever sorry thanks hello nobody noone none everybody everyone somebody someone anyone "
    "anybody nothing something everything anything quality trust agile kubernetes docker kafka postgres jenkins terraform redis grafana "
    "great nice true granted maybe perhaps sometimes always never soon later tomorrow today yesterday technology innovation ownership "
    "please listen look wait imagine suppose relax exactly indeed anyway correct right wrong money time hope faith magic automation "
    "software hardware progress politics life fate luck god interesting funny hardly barely whatever should either neither worst best "
    "less fewer half twice let let's going getting keeping rolling undoing reversing starting beginning let us okay deal fine done gone "
    "documentation training accessibility paper under below above otherwise unless until except besides meanwhile afterwards responsibility "
    "version page second first third last one's there's here's that's it's what's who's whose where's he's she's we're they're you're "
    "we'll you'll they'll he'll she'll it'll that'll we've you've they've we'd you'd they'd don't doesn't can't won't isn't aren't".split()
)
_CAPITAL = re.compile(r"[^\W\d_][\w'\u2019-]*")


def cased(text: str, low: str, parts: tuple[Sentence, ...]) -> str:
    """`low` with the first letter of what is a name left great, code point for code point.

    Within a sentence a name is what begins with a great letter and has a small one; at its beginning only what no list knows.
    """
    begins = {p.start for p in parts}
    letters: list[str] | None = None
    for m in _CAPITAL.finditer(text):
        word, at = m[0], m.start()
        if not word[0].isupper() or len(word) < 2 or not any(c.islower() for c in word[1:]) or len(low[at]) != 1:
            continue
        plain = low[at : m.end()]
        if plain in _NEVER_NAMES or plain.removesuffix("'s") in _NEVER_NAMES:
            continue
        if (at in begins or _opens(text, at)) and _is_plain(plain):
            continue
        if letters is None:
            letters = list(low)
        letters[at] = "A" if word[0] not in _LATIN else word[0]
    return low if letters is None else "".join(letters)


_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _opens(text: str, at: int) -> bool:
    """Whether the word at `at` stands after a colon or a quotation mark: great without being a name."""
    i = at - 1
    while i >= 0 and text[i] == " ":
        i -= 1
    return i < 0 or text[i] in ":\"'\u201c\u2018("


def _is_plain(word: str) -> bool:
    base = word.removesuffix("'s")
    return (
        base in FUNCTION or base in CLEAR_VERBS or base in MIXED_VERBS or base in NUMBER_WORDS or base in _NO_BEGINNING
        or word in _NO_BEGINNING or base.endswith(("ing", "tion", "ment", "ness", "ity", "ly", "n't"))
    )  # fmt: skip
