"""One draft of a line while it comes from a model: what of it may be shown already, and what is wrong with it already.

Words are shown as they come, but for those that may be the beginning of something that must not be said: a phrase is whole
before its first word is shown, and a sentence with one in it is judged before the rest of it is. So what stands on the screen
is hardly ever taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rehearse.models.items import Done
from rehearse.stakeholder.guard import BOOK, MOST_SENTENCES, Finding, cut_at_label, out_of_form, sentence_ends, tidy
from rehearse.stakeholder.phrasebook import REACH

ENDLESS = 2_000  # code points: a line that is longer is none, and not worth looking at word by word
_OPEN = re.compile(r"[*(\[<{`_#|~][^*)\]>}`|]{0,80}$")  # may become a stage direction or a mark
_BEGUN = re.compile(r"\s*[^\s:]{0,25}:?")
_NO_SPEECH = re.compile(r"\s*(?:[^\s:]{1,25}:(?:\s|$)|[-*•#>|]|\d{1,2}[.)]\s)")
_LONGEST_LABEL = 60


class Draft:
    """`judge` finds what is wrong with the text up to the end of a sentence, by form and phrase; `name` and `pronoun` are
    the person's."""

    def __init__(self, name: str, pronoun: str, judge: Callable[[str], tuple[Finding, ...]]) -> None:
        self._name, self._judge = name, judge
        first = name.split()[0] if name.split() else name
        self._name_said = re.compile(rf"\b{re.escape(first)}\b", re.IGNORECASE)
        self._told_of = re.compile(rf"\s*{pronoun}(?:[\s,]|$)", re.IGNORECASE)
        self.done: Done | None = None  # how it ended, once it has
        self.clear()

    def clear(self) -> None:
        """Forget what came so far: it was no speech."""
        self.raw = ""  # everything that came, as it came
        self.shown = ""
        self.found: tuple[Finding, ...] = ()
        self.full = False  # it has as many sentences as a line may have, and goes on
        self.over = False  # another speaker's label has come: the line ends before it
        self._text = ""
        self._judged = 0  # up to where sentences have passed
        self._doubtful: int | None = None  # where in the sentence that is coming something stands that will have to be judged

    @property
    def stands_still(self) -> bool:
        """Whether nothing that may still come can change the line."""
        return bool(self.found) or self.full or self.over

    @property
    def passed(self) -> str:
        """The sentences that are whole and have passed, at most as many as a line may have."""
        return self._text[: self._judged].strip()

    def rest(self, text: str) -> tuple[bool, str]:
        """How to get from what was shown to this text: whether it is taken back, and what is to be said then."""
        if text.startswith(self.shown.rstrip()):
            return False, text[len(self.shown) :]
        return True, text

    def feed(self, piece: str) -> str:
        """Some more of the draft. Returns what may be shown now, often nothing; nothing at all once something was found."""
        self.raw += piece
        if self.stands_still:
            return ""
        if len(self.shown) > ENDLESS:
            self.shown += piece
            return piece
        self._text = tidy(self.raw, self._name)
        if cut_at_label(self.raw, self._name) is not None:
            self.over = True  # what follows is somebody else's, or the same again
        if self._text and self.raw[-1:].isspace():
            self._text += " "
        if not self._text.startswith(self.shown):
            return ""  # what was shown turned out to belong to a label or a mark: the whole will be told anew
        self._look()
        if self.found:
            return ""
        upto = self._may_be_shown()
        more = self._text[len(self.shown) : upto]
        self.shown += more
        return more

    def _look(self) -> None:
        """Judge the sentences that have become whole, one after the other, and look at the one that is coming."""
        ends = list(sentence_ends(self._text, whole=False))[:MOST_SENTENCES]
        for end in ends:
            if end > self._judged:
                self.found = self._judge(self._text[:end])
                if self.found:
                    return
                self._judged, self._doubtful = end, None
        self.full = len(ends) == MOST_SENTENCES and bool(self._text[self._judged :].strip())
        if self._doubtful is None and not self.full:
            self._doubtful = self._doubt()

    def _doubt(self) -> int | None:
        """Where in the sentence that is coming something stands that must be judged before it is shown."""
        if _NO_SPEECH.match(self._text, self._judged) or self._told_of.match(self._text, self._judged):
            return self._judged
        start = max(self._judged, len(self._text) - REACH)
        places = [hit.start for hit in BOOK.find(self._text[start:])[:1]]
        places += [m.start() for m in self._name_said.finditer(self._text[start:])]
        if (odd := out_of_form(self._text[start:])) is not None:
            places.append(odd)
        return start + min(places) if places else None

    def _may_be_shown(self) -> int:
        if self.full:
            return self._judged
        text = self._text
        upto = min(len(text), BOOK.coming(text))
        if self._doubtful is not None:
            upto = min(upto, self._doubtful)
        if _BEGUN.fullmatch(text, self._judged):
            upto = min(upto, self._judged)  # the first word of a sentence may be the name of somebody who is to speak
        if (mark := _OPEN.search(text, max(self._judged, len(text) - 90))) is not None:
            upto = min(upto, mark.start())
        if not self.shown and _may_be_a_label(self.raw, self._name):
            return 0
        return max(upto, len(self.shown))


def _may_be_a_label(raw: str, name: str) -> bool:
    """Whether the beginning may turn out to be a label or a quote mark that is not spoken."""
    begun = raw.lstrip()
    if not begun:
        return True
    if begun[0] in "\"“‘'":
        return len(begun) < 2 or not re.search(r"[\"”’']\s*\S", begun[1:])
    low, first = begun.lower(), name.split()[0].lower() if name.split() else ""
    near = first.startswith(low.split()[0].rstrip(":")) if first else False
    if near and len(begun) < _LONGEST_LABEL:
        return (":" not in begun and len(begun.split()) <= len(name.split())) or begun.rstrip().endswith(":")
    return False
