"""What agreeing sounds like, in its many dresses; what settles a worry; what only gives credit.

Kinds, because acts allow them differently: `agrees` is a yes to the whole, `wills` any promise or plan, `bare` a yes that may
as well answer a question, `settles` says that a worry is gone, `credits` that a point was good.
"""

from __future__ import annotations

from rehearse.signals.text import fold
from rehearse.stakeholder.phrasebook import Hit, Phrasebook, listed, spelled

_IT = "it|this|that|you|them|both"
_PLAN = (
    "plan|idea|trial|pilot|proposal|request|project|initiative|change|work|investment|spend|approach|ask|experiment|budget|"
    "team|deal|step|first step|two-week trial|next step"
)
_SAYS_YES = (
    "approve|support|sign|fund|back|sponsor|endorse|authorise|authorize|champion|green light|okay|allow|bless|vote for|"
    "sign off on|sign off|buy into|commit to|get behind|stand behind|throw my weight behind|go along with|go with|adopt"
)
_DO = (
    "approve|support|sign|fund|back|sponsor|endorse|authorise|authorize|allow|permit|accept|agree|commit|spare|lend|loan|"
    "offer|grant|give|provide|free|release|assign|allocate|arrange|organise|organize|schedule|book|try|start|begin|proceed|"
    "launch|join|help|do|make|manage|swing|vote|champion|recommend|promote|push|defend|adopt|go ahead|go along|go with|"
    "go for|move this|move it|fit|squeeze|slot|let|take|run|pilot|roll|host|lead|own|stand by|stand behind|work with|"
    "live with|get you|get it|get this|set it|set this|put it|put this|put you|put my|see (it|this) (happen|happening|work|"
    "working|through|go ahead|done)|be part|be involved|be your|move forward|move ahead|look into it|explore it|"
    "explore this|follow up"
)
_BEGIN = "start|begin|proceed|go ahead|get started|kick off|move forward|move ahead|go forward|get going"
_WHEN = (
    "monday|tuesday|wednesday|thursday|friday|tomorrow|today|next|this week|this month|right away|straight away|"
    "immediately|at once|as soon as you|whenever you"
)

_AGREES = f"""
i am (in|all in|game|sold|persuaded|convinced|on board|onboard|aboard|won over|up for it) /
i am (sold|persuaded|convinced|on board|onboard|aboard|all for|won over|behind|up for|in favour|in favor)
i am (in|all in) (on|let us|then|count|with you|for) ; i am with you (on|/) ; i am on your side
i am (a|your) (believer|convert|fan|supporter|ally)
i am (fine|okay|happy|comfortable|good|cool|at ease) with ({_IT}|the|your|a|going|moving|starting|giving)
i (am|would be|will be|should be) (happy|glad|delighted|pleased|willing|ready|prepared|inclined|keen|proud|honoured|
  honored|more than happy) to ({_SAYS_YES}|{_BEGIN}|do|give|let|help|move|commit|say yes|put|try|make|see it|agree|lend|
  assign|offer|join|lead)
i am (going|about) to ({_SAYS_YES}|say yes|give you|let you|agree) ; you have (got)? (convinced|persuaded|sold|won|swayed) me
you have won me over ; you (convinced|persuaded|sold|won|swayed) me ; you got me / ; you won me over
(you|your (*)|that|this|it|which|they) (convince|persuade) me ; got yourself (a|an|some)
(do|can) not (have|see|find) any (further|more|other|real)? (objection|objections|reservations|problem|problems|issue|issues|reason|
  concerns|worries)
(talk|speak) to (*) (*)? and
(that|this|it|which) (convinces|persuades|sells|sold|convinced|persuaded) me ; that (has)? won me over
consider me (sold|convinced|in|on board|persuaded|yours) ; color me convinced ; count me in ; count me as
count on (me|my|us|our) ; sign me up ; put me down (for|as) ; i want in ; i am yours
i am (going|willing|ready|prepared|happy|glad|inclined|tempted|disposed|pleased|delighted|keen|eager|able|open) to ({_DO}|
  consider|entertain|explore|discuss (a|the|next|terms)|hear more)
i am (leaning|open to|open for|in agreement|in accord|interested|intrigued|encouraged|hopeful|optimistic|supportive|
  receptive|tempted|converted|hooked|won)
i am (giving|sending|putting|approving|signing|starting|allowing|taking|backing|supporting|joining|lending|clearing|
  freeing|granting|letting|calling (my|finance)) (you|it|this|that|my|the|your|in|them|two|one)
i would (be)? (like|love|want|prefer) to ({_DO}|explore|pursue|sponsor|sign up)
i would (be)? (open|willing|happy|glad|delighted|prepared|inclined|fine|okay|comfortable|up for|interested|for it|for that|in)
i would (vote|go) (for|with|along) ; i would (approve|support|sign|fund|back|try|do it|say yes|start|recommend)
(comfortable|happy|fine|okay|content|relaxed) (giving|moving|proceeding|going|starting|letting|backing|supporting|taking|signing|going|
  doing|to|about)
(we|you|i) have (enough|all we need|what we need|everything we need) to (move|go|act|start|proceed|begin|decide in)
it is time to (act|move|start|do|fix|invest) ; (you)? (have)? changed my (mind|view|opinion)
i (was|used to be) (sceptical|skeptical|unsure|against|doubtful|worried|not sure|on the fence|opposed)
that (does|did|has done) (it|the trick) (for me|/) ; signing off on
give (it|you|this)? (the|a|my) (nod|okay|thumbs|signature)
i (give in|give up|surrender|yield|concede defeat|rest my case|am defeated)
^(you win|you have won|we are good|we are set|i am good) / ; (you win|we are good) / ; (it|this|that) is happening
tell your (team|people|lead|boss) (it|that|we|they|to|yes|you have)
(can|could) (already)? see (us|myself|it|this|that|my team) (doing|working|happening|being|going|running|paying|in)
nothing (stands|is standing|stops|is stopping|to stop|holds|holding|left to) ; (my|the) door is open
(the|so is the|and the) (budget|money) (is|are) (there|open|yours|available|in place)
(book|get|grab|hire|line up|call|bring in) the (engineers|team|people|two)
you (will)? (get|have|receive) (your|my|the|both|it) (two|engineers|people|approval|support|budget|team|yes|money|slot|
  wish|way|trial|pilot|signature)
you (will|shall) (get|have|receive) (my|it|them|both|two|approval|support|engineers)
i (do)? want (this|it|that|you) to (happen|work|go|succeed|have|start|get|run|win)
i want to (support|help|back|do this|make this|make it|be part|move|go ahead|give|say yes|see this (done|happen|through)|
  see it (done|happen|through))
i (will|can|could) (speak|talk) to (*) and (make|get|ensure|ask|see|tell|have)
i (believe|have faith|have confidence) in (you|this|it|the|your) ; (against|despite) my better judgement
^one (condition|caveat|thing) and (then)? (you|we|it) ; (in|for) your (favour|favor) ; you (have)? (wore|worn) me down
i am (running)? out of (arguments|reasons|objections)
(i)? (have)? nothing (left)? (to add|to object|against it|against that|to say against)
how (soon|quickly|fast) (can|could) (you|we|they) (start|begin|get)
who (else)? (do|should|can) (i|we) (sign|call|tell|pay|book) ; what do you need (from me)? (first|now|to)
(foolish|crazy|mad|stupid|silly|hard) to (turn (that|this|it|you) down|refuse|say no|pass|resist|miss)
talked me (into|round|around) ; no harm in (*) ; what is the harm
i will have (my|our|the|someone|somebody|finance|support|legal|marketing|a|one|two|it|them|people|engineers)
(get|push|carry|bring|take) (this|it|that) (over the line|across the line|through|forward|further)
(we|you) (should|must|ought to|need to) (pursue|do|try|fund|back|support|approve|run|adopt|go ahead|invest|start|seize|jump)
(this|it|that) has my ; (supporter|ally|sponsor|believer|champion|friend) in (me|us)
(thing|things|kind of thing|sort of thing) (that)? (we|i) (should|want to|ought to|need to) be doing ; (a|the) way forward
^i am (happy|content|fine|in|good|game|yours|relieved) / ; then you (report|come) back ; you (can|may) use my
i would rather (fund|back|support|do|approve|start|give|have|try) (this|it|that|you|two) ; on one condition
make an exception ; bend the rules ; pencil (you|it|this) in ; i have heard enough (go|do|start|and|so|to (say|sign|approve))
(go|go and|and) do it / ; ^(good|fair) enough (start|go|do|let|you|then|take|run)
^(two|three|one|four) weeks (then|and (then)? you|starting|from|it is)
you have (two|three|four|one|six|until) (weeks|week|months|month|the end|*) (to (prove|show|make|do)|starting|and|then)
^(i|we) (can|could|might) ({_DO})
(think|guess|suppose|believe|say|sure|then|reckon|expect|feel|imagine) (that)? (i|we) (can|could|should|might|may|will|
  would|ought to) ({_DO})
(think|guess|suppose|believe|say|reckon|feel) (that)? (you|they|the team) (can|could|should|may) (have|start|begin|go|try|
  do|take|proceed|get|count)
(think|believe|suppose|feel|say) (that|this|it) is (worth|right|fine|okay|good|sensible|reasonable|doable|a go|the right|
  a good|wise|enough|settled|time to|justified|acceptable|sound|solid|workable)
(and|so|then|but|yes|indeed)? (i|we) (agree|concur) (/|with|to|we|you|let|it is time|this|on|and)
i am glad (we|that we) (agree|are)
you have (earned|made your|made the|proved|proven|shown) (it|this|that|your|case|point|the|me|my)
you (made|proved) (your|the) (case|point) ; you have my (attention|ear|interest) and
(that|it|this|which) is (reasonable|convincing|workable|compelling|persuasive|sensible|good enough|the right (call|thing|
  move|way|decision|step)|worth (it|pursuing|doing|trying|a|the|exploring|considering)|sound|promising|encouraging|
  attractive|hard to argue|hard to refuse|fair enough)
(the)? (kind|sort) of (thing|plan|trial|step|proposal|idea|answer|approach) (that)? i (can|could|like|would|want)
take it from (there|here) ; get the ball rolling
(do|run|try|launch|begin|start|plan) (the|a|your|this|that) (trial|pilot|experiment|test|work|first step|two)
(start|begin) (small|with (one|two|a|your)|it|this|on (it|this|monday)) ; see how (it|that|this) goes
you have (got)? (my|our) (full|complete|whole)? (approval|support|blessing|yes|vote|backing|go ahead|green light|
  permission|word|sign off|signature|okay|commitment|buy in|sponsorship|consent|agreement|ear and my budget|trust|confidence|
  mandate)
you have (got)? (a|the) (deal|green light|go ahead|go|yes|mandate|budget|slot|team|sponsor)
you have (got)? (it|yourself a deal|yourself a sponsor) /
you can have ({_IT}|the|your|those|two|three|four|five|my (engineers|people|team|budget|support|approval|yes|signature|
  blessing)|one (engineer|developer|person))
you (can|may) ({_BEGIN}) ({_WHEN}|/|with the|with your|with that|with it|with this)
you may (have|take) (the|two|three|them|it|your|one) ; you (can|may) go ahead
(take|have|use|borrow) (the|my|two|three|both) (engineers|people|developers|team|two engineers|budget|money|slot)
(permission|request|approval|wish|budget) (is)? (granted|approved) ; i (grant|give) (you|it|this) (permission|leave|the|my|a)
i (do|hereby|will|shall|can|would|could|will gladly)? ({_SAYS_YES}) ({_IT}|your|the ({_PLAN})|a (trial|pilot|first step)|
  two engineers)
i (do|will|shall|can|would|could)? (agree|consent|accede|subscribe) (to|with) ({_IT}|your|the ({_PLAN})|a|all|every)
i (do|will|can)? (agree|concur|consent|accept) / ; i agree (we|let us|it is time|to)
i agree that (we|you|it is time|this is the|the (trial|pilot|plan|proposal))
i (will|can|would|could|do)? accept ({_IT}|the (offer|deal|proposal|plan)|your (offer|proposal|plan|deal))
(so|then|and) yes / ; lets go
i (will|can|would|could) take ({_IT}|the (offer|deal|proposal|plan)|your (offer|proposal|plan|deal))
i (hereby)? (approve|authorise|authorize|endorse) ; i say (yes|go|do it|let us) ; (my|the) answer is (yes|a yes)
(it|that|this) is a (yes|deal|go|done deal) ; that is a deal ; we have (got)? (a|an) (deal|agreement|understanding|plan)
i (would|will|can|could) say yes / ; consider (it|this|that) (done|approved|settled|agreed|yours|a yes|a deal|decided)
i (give|gave) (it|this|that|you) (my|a|the) (approval|support|blessing|yes|vote|green light|go ahead|thumbs up|full support)
green light ; thumbs up ; full steam ahead ; all systems go ; you have a friend ; go (ahead|for it|right ahead)
(please)? (proceed|go forward) (/|with|as) ; make it (happen|so) ; by all means ; be my guest ; run with it
get (it|this) (done|started|moving|going) ; get (started|going|to it|on with it) ; do it / ; just do it
let us (do|try) ({_IT})
let us (proceed|get started|get going|get to work|get moving|get cracking|get it done|get this done|get this going|
  get this moving|go for it|go ahead|go with|go /|roll|ship it|shake on|make it|make this|make that|call it|put it in|
  put this in|set it up|set this up|kick|move forward|move ahead|move on it|move on this|pilot|run (it|with it|the|this|that|
  a)|take the plunge|book it|sign|schedule|launch|green light|approve|fund|commit|agree that|agree on|bring (it|this) to|
  plan the|plan for)
let us (start|begin) (/|{_WHEN}|with (the|a|your|one|two)|on|the|this|it|small|in) ; let us give (it|this|that|you) (a|the)
let us do (the|a|your|both) ; let us try (a|the|your|one|two) ; let us have a (trial|go|pilot)
we (will|can|shall|should|could|may|are going to|are happy to)? ({_BEGIN}) (/|{_WHEN}|with (it|this|that|the|a|your)|
  on (it|this|monday|friday))
we (will|can|shall|should|are going to) (do|try|fund|back|support|approve|sign|adopt|run|pilot) (it|this|that|the|your|a)
we will make (it|this|that|room|time|space|do)
we are (agreed|in agreement|aligned|good to go|on|in business|all set|on the same page|in) ; we have got you covered
i will (do|take|try|arrange|organise|organize|handle|own|fix|schedule|prioritise|prioritize|sponsor|sign|approve|fund|back|
  support|push|defend|present|announce|champion|sell|start|allow|permit|recommend|endorse|vouch for|carry) (it|this|that|
  them|you|your|the (plan|trial|pilot|money|budget|approval|paperwork|case|proposal))
i will (have|get|tell|ask|instruct|let) (my|the|our) (team|people|engineers|staff|lead|leads|assistant|office|deputy|
  developers|managers|board|finance) (know)? (to|start|begin|free|make|set|that|it|we|you|on)
i will (make|free up|find|clear|carve out|set aside|reserve|block out|block|release|hold|open up|shift|get you|lend you|
  loan you|assign|allocate|earmark|spare|second|ring fence) (room|time|space|the|some|two|three|one|a|an|budget|money|people|
  engineers|my|it|them|capacity)
i will give (you|it|this|your|the) (your|the|two|three|four|five|both|what|my (support|blessing|approval|engineers|people|
  team|vote|word|backing|yes)|a (go|chance|try|shot|trial|yes|team|budget|slot|week)|engineers|people|approval|budget|green|
  one (engineer|developer|sprint))
i will give it (a|to)
i will (put|stand|throw|lend) (my|you|it|this|that|two|the|them) (name|weight|signature|support|down|on|in|through|up|at|
  forward|behind|voice|neck|reputation|people)
i will (talk|speak|go|write) to (finance|the board|the ceo|the cto|the cfo|my boss|legal|procurement) (for you|
  on your behalf|about funding|to get|to make|and get|today|tomorrow|and make|about it)
i will (see|make sure|ensure) (to it|it happens|it gets|this happens|this gets|that you|you get|you have|it is done|we)
i will sort (it|this|that|things) out ; i will be your sponsor ; i will back you
i will get (it|this|that) (approved|signed|done|funded|through|started|moving|on) ; i will bring (it|this|that) (to|up|before)
i will move (things|it|the|my) ; i will set (it|that|this) up ; i will say yes ; i will sign ; i will approve ; i will commit
i will go (along|with|for) ; i will vote for
i will send (you)? (the|my|over the)? (paperwork|contract|approval|purchase order|budget code|sign off|engineers|people)
i will (see|meet) you (on)? (monday|tuesday|wednesday|thursday|friday|tomorrow) (to|for|with)
(my|our) (team|people|engineers|teams|office|staff) (will|can|could|is going to|are ready to) ({_BEGIN}|help|support|join|
  do|take|make|free|be|pick|work|handle|run)
(send|bring|give) (me|over) (the)? (paperwork|contract|papers|form|forms|purchase order) (and i|to|/)
where (do|should|can) i sign
when (do|can|should|shall) (we|you|they|i|the team) (start|begin|kick off|get started|get going)
how soon can (we|you|they) (start|begin|get) ; shall we (start|begin|go|do|proceed|sign|book|get|kick|make|say|shake|put)
what do you need from me to (start|begin|get) ; who do i (call|tell|talk to) to (make|get|start)
how can i (support|help|make|back) ; what can i do to (help|support|make|get|back)
how do we (get|make) (this|it) (started|going|happen|off the ground|over the line|done) ; where do we (start|begin)
what are the next steps ; when is the kick off ; can you start (on)? (monday|tomorrow|today|next|this|right|straight)
(that|this|it) (all)? (works|would work|will work|can work|could work|suits|will do nicely) (for (me|us)|/)
(works|fine|okay|good|all right|great|perfect|cool) (for|by|with) me ; suits me
(that|this|it) is (fine|okay|good|acceptable|agreeable|all right|doable|a go|settled|agreed|approved|decided|
  reasonable enough) (by|with|for|to)? (me|us|/)
(that|this) is a plan ; it is (agreed|settled|approved|decided|done|on) / ; then it is (settled|agreed|decided|done)
(i|we) (can|could|would|will|might) (live|work|go|run|do business|be happy) with (it|this|that|the)
(i|we) (can|could|would|will) (do|make|get behind|stand behind|sell|defend|afford|manage|swing|accommodate|absorb|spare|
  get) (that|this|it|the (two|engineers|time|money|budget|trial|pilot|people)) (work|happen|internally|/)?
i could (be)? (persuaded|convinced|on board|sold)
(sounds|looks|seems|feels) (good|great|fine|perfect|wonderful|excellent|fair|reasonable|sensible|right|promising|
  convincing|solid|brilliant|fantastic|amazing|lovely|doable|okay|like a plan|like a deal|like a winner|like a go|
  like a great|like a good|like a solid|like a sensible|like a no-brainer|worth a try|worth doing|worth it)
(i|we) (like|love|adore|dig) (it|this|that) /
(i|we) (like|love|adore|dig) (this|that|the|your) (idea|plan|approach|proposal|thinking)
(i|we) (like|love|adore|dig) (the sound|where this|where you|what i|what you|how you)
i (would)? love to (see it|help|support|do|have you|be part|join|back|try|start|make|sponsor|sign)
i (would)? (love|welcome) (that|this|it) /
(it|this|that) is (a no-brainer|worth (a try|a shot|doing|trying|it)|the right (thing|call|move|decision|way)|what we need|
  exactly what we need|a (good|great|smart|sound|safe|solid) (bet|call|move|deal|investment|decision))
i am (excited|thrilled|delighted|eager|keen|looking forward|pumped|stoked|glad you|happy you|so glad|so happy)
(i)? (can not|can hardly) wait ; i look forward to (it|this|seeing|working|starting|the|your|hearing)
it would be my pleasure ; with pleasure / ; nothing would please me more
(i)? (have|see|can think of|know|raise) no (further|more|other)? (objection|objections|reservations|concerns|worries|
  doubts|qualms|questions|complaints|issues|issue|problem|problems)
^no (further|more|other)? (objection|objections|reservations|complaints|problem|problems|issues|worries|concerns) (from|
  here|on|left|/|whatsoever|then)
i have (no|not any) (more)? (reason|reasons) (left)? (to say no|to refuse|not to|to wait|against)
i (see|have|know|find) no reason (not|to say no|to refuse|to wait|to hold|against|we should not|why not)
i can not (say no|argue with|refuse|find fault|think of a reason|see why not|object|fault)
(how|who) could i (say no|refuse|resist)
i do not see (why not|any reason not|a reason not|a problem|any problem|any objection|any issue)
i would not stand in (your|the) way
i (will not|am not going to|am not) (stand in|stop you|stopping you|object|say no|saying no|block|oppose|get in|standing in)
i no longer (have|see|feel) (any|a|that)? (concern|concerns|doubt|doubts|objection|objections|worry|worries|reason)
i am warming (to|up) ; i would sign (today|now|here|it|this|that|off|/) ; i can hardly (say no|refuse|object)
you will not (hear|get|meet|have) (a|any)? (no|objection|objections|resistance|trouble|fight) from me ; (sure)? why not /
^(deal|done|agreed|approved|granted|accepted|settled|sold|sanctioned|amen|bingo|indeed yes|quite so|absolutely yes|
  hell yes|of course yes) /
^(you are on|you are in|i do|i am in|we are on|we are in|game on|so be it|very well|fair enough let us|say no more|
  and approved|and agreed|very good) /
^yes (absolutely|definitely|of course|please|let us|i (will|do|agree|am|approve|support|can|would|think so|think we should|
  accept)|we (will|can|should|shall|do|are)|you (can|may|have|do|are)|to (that|this|all|the|it)|go|do|and|then|it is|
  that works|that is fine|by all means|gladly|from me|with|on)
(it|that|this) (is|was|gets) a yes ; a (clear|firm|big|full|resounding|definite|cautious|tentative|qualified) yes
^(i would|i will|i do|i can) / ; (two|three|both) engineers (from|starting|start) (on)? (monday|tomorrow|next)
(start|begin) (on)? (monday|tuesday|wednesday|thursday|friday|tomorrow|next week|next month|right away|straight away|
  immediately) (/|and|then|with)
(from|starting|beginning) (on)? (monday|tomorrow|next week) (on|you|they|the team|my|we|/) ; it is (all)? yours
they are yours ; the (money|budget|team|slot|job|engineers|floor and the budget) (is|are) yours ; welcome aboard
(i)? (will|shall) be there (on)? (monday|with)
"""

_WILLS = """
i will * ; we will * ; let us *
"""

_BARE = """
^yes $ ; ^yes sir $
^(absolutely|definitely|certainly|gladly|sure|of course|sure thing|you bet|naturally|no doubt|okay then|all right then|
  fine then|okay fine|okay sure|right then|good then|great|perfect|wonderful|excellent|brilliant|fantastic|lovely|splendid|
  marvellous) /
"""

_SETTLES = """
(that|this|it|which|you) (has|have)? (answers|answered|settles|settled|resolves|resolved|satisfies|satisfied|covers|
  covered|addresses|addressed|removes|removed|puts to rest|takes care of) (it|that|this|me|my|the|all|every|that one)
(that|this|it) is (enough|sufficient|plenty|good enough|convincing|all i (needed|wanted|asked)|exactly what i|
  what i needed|what i wanted) (for me|/|to|now|evidence|proof)?
(that|this) is (all|exactly|just|precisely) (that|what)? (i|we) (needed|wanted|asked|was looking|hoped)
(my)? (concern|concerns|worry|worries|doubt|doubts|question|questions|fear|fears) (is|are|has been|have been) (gone|
  answered|settled|resolved|addressed|met|satisfied|dispelled|put to rest|all answered)
i am (satisfied|reassured|content|at ease|relieved|no longer (worried|concerned)|not worried (any more|anymore))
that puts (my|me)
you have (answered|addressed|dispelled|put|covered|thought of|dealt with|resolved|settled) (my|all|every|that|it|
  everything|the|me)
i (now)? (believe|trust) (you|that|it|this|your (figure|figures|number|numbers)) ; (that|this) (reassures|relieves) me
"""

_CREDITS = """
you are right ; (that|this|it) makes sense ; ^makes sense ; (makes|made) (a lot of|good|perfect|total|complete) sense
^(good|great|excellent|fair enough|true|right|exactly|precisely) $ ; i (could not|can not) agree more
i see (your|the) point (and|now|/)
you (make|made|have|raise) a (good|fair|valid|strong|great|excellent|reasonable|compelling) (point|case|argument)
(that|this|it) is a (good|fair|valid|strong|great|excellent|reasonable|compelling) (point|case|argument|answer|number|figure)
"""
PHRASES: dict[str, tuple[str, ...]] = {
    "agrees": listed(_AGREES),
    "wills": listed(_WILLS),
    "bare": listed(_BARE),
    "settles": listed(_SETTLES),
    "credits": listed(_CREDITS),
}
BOOK = Phrasebook(PHRASES)
# What may be done without agreeing to anything.
_HARMLESS: dict[str, frozenset[str]] = {
    "i": frozenset(
        "not never be have think decide believe see hear listen wait need want say ask tell repeat remember read come get stop leave keep look know "
        "lose pay miss answer hold call regret sit explain admit only still rather notice feel end put be go consider judge compare check doubt "
        "worry count mind stay write always find just speak talk show forward refer pass quote interrupt confess spare".split()
    ),
    "we": frozenset("not never be have think decide see hear wait need want say lose pay miss know find still get come talk only meet regret end live count always".split()),
    "let": frozenset(
        "see be stay hear talk look not say go come leave assume suppose stick keep hope return stop finish end pause wait count imagine face pretend "
        "admit ask think hold".split()
    ),
}  # fmt: skip
# "Let us move on" and "let us start with the number" begin nothing; "let us move ahead" does.
_HARMLESS_WITH = {
    "move": frozenset({"on"}), "get": frozenset({"to", "back", "real", "that"}), "put": frozenset({"that", "it", "a", "the"}),
    "take": frozenset({"that", "the", "a", "one"}), "begin": frozenset({"with", "at", "from"}), "start": frozenset({"with", "at", "from"}),
}  # fmt: skip
# A yes in a question is none, but for those that ask how to begin.
_BEGINS = ("where do i", "where should i", "where can i", "when", "how", "shall", "what do you need", "what can i do", "who do i", "where do we", "what are the next", "can you start")  # fmt: skip
_DENIES = frozenset(
    "not no never nobody nothing neither nor none hardly barely without before until unless if whether why cannot nowhere far doubt refuse "
    "wonder suppose imagine cost whoever wants want wanted rather instead than".split()
)


def hits(text: str) -> tuple[Hit, ...]:
    """What agrees, settles or credits in a text. Left out: what is denied, wondered about, or asked."""
    return tuple(h for h in BOOK.find(text) if not _taken_back(text, h) and not (h.kind == "wills" and _harmless(text, h)))


def _harmless(text: str, hit: Hit) -> bool:
    said = spelled(text[hit.start : hit.end])
    verb, then = said[-1], spelled(text[hit.end : hit.sentence_end])[:1]
    if verb in _HARMLESS_WITH and said[0] == "let":
        return not _HARMLESS_WITH[verb].isdisjoint(then)
    return len(said) > 1 and verb in _HARMLESS.get(said[0], ())


def _taken_back(text: str, hit: Hit) -> bool:
    said = fold(text[hit.start : hit.end])
    before = fold(text[hit.sentence_start : hit.start])
    clause = before.replace(" but ", ",").rpartition(",")[2]
    if not _DENIES.isdisjoint(w.strip("\"'“”‘’()") for w in clause.replace("n't", " not").split()):
        return True
    asked = "?" in text[hit.end : hit.sentence_end]
    return asked and not said.startswith(_BEGINS)
