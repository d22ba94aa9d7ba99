"""Ways of saying what comes of something for those concerned: what is lost, what stops, what gets shorter. A table for `ways`."""

from __future__ import annotations

from rehearse.signals.served import PEOPLE, PLACES

_W = r"[\w&/'-]{1,24}"
_STAFF = (
    r"(?i:nurse|doctor|clerk|driver|planner|teacher|tutor|agent|operator|caseworker|case worker|adjuster|underwriter|inspector|moderator|porter|cleaner|conductor|picker|packer|"
    r"cashier|engineer|developer|tester|analyst|manager|colleague|technician|caretaker|helper|cook|waiter|guard|controller|dispatcher|translator|editor|lawyer|accountant|"
    r"surgeon|librarian|receptionist|secretary|assistant|trainee|apprentice|temp|fitter|mechanic|courier|postman|stationmaster|tailor|seller|salesman|bookkeeper|carrier|"
    r"supplier|mason|gardener|lad|girl|lady|ladie|man|men|guy|wife|baker|steward|attendant|captain|pilot|crew|team|group|desk|office|branch|depot|department|hotline|helpdesk|"
    r"kitchen|warehouse|shop|lab|staff|people|lot|folk|house|company|council|ministry|town|city|region|business|management|board|union|vendor|partner)(?:es|s)?"
)
_SOMEBODY = (
    rf"(?:(?:(?:the|our|your|my|their|his|her|its|all|every|each|no|one|some|most|many|both|these|those|two|three|four|five|\d+|a|an|half|small|casual|foreign|older|younger|seasonal) )?(?:{_W} ){{0,3}}?(?:{PEOPLE}|{PLACES}|{_STAFF})(?: (?:in|on|at|of|from|with|who|without|over|for|across|upstairs|downstairs|there|that) (?:{_W} ){{0,6}}?{_W})?"
    r"|they|she|he|you|we|us|them|nobody|no one|noone|everybody|everyone|somebody|people|hardly (?:a|any) \w+|none of (?:them|us|you|yours|ours)|whoever \w+|<NAME>(?: (?:in|from|at|of) [\w-]{2,16}| \w+'s)?)"
)
# What a business has and loses.
_WORTH = (
    r"(?:[$\u00a3\u20ac]?\d[\d.,]*k?|revenue|money|orders?|sales|sale|customers?|users?|shoppers?|clients?|patients?|guests?|subscribers?|members?|readers|viewers|players|tenants|parents|accounts?|renewals?|deals?|tenders?|"
    r"contracts?|bids?|margin|profit|capacity|market share|trust|bookings?|carts?|baskets?|refunds?|budget|trade|business|turnover|income|fees|seats?|rooms?|places?|parcels?|pallets?|containers?|lorry loads?|loads?|crates?|stock|harvest|season|"
    r"hours?|days?|weeks?|evenings?|weekends?|nights?|sleep|shifts?|sprints?|people|engineers|nurses|drivers|staff|time|a (?:quarter|third|fifth|tenth|half|fortune|penny)|half (?:a|an|the|of)|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|two|three|four|five|six|seven|eight|nine|ten|eleven|fifteen)"
)
_BAD = (
    r"(?:incident|outage|complaint|ticket|call|callback|refund|return|error|mistake|fault|defect|escalation|page|alarm|alert|interruption|cancellation|no-show|accident|injury|injurie|claim|dispute|disputed payment|reminder|"
    r"fine|penalty|penaltie|delay|queue|wait|waiting time|trip|walk|visit|letter|form|signature|double booking|wrong \w+|lost \w+|missed \w+|late \w+|broken \w+|failed \w+|abandoned \w+|sick day|overtime hour|night|night call|"
    r"resignation|leaver|write-off|spoiled \w+|empty \w+|recount|correction|rework|retype|phone|paper|stamp|fee|bill|cost|price|rent|risk|churn|turnover|stock|waste|scrap|reject|blackout|crash|breach|theft|surprise)s?"
)
_N = r"(?:\d[\d.,]*k?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|hundreds|a thousand|a dozen|half|a (?:third|quarter|fifth|sixth|seventh|eighth|tenth|couple|handful|point)|none|zero|nothing|nought)"
_PART = r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)"
_REST = rf"(?: (?:in|on|at|of|from|with|who|without|over|for|across|upstairs|downstairs|there|that) (?:{_W} ){{0,6}}?{_W})?"
_BEFORE = rf"(?:(?:the|our|your|my|their|his|her|its|all|every|each|no|one|some|most|many|both|these|those|two|three|four|five|\d+|a|an|half|small|casual|foreign|older|younger|seasonal) )?(?:{_W} ){{0,3}}?"
_CLIENT = rf"(?:{_BEFORE}(?:{PEOPLE}|{PLACES}){_REST}|they)"
_FOLK = rf"(?:{_BEFORE}(?:{PEOPLE}|{PLACES}|{_STAFF}){_REST}|<NAME>(?: (?:in|from|at|of) [\w-]{{2,16}}| \w+'s)?)"
_SO = r"(?:'ll|'d|'ve|'s|'re| will| would| can| could| has| have| had| is| are| was| were| do| does| did)?(?: also| already| just| even| still| now| then| finally| simply| both| all| each| suddenly| never| often| always| usually| at last)?"
_AGAIN = r"(?:any ?more|any longer|ever again|again|a second time|twice|for good|at all|every \w+|each \w+|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|at night|at weekends|in tears|by hand|on paper)"

EFFECTS: dict[str, tuple[str, ...]] = {
    "outcome": (
        # --- lost and won
        rf"!the/a/is/nothing lost/lose/loses/losing/recover/recovers/earn/earns/retain/retains/gain/gains (?:about |around |over |up to |some |nearly |roughly |at least |us |another |maybe ){{0,2}}(?:the |a |our |your |their |another |more |this )?<g2>{_WORTH}<t2>",
        rf"win/wins/won/winning (the |a |us |back |our |another |more )?<g1>(tender|deal|contract|bid|customers?|clients?|renewal|orders?|account|business|market share|{_N})<t2>",
        rf"save/saves/saved/saving (?:us |you |them |him |her |everybody |the \w+ |your \w+ |our \w+ |each \w+ |ourselves |<NAME> )?(?:about |around |over |up to |some |nearly |roughly |at least |maybe |another ){{0,2}}<g1>{_WORTH}<t2>",
        rf"!is/are/for/be/feel/stay (frees/freed|free up) (up )?(about |around |roughly |some )?<g1>{_WORTH}<t2>",
        r"protect/protects/keep/keeps (the |our |your |their |its |these |more )?(customers?|revenue|clients?|viewers|subscribers?|tenants|renewals?|orders?|guests|players|members|patients|passengers)(?! (?:waiting|happy|informed|out|in the|posted|busy))<t2>",
        rf"{_SOMEBODY}{_SO} ~ lose/lost/loses/miss/missed/misses (money|customers|a day|an hour|half|their (?:\w+ )?(?:bus|train|flight|connection|turn|lunch|break|evening|weekend|sunday \w+|slot|deadline|rebate|place)|his \w+ (?:bus|train)|hours|days|sleep|(?!an? )<num> <w>)<t3>",
        r"spare/spares/spared/saves?/saved (us|them|you|him|her|everybody|everyone|people|the <g2><w>|your <w>|our <w>|<NAME>)( all| both)? (the (?:whole|trip|walk|ritual|round|phone|typing|search|wait|argument|night|sunday|weekend)|a (?:trip|walk|call|night|letter)|from|having|all that)<t3>",
        r"costs?/costing you (about |around |another |over |roughly |at least )?[$€£]\d[\d.,]*k?<t2>",
        rf"costs?/costing (us|them|him|her|everybody|the (?:company|business|house|town|hospital|bank|school)|our <w>|customers|support|sales|<NAME>) (?:about |around |over |some |roughly |at least |nearly )?(?!(?:a|an|half a|one|two|three|twelve hundred|\d+) (?:day|days|week|weeks|month|hour|hours)? ?(?:every time|more|each time|extra|longer))<g2>{_WORTH}<t2>",
        rf"cut/cuts/halves?/halved/reduces?/reduced/lowers?/lowered/shortens?/shortened/slashes?/slashed (?:the |our |your |their |its )?<g2>{_BAD}<t3>",
        rf"bring/brings/brought (in|back|us|home) <g2>{_WORTH}<t2>", rf"{_N}(?: {_W})? ~ come/comes (back|in)(?!,)<t3>",
        "!has/have/had pay/pays/paid/paying (for )?(itself|themselves|it back|back)<t3>",
        "get/gets/got/have/has (their|its|our) money back(?! guarantee)<t2>",
        "!can/that/which/not payback/payoff (is|of|in|comes|after|within) <w><t2>",
        rf"{_SOMEBODY}{_SO} ~ get/gets/got (the|their|his|her|its|our) (?:{_W} ){{0,3}}(?:evening|weekend|night|hour|day|friday|monday|saturday|sunday|morning|deposit|money|sleep|time|afternoon)s? back<t2>",
        r"(?:have|has|had|and) ~ half/twice/double (the|as many|as much) (?!of\b|people\b|headcount\b|staff\b|load\b|budget\b)<w><t3>",
        # --- gone, or still there
        rf"(?:{_FOLK}|they|nobody|you|people) ~ no longer (?!need|forward)<w><t4>",
        r"(?:[\w'-]+ ){0,2}[\w'-]+s ~ no longer (comes?|goes|go|come|rings?|eats?|fails?|lands?|waits?|arrives?|burns?)<t3>",
        rf"(?:{_CLIENT}|{_BEFORE}{_STAFF}|they|we|nobody|no one|people)(?: (?:won't|don't|doesn't|didn't|needn't|wouldn't|never|no longer|will not|would not|do not|does not|did not)(?: ever)?) ~ have/need/needs to (?!ask|take|worry|decide|do|give|know|sign|learn|agree|be|use|care|explain|tell|change|touch|notice|wait for|run|buy|pay anything|approve|confirm|move|install|come to)<w><t4>",
        rf"(?:{_FOLK}|they|we|nobody|no one|people)(?: (?:won't|don't|doesn't|didn't|needn't|wouldn't|aren't|isn't|never|will not|would not|do not|does not)) ~ ring/call/wait/queue/come/have/get/lose/miss/write/type/stand/drive/pay/walk/stay/forget/leave/complain/turned/retype/phone/burn/eat <g6>{_AGAIN}",
        r"(?:[\w'-]+ ){0,3}[\w'-]+ (?:doesn't|don't|won't|wouldn't) ~ eat/cost/swallow/burn/wake/keep (everybody's|us|them|the \w+'s|anybody's|anyone's|people|half|up)<t4>",
        r"(?:nobody|no one|noone|none of \w+|hardly a \w+|hardly any \w+)(?: (?:in|with|on|at|from|of) (?:the |a |our |your )?[\w-]+)? ~ has/had/needs/needed/works/worked/rings/rang/waits/waited/stays/stayed/gets/got/comes/came/is/was/forgets/misses/missed/leaves/left/lost (?:been (?:paid|charged|woken|billed|turned|left|called|sent|fined|double)|to (?:come|ring|wait|queue|call|type|walk|drive|retype|stay|go|work|get up|phone|be woken)|on (?:boxing|christmas|sunday|saturday|<day>|new)|twice|late|stranded|paid|charged|woken|turned away|left standing|past \w+|up at|the deadline|out of|home|without|a booking|their|his|us|a customer|the bus)<t4>",
        r"(?:not one|not a single)(?: (?!will\b|of\b|penny\b|line\b|word\b|comma\b)[\w'-]+){1,3} ~ went/was/has/is/came/gets/got/had/left/goes/comes <w><t3>",
        r"(?:we've|they've|you've|have|had|has) ~ not had (one|a single) <w><t2>",
        r"no (?:train|bus|flight|order|patient|customer|guest|parcel|shift|child|family|pallet|passenger|boat|ferry|letter|delivery|appointment)s? ~ was/were/is/has/gets/got/went/comes/came (late|lost|cancelled|missed|left|delayed|wrong|missing|turned|stranded|sent|been)<t2>",
        rf"(?:{_FOLK}|they|we|you){_SO} ~ stop/stops/stopped (getting|having|being|ringing|calling|writing|losing|paying(?! the price)|waiting|queueing|queuing|complaining|leaving|coming|chasing|typing|retyping|driving|sending|cancelling|guessing|walking)<t4>",
        r"(?:calls?|complaints|refunds|phones?|queues?|letters?|faults|alarms|no-shows|reminders|returns|cancellations|escalations?|outages|double bookings|interruptions|fines|delays|[\w'-]+ (?:calls?|notes|letters|bookings|rush|queue|freeze|ritual|nights?|escalation)) ~ dried/dries/dry/died/dies/die/disappear/disappears/disappeared/vanish/vanishes/stops/stopped/gone/halve/halves/halved/fall/falls/fell/drop/drops/dropped/shrink/shrank/double/doubled/rose/rises (?!on\b)<w><t4>",
        r"(?:phones?|pager|hotline|queue) ~ went/go/goes/stays/fell quiet<t2>",
        r"(?:dried|dries|dry) ~ up<end>",
        r"(?:is|are|would be|will be|'s|'d be|'ll be) ~ over for (good|them|us|you|him|her|the \w+)<t2>",
        r"(?:clerks|nurses|they|we|people|you|she|he|staff|agents) (?:are|is|were|'re|get|would be|'d be) ~ rid of <w><t3>",
        # --- fewer, sooner, shorter
        rf"{_N}(?: ?%| percent| per cent)? ~ fewer/less (?!than\b)(?!(?:service|thing|time|word|question|person|step|try|point|of|or|in|we|and|euro|minute)\b)<w><t3>",
        rf"an?/one/two/three ({_PART}) (fewer|less|more|shorter|quicker|faster|sooner|earlier)<t3>",
        rf"!is/it's/or/with/than fewer/less (?!than\b)(of (the |our |your )?)?<g2>{_BAD}(?! (?:is what|was what|were your|was your))",
        r"no/half/zero (of )?(the |our |your )?<g1>(refunds|interruptions?|escalations?|churn|rework|overtime|late nights|complaints|no-shows|double bookings|cancellations)",
        r"!in/after/within/for #( \w+)? (hours?|days?|weeks?|months?) (sooner|earlier|faster|quicker|less|shorter|saved)<t3>",
        rf"(?:{_FOLK}|they|you|everybody){_SO} ~ get/gets/got/receive/receives/see/sees (the|an|a|their|his|her|its|what|more|first|paid|matched|seen|answers?|money|one|two) <g6>(before|the same day|at once|within|sooner|earlier|faster|quicker|straight away|on time|in (?:one|a|two|three|under|half) (?:go|day|days|minute|minutes|hour|hours|week|weeks|call)|the next day|hot|in time|for free)<t3>",
        rf"(?:{_FOLK}|they|she|he|you|everybody|finally){_SO} ~ get/gets/got/getting (paid (?!for)|seen|served|home (?:on|before|earlier|at)|to (?:sleep|have lunch|go home|eat|drink|leave)|it (?:faster|sooner))<t3>",
        rf"(?:{_FOLK}|they|you|we){_SO} ~ find/finds/found/closes?/closed/ships?/delivers? <g4>(sooner|faster|earlier|quicker|in half the time|twice as fast)<t3>",
        rf"(?:{_FOLK}|they|you|we|everybody|people){_SO} ~ wait/waits/waited/queue/queues/queued (longer|shorter|less|in the|outside|hours|\d+|<num>|twice|at the)(?! (?:for (?:you|your|the answer)))<t3>",
        rf"(?:{_FOLK}|they|people){_SO} ~ stood/stand/stands (outside|in the (?:rain|cold|corridor|queue|snow)|at a closed|in front of a closed|for hours)<t3>",
        rf"(?:{_FOLK}|they|we|people){_SO} ~ lose/loses/spend/spends/spent/waste/wastes/lost (?:about |over |nearly |roughly |more than )?(?:\d+|half|a|an|{_N}) (?:\w+ )?(hours?|minutes?|days?|mornings?|afternoons?|weeks?|evenings?) (on|with|a|each|every|per|looking|typing|waiting|copying|chasing|ringing|hunting|to)<t3>",
        r"(?:queue|wait|list|rush|round|walk|month-end|close)s?(?: \w+)?(?:'s| is| are| gets?| would be| will be) ~ shorter/longer/empty/over/gone/quicker/quiet<t3>",
        rf"for (the )?({PEOPLE}|them|nurses|clerks|drivers|{_STAFF})(?: (?:{_W} ){{0,3}}?{_W})?,? (it|nothing|this|that|the \w+(?: \w+)?(?: \w+)?)('s|'d be|'ll be)?( gets| is| takes| would be| means| changes| goes)( <w>)? <g2>(quicker|faster|slower|longer|shorter|over|lost|cheaper|dearer|gone|better|worse)<t2>",
        rf"(?:{_W} ){{0,3}}(?:{_BAD}|days|hours|orders|revenue|sales|renewals|profit|margin|punctuality|satisfaction|attendance|bookings|income|occupancy|retention)(?: {_W}){{0,4}}? ~ fell/falls/fall/dropped/drops/drop/went/goes/came/comes/rose/rises/rise/climbed/sank/shrank/grew/grow/climbs/jumped (down |up |back )?(from|by|to) <g1>{_N}<t4>",
        rf"(?:{_W} ){{0,3}}(?:{_BAD}|days|hours|orders|revenue|sales|renewals|bookings)(?: {_W}){{0,4}}? (?:is|are|were|was|'s) ~ down/up (from|by|to) {_N}<t4>",
        rf"(?:we|they|you|<NAME>|our {_W}|their {_W}|the {_W}(?: {_W})?)(?: \w+)? ~ went/dropped/fell/came (down )?from <g1>{_N}<t8>",
        r"revenue/sales/profit/margin/orders/renewals/bookings/churn/satisfaction/turnover/attrition/downtime/costs ((is|are|has|have) )?(going |gone )?(up|down|fell|falls?|rose|rises?|grew|grows?|drops?|dropped|halved|halves|doubled|doubles|suffers?|suffered|shrinks?|shrank|went|goes|recovers?)<t3>",
        # --- what happened to somebody
        rf"(?:{_CLIENT}){_SO} ~ walk/walks/walked/went/go/goes/moved/moves/switched/switches (away|elsewhere|over to (?:a|the|another)|to (?:a|the|another|our) (?:\w+ )?(?:rival|competitor|competition|other|others|neighbour))<t3>",
        r"(?:walked|walks|walk) ~ away over (it|that|this)<t2>",
        r"went/go/goes/gone (to (?:a|the|another|our) (?:rivals?|competitors?|competition)|elsewhere)<t2>",
        rf"(?:{_CLIENT}){_SO} ~ leave/leaves/left (us|for (?:a|the|another|good)|over (?:it|that|this)|because of|last|this)<t3>",
        rf"(?:{_FOLK}|they|people){_SO} ~ quit/quits/resigned/resigns (over|because|since|last|this|after|<num>)<t3>",
        rf"(?:{_CLIENT}){_SO} ~ churned/cancelled/cancels (over|because|since|last|this|every|each|a month|their|his|her|it|on us|after|<num>)<t3>",
        rf"(?:{_CLIENT}){_SO} ~ wait/waits/waited (?!(?:list|and see)\b)<w><t3>",
        "orders/customers/clients/tenants/deals/bookings won back<t2>", rf"(?:{_CLIENT}){_SO} ~ give/gives/gave up<t3>",
        rf"(?:{_CLIENT}|callers|every \w+ one|one in \w+){_SO} ~ hang/hangs/hung up<t3>",
        rf"(?:{_FOLK}){_SO} ~ burn/burns/burnt/burned out<t2>",
        rf"(?:{_CLIENT}|people|street|staff){_SO} ~ cannot/can't/couldn't (pay|book|order|log|get|reach|open|read|work|find|use|see|buy|finish|sell|print|weigh|scan|land|sleep|enter|leave|be reached)<t3>",
        rf"(?:{_CLIENT}|people|staff){_SO} ~ could/can (no longer|not) (pay|book|order|log|get|reach|open|read|work|find|use|see|buy|finish|sell|print|weigh|scan|land|sleep)<t3>",
        rf"(?:{_CLIENT}|they|nobody|we){_SO} ~ paid/charged/billed/fined/turned/stranded/evicted/woken/locked (twice|double|away|again|for (?:late|it)|out)(?! in (?:march|april|may|june|july|august))<t3>",
        rf"(?:{_FOLK}|they){_SO} ~ went/go/goes <num> (hours|days|weeks|months) without<t3>",
        r"(?:we|they|you)(?:'d| would| will|'ll| had| have|'ve)?(?: stop| stopped| also| even)? ~ write/wrote/writing off (?!this|that|the (?:idea|plan))<w><t3>",
        r"(?:end up|end|ends|ended|land|lands|landed) ~ in court<t3>",
        r"(?:cases|people|tenants|customers|patients)(?: \w+){0,3} ~ land/lands/landed/end/ended (up )?in (court|hospital)<t2>",
        # --- nouns of a business with what befell them
        "!any/every/the/a/each orders?/revenue/sales/customers?/users?/shoppers?/renewals?/deals?/bookings?/guests/tenants/parcels/trucks <g3>(lost|gone|missed|abandoned|that never came back|walk away|walked away|left us|leave us|wasted|unsold|half empty|churn)<t1>",
        "churned", "market share (falls|lost|gained|shrinks|drops)",
        "downtime/overtime (costs|is gone|falls|fell|dropped|stops|simply stops)<t2>",
        "ships?/launch/launches/delivers? (<w> )?(earlier|sooner|faster|on time|twice as fast)",
        "earlier/sooner/faster launch<t1>",
        r"return/returns (of |is )?[$£€]\d", "risk (falls|drops|goes down|is lower)", "lower(s)? the risk", "opportunity cost",
        "missed (deadlines?|launch|launches|renewals?|sla|slas)", r"sla (penalt\w+|breach\w*)",
        "without (the|a|an|our|your|any|their) <w> (falling over|going down|crashing|breaking|stopping|freezing|waiting|calling|queueing|timing out)",
        "that/this/those/these('s| is| are)? (the |one |ones )?<g3>(this|it|that) (kills|removes|ends|fixes|stops|takes away|gets rid of)<t1>",
        "that/this/those/these/they <g2>(go away|goes away|disappears?|vanish(es)?|is gone|are gone|would be gone|would go|falls? away)(?! (?:on|when|if))",
    ),
    "outcome?": (
        "churn/revenue/renewals/profit/margin/refunds/penalties/fines/turnover/attrition/downtime/overtime",
        "return on investment", "roi", "time to market", "customer satisfaction", "support cost", "conversion rate", "payback",
        "hours/days/weeks (of )?(support|downtime|overtime|rework|manual work|firefighting|fire fighting|on call|waiting|work lost)",
        "on call load", "failed (payments|orders|deliveries|checkouts)",
    ),
}  # fmt: skip
