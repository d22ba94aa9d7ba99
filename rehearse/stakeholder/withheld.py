"""What may not be told yet, and whether a line tells it: in the file's words, in others, or by a name that only the secret has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rehearse.conversation import Stance
from rehearse.signals.text import content_stems
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.setting import Setting

GIVEN_AWAY = 0.6  # share of a secret's content stems in one line that counts as telling it
RARE = 3  # stems of a secret that stand nowhere else in what may be known: so many in one line tell it
WHOLE = 0.85  # share from which it is told even where all its words are common ones
FEW = 0.4  # ... or this share of them, and two at least
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w'’-]+")


def secrets(setting: Setting, stance: Stance, act: Act) -> tuple[str, ...]:
    """What must not be told now: withheld facts not told and roots not asked for. What this act tells is none."""
    telling = act.reply.options if act.reply else ()
    facts = [s for w in setting.persona.withheld if w.id not in stance.facts_told for s in w.says]
    roots = [r for c in setting.persona.concerns if not stance.concerns[c.id].root_told for r in c.root]
    return tuple(s for s in facts + roots if s not in telling)


def gives_away(line: str, setting: Setting, stance: Stance, act: Act, heard: Iterable[str] = ()) -> bool:
    """Whether a line tells a secret. What was `heard` in the talk, from either side, is none any more."""
    said = content_stems(line)
    close = [(secret, stems) for secret in secrets(setting, stance, act) if len((stems := content_stems(secret)) & said) >= 2]
    if not close:
        return False
    talk = frozenset().union(*(content_stems(t) for t in heard))
    known = _known(setting, act) | talk
    for secret, stems in close:
        shared = stems & said
        if len(stems) >= 3 and len(shared) >= GIVEN_AWAY * len(stems) and not shared <= known:
            return True
        if len(stems) >= 3 and len(shared) >= WHOLE * len(stems) and not shared <= talk:
            return True
        rare = stems - known
        told = rare & said
        if len(told) >= RARE or (len(told) >= 2 and len(told) >= FEW * len(rare)):
            return True
        names = {n for n in _NAME.findall(secret) if not content_stems(n) <= known}
        if told and any(re.search(rf"\b{re.escape(n)}\b", line) for n in names):
            return True
    return False


def _known(setting: Setting, act: Act) -> frozenset[str]:
    """The stems of all that this person may say."""
    p, s = setting.persona, setting.scenario
    texts = [
        p.summary, p.role, p.voice, *p.cares_about, *p.opening, setting.wanted, setting.problem, s.situation if s else "",
        *(f.says for f in setting.facts if f.shared), *(say for a in p.answers for say in a.say), *(c.says for c in p.conditions),
        *(line.says for lines in p.lines.values() for line in lines), *(act.reply.options if act.reply else ()),
    ]  # fmt: skip
    for concern in p.concerns:
        texts += [concern.label, *concern.about, *concern.accepts, *(o.says for o in concern.objections)]
        texts += [t.test for t in concern.resolved_by]
    return frozenset().union(*(content_stems(t) for t in texts if t))
