"""What is said of a team folder. Others named the folder and the files in it: they are plain text. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ui.assigned.words import counted, listed
from ui.library.days import when_words
from ui.widgets.plain import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rehearse.bundles.scan import Came
    from ui.team.looking import Left
    from ui.team.team import State

WHAT = (
    "Point everybody at one folder: a synced one, or a git checkout. What is for you in it appears by itself, and what you send goes "
    "into it, one file each. Nothing there is ever rewritten."
)
NOT_SENT = "What you practise stays on this computer. Only what you send goes into the folder."
GIT = "Git does in a checkout what that checkout's own settings say. Let it only where you cloned it yourself."
LONG = 50  # new files, from which on a look is worth telling of while it runs


def name(state: State) -> str:
    """The folder's own name, in one line."""
    folder = state.folder
    return "" if folder is None else visible(one_line(folder.name or str(folder), 60))


def kind(state: State) -> str:
    """What kind of folder it is."""
    if state.git:
        return "A git checkout: fetched and sent with git."
    return "A git checkout, used as a plain folder." if state.marked else "A plain folder."


def told(state: State) -> bool:
    """Whether a look that runs is worth a word: one that somebody asked for, or a long one."""
    return state.looking and (state.asked or state.total > LONG)


def status(state: State) -> str:
    """How far a look is, else when the last one was."""
    if told(state):
        if state.sending:
            return "Fetching and sending with git …"
        return f"Looking: {state.done:,} of {state.total:,} new files." if state.total else "Looking …"
    if state.stopped:
        far = f" at {state.done:,} of {state.total:,}" if state.done < state.total else ""
        return f"Stopped{far}. The rest comes when you look again."
    when = when_words(state.looked)
    return f"Last looked at {when}." if when else "Not looked at yet."


def waits(state: State) -> str:
    """What was sent and is not with the others yet; empty where nothing is, or it goes at this moment."""
    if not state.waiting or (state.sending and not state.sent):
        return ""
    many = state.waiting != 1
    return f"{counted(state.waiting, 'thing')} that you sent {'wait' if many else 'waits'} here, and {'go' if many else 'goes'} with the next."


def trouble(state: State) -> str:
    """What is in the way, in a sentence or two; empty where nothing is."""
    if state.problem is not None:
        return visible(f"{state.problem.sentence} {state.problem.hint}".strip())
    said = visible(state.sent)
    if state.folder is not None and not state.writable:
        said = f"{said} You may read it, not write to it: what you send goes as a file.".strip()
    return said


def left_head(count: int) -> str:
    """``2 files were left alone``."""
    return f"{counted(count, 'file')} {'was' if count == 1 else 'were'} left alone"


def left_why(left: Left) -> tuple[str, str]:
    """The name of a file that was left alone, and why; the name is not said twice."""
    why = re.sub(rf"^.{{0,400}}?{re.escape(left.name.rpartition('/')[2])}(:\d+)?: ", "", left.why)
    why = f"it {why}" if why.startswith("is ") else why
    return visible(one_line(left.name, 120)), visible(one_line(why[:1].upper() + why[1:], 300))


def arrived(came: Sequence[Came], mine: frozenset[str]) -> str:
    """What a look brought: ``New from Dana Ruiz: 1 assignment``; ``mine`` are the digests of feedback and assignments for you.

    Empty for what is nothing to tell of, as feedback between others.
    """
    words = {"assignment": "assignment", "submission": "submission", "feedback": "feedback"}
    shown = [c for c in came if c.kind == "submission" or c.digest in mine]
    if not shown:
        return ""
    names = list(dict.fromkeys(visible(one_line(" ".join(c.author.split()), 40)) for c in shown))
    who = listed(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1:,} others"
    counts = [(word, sum(c.kind == kind for c in shown)) for kind, word in words.items()]
    parts = [
        word if word == "feedback" and n == 1 else counted(n, word, "feedback" * (word == "feedback")) for word, n in counts if n
    ]
    return f"New from {who}: {listed(parts)}."
