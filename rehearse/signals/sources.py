"""Ways of saying where something is known from: a record that says so, somebody who counted, a place where it stands. For `ways`."""

from __future__ import annotations

_PLAIN = (
    r"(?:for|of|from|in|on|at|to|with|and|or|the|a|an|is|was|are|were|be|that|which|who|we|i|you|it|they|he|she|this|as|if|by|until|before|after|than|our|your|"
    r"will|would|can|could|not|no|so|but|when|while|per|off|out|into|over|up|down|about|has|have|had)"
)
_W = rf"(?!{_PLAIN}(?![\w'-]))[\w&/'-]{{1,24}}"
RECORD = (
    r"(?:(?:\w{2,12} )?(?:ledger|log|log ?book|survey|report|dashboard|record|database|tracker|audit|study|invoice|bill|spreadsheet|post ?mortem|statement|"
    r"interview|ticket|benchmark|load test|measurement|export|account|query|contract|timesheet|time sheet|reading|rota|roster|inventory|questionnaire|sheet|"
    r"retro|retrospective|register|registry|poll|trace|review|diary|notebook|letter|bulletin|certificate|protocol|file|white paper|census|"
    r"badge reader|turnstile|gauge|meter|counter|sensor|logger|scanner|stopwatch|tachograph|timer|clicker|receipt|credit note|delivery note|payslip|switchboard|"
    r"table|list|note|time clock|cash desk|till roll|till receipt|bar ?code|wallboard|catalogue|screenshot|heat ?map|purchase order|form|box|book|card index|calendar|chart|graph|notes|printout|print-out|slip|complaint|docket|manifest|backup log|camera|recording|"
    r"transcript|sample|statistic|quote|quotation|fuel card|meter reading|scale|backlog|exit interview|annual report|support desk|help ?desk|crm|a\/b test|finding|stocktake|count|tally|head ?count|order book)s?"
    r"|(?:the|meeting|board|moderation|council|committee|review|team|court) minutes|data|analytics|metrics|telemetry|monitoring|payroll|billing|books|history|numbers|figures|footage|cctv|time sheets|feedback|"
    r"(?i:grafana|datadog|salesforce|looker|tableau|zendesk|pagerduty|splunk|sentry|jira|opsgenie|kibana|prometheus|sap|excel|git|github|gitlab|confluence|"
    r"sharepoint|hubspot|servicenow|intercom|mixpanel|amplitude|new relic|google analytics|power bi|stripe|cost explorer)|"
    r"tally|controlling|accounting|finance)"
)
# What is hardly ever named for anything else than what stands in it.
_TOLD = (
    r"(?:ledger|log|log ?book|survey|report|dashboard|record|database|tracker|audit|study|invoice|bill|spreadsheet|post ?mortem|statement|interview|benchmark|measurement|"
    r"export|query|timesheet|time sheet|reading|rota|roster|inventory|questionnaire|register|registry|poll|census|diary|notebook|bulletin|receipt|credit note|"
    r"delivery note|payslip|statistic|exit interview|turnstile|badge reader|meter|sensor|logger|scanner|telemetry|history|analytics|metric|telephone system|"
    r"phone system|call list|fault list|incident list|renewal list|defect list|(?:release|planning|shift|production) calendar|build server|ticket search|release notes|(?:duty|order|visitors?|complaints?|reception|guest|day|cash|site|wages) book|asset list|price list|playtest|time trial|complaint|cancellation|letter|ticket|(?:side by side |load |stress |field |time )?test(?= (?:on|of|in|with))|retro|retrospective|league table|stopwatch|drill|rehearsal|playtest|load test|dry run|controller|"
    r"accounts?|books|figures|numbers|data|crm|minutes|file)s?"
)
# The same, where hardly anything else can be meant: what may stand alone, without a figure beside it.
SURE = (
    r"(?:ledger|log|log ?book|survey|invoice|bill|spreadsheet|post ?mortem|statement|export|query|timesheet|time sheet|register|registry|dashboard|roster|diary|"
    r"tracker|census|audit|questionnaire|receipt|turnstile|stopwatch|telemetry|tachograph|incident (?:list|report|review)|accounts?|annual report|crm|"
    r"phone system|ticket system|crash reporter|note|duty book|complaints? (?:book|box|register|desk|file)|call list|support tickets?|contract|payroll|billing (?:export|system|run))s?"
)
_N = r"(?:[$\u00a3\u20ac]?\d[\d.,]*k?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?)"
_DET = r"(?:(?:the|our|your|my|their|his|her|its|last|this|that|those|these|a|an|[A-Z][\w'-]{1,20}'s|[\w-]{2,16}'s|both|two|all|every) ){0,2}"
_DET1 = _DET.replace("{0,2}", "{1,2}")
_MOD = rf"(?:{_W} ){{0,3}}?"
_DONE = r"(?:'ve| have| has|'s| had)?(?: already| actually| just| once| really| all| simply| then| even| both| each| myself| himself| herself| ourselves| always| personally| carefully)?"
_STANDS = r"(?:it|that|this|they|those|these|which|both|all of it|the (?:number|figure|count|amount|sum|list|rest|names?|proof|data)s?|numbers?|figures?|\w+ (?:hours|days|minutes|calls|counts))"

_RECORD_THERE = (
    rf"(?:the|our|your|their|my|his|her|its|last|this|every|[A-Z][\w'-]{{1,20}}'s|[\w-]{{2,16}}'s)(?: [\w&/'-]{{2,24}}){{0,4}}? {RECORD}"
    rf"(?: (?:for|of|from|at|in|by|that [\w']{{2,20}}(?: \w{{2,12}})? ran) (?:the |our |my ){{0,1}}(?:[\w&'-]{{1,16}} ){{0,2}}?[\w-]{{1,16}})?(?: here| there| also| alone| itself| only)?,?"
)

SOURCES: dict[str, tuple[str, ...]] = {
    "source": (
        # --- a record says so
        rf"{_RECORD_THERE} ~ says?/show/shows/showed/give/gives/gave/puts?/put/listed/counted/proves?/confirms?/confirmed/recorded/reported/describes/tells?/told/registered/noted/reads<t4>",
        rf"{_RECORD_THERE} ~ lists/counts/records/reports/names/quotes (<num>|\d+|every|each|the|all|who|what|how|us|only|just|about)<t3>",
        rf"{_RECORD_THERE} ~ has/have/had (it|that|them|us|{_N}|every|each|all|none|the (names?|list|figures?|dates?))(?! (?:\w+ )?(?:tabs|fields|columns|pages|rows|lines|sheets|sides|parts)\b)<t2>",
        rf"{_RECORD_THERE} ~ comes?/came (to|out at|out to|in at) <g1><w>",
        rf"say/says/said/according/agrees (to )?{_DET}{_MOD}{RECORD}<end>",
        rf"says?/according/per (to )?{_DET1}{_MOD}(?:{RECORD}|{_TOLD})",
        rf"says? <NAME> <g2>(from|in|at) {_DET}{_MOD}(?:{RECORD}|{_TOLD}|<w>)",
        "says/said/according (to )?(?i:zendesk|jira|sentry|grafana|datadog|salesforce|looker|tableau|splunk|pagerduty|opsgenie|kibana|sap|stripe|git|the git history|finance|controlling|accounting|support|billing|payroll)<end>",
        "says/according (to )?<NAME> (in|from|at) <w><end>",
        rf"it ~ says (so )?(on|in) {_DET}{_MOD}{RECORD}", r"(?:it|that|this|they) ~ says?/say so (on|in) <w>",
        "zendesk/jira/sentry/grafana/datadog/salesforce/looker/tableau/splunk/pagerduty/opsgenie/kibana/prometheus/servicenow/git (history )?(says|shows|has|counts|lists|gives|reports|puts|recorded|logged)<t2>",
        r"(?:the|our|your|their) (?:\w{2,16} )?(?:supplier|vendor|landlord|agency|bank|insurer|carrier|printer|contractor|consultant|auditor|dealer|manufacturer)s? ~ quotes?/quoted/charges/charged/bills/billed/invoices/invoiced/wrote/found (us |it |that |you )?(<num>|[$£€]?\d|in |for )<t2>",
        # --- where it stands
        rf"{_STANDS}(?:'s|'re| is| are| was| were)?(?: all| both| only| taken| straight| directly| simply)? ~ stands?/stand/comes/come/came/stems/stem/taken/drawn/is/are/was/were (straight |directly |all |right )?(from|out of|off) {_DET}{_MOD}{RECORD}",
        rf"{_STANDS} ~ stand/stands/is/are (all |right |there )?(in|on) {_DET}{_MOD}{SURE}",
        rf"it/that/they/which/those/these/this/each/entry/money/all/both('s|'re| is| are| was| were)?( all| right| there| now| still| written| noted| recorded| down)? (in|on) {_DET}{_MOD}(?:{SURE}|{_TOLD})",
        rf"it/that/they/which/those/these/this('s|'re| is| are| was| were)( all| straight| directly| both)? (from|out of|off) {_DET}{_MOD}(?:{RECORD}|{_TOLD})",
        r"(?:where|what) (?:the|that|those|these|my|our) (?:[\w-]{1,16} ){0,3}(?:number|figure|count|minute|hour|day|percent|per cent|sum|estimate|share)s?(?:'s| is| are) ~ from",
        "that/it/this('s| is)? where (the|that|those|these|my|our|i|we) <g4>(from|found it|got it|took it|have it)<end>",
        rf"(?:is|are|was|were|it's|that's|they're|those are|these are|comes|come|came|stems|stem|taken|drawn|pulled|copied|counted|extrapolated|estimated|worked out|lifted|got) ~ from/off/by/out {_DET}{_MOD}{RECORD}",
        r"the/our/those/these/that/this (?:[\w'-]{1,20} ){0,3}(?:number|figure|count|data|estimate|hour|sum|share|amount|proof|answer)s? (comes?|came|stems?|is|are|was|were|rests?|rely|relies)( based)?( straight| directly| all| taken| only)? (from|on|off|out of) (?!you\b|me\b|us\b|trust\b|top\b|the (?:start|team|beginning|future|last|first|next)\b)<g2><w>",
        rf"(?:got|have|took|had|know|draw|pulled|copied|lifted|read|found|extrapolated|estimated|calculated|derived)(?: (?:the|that|it|this|them|those|all|my|our|of|\w{{2,16}})){{1,4}} ~ from/off/out (of )?{_DET}{_MOD}(?:{RECORD}|{_TOLD})",
        rf"[\w-]{{3,20}}'s ~ from/off {_DET1}{_MOD}(?:{SURE}|{_TOLD})",
        rf"(?:come|comes|came|stems) ~ from {_DET1}{_MOD}(?:{_TOLD}|{SURE})",
        r"(?:is|are|was|were|it's|that's|came|come|comes) ~ straight/directly/right/fresh (out of|off) <g2><w>",
        rf"^straight/directly/right/fresh/all/both/taken (straight |directly |right )?(off|out of|from) {_DET1}{_MOD}(?:{RECORD}|{_TOLD})<t2>",
        "(?:extrapolated|estimated|calculated|derived|worked) (?:it|that|this|them|those)(?: out)? ~ from <w><t2>",
        rf"(?:find|see|read|check|have) (?:it|that|this|them|both|the \w+|all \w+) ~ in {_DET1}{_MOD}(?:{SURE}|{_TOLD})",
        rf"(?:proof|evidence|basis|source) ~ is/are {_DET}{_MOD}{SURE}",
        r"(?:<NAME>|they|he|she|<WHO>) ~ wrote/put/described/written (it|this|that|them|all of it|everything) (up|in writing|down)<t3>",
        "(?:<NAME>|they|he|she) ~ described/published/documented/reported/wrote (it|this|that|about it|it all|everything)( up)? in (a|the|their|his|her) <g2>(white paper|paper|study|report|article|bulletin|post mortem|book)",
        "told/tells me/us (so )?(on the record|in writing|in so many words)",
        r"(?:it|that|this|they|those|these|figures?|numbers?)(?:'s|'re| is| are) <NAME>'s(?: own)? ~ count/tally/figures?/numbers?/ledger/estimate/measurements?/records?( from| off| for|,|<end>)",
        rf"!i'll/we'll/i/we/you/will/to/can/could/you'll take (it|that) from {_DET1}{_MOD}(?:{SURE}|{_TOLD})<t3>",
        rf"(?:know|knows|knew|learned|learnt|saw|see|worked it out|measured) ~ from {_DET1}{_MOD}(?:{SURE}|{_TOLD}|(?:meter |gauge )?readings|loggers|scales|counters)(?! you)<t2>",
        rf"(?:<NAME>|<THEY>){_DONE} ~ pulls/draws/takes/reads/prints (it|them|that|those|the (?:number|figure|count|list|total|readings?)s?) (from|off|out of|in) <g3><w>",
        r"(?:'s|is|are|was|were|it's|that's) ~ off the <g1>(weights?|cards?|scales?|cameras?|loggers?|readings?|printers?|sensors?|gauges?|clocks?)",
        rf"^by {_DET1}{_MOD}(?:{RECORD})(?:,| <w>)",
        r"count/check/read/open/compare (it|them|that|those)( for)? (yourself|yourselves)<t1>",
        r"(?:<NAME>|they|he|she|<THEY>)(?: has| have|'s|'ve)? ~ published (it|this|that|them|the (?:figures?|numbers?|results?|list))<t2>",
        r"(?:i|we|<NAME>|<THEY>)(?: sat| stood| went)(?: down| there| in)? and ~ counted/timed/measured/watched/noted/wrote (it|them|that|every|each|all|the)<t3>",
        r"(?:numbers?|figures?|lists?|counts?|books?|tally)(?:'s|'re| is| are| was| were) ~ kept/collected/maintained/run/done/gathered by <w><t3>",
        "what/where i/we (have|got|took|had) (it|that|this|them) from<t4>",
        r"based/drawn/extrapolated/estimated/derived (from|on) (?!you\b|me\b|us\b|trust\b|that\b|it\b|this\b|my gut)<g3><w>",
        r"are/is/were what (people|they|the <w>|<w>) (themselves |himself |herself )?(put|puts|wrote|write|book|booked|log|logged|entered|noted|filled) (down |in )?(in|into|on|to)<t4>",
        r"(?:those|these|they|that|this)(?: are|'re| is|'s| were| was) (?:the|our|their|his|her|its|\w+'s)?(?: [\w'-]{2,20}){0,3} ~ statements/readings/words/invoices/receipts/counts/minutes/records/answers/entries/measurements/figures<t3>",
        "it/that/this/which/they rests? on <g3><w>",
        r"page/slide/row/line/ticket/tickets/incident/case/invoice/account/docket/file/finding/appendix (no |number |nr )?#?\d+[\w-]*( of <g3><w>)?",
        rf"look ~ at {_DET}{_MOD}{SURE}", rf"look/ask/open/see/check (at |in |up )?{_DET}{_MOD}{SURE}(?=[:,;])<t3>",
        rf"look/ask/open/see/check (at |in |up )?{_DET}(?:[\w-]{{2,20}} ){{0,2}}?{RECORD}:<t3>",
        rf"look/open/see/check/read (up |at |it up |them up )?(in )?{_DET}{_MOD}{SURE}( yourself)?<end>",
        "open/look/read/check (the|our|that) <g2>(yourself|up)<end>",
        rf"here('s| is| are| you have) (the|our|my|his|her) {_MOD}{SURE}",
        r"(?:you|anybody|anyone|everybody) can ~ check/find/verify/look/see/read/count (it|that|this|them|both|each of them|the \w+|every \w+)?( up)?( yourself)?( in| on| with| against) <g2><w>",
        r"you/anybody/anyone can (check|find|verify|look up|look it up|look that up|see|read) (it|that|this|them|both|each of them|the \w+)?( in| on| with| against) <g2><w>",
        r"have/has/got (it|that|this|them|both|the \w+|his \w+|her \w+|their \w+)( all)? (in writing|in black and white|on file|on record|on paper)",
        r"(?:it|that|this|they|those|both|all)(?:'s|'re| is| are)(?: all| there)? ~ (in black and white|on file|on record|documented in (?!a wiki|the wiki)<g2><w>)",
        rf"(?:every|each|all the|all)(?: {_W}){{1,3}} (?:is|are|gets?|was|were) ~ logged/recorded/booked/timed/noted/counted(?! on)<t3>",
        rf"<WHO>{_DONE} ~ (keeping|kept|keeps) (count|track|score|a (?:list|tally|record|log|count|diary|note)) (of|since|for|from)(?! (?:time|me|you|course)\b)<t3>",
        r"(?:i|we)(?:'ve| have)? (?:had|asked|got) (?:<NAME>|<THEY>|the \w+)(?: to)? ~ (count|time|measure|weigh|log|check|add up|tally)( it| them| that| the| every| each| all)<t3>",
        r"<NAME>'s (?:own )?(?:count|figures?|numbers?|notes|log|list|tally|measurements?|report|ledger|sheet|book) ~ say/says/show/shows/give/gives/put/puts/has/have/come/comes<t3>",
        "(according to|as reported by|reported by|as counted by|confirmed by) <NAME>(?! (?:it's|we|you|i)\\b)<t2>",
        r"(?:i|we)(?:'ve| have)?(?: got)? (?:it|that|this|the figure|the number|the \w+)(?: straight| directly)? ~ from <NAME>,? (?:in|from|at|who|of)<t3>",
        # --- who counted
        rf"<WHO>{_DONE} ~ counted/measured/timed/tallied/clocked/weighed/logged/audited/surveyed/interviewed/polled/sampled/benchmarked/calculated/reconciled/tracked(?! (?:on|for) (?:you|me|us|him|her|them|it|your|my|our)\b)<t3>",
        rf"<WHO>{_DONE} ~ added/totted/summed (it|them|those|that|everything|every <w>|the <w>)?( ?all)? ?up<t3>",
        rf"<WHO>{_DONE} ~ worked (it|that|this|them) out<t3>",
        rf"<WHO>{_DONE} ~ wrote/jotted down <w><t3>", rf"<WHO>{_DONE} ~ wrote (it|them|that|those|the \w+|every \w+) down<t3>",
        rf"<WHO>{_DONE} ~ noted/booked/listed/registered/posted/logged (down )?(it|them|every|each|all|those|these|the answers|their answers|<num>)<t3>",
        rf"<WHO>{_DONE} ~ kept/keeps? (a|the|that|this) (list|tally|count|notebook|log|diary|record|score|book|file|sheet)(?! (?:going|of what))<t2>",
        r"keeps/keep/kept (the|a|that) (tally|count|score|records?|list|book|diary|sheet|log)(?! (?:going|short|small|of what|open|up))<t2>",
        rf"<WHO>{_DONE} ~ stood/sat/was (there |next to <w> |by the <w> |beside <w> |at the <w> |in the <w> |down there )?with (a|the|his|her|my) (stopwatch|watch|clipboard|clicker|notebook|pad|pencil|list|tape|counter)",
        rf"<WHO>{_DONE} ~ went/gone/looked/read/dug/combed/been/trawled/leafed/waded (back )?(through|into|over) (the |our |your |my |all |every |each |a |last |<num> ){{0,2}}(?:[\w'-]{{2,20}} ){{0,3}}?{RECORD}",
        rf"(?:had|let|have|made) (?:the |our |an? )?\w{{2,20}} ~ go/count/comb/read (through )?<g5>{RECORD}<t3>",
        rf"<WHO>{_DONE} ~ asked/rang/phoned/polled/quizzed (round |around )?(all|every|each|<num>|a (dozen|hundred|sample)|our|the|two|both|everybody) <g2><w>(?= |,|\.)",
        rf"<WHO>{_DONE} ~ put/made a (tick|stroke|cross|mark) <g2><w>", rf"<WHO>{_DONE} ~ dug (out|up) <g2><w>",
        rf"<WHO>{_DONE} ~ stopped the (time|clock)",
        rf"<WHO>{_DONE} ~ checked/verified (it|them|that|this|those|every|each|all|both|the <w>)( myself| ourselves| against| with| in)?<t2>",
        rf"<WHO>{_DONE} ~ pulled/took/drew/copied/lifted/fetched/got/read/have (it|that|them|this|those|these|the (number|figure|data|count|list)s?|<num>)( straight| directly| all)? (from|off|out of) <g3><w>",
        rf"<WHO>{_DONE} ~ did (it|that|them) (with (?:a|the|my|his|her) (?:stopwatch|watch|tape|ruler|clicker|counter|tally|list|calculator|spreadsheet|notebook)|by hand|by eye|from the|off the)<t3>",
        rf"<WHO>{_DONE} ~ did/made the (sums?|count|counting|maths|math|analysis|calculation)<t3>",
        rf"<WHO>{_DONE} ~ gave/sent/showed/handed/pulled/put/brought (together )?(me |us )?(the|that|these|those|a) <g1>(number|figure|count|list|data|total|tally|breakdown|export)s?",
        rf"<WHO>{_DONE} ~ confirmed/reckons/reckon/estimates/estimated/validated (it|that|this|them|a|an|the|about|around|<num>|those|these)<t2>",
        rf"(?:people|somebody|the guests|visitors|passengers|they) ~ told/said (us )?(in|on) (the|our|a) {_MOD}{RECORD}",
        "measured (it |this |that )?(over|across) <g2><w>",
        "counted/tallied/timed/checked/verified/confirmed/logged/recorded/audited/measured (<w> )?by (me|us|him|her|hand|finance|support|controlling|accounting|<NAME>|our <w>|the <w>|your <w>)<t1>",
        r"counted/tallied/timed/measured/checked/verified (it |that |them |this )?(together )?with (?!you\b|care\b)<w><t1>",
        rf"(?:finance|support|controlling|accounting|sales|legal|audit|security|operations|ops|analytics|billing|procurement|marketing|hr|the data team|customer success|our auditors?|your auditors?|the auditors?){_DONE}(?: team| desk)?{_DONE} ~ checked/confirmed/verified/counted/measured/audited/booked/posted/logged/noted/registered/reconciled/validated/found/signed/calculated/tracked/wrote/told/gave<t3>",
        r"<NAME>,? (?:in|from|at|of|over in) (?:the |our |your )?\w{2,20},?(?: \w{2,12})? ~ confirmed/checked/counted/measured/reckons/says/told/keeps/wrote/audited/found/estimates/calculated/worked/gave/sent/paid/pulled/noted<t3>",
        # --- in the words of those concerned
        r"in (their|her|his) own (words|letters?|hand)<t2>",
        r"in (the|our|their|his|her|last <w>'s?) (?:[\w'-]{2,20} ){0,2}(survey|letters?|interviews?|feedback box|complaints? (?:book|box|register)|exit interviews?|cancellation letters?|minutes|retro|questionnaire),? <c4>(said|wrote|named?|call(ed)?|complain(ed)?|told|<num>|\d)",
        r"survey/poll/sample/census (had|has|was|of|counted|came|took)( only| just)? <c2>(<num>|\d+)<t2>",
        "our/the sample (was|is|has|had) <g2><w>",
        "source(?=:)<t4>", "!a/no/another/any source (is|was) (the |our |your )?<g2><w>", "sourced from <g3><w>",
        "number/numbers/figures?/count/data/estimate/it/that/this/these ((is|are|was|were) )?sourced from <w>",
        "the ledger/log/report/survey/dashboard/books/audit/accounts/tracker/query has it<t1>",
        "finance/support('s|s) own (<w> )?(numbers?|figures?|count|ledger|report|log|data)",
        "your/our own (<w> )?(numbers?|figures?|count|ledger|report|log|data|notes|list|auditors?)",
        "i/we ((can|will|'ll) )?(show|send) you the (query|ledger|log|data|report|spreadsheet|raw <w>|count|export)",
        "list/log/data/numbers/table/report/count/export/sheet (of (it|them) )?(is|are) (attached|in the appendix|below|on the wiki|in your inbox|in the shared folder|on the table)",
        r"^@ (logs?|ledgers?|reports?|audits?|surveys?|registers?|trackers?|spreadsheets?|timesheets?|statements?|invoices?|exports?|dashboards?)<end>",
        rf"the/our/your/their (?:[\w-]{{2,20}} ){{0,2}}{SURE} (for|of) (<month>|q[1-4]|last|the last|this|20\d\d)<t2>",
        rf"it/that/this/these/those (is|are|was|were) ?(all )?(in|on) (the|our|your|his|her|my) {_MOD}{SURE}",
        "i/we looked (it|that|this|them) up<t4>", "looked (it|that|this|them) up (in|on|at) <g2><w>",
    ),
    # Only where a figure, or what came of it, stands in the same sentence: `find` sees to it.
    "source?": (
        rf"from/per/via/in {_DET1}(?!<day>|<month>|then\b|you\b|me\b|us\b|scratch\b|now\b){_MOD}{_TOLD}(?! \w+ing\b)",
        rf"!take/takes/taken/taking/took/it/that/them/this out of {_DET1}{_MOD}{_TOLD}",
        rf"by {_DET1}{_MOD}(?:estimate|reckoning|count|papers?|books|records?|log|figures|numbers|own account|calculation|measurements?)s?",
        r"according to <g3><w>",
    ),
}  # fmt: skip
