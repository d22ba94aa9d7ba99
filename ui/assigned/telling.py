"""What is said of sending: each take in a line, what leaves, what stays, what was written. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rehearse.conversation import LADDER, TurnId
from ui.assigned import words
from ui.library.days import when_words
from ui.widgets.plain import visible
from ui.widgets.steps import WORDS

if TYPE_CHECKING:
    from ui.assigned.outgoing import Offer, Sent, Take, Written

_STEM = 60  # characters of a file's name


def take(one: Take) -> str:
    """``Today 14:10, take 2 of 3  ·  6 lines of yours  ·  Agrees  ·  16 of 27 checks``."""
    record = one.meeting.record
    when = when_words(record.started) or "A meeting"
    which = f", take {one.number} of {one.count}" if one.count > 1 else ""
    stands = str(record.leaf) == one.leaf
    step = WORDS[LADDER.index(record.ladder)] if stands and record.ladder in LADDER else "not wrapped up" if stands else ""
    checks = f"{one.passed} of {one.applicable} checks" if one.applicable else "not judged yet"
    parts = (f"{when[:1].upper()}{when[1:]}{which}", f"{words.counted(one.yours, 'line')} of yours", step, checks)
    return "  ·  ".join(part for part in parts if part)


def leaves(offer: Offer, chosen: Sequence[Take], written: Written, name: str) -> list[str]:
    """Every thing that is in the file."""
    shows = offer.asked.shows
    out = []
    if chosen:
        lines = sum(len(t.meeting.tree.take(TurnId(t.leaf))) for t in chosen)
        out.append(
            f"{words.counted(len(chosen), 'take')}, all that was said in {'it' if len(chosen) == 1 else 'them'}: {lines} lines"
        )
        out.append("The person, the situation and how hard it was")
        if "reviews" in shows and any(t.applicable is not None for t in chosen):
            out.append("The reviews of " + ("this take" if len(chosen) == 1 else "these takes"))
    else:
        out.append("Nothing: choose a take")
    if "reflection" in shows and written.reflection.strip():
        out.append(f"What you take from it, {words.counted(len(written.reflection.split()), 'word')}")
    if "brief" in shows and written.brief.strip():
        out.append("Your brief")
    if offer.answers:
        out.append(f"{words.counted(len(offer.answers), 'answer')} to what was written back")
    return [*out, f"Your name: {words.name(name)}"] if name.strip() else out


def stays(offer: Offer, chosen: Sequence[Take]) -> list[str]:
    """What is not in the file."""
    meetings = {str(t.meeting.record.id) for t in offer.takes}
    others = len(offer.takes) - len(chosen)
    out = []
    if others:
        where = " in this situation" if len(meetings) > 1 else ""
        out.append(f"{words.counted(others, 'other take')}{where}")
    if "reviews" not in offer.asked.shows:
        out.append("The reviews: they were not asked for")
    out.append("Your own marks, notes and lines for next time")
    return [*out, "Every other meeting, your people, settings and keys"]


def how(offer: Offer, who: str, sealed: bool) -> str:
    """Signed or not, sealed or not."""
    if not offer.signs:
        also = " or sealed" if offer.asked.seal_to else ""
        return f"There is no keyring here, so it is not signed{also}: whoever has the file can read it."
    reads = f"Only {who} can open it." if sealed else "Whoever has the file can read it."
    return f"It is signed, so that {who} sees whether it was altered. {reads}"


def done(offer: Offer, written: Written, sent: Sent, who: str, shared: bool = False) -> list[str]:
    """What was written, and what to do with it; nothing where it is in the team folder."""
    holds = [words.counted(sent.takes, "transcript")]
    if "reflection" in offer.asked.shows and written.reflection.strip():
        holds.append("your reflection")
    if "brief" in offer.asked.shows and written.brief.strip():
        holds.append("your brief")
    if offer.answers:
        holds.append(words.counted(len(offer.answers), "answer"))
    kind = "Sealed and signed." if sent.sealed else "Signed." if sent.signed else "Not signed."
    if shared:
        told = f"It holds {words.listed(holds)}. No keys, no other meetings. {kind}"
        return [told, f"{who} finds it in the inbox with the next look at the folder."]
    return [
        f"Saved “{visible(sent.file.name)}”. It holds {words.listed(holds)}. No keys, no other meetings. {kind}",
        f"Hand it to {who} as you hand over any file: by mail, by chat, in a folder that you share.",
    ]


def stem(offer: Offer, name: str) -> str:
    """A name for the file, which every file system takes: ``a-trial-budget-kofi-mensah.rehearse``."""
    kept = "".join(c if c.isalnum() else " " for c in f"{offer.asked.title[:40]} {name}".casefold())
    return f"{'-'.join(kept.split())[:_STEM].strip('-') or 'submission'}.rehearse"
