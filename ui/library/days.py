"""Days and times as they are said: today, Tuesday, 14 November; 4:31. In local time, in the words of the program."""

from __future__ import annotations

from datetime import datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEK = 7


def day_words(started: str, now: datetime | None = None) -> str:
    """The day of a time in ISO 8601: ``today``, a weekday for the six days before, else ``14 November`` (with the year
    where it is another one). Empty for what is no time. ``now`` is for tests."""
    try:
        then = datetime.fromisoformat(started).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    today = (now or datetime.now()).astimezone()
    ago = (today.date() - then.date()).days
    if ago == 0:
        return "today"
    if 0 < ago < _WEEK:
        return WEEKDAYS[then.weekday()]
    day = f"{then.day} {MONTHS[then.month - 1]}"
    return day if then.year == today.year else f"{day} {then.year}"


def hour(moment: str) -> str:
    """The time of day of a time in ISO 8601, local, as ``14:10``; empty for what is no time."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%H:%M}"
    except (ValueError, OverflowError, OSError):
        return ""


def when_words(started: str, now: datetime | None = None) -> str:
    """The day, and in the last week the time too, as several may be of one day: ``today 14:10``, ``14 November``."""
    day = day_words(started, now)
    return f"{day} {hour(started)}" if day == "today" or day in WEEKDAYS else day


def clock_words(seconds: float) -> str:
    """Whole minutes and seconds that have gone by, as ``4:31``; ``1:02:03`` from an hour on. The room and the exports say the same."""
    hours, rest = divmod(max(0, int(seconds)), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
