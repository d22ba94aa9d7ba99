"""How far off a figure may be, and how sure it is: "could be four more", "a week either way", "about fifteen, at most twenty"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.wordlists import LARGE, SMALL

_S = "|".join(SMALL)
_L = "|".join(LARGE)
_PART = r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|half)"
_PLAIN = rf"(?:[$\u00a3\u20ac]?\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}}k?|(?:a (?:hundred|thousand)(?: and)?|{_S})(?:[- ](?:{_S}|{_L}|and (?!a\b))){{0,4}}(?: and a half)?)(?: (?:{_L}))?"
_NUM = rf"(?:(?:about |around |roughly |some |another |only |just |maybe |perhaps |nearly ){{0,2}}(?:{_PLAIN}|(?:an?|one|two|three) {_PART}s?|half|a (?:few|couple of|good few|handful|dozen)(?: of)?|an?(?= \w+ (?:out|off|either|up|more|less|or so))))"
_UNIT = r"(?: ?%| percent(?:age points?)?| per cent| points?| k\b| \w{2,16})?"
_MUCH = rf"{_NUM}{_UNIT}"
_MAY = r"(?:could|might|may|can)(?:'ve)?"
_WELL = r"(?: (?:well|also|as well|easily|just as well|equally|always|just|only|,? \w{1,3},|still|probably|in truth)){0,2}"
_END = r"(?=\s*(?:[.,;:!?)\u2013\u2014]|$|\s-\s))"
_MORE = r"(?:more|less|fewer|higher|lower|longer|shorter|out|off|over|under|too (?:high|low|many|few|much|little|long|short)|above|below|worse|better|up|down|on top)"
_NOT_DAY = (
    r"(?! (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:st|nd|rd|th)\b| ?(?:am|pm|a\.m|p\.m|o'clock)\b"
    r"| at night| in the (?:morning|afternoon|evening)| on (?:mon|tues|wednes|thurs|fri|satur|sun))"
)

# "The seventy per cent could as well be fifty-eight": a bare number, where another one went before.
_BARE = re.compile(rf"(?<=[a-z] )(?:could|might|may)(?:{_WELL} (?:also )?be{_WELL}) (?:only |as many as |up to )?{_PLAIN}{_END}")
_ANY = re.compile(rf"\b(?:\d|{_S})\b")

RANGES = re.compile(
    r"(?<![\w.,])(?:"
    # could be four more, may be as low as half of that, might be a month out
    rf"{_MAY}{_WELL},? (?:,? ?(?:\w{{1,3}},)? ?)?be{_WELL} (?:as (?:low|high|few|many|much|little|bad) as |up to |at most |at least |off by |out by |down to |wrong by )?(?:{_MUCH}(?: \w{{1,12}})? {_MORE}\b|{_PLAIN} ?(?:%|percent|per cent)|(?:only )?(?:half|double|twice|an? {_PART})(?: (?:of )?(?:that|this|it|as much|as many|higher|lower|so much))?{_END}|{_MUCH} (?:either way|in either direction|more or less))"
    rf"|{_MAY}{_WELL} (?:be|make up|account for|come (?:in|out) (?:at|to)|drop to|fall to|rise to|turn out (?:at|to be)) (?:as (?:low|high|few|many) as |up to |off by |out by ){_MUCH}"
    rf"|{_MAY} (?:well |easily |just as well )?(?:make up|account for) {_MUCH}"
    # a week either way, thirty more or fewer, a tenth up or down
    rf"|{_NUM}(?:'s)?{_UNIT}(?:'s? \w{{2,10}}| play| slack)?,? (?:either (?:way|side)|in either direction|both ways|in both directions|one way or the other|up or down|(?:more|fewer|less) or (?:less|fewer|more)|too (?:many|much|high|long) or too (?:few|little|low|short)|above or below|over or under|more, \w{{1,12}} (?:less|fewer))\b(?! would| could| will)"
    rf"|give or take(?: {_MUCH})?|plus[ -](?:or[ -])?minus (?:{_MUCH}|an? \w{{2,12}})|(?:to )?within {_PLAIN}(?: ?%| percent| per cent| points?)(?: either way)?|(?:to )?within (?:an? )?(?:thousand|hundred|{_PART}|dozen)\b"
    rf"|(?:out|off|wrong|mistaken)(?:,? (?:then )?it's| then)?,? (?:then )?by (?:at most |up to |about |as much as |no more than |maybe |not more than |more than |less than )?(?:{_NUM}\b{_NOT_DAY}{_UNIT})|{_MUCH} (?:out|off|adrift) (?:at (?:most|worst)|either|in|at the)"
    rf"|(?:allow|reckon with|add or take|take off|knock off|count on|figure on|expect) {_MUCH} (?:either way|too (?:many|few|much|little)|of (?:doubt|error|slack|play|uncertainty|margin)|more or less|(?<!hour )(?<!day )(?<!days )(?<!week )(?<!weeks )(?<!morning )(?<!afternoon )(?<!evening )off)\b"
    rf"|(?:with|there's|there is|has|have|plus) (?:maybe |perhaps |about )?{_MUCH} of (?:\w{{2,12}} )?(?:error|doubt|play|uncertainty|slack|noise|thumb|guesswork|tolerance|wiggle)\b"
    rf"|an? \w{{3,12}}'s (?:play|slack|leeway|margin)\b|(?:take|knock|lop|shave|chop) {_MUCH}(?<! day)(?<! days)(?<! week)(?<! weeks)(?<! hour)(?<! hours)(?<! morning)(?<! afternoon) off (?:for|to be|and|if)|round (?:it|that|them) (?:down|up) to {_PLAIN}"
    # between 30 and 40; twenty to twenty-five; about fifteen, at most twenty
    rf"|(?:somewhere |anything |anywhere )?between {_PLAIN}(?: ?%| percent| per cent)?(?: \w{{2,12}})? and {_PLAIN}(?: ?%|k| percent| per cent)?{_NOT_DAY}(?! (?:of|members|people in|to)\b)"
    rf"|(?:put it at|make it|call it|say|so|around|about|roughly|maybe|somewhere|anything|anywhere from|something like|somewhere from|in the region of|in the range of|in the order of) {_PLAIN} to {_PLAIN}(?! \w{{1,8}} \w{{1,12}} \d){_NOT_DAY}"
    rf"|{_PLAIN} to {_PLAIN},? (?:i'd|i would|i|we'd|we)(?: \w{{2,8}})? (?:guess|say|reckon|think)\b"
    rf"|{_PLAIN}(?: ?%| percent| per cent)?(?: \w{{2,14}}){{0,2}},? (?:or )?(?:maybe|perhaps|possibly|at (?:most|worst|best|the outside)|worst case|best case|could be|might be|may be|on a (?:bad|good) (?:day|week|month)(?: only| just)?) (?:only |as many as |up to |even )?(?:{_PLAIN}|half)(?! ?(?:weeks?|days?|hours?) of)\b(?!,? (?:maybe|or maybe|perhaps))"
    rf"|(?<![a-z], )maybe {_NUM},? (?:maybe|or|could be|perhaps) {_NUM}\b(?!,? maybe)|(?:an? {_PART}|{_PLAIN})(?: \w{{2,12}}){{0,4}},? or (?:only |just |maybe |even |by )?(?:an? {_PART}|{_PLAIN})(?: \w{{2,12}}){{0,3}} (?:if|on a bad|on a good|in a bad|in a good|should)\b"
    rf"|{_MUCH}(?: \w{{2,12}}){{0,2}} or so,? (?:\w{{2,10}} ){{0,3}}(?:on a bad day|at worst|at best)"
    rf"|at least (?:[\w'-]{{1,14}},? ){{0,6}}at (?:the )?most (?:[\w$\u00a3\u20ac]{{1,12}})|at (?:worst|best),? (?:it's |it is |that's |that is |it |we have |we |about |only |just |still ){{0,2}}(?:half|an? {_PART}|twice|{_PLAIN})\b"
    # a week, could be two; on a bad day eight; right to within ten; usually two days short
    rf"|{_MAY} (?:be|end up at|come to|turn into|take|cost) (?:an? \w{{3,10}}|{_MUCH}),? (?:or |and )?(?:{_MAY} (?:be |end up at |come to |turn into |take |cost )?|just as well )(?:only |even |also )?{_PLAIN}|(?:could|might|may) turn into {_PLAIN} or {_PLAIN}"
    rf"|on (?:bad|good|quiet|busy|cold|slow) (?:days|weeks|nights) (?:only |just |maybe |more like )?(?:one|{_PLAIN}) and on (?:bad|good|quiet|busy|cold|slow|the other|others)"
    rf"|(?<=[a-z0-9], )(?:in|on) an? (?:bad|good|quiet|busy|cold|slow|wet|normal|weak|strong) (?:day|week|month|year|season|night|quarter|summer|winter),? (?:it's |that's |maybe |perhaps |only |just |no more than |at most |as many as |up to |more like |rather |nearer |closer to |a ){{0,3}}{_PLAIN}\b{_NOT_DAY}"
    rf"|(?:good|right|correct|accurate|exact|true|precise) to (?:within )?(?:about |maybe |roughly )?{_MUCH}|(?:to )?within {_PLAIN}(?: \w{{2,10}})? or so|to within {_PLAIN}|to the nearest (?:ten|dozen|hundred|thousand|hour|day|week|month|euro|pound)s?\b"
    rf"|(?:don't|do not) (?:nail|pin|hold) me (?:down )?(?:on|to) the (?:last|exact|single|odd) \w{{2,12}}|(?:{_PLAIN} or )?(?:{_PLAIN}|a few|some|one or two) (?:may|might|could) (?:have )?(?:slipped|been (?:missed|counted twice|lost)|be missing|got lost|gone missing)"
    rf"|by an? {_PART} or (?:by )?(?:half|an? {_PART})\b|(?:usually|mostly|often|as a rule|always|normally) {_PLAIN} \w{{2,10}} (?:short|out|over|under|too (?:low|high|short|long|few|many|much|little))\b|margin of (?:about )?(?:{_MUCH}|a (?:few|couple)\b)"
    r"|margin of error|error bars?|confidence interval|lower bound|upper bound|(?:best|worst) case,? (?:[\w'$\u00a3\u20ac%-]{1,14},? ){0,8}(?:best|worst) case"
    rf"|error of (?:about |up to )?{_PLAIN} ?(?:%|percent|per cent)|(?:the )?range is (?:[\w'-]{{1,12}} ){{0,3}}{_PLAIN}|from {_PLAIN} to {_PLAIN}(?: ?%|k| thousand)?, depending"
    r"|even (?:at|if it's|if it is|if it were|if only) half(?: of)?(?: that| this| of it)?|even (?:if )?(?:[\w'-]{1,12} ){0,5}(?:half|wrong|off)(?: of)? (?:that|it|this)\b|(?:halve|double) it (?:if you|and|to be)|even half(?: of)? (?:that|it|this)\b"
    r"|(?:could|may|might) be (?:half|double|twice)(?: of)?(?: (?:that|as much|this))?"
    rf"|if (?:i am|i'm|we are|we're|it's|it is) (?:off|wrong|out),? (?:then |it's )?by [\w$\u00a3\u20ac]{{1,12}}|(?:we|they|it|she|he|which|turnstiles|readers?|scanners?|counters?|sensors?) (?:miss(?:es|ed)?|double[- ]counts?|undercounts?|overcounts?) (?:about |around |maybe |roughly |up to )?(?:{_PLAIN}|some|a few|an? {_PART})(?: (?:in|out of|of|per cent|percent|%))?"
    # how sure: nine times out of ten, 80 % sure, fifty-fifty
    rf"|{_PLAIN} (?:times|days|years) out of (?:{_PLAIN}|a hundred)|(?!(?:100|a hundred|one hundred)\b){_PLAIN} ?(?:%|percent|per cent) (?:sure|certain|confident|likely)|fifty[- ]fifty|50[-/ ]50\b|(?:even) (?:chances?|money)|{_PLAIN} (?:chances? (?:in|out of) {_PLAIN})|even (?:odds|chance)|the odds (?:are|of) [\w$%]{{1,12}}"
    r")"
)


def scan(low: str) -> Iterator[Found]:
    """Error ranges in a folded text."""
    for m in RANGES.finditer(low):
        start, end = m.span()
        while start < end and low[start] in " ,":
            start += 1
        if low[max(0, start - 6) : start] == "maybe ":
            continue  # "two weeks, maybe three, maybe four" has no end
        yield "error_range", start, end
    for m in _BARE.finditer(low):
        if _ANY.search(low, max(0, m.start() - 120), m.start()):
            yield "error_range", m.start(), m.end()
