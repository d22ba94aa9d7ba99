"""How somebody at the table does not talk: as an assistant, with praise, with advice for your pitch, about a story."""

from __future__ import annotations

import re
from functools import lru_cache

from rehearse.signals.text import fold
from rehearse.stakeholder.phrasebook import Hit, Phrasebook, listed

_FINE = (
    "great|excellent|fantastic|wonderful|brilliant|amazing|superb|terrific|outstanding|awesome|impressive|lovely|nice|"
    "strong|good|smart|clever|thoughtful|insightful|compelling|thorough|perfect|stellar|remarkable|valuable|important|"
    "interesting|valid|solid|beautiful|really good|very good|very strong"
)
_THING = (
    "question|point|job|pitch|work|idea|plan|answer|start|thinking|argument|observation|presentation|proposal|approach|"
    "initiative|effort|preparation|analysis|summary|suggestion|catch|insight|perspective|story|explanation|clarification|"
    "example|framing|research|try|one"
)
_PITCHING = (
    "lead|start|begin|open|focus|mention|emphasise|emphasize|highlight|stress|add|include|frame|reframe|position|present|"
    "pitch|phrase|rephrase|consider|quantify|tie|link|connect|back|demonstrate|propose|suggest|offer|make sure|clarify|"
    "strengthen|rehearse|practise|practice|acknowledge|listen|align|involve|structure|tailor|prepare|outline|underline|"
    "explore|anticipate|keep in mind|remember|try|use|say|talk about|think about|come back with|go back to|bring|show|"
    "provide|share|build"
)
_PITCHING_ING = (
    "leading|starting|beginning|opening|focusing|mentioning|emphasising|emphasizing|highlighting|stressing|adding|"
    "including|framing|reframing|positioning|presenting|phrasing|quantifying|tying|linking|connecting|demonstrating|"
    "proposing|suggesting|offering|clarifying|strengthening|rehearsing|acknowledging|aligning|involving|structuring|"
    "tailoring|preparing|outlining|running|doing|trying|using|showing|bringing|asking|talking|speaking|making|breaking|"
    "reducing|limiting|phasing|piloting|getting"
)

_FINEST = "|".join(w for w in _FINE.split("|") if w not in ("good", "important", "interesting"))
_TO_PITCH = _PITCHING.replace("|", "|to ")

_OUT_OF_ROLE = """
as (an|a) (ai|artificial|large|language|chatbot|assistant|virtual|llm) ; (large)? language model
i am (an|a|just|only|merely)? (an|a)? (ai|llm|assistant|chatbot|bot|virtual assistant|computer program)
how (can|may|could) i (help|assist|be of) ; (happy|glad|here|pleased) to (help|assist) (you)? ; i am here to ; feel free to
i hope (this|that|it) (helps|is helpful|answers|clarifies) ; let me know (if|how|what you (would|think|need)|your thoughts)
(is|was) there anything else ; anything else (i can|you need|you would like) ; ^certainly (i|here|let|as)
^of course (here|i would be|i can|let me) ; ^sure (here|i can|i would be|let me) ; ^absolutely (here|i can|i would)
here is (a|an|the|my|your|one|how) (line|response|reply|draft|rewrite|rewritten|revised|updated|possible|potential|sample|shorter|
  version|answer that|dialogue)
(in|for|within) this (role play|roleplay|scenario|simulation|exercise|fictional|hypothetical|context)
as (the|a|an|your|one)? (stakeholder|persona|character|role|skeptical|sceptical|simulated|fictional|hypothetical|
  person you described)
(speaking|responding|replying|answering|acting|playing|posing|writing) as ; in (my|this|the) role (as|of) ; role play
roleplay ; (in|out of|stay in|break|breaking) character
i (can not|am unable to|am not able to|will not) (assist|help with that|comply|fulfil|fulfill|continue this|engage|
  provide that|do that as)
i (am sorry|apologise|apologize) (but i can not|for (the|any|my))
i (do not|can not) have (personal|feelings|opinions|access|the ability)
as (requested|instructed|per your instructions|per the instructions|you requested|described)
(system|the|this|your) (prompt|instructions say|instructions)
my (instructions|guidelines|programming|training data|training|system prompt|creators) ; (openai|anthropic|chatgpt|gpt)
(the|this) (user|human) (said|says|wants|asked|is asking|has)
the engineer (said|says|wants|asked|is asking|has to|would|should) ; (fictional|imaginary) (character|meeting|scenario)
it is important to (note|remember|understand|recognise|recognize) ; (that|this) being said i understand
i understand (your|the) (concern|concerns|frustration|perspective|position|question) (and|but|about)
thank you for (your|the) (question|message|input|prompt|response|patience|understanding|feedback)
i would be (happy|glad|delighted|more than happy) to (help|assist|discuss|explain|provide|answer|elaborate|hear|share|clarify)
please (provide|let me know|feel free|note|clarify your|share your)
(the|this|your|a) (character|protagonist|narrator|scene|script|email|essay|passage|paragraph|text|article|story|play|novel) (is|was|
  says|describes|tells|above|below|about|and the|has|who|in which|you|of the)
the main (message|character|point of the|idea of the) ; third person ; in the first person ; the (character|protagonist|narrator) / ; your writing ; this is the end of
you are in the middle of a ; (write|writes|writing) (a|the) (piece|story|letter|article|email) (about|to|for) ; rewritten version
(rewrite|revised version|final answer|word count|draft) $ ; (my|the|your|a) last draft ; (next|newest) (words|line) (of|is|would be)
"""

_COACHES = f"""
^({_FINE}) ({_THING}) / ; ^({_FINE}) ({_THING}) (on|about|there|and|but|i|you|that|from|with|so far|overall|indeed|though)
(that|this|it|which|yours) (is|was|sounds like|seems like) (a|an|one|such a|really a|truly a|indeed a|
  certainly a) ({_FINE}) ({_THING})
(what|such) (a|an) ({_FINE}) ({_THING})
you (make|made|raise|raised|have|had|bring|gave|give|put forward|ask|asked|present|presented) (a|an|some|such|such a|
  one) ({_FINE}) ({_THING}|points|questions|ideas|arguments)
(your|the) ({_THING}) (is|was|sounds|are) (great|excellent|fantastic|wonderful|brilliant|amazing|impressive|compelling|
  convincing|well thought out|thorough|clear and|persuasive|very (good|clear|strong|persuasive|well))
well (done|said|put|played|prepared|explained|argued|spotted|thought|reasoned|researched)
(nicely|beautifully|brilliantly|clearly|perfectly) (done|said|put|explained|argued|presented|framed) ; bravo ; kudos
congratulations ; good (on|for) you ; hats off ; (keep (it|that) up|keep up the|keep going you)
(i)? (appreciate|admire|applaud|commend|salute|respect|value|love) (your|how you|that you (came|took|did|brought|have|are|
  thought|prepared)|the (effort|work you|thought you|initiative|honesty|preparation|clarity|detail|transparency|passion|
  enthusiasm))
thank you for (sharing|bringing|explaining|taking the|preparing|being so|that (clear|great|thorough|detailed|very)|
  your (time|honesty|work|effort|openness|candour|candor|presentation|pitch|proposal|explanation))
thanks for (sharing|bringing|explaining|taking the|preparing|being so|your (honesty|work|effort|openness|presentation|
  pitch|proposal|explanation))
you (have)? (done|did) your homework
you (have)? (thought (of everything|this through|it through)|prepared (well|this well)|come (well)? prepared)
i am (impressed|so impressed|amazed|blown away) ; (impressive|fantastic|excellent|outstanding|superb|bravo) /
^(love|loving) (it|this|that|your|the)
you are (good at|great at|a natural|a great|an excellent|very (smart|clever|persuasive|thorough|prepared|convincing)|
  so (smart|clever|persuasive|thorough|prepared|convincing)|on the right track|doing (well|great|fine)|brilliant|amazing|
  a star|a genius|spot on|the expert)
(spot on|nailed it|bang on|top marks|full marks|gold star)
you (did|have done|are doing) (a|an)? (well|great|fantastic|excellent|good job|great job|amazing)
(nice|good|great) (work|going|effort|stuff) / ; much better / ; (now you are talking|that is the spirit|there you go)
you are (absolutely|completely|totally|entirely|so|quite) right
you (should|could|might|may|ought to|had better|will want to|would do well to|might want to|may want to|could try to|
  should try to|might try to|could always|should always|can always|might consider|could consider|should consider|want to|
  need to|have to) ({_PITCHING})
you (might|may|could|should) (consider|try|think about|start by|begin by|want to try|do well) ({_PITCHING_ING}|the|your|a|an)
^(try|consider) ({_PITCHING_ING}|to {_TO_PITCH})
(have|did|had) you (considered|consider|thought of|thought about|think of|think about|tried|try|ever considered|
  ever thought of) ({_PITCHING_ING}|a (small|smaller|pilot|trial|phased|short|proof|limited|staged|two|gradual)|instead|
  maybe|perhaps)
what if you (started|led|framed|began|opened|tried|did|ran|made|limited|focused|asked|brought|showed|reduced|used|said|
  told them|put it|phrased|offered|presented|positioned)
what if we (started|tried|did|ran|made|limited|focused|reduced|used|began|set up|agreed|piloted|phased)
how about (you|we|{_PITCHING_ING}|a (small|pilot|trial|phased|short|two)|just|instead)
why (do not|not) (you|we) (start|try|begin|lead|frame|ask|run|do|bring|propose|focus|just|simply|first)
why not (start|try|begin|run|propose|lead|frame|ask|bring|do)
would it (not)? (help|be (better|easier|wiser|smarter|stronger|more convincing|more persuasive|worth)) (if you|to|
  {_PITCHING_ING})
could you (perhaps|maybe|possibly|instead|rather)? (frame|reframe|rephrase|lead with|open with|tie it|tie this|link it|
  propose|pitch|position|quantify the|highlight|emphasise|emphasize)
would you (not)? (agree|say) that (a|it would|we|you)
(maybe|perhaps|possibly|ideally|first) (start|begin|try|consider|think|talk|speak|focus|frame|lead|bring|get|ask|look|show|
  add|mention|use|go) (by|with|about|to|on|at|and|for|it|a|the|in)
you (will|would|may|might) (want|need|like|wish|find it (useful|helpful)|do better|be better) (to|off|if)
i think you (should|need|could|ought|might|would) ; think about (how|what|who|framing|the way|your)
(go|talk|speak) (and)? (talk|speak|to) (to|with)? (finance|support|sales|the board|legal|security|dana|your|my|somebody|
  someone) (*)? (*)? (then|and) (come back|return)
(go and talk|go talk|talk|speak|check) (to|with) (finance|support|sales|legal|security|the board|your|somebody|
  someone) (first|and|before|then|about)
(would|could|might) (not)? (it|a|an|the|this|that) (not)? (be)? (better|easier|wiser|smarter|simpler|possible|worth|
  an option|enough) (to|if|here|for|{_PITCHING_ING})
(would|could|might) (a|an|the|one) (*)? (*)? (*)? (be|help|work|make) (better|easier|wiser|an option|possible|enough|
  simpler|more|it|here|as|to|for|sense)
what about ({_PITCHING_ING}|a (small|smaller|pilot|trial|phased|short|limited|two|quick))
(a|the|one) (small|smaller|short|shorter|phased|limited|two-week|first|gradual|simple|simpler) (pilot|trial|step|test|
  experiment|version|start|rollout) (would|could|might|may) (be|help|work|make|do)
(that|this|it) (is|was) (a|an) (*)? (*)? and (*) (answer|point|question|plan|pitch|proposal|idea|thought|start)
(the|a|one|another|my preferred|the best|the only) way (to (do|win|convince|persuade|get|make|sell|put|approach|start|
  begin|frame|handle|show|earn)|forward|in) (this|me|them|the|people|it|is|that|would|my|us|your|through)
here is (what|how) (i|you) (would|could|should|might|can) ; what i would (do|suggest|try|like you to|recommend)
in other words you ; so (to recap|in short|basically) you ; (it|that) sounds like you (are|want|have|need|would)
(so)? your (proposal|plan|idea|ask|point|request|pitch) is (to|that|basically|essentially)
(to|let me) make sure (that)? i (understand|understood|follow|have|got)
if i (understand|understood|hear|heard) (you)? (correctly|right) ; what i (hear|am hearing|heard) (is|from you)
i am glad (that)? you (brought|raised|mentioned|asked|came|said|have|are|told)
it is (great|good|nice|helpful|encouraging|reassuring|refreshing|wonderful|lovely) (that you|to (see|hear) (that|you|your|
  this|it|such)|you)
i would love to (hear|know|learn|understand|see) more
(that|this|it)? (is)? (very|really)? (helpful|useful|valuable|informative|insightful) (context|information|detail|
  background|to know|thank|thanks|/)
(that|this) is (helpful|useful|valuable|informative|insightful)
your (enthusiasm|passion|honesty|dedication|commitment|effort|clarity|energy|initiative|persistence|candour|candor) (is|
  shows|speaks|does|comes)
(a|the|your|such a) (*)? (clear|strong|compelling|persuasive|convincing|solid) (case|point|argument|story|rationale|pitch|
  business case)
you (have)? (presented|laid out|set out|outlined|explained) (a|it|this|that|your|everything|the) (*)? (clearly|well|case|
  nicely|convincingly|very|plan|story|so)
i appreciate (you|it when|this|the) ; (a|some) middle ground
meet (you|me|us|each other|in the) (half-way|halfway|half way|middle)
a (good|sensible|useful|natural|logical|possible|reasonable|first|next|better) (next|first)? (step|start|starting point|
  compromise|move) (would|could|might|is|may)
you (may|might) (wish|like) to ; you would (be|sound|look|seem|come across|do|have) (more|better|stronger|a better|clearer)
bring (me|us)? (*)? (*)? (*)? next time
(a|the|your) (smaller|clearer|shorter|simpler|stronger|more concrete) (request|ask|story|step|plan|version|message|case|
  number) (would|will|might|could|is)
work on (your|the) ; (if|were) i (were|was)? (presenting|pitching|you|in your)
i would (open|lead|begin|frame|start) (with|by) ; (take your time|do not (worry|be nervous)|relax|calm down|no rush)
not bad (at all)? / ; that (took|takes|shows) (courage|guts|nerve|honesty|real|a lot)
you (present|speak|explain|argue|put it|put that|prepare) (well|clearly|nicely|beautifully|convincingly)
i like your (style|honesty|energy|thinking|attitude|spirit|courage|approach|answer) ; you are asking (exactly)? the right
if you (split|broke|break|cut|made|make|start|started|framed|frame|led|lead|showed|add|added|phrase|
  phrased) (*)? (*)? (*)? (*)? (you|it|they|people|that|i) (would|will|might|could)
what you are (really|actually|basically)? (saying|asking|telling) ; i (would)? encourage (you|that)
^(focus|concentrate) on (the|your|what|how)
make (the|your) (ask|request|story|case|pitch|point) (smaller|clearer|shorter|stronger|simpler)
(a)? (better|good|stronger) chance ; brainstorm ; work (this|it) out together ; together we (can|could|will)
you are (saying|proposing|asking|suggesting|offering) (that|for|to|a|me) (*)? (*)? (*)? (and|which) (that)? (is|makes|
  sounds|seems) (good|great|fair|sensible|right)
(clearly|obviously|evidently) (passionate|prepared|thought|committed|invested|dedicated|done|put|worked) ; passionate about
you (have)? (put|invested) (a lot of|so much|much|real|serious|some) (*)? (thought|work|effort|time|care|energy) into
(i)? can (see|tell) (that)? (you|your team) (have|are|did|care|really|put|know|worked|understand)
(well|carefully|clearly) (thought|thought-through|considered|prepared|researched|structured|argued|reasoned|laid) (out|
  through)?
(sort|kind) of (thinking|question|preparation|honesty|clarity|attitude) (that)? (i|we) (want|like|need|love|look)
^(very|really|so)? (good|great|nice|smart|clever|strong|solid|excellent|sharp) (thinking|start|work|stuff|move|call|
  preparation|effort|instinct|opening|catch)
(that|this|it) (is|was) (a|an) (*)? (*)? ({_FINEST}) (*)? ({_THING}|opening|number|figure|detail|reason|move|thing to|
  place to)
you have (got)? (a)? (good|great|sharp|strong|real) (head|eye|point|instinct|instincts|case|grasp|handle|story|argument|
  idea|plan)
(your|those|these|the) (numbers|figures|data|results|points|arguments) (are|look|sound) (impressive|compelling|strong|
  solid|great|excellent|convincing|clear|good|promising)
i (like|respect|admire|love|appreciate) (how|that|your|the way|what|where)
(my|a word of|a piece of|some|a bit of|one piece of|let me give you|here is some|free) (advice|feedback|coaching)
(a|one|my|quick|pro|some) (tip|tips|hint|hints|pointer|pointers) ; if i were you ; in your (place|shoes|position) i
next time (you|try|start|lead|bring|open|mention|around)
(a|one|the) (better|stronger|best|more (convincing|persuasive|effective)) (way|approach|argument|pitch|framing|line|
  answer) (to|is|would|might|could|for)
(your|the) (pitch|case|argument|story|message|proposal|presentation) (would|could|should|needs|might|can|will) (be|benefit|
  have|use|land|come|sound|gain|improve)
(for|in) your (next)? (pitch|presentation|attempt|try)
it (would|might|may|could|will) (help|be (better|stronger|more convincing|more persuasive|useful|helpful|good|
  wise)) (if you|to|for you)
i (would|do|might)? (suggest|recommend|advise|encourage|propose|urge) (that|you|we|to|starting|a|{_PITCHING_ING})
what (would|might|may) (help|make it stronger|strengthen|convince|work) (your|here|me) is (if|a|to|when)
(to|let me|allow me to|let us) (summarise|summarize|sum up|recap) ; in (summary|conclusion) ; to conclude
(the)? key (takeaway|takeaways|points are|is to) ; in a nutshell ; i can help you ; let me help you
we can work on (your|this|that) (pitch|together) ; (do not)? forget to (mention|say|ask|show|include|add) ; remember to
make sure (you|to) (mention|say|ask|show|include|add|lead|start|emphasise|emphasize|address) ; lead with (the|your|what|a)
(your|a) (strongest|best|stronger|better) (argument|point|card|evidence|case) (is|would|here)
(one|another) (option|possibility|solution|way forward|idea) (is|would be|might be|could be) ; the solution is
a (phased|staged|gradual|incremental) (approach|rollout|roll-out) (would|could|might|is)
perhaps (you|we) (could|should|might|can) (start|try|begin|run|do|pilot|limit|reduce|frame|ask|propose)
maybe (you|we) (could|should|might|can) (start|try|begin|run|do|pilot|limit|reduce|frame|ask|propose)
we (could|might|should) (start|try|begin|run|pilot|limit|phase) (with|it|a|by|this|just|one|small|off)
"""

_SPEAKS_FOR_YOU = """
you (nod|smile|reply|respond) / ; you (reply|respond|answer) that
(and)? then you (say|reply|answer|explain) ; (i am|as) the engineer
your (answer|reply|response) (is|was|would be) (yes|no|that)
(the)? engineer (replies|responds|answers|nods|smiles|explains|continues)
"""
PHRASES: dict[str, tuple[str, ...]] = {
    "out_of_role": listed(_OUT_OF_ROLE),
    "coaches": listed(_COACHES),
    "speaks_for_you": listed(_SPEAKS_FOR_YOU),
}
BOOK = Phrasebook(PHRASES)
_TO_ME = frozenset("me my us mine".split())  # "You could start by telling me who pays" is a demand, no advice
_REACH = 6  # words after the phrase in which that is looked for
SPEAKERS = r"you|engineer|the engineer|user|me|human|assistant|developer|presenter|pitcher|interviewer|narrator|system|student|mentee|customer"
LABEL = re.compile(rf"(?:^|[\n.!?\"”]\s*)[\[(*_]*(?:{SPEAKERS})[\])*_]*\s*:[\])*_]*\s", re.IGNORECASE)
ANY_LABEL = re.compile(r"(?:^|\n)\s*[\[(*_]*[A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,2}[\])*_]*\s*:[\])*_]*\s")
_DENIED = frozenset("not no never hardly isn't wasn't".split())


def hits(text: str) -> tuple[Hit, ...]:
    """What does not belong into this mouth. A demand ("you could start by telling me who pays") is no advice, and what is
    denied ("not a good plan") no praise."""
    return tuple(h for h in BOOK.find(text) if not (h.kind == "coaches" and _excused(text, h)))


def _excused(text: str, hit: Hit) -> bool:
    said = fold(text[hit.start : hit.end]).split()
    after = fold(text[hit.end : hit.sentence_end]).split()[:_REACH]
    if said[0] in ("you", "it", "try", "have", "what", "why", "could") and not _TO_ME.isdisjoint(
        w.strip(",.?!") for w in (*said, *after)
    ):
        return True
    before = fold(text[hit.sentence_start : hit.start]).split()[-3:]
    return not _DENIED.isdisjoint(before) or ("not" in said[1:3] and said[0] in ("that", "this", "it", "which"))


_ACTS = (
    "says|said|asks|asked|leans|sighs|nods|pauses|raises|looks|frowns|folds|shakes|smiles|crosses|replies|responds|answers|"
    "thinks|wants|feels|presses|considers|listens|taps|glances|continues|adds|turns|puts|sits|stands|remains|stays|seems|"
    "doubts|challenges|interrupts"
)


@lru_cache(maxsize=16)
def told_of(name: str, pronoun: str) -> re.Pattern[str]:
    """Finds what tells of the person in place of speaking as them: `Solveig leans back`, `Solveig is a manager who`, `she sighs`."""
    first = re.escape(name.split()[0] if name.split() else name)
    called = rf"{first}(?:\s+(?-i:[A-Z])[\w'’-]+){{0,2}}"
    does = rf"\s+(?:\w+ly\s+)?(?:{_ACTS}|is|was|has|had|will|would|can|could|does|did|may|might|should)\b"
    return re.compile(
        rf"(?:^|[.!?\n]\s+)(?:{called}(?:{does}|\s*\(|,\s+(?:who|the|a|an)\b)|{pronoun}\s+(?:\w+ly\s+)?(?:{_ACTS})\b)"
        rf"|\bas {first}\b" + (rf"|\b{re.escape(name)}\b" if " " in name else ""),
        re.IGNORECASE,
    )
