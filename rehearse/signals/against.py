"""One thing set against another: before and after, ours and theirs, this way and that. A table for `ways`, and what needs two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.text import Sentence

_S = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|dozens?|a hundred|a thousand|a dozen|half|twice|none|zero|nothing|nought|a couple|a handful|an hour|a day|a week|a minute|a third|a quarter"
)
_N = rf"(?:[$\u00a3\u20ac]?\d[\d.,]*k?|{_S})"
_ER = (
    r"(?:more|less|fewer|faster|slower|cheaper|dearer|better|worse|higher|lower|longer|shorter|larger|bigger|smaller|quicker|sooner|earlier|later|uglier|safer|riskier|harder|easier|"
    r"lighter|heavier|simpler|older|newer|cleaner|calmer|quieter|louder|closer|further|stricter|softer|dirtier|greener|thinner|fatter|richer|poorer)"
)
_TIMES = r"(?:twice|double|half|triple|three times|four times|five times|ten times|\d+ times|\w+ times|a (?:third|quarter|fifth|sixth|tenth|fraction)|two thirds|three quarters)"

AGAINST: dict[str, tuple[str, ...]] = {
    "comparison": (
        "!no/not more/less/fewer/faster/slower/cheaper/dearer/better/worse/higher/lower/longer/shorter/larger/bigger/smaller/quicker/sooner/earlier/uglier/safer/riskier/harder/lighter/heavier/"
        rf"simpler/calmer/quieter/nearer/stricter (?!important|urgent|interesting|serious|strategic|relevant|valuable)(?:\w+ ){{0,3}}than (?!(?:about |around |roughly )?(?:{_N}|one)\b(?!'s)|that\b(?! of| in| with)|this\b(?! of)|ever\b|happy|enough|one that|i\b|that's|(?:you|i|they) (?:announced|planned|said|promised|think|thought|do|expected))<w><t2>",
        "instead of (?!(?:a|the) joke)<w><t1>", rf"!would/'d/i'd rather than (?!{_N}\b)<w>",
        r"compared (with|to) (?!what\b)<w>", "as opposed to <w>", r"versus/vs\.? <w>", "unlike (the |our |last )?<w>",
        "relative to <w>", "in contrast",
        r"against (the )?(<num>|last|previous|before|today|industry|benchmark|our|their)(?! (?:will|wall|door|rules|wishes))<t1>",
        r"last time (it|that|this|the <w>)( only| even)? (was|took|cost|needed|ran|had|went|failed|lasted)<t2>",
        "the last (one|try|attempt|rewrite|migration|project|release|time) (took|cost|needed|ran|was|had|went)<t2>",
        r"twice/double/triple (as(?! an?\b)|the(?! load\b)|what)<t2>",
        r"half (as|what|the (?:price|cost|time|work|effort|walking|number|amount|size|staff|trips|calls|paper|money|length|queue|wait))<t2>",
        r"third/quarter/fifth/sixth/tenth/fraction of (what|the (?:cost|price|time|work|effort)|that of|theirs)<t2>",
        "# times (as|more|less|faster|slower|cheaper|longer|shorter|larger|bigger|higher|lower|over)<t1>",
        "# ?x (faster|slower|cheaper|more|less|better)",
        r"# ?(%|percent|per cent) (more|less|faster|slower|cheaper|fewer|higher|lower|better|worse|shorter|longer|quicker|above|below|behind|ahead of|under|over)(?! (?:off|out|it|and we|we|is off))( than)?<t1>",
        r"third/quarter/fifth/sixth/seventh/eighth/tenth/half (more|less|fewer|faster|slower|cheaper|dearer|shorter|longer|quicker|again as much|lower|higher|smaller|bigger)<t2>",
        r"cheaper/dearer/slower/quicker/faster/shorter/longer/higher/lower/less/more/better by (about |around |roughly |nearly |at least )?(a|an|half|two|three|<num>|\d+)<t2>",
        r"# (seconds?|minutes?|hours?|days?|weeks?|months?|points?|euros?|pounds?|clicks?|steps?|calls?|pages?|tickets?) (?:faster|quicker|slower|shorter|less|fewer|cheaper|dearer|lighter|behind|ahead|below|above|saved|(?:sooner|earlier|later|longer|more) than(?! (?:planned|announced|you|i)))(?! (?:we|or|and we|i)\b)<t3>",
        "down/up from [$£€]?<num>", "down/up from <g3><num> to<t3>",
        r"go/goes/went/going/drop/drops/dropped/fall/falls/fell/come/comes/came/rise/rises/rose/sink/sinks/sank/cut/cuts/brought/brings/bring/moved/shrank/shrinks/improved/grew/climbed/reduced <g2>(down |up )?from <g1>[$£€]?<num>( ?%)?(?: [\w-]{1,16}){0,5} to (about |around |roughly |under |below |only |at most |just |something like )?[$£€]?<num>",
        r"!open/hours/works/clinic from [$£€]?<num>( <w>)? (a|per|each|every|days?|hours?|minutes?|weeks?|calls?|tickets?|incidents?|outages?|bugs|%|percent|per cent)( <w>)? to (about |around |roughly |under |below |only |at most |just )?[$£€]?<num>",
        "than (today|now|before|at present|last (year|month|quarter|time|week))<t1>",
        r"rather than <num>(?=[,.]| (?:but|and|days|weeks|hours))",
        "!who used to (be|take|cost|need|have|get|walk|queue|send|wait|stand|come|ring|pay|do|drive|go|type|lose|run|ask|see|call|spend)<t3>",
        "before and after<end>", "a year ago (it|we|they|that|this|she|he)( still)? (was|were|had|took|needed|did|would)<t2>", "same (as|number|amount) (as |of )?<w>", "the alternative( is| would be)?",
        "doing nothing (costs|means|is)",
        "!not promised/announced/planned/scheduled (for|by) <g1><w> <c8>(and|but) (it )?(came|arrived|shipped|landed|went live|was delivered|was done) <g2>(in|on|at) <w>",
        rf"(?:{_TIMES}) ~ as (many|much|often|long|big|fast|high)<t2>",
        "as much/many/long/often/fast/cheap/good as (?!possible|we can|you like|i can|they like|it takes)<w><t2>",
        "not as/so many/much/long/fast as <w>",
        "beat/beats/outdoes/outperforms/undercuts (the|our|their|your|what|any|all|every|it|them|excel|a)<t2>",
        "next to (buying|hiring|doing|what|that|renting|building|paying)<t3>",
        "january/february/march/april/june/july/august/september/october/november/december <num>( <w>)?,( and| in)? <month> <num>",
        "same <g2>as (?!possible|always|ever|you said)(the|our|your|their|in|at|with|today|now|last|before|we have|you have) ?<w>?<t1>",
        "!dead put/set/held/laid (next to|beside|against|side by side with)<t3>",
        r"for (the price of|half the|the same money|a third of|twice the|double the)<t3>",
        "the same (money|price|footfall|number|work|amount|time|people|staff|effort|volume|load) (for|with|in|as) (half|a third|a quarter|twice|double|<num>|three|two|fewer|less)<t3>",
        "pay/pays/paid/charge/charges/cost/costs/comes/needs/takes/need/take (in at |to |about |only |just |us )?(half|double|twice|a third|a quarter|a fraction|a fifth|the same|three times)( of)? (what|that|the|as|is|and|for)<t3>",
        "bid/offer/quote <g3>(at|is) (half|double|twice|a third)<t2>", "in/at double<end>",
        "!at/by the (nearest|shortest|cheapest|fastest|smallest|largest|highest|next best|quickest) (of|one|other|rival|alternative|offer)<t2>",
        r"the (nearest|next best|second best|quickest|cheapest|others?|average|best) (of <g3>)?(takes?|needs?|costs?|took|cost|needed|returned|returns) <w><t2>",
        r"(?:option \w+|the other(?: \w+)?|the first|the second|theirs|ours|the rival(?: \w+)?|the bought one|the in-house one|this one|that one|plan \w+|version \w+) (?:is|was|comes in|works out|are|would be|takes|needs) ~ cheaper/dearer/quicker/slower/faster/shorter/longer/bigger/smaller/safer/better/worse<t2>",
        r"(?:it's|is|it is|that's|they're|are|yes, it's) ~ cheaper/dearer/quicker/slower/uglier/shorter/longer (than(?! <num>)|and|but|for|by)<t2>",
        r"\d+(?:st|nd|rd|th)|first|second|third|fourth|last ~ out of (?:\d+|<num>) <w><t2>",
        r"puts/put us (ahead|behind|level|\d+|<num>|at the)<t4>", "level (with <w>)?<end>",
        rf"neither/both (is|are) <g3>(?:{_ER}|evil)<t2>",
        "lesser/smaller/greater/bigger (evil|of two|chance|risk|danger) (than|of|from)<t3>",
        r"bigger/smaller/higher/lower/greater/better (chance|risk|danger|share|price|cost) <g4>than <w>",
        "wait/waits/takes/lasts/needs <num> times longer<t3>",
        "more/less (trouble|time|money|hours|work|people) <g4>than <g2><w>",
        r"is/are (done|ready|finished|through|there) (at|in|by|after) <g2><num> <g2>(instead of|not|rather than) <g2><num><t2>",
        "it('s| is|'d be| would be) <num> (and )?(not|no longer) <num>",
        "where/while/whereas (it|they|you|we|others|the <w>) (used to|now|today|would|need|needs|take|takes|took|had)<t3>",
        rf"(?:and|,) ~ not (?:the whole|half|a|the|two|three|four|five|six|seven|eight|ten|twelve|\d+|after|weeks|days) (?:(?:{_S}|lunch|october|september|november|march|\w+) )?(night|day|week|days|weeks|hours|minutes|lunch|months?|october|september|november|december|year|six|seven|five|ten|\d+|twelve)<end>",
        "# <u> (before|today|now)(,| and)? <g2><num>( <u>)? (after|afterwards|then|since)",
        "where it (was|took|is|takes|used to) <g3><num><t2>", "it (was|took|used to take) <g2><num> <g2>before",
        "afterwards/then/later/now (it|that|they)('s|'re| is| are| would be| will be|'d be|'ll be| takes?| took| needs?)( only| about| just| roughly)? <num>( <w>)?",
        "after/by that,? (it|that|they)('s|'re| is| are| would be| will be|'d be|'ll be| takes?)( only| about| just)? <num>( <w>)?",
        "before[,:]? <c4>after[,:]? (<w> )?<num><t1>",
        "you('d| would|'ll| will)? (have|get|see|be done with) (it|them|that) (back )?(in|within|by|after) <g2><num><t2>",
    ),
}  # fmt: skip

_NUMBER = re.compile(
    rf"(?<![\w.,]){_N}(?![\w]|[.:]\d|[ -]?(?:am|pm|o'clock|january|february|march|april|june|july|august|september|october|november|december|%? ?(?:sure|certain))\b)"
)
_CLOCK = re.compile(
    r"\b(?:from|until|till|past|on the|page|version|bay|room|line|hall|gate|platform|the|the (?:old|new|last|first|other|bought|current|present)|this|that|another|same|every|no|which|each|either|any) $"
)
# What speaks of then, and what of now or afterwards.
_THEN = re.compile(
    r"\b(?:before|used to|last (?:year|month|week|quarter|time|spring|summer|autumn|winter|season)|until now|so far|today|nowadays|right now|now|currently|at present|at the moment|"
    r"previously|formerly|in the \w+ before|the \w+ before|a year ago|the (?:old|last|former|present|current) \w+|yesterday|in (?:the )?(?:first|last) (?:quarter|half)|originally|at first)\b"
)
_AFTER = re.compile(
    r"\b(?:with (?:this|it|that|the new|the \w+|a \w+)|after(?:wards| it| that| the)?|since(?: then| the| \w+)?|then|now|today|this (?:year|month|week|quarter|time|one|spring|summer|autumn|winter)|the new (?:one|\w+)|"
    r"last month|from then|once|would be|it'd be|they'd be|'d be|in this one|in the second|of late|these days|it's|we're|we are|you're|is)\b"
)
_THEIRS = re.compile(
    r"\b(?:theirs|they|them|the other(?:s| lot| one| studio| bank| \w+)?|others|(?:our )?competitors?'?s?|the rival\w*|the vendor\w*|yours|the (?:paper|old|manual|bought|in-house|cheap|second|first) \w+|your (?:own )?(?:target|line|rule|goal|promise|limit|sentence)|"
    r"you (?:said|told|wrote|promised|wanted)|the (?:average|standard|industry|norm|board paper))\b"
)
_OURS = re.compile(r"\b(?:ours|we|we're|us|i'm|i am|you're at|this one|the new (?:one|draft|\w+)|mine|it|our \w+|the draft)\b")
_OTHER = re.compile(
    r"\b[A-Z][\w'-]+ (?:does|has|needs|gets|tried|tries|takes|took|have|wants|quoted|the|pays|asks|ships)\b|\bover (?:at|in) [A-Z]"
)
_THRESHOLD = re.compile(
    r"\b(?:if|unless|should|when|once|as soon as|whether|until|at most|no more than|not more than|more than|less than|fewer than|under|below|above|over|up to|for (?:\w+ )?(?:days|weeks|months)|weeks?|sprints?|trial|pilot)\b"
)
_PLAN = re.compile(
    r"\b(?:we'll|i'll|we will|i will|let's|let us|start with|we start|i need|we need|need|please|could (?:we|you)|can (?:we|you))\b"
)
_PARTED = re.compile(r"[,;:]|\band\b|\bbut\b|\bwhile\b|\bwhereas\b|\bwhere\b")


_ITSELF = re.compile(r"\b(?:ours|theirs|mine|yours|us at|them at)\b")


def scan(text: str, low: str, parts: tuple[Sentence, ...]) -> Iterator[Found]:
    """Two figures in one sentence or in neighbours, one for then and one for now, or one for them and one for us."""
    numbers = [_figures(low, part) for part in parts]
    for i, part in enumerate(parts):
        if part.question or part.end - part.start > 320:
            continue
        if (
            len(numbers[i]) >= 2
            and (cut := _join(low, numbers[i]))
            and _alike(low, [m for m in numbers[i] if m.start() < cut], [m for m in numbers[i] if m.start() > cut])
            and _set_against(text, low, part.start, cut, part.end)
        ):
            yield "comparison?", numbers[i][0].start(), numbers[i][-1].end()
        after = parts[i + 1] if i + 1 < len(parts) else None
        if after is None or not (numbers[i] and numbers[i + 1]) or after.question or after.end - part.start > 320:
            continue
        if _alike(low, numbers[i], numbers[i + 1]) and _set_against(text, low, part.start, after.start, after.end):
            yield "comparison?", after.start, numbers[i + 1][-1].end()


_AFTER_FIGURE = re.compile(r" ?(%|percent|per cent|[a-z][\w'-]*)?")
_BARE = frozenset(
    "before now today after then this last instead by in since a an per of for to at with on and but or each every from nowadays afterwards once when "
    "where while, only ago as it we they you i is was are were".split()
)


def _alike(low: str, left: list[re.Match[str]], right: list[re.Match[str]]) -> bool:
    """Whether a figure of each side counts the same thing: the same word after both, or none after one of them."""
    ours, theirs = {_unit(low, m) for m in left}, {_unit(low, m) for m in right}
    return "" in ours or "" in theirs or not ours.isdisjoint(theirs)


def _unit(low: str, m: re.Match[str]) -> str:
    """The word after a figure in the singular, or nothing where it stands alone; "two of them" counts what was named before."""
    if low.startswith((" of them", " of those", " of these", " of us"), m.end()):
        return low[m.start() : m.end() + 8]
    found = _AFTER_FIGURE.match(low, m.end())
    word = (found[1] or "") if found is not None else ""
    return "" if word in _BARE else word.removesuffix("s")


def _figures(low: str, part: Sentence) -> list[re.Match[str]]:
    found = _NUMBER.finditer(low, part.start, part.end)
    return [m for m in found if not _CLOCK.search(low[max(part.start, m.start() - 14) : m.start()])]


def _join(low: str, at: list[re.Match[str]]) -> int | None:
    """Where the sentence falls into two halves with a figure in each."""
    for m in _PARTED.finditer(low, at[0].end(), at[-1].start()):
        return m.start()
    return None


def _set_against(text: str, low: str, start: int, cut: int, end: int) -> bool:
    left, right = low[start:cut], low[cut:end]
    if _PLAN.search(low, start, end) or (_THRESHOLD.search(left) and _THRESHOLD.search(right)):
        return False
    if (_THEN.search(left) and _AFTER.search(right)) or (_THEN.search(right) and _AFTER.search(left)):
        return True
    if _ITSELF.search(left) or _ITSELF.search(right):
        return True
    theirs = (_THEIRS.search(left) or _OTHER.search(text, start, cut)), (_THEIRS.search(right) or _OTHER.search(text, cut, end))
    return bool((theirs[0] and (_OURS.search(right) or theirs[1])) or (theirs[1] and _OURS.search(left)))
