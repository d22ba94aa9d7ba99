"""A concrete incident, told: when it was, whom it befell, and what they did. Found by what a story is made of, and by how one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.served import PEOPLE
from rehearse.signals.text import Sentence

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{4,9}teenth|twent(?:ieth|y-\w+)|thirt(?:ieth|y-first))"
# When it was: a day that one can name, gone by.
_WHEN = re.compile(
    rf"\b(?:last (?:{_DAY}|night|week|month|{_MONTH}|spring|summer|autumn|winter|year|christmas|easter|black friday)|(?:one|that|the other|that very|this) (?:{_DAY}|night|morning|evening|afternoon|weekend|day|sunday)"
    rf"|on (?:a |the |that )?(?:{_DAY}|{_NTH} (?:of )?{_MONTH}|{_NTH}\b|{_MONTH} {_NTH}|black friday|boxing day|christmas eve|results day|new year's eve|election day|market day)(?! (?:we|i|you) (?:stop|start|look|show|decide|bring))"
    rf"|in {_MONTH}|in (?:20\d\d|the (?:spring|summer|autumn|winter) of)|(?:two|three|four|five|six|ten|a few|\d+|some) (?:days|weeks|months|years|nights|winters) ago|a (?:week|month|year) ago|the (?:night|day|morning|week|weekend) (?:that |when |before |the )|night before last|yesterday|"
    r"at (?:one|two|three|four|five|six|half past|quarter past|ten past|\d{1,2}) ?(?:\w+ )?(?:am|in the morning|at night|o'clock|past)|once,?|when (?:the|we|i|it|checkout|search|payments?|production|they|our|your|she|he) |there was (?:this|a|an|one)\b|was half past|was (?:a|the) (?:\w+ )?(?:sunday|monday|friday|saturday|night|evening|morning))"
)
# The same, down to the day.
_DATED = re.compile(
    rf"\b(?:last (?:{_DAY}|night|christmas|easter|black friday)|(?:one|that|the other|that very) (?:{_DAY}|night|morning|evening|afternoon)|on (?:a |the |that )?(?:{_DAY}|{_NTH} (?:of )?{_MONTH}|{_NTH}\b|{_MONTH} {_NTH}|black friday|boxing day|christmas eve|results day|new year's eve|election day|market day)"
    r"|night before last|yesterday|was half past|at (?:one|two|three|four|five|six) in the morning|the night (?:that |when |the )|when (?:checkout|the (?:\w+ )?(?:site|shop|server|system|database|till|power|line|feed|screen|ticket server|network|app)|search|payments?|production|it) (?:went|broke|crashed|froze|failed|died|stopped|fell))\b"
)
_PERSON = (
    rf"(?:{PEOPLE}|nurse|doctor|driver|courier|conductor|guard|teacher|cashier|checkout girl|clerk|caseworker|case worker|temp|trainee|colleague|porter|stationmaster|mechanic|operator|agent|waiter|cook|engineer|"
    r"woman|man|lady|gentleman|boy|girl|lad|mum|dad|mother|father|couple|kid|child|baby|bride|farmer|baker|butcher|chemist|pharmacist|shop owner|shopkeeper|mouse|dog|cat|receptionist|intern|crane driver|lorry driver|stranger|neighbour|pensioner)"
)
_WHO = re.compile(
    rf"\b(?:an?|one|another|this|some|our|your|two|three|forty|eight) (?:(?!of\b|day\b|week\b|month\b)[\w'-]{{2,16}} ){{0,3}}{_PERSON}\b|\b(?:mr|mrs|ms|miss|frau|herr|madame) \w|\bi (?:was|watched|saw|stood|sat|heard|remember|met|found|picked|got|had|drove|was standing)\b|\bwe had (?:it|a|an|one|this)\b"
    r"|\b(?:relatives|passengers|ambulances|lorries|travellers|families|guests|patients|people|children|drivers|customers|nurses)\b"
)
_NAMED = re.compile(
    r"(?<=[a-z,] )[A-Z][\w'-]{2,20} (?:\w+ed|rang|drove|stood|sat|ran|found|told|woke|sold|spent|took|came|went|had|wrote|lost|fell|saw|heard|put|got|gave|left|began|cut|paid|phoned|carried|typed|waited|cried|missed)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|rang|drove|stood|sat|ran|found|told|woke|sold|spent|took|came|went|wrote|lost|fell|saw|heard|got|gave|left|began|paid|stuck|broke|froze|ate|shut|knew|thought|said|held|hung|threw|"
    r"caught|bought|brought|built|kept|let|met|sent|shook|slept|spoke|swore|tore|wore|cried|tried|died|couldn't|didn't|wasn't|weren't|could|(?!need|hundred|indeed|agreed|speed|feed|red\b|bed\b|shed\b|exceed|kindred|sacred|naked|wicked|limited|related|supposed|used to\b)[a-z]{3,14}ed)\b"
)
_OPENS = re.compile(
    rf"(?:^|(?<=[.!?;:] )|(?<=[.!?;:]\s\s))(?:and |so |well, |okay, |look, )?(?:picture (?:this|a|the|it|that|what|you|one|{_DAY})|imagine (?:this\b|you (?:are|stand|sit)|it's|a (?:customer|shopper|user|nurse|driver|guest|patient|woman|man))|let me tell you (?:about|what happened|how)|there was (?:a |an |one |this )(?!budget|fine|snapshot|time when i|counter|way|number|plan|mistake|storm|reason|problem|meeting|baby|question|point|rule|limit|price|list)\w+|"
    r"you may remember|i remember (?:when|the|a|one|how|that (?:night|day|friday|morning))|(?:once|one day),? (?:a|we|one|in|at) |put (?:mr|mrs|ms) )"
)
# Somebody who rang, waited, gave up.
_ONE = re.compile(
    rf"\b(?:an?|one|another|that) (?:(?!of\b|in\b)[\w'-]{{2,16}} ){{0,2}}(?:{_PERSON}|shop|hotel|clinic|salon|bakery|restaurant|school|laboratory|school|hospital|branch|library)(?:'s \w+)?(?: (?:of (?:\w+ )?\w+|aged \w+))?,?(?: (?:in|from|at|near|on|with|of) (?:the |a |our |bay |bed )?[\w'-]+(?: [\w'-]+)?){{0,2}},?(?: who [\w' ]{{2,40}},)? "
    r"(?:rang|called (?:us|me|the|in)|wrote|phoned|waited|told (?:us|me)|gave up|cancelled|stood|couldn't|could not|cried|missed|lost|sat|walked out|drove|paid twice|was left|was turned|was sent|got (?:the same|somebody|someone|nothing|the wrong|an invoice|two)|scanned|typed|tried|queued|shouted|asked (?:for|us|me|why)|complained)\b"
    r"|\b(?:mr|mrs|ms|miss|frau|herr) \w+(?: (?:in|from|at|of) [\w ]{2,20})?,? (?:rang|wrote|phoned|waited|asked for|stood|couldn't|typed|paid|sat|cried|missed|lost|queued)\b|, who (?:runs|owns|has|keeps) (?:a|the|an) [\w ]{3,20}, (?:lost|waited|rang|missed|spent|stood|sat)"
)
_NOT_TOLD = re.compile(
    r"\b(?:we'll|i'll|will|would|could be|because you|without a manual|if|let's|could we|shall|should|next (?:week|month|year)|once the|every (?:day|week|month|year|night|monday|friday|saturday|sunday)|each (?:day|week|month)|usually|always|on average|\w+ in (?:nine|ten|seven|five|six|eight|three|four)\b|the old desk back|is fixed|per (?:week|month|day)|a (?:week|month|quarter|day) (?:before|after|since)|from \w+ to \w+|"
    r"plan|honestly|heard|trial|pilot|rollout|you (?:said|told|promised|asked|wanted|wrote)|survey|measured|counted|timed)\b"
)
_HARM = re.compile(
    r"\b(?:down|dead|dark|quiet|broke|broken|crashed|failed|failing|froze|stopped|stuck|wrong|twice|again|in vain|for nothing|outside|locked|unplugged|shouted|cried|waited|queued|missed|lost|cancelled|gave up|nobody|no one|couldn't|didn't|without|never|empty|\w+ times|hours|minutes|in the rain|in the bin|to the competitor|"
    r"somebody else's|someone else's|by hand|three times|four times|five times|eleven times|seven times|on the phone|by mistake|the wrong|from a paper|upstairs)\b"
)


def scan(text: str, low: str, parts: tuple[Sentence, ...]) -> Iterator[Found]:
    """Sentences that tell an incident; with the one after, where it takes two to tell it."""
    for m in _OPENS.finditer(low):
        yield "story", m.start(), m.end()
    for part in parts:
        if part.question or part.heap or part.end - part.start < 28:
            continue
        said = low[part.start : part.end]
        when = _WHEN.search(said) is not None
        who = _WHO.search(said) is not None or _NAMED.search(text, part.start, part.end) is not None
        dated = _DATED.search(said) is not None
        if _ONE.search(said) and not _NOT_TOLD.search(said):
            yield "story", part.start, part.end
            continue
        deeds = sum(1 for _ in _PAST.finditer(said))
        if _NOT_TOLD.search(said) or deeds < 2 or not (who or (dated and _HARM.search(said))):
            continue
        if (when and _HARM.search(said)) or (deeds >= 3 and _HARM.search(said)) or (when and deeds >= 4):
            yield "story", part.start, part.end
