"""Wordings that show something: where it comes from, what it does to the business, who did it before. Tables for `Phrases`."""

from __future__ import annotations

RECORDS = (
    r"(?:ledgers?|logs?|surveys?|reports?|dashboards?|records?|data|database|analytics|finance|controlling|"
    r"accounting|tracker|jira|audits?|"
    r"study|studies|books|invoices?|spreadsheets?|post ?mortems?|statements?|metrics|monitoring|"
    r"interviews?|tickets?|benchmarks?|"
    r"load tests?|tests?|measurements?|crm|exports?|accounts|query|queries|support desk|help ?desk|numbers|figures|contracts?|"
    r"grafana|datadog|salesforce|looker|tableau|zendesk|pagerduty|splunk|sentry|billing|payroll|timesheets?|telemetry|history|"
    r"readings?|funnel|calendar|rota|lists?|inventory|questionnaires?|sheets?|"
    r"retrospectives?|retros?|registers?|experiment|trial|pilot|poll|review|trace|traces|"
    r"a\/b test|customer calls|exit interviews|board paper|annual report|incident review|finance team)"
)
_CHECKED = (
    r"(?:checked|confirmed|verified|counted|measured|audited|signed off|reviewed|validated|pulled|calculated|"
    r"reconciled|gave (?:us|me)|"
    r"told (?:us|me)|tracked|recorded|ran|went through|stands behind|sampled|timed)"
)
_DEPARTMENT = (
    r"(?:finance|controlling|accounting|support|sales|legal|security|operations|ops|audit|analytics|billing|"
    r"marketing|procurement|hr|data team|customer success)"
)
_WHO_SAYS = (
    r"(?:shows?|says?|has|have|counts?|lists?|records?|puts|tells|reports?|gives|confirms?|proves?|had|showed|recorded|counted)"
)
_CUSTOMERS = (
    r"(?:customers?|users?|shoppers?|buyers?|clients?|subscribers?|patients?|members|merchants?|guests|consumers?|tenants)"
)

EVIDENCE: dict[str, tuple[str, ...]] = {
    "source": (
        rf"from/per/via (the |our |your |my |a |an |their |last <w> )?(?!<day>|<month>|now|then|you|me|scratch)<g3>{RECORDS}",
        (
            r"in/by (the |our |your |my )<g2>(ledgers?|logs?|surveys?|reports?|dashboards?|records|analytics|tracker|audits?|"
            r"books|invoices?|spreadsheets?|post ?mortems?|statements?|query|register|annual report)"
        ),
        (
            r"based/according/drawn/taken/pulled/counted/measured/checked/confirmed/verified/audited/reconciled (on|to|from|"
            r"in|by|out of|against|with) (the |our |your |my |a )?(?!you\b|me\b|us\b|that\b|it\b|this\b|trust\b|"
            r"my gut)<g3><w>"
        ),
        rf"out of (the |our |your |a )<g3>{RECORDS}", "source:? (is|was|here is)? ?(the |our |your )?<g2><w>",
        "sourced from <g3><w>",
        (
            "it/that/this/which/they/number/numbers/figures?/count/data/estimate (comes?|came) from (the |our |your |"
            "last )<g3><w>"
        ),
        rf"comes/come/came from {RECORDS}",
        r"it/that/this/which('s| is| was) from (the |our |your )(?!start|team\b|beginning|future|last|first|next)<g3><w>",
        r"numbers?/figures?/count/data/estimate (is|are|was|were) from (the |our |your )(?!start|team\b)<g3><w>",
        (
            rf"finance/support/controlling/accounting/sales/legal/audit/security/operations/analytics/billing( team| desk)?"
            rf"( has| have)? {_CHECKED}"
        ),
        "finance/controlling/accounting/support/sales/legal/operations/ops/audit/billing/procurement "
        "(has |have )?(booked|posted|logged|noted|wrote down|writes down|registered) <w>",
        (
            "@( has| have)? (checked|confirmed|verified|audited|measured|counted|reconciled|signed off)( on)? (it|that|this|"
            "these|those|them|the)"
        ),
        rf"@ (in|from) {_DEPARTMENT} <g2>{_CHECKED}",
        (
            "we/i( have|'ve)?( already| actually)? (measured|counted|tracked|logged|timed|sampled|benchmarked|surveyed|"
            "audited|interviewed)"
        ),
        (
            "we/i( have|'ve)? (pulled|took|taken|got|drew|read) (it|that|this|them|the (numbers?|figures?|data))( straight| directly|"
            " all)? (from|out of|off) <g2><w>"
        ),
        rf"the (<w> )?(<w> )?{RECORDS} {_WHO_SAYS}(?! to\b)", rf"our/your (<w> )?(<w> )?{RECORDS} {_WHO_SAYS}(?! to\b)",
        rf"grafana/datadog/salesforce/looker/tableau/zendesk/pagerduty/splunk/sentry/jira {_WHO_SAYS}",
        "it('s| is) in the (<w> )?(ledger|log|report|dashboard|survey|tracker|books|audit|post ?mortem|incident log)",
        "here (is|are) the (log|ledger|report|query|spreadsheet|data|export)",
        "finance/support('s|s) own (<w> )?(numbers?|figures?|count|ledger|report|log|data)",
        "your/our own (<w> )?(numbers?|figures?|count|ledger|report|log|data)",
        "look/looked (it|that|this|them) up in (the|last|our|your|this) <g2><w>",
        "keeps/keep/kept (the|a) (tally|count|score|record|records)<t2>",
        "measured (it |this |that )?(over|across|in|for|on) <g2><w>",
        "i can (show|send) you the (query|ledger|log|data|report|spreadsheet|raw <w>)",
    ),
    "comparison": (
        "instead of <w>", "rather than <w>", "compared (with|to) <w>", "as opposed to <w>", "versus/vs\\.? <w>",
        "against (the )?(<num>|last|previous|before|today|industry|benchmark|our|their)<t1>", "last time",
        "the last (one|try|attempt|rewrite|migration|project)", "unlike (the |our |last )?<w>", "relative to <w>",
        "in contrast", "twice (as|the|what|that)<t1>", "half (as|what|the price)<t1>", "double the <w>",
        "# times (as|more|less|faster|slower|cheaper|larger|bigger|higher|lower)<t1>",
        "# ?x (faster|slower|cheaper|more|less|better)",
        "# ?(%|percent|per cent) (more|less|faster|slower|cheaper|fewer|higher|lower|better|worse)( than)?<t1>",
        "more/less/fewer/faster/slower/cheaper/better/worse/higher/lower/longer/shorter/larger than <w>",
        "down/up from [$£€]?<num>", "from (about |roughly |around )?[$£€]?<num>( ?%)?<t2> to (about |roughly |under |below |only |at most |around )?[$£€]?<num>", "used to (be|take|cost)<t1>",
        "before and after", "a year ago", "same (as|number|amount|week|month|quarter) (as |last )?<w>",
        "the alternative( is| would be)?", "doing nothing (costs|means|is)",
    ),
    "outcome": (
        (
            r"lost/lose/loses/losing/win/wins/winning/save/saves/saved/saving/recover/recovers/earn/earns/retain/"
            r"retains/keep/keeps/gain/gains/protect/protects/cut/cuts/free/frees/bring/brings"
            r" <g5>([$£€]\d[\d.,]*(k|m)?|revenue|money|orders?|sales|customers?|users?|shoppers?|hours?|days?|weeks?|"
            r"renewals?|deals?|contracts?|margin|profit|capacity|sprints?|subscribers?|accounts?|market share|trust|"
            r"bookings?|carts?|refunds?|budget|\d+ ?%|[a-z]+ thousand|<num>k)"
        ),
        (
            r"orders?/revenue/sales/customers?/users?/shoppers?/renewals?/deals?/carts?/bookings?/money/margin/hours/"
            r"days/sprints?/accounts <g4>(lost|"
            r"saved|won|gone|missed|abandoned|that never came back|walk away|left|leave|drop|dropped|fall|grow|slip|at risk|"
            r"wasted|back|recovered|cancelled|churn|a month|a week|a quarter|a year)"
        ),
        "churn/revenue/renewals/profit/margin/refunds/penalties/fines/downtime/turnover/attrition", "churned", "market share",
        "return on investment", "roi", "time to market", "customer satisfaction", "support cost", "conversion( rate)?",
        (
            "hours/days/weeks (of )?(support|downtime|overtime|rework|manual work|firefighting|fire fighting|on call|waiting|"
            "work lost)"
        ),
        (
            "fewer/less/no/half (of )?(the |our |your )?<g2>(<problem>|refunds|interruptions?|escalations?|downtime|churn|"
            "rework|overtime|late nights|support hours|surprises|complaints)"
        ),
        (
            "cost/costs/costing (us|you|them|the company|the business|our customers|customers|your team|support|sales|"
            "the team) <g3>(<num>|[$£€]\\d[\\d.,]*(k|m)?|money|orders|customers|revenue|days?|hours?|weeks?|sprints?|sleep|"
            "deals?|renewals?)"
        ),
        "pays/pay/paid/paying (for )?(itself|back|it back)", "payback", "pays back (in|within|after) <w>",
        "return/returns (of |is )?[$£€]\\d",
        "ship/ships/launch/launches/deliver/delivers (<w> )?(earlier|sooner|faster|on time|twice as fast)",
        "earlier/sooner/faster launch", "failed (payments|orders|deliveries|checkouts)",
        "missed (deadlines?|launch|launches|renewals?|sla|slas)", "sla (penalt\\w+|breach\\w*)",
        "risk (falls|drops|goes down|is lower)", "lower(s)? the risk", "opportunity cost", "overtime", "on call load",
        (
            "incidents/outages/tickets/complaints/pages/calls <g3>(halve|halved|fall|fell|drop|dropped|go down|went down|"
            "stop|stopped|cut by)"
        ),
        (
            "less/lower/reduce/reduces/reducing/reduced (<g3>)(risk|cost|costs|churn|downtime|incidents|outages|tickets|"
            "support|complaints|refunds|effort|overtime)"
        ),
    ),
    "customer": (
        (
            "customers?/user/users/shopper/shoppers/buyers?/buyer/clients?/client/subscribers/subscriber/patients/"
            "patient/members/merchants/merchant/guests/consumers/tenants"
        ),
        "customer/customers'?<t1>", "people who (buy|order|shop|pay|call|write|use)<t1>",
        "shop/shops/store/stores/cafe/hotel/restaurant/salon/studio/practice/clinic owners?<t1>",
        "shopkeepers/shopkeeper/retailers/retailer/sellers/passengers/passenger/travellers",
        (
            "who (runs|owns|has|keeps|manages) (a|the|an|two|three|her own|his own) (<w> )?(shop|store|business|bakery|cafe|"
            "restaurant|farm|hotel|clinic|practice|studio|salon|garage|gym|school)<t1>"
        ),
        "orders?/checkout (lost|fail|fails|failed|that)", "orders", "carts?/basket/baskets( abandoned)?",
        "every (order|shopper|buyer)",
    ),
    "precedent": (
        (
            "@ (already |has already |have already )?(did|tried|run|ran|runs|uses|used|shipped|migrated|adopted|made|cut|"
            "moved|went through)<t1> (the same|this|it|that|exactly this)<t1>"
        ),
        "did the same( thing)?<t2>", "done (this|it|that|the same) (before|already|last|at|in|twice|once)<t1>",
        "already (did|done|tried|run|runs|running|shipped|works|worked|proven|in use|live) <g2><w>",
        (
            "works/worked/working (well )?(for|at|in) (the )?(<w> )?(team|region|office|company|department|warehouse|store|"
            "unit|division|germany|france|spain|poland|uk|us|emea|apac|payments|search|mobile|billing|<w>)"
        ),
        (
            "@ (is behind|backs|supports|stands behind|is for|is with|endorses|vouches for|has signed|is on board|agreed|"
            "agrees)<t2>"
        ),
        "@ (has|have) (already )?(agreed|signed off|offered|promised|backed|said yes)<t2>",
        "team/squad/group (did|tried|ran|has done|have done|already|went through|moved|cut|backs|supports)<t2>",
        (
            "we/i('ve| have)? (did|done|ran|run|tried|shipped) (this|it|that|the same|one) (before|last|in|at|for|with|"
            "already|twice|once)<t1>"
        ),
        "at my (last|previous) (company|job|team|place)",
        "other (teams|companies|departments|regions) (do|did|have|use|tried|already)<t1>",
        "stands/stand/stood behind (it|this|us|that)", "is/are (behind|backing) (it|this) too",
        "reference (customer|case|client)", "case study", "backed by <w>", "has/have/had the support of <w>",
        "same approach (at|in|for) <w>",
    ),
    "demo": (
        "let me show (you)?<t1>",
        "i/we (can|could|will|would like to|'ll|want to|'d like to) (quickly )?(show|demo|demonstrate) <w><t1>",
        "demo/prototype/mock/mockup/screenshot/walkthrough",
        "here is (a|the) (demo|prototype|graph|chart|log|screen|recording|picture|screenshot|page)",
        "here's (a|the) (demo|prototype|graph|chart|log|screen|recording|picture|screenshot|page)",
        "^look at (this|the|that)<t1>", "see (for yourself|(it|this) (running|live|work|yourself))<end>",
        "try it (yourself|now|out)", "have a look( at)?<t1>", "watch (this|what happens)",
        "on (this|my|the) (screen|laptop|slide|page)", "as you (can )?see (here|on)",
        "i('ve| have)? (brought|built|printed) (you )?(a|the|one) <w>",
    ),
    "story": (
        "picture/imagine (this|a|the|it|that|what|you|one|<day>)<t1>", "let me tell you (about|what|how)<t1>",
        "there was (a|an|one|this) <w>", "once,? (a|we|one|in|the) <w>", "i remember( when)?<t1>",
        (
            "one/a (of our |of your )?(customer|shopper|user|client|merchant|buyer|engineer|colleague|nurse|driver|"
            "teacher|shop owner|shopkeeper|baker|parent|member|woman|man|traveller|guest|patient)s?<t2> (called|wrote|told|waited|lost|tried|said|gave up|left|was|sat|asked|cancelled|ordered|phoned|rang|"
            "stood|missed|spent|got)"
        ),
        (
            "last/on/one/that (black friday|cyber monday|<day>|christmas|summer|winter|night|november|december|january|"
            "february|march|april|june|july|august|september|october)( night| morning| evening| afternoon)?,? <c8>(went|was|"
            "were|called|lost|sat|had|got|woke|waited|stood|failed|broke|rang|spent|wrote|told|came|fell|started|saw|took)"
        ),
        (
            "when (checkout|the site|the shop|it|search|payments?|the system|the database|production|the app) (went|was|fell|"
            "broke|crashed|failed|stopped)<t2>"
        ),
        "at (two|three|four|five|2|3|4|5) (am|in the morning|o'clock)<t1>", "woke/woken up? (at|by) <w>",
        "you may remember<t1>",
        (
            "@ (?<=,\\s)(who|a|an|one of) <c7>(lost|waited|spent|missed|stood|sat|drove|rang|called|phoned|tried|gave up|woke|"
            "cancelled|wrote|stayed)<t3>"
        ),
        "the (night|day|morning|weekend) (that |when |before )?<g3>(went|was|broke|failed|called|lost|launched|fell)",
        "black friday<t2> (was|went|lost|cost)",
    ),
    "credit": (
        "thanks to (?!you for|the fact)(<w>)<t1>", "credit (goes to|to|belongs to|for)<t2>",
        (
            "@ (found|built|wrote|spotted|suggested|came up with|noticed|worked out|designed|had the idea|did the (work|"
            "analysis|math|counting)|put together)<t2>"
        ),
        "your/her/his/their/maria's/team's idea",
        "your/her/his/their names? (will )?(goes?|belongs?|comes?) (on|under|first|in|at|to)<t3>",
        "i(<will>)? (say|write|put|note|mention) (so|that|it|this) <g2>(in|to) your (<w> )?(review|appraisal)<t2>",
        "i(<will>)? (say|write|tell|make clear) <g4>(it was|that was|this was|who) (you|yours|your (work|idea|doing|plan))<t2>",
        "the credit (is|will be|stays|goes)<t3>",
        "it/that/this (was|is) (your|her|his|their|<w>'s) (idea|work|suggestion|plan)",
        "you/they/she/he (were|was) (the (first|one)|right) (to|who|about)<t1>",
        "your team (built|found|did|saved|made|kept|already|spotted|showed)<t2>",
        "i/we (learned|learnt|got|took|have) (this|that|it|the idea) from <w><t1>",
        "without (your|her|his|their|@)<t1> (we|this|i) (would|could)<t1>", "as <w> (suggested|proposed|pointed out|showed)",
    ),
}  # fmt: skip
