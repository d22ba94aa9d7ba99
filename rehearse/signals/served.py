"""Who is served, under any name: customers, patients, tenants, the widow at window three. Words for tables, and a table for `ways`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found

PEOPLE = (
    r"(?i:(?:customer|client|user|shopper|buyer|patient|guest|passenger|traveller|traveler|commuter|subscriber|member|merchant|consumer|tenant|resident|citizen|"
    r"visitor|viewer|listener|player|gamer|pupil|student|learner|parent|pensioner|widow|claimant|applicant|policyholder|policy holder|borrower|"
    r"cardholder|account holder|donor|farmer|grower|haulier|hauler|broker|dealer|reseller|retailer|seller|franchisee|franchise holder|shopkeeper|hotelier|taxpayer|"
    r"landlord|householder|homeowner|house owner|caller|regular|walk-in|attendee|spectator|holidaymaker|tourist|cyclist|motorist|rider|lodger|leaseholder|"
    r"saver|believer|worshipper|referee|beneficiary|recipient|survivor|flood victim|refugee|asylum seeker|job seeker|jobseeker|"
    r"wholesaler|importer|exporter|publisher|author|candidate|bidder|winner|diner|eater|streamer|addressee|depositor|tradesman|"
    r"tradeswoman|craftsman|stallholder|stall holder|market trader|beekeeper|breeder|winemaker|brewer|pet owner|dog owner|car owner|boat owner|shop owner|store owner|"
    r"salon owner|cafe owner|owner of the (?:shop|cafe|salon|garage))s?"
    r"|relatives|families|family|households|couples|kids|children|mothers|fathers|mums|dads|grandparents|tradesmen|tradespeople|townspeople|folks who)"
)
PLACES = (
    r"(?i:shop|store|branche|hotel|clinic|hospital|practice|school|restaurant|pharmac(?:y|ie)|chemist|bakery|bakerie|salon|library|librarie|theatre|gym|kindergarten|"
    r"nursery|nurserie|care home|farm|cooperative|co-op|co-operative|brewery|brewerie|winery|winerie|florist|butcher|grocer|hairdresser|dairy|dairie|garden centre|shopping centre|club|parish|municipality|"
    r"municipalitie|town hall|council office|household|tenancy|tenancie|warehouse customer|laborator(?:y|ie)|dealership|campsite|museum|cinema|pub)s"
)
_HEADS = (
    r"(?:experience|journey|value|satisfaction|base|service|care|file|record|data|database|portal|complaint|association|letter|number|id|account|area|point|support|success|"
    r"centre|center|list|name|group|segment|facing|score|focus|feedback|need|requirement|story|stories|interview|survey|research|interface|manual|guide|card|type|role|"
    r"test|acceptance|login|log-in|session|stocktake|advocate|relation|representative|rep|zero|one|agent|desk|s?hip|fee|council|council's|association's)s?\b"
)
_KEPT = (
    r"(?:clinics|hotels|practices|restaurants|pharmacies|chemists|bakeries|salons|libraries|theatres|kindergartens|nurseries|care homes|farms|cooperatives|co-operatives|"
    r"breweries|wineries|florists|butchers|grocers|hairdressers|garden centres|parishes|municipalities|town halls|laboratories|dealerships|campsites|museums|cinemas|pubs|clubs)"
)
_NAMED = re.compile(
    rf"\b(?:{PEOPLE}|{_KEPT}|orders(?! (?:of magnitude|from above|to|from the|are printed)\b)|every order)(?:'s?)?(?![\w-])(?! {_HEADS})"
)
# Words that are hardly ever meant as whom one serves.
_NOT_SERVED = re.compile(
    r"(?:\b(?:team|staff|crew|board|family|union|committee|council|panel|jury|party|standing|marching|court|parts|work|purchase|my|his|her|in|badge|card|barcode|customs|"
    r"insurance|scrap|training|test|real|small|sharpest|best|toughest|mystery|by the|on the|many|two small|three small|got small)\s$)"
)
_AMBIGUOUS = re.compile(
    r"(?:members?|readers?|players?|family|author|children|kids|authors|riders?|fans?|recipients?|regulars?|couples|winners?|candidates?|savers?|brokers?|dealers?|buyers?|patients|shoppers?|orders|callers?|fathers|relatives)$"
)
_ONE = r"(?:woman|man|lady|gentleman|boy|girl|lad|mum|mother|father|dad|couple|pensioner|widow|widower|kid|child|family|old lady|old man|grandmother|grandfather|grandma|granny|nan|baker|butcher|grocer|florist|chemist|pharmacist|dentist|farmer|hairdresser|shopkeeper|shop owner|innkeeper|beekeeper|mechanic|plumber|electrician|carpenter|gardener|teacher of \w+|receptionist|hotel|salon|bakery|restaurant|clinic|pharmacy|guest house|cafe|kindergarten)"
_FELT = (
    r"(?:rang|rings|ring|called|calls|call|phoned|phones|wrote|writes|write|waited|waits|wait|stood|stands|stand|paid|pays|pay|asked|asks|ask|told|tells|complained|complains|complain|typed|types|"
    r"tried|tries|lost|loses|lose|missed|misses|got|gets|get|had|has|have|sat|sits|left|leaves|leave|came|comes|come|went|goes|go|cried|cries|queued|queues|queue|couldn't|could|can't|cannot|can|"
    r"is|was|are|were|gave|gives|give|cancelled|cancels|cancel|ordered|orders|order|booked|books|book|spent|spends|spend|uses|use|used|prints|print|needs|need|wants|want|would|will|won't|never|no longer|still|feels|feel|notices|notice|hears|hear|sees|see)"
)

# A place that does something or to which something is done: "the shops wait", "for the clinics".
_SITED = re.compile(
    rf"\b(?:{PLACES}(?: (?:in|from|at|of) \w+)? (?:{_FELT})|(?:for|to|from|charge|serve|tell|told|reach|help|send) (?:the |our |your |all |all the |those |small |little )?(?:{PLACES}))\b"
)

SERVED: dict[str, tuple[str, ...]] = {
    "customer": (
        # one of them, met somewhere
        rf"a/an/one/the/that/this/some/another (?:(?!of\b)[\w'-]{{2,16}} ){{0,2}}{_ONE}(?: (?:of (?:\w{{2,9}}|\d+)|aged \w+))?,? (from|at|in|on|of|with|near|who|whose|up|over|round|{_FELT})(?! (?:charge|hall|the room))<t2>",
        rf"mr/mrs/ms/miss/madame/frau/herr/sir/old <NAME>,? (who|whose|from <NAME>|in (?:bed|room|flat|ward|seat|\d|<NAME>)|at the (?:till|counter|window|chemist|garden|corner)|of <NAME>|from the \w+ (?:centre|shop|farm|farmhouse)|the \w+ (?:centre|shop|farm) one|rang|called|phoned|wrote|waited|waits|typed|types|paid|asked for|stood|couldn't|cannot|can't|had to|presses|complained|missed|sat|a (?:\w+ )?{_ONE})(?! (?:will|is going|takes it|owns|keeps|has it))<t2>",
        r"<NAME> ~ from/in/at/of <NAME>,? (rang|called|phoned|wrote|waited|paid twice|complained|typed|queued|missed|cancelled)<t2>",
        r"it/there ~ is/are/was/were (the|a|some|those|these|small|little|mostly|mainly) <g2>(corner shops?|shops that|people|sellers|growers|families|small ones)<t2>",
        r"(?:anyone|anybody|everyone|everybody|those|somebody|someone|people|whoever|nobody|no one) ~ who/with/over/in/at/under (?:has |have |had |'s |'ve )?(?:a |the |an |their |two |more )?(buy|buys|order|orders|shop|shops|pay|pays|paid|book|books|travel|travels|fly|flies|rent|rents|subscribe|visit|visits|rang|ring|rings|call|calls|write|writes|wrote|driven|seventy|sixty|eighty|eighteen|pram|wheelchair|walking frame|guide dog|dead phone|queue|waiting room|hotline|dog|ticket|voucher|card|basket|cart|\d+k? (?:articles|orders|tickets|items|accounts))<t2>",
        r"somebody/someone/nobody (cancelled|booked|ordered|bought|paid|rang|calls|called|returned|came back) (her|his|their|the|a|for|in|up|because|twice|with)<t2>",
        r"for/to/of (the )?(regulars|walk-ins|newcomers|locals|elderly|blind|deaf|small ones|public|folks? (?:out )?there|people out there|people at the (?:counter|till|window|desk|gate))<t1>",
        r"<NAME>,? who ~ runs/owns/has/keeps (a|the|an|two|three|her own|his own) (<w> )?(shop|store|business|bakery|cafe|restaurant|farm|hotel|clinic|practice|studio|salon|garage|gym|school|pub|stall)<t1>",
        r"(?:team|people|squad|office|branch|department|sales|support|crew|desk|clinics?|schools?|shops?|they)(?: (?:in|at|from|over) [\w-]+)?(?:'ve| have| has| are| is| were)?(?: been)?(?: all)? ~ asked/asking/waiting/begging for (it|this|that|one)<t2>",
        r"queue ~ for/at/outside (the )?<g2>(permits?|desk|counter|till|window|bakery|office|gate|licences?)",
        r"our/your/the ~ sellers/growers/regulars/brokers/players/pupils/policyholders/branches<t1>",
    ),
}  # fmt: skip


def scan(low: str) -> Iterator[Found]:
    """Who is served, where they are named, in a folded text."""
    for m in _SITED.finditer(low):
        yield "customer", m.start(), m.end()
    for m in _NAMED.finditer(low):
        if _AMBIGUOUS.search(m[0]) and _NOT_SERVED.search(low[max(0, m.start() - 12) : m.start()]):
            continue
        yield "customer", m.start(), m.end()
