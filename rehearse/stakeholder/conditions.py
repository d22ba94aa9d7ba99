"""Whether a turn takes up a condition of theirs (rules of the stakeholder, 5 and 7). Pure.

Only what was said can be taken up in passing: one word of it is enough then, beside the signals that the condition names. Who
offers it before it was said must name more of it, so that "we tell the customers on Friday" is no yes to "come on a call with me
and hear a customer yourself". A plain yes counts in answer to the line that said it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rehearse.personas import Condition
from rehearse.signals.needs import Met, met
from rehearse.signals.text import Sentence, has_stem, words
from rehearse.stakeholder.about import like

if TYPE_CHECKING:
    from rehearse.stakeholder.appraisal import Reading

SAID, UNSAID = 1, 2  # how much of a condition a sentence names, after it was said and before
_LONGEST_YES = 16  # words
_YES = re.compile(
    r"^(?:(?:well|good|right|okay|ok|all right),? )?(?:yes|agreed|deal|done|fine|sure|certainly|absolutely|gladly|happily|of course|"
    r"with pleasure|fair enough|(?:that|it)(?:'s| is) (?:fine|fair|a deal|agreed|good)|that works|you have it|you(?:'ve| have) got it|"
    r"you(?:'ll| will) (?:have|get) (?:it|that|them)|(?:i|we)(?:'ll| will| can) (?:do|take|accept|sign) (?:it|that)|(?:i|we) accept)\b"
    r"(?!.*\b(?:but|except|unless|if|maybe|perhaps|later|not)\b)",
    re.IGNORECASE,
)


def taken_up(reading: Reading, condition: Condition, stated: bool) -> Met | None:
    """The words that take the condition up, or None. `stated` = they have said it before, or in the line just said."""
    if not condition.taken_up_by:
        return None
    named = SAID if stated else UNSAID
    where = tuple((s.start, s.end) for s in reading.sentences if _named(s, condition) >= named)
    if where and (hit := met(condition.taken_up_by, reading.text, reading.signals, where=where)) is not None:
        return hit
    first = reading.sentences[0] if reading.sentences else None
    if stated and first is not None and _plain_yes(first) and like(reading.previous, condition.says):
        return Met(first.start, first.end, first.text)
    return None


def _named(sentence: Sentence, condition: Condition) -> int:
    """How many of its own words a sentence names; much the same sentence names enough."""
    if like(sentence.text, condition.says):
        return UNSAID
    return sum(has_stem(sentence.text, phrase) is not None for phrase in condition.about)


def _plain_yes(sentence: Sentence) -> bool:
    return not sentence.question and len(words(sentence.text)) <= _LONGEST_YES and bool(_YES.match(sentence.text.strip()))
