"""Ways of leaning on somebody in everyday words: who stands above, what happens to those who say no, why it must be now. For `phrases`."""

from __future__ import annotations

_TOP = (
    r"(?:chair(?:man|woman|person)?|president|minister|mayor|bishop|founder|owners?|owner family|shareholders?|majority shareholder|managing director|finance director|works director|"
    r"chief (?:executive|financial|medical|operating|technology|information)(?: officer)?|ceo|cto|cfo|coo|cio|c-suite|vice president|vp|head office|headquarters|group headquarters|"
    r"executive (?:board|floor|team|committee)|executives|top floor|supervisory board|board|directors?|management|leadership|ministry)"
)
_YOURS = r"(?:budget|slot|people|team|department|branch|post|job|unit|section|project|name|seat|chair|bonus|staff|headcount|servers|yard|rollout)"
_WANTS = (
    r"(?:wants? (?:this|it|that|you|us)(?! (?:to hear|to see|to know)\b)|expects? (?:this|it|that|you|us|a|your)|(?:has|have)(?: already| long| also)? (?:decided|ordered|announced|blessed|made up|made it clear|set (?:his|her|their) (?:mind|heart)|"
    r"looked at this|asked (?:for this|twice|about this)(?! (?:who|what|how|why|when|where|whether|if)\b))|insists?|demands?|made it clear|is (?:fully |right |all )?behind (?:me|this|it|us)|are (?:fully |right |all )?behind (?:me|this|it|us)|won't forget|doesn't forget|is watching|are watching)"
)
_NO = r"(?:said no|say no|says no|blocked|block|blocks|refused|refuse|slowed|stood in the way|stands? in the way|held it up|hold it up|got in the way|don't move|don't join|doesn't move|objected|opposed)"

LEANING: dict[str, tuple[str, ...]] = {
    "rank": (
        rf"!off/on/from/to/if/that/whether/what/why the/our/group/your (<w> )?{_TOP}( himself| herself| themselves)?('s| is| are)? ?{_WANTS}(?! (?:a report|the numbers|figures|to know))<t4>",
        f"headquarters/brussels {_WANTS}<t4>",
        f"head office {_WANTS}<t4>",
        "decided on the (<w> )?(top|executive|fourth|fifth|sixth|seventh|eighth|\\d+th) floor<t2>",
        "instruction/order/orders/word/decision (came|comes|was|is) (down |straight |handed down )?from (the )?(<w> )?(top|president|minister|board|ceo|chair|chairman|group|head office|headquarters|above|minister's office)<t2>",
        "told by the (very )?(top|boss|board|ceo|management)<t2>", "green light from (the )?(very )?(top|board|boss|ceo|management|above)<t2>",
        "boss's boss (has|is|wants|likes|blessed|said|says|agrees|on)<t2>", "had a (word|chat|talk) with your (boss|manager|director)<t4>",
        "your boss's boss and<t4>", "pet project of the (ceo|president|chair|chairman|founder|minister|board|director)('s)?",
        "on the (president|ceo|minister|chairman|chairwoman|founder|director|board|majority shareholder)('s)? (own |personal )?(list|wish list)<t2>",
        "mr/mrs/ms/professor/sir/dr <w> (himself |herself )?(upstairs |on the board )?(wants (this|it|that|you)|expects (this|it|that|you)|has already (decided|made up)|can end it|insists)<t4>",
    ),
    "threat": (
        rf"!to/if/would/that/which/so your {_YOURS} (will be |would be |is |'s |'ll be |would be )?(the )?(first|next)( one)? (to go<end>|on (the|their) <g2>(list|line)|in line for)<t2>",
        rf"i (can't|cannot|won't be able to|can no longer|couldn't) (guarantee|protect|save|keep)( that)? (your {_YOURS}|you\b)<t5>",
        rf"your {_YOURS} (goes|will go|moves) to <w><end>", rf"your {_YOURS} loses (its|her|his|their) <w><t3>",
        "hate/sad/sorry/pity to see (your name|you) (in|on) (the|that|his|her|a) <g2>(report|list|minutes|paper|news|escalation)<t3>",
        "be your (name|department|team|branch|neck|head) (in|on|that|which|who)( has to| have to| stopped| blocked|'s going to| the line| the block| the (<w> )?(report|list|minutes))<t4>",
        "keep your name out of<t4>", "names/name (is|are|'s) on the (wrong|black) list<t2>",
        rf"people/those/teams/managers/whoever/anyone/branches (who |that )?<g3>{_NO} <g6>(don't last|doesn't last|aren't (here|with)|isn't (here|with)|are no longer|is no longer|won't (be|get|like)|will feel|get left|gets left|will regret|are gone)<t4>",
        "people/those who <g9>don't last (long )?(here|with us)<t1>", "!want/wants/never don't be surprised (when|if) (your|you)<t6>",
        "^refuse,? and (i('ll| will| have)|you('ll| can| will)|the next|your)<t5>",
        "^block (it|this|us),? and (i('ll| will| have)|you('ll| can| will)|the next|your)<t5>", "^turn (this|it) down,? and (i('ll| will)|you('ll| can| will)|the next|your)<t5>",
        "!you/would/to/could/can/i say no,? and (i('ll| will| have to)|you('ll| can| will)|the next|your)<t5>",
        "^sign/approve/agree/decide <g4>or (i('m| am) (going|taking|telling)|i('ll| will| have to| can't)|explain to|find (yourself )?another|you('ll| can| will)|your|it('s| is) your)<t5>",
        "^sign/approve/agree,? or (i('m| am) (going|taking|telling)|i('ll| will| have to| can't)|explain to|find (yourself )?another|you('ll| can| will)|your)<t5>",
        "!you/we/i/to say yes (now |today )?or (find|explain|i('ll| will|'m)|you('ll| can| will)|your)<t5>",
        "^either (you|we) <g8>or i( can't| cannot|'ll| will|'m going to)? (tell|can't|cannot|take (?!it you)|go to|escalate|keep|name)<t5>",
        "or explain to the <g2><w> why<t5>", "you can (forget (about )?(any |our |the )?(support|help|budget|favours?)|explain to the <w> (yourself )?why|explain (it )?yourself)<t3>",
        "you('ll| will) (hear about it|feel it|be hearing from)<t3>", "people will remember<end>", "doesn't/won't forget who<t4>",
        "remembers names<t3>", "long memory when<t5>", "that could be you(r \\w+)?<end>", "could be you next<end>", "you('re| are) finished<t3>", "worry about your own <w><t1>",
        "it('d| would) be a (shame|pity) if (the <w>|anybody|anyone|somebody|someone|they|people|word) (found out|heard|got out|got wind|knew|learned|learnt)<t4>",
        "i('d| would) be careful (about|with) your (budget|job|post|team|bonus|people)<t4>", "i('d| would)( be careful| think twice),? the last <w> (<w> )?(who|that) (refused|said no|blocked)<t5>",
        "won't/wouldn't be (pleasant|nice|pretty|fun) for (you|your)<t3>", "don't bother (calling|ringing|asking) (me|us)<t2>",
        "not going to (cover|protect|stick my neck out) for you<t3>", "what (became of|happened to) your predecessor<t4>", "look bad in your (appraisal|review)<t3>",
        "i only say (it|this) once<t4>", "copying in (the|your) (<w> )?(audit|boss|board|director|committee|ceo)<t3>", "i('ll| will| have to|'ll have to) (tell|note|let) <g6>(whose fault|who held|who blocked|who sat|that you blocked)<t4>",
        "tell the (press|board|regulator's people|regulator|owners) (who|whose|that you)<t5>", "take it (straight |right |directly )?to (your|ms|mr|mrs) <w><t4>",
        "your (best|good) (<w> )?(people|developers|engineers|nurses|staff) (will )?(walk out|leave|quit)<t3>",
        "last (branch|team|manager|department|one)( manager)? (who|that) (refused|said no|blocked)( is| was|'s)? <w><t4>",
        "won't be getting any (support|help|budget)<t4>", "!mean/that/said/think/if you don't want to be the (one|man|woman|person|team) who<t4>",
    ),
    "pressure": (
        "all the other <g3>(have|are)( already| all)? (signed|said yes|agreed|in<end>|in,|on board|moved)<t4>",
        "every other <g2>(has|is) (already )?(signed|said yes|agreed|in|on board)<t3>",
        "you('re| are) the last (one|ones|team|branch|department|region)(?! (?:i|we|to know|to hear))<t3>", "only your (name|signature|yes|ok|okay) (is |'s )?(missing|left)<t2>", "there's only your (name|signature|yes) <t2>",
        "before (you|we) leave (this|the) room<t2>", "leave (this|the) room without<t3>",
        "i('ve| have)?( got)?( to)? (need|have|must have|to have) your (yes|okay|ok|initials|signature|approval)( on (this|it))? (before (you|we|i)|now|today|tonight|first|within|this (?:minute|morning|afternoon)|by (?:tonight|noon|lunch|lunchtime|five|the end of (?:the|this) (?:call|meeting)))<t4>",
        "i need (an answer|a yes|your answer|a decision|an okay|your okay) (within|in) the next<t3>", "wants/want your (yes|okay|signature|approval) <t3>", "hear a yes from you<t2>",
        "every/each (week|hour|day|minute|month) (that )?(you|we) (hesitate|dither|think about it)<t4>",
        "slot/window/offer/chance (is|will be) gone,? <t4>",
        "slot goes to (somebody|someone) else<t2>", "train leaves <t3>",
        "no (more )?time (to think|to discuss|for a discussion|for discussions?|to lose)<t3>", "nothing left to (think|discuss|talk|decide)<t3>", "isn't really a choice<t2>", "not a day to lose<t2>",
        "make up your mind<t3>", "hands up now<t2>", "!to/can/could/should/not/you/we/i decide now<end>", "get it signed (now|today|tonight|by)<t2>", "let's not (drag it out|keep (him|her|them) waiting|spend another)<t4>", "better not keep (him|her|them) waiting<t2>",
        "see it signed by<t3>", "signed off today<t2>", "by tonight,? please,? or<t4>", "there won't be a second chance<t3>", "jump on (that|the|this) train<t3>",
        "quick (decider|thinker) (like|as)<t4>", "somebody/someone as (decisive|bold|brave|quick) as you<t4>", "doesn't sleep on it<t3>",
        "so (you can only agree|let's vote|vote)<t4>", "show it today<t1>", "right here,? right now<t3>", "this very minute<t1>", "part of the journey<t1>",
        "everyone/everybody <g3>(has|have) put (their|his|her) names? down<t4>",
    ),
}  # fmt: skip
