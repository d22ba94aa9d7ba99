"""Figures, effort, periods, dates and error ranges: what is said in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rehearse.signals import counts, dates, effort, ranges
from rehearse.signals.phrases import Found

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
}  # fmt: skip
_SYMBOLS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("error_range", re.compile(r"(?:±|\+/-|\+-)\s?[$£€]?\d{1,9}(?:[.,]\d{1,4})?\s?(?:%|k\b|m\b|percent\b)?")),
    ("error_range", re.compile(r"(?<![\w.,-])[$£€]\d{1,9}k?\s?[-\u2013]\s?[$£€]?\d{1,9}k?\b")),
    ("date", re.compile(r"\b20\d\d-[01]\d-[0-3]\d\b")),
    ("date", re.compile(r"(?<![\w/.])[0-3]?\d/[0-3]?\d(?:/(?:20)?\d\d)?(?![\w/])")),
    ("date", re.compile(rf"(?<![\w.])[0-3]?\d(?:st|nd|rd|th)?(?: of)? {dates.MONTH}\b")),
    ("period", re.compile(r"(?<=[\w%])\s?/\s?(?:h|hr|hour|day|week|wk|month|mo|quarter|qtr|year|yr)\b")),
    ("period", re.compile(r"\bp\.\s?a\.|\bper annum\b|\bpa\b(?=[.,\s]|$)")),
)


_AGAIN = re.compile(r"(?<=hours) (?:an?|per|each|every) (?:day|week|month|quarter|year)\b")
_CROWD = re.compile(r"(?:\d{2,9}(?:[.,]\d{3})*|(?:[a-z]+ )?(?:hundred|thousand)s?) (?:people|persons) (?:a|per|each|every)\b")
_LENGTH = ("for ", "first ", "next ")


def scan(low: str, worded: Iterable[Found]) -> Iterator[Found]:
    """All that is said in numbers, `worded` (from the tables) among it.

    Within people x time stands neither a period nor a count; within a date no count.
    """
    every = [*worded, *counts.figures(low), *counts.shares(low), *effort.scan(low), *ranges.scan(low), *dates.scan(low)]
    if any(c in low for c in "/-.±+\u2013") or any(c.isdigit() for c in low):
        every += [(kind, m.start(), m.end()) for kind, pattern in _SYMBOLS for m in pattern.finditer(low)]
    # "300 people a week leave" counts them; "two people for a week" asks for them.
    every = [("figure.count" if k == "figure.effort" and _CROWD.match(low, s) else k, s, e) for k, s, e in every]
    efforts = _union([(s, e) for k, s, e in every if k == "figure.effort"])
    steps = _union([(s, e) for k, s, e in every if k == "small_step"])
    days = _union([(s, e) for k, s, e in every if k == "date"])
    for kind, start, end in every:
        again = kind == "figure.count" and _AGAIN.match(low, end) is not None  # hours that go by are counted as well as worked
        if kind in ("period", "figure.count", "date") and not again and _inside(efforts, start, end):
            continue
        if kind == "figure.count" and _inside(days, start, end):
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
