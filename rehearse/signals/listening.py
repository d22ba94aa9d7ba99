"""Wordings of listening: giving way, taking a worry seriously, saying it back. Tables, read by `phrases`."""

from __future__ import annotations

# "I understand, but trust me" is a way to go on talking: what is understood must be said.
_NOT_BUT = r"(?!,? ?(?:but|however|though|still|yet)\b)"

LISTENING: dict[str, tuple[str, ...]] = {
    "concession": (
        "you('re| are) right <c3>(we|i|let|so|that|it|only|no)<t5>",
        "you('re| are) right[.;:] (so )?(we|i|let us|let me|then|that|it|only|no)<t4>",
        "fair,? (so |then )(only|we|i|let us|no|one|it|that)<t4>",
        "fair( enough| point)?[,.;:] (only|we|i|let us|then|so)('ll| will| can)?<t3>",
        (
            "i/we('ll| will| can| would|'d)( gladly| happily)? (drop|remove|move|change|cut|shrink|postpone|delay|reduce|"
            "leave|narrow|wait|halve|shorten|adapt|adjust|swap|rewrite|skip|exclude|limit) (it|that|this|the|out|until|to|"
            "your|for|our|one|my|down|all|them)<t4>"
        ),
        "i/we('ll| will| can)? take (that|it|this|the <w>|them) out<t2>", "take/leave/drop (that|it) (out|off)<t2>",
        "after your (launch|release|planning|freeze|peak|migration|audit|quarter)( then| instead)?",
        "then (we|i)('ll| will)? (drop|move|only|start|do|take|wait|leave|cut|change|keep)<t3>", "i/we (was|were) wrong<t3>",
        "i/we (take|took|withdraw|drop) (that|it) back", "i give you that<t1>", "i stand corrected",
        "good point[,.;:] (we|i|let us|then|so)('ll| will| can)?<t3>", "then/so (only|just) (one|the|a|half|<num>) <w><t2>",
        "as you (said|say|suggest|suggested|ask|asked|want|wanted|proposed),? (we|i|it|only|one|with|after|the)<t3>",
        "your way,? then",
        (
            "i/we (changed|have changed|'ve changed|dropped|have dropped|'ve dropped|moved|have moved|cut) (the plan|it|that|"
            "this|the <w>)<t3>"
        ),
        "without the <w>,? then",
        (
            "!it/that/what/nothing/this/which/will comes/come/goes/taken/drops/falls off (your|the|their) (plate|list|"
            "desk|backlog|board|shoulders|hands|roadmap)"
        ),
        (
            "that/it/this/which('ll| will)? (comes?|goes?|drops?|falls?) off (your|the|their) (plate|list|desk|backlog|"
            "board|shoulders|hands|roadmap)"
        ),
        "take/takes/taking (it|that|this|them|<g3>) off (your|their) (plate|list|desk|backlog|shoulders|hands)",
        "you('ll| can| may| could) (drop|skip|leave out|pause|hand over)(?! the ball) (the|your|one|a|all|that|those) <w><t3>",
        "ok/okay/agreed[,.;:] (we|i)('ll| will| can)? (drop|move|cut|wait|leave|take|change|start|do|shrink)<t3>",
        "let's (drop|leave|cut|move|postpone|shrink) (it|that|this|the)<t3>",
        "let (me|us) (drop|change|cut|shrink|take out|move|adapt|rework) (it|that|this|the)<t3>",
    ),
    "acknowledgement": (
        "fair (point|enough|question|concern|worry|challenge)", "^fair<end>",
        (
            "that('s| is)( a| an)? (very |really |completely )?(real|fair|valid|good|legitimate|serious|reasonable|big|hard|"
            "heavy|important) (cost|point|worry|concern|risk|question|problem|fear|price|loss|ask|load|objection|reason|"
            "burden)<t1>"
        ),
        "that('s| is) (fair|true|a lot|hard|reasonable|understandable|not a small thing)<end>",
        (
            "i( do| can| fully| completely| really)? understand (that |how |why |what |the |your |you )(?!need to|have to|"
            "must|should)<w><t4>"
        ),
        rf"i( do| can)? (hear|see) (you|that|your|why|how|what)(?! (?:again|soon|later|tomorrow|on|next))<t4>{_NOT_BUT}",
        "i hear(?= (a|the|how|two|real))<t3>", rf"you('ve| have)?( got)? a (fair |good |real |valid )?point{_NOT_BUT}",
        rf"you('re| are) (quite |absolutely |completely )?right( about| that| to| there)?<t2>{_NOT_BUT}",
        "it/that (makes|made) sense( that| why| to)?( you)?<t2>", "makes sense (that|why|to|you)<t3>",
        (
            "i('d| would) (worry|feel|ask|think|be|say|want)<t3> (too|the same|as well|in your place|in your shoes|"
            "if i were you)"
        ),
        "in your (place|shoes|seat) i('d| would)<t3>", "good (point|question|challenge|catch)",
        (
            "i (get|appreciate|respect|recognise|recognize|know|realise|realize|acknowledge|accept) (that |why |how |what )?"
            "(you|your|it|this|the last|last time|two|that)(?! ?(?:the\\b|know|is easy|can\\b|will\\b|could\\b|'ll|manage))<t3>"
        ),
        "i (can )?(imagine|believe) (that )?(you|it|that)<t3>", "no wonder<t2>",
        (
            "your (worry|concern|caution|doubt|question|fear|scepticism|skepticism) (is|makes|was) (fair|real|valid|sense|"
            "right|justified|reasonable|understandable|a good one)"
        ),
        "understandable", "that (must|would|does|did) (hurt|be hard|have been|sting|cost you|worry|weigh)<t2>",
        "thank you for (telling|saying|being|raising|the honest|your honesty|pushing|naming|pointing)<t3>",
        "thanks for (telling|saying|being|raising|pushing|naming|pointing)<t3>", "i('m| am) (not )?asking a lot of you",
        "that (is|was) on (us|me)", "i('m| am) sorry (that |about |for |it )( ?<w>)?<t2>",
        "you have (every|good) (right|reason)( to)?<t2>", "true[,;] (?!but\\b|however\\b|though\\b|still\\b|yet\\b)<w><t2>", "granted",
    ),
    "reflection": (
        (
            "^so( what)? you(?! (?:can|could|get|will|have to|must|should|need to|know|see|don't have|want me|(?:are |'re )?(?:on board|in(?! (?:a|an|the|your|my|no|between|charge|trouble)\\b)|convinced|fine|ok|okay|happy|sold|with (?:me|us)))|'ll)('re| are|"
            "'ve| have| had| were)?( <w>)<t5>"
        ),
        "what (i|i'm|i am) (hear|hearing|understand|take from that)( is)?<t5>",
        "it/that sounds (like|as if|as though) (you|your|the|it|what)<t4>", "^sounds (like|as if) <w><t3>",
        (
            "if i (understand|understood|hear|heard|got|have)( you| that| this| it)?( right| correctly| well)?,? (you|your|"
            "it|the|that|what)<t4>"
        ),
        "let me (play|say|repeat|check|make sure)<t4> (back|understood|understand|heard|got)<t3>",
        (
            "^you (promised|told|gave|mentioned|signed|paid|already|worry|worried|fear|carry|carried|stood|answer for|"
            "answered|lost|got burned|were|had|said|need to know|want to know|are the one|are afraid|are worried|"
            "would have to (explain|answer|defend|tell|stand|say|justify|carry|live|pay)|have to (explain|answer|defend|tell)|have been|have paid|have heard|have seen|carry|took|"
            "are measured|are asked)<t5>"
        ),
        "you('re| are) (saying|telling me|worried|afraid|concerned)( that| about)?<t4>",
        "you('ve| have) (been|heard|seen|paid|had|lost|stood|promised|said|told)<t4>",
        "in other words,? (you|your|what you|it|the)<t3>",
        "your (worry|concern|fear|point|question|real worry) is( that)?<t4>",
        (
            "^so your (team|people|name|board|customers|budget) (paid|lost|carried|took|had|got|stood|heard|waited|were "
            "left|was left)<t5>"
        ),
        "^you mean (that )?(the|your|it|they|what)<t5>",
        "is/are what (bothers|worries|troubles|hurts|annoys|matters to|counts for|keeps) you<t2>",
        "for you (it is|it's|this is|that means|the)<t4>",
        "what (worries|matters to|bothers|troubles|hurts) you( most)? (is|are)<t3>", "you said( that)?<t4>",
    ),
}  # fmt: skip
