"""What may go wrong, and what is done so that it does not or hurts less. Ways for `ways`, by family."""

from __future__ import annotations

# --- what may go wrong -----------------------------------------------------------------------------------------------

_MAY = r"(?:could|might|may|can|would|will|'d)(?: (?:also|well|easily|just|still|even|simply|suddenly|always|then|all|both|one day|at worst|quietly|silently))?"
_HARM = (
    r"(?:fail|break|crash|stall|choke|lock|jam|drift|leak|corrupt|duplicate|double|lag|freeze|fill up|run out|time out|fall (?:over|behind|off|apart|flat|through|short)|overheat|go (?:stale|wrong|badly|missing|down|dark|under|astray|mad|sideways|sour|off)|get "
    r"(?:lost|mixed up|stuck|swamped|confused|worse|angry|out|hurt|caught|blamed|cut off|forgotten)|mix up|trip|clog|vanish|disappear|collide|tip over|snap|fold|panic|quit|resign|walk out|walk away|hand in|leave us|sue|complain|refuse|boycott|revolt|strike|mutiny|rebel|reject|"
    r"misread|misunderstand|overlook|miss|forget|ignore|click (?:away|past|through)|delete|overwrite|wipe|erase|lose|slip|slow|hurt|delay|drop|block|upset|annoy|offend|confuse|scare|cost us|sting|bite|backfire|overrun|take longer|come back to haunt|haunt|"
    r"expire|be (?:wrong|off|late|lost|empty|blank|twice|double|doubled|down|blocked|fined|charged|billed|sent|checked out|deleted|overwritten|misused|abused|misread|rejected|out of date|too slow|too late|stuck)|double book|double bill|double charge|undercount|overcount|miscount|"
    r"arrive (?:twice|late|broken)|come out wrong|end up (?:with|in|on|as)|turn out (?:wrong|bad|worse|to be)|not (?:find|see|notice|understand|exist|work|arrive|fit|survive|be|know|hold|come|get|read|want|accept)|never (?:find|notice|arrive|see)|"
    r"think it's (?:a )?(?:scam|spam|broken|fake)|pay (?:twice|out (?:twice|the same))|open the same|book (?:twice|the same)|sign something|clear out|team up|push us|mark down|get marked down|catch fire|flood|burn|spread|spoil|tear|smash|wear out|give up|burst|buckle|clash|conflict|"
    r"use it to|exploit|hack|steal|guess|abuse|game it|cheat|send (?:a|the|it|them) (?:<w> )?(?:<w> )?to the (?:wrong|other)|eat|raise (?:his|her|its|their|the) prices|pull out|drop out|go bust|go bankrupt|close down|shut down|change (?:his|her|its|their) mind)"
)
_BREAKS = (
    r"(?:fails?|breaks?|crashes|stalls?|chokes?|jams?|drifts?|leaks?|freezes|goes (?:wrong|down|dark|missing|mad|sideways|bust|off|badly|astray|under)|falls? (?:over|behind|apart|off|flat|through)|turns? out (?:bad|wrong|badly)|is (?:missing|wrong|late|off|down|ill|sick|away|lost|broken|too slow|full|empty|blocked)|'s (?:missing|wrong|late|off|down|ill|"
    r"away|lost|broken|out)|raises? (?:his|her|its|their) prices|leaves?(?! (?:it|the))|quits?|gets? (?:swamped|lost|stuck|mixed up|hacked|stolen|ill|overloaded|confused)|boycotts?|runs? out|slips?|doesn't (?:run|work|come|arrive|start|answer|hold|fit|show up|print|balance|match)|can't (?:be delivered|cope|connect)|won't (?:start|connect|open|print|load)|burns?|floods?|loses?|misses|drops? out|hangs?|overheats?|expires?|times? out|is swamped|hits? a|double books?|breaks? down)"
)
_DREAD = r"(?:risk|danger|hazard|threat|trap|pitfall|weak (?:spot|point|link|side)|sore point|achilles heel|bottleneck|single point of failure|fear|worry|nightmare|stumbling block|snag|crux|thing that (?:could|might|can|may)|ugly part|open flank|blind spot|soft spot|hole|gap|time bomb|minefield|headache)"
_NOT_OURS = r"(?!i |we |you |that be|this be|it be|not )"

RISK: tuple[str, ...] = (
    # --- it may go wrong ---
    f"(?:<w> ){{0,6}}(?!(?:i|we|you|one|what|who|how|someone|somebody)\\b)<w> ~ (could|might|may)(?: (?:also|well|easily|just|still|even|simply|suddenly|always|then|all|both|one day|at worst|quietly|silently))? {_HARM}<t4>",
    f"(it|this|that|we|they) (could|might|may)( also| well| easily| just| still| even| then)? {_HARM}<t4>",
    "(it|this|that) (could|might|may|can)( well| easily| just| always)? happen( again| to us| any| tomorrow|,| that)<t4>",
    "(it|this) (may|might|could) (well |also )?be that (the|they|some|people|customers|<w>s) <w><t4>",
    "(it's|it is) (quite |well |very |entirely )?(possible|conceivable|likely|not impossible|imaginable) that (?!you|i)<w><t4>",
    "there (may|might|could) be (old|some|a few|more|an?|two|cases|people|others) <w><t4>",
    "(?:the|a|an|some|your|our|my|one|any) (?:<w> )?<w> ~ would (hand in|leave|walk|sue|send|quit|be nasty|be a disaster|hurt|cost us|stop everything|finish us|sink us|be charged|lose|break|be stuck|be down)<t4>",
    "(comes?|come) back to (haunt|bite)<t2>",
    "we('d| would) be (fined|sued|stuck|back to|down|in trouble|lost|out of|fined again|liable|exposed)<t4>",
    # --- if it breaks ---
    f"!say/ask/call/decide/know/see/tell if/should (?:the|a|an|your|our|my|one|any|some|two|three|that|<NAME>|[\\w-]{{3,20}}s) <g4>{_BREAKS}(?! <c5>(?:on you|your fault|your rota|your problem))(?:,| <g6>,| we're| we've| we| the| then| it| i)<t4>",
    "(if|should|unless|and if|because if) <c12>(we're|you're|they're|we are|it's all|i'm) (dead|stuck|back to|lost|finished|sunk|in trouble|fined|down|blind|stranded|out of)<t4>",
    # --- what one fears ---
    f"(the|my|our|one|a|only|biggest|main|real|that's the|remaining|another|second|other) ~ ({_DREAD[3:-1]})( here| there| in it| of it| for me| for us| i see| that remains| left)?( is| are| remains| stays|:|, to my mind,|'s)( that| not)? <w><t5>",
    "(that's|there's|there is|here's|it has|we have|has|have|carries|with|remains|same|is the|are the|is a) (the |a |an |one |some |another |its |my |our |same )(?!fair|theoretical|reasonable|good|valid|honest)(<w> )?(?:risk|danger|hazard|trap|pitfall|weak (?:spot|point|link|side)|bottleneck|achilles heel|single point of failure|blind spot|time bomb|minefield|soft spot|open flank)(?! (?:department|workshop|register|assessment|team|averse|free|profile))<t4>",
    "(the|a) danger( here)?( is|,|:)<t4>",
    "(bigger|higher|real|some|greater|good|fair|small|certain) (chance|risk|danger|likelihood|probability) (of|that)<t4>",
    "(i|we)( do| really| honestly)? (worry|fear|dread|lie awake|lose sleep)( most)? (about|over|that|most)<t5>",
    "(i'm|we're|i am|we are)( a bit| really| most)? (afraid|worried|nervous|scared|uneasy) (of|about) (?!one|it|this|that|so|not|i|you)<w><t4>",
    "what (i|we) (fear|dread|worry about|don't like|lie awake over|lose sleep over)<t4>",
    "(thing|part|bit|point) (i|we|that) (lie awake|worry|lose sleep|could go|can go|might go|keeps me)<t5>",
    "(keeps|kept) me (awake|up)( at night)?<t4>",
    "(there's|there is|has|have|had|with|found|were|are)( still)? (a|two|three|four|five|<num>|some) (<w> )?(holes?|gaps?|weak spots?|cracks?|leaks?|vulnerabilities|loopholes?)(?! (?:just there|in (?:the (?:wall|road|plan)|our plan|my plan)|puncher))(?!.{0,40}(?:plugged|closed|fixed|mended|patched))<t4>",
    "(depends?|hangs?|rests?|relies|rely|depend) (only |solely |entirely |all )?(on|upon) (one|a single|two) (man|woman|person|people|server|box|cable|supplier|engineer|colleague|machine|line|disk|men|women)<t4>",
    "!the/re/you're (only|just) (one|two) (person|people|man|woman|men|engineer|engineers|colleague|left|of us)( in <g3>)? (can|who can|knows?|who knows?|understands?|could)<t4>",
    "(last|only) (person|one|man|woman)( alive| left)? (who|that) (can|could|knows?|understands?) (?!(?:still )?(?:put|save|fix|change|stop|decide|help|make|get|give|approve)\\b)<w><t3>",
    "(could|can|might|may) (go|end|turn out) (badly|wrong|pear shaped|sour|sideways)(?! (?:then|and you come))<t4>",
    "(puts?|put|at|in) (at )?(risk|danger|jeopardy)<t2>",
    "what('s| is| may| might| could| can| will)? (still )?(may|might|could|can) (still |also )?(go|fail|break|happen|slip|hurt|bite)( wrong| badly)?<t5>",
    "whatever (was|is|has been) <g4>in between<t4>",
)

# --- what is done about it -------------------------------------------------------------------------------------------

_THEREFORE = r"(?:so|therefore|that's why|which is why|for that reason|that is why|hence|because of (?:that|this)|for this reason|against that|to prevent that|that's what)"
_THREAT = r"(?:(?:could|might|may)(?: well| also| easily)? (?:not )?\w+|risk|danger|possible that|afraid|fear|worry|would be nasty|the trouble is|if <w> <g4>(?:fails?|breaks?|stalls?|chokes?))"
_DOER = r"(?:we|i|you|they|it|nobody|no one|each|every|the|there's|there are|there is|all|our|my|a|an|one|both|<NAME>|no|only|two|three|anyone|anybody|nothing)"
_CHECKED = (
    "(checked|compared|reviewed|tested|verified|signed|approved|confirmed|blanked|masked|locked|encrypted|anonymised|anonymized|held back|rotated|recalibrated|restored|copied|backed up|"
    "double checked|proofread|sampled|watched|monitored|inspected|supervised|validated|countersigned|limited|capped|throttled|greyed out|blocked|scrubbed|redacted|blacked out|simulated|rehearsed|escorted)"
)
_UNHURT = r"(?:depends?|sees?|notices?|feels?|is (?:affected|hurt|left|touched|lost|stuck|harmed|at risk)|gets? (?:hurt|lost|stuck|blocked|through)|has to (?:wait|know|worry|get)|loses?|slips? (?:by|through)|thinks?|can get (?:lost|hurt)|goes (?:out|missing|live)|'s (?:stuck|left|lost|hurt|alone)|touches|reaches|changes|comes near)"
_SPARE = r"(?:spare|backup|back up|standby|stand by|replacement|duplicate|redundant|emergency)"

MITIGATION: tuple[str, ...] = (
    # --- it may go wrong, so ... ---
    f"{_THREAT} ... (?:,|and|;)? ~ (so|therefore|hence|thus) (that )?{_DOER} <w><t6>",
    f"{_THREAT} ... <w>,? ~ (that's why|which is why|that is why|for that reason|because of that|against that) {_DOER} <w><t6>",
    f"{_THREAT} ... <w>,? ~ which is why <w><t6>",
    f"(if|should|when|once) (?:the|a|an|your|our|one|any|some|something|anything|somebody|someone|two|<NAME>) <g4>{_BREAKS}(?: <g6>)?, (?:the <g4><w>|it|a <w>|an <w>|<NAME>|somebody|our <w>|another <w>|yesterday's) (?:takes over|falls? back|steps? in|jumps? in|goes on|gets|is standing|stands|carries on|picks up|restarts|switches|kicks in|sends|rings|asks|keeps|waits|holds|is there|'s there)<t4>",
    "(if|should|when|in case) (?:the|a|an|something|anything|<NAME>|one|somebody) <c8>,? ?(i|we)('ll|'m| am| are| will|'re)? (jump|jump in|step in|come|be there|take over|cover|drive|restart|resend|have|keep|there|catch)<t5>",
    # --- so that nobody is hurt ---
    f"(so|so that|that way|and|because) (nobody|no one|nothing|none of (them|you|it|us)|not one|no <w>|no <w> <w>)('s| will| can| would| ever| has to| needs to|'ll)? ?(even )?{_UNHURT}<t4>",
    f"(nobody|no one|no one else|nobody else|nobody's <w>|nothing|none of yours|no <w>) (else )?(will |can |ever |even |'ll )?{_UNHURT}(?! (?:about|of it yet|that))<t4>",
    "so (that )?(you|your <w>|he|she|they|it|the <w>|his|her|people|everybody|everyone)( <w>)? (can|could|has|have|keeps?|stays?|is|are|gets?|only|don't|doesn't|won't|needn't|never|can't|aren't|isn't|hears?|hear) <g4>(breathe|free|safe|covered|warned|dry|whole|calm|quiet|alone|stuck|expensive|hurt|worry|wait|notice|feel|out of it|as it is|in one piece|before|twice|lost|late|touched|up|night|sleep)<t3>",
    "so (that )?(a|an|one|any|the|it) (<w> )?(bug|mistake|error|slip|fault|typo|crash|failure|outage|leak)? ?(can't|cannot|won't|doesn't|can never|never|only|costs?) (get|cost|hurt|spread|reach|do|become|affect|go|break|touch)<t4>",
    "!you/i/we (can't|cannot|can not|won't|doesn't) (even )?(hurt|harm|touch|reach|affect|break|delay|tick|send|book|delete|block|come near|get near|get at|get to|spread to) (a|an|any|anybody|anyone|them|it|your|the|you|anything|what)<t4>",
    "(doesn't|don't|does not|never|won't) (even )?(set foot on|see any of it|come near (it|the|your)|touch your|get near)<t4>",
    # --- a second one stands by ---
    f"(there's|there is|there are|we've|we have|i've|i have|keep|with|have|got|has|put|hold)( got)? (a|an|one|two|three|our|some|<num>) (<w> )?{_SPARE} (?!thought|question|time\\b|nature|chance|opinion|hand|reason|point|half|round|phase|step|site first)(?:set|pair|server|box|machine|person|engineer|line|power|cable|router|printer|phone|team|site|copy|unit|reader|generator|<w>) ?(of|in|on|at|for|next|ready|that|who|which|with|beside|standing|<end>)<t3>",
    f"{_SPARE} (set|sets|server|machine|person|line|power|router|printer|generator|readers?|unit|devices?|batter\\w+|copy|team|crew|phone)( of <w>| <w>)? (in|at|on|for|ready|stands|is|are|next|with|of|per)<t3>",
    "two of everything(?= ?[:;.,])<t4>",
    "(laid|stored|kept|written|saved|run|held|there|installed|checked|counted|made|done) (twice|in two|double|in triplicate)( over)?( places| copies|,| on| in| at|<end>)<t4>",
    "(doubled|double|doubling|reinforced|reinforce) (the|our|a) (<w> )?(staff|team|crew|watch|hotline|desk|shift|support|staffing|guard|cover)<t4>",
    "(a|with a) (doubled|double) (<w> )?(watch|crew|shift|check|desk|cable|line|lock)<t3>",
    "(snapshot|full copy|full dump|dump|backup|copy|mirror|duplicate|image)s? (of <g3>)?(before|first|every|each|onto|to|on a|at|goes|go|is taken|are taken|is made|in a second|is kept)<t4>",
    "(take|takes|make|makes|keep|keeps|draw|pull) (a|an|one|daily|nightly|full) (<w> )?(snapshot|copy|copies|backup|backups|dump|mirror|duplicate)<t4>",
    "(tapes?|backups?|copies|copy|keys?) (go|goes|is|are|sit|sits|lies|lie) (to|in|at|off|with) <c6>(night|day|week|safe|vault|site)<t2>",
    "(next to|beside|alongside) (him|her|them|it|you|each|the) (<w> )?(with|in case|for the first|until|all the time|at first|the first|sits|stands)<t4>",
    "(an old hand|a colleague|somebody|someone|an experienced <w>|a mentor|a buddy|a senior|a human|a person|a clerk|a nurse|one of ours) (next to|beside|with|behind|at the side of|sits|stands|watches|looks over)<t4>",
    # --- looked at before it counts ---
    f"(?:is|are|gets?|be|being|'s|'re|been) (?:all |also |both |first |always |then |only |just )?(?:each |every <w> )? ~ {_CHECKED} <c8>(before|first|until|twice|by (?:hand|a human|a second|two|somebody|someone)|against|automatically|unless|the (?:moment|day|evening|minute)|so (?:that|nobody|nothing|no))<t4>",
    "(reads?|checks?|looks? at|looks? over|compares?|tests?|signs? off|reviews?|recalibrates?|approves?|watches|confirms?|proofreads?|double checks?|inspects?|samples?|verifies) ((each|every|any|all) <c8>(before|until|first|aloud|twice|against|by hand)|(it|them|the <w>|both) <g2>(before|first|aloud|twice|against|by hand))<t4>",
    "(waits?|wait) for (two|a second|both|three) (reviewers?|signatures?|pairs?|people|approvals?|eyes|nods?|confirmations?)<t3>",
    "(two|four|second|another) (pairs? of )?(eyes|reviewers|signatures|keys)(?! (?:in|on) the)<t3>",
    "(until|till|unless|before) (a|an|somebody|someone|two|another|<NAME>|he|she|both|each|my <w>|our <w>|the second <w>|a second <w>) <c4>(has|have|'s|confirms|signs|approves|checks|nods|says|agrees)( also| both)? ?(confirmed|signed|checked|approved|agreed|seen|tested|looked|released|read|cleared|it off|them off|off|it|them|so|yes)<t3>",
    "(until|till) (it|that|this|they|she|he)('s|'ve| has| have) (proved|proven|shown|earned|been (checked|approved|signed|confirmed|tested))<t3>",
    "(until|till) those <c4>(have|had|are) <w><t4>",
    "(locked|blocked|held back|held|closed|frozen|hidden|off|parked|quarantined|kept apart|kept separate|shut) (until|till|unless|for|behind|away from|in a)<t5>",
    "(asks?|warns?|beeps|stops|alerts|rings) (the |a |an |you |us |me |him |her )?(<g3>)?(before (it|anything|we|they|you)|the moment|if (it|a|the|there|something)|first)<t4>",
    "(alarm|siren|alert|warning|watchdog|dead man|circuit breaker|smoke detector|early warning) (goes|rings|goes off|if|when|sounds|check|wakes|trips|fires|in the control)<t4>",
    "!no/the/speed (cap|limit|lid|upper limit|quota) (of|at) (about |roughly )?(?!a\\b|an\\b|half)([$£€]?<num>)<t4>",
    "(greyed out|grayed out|read only|write protected|encrypted|anonymised|anonymized|masked|blanked|redacted|blacked out|scrubbed|pseudonymised)(?! (?:by law only))<t4>",
    "(only|just) (gets?|get|allowed|sees?|see) (to |the )?(read|see|look|training|test|dummy|a copy|fake|their own)<t4>",
    "(dummy|training|dead|fake|made up|test|synthetic) (contracts|patients|salaries|data|orders|cases|files|cards|payments|records)(?! (?:are|is) (?:lost|gone|missing))<t4>",
    # --- beside it, out of hours, nothing changes ---
    "(in|run in|runs in|in pure) shadow( mode)?<t3>",
    "(run|runs|running|work|works|stay|stays|keep|runs on|kept) (on |them |both |it |the (<w> )?<w> )?(next to (each other|one another)|in parallel|side by side|alongside (it|her|him|them|the|each)|beside (the|it|each))<t4>",
    "(copy|copies|move|moves|migrate|migrates|do|switch|switches|roll|import|convert|go) <g5>(in slices|slice by slice|in (small|tiny) (steps|portions|batches)|batch by batch|bit by bit|one (<w> )?at a time|row by row|in stages)<t3>",
    "(no|not a single|not one) (<w> )?(change|release|deploy|deployment|export|import|update|migration)s? (goes?|go|run|runs|happens?|in|on|before|between|during|from|until|that|over|is|are|near|after|at)<t5>",
    "nothing (at all )?(changes|moves|goes (in|out|live)|is (touched|changed|released|switched|deployed)|happens|runs) (between|from|before|during|in|on|until|over|at|after|that|near|while)<t4>",
    "(at|between|after|before|outside|during) (<num>|one|two|three|night|midnight|closing|hours|opening|the quiet|lunch)( and <num>)?( at night| in the (night|morning)| hours| time)?, when (nobody|no one|it's quiet|they|the|you)<t3>",
    "(on|in|with|from|against) (a|its|an) (<w> )?(box|server|network|branch|disk|copy|database|machine|environment|account|room|sandbox|cluster|system) of (its|their|his) own<t2>",
    "(onto|on|to) a (separate|second|spare|different|isolated) <w><t3>",
    "(printed|paper) (list|lists|copy|copies|forms?|backup|version|connection|tickets?|sheets?) (in case|beside|ready|as well|next|under|too|at|on|with|for|stays?|is|are)?<t3>",
    "(as well as|on top of|besides|in addition to) (the|a|an|that) (text|app|mail|online|screen|digital|website|email|letter)<t4>",
    "(table|desk|counter|line|number|hotline|person|human|lady|colleague)s? (by|at|in|next to|behind|for) the (entrance|door|exit|counter|side|desk|front|corner|till|gate)s?<t5>",
    "(isn't|aren't|is not|are not|never|won't be) (thrown|lost|dropped|discarded|forgotten)( away)?,? <c4>(it|they|goes|go|but|kept|waits?|sent)<t4>",
    "(gets?|is|are|be|it's|they're) (sent|tried|retried|resent|queued|repeated) (again|once more|until|each|every|for)<t4>",
    "(tries|try|retries|retry) (again|it again|once more|every|each|until)<t4>",
    "(falls?|fall) back (on|to|onto) <w><t4>",
    "(takes?|take) over (if|when|at once|automatically|straight|the moment|within)<t3>",
    "(shuts|switches|turns|stops|blocks|pauses) itself( off| down)?<t4>",
    "(we've|we have|they've|i've|it's been|has been|have been|was|were|got) (already |since |now |all )?(plugged|patched|closed|fixed|mended|sealed|insured|hardened|fireproofed|covered) (all|the|that|it|both|every|since|up|them|what|against|<num>|four|three|two|,|<end>)<t4>",
    "what <g4>found (is|was|has been|got|'s) (fixed|closed|mended|patched|sorted)<t2>",
    "drill (was|is|on|every|each|last|twice|took)<t4>",
    "(rehearsed|practised|practiced|drilled|dry run|walked through|trained|simulated|tested|exercised) (it |that |this |the <w> |everything )?(twice|three times|<num> times|once|on|last|in|every|with|end to end|for real|already|before|under)<t4>",
    "(done|run|been through|gone through) (the |that )?(runbook|drill|procedure|switch|restore|steps) (twice|three|<num>|once|before|already|with)<t3>",
    "(while|when|whenever) (i'm|i am|<NAME>('s| is)|she's|he's|they're|you're|the <w> is) <g3>(away|ill|sick|off|out|on leave|on holiday|in hospital|gone|asleep|abroad|busy) <c4><NAME> <w><t5>",
    "(shadows|shadow|learns?|trained|training|learning|doing it alongside|knows) <c8>so (the|that|it|nobody|we|know how|there)<t4>",
    "in case (?!you (?:want|wanted|wonder|ask|forgot|haven't|missed|didn't|don't|need|like|care)|you're|of doubt)(it|something|anything|the|a|they|there|one|you|somebody|anybody|we|that|of|he|she) <w><t4>",
    "just in case<end>",
    "(insured|insurance) (for|against|covers?|pays?|up to)<t4>",
    "to keep (your|the|our|their|her|his|everybody|anybody|it|them) <g3>(out of|free|clear|away from|safe|whole|undisturbed)<t3>",
    "(hood|lid|fence|rail|net|lock|seal|cushion|buffer|reserve|slack|margin) (over|on|around|of|for|between|in|at) (each|every|the|it|all|a|<num>|both|two|three)<t3>",
    "(buffer|slack|margin|reserve|cushion) of (about |roughly )?<num><t3>",
    "(rotated|changed|revoked|withdrawn|cancelled) (the|on the|that|at the|every|as soon as) <w> <g4>(leaves?|ends?|goes|month|day|evening|quarter)<t3>",
)

GUARDED: dict[str, tuple[str, ...]] = {"risk": RISK, "mitigation": MITIGATION}
