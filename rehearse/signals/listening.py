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
        "then (we|i)('ll| will)? (drop|move|only|start (?!now|today|at once|right)<w>|do|take|wait|leave|cut|change|keep)<t3>", "i/we (was|were) wrong<t3>",
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
        # --- they were right, and it is real
        rf"!if/whether/think/suppose/maybe you (were|are) (quite |absolutely |completely )?right( (on|about|to|and|all along|there|that)<t3>|<end>){_NOT_BUT}",
        "your (<w> )?(worry|fear|objection|point|concern|doubt|question|anger|caution|complaint|suspicion|warning) <g6>(is|was|are|were) (quite |entirely |perfectly |very |a very |a |all too )?(justified|real|legitimate|reasonable|understandable|spot on|well founded|a real one|valid|fair|sound)<t2>",
        "the (point|worry|fear|objection|concern|question) (about|on|with|that) <g4>(is|was) (quite |entirely |perfectly |very |a very |a )?(justified|real|legitimate|reasonable|understandable|spot on|well founded|valid|fair)",
        "and/quite (rightly|with good reason|for good reason)( so| too)?<end>",
        "you('ve| have|'ve got| had| have got)? every (right|reason|cause) to <w><t3>",
        "there('s| is) no arguing with (that|it)", "i/we (can't|cannot|won't|couldn't) argue with (that|it|you there)<t2>", "that/this one i (can't|cannot|won't) argue with",
        "you('ve| have)? put your finger on<t3>", "you('ve| have)? (spotted|saw|seen|read|got) (that|it|this) (correctly|exactly|right)<t2>", "well spotted",
        "you('re| are) (asking|raising|pointing at|touching on) (the right|a good|a fair|exactly the right) (thing|question|point|one)<t3>",
        "that('s| is) (a |an )?(perfectly |very |quite )?(fair|reasonable|natural|sensible|understandable) (thing to|question to|fear|way to)<t3>",
        "i don't think (that('s| is)|it('s| is)|you('re| are)) (a small|nothing|nitpicking|unreasonable|exaggerating|imagining|a trifle|trivial|being|petty)<t3>",
        "you('re| are) not (seeing ghosts|imagining (it|things|that)|exaggerating|nitpicking|being difficult|alone (with|in))<t3>",
        "!it/that/which is/isn't (not )?(made up|a small (thing|matter|worry|issue|point)|nothing|a trifle|imaginary)<end>",
        "i share (your|that|this) (worry|concern|view|fear|doubt|caution|unease|anger)s?<t3>", "i see (it|that|this) (like you|the same way|as you do)<t3>",
        "i('m| am) not (going to )?(brush|wave|brushing|waving|shrug|shrugging) (that|it|this|them) (aside|off|away)<t2>", "i('m| am) not blind to (that|it|this|the)<t2>",
        "nobody/noone <g2>(is taking|takes) <g3>lightly", "i don't take (that|it|this) lightly<t2>", "that('s| is) a (sore|tender|raw) (point|spot)<t3>",
        "from where you('re sitting| sit| stand|'re standing),? <w><t4>", "seen from your (side|chair|desk|end|seat),? <w><t4>",
        "i/we (had|got|have got) (it|that|this) wrong<t2>", "i know (what|how much) i('m| am) asking( of you)?<t2>", "i know i('m| am) asking (a lot|much|you for a lot)<t2>",
        "that/it('d| would) keep me (awake|up)( at night)?,? (too|as well|in your place|in your shoes)",
        "i('d| would) be (just )?as (worried|nervous|annoyed|angry|careful|cautious|sceptical|tired|cross|reluctant|wary|fed up)( about| of| in| with| too|<end>)<t3>",
        "i('d| would)( have)? (said|say|ask|asked|feel|felt|do|done|think|thought|react|reacted)( exactly| just)? the same<t4>",
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
        "in your (place|shoes|seat) i('d| would) (be|feel|ask|worry|want|think|say|hesitate|not|have)<t3>", "good (point|question|challenge|catch)",
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
            "^so( what)? you(?! (?:can|could|get|will|have to|must|should|need to|know|see|done|are done|'re done|choose|decide|pick|don't have|want me|(?:are |'re )?(?:on board|in(?! (?:a|an|the|your|my|no|between|charge|trouble)\\b)|convinced|fine|ok|okay|happy|sold|with (?:me|us)))|'ll)('re| are|"
            "'ve| have| had| were)?( <w>)<t5>"
        ),
        "what (i|i'm|i am) (hear|hearing|understand|take from that)( is)?(?! (?:is )?(?:a|an|from the|in the)\\b)<t5>",
        "^if i('ve| have)? (got|understood|read|heard|get|understand|read) (you|that|this|it)?( right| correctly| rightly)?,? <c3>(you|your|the|it|what)<t5>",
        "^what (i('m| am) taking|i take) (from (this|that|it)|away|with me) is<t6>",
        "^put/in (differently|short|other words),? (you|your|for you|it)<t6>", "^the short version is,?<t6>", "^what you mean is<t6>",
        "^you('d| would) (sooner|rather) (have|take|keep|lose|wait|be)<t6>", "^for you it('s| is| boils| comes| all comes)<t6>", "^i gather (that )?(you|your|it|the|what|<day>)<t6>",
        "^!if it/trouble/problem/point/this/cheap/money/price (isn't|is not|was never|was not|wasn't|is less) <c8>(it's|it was|it is|but|more|quiet) <w><t4>",
        "^it('s| is) less <g4>(and )?more<t5>",
        "it/that sounds (like|as if|as though) (you|your|the|it|what)<t4>", "^sounds (like|as if) <w><t3>",
        (
            "if i (understand|understood|hear|heard|got|have)( you| that| this| it)?( right| correctly| well)?,? (you|your|"
            "it|the|that|what)<t4>"
        ),
        "let me (play|say|repeat|check|make sure)<t4> (back|understood|understand|heard|got)<t3>",
        (
            "^!if/since/that/whatever/what/as/because you (promised|told|gave|mentioned|signed|paid|already|worry|worried|fear|carry|carried|stood|answer for|"
            "answered|lost|got burned|were|had|said|need to know|want to know|are the one|are afraid|are worried|"
            "would have to (explain|answer|defend|tell|stand|say|justify|carry|live|pay)|have to (explain|answer|defend|tell)|have been|have paid|have heard|have seen|carry|took|"
            "are measured|are asked)(?! (?:right|the only|the one|so|dead|every|to|too|against|wrong)\\b)<t5>"
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
        "what (worries|matters to|bothers|troubles|hurts) you( most)? (is|are)<t3>", "!what/whatever/as/since/when/until/thing/everything/because/of/if you said( that)?<t4>",
    ),
}  # fmt: skip
