"""Time that people put in: "three of your days", "a morning a month", "a sixth of Emre". What is asked or offered, never what is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.wordlists import SMALL

_S = "|".join(SMALL)
_NUM = rf"(?:(?:about |around |roughly |only |just |at most |maybe |another )?(?:an?|half an?|half|(?:\d{{1,3}}|{_S})(?:[.,]\d|[ -](?:{_S}))?(?: or (?:\d|{_S}))?(?: and a half)?|a couple of|a few))"
_WORK = r"(?:(?:working|full|whole|half|solid|short|quiet|good|person|man|engineer|developer)[ -])?(?:hour|day|morning|afternoon|evening|week|weekend|fortnight|month|sprint|lunch break|lunch hour|monday|tuesday|wednesday|thursday|friday|saturday)s?"
_BIT = r"(?:hour|monday|tuesday|wednesday|thursday|friday|saturday|morning|afternoon|evening|half day|person[- ]day|man[- ]day|working day)s?"
_HIS = r"(?:mine|yours|ours|theirs|hers|his(?! )|our own|my own|your own|my time|our time|your time|their time|his time|her time|[a-z]\w{1,20}'s(?: own)?(?: time| week| calendar)?)"
_END = r"(?=\s*(?:[.,;:!?)\u2013\u2014]|$))"

EFFORT = re.compile(
    r"(?<![\w.,$\u00a3\u20ac])(?:"
    # three days of yours, a day and a half of Lamine's
    rf"{_NUM}(?: {_WORK})(?: and a half)?,? (?:of|from) {_HIS}\b"
    # three of your days, two of my evenings
    rf"|{_NUM} of (?:my|your|our|his|her|their|[a-z]\w{{1,20}}'s) (?:{_WORK})\b"
    # you have three days for it; it is three days for you
    rf"|(?<=have |gets |need |take |keep |book ){_NUM} {_WORK} for (?:it|this|that)\b"
    rf"|(?:it's|that's|is|it is|be|makes|cost|costs|take|takes|only|just) {_NUM} {_WORK} (?:for|from) (?:you|us|me|him|her|them|yours|each of (?:you|us|them)|your (?:side|team|people|lot)|one of (?:you|yours|them|us))\b"
    rf"|{_NUM} {_WORK} from (?:you|us|me|them|your (?:side|team|people|lot|crew)|each of you|one of yours)\b"
    # two days out of five, 40% of your week, half my Fridays
    rf"|{_NUM} days? (?:out )?of (?:the )?(?:five|ten|twenty|week)\b|(?:(?:\d{{1,3}}|{_S}) ?(?:%|percent|per cent)|half|a (?:third|quarter|fifth|tenth)) (?:of )?(?:my|your|our|his|her|their|[a-z]\w{{1,20}}'s) (?:time|week|weeks|days?|month|mornings?|afternoons?|(?:mon|tues|wednes|thurs|fri)days?)\b"
    # a morning each week, half a day a month, two days a quarter
    rf"|{_NUM} (?:(?:half )?days?|{_BIT})(?: and a half)?(?= (?:an?|each|every|per|one) (?:day|week|month|sprint|quarter|year|fortnight|(?:mon|tues|wednes|thurs|fri)day)\b)"
    rf"|an? {_BIT} (?:or two|and a half)(?= (?:an?|each|every|per) (?:day|week|month|sprint|quarter|year))"
    # sixteen hours or thereabouts; a morning, no more
    rf"|(?<![^.,;:!?\s]\s)(?<![^.,;:!?\s])(?:call it |make it |say |it's |that's )?{_NUM} {_BIT}(?: and a half)?(?=\s*(?:or thereabouts|or so|all told|altogether|in all|in total|tops|max|at most|at the most|no more|, (?:no more|tops|maybe|all told|altogether|at most|not more|max|in all|and that's)))"
    # call it an hour
    rf"|(?:call it|reckon with|count on|allow|budget|set aside|block(?:ed)?) {_NUM} {_WORK}\b"
    r")"
)
_AFTER_TIME = re.compile(
    r"(?:\b(?:hour|day|morning|afternoon|evening|half)|[a-z]{3}(?<!take)(?<!need)(?<!cost)(?<!want)(?<!get)(?<!ive)s|people|\d)\s$|(?:hours|days|mornings|afternoons|evenings)\s$"
)
# Lost or wasted time is no time put in.
_LOST = re.compile(
    r"\b(?:los\w{1,3}|sav\w{1,3}|wast\w{1,3}|spen[dt]s?|spending|costs? (?:us|them|the)|eats?|ate|frees?|freed|waits?|waiting|down|late|back|gains?|gets?(?= back)|burn\w{0,2}|every|each|for|than)"
    r"(?: (?:us|them|for|about|around|some|up|roughly|over|the|their|his|her|our|\w{1,12})){0,2}\s$"
)


def scan(low: str) -> Iterator[Found]:
    """Effort in a folded text."""
    for m in EFFORT.finditer(low):
        start, end = m.span()
        if low[start] == "a" and _AFTER_TIME.search(low[max(0, start - 14) : start]):
            continue  # "half a day a month of Zsófia's time": how often
        if _LOST.search(low[max(0, start - 36) : start]):
            continue
        yield "figure.effort", start, end
