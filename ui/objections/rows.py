"""What the objections of all meetings are called, on screen and read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from rehearse.conversation import ObjectionStatus
from rehearse.review.across import STATUSES, Count, Group, Voiced
from ui.library.days import when_words
from ui.review.words import STATUS, quoted
from ui.widgets.plain import one_line, visible

NOBODY = "Somebody without a name"
_LONGEST = 400


def kind(of: str) -> str:
    """A kind as it is read: ``Opportunity cost``."""
    return visible(one_line(of.replace("_", " "), 80)).capitalize() or "Of no kind"


def title(group: Group) -> str:
    return kind(group.key) if group.by == "kind" else visible(one_line(group.name, 120)) or NOBODY


def counted(group: Group) -> str:
    """``3 left open, 1 half answered, 8 answered``: the least settled first."""
    return ", ".join(f"{count} {STATUS[status].lower()}" for status, count in group.counts.items())


def summed(counts: Sequence[Count]) -> str:
    """All of them in one sentence, and which reviews they are from."""
    whole = {s: n for s in STATUSES if (n := sum(c.count for c in counts if c.status == s))}
    said = counted(Group("kind", "", "", whole))
    return f"{objections(sum(whole.values()))} in all meetings: {said}. Of each take the newest review counts."


def objections(count: int) -> str:
    return f"{count} objection" if count == 1 else f"{count} objections"


def group_spoken(group: Group, is_open: bool) -> str:
    """A group for a screen reader: whose, how many, what came of them, whether it is open."""
    return f"{title(group)}. {objections(group.total)}: {counted(group)}. {'Open' if is_open else 'Folded'}"


def status(of: ObjectionStatus) -> str:
    return STATUS[of]


def where(voiced: Voiced, by: str) -> str:
    """Which meeting: who it was with or of what kind it was, whichever the group does not say, and when."""
    other = kind(voiced.objection.kind) if by == "person" else visible(one_line(voiced.persona_name, 80))
    return ", ".join(part for part in (other, when_words(voiced.started)) if part)


def said(voiced: Voiced) -> str:
    """Their words."""
    return quoted(voiced.objection.words, _LONGEST) if voiced.objection.words.strip() else ""


def met(voiced: Voiced) -> tuple[str, str]:
    """How it was met, in a word or two before your words; and your words, where there are some."""
    objection = voiced.objection
    yours = " … ".join(visible(one_line(p.quote.strip(), _LONGEST)) for p in objection.answered)
    if objection.status == "parked":
        until = objection.parked
        parts = [visible(one_line(x, 80)) for x in (until.owner, until.date) if x] if until else []
        return f"Put off{': ' + ', '.join(parts) if parts else ''}.", yours
    if yours:
        return "You:", yours
    told: dict[ObjectionStatus, str] = {
        "answered": "Answered.",
        "half_answered": "Part of what was asked for is still missing.",
        "dodged": "Your reply went past it.",
        "open": "It stayed open.",
    }
    return told.get(objection.status, ""), ""


def met_whole(voiced: Voiced) -> str:
    """How it was met, in one line."""
    told, yours = met(voiced)
    return f"{told} “{yours}”" if yours else told


def spoken(voiced: Voiced, by: str) -> str:
    """One objection for a screen reader."""
    times = len(voiced.objection.turns)
    parts = (
        visible(one_line(voiced.objection.label, 200)), status(voiced.objection.status), where(voiced, by),
        visible(one_line(voiced.title, 200)), said(voiced), met_whole(voiced), f"Raised {times} times" if times > 1 else "",
    )  # fmt: skip
    return ". ".join(part.rstrip(".") for part in parts if part)
