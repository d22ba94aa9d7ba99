"""A small first step: one place, few people, a short time. Ways for `ways`, by family."""

from __future__ import annotations

# Places and groups in which something can be tried, whoever does it.
_SPOT = (
    r"(?:services?|teams?|regions?|stores?|shops?|warehouses?|countr(?:y|ies)|pages?|flows?|screens?|products?|customers?|markets?|offices?|sites?|squads?|components?|endpoints?|queues?|tables?|modules?|projects?|branch(?:es)?|features?|cohorts?|"
    r"class(?:es)?|wards?|lines?|departments?|jobs?|reports?|depots?|schools?|clinics?|stations?|kitchens?|vans?|floors?|desks?|counters?|lanes?|tills?|aisles?|rooms?|gates?|trains?|bus(?:es)?|lorr(?:y|ies)|trucks?|drivers?|routes?|tours?|"
    r"districts?|postcodes?|villages?|towns?|cit(?:y|ies)|streets?|houses?|beds?|corridors?|patients?|famil(?:y|ies)|pupils|students|teachers?|nurses?|doctors?|clerks?|players?|servers?|maps?|levels?|carriers?|suppliers?|partners?|forms?|labels?|buttons?|"
    r"screens?|letters?|files?|contracts?|claims?|bookings?|orders?|parcels?|invoices?|shifts?|crews?|mornings?|weekends?|evenings?|nights?|days?|weeks?|sprints?|months?|fortnights?|pilots?|machines?|printers?|scanners?|ramps?|halls?|bars?|cafés?|cafes?|"
    r"bakery|bakeries|pharmac(?:y|ies)|hotels?|restaurants?|libraries|library|garages?|theatres?|boxes|signal box|consulting room|users?|testers?|volunteers?|colleagues?|people|accounts?|merchants?|growers?|farms?|fields?|boats?|ferr(?:y|ies)|ships?|"
    r"cases?|articles?|categor(?:y|ies)|languages?|tariffs?|courses?|seminars?|groups?|chapters?|tickets?|requests?|calls?|documents?)"
)
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|fifteen|twenty|thirty|forty|fifty|sixty|a handful of|a couple of|half a dozen|\d{1,2})"
_SHORT = r"(?:(?:a|one|two|three|four|five|six|seven|eight|ten|fourteen|thirty|half a|the|\d{1,2}) (?:working |calendar |short |full )?(?:days?|nights?|mornings?|afternoons?|evenings?|weekends?|weeks?|fortnight|months?|sprints?|term|hours?|shifts?)|(?:until|till|up to|to the end of|to the start of) (?:the )?(?:end of |start of |beginning of )?[\w-]{3,20})"
_ONLY = (
    r"(?:only|first|alone|at first|for now|for the moment|for a start|to begin with|to start with|for starters|initially|nothing else|nothing more|no other|nobody else|no one else|not more|that's all|that's it|no more than that|and that is all|and no more|and leave it at that|"
    r"before (?:anybody|anyone|anything|the rest|all|we|you|it goes)|not the (?:rest|others|whole)|none of the (?:rest|others)|on its own|by itself)"
)
_TRY = "(try|tries|trial|test|pilot|run|runs|start|starts|begin|begins|do|does|offer|offers|open|use|uses|show|switch it on|turn it on|put it|roll it out|launch it|release it|introduce it|have it|give it|let|limit it|confine it|restrict it)"

SMALL_STEP: tuple[str, ...] = (
    # --- only this ---
    f"!not/isn't/wasn't/it's (only|just) (?!a (?:moment|minute|second|thought|question|bit|little|few)|the (?:beginning|start|tip|thing)|one (?:thing|more|question|of)|has|have|two people|because|when|if|to|what|how|as )(the |one |a |a single |our |your |my |{_FEW} |<NAME>'s )?<g4>{_SPOT},? (?:<w>,? ){{0,8}}?<CUT>(for {_SHORT}|{_SHORT}|{_ONLY})",
    f"(for now|at first|to begin with|to start with|for a start|initially|in the beginning),? (just|only|one|a single|nothing but|{_FEW} of|solely) <w><t4>",
    "first(,| only| just) (just|only|one|a single|the|there) <w><t4>",
    "(step one|the first step|first step|first lot|first batch|first slice|first stage|first round|phase one|stage one|week one|first bit|first piece|first portion)( would be| will be| is|'s|:| consists of)( only| just| nothing but| no more than)? <w><t5>",
    "(tiniest|smallest|littlest|least|cheapest) (bit|piece|step|slice|part|portion|version|thing|possible|one|unit)( first| to begin| we| i| of it| that)<t4>",
    "(dip|dipping) (a|our|one) toe<t4>",
    "on a (small|tiny|modest|limited) (scale|sample|footing)<t3>",
    "(as|like) an? (experiment|trial|test|pilot|try|rehearsal) (only|first|for|in|with|on|until|before)<t4>",
    "(only|just) (customers|users|patients|players|people|shops|orders|accounts|those|the ones|clerks|drivers|claims|members|guests|travellers|parents|pupils) (whose|who|that|with|in|on|from|of|at|under|below|above|between|signed) <w><t5>",
    f"^^(just|only) (the|one|a single|two|three|my|our|your|<NAME>'s) (?!thing|question|way|problem|reason|trouble|point|other|best|same|right)<g3>{_SPOT}(?! (?:in <g3>)?(?:can|could|know|knows|are|is|have|has|understand|understands|would|will))<t4>",
    f"it's (just|only) (the|one|a single|two) (?!thing|question|way|problem|reason|trouble|point|start|beginning|tip)<g2>({_SPOT}|batch)<t3>",
    f"then (only |just )?(one|a single|two|three) (?!thing|more|question|day\\b|of)<g2>{_SPOT}<t2>",
    "^(start|begin|try|take) (with|in|on|at)? ?<w> <c8>(nothing else|nothing more|nobody else|only|alone|and no more|to begin with|before anything)<t1>",
    f"one of the <num> <w> (for|until|till|over)(?= {_SHORT}| (?:a|the|one|two|three|four|<num>) )",
    # --- one, two, few of them, for a short time ---
    f"^^(one|single|two|three|four|five|six|ten|twelve|twenty|#) <g3>{_SPOT}(,| for| over| until| till| out of| of the| in| at| on| to begin| to start| first| only| alone) (<c10>({_SHORT}|{_ONLY}|out of|{_FEW} <w>|who (want|volunteer|signed)|those who)|with(?=[,.]))<t3>",
    f"^^(a|the|in the|in a|just one|only one|just two|only two|in one|with one|with two|on one|at one) (single )?<g3>{_SPOT}(,| for| over| until| till| to| only| alone) (?:<w>,? ){{0,6}}?<CUT>({_SHORT}|{_ONLY})",
    f"(one|single|two|three) {_SPOT}, (one|two|three|a single|a|{_FEW}) (<w> )?({_SPOT}|<u>)<t4>",
    f"# <g2>{_SPOT} (out of|of the) (the )?(<num>|hundred|hundreds|thousand|whole|all|many)<t2>",
    f"(one|a single|just one|only one|single) (?!thing|more|question|point|reason|day\\b|of (?:the|my|our) (?:best|biggest)|person\\b)<g2>{_SPOT} (first|only|alone|to begin with|to start with|for a start|at first|for now|and nothing else|and no other)<t2>",
    f"(one|a single) (?!thing|more|question|point|reason|person\\b)<g2>{_SPOT} (for|over|until|till|during)(?= {_SHORT}| (?:a|the|one|two|three|four|<num>) )",
    # --- we try it there ---
    f"(?:we|i|they|let's|let us|let me|to|us|me|you|and|<NAME>)('ll|'d| would| will| could| can| should| just| only| first| then)? ~ {_TRY} (it |this |that |the (<w> )?<w> |them )?(out )?(?:only |just |first )?(in|on|at|with|for) (only |just )?(one|a single|the|two|three|{_FEW}|my own|our own|a handful|a few|<NAME>) (?!whole|entire|full)(?:<w>,? ){{0,8}}?<CUT>(for {_SHORT}|{_SHORT}|{_ONLY}|us nine)",
    "(we|i|let's|let us|they|to)('ll|'d| will| would| just| simply)? ~ (start|begin|kick off|open) (with|on|in|at) (only |just |nothing but )?(the |one |a |my own |our own |two |dead |old |new |<NAME>'s )?(?!whole|entire|full|you\\b|your|question|apolog|<month>|q[1-4]|next|spring|summer|autumn|winter|week|time|the (?:morning|new|spring|summer|autumn|winter|first week))<w> <w><t4>",
    f"(let|have|get) (one|two|three|four|five|{_FEW}|a handful of|a few|the first) (?!of us|things)<w> (<w> )?(use|try|test|do|have|work with|play with|run|live with) (it|this|that|them)<t4>",
    "(give|lend|let|spare|grant) (me|us) (have )?(only |just )?(one|a single|the|two) (?!minute|moment|second|chance|reason|thing|example|hour|hint|idea|number|figure|name)<g3><w> (for|until|till|over|up to|during) (<num>|half|the end|a|<month>|easter|christmas|then|<u>)<t3>",
    "(let me|let us|i'd|i would|we'd|i'll|we'll|i|we)( like to)? (do|take|try|start with|convert|run|bring|pick) (only |just )?(the first (two|three|four|five|six|ten|\\d{1,2})(?! (?:hundred|thousand))|one|a single) (?!look|step back|break|time|thing|for|at)<w><t4>",
    "(take|takes|taking) (only |just )?(one|a single|the|two) (?!look|step|break|minute|moment|risk|point|lead|chance|blame|pager|phone|call|rest|load|decision|money|people|plunge|opportunity|liberty|trouble|time)<c8>(and nothing else|only|first|alone|and leave|nothing else|for now)<t4>",
    "(rather than|instead of) (the (whole|entire|full)|all|everything|all the|every) <g3><w>,? (we|i|just|only|one|it's|take)<t5>",
    "(leave|leaving) (the rest|everything else|the others|all else) (alone|out|for later|aside|as it is|untouched)<t4>",
    f"(make it|make do with|settle for|stick to|confine it to|limit it to|restrict it to|keep it to|down to|cut it down to|reduce it to) (only |just )?(one|a single|two|three|four|five|{_FEW}|<NAME>)( <w>)?( <w>)?(?=[,.;]| for| and| until| only| first|$)<t2>".replace(
        "{_FEW}", _FEW
    ),
    "(goes|go|is) (live )?(first|the first) (with it|there|to get|to try|and|,|only|alone|then|in|on|at)<t3>",
    "(on|onto|to) (the )?(test|beta|staging|canary|demo) (page|crowd|group|shop|till|ward|site|store|users?|players?)<t3>",
    "(beta|test|pilot|trial|friendly) (crowd|group|users?|customers?|site|ward|shop|store|school|class|players?|region|branch|crew|till)(?! (?:was|went|failed|never|is over|reorders?))<t3>",
    "# (<w> )?(people|users|players|customers|patients|families|shops|accounts|orders|drivers|clerks|teachers|members|guests|claims|files|records|merchants|sellers|readers|subscribers) (in|at|on|from|of) <NAME>(,| only| first| alone| for)<t3>",
    "#, (not|instead of) (the |all )?(<num>|hundred|thousand|whole|full)<t2>",
    "(the|our|a|this|my) ~ (pilot|trial|test|experiment|spike|prototype|dry run|try out|test run|trial run)(?: at <g3><w>| in <g3><w>| on <g3><w>)? (runs|lasts|takes|is limited|covers|goes on|(in|at|on|with) (one|two|the|a single|<NAME>|our|your)) (?!brochure|air|past|end|money)<w><t4>",
    "(one|the|two|three|first|that|six|four) ~ (fortnight|week|weeks|days|month|evening|morning|sprint|term) (on|in|at|with) (the |one |our |a )?<g3>(line|shop|ward|store|branch|site|class|crew|drivers|school|depot|server|counter|team|floor|desk|route|build|page)<t2>",
    "(in|at|on|with) (the|a|one) single <w><t4>",
    "(that's|which is) (a|about a|roughly a) (fortieth|tenth|twentieth|fraction|hundredth|thirtieth|fiftieth|fifth|handful) of<t4>",
    "(for now|for the time being|for the moment),? (nobody|no one|nothing|none) else<t2>",
)

TRIED: dict[str, tuple[str, ...]] = {"small_step": SMALL_STEP}
