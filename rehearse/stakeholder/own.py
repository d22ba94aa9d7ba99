"""The persona's own wordings, as far as an act allows them: what the file says needs no second opinion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rehearse.conversation import Stance
from rehearse.personas import Persona, Register
from rehearse.stakeholder import hurry, memory, wording
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.setting import Setting

_YES = frozenset({"commit", "give", "accept_point"})  # lines that say yes: only where the act does
_SLOT = re.compile(r"\\\[\\\[(\w+)\\\]\\\]")
_NUMBER = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|dozen|twice)"
_FILLS = {
    "figure": rf"[^.?!]{{0,40}}?{_NUMBER}[^?!]{{0,30}}?", "period": r"[\w' -]{2,40}?", "quote": r"“[^”]{1,160}”",
    "source": r"[\w'’ -]{3,60}?", "minutes": r"\d{1,3}", "promise": r"[^?!]{2,200}?",
}  # fmt: skip


def wordings(setting: Setting, stance: Stance, act: Act) -> Iterator[str]:
    """Every wording that this act may use, slots unfilled."""
    persona = setting.persona
    yield from act.reply.options if act.reply else ()
    yield from _of(persona, setting, act)
    for concern in persona.concerns:
        yield from (o.says for o in concern.objections)
        if concern.id == act.accepts:
            yield from concern.accepts
    yield from (c.says for c in persona.conditions)
    yield from persona.opening
    yield from _common(persona.register)
    if act.kind in ("commit", "give"):
        yield from (*persona.endings.get("agrees", ()), *persona.endings.get("buys_in", ()), *(g.says for g in persona.gives))
    if act.kind in ("close", "leave"):
        yield from persona.endings.get(stance.ladder, ())


def _of(persona: Persona, setting: Setting, act: Act) -> Iterator[str]:
    taken = _YES if act.accepts is None else _YES - {"accept_point"}
    for lines in (persona.lines, setting.register):
        for kind, listed in lines.items():
            if kind not in taken or kind == act.kind or (act.kind == "give" and kind == "commit"):
                yield from (line.says for line in listed)


def _common(register: Register) -> Iterator[str]:
    """What everybody of a register says, whoever they are: the tables that lines are worded from."""
    for module in (wording, memory, hurry):
        for table in vars(module).values():
            if isinstance(table, dict):
                yield from (said for said in table.get(register, ()) if isinstance(said, str))


def without(line: str, setting: Setting, stance: Stance, act: Act) -> str:
    """The line with the persona's own wordings cut out: what is left is somebody else's."""
    said = [w for w in wordings(setting, stance, act) if w]
    # The longest first: a short wording may stand within a long one.
    for one in sorted(dict.fromkeys(said), key=len, reverse=True):
        line = _pattern(one, setting.wanted, setting.problem).sub(" | ", line)
    return line


@lru_cache(maxsize=1024)
def _pattern(words: str, wanted: str, problem: str) -> re.Pattern[str]:
    known = {"ask": re.escape(wanted), "problem": re.escape(problem)}

    def slot(match: re.Match[str]) -> str:
        return known.get(match[1]) or _FILLS.get(match[1], r"[^?!]{1,200}?")

    escaped = _SLOT.sub(slot, re.escape(" ".join(words.split()))).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)
