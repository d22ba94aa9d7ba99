"""Wordings of a plan: its step, its end, its way back, its price, its owner, and what is asked. Tables, read by `phrases`."""

from __future__ import annotations

_SCOPE = (
    r"(?:service|team|region|store|shop|warehouse|country|page|flow|screen|product|customer|market|office|site|"
    r"squad|component|endpoint|queue|table|module|project|branch|feature|sprint|cohort|segment|class|ward|line|"
    r"department|job|report|week|month|quarter|day|release)s?"
)
_STEP = r"(?:trial|pilot|experiment|test|spike|proof of concept|poc|probe|try|trial run|step|prototype|dry run|slice|run|beta)"
STOP = (
    r"(?:stop|pull|end|drop|quit|hand|give|return|kill|cancel|abandon|call it off|walk away|switch back|"
    r"go back|roll back|pause|turn it off|turn back|scrap|shut)"
)
_GET = (
    r"(?:agree|start|go ahead|have|get|sign off|sign|approve|decide|commit|fund|give|release|free|lend|block|"
    r"back|support|put|reserve|sponsor|spare|begin|try|run|shake|confirm|set aside|count on|ask for|"
    r"ask you for|ask you to)"
)
_GOODS = (
    r"(?:approval|decision|yes|go ahead|go|sign off|signature|permission|support|sponsorship|backing|ok|okay|"
    r"budget|commitment|blessing|agreement|word|vote|slot|green light|answer by|engineers?|people|person|time|"
    r"team|name on|team's time|weeks?|days?|hours?|sponsor|money|funding)"
)
_TO_WHEN = (
    r"(?:to|until|till|into|behind|by|after) (?:next (?:<u>|release|<month>)|<month>|q[1-4]|<num> (?:<u>)|<day>|summer|"
    r"autumn|spring|winter|the (?:next|following|first|second|third|fourth|new|end of|week|month|summer|autumn|spring|winter|\d)|\d|after)<t2>"
).replace("\\\\", "\\")

PLAN: dict[str, tuple[str, ...]] = {
    "small_step": (
        rf"#<t1> <u>(?! of\b)( long)? {_STEP}",
        (
            rf"!is/s/only/just/really/be/it's/that's a/an/one (small|short|tiny|limited|little|cheap|quick|reversible|single)<t1> ({_STEP}|slice|part|scope|"
            rf"piece)"
        ),
        rf"pilot/trial/test/try/start/begin/run/move/migrate/roll <g5>(one|a single|just one|only one|1) (<w> )?{_SCOPE}",
        (
            rf"one/1/single (<w> )?{_SCOPE},?( and| for| at)? (<w> )?(only|first|at first|to start|to begin with|(one|two|"
            rf"three|four|1|2|3|4|a|six|10|ten|fourteen) (day|week|sprint|month|fortnight)s?)"
        ),
        rf"one/1/single/two (<w> )?{_SCOPE} (for|over|in) (<num> )?(day|week|sprint|month|fortnight)s?",
        rf"in/on/with/for (just |only )?(one|a single) (?!week|day|month|quarter|night|hour)(<w> )?{_SCOPE}( first| only| for <num> <u>)?",
        rf"only/just (one|a single) (<w> )?{_SCOPE}", rf"in/on/with/for the (<w> )?{_SCOPE} only", "start small",
        "start with (just |only )?(one|a|the smallest|the worst|# ?%|\\d+ ?%)<t2>", "first step( is| would be)?<t1>",
        "smallest (step|version|change|thing|slice)<t1>", "baby step", "a/one/two/three <g1>(pilot|trial)(?! (?:would|was|were|won|wouldn))<t1>",
        "pilot (in|with|on|for) <w><t1>", "trial (in|with|on|for|run|of) <w><t1>",
        "# ?(%|percent|per cent) of (the |our )?(traffic|users|customers|orders|requests|shoppers)", "proof of concept",
        "for <num> (day|week|sprint)s? only",
        "start/starting/begin/beginning (only |just |first )?(with|on|in) <g6>(for|over) (only |just |the first )?<num> (day|week|sprint|month|fortnight)s?", "one step at a time", "canary<t1>",
    ),
    "success_measure": (
        "success (is|means|looks like|would be|will be|criterion|criteria|metric|measure)<t4>",
        "succeeds?/succeeded/worked/works (if|when|means) <c6><w>",
        (
            "it/that/trial/pilot (has |will have |'ll have )?(worked|works|succeeded|succeeds|is a success) (if|when|"
            "once) <c6><w>"
        ),
        (
            "if/when/once/until/unless (?!(?:he|she|they|you|i|we) |(?:it|checkout|the \\w+) (?:goes|falls) down\\b(?! (?:by|to|below|under|from)\\b))<g5>(halve|halves|halved|drops?|falls?|goes down|go down|is cut|are cut|shrinks?|"
            "improves?|rises?|grows?)<t3>"
        ),
        "measured by <w><t1>",
        (
            "we/i('ll| will)?( would)? (measure|judge|count|track) (success|it|this|that|the result|the trial) (by|as|with|"
            "on|against)<t2>"
        ),
        "target/goal/bar/threshold (is|of|:) <g6><num>( ?%| <w>)?",
        "you('ll| will) know it (worked|works) (if|when|because)<t2>",
        (
            "i/we('ll| will| would)? know (it|that it|whether it|if it) (worked|works|has worked)( (if|when|by|"
            "because) <g6><w>)?"
        ),
        (
            "half/halve/halving (of )?(the |our |your )?(<w> )?(<problem>|refunds|complaints|downtime|<w>) (after|by|within|"
            "in|at the end)<t2>"
        ),
        "at least (half|<num> ?%|<num> percent|a third) (fewer|less|of|lower)<t1>",
        "the number (to watch|that counts|i will report|we watch)<t1>",
        "!no/any/some/on/about/agree acceptance criteria", "kpi",
        "what good looks like<t1>", "!no/any/some/on/about/agree exit criteria", "fewer than <num> <w><t1>",
    ),
    "stop_rule": (
        rf"we/i('ll| will| would| can)? {STOP}<t3>,? (if|when|unless|as soon as|once|after) (?!(?:it|we|that|everything|all|they)(?:'s|'re| is| are) (?:all )?(?:done|ready|finished|complete|through|over|there)\b)<c10><w>",
        rf"and (then )?(we )?{STOP} (it|this|that|there|the <w>)<t1>,? (if|unless|when|as soon as|once) <c10><w>",
        rf"if/unless/when/once (?!(?:we|i|you|it|they)(?:'ll| will| can| would)? {STOP})<c14>(we|i|you|it|they)('ll| will| can| would)?( all| both| just)? {STOP}<t3>",
        rf"or/otherwise/else (we|i|it|you)('ll| will| can)? {STOP}<t4>", "or it (stops|ends)<t1>",
        "!to/not and/then/or stop<t4>,? (if|unless|when|once) <c6><w>",
        "if/unless <c12>that('s| is) (it|the end|where it ends)<end>", "fixed end( date)?<t1>",
        "stop (rule|condition|criterion|criteria|loss|date|line)", "kill (criteria|criterion|switch|date)", "hard stop<t2>",
        "stops?/ends? (if|unless|when|there|automatically)(?! (?:it|we|that|they|everything)(?:'s| is|'re| are)? (?:ends?|stops?|done|ready|finished|over|there)\\b)<t4>",
        "you can (stop|end|cancel|pull) (it|us|this|the (trial|pilot)) (any|at any|whenever|if|after|with)<t2>",
        "no extension", "pull the plug<t2>", "hand (the people|them|the engineers|your people|the team) back<t2>",
        "if/unless <g8>,? the (trial|pilot|project) (stops|ends|is over)",
    ),
    "rollback": (
        "behind (a|the|its) (<w> )?(flag|toggle|switch)", "feature flag(ged)?",
        "back (in|within|out in) (under |less than )?(a|an|one|<num>|seconds|minutes)<t1>",
        "roll/rolls/rolled/rolling (it |this |that |everything )?back( in <g2><u>)?", "rollback( plan| path)?",
        "reverts?/reverted/reverting/reversible/undo/undone<t1>",
        "switch/switches/switched/turn/turned/turns/flip (it |this |that |everything )?(back|off (again|at once|within|in|with|from|any|whenever|for|by))<t2>",
        "go/goes/went back to (the )?(old|way|current|previous|today's)<t2>", "way/path back(?! (?:from|of|home))",
        "old (system|path|one|way|version|service|flow|code) (stays|keeps|remains|is still|runs|still runs)<t2>",
        "without (a )?(deploy|release)", "kill switch", "two way door", "blue green", "side by side<t1>",
        "both (run|systems|paths|versions) (in parallel|side by side|run|stay)",
        "everything/all/it is (again )?as (it was )?before", "nothing is (deleted|lost|thrown away|torn out)",
        "return/returns/returning to (the |your |our |today's )(old|current|present|previous|way|setup|state)<t1>",
        "can be (undone|reversed|rolled back|switched off)", "nothing is (permanent|final)", "backed out", "back it out",
    ),
    "risk": (
        "!no/zero/any/without/little risk/risks/risky/risking(?! (?:department|workshop|register|team|assessment|whatsoever|averse))<t2>", "what (can|could|might) go wrong<t1>",
        "!you/i could/can/may/might (go wrong|fail|break|slip|slow|lose|hurt|cost us|delay|drop)<t1>", "worst case(?! (?:was|were))<t3>",
        "danger/exposure/vulnerable/threatens<t1>",
        "if (checkout|the migration|the trial) (fails|breaks|goes wrong|goes down|slips)<t1>",
        "single point of failure", "only one person (who |that )?(knows|can)<t1>", "audit finding", "data loss",
        "downside( is)?<t1>",
    ),
    "mitigation": (
        (
            "so that (?!is|was|isn't|would|will)<c8>(does not|doesn't|cannot|can't|do not|don't|never|won't|will not|stays?|keeps?|is not|isn't|are not|"
            "remain|remains|no <w>)<t2>"
        ),
        (
            "<w>,? ~ so (the |your |our |no |it )<g4>(does not|doesn't|cannot|can't|do not|don't|won't|will not|stays?|keeps|is not|"
            "is never|never)(?! in<end>)<t2>"
        ),
        (
            "only/just (<w> )?(read|internal|test|shadow|staging|mirrored|new|low|night|off peak)<t1> (traffic|data|users|"
            "orders|customers|requests|copies|copy|hours)"
        ),
        "second (person|pair|engineer|set of eyes)<t3>", "in case of <w><t2>",
        (
            "to (reduce|limit|contain|lower|avoid|prevent|cap|protect|guard against|cover) (the |that |this |your |any |it |"
            "against )?<g3><w>"
        ),
        (
            "we/i('ve| have|'ll| will| would)?( already)? (limit|limited|cap|capped|contain|covered|cover|protect|protected|"
            "rehearse|rehearsed|isolate|isolated|shield|freeze) (the |it |this |that |your |against |for |"
            "risk |off |out of |a )<g3><w>"
        ),
        "safety net", "we/i('ll| will| would)? keep (it|this|that|them|everything) (small|behind|separate|apart|off|out|away|limited|to|safe|running|below|under)<t3>",
        "shadow traffic", "dry run", "outside (of )?(peak|business|opening|trading) hours", "off peak",
        "backup (plan|person|engineer|team)<t2>", "plan b", "!no/the fallback<t1>",
        "not (before|during|touch) (your |the )?(launch|peak|black friday|holidays|freeze)",
        "does not touch (the |your )?<w><t1>", "doesn't touch (the |your )?<w><t1>",
        "mitigate/mitigates/mitigated/mitigation<t1>", "the launch keeps<t2>",
        (
            "your (<w> )?(launch|date|roadmap|release|deadline) (stays|keeps|does not move|doesn't move|is safe|stands|"
            "is untouched)<t1>"
        ),
        "on call (for|during|through)<t3>", "monitor/monitored/monitoring <g3>(day|hour|minute|alert|alarm)",
        "an alert (if|when|that)<t2>", "capped at <w><t1>", "fixed price",
    ),
    "trade_off": (
        (
            "cost/price/downside/catch/trade/drawback (of that |of this |for (that|it|this) |for you |to you )?(is|will be|"
            "would be)( that)?<t4>"
        ),
        "trade ?offs?( is| are)?<t3>",
        (
            "it/that/this means (that )?(the |your |our |we |you |two |some |one )<g4>(slips?|waits?|moves?|later|delayed|"
            "will be late|slower|less|fewer|fall behind|give up|lose|don't|do not|won't|will not|stops?|has to wait|can't|"
            "not)<t3>"
        ),
        "we/you/i('d| would|'ll| will)? (go without|postpone|delay|trade)<t3>", "what slips (is|by)<t3>",
        "slips?/waits?/delayed by (about |roughly |up to )?<num> <w>", "in exchange( for)?<t1>",
        "in return,? (the|your|our|we|you|i)<t4>",
        "something (has|had|will have) to give<t3>", "put/puts/putting <g3>on hold<t2>",
        "it/that/this means (that )?(you|we|they) (get|have|see|receive|ship) <g6>(later|less|fewer|without)<t2>",
        "at the (expense|cost|price) of <w><t1>", "comes at a (cost|price)", "the admin <w> slips?<t2>",
        "what (we|you) (would )?(don't|do not|won't|will not|cannot|can't) (get|do|build|have)<t2>",
        "feature work (slows|stops|waits|slips)<t1>", "velocity (drops|falls|dips)<t1>",
        "it( will|'ll| does| would) (cost|slow|hurt|delay) (us|you|the|your|me)<t3>", "it( is|'s) not free", "won't be free",
        "not for free", "less/fewer (features|new <w>|roadmap|velocity)<t1>",
        "the (roadmap|launch|feature|admin screen|release|<w>) (slips?|moves) (by |back )<g2><w><t1>",
        "the price (we|you) pay<t1>",
        (
            "you/we/they/team('ll| will| can| could| may| would)? (drop|skip|pause|leave out|hand over|stop|give up)"
            "(?! (?:the )?(?:trial|pilot|experiment|test|ball|it)\\b) (the|your|our|a|one|all|that|this|those|two|some) <g6>"
            "(while|meanwhile|until|during|in return|in exchange|instead|for (that|this|it)<end>|to make room)<t4>"
        ),
        (
            "we/i/you('ll| will| can| could| would|'d)?( have to| need to)? (push|move|shift|put off|postpone|delay|defer)"
            rf"(?! (?:the |that |this )?(?:decision|answer|question|topic)) <g5>{_TO_WHEN}"
        ),
        (
            "the/your/our/my <g3>(moves|slips|waits|goes|is pushed|is moved|gets pushed|gets moved|can wait|has to wait|"
            rf"will (?:wait|slip|move)|comes) (back )?{_TO_WHEN}"
        ),
        "nothing (with|that|on|in|you|else|from) <g4>(moves|slips|is late|is delayed|gets delayed|falls behind)<t1>",
        "what (moves|waits|gives|gives way|suffers|has to wait|falls away|comes later)( for (that|it|this))? (is|by)<t3>",
    ),
    "unknown": (
        (
            "i/we( honestly| really| simply)? (do not|don't|cannot|can't|can not|did not|didn't) (yet |really |fully |"
            "actually |honestly )?(know|tell|say|have (that|a|the|this) (number|figure|answer|data)|measure|"
            "have an answer)( yet| for sure| exactly| that)?<t1>"
        ),
        (
            "i/we( have|'ve) (not|never) (yet )?(measured|tested|checked|counted|looked|asked|seen|verified|tried|proved|"
            "proven)<t1>"
        ),
        "i/we haven't (yet )?(measured|tested|checked|counted|looked|asked|verified|tried|got|seen)<t1>",
        "i/we( am|'m| are|'re) not (yet )?(sure|certain)<t3>", "not (yet )?(known|measured|sure yet|certain)( yet)?",
        "open question( is)?<t1>", "is/are/remains unknown", "nobody <g4>(measured|tested|counted|checked|knows)<t1>",
        "no one <g4>(measured|tested|counted|checked|knows)<t1>", "nobody knows( yet)?",
        "what (i|we) (do not|don't) (yet )?know( yet)?( is)?<t1>", "no idea( yet)?", "too early to (say|tell|know)",
        "it (could|may|might) be that i('m| am) wrong", "i (may|might|could) be wrong<t1>", "my guess is", "that is a guess",
        "we lack (data|numbers|figures)<t1>", "unknown( yet| to us)?", "an estimate,? not<t2>",
        "i/we( honestly| really| simply)? have no (number|figure|data|answer|count) (for|on|yet|there|of)<t1>",
        "still (have|has|need) to (find out|learn|measure|check|test)<t2>",
        "i/we never (counted|measured|tested|checked|asked|looked)<t2>",
        "!door/offer/window is/are still open(?! to you)<t2>",
        (
            "nothing/none( of (it|this|that))? (is|has been) (yet )?(decided|fixed|settled|final)(?! (?:today|without|by|"
            "until))( yet)?( about| on)?<t2>"
        ),
    ),
    "owner": (
        "i('ll| will|'m going to| am going to| would|'d)? (own|lead|run|drive) (it|this|that|the|all|both)<t1>",
        "i('ll| will)? take (ownership|responsibility|the lead|charge|this on|it on|care of it)<t2>",
        "i( am|'m) (the owner|accountable|responsible|on the hook|answerable)<t2>", "owner (is|:|will be)<t2>",
        "i/she/he/they/who owns? (it|this|that|the)<t1>",
        (
            "@( will|'ll| would| is going to|'s going to| can)? (own|owns|lead|leads|run|runs|drive|drives|take over|"
            "takes over|head|heads) (it|this|that|the|them|both|all)<t1>"
        ),
        (
            "@ (owns|leads|runs it|is in charge|is responsible|is accountable|is the owner|takes it|is on the hook|"
            "is on point|has agreed to own|has agreed to lead)<t2><end>"
        ),
        (
            "@ (is (responsible|accountable|in charge|the owner)|takes responsibility|takes the lead|will be (responsible|"
            "accountable|in charge|the owner)|will take (it|this|over|the lead|responsibility))<t3>"
        ),
        "she/he (will |'ll )?(own|owns|lead|leads|runs) (it|this|that|the)<t1>",
        "my/our team('ll| will)? (own|owns|run|runs|lead|leads|takes|take|operates|operate) (it|this|that|the|over)<t1>",
        "!you will own (it|this|that|the)<t1>", "owned by <w><t1>", "we('ll| will)? own (it|this|that|the|both|all)<t1>",
        "my name is on (it|this)",
        (
            "i('ll| will|'m| am)( be)? the one (who|that) (answers|owns|carries|runs|fixes|explains|is responsible|is "
            "called)<t2>"
        ),
        "it('s| is| stays) on my (desk|plate|list|table)<t1>",
        "i('m| am|'ll be| will be) your (person|contact|first call|owner)<t1>",
        "it('s| is) on me",
        "i('ll| will) be (accountable|responsible|the owner|on the hook|your contact|on point)<t2>",
        "i (answer|stand) for (it|this|that)", "the owner (is|will be) <w>", "with me as (the )?owner",
        "!you/not/who responsible:? (is )?(me|<w>)", "led by <w>", "i('ll| will) do it<end>",
        "i('ll| will)? carry the pager<t1>",
        (
            "i(<will>)?( also| personally)? (look after|take care of|stay responsible for|see to|take over) (it|this|that|"
            "the|them|your|both|all|every)<t3>"
        ),
        (
            "@( will|'ll)? (takes?|covers?|takes? over|looks? after|picks? up|stands? in for|fills? in for) (on |over )?(all |all of )?"
            "your (?!time\\b|money\\b|word\\b|point\\b)<g3>(until|till|for|while|during|from|through|so|meanwhile|in the meantime)<t3>"
        ),
        (
            "colleague/engineer/somebody/someone( of mine)?( will|'ll)? (takes?|covers?|takes? over|looks? after|picks? up) "
            "your <g3>(until|till|for|while|during|from|through|so|meanwhile)<t3>"
        ),
    ),
    "own_time": (
        (
            "i(<will>)?( gladly| happily| also| personally| even)? (do|write|build|take|handle|run|cover|carry|make|move|"
            "migrate|fix|test|prepare|review) <g6>(myself|on my own|in my own time|personally)"
        ),
        (
            "i<will>( gladly| happily| also| personally| even)? (sit(?! on (?:her|him|it|them))|pair|work|meet|walk|join|spend|train|help|come|stay) <g5>(with|your|by|on|over|there|in|through)<t4>"
        ),
        "i<will> (personally|gladly help|help you|help your|cover for|take the pager|take the first|take the night)<t3>",
        "call/ring/phone/text/ping/reach/message me (any ?time|whenever|day or night|if|directly|at any|on|any)<t2>",
        "any time you (like|want|need)", "you can (call|reach|ask|ring|message|ping) me<t2>",
        "my own (time|hours|evenings|weekend|saturday|sunday|days?)<t1>",
        "# (hours?|days?|mornings?|afternoons?) (a week |a month )?of my( own)? time",
        "i( am|'m) (reachable|available|around|there|on call|at your disposal|one desk away)<t3>",
        "i('ll| will) be (there|reachable|available|on call|around|at your)<t3>",
        "i('ll| will)? put (in )?(my own|my|two|half|a day|\\d+)<t1> (time|hours?|days?|evenings?|weekend)<t1>",
        "let me (do|take|write|carry|handle|help|sit|pair) <g5>(myself|for you|for your|off your|with you|with your)<t2>",
        "i('ve| have) (kept|blocked|set aside|reserved|cleared) <g6><w>",
        "i('ll| will) (give|offer|lend) you <g4>(hours?|days?|mornings?|time|hand)<t1>",
        "my (door|phone|calendar) is (open|on)<t1>", "i do it myself",
        "i( gladly| happily| also)? (sit|pair) <g2>(with|next to|beside|by) (you|your|them|him|her|each|the (team|first))<t4>",
        (
            "i(<will>)?( gladly| happily| also| personally)? (take|answer|cover|handle|pick up|do|carry) (all |all of )?(your|their)"
            "(?! (?:point|word|concern|worry|advice|money|time|side)\\b) <g4>(for <num> <u>|until|till|while|through|during|this|"
            "next|each|every|on <day>|myself)<t3>"
        ),
        "i('ll| will) (block|keep|free|clear) <g3>(hours?|days?|mornings?|afternoons?|<day>|time|calendar)<t1>",
    ),
    "ask": (
        (
            r"i/we( would|'d) like (?!to (know|understand|hear|see|learn|talk|ask|show|walk|tell|share|say|be|listen|thank|"
            r"start by)|your (view|opinion|take|thoughts|input|advice|feedback)|a (sense|minute|better)|it\b|that\b)(to (run|"
            r"start|try|pilot|have|get|put|take|begin|test|use|move|propose|borrow|set|do) )?<w><t3>"
        ),
        "i/we( am|'m| are|'re) asking( you| only| just)?( for| to)<t4>",
        (
            "i/we ask( you)?( only| just)? (for|to (approve|agree|fund|give|decide|sign|back|support|release|lend|commit|"
            "put(?! yourself)|set aside|reserve|say yes|take (one|two|a|the|this)(?! look| moment| minute)|start|add|make room|free|let))<t3>"
        ),
        "my/our/the ask( is| for|:| today)<t3>", "what (i|we)( would|'d)? (need|want|ask)( is| from you| for)<t4>",
        (
            rf"i/we( will|'ll|'d| would)?( only| just)? need (?!(?:a|an|the|your) (?:coffee|break|minute|moment|second|tea|drink|clear|good|better|hand|word|sense|feel))(your|a|an|the|two|three|four|one|five|six|half|\d+|"
            rf"[$£€]\d[\d.,]*k?|you to|from you|approval|budget|permission|someone|somebody)<t2>( {_GOODS})?"
        ),
        "need/needs/needed from you( is|:)?<t3>", "!for/not/push a/one/your yes (to|from|on|for|by|today|this|now)<t4>",
        (
            rf"can/could/may/will/would/shall (we|you|i)( please| all| both| then| now)? {_GET}(?! back| with<end>| (?:everything|it|things|them|that) back)(?! (me|us) (a sense|an idea|a source|a number|a figure|a hint|a reason|"
            rf"your view|more|the context|an example|some context)| (an idea|a sense|any|questions?|concerns?|more|"
            rf"understand|know|on time|worse)\b)<t4>"
        ),
        (
            "give (us|me) (a (?!sense|minute|moment|hint|feel|break|number|figure|reason|chance to explain|second|bit|clue)|"
            "an (?!idea|example)|the|your (?!view|opinion|take|thoughts)|two|three|four|one|five|six|\\d+|until|half|that|"
            "[$£€]\\d[\\d.,]*k?)<t4>"
        ),
        "^approve (the|this|it|that|a|one|two|three|us|my|our|\\d+|[$£€]\\d[\\d.,]*k?)<t3>",
        "!to/you/can/could/will/would/already/has/have sign off (on )?(the|this|it|that|a|one|two)<t2>",
        "^let (us|me) (start|try|run|have|pilot|take|use|test|borrow|prove|begin)<t4>",
        "^let's (agree|start|run|try|do|pilot|decide)<t4>",
        "do/have (we|i) (have|got) (your|a) (approval|yes|go ahead|go|support|ok|okay|agreement|word|backing|deal)<t2>",
        "is/was (that|this|it) a (yes|deal|go)",
        "are you (in|with us|on board|willing to|ready to|prepared to|ok with|happy to|up for)<t4>",
        "i/we( would|'d)? propose (that )?(we |you |to )?( ?<w>)?<t3>", "^decide (by|on|today|now|this|whether)<t3>",
        "i/we want (you to|your|two|one|three|a yes|approval|a decision|the go ahead)<t3>",
        "please (approve|agree|give|sign|fund|release|lend|decide|commit|back|let us|reserve)<t4>",
        "request/requesting (is|for|your)<t3>", "what i('m| am) asking( you)?( for| is)?<t3>",
        "would you (sponsor|champion|stand behind|be willing|be ready|be ok|be open to)<t3>", "lend (us|me) <w><t3>",
        "put your name (to|on|under|behind)<t1>", "i/we came (here )?(to ask|for (your|a|an|the|two|one|three|<num>|money|help))<t3>",
        "i/we( am|'m| are|'re) here to ask( you)? for<t3>", "please let (me|us) know (by|until|whether|if|before)<t4>",
    ),
    "promise": (
        (
            "i('ll| will)(?! (?:not|never|have to|need|be honest|admit|escalate|quit|go over|tell your|take (?:it|this) to|"
            "say|regret|assume|guess|wait))<tail>"
        ),
        "i/we (promise|commit to|guarantee|give you my word|pledge)<tail>", "you have my word<t3>",
        (
            "you('ll| will) (have|get|see|hear|receive) <g5>(it|number|numbers|count|report|figures?|from me|page|plan|"
            "result|results|answer|list|draft|first)<t3>"
        ),
        "we('ll| will) (send|deliver|report|bring|show|share|give|pay|keep|hand|publish|write|post|tell|call)<tail>",
        "i( own it and)? send you<tail>", "and send you<tail>",
    ),
}  # fmt: skip
