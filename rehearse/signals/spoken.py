"""How people answer when they just talk: short, elliptical, in idioms. More wordings for `phrases`, by way of saying.

Figures and dates stand first, then listening, then what brushes off, then plans.
"""

from __future__ import annotations

_KILL = r"(?:bin it|pull it|scrap it|call it off|shelve it|drop it|switch it off|shut it down|end it|take it out|back out|leave it at that|pull the plug|go home|kill it)"
_WORKS = (
    r"(?:answering|running|working|serving|responding|ticking|printing|selling|taking (?:orders|calls|traffic)|accepting|beside)"
)

SPOKEN: dict[str, tuple[str, ...]] = {
    "period": (
        "for (<month>|20\\d\\d|the year 20\\d\\d|q[1-4]|last (year|month|quarter|week))",
        "^# (full |working |calendar |whole )?<u>(?= (?:and|then|from|in all|all told|end to end))",
    ),
    "date": (
        "up to (the )?(end of |start of |middle of )?(next |this |the )?(year|month|quarter|week|summer|winter|spring|autumn|<month>|christmas|easter)<t1>",
        "before/by/at/after (about )?(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|lunch|breakfast|half past \\w{2,6})( o'clock| am| pm)? (the same|that|the next|that same|the very same|the following|on the same|each|every) (day|morning|evening|afternoon|night)",
        "same/very (day|morning|evening|afternoon|hour)", "within the (hour|day|week|morning)", "last day of (<month>|the (month|quarter|year|week))",
        "on day (\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)",
        "so the \\d{1,2}(st|nd|rd|th)", "after (the |your |our )<g3>(go live|go-live|launch|release|freeze|audit|payday|holidays|peak)",
    ),
    "figure.count": (
        "!one/1 # of (them|these|those|the same|which|whom)",
    ),
    "figure.effort": (
        "it('s| is) (only |just )?<num> (days?|hours?|afternoons?|mornings?),? not (a|an|the|your|weeks|months|<num>)<t2>",
        "a (day|afternoon|morning|week|hour) and a half (for|of|from)<t3>",
        "# (days?|hours?|afternoons?|mornings?|weeks?)( and a half)? (for|from) (one|a single|two|somebody|someone|one or two) of (your|yours|their|theirs|my|our|us)<t3>",
        "# <g1>(days?|hours?|afternoons?|mornings?|weeks?|evenings?) of (?!(?:the|each|every|this|last|next)\\b)<w>'s<end>",
    ),
    "error_range": (
        "i('d| would)( gladly)? (bet|put) (<w> )?(<num>|my \\w{2,12}|money) (to <num> )?on (it|that|this)",
        "nine/eight/seven/four/five/nineteen/ninety (times )?(out of|in) (ten|five|six|twenty|a hundred) (that|it|we|i|sure)<t3>",
        "give or take (a|one|two|three|half a) <w>",
    ),
    # --- listening -------------------------------------------------------------------------------------------------
    "acknowledgement": (
        "no,? you('re| are) not wrong", "you('re| are) not wrong<t2>", "isn't it(?=[.])",
        "that('s| has| must|'d| would)( got| have)? (to )?(sting|hurt|be hard|grate|wear you down|be tiring|stay with you)<t3>",
        "i('ve| have)? (had|felt|known) (exactly )?(that|the same|just that|it too|the very same)( (at|in|on|when|too|once|myself|before|last|two|three)<t4>|<end>)", "i('ve| have) (had|seen|met|been on the end of) (those|one of those|that one)<t2>",
    ),
    "reflection": (
        "it('s| is) not (the|about) (<w> )?<w>,? it('s| is) <w><t5>",
    ),
    # --- brushed off -----------------------------------------------------------------------------------------------
    "dismissal": (
        "that('s| is) your (job|business|headache|turf|homework)<end>",
        "so why (is|are|am|should|must|does|do) (mine|my|it|we|i|our|this) <g4>(suddenly|always|the one|the only|which|that|now|have to|need)<t4>",
        "why (should|must) (i|we) (know|care|answer|be the|say|name|bring|count)<t4>",
        "that('s| is) (just |simply )?(life|business|how life is|the job|the game|what \\w{3,12} is for)<t3>", "somebody/someone always (has|must|gets|loses|pays|waits)<t3>",
        "you people<t3>", "it('s| is) time (that )?you( people| lot| guys)?( finally| all)? (built|learned|learnt|grew|moved|did|accepted|stopped|got (used|over))<t4>", "grow up", "don't be (so|such|silly|ridiculous|difficult|like that|childish|dramatic)<t2>", "do not be (so|such|silly|difficult)<t2>",
        "somebody/someone/anyone/people/person/work (at|of|in|with) your (grade|level|age|experience|position|pay|seniority|role)<t4>", "^at your (grade|level|age|experience|position|pay|seniority|role)<t4>",
        "should( really)? be (past|over|beyond|above|used to) (that|this|it)<t3>",
        "you('ll| will) (think of|come up with|find|manage) (something|a way|somehow)<end>", "toughen up", "pull yourself together", "stop (whining|moaning|complaining)",
        "you tell me<end>", "what about (yours|what you)(?! (?:want|need|think|said))<t4>", "isn't that (your|what you)<t4>", "your guess is as good as mine",
    ),
    "flattery": (
        "you('re| are)( so| really| simply| just)? (marvellous|wonderful|brilliant|amazing|fantastic|so good|the best|so clever|a star|a genius|a legend) (with|at|in|when)<t3>",
        "she/he/they/everybody/everyone adores? you<t1>", "nobody does (it|that|this) (better|like you)<t1>", "you('re| are) (a|the) (star|genius|legend|hero|treasure)<end>",
    ),
    "threat": (
        "i('ll| will| would|'d)( have to| need to)? (tell|let|inform) <g3>(know )?(who|whose team) (held|blocked|stopped|said|refused|stood|was|it)<t4>",
        "who (held it up|stood in the way|blocked it)<t1>",
    ),
    "pressure": (
        "i('d| would| will|'ll)? need your (signature|yes|approval|commitment|ok|go) (before|first)<t4>", "let's not (disappoint|upset|let (him|her|them) down)<t2>",
        "i/we( just| really| simply)? need (a|your|the|that|this) (yes|answer|name|signature|nod|ok|go) (by|today|now|before|this|tonight|tomorrow|right)<t4>",
        "i/we( just| really| simply)? need (the|those|your|these) <w> (by (tonight|noon|today|the end of (this|the) (call|meeting|day))|today|now|tonight)<t1>",
        "i/we( just| really| simply)? need (it|that|this|them) (today|now|tonight|yesterday|by tonight|this afternoon|right away|at once)<t1>",
        "count quickly<t2>", "^hurry( up)?(?! (?:on|at|with|about|from)\\b)<t1>", "just (sign|say yes|nod|do it)<t2>", "clock('s| is) ticking",
    ),
    "rank": (
        "the/our/your (ceo|cto|cfo|coo|board|vp|director) <c8>(didn't|did not|never) (ask|want|need|mind)<t4>",
        "^ask (your|my|our|the) (boss|director|manager|cto|ceo|cfo|vp|board|chief)<t4>",
        "somebody/someone/they/people (upstairs|up there|higher up|above (me|us|you)|at the top|on the top floor|in the boardroom)<t4>", "comes from (above|upstairs|the top|higher up|the very top)<t1>",
    ),
}  # fmt: skip

SPOKEN_PLANS: dict[str, tuple[str, ...]] = {
    "small_step": (
        "@ goes (live )?first", "@ (is|will be|'ll be) (the )?first,? (and )?(then|alone|only|on its own)<t3>",
        "# ?(%|percent|per cent) of (the )?(traffic|users|orders|calls|load|customers) (goes|go|first|only)<t2>",
        "one/a single (ward|depot|branch|shop|store|counter|lane|line|clinic|school|site|station|kitchen|van|screen|floor|desk|report|table) (first|only|at first|to begin with|to start with)<t2>",
    ),
    "stop_rule": (
        "either <c8>or (it('s| is) )?(out|off|gone|over|we hand it back|we stop|it stops)<end>",
        "^miss (one|it|any|that|either|a single one),? and<t5>", "rest/remainder/money (of the money )?stays (with|in) (you|your)<t2>",
        "second/next/third/last/other/remaining (invoice|tranche|payment|instalment|installment|slice|stage|half|part|amount|sum) (never|is not|isn't|won't|will not|does not|doesn't|is only|only) <w><t3>",
        "only (follows|comes|flows|goes out|starts|is (paid|released|sent|due|opened)) (if|when|once|after) <c6><w>",
        f"and <g5>{_KILL} (if|unless|when|should) <c10><w>",
        f"if/unless/should/when <c14>(we|i|you|it|they)('ll| will| can|'d)?( all| both| just)? {_KILL}<t2>",
        "if/should <c10>,? (it|that|this|the <w>) (waits|stays out|stays off|doesn't go|does not go|isn't going|is off|dies|comes out|goes back|goes no further)<t3>",
        "no/not/nothing (another |a |one )?(further|more|second|next|other) (tranche|payment|money|krona|instalment|installment|stage|euro|penny|pound|slice|share|cent|part|phase|invoice)<t1> (is|are|will|goes|gets|leaves|comes|follows|flows|has)<t2>",
        "no further (tranche|payment|money|instalment|stage|step|spending|invoice|release|site|roll ?out)<t4>",
        "^should <c12>(above|below|over|under|more than|less than|fewer than|still|not)<t4>",
        "you (keep|hold|withhold|don't pay|do not pay) (the |back )<g3>(rest|remainder|second|money|half|other)<t3>",
    ),
    "rollback": (
        "old/current/existing/previous/present <g2>(never goes|isn't going|does not go|doesn't go|is not going|isn't switched off|isn't removed|is not removed)<t3>",
        "one/a/single (click|command|switch|flag|button|toggle|call) <g4>and (it|they|we|you|everybody|everyone|everything|all|users|customers)('re|'s| is| are)? <g1>(back|off|on|out|gone)<t3>",
        "old/current/existing/previous/present (<w> )?(<w> )?(stays?|remains?|keeps?|goes on|runs on|lives on)<t3>",
        "today's <g2>(stays?|remains?|keeps?|goes on|runs on)<t3>",
        f"keep/keeps/carry/carries/go/goes (on )?{_WORKS} (next to|beside|alongside|right up|up to|until|till|as before|meanwhile|while|as long)<t4>",
        "yesterday/today's (<w> )?(copy|version|build|file|backup|image|state|data)<t3>",
        "sits/sit/lies/stays/stay (there |right there |on the shelf )?(untouched|as it was|ready|switched off|warm|on standby|in the drawer)<t2>",
        "there('s| is) (a|one) (<w> )?(<w> )?(switch|lever|toggle|button|brake|breaker) (at|on|in|that|which|behind|for|to)<t4>",
        "pull/pulls/flip/flips/throw/throws/turn/turns (the |that |one |a )(lever|switch|toggle|key|flag|breaker|knob) (back|off|again|over)<t3>",
        "goes/go/went/swap/swaps back to (the )?(build|version|one|way|list|paper|copy|setup|screens?|old)<t4>",
        "both/two/old and new (<w> )?(carry|carries|serve|hold|show|take|speak|give|send|get) the same<t3>",
        "unplug/unplugs/unhook/undo/undoes (it|that|this)<t3>", "back (to|on) (paper|the old|yesterday's)<t3>",
    ),
    "risk": (
        "!one/i/you could/can/may/might (be|come out|go out|end up|arrive|get) (<w> )?(twice|double|doubled|wrong|blank|late|lost|mixed up|empty|garbled)<t4>",
        "stops?/ends?/drops?/cuts? (<w> )?(support|updates|patches|maintenance|service|repairs)<t3>",
        "ugly/dark/other/bad/rainy/weak (half|side|part|spot)( is| of it)?(?= *:)",
        "!patience/time/luck/steam/money/coffee run/runs/ran out (on|in|at the end|by|before|this|next) <w><t3>", "contract/deal/licence/license/agreement/lease (<w> )?(<w> )?(<w> )?(ends|is over|stops) (on|in|at|after) <w><t2>",
        "not (one|a single|a) <g4>(leaves|goes out|arrives|gets|works|prints|is sent|can)<t3>",
        "patches/updates/support/warranty/cover <g6>(stops?|ends?|runs out|expires?)<t3>",
        "what (hurts|can bite|can sting|may happen|can happen) is<t5>",
    ),
    "mitigation": (
        "only (runs?|goes|works|applies|shows|starts) (on|in|at|to) (the|a|our) (practice|test|training|spare|dummy|smallest|quiet|night) <w><t2>",
        "^not (before|until|till) (your|the) <g3>(is|has|are|have|goes|out|done|over|through|signed)<t3>",
        "sits?/stays?/hides?/hidden/kept behind (a|its|one) <w><t2>",
        "only (the |our )?<g4>(moves|changes|is touched|gets touched)(?! (?:if|into|to|by|back))<t2>",
        "!date/dates/wall/roadmap/everything/all/plan/it/that/launch stays?/remain/remains/stay (exactly |just )?(as|where|how|what) (it|they) (is|are|was|were|hangs?|stands?|sits?|lies)<t2>",
        "stays?/sit/sits/live/lives/run/runs (on|in|behind|beside|off) (its|a|their) (own|separate|little) <w><t2>",
        "if you slip,? (i|we|it|so)<t3>", "whenever (it )?suits (you|her|him|them)<t2>", "at your (own )?(pace|speed)", "in your own (time|time and|good time)<t1>",
        "he/she/they( will|'ll)? only (reviews?|reads?|looks?|signs?|nods?|checks?|answers?)<t4>",
        "hop/hops over (when|whenever|if)<t4>", "we( have|'ve)? (rehearsed|practised|practiced|drilled|tried) (that|it|this) (twice|once|<num>|on|last|in)<t3>",
        "i('ll| will)? (stand|sit|be|stay) (behind|beside|next to|at) (you|your|her|him|the next desk)<t4>", "with the (door|line|phone) open",
        "nobody else (touches|notices|waits|has to|needs to|sees)<t2>",
    ),
    "trade_off": (
        "!nothing/not/never/n't/to give/gives way<t3>", "@ (makes? room|steps? aside|stands? back|moves? over)<t3>",
        "^then (one|two) things? (goes|go|comes off|drops)<t4>",
        "^pushed/moved/shifted/postponed/delayed/put (back |off |out )?(to|until|till|behind|into|past) (<month>|q[1-4]|next|the|after|autumn|summer|spring|winter|your)<t2>",
        "nobody/none/no one (gets|sees|receives|earns|banks|pays|saves) (a|one|any) (pound|euro|dollar|penny|cent|krona|franc|money|kroner|zloty)<t3>",
        "@ (<w> )?(<w> )?(goes|moves|slides|slips|shifts) (from <w> )?(to|into|behind|past|until|till|after) (<month>|q[1-4]|<day>|next|the|after|autumn|summer|spring|winter)<t2>",
        "the/our/your/my <g3>(goes|moves|slides|shifts) from <w> to <w><t1>",
        "@ (waits|sits out|stands back|gives way|comes off|drops out|goes on ice|is on ice|stays undone|lies there)<t4>",
        "the/our/your/my/that <g3>(waits|sits out|stands back|gives way|comes off|drops out|goes on ice|is on ice|stays undone|can lie|gets binned|is binned|is parked|falls off|goes overboard|doesn't get|does not get)<t4>",
        "leave/let (it|that|them|those|the <w>) (lie|lying|rest|sit|wait|be|alone|unread|undone|where it is)(?! (?:at that|there))<t3>",
        "it/that/this/they( simply| just)? (doesn't|does not|don't|won't|will not|isn't|is not) (happen|get done|get built|ship|going ahead|come) (this|before|until|till|next|in|now)<t3>",
        "i('ll| will|'ve| have)? (unpin|unpinned|take down|taken down|took down|cross out|crossed out|rub out) (it|that|them|the)<t4>",
        "not (one|a single) <w> (of (it|that|them) )?(reaches|arrives|lands|shows up|turns into|ever|gets|comes)<t4>",
        "that/it/this('s| is) (only |just |mere |pure )?(comfort|convenience|goodwill|nice to have|soft|the soft part|the softest)<t2>",
        "never/n't (reaches?|arrives? in|lands? in|touch(es)?|leaves?) (the|a|your|our) (bank|accounts?|ledger|books|till|payroll)<t2>",
        "goes/go/handed/given/passes/pass (over )?to (?!(?:you|the|a|an|me|us|our|your|sleep|bed|show|plan|waste|hell)\\b)<w>,? (meanwhile|until|till|for (?:now|the|that|as)|while|so that|instead)<t3>",
    ),
    "owner": (
        "on (our|my) (own )?(rota|pager|duty plan|on call list)<t1>",
        "on (my|our|<w>'s) (own )?(cost centre|cost center|budget|team's budget|account|bill)<t1>",
        "with (him|her|me|us) as (the )?(contact|owner|first call|keeper|first contact)<t1>",
        "it('s| is) in (her|his|their|the) (<w> )?(run ?book|objectives|goals|rota|job description|contract|catalogue|service catalogue|on call plan|duty plan)<t3>",
        "it/that/which/alarm/pager/phone( then)? (rings|goes off|lands|beeps|buzzes|wakes) (in|at|on|with|for) (?!the end|you|your)(<w>)<t3>",
        "wired/routed/connected/hooked (up )?to (our|my|the) (rota|pager|phone|desk|on call|alarm)<t2>",
        "it('s| is|'ll be| will be) (me|us)<end>",
        "if i('m| am) (on leave|away|ill|off|out|on holiday|sick),? (it('s| is)|then|ask|call|ring|you get|you have)<t3>",
    ),
    "concession": (
        "when/once/after yours (is|has|are)<t4>", "^then not (in parallel|at the same time|before|on top|all)<t4>",
    ),
    "own_time": (
        "we/i(<will>)?( also| gladly)? take (the|their|your|his|her|both|all) <g3>(from|off) (them|you|her|him|your|their)<t3>",
        "we/i(<will>)?( also| gladly)? (write|do|build|make|fix|test|change|port|convert|adapt) (the |all |your |both |its |every )<g5>for your <w><t3>",
        "we/i(<will>)?( also| gladly)? (write|do|build|make|fix|test|port|convert|adapt) <g6>(as well|too|in return),? (he|she|they|you) (only|just)<t4>",
    ),
    "invitation": (
        "fill/cross/change/strike/move/rename/draw/rewrite/shuffle/scrap/add <g4>(as|what|whatever|however|where|anything) (you )(see fit|like|please|want|think|don't like)<t2>",
        "!of/only rest/how/everything (else )?(i leave|is left|stays|is) (entirely )?(to you|with you|up to you|yours)<t1>",
        "pen('s| is) yours", "you (hold|have|keep) the (pen|chalk|pencil)<t1>",
        "!if/when/before/once/until/unless/because/what/how you (choose|decide|pick|draw)(?= *[,.;]|$)", "your (call|choice|pick|pen)<end>",
        "that/it/this('s| is) (all |entirely |wholly )?(for you to|yours to) (say|draw|pick|choose|decide|settle|fill)<t3>",
        "take/have/hold the pen<t2>", "still blank<t2>", "i sign (it|whatever|what you)<t2>",
    ),
    "promise": (
        "a/one (text|call|mail|note|line|message|page) from (me|my|us|our)<t4>",
        "it/list/number/export/answer/figures?('s| is|'ll be| will be) (on your desk|in your inbox|with you) (by|on|before|until|at|tomorrow) <w><t2>",
        "i(<will>)? settle (that|it|this) with <w><t5>",
    ),
    "unknown": (
        "hasn/haven't been (picked|chosen|decided|settled|named|fixed|drawn)( yet)?<t1>", "has/have not (yet )?been (picked|chosen|decided|settled|named|fixed|drawn)( yet)?<t1>",
        "i/we (do not|don't|haven't|have not) (have|got) (that|this|it|one) (today|yet|here|to hand|with me|at hand|now)<t1>",
    ),
    "deferral": (
        "above (my|your|our) pay grade<t2>", "i('ve| have) (got )?(another|a) (meeting|call|train|appointment) (in|at|now|to)<t3>", "move on to (the|our|my)<t2>", "fingers crossed", "cross (our |my )?fingers",
        "written (up|down|out) in (the|our) (wiki|handbook|docs?|documentation|deck|readme|paper|manual)<t3>", "read (chapter|page|section|slide|paragraph) <w><t2>",
        "let's take (that|it|this) up<t4>", "when we('ve| have|'re| are) (started|begun|going|got going|under way|live)<t2>",
        "that('s| is) (really |more |rather )?(a question|one|something|a matter) for (?!you|your)<w><t3>", "that('s| is) for (?!you|your|me\\b|us\\b)<w> to (say|decide|answer|settle|sort out)<t2>",
        "let (us|me)( just| first)* (first |just )?(get|have|finish|land|ship|build) <g6>(first|up|done|live|out of the way|started|running|going|over with)<t3>",
        "let's( just| first)* (first |just )?(get|have|finish|land|ship|build) <g6>(first|up|done|live|out of the way|running|over with)<t3>",
        "then we( can|'ll| will)? (talk|speak|discuss|worry|look at|see about|argue)<t4>",
        "i('d| would) (sooner|rather|prefer to) (talk|speak|discuss|look|focus|concentrate)(?! with)<t5>",
        "have a read<t3>", "it('s| is) all in (the|our) <g2>(wiki|docs?|documentation|deck|confluence|slides|design doc|paper|appendix|readme|handbook)<t3>",
        "read (the|our|up on) <g3>(wiki|docs?|documentation|deck|confluence|slides|paper|readme|handbook|faq)<t2>",
        "bigger (topic|question|issue|subject|story|picture|fish)<t5>", "real (topic|question|issue) (here )?is<t4>",
        "let's not (make|turn|open|start|go (there|into)|bring|mix|do this|lose|argue|get)<t4>", "let us not (make|turn|open|start|go|bring|mix|argue|get)<t4>",
        "i('d| would) leave (it|that) (there|at that|be)<t1>", "not the (time|moment|place) (for|to)<t3>", "another (conversation|story|discussion|day's)<t2>",
        "come to (that|it) (when|later|in good time|in time|then)<t3>", "can we (park|move on|skip|leave) <w><t3>",
    ),
}  # fmt: skip
