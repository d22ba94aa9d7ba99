"""Giving way: the plan that changes because of you, and what is lost, late or dearer in exchange. Ways for `ways`, by family."""

from __future__ import annotations

# --- the plan changes ------------------------------------------------------------------------------------------------

_GRANT = (
    "(all right|alright|okay|ok|fine|very well|fair enough|fair point|fair cop|fair|point taken|good point|agreed|understood|granted|deal|true|noted|accepted|"
    "conceded|sold|you win|you're right|you are right|you were right|you've a point|you've got a point|you have a point|you've convinced me|i hear you|"
    "i take (your|the|that) point|so be it|fine by me|fine with me|works for me|no problem|got it|touché|your point)"
)
_THEN = (
    r"(?: about <g4><w>| on <g4><w>| there| then| that)?[,.;:!\u2013\u2014\s-]{1,4}(?:(?:and|so|then|in that case|well),? ){0,2}"
)
_ALTERS = (
    r"(?:leave|leaves|drop|drops|skip|cut|cuts|move|moves|shift|take|takes|wait|waits|keep|keeps|change|changes|rename|limit|halve|shorten|split|shrink|"
    r"postpone|withdraw|make do|put|add|stick|live with|hold off|scrap|bin|strike|remove|reduce|narrow|swap|pull|turn|deliver|write|cancel|"
    r"only|don't|do not|won't|will not|aren't|are not|isn't|no longer|never|instead|begin|start|call it|give up|give|switch|end|ends|stays?|stop|stops|forget|clean|do every|come to)"
)
_CHANGED = (
    r"(?:(?:we|i|it|they|let's|let us)(?:'ll|'ve|'m|'re|'s|'d| will| have| can| am| are| is| would)?(?: just| already| now| then| simply| even| gladly){0,2} "
    + _ALTERS
    + r"|(?:we|i)(?:'ve| have)(?: just| already| now)? (?:moved|changed|struck|dropped|removed|cancelled|taken|cut|put|altered|left)|(?:the|that|this|those|your|my|our|their|<NAME>) <g5>(?:stays?|waits?|goes|comes? (?:off|out|last|later|first|down)|(?:is|are|'s) (?:out|off|gone|dead|cancelled|dropped|yours|history|"
    r"struck|scrapped|binned|not|no longer|called|now|at|down)|moves?|falls? (?:away|out)|leaves|gets? (?:cut|dropped|moved|scrapped)|don't|doesn't|do not|does not|needn't|won't|starts?|ends?|no longer|has taken|instead)"
    r"|no <g3><w>|(?:only|just) (?:one|the|a|two|three|four|<num>|in|on|for|after)|one (?:<w> )?<w>(?= (?:only|first|then|at a time|instead)|[.,;])|instead|let (?:it|them) be|make (?:it|that)|without (?:the|that|those)|"
    r"(?:there'll|there will|there's|there is) (?:be |now |no )?|after (?:the|your|it)|not (?:before|in|on|until)|it'll be|it (?:comes|goes|is|stays|starts|ends|waits|becomes|moves)|it's (?:out|off|gone|called|down|cancelled|dropped|dead|only|now|later|different|yours)|then (?:just |only )?one|they(?:'re| are) )"
)
_ASKED_FOR = (
    r"(?:asked|ask|wanted|want|said|say|told|don't|didn't|do not|find|found|mean|meant|insist|insisted|prefer|preferred|'d rather|would rather|mentioned|complained|pointed|objected|"
    r"called|wrote|fear|feared|wished|wish|never (?:liked|wanted)|raised|hate|like|likes|need|needed|needs|dislike|proposed|suggested|demanded|worried|hinted|warned|showed|'re saying|are saying|'re worried|were worried|won't|can't|wants)"
)
_SAID = r"(?:objections?|mails?|e-?mails?|remarks?|notes?|comments?|calls?|questions?|points?|feedback|veto|complaints?|warnings?|hints?|worry|worries|concerns?|wish|idea|suggestion|no|letter|message|conditions?|criticism|doubts?)"
_PAPER = (
    r"(?:plans?|slides?|draft|order|list|form|deck|proposal|sequence|paragraph|section|condition|threshold|scope|timetable|schedule|agenda|diagram|design|field|line|"
    r"wording|title|date|dates|start|roadmap|offer|contract|rollout|announcement|newsletter|kick ?off|training|workshop)"
)
_EDITED = (
    r"(?:torn up|taken|took|struck|crossed|altered|reworked|rewritten|redrawn|redone|moved|pushed|pulled|thrown|put|written|wrote|turned|swapped|scrapped|binned|removed|dropped|added|"
    r"shortened|halved|renamed|postponed|cancelled|reordered|split|narrowed|cut|deleted|changed|adjusted|rescheduled|reversed|replaced|withdrawn|shelved|toned|trimmed|shifted|flipped)"
)
# What follows "you said X, so ..." and changes nothing
_NOT_SO = (
    r"(?!i'd like|i want(?:ed)? to|i brought|i have\b|i've (?:got|brought|counted|asked|looked|checked|prepared)|here|how|what|why|let me ask|my question|i'm asking|i ask|i counted|can|could|would|"
    r"i think|i guess|i thought|that's why i'm|you\b|your\b)"
)

CONCESSION: tuple[str, ...] = (
    f"^{_GRANT}{_THEN}{_CHANGED}<t4>",
    f"^(yes|right|sure|gladly|true|exactly){_THEN}(?:then|so|let's|let us|we'll|i'll|we can|i can)(?: just| simply| then)? {_ALTERS}<t4>",
    "^(you win|you've (convinced|persuaded|converted) me|you've won (me|that|this)|you've talked me (into|out of|round)|have it your way|as you wish|i give in|i give way|i back down|i stand corrected|consider it (gone|done|dropped|off|cancelled|out))<t5>",
    "i/we( have|'ve|'ll| will)?( to)? (give up on|give in on|gave in on|back down on|let go of|climb down (on|from)) (that|this|it|the|my|our)<t3>",
    "i/we (won't|will not|don't|do not|am not going to|'m not going to)( be able to)? (insist|fight (you|over|about|for) |win (that|this)|hang on to|cling to|defend that|argue (that|it)|push (that|it|for))<t3>",
    "(too|very) (greedy|ambitious|much|big|bold|optimistic|early|soon) (of me|of us|from me|from us|on my part)<t3>",
    # --- because of what you said ---
    f"(since|because|as|after|now that|given that|seeing that) (you|none of you|you both|you two|your <w>)(?: (?:all|both|really|always|also|yourself|two))? ?{_ASKED_FOR} <c16>{_NOT_SO}(?:{_CHANGED}|(?:our|we|i|it) (?:own )?<w> (?:has|have|'s) )<t4>",
    f"!if/when/what/that/whatever/as/which/where/how/unless/whether/anything/in/case you( all| both| two| yourselves?)? ?{_ASKED_FOR} <c18>(so|therefore|thus|hence|which is why|that's why|that is why|for that reason|and so) {_NOT_SO}(we|i|it|it's|i'll|i've|we'll|we've|they|they're|the|that|that's|there|there's|there'll|our|no|only|one|my)<t5>",
    f"!if/when/what/that/whatever/as/which/where/how/unless/whether/anything/in/case you( all| both| two)? ?{_ASKED_FOR} <c12>(now|agreed|understood|okay|fine|granted)[,:]? {_NOT_SO}(we|i|it|it's|i'll|i've|we'll|we've|they|there's|there|then|so)<t5>",
    f"^you( both| all)? (don't (like|want)|didn't (like|want)|found|find|called|wanted|hated|never liked|asked for) <c10>{_CHANGED}<t3>",
    "what you( really)? want is <c8>and that('s| is) (how|what)<t4>",
    f"(after|since|because of|thanks to|following|in view of|given|on) your (<w> )?{_SAID} <c12>(i|we|it|the|they|there)('ve| have|'s| is| has|'re| are)? <w><t5>",
    # --- I have changed it ---
    f"i/we('ve| have|'ve now| have now)( just| already| even| also)? {_EDITED} <g6>{_PAPER}<t3>",
    "i/we('ve| have|'ve now)( just| already| even| also)? (taken|struck|crossed|pulled|thrown|put|written|added|moved|turned|swapped|left|kicked) (it|that|this|them|those|the <g3><w>|your <g3><w>|one|both) (out(?! of the (?:<w> )?system)|in|off|back|down|round|around|away|aside|first|last|to the end|up front)( again| completely| altogether| of it| for you)?<t2>",
    "i/we('ve| have|'re| are|'m| am)( just| already| now)? (altering|altered|reworking|reworked|redrawing|redrew|rewriting|rewrote|redoing|redid|reordering|rearranging|rearranged|tore up) (the|my|our|that|this|it|both) <w><t3>",
    "i/we (asked|had asked|wanted|had wanted|planned|had planned|came in with|came with|came here with|walked in with|started with|began with) <c12>(now|so now|today)(?:'?s)? ?(i'm|i am|it's|we|i|we're|it is|just|only)<t5>",
    "(starting|beginning|going|doing|stopping|waiting|ending|leaving) <g3>was (my|our) (idea|plan|wish|proposal)<t8>",
    "so (i|we) (took|threw|crossed|pulled|put|moved|turned|swapped|left|kicked|wrote|struck) (it|that|this|them|those|the <g3><w>|your <g3><w>) (out|in|off|back|down|round|away|aside|first|last|to the end)<t2>",
    # --- then it is so ---
    f"^^then (?!(?:we|i|let's)(?:'ll| can| could| will)? (?:start|begin|go|go ahead|proceed|sign)(?: now| right away| at once| today)?(?:<end>|,)){_CHANGED}<t5>",
    "^^then (let it|we'll|we|it'll|it will|it'd) (be|do|make) <w><t4>",
    "^^(no|without|not) <c6>then(?=\\s*[,.;:!]|\\s*$| -)",
    "it (is|shall be) <w>,? then<end>",
    "you (shall|can|will|'ll|may) have (it|that|them|your <w>|one|both)(?=[,.;]|$| then| as| in)<t4>",
    "(you|they|he|she|your <w>|the <w>)( will|'ll| can| shall| may)? ~ keep/keeps/get/gets/have/has <g5>(you|they|she|he) (asked for|wanted|want|insisted on|demanded|fought for|missed|like|liked)<t2>",
    "(just|exactly|precisely) (as|like|the way|what|how) you (asked|wanted|said|want|wished|proposed|put it)<t1>",
    "(as|like) you (wished|wanted|asked|demanded|requested|insisted)<end>",
    "is/are/it's/that's/comes/come/goes/go/stays/stay (out of|off) the (plan|list|form|agenda|deck|slides?|scope|table|menu|invoice|programme|newsletter)<t1>",
    "(until|till|unless) you (say|tell us|tell me|agree|want|decide) (so|it|otherwise|that it|they|the|when|go|yes)<t3>",
    "(rather than|instead of) the <num> (we|i) (had |'d )?(planned|asked|wanted|proposed)<t2>",
    "(it|that|we|they)('s|'re| is| are) down to <num>(?! (?:%|percent|a|an|per))<t1>",
    "your doing<end>",
)

# --- what it costs ---------------------------------------------------------------------------------------------------

_GOOD = r"(?:the|your|our|my|their|its|his|her|that|this|those|some|all|half|both)"
_NOT_LOST = (
    r"(?!(?:<w> )?(?:customers?|orders?|clients?|money|sales|revenue|deals?|contracts?|patients|data|trust|keys?|cash|track|sight|touch|patience|sleep|face|heart|hope|count|market|users?|bid|"
    r"thread|plot|tender|argument|case|game|way|jobs?|li[fv]es?|temper|mind|nerve|licen[cs]e|certificate|place|sense)\\b)"
)
_THE = r"(?:(?:the|your|our|my|their|his|her|its|that|those|these|both|all)(?! else)|one of (?:the|your|our|my)|<NAME>'s|<NAME>)(?: [\w'&/-]{1,24}){0,6}?"
_TIME = r"(?:days?|weeks?|months?|hours?|evenings?|weekends?|sprints?|fortnights?|quarters?|minutes?|seconds?)"
_OWNED_UP = (
    r"(i won't hide (?:that|it)|i'll not hide|no way (?:around|round) (?:that|it|this)|no sense in denying|no denying|i admit|admittedly|that's the (?:price|sacrifice|downside|bill|cost|catch|snag|drawback|"
    r"bitter|trade|toll|ugly|sad|hard)|that is the (?:price|sacrifice|downside|bill|cost|catch|ugly)|some will miss it)"
)
_WORSE = (
    r"(?:slower|uglier|longer|worse|clumsier|dearer|costlier|pricier|more (?:expensive|work|clicks|typing|steps|paper|effort|trouble|complicated|cumbersome|queries|questions)|less (?:accurate|pretty|precise|comfortable|flexible|convenient|nice|detailed|choice|space|room|exact)|"
    r"poorer|duller|rougher|coarser|harder|heavier|noisier|stricter|plainer)"
)
_WORSENS = "(slows|slow|blocks|block|delays|delay|pushes|push|ties up|eats|eats up|takes up|swallows|uses up|burns|occupies|holds up|sets back|clogs|drags|strains|stretches)"

TRADE_OFF: tuple[str, ...] = (
    # --- given up, lost, done without ---
    f"!could/might/may/not/never/to/ever/cannot/don't/won't/didn't/if/nobody (lose|loses|losing|forgo|forgoes|sacrifice|sacrifices|forfeit|forfeits) {_NOT_LOST}{_GOOD} {_NOT_LOST}<w><t3>",
    f"(you|we|they|i|it)(<will>|'d)?( have to| need to| be)? ~ (give|giving|gives) up {_GOOD} <w><t4>",
    f"!not/never/to get/gets/getting rid of {_GOOD} <w><t3>",
    f"(you|we|they|i|<w>s)(<will>|'d)?( have to| need to)? ~ (do|go|live|make do|manage|get by) without {_GOOD} <w><t4>",
    rf"!not/never/won't/don't/didn't/to (lose|loses|cost us|costs us|takes us|costs you|set us back|sets us back|costs me) (a|an|one|two|three|four|five|six|\d{{1,3}}) ((?!a|per|each|every)<w> )?{_TIME}(?! (?:a|per|each|every|of)\b)<t4>",
    "(pay|paying|pays) (for (it|that|this) )?with (a|an|the|<num>|our|your|some|less|more|two) <w><t4>",
    "(that|which|this|what) (we|you) pay for (having|it|that|this|the)<t4>",
    # --- later, thinner, standing still ---
    f"{_THE} ~ (slip|slips|wait|waits|suffer|suffers|shrink|shrinks|stall|stalls|shifts) (till|until|by|for|to|back|that|then|this|meanwhile|while|because|instead|into|behind|<num> (<w> )?<u>|<end>)<t4>",
    f"{_THE} ~ (lies fallow|lie fallow|stands still|stand still|stays (undone|behind|unfinished|as bad|as slow|ugly|open|empty|idle|shut)|falls (away|behind|off|by the wayside|silent)|fall away|goes (on ice|on hold|overboard|out of the window|without|last|short)|has to (wait|go|make way|stand back|stop)|have to (wait|go|make way|stop)|gives way|makes (way|room))<t4>",
    f"{_THE}(?:'ll|'d| would| will| does| do)( simply| then)? ~ (wait|have to wait|slip|be history|be late|suffer|fall away|be gone|be slower|look ugly|look worse|come later|be put back|stand still|lie fallow|have to type|have to learn)<t4>",
    f"{_THE} ~ (is|are|be|gets?) (not |then |simply |just )*(delayed|postponed|pushed (back|out|to|by)|put (off|back)|shelved|parked|frozen|paused|later|squeezed|sacrificed|on hold|on ice|history|idle|thinner|gone for good|chopped|left out|left behind)<t4>",
    f"{_THE} ~ comes? (later|last|second|after|only after|weeks|months|<num> <u>) <w><t4>",
    "(comes?|come) later than (planned|promised|we|you|it|i)<t4>",
    f"{_THE} ~ isn't/aren't in<end>",
    "(?:the|your|our|my|that) (?!siren|alarm|saying|bell|phone|story|song|pager)(?:[\\w'&/-]{1,24} ){0,4}<w> ~ goes(?=\\s*[,.;]| and| because| for that| in return|\\s*$)<t1>",
    f"(leaves|leaving) {_GOOD} <g4>(out|behind|undone|unfinished|lying|off|for later)<t3>",
    "(there's|there is|there are) no <g4><w> (in it|in there)<t1>",
    "no (new |more |further )?<g2><w>s? (until|till) (?!you|we know|i|the end|it's|they)<w><t2>",
    "(website|site|project|work|line|machine|shop|counter|desk|team|rollout|release)s? ~ stands? still<t4>",
    # --- worse on one side ---
    f"(it's|that's|they're|gets|get|becomes|become|is|are|be) (a bit |a little |somewhat |noticeably |slightly |then |much |about )*{_WORSE} (than (what|now|today|before|the|it|you)|on|for|at|in|by|but|and|because|as long|while|during|until|<end>)<t4>",
    f"(it|that|this|they|{_THE})( also| then| does| will|'ll| would|'d)? ~ {_WORSENS} (the|your|our|my|their|all|down|up|both|one|half|a|an) <w><t4>",
    "(takes?|costs?|needs?|wants?|asks?) (us |you |them |me )?(one|two|three|<num>|a few|some) more <w><t4>",
    "# more (clicks?|questions?|steps?|minutes?|seconds?|forms?|keystrokes?|typing|paper)<t3>",
    "!not/doesn't/won't (means|mean) (about |roughly |some )?([$£€]?<num>) <g6>(more|extra|on top|additional)<t4>",
    "(costs?|cost) (us |you )?<g4><num> <g4>(a|per|every|each) <u> more<t3>",
    "!not/doesn't/won't/don't (costs?|cost) (us|you|me) <c6>(more than|on top|extra|in exchange)<t3>",
    "(pay|paying|pays) (for )?both<t5>",
    f"<w>,(?: and| but)? ~ {_OWNED_UP}<t5>",
    "(less|fewer) <w>,? more <w><t3>",
    "# <g3>(instead of|rather than) (<num>|one|two|three|four|six|ten)[,;] (so|but|and)<t5>",
    "(for|to) (that|it|this|make room|make the date|get there|be able to|pay for (it|that))[,:]? <c8>(gives? way|waits?|drops? out|has to go|is (cut|dropped|cancelled|late)|we (cut|pay|drop|lose|skip)|i('ve)? (cut|cancelled|pulled|dropped|skipped))<t4>",
    "(that's|which is|because that's|because it's) what (we|i) (cut|dropped|gave up|sacrificed|left out|pay)<t4>",
    "i/we('ve| have)? (cut|pulled|taken|took|cancelled|stripped|handed back|borrowed) <g6>(to get there|for it|for that|off the|to make (room|the date)|in exchange)<t3>",
    "(would|will|wouldn't|won't) (not |never )?be (kept|renewed|extended|included)<t4>",
    "(away|off|missing|gone) from (their|your|her|his|the) (desks?|work|team|counter|post|job|till)s? for <w><t4>",
    "(isn't|is not|won't be|aren't|not) (available|free|there|around) for (the|your|our|my|her|his|any|other) <w><t4>",
    "(something|one of the two|one of them|either)(?! else) <c4>(has|have|'s) to (go|give|make way|wait|stop|fall)<t5>",
    "(in exchange|in return|by way of exchange),? <c4>(is|are|comes?|gets?|waits?|slips?|you|we|i|the|your|it's)<t4>",
)

YIELDED: dict[str, tuple[str, ...]] = {"concession": CONCESSION, "trade_off": TRADE_OFF}
