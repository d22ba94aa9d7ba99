"""The same things in everyday words: terse, spoken, second-language. More wordings for the tables of evidence, plan and listening.

Each line stands for a way of saying something, never for one sentence. Read by `phrases`, beside the other tables.
"""

from __future__ import annotations

from rehearse.signals.evidence import RECORDS
from rehearse.signals.plan import STOP

_BOOKS = (
    r"(?:logs?|ledgers?|reports?|audits?|surveys?|registers?|trackers?|spreadsheets?|timesheets?|accounts|books|statements?|"
    r"invoices?|exports?|dashboards?|telemetry|interviews|retrospective|review)"
)
_WHO_BUYS = (
    r"(?:customers?|users?|clients?|shoppers?|buyers?|patients?|members|guests?|people|visitors|parents|students|"
    r"teachers|nurses|doctors|shops?|stores?|hotels?|clinics?|schools?|clubs?|families|passengers|tenants|drivers)"
)
_GROUP = r"(?:team|squad|group|office|branch|department|site|unit|crew|plant|hospital|school|warehouse|shop|store|desk|company|country)s?"
_DID = (
    r"(?:did|tried|ran|runs|uses|used|made|moved|changed over|changed|switched|replaced|rolled out|brought in|brought it in|took|"
    r"introduced|adopted|went live|went through|got|had|has|bought|put in|cut over|started)"
)
_PART = r"(?:people|engineers|developers|team|money|amount|budget|rest|remainder|time|half|things?|desk|colleagues)"
_LATER = r"(?:to|until|till|into|behind|by|after|for) (?:next (?:<u>|release|<month>)|<month>|q[1-4]|<num> <u>|<day>|summer|autumn|spring|winter|the (?:next|following|end of|week|month|summer|autumn|spring|winter|\d)|\d|after)<t2>"  # fmt: skip
_CHORES = (
    r"(?:tickets?|bugs?|tasks?|calls?|reports?|shifts?|duty|duties|requests?|rota|pager|notes|reviews?|interviews?|meetings?|"
    r"errands?|questions?|maintenance|release|releases|on call|stand-?ins?|exports?|invoices?)"
)
_OUR_WORK = r"(?:do|write|build|make|take|handle|run|cover|carry|move|migrate|change|fix|test|prepare|review|provide|deliver|adapt|port|rewrite)"

EVERYDAY: dict[str, tuple[str, ...]] = {
    # --- what shows something --------------------------------------------------------------------------------------
    "source": (
        "list/log/data/numbers/table/report/count/export/sheet (of (it|them) )?(is|are) (attached|in the appendix|below|on the wiki|in your inbox|in the shared folder)",
        "from (the |our |your )?(hours|tickets|calls|orders|time|days|bookings|complaints|cases|forms) (booked|logged|recorded|counted|filed|written down)<t2>",
        "counted/tallied/timed/checked/verified/confirmed/logged/recorded (<w> )?by (me|us|him|her|hand)<t2>",
        "counted/tallied/timed/measured/checked/verified (it |that |them |this )?(together )?with (?!you\\b|care\\b)<w><t1>",
        f"i/we( have|'ve)? (went|gone|looked|read|dug|combed|been) (through|into|over) (the |our |your |all |every |each )?<g3>{RECORDS}",
        f"^@ {_BOOKS}<end>",
        f"the/our/your/their (<w> )?(<w> )?{_BOOKS} (for|of) (<month>|q[1-4]|last|the last|this|20\\d\\d)<t2>",
        "@ (gave|sent|showed|handed|pulled|put together) (me |us )?(the|that|these|those) (<w> )?(numbers?|figures?|count|list|data|totals?)",
        "straight/directly (from|out of) (the |our |your )?<g2><w>",
        "you/anybody/anyone can (check|find|verify|look up) (it|that|this|them|both|each of them|the (number|figure)s?) (in|on|with|against) <g2><w>",
        "measured on (the |our |your )?(<num>|last|real|live|half|all) <g2><w>",
    ),
    "figure.percent": ("half/third/quarter/fifth/tenth of (yours|ours|theirs|them|these|those)<t1>",),
    "figure.effort": (
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
        "^# (full |working |calendar |whole )?<u>(?= (?:at most|tops|max|maximum|at the longest)|\\s*[.,;:!])", "second/third/following year<t1>",
        "for the (month|quarter|year|week|sprint|summer|winter|autumn|spring)<end>", "over the (month|quarter|year|summer|winter|season|weekend)",
    ),
    "date": ("in (calendar )?week <num>", "from the (first|second|third|fifteenth|\\d{1,2}(st|nd|rd|th)) of <month>"),
    "comparison": (
        "costs/cost/takes/needs/takes (about |only |just )?(half|a third|a quarter|a fraction|a tenth|twice|double) (of )?(what|that|the|as)<t3>",
        "is/are/be/it('s)? (cheaper|shorter|smaller|quicker|faster|sooner|safer) than <w><t2>",
        "where it (was|took|is|takes|used to) <g3><num><t2>", "it (was|took|used to take) <g2><num> <g2>before",
        "# <u> (before|today|now)(,| and)? <g2><num>( <u>)? (after|afterwards|then|since)",
        "is/are (done|ready|finished|through|there) (at|in|by|after) <g2><num> <g2>(instead of|not|rather than) <g2><num><t2>",
    ),
    "outcome": (
        (
            f"{_WHO_BUYS[3:-1].replace('?', '').replace('|', '/')} <g3>(cannot|can't|can no longer|could not|couldn't|have to wait|had to wait|waits?|waited|give up|gave up|"
            "are stuck|get stuck|got stuck|were stuck|go elsewhere|went elsewhere|turned? away|complain(ed)?|rang|phone(d)? us|switch(ed)? to|walk(ed)? out|retype|start(ed)? over)<t2>"
        ),
        "leave/leaves/left for (a |the |another |somebody |someone )(rival|competitor|other|cheaper|faster|else)<t2>",
        "without (the|a|an|our|your|any|their) <w> (falling over|going down|crashing|breaking|stopping|freezing|waiting|calling|queueing|timing out)",
        f"{_WHO_BUYS[3:-1].replace('?', '').replace('|', '/')} (has|have|get|gets|see|sees|got) (the|an|their|his|her|its) <g2>(before|the same day|at once|within|in) <w><t3>",
    ),
    "customer": (
        (
            "parents/pupils/students/learners/teachers/couriers/riders/nurses/doctors/dentists/pharmacists/farmers/viewers/gamers/donors/"
            "citizens/residents/visitors/attendees/landlords/policyholders/borrowers/cardholders/applicants/commuters/callers/households/"
            "hospitals/clubs/hotels/salons/restaurants/pharmacies/clinics/schools/dealers/resellers/publishers/theatres/bakeries/libraries"
        ),
        (
            "a/an/one/another/each/every (<w> )?(dentist|nurse|teacher|parent|farmer|courier|doctor|pharmacist|hotel|salon|clinic|school|hospital|"
            "bakery|restaurant|landlord|student|visitor|pharmacy|library|theatre|patient|traveller|passenger|tenant|family)"
        ),
        f"{_GROUP[3:-3].replace('|', '/')}/support/sales/people/they ('ve |has |have |is |are )?(been )?(waiting|asking|asked|begging) for (it|this|that|one)<t2>",
    ),
    "story": (
        (
            "a/an/one/another (?!(?:colleague|engineer|developer|manager|friend|architect|consultant|director)\\b)<g2>(in|from|at|near|of) <g2>(told|rang|called|wrote|phoned|said|complained|waited|gave up|asked|cancelled|stood|"
            "could not|couldn't|spent|typed|types|got|had to|tried)<t3>"
        ),
        "a/an/one/another (?!(?:colleague|engineer|developer|manager|friend|architect|consultant|director)\\b)<g2>(told|rang|phoned|called|wrote to|emailed|mailed) (me|us|support|our|the)<t3>",
    ),
    "precedent": (
        f"@ (already |has already |have already |has |have )?{_DID} (the same|exactly (this|that|the same)|the very same)<t2>",
        f"@ {_GROUP} (already |has already |has |have )?{_DID} (this|it|that|over|theirs|its|the same|<w> (over|out|apart))<t2>",
        f"{_GROUP[3:-3].replace('|', '/')} (in <w> |at <w> |over there )?(already |has already |has |have )?(switched|replaced|brought it in|rolled it out|went live|changed over|introduced) <w><t1>",
        "had/got/has/have (their|its|the) money back<t3>", "paid (itself )?back (for|at|in) (the )?<w><t1>",
    ),
    "alignment": (
        "you (told|said|asked|wrote|mentioned)( to)?( me| us)?( that)? (you )?(want|wanted|need|needed|aim|hope|are measured|are judged|have to)<t3>",
        "you('re| are) (measured|judged|paid|asked) (on|by|for|about) <w><t2>",
        "the (<w> )?(<w> )?(that )?you('ve| have)? (wanted|asked for|need|miss|wished for|been asking for|been waiting for|promised)<t2>",
        "your (<w> )?(builds?|releases?|imports?|exports?|nights?|pages?|deploys?|tests?|queue|tickets|reports?|run|job|batch|pipeline|service|team|people|crew) (is|are|gets?|will be|drops?|goes|go|falls?|takes?|finish(es)?|runs?|saves?|loses?) <g3>(faster|sooner|earlier|quicker|shorter|less|fewer|half|done|ready|down|instead|<num>)<t3>",
    ),
    "credit": (
        "it/this/that/which (has|carries|bears|gets) your (own )?name<t2>",
        "you('d| would|'ll| will) own (it|this|that|the)<t2>",
        "with/under your (own )?name (on|at|under|in)<t2>", "under your (own )?name",
        "you('d| would|'ll| will|'re| are)?( be)? the (<w> )?(lead|owner|author|architect|one who (decides|presents|leads|signs|shows)|face of it)<t2>",
        "you('d| would|'ll| will)?( get to)? (present|give|show|demo|announce|explain) <g3>(at|to|in front of|yourself|under) <w><t2>",
        "you('d| would|'ll| will)? (make|take) the (calls|decisions|lead)<t2>",
        "hears?/learns? (it|that|this) from you<t1>", "it('s| is| will be|'ll be) your (project|baby|design|work|piece)<t1>",
    ),
    # --- the plan --------------------------------------------------------------------------------------------------
    "small_step": (
        "we/i('ll| will| would|'d| can)? (pilot|trial|try|test) (it|this|that)( out)? (only |just |first )?(in|with|on|at) <w>",
        "pilot/trial (it|this|that)<t3>",
        "start/starts/starting/begin/begins/beginning (with|in|on|at) (just |only )?(the |your |our )(smallest|easiest|quietest|test|internal|least|worst|slowest|oldest|first) <w><t2>",
        "a/the first (slice|tranche|instalment|amount) (of <w>)?<t2>",
        "first (bit|piece|slice|part)('s| is| takes| would be| will be)?<t4>",
        "release/releases/pay/commit/give/spend (us )?(only |just )?(a|one) (quarter|third|tenth|fifth|half|part) (of (it|the|that|this)|now|first)<t3>",
        "^# (<w> )?(depot|shop|store|branch|team|service|region|site|page|ward|class|office|warehouse|customer|city|country)(?=[.,;]| (?:only|first|for|until))",
    ),
    "success_measure": (
        "if/when/once/until/unless/whether/should/must/target <c8>(below|under|above|over|at least|at most|less than|fewer than|more than|down to|down by|up to) [$£€]?(<num>|half)( ?%| <w>)?",
        "it/that/they/which should be <g2>(below|under|above|over|at least|at most|less than|fewer than|down to|down by) [$£€]?(<num>|half)( ?%| <w>)?",
        "afterwards/then/by then (it|that|they|we|<w>) <g3>(below|under|at most|less than|fewer than|down to|no more than) [$£€]?<num>( ?%| <w>)?",
        "you/we('d| would|'ll| will)? (see|notice|read|spot) it (in|on|at|by) (the|your|our) <w><t3>",
    ),
    "stop_rule": (
        f"^not/no/under/over/below/above/otherwise <c10>(we|it|you|i) (all |both |just )?{STOP}<t2>",
        "if not,?( then)? (we|you|i|it|they|the)( will|'ll| can| just)? (stop|keep|get|end|go|pull|drop|pack|call|is over|ends|stays?|switch|hand|close)<t4>",
        "if/unless/when <c14>(we|i|you|it|they)('ll| will| can| would)?( all| both| just)? (pack (it |this )?(up|in)|call it (off|a day|quits)|wind (it |this )?(up|down)|bin it|let it go|leave it( there| at that)|shelve it|back out|cease|halt|terminate|close it)<t2>",
        "if/unless/when <c14>(it('s| is)|that('s| is)|we('re| are)) (over|finished|the end|done with it|dead)<t1>",
        f"you( will|'ll| can|'d)? (get|have|keep|take) (your|the|both|all|those) (<w> )?{_PART}( back)?,? (if|unless|when|whatever|either way|on|by|that)<t4>",
        f"and you( will|'ll| can)? (get|have|keep) (your|the|both|all) (<w> )?{_PART} back",
        "then/and (it is up to you|you( can| will|'ll)? (decide|say|choose)) (whether|if|on|about|what|how) <c5>(go on|goes on|continue|continues|rest|remainder|more|further|again|stop|next|second)<t2>",
        "rest/remainder/second (<w> )?(only |is released only |comes only |follows only )(after|if|when|once)<t5>",
        "only if (it|that|the first|this) (works|worked|holds|has worked|does)<t2>, <w><t4>",
    ),
    "rollback": (
        "one/single/a (<w> )?(flag|switch|command|click|toggle|button) <c4>(off|back|out|gone)<t1>",
        "stays?/keeps?/remains?/keep/remain/stay (up|available|alive|running|in place|online|supported|on|there|open) (<w> )?(until|till|for|beside|alongside|as long as|next to)<t4>",
        "both (<w> )?(answer|work|stay|exist|are (up|live|there)|run|keep running|stay up)<t3>",
        "next to each other", "run/runs/running (alongside|in parallel|beside|next to) (the |each |it|today)<t2>",
        "go/goes/going/move/switch/change back (any ?time|whenever|at any|the same day|at once|within|in|if)<t3>",
        "or go back<end>", "put/puts/take/takes/bring/brings (us|it|things|everything) back (to|in|within|as)<t3>",
    ),
    "risk": (
        "worst (that |thing )?(i|we|can|that can|which can|which could|that could)( can| could)? (see|imagine|expect|fear|happen|think of)<t6>",
        "my/our (biggest |main |only |real |one )?(worry|fear|concern) is<t6>",
        "what (worries|scares|frightens) (me|us)<t6>", "could bite (us|me|you)<t2>",
        "no longer (supported|certified|patched|sold|allowed|valid|covered|maintained|accepted|legal|insured)<t2>",
        "support (ends|runs out|stops|expires)<t3>", "contract/licence/license/certificate/warranty/patent/guarantee (ends|runs out|expires|lapses)<t3>",
        "expires?/expired/lapses?/end of (life|support)<t2>", "loses?/lost/lose (its|their|the) (certificate|licence|license|approval|cover|certification)<t2>",
        "becomes?/is (illegal|mandatory|compulsory|law)( on| from| in|<end>)<t3>",
        "get/gets/got/be/is/are lost<t3>", "weak(est)? (spot|point|part|link) (is|in it)<t5>", "where it (may|might|could) (hurt|break|go wrong|fail)<t3>",
    ),
    "mitigation": (
        "nobody/nothing (of it |of this |of ours )?(touches|changes|releases|deploys|goes out|goes live|is released|is touched|is changed|gets blocked|is blocked|gets touched|moves) <g4>(in|during|before|until|around|while) <w><t2>",
        "no/not (real |single |a single |one )?(customer|user|client|patient|shopper|guest|visitor)s? <g1>(sees?|notices?|feels?|touches|meets?|is affected|are affected|is touched)<t3>",
        "nobody/no one outside <g4>(sees?|notices?|feels?|touches|uses)<t3>",
        "you('ll| will|'d| would)? (hear|know|be told|get (notice|word)|are told) <g4>(before|ahead|in advance|beforehand)<t3>",
        "# (days|weeks|months)('| of)? notice<t2>", "one customer at a time<t1>",
        "leave/leaves/leaving (the |that |your )?(weekends?|nights?|launch|release|last week|busy <w>|peak|holidays) (out|alone|untouched|free)<t2>",
        "we/i('ll| will)? (stay|keep) (out|clear|off|away) (of|from) <w><t3>",
        "it can('t| not|not) (touch|reach|affect|delay|hurt|break) (the|your|any|our) <w><t3>",
        "which/that/it can('t| not|not) (touch|reach|affect|delay|hurt) (the|your|any|our) <w><t3>",
    ),
    "trade_off": (
        "the/your/our/my <g4>(slips|waits|moves|shifts|is late|comes late|is delayed|can wait|will slip|would slip|has to wait) (by |back |about |for )?(<num>|half a|a|one) <u>( later)?<t1>",
        "the/your/our <g3>(would|will|'ll|'d|can)? ?(come|comes|be|arrive|arrives|follow|follows) (a bit |a little |somewhat |slightly |<num> <u> )?later<t1>",
        "what (moves|waits|slips|gives way|suffers|comes later|gets cut|is cut|goes|drops out) <g5>is <w><t3>",
        f"@ (moves|slips|waits|goes|is pushed|is moved|gets pushed|gets moved|can wait|has to wait|will (?:wait|slip|move)|comes|shifts) (back )?{_LATER}",
        f"the/your/our/my <g3>(shifts|is postponed|is put back|gets delayed) (back )?{_LATER}",
        "i/we('d| would|'ll| will| can| could)? (swap|trade|exchange) <g5>(for|against) <w><t3>",
        "everything/nothing/all (else )?(with|that|on|else|promised)<g5>(stays put|stays|keeps its|is kept|holds|stands|moves|slips)<t1>",
        "doesn/don/won/didn't (really |ever )?(show|appear|turn|become|come|arrive) <g3>(cash|money|accounts|ledger|bank|payroll|books)<t1>",
        "not/never (really )?(show|appear|turn|become|come|arrive) <g3>(cash|money|accounts|ledger|bank|payroll|books)<t1>",
        "will never (show|appear|turn|become|arrive|be seen) <g3>(cash|money|accounts|ledger|bank|payroll|books)<t1>",
        "hours/time/salaries (stays?|remains?) on the payroll", "time,? (and )?not (money|cash)",
        "what you lose (is|by)<t4>", "you (lose|do without|miss|wait for) <g4>(for (that|it|this)|meanwhile|in that time|for <num> <u>)<t2>",
    ),
    "unknown": (
        "i/we (have not|haven't|have never|'ve not|have yet to) (yet |really )?(settled|decided|fixed|agreed|chosen|worked out|found|figured|finished|made up)<t4>",
        "that/which part (is|i) (still )?(open|don't know|do not know|unclear|not clear)<t3>", "is/are (still |not yet |yet to be )(open|unclear|undecided|settled|decided)<t3>",
        "i/we( really| honestly)? (can't|cannot|can not|could not|couldn't) (yet )?(say|tell|promise|rule)( you)?( yet)? (how|what|whether|if|which|when|out)<t4>",
    ),
    "owner": (
        (
            "@( will|'ll)? (looks after|look after|takes care of|take care of|carries|carry|maintains|maintain|supports|answers for|answer for|picks up|"
            "takes over|keeps|has) (it|this|that|them|both)(?! (?:all )?up)<t4>"
        ),
        "it/this/that/both( all)? (stays|remains|sits|lives|rests|lies) with (me|us|my|our|@|platform|operations)<t3>",
        "it/this/that('s| is| stays| remains| will be|'ll be) (ours|mine|my job|our job|my problem|our problem|my responsibility|our responsibility|on us|on our (rota|list|pager|table))<t3>",
        "my/our (pager|phone|on call|rota|team's phone) (rings|goes|goes off|is rung|gets (it|the call)|wakes|carries|covers|takes)<t4>",
        "my/our (team|crew|people|group|squad)('ll| will| would)? (carries|carry|looks after|look after|handles|handle|covers|cover|pays|pay|maintains|maintain|supports|support|does|do) (it|this|that|the|for it|all)<t3>",
        "in (my|our|<w>'s) (own )?(plan|budget|rota|job description|objectives|goals)<t1>",
        "ring/call/wake/phone (me|us),? (not|and not|instead of) (you|yours|your)<t2>",
        "we('re| are|'ll be| will be) (the ones? )?(who (is|are|gets?) )?(called|rung|woken|paged)<t3>",
    ),
    "own_time": (
        "i<will>?( gladly| happily| also| personally)? (sit|stay|stand|be|work|pair) (right )?(beside|next to|alongside|near|close to|at your)<t4>",
        (
            "i(<will>)?( gladly| happily| also| personally)? (take over|take on|step in for|cover for|stand in for|do|cover|take) (all |all of |one of )?(your|their|his|her|<w>'s)"
            "(?! (?:point|word|concern|worry|advice|money|time|side|idea)\\b) <g4>(for (the|that|this|two|three|four|a)|on <day>|<day>s|so that|so)<t3>"
        ),
        "i(<will>)?( also)? (cover|take|do|stand) <g3>(shift|night|nights|duty|pager|rota)<t4>",
        f"we(<will>)?( gladly| happily| also)? {_OUR_WORK} <g6>(ourselves|for you|in your (code|repo|repository|service|system)|on your side|on your behalf)<t2>",
        f"i(<will>)?( gladly| happily| also)? {_OUR_WORK} <g6>(for you|in your (code|repo|repository|service|system)|on your side|on your behalf)<t2>",
        "i<will> (write|do|make|fix|take|handle|answer) (them|those)( for you)?<end>",
        "come/comes/coming from (us|me|our side|my side|my team|our team)(?! (?:for|that|because))<t1>",
        "i('d| would)? (do|take|write|handle|carry) (<num>|half|most|all|the rest|the first <w>) of (it|them|that|those|the)<t3> (myself|on my own)?",
        "ring/call/phone/ping/text me<end>", "i('ve| have)? (block|blocked|kept|keep|reserve|reserved|set aside) <g6>(for (you|it|this|that)|with you|to go|<day>)<t3>",
        "i( also)? (spend|put in|give) <g4>(with (you|your|them)|of my (own )?(time|week)|next to)<t2>",
    ),
    "promise": (
        "you('ll| will)? (get|have|hear|receive) <g4>(from me|from us|by mail|in writing|every|each|on <day>|by <day>|at noon)<t3>",
        "you('ll| will)? hear (it |that |this |about it )?(from me|from us|first)<t3>",
        "i(<will>)? (tell|ring|call|write|text|mail|phone|come to|report to) (you|her|him) <g4>(<day>|every|each|myself|first|before|the same day|on|by|within)<t3>",
    ),
    # --- listening -------------------------------------------------------------------------------------------------
    "concession": (
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
        "i (know|see|remember|realise|realize) (how|what) (much|hard|long|many|it|you)<t4>",
        "point taken", "that/it (sounds|must be|must have been) (hard|tough|exhausting|rough|painful|awful|stressful|horrible|frustrating|tiring|like a lot|unfair|lonely)<t2>",
        "i/we (did not|didn't|had not|hadn't) (realise|realize|realised|realized|know|known|see|seen|think|thought) (that |of |about |how |it )<t4>",
        "that/it (was not|wasn't|is not|isn't) (ok|okay|fair|right|nice)(?! (?:to|that|for|if))<t3>",
        "i (grant|give|admit|concede)( you)?( that)? (that|the|you|it|we|there|this)<t4>", "that('s| is) (a )?(tough|rough|painful|awful|a heavy|a hard)( one| place| spot| thing)?<end>",
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
}  # fmt: skip
