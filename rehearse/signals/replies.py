"""What a short reply holds because of the line just said: a name to "who?", days to "how many?", a thing to "what comes off?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.heaps import has_verb, tokens_of
from rehearse.signals.phrases import Found
from rehearse.signals.text import Sentence, fold
from rehearse.signals.wordlists import CLEAR_VERBS, FUNCTION, MIXED_VERBS, NUMBER_WORDS, SMALL

LOOKED_AT = 2  # sentences of a reply that can be the direct answer

# --- what was asked --------------------------------------------------------------------------------------------------

_WHO = re.compile(
    r"(?:^|[.?!,;:]\s{0,3}|\b(?:and|but|so|or|to|with|by) )(?:who|whose|whom)\b|\ba name\b|\bwhose name\b|\bby name\b|\bwhich (?:one )?of (?:you|them|us)\b"
)
_STANDS_BY = re.compile(r"\b(?:next to|beside|by my side|help|with me|alongside|catch|pick me up)\b")
_SIZE = re.compile(
    r"\bhow (?:long|big|large|many|much (?:time|work|of))\b|\bin (?:days|hours|weeks)\b|\bwhat(?:'s| is) (?:the size|it going to cost)\b"
    r"|\bwhat (?:does|would|will|do) (?:it|that|this|you) (?:cost|take|need)\b|\bfor how\b|\bthe cost in\b"
)
_GIVES_WAY = re.compile(
    r"\bwhat (?:comes?|goes|moves?|gives?|stops?|drops?|waits?|falls?|gets|slips?|leaves?|makes room)\b"
    r"|\bwhat (?:do|does|would|could|should|can|shall|will) (?:i|we|they|she|he|you|my \w{1,12}|our \w{1,12}) (?:drop|stop|put down|leave|skip|give up|let go|not do|take off|postpone)\b"
    r"|\bwhat i(?:'d| would) (?:put down|drop|stop|leave|not do)\b"
    r"|\bwhich (?:\w{1,14} ){1,4}?(?:comes?|goes|moves?|waits?|drops?|falls?|loses?|slips?|gives?|leaves?|makes)\b"
    r"|\b(?:instead of what|at whose expense|in (?:place|exchange) (?:of|for) what|to make room|in whose place|merely feel|softest|weakest)\b"
)
_STILL_OPEN = re.compile(
    r"(?:n't|\bnot|\bstill|\bleft) (?:\w{1,10} )?(?:decided|settled|fixed|open|undecided|agreed|up for)\b|\bopen part\b"
)
_WHAT_IS_SAID = re.compile(
    r"\b(?:sentence|slide|headline|in plain words|retell|repeat|tell (?:her|him|them|sales|people|my|the)|say to|my answer|explain (?:it|that|this))\b"
)

# --- what was answered -----------------------------------------------------------------------------------------------

_LEAD = re.compile(
    r"(?:(?:well|oh|right|ok|okay|sure|certainly|of course|honestly|simple|easy|yes|yeah|gladly|fair question|good question|both"
    r"|(?:that|it)(?:'s| is| would be|'d be| will be|'ll be))[,.:!]?\s+){1,2}"
)
_SELF = re.compile(
    r"(?:me|mine|ours|us|myself|i do|i am|i will|i'll|i would|i'd|we do|we will|we are|yours truly|"
    r"(?:my|our) (?:own )?(?:team|crew|lot|group|people|side|squad|deputy|rota|pager|phone)(?:'s)?)(?=\s*(?:[.,;:!]|$|\s[-\u2013\u2014]))"
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[^\W\d_a-z][^\W\d_][\w\u2019'-]{0,20}"
_NAMED = re.compile(
    rf"({_NAME}(?: (?:van |de |von |al )?{_NAME}){{0,2}})(?=\s?[.,;:!]|\s?$|\s[-\u2013\u2014]|\s(?:from|in|of|at|on|and) )"
)
_DETAIL = re.compile(
    rf"[,;:\u2013\u2014-]?\s?(?:\d|(?:{'|'.join(SMALL)}|a|an|half|from|in|on|at|of|for|until|till|up to|through|by|my|our|the|and|who|she|he|they|as|with|every)\b)"
)
_SHARED = re.compile(
    r"\b(?:everybody|everyone|all of us|whoever|nobody|no one|shared|someone|somebody|anyone|anybody|for now|maybe|perhaps|probably|i guess|i suppose|not|never|"
    r"too|either|neither|something|if|would have)\b"
)
_NO_NAMES = frozenset(
    "management engineering fair good agreed depends whoever sorry thanks hello nobody everybody everyone somebody someone nothing "
    "something everything anything quality trust agile kubernetes docker kafka postgres jenkins terraform redis grafana microservices "
    "people teams developers engineers customers users great nice true granted maybe perhaps sometimes always never soon later "
    "tomorrow today january february march april may june july august september october november december spring summer autumn "
    "winter christmas easter monday tuesday wednesday thursday friday saturday sunday technology innovation ownership please "
    "ask guess listen look wait imagine suppose relax exactly indeed anyway correct right wrong money time hope faith magic "
    "automation software hardware progress politics life fate luck god jesus dear interesting funny hardly barely whatever".split()
)
_DAYS = re.compile(
    rf"(?:(?:\d{{1,3}}(?:[.,]\d)?|{'|'.join(SMALL)}|half an?|an?|single|a single|a couple of)\s(?:(?:and a half|full|whole|working|short|long|good|single|solid)\s){{0,2}}"
    r"(?:days?|hours?|weeks?|mornings?|afternoons?|evenings?|sprints?|fortnights?)(?:'s?)?(?: and a half)?)(?!\s(?:ago|later|from now|now|already|in a row|before|earlier|notice|or (?:so )?more))\b"
)
_NOT_WORK = frozenset("in within after last past next every each per over since until by under of this".split())
_THING = re.compile(
    r"(?:the|our|your|my|that|those|all the|all|one of the|(?!(?:(?:every|any|no|some)(?:body|one|thing)|it|that|this|he|she|there|here|what|who|where|how|let)'s)[^\W\d_][\w'&/-]{1,20}'s) (?:[\w'&/-]{1,20} ){0,5}[\w'&/-]{2,20}(?=\s*(?:[.;:!,]|\s[-\u2013\u2014]|$))"
)
_VAGUE_THING = re.compile(
    r"\b(?:stuff|things?|something|usual|rest|everything|whatever|details?|team|company|problem|point|answer|question|truth|same|good news|plan|idea|"
    r"moment|future|business|people|worst|best|least|small|little|unimportant|other|others|nobody|none|no|not|one day|lot|world|way|worr(?:y|ies)|doubts?|fears?|favourites?|yes|pride|ego|imagination|feelings?|sleep|lunch|evenings?|probably|maybe|perhaps|joke|guess|choice|call|problems?|job)\b"
)
_TOLD = re.compile(
    r"(?:(?:you |just |simply |then )?(?:say|write|put)|(?:you |just |simply |then )?tell (?:her|him|them|people|sales|the \w{1,14}|\w{2,14}))(?: (?:this|that|them|her|him))?\s?[:,\"\u201c]\s?"
)


def scan(text: str, low: str, parts: tuple[Sentence, ...], previous: str) -> Iterator[Found]:
    """What the first sentences of a reply show in answer to `previous`; nothing where nothing was asked."""
    if not previous or not parts:
        return
    asked = fold(previous)
    who, size, gives, told, undecided = (
        p.search(asked) is not None for p in (_WHO, _SIZE, _GIVES_WAY, _WHAT_IS_SAID, _STILL_OPEN)
    )
    for i, part in enumerate(parts[:LOOKED_AT]):
        if part.question or part.heap:
            return
        at = _after_lead(low, part)
        if who and i == 0:
            yield from _who(text, low, asked, at, part)
        if size:
            yield from _days(low, part)
        if gives and i == 0:
            yield from _thing(low, at, part, "trade_off")
        if undecided and i == 0:
            yield from _thing(low, at, part, "unknown")
        if told and (m := _TOLD.match(low, at, part.end)) and len(tokens_of(low[m.end() : part.end])) >= 6:
            yield "story", at, part.end


def _after_lead(low: str, part: Sentence) -> int:
    m = _LEAD.match(low, part.start, part.end)
    return m.end() if m else part.start


def _who(text: str, low: str, asked: str, at: int, part: Sentence) -> Iterator[Found]:
    if _SHARED.search(low, part.start, part.end):
        return
    if m := _SELF.match(low, at, part.end):
        yield from (("owner", at, m.end()), *_beside(asked, at, m.end()))
        return
    m = _NAMED.match(text, at, part.end)
    if m is None:
        return
    words = [w.strip("'\u2019") for w in low[at : m.end(1)].split()]
    plain = words[0].removesuffix("'s").removesuffix("\u2019s")
    if plain in _NO_NAMES or plain in FUNCTION or plain in NUMBER_WORDS or plain.endswith("ly"):
        return
    if plain in CLEAR_VERBS or plain in MIXED_VERBS:
        return
    whole = not low[m.end(1) : part.end].strip(" .,!;:")
    if len(words) > 1 or words[0].endswith(("'s", "\u2019s")) or whole or _DETAIL.match(low, m.end(), part.end):
        yield from (("owner", at, m.end(1)), *_beside(asked, at, m.end(1)))


def _beside(asked: str, start: int, end: int) -> Iterator[Found]:
    """Who is asked to stand by gives time of their own."""
    if _STANDS_BY.search(asked):
        yield "own_time", start, end


def _days(low: str, part: Sentence) -> Iterator[Found]:
    for m in _DAYS.finditer(low, part.start, part.end):
        before = low[max(part.start, m.start() - 14) : m.start()].split()
        if not before or (before[-1] not in _NOT_WORK and before[-2:] != ["more", "than"]):
            yield "figure.effort", m.start(), m.end()


def _thing(low: str, at: int, part: Sentence, kind: str) -> Iterator[Found]:
    m = _THING.match(low, at, part.end)
    if m is None or _VAGUE_THING.search(low, at, part.end) or has_verb(tokens_of(low[at : m.end()])):
        return
    yield kind, at, m.end()
