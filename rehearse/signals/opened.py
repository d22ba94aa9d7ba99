"""What is left open: what I do not know, what you may shape, what I ask of you, and what is put off. Ways for `ways`, by family."""

from __future__ import annotations

# --- not known yet ---------------------------------------------------------------------------------------------------

_YET = r"(?: yet| really| honestly| simply| actually| still| fully| quite| even| for sure| either)?"
_KNOW = (
    r"(?:know|tell|say|answer|prove|explain|judge|measure|verify|estimate|predict|promise(?= (?:you )?(?:how|what|whether|if|when))|find out|work out|figure out|quantify|rule (?:it |that )?out|put a (?:number|figure)|give you (?:a|the|that|an) (?:number|figure|name|answer|date)|"
    r"vouch|swear|get it any|get any|guarantee(?= (?:how|what|whether))|back it up|confirm|understand(?= (?:why|how|what)))"
)
_OPEN_WORD = r"(?:unknown|unclear|open|up in the air|anyone's guess|anybody's guess|a guess|guesswork|a mystery|a blank|a riddle|a question mark|uncertain|to be seen|not known|beyond me|a black box|a gap|in the stars|undecided|uncharted)"
_WH = r"(?:what|how|why|who|whom|where|when|whether|if|which|how much|how many|whose)"

UNKNOWN: tuple[str, ...] = (
    f"i/we( really| honestly| simply| just| still| also| frankly)? (can't|cannot|can not|couldn't|could not|don't|do not|didn't|did not|wouldn't){_YET} {_KNOW}<t5>",
    "i/we( really| honestly| simply| just| still)?( haven't| have not|'ve not|'ve never| have never)( yet| really| ever)? (been able to|managed to|found (a way )?to|got (round|around) to|understood|worked out|found out|figured out|measured|tested|checked|counted|verified|asked|tried|seen (?!your)|proved|looked|settled) <w><t4>",
    "i/we('ve| have)( got)? (no|not any|no real|not a|not the) (data|figures?|numbers?|clue|idea|answer|way of (knowing|telling|saying|measuring)|means of|notion|proof|evidence|count|record)(?! (?:is|are) (?:perfect|sacred))<t5>",
    "(no|not a|not the foggiest|not the faintest) (clue|idea|inkling|notion)(?! (?:is|was|of|why (?:people|anybody|you)))( yet| about| how| what| on| who| where| whether)?<t4>",
    f"(nobody|no one|none of us|not even <w>|neither of us)( really| here| there)? (can|could|knows|knew|was able to|has|will|would be able to|dares)( yet)? ?({_KNOW}|measured|counted|{_WH}|yet|for sure|that)<t4>",
    "(i'm|we're|i am|we are)( still| completely| a bit)? (in the dark|at a loss|not sure|unsure|uncertain|guessing|groping|fishing|none the wiser|stumped|not certain)<t4>",
    "(i'd|i would|we'd|it'd|it would)( only| just| really)? be (guessing|a guess|lying if i (gave|named|told)|made up|inventing|making it up|speculation|speculating)<t4>",
    f"(?:{_WH})(?: <w>,?){{1,14}} (?:is|remains|stays) (?:still |yet |quite |all |completely |rather |simply )? ~ (unknown|unclear|open|up in the air|anyone's guess|anybody's guess|a guess|guesswork|a mystery|a blank|a riddle|uncertain|to be seen|not known|beyond me|a black box|in the stars|undecided)<t3>",
    "(that's|that is|it's|it is|is|are|remains|there's|which is)( still| yet| honestly| really)? (anyone's guess|anybody's guess|guesswork|pure guesswork|a guess|a blank|a black box|an open question|up in the air|beyond me|unknown|a mystery|uncharted|still a riddle|a gap i|a question mark)<t4>",
    "beyond me<t2>",
    "search me<t4>",
    "(i|we) (have to|must|will have to) (pass|guess)( on)?<t3>",
    "your guess is as good as mine",
    f"(?:{_WH})(?: <w>,?){{1,14}},? ~ (i|we) (don't know|do not know|can't say|cannot say|couldn't say|couldn't find out|can't tell|cannot tell|can't answer|can't prove|have no idea|have no way|haven't|have not|don't yet know|still don't|wouldn't know|'ve no|'ve not|have yet to|'d have to|can't yet|couldn't answer)<t4>",
    "what (i|we) (couldn't|could not|can't|cannot|don't|do not|haven't|still don't|have yet to)( yet| really)? (find out|know|say|tell|answer|prove|explain|measure|show|understand|promise|see)<t6>",
    "(how|what|why) (much|badly|many|far|long|often|well) (i|we|nobody) (haven't|have not|can't|cannot|don't|couldn't|knows|measured)<t4>",
    f"(doesn't|does not|don't|do not|didn't|won't|can't|cannot) (tell|show|say|record|capture|tell you|tell us|tell me|show us) {_WH}<t4>",
    "says nothing (about|of|on) <w><t4>",
    "(tells|shows|says|gives)(?: us| me| you)? <c6>,? (?:but |and )?(?:it )?(?:doesn't|does not|not) (?:tell |show |say )?(?:us |me |you )? ~ (why|who|whether|how|what|when|where)<t4>",
    "(we'll|we will|i'll|you'll) only (know|see|find out|learn) (after|when|once|in|on|by|at|if)<t5>",
    "(too early|too soon|hard|difficult|impossible|premature) (to|for me to|for us to) (say|tell|know|judge|call|predict)<t4>",
    "(remains|remain) to be (seen|tested|found|measured|shown|decided)<t2>",
    "(there's|there is|there isn't|i haven't got|i've not got|i have|we have) (no|a|any) (name|number|figure|date|answer)( for (that|it|this))?,? (yet|at the moment|so far|right now|today|that i'd|and i'm not|i'd)<t5>",
    "(i've|i have|we've|we have) no (number|figure|name|date|answer) <c3>(i'd|to|yet|for|that|on|today)<t4>",
    "(i'd|i would) love to (tell|know|say|give|answer) <c10>(but|only|if)<t4>",
    "(open|unanswered|unsolved|unresolved) (question|point|issue|matter|end|flank)s?(?! (?:session|time))<t4>",
    "(still|not) (been )?(to be )?(decided|settled|fixed|named|chosen|worked out|found out|clarified|clear|certain)( yet)? (who|what|how|when|where|which|whether|on|about)<t3>",
    "(my|our|a) (blind spot|gap|guess)( is| here| there|,)<t4>",
    "(on that|about that|there|in that|as to that|as for that|on this one),? (i'm|we're|i) (in the dark|blank|blind|not sure|don't know|have to pass|can't say|at a loss|have nothing)<t3>",
    "nothing to go on<t3>",
    "only a (guess|hunch|feeling|gut feeling)<t3>",
    "(?:i|we|it|that|this|number|figure|estimate|guess|they) ~ (could|might|may) (just as well |also |very well |equally )?be (wrong|mistaken|off|way off|completely wrong|nothing|the other way)(?! (?:with|by))<t3>",
)

# --- yours to shape --------------------------------------------------------------------------------------------------

_CHOOSE = r"(?:pick|picked|choose|chose|decide|decided|settle|settled|name|named|set|draw|drew|say|said|write|wrote|fill|shape|define|order|rank|move|change|cut|drop|add|strike|cross|swap|rename|design|propose|tell|call|judge|fix|put|scratch|rearrange|reorder|turn|split|place|throw out|rule)"
_YOUR = r"(?:you|your (?:team|people|cashiers|staff|leads|shift leaders|crew|lot|folks|side|nurses|drivers|clerks|own people)|the two of you|you two|you lot|both of you|you all|you people)"
_WHICH = r"(?:what|which|where|when|who|how|whether|whichever|whatever|if|the order|the one|one|another|a|it|them|that|this|those|anything|as|at what|at which|in what|for yourselves|among yourselves|yourselves)"

INVITED: tuple[str, ...] = (
    f"(?:[\\w-]{{1,20}}'s|is|are|stays|remains|be)(?: really| entirely| all| still| completely| only| wholly| totally| very much){{0,2}} ~ (yours|for you|down to you|your turn) to {_CHOOSE}<t3>",
    "(?:[\\w-]{1,20}'s|is|are|stays|remains|be)(?: really| entirely| all| still| completely| only| wholly| totally| very much){0,2} ~ (up to you|your call|your choice|your decision|your line|your pick|down to you)(<end>| alone| and nobody| entirely| lot| two| guys| as well| what| which| when)<t3>",
    "(?:that's|it's|(?:rest|order|choice|wording|name|sequence|decision|pace|place|colour|version|list) (?:is|are|'s|stays)|(?:which|what|how|when|where|who)(?: <w>){1,8} is)(?: all| entirely| really| then)? ~ yours(?=[.;!]|$| and| not| alone| to)<t3>",
    f"(it's|it is|that's) (you|your team|your people) (who|that|to) ({_CHOOSE}s?|says|decides|picks|chooses|draws|sets|names)<t4>",
    "!if/when/once/before/until/unless/how/so/because/what/after/whatever/can't/as you( all| two| both| lot| yourselves)?( can| may| could| shall| should| get to| will|'ll|'d)?( also| just| simply| still| freely)? (pick(?! (?:it|that|this|them|things) up| up)|choose(?! to)|decide|settle|draw|rank|shape|rearrange|reorder|name (?:it|the|a|another|them|one)|set (?:the|it|your|a)|fill (?:it|the|that|them)|define|cross (?:it|out|anything|things)|strike (?:it|out)|cut what|have (?:the|a) (?:say|last word|final word|pen|veto)|tell (?:me|us) (?:the|what|which|where|when|how|who)|call it|write (?:it|that|the|your)|say (?:which|what|where|when|who|how|whether|so))(?! (?:to (?:leave|ignore|fight|say no)|quickly))<t5>",
    f"(i'd|i would|we'd|we would)( much| far)? (rather|sooner|prefer (it )?if|like it if|be glad if|be happy if|love it if|be grateful if)( that| it if| if)? {_YOUR} (would |could )?{_CHOOSE}<t4>",
    f"i/we('d|'ll| will| would|'ve)?( gladly| happily)? (leave|left|hand|give|pass) (that|it|this|the (choice|decision|order|rest|wording|last word|date|pick|name|pen|pencil|line)|page <w>|a <w>|the <w> <w>) (choice |decision |one )?(up )?(to|with|for|over to) {_YOUR}<t3>",
    "(leave|left|kept|keep|leaving|there's|there is|there are|have)( it| that| this| them)? <c6>(open|blank|empty|white|unfilled|undecided|unfinished) (for|so|on purpose|until|till|and|that's|because|,)<t5>",
    "(page|slide|line|column|field|row|box|section|slot|space|chapter|part|corner|hole|seat|gap|chair)s? <c6>(empty|blank|open|free|white)(?:,| -| for| so| that)<t5>",
    "(that's|which is|it's|they're|kept|reserved|meant|is) (for|there for) (your|you) (rules|ideas|names?|numbers?|wishes|version|words|list|conditions|points|pencil|lot|people|to (fill|write|decide|choose|draw|say|put))<t3>",
    "^(write|put|fill|draw|pencil|scribble|enter|set) (it|that|this|them|down|in|your|us|yourselves|yourself)( in| down)?( yourselves| yourself| as you| whatever| at what| at which| what you| which| where you| how you| the wording)<t5>",
    "please (write|put|fill|draw|enter|set|decide|choose|pick|name) (it|that|this|them|in|the|your)( in| down)? <c3>(yourself|yourselves|among yourselves|as you|whatever|which|where|how)<t4>",
    "^(name|pick|choose|take|tell|say|show|suggest|propose|decide|cross|strike|throw|move|change|swap|rename|rewrite|turn|add|cut|scratch|correct|redraw|shuffle|rip|edit|rearrange|sort|mark) (us |me |out |out of it |on )?(another|one of|the one|the ones|any of|any|anything|whatever|whichever|what|which|where|when|whom|a different|your own|out|it round|the order|the (<w> )?(buttons|boxes|names|words|order|list|steps|dates?|numbers?|columns|fields)|them)( you| your| has| to| else| on| in| out| until| till| as| if| round|,|<end>)<t5>",
    "(cross|strike|throw|leave|take|rub|cut|scratch|kick) (out|off) (more|what|whatever|anything|everything|as much|the ones|any|which)( you| your| if| that| there| is| doesn't)<t4>",
    "(with|take|here's|use) (a|the|your) (red pen|red pencil|rubber|eraser|scissors)<t4>",
    "anything you (cross|strike|throw|cut|take|don't|dislike|hate|mark)<t4>",
    "(tell|show|say to) (me|us) (what|which|where|how|when|who|whether) (has to|should|must|needs to|to|you'd|you would|you want|we should|we could|ought to|i should|doesn't|you don't|you miss|is missing|would)<t4>",
    "you tell (me|us)(?= (?:the|what|which|where|when|how|who|if)|<end>| and)<t3>",
    "then tell (me|us) (what|which|where|how)<t4>",
    "(say|said|says) so(,)? and (i'll|i|we'll|we|it)( will|'ll| can)? (turn|change|move|drop|rewrite|alter|swap|take|redo|rearrange|reverse|start)<t4>",
    "!break/do/say/and/or/but (whatever|whichever|in whichever|in whatever|however|wherever|any way|the way)( \\w+)?( order| sequence| way| one| form| place)? (suits|fits|pleases|you like|you see fit|you fancy|you prefer|you want|you wish|works for you|works best for|bugs|you please)<t4>",
    "(with|bring|come with|come by with|bring along) (me |us )?(whatever|anything|what|everything) (you want|bugs|you'd|you would|needs|annoys|has to|should|doesn't)<t4>",
    "(and|then) (we|i)('ll| will)? (change|alter|fix|rewrite|turn|move) (it|that|them) (on the spot|there and then|at once|together|right there|for you|the way)<t2>",
    "(choose|pick|decide on|vote for) (the one|one of|whichever|between|from|among|any|which|what)( of (them|these|those|the))? ?(your|you|that suits|people|works|they|two|three|<num>)<t4>",
    "(write|give|send|suggest|lend|draw) (me|us) (the|your|a) (wording|words|version|list|text|rules|sentence|wishes|order|names|conditions|changes|corrections)<t3>",
    "(open|still open|left) to (your|you|their) (judgement|judgment|choice|ideas|suggestions|say|taste|wishes|decision|discretion|opinion|input|view)<t2>",
    "(not fixed|not decided|not settled|open|still open|wide open|undecided|negotiable|up for grabs|free to choose|yours)(?: is| are|:| is still| are still) ?(?:the |language|order|who|what|how|when|where|which|name|sequence)<t6>",
    "(order|sequence|name|date|wording|threshold|number|rest|how|what|who|when|which|where|layout|place|pace|colour|details|team|teams) <g5>(?:is|are)(?: still| wide| completely| all){1,2} ~ (open|yours|undecided|negotiable|free)(?=[,.;]|$| to | and)<t3>",
    "(pencil|pen|chalk|red pen|keyboard|brush|scissors) (is|'s|are|would be|stays) (yours|in your hand|with you|on your side)<t2>",
    "i('d| would) like (that |it if )?the (pencil|pen|decision|choice) (is|was|were|to be) yours<t2>",
    "(would|do|could) you( rather| also| still)? (measure|do|put|start|begin|choose|pick|turn|prefer|want|draw|cut|order|change|call|split|have it|see it|like it)( it| that| them| something)? <c6>(else|instead|differently|otherwise|the other way|round|another|different|earlier|later|elsewhere|rather)(?=[,.;?]|$| way| round)",
    "what/which/how/where/who/whom/when( \\w+)?( \\w+)? (would|should|could|do) you( rather| first)? (throw|take|cut|drop|leave|keep|put|start|begin|do|change|tell|measure|name|pick|choose|add|move|turn|swap|set|prefer|propose|suggest|call|arrange|split|go about) <w><t4>",
    "(what else|who else|what|anything else|something) (is|'s|would be|have i|have we|did i|did we|am i|are we)( still)? (missing|overlooked|missed|forgotten|forget|overlooking|not seeing|wrong with)<t3>",
    "is there (anything|something|a part|a bit|one)( else)?( in (there|it|that|this)| here)? (you('d| would)|that you|you want|you don't|that bothers|that bugs|missing)<t4>",
    "(are|have) (you|they) (got )?(a |any )?(better |other |different )?(idea|ideas|suggestion|suggestions|proposal|wishes|way)<t4>",
    "(you|your team|your people) (know|knows)( \\w+){1,6} better (than (i|we|me|us)|,|so)<t5>",
    "(you've|you have) got the experience<t4>",
    "but you may (set|put|draw|choose|see|name|decide|change)<t4>",
    "(until|till) (they|it|that|you|your <w>) (suit|suits|fit|fits|like|likes|are happy|is right|feels right|can live)<t3>",
)

# --- asked of you ----------------------------------------------------------------------------------------------------

_GOOD = (
    r"(?:okay|ok|yes|go|go ahead|nod|approval|signature|sign off|vote|backing|support|blessing|word|name|permission|budget|money|people|person|engineers?|developers?|designers?|testers?|nurses?|clerks?|trainees?|analysts?|drivers?|examiners?|assessors?|teachers?|experts?|hours?|days?|weeks?|afternoons?|mornings?|evenings?|"
    r"room|rooms|gates?|shop|branch|school|site|slot|hall|van|truck|server|decision|commitment|help|time|seat|stamp|key|keys|sponsor|green light|release)"
)

ASKED: tuple[str, ...] = (
    "(do|can|could|may|might|will|would|shall) (i|we) (please |then |now |also |still |just )?(get(?! back)|have|take|book|borrow|count on|ask for|reserve|rely on) (your|one|two|three|four|a|an|the|half|some|<num>|you|her|him|them|it|that) (?!idea|sense|question|look|example|feeling|clue|source|moment|minute|coffee|word with)<w><t5>",
    f"(i|we)(?:'d| would| do| only| just| still| also|'ll| will)?(?: still| also| only| just| really)? ~ (want|like|need|ask for|request) (only |just |from you |of you |from your side |for )?(your|one|two|three|four|five|six|ten|half|a|an|the|\\d+|<num>) <g3>{_GOOD}<t4>",
    "what (i|we)('d| would|'m| am|'re| are)?( really| still| also)? (need|want|ask|asking|would like|like|request|am after)(?: for| of you| from you| today| now| here| this week| in the end| then){0,3}( is| are| would be|:) <w><t5>",
    "(put|take|bring) (it|this|that) to (the|a) (vote|board|committee)<t3>",
    "(who|which) (in|of|on|from) your (<w> )?<w> (can|could|would|might) (give|lend|spare|help|join|take|show|sit)<t5>",
    "(my|the) (half|part|share|side) is <c8>(yours|your half|your part|your share) (would be|is)<t5>",
    "(so|one thing|two things|three things|just|only|please)[,:] (<w> )?(the (key|keys|room|hall)|(eighteen|twenty|ten|five|fifty|thirty|forty|sixty|a hundred|<num>) (thousand|k\\b|euros|pounds))<t5>",
    "from your (pot|budget|purse|side|money)(?=[,.;]|$| by)<t3>",
    "(i'd|i would|we'd) be (glad|happy|grateful|relieved) if you (signed|did it|said yes|agreed|gave|approved|decided|would sign|could sign|would|lent|put)<t4>",
    "^(sign|approve|release|fund) (it|this|that|me|us|the <w>|one|two) (today|by|on|until|this week|before|now|for (the|a|two|three|four|<num>))<t4>",
    "(give|lend|spare|grant|leave|let) (me|us) (have )?(only |just )?(one|a single|two|three|four|half|your|<num>) (?!minute|moment|second|chance|reason|example|idea|hint|number|figure|source)<g3><w> (for|until|till|over|up to|during|by|on|from|out of|whenever)<t4>",
    "nothing more( is| than)? (asked|that i ask|i ask|than that)<t3>",
    "(that's|that is) all (i'm|we're|i|we) (after|asking|ask|want|need)<t3>",
    "(i'm|we're) not asking for (more|anything (more|else)|the)<t4>",
    "(can|could|would|will) you (put in|spare|lend|free|give (up|me|us) (one|two|a|the|half|<num>)|part with|do without|live with) (?!an? (?:idea|sense|example|moment|source|number|figure|reason|hint|date))<w><t4>",
)

# --- put off ---------------------------------------------------------------------------------------------------------

PUT_OFF: tuple[str, ...] = (
    "(when|once|as soon as|if) (there's|there is|we have|we've got|i have|somebody has|someone has|we find|i find|the) (some |any |enough |a bit of |a free |more )?(time|air|room|a minute|money's|money is|budget|a quiet|dust|capacity|breathing space|spare time)( left| over| again| there| for (it|that)|has settled| settles)?(?! (?:on|in|until|by) (?:the )?(?:\\d|<month>|<day>))<t3>",
    "(some|a|one|any) (later|other) (stage|time|date|day|point|occasion|moment|version|phase|release)(?! (?:than|on \\d))<t2>",
    "(at )?(one|some) (point|stage|time) or (another|other)<t2>",
    "(one of these days|in the fullness of time|in good time|all in good time|when the time comes|in its own time|by and by|down the line|further down)<t3>",
    "(numbers?|details?|figures?|training|documentation|docs|names?|dates?|the rest|materials?|answers?|plan|contact|report|test|measure|exit|criteria)s? (will|'ll|would|can|shall) (follow|come|be (sorted|added|worked out|provided|defined|clarified)|turn up|emerge|appear|sort (itself|themselves))(?! (?:on|by|in) (?:the )?(?:\\d|<month>|<day>|january|february|march|april|may|june|july|august|september|october|november|december))<t4>",
    "(somebody|someone|something|somehow|it|things|people)(?:'ll| will| always){1,2} ~ (turn up|come up|think of|sort itself|work (itself )?out|find (a way|itself|somebody|someone)|show up|fall into place|settle)<t3>",
    "(we'll|we will|i'll|we) (think of|come up with|find|manage|sort|improvise|wing) (something|somebody|someone|a way|it somehow|it out)(?! (?:by|on|this|next) )<t3>",
    "(we|i)('ll| will| can| could|'d)? (see|decide|talk|look|work out|worry|clear up|sort out|settle|find out|do|deal with|define|discuss|speak|think)( about| at| of| on| into)?( it| that| this| them| the <w>| the rest| the <w> <w>)? (whenever|some day|some time|later|another time|afterwards|eventually|when (it|we|there|the time|that|somebody|they|things|he|she)|once (it|we|there|that|they|things)|along the way|as we go|on the way|in time|when the)(?! (?:than|on|in \\d))<t4>",
    "(that's|that is|this is|it's|those are) (something |a thing |one |all )?for (later|when|after|once|another|phase two|the next|version two|the future|then|some other)<t5>",
    "(can|could|may|must|will have to) wait(?=[.!;]|,|$| a (bit|while)| for now| till later)(?! until (?:the )?\\d)<t3>",
    "(first|before that) we (all )?(have to|must|need to) (survive|get through|finish|land|ship|live through)<t5>",
    "nobody (hires|buys|paints|builds|cooks) <w> <c8>(before|until|when)<t5>",
    "(don't|let's not|no need to|why) (cross|worry about|think about|talk about|lose sleep|plan|spoil|discuss|get lost)( that| it| the)? <c6>(yet|before|now|today|until)<t4>",
    "(maybe|perhaps|might|possibly) <c6>(if someone looks|one day|some day|at some|later|next year some)<t3>",
    "(we'd|we'll|we) (see|have to see),? (maybe|perhaps|if|then|about|when|some)<t4>",
)

OPENED: dict[str, tuple[str, ...]] = {"unknown": UNKNOWN, "invitation": INVITED, "ask": ASKED, "deferral": PUT_OFF}
