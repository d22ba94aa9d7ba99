"""Checks a line that a model worded, before it stands: in role, allowed, nothing given away. Pure.

The guard does not judge style. Each finding has an id that goes back to the model as what to change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.conversation import Stance
from rehearse.signals.text import content_stems, words
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.likeness import repeats
from rehearse.stakeholder.setting import Setting

MOST_WORDS = 70
GIVEN_AWAY = 0.6  # share of a secret's content stems in one line that counts as telling it
AGREES = re.compile(
    r"\b(?:i(?:'m| am) (?:in|on board|convinced|sold)|you(?:'ve| have) (?:convinced|sold|got) me|let(?:'s| us) do (?:it|this)|go ahead|"
    r"you have my (?:support|approval|blessing|yes)|i (?:fully )?(?:support|approve|agree (?:to|with you))|approved|"
    r"consider it done|green light|we have a deal|count me in|sounds (?:great|good|like a plan)|yes,? (?:let|go|do)|"
    r"i(?:'ll| will) (?:approve|sign|support|fund|back) (?:it|this|that|you))\b",
    re.IGNORECASE,
)
ASSISTANT = re.compile(
    r"\b(?:as an ai|language model|i(?:'m| am) (?:an? )?(?:ai|assistant|chatbot)|how can i (?:help|assist)|i(?:'d| would) be happy to|"
    r"feel free to|i hope this helps|let me know if|certainly!|of course!|in this (?:role-?play|scenario|simulation)|as the stakeholder)\b",
    re.IGNORECASE,
)
COACHES = re.compile(
    r"\b(?:great (?:question|point|job|pitch)|good (?:job|pitch)|well (?:done|said|put)|excellent|fantastic|impressive|i appreciate your|"
    r"you (?:should|could|might want to) (?:mention|say|add|try|focus|lead with|start with)|my advice|a tip|next time you pitch|"
    r"to summari[sz]e|in summary)\b",
    re.IGNORECASE,
)
SPEAKS_FOR_YOU = re.compile(r"^\s*(?:you|engineer|user|me)\s*:", re.IGNORECASE | re.MULTILINE)
STAGE = re.compile(r"\*[^*\n]{1,80}\*|\([^()\n]{1,60}ing\b[^()\n]{0,40}\)")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a line, as an id and as words for whoever words it again."""

    id: str
    words: str


def tidy(line: str, name: str) -> str:
    """The line without a speaker's label, surrounding quote marks, stage directions and runs of white space."""
    line = STAGE.sub(" ", line)
    line = re.sub(rf"^\s*(?:{re.escape(name)}|{re.escape(name.split()[0] if name.split() else name)})\s*:\s*", "", line)
    line = " ".join(line.split())
    if len(line) > 1 and line[0] in '"“' and line[-1] in '"”' and line[1:-1].count('"') == 0:
        line = line[1:-1].strip()
    return line


def check(line: str, setting: Setting, stance: Stance, act: Act, earlier: tuple[str, ...]) -> tuple[Finding, ...]:
    """Everything that keeps a line from standing; nothing where it may stand. `earlier` are the stakeholder's lines so far."""
    found = []
    if not words(line):
        return (Finding("empty", "say something"),)
    if len(words(line)) > MOST_WORDS:
        found.append(Finding("too_long", "at most three short sentences"))
    if ASSISTANT.search(line):
        found.append(Finding("out_of_role", "stay the person; no assistant's phrases"))
    if COACHES.search(line):
        found.append(Finding("coaches", "no praise, no advice, no summary"))
    if SPEAKS_FOR_YOU.search(line):
        found.append(Finding("speaks_for_you", "only this person's words, never the engineer's"))
    if act.kind not in ("commit", "give", "accept_point", "close") and AGREES.search(line):
        found.append(Finding("agrees", "no agreement: nothing is decided"))
    if _gives_away(line, setting, stance, act):
        found.append(Finding("withheld", "nothing about what was not told yet"))
    if repeats(line, earlier):
        found.append(Finding("repeats", "not what was said before: other words"))
    return tuple(found)


def secrets(setting: Setting, stance: Stance, act: Act) -> tuple[str, ...]:
    """What must not be told now: withheld facts not told and roots not asked for. What this act tells is none."""
    telling = act.reply.options if act.reply else ()
    facts = [s for w in setting.persona.withheld if w.id not in stance.facts_told for s in w.says]
    roots = [r for c in setting.persona.concerns if not stance.concerns[c.id].root_told for r in c.root]
    return tuple(s for s in facts + roots if s not in telling)


def _gives_away(line: str, setting: Setting, stance: Stance, act: Act) -> bool:
    said = content_stems(line)
    for secret in secrets(setting, stance, act):
        stems = content_stems(secret)
        if len(stems) >= 3 and len(stems & said) >= GIVEN_AWAY * len(stems):
            return True
    return False
