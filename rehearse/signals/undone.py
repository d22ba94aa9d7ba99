"""The way back: what stays as it was, what is put back, and how fast. Ways for `ways`, by family."""

from __future__ import annotations

_OLD = (
    r"(?:old|former|previous|existing|current|classic|paper|present|earlier|original|manual|today's|yesterday's|last (?:year's|month's|week's|night's|friday's|monday's|version|build|state|release)|"
    r"(?:fri|mon|tues|wednes|thurs|satur|sun)day's)"
)
_THING = (
    r"(?:fax|whiteboard|paper|clipboard|register|ledger|spreadsheet|forms?|lists?|tags?|notebooks?|backup|snapshot|image|copy|build|version|release|state|file|terminal|screens?|tills?|template|number|savegames?|"
    r"login|log in|entrance|desk|counter|hatch|timetable|button|machine|keys?|line|system|process|setup|server|router|portal|pages?|view|tool|service|path|flow|way|script|job|tables?|database|rate tables|feed|account|layout|code|branch|config|settings?|contract|kiosk)"
)
_KEPT = (
    r"(?:stays?|remains?|keeps?(?! (?:me|us|you|him|her|them|falling|failing|breaking|growing|losing|crashing|asking|coming|getting|having|being)\b)|lives? on|goes on|go on|carries on|carry on|runs? on|is kept|are kept|is still|are still|stands?(?! (?:still|back|aside))|hangs?|sits?|lies? (?:there|ready|in|on|under|untouched)|"
    r"waits? (?:in|on|there|next)|isn't (?:deleted|overwritten|thrown|switched|removed|touched|going)|aren't (?:deleted|overwritten|thrown|switched|removed|touched|going)|"
    r"is not (?:deleted|overwritten|thrown|switched|removed|touched|going)|are not (?:deleted|overwritten|thrown|switched|removed|touched|going)|never goes|doesn't go|does not go|can be|gets? (?:reinstalled|restored|put back|hung back|loaded))"
)
_LIFE = r"(?!(?:<w> ){0,4}(?:evenings?|weekends?|nights?|time|money|hours|li[fv]es|sleep|mornings?|days|customers?|confidence|trust|sundays?|saturdays?|cash|fees?|refunds?) back)"
_BACK = r"(?:back(?! (?:to (?:you|me|us|work|that|this|square|school|back|normality|the point|the question|the drawing)|in (?:<month>|then|19|20|the day|the office|\d{4})|from|and forth|then|pain|office|end|up|log|when|home|door|door|row|seat|of|at you|at me|with (?:a|the|an|my|our) (?:answer|number|date|plan))\b))"
_SOON = r"(?:within|in (?:under |less than |about )?(?:<num>|a few|half|no time|one go|seconds|minutes)|the same|at once|straight away|overnight|the next (?:day|morning)|by (?:the (?:next )?morning|noon|lunch|evening|night)|before (?:lunch|noon|anybody|anyone)|whenever|any ?time|at any|on the spot|immediately|with (?:one|a single) (?:click|switch|command|call|move|cable|button|line))"
_BEFORE = r"(?:(?:it |they |we |you |everything |things )?(?:was|were|is today|are today|used to|did before|do today|do now|does today|before|until now|stood|always did|ever did|nothing had happened|if nothing)(?: be| before)?)"
_AS_BEFORE = rf"(?:(?:as|like|where|the way) {_BEFORE})"
_FLIP = r"(?:switch|flag|lever|toggle|button|entry|setting|breaker|knob|valve|plug|bit|config|dns|cable|lamp|line in the config)"

ROLLBACK: tuple[str, ...] = (
    # --- what was there is still there ---
    f"(?:the|our|your|their|my|all|those|each|every)(?: <w>){{0,2}} {_OLD}(?: <w>){{0,3}} ~ ({_KEPT[3:-1]})<t5>",
    f"<NAME>'s old <g2> ~ ({_KEPT[3:-1]})<t5>",
    f"(keep|keeps|keeping|leave|leaves|leaving|kept|carry|carries|hold on to|hang on to) (the|our|your|their|his|her|my|all the|a|an|both|one|last|yesterday's|today's) <g3>{_OLD} <g2>{_THING}<t4>",
    f"(keep|keeps|keeping|leave|leaves|leaving|carry|carries) (the|our|your|their|his|her|my|all|a|an|last|both)(?: <w>)? {_OLD}(?: <w>)?<t4>",
    f"(keep|keeps|keeping|leave|leaves|leaving|keep all|have) (the|our|your|their|his|her|my|a|its|all the) <g4>{_THING}s? <g3>(in case|on the shelf|in the (drawer|cupboard|cellar|basement|safe|fridge)|under (the|their) (counter|table|desk)|ready|plugged in|next to it|beside it|switched on|warm|on standby|from before|at hand|to hand|in reserve)<t3>",
    "(fax|whiteboard|paper <w>|clipboard|register|ledger|spreadsheet|forms?|backup|snapshot|terminal|tills?|hatch|desk|<w> <w>|<w>) ~ (stays|stay|remains|remain|is kept|are kept|is still|are still|sits|sit|lies|lie|hangs|stands) (plugged in|in place|on standby|under the (counter|table|desk)|in the (drawer|cupboard|cellar|basement|back|boot)|ready|switched on|connected|hanging|next to it|beside it|patched|warm|in case|untouched|there in case|on the shelf|to be used)<t3>",
    "(it's|they're|it is|they are|that's|that is) still (connected|there|plugged in|hanging|installed|running|in the|on the|in place|up|alive|patched|ready)<t3>",
    "(standing|sitting|lying|waiting|hanging|parked) (right )?(next to it|beside it|there)(?= |[,.;]|$)<t3>",
    "(keep|keeps|kept) (it|them) (patched|ready|warm|alive|plugged in|on standby|up to date|in the drawer|on the shelf|for the day)<t3>",
    "(both|two|old and new|new and old)(?: <w>){0,2} ~ (run|work|exist|live|stay|stand|fit|answer|are valid|are accepted|keep running|run on|go on)( on| up)? (next to|side by side|in parallel|alongside|beside|together|until|till|for (the|a|<num>|as)|at the same time)<t4>",
    "(run|runs|running|keep|keeps|leave|leaves|work|works) (them |it |both |the (<w> )?<w> |on )?(next to (each other|one another)|side by side|alongside|in parallel)<t4>",
    "(next to|beside|alongside) (each other|one another)(?= |[,.;]|$)<t2>",
    "nothing('s| is| gets| will be| has been)? (deleted|thrown away|lost for good|burned|burnt|torn (out|down)|destroyed|scrapped|irreversible)<t3>",
    "we/i/they(<will>)? (don't|do not|won't|never) (tear|throw|burn|delete|remove|overwrite|scrap|destroy|switch off|demolish|rip) (out |away |down )?(the|our|your|any|it|anything)<t4>",
    # --- going back ---
    f"(go|goes|going|come|switch|switches|switching|turn|turns|move|moves|return|fall|falls|get|gets|be|is|are|flip|flips|swap|change|changes|jump|hop|roll|rolled|reset|revert|slip|step) (it |us |them |everything |everybody |everyone |the <g3><w> |each <g3><w> |that |over |straight |right |all )?({_BACK}) (to|on|onto|into) (the |our |your |their |last |yesterday's |friday's |an? )?<g2>({_OLD}|{_THING}|how|what|way)s?<t3>",
    f"!i've/we've/i'd (put|puts|putting|bring|brings|bringing|hang|hangs|screw|load|loads|take|takes|set|sets|move|moves|switch|switches|turn|turns|pull|pulls|play|plays|copy|plug|plugs|swap|swaps|flip|flips|restore|import|re import) {_LIFE}(the|our|your|their|that|last|yesterday's|friday's|it|them|each|everything|things|<w>'s) <g6>({_BACK}|in again|on again|out again|live again|up again|in place again)<t3>",
    "(putting|turning|switching|getting|going|bringing|rolling|changing|swapping|moving) (it |that |them |everything |all |us |things )?(back|round|around|it off) (takes|took|is|means|needs|costs|would take|was|works|in)<t5>",
    "(reversing|undoing|reverting|restoring|unplugging|removing|uninstalling|swapping|backing out)( of)?( it| that| this| them| everything)? (takes|took|is|means|needs|costs|would take|was|works)(?! (?:impossible|technically impossible|not possible|hard|difficult|out of))<t5>",
    "(can|could|may|we|you|i|they|just|simply) ~ (reverse|undo|revert|restore|unplug|uninstall|back out|rip it out|turn (each|every) (one )?round|fetch it|reinstall|reopen) (it|that|this|them|each|everything|any|the|again|within|in|at|by|from|of)<t4>",
    "(can|could) be (reversed|undone|reverted|restored|reopened|opened again|switched back|switched off|turned back|turned off|rolled back|put back|taken out|taken back|backed out|fetched|unplugged|removed|brought back)(?! (?:by no|with great))<t4>",
    f"(everybody|everyone|everything|you're|we're|they're|you are|we are|the <w>|they|all|it|things)( is|'s| are| be| work| works| goes| go| carries| carry| runs| looks| stays)?( on)?( again| back)? ~ (as|like|where|the way) {_BEFORE}<t2>",
    f"(everybody|everyone|everything|you're|we're|they're|you|we|they|it|shops?|players|users|clerks|people)(?: is| are|'s|'re)? ~ (on|back on) the {_OLD} <w><t3>",
    f"(have|has|use|uses|take|takes|get|gets|open|opens|start|starts) (his|her|their|its|your|our|the|last year's|yesterday's|my) <g3>({_OLD} <g2><w> again|{_OLD} <g2><w> back|{_THING} (again|back)(?=[.,;]|$))<t2>",
    "(falls|fall) back (on|to) (the|our|your|yesterday's|last|its|paper|manual)<t3>",
    f"(return|returns|returning) to (the |our |your |their )<g2>({_OLD}|{_THING})<t3>",
    "(return|returns|returning) to it (within|in|any|at)<t3>",
    f"(take|takes) (the|over|out) (the )?{_OLD} <w><t3>",
    "(takes|take) over (as before|again|like before)<t3>",
    f"(carry|carries|go|goes|work|works) on (with|on|by|in) (the|paper|our|your|their) <g2>{_THING}<t4>",
    # --- one switch ---
    f"(flip|flips|pull|pulls|throw|throws|turn|turns|set|sets|hit|hits|press|flick|change) (the|that|one|a) (<w> )?{_FLIP}( and| to zero| back| off| again|,) (?!we all|everyone wins|everybody wins)<w><t6>",
    "(flip|flips|unplug|unplugs|flick|set|sets) (it|the <w>|the <w> <w>) (and|to zero|back|off|again)<t5>",
    "(one|a single|a|just one|three) (<w> )?(switch|flag|cable|click|button|command|commands|call|phone call|restart|line|toggle|lever|key|script|keystroke|tap) (and|away|brings?|puts?|takes? it|turns?|sets?|undoes|gets?|is enough|that (brings?|puts?|turns?|undoes)|in the (admin|config|settings?))<t5>",
    "(switch|lever|toggle|button|flag|breaker|setting|option|checkbox|tick box) (in|on|at|for|behind|that|to) <c6>(off|back|out|old|undo|return|before)<t3>",
    "(behind|under|inside) (a|one|its own|the same) (<w> )?(switch|flag|toggle|lever|button|setting)<t3>",
    "(snapshot|snapshots|full copy|full dump|dump|backup|image|restore point|save point) (before|of|first|every|each|from|on|and|is|are|onto|ready)<t5>",
    "(there's|there is|have|with|is) (a|one|always a) (way|road|path|door) (back|out)(?! (?:from|of|to) (?:<NAME>|the city|work|town))<t3>",
    "exit (after|clause|within|at|in) <w><t4>",
    "hand (the|all|our|your) <g2>back<t2>",
    "(checklist|script|runbook|procedure|plan|drill|recipe|instruction) <c5>(for|to) (going|go|roll|rolling|switching|getting|turning|coming|put|undo|undoing) (it )?(back|it)?<t4>",
    "(for|on) (going|rolling|switching|turning) (it )?back<t4>",
    f"(back|live|restored|returned|reinstalled|reverted) (again )?{_SOON}(?! (?:answer|yes|no|number|plan|figure|date|list))<t3>",
    "(number|id|version|copy)s? (with|on) (it|them|top|each)<t1>",
    "(you|they|anybody|anyone|whoever <c5>|each <w>|any <w>)( can| could| may)? ~ (choose|pick|flip|hop|switch|go|change|jump) (back|whichever version|across and back|between (the two|both|old and new)|to and fro|back and forth)<t4>",
    "still (order|log in|work|print|book|pay|use|call|phone|write|enter|go) (there|on the|by|with the|in the|as) (old|former|before|paper|fax|phone)<t3>",
    "order there (whenever|if|when)<t3>",
)

UNDONE: dict[str, tuple[str, ...]] = {"rollback": ROLLBACK}
