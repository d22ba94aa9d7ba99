"""What is shown, heard and pushed in everyday words: terse, spoken, second-language. More wordings for `phrases`.

Each line stands for a way of saying something, never for one sentence. Plans are in `arrangements`.
"""

from __future__ import annotations

from rehearse.signals.evidence import RECORDS

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
_CHORES = (
    r"(?:tickets?|bugs?|tasks?|calls?|reports?|shifts?|duty|duties|requests?|rota|pager|notes|reviews?|interviews?|meetings?|"
    r"errands?|questions?|maintenance|release|releases|on call|stand-?ins?|exports?|invoices?)"
)

EVERYDAY: dict[str, tuple[str, ...]] = {
    # --- what shows something --------------------------------------------------------------------------------------
    "source": (
        "in/by (the |our |your |last )<g2>(accounts|crm|statistics|minutes|ticket system|sales system|ticketing system|time sheets?)",
        "@ (wrote|noted|logged|recorded|listed|books) (down )?(it|them|every|each|all|those|these)<t3>",
        f"says?/say/show/shows/according (to )?(the |our |your |their )<g2>{_BOOKS}",
        "the/our/your <g2>(keeps|has|holds|writes|wrote) (the|a|that|this) (list|tally|book|record|file|sheet|diary)<t3>",
        "@ (keeps|holds|has kept) (the|a|that|this) (list|tally|book|record|file|sheet|diary)<t3>",
        r"it/that/this/which('s| is| was| are| were)? (all )?(from|in|out of) (last|this|the|our|your|\w{2,20}'s) <g3>(funnel|report|log|ledger|list|sheet|calendar|rota|inventory|survey|count|statement|notes|data|export|tracker|questionnaire)",
        "i/we( have|'ve)? (counted|timed|measured|weighed|listed|added up|checked) (it|them|that|this|those|each|every|all)( of them)?( myself| ourselves| by hand| together)?<t3>",
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
    "figure.percent": (
        "one/two/three/four in (every )?(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|\\d+)(?! (?:week|day|month|year|hour|minute|sprint|quarter)s?\\b)<t2>",
        "half/third/quarter/fifth/tenth of (yours|ours|theirs|them|these|those)<t1>",
    ),
    "figure.effort": (
        "# (hour|day|week|minute)s? (job|task|change|affair|piece of work)s?",
        "# (hours?|days?|mornings?|afternoons?) (to|for) (read|reading|review|reviewing|check|checking|test|testing|look|sit|try|answer|go|write|fix|adapt|change|move|switch|somebody|one|each|the (review|test|switch|change))<t2>",
        "# <g1>(hours?|days?|mornings?|afternoons?|weeks?) of <w>'s<t1>",
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
    "comparison": (
        "afterwards/then/later/now (it|that|they)('s|'re| is| are| would be| will be|'d be|'ll be| takes?| took| needs?)( only| about| just| roughly)? <num>( <w>)?",
        "after/by that,? (it|that|they)('s|'re| is| are| would be| will be|'d be|'ll be| takes?)( only| about| just)? <num>( <w>)?",
        "before[,:]? <c4>after[,:]? (<w> )?<num><t1>",
        "half as (many|much|long|often|big)<t2>",
        "shortest/cheapest/fastest/smallest/largest/highest <w><t2>",
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
        "people who (start|book|visit|travel|subscribe|sign up|register|log in|apply|read|play|come|rent|return|pay|open|search|wait)<t2>",
        "mother/father/mothers/fathers/woman/man/couple/pensioner/commuter/caller (from|in|at|of|who) <w><t1>",
        (
            "parents/pupils/students/learners/teachers/couriers/riders/nurses/doctors/dentists/pharmacists/farmers/viewers/gamers/donors/"
            "citizens/residents/visitors/attendees/landlords/policyholders/borrowers/cardholders/applicants/commuters/callers/households/"
            "hospitals/clubs/hotels/salons/restaurants/pharmacies/clinics/schools/dealers/resellers/publishers/theatres/bakeries/libraries"
        ),
        (
            "a/an/one/another/each/every (<w> )?(dentist|nurse|teacher|parent|farmer|courier|doctor|pharmacist|hotel|salon|clinic|school|hospital|"
            "bakery|restaurant|landlord|student|visitor|pharmacy|library|theatre|patient|traveller|passenger|tenant|family)"
        ),
        f"{_GROUP[3:-3].replace('|', '/')}/support/sales/people/they (in <w> |at <w> |from <w> )?('ve |has |have |is |are )?(been )?(waiting|asking|asked|begging) for (it|this|that|one)<t2>",
    ),
    "story": (
        "on/last <day>,? (a|an|one|our|two|three) <c6>(rang|called|wrote|phoned|told|waited|stood|lost|cried|asked|came|gave up|could not|couldn't|complained|cancelled|left|missed)<t3>",
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
        "you('d| would|'ll| will)? (get rid of|be rid of|no longer (have|need)|not have to|never again have to|be spared) <w><t4>",
        "support/supports/serve/serves/match/matches/help/helps (with )?your (<w> )?(goals?|okrs?|kpis?|targets?|objectives?|plan|roadmap|mission)<t2>",
        "your (people|crew|team|engineers|folks|testers|users|operators|analysts) (wait|lose|spend|get|would get|will get|save|sleep|stop|no longer|can|could|need) <g3>(<num>|faster|less|fewer|longer|hours?|minutes?|days?|waiting|sooner)<t3>",
        "you (told|said|asked|wrote|mentioned)( to)?( me| us)?( that)? (you )?(want|wanted|need|needed|aim|hope|are measured|are judged|have to)<t3>",
        "you('re| are) (measured|judged|paid|asked) (on|by|for|about) <w><t2>",
        "the (<w> )?(<w> )?(that )?you('ve| have)? (wanted|asked for|need|miss|wished for|been asking for|been waiting for|promised)<t2>",
        "your (<w> )?(builds?|releases?|imports?|exports?|nights?|pages?|deploys?|tests?|queue|tickets|reports?|run|job|batch|pipeline|service|team|people|crew) (is|are|gets?|will be|drops?|goes|go|falls?|takes?|finish(es)?|runs?|saves?|loses?) <g3>(faster|sooner|earlier|quicker|shorter|less|fewer|half|done|ready|down|instead|<num>)<t3>",
    ),
    "credit": (
        "you('d| would|'ll| will|'re going to| are going to)? (lead|run|present|show) (it|this|that|the) <w><t3>",
        "present/presenting <g3>(yourself|to (the )?(management|board|team|director|customers?|company|all hands)|under your name)",
        "you('re| are|'d be| would be|'ll be| will be) the one (on|who|in front|up|with|that|they|people)<t3>",
        "get/gets/got/have (the|full|all the) credit<t2>",
        "with your own (slides|name|talk|design|words)<t1>",
        "you('d| would|'ll| will)? (sign|head|own|author|chair) (it|this|that|the)<t2>",
        "named (as|after) (the author|you)<t2>",
        "it/this/that/which (has|carries|bears|gets) your (own )?name<t2>",
        "you('d| would|'ll| will) own (it|this|that|the)<t2>",
        "with/under your (own )?name (on|at|under|in)<t2>", "under your (own )?name",
        "you('d| would|'ll| will|'re| are)?( be)? the (<w> )?(lead|owner|author|architect|one who (decides|presents|leads|signs|shows)|face of it)<t2>",
        "you('d| would|'ll| will)?( get to)? (present|give|show|demo|announce|explain) <g3>(at|to|in front of|yourself|under) <w><t2>",
        "you('d| would|'ll| will)? (make|take) the (calls|decisions|lead)<t2>",
        "hears?/learns? (it|that|this) from you<t1>", "it('s| is| will be|'ll be) your (project|baby|design|work|piece)<t1>",
    ),
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
        "i('d| would) be (worried|annoyed|tired|angry|careful|sceptical|skeptical|fed up)( too| as well)?<t2>",
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
