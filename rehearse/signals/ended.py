"""How it ends: when it is stopped, who may stop it, and by what one will see that it worked. Ways for `ways`, by family."""

from __future__ import annotations

_N = r"(?:<num>|first|second|third|fourth|fifth|sixth|seventh|eighth|tenth|minus <num>|half|twice)"
_COUNTED = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,6})"
# On what it depends, with two words at least of what it is ...
_IF = r"(?:if|unless|when|once|should|whenever|in case|as soon as|the (?:moment|day|minute|second|hour|week|night|first time)(?= (?:we|it|you|they|a|an|the|any|that|somebody|one|your|our|<NAME>|\w{3,20}s\b))) <w>,? <w>"
# ... and where only what follows shows that it is a condition
_AT = (
    rf"(?:at (?:the |about )?{_N}|at the end of|with (?:more|less|fewer|over)|above|below|under|over|beyond|past|(?:more|less|fewer|longer|worse|later|higher|lower) than|after (?:the |about )?{_N}|"
    rf"another|one more|any|either|not one|miss|give it|until|till|{_COUNTED} <w>|a single) <w>"
)
_SUBJECT = (
    r"(?:we|i|it|you|they|he|she|<NAME>|(?:the|this|that|your|our|my|all|everything|each|every|both) (?:<w> ){0,4}?<w>|this|that|everything|both|all|and|or|then|out)"
    r"(?:'ll|'s|'d|'re|'m| will| can| may| is| are| gets?| have to| has to| would| just| all| both| simply| then| immediately| at once| also| myself| personally| again){0,3}"
)
_AND = r"(?:,|and|or|then)(?: and| then| so| or){0,2}"
_THEN = f"{_IF} ... {_SUBJECT}"
_THEN_AT = f"{_AT} ... {_AND} {_SUBJECT}"
_IT = r"(?:it|this|that|the (?:<w> )?<w>|everything|them|things|us|him|her|the lot)"
# Ending it, as one says it after "we" and after "it".
_END = (
    rf"(stop(?! (?:selling|losing|being|having|complaining|worrying|asking|here|by|over))|stops|end (?:it|this|that|the|there|on|at|up with nothing)|ends(?= (?:there|the|that|by|on|at|then|,)|<end>)|end<end>|"
    rf"drop {_IT}|bin {_IT}|kill {_IT}|bury {_IT}|scrap {_IT}|shelve {_IT}|cancel {_IT}|abandon {_IT}|abort|terminate|cease|quit|freeze {_IT}|halt|halts|"
    rf"pull (?:the plug|the cord|the trigger|out|back|the handbrake|{_IT})|break (?:it |this )?off|call (?:it|the whole thing|this|that|things) (?:off|a day|quits)|call off|"
    rf"shut {_IT} down|shut down|switch {_IT} off|switch off|turn {_IT} off|take {_IT} (?:down|off|out|back|away)|draw (?:the|a) line|fold (?:it )?up|fold|let it (?:die|go|drop|lie|be)|"
    rf"throw {_IT} (?:out|away|in the)|throw in the towel|close {_IT} down|close {_IT}<end>|wind {_IT} (?:up|down)|pack {_IT} (?:up|in)|pack up|give (?:it |this )?up|leave it (?:at that|there)|walk away|"
    rf"go home|go no further|go ashore|don't (?:go on|continue|carry on|extend|renew|prolong)|do not (?:go on|continue|carry on|extend|renew)|won't (?:go on|continue|carry on|extend|renew)|revert|cut our losses|"
    rf"cut {_IT} off|cut the <w>|hang it up|back out|bail out|send {_IT} back|hand {_IT} back|hand back|undo {_IT}|return to the (?:old|former|previous)|roll {_IT} back|go back to (?:the|how|what)|part ways|park it|retire it|rip {_IT} out|tear {_IT} out|"
    rf"take it off|withdraw|wave the white flag|say stop|part company|remove it|delete it|discontinue|open (?:them|it) and leave|kick (?:it|us|them) out|pencils down)"
)
_OVER = (
    r"(off(?! (?:by|to|from|the mark|the record|duty|sick|work|on))|over(?! (?:there|here|to|by|<num>|the|a)\b)|out(?! (?:there|of (?:date|my|his|her|reach)|for|by|with)\b)|dead|gone(?=[\s,.;]*$| for good| the same)|finished|history|the end|done for|done with|"
    r"stopped|ended|cancelled|scrapped|binned|shut down|shut off|closed down|switched off|turned off|taken (?:down|off|out|away|back)|pulled|withdrawn|rolled back|abandoned|dropped|cut|halted|suspended|frozen|wound up|unplugged|buried)"
)
_DIES = (
    r"(stops|ends|halts|dies|freezes|goes (?:silent|dark|off|out|back|no further|in the bin|away)|comes (?:off|down|out)(?! again)|stays (?:where it is|off|out|away)|shuts (?:itself )?(?:off|down)|"
    r"switches itself off|falls silent)"
)
_NOT_DONE = r"(?!(?:it|we|that|everything|all|they|this)(?:'s|'re| is| are) (?:all )?(?:done|ready|finished|complete|through|over|there)\b)"
_MAY = (
    r"(?:<THEY>|you|(?:either|any|each|one|both|all) of (?:you|them|us)(?: two| three)?|your <w>(?: <w>)?|(?:the|any|every|each|your|a|one|our|their) (?:<w> ){0,3}?<w>|anybody|anyone|everybody|everyone|whoever <w>)"
    r"(?:, <g4><w>,)? (?:can|may|could|shall|is (?:allowed|entitled|free) to|are (?:allowed|entitled|free) to|has the right to|have the right to|is welcome to|'s free to|has (?:my|our) (?:word|permission|blessing) to)(?: simply| just| always| also)?"
)
_EVER = r"(?:at|any|whenever|if|with|on|from one|by|without|when|the (?:same|moment|day)|after|as soon|anyway|every|until|too|no questions|in|for good|<end>)"

STOP_RULE: tuple[str, ...] = (
    # --- when this, then an end ---
    f"{_THEN} ~ {_END}<t3>",
    f"{_THEN_AT} ~ {_END}<t3>",
    f"{_IF} ... (?:it|that|this|the <g3><w>|everything|this one)(?:'s|'ll be| is| gets| goes| comes| will be| be)(?: then| all| simply| also)? ~ {_OVER}<t3>",
    f"{_AT} ... {_AND} (?:it|that|this|the <g3><w>|everything|this one)(?:'s|'ll be| is| gets| goes| comes| will be| be)(?: then| all| simply| also)? ~ {_OVER}<t3>",
    f"{_IF} ... (?:the <g3><w>s?|they)(?: are| come| go|'re)(?: all| both)? ~ (down|off|out|dead|silent|cancelled|switched off|taken down|withdrawn)<t3>",
    f"{_IF} ... (?:it|that|this|the <g3><w>)(?: then)? ~ {_DIES}<t3>",
    f"{_AT} ... {_AND} (?:it|that|this|the <g3><w>)(?: then)? ~ {_DIES}<t3>",
    f"(?:{_IF}|{_AT}) ... (?:,|and|then) ~ out it (goes|comes)<t2>",
    # --- an end, when this ---
    f"(we|i|you|they|it|<NAME>|and|or|then|the <g2><w>)(?:'ll|'d| will| can| would| just| all| simply)?(?: also| both| immediately)? ~ {_END} <c5>(?:if|unless|when|as soon as|the moment|the day|the minute|at the (?:first|second|third|<num>)|once|whenever|after the (?:first|second|third)) {_NOT_DONE}<w><t4>",
    f"(it|that|this|the <g2><w>)(?:'s|'ll be| is| gets)(?: then| all)? ~ {_OVER} <c4>(?:if|unless|as soon as|the moment|the day|the minute|at the (?:first|second|third|<num>)) <w><t4>",
    "(the <g3><w>|it|this|that|pilot|trial)(?: now| then)? ~ (ends|stops|expires|finishes|dies|lapses|is over) (by itself|on its own|automatically|unless|the (day|moment|minute|hour)|as soon as|on the (dot|day)|whatever|no matter|come what may|regardless|whether)<t5>",
    f"(by|until|till|before|on|at|come) <c6>(?:it )?either <c12>or (?:we|it|i|you|they)(?:'s|'ll| will)? ~ {_END}<t2>",
    "(it's|it is|that's|we're|everything is|everything's) (over|finished|done|the end)(, whether|, whatever|, come what may|, no matter| whether| whatever| regardless| come what may|, happy or not)<t5>",
    "(plug|trial|pilot|project|experiment|contract|licence|license|subscription|event|thing|whole thing)( then)? (gets|is|will be) (pulled|stopped|cancelled|ended|called off)<t4>",
    "(on|until|till|by|at) <c5>(?:,|and) (?:it|that|the <w>)(?:'s| is)? ~ (over|the end|ends there|stops there)<t3>",
    "pencils down<t3>",
    "not a (day|week|euro|cent|penny|krona|pound|hour|minute|kroner|zloty|dollar|franc) (longer|more|later)<t2>",
    "(no|not for a|without a) (thirty first|extension|second (round|chance|extension)|prolongation|overtime|encore)<t2>",
    "(signed|paid|released|extended|renewed|bought) <g4>or not at all<t1>",
    "there('s| is) no (money|budget|time|room) (left )?(to|for) (rename|extend|extension|prolong|a second|going on|more)<t2>",
    "!no/not/without/how/what hard (stop|limit|end|deadline|ceiling|cap)<t2>",
    "!no/not/without (ceiling|upper limit) (of|at|on|is) <num><t4>",
    "where we (call it (off|a day)|stop|end it|draw the line|pull (it|the plug)|get off|break off)<t1>",
    f"(which|what) (number|point|loss|figure|level|count|day|date|amount|stage) <g5>(we|you|i)( would|'d| will|'ll)? ~ {_END}<t3>",
    # --- somebody may end it ---
    f"{_MAY} ~ (stop|halt|end|veto|freeze|cancel|kill|abort|suspend|break off|terminate|block) (it|us|this|that|the (trial|pilot|project|whole|test|thing|mailing|rollout|run|launch|experiment|switch|migration)|things|everything)?<t4>",
    f"{_MAY} ~ (pull (it|the plug|the cord|us|out|the handbrake)|call {_IT} off|throw {_IT} out|send {_IT} (back|away|home)|shut {_IT}|switch {_IT} off|turn {_IT} off|take {_IT} (off|out|down)|kick {_IT} out|say stop|say no|press (the|that) (red )?button|walk away|opt out|get out)(?: {_EVER}|<end>)<t3>",
    "(you|<THEY>|any of you|either of you)(?: can| could| may)? ~ tell (me|us) to (stop|drop|end|quit|switch it off|pull|take it|go home|leave)<t3>",
    "(<THEY>|you|your <w>|the <g2><w>|<w>)(?: also| each)? ~ (has|have|holds|hold|gets|get|keep|keeps)( got)? (the|a|an|their|his|her|your) (red button|stop button|emergency (brake|stop)|kill switch|veto|right (to|of) (stop|halt|veto|refuse|say no|cancel|walk)|final say on stopping|off switch|power to stop|handbrake|cord|last word on (stopping|going))<t3>",
    "!no/without (your|her|his|their|a|the|union|works council's) veto (is|holds|counts|stands|stays|in|at|for|until|right)<t3>",
    "(plug|switch|button|handbrake|brake|decision to stop) is yours( to (pull|press|flip|throw))?<t2>",
    "thumbs? (is |are )?(up or down|down)<t4>",
    "(stay or leave|go or no go|go no go|yes or no|stop or go|in or out) (vote|decision|meeting|call|question|point)<t3>",
    "(say|says|said) (stop|halt|no|enough|the word) (and|on any|at any|,) <c4>(it|we|i|that|by|everything|the)<t4>",
    "(one|a single|a) (word|call|phone call|mail|nod|text) from (you|her|him|them|<NAME>|the <w>|any) <c3>(and (?:it's|we|they|it|everything) (?:is )?(?:off|over|out|gone|stopped|stops?|dead|ends?)|is enough|stops|ends|suffices)<t4>",
    "(emergency brake|red button|stop button|panic button|kill switch|exit clause|break clause|cancellation clause|opt out)(?! (?:is|was) (?:missing|not))<t4>",
    "at which (loss|number|point|figure|cost) <g2>(break off|stop|end)<t2>",
    "(otherwise|or else|if not|failing that),? <c4>(it's (off|over|out)|we're out|we (stop|end|go home))<t4>",
    "(don't|doesn't|won't|will not|do not|does not) get (a|another|one more|any) (cent|penny|won|euro|krona|pound|day|week|hour|krone|zloty|dollar)<t3>",
    "^(miss|fail) (it|that|this|one|any|either|the) <c5>(and|,) <w><t5>",
)

# --- by what it is judged --------------------------------------------------------------------------------------------

_N2 = r"(?:[$£€]?\d[\d.,]*|" + _COUNTED[3:]
_LIMIT = rf"(?:(?:under|below|above|over|beyond|at least|at most|less than|fewer than|more than|no more than|not more than|within|anything (?:over|under|above|below)|down to|up to) (?:the |about |around )?(?:{_N2}|half|zero)|half the|half of|{_N2} (?:of|out of|in) (?:a )?{_N2}|not one|not a single)"
_IF_SO = rf"(?:(?:if|should|as soon as|unless|provided|only if) <w> <w>|{_LIMIT})"
_WHEN_SO = rf"(?:(?:if|when|once|should|as soon as|the day|the moment|provided|until|unless) <w> <w>|{_LIMIT}|{_N2} <w>)"
_HAVE_WON = r"(?:won|made it|done it|done (?:what|our)|passed|succeeded|reached|got there|earned|failed|delivered|achieved|arrived|cracked|nailed|hit it)"
_WORKED = r"(?:worked|works|succeeded|failed|has failed|passes|passed|didn't work|has worked|has succeeded|paid off|has paid|has earned|was worth it|is worth it|doesn't count|isn't (?:done|finished)|wasn't worth)"
_A_WIN = r"(?:(?:a )?(?:success|pass|win|hit|yes|victory|failure|flop)|good enough|mission accomplished)"
_WON = (
    rf"(we've {_HAVE_WON}|we have {_HAVE_WON}|we'll have {_HAVE_WON}|they've {_HAVE_WON}|it's {_A_WIN}|that's {_A_WIN}|it'd be {_A_WIN}|it is {_A_WIN}|"
    rf"i'd call it {_A_WIN}|i call it {_A_WIN}|we call it {_A_WIN}|we're (?:satisfied|happy|done|there|home|through|good|content|on target)|i'm (?:satisfied|happy|content)|"
    r"i'll believe (?:it|that)|mission accomplished|i'd say (?:mission|we|it|done|success|yes)|we (?:go on|carry on|continue|roll (?:it )?out|win|pass|keep it|proceed)(?= |[.,;:!]|$)|it (?:stays|goes on)(?=[.,;:!]| (?:in|and|for)|$))"
)
_NOUN = r"(?:test|proof|mark|bar|yardstick|benchmark|criterion|threshold|finish line|pass mark|hurdle|acid test|litmus test|success mark|measuring stick|measure|measure of success|definition of done|pass|touchstone|goalpost|success)"
_DAY = r"(?:on|by|in|at|after|each|every|until|till|come|before)"

_AIM = r"(?:should|must|target|goal|aim|want|wants|bring|success|worked|ought|need|needs|has to|have to|so that|works if|we've won|judge|measure|see it|will|'ll|would|shall)"

SUCCESS_MEASURE: tuple[str, ...] = (
    # --- then we have won ---
    f"{_WHEN_SO} ... ~ {_WON}<t3>",
    f"{_IF_SO} ... ~ (it|that|this|the (?:<w> )?<w>) (?:'ll have |has |will have |then )?{_WORKED}<t3>",
    f"{_WON} <c3>(?:if|when|once|as soon as|the day|the moment|with {_N2}|at {_N2}) <w><t5>",
    f"(it|that|this|the (?:<w> )?<w>|<NAME>)(?:'ll have| has| will have|'s| is| counts as| was)? ~ (worked|works|succeeded|succeeds|failed|passes|a (?:success|pass|win|hit|failure|yes)|done|passed|paid off) (?:if|when|once|as soon as|with {_N2}|at {_N2}) <w><t5>",
    "(count|counts|counted|call|calls|regard|treat|rate|take)(?: (?:it|that|this|anything|everything|them|us|one))? <g6>(?:as )?(?:a |an |for )?(success|pass|hit|win|failure|fail|victory|done|passed|reached|a yes)(?= |[.,;:!]|$)<t4>",
    "!it/that/which (means|mean) (it|that it|that we|we|the <w>|they|that the)(?:'s|'ve| have| has)? ?(worked|works|failed|succeeded|won|did it|come out right|are done|is done|passed|made it|didn't)<t2>",
    "(otherwise|or else|if not|anything (over|under|above|below|less|more))[,:]? <c6>(it isn't|it's not|it wasn't|it has failed|it failed|it didn't|i'd call it|doesn't count|does not count|is a fail|counts as|means it|no release|we've failed|we failed|not (done|good enough|finished|a success))<t3>",
    "(green|success|done|good|good enough|victory|winning|finished|a win|a pass) (for|to|with) (us|me|you|them) (means|is|would be|would mean|looks like|will be)<t5>",
    # --- the bar ---
    f"(the|my|our|one|your|same|only|a|this|their|hard) ~ ({_NOUN[3:-1]})( for (me|us|it|that|this|you)| of it| here| to (clear|pass|meet|take|beat))?( is| are| will be| would be|:|'s| as)(?! (?:not|missing|unclear|open|still|far|too|difficult|hard|to be|in the|on the|yours|up to|running|over|done|fun|red|broken)) <w><t5>",
    f"^({_NOUN[3:-1]})( for (me|us|it|that|this)| of it| here)?( is| are| will be| would be|:)(?! (?:not|missing|unclear|open|still|far|too|to be|in the|on the|yours|up to|running|over|done)) <w><t5>",
    f"(that's|that is|there's|there is|here's) (the|my|our|one|your) (one |only )?{_NOUN}(?=[,.;:]| (?:we|i|for|to|it|you|is|and)|$)<t3>",
    "(that's|that is|this is) (where|when|what) (i|we)('d| would|'ll)? (hang|call|say|know|celebrate|count|aim|measure|go by|look at|judge)<t5>",
    "(judge|judged|measure|measured|graded|rated|score|scored) (me|us|it|this|that|them|the <w>)? ?(by|against|on|at) (?!me|you|us|hand)<w><t5>",
    "(decides|settles) it(?= |[.,;:!]|$)<t3>",
    "decides(?= ?:)<t5>",
    "(what|that|which) (decides|settles|counts|matters|tells us) (it )?(is|in the end is|at the end is) <w><t5>",
    "(we|i|you|you'll|we'll|i'd|i'll|one)(?: can| could| will| be able to| would)* ~ (tell|know|see|read|recognise|recognize|notice) (it |that |this )?(by|from|in|off|on) (the|your|our|how|whether|what) <c10>(?:under|below|above|at least|means|empty|zero|no|down|fewer|less|half|shorter|<num>)<t4>",
    "(aiming|aim|shooting|heading) (at|for)(?= |[.,;:])<t4>",
    f"measured (against|on|by|from|over|with) <c8>{_LIMIT}<t2>",
    "what (i|we|it|the <w>)('d| would|'s|'ll)? ?<g5>(be )?(judged|measured|graded|marked) (by|on|against)<t3>",
    "# ((?!more|less|fewer)<w> )?or (better|more|less|fewer|higher|lower|above|below|over|under|upwards)(?= |[.,;]|$)(?! (?:a|per))<t3>",
    # --- a day on which it is counted ---
    f"<WHO><SO> ~ (check|checks|count|counts|read|reads|measure|measures|look|looks|compare|compares|weigh|weighs|ask|asks|see|sees|test|tests|draw|draws|report|reports) <c12>(?:whether|if|{_LIMIT}|anything|fewer|how many|how few)<t6>",
    f"(should|must|has to|have to|needs? to|ought to|shall|is to|are to) (be|be down|drop|fall|go|come|get|shrink|rise|sink|stay|land|halve)( down| up| back)?( to| by| at| in)? ?({_LIMIT}|half|zero|empty|{_N2})(?! (?:of the team|hands))<t3>",
    "we/i('d| would|'ll| will)? (want|like|need|expect|aim for|settle for|be happy with|take) <g5>(at|under|below|above|over|down to|within|at most|at least|fewer than|less than|no more than) <num><t4>",
    "(at least|at most|no more than|fewer than|less than|under|below|above|over|more than) (<num>|half|a third|a quarter|nine|two thirds) ?<c8>(and|,|:|or) <c3>(it stays|we go on|we keep|we carry on|it's a yes|we stop|we drop|we revert|we end|we roll|it goes|it's off|it's over|otherwise|pass|we're|i'm|it worked|it works|it means|means)<t3>",
    "(with|under|below|above|over|at|for) (<num>|fewer than|more than|less than|at least) <c8>(?:we|it) (go on|goes on|carry on|stays|continue|proceed|keep it|roll it out|stop|drop it|end it|revert|pull)<t3>",
    "!nobody/no/not/without/how success (is|means|looks like|would be|will be|for (me|us))<t5>",
    "(passed|pass|passes) (if|when|once|as soon as|with) <w><t4>",
    f"{_AIM} ... <w> ~ (from <g2><num>( ?%)?<t2> to (about |roughly |under |below |only |at most |around )?[$£€]?<num>|down to (under |below |about |at most )?[$£€]?{_N2})<t3>",
    "from <g2>[$£€]?<num>( ?%)?<t2> to (about |roughly |under |below |only |at most |around )?[$£€]?<num> <c4>(by (<month>|the|<day>|<num>|easter|christmas|summer|autumn|spring|then)|within|in (<num>|the first|a) <u>)<t2>",
)

ENDED: dict[str, tuple[str, ...]] = {"stop_rule": STOP_RULE, "success_measure": SUCCESS_MEASURE}
