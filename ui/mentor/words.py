"""What is said on the mentor's screens. Others wrote the names: they are plain text. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.assigned.words import name
from ui.library.days import day_words

if TYPE_CHECKING:
    from rehearse.bundles.progress import ForPerson
    from rehearse.library.handed import HandedRow, Standing
    from ui.mentor.office import GivenOut, Sent

NEXT = (("", "Nothing said"), ("done", "Done"), ("redo", "Redo a moment"), ("talk", "Talk to me"))
ONLY_SENT = "Only what was sent to you stands here. What people practise stays with them."
HOLDS = "Whoever has this file can read it."
_STEPS = {
    "given": ("Given", "stone"),
    "rehearsed": ("Given", "stone"),
    "sent": ("Sent", "amber"),
    "answered": ("Answered", "accent"),
}


def signed(standing: Standing) -> tuple[str, str, str]:
    """A chip for who a submission is from: its word, hue and icon."""
    return {
        "altered": ("Altered", "brick", "alert"), "changed": ("Another key", "amber", "alert"),
        "stripped": ("Not signed", "amber", "alert"), "unsigned": ("Not signed", "stone", "info"),
        "known": ("Signed", "accent", "shield"),
    }[standing]  # fmt: skip


def signed_sentence(row: HandedRow) -> str:
    """The same as a sentence."""
    who = name(row.author)
    return {
        "altered": f"This was changed after it was signed: ask {who} for it again.",
        "changed": f"Signed with another key than before under this name. Ask {who} before you trust it.",
        "stripped": f"Not signed, though other things from {who} are. Ask them before you trust it.",
        "unsigned": "Not signed: nothing shows who it is from.",
        "known": f"Signed by the key that is known as {who}'s.",
    }[row.standing]


def waits(sent: Sent) -> tuple[str, str]:
    """What a submission in the inbox waits for, and the hue of it."""
    if sent.drafted:
        return "Begun", "violet"
    return ("Answered", "accent") if sent.answered else ("New", "amber")


def step(person: ForPerson) -> tuple[str, str]:
    """How far somebody is, as far as a mentor knows: who rehearsed and sent nothing was given it."""
    return _STEPS[person.step]


def summed(given: GivenOut) -> str:
    """``2 of 5 people sent, 1 answered``; of a single one where they are."""
    if not given.people:
        return "Given to nobody by name; nothing sent yet."
    sent = sum(bool(p.sent) for p in given.people)
    answered = sum(p.step == "answered" for p in given.people)
    if len(given.people) == 1:
        return "Answered" if answered else "Sent, not answered yet" if sent else "Nothing sent yet"
    return f"{sent} of {len(given.people):,} people sent, {answered} answered"


def day(moment: str) -> str:
    """The day of a time, with a capital where it is a word; empty for what is no time."""
    said = day_words(moment)
    return said[:1].upper() + said[1:]
