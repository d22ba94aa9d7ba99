"""Ways of saying that somebody else did it, stands behind it, or is to be thanked for it. A table for `ways`."""

from __future__ import annotations

_W = r"[\w&/'-]{1,24}"
_PLACE = r"(?: (?:next door|across the (?:road|river|street|border)|(?:over|down|up) the road|upstairs|downstairs|(?:in|from|at|of|over in|up in|down in|out of|with) (?:the |our |your |my |their )?[\w&'-]{2,20}(?: [\w&-]{2,20})?))?"
_KIND = (
    r"(?:team|squad|group|crew|people|lot|lads|folks|guys|girls|desk|office|department|unit|depot|site|plant|warehouse|shop|store|clinic|hospital|school|"
    r"university|company|firm|bank|insurer|studio|agency|ministry|council|town|city|region|county|district|railway|carrier|brewery|bakery|"
    r"dairy|farm|bookshop|optician|hotel|theatre|airport|port|parish|museum|lottery|regulator|house|ward|lab|subsidiary|sister company|"
    r"parent company|customer|client|competitor|rival|partner|supplier|neighbour|colleague|broker|tutor|dealer|engineer|nurse|driver|clerk|division|business|shift|mill|sawmill|garage|canteen|quay|harbour|yard|shipyard|choir|brigade|"
    r"airline|newspaper|publisher|co-?op|cooperative|consortium|faculty|institute|college|kindergarten|nursery|laboratory|foundry|works council|post office|guild|grower|farmer|auditor|works manager|archive|dispensary|surgery|call centre|help ?desk|control room|fire service|police|parish office|fund|association|federation|cantina|kitchen|zoo|court|lot)(?:es|s)?"
)
# What may be software as well: only beside a name.
_NAMED = (
    rf"(?:(?:the|our|your|their|a) (?:{_W} ){{0,2}}?<NAME>(?:'s)? (?:{_W} )?|<NAME>(?:'s)? (?:{_W} )?)(?:library|branch|practice|operator|side|network|terminal|registry|archive|station|chain)(?:es|s)?"
    r"|(?:the|our|your|their|a) (?:[\w-]{2,20} )?(?:library|branch|practice|operator|network|terminal|registry|archive|station|chain)(?:es|s)? (?:in|at|of|over in) (?:the )?<NAME>"
)
# Somebody who is not you and whom one could ring.
_ORG = (
    rf"(?:<NAME>(?:'s)?(?: and <NAME>)?(?:,? (?:who|which) (?:{_W} ){{1,6}}?{_W},)?{_PLACE},?(?: {_W})?(?: (?:team|people|crew|office|branch|desk|clinic|schools?|lot|house|side|bank|tax office|railways))?"
    rf"|(?:the|our|your|their|my|two of (?:the|your|our)(?: own)?|both|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+|a|an|one|another|every|most of the)(?: {_W}){{0,4}}? {_KIND}{_PLACE}(?:, (?:who|which) (?:{_W} ){{1,6}}?{_W},)?"
    r"|(?:finance|legal|payments?|billing|search|support|sales|security|operations|ops|logistics|purchasing|procurement|marketing|hr|accounting|claims|mobile|checkout|audit|controlling|data protection|works council)"
    rf"|{_NAMED}|others|others there|people there)"
)
# The same with more than a name: a house, a place, a team. A name alone may be the one who looks after it.
_HOUSE = (
    rf"(?:<NAME>(?:'s)? (?:{_W} ){{0,2}}?{_KIND}{_PLACE}|<NAME>(?:'s)? (?:team|people|crew|office|branch|desk|clinic|schools?|lot|house|side|bank|tax office|railways){_PLACE}|<NAME>,? (?:in|from|at|over in) [\w'-]{{2,20}}(?: [\w&-]{{2,20}})?,?"
    rf"|(?:the|our|your|their|my|two of (?:the|your|our)(?: own)?|both|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+|a|an|one|another|every|most of the)(?: {_W}){{0,4}}? {_KIND}{_PLACE}(?:,? (?:who|which) (?:{_W} ){{1,6}}?{_W},)?"
    r"|(?:finance|legal|payments?|billing|search|support|sales|security|operations|logistics|purchasing|procurement|marketing|accounting|claims|mobile|checkout|audit|controlling)|{_NAMED}|others)"
)
# The same, and surely not one's own: "the team" may be, "the library in Aarhus" and "two other clinics" are not.
_MANY = r"(?<!nurses)(?<!nurse)(?<!clerks)(?<!clerk)(?<!drivers)(?<!driver)(?<!crews)(?<!crew)(?<!engineers)(?<!engineer)"
_ELSE = (
    rf"(?:<NAME>(?:'s)? (?:{_W} ){{0,2}}?{_KIND}{_PLACE}|<NAME>,? (?:in|from|at|over in) [\w'-]{{2,20}}(?: [\w&-]{{2,20}})?,?"
    rf"|(?:the|a|an|one|another|both|some|several|most|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?!teams?\b|same\b)[\w&/'-]{{2,20}}){{1,4}} {_KIND}{_MANY}{_PLACE}|the {_KIND} (?:in|at|of|from|over in|up in|next door|across the|down the) [\w'-]{{2,20}}(?: [\w&-]{{2,20}})?"
    rf"|{_NAMED}|our (?:sister|other|own|[A-Z][\w'-]{{2,20}}|second|old|former) {_KIND}{_PLACE}|(?:several|two|three|four|five|six|other|many|most) {_KIND}{_MANY}{_PLACE}|(?:the|a|two|three) (?:[\w'-]{{2,20}} )?(?:head|people|colleagues|nurses|readers|loaders|folk|lot|manager|team) (?:of|in|at|from|over in) (?:the )?[\w'-]{{2,20}}(?: [\w&-]{{2,20}})?)"
    r"(?:,? (?:who|which|where|they)(?:'ve|'re|'s)?)?"
)
_THEN = rf"(?: (?!(?:first|goes|starts|fine|ok|okay|problem|trouble|agrees?|deal|wants?|asked|asks|if|will|would|could|should|might|not|never|nobody|n't|need|needs)\b){_W}){{1,7}}?"
_DONE = r"(?:'ve|'s|'re| have| has| had| are| is)?(?: already| been| both| all| also| just| now| since| once| never| long| in fact| really| themselves| herself| himself)?"
_WAY = r"(?:it|this|that|the same(?! (?:trouble|problem|fear|worry|question|goal|target|day|week|month|time|amount|number|size|mistake|mess|team|boss|manager|crash|leak|gate|people|bug|error|fault|failure|outage|incident|accident|ticket)s?\b)|exactly this|exactly that|precisely this|just this|just that|one of these|one like (?:it|this)|something (?:like|very like|similar)|these|theirs|the thing|such a|both|two of (?:these|them)|(?:the last|the first) (?:one|two)s?)"
_BACKS = r"(?:backs|supports|endorses|recommends|vouches for|stands behind|stood behind)"
_MADE = (
    r"found/spotted/noticed/caught/fixed/cleared/saved/rewired/reworked/solved/uncovered/discovered/invented/suggested/proposed/pioneered/untangled/salvaged/rescued/mended/"
    r"repaired/cleaned/worked/figured/thought/dug/tracked/came/talked/pulled/put/pushed/kept/carried/sorted/redrew/redesigned/sold/held/stitched/nursed"
)
_YOURS = rf"(?:your (?:own )?(?:{_W} ){{0,3}}?(?:team|people|crew|lads|girls|lot|colleagues?|apprentice|warehouse|staff|clerks?|porter|stationmaster|store manager|engineers?|nurses?|department|analysts?|drivers?|man|woman|office|desk|side|intern|deputy|predecessor|house|group|folks)(?: <NAME>)?{_PLACE}|your (?:own )?(?:mr |mrs |ms )?<NAME>)"

OTHERS: dict[str, tuple[str, ...]] = {
    "precedent": (
        # --- they did it
        rf"{_ORG}{_DONE} ~ did/done/tried/ran/used/made/built/shipped/adopted/introduced/replaced/switched/migrated/bought {_WAY}(?! (?:off|over the|out))<t3>",
        rf"{_HOUSE}{_DONE} ~ runs?/uses?/using/had/has/have/lived/live/put/got/does/do {_WAY}(?! (?:on|in) the (?:pile|list|plan|calendar)| wrong| yet)<t3>",
        rf"{_ORG}{_DONE} ~ did/made/had/took the (very )?same <w><t3>",
        rf"{_ELSE}{_THEN}(?: the| that| exactly the| the very) ~ same (?!(?:trouble|problem|fear|worr|question|goal|target|day|week|month|time|amount|number|size|hour|minute|year|thing happen|mistake|mess|morning|evening|night|reason|view|opinion|complaint|story|floor|building|room|boat|street|town|person|people|crash|leak|gate|bug|error|fault|failure|outage|incident|accident|ticket|alarm|alert)\w*\b)<w><t2>",
        rf"{_ELSE}{_THEN} (?:this|that|the same|exactly this) ~ way (?=(?:since|for|already|all|every|now|last|in|with)\b)<w><t2>",
        rf"{_ELSE}{_THEN} (?:this|that) ~ way<end>", rf"{_ELSE}{_THEN} like ~ this/that( (since|for|already|every|now)<t2>|<end>)",
        rf"{_ELSE}{_THEN} (?:to|onto|over to|with) ~ it( (last|two|three|four|a|since|for|in|every|now|these|this)<t3>|<end>)",
        rf"{_ELSE}(?:'ve| have| has|'s)(?: already| all| both| since| even)? ~ had/done/tried/got (it|this|that|theirs|one)(?! (?:all|wrong|covered|right)\b)<t3>",
        rf"{_ELSE}{_DONE} ~ switched/changed/moved (?!(?:on|off)\b)<g1>(in|last|over|two|three|before)(?! (?:to|our|your)\b)<t3>",
        rf"ask {_ELSE},? (?:they|she|he|who)(?:'ve|'s| have| has| had)?(?: already)? ~ got/had/been/went/did/runs?/uses?/use (through )?(one|two|three|it|this|that|the|them|theirs|exactly)<t3>",
        r"(?:we|i) (?:copied|took|borrowed|learned|learnt|lifted|stole|got) (?:it|this|that|the idea) ~ from the <w><t2>",
        r"(?:i|we)(?:'ve| have)? ~ (went|been) through (this|it|that|the same) (with|at|before|twice|once)<t3>",
        rf"{_HOUSE}{_DONE} ~ does/do/doing/uses?/using/has/have/got/runs?/takes?/makes?/needs? the (very )?same (?!(?:trouble|problem|fear|worry|question|goal|target|day|week|month|time|amount|number|size|crash|leak|gate|people|bug|error|fault|failure|outage|incident|accident|ticket)s?\b)<w><t3>",
        rf"{_ORG}(?: has| have|'s|'ve| had| did| does| do| runs?| ran)?(?: already| all| been| always)?(?: {_W}){{1,5}} (?:this|that|the same|exactly this) ~ way since/for/already/all/ever/every <w><t2>",
        rf"(?:since|after|when|once) {_HOUSE}{_DONE} ~ dropped/got/introduced/replaced/brought/fixed/changed/moved/cut/has/have/had/did/built/opened/closed/banned/gave (?!to\b)<g5><w>, (?:they|nobody|it|there|no|their|the|we|not)<t4>",
        r"(?:since|after|when|once) they ~ went/switched/changed/moved over (?:to (?:it|this|that))<t2>",
        rf"{_HOUSE}{_DONE} ~ went ahead (with it|in|last|on|<num>)<t2>",
        rf"{_HOUSE}{_DONE} ~ cut/brought/got/halved/reduced/closed/shortened <g6>with (the (very )?same|exactly this|just this|this very)<t2>",
        rf"{_HOUSE}{_DONE} ~ been/gone (paperless|live|weighing|running|using|printing|sending|measuring|sorting|counting|doing)<g5>(since|for|from)<t3>",
        rf"(?:{_ORG}|they){_DONE} ~ do/does/take/takes/run/runs/handle/handles/work/works/worked (it |them |theirs |their \w+ )?(in |exactly |precisely |just )?(like this|this way|that way|the same way|on it|with it|with this|to it)<t3>",
        rf"{_ORG}{_DONE} ~ went/gone/going/go (that|this|the same|down this|down that|down the same|through) (way|road|route|path|exactly this|all this|it)<t3>",
        rf"{_ORG}{_DONE} ~ switched/changed/moved/cut/crossed/gone/went over( to (it|this))?<t3>",
        rf"{_ORG}{_DONE} ~ went/gone/go live (on|with|in|last|two|three|<month>|at)<t3>",
        rf"{_HOUSE}{_DONE} ~ running/using/living/working (with |on )?{_WAY}<t3>",
        rf"{_HOUSE}(?:'s|'re| is| are| has been| have been) ~ on {_WAY}<t3>",
        rf"{_ORG}(?:'s|'ve| has| have) been (?:running|using|working|living|on|with) ~ it/this/that/one/on/with <w><t3>",
        rf"{_ORG}{_DONE} ~ rolled/brought/put (it|this|that|them|theirs) (out|in|into service|into|in place)<t3>",
        rf"{_ORG}{_DONE} ~ put it into<t4>",
        rf"{_ORG}{_DONE} ~ replaced/introduced/adopted/migrated/cut/dropped/closed/scrapped/automated/tried <g6>(in (20\d\d|<month>|spring|summer|autumn|winter)|last (year|month|week|spring|summer|autumn|winter|<month>|quarter)|(two|three|four|five|a few) (years|months|weeks) ago|the year before( last)?|before (anybody|anyone|us))<t2>",
        rf"{_ORG} (?:cut|brought|got) (?:the|their|its) (?:{_W} ){{1,3}} ~ from <w><t5>",
        rf"{_ORG}{_DONE} ~ built something like<t4>",
        rf"(?:they|{_ORG}) (?:haven't|hasn't|never|have never|has never|have not|not one has|nobody has|nobody) ~ gone/went/looked back<t2>",
        r"(?:at|in|over in|up in|down in|over at|out in) (?:the |our |your )?(?:[\w'-]+ ){0,3}<NAME>,? they ~ put/have/had/do/did/run/ran/use/used/went/go/tried/took/built/made/replaced/switched (?!(?:on|off|the \w+ off)\b)<w><t4>",
        r"(?:since|when|after|once) (?:<NAME>|the [\w-]+ (?:team|office|branch|desk|crew)) ~ made/did/tried/sends/has/switched/went/introduced/put/uses (the same|it|this|that|over|the <w>)<t4>",
        r"same <g2>(as|that|like) ((the )?<w> (branch|team|office|clinic|depot|desk|crew|school|bank|people)|<NAME>) (used|did|has|have|uses|does|had|took|ran)<t2>",
        "did the same( thing)?<t2>", "done (this|it|that|the same) (before|already|last|at|in|twice|once)(?! for you| as (?:a|the)\\b)<t1>",
        "already (did|done|tried|run|runs|running|shipped|works|worked|proven|in use|live)(?! (?:late|up|out|thin|short)) <g2><w>",
        r"(?:it|this|that|which|same|thing|way|approach|and|idea|method)(?:'s| has| is| already| also| then| just){0,2} ~ works/worked/working (well )?(for|at|in|with) ((the|our|your|my) [\w-]+ (team|region|office|company|department|warehouse|store|unit|division|branch|people|crew)|<NAME>|germany|france|spain|poland|uk|us|emea|apac|payments|search|mobile|billing)<t2>",
        "we/i('ve| have)? (did|done|ran|tried|shipped) (this|it|that|the same|one) (before|last|at|already|twice|once)(?! (?:once|all))<t1>",
        "at my (last|previous|old) (company|job|team|place|firm)<t3>",
        "other (teams|companies|departments|regions|schools|hospitals|towns) (do|did|have|use|tried|already)(?! (?:no|not|never|ten|more|less|other|bigger|worse|better|the|their|\\w+ times))<t1>",
        r"ask <NAME> (in|at|from|over) <w>,? <g3>(has|have|had|been|did|uses|runs)<t4>", "reference (customer|case|client)",
        "case study", "same approach (at|in|for) <w>", r"they've ~ had (it|this|that|one|them) (in|for|since|on|at)<t3>",
        "i/we (was|were) there to see<t2>",
        r"(?:it's|it is|it has been|it's been|this is|that's|this one's|one is)(?: already| now| also)? ~ running/live/working/used (at|in|with|by|over in|on) (?!(?:the|our) (?:test|plan|backlog|list|mind|way|end|moment|past|future|background|trial)\b)(?:<NAME>|the \w+ (?:team|office|branch|depot|clinic|school|site|plant|ward|desk|hospital|shop|store)|our \w+ (?:team|office|branch|depot|clinic|school|site|plant|ward|desk|hospital|shop|store))<t2>",
        rf"(?:that's|that is|this is|it's)(?: exactly| just| more or less)? (?:how|what) {_HOUSE} ~ does/do/did/works/work/handles/handle/runs/run( (it|this|theirs))?<t2>",
        rf"{_ORG}{_DONE} ~ (swears? by|never looked back|wouldn't go back|would never go back|wouldn't be without|would do it again) ?(?:it|theirs|this)?<t2>",
        rf"{_HOUSE}{_DONE} ~ happy/pleased/delighted/content with (it|theirs|this|the result)<t2>",
        rf"{_HOUSE}{_DONE} ~ (been through (?:it|this|the same)|went first|did it first|started with it|beat us to it)<t2>",
        rf"it was {_HOUSE},? (?:who|that) ~ did/tried/started/had/ran/built it first<t2>",
        rf"{_HOUSE}{_DONE} ~ proved/proven/shown/showed (that )?(it|this|that) (works|can be done|could be done|holds|pays)<t2>",
        rf"(?:nobody|no one|not one person) (?:at|in|from) (?:<NAME>|{_HOUSE}) ~ wants/wanted/would/asked (it |the old \w+ |to go |for the old \w+ )?back<t2>",
        rf"(?:spoke|talked|been|sat|met|spent a day|spent an hour)(?: to| with| at| over) {_ORG},? (?:who|where|and|they|she|he)(?: they| she| he)? ~ did/does/runs?/has/have/had/uses?/went/switched/introduced/tried (it|this|that|the same|theirs|one|over|through)<t3>",
        # --- they stand behind it
        rf"{_HOUSE}{_DONE} ~ (all for it|all for this|on our side|on my side|with me on (?:it|this)|right behind it)<t2>",
        rf"(?:have|'ve|got|'ve got)(?: also)? (?:<NAME>{_PLACE}|{_HOUSE}) ~ (on my side|on our side|behind me|behind us|behind it|with me on (?:it|this)|with us on (?:it|this)|on board)<t1>",
        rf"(?:<NAME>{_PLACE}|{_HOUSE}) (?:sees|saw) it ~ the same way<t2>",
        rf"(?:<NAME>{_PLACE}|{_HOUSE}) (?:has |have )?(?:offered|agreed|promised|is willing|is ready|is happy|would be happy)(?: to)? ~ (to (?:say so|speak (?:for|up)|vouch|come and tell|tell you|back it)|say so|speak (?:for|up)|vouch|come and tell|tell you|back it)<t3>",
        rf"{_ORG}{_DONE} ~ backs/supports/endorses/recommends/vouches (for )?(it|this|that|us|the <w>|me)(?! up)<t2>",
        rf"{_ORG}(?:'s|'re| is| are) ~ behind/for/with/backing (it|this|us|that)(?! (?:week|time))<t2>",
        rf"{_ORG}(?:'s|'re| is| are|'ve| have| has)(?: already| fully| also)? ~ on board<t2>",
        rf"{_ORG}{_DONE} ~ stands?/stood behind (it|this|us|that|me|the <w>)<t2>",
        rf"{_ORG}{_DONE} ~ signed/approved/blessed (it|this|that|off)<t3>",
        rf"{_HOUSE}{_DONE} ~ agreed(<end>| to (?:it|this|that)| with (?:it|us|this)| on it)",
        rf"{_ORG} (?:has|have) (?:already )?(?:agreed|signed off|offered|promised|backed|said yes) ~ (to (?:it|this|that|back it|say so|stand behind it)|on it|with (?:it|us)|it)<t2>",
        rf"<NAME>{_PLACE} (?:has|have)(?: already)? ~ backed/signed (?!up\b)<w><t2>",
        rf"{_ORG}{_DONE} ~ put/puts (her|his|their) name (under|to|on|behind) (it|this|that|ours|the (?:plan|paper|proposal|draft))<t2>",
        rf"{_ORG}(?:'ll| will)? ~ vouch/vouches for<t3>",
        rf"{_ORG}{_DONE} ~ said/says (yes|i may quote|we may quote|they'd do it again|he'd do it again|she'd do it again)<t3>",
        rf"{_ORG}{_DONE} ~ read (it|all of it|every page|each page|the (?:paper|plan|proposal|draft|design|whole thing))( twice| through)? and<t4>",
        rf"{_HOUSE}{_DONE} ~ agreed in writing<t2>",
        rf"{_HOUSE}{_DONE} ~ reviewed/checked/audited/cleared/vetted/inspected (it|this|that|all of it|the (?:plan|draft|design|paper|code))<t3>",
        rf"{_ORG} ~ gave/gives (it|us|me) (his|her|their) (blessing|ok|okay|nod|vote|word|backing)<t2>",
        "stands/stand/stood behind (it|this|us|that)", "is/are (behind|backing) (it|this) too",
        r"backed by (?!(?:up|the board|management)\b)<w><t1>", "has/have/had the support of <w>",
        "had/got/has/have (their|its|the) money back<t3>", "paid (itself )?back (for|at|in) (the )?<w><t1>",
    ),
    "credit": (
        # --- it was they who did it
        rf"(?:it was|it's|it is|that was|that's|it'll be|it will be) (?:only |really |actually )?(?:<NAME>|{_YOURS}|you|her|him|them|your \w+(?: \w+)?){_PLACE}(?: alone| yourself)? ~ who/that (?!asked|said|says|wanted|told|broke|blocked|owns|carries|looks|answers|decides|will|has to|must|pays|gets|is\b)<w><t3>",
        rf"(?:<NAME>|{_YOURS}|you|she|he|they){_PLACE}(?:'s|'re| is| are| was| were|,) the ~ one/ones/first/only (one |ones )?(who|that|to)(?! (?:has|have|had to|does|do|must|would|could|can|might|suffers?|answers?|explains?|gets|wanted|asked|said|decided|complained|pays|owns|carries|looks|answers|decides|will|ask|blame|pay|block|stop))<t4>",
        "!is/are/be you were (the (first|one)|right all along)<t3>",
        rf"{_YOURS}(?:,? who)?(?:'ve| have| has|'d| had| already)?(?: already| all)? ~ {_MADE} (?!off\b|for it|me\b|us\b)<w><t3>",
        rf"(?:<NAME>|it was you who)(?:{_PLACE},?)?(?: who)?(?:'ve| have| has|'d| had)? ~ found/spotted/caught/solved/rewired/reworked/uncovered/discovered/invented/untangled/salvaged/pioneered/suggested (?!off\b|me\b|us\b|(?:a |the )?(?:meeting|another|time)\b)<w><t3>",
        rf"(?:<NAME>|{_YOURS}|you){_PLACE}(?: who)?(?:'ve| have| has|'d| had)? ~ came up with<t3>",
        rf"(?:<NAME>|{_YOURS}|you){_PLACE}(?: who)?(?:'ve| have| has|'d| had)? ~ cleaned/cleared/worked/figured/dug/sorted (up|out)<t3>",
        rf"(?:<NAME>|{_YOURS}){_PLACE}(?: who)? ~ fixed/saved/cleared/carried (the|a|that|this|it|every|four|all|our|your|us)(?! (?:month|years|ages))<t4>",
        rf"{_YOURS} ~ built/wrote/drew/designed/made/kept/showed/taught/noticed (the|a|that|this|it|us|me|one|our|something)<t4>",
        "your team (built|found|did|saved|made|kept|already|spotted|showed)<t2>",
        r"nobody/noone but <NAME><t3>",
        "without (your|her|his|their|<NAME>|the <g5><NAME>|you|that)<g4>,? ?(we|i|this|none of)( would| could|'d| had)(n't)?<t3>",
        "because (you|your <w>|<NAME>|of what (you|<NAME>|your)) <g3>(insisted|cleaned|pushed|warned|asked|fought|fixed|made|did|kept|said|built|reworked|caught|saw|raised)<t4>",
        rf"since (?:<NAME>|{_YOURS}|you) ~ reworked/rewired/fixed/took/cleaned/introduced/rebuilt/changed <w><t3>",
        "ever since your (memo|note|talk|change|rule|idea|fix|work|speech|letter)<t3>",
        "thanks to (?!you for|the (?:fact|fog|rain|weather|delay|strike|storm|holidays?|outage)\\b)<w><t2>",
        # --- words of thanks
        "hats? off to <w><t2>", "hats off<t2>", "take/takes my hat off<t2>", "kudos (to|for)<t2>", "chapeau<t2>",
        "^full marks to (you|your|her|him|them|those|whoever|the|<NAME>)<t2>", "credit (goes to|to|belongs to|for)<t2>", "the credit (is|will be|stays|goes|belongs)<t3>",
        "applause (is|goes|belongs)<t2>",
        "all/entirely/is/was/really (your|<NAME>'s|her|his|their) (doing|merit|achievement|work)<end>",
        "idea <g5>(was|is) (yours|hers|his|theirs|<NAME>'s)<t1>",
        "!not/if/whose your/her/his/their idea(?! (?:of|what|how|who|about|box))<t2>",
        r"it/that/this (was|is|'s) (your|her|his|their|<NAME>'s) (own )?(idea|work|suggestion|doing|sketch|discovery|find|trick|invention)<t1>",
        "i/we('ve| have)? (learned|learnt|got|took|had|stole|borrowed|copied|lifted) (this|that|it|the idea|the sketch|the trick|the plan|the <w>) from (you|your|<NAME>|her|him|a <w> (your|her)|the <w> your)<t2>",
        "i've/i/we've/we only (added|drawn|typed|copied|written|built|put|had to)<t3>",
        r"(?:drawn up|built|found|spotted|designed|written|drafted|worked out|invented|discovered|suggested|started|begun) ~ by your <w><t2>",
        r"(?:drawn up|found|spotted|invented|discovered|suggested) ~ by <NAME>",
        "building on what (you|your|<NAME>)<t3>", "as <NAME> (suggested|proposed|pointed out|showed|found)<t1>",
        "you did warn<t3>",
        "you (saw|spotted|called|said|knew) (it|that|this) (first|before|coming|a year|all along|long before)<t2>",
        "you pushed (it |that |this |the <w> )?through<t3>",
        "i(<will>)? (say|write|put|note|mention) (so|that|it|this) <g2>(in|to) your (<w> )?(review|appraisal)<t2>",
        "i(<will>)? (say|write|tell|make clear) <g4>(it was|that was|this was|who) (you|yours|your (work|idea|doing|plan))<t2>",
        "!see/got/hate your names? ('s |is )?(will )?(goes?|belongs?|comes?|stands?|on|under|first|in|at)(?! (?:the report|spelled)) <w><t2>",
        # --- theirs to show, and seen as theirs
        r"you(?:'d|'ll|'re| would| will| get to| can| are going to| then)? ~ lead/head/present/demo/chair/sign/announce/own/front (it|this|that|the|both|them|at|to|in)(?! (?:the paper|here|off))<t3>",
        r"you(?:'d|'ll| would| will| get to) ~ run/show/give/explain/open/hold/speak/stand (it |this |that |the |both |them )?<g2>(yourself|talk|demo|stage|front|board|directors?|management|customers?|all hands|guild|session|kick-off|rollout|trial|team|meeting|room|night|day|conference|call)<t2>",
        "you('d| would|'ll| will|'re| are)?( be)? the (<w> )?(lead|owner|author|architect|chair|face of it|one (in charge|on stage|at the front|who (decides|presents|leads|signs|shows|speaks|opens)|showing|presenting|leading|deciding|explaining|demonstrating|signing|opening|speaking|running|up))<t3>",
        "is/it('s)? you (at the front|on stage|up (there|on|front)|in front|who (shows|presents|leads|opens|speaks))<t3>",
        r"(?:have|has|had|put|got|'ve|with) you ~ down as (the one|lead|owner|speaker|in charge|author)<t4>",
        r"you ~ on/at (the )?(stage|front|podium|cover|title slide|lectern)<t3>", "under your (own )?name",
        "with/carries/bears/gets/has your (own )?name<t2>", "named (as|after) (the author|you)<t2>",
        r"(?:work|works|report|reports|answer|answers) ~ to you(?: on| for| until| while|,)<t3>",
        r"(?:presenting|introducing|announcing|showing|naming|telling|present|announce|introduce|name) (?:it|this|that|you)(?: to \w+(?: \w+)?)? ~ as your(s)?<t2>",
        "the (directors?|board|management|whole of ops|customers|team) (hears?|sees?|gets?|learns?) <g2>from you<t1>",
        "hears?/learns? (it|that|this) from you<t1>", "you('ll| will| should| would|'d)?( get| have) (the|full|all the) credit<t2>",
        "with your own (slides|name|talk|design|words)<t1>",
        "you('d| would|'ll| will)? (make|take) the (calls|decisions|lead)<t2>",
        "it('s| is| will be|'ll be) your (project|baby|design|piece|show|stage)<t1>",
        "present/presenting <g3>(yourself|under your name)",
        "you('d|'ll| would| will)( then)? (run|lead|do|ship|plan|cut) (a|the|your|one|whole) <g3>(alone|by yourself|on your own|yourself)<t2>",
    ),
}  # fmt: skip
