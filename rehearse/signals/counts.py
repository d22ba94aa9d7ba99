"""Money, shares and counts: what is counted, and what is only named with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.wordlists import FUNCTION, LARGE, NUMBER_WORDS, SMALL

_S = "|".join(SMALL)
_L = "|".join(LARGE)
_WORDS = rf"(?:(?:a )?quarter(?: of a)? million|(?:half a|a|{_S}|{_L})(?:(?:[\s-]|\sand\s)(?:{_S}|{_L})){{1,6}}|{_S}|zero)"
_DIGITS = r"(?:\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?!\d)|\d{1,15})(?:[.,]\d{1,6}){0,5}"
_TIMES = r"(?:(?:[- ]?(?:ish|odd)\b)?\s?(?:k|m|mn|mio|bn|b|thousand|million|billion|grand)(?![\w]))"
_SIGN = r"(?:us|r|a|c|nz|hk|s)?[$£€¥₹₺₽₦₩]\s?|(?:chf|eur|usd|gbp|sek|nok|dkk|pln|czk|huf|inr|brl|jpy|cny|aud|cad|zar|zł|kr|rs|fr)\.?\s?"
_SIGNED = re.compile(_SIGN)
_NUMBER = re.compile(rf"(?<![\w.,])(?:{_SIGN})?(?:{_DIGITS}(?:\s?[-\u2013]\s?[$£€]?{_DIGITS})?|{_WORDS}(?!\w))")
_SCALE = re.compile(_TIMES)
_CURRENCY = re.compile(
    r"(?:[- ]?(?:ish|odd)\b)?,?\s?(?:(?:us |australian |canadian )?dollars?|euros?|pounds?|usd|eur|gbp|bucks|quid|chf|sek|nok|dkk|pln|czk|huf|inr|brl|jpy|aud|cad|zar|(?:swiss )?francs?|franken|"
    r"kron(?:a|or|er|e)|kroner|kr|pence|cents?|dirhams?|dinars?|riyals?|shekels?|baht|ringgit|rupiah|yuan|renminbi|rmb|shillings?|naira|cedis?|hryvnias?|leva|lei|zł|zlot(?:y|ys|ych|e)|złot(?:y|ych|e)|reais|rupees?|yen|rand|pesos?|forints?|lira|koruna|[$£€¥₹₺₽₦₩])(?!\w)"
)
_PERCENT = re.compile(r"\s?(?:%|percent(?:age points?)?\b|per cent\b|pp\b)")
_PARTS = re.compile(r"\s(?:of|out of|in)(?: (?:the|our|your|its|their|all|those|these))?(?: last)? ?(?=[\w])")
_OF_OURS = re.compile(r"\s(?:of|out of) (?:the|our|your|their|its|those|these|all)(?: (?:hundred|thousand|dozen))?(?=[\s-][a-z])")
_NOUN = re.compile(r"[\s-]([a-z']{1,24})")
_VERSION = re.compile(
    r"(?:\bversion|\bstep|\boption|\bphase|\btier|\blevel|\bpage|\bslide|\bchapter|\bitem|\bpoint|#|\bv|\bno\.|\bq|\bline)\s?$"
)
_CLOCK = re.compile(r"\s?(?:am|pm|a\.m|p\.m|o'clock|:\d\d)")
_TIME_NOUN = re.compile(r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|sprint|iteration|decade)s?$")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\u00a0 ]\d{3})+")
_BARE = re.compile(r"\s(?:a|per|each|every|in|from|last|for|of)\b|\s?[.,;:!)]|$")
_MORE = frozenset("as more less faster slower cheaper larger bigger higher lower better worse over".split())
_LOSING = re.compile(
    r"\b(?:los\w{1,3}|sav\w{1,4}|spen\w{1,4}|wast\w{1,3}|burn\w{0,3}|down|cost\w{0,3}|back|gain\w{0,3}|free\w{0,3})"
    r"(?: (?:us|you|them|for|about|around|some|over|up|roughly|the team|your team|support)){0,3}\s$"
)
_OF_LOST_TIME = re.compile(
    r" (?:hours? )?(?:of|in) (?:\w{1,20} )?(?:support|downtime|outages?|rework|manual|fire|on-?call|overtime|"
    r"toil|waiting|delay|work lost)"
)
# How long somebody waits, or something takes: measured where it is seconds to hours, or days set against other days.
_TAKING = re.compile(
    r"\b(?:waits?|waited|waiting|stares?|stared|stands?|stood|queues?|queued|takes?|took|taking|lasts?|lasted|hangs?|hung|freezes|froze|frozen|stuck|"
    r"(?:down|dead|offline|dark|out|blocked|closed|late)|loads? in|opens? in|answers? in|done in|ready in|back in|per|each|every|average|longest|slowest|fastest|"
    r"quickest|eats?|ate|swallows?|swallowed|need(?:s|ed)?)"
    r"(?: (?:us|you|them|him|her|people|everybody|everyone|for|about|around|some|over|up to|roughly|only|just|nearly|almost|less than|more than|under|at least|another|is|was)){0,3}\s$"
)
_AGAINST = re.compile(
    r"\b(?:today|nowadays|currently|at present|right now|before|used to|instead of|rather than|down (?:to|from)|up (?:to|from)|formerly|previously|"
    r"last (?:year|month|quarter|spring|summer|autumn|winter)|then|afterwards|against|versus|vs|where|not) "
)
# Things that are counted only to speak of them, and people asked for: no evidence of anything.
_NOT_COUNTED = frozenset(
    "things thing reasons questions options points steps ways ideas words sentences minutes seconds parts sides items teams "
    "engineers developers devs designers heads ftes contractors programmers testers analysts colleagues specialists sres "
    "slides lines choices paths seats others sentences percents".split()
)
_ASKED_OFTEN = frozenset("questions ideas items things".split())
_RATE = re.compile(r" (?:\w{1,20} ){0,3}?(?:a|per|each|every) (?:hour|day|week|month|quarter|year|sprint|night)\b")
"""Counted after all, where it comes at a rate: "20 questions a week"."""
# "Eleven a week", "nine in a week", "12 a month": counted without a word for what.
_RATED = re.compile(
    r"\s(?:(?:times )?(?:in )?(?:an?|per|each|every)(?: single)?|last|this|in one|in the last|since)\s"
    r"(?:hour|day|night|week|weekend|month|quarter|year|shift|sprint|season|release|term|morning|january|february|march|april|june|july|august|september|october|november|december|easter|christmas|spring|summer|autumn|winter)\b"
)
_PRICED = re.compile(
    r"\s(?:per|an?|each)\s(?!few|couple|lot|bit|little|day|half|year|month|week|quarter|hour|night|minute|second|good|bad|small|big)[a-z]{3,16}\b"
)
_MONTHS = "january february march april may june july august september october november december".split()
_NOT_PLURAL = frozenset("is was has does this us its thus plus always across less business status unless basis was yes".split())
_PLURALS = frozenset("people customers children men women".split())


def figures(low: str) -> Iterator[Found]:
    """Money, percent and counts in a folded text."""
    for m in _NUMBER.finditer(low):
        start, end = m.start(), m.end()
        has_sign = _SIGNED.match(m[0]) is not None
        scale = _SCALE.match(low, end)
        if scale:
            end = scale.end()
        if end < len(low) and low[end].isalnum():
            if not (low[end] in "kmb" or scale):
                continue
            continue
        named = _CURRENCY.match(low, end)
        before = low[max(0, start - 24) : start]
        if has_sign or named:
            yield "figure.money", start, named.end() if named else end
        elif percent := _PERCENT.match(low, end):
            yield "figure.percent", start, percent.end()
        elif not _VERSION.search(before) and not _CLOCK.match(low, end):
            yield from _count(low, start, end, m[0], large=bool(scale) or m[0].endswith(("thousand", "million", "billion")))


def _count(low: str, start: int, end: int, number: str, *, large: bool) -> Iterator[Found]:
    parts = _PARTS.match(low, end)
    if parts:
        whole = _NUMBER.match(low, parts.end())
        if whole:
            after, stop = _counted(low, whole.end(), whole[0])
            mark = low[end : end + 7] == " out of" and after is None and whole[0] in ("ten", "10")  # "nine out of ten" is a grade
            if not mark and not (low[end : end + 4] == " in " and after != "thing"):
                yield "figure.count", start, stop if after else whole.end()
                return
    if owned := _OF_OURS.match(low, end):  # "nine of our shops", "18 of your biggest accounts"
        end = owned.end()
    rated = None if number in ("one", "1", "a", "an") else _RATED.match(low, end)
    if rated is not None and not large:
        yield "figure.count", start, rated.end()
        return
    if "." in number and _PRICED.match(low, end):
        yield "figure.count", start, end  # "4.10 a metre"
        return
    kind, stop = _counted(low, end, number)
    if kind == "thing":
        yield "figure.count", start, stop
    elif kind == "time":
        if _THOUSANDS.fullmatch(number) or _OF_LOST_TIME.match(low, stop) or _measured(low, start, end, stop):
            yield "figure.count", start, stop
    elif kind is None and _THOUSANDS.fullmatch(number) and _BARE.match(low, end):
        yield "figure.count", start, end  # "1,140 from the scanner"
    elif large and number.strip() not in LARGE:
        yield "figure.money", start, end  # "fifty thousand a month", "between 30 and 40k"


_SHORT = re.compile(r"(?:second|minute|hour)s?$")
_ENDS = re.compile(
    r"\s(?:today|nowadays|now|instead|not|rather|down|currently|against|at present)\b|,? (?:instead of|down from|not|rather than|where it|against)"
)
_DIGIT = re.compile(rf"\b(?:\d|{_S})")


def _measured(low: str, start: int, end: int, stop: int) -> bool:
    """Whether a length of time is something that was lost or measured, and no plan."""
    before = low[max(0, start - 40) : start]
    if _LOSING.search(before):
        return True
    short = _SHORT.search(low, end, stop) is not None
    against = _set_against(low, start, stop)
    if _TAKING.search(before):
        return short or against
    return against and not short and _ENDS.match(low, stop) is not None


def _set_against(low: str, start: int, stop: int) -> bool:
    """Whether a length of time is set against another one in the same breath: "16 days today, and before February 7"."""
    near = low[max(0, start - 60) : start] + "|" + low[stop : stop + 60]
    return _AGAINST.search(near + " ") is not None and _DIGIT.search(near) is not None


def _counted(low: str, at: int, number: str) -> tuple[str | None, int]:
    """What is counted after a number: ("thing" | "time" | None, where it ends). At most two words may stand between."""
    single = number in ("one", "1", "a", "an")
    for _ in range(3):
        m = _NOUN.match(low, at)
        if m is None:
            return None, at
        word, at = m[1], m.end()
        if _TIME_NOUN.fullmatch(word):
            return ("time" if not single else None), at
        if word == "times":
            more = _NOUN.match(low, at)
            return (None if more and (more[1] in _MORE or more[1].endswith("er")) else "thing"), at
        if word in _ASKED_OFTEN and _RATE.match(low, at):
            return "thing", at
        if word in _NOT_COUNTED or word in _MONTHS or (word in FUNCTION and word not in _MORE):
            return None, at
        if word == "people" and number in NUMBER_WORDS:
            return None, at
        if word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s")) and word not in _NOT_PLURAL):
            return (None if single else "thing"), at
        if word in NUMBER_WORDS:
            return None, at
    return None, at


_PART = r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)"
_FRACTION = rf"(?:(?:an?|one|two|three|four|five|six|seven|nine)[ -]{_PART}s?|half)"
_UNITS = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|sprint|season|shift|morning|afternoon|evening|time)s?"
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_WHOLE = (
    rf"(?:\d{{1,3}}(?!\d)|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|eighteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[ -](?:{_S}))?|a (?:hundred|thousand|dozen|million))"
)
_SHARES = re.compile(
    r"(?<![\w.,])(?:"
    # one in forty, two in a hundred, seven out of ten
    rf"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) (?:in|out of(?! (?:ten|10)\b))(?: every)? {_WHOLE}(?!\w|[.,:]\d| (?:{_UNITS}|january|february|march|april|may|june|july|august|september|october|november|december|am|pm|o'clock|%|percent|per cent|or|to)\b)"
    # every tenth one
    rf"|every (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|fiftieth|hundredth|\d{{1,3}}(?:th|rd|nd|st)) (?!{_UNITS}\b|{_DAYS}\b)[a-z]{{3,20}}"
    # a third fewer, a fifth of the orders, half our drivers
    rf"|{_FRACTION} (?:fewer|less|more|shorter|faster|quicker|cheaper|longer|lower|higher|smaller|slower|bigger|dearer|down|up|again)\b(?! than (?:usual|enough))"
    rf"|(?:an?|one|two|three|four|five|six|seven|nine)[ -]{_PART}s?,? (?:of )(?:(?:the|our|your|all|their|those|these|all the|his|her|its|my|every|last year's) (?!{_UNITS}\b|way\b)[a-z]|what |them\b|us\b|customers|users|people|callers|cases)"
    r"|half (?:of )?(?:the|our|your|their|those|these|all|all the) (?:\w{2,16} ){0,2}?[a-z]{3,18}(?<!s)s\b(?<!times)(?<!words)(?<!things)(?<!is)"
    rf"|by (?:(?:a|an|one|two|three|about|around|nearly|almost|roughly|over|more than|at least) ){{1,3}}{_PART}s?\b(?! past|-past| of an)"
    r"|(?:cut|cuts|falls?|fell|drop(?:s|ped)?|goes|went|comes?|came|shrank|reduced|sliced) (?:\w{1,12} ){0,3}?in half\b|halv(?:e|es|ed|ing)\b"
    r")"
)


def shares(low: str) -> Iterator[Found]:
    """Parts of a whole in words: "every tenth one", "one in forty", "a third fewer"."""
    for m in _SHARES.finditer(low):
        yield "figure.percent", m.start(), m.end()
