"""Wordings of how somebody speaks to somebody: putting off, pushing, leaning on others, padding. Tables, read by `phrases`."""

from __future__ import annotations

_BOSS = (
    r"(?:boss|manager|(?:managing )?director|managing partner|ceo|cto|cio|coo|cfo|vp|board|superior|skip level|head of \w{1,20}|"
    r"chief \w{1,20} officer|president|executives?|leadership|founder)"
)

MANNER: dict[str, tuple[str, ...]] = {
    "deferral": (
        (
            "!week/weeks/month/months/day/days/minutes/hours/year/years/quarter/quarters/no/or/not/sooner/hour/minute/"
            "sprint/sprints later(?! (than|"
            "this|that|today|in the (week|day)|versions?|stage|release|on (the|in)))( on)?"
        ),
        "we/i('ll| will| can| would| could| have to| need to) (figure|work|sort|iron|think|find) <g4>(out|through)<t1>",
        "we/i('ll| will| can| would| could)? (figure|work|sort|see|iron|think|find) <g4>later<t1>",
        "we/i('ll| will| can| would| could)? (figure|work|sort) <g4>when<t1>",
        (
            "i/we('ll| will| can| could| would| shall|'d)?( have to| need to| just| gladly)? (get|come|circle) back("
            " (to (you|that|this|it|the <w>)|on (you|that|this|it)|with|later|about|when|once|then|after)<t1>|<end>)"
        ),
        (
            "let/have/going/like/want (me |us )?(to )?(get|come|circle) back (to )?(you|that|this|it)( on| about| with)?<t1>"
        ),
        "take (it|that|this) (offline|up later|up another)", "down the (road|line)", "at (some|a later) (point|stage|time)",
        "some ?day", "in due (course|time)", "cross that bridge<t2>", "not (right )?now<end>",
        "!us/you/for/costs/cost/lose/lost/loses/takes/take/by/of/in/and/or/slips another (time|day|meeting)<end>",
        "eventually", "!i park (it|that|this)( for)?<t1>",
        "leave (it|that|this) (for|aside|until|to) (now|later|another|then|after)<t1>", "!no/any/not time will tell", "tbd",
        "!has/have/had/having/need/needs/nothing/not/wants/want/who to be (determined|defined|decided|clarified|agreed)",
        "look/looking into (it|that|this)", "let's see<end>",
        "we('ll| will) see<end>", "we('ll| will) see (how|when|what|about|then)<t2>",
        "once we('re| are) (done|there|further|through|live)", "don't have time for (it|that|this)( now)?",
        "deal with (it|that|this) (then|when|later|after)<t1>",
        "talk about (it|that|this) (then|later|another time|after|when)<t1>",
        "discuss (it|that|this) (then|later|another time|after|when)<t1>",
        (
            "!any/on/in/for/of/than/per/within/by/jus"
            "t/only/the/about/takes/take/costs/cost/lost/lose/is/was/every/and/least/or/us/you one day<end>"
        ),
        "sooner or later",
        "when (the time comes|we get there)", "follow up (on it|on that)?( ?later)",
    ),
    "absolute": (
        "!as/can/could always", "never (fails?|again|be|happens?|go|goes|had|have|breaks?|works?|wrong)",
        "will/would/can never<t1>",
        "everyone/everybody (knows|wants|agrees|does|will|loves|hates|says|needs|else|is|thinks)",
        "nobody/noone (will|ever|else|cares|uses|needs(?! to)|(wants|likes|knows) (it|this|that))",
        "no one (will|ever|else|cares|uses|needs(?! to)|(wants|likes|knows) (it|this|that))",
        "nobody (serious|sane|reasonable|sensible)<t1>", "no (other|serious|sane) (company|team|person|engineer)<t1>",
        "100 ?(%|percent|per cent) (sure|certain|safe|secure|reliable|guaranteed|uptime)",
        "!not/cannot/can't/don't/won't/no/never/without/nobody guarantee/guaranteed/guarantees",
        "no/zero risk", "cannot/can't( possibly)? (fail|go wrong|break|lose<end>)",
        (
            "completely/totally/absolutely/entirely (safe|certain|sure|secure|reliable|impossible|risk free|fine|clear|"
            "solved|gone|eliminated|bulletproof)"
        ),
        "impossible( to <w>)?", "every single (<w>)<t1>", "bulletproof", "fool ?proof", "risk free",
        "without (any )?(doubt|exception)", "definitely", "obviously", "under no circumstances", "solves? everything",
        "all (our|your) problems", "eliminates? all<t1>",
    ),
    "pressure": (
        "!not/never/don't/to/have/can/could/you/if/should/must/need trust me",
        "!not/never/don't/to/have/can/could/if/should/must/need trust me(?=\\s*[.,!;:]|$)",
        "!i/i'd/we/we'd/i'll/can/could/they/people/you/to/or/and/would/he/she/was/did/not just (say|sign|approve|do|agree|give|trust|accept|let|decide)( yes| it| me| us| to)?<t1>",
        (
            "everyone/everybody (else )?((in|on) (the |our |my )?<w> )?(does|is doing|wants|agrees|has (already )?(agreed|"
            "said yes|one|it|this)|already|is (on board|fine|ok|okay|happy|in favour)|loves|uses|said yes)<t2>"
        ),
        (
            "!what/when/whatever/anything/everything/how/until/before/which/where/why/while/than/all/moment/if/nothing/do/did/"
            "would/whether/unless/one/day/week you (have to|must|need to|really should|ought to|'ve got to|have got to|can't "
            "(say no|refuse|block|ignore|not|afford not)) (really |just |now |simply )?(?:agree|decide|sign|approve|give|say|commit|support|let|accept|trust|do|move|act|"
            "come|join|back|fund|free|make|take|believe|realise|realize|understand that|understand how|step|help|get|put|change|choose now|start|stop|release|hand|send|"
            "adapt|follow|switch|migrate|use|go with|go along|invest|buy|be (?:quick|fast|brave|bold|on board|open|part)|win)(?! (?:up|sorry|through)\\b)<t2>"
        ),
        (
            "we (must|have to|need to|'ve got to|have got to) (do|decide|move|start|act|go|have|fix) (this|it|that|now|today|"
            "on this|a decision|immediately)<t2>"
        ),
        "!what/all/if/as/where/when you (have to|must)<end>",
        "there('s| is) no (other )?(choice|alternative|option|way around|time)<t1>",
        "have/has no (other )?(choice|alternative|option)",
        (
            "it('s| is) (so |really |quite |just )?(obvious|a no brainer|now or never|common sense|clear to everyone|"
            "simple really)<t1>"
        ),
        "no brainer",
        (
            "you('d| would) be (the only|crazy|mad|foolish|stupid|silly|the one (who|that)( is| was| has)? (block|stop|"
            "against|refus|said no)\\w*)<t3>"
        ),
        "you('re| are) the only (one|person)<t3>", "^come on(?! (the|a|to|board|my|your|top|its|<num>|<day>|<month>))<t2>", "last chance<t1>", "now or never",
        "before it('s| is) too late", "or it('s| is| will be|'ll be) too late<t1>", "it('ll| will) (soon )?be too late<t1>",
        "time is running out", "running out of time",
        "right now or<t2>",
        "i need (an answer|a yes|your answer|a decision) (right now|now|immediately|this minute|on the spot)",
        "!you/i/we/they/she/he/to/who/not/can/could/cannot/can't/never/me/us say yes( now| today| already| then)?<end>",
        "how can you (say|not|refuse|block|sit|even)<t2>",
        "after (all|everything) (i|we)('ve| have)? (did|done|do)( for you)?<t1>", "you owe (me|us|it to)<t1>",
        "don't (let|disappoint) (me|us|the team)( down)?<t1>",
        "do you (really )?want to be (the|responsible|remembered|blamed)<t3>", "if you (really )?(cared|care)<t3>",
        "every (sane|reasonable|sensible|serious|good|modern) (person|manager|executive|leader|company|team|engineer)<t2>",
        "every (engineer|developer|expert|consultant) (will|would|can) tell you<t1>",
        "i/we need (it|this|an answer|to know|your answer|your commitment) (today|tonight|now)<end>",
        "are you in or (not|out)<t1>", "yes or no<end>", "put (it|this|you) down as (agreed|a yes|done|decided|approved)<t1>",
        "it/this/that('s| is) not( really| exactly)? (optional|negotiable|up for (debate|discussion)|a choice)<t1>",
        "it/this/that('s| is) (just |only |more of |really )?a formality", "one person (cannot|can't|won't|will not) stop<t2>",
        "you (cannot|can't|won't|will not) stop (it|this|us|that)<t1>",
        (
            "your (team|people|department|group) (has to|have to|must|needs to|need to) (come along|move|switch|adapt|"
            "follow|accept)<t2>"
        ),
        "it/this/that('s| is) (really|very|extremely|so|super) urgent", "you('ll| will) thank (me|us)<t1>",
        "offer/discount/deal (ends|expires|runs out|is only)<t2>",
        "any (sane|reasonable|sensible|serious|good) (person|manager|executive|leader|company)<t2>",
        "why (don't|won't|can't) you just<t3>", "what('s| is) (your|the) problem",
        (
            "!we/i/they/will/to/can/could/you/would/they'll/we'll/i'll stop (blocking|stalling|overthinking|worrying|"
            "asking)<t1>"
        ),
        "we can't wait( any longer| for| until)?<t1>",
        "!once/until/before/when/if/how/where/after/whether/what/till/how it('s| is) (already )?decided<t1>",
        "you('ll| will) see,? (just|trust)<t1>", "believe me", "!to/not/never/don't/needn't/having take my word<t2>",
        "what are you (afraid|waiting)<t2>", "everyone( is|'s) (waiting|counting)<t2>",
        "it('s| is) simple,? (just|really|say)<t1>",
        "the (whole|entire) (team|company) (is|will be) (waiting|disappointed|let down|counting)<t2>",
    ),
    "rank": (
        (
            rf"!off/on/from/to the/our/your {_BOSS} (wants?|loves?|likes?|(has |have )?(already )?(said|says) (yes|so|we|you|to|it (must|has to|should|will))|already|"
            rf"(has|have) (also |long |now |already )?(decided|approved|agreed|signed|ordered|said (yes|so)|blessed|promised|asked for)|"
            rf"approved|agrees|agreed|expects?|decided|will want|wouldn't like|would not like|told (me|us|you) to|"
            rf"supports?|is behind|is on board|signed|ordered|insists?|asked for|demands?|backs?)<t4>"
        ),
        (
            rf"i('ll| will| can| could| would|'m going to| am going to)? (take|bring|go|raise|carry|"
            rf"escalate)(?! you\b) <g4>(to|with) (your|the|our|my) {_BOSS}(?! (?:with you|together|for you))<t1>"
        ),
        (
            rf"i('ll| will| can| could| would|'m going to| am going to) (talk|speak) <g1>(to|with) your {_BOSS}(?! (?:with "
            rf"you|too))<t1>"
        ),
        (
            "management/leadership (already |also )?(wants?|will want|expects?|has decided|decided|insists?|demands?|"
            "has approved|approved|ordered)<t3>"
        ),
        (
            "board/committee/director/management (has|have) (already )?(decided|ordered|approved) (it|this|that)<t2>"
        ),
        "i('ll| will| can| could|'m going to)? (go over your head|escalate)<t3>",
        (
            rf"my/your/our {_BOSS} (wants?|loves?|likes?|said|says|already|approved|agrees|expects?|decided|told|insists?|"
            rf"ordered|"
            rf"has decided|will hear)<t3>"
        ),
        "over your head",
        (
            rf"comes (straight |directly |right )?from (the (very )?top|above|upstairs|higher up|management|(the|my|your|our) "
            rf"{_BOSS}(?! (?:paper|report|deck|minutes|meeting|office|pack|survey)))<t1>"
        ),
        "an order from <w><t1>", "i outrank<t1>",
        (
            "as (the|your|a) (principal|senior|lead|architect|staff|boss|manager|director)( engineer| architect)?,? i (say|"
            "decide|expect|know|tell|want)<t1>"
        ),
        rf"approved by the {_BOSS}", "the (ceo|cto) already<t2>", "i('ve| have) (the|a) mandate( from)?<t2>",
    ),
    "threat": (
        (
            "or/otherwise/else (i|we)('ll| will|'m going to| am going to| would| have to|'ll have to| will have to)?"
            " (escalate|quit|leave<end>|leave the (team|company)|resign|go over|go to your|tell (your|the board|everyone|everybody|"
            "people|him|her)|report (you|this|that) to|take (it|this|that) to|stop (supporting|helping|working)|block|walk(?! "
            "you)|make sure (you|your|everyone|everybody|people)|find someone)<t3>"
        ),
        (
            "otherwise,? (i|we)('ll| will)? (quit|leave<end>|leave the (team|company)|escalate|resign|go (over|to your|above)|stop supporting|"
            "take (it|this|that) to|have to escalate|walk<end>|walk (out|away<end>))<t3>"
        ),
        (
            "you('ll| will|'re going to| are going to) (regret|be sorry|pay for (this|that|it)<end>|be blamed|"
            "be responsible|lose your (job|seat|credibility|bonus|team|best|good)|answer for|wish|get the blame|look bad)<t3>"
        ),
        "you( would|'d) regret<t2>",
        (
            "if you (don't|do not|won't|refuse|say no|block|decline)<t4>,? (i|we)('ll| will|'m| am| have to| would|'d)?"
            "( have to| going to)? (escalate|quit|leave<end>|leave the|resign|go (over|to|above)|tell (your|the|everyone|everybody)|"
            "report (you|it|this|that)|take (it|this|that) to|make sure|walk (out|away<end>)|stop (supporting|helping|working)|"
            "find someone)<t2>"
        ),
        "or else<end>", "or else (i|we|you)<t3>",
        "i('ll| will) (quit|resign|make sure (you|your)|remember this|not forget this|see to it that you)<t3>",
        "i( would| will|'d) (have to )?(quit|resign)<t1>", "that('ll| will) be on you<t1>", "it('ll| will) be your fault<t1>",
        "be (it )?on your (head|conscience)", "we('ll| will) see what your boss<t2>",
        "people will (leave|quit|resign) (because of you|if you)<t1>",
        (
            "if you (do not|don't|won't|refuse|keep|block|say no)<t6>,? (people|engineers|developers|my people|they|the best "
            "ones|good people) (will|are going to) (quit|leave|resign|walk|go)<t3>"
        ),
        "if you (keep|go on|continue) (blocking|refusing|saying no|stalling|resisting|fighting)<t6>",
        "do(n't)?( not)? blame (me|us|my team)<t3>", "!call/choice/decision that('s| is) on you<end>",
        "that/this/it('ll| will) (be|stand|show|end up) in your (<w> )?review<t1>", "you (have been|'ve been|were) warned",
        "there will be consequences<t2>", "i('ll| will)( have to)? escalate<t3> if you<t2>",
    ),
    "flattery": (
        (
            "you('re| are) (the|a|so|such|really|truly|clearly|simply|obviously|by far) <g2>(smartest|smart|best|brilliant|"
            "genius|visionary|amazing|wonderful|fantastic|greatest|great leader|wisest|wise|sharpest|sharp|brightest|"
            "incredible|leader we|clever|cleverest|legend|star|expert|great|rock star|hero|superstar|wizard)<t3>"
        ),
        "you('re| are) (brilliant|amazing|a genius|wonderful|fantastic|incredible|the expert|a legend)<t1>",
        (
            "someone/person/leader/executive (with|of) your (vision|experience|intelligence|talent|calib(er|re)|stature|"
            "insight|brilliance|taste|reputation|standing|mind)<t1>"
        ),
        "someone as (smart|brilliant|wise|experienced|clever|sharp|visionary|talented) as you",
        "a (leader|visionary|person|mind) like you(rs)?", "someone/somebody like you<end>",
        "great/brilliant/amazing/fantastic/awesome (work|job|stuff) as (always|ever|usual)",
        (
            "i('ve| have)? (always |really |truly )?(admire|admired|look up to|love) (you|your (vision|work|leadership|style|"
            "mind|talks?|insight|way))<t1>"
        ),
        "only you (can|could|understand|have|would)(?! (?:decide|say|tell|judge|answer|know)(?: that| it| this)?<end>)<t3>",
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
            "!if/say/says/said/think/thinks/thought/find/finds/found/tell/decide/whether that/this/it('s| is| was)( really| just| simply| so)? (not|n't)( really| so| that| very| at all)? (important|"
            "relevant|an issue|a (real |big )?(problem|concern|issue)|the point|my (problem|job|concern|department)|"
            "our (problem|job|concern)|worth|interesting|a factor|something you)<t2>"
        ),
        (
            "that/this/it (isn't|wasn't)( really| so| that| very| at all| even)? (important|relevant|an issue|a (real |big )?"
            "(problem|concern|issue)|the point|my (problem|job|concern)|our (problem|job|concern)|worth|interesting)<t2>"
        ),
        (
            "you (don't|do not|just don't|clearly don't|can't|cannot|wouldn't|would not) (understand|get it|get how|get why|"
            "get that|see it<end>|get this|"
            "get the (point|idea|concept|problem|big picture)|have the background|know how(?! (?:many|much|long|often|far)))<t2>"
        ),
        "not my (problem|job|concern|department|fault)",
        (
            "is/are/was/that('s)? (your|their|his|her|marketing's|marketing|sales|finance's|legal's|support's|operations'?|"
            "management's|somebody else's|someone else's|another team's) (own )?problem<end>"
        ),
        "that/this('s| is) not( really)? what (this|it) is about",
        "you (should not|shouldn't|must not) take (it|this|that) <g2>personally",
        "!not/i/we take/taking (it|this|that|everything|things) so personally",
        "people/you/they/everyone( just| simply| will)?( have to| has to| will)? get used to (it|this|that)",
        "that('s| is) (just |simply |only )?(life|software|how it (is|goes|works)|how things are|the way it is)<end>",
        "hard/difficult/impossible to explain (it |this |that )?to (somebody|someone|people|you|non|a)<t3>",
        "is nothing (compared|next to|really|for a company)<t2>", "the juniors (can )?(do|manage|get) (it|this|that)<t1>",
        "even a (junior|child|intern|student) (can|could|gets|does|would)<t2>",
        (
            "i/we (do not|don't|can't|cannot|fail to) see why you('re| are)?( would| still| even)? (complain|worry|mind|care|bother|"
            "object|resist|refuse|fuss|hesitate|so|upset|afraid)\\w*<t2>"
        ), "don't worry( about (it|that|this|the <w>))?<t1>",
        "do not worry( about (it|that|this|the <w>))?", "no need to worry<t2>", "nothing to worry about",
        (
            "it/that/this('s| is)( really)? just (?!<num>\\b|under|over|enough|as\\b|what|like|before|after|from|in\\b|"
            "behind|that|this|the|one|because|since|so)<w><t1>"
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
        "let's not (worry|talk|get into|dwell|waste|discuss)<t2>", "^forget (about )?(that|it|the <w>)<t1>",
        "too (technical|complicated|complex) (for|to)( you| explain)?<t1>", "it('s| is) technical,? you<t2>",
        "leave (that|it|this) to (us|the engineers|engineering|me|the experts)", "that (doesn't|does not) matter<t1>",
        "it (doesn't|does not|really doesn't) matter<t1>",
        (
            "your (concern|worry|fear|question|point) (is|are) (irrelevant|unfounded|silly|overblown|exaggerated|not|"
            "nonsense|beside)<t1>"
        ),
        "^anyway[,;:] (let me|let's|let us|back to|the point|as i (said|was saying)|what i|my point|the plan|so what|moving|i still|we still|it has to|it's)<t2>",
        "it/that/this/they/you/nobody (will|won't|would|wouldn't|does|doesn't|do|don't) (happen|matter|notice|care|complain|read it|use it|change anything) anyway",
        "nobody (really |ever )?(reads|uses|notices|cares|looks|asks|needs|checks|minds|complains|understands) <g4>anyway",
        "should(n't| not)? (be|have|go) <g5>anyway",
        "so what<end>", "not your (concern|business|job|problem)", "with all due respect<t2>",
    ),
    "hedge": (
        "maybe/perhaps/possibly/probably/presumably/hopefully/supposedly",
        "!which/what/one/this/that/any/every/each/the/same/another/other/right/new/first/two sort/kind of",
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
        (
            "!d/even/no/had/you'd/i'd/we'd/not/isn't/or/know/gets/get/any/nothing/for/feel better(?! (than|off|to|not|"
            "understand|or|known))"
        ),
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
        "!is/that's/it's/asking/carry/carried/was/quite/ask/s a (lot|ton|bunch|great deal|whole lot)( of)?<t1>",
        "lots of <w>", "tons of <w>",
        "!how/not/as/so/too/that much (faster|better|cleaner|cheaper|easier|simpler|more|safer|smoother)<t1>",
        "see how (it|this|that) (goes|works out|turns out|develops)<t1>", "in no time<t1>",
        "!not/n't it/this/that (does not|doesn't|will not|won't|would not) take (that |very |too |so )?long<t1>",
        "way (faster|better|cheaper|easier|simpler)", "pays? off( in the long run| eventually)?", "in the long (run|term)",
        "huge/massive/enormous/tremendous<t1>", "many (benefits|advantages|improvements|things|ways)",
        "improve (quality|things|everything|efficiency|productivity|velocity)", "technical debt is (bad|high|growing|huge)",
        "added value", "win win", "synergy/synergies", "higher quality", "quality (always|matters|pays)<t1>", "soon<end>",
        "some (benefits?|improvements?|savings|money|time)", "various<t1>",
    ),
}  # fmt: skip
