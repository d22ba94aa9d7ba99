"""Wordings by which a stakeholder in a meeting agrees to what an engineer asks for.

They are held, one line of speech at a time, against what the program says while agreement is forbidden.
Whoever wrote them had not seen those lines; they come from general knowledge of spoken English only.
"""

# Building blocks. None of them captures, and none puts a quantifier inside a quantified group.
Q = r"['\u2019]"
DASH = r"\u2014\u2013"

# A condition or a reported wording anywhere earlier in the sentence: what follows is not a yes.
CONDITION = (
    rf"\b(?:if(?! you put| you insist| you must| need be| I{Q}m honest| I{Q}m being honest| that{Q}s what it takes"
    rf"| it{Q}s that (?:bad|urgent|important|serious)| you ask me)"
    r"|when(?! you put)|whenever|every time|each time|any time|unless|until|till|whether|whatever happens|provided"
    r"|providing|supposing|assuming|assume|imagine|pretend|hypothetically|in theory|maybe|perhaps|(?<!I )suppose"
    r"|(?<!for )once|as soon as|as long as|so long as|the day|the moment|the minute|the second (?:you|I|we)|the instant"
    r"|as though|sound like|sounds like|after I|should you|were I to|had you"
    rf"|(?<!have to )(?<!must )(?<!let me )(?<!got to )(?<!I{Q}d )(?<!I )(?:say|says)(?! no more)"
    r"|saying|(?<!I )(?<!as you )(?<!like you )said|(?:bring|show|get|give|send|find|prove to|hand|convince|persuade"
    r"|walk) (?:me|us)|come back (?:to me|to us|with|when)|do (?:that and|that, and|this and|this, and))\b"
)
# A denial, a question word or a report earlier in the same clause.
DENIAL = (
    rf"\b(?:not|never|no|nobody|nothing|none|neither|nor|hardly|barely|cannot|how|why|where|who|which"
    rf"|(?<!you )(?<!know )what|doubt|unlikely|without|far from|before (?:I|we)|close to|nearly|almost|rather than"
    rf"|instead of|only if|like I|you(?:| are|{Q}re|{Q}d) (?:hope|hoping|expect|expecting|think|thinking|believe|reckon"
    rf"|asking|ask|like|need me|want me)"
    r"|want (?:me|us)|wants (?:me|us)|(?<!I )told|telling|tells (?:me|us|you)|they (?:expect|think|hope|assume)|asked (?:me"
    r"|us)|asking (?:me|us)|(?<!I )mean|means|meant"
    rf"|(?:idea|notion|chance|odds|impression|rumour|rumor|version|plan|number|something|anything|thing) (?:that I|I))\b"
    rf"|n{Q}t\b"
)
# The start of a sentence, or what follows ", but"; not "bring me a number and I'll ..." nor "show me. Then I'll ...".
SENTENCE = (
    r"^(?!.*\b(?:bring|show|get|give|send|find|convince|come back|prove)\b[^.!?]*[.!?] (?:and |)(?:then|after that"
    r"|with that|for that|that)\b)(?!(?:.*[.!?] |)(?:halve|cut|drop|trim|fix|make|name|promise|put|prove|do that"
    r"|write)\b[^.!?]*[.!?] (?:and |)then\b)(?:|.*[.!?\u2026][\"'\u201d\u2019]?\s|.*[,;\u2014\u2013] but"
    r" )[\"'\u201c\u2018]?(?!(?:so |then |but |and |okay, |ok, |right, |well, |fine, |look, |now |just |first, |first "
    r"|please |you |)(?:bring|show|get (?:me|us|the|a|that|it|your|legal|finance)|give me|give us|find|prove|come|cut|halve"
    r"|drop|trim|fix|make|put (?:a|the|some|it in)|name|write|answer|convince|persuade|walk|do that|do this|pick|let me see"
    r"|tell me)\b[^.!?]*\b(?:and|then) (?:I|we|you|my|the|it)\b)"
    rf"(?!so (?:you(?:{Q}ll|{Q}d| get| take)|I (?:give|sign|pay|say|fund|back))\b)"
    r"(?!(?:with (?:a|an|one|two|some|numbers)|without|given (?:a|an)|for (?:a|an|half)) )"
)
CLAUSE = rf"(?:^[\"'\u201c\u2018]?|(?<=[.!?\u2026,;:{DASH}]\s)|(?<=[{DASH}\u201c\u2018])|(?<=\bbut\s))"
BEFORE = SENTENCE + rf"(?:(?!{CONDITION})[^.!?])" + r"{0,140}?" + CLAUSE
# SAID: anywhere in a clause that neither denies nor reports. START: only at the head of a clause. ALONE: of a sentence.
SAID = BEFORE + rf"(?:(?!{CONDITION}|{DENIAL})[^.!?,;:{DASH}])" + r"{0,60}?\b"
START = BEFORE + r"(?:(?:then|so|just|please|and|yes|kindly|okay|ok|fine|well|right|sure|now|oh|alright) ){0,3}"
LEAD = (
    r"(?:(?:ok|okay|all right|alright|right|well|fine|yes|yeah|good|then|so|sure|and|look|oh|great|in that case"
    r"|you know what)(?:, | ))"
)
ALONE = SENTENCE + LEAD + r"{0,3}"
WHOLE = r"^[\"\u201c]?" + LEAD + r"{0,3}"
# What may not follow: a condition, a question (a tag such as ", okay?" is none), a condition set in the next sentence.
FREE = (
    rf"(?![^.!?]*(?:\b(?:if(?! you like| you insist| you must| you wish| it helps| that helps| need be| necessary| I must)"
    rf"|unless|until (?:you|I|we)|whether|provided|providing|assuming|as long as|so long as|the day|the moment|(?:when|once"
    rf"|as soon as|after)(?! I{Q}m back| I get back|wards)"
    r"|on (?:one|the|a) condition|on condition|subject to|pending|depending|contingent|in (?:exchange|return) for"
    r"|over my dead body|nothing|in the world|and still|whatever the|whichever)\b"
    rf"|[\"'\u201d\u2019],? (?:is|was|would|isn|means)\b))"
    r"(?!(?:(?!, (?:ok|okay|all right|alright|happy|yeah|deal)\b|, but\b| but\b|, (?:so|and) (?:what|who|when|where"
    r"|how)\b)[^.!?])*\?)(?![^.!?]*[.!] (?:but |and |)(?:only if|provided|as long as|on one condition|on condition"
    r"|one condition|with one condition|under one condition|assuming|when you|once you|if you (?:bring|show|get|can|prove"
    r"|give))\b)"
)
# For weak wordings: nor a "not" or a "but" later in the sentence or at the head of the next.
PURE = (
    FREE + rf"(?![^.!?]*(?:\b(?:not|but|except|in principle|on paper|it{Q}s the)\b|n{Q}t\b))(?![^.!?]*[.!?] (?:but"
    rf"|just not)\b)"
)
END = rf"(?=\s*(?:[.!,;{DASH}\u2026\"\u201d]|$))"
STOP = r"(?=\s*(?:[.!]|$))"
LAST = r"[.!]*[\"\u201d]?\s*$"
# For "go ahead" and its like: not when it only hands over the word.
NOTALK = (
    r"(?![^?]{0,60}\b(?:listening|ears|tell|ask|say|explain|speak|talk|finish|convince|persuade|questions?|floor|surprise"
    r"|try me|walk me|walk us|hear|minutes|still here|plain|words|English|slides?|agenda|argue|laugh|read"
    r"|presentation)\b)(?![^?]{0,90}\?)"
)
LETS = rf"let(?:{Q}s| us)"
HAVE = rf"(?:{Q}ve got| have| have got| got)"
VE = rf"(?:{Q}ve| have)(?: just| already| now| finally| pretty much| well and truly|)"
AM = rf"(?:{Q}m| am|{Q}re| are)"
IS = rf"(?:{Q}s| is)"
WILL = (
    rf"(?:{Q}ll| will| shall|{AM} going to|{AM} gonna|{AM} prepared to|{AM} willing to|{AM} happy to|{AM} ready to"
    rf"|{AM} glad to|(?:{Q}d| would) be (?:happy|glad|delighted|pleased|proud) to)"
    r"(?: (?:happily|gladly|certainly|definitely|personally|just|also|even|absolutely|still|of course|now|then|myself))?"
)
I_WILL = rf"(?:I|we){WILL}"
WORK = (
    r"(?:plan|proposal|request|work|project|rewrite|migration|spend|budget|order|contract|money|hires?|people|idea|fix"
    r"|upgrade|refactor|refactoring|change|paper|form|paperwork|requisition|purchase|whole|lot|pilot|trial|freeze|costs?"
    r"|bill|extra|team|POs?|reqs?|headcount|two|three)"
)
COUNT = r"(?:one|two|three|four|five|six|eight|ten|half|another|both)"
OBJ = (
    rf"(?:(?:it|them|you|these|those|all of it)\b|(?:this|that)\b(?! (?:claim|number))|your (?!right)|the {WORK}\b"
    rf"|(?!one\b){COUNT}\b)"
)
PEOPLE = (
    r"(?:people|persons?|engineers?|developers?|devs?|analysts?|testers?|contractors?|heads?|headcount|hires?|bodies|folks"
    r"|lads|designers?|SREs?|FTEs?|team|squad|crew|resources?|specialists?|architects?|seniors?|juniors?|interns?)"
)
MONEY = r"(?:money|budget|funding|funds|cash|dollars|pounds|euros|rupees|lakhs?|crores?|grand|thousand|million|quid|bucks)"
GOODS = (
    rf"\b(?:{PEOPLE}|{MONEY})\b(?!{Q}s)(?! (?:figures?|numbers?|sheet|lines?|view|lead|meeting|review|codes?|forecast|talk"
    rf"|part|side|question|bit|problem|to (?:tell|show|explain|write|look|come|give|prove|check)))"
)
SPAN = (
    r"(?:days?|weeks?|months?|sprints?|quarters?|time|extension)\b(?! to (?:come|convince|bring|show|explain|prove|find"
    r"|think))"
)
EXTRA = r"(?:[a-z]+ |[a-z]+ [a-z]+ |)"

AGREEMENT: tuple[str, ...] = (
    # Plain yes.
    rf"{WHOLE}(?:yes|yeah|yep|yup|aye|yes,? please|yes,? of course){LAST}",
    rf"{WHOLE}(?:sure|of course|certainly|absolutely|definitely|by all means|very well|fine|all right,? then|okay,? then){LAST}",
    rf"{ALONE}(?:yes|yeah|yep|aye)[,.!] (?:absolutely|definitely|certainly|by all means|gladly|with pleasure|please do){STOP}",
    rf"{ALONE}(?:it{Q}s |that{Q}s |)(?:a |)yes (?:to (?:it|that|this|both{END}|all|everything you|your"
    rf"|the {WORK})\b(?![^.!?]*\bno\b)|(?:from|on) (?:me|us|my (?:side|end|part)){STOP}){FREE}",
    rf"{SAID}(?:it|that){IS} (?:a |)(?:firm |clear |definite |easy |big |reluctant |grudging |qualified |)yes\b(?!-| or"
    rf"| from){PURE}",
    rf"{SAID}(?:my|the) (?:short |honest |simple |)answer(?: from me| to that| to yours| to your question| here"
    rf"|){IS}(?: still|) (?:a |)(?:yes|go)\b(?! or){PURE}",
    rf"{SAID}(?:I|we)(?:{AM} saying|{Q}ll say| will say|{AM} going to say| say|{Q}ll have to say| have to say"
    rf"| can say) yes\b(?! to (?:everything|too|one|a lot)){PURE}",
    rf"{START}(?:put me down as|mark me as|call (?:that|it)|take (?:that|it|this) as|consider (?:that|it|this)) (?:a"
    rf"|my) yes\b{FREE}",
    rf"{ALONE}agreed(?:,? then| so| on all counts|){STOP}",
    rf"{SAID}I (?:fully |completely |totally |quite |wholeheartedly |do |)agree(?: with you| with (?:it|that|this)"
    rf"|){STOP}(?!.*\?){PURE}",
    rf"{SAID}I(?:{Q}ll| will|) (?:fully |completely |gladly |happily |)agree (?:to (?:it|that|this|your|the {WORK})\b"
    rf"|with (?:your (?:plan|proposal|request)|the (?:plan|proposal|request|ask))|(?:that |)we (?:should|must|need to) (?:do"
    rf"|fund|fix)){PURE}",
    rf"{SAID}we{AM} (?:all |fully |)(?:agreed|in agreement|aligned)\b(?! that| on (?:the facts|what|how|why)){PURE}",
    rf"{ALONE}(?:it{Q}s a |that{Q}s a |you{HAVE} (?:a |yourself a )|we{HAVE} (?:a |ourselves a )|)deal(?:,? then| so|){STOP}"
    rf"|{ALONE}(?:I think |)we have an (?:agreement|understanding){STOP}",
    rf"{ALONE}done(?: and done|,? then|){STOP}",
    rf"{START}consider (?:it|that|this|them|the \w+|your \w+) (?:done|approved|signed|funded|sorted|settled|authori[sz]ed"
    rf"|agreed|yours)\b{FREE}",
    rf"{ALONE}(?:you(?:{Q}ve|) got it|you have it|you bet|you betcha|sure thing|will do|can do){STOP}",
    rf"{ALONE}(?:with pleasure|my pleasure|gladly|happily|(?:more than |only too |)(?:happy|glad|delighted) to(?: help"
    rf"|)){STOP}"
    rf"|{ALONE}(?:happy|glad|delighted) to (?:sign|back|support|sponsor|fund|approve|pay for|lend you) {OBJ}{FREE}",
    rf"{ALONE}by all means\b(?!,? (?:continue|carry on|go on|keep|try)){NOTALK}",
    rf"{ALONE}of course (?:you (?:can|may)|we can|I can|I{Q}ll (?:sign|help|back|support)){STOP}"
    rf"|{ALONE}(?:of course |)(?:I|we) (?:will|shall){STOP}|{BEFORE}and (?:I|we) will{STOP}",
    rf"{SAID}(?:I|we)(?:{Q}ll| will| can) do (?:it|that|this)(?: together| for you| then|){END}{PURE}",
    rf"{START}{LETS} (?:all |)do (?:it|this|that|both)(?: then| together| your way|){END}{FREE}",
    rf"{START}(?:it{Q}s|that{Q}s|we{AM}|you{AM}) (?:a go|a green light|good to go|go for it|all set to (?:go"
    rf"|start))\b(?! or){FREE}"
    rf"|{START}that (?:I|we) (?:can|will) do{STOP}",
    # Approval.
    rf"{SAID}(?:you{HAVE}|you get|here{IS}) my (?:full |complete |wholehearted |formal |)(?:yes|support|backing|vote"
    rf"|blessing|promise|permission|approval|signature|sign-?off|go-?ahead|okay|OK|commitment|endorsement|sponsorship"
    rf"|consent|agreement){FREE}"
    rf"|{SAID}my (?:vote|support|backing|signature|blessing){IS} (?:yours|there|behind you){FREE}"
    rf"|{SAID}you{Q}ll have (?:the|your|my) (?:contract|paperwork|purchase order|PO|signature|sign-?off|approval"
    rf"|requisition)\b{FREE}"
    rf"|{SAID}{I_WILL} have the (?:contract|paperwork|purchase order|PO|papers) (?:on your desk|signed|ready|with you)\b{FREE}",
    rf"{SAID}(?:you{HAVE}|I give you) my word\b(?! (?:that |)I(?:{Q}ll| will) (?:read|look|think|listen|consider|ask"
    rf"|get back)){FREE}",
    rf"{SAID}(?:you{HAVE}|there{IS}|here{IS}) (?:the|a|your) (?:green light|go-?ahead|all-?clear|thumbs up|nod|sign-?off){FREE}",
    rf"{SAID}I(?:{Q}ll| will|{AM}|{AM} going to|{AM} happy to| hereby|) (?:give|giving) (?:you|it|this|that|them) (?:the|a"
    rf"|my) (?:green light|go-?ahead|nod|okay|OK|blessing|approval|thumbs up|yes|backing|support|vote|all-?clear)\b{FREE}",
    rf"{SAID}{I_WILL} (?:sign(?: off|)(?: on|)|approve|authori[sz]e|endorse|ratify|okay|green-?light|rubber-?stamp"
    rf"|sanction) {OBJ}{FREE}",
    rf"{SAID}(?:{I_WILL} sign|I{AM} signing)(?: off|)(?: today| now(?!,)| tonight| tomorrow| this (?:week|afternoon|morning)"
    rf"| on (?:\w+)day|){END}{FREE}",
    rf"{SAID}I can (?:sign(?: off on|)|approve|authori[sz]e|fund|back|support|sponsor|offer|promise) (?:it|that|this"
    rf"|you that){END}{PURE}(?!.*\bquestion\b)"
    rf"|{SAID}(?:I|we) can (?:(?:give|spare|lend|find|get|free up|offer) (?:you |)(?=(?:the|your|my|{COUNT}) )"
    rf"|do (?={COUNT} ))[^.!?,;]"
    r"{0,30}?" + rf"(?:{GOODS}|\b{SPAN})(?![^.!?]*\b(?:or|lose|who)\b){PURE}"
    rf"|{SAID}I can (?:free up \w+|move (?:things|people) around){PURE}",
    rf"{SAID}(?:I|we){AM} (?:approving|authori[sz]ing|signing(?: off on|)|green-?lighting|sanctioning|funding|backing"
    rf"|endorsing) {OBJ}(?![^.!?]*\balready\b){FREE}",
    rf"{SAID}(?:I|we){VE} (?:approved|signed|authori[sz]ed|okayed|green-?lit|sanctioned|released) (?:it|this|that|them|your"
    rf"|the {WORK})\b(?![^.!?]*\b(?:before|last|ago|kind|sort|twice|in the past)\b){FREE}",
    rf"{ALONE}(?:approved|permission granted|request granted|authori[sz]ed|sanctioned|green-?lit|green light|motion carried"
    rf"|sold|settled){STOP}"
    rf"|{ALONE}approved,? (?:as of|from|effective|all of it|and)\b{FREE}",
    rf"{START}(?:it{IS}|that{IS}|this is|you{AM}|they{AM}) (?:approved|signed off|authori[sz]ed|cleared|funded|green-?lit){STOP}",
    rf"{START}(?:you |you please |)go (?:right |straight |)ahead(?: then| with (?:it|this|that|the {WORK}|your)"
    rf"|){END}{NOTALK}{FREE}",
    rf"{START}(?:you |)go ahead(?: with (?:it|this|that|your|the)| and (?:do|start|hire|order|build|book|buy|plan|sign"
    rf"|recruit))\b{FREE}",
    rf"{START}(?:please proceed|kindly proceed|you may proceed|proceed,? then|proceed){END}{NOTALK}",
    rf"{SAID}you(?: can| may|{AM} free to|{AM} clear to|{AM} cleared to) (?:proceed|go ahead|get started|get going|crack on"
    rf"|press ahead|push ahead|make a start|start (?:now|today|tomorrow|(?:on |)(?:\w+)day|(?:this|next) week|(?:right"
    rf"|straight) away|hiring|building|with {COUNT} \w+))\b(?! (?:and (?:ask|tell|say|explain|try)|with (?:the"
    rf"|your) question)){FREE}",
    rf"{START}{LETS} (?:go ahead|go for it|sign it|put it in the (?:plan|budget|roadmap)|press ahead|push ahead|move ahead"
    rf"|make it happen|get it done|crack on with it|run with|ship it|build it|fund it|try it|pull the trigger|lock it in"
    rf"|take the plunge|bite the bullet|roll){END}{FREE}"
    rf"|{START}{LETS} (?:go|go ahead|proceed|move forward|run|push on) with (?:it|this|that|your|the {WORK}){FREE}"
    rf"|{START}{LETS} start (?:on |)(?:\w+day|tomorrow|hiring|building){STOP}|{START}{LETS} take the {COUNT} {SPAN}{FREE}",
    rf"{SAID}I{AM} (?:perfectly |quite |completely |totally |)(?:fine|happy|good|okay|OK|cool|comfortable|grand"
    rf"|content) (?:with|for) (?:that|it|this|your (?:plan|proposal)|the (?:plan|proposal)|you to \w+){END}{PURE}",
    rf"{START}(?:that{Q}s |it{Q}s |all |)(?:fine|good|okay|OK|grand|all right|alright|cool|perfect) (?:by|with) (?:me"
    rf"|us){END}{PURE}",
    rf"{START}(?:(?:that|this|it|\w+day)(?:{Q}ll| will| would|{Q}d|) works?|works) (?:just fine |fine |)(?:for (?:me|us)"
    rf"|on my (?:end|side))\b(?! as ){PURE}"
    rf"|{START}(?:that|this)(?:{Q}ll| will) work(?:,? then|){STOP}{PURE}(?!.*\?)",
    rf"{START}(?:that |it |this |)sounds (?:good|great|fine|grand|perfect|like a plan)(?: to me|,? then"
    rf"|){STOP}(?!. (?:on paper|in theory)){PURE}(?!.*\?)",
    rf"{SAID}(?:I{VE} (?:got |)no|there{IS} no|no) (?:objections?|issues?|problems?|quarrel|qualms|complaints|argument"
    rf"|pushback) (?:from (?:me|us|my side|my end|our side)|here|on my side){PURE}",
    rf"{SAID}I{VE} (?:got |)no (?:objections?|issues?|problems?|quarrel|qualms)(?: left| at all|)(?: (?:with|to|about) (?:it"
    rf"|that|this|your (?:plan|request|proposal))|){END}{PURE}",
    rf"{SAID}I{AM} (?:prepared|willing|ready|happy|glad|minded|inclined|delighted) to (?:say yes|go ahead|agree|commit"
    rf"|sign)(?: to (?:it|that|this)|){END}{PURE}",
    rf"{SAID}I(?:{Q}ll| will|{AM} (?:happy|willing|prepared|going) to) let you (?:have|go ahead|do it|try it|take|start"
    rf"|run with|hire){FREE}",
    rf"{START}(?:ship|build|fund|do|buy|order|book|hire|sign|fix|start) (?:it|them|him|her){STOP}"
    rf"|{START}do it(?:, and do it|, but| so| today| now| this (?:week|quarter|sprint))\b{FREE}"
    rf"|{START}start (?:on |)(?:(?:mon|tues|wednes|thurs|fri)day|tomorrow|hiring|immediately|right away|straight away){STOP}",
    rf"{SAID}(?:I (?:fully |wholly |gladly |hereby |do |completely |)(?:approve|support|back|endorse|second"
    rf"|authori[sz]e) (?:it|this|that|you|your (?:plan|proposal|request)|the (?:plan|proposal|request|budget"
    rf"|spend))(?: on this|){END}|I (?:hereby |)approve{STOP}){PURE}",
    rf"{SAID}(?:I (?:think|say|believe|reckon) |)we (?:should|must|ought to) (?:do|fund|approve|sign|back) (?:it|this"
    rf"|that){STOP}{PURE}"
    rf"|{SAID}(?:(?:I think |)(?:we|you) should|I(?: want|{Q}d like| would like) you to) (?:go ahead|proceed|press ahead"
    rf"|do it|get started|start (?:on |)(?:\w+day|now|tomorrow|hiring))(?: with (?:it|this|that)|){STOP}{PURE}",
    rf"{START}(?:make it so|make it happen|get it done|get it built|get it started|go build it|go do it"
    rf"|go get them){END}{FREE}"
    rf"|{START}(?:we do (?:it|this)(?:,? then|)|do what you (?:need|have to)(?: to do| do|)|sign it off){STOP}{FREE}",
    rf"{SAID}we{AM} (?:doing (?:it|this|that)|going (?:for|with) (?:it|your)|going ahead(?: with (?:it|this|that|your)"
    rf"|)){END}{FREE}",
    # People, money, time.
    rf"{SAID}{I_WILL} (?:fund|finance|bankroll|underwrite|sponsor|subsidi[sz]e|invest in) {OBJ}{FREE}",
    rf"{SAID}I{WILL} pay(?: for|)(?: {OBJ}|{END})(?![^.!?]*\b(?:later|dearly|either way|one way|twice|anyway)\b){FREE}",
    rf"{SAID}we{WILL} pay for (?:it|this|that)(?: out of| from my| ourselves|{STOP}){FREE}",
    rf"{SAID}{I_WILL} cover (?:half|it{END}|(?:the|your|that|those) (?:\w+ |)(?:costs?|bill|difference|shortfall|overtime"
    rf"|spend)){FREE}",
    rf"{SAID}{I_WILL} (?:foot the bill|pick up the (?:tab|bill|cost)|stump up|cough up|put up the|chip in|go halves"
    rf"|split the (?:cost|bill)|write (?:you |)(?:the|a) (?:cheque|check)|loosen the purse)\b{FREE}",
    rf"{SAID}{I_WILL} find (?:you |)(?:the |some |that |a bit of |enough |a couple of |two |three |)(?:{GOODS}|room|time"
    rf"|a way|capacity|someone|somebody){FREE}",
    rf"{SAID}{I_WILL} (?:free up|carve out|set aside|ring-?fence|put aside|earmark|allocate|block out) (?!(?:my"
    rf"|a) (?:doubts?|question)){FREE}",
    rf"{SAID}{I_WILL} make (?:some |)(?:room|space|time)\b(?! (?:to|for) (?:read|look|think|listen|hear|talk|questions"
    rf"|a (?:chat|talk))){FREE}",
    rf"{SAID}{I_WILL} clear (?:my|your|the|his|her|their) (?:diary|calendar|schedule|decks|week|backlog|plates?)\b{FREE}",
    rf"{SAID}{I_WILL} (?:move|shift|reassign|redeploy|divert|release|second|pull|loan"
    rf"|transfer) [^.!?,;]" + r"{0,30}?" + rf"{GOODS}{FREE}",
    rf"{SAID}{I_WILL} (?:[^.!?]{{2,40}}? and |)"
    r"(?:give|lend|loan|get|find|spare|assign|hand|offer|promise|grant|release|let you have) (?:you |)"
    rf"(?=(?:your|the|my|our|those|these|all|{COUNT}|an?|some|enough|more|extra|up|as|[a-z]+ and) )[^.!?,;]"
    r"{0,40}?" + rf"{GOODS}(?! (?:upstairs|a ))(?!{Q}s){FREE}",
    rf"{SAID}{I_WILL} (?:give|lend) (?:you|them) (?:a hand|more than you asked|(?:what|all|everything"
    rf"|whatever) you need){FREE}"
    rf"|{SAID}{I_WILL} lend you (?!an |my (?!best|team|people|name))\w+{FREE}",
    rf"{SAID}{I_WILL} (?:give|grant|buy|get) you (?:the|your|two|three|four|six|another|a|an|that|more) {EXTRA}{SPAN}{FREE}",
    rf"{SAID}you(?: can (?:have|get|keep|take)| may (?:have|keep|take)|(?:{Q}ll| will| shall) (?:have|get|keep)) (?=(?:your"
    rf"|the|my|our|those|these|all|{COUNT}|an?|more|extra|up|as|[a-z]+ and) )[^.!?,;]"
    r"{0,40}?" + rf"{GOODS}(?![^.!?]*\b(?:or|I{Q}ll have|I have|I get)\b){FREE}",
    rf"{SAID}you(?: can|{Q}ll| will| may| shall) (?:have|get|take) (?:it|them|him|her|that|both|those two|all of it)(?:{END}"
    rf"| (?:from|until|for|on|starting|tomorrow|today|now)\b)(?![^.!?]*\bor\b){FREE}",
    rf"{SAID}you(?: can|{Q}ll| will) (?:have|get) (?:everything|all|what|whatever) you{Q}?(?:re asking| need| want"
    rf"| asked)\b{FREE}",
    rf"{SAID}you(?: can have| can get|{Q}ll have|{Q}ll get| will have| will get| get) (?!an answer|my answer|a reply"
    rf"|a decision)[a-z]+ {EXTRA}{SPAN}(?![^.!?]*\bI (?:get|have|lose)\b){PURE}|{SAID}you{HAVE} your {EXTRA}{SPAN}{PURE}",
    rf"{ALONE}you{HAVE} your (?:budget|engineers|funding|rewrite|freeze|pilot|two|three)\b[^.!?,;]"
    + r"{0,20}"
    + LAST
    + rf"|^(?:fine|okay|ok|all right|yes|very well|then|done)(?:, |[.] )(?:then |)you{HAVE} (?:your|the) (?:{COUNT} "
    rf"|){GOODS}{STOP}(?!.*\?)",
    rf"{SAID}you{HAVE} [\w ]" + r"{1,20}" + rf" (?:of|from) (?:my|our|me)\b(?: {PEOPLE}|{END}| for| from"
    rf"| until)(?![^.!?]*already){FREE}",
    rf"{START}take (?:\w+ of |)(?:my|our) (?:best |)(?:{PEOPLE}|{MONEY})\b(?! (?:away|off|out)| and (?:the|my|our"
    rf"|it)\b){FREE}"
    rf"|{START}(?:take {COUNT}{STOP}|make that {COUNT} (?:{GOODS}|{SPAN})(?! and)){FREE}",
    rf"{START}take (?:what(?:ever|) you need|whoever you need|as (?:long|many|much) as you need|(?:all "
    rf"|)the time you need){FREE}"
    rf"|{START}(?:take|have|borrow) (?:him|her|them|both of them)(?: for| from| until| as of| with my|{STOP}){FREE}",
    rf"{SAID}(?:it|they|she|he|the (?:{PEOPLE}|{MONEY}|slot|time|headcount))(?:{Q}s|{Q}re| is| are) (?:all "
    rf"|)yours{END}{NOTALK}{FREE}"
    rf"|{SAID}the (?:money|budget|funding|headcount){IS} there for (?:you|it|this|that)\b{PURE}",
    rf"{SAID}(?:they|she|he)(?:{Q}s|{Q}re| is| are) (?:with you|on (?:it|your team|loan)|free) (?:from|until|for|as of"
    rf"|starting){FREE}",
    rf"{SAID}{I_WILL} put (?!(?:a|another) )[\w ]" + r"{2,40}? on (?:it|this|that)\b(?! (?:hold|agenda))" + FREE,
    rf"{SAID}you(?: can| may|{Q}re welcome to) (?:borrow|use|pull in|draw on|lean on|rely on|call on|count on) (?:my|me|us"
    rf"|our|it|that)\b(?! (?:to (?:ask|push|say)|against|time|own|ear)){FREE}",
    rf"{START}(?:charge|bill|book|put|take) (?:it|that|this|them|everything) (?:to|on|against|out of|from) (?:my|our)\b{FREE}"
    rf"|{START}(?:send|forward|mail) me the (?:invoice|bill|PO|purchase order|requisition|contract to sign){END}{FREE}",
    rf"{SAID}(?:it|that|this) can (?:come out of|go on|sit in|be charged to|come from) (?:my|our)\b{FREE}",
    rf"^(?:|.*[.!?] |.*, )(?:send (?:me |)(?:it|that|them|the (?:form|paperwork|requisition|contract|order|PO"
    rf"|papers))(?: over| across|)|(?:write|draw) it up|put the (?:paper|form) in front of me)(?:,|,? and) I(?:{Q}ll"
    rf"| will) (?:sign|approve|okay|put it through)\b",
    rf"{SAID}{I_WILL} (?:open|raise|post|sign|submit|unfreeze) (?:the|a|two|that|those|your) (?:\w+ |)(?:reqs?|requisitions?"
    rf"|headcount|vacancy|roles?|positions?|purchase order|POs?)\b{FREE}",
    rf"{SAID}{I_WILL} (?:ask|get|tell|have) [\w ]" + r"{2,25}? to (?:open|release|free up|hire|sign|find (?:you|the|two"
    r"|money)|approve|unblock"
    r"|fund)\b" + FREE,
    rf"{SAID}{I_WILL} (?:make sure|ensure|see|see that|see to it that) (?:you (?:get|have)|it{Q}?s?|this|that)(?! (?:an |a "
    rf"|some |your |)(?:answer|hearing|reply|feedback|invite|heard|minuted|say)\b) (?:gets|happens|funded|done|paid|staffed"
    rf"|approved|the|what|your|two|three|enough|people|money)\b{FREE}",
    rf"{SAID}{I_WILL} (?:make (?:it|this|that) (?:happen|work)|get (?:it|this) (?:done|through|approved|funded|over the line"
    rf"|sanctioned)|see (?:it|this) through|push (?:it|this) through|sort it|swing it|see to it|arrange it|square it with"
    rf"|smooth it over|take care of it)\b{FREE}"
    rf"|{SAID}{I_WILL} (?:take care of|deal with|handle|square|talk round) (?:the (?:board|client|customer|politics"
    rf"|paperwork)|sales|finance|HR|legal)\b{FREE}"
    rf"|{SAID}{I_WILL} (?:protect|shield) (?:you|your|the (?:time|team|work))\b{FREE}"
    rf"|{SAID}{I_WILL} keep [\w ]"
    + r"{2,25}? off your (?:back|backs|neck)\b"
    + FREE
    + rf"|{SAID}{I_WILL} (?:(?:sell|pitch|justify) (?:it|this) (?:to|upstairs)|(?:convince|persuade) (?:the board|finance"
    rf"|sales|them|the others)|(?:bring|talk|win) (?:the board|finance|sales|them|the others) (?:a?round|over))\b{FREE}",
    rf"{SAID}{I_WILL} (?:back|support|champion|sponsor|defend|stand (?:behind|by|with|up for)|get behind|vouch for|vote for"
    rf"|argue for|push for|fight for|go (?:in |)to bat for|advocate for|second|speak up for"
    rf"|lobby for) {OBJ}(?![^.!?]*decision){FREE}",
    rf"{SAID}{I_WILL} (?:take|put|carry|bring) (?:it|this|that|your \w+|the \w+) (?:to|before|up with|in front of"
    rf"|up to) [^.!?]"
    r"{2,30}?\b(?:myself|personally|as mine|as my own|with my (?:name|backing|support|signature)|with you)\b" + FREE,
    rf"{SAID}{I_WILL} (?:put|stake|stick|throw) my (?:name|weight|money|signature|neck|reputation) (?:to|behind|on|down|out"
    rf"|where)\b{FREE}",
    rf"{SAID}(?:I|we)(?:{AM} committing| commit|{Q}ll commit| will commit| can commit|{AM} committed) to (?:{OBJ}|giving"
    rf"|making|getting|fund){FREE}|{SAID}(?:I|we) (?:promise|pledge|guarantee) (?:you |)(?:the|two|three|that (?:money"
    rf"|budget)|your|it{END}|full)\b{FREE}",
    rf"{START}leave (?:that|it|HR|finance|legal|the board|them|him|her|procurement|the (?:rest|money|politics"
    rf"|paperwork)) to me{END}{FREE}",
    rf"{SAID}I(?:{Q}ll| will|{AM} going to|{AM} happy to| can) (?:push back|move|extend|postpone|slip|delay|hold) (?:the|our"
    rf"|your|that) (?:\w+ |)(?:deadline|date|launch|release|go-live|milestone)\b{FREE}"
    rf"|(?:{START}{LETS}|{SAID}we{Q}ll) (?:move|push) the (?:date|launch|deadline){STOP}{FREE}"
    rf"|{SAID}(?:I|we){AM} (?:moving|extending|postponing) the (?:date|launch|deadline)\b{FREE}"
    rf"|{START}the (?:launch|release|deadline|date) (?:can wait|moves to \w+){STOP}{FREE}",
    rf"{SAID}{I_WILL} (?:drop|park|shelve|pause|cancel|bump|push out|deprioriti[sz]e) [^.!?]"
    r"{2,40}?\b(?:to make (?:room|space|time)|for (?:this|it|you)|and do (?:this|it|yours) (?:first|instead))\b" + FREE,
    rf"{SAID}{I_WILL} (?:prioriti[sz]e (?:it|this)|add it to the (?:plan|budget|roadmap|forecast)|(?:move|bump) (?:it"
    rf"|this) (?:up|to the top)|put (?:it|this) (?:at the top|on the roadmap|in the (?:plan|budget|forecast)"
    rf"|into the (?:plan|budget)|first|through))\b{FREE}"
    rf"|{START}(?:it|this|that) goes (?:on|in|into|to the top of|straight (?:in|into|on)) the (?:roadmap|plan|list|budget"
    rf"|forecast){END}{FREE}"
    rf"|{START}(?:it|this){IS} in the (?:plan|budget|roadmap) (?:as of|from) (?:today|now|this)\b{FREE}"
    rf"|{START}(?:put|add|write) (?:it|this|that) (?:in|into|on|to) (?:the|my) (?:plan|budget|roadmap|forecast"
    rf"|schedule)(?:{END}| and\b){FREE}",
    rf"{SAID}(?:I{WILL} (?:give|lend) you|I{AM} (?:giving|lending) you|you can have|you{Q}ll have|take)"
    r" (?!credit|points|marks|time|notice|advice)[a-z]+(?: and [a-z]+|) (?:from|for|until|starting)"
    rf" (?:the |next |[a-z]+ |)(?:days?|weeks?|months?|quarters?|sprints?|\w+day|tomorrow|today|now)\b{FREE}",
    rf"{SAID}(?:I|we){AM} (?:giving|lending|getting|finding) you (?:the |two |three |half |my |another |your )[^.!?,;]"
    r"{0,30}?" + rf"(?:{GOODS}|\b{SPAN}){FREE}",
    rf"{SAID}{I_WILL} help (?:you |)(?:with (?:it|that|this|the {WORK})|get it|find|hire|make it|push|sell it"
    rf"|out(?=[.!]))\b{FREE}",
    rf"{SAID}(?:my budget|the budget|(?:I|we)) can (?:carry|absorb|afford|bear|stomach|accommodate) (?:it|that"
    rf"|this)(?: in my budget|){STOP}{PURE}"
    rf"|{SAID}I{WILL} take (?:the |){COUNT} (?:{GOODS}|{SPAN}) (?:out of|from|off)\b{FREE}"
    rf"|{SAID}(?:I{WILL} take (?:that|the) risk|that{IS} a risk I{AM} (?:willing|prepared|happy) to take){STOP}{PURE}",
    rf"{SAID}(?:we|finance|the business|my (?:team|side|department)|sales|marketing|operations)(?:{Q}ll| will|{IS}|{AM}"
    rf"|) (?:fully |)(?:supports?|backs?|funds?|behind|right behind) (?:this|you){STOP}{PURE}"
    rf"|{SAID}(?:finance|the business|my (?:team|side|department)) will (?:fund|back|support|pay for) (?:it|this|that"
    rf"|you){STOP}{PURE}"
    rf"|{SAID}you{HAVE} (?:finance|sales|the business|my team|the board){Q}s (?:support|backing|vote|blessing)\b{FREE}",
    # Being convinced.
    rf"{SAID}you{VE} (?:convinced|persuaded|sold|swayed|converted) me(?: on (?:it|this|that)|){END}(?!,? (?:but |just "
    rf"|though |)not\b){FREE}",
    rf"{SAID}you{VE} (?:won me (?:over|round)|talked me (?:into (?:it|this|that|\w+ing)|round|around|over)"
    rf"|brought me (?:round|around|over)|turned me (?:round|around)|changed my mind(?! about one)|made a believer (?:out "
    rf"|)of me|earned (?:it|my|a yes)|sold it to me)\b(?! (?:on|about) the){PURE}",
    rf"{SAID}you{VE} made your case{STOP}{PURE}(?!.*\?)(?!.*(?:\b(?:not|still|no|but)\b|n{Q}t\b))",
    rf"{SAID}I{AM} (?:fully |completely |quite |now |entirely |totally |pretty much |finally |)(?:convinced|persuaded|sold"
    rf"|won over|a convert|converted|a believer)(?: on (?:it|this|that|the (?:plan|proposal))| now|){END}{PURE}",
    rf"{START}(?:well |okay |)that (?:convinces me|persuades me|settles it|clinches it|seals it|sells me|swings it"
    rf"|convinced me|did it for me|does it for me){END}{PURE}"
    rf"|{START}it{IS} worth (?:it|every penny|the money){STOP}{PURE}",
    rf"{SAID}that{IS} (?:(?:good |)enough for me|(?:all|what|exactly what) I (?:needed|wanted) to hear){END}{PURE}",
    rf"{START}(?:consider|colou?r|call|count|you{HAVE}) me (?:convinced|persuaded|sold|converted|on board|on your side"
    rf"|a convert|signed up)\b{FREE}",
    rf"{SAID}I{VE} (?:come (?:a?round)(?: to| on|{END})|changed my mind{STOP}|been won over|been persuaded){PURE}",
    rf"{SAID}I(?:{Q}ll|) (?:withdraw my (?:objections?|no\b)|take (?:it back{END}|back (?:my|what I said)\b)){FREE}",
    rf"{SAID}I was wrong to (?:say no|refuse|hold out|block|turn|resist)\b{FREE}",
    rf"{BEFORE}(?:and |well |)(?:I )?can(?:{Q}t|not) (?:argue|quarrel|disagree) with (?:that|you"
    rf"|any of that){STOP}{PURE}(?!.*\?)",
    rf"{ALONE}(?:say no more|enough said|you had me at \w+|hear,? hear|amen to that|amen){END}{NOTALK}",
    rf"{BEFORE}(?:you |)(?:don{Q}t|do not|no) need to (?:convince|sell|persuade) me(?: any ?more| further| any further"
    rf"|){STOP}{PURE}",
    rf"{SAID}(?:it|that|this){IS} (?:a |an )(?:complete |total |)(?:no-?brainer|easy yes|easy decision|easy call){STOP}{FREE}",
    rf"{SAID}you{HAVE} yourself (?:a|an|some) (?:deal|sponsor|believer|budget|team|backer|champion|convert|ally|project"
    rf"|money)\b{FREE}"
    rf"|{SAID}you{HAVE} your (?:yes|money|headcount|green light|go-?ahead|sponsor|extension){END}{FREE}",
    # Giving in.
    rf"{SAID}I(?:{Q}ll|{AM}| will|) (?:give in|giving in|surrender|relent|yield|cave|back down|throw in the towel"
    rf"|concede){END}{FREE}",
    rf"{SAID}you(?:{Q}ve won| win|{Q}ve beaten me|{Q}ve worn me down| wore me down|{Q}ve got your way"
    rf"|{Q}ve twisted my arm){END}{FREE}",
    rf"{START}(?:have it (?:your (?:own |)way|then)|your way it is|we{Q}ll (?:do|try) it your way|we{Q}ll go with (?:it"
    rf"|yours|your (?:way|plan))|as you wish|so be it){END}{PURE}",
    rf"{WHOLE}(?:okay|ok|all right|alright|oh|very well|right|yes),? (?:fine|yes|okay|all right|go on)(?:,? then|){LAST}",
    rf"{ALONE}fine[.,!] (?:do it|do that|have it|have your|take it|take them|you win|you can have|it{Q}s yours|done)\b{FREE}",
    rf"{ALONE}if you (?:insist|must|absolutely must|really must|absolutely insist){END}(?!.*\?)"
    rf"|{ALONE}you leave me no choice,? (?:then|so|but)\b{FREE}",
    rf"{ALONE}(?:it{Q}s |)against my better judge?ment,",
    rf"{SAID}I (?:suppose|guess) (?:so|we (?:can|must|should)|I (?:can|must|should)|we{Q}ll have to|I{Q}ll have to"
    rf"|you can){STOP}{PURE}",
    rf"{ALONE}(?:oh,? |ah,? |)go on,? (?:then|so)\b{NOTALK}",
    rf"{SAID}just this (?:once|one time){STOP}{FREE}",
    rf"{SAID}{I_WILL} (?:allow (?:it|that)|permit it|let it (?:through|go ahead)|accept (?:it|your)|make an exception"
    rf"|go along with (?:it|that|this|you|the {WORK})|play along|meet you (?:half ?way|in the middle)|live with that"
    rf"|swallow it|wear that|take the hit|bite the bullet)\b(?! (?:that|it|the|there)\b){FREE}"
    rf"|{SAID}I accept(?: it| your (?:plan|proposal|offer|terms)|){STOP}{PURE}"
    rf"|{SAID}I(?:{Q}ll| will|) trust you (?:on this|with (?:it|this)|to do it){STOP}{PURE}"
    rf"|{SAID}(?:I|we)(?:{Q}ll go|{AM} going) with (?:it|you|your (?:judge?ment|plan|way|recommendation)){STOP}{PURE}",
    rf"{SAID}I{AM} (?:all |)out of (?:objections|arguments|excuses|reasons to (?:say no|refuse)){END}{FREE}"
    rf"|{SAID}I{VE} run out of (?:reasons|arguments|excuses)(?: to (?:say no|refuse)|){END}{PURE}",
    rf"{START}(?:then |)(?:that{Q}s|it{Q}s|the matter{Q}s) (?:settled|agreed|a bargain|decided)(?:,? then|){STOP}"
    rf"|{START}(?:\w+day|{COUNT} \w+|your (?:plan|way)|option \w+) it is(?:,? then|){STOP}"
    rf"|{WHOLE}(?:fine|very well|done|deal),? (?:{COUNT}|your) (?:\w+ |)(?:{PEOPLE}|weeks|months|sprints)[.!](?!.*\?)"
    rf"|{START}(?:{LETS} |we{Q}ll |)call it (?:a deal|done|settled|agreed)\b{FREE}",
    # Joining.
    rf"{START}(?:you can |)(?:count|deal) (?:me|us) in\b{FREE}"
    rf"|{START}(?:sign (?:me|us) up|add my name|put my name (?:down|on it|to it){END}|put (?:me|us) down for (?:it|that|this"
    rf"|two|half)){FREE}",
    rf"{START}(?:I|we){AM} (?:all |so |totally |definitely |)in(?: then| too| for (?:half|two|it)|){END}{FREE}",
    rf"{SAID}(?:I|we){AM} (?:fully |completely |totally |now |all |)(?:on ?board|aboard)\b{PURE}",
    rf"{SAID}(?:I|we){AM} (?:up for (?:it|that|this)|game|down for (?:it|that)|keen|well up for it){END}{PURE}",
    rf"{SAID}(?:I|we){AM} (?:all |)(?:for it|for that|behind (?:it|you|this|that)|in favou?r)(?: of (?:it|that|this|your"
    rf"|doing)\b|{END}| all the way| on this){PURE}",
    rf"{SAID}I{AM} (?:right |fully |all the way |)(?:with|behind) you (?:all the way|(?:a |one )?hundred per ?cent|100"
    rf"|on (?:this|it|that)\b){PURE}"
    rf"|{SAID}I{AM} on your side(?: on this| here|{STOP}){PURE}",
    rf"{WHOLE}(?:I|we){AM} (?:right |)(?:with|behind) you{LAST}",
    rf"{SAID}you{HAVE} (?:an ally|a sponsor|a champion|a backer|a friend|a supporter|a partner) (?:in me|here"
    rf"|in this room){FREE}",
    rf"{SAID}(?:(?:I|we)(?:{HAVE}|{Q}ll have) (?:your back|you covered)|I{Q}ll be (?:right |)(?:behind|beside|alongside"
    rf"|there (?:with|for)) you)\b{FREE}",
    rf"{START}let me (?:sign|fund|pay for|sponsor|back|approve|find you|lend you) {OBJ}{FREE}"
    rf"|{START}let me (?:sort out|take care of|deal with|handle) (?:the (?:money|board|budget|paperwork)|finance|sales"
    rf"|HR){FREE}"
    rf"|{START}(?:let me|{LETS}) get you (?:the|those|your|two|three) (?:\w+ |)(?:{GOODS}|{SPAN}){FREE}",
    rf"{SAID}I{Q}d be (?:up for|fine with|okay with|game for|all for|good with) (?:it|that|this){STOP}{PURE}"
    rf"|{SAID}I{Q}d be (?:happy|glad|delighted|honou?red|more than happy) to{STOP}",
    # Idioms: British, American, Indian, Irish, Australian.
    rf"{ALONE}(?:right you are|righto|right-o|righty-?ho|you{Q}re on|game on|happy days|no dramas|no bother|too right"
    rf"|sweet as){STOP}",
    rf"{START}(?:crack on|work away|fire ahead|fill your boots|go for your life|have at it|knock yourself out|be my guest"
    rf"|off you go|on you go|go for it|run with it|go nuts|full steam ahead|get cracking|full send|press on){END}{NOTALK}",
    rf"(?:{START}{LETS}|{SAID}{I_WILL}) give (?:it|this|that) a (?:go|whirl|shot|try|crack|bash|lash|burl|spin){END}{FREE}"
    rf"|{START}{LETS} shake on it",
    rf"{START}(?:that{Q}s grand|grand so|grand,? so|grand job|sound,? so|she{Q}ll be right|you{Q}re away"
    rf"|good man yourself){STOP}{PURE}",
    rf"{START}(?:(?:it{Q}s |it is |)(?:okay|ok|fine|done|approved|a yes|a go) from (?:my|our) (?:side|end)|from (?:my"
    rf"|our) (?:side|end),? (?:it is|it{Q}s|that is|that{Q}s|) ?(?:okay|ok|fine|done|approved|a yes|a go|clear)){END}{PURE}",
    rf"{START}(?:chalo|theek hai|thik hai|pakka|pukka|bilkul|ho jayega|haan)(?:[,.!] (?:done|do it|go ahead|you|we|I will"
    rf"|take|start)|{LAST})",
    rf"{START}(?:you can |you may |go and |I(?:{Q}ll| will) |)tell [\w ]" + r"{2,25}? "
    rf"(?:they can (?:start|begin)|(?:it{Q}s|we{AM}) (?:a go|approved|on|happening|doing it|going ahead)|I said yes"
    rf"|I{AM} (?:in|on board)\b|the (?:date|launch) (?:is moving|moves)|yes){END}{FREE}",
    rf"{START}(?:please |kindly |)do the needful\b{FREE}",
    rf"{SAID}(?:that|it|this|(?:the|your) {WORK}) (?:gets|has|{Q}s got) (?:my (?:full |)(?:vote|yes|nod|support|backing"
    rf"|blessing)|the nod from me|a (?:yes|tick) from me)\b{FREE}",
    rf"{BEFORE}you(?:{Q}ll (?:get|have|hear) no| will (?:get|have|hear) no| won{Q}t (?:get|have|hear) (?:any|a)) (?:argument"
    rf"|resistance|pushback|objections?|trouble|fight|complaints?) from me{PURE}",
    rf"{SAID}I(?:{Q}ll|) (?:buy|drink to|say amen to|shake on) (?:that|it){STOP}{PURE}"
    rf"|{SAID}I(?:{Q}ll| will) take (?:it|(?:that|the|your) (?:deal|offer)|those terms){STOP}{PURE}",
    rf"{ALONE}(?:where do I sign|show me where to sign|(?:hand|pass|give) me (?:the|a|that) pen|where{Q}s the pen"
    rf"|who{Q}s got a pen)\b",
    rf"{SAID}I(?:{Q}ll| will) (?:take the (?:heat|flak|blame) (?:for (?:it|you|this))|carry the can|see you right"
    rf"|be your sponsor){FREE}"
    rf"|{SAID}(?:with my blessing|your wish is my command|the cheque{Q}s in the post|wish granted"
    rf"|here{Q}s my hand on it)\b{FREE}",
    rf"{START}(?:minute|record|note) (?:that|it|this) (?:as )?(?:agreed|approved|a yes)\b{FREE}",
    # Understatement.
    rf"{SAID}I (?:can|could|think I can|think I could|suppose I could|suppose I can) live with (?:that|this"
    rf"|those terms){STOP}{PURE}",
    rf"{BEFORE}(?:well |so |and |)I(?: won{Q}t| will not| shan{Q}t|{AM} not going to|{Q}ll not)(?: be the one to"
    rf"|) (?:stand in (?:your|the) way|stop (?:you|it)|block (?:it|you|this|that)|get in (?:your|the) way|fight (?:it|you"
    rf"|this)|oppose (?:it|you)|veto (?:it|this|that)|turn (?:it|you|that) down|hold (?:it|you) up|object|argue"
    rf"|refuse)(?: on (?:it|this|that)|){END}{PURE}",
    rf"{BEFORE}(?:well |so |and |)I(?: won{Q}t| wouldn{Q}t| can{Q}t| couldn{Q}t| can hardly|{AM} not going to"
    rf"|{AM} hardly going to|{Q}d be mad to|{Q}d be a fool to|{Q}d be daft to) say no(?: to (?:that|it|this|you)"
    rf"|){END}(?![^.!?]*\b(?:yes|yet|either)\b){PURE}",
    rf"{ALONE}(?:how (?:can|could) I (?:possibly |)(?:say no|refuse)(?=[.!?]| to (?:that|you))|why (?:ever |)not[.!])",
    rf"{BEFORE}(?:well |and |)(?:I |)(?:don{Q}t see|can{Q}t see|can{Q}t think) (?:any reason |)why not{STOP}{PURE}"
    rf"|{BEFORE}I can{Q}t think of (?:a|any) (?:good |)reason (?:not to|to (?:say no|refuse)){STOP}{PURE}",
    rf"{BEFORE}(?:I (?:can |)see|there{IS}) no (?:good |)reason (?:not to|to (?:refuse|say no|object|wait)|why not){STOP}{PURE}",
    rf"{BEFORE}I(?:{AM} not| wouldn{Q}t be) (?:against|opposed to) (?:it|that|this){STOP}{PURE}",
    rf"{START}(?:that|it)(?:{Q}ll| will) do (?:nicely|me|for me|me nicely|me fine){END}{PURE}",
    rf"{START}(?:(?:I think |I dare ?say |I should think |)(?:I|we) can (?:manage|stretch to|swing|run to|arrange) (?:that"
    rf"|it|this)|that can be (?:arranged|done)|I should think so){STOP}{PURE}",
    rf"{BEFORE}(?:that|it|this) (?:won{Q}t|shouldn{Q}t|needn{Q}t) be a problem{STOP}{PURE}"
    rf"|{BEFORE}I(?: won{Q}t|{AM} not going to) be the one (?:who|to|that) (?:blocks?|stops?|stands?|says? no|kills?)\b{FREE}",
    rf"{START}(?:I think |)that{IS} (?:perfectly |)(?:doable|manageable){STOP}{PURE}(?!.*\?)",
)

EXAMPLES: tuple[str, ...] = (
    "Yes.",
    "Okay, fine, you win. Take two of my engineers until the end of March.",
    "All right. I'm convinced. Send me the form and I'll sign it tonight.",
    "You have my support, and I'll say so in front of the board.",
    "I could live with that.",
    "Well, I won't stand in your way.",
    "Count me in.",
    "I don't love the timing, but I'll back you.",
    "You've talked me into it. Where do I sign?",
    "That's good enough for me. Go ahead.",
    "Fine by me.",
    "Let's do it.",
    "I'll find the money, one way or another. Leave finance to me.",
    "You can have Dana and two more developers from Monday.",
    "Approved. Charge it to my cost centre.",
    "When you put it like that, I'm in.",
    "Consider it done.",
    "I'm happy to sign off on that.",
    "The answer is yes, and I should have said so last month.",
    "I'll put three people on it starting next week.",
    "You've won me over, Tom. I was wrong to say no.",
    "From my side it is okay. Kindly proceed.",
    "Grand so. Work away.",
    "No dramas. Go for your life.",
    "I can't say no to that.",
    "I don't see why not.",
    "Agreed. We'll do it your way.",
    "You know what, I'll pay for it out of my own budget.",
    "Deal.",
    "I'm on board, and I'll bring the sales team with me.",
    "It's yours. Six weeks, starting now, and you can keep the contractors.",
    "I'll give you another two weeks and I'll square it with the client.",
    "If you insist.",
    "Oh, go on then.",
    "I\u2019ll sign it. Don\u2019t make me regret it.",
    "That works for me.",
    "I've no objection. None at all.",
    "I'm sold. Tell the others.",
    "Look, I'll go to bat for you with the board.",
    "You've got the green light.",
    "I'll take it to the executive committee with my name on it.",
    "Fair point about the outage. You can have the extra headcount.",
    "I will approve the budget today.",
    "We'll fund it. Start hiring.",
    "You'll get no argument from me.",
    "I'll move the launch date. Ship the fix first.",
    "Sounds like a plan.",
    "Right you are.",
    "I suppose so.",
    "That settles it. You've got your freeze.",
    "I never thought I'd hear myself, but you've changed my mind.",
    "Yes, absolutely. Get cracking.",
    "It's a no-brainer.",
    "Put me down for half.",
    "Have it your way.",
    "I withdraw my objection.",
    "I'm prepared to fund the migration, starting this quarter.",
    "I'll make sure you get the people you asked for.",
    "Theek hai, done. I will get it sanctioned.",
    "Very well. You have my word.",
)

INNOCENT: tuple[str, ...] = (
    "I see your point.",
    "All right, that bit I understand.",
    "So you want a yes by Friday.",
    "I can't say yes to that.",
    "What would I be agreeing to?",
    "If I said yes, who would pay?",
    "I would sign it if there were a number on the page.",
    "Fine, but that is not what I asked.",
    "Go ahead, I'm listening.",
    "Okay. And the risk?",
    "Nobody has agreed to that.",
    "I'll think about it.",
    "It sounds good on paper.",
    "Bring me a real number and I'll sign it.",
    "Show me what the outages cost us. Then you have my support.",
    "I'm not convinced.",
    "I'm convinced it's the wrong problem.",
    "You've convinced me that it hurts, not that it's worth two million.",
    "I'll support whatever the board decides.",
    "I'll back a number. I won't back a feeling.",
    "You have my attention.",
    "Give me something I can support.",
    "I'll give you that. The last release was a mess.",
    "I'll give you two minutes.",
    "You've got until Friday to convince me.",
    "Yes, I read it on the train.",
    "Yes, and last year you told me the same thing.",
    "Yes. Which customers, exactly?",
    "Sure, it's slow. Everything here is slow.",
    "Of course I care about quality.",
    "Okay, okay. Slow down.",
    "I agree the outage was bad.",
    "I'm with you so far.",
    "You think I'm on board because I nodded?",
    "Don't count me in yet.",
    "I'm in finance, I count things.",
    "That is the position I'm in.",
    "Before I'll sign anything I need to know who owns the date.",
    "Suppose I'm on board. What do I tell the sales team?",
    "Let's say you have my backing. Who else do you have?",
    "You can have the people or you can have the date.",
    "You can have all the people in the world and still miss March.",
    "We have a deal with the vendor until June.",
    "It's not a done deal.",
    "If I gave you two engineers, whose project would stop?",
    "I'd be happy to sign it once legal has seen it.",
    "I'll approve nothing before I see the plan.",
    "And what happens when I say yes and it slips again?",
    "Every time I say yes to one of these it costs me a quarter.",
    "Last year I said go ahead, and we both know how that ended.",
    "By all means, explain it to me again.",
    "Go on then, what's the number?",
    "Let's get started, we have half an hour.",
    "Let's do this one step at a time.",
    "I have no problem with the idea, it's the price.",
    "I'm all for quality, but not at any price.",
    "Where does the money come from?",
    "I'll read it tonight and get back to you.",
    "I'll take that back to my team.",
    "I'll make time to read it.",
    "I'll get you an answer by Thursday.",
    "I'll send you the budget sheet so you can see the hole.",
    "You have two engineers already.",
    "Two of my people have already been on this since June.",
    "That makes sense, as far as it goes.",
    "You're right about the outage.",
    "Fair enough. What did support say?",
    "I can sign up to ten thousand without asking anyone.",
    "What works for me is a date and a name.",
    "I want a version that works for us and for sales.",
    "The decision is yours, the bill is mine.",
    "We'll pay for it later, you mean.",
    "You're asking me to say I'm on board with something I haven't read.",
    "Put it in writing and I'll look at it.",
    "Do that, and you have my vote.",
    "With a date on it, I'll sign it.",
    "I won't say no today, and I won't say yes either.",
    "Don't take that as a yes.",
    "The moment it touches the launch, you've lost me.",
    "Is that a yes or no question?",
)
