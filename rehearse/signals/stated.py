"""Whether what a sentence holds is stated there: not asked, not supposed, not denied. For `ways`."""

from __future__ import annotations

import re

from rehearse.signals.text import Sentence, negated

# Asking is their nature, or does not take them back.
_ASKABLE = frozenset({"ask", "invitation", "deferral", "promise"})
# What a request carries with it: "Can we try it in one branch, and drop it if nothing moves?"
_IN_A_REQUEST = frozenset({"owner", "small_step", "stop_rule", "success_measure"})
_REQUEST = re.compile(
    r"\b(?:can|could|shall|may|will|would) (?:we|you)\b|\bmay i\b|\blet(?:'s| us| me)\b|\b(?:what if|how about|is (?:that|this|it) (?:a )?(?:yes|deal|okay|ok|fine))\b|"
    r"\bare you (?:in|with us|willing|ready|prepared|happy|up for)\b|\bdo (?:we|i) (?:have|get) your\b"
)
# Their own words hold the denial.
_DENIES_ITSELF = frozenset("unknown stop_rule mitigation concession success_measure ask invitation deferral promise".split())
_SUPPOSED = re.compile(
    r"\bif (?:we|i|you|they|there|it|somebody|someone|anybody) (?:only )?(?:had|were|was|knew)\b|\bif only\b|\bsuppos(?:e|ing)\b|\bimagine\b|\bhad we\b|"
    r"\bin theory\b|\bin an ideal world\b|\bwould(?:n't| not)? be (?:nice|good|great|lovely|ideal|welcome|bad|a shame)\b|\b(?:i|we) wish\b|"
    r"\b(?:somebody|someone|we|one) (?:ought to|should)\b|\bought (?:we|i|you)\b"
)
# What is not there yet, or was once: "hasn't been thought about", "in the last project".
_NOT_YET = re.compile(
    r"\b(?:(?:im|not |n't )possible|still to be \w+|yet to be \w+|(?:has|have)(?:n't| not) been (?:thought|planned|tested|written|built|found|decided|set)|(?:we|i|you|they)(?:'d| would) (?:need|have) to|"
    r"i(?:'ll| will) have to (?:look|ask|check|dig)|(?:somebody|someone) (?:has|should|ought|will|is|would|might)|in the last project|back then|used to|once planned|was (?:once )?planned|nobody has|"
    r"whether (?:we|it|you|they) (?:can|could)|if we could|might (?:do|try|run|start)|no such)\b"
)
_MADE = frozenset({"rollback", "mitigation", "small_step", "stop_rule", "success_measure"})
_SUPPOSABLE = frozenset({"risk", "unknown", "concession", "invitation", "ask", "deferral", "promise", "stop_rule"})


class Stated:
    """What holds for the sentences of one text, worked out once for each."""

    def __init__(self, text: str, low: str, parts: tuple[Sentence, ...]) -> None:
        self._text, self._low, self._parts = text, low, parts
        self._asked: dict[int, bool] = {}
        self._supposed: dict[int, bool] = {}
        self._missing: dict[int, bool] = {}

    def holds(self, kind: str, here: int, start: int) -> bool:
        """Whether a signal of `kind` that begins at `start`, in the sentence numbered `here`, is stated."""
        part = self._parts[here]
        if part.question and kind not in _ASKABLE and not (kind in _IN_A_REQUEST and self._requested(here)):
            return False
        if kind not in _SUPPOSABLE and self._is_supposed(here):
            return False
        if kind in _MADE and self._is_missing(here):
            return False
        return kind in _DENIES_ITSELF or not negated(self._text, part, start)

    def _requested(self, here: int) -> bool:
        if here not in self._asked:
            part = self._parts[here]
            self._asked[here] = _REQUEST.search(self._low, part.start, part.end) is not None
        return self._asked[here]

    def _is_supposed(self, here: int) -> bool:
        if here not in self._supposed:
            part = self._parts[here]
            self._supposed[here] = _SUPPOSED.search(self._low, part.start, part.end) is not None
        return self._supposed[here]

    def _is_missing(self, here: int) -> bool:
        if here not in self._missing:
            part = self._parts[here]
            self._missing[here] = _NOT_YET.search(self._low, part.start, part.end) is not None
        return self._missing[here]
