"""What I give of my own: hours, presence, hands, money, a phone that is on. Ways for `ways`, by family."""

from __future__ import annotations

_UNIT = r"(?:minutes?|hours?|days?|mornings?|afternoons?|evenings?|nights?|weekends?|weeks?|saturdays?|sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|lunch breaks?|lunches|leave days?|half days?)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|nights?|weekends?)"
_NOT_THERE = (
    r"(?!holiday|leave|it\b|board|your side|the fence|the same|the record|time|track|favour|favor|trouble|doubt|a hurry|a rush|two minds|no position|the dark|"
    r"the middle|a loss|ease|the end|a meeting|meetings|charge of|love|a position|awe|luck|a good mood|agreement|with you on|with you there)"
)
_PLACE = (
    r"(?:there|here|around|on site|on hand|on call|next door|down there|in person|with (?:you|them|her|him|your|the)|(?:right )?(?:in|at|on|by|next to|beside|behind|near|over|outside|down (?:in|at)|over (?:in|at)|up (?:in|at)|stuck to) "
    + _NOT_THERE
    + r"(?:the|your|their|his|her|my|it|you|them|home|<NAME>|\w{1,12}'s|that|every|each|both|all|one|<w> (?:on|from|until|till|every|all)))"
)
_LATER = r"(?:<WHEN>|all (?:day|night|week|weekend|morning|along|the time)|that (?:day|night|week|weekend|morning|evening)|the (?:whole|full|entire|first|last|night|day|week|morning|weekend)|both|tomorrow|in case|so (?:that )?<w>|myself|in person|personally|until|with (?:the|a) (?:laptop|phone|pager))"
_STATIVE = (
    r"(?!\w{2,20}ed\b|will\b|shall\b|not\b|never\b|don't\b|have\b|had\b|was\b|were\b|am\b|did\b|saw\b|went\b|took\b|made\b|wrote\b|built\b|sat\b|stood\b|ran\b|felt\b|found\b|got\b|came\b|gave\b|said\b|"
    r"think|thought|want|wish|hope|understand|realise|realize|appreciate|admit|agree|imagine|accept|regret|expect|prefer|remember|notice|promise|swear|apologise|apologize|thank|blame|pity|know|knew|need|guess|believe|doubt|wonder|feel|suppose|mean|see\b|hear|ask\b|would\b|could\b|should\b|might\b|may\b|must\b|also\b|really\b|was\b|can't\b|cannot\b|like\b|love\b|hate\b|trust\b|spoke\b|told\b|met\b)"
)
_MY_OWN = (
    r"(?:myself|ourselves|in person|personally|with my own (?:two )?(?:hands|fingers)|on my own|after hours|after work|at (?:the )?weekends?|in my (?:own )?(?:lunch|evenings?|spare|free|time)|"
    r"on my (?:own )?(?:evenings?|weekends?|days? off|time)|before (?:breakfast|coffee|work)|with these (?:two )?hands)"
)
_POT = r"(?:budgets?|pots?|pockets?|wallet|cost cent(?:re|er)|money|funds?|training budget|travel budget|innovation (?:pot|budget|fund)|allowance|purse)"
_HOURS_GIVEN = r"(?:free|yours|open|reserved|kept|blocked|set aside|at your disposal|for you|for your|for this|for that|for the|for them|booked for|there for|available)"

GIVEN: dict[str, tuple[str, ...]] = {
    "own_time": (
        # --- I am there ---
        f"i('m| am|'ll be| will be|'d be| would be) (also |right |personally |always |standing |sitting |down |up |over |back |then |physically |only )*{_PLACE} <c10>{_LATER}",
        f"!as/if/where/when/before/think i<will>?( gladly| happily| also| personally| always)? (stay|sit(?! on (?:her|him|it|them))|stand|sleep|wait|camp|remain|work|hang around|help|serve|queue) (late |up |behind |right |over )?({_PLACE}|all night|overnight|on until|until|till)<t4>",
        "i<will>?( gladly| happily| also| personally| always| just)? (come|drive|walk|fly|ride|travel|pop|hop|jump|run|cycle|get|go|drop) (straight |right )?(over|down|round|around|along|across|by|up|out|in)( (?:to|and|with|there|on|for|in|that|if|from|any|the|at|whenever)| (?=<day>|first|myself|every|each)|<end>)<t4>",
        "i<will>?( gladly| happily| also| personally)? (come|drive|fly|ride|travel|walk|pop|run|get|jump|hop) (to (your|<NAME>|each|every|all|the (<w> )?(shop|store|office|ward|site|plant|depot|branch|school|clinic|station|floor|desk|warehouse))|on (a|the) (next |first |early )?(train|bus|plane|bike|boat)|in(to)? (the|my) (car|van))<t4>",
        "count me in<t3>", "i('m| am) (in|up) for (it|that|the night|the weekend|both|all)<t2>", "(put|pencil|sign|book|write) me down (for|as|on)<t4>", "i('ll)? volunteer(?! (?:as tribute|you))<t3>",
        # --- I do it with my own hands ---
        f"i<will>? {_STATIVE}<w> <c12>{_MY_OWN}<t2>",
        f"i('m| am) (<w>ing|there) <c10>{_MY_OWN}<t2>",
        f"^(on|in|at|after|with) my (own )?(evenings?|weekends?|days? off|time|lunch|kitchen|hands?|saturdays?|sundays?) <c8>i<will>? {_STATIVE}<w><t3>",
        f"i<will>? {_STATIVE}<w> <g6>(for (you|your|them|her|him)(?! own| (?:to|information|sake|that you))|so (?:that )?(you|your <w>|he|she|they) (don't|do not|needn't|won't|can|only|needn))<t3>",
        f"{_DAY} <c6> ~ i<will>? (block|keep|reserve|hold|leave|free|clear|set aside) (it|them|that|those|for|free|open|to)<t3>",
        f"i(<will>|'ve)?( gladly| happily| also| personally| just)? (block|blocked|keep|kept|reserve|reserved|clear|cleared|free|freed|hold|held|set aside|book|booked|put aside|take off|taken off|swap|swapped) (up |out |off )?<g5>{_UNIT} (for|so|to|on|until|till|with|and|off|out)<t3>",
        "i(<will>)?( gladly| happily| also| personally)? (take|do|cover|answer|handle|pick up|work|read|write|clean|watch|mind|check|man|staff|teach|convert|carry) <c7>(until|till|each|every|at weekends|for (?:the|that|those|a|two|three|four|<num>)|during|from <num>|in (?:the )?(?:first|those|that)|on (?:both|all|the first|<day>)|after hours|while|so that|whenever|day and night|at night|day or night)<t4>",
        f"i('m| am) (doing|taking|covering|answering|handling|working|reading|writing|cleaning|watching|minding|checking|teaching|carrying|staying|sitting|coming|driving|putting in|giving up|sacrificing|spending|investing|skipping) <c8>(until|till|each|every|at weekends|for|during|my|from|in|on|after|while|so|whenever|myself|{_UNIT})<t3>",
        "let me (do|take|write|carry|handle|sort|fix|clean|sit|run|cover|type|draft|prepare) (it|that|this|them|those|the|your) <g5>(for you|myself|with you)<t2>",
        # --- my hours are yours ---
        f"my (own )?(<w> )?{_DAY}( from <g3>)?( are| is|'s|'re) <g2>{_HOURS_GIVEN}<t3>",
        f"you (can |may |could |will |'ll )?(have|get|take|use|book) (<num> (<w> )?{_UNIT} of me|my (<w> )?{_UNIT}|my <w> {_UNIT}|me (on|for|every|until|till|from|whenever|all))<t4>",
        f"# (<w> )?{_UNIT} (a (week|month|day|sprint) |per (week|month|sprint) |each (week|month) |every (week|month) )?(of mine|of me|of ours|of my|of our|from (me|us|my side|our side|my team|our team))( own)?<t3>",
        f"(from|on) (my|our) (side|part|end),?( <w>){{0,4}} ~ # <g3>{_UNIT}<t3>",
        f"my/our (half|part|share|side|contribution|bit|stake)( of it| of that)?( is|'s| will be|:) <g4>(<num>|an?) <g2>{_UNIT}<t3>",
        f"(those|these|the|my|our) ~ # {_UNIT} (are|go|is) (for|to|into) (you|your|this|the)<t2>",
        f"(those|these|they) ~ # {_UNIT} are (yours|for)<t2>",
        f"i/we('ve| have)?('ll| will|'m|'re| am| are)? (handed back|hand back|cancelled|cancel|given up|give up|giving up|gave up|called off|skipped|skip|dropped|sacrifice|sacrificed|turned down|postponed|moved) (the|my|our|a|two|three|four|one|<num>|half) <g5>({_UNIT}|conference|holiday|holidays|leave|trip|course|training|hackathon|hack week|hack day|offsite|retreat|class|talk|workshop) (for|so|to|and|those|these|that|of mine|instead)<t4>",
        f"(my|our) <g2><TEAM><SO> ~ gives/give/puts/put/spends/spend/invests/invest/donates/donate/sacrifices/sacrifice (up |in |into )?(its|their|our|the|a|an|two|three|<num>|half|one) <g4>({_UNIT}|hack week|hackathon|<u>)<t3>",
        f"i('m| am|'ll| will|'ve| have)?( also)? (putting|put|pay|paying|spend|spending|invest|investing|give|giving|giving up|throw|throwing|offer|offering) (in )?(you )?(my|two of my|three of my|one of my|half of my|a|an|<num>) (own |whole |full |free )?(of my )?(<w> )?{_UNIT}<t4>",
        f"i('ve| have) (got )?(the whole|the full|all|a free|an?|<num>|plenty of) (<w> )?({_UNIT}|time) (for|free|to spare|left for|with|on|kept|blocked|reserved|down for)<t3>",
        "i('ve| have) (got )?(the whole|the full) (hour|day|morning|afternoon|week|evening)<t2>",
        "i('ve| have)? (told|asked|agreed with|cleared with|squared with|arranged with|cleared it with) (my|the) (boss|manager|lead|team|people) <g3>(unavailable|not available|free|off|out|clear)<t4>",
        # --- my money ---
        f"(paid|pay|pays|comes?|taken|funded|financed|covered|goes|is|it's|that's|charged|booked)( (for|it|that|this|them|out|straight|directly))? ~ (from|out of|on|by|to) (my|our) (own )?(<w> )?(<w>'s )?(own )?(<w> )?{_POT}<t2>",
        f"(out of) (my|our) (own )?(team's |own )*(<w> )?{_POT}<t2>",
        f"!from/of my/our (own )?(team's |own )*(<w> )?{_POT} (pays|covers|carries|funds|takes|stands)<t3>",
        "i/we( as a team)?(<will>)?( gladly| also)? (pay|foot|cover|stand|fund|finance|settle|pick up|bear) (for )?(the|it|that|this|them|your|half|all) <g4>(ourselves|myself|out of|from (our|my)|bill|tab|cost|costs)<t3>",
        "no cross charge<t1>", "(it|that|they|this)('s|'re| is| are|n't| aren't| isn't)( not)? ~ on (any|no|your) (invoice|bill|budget|tab)<t1>",
        # --- you reach me ---
        "you('ve| have)( got)? my (<w> )?(number|mobile|phone|extension|line|address)<t2>", "you('ll| will)? (get|reach|find|catch|have) me (at|on|in|by|any|every|day|until|all|there|whenever|whatever|directly|,)<t3>",
        "(there's|here's|this is|that's|use|take|have) ~ my (<w> )?(number|mobile|phone|extension|cell)<t3>",
        "my (<w> )?(phone|mobile|pager|line|cell|door|diary|calendar|inbox|chat)('s| is| stays| will be|'ll be)( always| switched| left| kept)? (on|open|next to|by|under|beside|in my|with me|free)<t4>",
        "put (it|them|that|him|her|anything|everything|calls|any call) through to (me|us)<t1>", "(comes?|goes?|rings?|lands?|put|diverted|routed|forwarded)( straight| directly)?( through)? (to|on|in|with) ~ my (own )?(mobile|phone|pager|cell|desk|inbox|line)<t3>",
        "(call|ring|phone|text|wake|page|ping|grab|write to|email|mail|message|catch|interrupt|drag|fetch|get|shout for|send for|come to|come and get) me (at (any|whatever|three|two|four|midnight|<num>)|in the middle|even|any|every|after|before|when|whenever|if|as soon|on (?:my|the)|day|night|out of bed|directly|straight away|first|up)<t4>",
        "may/can/could/should( always| just)? (write|call|ring|come|talk|text|turn|phone|mail|reach|get)( straight| directly)? (to |hold of )?me<t3>",
        "i('ll| will)?( always)? (pick|answer|get|reply|respond|call back|ring back|be on the phone) (up )?(the same|within|in <num>|at once|straight away|day or night|at any|whatever|every|by the|until|back to you (?:the same|within)|<end>)<t3>",
        "i('ll| will)? pick up(<end>| (?:whatever|at|any|day|whenever|even))<t2>", "whatever (hour|time|day) (it is|of|that is)<t4>",
        "keep (it|the phone|the pager|my phone|my laptop|the laptop) (on|with|by|next to|beside) (me|my|the)<t4>",
        "come/drop/stop/pop/walk/swing by (with|and|any|whenever|on|at|if|for|my)<t3>", "grab me (after|before|when|any|on|for|at)<t3>",
        "(i|we)<SO> ~ bring/lend/give/send/second you <g3>(of (my|our)|a hand|hands|pair of hands|engineers?|developers?|people|somebody|someone)<t3>",
    ),
}  # fmt: skip
