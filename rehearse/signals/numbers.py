"""Figures, effort, periods, dates and error ranges: what is said in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.wordlists import FUNCTION, LARGE, NUMBER_WORDS, SMALL

_S = "|".join(SMALL)
_L = "|".join(LARGE)
_WORDS = rf"(?:(?:a )?quarter(?: of a)? million|(?:half a|a|{_S}|{_L})(?:(?:[\s-]|\sand\s)(?:{_S}|{_L})){{1,6}}|{_S}|zero)"
_DIGITS = r"(?:\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?!\d)|\d{1,15})(?:[.,]\d{1,6}){0,5}"
_TIMES = r"(?:\s?(?:k|m|mn|mio|bn|b|thousand|million|billion|grand)(?![\w]))"
_SIGN = r"(?:us|r|a|c|nz|hk|s)?[$£€¥₹₺₽₦₩]\s?|(?:chf|eur|usd|gbp|sek|nok|dkk|pln|czk|huf|inr|brl|jpy|cny|aud|cad|zar|zł|kr|rs|fr)\.?\s?"
_SIGNED = re.compile(_SIGN)
_NUMBER = re.compile(rf"(?<![\w.,])(?:{_SIGN})?(?:{_DIGITS}(?:\s?[-\u2013]\s?[$£€]?{_DIGITS})?|{_WORDS}(?!\w))")
_SCALE = re.compile(_TIMES)
_CURRENCY = re.compile(
    r"\s?(?:(?:us |australian |canadian )?dollars?|euros?|pounds?|usd|eur|gbp|bucks|quid|chf|sek|nok|dkk|pln|czk|huf|inr|brl|jpy|aud|cad|zar|(?:swiss )?francs?|franken|"
    r"kron(?:a|or|er|e)|kroner|kr|zł|zlot(?:y|ys|ych|e)|złot(?:y|ych|e)|reais|rupees?|yen|rand|pesos?|forints?|lira|koruna|[$£€¥₹₺₽₦₩])(?!\w)"
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
# Things that are counted only to speak of them, and people asked for: no evidence of anything.
_NOT_COUNTED = frozenset(
    "things thing reasons questions options points steps ways ideas words sentences minutes seconds parts sides items teams "
    "engineers developers devs designers heads ftes contractors programmers testers analysts colleagues specialists sres "
    "slides lines choices paths seats others sentences percents".split()
)
_ASKED_OFTEN = frozenset("questions ideas items things".split())
_RATE = re.compile(r" (?:\w{1,20} ){0,3}?(?:a|per|each|every) (?:hour|day|week|month|quarter|year|sprint|night)\b")
"""Counted after all, where it comes at a rate: "20 questions a week"."""
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
    kind, stop = _counted(low, end, number)
    if kind == "thing":
        yield "figure.count", start, stop
    elif kind == "time":
        if _THOUSANDS.fullmatch(number) or _LOSING.search(low[max(0, start - 40) : start]) or _OF_LOST_TIME.match(low, stop):
            yield "figure.count", start, stop
    elif kind is None and _THOUSANDS.fullmatch(number) and _BARE.match(low, end):
        yield "figure.count", start, end  # "1,140 from the scanner"
    elif large and number.strip() not in LARGE:
        yield "figure.money", start, end  # "fifty thousand a month", "between 30 and 40k"


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


NUMBERS: dict[str, tuple[str, ...]] = {
    "figure.count": (
        "twice(?= (a|per|each|every|last|this|in) (day|week|month|quarter|year|sprint|<num>|the))",
        "dozens of (customers|incidents|outages|tickets|complaints)",
        # time that goes by on something, again and again: `50 hours a day`, `25 minutes for each build`
        "# (minutes|hours)(?= <g2>(a|per|each|every) (day|week|month|quarter|year|sprint|build|release|deploy|deployment|change|run|"
        "time|incident|outage|customer|engineer|developer|person|call|ticket|order))",
    ),
    "figure.percent": (
        (
            "half/third/quarter( of)? (the |our |your |all )(<w> )?(incidents|outages|tickets|orders|customers|errors|alerts|"
            "complaints|"
            "pages|calls|time|capacity|requests|revenue|hours|budget|cost|costs|traffic|work|backlog|failures)"
        ),
        "by (half|a third|a quarter|two thirds|three quarters)(?! (past|of an|an))",
        "two/three (thirds|quarters) of (?!a |the year)<w>",
    ),
    "figure.effort": (
        (
            "# <g3><people>( from (your|our|the) <w>)?,?( full time| half time| part time)?( for| over| x| ×| times| during|"
            " at| through| until|,)?"
            "( about| around| roughly| up to| the next| the| a| at most)? (<num> )?(full )?<u>( each)?"
        ),
        "# <g1><people> (until|through) (the end of )?<w>",
        (
            "# <g1><u> (of|with|from|by) (<num> )?<g2>(engineers?|developers?|devs?|people|designers?|team|engineering|"
            "development|person|work|effort)"
        ),
        "# (person|engineer|man|people|developer|dev|team|staff) <u>", "# (<num> )?<g1>(ftes?|headcounts?)( for <num> <u>)?",
    ),
    "period": (
        (
            "!for/by/of/than/slip/slips/slipped/wait/waits/waited/me/us/take/takes/need/needs/in/only/within/over a/an (second|"
            "minute|hour|day|week|fortnight|"
            "month|quarter|year|sprint|release)"
            "(?! (of (work|effort)|or two|ago|away|long|trial|pilot))"
        ),
        (
            "per/each/every/any (<num> )?(working |calendar |business )?(hour|day|week|fortnight|month|quarter|year|sprint|"
            "release|night|weekend|season)s?"
        ),
        (
            "last/past/previous/this/next/coming (<num> |few |couple of )?(hour|day|month|quarter|year|sprint|release|season|"
            "winter|summer|spring|autumn|fall|half)s?(?! (trial|pilot))"
        ),
        "last/past/previous (<num> |few |couple of )?weeks?", "last week",
        (
            "in/over/within/during/across/after/inside (about |around |under |less than |roughly |the |a |the last |"
            "the past |the next |the first |all of |our last )?(<num> )?(working |full )?"
            "(hour|day|week|fortnight|month|quarter|year|sprint|release)s?(?! (ago|trial|pilot))"
        ),
        "in/over/during/since/from/throughout (early |late |mid |the start of |the end of )?(<month>|q[1-4]|h[12])(?! \\d)",
        "in/over/during/since/from/throughout (20\\d\\d|spring|summer|autumn|winter|the holidays|peak season|the first half)",
        "from (next |this |the next |the first )?(month|quarter|year|day one)( on| onwards?)?",
        "since (last |the last )?(year|quarter|month|summer|winter|spring|autumn|<w> (launch|release|migration))",
        "between (<month>|q[1-4]) and (<month>|q[1-4]|now|today)",
        "weekly/monthly/quarterly/yearly/annually/annual", "daily( |$)(?!stand)",
        "for (<num>) (<u>) (running|in a row|straight|now)", "for the (last|past|next|whole|rest of the|entire) (<num> )?<u>",
        (
            "for (about |around |roughly |at least |up to |only |just )?(the |another )?(first |next |coming |last )?(<num> )(full |"
            "whole |working )?(day|week|fortnight|month|quarter|year|sprint|release|season)s?(?! (of (work|effort)|trial|pilot|or two))"
        ),
        (
            "for (the|its|your|our) (first|next|whole|entire|last|coming) (full )?(day|week|fortnight|month|quarter|year|"
            "sprint|season)s?"
        ),
        "first/next <num> (full )?(day|week|fortnight|month|quarter|year|sprint|release)s?(?! (trial|pilot|of (work|effort)))",
        "year on year",
    ),
    "date": (
        (
            "monday/tuesday/wednesday/thursday/friday/saturday/sunday(,? (the )?\\d{1,2}(st|nd|rd|th)?( of)? <month>| the \\d{1,2}(st|nd|"
            "rd|th)?)?( morning| afternoon| evening| week)?"
        ),
        "next/this/coming <day>( morning| afternoon)?",
        (
            "by/on/before/until/till (next |this |coming )?<day>(,? (the )?\\d{1,2}(st|nd|rd|th)?( of)? <month>)?( "
            "morning| afternoon| evening| week)?"
        ),
        (
            "by/before/until/till (the )?(end of |start of |middle of |mid )?(the |this |next |our )?(<month>|q[1-4]|week|"
            "month|quarter|year|sprint|then|tomorrow|today|tonight|noon|christmas|easter)( end| close)?( \\d{1,2}(st|nd|rd|"
            "th)?(?!\\w))?"
        ),
        (
            "end/start/middle/close/beginning of (the |this |next )?(business|day|week|month|quarter|year|sprint|<month>|"
            "q[1-4]|h[12])"
        ),
        (
            "january/february/march/april/may/june/july/august/september/october/november/december (the )?\\d{1,2}(st|nd|rd|"
            "th)?(?!\\w|[%.,]\\d| (times|people|%))"
        ),
        (
            "on/by/before/until/from/the (the )?\\d{1,2}(st|nd|rd|th)?( of)? (<month>|jan|feb|mar|apr|jun|jul|aug|sept?|oct|"
            "nov|dec)"
        ),
        "on/by/before/until/the (the )?\\d{1,2}(st|nd|rd|th)",
        "on/by/before/until (jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6} \\d{1,2}",
        "in (early |late |mid )?(<month>|q[1-4])(?! \\d)", "tomorrow( morning| afternoon| evening| night)?", "today<end>",
        "tonight", "next/this week", "next month", "a/one week from (today|now|<day>)",
        "# (days|weeks) from (today|now|<day>)",
        "before (your |the |our )(next )?(launch|planning|review|board meeting|board|offsite|freeze|release)",
        (
            "by/at (your |the |our )(next )(launch|planning|review|board meeting|steering|one on one|standup|retro|"
            "sprint review)"
        ),
    ),
    "error_range": (
        "give or take( <num>)?( ?%| percent| per cent| <w>)?", "plus or minus <num>( ?%| percent| <w>)?",
        "between [$£€]?<num>( ?%)?<t1> and [$£€]?<num>( ?%|k|m| thousand| percent| per cent)?(?! (?:am|pm))",
        "at least <c6>at most <w>", "from [$£€]?<num> to [$£€]?<num>( ?%|k|m| thousand)?, depending",
        (
            "could/may/might/can be (off by )?(up to |as much as |about )?<num>( ?%| percent| per cent)( off| out| too (high|"
            "low)| higher| lower)?"
        ),
        (
            "could/may/might/can be (about |up to |roughly )?a (tenth|fifth|quarter|third|half) (too )?(higher|lower|"
            "more|less|off|high|low|either way)"
        ),
        "plus minus <num>( ?%| percent| per cent| <w>)?",
        "at (worst|best) (it('s| is)|that('s| is)|we have)?( about| only)? ?(half|a third|twice)( of)?( that| as much)?",
        "off by (up to |about |at most |as much as )?(<num>|half|a third|a quarter)( ?%| percent| per cent| <w>)?",
        "within <num> ?(%|percent|per cent)( either way)?", "to within <num> ?(%|percent|per cent)", "margin of error",
        "error bars?", "confidence interval", "error of (about |up to )?<num> ?(%|percent)",
        "could/may/might be (half|double|twice)( of)?( that| as much| this)?", "best case <c8>worst case<t1>",
        "worst case <c8>best case<t1>", "lower bound", "upper bound", "either way by <num>", "the range is <g4><w>",
        "if (i am|i'm|we are|we're) (off|wrong) by <g2><w>", "even at half( of)?( that| this)?",
        "even if <g6>(half|wrong|off)( of that| that)?",
    ),
}  # fmt: skip
_SYMBOLS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("error_range", re.compile(r"(?:±|\+/-|\+-)\s?[$£€]?\d{1,9}(?:[.,]\d{1,4})?\s?(?:%|k\b|m\b|percent\b)?")),
    ("error_range", re.compile(r"(?<![\w.,-])[$£€]\d{1,9}k?\s?[-\u2013]\s?[$£€]?\d{1,9}k?\b")),
    ("date", re.compile(r"\b20\d\d-[01]\d-[0-3]\d\b")),
    ("date", re.compile(r"(?<![\w/.])[0-3]?\d/[0-3]?\d(?:/(?:20)?\d\d)?(?![\w/])")),
    ("date", re.compile(rf"(?<![\w.])[0-3]?\d(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(_MONTHS)})\b")),
    ("period", re.compile(r"(?<=[\w%])\s?/\s?(?:h|hr|hour|day|week|wk|month|mo|quarter|qtr|year|yr)\b")),
    ("period", re.compile(r"\bp\.\s?a\.|\bper annum\b|\bpa\b(?=[.,\s]|$)")),
)


_CROWD = re.compile(r"(?:\d{2,9}(?:[.,]\d{3})*|(?:[a-z]+ )?(?:hundred|thousand)s?) (?:people|persons) (?:a|per|each|every)\b")
_LENGTH = ("for ", "first ", "next ")


def scan(low: str, worded: Iterable[Found]) -> Iterator[Found]:
    """All that is said in numbers, `worded` (from the tables) among it.

    Within people x time stands neither a period nor a count; within a date no count.
    """
    every = [*worded, *figures(low)]
    if any(c in low for c in "/-.±+\u2013") or any(c.isdigit() for c in low):
        every += [(kind, m.start(), m.end()) for kind, pattern in _SYMBOLS for m in pattern.finditer(low)]
    # "300 people a week leave" counts them; "two people for a week" asks for them.
    every = [("figure.count" if k == "figure.effort" and _CROWD.match(low, s) else k, s, e) for k, s, e in every]
    efforts = _union([(s, e) for k, s, e in every if k == "figure.effort"])
    steps = _union([(s, e) for k, s, e in every if k == "small_step"])
    dates = _union([(s, e) for k, s, e in every if k == "date"])
    for kind, start, end in every:
        if kind in ("period", "figure.count", "date") and _inside(efforts, start, end):
            continue
        if kind == "figure.count" and _inside(dates, start, end):
            continue
        if kind == "period" and low.startswith(_LENGTH, start) and _inside(steps, start, end):
            continue  # how long a trial runs belongs to the step: it says nothing of how often or since when
        yield kind, start, end


def _union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether start..end overlaps one of the sorted, disjoint spans."""
    from bisect import bisect_left

    i = bisect_left(spans, (end, end))
    return i > 0 and spans[i - 1][1] > start
