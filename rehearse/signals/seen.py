"""Ways of letting somebody see or try it: come and look, press here, there is one on the table. A table for `ways`."""

from __future__ import annotations

_W = r"[\w&/'-]{1,24}"
_IT = r"(?:it|this|that|one|the thing|them|both|everything|what we have|the \w+(?: \w+)?)"
_DEVICE = (
    r"(?:demo|prototype|mock ?up|mock-up|dummy|click dummy|click-through|clickable \w+|sketch|draft|print ?out|printout|print-out|screen|screens|screenshot|tablet|handheld|test phone|phone|scanner|device|"
    r"test page|test system|test till|test version|test account|test instance|sandbox|staging(?: \w+)?|link|page|form|dashboard|simulator|simulation|model|sample|sample letter|recording|video|film|"
    r"walkthrough|walk-through|mock ward|pilot room|show ?room|thing|button|lever|box|kiosk|terminal|leaflet|poster|paper version|paper model|cardboard \w+|beta|preview|first version|rough version|first screen|map|chart|graph|log|picture|slide)"
)
_WHERE = (
    r"(?:on|in|at|by|next to|beside|under|outside|behind|over) (?:the|my|our|your|this|that|a|his|her) (?:\w+ ){0,2}(?:table|desk|corridor|canteen|lobby|hall|kitchen|lab|basement|room|office|wall|screen|laptop|tablet|stick|"
    r"phone|chat|invite|inbox|mail|wiki|channel|branch|test page|staging|counter|machine|window|door|projector|shelf|bag|boot|workshop|meeting room|foyer|stairs|lift|till|big screen|ward|shop|depot|cellar|drive|server|handout|folder)"
)
_COME = r"(?:come|comes|drop|pop|walk|step|look|swing|get)(?: down| over| round| along| by| up| in| past| across| back)?"
_TRY = r"(?:try|press|push|tap|swipe|click|scan|type|touch|play|use|break|test|watch|see|look|have a go|have a look|hold|drag|open|ring|order|book|pay|check|read|cancel|enter|search|talk|listen|hear|feel|turn|drive|run)"

SEEN: dict[str, tuple[str, ...]] = {
    "demo": (
        # --- I show it
        "let me (quickly |just )?(show|demonstrate|demo|walk you|play you|read you)<t3>",
        r"(?:i|we)(?:'ll| can| could| will| would like to| want to|'d like to| quickly|'ve| have)? ~ show/demo/demonstrate/showed you<t4>",
        r"i/we ((can|could|will|would like to|'ll|want to|'d like to) )?(quickly )?(demo|demonstrate) <w><t2>",
        r"i/we('ll| can| could| will| would like to| want to|'d like to) (quickly )?show (it|this|them|the thing|that) (to you|on|in|live|here|running|at|tomorrow|now)<t2>",
        rf"i/we('ve| have|'ll| will)?( also| already| just)? (brought|built|printed|made|put together|set up|bring|mocked|mocked up|drawn|filmed|recorded|hung|rigged up) (you )?(along )?(a|the|one|two|three|it|some|something|our|four|five)( <w>)? <g2>({_DEVICE})s?<t3>",
        r"i/we('ve| have)? (brought|built|printed) (you )?(along )?(a|the|one|two|three|it|some|our|something) <w><t2>",
        rf"i/we ~ bring/brings/come (the|it|to you with|to your office with|by with) <g2>({_DEVICE}|it)<t2>",
        r"(?:i'm|i am|i'll be|we're|we'll be) ~ in/at/on <g5>(with (the|a|it) <w>),? <c3>(come|try|look|scan|see|drop)<t3>",
        "walk you through (it|that|this|the)<t3>", r"grab me <g5>(show|and i)<t4>",
        # --- here it is
        rf"here/there('s| is| are|'re) (?:a|an|the|one|two|three|my|our|already|now|also|some)(?: already| now)? (?:{_W} ){{0,3}}?{_DEVICE}s?(?! (?:tomorrow|some day|in there for|would))(?= (?:{_WHERE}|to|of|that|where|with|for|you|from|so|and|live|open|up|running|,))",
        rf"here('s| is| are) (?:a|an|the|my|our) (?:{_W} ){{0,2}}?{_DEVICE}s?<t2>",
        rf"{_DEVICE}s?(?:'s| is| are|'re| stands?| hangs?| lies?| sits?| lives?| runs?| waits?)(?: already| now| here| there| right| still| up| open| live| running| lying| standing| hanging){{0,2}} ~ on/in/at/by/next/outside/here/behind (to )?(the|my|our|your|this|that|a|his|her) <g2>(table|desk|corridor|canteen|lobby|hall|kitchen|lab|basement|room|office|wall|screen|laptop|tablet|stick|phone|chat|invite|inbox|mail|wiki|channel|branch|page|counter|machine|window|door|shelf|bag|workshop|foyer|lift|till|depot|cellar|server|folder)<t1>",
        r"(?:it's|it is|the thing's|the thing is|one's|one is) (?:already |now )?(?:running|standing|hanging|live|up|set up|lying|on|open) ~ in/on/at/over/outside/behind (?:the|my|our|your|this|that) <g2><w>",
        "demo/prototype/mockup/screenshot/walkthrough (is|on|in|for|at|for you|with|running|ready|on thursday|,|tomorrow|you)<t2>",
        "on (this|my|the) (screen|laptop|slide)(?! (?:stays|will|would|breaks|freezes|with|it takes|it's))", "on (this|the next|the first) page",
        "as you (can )?see (here|on)<t2>",
        "this is (what|how) (the|a|you|your|they|it) <g6>(would (get|see|look|have)|gets?|sees?|looks?)<t3>",
        rf"(?:the )?{_DEVICE}(?:'s|s? is|s? are) ~ in/on (the (chat|invite|table|wiki|canteen|corridor|channel|stick|mail|folder|wall)|your (inbox|mail|calendar|folder))<t2>",
        "attached/enclosed (is|you'll find|you find) (a|the) <w><t2>",
        rf"(?:on|by|from|at|next|this) (?:<day>|tomorrow|monday|week|the \w+)(?: \w+)? ~ there('s| is| stands) <g4>({_DEVICE})<t3>",
        rf"(?:from|by|on|next|as of) (?:\w+ ){{1,3}}(?:the |a |your )(?:\w+ ){{0,2}}{_DEVICE} ~ stands/is/hangs/lies/runs <w><t3>",
        r"you('ll| will)? (get|have|see) <g5>(live on|to play (around )?with|to try|to touch|in your hands)<t3>",
        # --- you try it
        rf"(?:^|[,;:.!] |and |then |so |here, |please )(?:just )?{_COME} (?:and|to|with me and) ~ see/try/look/watch/scan/press/touch/have/sit/test/listen/play/feel/check/use (?!me\b|why|whether|what you can)<w><t3>",
        r"come/drop/pop/swing (down|over|round|along|by|up) (to|tomorrow|any|after|on|and)<t4>",
        r"take the <g3>(phone|tablet|handheld|device|dummy|scanner|thing|sheet|one) <w><t4>",
        rf"^{_TRY} ~ it/this/that/them (yourself|now|out|on|for yourself|here)<t2>", "try it (yourself|now|out)",
        "see (for yourself|(it|this|them) (running|live|work|working|yourself|move|in action))",
        "^scan/tap/press/push/swipe/click/hold/drag/type (this|here|the|on|your|in|left|right|around|one|any|that|it)(?! (?:button on|brakes|point|deadline))<t4>",
        "log/sign in (as|with|under)<t4>",
        r"!to have a (go|look|play)( at| with| on| yourself|,)?<t2>", "pass/hand (it|them|this) round", "click around<t3>",
        "^push/press the <w><t3>",
        "^open (it|the dashboard|the link|the page|the page yourself|the app|your phone)( now| here| yourself)?(?= (?:and|yourself|now)|,)<t3>",
        "watch (this|what happens|the screen|it (run|work|go|happen)|how it)<t2>",
        "look at (this|the screen|that screen|my screen|what it)<t2>", "^look at (this|that)<t1>",
        r"you (can|could|may|might|'ll be able to|get to|'re welcome to)( also| all| then| already)? (try|press|push|tap|click|scan|type in|touch|play|break|watch|drive|ring|walk through|listen)(?! (?:out of|to (?:us|me|them)|with (?:the idea|fire)))<t4>",
        "you can (see|use|test|open|check) (it|them|that|one) (running|live|on|in the|today|tomorrow|now|at|yourself)<t3>",
        "anybody/anyone/everybody/everyone can (try|ring|press|scan|click|use it|walk|touch|play|test it|see it)<t3>",
        "we do <g3>(real|live) <w> together<t3>", "don't have to take my word<t3>", "have a go<t2>",
        "^swipe/scroll (left|right|down|up)", r"turn it (on|off) yourself<t2>", "you try (it|this|one|them)<t2>",
        "with your own (hands|eyes|thumb|badge|phone|data|files)<t2>",
    ),
}  # fmt: skip
