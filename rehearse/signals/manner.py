"""Wordings of how somebody speaks to somebody: listening, giving way, pushing, padding. Tables, read by `phrases`."""

from __future__ import annotations

_BOSS = (
    r"(?:boss|manager|director|ceo|cto|cio|coo|cfo|vp|board|superior|skip level|head of \w{1,20}|"
    r"chief \w{1,20} officer|president|executives?|leadership|founder)"
)
# "I understand, but trust me" is a way to go on talking: what is understood must be said.
_NOT_BUT = r"(?!,? ?(?:but|however|though|still|yet)\b)"

MANNER: dict[str, tuple[str, ...]] = {
    "concession": (
        "you('re| are) right <c3>(we|i|let|so|that|it|only|no)<t5>",
        "you('re| are) right[.;:] (so )?(we|i|let us|let me|then|that|it|only|no)<t4>",
        "fair,? (so |then )(only|we|i|let us|no|one|it|that)<t4>",
        "fair( enough| point)?[,.;:] (only|we|i|let us|then|so)('ll| will| can)?<t3>",
        (
            "i/we('ll| will| can| would|'d)( gladly| happily)? (drop|remove|move|change|cut|shrink|postpone|delay|reduce|"
            "leave|narrow|wait|halve|shorten|adapt|adjust|swap|rewrite|skip|exclude|limit) (it|that|this|the|out|until|to|"
            "your|for|our|one|my|down|all|them)<t4>"
        ),
        "i/we('ll| will| can)? take (that|it|this|the <w>|them) out<t2>", "take/leave/drop (that|it) (out|off)<t2>",
        "after your (launch|release|planning|freeze|peak|migration|audit|quarter)( then| instead)?",
        "then (we|i)('ll| will)? (drop|move|only|start|do|take|wait|leave|cut|change|keep)<t3>", "i/we (was|were) wrong<t3>",
        "i/we (take|took|withdraw|drop) (that|it) back", "i give you that<t1>", "i stand corrected",
        "good point[,.;:] (we|i|let us|then|so)('ll| will| can)?<t3>", "then/so (only|just) (one|the|a|half|<num>) <w><t2>",
        "as you (said|say|suggest|suggested|ask|asked|want|wanted|proposed),? (we|i|it|only|one|with|after|the)<t3>",
        "your way,? then",
        (
            "i/we (changed|have changed|'ve changed|dropped|have dropped|'ve dropped|moved|have moved|cut) (the plan|it|that|"
            "this|the <w>)<t3>"
        ),
        "without the <w>,? then",
        "ok/okay/agreed[,.;:] (we|i)('ll| will| can)? (drop|move|cut|wait|leave|take|change|start|do|shrink)<t3>",
        "let's (drop|leave|cut|move|postpone|shrink) (it|that|this|the)<t3>",
        "let (me|us) (drop|change|cut|shrink|take out|move|adapt|rework) (it|that|this|the)<t3>",
    ),
    "acknowledgement": (
        "fair (point|enough|question|concern|worry|challenge)", "^fair<end>",
        (
            "that('s| is)( a| an)? (very |really |completely )?(real|fair|valid|good|legitimate|serious|reasonable|big|hard|"
            "heavy|important) (cost|point|worry|concern|risk|question|problem|fear|price|loss|ask|load|objection|reason|"
            "burden)<t1>"
        ),
        "that('s| is) (fair|true|a lot|hard|reasonable|understandable|not a small thing)<end>",
        (
            "i( do| can| fully| completely| really)? understand (that |how |why |what |the |your |you )(?!need to|have to|"
            "must|should)<w><t4>"
        ),
        rf"i( do| can)? (hear|see) (you|that|your|why|how|what)(?! (?:again|soon|later|tomorrow|on|next))<t4>{_NOT_BUT}",
        "i hear(?= (a|the|how|two|real))<t3>", rf"you('ve| have)?( got)? a (fair |good |real |valid )?point{_NOT_BUT}",
        rf"you('re| are) (quite |absolutely |completely )?right( about| that| to| there)?<t2>{_NOT_BUT}",
        "it/that (makes|made) sense( that| why| to)?( you)?<t2>", "makes sense (that|why|to|you)<t3>",
        (
            "i('d| would) (worry|feel|ask|think|be|say|want)<t3> (too|the same|as well|in your place|in your shoes|"
            "if i were you)"
        ),
        "in your (place|shoes|seat) i('d| would)<t3>", "good (point|question|challenge|catch)",
        (
            "i (get|appreciate|respect|recognise|recognize|know|realise|realize|acknowledge|accept) (that |why |how |what )?"
            "(you|your|it|this|the last|last time|two|that) ?(?!the|know|is easy)<t3>"
        ),
        "i (can )?(imagine|believe) (that )?(you|it|that)<t3>", "no wonder<t2>",
        (
            "your (worry|concern|caution|doubt|question|fear|scepticism|skepticism) (is|makes|was) (fair|real|valid|sense|"
            "right|justified|reasonable|understandable|a good one)"
        ),
        "understandable", "that (must|would|does|did) (hurt|be hard|have been|sting|cost you|worry|weigh)<t2>",
        "thank you for (telling|saying|being|raising|the honest|your honesty|pushing|naming|pointing)<t3>",
        "thanks for (telling|saying|being|raising|pushing|naming|pointing)<t3>", "i('m| am) (not )?asking a lot of you",
        "that (is|was) on (us|me)", "i('m| am) sorry (that |about |for |it )( ?<w>)?<t2>",
        "you have (every|good) (right|reason)( to)?<t2>", "true[,;] <w><t2>", "granted",
    ),
    "reflection": (
        (
            "^so( what)? you(?! (?:can|could|get|will|have to|must|should|need to|know|see|don't have|want me)|'ll)('re| are|"
            "'ve| have| had| were)?( <w>)<t5>"
        ),
        "what (i|i'm|i am) (hear|hearing|understand|take from that)( is)?<t5>",
        "it/that sounds (like|as if|as though) (you|your|the|it|what)<t4>", "^sounds (like|as if) <w><t3>",
        (
            "if i (understand|understood|hear|heard|got|have)( you| that| this| it)?( right| correctly| well)?,? (you|your|"
            "it|the|that|what)<t4>"
        ),
        "let me (play|say|repeat|check|make sure)<t4> (back|understood|understand|heard|got)<t3>",
        (
            "^you (promised|told|gave|mentioned|signed|paid|already|worry|worried|fear|carry|carried|stood|answer for|"
            "answered|lost|got burned|were|had|said|need to know|want to know|are the one|are afraid|are worried|"
            "would have to|have to (explain|answer|defend|tell)|have been|have paid|have heard|have seen|carry|took|"
            "are measured|are asked)<t5>"
        ),
        "you('re| are) (saying|telling me|worried|afraid|concerned)( that| about)?<t4>",
        "you('ve| have) (been|heard|seen|paid|had|lost|stood|promised|said|told)<t4>",
        "in other words,? (you|your|what you|it|the)<t3>",
        "your (worry|concern|fear|point|question|real worry) is( that)?<t4>",
        "for you (it is|it's|this is|that means|the)<t4>",
        "what (worries|matters to|bothers|troubles|hurts) you( most)? (is|are)<t3>", "you said( that)?<t4>",
    ),
    "deferral": (
        (
            "!week/weeks/month/months/day/days/minutes/hours/year/years/quarter/quarters/no/or/not/sooner/hour/minute/"
            "sprint/sprints later(?! (than|"
            "this|that|today|in the (week|day)|versions?|stage|release|on (the|in)))( on)?"
        ),
        "we/i('ll| will| can| would| could)? (figure|work|sort|see|iron|think|find) <g4>(out|later|through|when)<t1>",
        "get/gets/come/circle back( to)?( you| that| this| it)?( on| about| with)?<t1>",
        "take (it|that|this) (offline|up later|up another)", "down the (road|line)", "at (some|a later) (point|stage|time)",
        "some ?day", "in due (course|time)", "cross that bridge<t2>", "not (right )?now<end>",
        "another (time|day|meeting)<end>", "eventually", "!i park (it|that|this)( for)?<t1>",
        "leave (it|that|this) (for|aside|until|to) (now|later|another|then|after)<t1>", "!no/any/not time will tell", "tbd",
        "to be (determined|defined|decided|clarified|agreed)", "look/looking into (it|that|this)", "let's see<end>",
        "we('ll| will) see<end>", "we('ll| will) see (how|when|what|about|then)<t2>",
        "once we('re| are) (done|there|further|through|live)", "don't have time for (it|that|this)( now)?",
        "deal with (it|that|this) (then|when|later|after)<t1>",
        "talk about (it|that|this) (then|later|another time|after|when)<t1>",
        "discuss (it|that|this) (then|later|another time|after|when)<t1>", "one day<end>", "sooner or later",
        "when (the time comes|we get there)", "follow up (on it|on that)?( ?later)",
    ),
    "absolute": (
        "always", "never (fails?|again|be|happens?|go|goes|had|have|breaks?|works?|wrong)", "will/would/can never<t1>",
        "everyone/everybody (knows|wants|agrees|does|will|loves|hates|says|needs|else|is|thinks)",
        "nobody/noone (will|ever|wants|likes|knows|else|cares|uses|needs)",
        "no one (will|ever|wants|likes|knows|else|cares|uses|needs)",
        "100 ?(%|percent|per cent) (sure|certain|safe|secure|reliable|guaranteed|uptime)", "guarantee/guaranteed/guarantees",
        "no/zero risk", "cannot/can't( possibly)? (fail|go wrong|break|lose)",
        (
            "completely/totally/absolutely/entirely (safe|certain|sure|secure|reliable|impossible|risk free|fine|clear|"
            "solved|gone|eliminated|bulletproof)"
        ),
        "impossible( to <w>)?", "every single (<w>)<t1>", "bulletproof", "fool ?proof", "risk free",
        "without (any )?(doubt|exception)", "definitely", "under no circumstances", "solves? everything",
        "all (our|your) problems", "eliminates? all<t1>",
    ),
    "pressure": (
        "!not/never/n't/to trust me",
        "just (say|sign|approve|do|agree|give|trust|accept|let|decide)( yes| it| me| us| to)?<t1>",
        (
            "everyone/everybody (else )?(does|is doing|wants|agrees|has (already )?(agreed|said yes)|already|is on board|"
            "loves|uses|said yes)<t2>"
        ),
        (
            "you (have to|must|need to|really should|ought to|'ve got to|have got to|can't (say no|refuse|block|ignore|not|"
            "afford not))(?! (?:know|see|tell|choose|answer|explain|worry|pay|do nothing|carry|defend|live))<t3>"
        ),
        (
            "we (must|have to|need to|'ve got to|have got to) (do|decide|move|start|act|go|have|fix) (this|it|that|now|today|"
            "on this|a decision|immediately)<t2>"
        ),
        "there('s| is) no (other )?(choice|alternative|option|way around|time)<t1>",
        "have/has no (other )?(choice|alternative|option)",
        (
            "it('s| is) (so |really |quite |just )?(obvious|a no brainer|now or never|common sense|clear to everyone|"
            "simple really)<t1>"
        ),
        "no brainer", "obviously<t2>", "you('d| would) be (the only|crazy|mad|foolish|stupid|silly|the one)<t3>",
        "you('re| are) the only (one|person)<t3>", "^come on<t2>", "last chance<t1>", "now or never",
        "before it('s| is) too late", "too late( to| if| for)?<t1>", "time is running out", "running out of time",
        "right now or<t2>",
        "i need (an answer|a yes|your answer|a decision) (right now|now|immediately|this minute|on the spot)",
        "say yes( now| today| already| then)?<end>", "how can you (say|not|refuse|block|sit|even)<t2>",
        "after (all|everything) (i|we)('ve| have)? (did|done|do)( for you)?<t1>", "you owe (me|us|it to)<t1>",
        "don't (let|disappoint) (me|us|the team)( down)?<t1>",
        "do you (really )?want to be (the|responsible|remembered|blamed)<t3>", "if you (really )?(cared|care)<t3>",
        "any (sane|reasonable|sensible|serious|good) (person|manager|executive|leader|company)<t2>",
        "why (don't|won't|can't) you just<t3>", "what('s| is) (your|the) problem",
        "stop (blocking|stalling|overthinking|worrying|asking)<t1>", "we can't wait( any longer| for| until)?<t1>",
        "it('s| is) (already )?decided<t1>", "you('ll| will) see,? (just|trust)<t1>", "believe me", "take my word<t2>",
        "what are you (afraid|waiting)<t2>", "everyone( is|'s) (waiting|counting)<t2>",
        "it('s| is) simple,? (just|really|say)<t1>",
        "the (whole|entire) (team|company) (is|will be) (waiting|disappointed|let down|counting)<t2>",
    ),
    "rank": (
        (
            rf"the/our/your {_BOSS} (wants?|loves?|likes?|said|says|already|has|have|approved|agrees|agreed|expects?|decided|"
            rf"told|"
            rf"supports?|is behind|is on board|signed|ordered|insists?|needs?|asked for|demands?|backs?)<t4>"
        ),
        (
            rf"i('ll| will| can| could| would|'m going to| am going to)? (take|bring|go|raise|carry|escalate|talk|"
            rf"speak) <g4>(to|with) (your|the|our|my) {_BOSS}<t1>"
        ),
        "i('ll| will| can| could|'m going to)? (go over your head|escalate)<t3>",
        (
            rf"my/your/our {_BOSS} (wants?|loves?|likes?|said|says|already|approved|agrees|expects?|decided|told|insists?|"
            rf"ordered|"
            rf"has decided|will hear)<t3>"
        ),
        "over your head", "comes (straight |directly |right )?from (the top|above|upstairs|the <w>)<t1>",
        "an order from <w><t1>", "i outrank<t1>",
        (
            "as (the|your|a) (principal|senior|lead|architect|staff|boss|manager|director)( engineer| architect)?,? i (say|"
            "decide|expect|know|tell|want)<t1>"
        ),
        rf"approved by the {_BOSS}", "the ceo/cto (already|has)<t2>", "i('ve| have) (the|a) mandate( from)?<t2>",
    ),
    "threat": (
        (
            "or/otherwise/else (i|we)('ll| will|'m going to| am going to| would| have to|'ll have to| will have to)?"
            " (escalate|quit|leave|resign|go over|tell|report|take it|take this|stop (supporting|helping|working)|block|walk|"
            "make sure|find someone)<t3>"
        ),
        "otherwise,? (i|we)('ll| will)? (quit|leave|escalate|resign|go|stop supporting|take|have to escalate|walk)<t3>",
        (
            "you('ll| will|'re going to| are going to) (regret|be sorry|pay for|be blamed|be responsible|lose your|"
            "answer for|wish|get the blame|look bad)<t3>"
        ),
        "you( would|'d) regret<t2>",
        (
            "if you (don't|do not|won't|refuse|say no|block|decline)<t4>,? (i|we)('ll| will|'m| am| have to| would|'d)?"
            "( have to| going to)? (escalate|quit|leave|resign|go|tell|report|take|make|walk|stop|find)<t2>"
        ),
        "or else<end>", "or else (i|we|you)<t3>",
        "i('ll| will) (quit|resign|make sure|remember this|not forget this|see to it)<t3>",
        "i( would| will|'d) (have to )?(quit|resign)<t1>", "that('ll| will) be on you<t1>", "it('ll| will) be your fault<t1>",
        "be (it )?on your (head|conscience)", "we('ll| will) see what your boss<t2>",
        "people will (leave|quit|resign) (because of you|if you)<t1>", "you (have been|'ve been|were) warned",
        "there will be consequences<t2>", "i('ll| will)( have to)? escalate<t3> if you<t2>",
    ),
    "flattery": (
        (
            "you('re| are) (the|a|so|such|really|truly|clearly|simply|obviously|by far) <g2>(smartest|smart|best|brilliant|"
            "genius|visionary|amazing|wonderful|fantastic|greatest|great leader|wisest|wise|sharpest|sharp|brightest|"
            "incredible|leader we|clever|cleverest|legend|star|expert|great)<t3>"
        ),
        "you('re| are) (brilliant|amazing|a genius|wonderful|fantastic|incredible|the expert|a legend)<t1>",
        (
            "someone/person/leader/executive (with|of) your (vision|experience|intelligence|talent|calib(er|re)|stature|"
            "insight|brilliance|taste|reputation|standing|mind)<t1>"
        ),
        "someone as (smart|brilliant|wise|experienced|clever|sharp|visionary|talented) as you",
        "a (leader|visionary|person|mind) like you(rs)?",
        (
            "i('ve| have)? (always |really |truly )?(admire|admired|look up to|love) (you|your (vision|work|leadership|style|"
            "mind|talks?|insight|way))<t1>"
        ),
        "only you (can|could|understand|have|would)<t3>",
        (
            "your (brilliant|amazing|incredible|legendary|great|unique|remarkable|outstanding) (vision|leadership|mind|work|"
            "insight|team|instinct|instincts|judgement|judgment|talent|taste)<t1>"
        ),
        "nobody/noone (understands|knows) <g4>(like|better than|as well as) you<t1>",
        "no one (understands|knows) <g4>(like|better than|as well as) you<t1>",
        "everyone says (you are|you're|how|you have)<t3>", "you of all people<t2>",
        "what a (brilliant|great|wonderful|smart|fantastic) (question|idea|leader|mind)",
        (
            "you have (such )?(a |an )?(brilliant|great|amazing|incredible|unique|sharp|rare|extraordinary) (mind|vision|"
            "instinct|instincts|eye|taste|gift|talent)"
        ),
        "with your (vision|brilliance|genius|talent|instinct|great instinct)<t1>",
    ),
    "dismissal": (
        (
            "that/this/it('s| is| was)( really| just| simply| so)? (not|n't)( really| so| that| very| at all)? (important|"
            "relevant|an issue|a (real |big )?(problem|concern|issue)|the point|my (problem|job|concern|department)|"
            "our (problem|job|concern)|worth|interesting|a factor|something you)<t2>"
        ),
        (
            "that/this/it (isn't|wasn't)( really| so| that| very| at all| even)? (important|relevant|an issue|a (real |big )?"
            "(problem|concern|issue)|the point|my (problem|job|concern)|our (problem|job|concern)|worth|interesting)<t2>"
        ),
        (
            "you (don't|do not|just don't|clearly don't|can't|cannot|wouldn't|would not) (understand|get it|get how|get why|"
            "get that|see it|get this|"
            "get the|have the background|know how)<t2>"
        ),
        "not my (problem|job|concern|department|fault)", "don't worry( about (it|that|this|the <w>))?<t1>",
        "do not worry( about (it|that|this|the <w>))?", "no need to worry<t2>", "nothing to worry about",
        (
            "it/that/this('s| is)( really)? just (?!<num>\\b|under|over|enough|as\\b|what|like|before|after|from|in\\b|"
            "behind)<w><t1>"
        ),
        (
            "that/this/it('s| is) (irrelevant|nonsense|ridiculous|silly|absurd|trivial|a detail|a distraction|minor|"
            "beside the point|off topic|not how it works|rubbish|a non issue|no big deal|paranoid|besides the point)<t1>"
        ),
        "^irrelevant/nonsense", "^whatever<end>", "who cares<t2>",
        (
            "you('re| are) (wrong|overthinking|overreacting|exaggerating|missing the point|being (difficult|negative|"
            "paranoid|emotional|unreasonable|silly|too)|too (cautious|careful|negative|conservative|slow)|not technical|"
            "worrying too much|just afraid|making a fuss)<t2>"
        ),
        "you (worry|think|ask) too much<t1>", "we('ve| have) (already )?been (over|through) (this|that)<t1>",
        "let's not (worry|talk|get into|dwell|waste|discuss)<t2>", "forget (about )?(that|it|the <w>)<t1>",
        "too (technical|complicated|complex) (for|to)( you| explain)?<t1>", "it('s| is) technical,? you<t2>",
        "leave (that|it|this) to (us|the engineers|engineering|me|the experts)", "that (doesn't|does not) matter<t1>",
        "it (doesn't|does not|really doesn't) matter<t1>",
        (
            "your (concern|worry|fear|question|point) (is|are) (irrelevant|unfounded|silly|overblown|exaggerated|not|"
            "nonsense|beside)<t1>"
        ),
        "anyway[,.;:]", "so what<end>", "not your (concern|business|job|problem)", "with all due respect<t2>",
    ),
    "hedge": (
        "maybe/perhaps/possibly/probably/presumably/hopefully/supposedly", "sort/kind of",
        "i (just |kind of |sort of |only )?(think|guess|suppose|feel like|believe)( that| maybe| perhaps)?",
        "might (be|help|want|make|save|work|need|possibly)", "it (seems|feels) (like|to me|that)", "i('m| am) no expert<t1>",
        "just (wondering|an idea|a thought)", "if that makes sense", "or (something|so|whatever)( like that)?<end>",
        "i was (hoping|wondering|thinking)<t1>", "more or less", "somehow", "somewhat", "a (bit|little)<t1>", "to be honest",
        "does that make sense",
    ),
    "filler": (
        "um/uh/erm/uhm/umm/hmm/ehm", "you know,", "^you know<end>", "basically", "actually", "literally", "^i mean,?",
        "^like,", "!is/was/be/and/it/of sort of like", "at the end of the day", "^so yeah", "honestly", "kind of like",
        "^well,", "or whatever", "and (stuff|so on and so forth|everything)<end>",
    ),
    "vague": (
        "!d/even/no/had/you'd/i'd/we'd better(?! (than|off|to|not|understand))",
        (
            "cleaner/nicer/smoother/robust/modern/modernised/modernized/flexible/elegant/maintainable/scalable/"
            "healthier/leaner/stronger/simpler"
        ),
        (
            "more (scalable|robust|modern|flexible|elegant|maintainable|efficient|agile|stable|reliable|productive|"
            "professional|sustainable|future proof|resilient|performant)<t1>"
        ),
        "significantly/substantially/drastically/dramatically/considerably/massively/hugely/greatly<t1>", "future proof",
        "state of the art", "best practices?", "industry standard", "next level", "world class",
        "a (lot|ton|bunch|great deal|whole lot)( of)?<t1>", "lots of <w>", "tons of <w>",
        "much (faster|better|cleaner|cheaper|easier|simpler|more|safer|smoother)<t1>",
        "way (faster|better|cheaper|easier|simpler)", "pays? off( in the long run| eventually)?", "in the long (run|term)",
        "huge/massive/enormous/tremendous<t1>", "many (benefits|advantages|improvements|things|ways)",
        "improve (quality|things|everything|efficiency|productivity|velocity)", "technical debt is (bad|high|growing|huge)",
        "added value", "win win", "synergy/synergies", "higher quality", "quality (always|matters|pays)<t1>", "soon<end>",
        "some (benefits?|improvements?|savings|money|time)", "various<t1>",
    ),
}  # fmt: skip
