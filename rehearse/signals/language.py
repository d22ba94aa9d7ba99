"""Whether lines are in English, the only language that rules and eye read. Pure.

Says no only where another language shows: a list of terms, names and figures has no little words at all, and is not foreign for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rehearse.signals.wordlists import FUNCTION

FEWEST = 15  # words below which nobody can tell
# Little words of Spanish, Portuguese, French, Italian, German, Dutch and the Scandinavian languages that English does not have.
_OTHERS = frozenset(
    "que de el los las del por para con una unos es está son pero porque muy este esta nosotros usted ustedes sí qué hay "
    "não uma os dos das com mas são você também isso nós "
    "le les des une est pas pour dans nous vous ils elle sur avec mais qui ce cette sont être fait je tu il du au "
    "di che non sono della nel alla più questo anche gli una perché ho "
    "und der das nicht ist ein eine einen ich wir sie zu mit auf für den dem von wenn aber auch noch sind haben "
    "het een niet zijn van dat wij maar ook naar voor bij deze "
    "och att det som är inte jag vi med för har ett ikke og er jeg til av på det en".split()
) - FUNCTION  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’]+\Z")
_MOST = 20_000  # characters that are looked at


def english(lines: Iterable[str]) -> bool:
    """Whether these lines can be read as English. Few words, and words of no language, can."""
    said = _WORD.findall(" ".join(lines)[:_MOST].casefold())
    if len(said) < FEWEST:
        return True
    if 2 * sum(1 for w in said if not _LATIN.match(w)) > len(said):
        return False
    ours, others = sum(w in FUNCTION for w in said), sum(w in _OTHERS for w in said)
    return others <= ours or 10 * others < len(said)
