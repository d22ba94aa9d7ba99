"""What is shown, heard and pushed in everyday words: terse, spoken, second-language. More wordings for `phrases`.

Each line stands for a way of saying something, never for one sentence. Plans are in `arrangements`.
"""

from __future__ import annotations

_CHORES = (
    r"(?:tickets?|bugs?|tasks?|calls?|reports?|shifts?|duty|duties|requests?|rota|pager|notes|reviews?|interviews?|meetings?|"
    r"errands?|questions?|maintenance|release|releases|on call|stand-?ins?|exports?|invoices?)"
)

EVERYDAY: dict[str, tuple[str, ...]] = {
    # --- what shows something --------------------------------------------------------------------------------------
    "figure.percent": (
        "one/two/three/four in (every )?(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|\\d+)(?! (?:week|day|month|year|hour|minute|sprint|quarter)s?\\b)<t2>",
        "half/third/quarter/fifth/tenth of (yours|ours|theirs|them|these|those)<t1>",
    ),
    "figure.effort": (
        "# (hour|day|week|minute)s? (job|task|change|affair|piece of work)s?",
        "# (hours?|days?|mornings?|afternoons?) (to|for) (read|reading|review|reviewing|check|checking|test|testing|look|sit|try|answer|go|write|fix|adapt|change|move|switch|somebody|one|each|the (review|test|switch|change))<t2>",
        "# <g1>(hours?|days?|mornings?|afternoons?|weeks?) of <w>'s<t1>",
        "one/two/somebody/someone (of|from|in) (yours|your <w>) spends? <g2>(half an?|an?|<num>) (hours?|days?|mornings?|afternoons?|minutes?)",
        "# (mornings?|afternoons?|evenings?)(?= (a|per|each|every) (week|month|sprint))",
        "takes/needs/costs/take/need/cost (you|your team|your people|your side|one of you|one of yours|each of you|them|us) (about |only |just |roughly |at most |maybe )?# <g1>(hours?|days?|weeks?|mornings?|afternoons?)",
        "# <g1>(second|minute|hour|day|week|fortnight|month|sprint)s?'? (worth )?(of )?<g1>(work|effort|maintenance|upkeep|review|reviewing|testing|training)",
        "# (hours?|days?|mornings?|afternoons?)(?= (a|per|each|every) (day|week|month|quarter|sprint) (from|of|by|for) <w>)",
        "# <g1>(hours?|days?|weeks?|mornings?|afternoons?),? (for )?(one|two|three|four|five|a single|1|2|3|4|5) (person|people|engineers?|developers?|of yours|of us)",
        (
            "need/needs/needed/borrow/want/lend/have (?!it\\b|this\\b|that\\b|to\\b|you\\b|money\\b|until\\b|the\\b|a\\b|an\\b|more\\b|some\\b|no\\b|access\\b|data\\b|time\\b)(one of (yours|your <w>)|your <w>|<w>)"
            " for (about |only |just |roughly |at most )?(a |an |one |half a |<num> )?(single |full |whole |working )?"
            "(hours?|days?|weeks?|mornings?|afternoons?|sprints?)"
        ),
        "# <g1>(hours?|days?|weeks?|mornings?|afternoons?) of (your|his|her|their|anybody's|somebody's|one person's|<w>'s) time",
        "from (you|your side|your people|your team|yours),?( i| we)?( will| would|'ll|'d)?( only| just)? (need )?(it is |it's )?(about )?# <g1>(hours?|days?|weeks?|afternoons?|mornings?)",
    ),
    "period": (
        "every/each/per (single )?(morning|evening|afternoon|shift|<day>)",
        "since (easter|christmas|new year|<month>|<day>|spring|summer|autumn|winter|the (<w> )?(launch|release|summer|winter|start|merger|move))",
        "all (year|month|week|quarter|summer|winter)( long)?",
        "^# (full |working |calendar |whole )?<u>(?= (?:at most|tops|max|maximum|at the longest)|\\s*[.,;:!])", "second/third/following year<t1>",
        "for the (month|quarter|year|week|sprint|summer|winter|autumn|spring)<end>", "over the (month|quarter|year|summer|winter|season|weekend)",
    ),
    "date": ("in (calendar )?week <num>", "from the (first|second|third|fifteenth|\\d{1,2}(st|nd|rd|th)) of <month>"),
    # --- listening -------------------------------------------------------------------------------------------------
    "concession": (
        "you('ll| can| may| could)? stop (doing|writing|answering|running|making|taking|checking) <w><t4>",
        "@( will|'ll)? (does|do|takes?|writes?|answers?|covers?|handles?|runs?) (them|those|these) (until|till|for|from|in|while|meanwhile)<t3>",
        "like/as you (said|say|suggested|suggest|asked|wanted|proposed|told me|put it)<end>",
        "your (<w> )?(order|idea|way|plan|version|sketch|design|proposal|suggestion) (makes more sense|is better|wins|it is|is the better|works better|is simpler|then)<t2>",
        "you('re| are|'d be| will be|'ll be)? off (it|that|this|the (rota|tickets|report|list|hook|project))<t3>",
        "do/run/build/handle/try it your way<t1>",
        "i/we('ll| will)? (adjust|adapt|rework|rewrite|change|redo) (the|our|my) (plan|proposal|draft|order|schedule|scope)<t4>",
        (
            "i/we( have|'ve)?( already| just)? (scrapped|dropped|binned|thrown out|crossed out|struck|taken out|removed|rewritten|redone|reordered|swapped|"
            "changed|moved|cut|shortened|postponed|cancelled) (the|that|this|it|our|my|all|one|your|both)<t4>"
        ),
        "i/we( have|'ve)?( already| just)? (taken|took|left|put) <g5>(out of|off|first|last|outside) (the |your |our )?(plan|scope|list|order|trial|it)?<t2>",
        "scrap/drop/forget/bin (my|our) (<w> )?(sketch|plan|draft|idea|design|version|order|proposal)<t2>",
        "we/i('ll| will| would|'d)?( then)? (use|take|go with|start from|follow|build on|do) (yours|your (<w> )?(idea|plan|sketch|version|design|order|way|proposal|draft))<t3>",
        "is/are/it's/they're off your (plate|list|desk|backlog|board|shoulders|hands|roadmap)",
        f"i/we('m| am|'re| are|'ll| will| have|'ve)?( already| just)? (hand|handing|handed|giving|give|gave|given|pass|passing|passed|move|moving|moved|reassign|reassigned) (over )?(your|the|those|these|all) (<w> )?{_CHORES}( over)? to <w><t5>",
        f"@( will|'ll| can)? (takes?|picks? up|takes? over|does|handles?) (your|the|those|these|all|over) (<w> )?(<w> )?{_CHORES}<t4>",
        "you('d| would|'ll| will)? (be|are) free of (that|those|it|them|the)<t2>",
        "okay/ok/fine/agreed/right[,.;:]?( then)? (we|i)('ll| will| can| would|'d)? (leave|keep|skip|wait|stay|put|hold|not)<t4>",
        "you('re| are) right[,.;:] (scrap|drop|leave|cut|skip|use|take|start|forget)<t4>",
    ),
    "acknowledgement": (
        "sorry (to hear|about|for|that)<t3>",
        "thank/thanks (you )?for (being|saying|telling|the|putting) <w><t3>",
        "i('d| would) be (worried|annoyed|tired|angry|careful|sceptical|skeptical|fed up)( too| as well|,? in your (?:place|shoes)|<end>)",
        "i (know|see|remember|realise|realize) (how|what) (much|hard|long|many|it|you)<t4>",
        "point taken", "that/it (sounds|must be|must have been) (hard|tough|exhausting|rough|painful|awful|stressful|horrible|frustrating|tiring|like a lot|unfair|lonely)<t2>",
        "i/we (did not|didn't|had not|hadn't) (realise|realize|realised|realized|know|known|see|seen|think|thought) (that |of |about |how |it )<t4>",
        "that/it (was not|wasn't|is not|isn't) (ok|okay|fair|right|nice)(?! (?:to|that|for|if))<t3>",
        "i (grant|give|admit|concede)( you)?( that)? (that|the|you(?! my)|it|we|there|this)<t4>", "that('s| is) (a )?(tough|rough|painful|awful|a heavy|a hard)( one| place| spot| thing)?<end>",
        "you('re| are|'ve been| have been)? (right|wise|good) to (separate|ask|be|worry|insist|want|check|count|say|doubt|push)<t4>",
    ),
    "reflection": (
        "^you (think|feel|suspect|expect|doubt|suppose|believe)(?! (?:too|about it|it over))( that)? (it|the|this|that|we|you|there|nobody|i)<t6>",
        "^right/so/you[:,;] (your|the last|nobody|somebody|your people|they)<t6>", "i hear you[:,;] <t8>",
    ),
    # --- leaning and waving away ------------------------------------------------------------------------------------
    "rank": (
        "decided/ordered/settled by (the |your |our )?(<w> )?(board|committee|management|leadership|directors?|ceo|cto|cfo|coo|executives?)",
    ),
    "pressure": (
        "no point( in)? (arguing|discussing|fighting|debating|resisting|complaining)<t2>",
        "it/this/that/plan/decision('s| is)( now| already)? final<end>",
    ),
    "invitation": (
        "leave/leaving (the choice|that|it|the decision|the rest|this|the order|the design) (up )?to you<t2>",
        "i('d| would)( really)? (like|love|want) to (hear|see|know|have) (your|what you|how you) (proposal|idea|ideas|plan|version|suggestion|would|think|order|list)?<t2>",
        "you( can| could| may|'d)? (tell|show|say|name|choose|pick|decide|set|draw|rank|cross out) (me |us )?(which|what|where|when|how|who|the order)<t3>",
        "pick/choose/take/change/decide (whatever|whichever|what|as|the one) (suits|you|fits|works)<t3>",
        "that('s| is) (all |entirely )?(yours|your (call|decision|choice|say))<t1>",
        "you (get to|may|can|shall|should) (decide|choose|pick|say|set|draw|shape|design) (which|what|how|when|where|who|the|it|them|its|your)<t3>",
        "you('d| would|'ll| will)? have (a|the) (veto|final say|last word|final word|say)<t3>",
        "your call<t1>",
        "with a veto",
    ),
    "dismissal": (
        "that('s| is) your (job|problem|task|headache) (to|not|isn't)<t3>",
        "not something <w> (needs?|has|have) to (be|know|understand|decide|worry)<t3>",
        "you/they/product/sales/finance (don't|do not|doesn't|does not) need to (know|be involved|understand|care)<t3>",
        "you (worry|think|ask|fret) <g4>too much<t1>",
    ),
    "figure.count": (
        "# ?(kwh|mwh|tonnes?|tons?|kg|kilos?|km|kilometres?|kilometers?|litres?|liters?|gb|tb|miles)",
        "from (about )?<num> to (about |roughly |under |below |only |at most )?<num>(?= (?:a|per|each|every) (?:hour|day|night|week|month|quarter|year|shift))",
    ),
}  # fmt: skip
