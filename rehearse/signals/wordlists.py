"""English word lists for the rules of `text`: function words, number words, verbs. Data, and the few lines that inflect it."""

from __future__ import annotations

PRONOUNS = frozenset("i you we they he she it who me us them him her this that these those there everybody somebody".split())
DETERMINERS = frozenset(
    "a an the my your our their his its her this that these those each every per some any both all no".split()
)
AUXILIARIES = frozenset(
    "am is are was were be been being do does did done have has had having will would can could shall should may might must "
    "cannot ain't".split()
)
_PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind below beside between beyond by down during for "
    "from in inside into like near of off on onto out over past since than through to toward towards under until up upon "
    "with within without".split()
)
_JOINERS = frozenset(
    "and or but nor so yet if because although though while when where which who whom whose what how why".split()
)
_OTHERS = frozenset(
    "not also only just even still already then now here too very more most less least same other another such own once "
    "again back last next few many much several yes no ok well instead else mine yours ours theirs itself "
    "myself ourselves".split()
)
FUNCTION = PRONOUNS | DETERMINERS | AUXILIARIES | _PREPOSITIONS | _JOINERS | _OTHERS
"""Words that carry grammar. Ordinary English is a third or more of them; a list of keywords has nearly none."""

STOP = FUNCTION | frozenset(
    "get got go going let thing things really actually please thank thanks said say says tell know think want need make made "
    "take give see come like one would'd let's lot way".split()
)
"""Words that do not show what a line is about."""

SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
LARGE = "dozen hundred thousand million billion".split()
NUMBER_WORDS = frozenset([*SMALL, *LARGE, "zero", "half", "twice"])

# Verbs that are hardly ever nouns: they count wherever they stand. Base forms; the inflections are made below.
_CLEAR = (
    "abandon accept agree allow approve ask become begin believe break bring build buy call catch choose come commit confirm "
    "consider convince cover deliver depend differ disagree drop explain fail feel find fix follow get give go grow guess halve "
    "happen hear help hold hope improve include keep know lead learn leave lose make mean measure meet migrate miss notice "
    "offer own pay prefer prevent promise propose prove provide put reach read realise realize recommend reduce refer remain "
    "remove repeat replace rewrite roll run save say see seem sell send serve show sign sit slow solve speak spend stand start "
    "stay stop suffer suggest sum take talk tell think throw touch try turn understand use wait want watch win wonder worry write "
    "arrive bleed burn cancel consume deploy drain eat escalate interrupt investigate maintain produce receive reject require "
    "resolve retype"
).split()
# Verbs that are as often nouns: they count only where the words beside them make them verbs.
_MIXED = (
    "answer back block bother budget change check churn claim close complain cost count cut deal decide end fall fear "
    "email finish fund gain handle hit hurt hire land launch like list look love matter monitor move name need note open park patch "
    "pilot plan point press price process question quit raise recover refund release report request rescue result return revert "
    "review risk rollback sample schedule ship slip sponsor staff step stick store struggle support switch test track trade "
    "train trial trust update value visit waste work yield add share free lend pair join own sound bear affect protect free"
).split()
_IRREGULAR = (
    "ate became began bled broke broken brought built bought caught chose chosen came fell felt found got gotten gave given went "
    "gone grew grown heard held kept knew known led learnt left lent lost made meant met paid proved proven ran said saw seen "
    "sold sent shown slept spent spoke spoken stood stuck stopped took taken told thought threw understood won wrote written "
    "sat shrank rose risen hidden forgot"
).split()

_VOWELS = "aeiou"


def _inflect(base: str) -> tuple[str, ...]:
    """The regular forms of a verb: -s, -ed, -ing."""
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base, base + "es", base + "ed", base + "ing"
    short = len(base) <= 4 and base[-1] not in _VOWELS + "wxyk" and base[-2] in _VOWELS and base[-3:-2] not in tuple(_VOWELS)
    root = base + base[-1] if short else base
    return base, base + "s", root + "ed", root + "ing"


CLEAR_VERBS = frozenset(f for b in _CLEAR for f in _inflect(b) if not f.endswith("ing")) | frozenset(_IRREGULAR)
MIXED_VERBS = frozenset(f for b in _MIXED for f in _inflect(b) if not f.endswith("ing"))
