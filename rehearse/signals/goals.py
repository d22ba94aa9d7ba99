"""Ways of tying something to what they want, promised or are measured by, in their own words. A table for `ways`."""

from __future__ import annotations

_W = r"[\w&/'-]{1,24}"
_GOAL = (
    r"(?:goals?|targets?|roadmap|okrs?|kpis?|priorit(?:y|ies)|objectives?|mandate|scorecard|mission|strategy|promise|pledge|commitment|deadline|quarter|numbers?|renewals?|renewal number|bonus(?: letter)?|"
    r"yardstick|rule|line|sentence|slogan|motto|memo|slide|bullet(?: \w+)?|budget letter|letter|annual review|town hall|plan|launch|word|words|sacred cow|wish list|list|wall|board paper|vision|principle|policy|charter|headline|dashboard)"
)
_SAID = r"(?:said|say|told|tell|wrote|write|promised|promise|named|keep saying|kept saying|put|asked for|announced|gave|demanded|insisted|mentioned|want|wanted|need|needed|set|swore|pledged|owe|report|answer|call|called)"
_MORE = r"(?:fewer|less|no more|more|shorter|quicker|faster|lower|higher|half|under \w+|at most|quieter|calmer|earlier|sooner|zero|no)"
_AND = r"(?:and|so|which|;|:|,|therefore|that's|with this|with that)"
_DOES = r"(?:helps?|serves?|moves?|lifts?|touches|hits|feeds|supports?|gets you|brings you|goes (?:straight )?to|works towards|turns|is about|pays into|does|is what|delivers|keeps|protects|takes|removes|closes|shortens|matches|fits)"

GOALS: dict[str, tuple[str, ...]] = {
    "alignment": (
        # --- what they said, and that this is it
        rf"you('ve| have| did)? {_SAID} <c8>(?=[\"\u201c])",
        rf"you('ve| have| did)? {_SAID} <c10>(?:and|so|therefore|which is why) (this|that|that's|with this|with that|it's|here)(?! (?:is|was) (?:fair|true|right|how))<t3>",
        rf"your (own )?<g2>{_GOAL} (is|was|says|said|of|from|in|talks?|to|reads|for|asks)(?! (?:full|late|wrong|spelled|signed))<t6>",
        rf"(?:that|this|it|which)(?:'s| is| was)(?: exactly| just| precisely| the very| also| right)? ~ your (own )?<g3>{_GOAL}<t2>",
        rf"(?:that|this|it|which)(?:'s| is| was)(?: exactly| just| precisely| also)? (?:the|that)(?: very| same)?(?: {_W})? ~ number/line/target/sentence/thing/goal/date/promise/point/word/sum/rate (that )?you<t4>",
        r"(?:that|this|it|which)(?:'s| is| was)(?: exactly| just| precisely| also| only)? ~ what you (want|wanted|need|needed|asked for|are measured|are judged|care|promised|committed|told|said|put|wrote|fight|stand|have been|'ve been|'re measured|'re judged|'re paid|get measured)<t3>",
        "!so what you (want|wanted|need|asked for|are measured on|are judged by|care about|promised|committed to|put on|wrote)<t2>",
        r"you('ve| have)? (told|promised|gave|owe|report to|answer to|announced to|assured) (to )?(the |your |our )?(board|investors|customers|team|ceo|people|press|council|shareholders|ministry|union|staff|parents|house|auditors|regulator|directors?|management|whole <w>|<w>) <w><t4>",
        rf"you (want|wanted|need|needed|said you want|asked for|aim for|fight for|keep asking for|'ve been asking for|have been asking for) {_MORE} <w><t4>",
        "you (told|said|asked|wrote|mentioned)( to)?( me| us)?( that)? (you )(want|wanted|need|needed|aim|hope|are measured|are judged|have to|get measured|'re measured)<t4>",
        r"you('re| are| get) (measured|judged|paid|asked|graded|rated) (on|by|for|about|against) (?!this\b talk)<w><t2>",
        "number/line/thing/figure/goal/target you('re| are| get)? (measured|judged|paid)<t3>",
        "you named <g3>(number|figure|date|sum|threshold|limit)<t4>",
        r"(?:word|words|phrase|sentence|line|number|figure|term)(?: that)? ~ you (used|put|wrote|said|named|drew|set|gave|told|chose)<t4>",
        "ministry/board/house/owner/bank/group/council/office/shareholders (pays?|measures?|judges?|asks?|holds?) you<t4>",
        "you put (it |that |this |them )?(in red|on (your|the) (own )?(slide|wall|list|roadmap|board)|first|at the top|down as)<t4>",
        "you('ve got| have|'ve) <c6>on your (wall|list|roadmap|slide|board|door|whiteboard|plan)<t3>",
        r"on your own (slide|wall|list|roadmap|dashboard|scorecard)<t3>",
        # --- what it does for it
        rf"{_DOES} ~ your (own |very )?<g2>{_GOAL}(?! (?:full|team))<t2>",
        "helps? you (hit|reach|keep|meet|make|deliver|ship|hold|get|stay|win|honour)<t3>",
        "gets you (to|closer|there|the|what|your|under|over|past)<t3>",
        "support/supports/serve/serves/match/matches/help/helps (with )?your (<w> )?(goals?|okrs?|kpis?|targets?|objectives?|plan|roadmap|mission)<t2>",
        "your (own )?(goals?|targets?|okrs?|objectives?|priorit(y|ies)|mission|mandate|scorecard|yardstick|promise|commitment)<t1>",
        r"your (own )?(strategy|deadline|launch|renewals?|roadmap|quarter|numbers?|plan)(?! (?:is full|off|away|looks|b|a)\b)<t1>",
        # --- what gets better on their side
        "you('d| would|'ll| will)? (get rid of|be rid of|no longer (have|need)|not have to|never again have to|be spared) <w><t4>",
        "the (<w> )?(<w> )?(that )?you('ve| have)? (wanted|miss|wished for|been asking for|been waiting for|promised)<t3>",
        "your (people|crew|team|engineers|folks|testers|users|operators|analysts|lot|nurses|clerks|drivers|staff|shift) <g2>(wait|lose|spend|get|would get|will get|save|sleep|stop|no longer|can|could|roll|go home) <g3>(<num>|faster|less|fewer|longer|hours?|minutes?|days?|waiting|sooner|earlier|in at|at nine|again)<t3>",
        "your (<w> )?(builds?|releases?|imports?|exports?|nights?|pages?|deploys?|tests?|queue|tickets|reports?|run|job|batch|pipeline|service|team|people|crew) (is|are|gets?|will be|drops?|goes|go|falls?|takes?|finish(es)?|runs?|saves?|loses?) <g3>(faster|sooner|earlier|quicker|shorter|less|fewer|half|done|ready|down|instead|<num>)<t3>",
        r"good/better for you(r \w+)?( then| too| as well)?(?=:| because)<t4>",
        "your (monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|night|morning|evening|rota|pager|calendar|week)s? (is|are|'s|gets?|would be|will be|stays?|becomes?|starts?|goes) <g2>(free|quiet|quieter|empty|shorter|yours|clear|calm|calmer|off|again|at nine|later|back)<t3>",
    ),
}  # fmt: skip
