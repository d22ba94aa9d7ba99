"""The clock, heard: once when two minutes are left, once when it is the last one. In their own way of talking."""

from __future__ import annotations

from rehearse.personas import Register

SOON, LAST = 2, 1  # minutes left

SOON_LINES: dict[Register, tuple[str, ...]] = {
    "terse": ("I have two minutes.", "Two minutes. Choose what to say.", "The clock says two. Use them."),
    "plain": ("I've got two minutes, just so you know.", "Two minutes, then I'm off.", "Quick, I've got two minutes left."),
    "warm": (
        "I've only got two minutes left, I'm sorry.",
        "Oh, it's late, we've two minutes.",
        "I have to watch the clock, it's two minutes.",
    ),
    "formal": ("We have two minutes left.", "I must mention the time. There are two minutes.", "Two minutes remain to us."),
}
LAST_LINES: dict[Register, tuple[str, ...]] = {
    "terse": ("Last minute.", "One minute. Land it.", "I am on my feet already."),
    "plain": ("Last minute, really.", "I'm nearly out of the door.", "One more minute and I'm gone."),
    "warm": (
        "I really have to go in a minute.",
        "One more minute, and then they'll come for me.",
        "I'm packing up while you talk, don't mind me.",
    ),
    "formal": ("This is the last minute.", "I am expected elsewhere in a minute.", "We must close shortly."),
}


def line(register: Register, minutes_left: int | None, minutes: int, earlier: tuple[str, ...]) -> tuple[str, ...]:
    """What they may say about the clock now; nothing where there is time, where it was said, or where the meeting is short."""
    if minutes_left is None or minutes <= SOON or minutes_left > SOON:
        return ()
    said = LAST_LINES[register] if minutes_left <= LAST else SOON_LINES[register]
    return () if any(s in e for s in said for e in earlier) else said
