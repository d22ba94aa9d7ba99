"""Who carries it: a name, a role, a team, or I. Ways for `ways`, by family."""

from __future__ import annotations

# Looking after something, as one person does it (with an s) and as several do.
_CARRIES = (
    "owns/carries/leads/heads/maintains/supports/operates/manages/coordinates/hosts/minds/babysits/tends/nurses/feeds/waters/steers/"
    "oversees/supervises/administers/patches/handles/fronts/covers/shoulders/curates/moderates/inherits/adopts/negotiates"
)
_CARRY = (
    "own/carry/lead/head/maintain/support/operate/manage/coordinate/host/mind/babysit/tend/nurse/feed/water/steer/oversee/supervise/"
    "administer/patch/handle/front/cover/shoulder/curate/moderate/inherit/adopt/negotiate"
)
_AFTER = (
    r"(after|care of|charge of|over(?! (?:the world|a barrel))|up (?:for|after|the (?:phone|pager|pieces|calls?))|to (?:it|that|this|them|the)|"
    r"for (?:it|that|this|them)|with (?:it|that|this|them|any|every)|"
    r"the (?:lead|helm|reins|load|pager|phone|watch|strain|job|work|task|calls?|closing|handover|bill|alarm|duty)|(?:my|your|our|his|her|<NAME>'s) (?:own )?(?:pager|phone|calls?|tickets?|shifts?|duty|rota)|ownership|responsibility|"
    r"charge|(?:it|that|this|them|those|these|(?:your|our|my) (?:calls|tickets|pager|shifts?)) (?:on|over|from|until|till|for|as of|through|while|every|each)|"
    r"an eye on|<g2>(?:early|late|night|weekend) shifts?)"
)
_WORKS = (
    "counts/checks/reads/reports/weighs/prints/tests/reviews/sorts/collects/watches/updates/prepares/corrects/fixes/chases/calls/rings/phones/"
    "brings/compares/compiles/publishes/posts/presents/trains/teaches/answers/cleans/calibrates/recalibrates/restarts/measures/tallies/"
    "records/logs/monitors/drives/hangs/switches/writes/builds/installs/moves/migrates/converts/orders/books/organises/organizes/arranges/"
    "runs/does/makes/takes/puts/keeps/draws/inspects/audits/verifies/approves/releases/schedules/edits/translates/types/scans/packs/"
    "joins/shadows/accompanies/coaches/mentors/onboards/guards/locks/opens/closes/resets/reboots/reconciles/signs"
)
_WORK = (
    "count/check/read/report/weigh/print/test/review/sort/collect/watch/update/prepare/correct/fix/chase/call/ring/phone/bring/compare/"
    "compile/publish/post/present/train/teach/answer/clean/calibrate/recalibrate/restart/measure/tally/record/log/monitor/drive/hang/switch/"
    "write/build/install/move/migrate/convert/order/book/organise/organize/arrange/run/do/make/take/put/keep/draw/inspect/audit/verify/approve/"
    "release/schedule/edit/translate/scan/shadow/coach/onboard/guard/open/close/reset/reboot/reconcile/sign"
)
_DONE = (
    "handled/sorted/owned/maintained/answered/checked/kept/counted/compared/reviewed/signed/covered/carried/read/patched/approved/"
    "fixed/supported/operated/led/managed/coordinated/watched/hosted/prepared/negotiated/monitored/"
    "administered/supervised/processed/corrected/verified/staffed/manned/organised/organized/triaged/chased"
)
_DOING = (
    r"(minding|handling|looking after|taking (?:care|charge|over|on|it|that|this|ours|the|your)|doing (?:it|that|this|ours|yours|the)|covering|maintaining|"
    r"running (?:it|that|this|the|ours)|leading (?:it|that|this|the)|chasing|owning|dealing with|seeing to|in charge|responsible|accountable|answerable|"
    r"on (?:it|this|that|your case|the case|call|duty|point|the hook)(?=[\s,.;]|$)|down for (?:it|this|that)|"
    r"lined up|the one (?:who|that|to|you|with) (?!\w+ed\b|was|had|did|made|wrote|found|built|told|said|understands?|knows?|thinks?|wants?|likes?|says?|hates?|sees?|asks?|doesn't|pays?|suffers?)|the (?:owner|keeper|contact|go to)|your (?:contact|person|man|woman|first call|point of contact)|at the (?:wheel|helm)|"
    r"got (?:it|that|this|the (?:pager|phone|keys|lead)))"
)
_TO = (
    r"(me|us|<NAME>(?:'s (?:own )?(?:[\w-]{2,16} )?(?:<TEAM>|desk|table|list|rota|phone))?|(?:my|our|their|the) (?:[\w&-]{2,20} ){0,3}(?:<TEAM>|<ROLE>)|"
    r"(?:my|our) (?:own )?(?:\w{2,12} )?(?:desk|table|plate|list|phone|mobile|pager|inbox|rota|board|repo|budget)|platform|operations|ops|infra|facilities|controlling|purchasing)"
)
_ISSUE = r"(?:questions?|complaints?|calls?|tickets?|alarms?|alerts?|pages?|requests?|cases?|issues?|bugs?|faults?|anything|whatever|everything|mails?|errors?|incidents?|breaks|rings)"
_NOT_BLAME = r"(?:(?!mistake|fault|blame|idea|guess|error|view|opinion|loss|impression|number|worry|pleasure|problem)[\w-]{1,24})"
_POST = (
    r"(?:owner|contact|keeper|lead|deputy|caretaker|person in charge|point person|point of contact|first call|second line|first line|first level|second level|"
    r"third line|on call|responsible|accountable|in charge|successor|stand in|backup|sponsor|maintainer)"
)
_TASK = r"(?:job|task|duty|patch|turf|baby|remit|department|responsibility|business|call|desk|beat|chore|work|bailiwick)"

OWNER: tuple[str, ...] = (
    # --- somebody looks after it ---
    f"<THEY><SO> ~ {_CARRIES} <IT><t2>",
    f"(they|(my|our|their) <g2><TEAM>|<THEY>('ll| will| is going to| has agreed to| has offered to))<SO> ~ {_CARRY} <IT><t2>",
    "(i|we)<SO> ~ carry/mind/maintain/host/nurse/babysit/inherit/feed/handle/cover <IT><t2>",
    f"<THEY><SO> ~ looks/takes/sees/answers/stands/signs/deals/picks/keeps/gets/has/does/watches/holds {_AFTER}<t3>",
    f"(they|(my|our|their) <g2><TEAM>|<THEY>('ll| will| is going to| has agreed to| has offered to))<SO> ~ look/take/see/answer/stand/sign/deal/pick/keep/get/have/do/watch/hold {_AFTER}<t3>",
    "(i|we)<SO> ~ look/answer/stand/sign/deal/take (after|care of|charge of|to it|for it|for them|for that|with it|with that|the (pager|phone|calls?|lead|helm|night shift|first level))<t3>",
    f"<THEY> ~ is/are (<w> )?{_DOING}<t3>",
    f"@('s|'s been| will be|'ll be) (<w> )?{_DOING}<t3>",
    f"she/he/they/who('s|'re|'s been|'ve been| has been| will be|'ll be| is| are) (<w> )?{_DOING}<t3>",
    "i/we('m|'re|'ll be| will be| am| are) (<w> )?(minding|looking after|carrying|covering|maintaining|owning|dealing with|in charge|responsible|accountable|the one (who|that|you)|on the hook|on call)<t3>",
    # --- somebody does a piece of it, on a day ---
    f"<THEY><SO> ~ {_WORKS} <c10><WHEN> <w><t2>",
    f"<THEY>(('ll| will| is going to)<SO>) ~ {_WORK} <c10><WHEN> <w><t2>",
    f"<THEY><SO> ~ {_WORKS} <g5>(himself|herself|in person|personally|by hand|first|for (it|us|you)|instead)<t1>",
    "<THEY> ~ has (<w> )?<num> (hours?|days?|mornings?|afternoons?|evenings?) <g3>(booked|kept|free|set aside|reserved|blocked|put aside|cleared) (free )?for<t2>",
    "@'s got <num> (hours?|days?|mornings?|afternoons?|evenings?) <g3>(booked|kept|free|set aside|reserved|blocked) (free )?for<t2>",
    # --- it is somebody's ---
    f"!who/you/we/i/to belongs?/belong (now )?to {_TO}<t2>",
    f"sits/lies/lives/rests/stays/remains/sit/lie/live/rest/stay/remain (firmly |squarely )?(with|under) {_TO}<t2>",
    "stays/stay/sits/rests/remains/lies with your <g2><ROLE>, <NAME>",
    f"{_ISSUE} <g6> ~ goes/go/come/comes/lands/land/falls/fall (straight |directly |back |through )?(to|on|with|at) {_TO}<t2>",
    "(calls?|alarms?|alerts?|it|that|pager|phone|bell|siren) ~ wakes/rings/pages/calls/reaches (me|us|them|<NAME>)(,| and)? (not|instead|first|until|till|at|,|and not)<t3>",
    f"{_NOT_BLAME}(('s| is|'re| are| stays?| remains?| has been| have been|'ve been| will be|'ll be)<SO>| stays?| remains?) ~ mine/ours<end>",
    f"{_NOT_BLAME}(('s| is|'re| are| has been| have been|'ve been| will be|'ll be)<SO>) ~ mine/ours (now|since|until|till|to (?:carry|keep|run|fix|look after)|for (?:good|a|the)|and|,|all|through|as of|from)<t3>",
    f"{_NOT_BLAME}('s| is|'re| are| stays?| remains?)<SO> ~ @'s(<end>| (?:<w> )?{_TASK}| (?:until|till|from|since|and|now)<t2>)",
    f"it/that/this/they('s| is|'re| are| has been|'s been| will be|'ll be) (now |all )?(<NAME>'s|my|our|her|his|the <g2><TEAM>'s) (own )?(<w> )?{_TASK}<t3>",
    "that/it/this('s| is|'d be| would be|'ll be| will be) (me|us)(<end>| (?:until|till|and|from|for|through|as of|then|myself|personally)<t2>)",
    "that/it/this/contact/line/owner/responsible('s| is|'d be| would be|'ll be| will be) <NAME>(,? (?:who|until|till|through|whose|and (?:me|i|<NAME>)|(?:in|from|at|of) (?:the )?\\w{2,20}|as of|from|him|her|she|he)<t2>)",
    f"{_POST}( for <g3>| of <g3>| on <g3>)? ~ is/will/would (be )?(me|us|<NAME>|(?:my|our) <w>)<t2>",
    f"{_POST}( for <g6><w>)?: ~ @<t2>",
    "(for|in|on|after) (the |your |our )?<g4><w>,?( then)? it('s| is|'ll be) ~ @(,| and|<end>|\\.)",
    "with <NAME>(?: (?:from|of|in) \\w{2,20})? (in charge|in the lead|at the helm|on it|behind it|as (the )?(owner|lead|contact|keeper)|looking after|leading|running it)<t1>",
    "with (me|us) (in charge|in the lead|at the helm|on it|behind it|carrying it|looking after|leading|running it)<t1>",
    # --- their name, their head, their keys ---
    "(my|our|her|his|their|<NAME>'s|<TEAM>'s) ~ name('s| is|'ll be| will be| stands| goes| stays)? <g2>(on|in|against|next to|beside|under) (it|this|that|the|their|every)<t2>",
    "my/our (head|neck|backside|behind)('s| is| goes)? on (the block|the line|it)<t2>",
    "put (my|our) (own )?(name|head|neck) (on|to|under|behind|in|against) <w><t2>",
    "<THEY>('s got| has|'s had|'s) ~ the/got (the )?(pager|phone|red button|watch|reins|lead|duty) (to|for|of|until|till|from|on|and|as)<t2>",
    "whoever <c8>(has|gets|takes|keeps|carries|inherits|owns) it<t3>",
    "<THEY><SO> ~ does nothing (else|but)<t3>",
    # --- it is done by somebody ---
    f"<BE>( <w>)? ~ {_DONE} <g6>by {_TO}<t2>",
    f"<BE>( <w>)? ~ looked/dealt/taken/seen/picked/signed (after|with|care of|over|to|up|off) <g4>by {_TO}<t2>",
    # --- a name and how long ---
    "<THEY><SO> ~ keeps/keep <g4>(going|running|alive|patched|up to date|ready|warm|in shape|an eye on|the (?:tally|list|count|books?|records?|log))<t2>",
    f"(my|our|their|<NAME>'s) <g3><TEAM><SO> ~ {_WORK}/look <c10><WHEN> <w><t2>",
    "<THEY><SO> ~ looks/finds/works/gets/sits/stands (at|into|out|through|with|by) <c8><WHEN> <w><t2>",
    "on <NAME>'s (<w> )?(list|plate|desk|books?|rota|plan|board|table|goals|agenda|pager|budget|watch|head)<t2>",
    "it/that/this/which('s| is|'ll be| will be) the <NAME> (<TEAM>)<t2>",
    "i(<will>)?( also)? take over <NAME>'s <w><t3>",
    "^^with (me|us)(?=\\s*(?:[.!;:]|$))",
    "^^me(?=\\s*(?:[.!;:]|$))",
    "^^@(,? (?:from|in|of|at) (?:the |our |your )?<g2><w>,)? ?(until|till|through|as of|from|for (?:a|the|one|two|three|four|six|\\d+|as)) <c6><end>",
    "^^@ (until|till|through|as of) <c6><end>",
)
"""What follows "somebody" in <THEY> is somebody else; my own part is in `given`."""

CARRIED: dict[str, tuple[str, ...]] = {"owner": OWNER}
