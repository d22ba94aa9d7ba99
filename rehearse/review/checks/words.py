"""Words that the rules look for beside the signals: losses, gains, what happens if nothing is done, whom it falls on.

English only, as the offline stakeholder. Each list errs on the side of not finding: a check needs a signal beside it as well.
"""

from __future__ import annotations

import re


def _any(*parts: str) -> re.Pattern[str]:
    """Any of these, as whole words."""
    return re.compile(r"\b(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)


_NOT = r"(?:do not|don['’]t|does not|doesn['’]t|did not|didn['’]t)"
_GAP = r"[^.?!;]{0,60}?"

# Something goes wrong today. A missing tool ("we do not have a mesh") is none of these on purpose.
LOSS = _any(
    r"los(?:e|es|ing|t)|loss(?:es)?|fail(?:s|ed|ing|ures?)?|outages?|incidents?|crash(?:es|ed|ing)?|bugs?|faults?",
    r"(?:went|goes|go|going|was|were|is|are|be) down",
    r"broke|broken|breaks?|breaking|wrong|late|later than|slip(?:s|ped)?|delay(?:s|ed)?",
    r"miss(?:es|ed|ing)? (?:the|a|our|your|their)",
    r"complain(?:s|ed|ing|ts?)?|refund(?:s|ed)?|churn(?:s|ed)?|cancel(?:s|led|ed|lations?)?",
    r"(?:left|leave|leaving) us|g(?:i|a)ve up|walk(?:s|ed)? away|(?:never|not) c(?:o|a)me back",
    r"could not|couldn['’]t|cannot|can['’]t|unable to",
    r"costs? (?:you|us|them|your|our|customers?)|(?:taken?|rolled) back",
    r"rework|firefight(?:s|ing)?|overtime|paged|woken|at night|night calls?|stuck|blocked|waits?|waiting",
    r"support|calls|tickets|escalations?|penalt(?:y|ies)|fines?|breach(?:es|ed)?|errors?",
    r"by hand|manual(?:ly)?|wast(?:e|es|ed|ing)",
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
    r"left (?:alone|as it is)|as (?:things are|it is)",
    r"(?:it|this|that|we|they|you)(?:['’]ll| will)? (?:just )?(?:keeps?|continues?|go on|goes on) (?:on )?\w+ing",
    r"(?:will|going to|goes|happens?) (?:\w+ ){0,3}again",
)
YOURS = _any(r"you(?:r|rs|rself|['’]\w+)?")
PRIORITY = _any(
    r"matter(?:s|ed|ing)?|priorit(?:y|ies)|worr(?:y|ies|ied|ying)|goals?|cares?|important|needs?|quarter|feels?|hurts?",
    r"success|succeed|aim(?:s|ing)?|measured?|plan(?:s|ned|ning)?|pressure|promis(?:e|es|ed)|deadline|launch|afraid|risk(?:s|y)?",
    r"(?:right|first) for you|top of|on your (?:plate|desk|mind|list)|go (?:right|wrong)|your \w+",
)
ABOUT_THE_PLAN = _any(r"what do you think (?:of|about)|how does (?:that|this|it) sound|what do you say|how about")
HYPOTHETICAL = _any(r"imagine|suppose|say that|let['’]s say|picture|would be|could be|might")
SOME_DAY = _any(r"some(?: other)? (?:day|time)|later|next (?:week|month|quarter|time)|eventually|one day|soon|another time")
EXPLAINS = re.compile(
    r"\b(?:means?|meaning|that is(?: to say)?|which is|in other words|in plain words|put simply)\b"
    r"|\b(?:(?:is|are|that['’]s) when|so that)\b"
    r"|\bi\.e\.|\(",
    re.IGNORECASE,
)
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
    r"decide|decision|commit|commitment|approve|approval|sign (?:off|it|this|here)|yes or (?:a )?no|a yes|your (?:yes|no)",
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
