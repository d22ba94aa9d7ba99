"""Days and lengths of time as they are spoken: "the sixteenth", "14.3. to 18.3.", "before Whitsun", "every second Friday".

Read beside the tables of `numbers`, which know the plain forms. Each expression is bounded, so that cost follows length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SHORT = rf"(?:{MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_TENS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_TENS}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twent(?:ieth|y[- ](?:{_TENS}))|thirt(?:ieth|y[- ]first))"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SEASON = r"(?:spring|summer|autumn|winter)"
_FEAST = (
    r"(?:christmas(?: eve| day)?|xmas|new year(?:'s)?(?: eve| day)?|easter|whitsun|pentecost|ascension|michaelmas|midsummer|hallowe'?en|"
    r"thanksgiving|lent|ramadan|eid|diwali|hanukkah|passover|boxing day|black friday|cyber monday|mardi gras|carnival|labou?r day|"
    r"half[- ]term|(?:end of |start of )?(?:the )?(?:term|season|holidays|summer holidays|school year)|"
    r"(?:the )?(?:\w{2,12} )?bank holiday|pay ?day|year[- ]end|month[- ]end|quarter[- ]end|golden week|chinese new year)"
)
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|sprint|season|term|semester|winter|summer|shift|lesson)"
_SMALL = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|\d{1,3})"
_NUM = rf"(?:an?|one|half an?|{_SMALL}(?: and a half| or {_SMALL}| to {_SMALL}|[-\u2013]\d{{1,3}})?|a (?:couple of|few|good)|the first)"
# What follows "the fourth" where it is a day: nothing, or who does something then.
_ALONE = r"(?=\s*[,.;:!?)\u2013\u2014]|$|\s(?:we|i|you|it|they|he|she|at|and|or|to|till|until|through|of (?:this|next|the|each|every|that) month|before|after|after that|the|then|latest|at the latest)\b)"
_UP_TO = r"(?:by|on|before|until|till?|'til|from|after|up to|as of|as from|starting|effective|come|no later than|not later than|latest|around|about|through)"
_NUMERIC = r"(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?:\s?(?:20)?\d\d(?!\w))?"
_CLOCK = r"(?:noon|midday|midnight|lunch(?:time)?|breakfast|dinner|close of (?:business|play)|c\.?o\.?b|e\.?o\.?d|tea|the end of the (?:day|afternoon|morning)|bedtime|dawn|dusk|first thing)"

DATES = re.compile(
    r"(?<![\w.])(?:"
    # the 9th, the ninth of May, tenth to fourteenth, May the ninth
    rf"(?:the )?{ORDINAL}(?: day)?(?: of)? {_SHORT}"
    rf"|{_SHORT} (?:the )?{ORDINAL}"
    rf"|{_UP_TO} the {ORDINAL}{_ALONE}|on the {ORDINAL}{_ALONE}"
    rf"|(?:the )?{ORDINAL} (?:to|till|until|through) (?:the )?{ORDINAL}{_ALONE}"
    rf"|{_DAY},? (?:the )?{ORDINAL}\b"
    r"|the \d{1,2}(?:st|nd|rd|th)\b(?! (?:time|ticket|version|attempt|place|floor|street|century|grade|item|percentile|row|column))"
    # 14.3. to 18.3.; on 14.3.
    rf"|(?:{_UP_TO} )?{_NUMERIC}(?=\s?(?:to|till|until|bis|-|\u2013|,|at|we|i|you|and|it|or)(?![\w.]))"
    rf"|(?:{_UP_TO}|to|and|the) {_NUMERIC}"
    # 12 to 14 April, 3 Feb, Feb 3
    rf"|\d{{1,2}}(?: to | and |\s?[-\u2013]\s?)\d{{1,2}} {_SHORT}"
    r"|[0-3]?\d (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|(?:jan|feb|apr|jun|jul|aug|sept|oct|nov|dec)\.? [0-3]?\d\b(?![.,]?\d)"
    # mid-March, early next week, end of Q2, the last week of May
    rf"|(?:mid|early|late)(?: in)?[- ](?:{MONTH}|q[1-4]|{_SEASON}|(?:next |this )?(?:week|month|year|january)|{_DAY})\b"
    rf"|(?:end|start|beginning|middle|close|first half|second half|(?:first|second|third|last) (?:week|day|{_DAY}|monday|working day)) of (?:{MONTH}|q[1-4]|next (?:week|month|quarter|year)|the (?:week|month|quarter|year|sprint|season|term)|{_SEASON}|the {_SEASON}|{_FEAST}|lent|week \d{{1,2}})\b"
    r"|q[1-4](?:[ ,'/-]{1,2}(?:20)?\d\d)?(?!\w)|h[12] 20\d\d\b"
    rf"|(?:calendar )?week (?:\d{{1,2}}|{_SMALL}|one)\b(?! (?:ago|of|or))"
    # by Christmas, before the summer, until spring 2026
    rf"|{_UP_TO} (?:the )?(?:early |late |next |this |coming |end of |end of the |start of |middle of |beginning of )?(?:the )?(?:{_FEAST}|{_SEASON}(?: of)?(?: 20\d\d)?)\b"
    rf"|at (?:{_FEAST}|year'?s? end)\b|over (?:the )?(?:{_FEAST})\b|(?:next|this|the coming) (?:{_SEASON}|{_FEAST}|(?!may\b){MONTH})\b|next may\b"
    rf"|(?:next|this) (?:year|quarter)(?=\s*[.,;:!?]|$)|{_UP_TO} (?:next (?:week|month|quarter|year|{MONTH}|{_SEASON}))\b"
    rf"|in (?:the )?(?:{_SEASON})(?: of)? 20\d\d\b|(?:{MONTH}|{_SEASON}) (?:of )?20\d\d\b"
    # the same day, the next morning, on the day, this afternoon
    r"|(?:the |that |on the |that very |the very )?same (?:day|morning|afternoon|evening|night|hour|week|minute)\b"
    r"|(?:the|by the) (?:next|following) (?:day|morning|evening|working day|business day|afternoon|week|monday)\b"
    r"|the (?:day|week|morning|evening|month) (?:after|before)\b|(?:on )?the (?:very )?(?:day (?:that )?(?:it|i|we|you|they|the \w{1,20}|of)|(?:evening|morning) (?:that )?(?:i|we|you)) "
    r"|on the day\b(?! of judg)|this (?:afternoon|evening|morning)\b|that (?:very )?(?:afternoon|evening|morning|night)\b"
    rf"|(?:by|before|until|till|at|after|around) {_CLOCK}\b|(?:by|before|until|till|at) (?:\d{{1,2}}|{_SMALL}|one|half past \w{{2,6}})(?::\d\d)?(?: ?(?:o'clock|am\b|pm\b|a\.m|p\.m|sharp|on the dot)|(?= (?:on|tomorrow|this|that|in the) (?:{_DAY}|morning|afternoon|evening|the)))"
    # a week on Tuesday, a fortnight today, this time next week, Thursday week
    rf"|(?:an?|one|two|three) (?:week|fortnight|month)s?,? (?:on|from|after|before|past) (?:{_DAY}|today|tomorrow|now)\b|(?:today|tomorrow|{_DAY}) (?:week|fortnight)\b|this time (?:tomorrow|next \w{{3,8}})\b"
    rf"|in (?:an?|{_SMALL})(?: or {_SMALL})? (?:day|week|month|year|fortnight)s?'? time\b|(?:the day after tomorrow|the week after next)\b"
    r")"
)
PERIODS = re.compile(
    r"(?<![\w.])(?:"
    # how often
    rf"(?:every|each) (?:(?:single|other|second|third|fourth|fifth|working|last|first) )?(?:{_SMALL} (?:minute|second)|(?:{_SMALL} )?(?!minute|second){_UNIT}|{_DAY}|{MONTH}|{_SEASON}|morning|evening|afternoon|lunch|stand-?up|easter|christmas|term|school year)s?\b"
    rf"|(?:once|twice|{_SMALL} times) (?:an?|each|every|per|a single) (?:{_UNIT}|{_DAY})\b"
    rf"|(?:on |of )?(?:{_DAY}s)\b(?!')|(?:on |at )?(?:weekdays|weekends|working days|mornings|evenings)(?=\s*[.,;:!?]|$| (?:from|at|only|and))"
    r"|(?:nightly|hourly|fortnightly|bi-?weekly|year[- ]round|all year round|around the clock|round the clock|day and night|night and day|yearly|monthly|a pop)\b"
    rf"|(?:the )?(?:first|second|third|last) (?:{_DAY}|working day|week) (?:of|in) (?:the|each|every|a) (?:month|quarter|year|sprint)\b"
    # how long
    rf"|(?:for|over|lasts?|lasted|within|after|during|inside|across) (?:about |around |some |roughly |only |just |at least |at most |up to |a good |another |the (?:first|last|next|past|whole|full|entire)? ?)?{_NUM} ?(?:(?:full|whole|solid|dull|quiet|good|working|calendar|straight|long|more|short|single) )?{_UNIT}s?\b(?! (?:of (?:work|effort)|trial|pilot|test))"
    rf"|{_NUM} {_UNIT}s? (?:running|in a row|straight|on end|long|at a stretch|at a time|and counting|at the (?:most|longest|outside)|tops|max(?:imum)?|at most|and (?:not|no) (?:one |a )?(?:day|week|longer|more)|fix(?:ed)?|flat|from (?:then|now|the day|launch|day one)|notice)\b"
    rf"|{_NUM} (?:{_UNIT}s?' (?:notice|time|grace|warning)|{_UNIT}s? (?:before|after|ahead of|prior to|later|earlier|in advance|beforehand|into the|ago))\b"
    rf"|(?:takes?|took|needs|runs? for|lasts?|lasted|wait(?:s|ed)?(?: for)?) (?:about |around |only |just |roughly |over |under |up to |at most |less than |more than |nearly |almost |us |them |her |him |you |people |everybody ){{0,2}}{_NUM} (?:(?:working|full|whole|calendar|business) )?{_UNIT}s?\b(?! (?:of|trial|pilot))"
    rf"|(?:the )?(?:first|last|next|past|previous|other|final) {_SMALL} (?:(?:full|working|whole) )?{_UNIT}s\b(?! (?:trial|pilot|of (?:work|effort)))"
    r"|(?:half a year|a year and a half|six months|half the (?:year|month|week)|a decade|a day or two|a week or two|a month or two)(?=\s*[.,;:!?]|$)"
    rf"|since (?:(?:the |last |early |late |mid-?|that )?(?:{_FEAST}|{_SEASON}|{MONTH}|{_DAY})|the (?:switch|change|move|merger|launch|release|fix|start|relaunch|new year)|then|yesterday|20\d\d|the \w{{2,12}} (?:switch|change|move|launch|release))\b"
    rf"|from (?:{MONTH}|{_DAY}|{_SEASON}|q[1-4]|the (?:{ORDINAL}|start|beginning)|now|\d{{1,2}} {MONTH}) (?:to|till|until|through|on|onwards?) ?(?:the )?(?:end of )?(?:{MONTH}|{_DAY}|{_SEASON}|q[1-4]|the {ORDINAL}|now|the end|christmas|easter|\d{{1,2}} {MONTH}|{ORDINAL})?\b"
    rf"|between {_FEAST} and {_FEAST}\b|between (?:{_DAY}|{MONTH}) and (?:{_DAY}|{MONTH})\b|the whole (?:day|week|month|quarter|year|{_SEASON}|term|season|night|weekend)\b"
    rf"|(?:this|last|next) (?:{_SEASON}|term|semester|season|year|{MONTH}|easter|christmas)\b|the (?:{_SEASON}|year|season|term) before(?: last)?\b|the (?:night|week|month|year) before last\b"
    rf"|(?:over|during|throughout|in) (?:the )?(?:{_FEAST}|{_SEASON})\b|all {_SEASON}\b"
    r")"
)

_RATE = re.compile(
    rf"(?<![\w.])(?:{_SMALL}|\d{{1,9}}k?) (an? (?:night|shift|season|term|weekend|lesson)|in a (?:night|week|month))\b"
)


def scan(low: str) -> Iterator[Found]:
    """Dates and periods of a folded text."""
    for kind, pattern in (("date", DATES), ("period", PERIODS)):
        for m in pattern.finditer(low):
            start, end = m.span()
            while end > start and low[end - 1].isspace():
                end -= 1
            yield kind, start, end
    for m in _RATE.finditer(low):
        yield "period", m.start(1), m.end(1)
