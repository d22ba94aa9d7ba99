"""Words that the rules look for beside the signals: losses, gains, what happens if nothing is done, whom it falls on.

English only, as the offline stakeholder. Each list errs on the side of not finding: a check needs a signal beside it as well.
"""

from __future__ import annotations

import re

# Signals of which one makes a reply be about something, whatever it answers.
SUBSTANCE = frozenset(
    ("figure.money", "figure.percent", "figure.count", "figure.effort", "date", "owner", "source", "story", "outcome", "rollback",
     "stop_rule", "success_measure", "small_step", "mitigation", "trade_off", "unknown", "concession", "acknowledgement",
     "promise", "demo", "comparison", "precedent", "error_range", "own_time")
)  # fmt: skip


def _any(*parts: str) -> re.Pattern[str]:
    """Any of these, as whole words."""
    return re.compile(r"\b(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)


_NOT = r"(?:do not|don['’]t|does not|doesn['’]t|did not|didn['’]t)"
_GAP = r"[^.?!;]{0,60}?"

# Something goes wrong today. A missing tool ("we do not have a mesh") is none of these on purpose, nor what "you can't do".
LOSS = _any(
    r"los(?:e|es|ing|t)|loss(?:es)?|fail(?:s|ed|ing|ures?)?|outages?|incidents?|crash(?:es|ed|ing)?|bugs?|faults?",
    r"(?:went|goes|go|going|was|were|is|are|be|been) down|(?:stood|stands|stand|standing) still|pil(?:e|es|ed|ing) up",
    r"broke|broken|breaks?|breaking|wrong|late|later than|slip(?:s|ped)?|delay(?:s|ed)?|overdue|behind schedule",
    r"miss(?:es|ed|ing)? (?:the|a|our|your|their)",
    r"complain(?:s|ed|ing|ts?)?|refund(?:s|ed)?|churn(?:s|ed)?|cancel(?:s|led|ed|lations?)?|fined|(?:paid|pay|pays) back",
    r"(?:left|leave|leaving) us|g(?:i|a)ve up|walk(?:s|ed)? away|(?:never|not|didn['’]t|don['’]t) c(?:o|a)me back",
    r"(?<!\byou )(?<!\bi )(?:could not|couldn['’]t|cannot|can['’]t)|unable to",
    r"costs? (?:you|us|them|your|our|customers?)|(?:taken?|rolled) back",
    r"rework|firefight(?:s|ing)?|overtime|paged|woken|at night|night calls?|stuck|blocked|(?<!\byou )waits?|waiting|s[ai]ts? there",
    r"support|calls|tickets|escalations?|penalt(?:y|ies)|fines?|breach(?:es|ed)?|errors?",
    r"by hand|manual(?:ly)?|wast(?:e|es|ed|ing)|locked in|tied (?:in|to|up)|in for (?:another|\w+ more)",
    r"because of (?:it|this|that)",
)
# Something gets better for somebody outside engineering.
GAIN = _any(
    r"keep(?:s|ing)?|hold(?:s|ing)?|sav(?:e|es|ed|ing|ings)|protect(?:s|ed|ing)?|free(?:s|d|ing)?|cut(?:s|ting)?",
    r"reduc(?:e|es|ed|ing|tion)|halv(?:e|es|ed|ing)|fewer|less|faster|sooner|earlier",
    r"gives? (?:you|us|them|your|back)|gets? (?:you|back)|wins? back|helps? (?:you|your)",
    r"so that|which means|that means|means that|stops? (?:losing|getting)",
    r"stays? (?:up|open|on)|on (?:time|that day|the day)|first time|instead of|no longer|without",
)
INACTION = _any(
    rf"if (?:we|you|i|nothing|it|this|that|nobody|no one|things) {_GAP}"
    rf"(?:leave|left|waits?|nothing|{_NOT}|stays?|put (?:it|this|that) off|ignore|postpone|nobody|skip)",
    r"if nothing (?:changes|is done|happens)",
    r"(?:each|every|another) (?:day|week|month|quarter|sprint|release|year) [^.?!;]{0,30}?"
    r"(?:we|you|it|this|that) [^.?!;]{0,12}?(?:waits?|leaves?|delays?|puts? (?:it|this) off|goes? on|stays?)",
    r"(?:doing|do|did) nothing|unless we|without (?:this|it|that|a fix|the fix|a change)",
    r"left (?:alone|as it is)(?! with)|as (?:things are|it is(?! until)|it stands|things stand)",
    r"(?:it|this|that|we|they|you)(?:['’]ll| will)? (?:just )?(?:keeps?|continues?|go on|goes on) (?:on )?\w+ing",
    r"(?:will|going to|goes|happens?) (?:\w+ ){0,3}again",
)
_NO = r"(?:not|never|no|n['’]t)"
# What follows, said in the same sentence as the condition: it goes wrong, gets worse, or is decided by itself.
_FOLLOWS = (
    r"(?:los(?:e|es|ing)|lost|gone|miss(?:es)?|late|again|worse|more (?:debt|work|of)|nobody|no one|without any(?:body|one)|stuck|"
    r"in for (?:another|\w+ more)|pay(?:s|ing)? (?:twice|for|again)|grows?|(?:have to|must) [^.?!;]{0,30}(?:anyway|later|then|twice)|fails?|breaks?|goes? down|"
    r"gets? (?:decided|dearer|harder|worse)|cannot|can['’]t|stops?|falls? (?:over|apart)|runs? out)"
)
# What follows if it is left as it is, condition and consequence in one sentence.
CONSEQUENCE = re.compile(
    rf"\bif (?:we|you|it|this|that|nothing|nobody|the) (?:[^.?!;]{{0,50}}?)(?:{_NO}\b|nothing|keep|stay|build|leave|carry on|go on|wait)[^.?!;]{{0,80}}?,[^.?!;]*?\b{_FOLLOWS}\b"
    rf"|\bif [^.?!;,]{{2,50}}\b(?:wrong|fails?|breaks?|down|out|happens?)\b[^.?!;]{{0,20}},[^.?!;]*?\b(?:nobody|no one|los(?:e|es|ing)|cannot|can['’]t|stuck)\b"
    rf"|\bif (?:we|you) (?:do|did) nothing\b[^.?!;]*(?:\s\w+){{3}}"
    r"|\b(?:cannot|can['’]t|won['’]t|will not|does not|doesn['’]t) (?:take|handle|survive|hold|cope|carry|stand|bear|manage)\b",
    re.IGNORECASE,
)
# What one will do or not do oneself is a promise, and no loss that follows: "if it is not out by then, we don't begin".
_PROMISES = r"(?:then )?(?:we|i)(?:['’]ll| will| would)? (?:do not|don['’]t|won['’]t|stop|start|begin|leave|drop|come|go back|roll|say|tell)"
PROMISED = re.compile(rf"\bif\b[^.?!;]*?, {_PROMISES}\b", re.IGNORECASE)
YOURS = _any(r"you(?:r|rs|rself|['’]\w+)?")
# People outside engineering on whom something falls.
OTHERS = _any(
    r"customers?|users?|clients?|buyers?|shoppers?|guests?|patients?|tenants?|passengers?|pupils?|parents?|members?|subscribers?|readers?|callers?|drivers?|nurses?|"
    r"farmers?|shops?|stores?|branches|support|the desk|helpdesk|sales|finance|accounting|warehouse|marketing|people who|somebody who|a (?:woman|man|couple|family)|"
    r"got (?:a )?fined?|were fined|was fined"
)
# How saying back begins, or what it says of them.
SAYS_BACK = _any(
    r"(?:so |then )?what (?:worries|bothers|matters to|counts for|you|i(?:['’]m| am) hearing|i hear|i heard)|if i (?:hear|heard|understand|understood|got|get|read) (?:you|that|it)|"
    r"you(?:['’]re| are| were) (?:saying|telling|worried|afraid|asking|less|more|not|tired|stuck|the one)|(?:it )?sounds (?:like|as if)|in other words|you mean|you said|"
    r"(?:for|to) you (?:it|this|that|the)|so (?:for you|you|it['’]s|the (?:worry|point|problem|question)|your)|your (?:worry|point|concern|fear|question|problem) is|"
    r"you(?:['’]d| would)? (?:want|need|fear|feel|worry|mind|care|remember|lose|carry|stand|answer|have to (?:explain|answer|defend|tell|stand|justify))"
)
PRIORITY = _any(
    r"matter(?:s|ed|ing)?|priorit(?:y|ies)|worr(?:y|ies|ied|ying)|goals?|cares?|important|needs?|quarter|feels?|hurts?",
    r"success|succeed|aim(?:s|ing)?|measured?|plan(?:s|ned|ning)?|pressure|promis(?:e|es|ed)|deadline|launch|afraid|risk(?:s|y)?",
    r"(?:right|first) for you|top of|on your (?:plate|desk|mind|list)|go (?:right|wrong)|your \w+",
)
ABOUT_THE_PLAN = _any(r"what do you think (?:of|about)|how does (?:that|this|it) sound|what do you say|how about")
HYPOTHETICAL = _any(r"imagine|suppose|say that|let['’]s say|picture|would be|could be|might")
SOME_DAY = _any(r"some(?: other)? (?:day|time)|later|next (?:week|month|quarter|time)|eventually|one day|soon|another time")
OBJECTS = re.compile(
    r"n['’]t\b|\b(?:but|not|never|no|nobody|why|who|without|too|already|late|later|last (?:time|year)|every time|instead|yet)\b"
    r"|\b(?:risks?|risky|worr(?:y|ies|ied)|costs?|afford|slips?|promised|problem|concern(?:s|ed)?|doubts?|sure|proves?|proof|happens)\b"
    r"|\bhow (?:do|can|will|would|long|much|many)\b|\bwhat (?:if|about)\b",
    re.IGNORECASE,
)
WANTS_THE_ASK = _any(
    r"what (?:exactly )?are you (?:\w+ ){0,2}?asking",
    r"what (?:exactly )?(?:do|would) you (?:\w+ )?(?:want|need)|what is it (?:that )?you (?:want|need)",
    r"what is (?:the|your) ask|what (?:is it )?you (?:need|want) from me|what am i (?:deciding|approving|saying yes to)",
)
_IF = r"(?:if|unless|as long as|provided|only (?:if|when|after)|on (?:the |one )?condition|once)"
_THEN = r"(?:yes|i(?:['’]ll| will| would| can)|you (?:can|have|get|may)|we (?:can|stop|go)|go ahead|deal|fine|agreed?)"
CONDITION = _any(
    rf"{_IF}\b[^.?!]*\b(?:{_THEN}|then|my)",
    rf"{_THEN}\b[^.?!]*\b{_IF}",
    r"or (?:we|you|it|i) (?:stop|stops|end|ends|pull)|my (?:one )?condition",
    r"i (?:want|need) (?:to see|it in writing|a|the|your|one)\b[^.?!]*\b(?:before|first|by)",
)
DECIDE = _any(
    r"decide|decision|commit|commitment|approve|approval|sign[- ](?:off|it|this|here)|yes or (?:a )?no|a yes|your (?:yes|no)",
    r"say yes|agree (?:now|today|to)|green light|go-ahead|final answer",
)
NO_DECISION = _any(
    r"(?:nothing|no need|not|no one|nobody|don['’]t|do not|no) [^.?!]{0,30}?"
    r"(?:decide|decision|commit|commitment|answer (?:now|today)|yes or no|a yes)",
    r"not asking (?:you )?(?:for|to)|no rush|take your time|whenever (?:it )?suits|up to you|no (?:strings|pressure)",
)
SUPPORT_ONLY = _any(r"(?:your|some|more|the) (?:support|interest|attention|awareness|backing|help|blessing)")
# "Nine of our last 26 releases": a share, in figures or words.
SHARE_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half) (?:out )?of (?:our|the|your|every|all)?"
    r" ?(?:last |past )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b",
    re.IGNORECASE,
)
HAPPENED = _any(
    r"stopped|went|failed|lost|broke|rang|called|tried|waited|took|could not|couldn['’]t|was|were|had to|came|left|missed|slipped"
)
TO_COME = _any(r"will|shall|would|going to|by|until|keeps?|starts?|if|need|want")
NEXT_CONTACT = _any(
    r"shall we|let['’]s|let us|(?:can|could) (?:we|i|you)|see you",
    r"i(?:['’]ll| will) (?:be |come|call|send|sit|bring|show|write|ask|drop|stop)",
    r"we(?:['’]ll| will)? (?:meet|talk|look|speak|sit)|come back to you|i come (?:back|by)",
)
PUTS_OFF = _any(r"you(?:['’]d| would| will|['’]ll)? (?:have to|need to|should|must|could|can)")
RHETORICAL = re.compile(
    r"^\W*but\b|\b(?:don['’]t|do not|isn['’]t|aren['’]t|wouldn['’]t|can['’]t|won['’]t|shouldn['’]t) (?:you|we|it)\b",
    re.IGNORECASE,
)
# A request in the form of a question: it wants a yes, and to know nothing about them.
PROPOSES = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|then|well|fair|right)\W+)*(?:(?:can|could|shall|should) (?:we|i)\b"
    r"(?! (?:just |quickly |first )?(?:ask|know|hear|understand|help|do for)\b)"
    r"|(?:would|will|can|could) you (?:agree|sign|approve|let|support|release|fund)\b)",
    re.IGNORECASE,
)
BOASTS = _any(
    r"only (?:downside|drawback|trade-off|cost|price|risk) [^.?!]*(?:more|love|like|want|too (?:good|fast|many|popular))"
)
MEANS = _any(r"means? (?:that |the |a |our |your |we |it |you )?|that is to say|in other words|in plain words|put simply")

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
# A day, a week or a season, as it is said after "on", "to", "until".
_WHEN = (
    rf"(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?\b|(?:early |mid-?|late |end of |the end of )*(?:{_MONTH})|\w+(?:teenth|tieth|day)|(?:twenty-|thirty-)?(?:first|second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|spring|summer|autumn|winter|next (?:week|month|quarter|year)|(?:\w+ )?(?:days|weeks|months)|week \w+)"
)
_FIGURE = (
    r"[$£€]?(?:\d[\d.,]*k?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|"
    r"(?:a )?(?:half|third|fifth|tenth|dozen|hundred))\b"
)

# --- a plan and its money ---------------------------------------------------------------------------------------------

# A solution or a request is named, in whatever form.
PLAN = _any(
    r"i(?:['’]m| am) (?:proposing|suggesting|after|asking)|i (?:propose|suggest|recommend)",
    r"i(?:['’]d| would) (?:like|want|love|need) (?:you |us )?to (?!know|hear|ask|understand|start with|begin with|say|tell|show you|see how)\w+",
    r"we (?:should|want to|need to|could|ought to) (?:go|move|build|switch|introduce|migrate|replace|rewrite|adopt|put|use|split|automate)",
    r"my (?:plan|proposal|suggestion|idea) is|the (?:plan|idea|proposal) is|what (?:we|i) (?:want|need|propose)(?:['’]d)? is",
    r"(?:need|want|get) your (?:sign[- ]off|approval|yes|signature|go-ahead|okay|ok)",
)
# The money or the time comes back.
PAYS_BACK = _any(
    r"pa(?:ys?|id|ying) (?:for )?(?:itself|back|off)[^.?!]{0,40}",
    r"(?:com(?:es?|ing)|came|earns?|gets?) (?:itself |it )?back (?:in|inside|within|after|by|under) (?!to\b)",
    r"break(?:s|ing)? even|(?:we(?:['’]re| are)|it(?:['’]s| is)) (?:back )?(?:even|square) (?:in|after|by|within|inside)",
)
# Less of it afterwards, in figures: "ninety percent less", "fourteen where we pay thirty-one", "from six to one", "were 70 and are 9".
LESS_OF_IT = _any(
    r"(?:per ?cent|%) (?:less|fewer|cheaper|lower|faster|quicker|off)",
    r"(?:where|instead of|against|rather than) (?:the |our )?(?:we |you |it )(?:now |today )?(?:pay|paid|pays|spend|cost|costs)",
    rf"(?:went|goes|gone|go|came|comes|down|fell|falls|dropped|drops|cut|cuts|shrank|shrinks) from (?:about |around |over )?{_FIGURE}(?: [\w-]+){{0,4}} (?:down )?to "
    rf"(?:about |around |under |less than |just |only )?{_FIGURE}",
    rf"(?:was|were|used to be) (?:about |around )?{_FIGURE}[^.?!]{{1,30}} (?:and|but) (?:is|are|it['’]s|now)[^.?!]{{1,12}}{_FIGURE}",
    rf"(?:is|are|at) (?:about |around )?{_FIGURE}[^.?!]{{1,20}} (?:now|today)[^.?!]{{1,20}}(?:was|were)|half off|half as (?:much|many|long)",
)
# A loss of today is a problem, and no result of the plan.
LOSING = _any(
    r"los(?:e|es|ing|t)|refund(?:s|ed|ing)?|(?:pay|paid|pays|paying) back|costs? us|cost us|fined|complain\w*|(?:did|do|does)(?: not|n['’]t) come back"
)
# How far off a figure may be, what it leaves out, how little it rests on.
LIMITS = _any(
    r"(?:per ?cent|%) (?:of )?(?:play|leeway|slack|off|out|either (?:side|way)|up or down|margin|error|tolerance|wiggle|room|in (?:it|there))",
    rf"(?:plus or minus|give or take|plus minus) (?:about |around )?(?:a )?{_FIGURE}|{_FIGURE} (?:per ?cent )?(?:more or less|either way)",
    r"(?:that|it|which|they) (?:varies|vary|can vary|swings?|moves about)|depends (?:on )?how (?:much|many|often|long)",
    r"(?:it|that|this|figure|number|count|sum|which|estimate) (?:leaves|left) [^.?!,;]{2,30} out|(?:i|we)(?:['’]ve| have)? left (?:that|them|those|it|these) out",
    r"(?:(?:is|are|was|were|['’](?:s|re|m)) not|n['’]t|without) (?:counting|counted|including|included)|(?:does not|doesn['’]t) (?:count|include)|(?:are|is) taken out",
    r"(?:is|are|was|were|['’]s) (?:only |just |a |an |two |three |pure )*(?:guess(?:es|work)?|rough|extrapolat\w+)|guesses of (?:mine|ours)",
    r"(?:only|just) (?:one|two|three|a (?:single|few)|\d) (?:\w+ )?(?:weeks?|months?|stations?|sites?|shops?|answers?|samples?)(?= (?:of data|in it|so far|behind|old)|[.,;]|$)",
    r"(?:small|tiny|quiet|single|short|thin) (?:sample|copy|month|week|test|base|set)|(?:may|might|could) be (?:\w+ ){0,3}(?:off|wrong)\b",
)
# Tried out and told with what came of it.
TRIED = _any(
    r"(?:we|i|they|she|he) (?:ran|replayed|tested|rehearsed|simulated|restored|tried) [^.?!]{2,80}",
    r"(?:we|i|they|she|he)(?:['’]ve|['’]s| have| has) (?:run|replayed|tested|rehearsed|simulated|restored|tried) [^.?!]{2,80}",
    r"in (?:the|our|that|a) (?:trial|test|pilot|dry run|rehearsal|experiment|drill) (?:it|we|they|the \w+|that|there) (?:was|were|took|ran|had|came|went|stayed|lost|found)",
)
# --- the small step and honesty ---------------------------------------------------------------------------------------

SUCCESS = _any(
    rf"if [^.?!]{{3,90}}\b(?:more|less|fewer|over|under|above|below|at least|at most) (?:than )?{_FIGURE}[^.?!]{{0,40}}"
    r"\b(?:it|that|this)(?:['’]s| is| was| counts as| has) (?:a |an )?(?:no|yes|failure|success|worked|failed|enough|done)",
    r"i(?:['’]d| would| will|['’]ll) (?:be (?:happy|content|satisfied)|call it (?:a success|done|good)) (?:with|at|if|when)",
    rf"by {_WHEN},? (?:you|we|they|it|a|the|every|each) (?:[^.?!,;]{{2,40}} )?(?:can (?:go|be|use|do|see|send|make|run|order|pay)|will be able|is (?:live|out|in place|done))",
)
STOPS = _any(
    r"(?:go on|carry on|continue|go ahead|keep going|go further) or (?:stop|not\b|end it|no\b)",
    rf"(?:it|that|this|everything|the (?:whole |new )?(?:one|thing|work|trial|pilot|test|experiment|money|payments?|project|contract))(?:['’]s| is| will be)? "
    rf"(?:ends?|stops?|over|switched off|turned off|finished) (?:on|at|by|after) {_WHEN}",
    rf"on {_WHEN},? (?:the |it |we |everything )[^.?!,;]{{0,30}}(?:switched off|turned off|ends?|stops?|stop|is over|is closed)",
    r"if [^.?!]{3,80}(?:cannot|can['’]t|not|n['’]t|no|nothing|never) [^.?!]{2,60}, ?(?:then )?(?:it|that|this)(?:['’]s| is) (?:a no|over|off|the end)",
    r"if [^.?!]{3,80}(?:cannot|can['’]t|not|n['’]t|nothing|never) [^.?!]{2,60}you (?:can |may |will |['’]ll )?(?:have|get|take) [^.?!]{2,40}back",
)
ENDS = _any(r"stops?|ends?|over|give (?:it|this) up|pull the plug|call it off|drop it|hand back")
NO_STOP = _any(
    r"(?:careful|wary|hesitant|reluctant) about|no (?:hard )?stop|would ?n['’]t (?:set|want) a|crazy to (?:stop|switch)"
)
KEPT = _any(
    r"(?:way|old \w+|old one|existing \w+|current \w+|today['’]s \w+|process|page|table|system|list|tool|book|paper|copy) "
    r"(?:just |also |still |simply )?(?:stays?|remains?|keeps? (?:working|running|going)|carries on|runs on|is kept|lives on) "
    r"[^.?!]{0,40}?(?:as it is|as is|until|till|next to|beside|alongside|in place|untouched|parallel|meanwhile|whole time|where it is|for (?:now|a)|running)",
    r"nothing(?: is| gets|['’]s| will be)? (?:deleted|thrown (?:away|out)|removed|lost|taken away|overwritten)[^.?!]{0,40}",
)
# A switch that is only named says nothing of what it brings back, or how fast.
ONLY_A_FLAG = re.compile(r"^(?:behind|under) an? (?:feature )?(?:flag|toggle|switch)$", re.IGNORECASE)
RESTORES = _any(
    r"back|restor\w+|seconds?|minutes?|at once|in one (?:go|step)|turn(?:s|ed)? (?:it )?off|switch(?:es|ed)? (?:it )?off|off again|old"
)
SHIFTED = _any(
    rf"(?:come|comes|move|moves|go|goes|slip|slips|slide|slides|land|lands|ship|ships|start|starts|arrive|arrives)(?: back| out)?(?: only)? (?:on|to|in|from|until) {_WHEN}[^.?!;]{{0,30}}(?:and not|instead of|not|rather than)",
    rf"(?:pushed|moved|postponed|shifted|delayed|put off|put back)(?: \w+){{0,4}} (?:to|till|until|by) {_WHEN}(?! floor)",
    rf"(?<!nothing )(?<!nobody )waits? (?:till|until) {_WHEN}|(?:comes?|ships?|lands?|arrives?) (?:{_FIGURE}|a|some|several) (?:days?|weeks?|months?) later",
)
UGLY = _any(
    r"(?:it|that|this)(?:['’]s| is| looks| will be) (?:not (?:pretty|nice|elegant|lovely|ideal)|ugly|clumsy|slower|dearer|more expensive|a nuisance|painful)",
    r"(?:it|that|this) (?:isn['’]t|is not|won['’]t be) (?:pretty|nice|lovely|ideal|elegant|free|cheap)",
    r"(?:she|he|they) (?:doesn['’]t|does not|don['’]t|do not|won['’]t|will not) (?:love|like|enjoy) (?:that|it|this)",
)
NOT_KNOWN = _any(
    r"(?:i|we) (?:haven['’]t|have not|['’]ve not|['’]ve never|have never)(?: yet| even)? (?:made|asked|checked|counted|measured|tested|tried|worked (?:it|that) out)",
    r"(?:i|we) (?:do not|don['’]t)(?: yet| really)? understand(?: it| that)? yet|(?:i|we) (?:do not|don['’]t) have (?:it|that|this|a number|a figure|the number|the figure)"
    r"(?! on me| with me| here| to hand)",
    r"still (?:looking at|checking|finding out|counting|working (?:it|that) out|waiting to hear)|(?:is|are) (?:only |just |a |two |pure )*guess(?:es|work)?|guesses of (?:mine|ours)",
    r"nobody(?:['’]s| has)? (?:ever |yet )?(?:measured|tested|counted|tried)|remains to be seen|(?:i|we) (?:can['’]t|cannot|couldn['’]t) (?:say|tell you) (?:if|whether|how|what|when)",
    r"not (?:been )?(?:measured|counted|tested) yet|(?:i['’]m|i am|we['’]re|we are) not sure (?:if|whether|how|what|when|about)",
    r"(?:i|we)(?: do not|n['’]t| don['’]t)? believe (?:any|none|neither) of (?:us|them|it|those)",
)
# A point given, at the start of an answer to something that they stated.
GIVES_IN = re.compile(
    r"^\W*(?:(?:yes|yeah|okay|ok|well|right|no|ah|oh|hm)[,.!]? )*(?:"
    r"(?:correct|true|granted|agreed|guilty|touch[eé]|quite right|fair(?: enough| point)|point taken)\b[.,!;]?(?! but)|"
    r"(?:you(?:['’]re| are)(?: quite| absolutely)? right(?! to\b)|that(?:['’]s| is|['’]d be| would be)(?: quite| very)? (?:right|true|fair|a fair (?:point|worry))|i(?:['’]ll| will)? give you that)\b|"
    r"not (?:the whole|all|everything|zero|quite|yet|entirely)\b|"
    r"(?:it|that|this|they) (?:doesn['’]t|does not|didn['’]t|did not|isn['’]t)(?: \w+){0,3}[.!]|"
    r"(?:it|that|this|they|we) \w+(?: \w+)?, yes\b)",
    re.IGNORECASE,
)
SETTLES_FOR = _any(
    r"would (?:do|be enough|be plenty|suffice)(?: for)? (?:me|us)|(?:i|we)(?:['’]d| would|['’]ll| will) settle for|(?:i|we)(?:['’]d| would) be (?:fine|content) with (?:half|one|two|less)",
)
TAKEN_BACK = re.compile(r"^\W*(?:but|still|however|though|only)\b|[,;.] (?:but|however)\b", re.IGNORECASE)

# --- the ask ----------------------------------------------------------------------------------------------------------

WANTS_THE_PLAN = _any(
    r"what (?:exactly |precisely )?(?:do|would|are) you (?:\w+ ){0,2}?(?:propos\w+|suggest\w*|want|need|ask\w*|plan\w*|looking for|after)",
    r"what(?: is|['’]s) (?:the|your) (?:plan|proposal|ask|offer|idea)|how much|what (?:does|would|will) (?:it|that|this) cost|so you want",
)
# "It's forty-six thousand for ten weeks": what the whole costs and how long it takes.
ITS_PRICE = re.compile(
    r"^\W*(?:so |and |then |well, )?(?:it['’]s|it is|that['’]s|that is|that would be|it would be|it comes to)\b[^.?!]*\bfor \w+ (?:days|weeks|months)\b",
    re.IGNORECASE,
)
NOBODYS = re.compile(
    r"(?:they|it|you|everybody|everyone|somebody|someone|anybody|the (?:whole )?(?:group|team|teams|crew)|our (?:group|team)|we)\b(?!['’]s)",
    re.IGNORECASE,
)
I_DO = _any(
    r"i(?:['’]ll| will| shall)(?! (?:be (?:honest|frank|brief)|admit|say|have to|need|try|see|think|look at|not|never|give you that|take that)\b)",
    r"(?:you(?:['’]ll| will) (?:have|get) (?:it|that|this|them|their|the|my) [^.?!]{0,20}from me)|i must|i(?:['’]m| am) (?:the one|responsible|accountable)",
)
MYSELF = _any(r"myself|personally|in person|with my name|my job")
# A yes tied to a condition, put to them: "If they can carry it, is it a yes?"
YES_IF = re.compile(
    r"\b(?:if|once|provided|as long as|when)\b[^.?!]{4,120}?\b(?:is (?:it|that|this) (?:then )?a (?:yes|deal|go)|(?:would|will|do|can) (?:you|we) (?:then )?"
    r"(?:say yes|sign|agree|approve|have (?:a|your) (?:yes|deal|go-ahead)|go ahead)|are you in|then (?:it['’]s|it is) a yes)\b"
    r"|\b(?:it['’]s|it is|that['’]s|so it['’]s|so) a yes (?:if|when|once|as long as|provided)\b",
    re.IGNORECASE,
)
