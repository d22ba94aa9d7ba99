"""Takes out of a stream what a model did not mean to be heard: its thoughts, and the marks of its chat format.

Servers that know a model's format do this themselves; with one that does not, a reply comes as the model wrote it:
`<think>...</think>`, channels (`<|channel|>analysis<|message|>...`), `<|im_end|>` and the other side's next line after it.
"""

from __future__ import annotations

import re

_NAMES = ("think", "thinking", "thought", "thoughts", "reasoning", "seed:think")
_OPENS = (
    *(f"<{n}>" for n in _NAMES), "[think]", "◁think▷", "<|begin_of_thought|>", "<|start_thinking|>",
)  # fmt: skip
_CLOSES = (
    *(f"</{n}>" for n in _NAMES), "[/think]", "◁/think▷", "<|end_of_thought|>", "<|end_thinking|>",
)  # fmt: skip
_FINAL = "assistantfinal"  # the channel's mark as it is left over where a server drops the special tokens
_CHANNEL = "<|channel|>"
# Before the first word these say who is about to speak; after it, that somebody else is.
_STARTS = (
    "<|im_start|>assistant", "<|im_start|>", "<|start_header_id|>assistant<|end_header_id|>", "<|start_header_id|>",
    "<start_of_turn>model", "<start_of_turn>", "<|assistant|>", "<|user|>", "<|system|>", "<|start|>assistant", "<|start|>",
    "[inst]", "[/inst]",
)  # fmt: skip
_ENDS = (
    "<|im_end|>", "<|eot_id|>", "<|eom_id|>", "<|endoftext|>", "<|end_of_text|>", "<|end_of_turn|>", "</s>", "<end_of_turn>",
    "<eos>", "<|return|>", "<|call|>", "<|end_of_turn_token|>",
)  # fmt: skip
_NOTHING = (
    "<s>", "<bos>", "<|begin_of_text|>", "<|begin_of_solution|>", "<|end_of_solution|>", "<|start_response|>", "<|end_response|>",
)  # fmt: skip
_END_OF_MESSAGE = "<|end|>"  # ends the thoughts, or the reply where there were words


def _any(tags: tuple[str, ...]) -> str:
    return "|".join(re.escape(t) for t in sorted(tags, key=len, reverse=True))


_TAG = re.compile(
    rf"(?P<open>{_any(_OPENS)})|(?P<close>{_any(_CLOSES)})|<\|channel\|>(?P<channel>[^<>|]{{0,80}})<\|message\|>"
    rf"|(?P<start>{_any(_STARTS)})\n*|(?P<end>{_any(_ENDS)})|(?P<nothing>{_any(_NOTHING)})|(?P<message>{re.escape(_END_OF_MESSAGE)})",
    re.IGNORECASE,
)
_TAGS = (*_OPENS, *_CLOSES, *_STARTS, *_ENDS, *_NOTHING, _END_OF_MESSAGE, f"{_CHANNEL}analysis<|message|>")
_LONGEST = max(map(len, _TAGS))
_BARE = re.compile(r"\s*analysis(?=[A-Z\"'“])")


class Thoughts:
    """Takes thoughts and marks out of a stream. A tag may be torn. What was thought is kept apart, in `inner`.

    `inside` = the reply begins in the middle of a thought: the server's template has opened it already.
    """

    def __init__(self, inside: bool = False) -> None:
        self.inner: list[str] = []
        self.over = False  # the model wrote that its reply ends here
        self.unopened = False  # a thought was closed that was never opened: all before it was no speech
        self._held = ""
        self._inside = inside
        self._assumed = inside  # nothing but our guess says that this is a thought
        self._first = True
        self._said: list[str] = []

    def feed(self, text: str) -> str:
        """What of this may be shown. `unopened` is set where what was returned before was a thought after all."""
        if self.over:
            return ""
        text = self._held + text
        if self._first:
            if len(text) < 10 and "analysis".startswith(text.strip().lower()[:8]) and text.strip():
                self._held = text
                return ""
            self._first = False
            if bare := _BARE.match(text):
                self._inside = self._assumed = True
                text = text[bare.end() :]
        keep = _torn_tag(text, self._assumed)
        self._held, text = text[len(text) - keep :], text[: len(text) - keep]
        return self._split(text)

    def end(self) -> str:
        """What was held back. A thought that was only assumed, and never closed, was speech."""
        held, self._held = self._held, ""
        shown = "" if self.over else self._split(held)
        if self._assumed and self._inside:
            shown, self.inner = "".join(self.inner) + shown, []
        return shown

    def _split(self, text: str) -> str:
        shown: list[str] = []
        at = 0
        for tag in (_ASSUMED if self._assumed else _TAG).finditer(text):
            self._put(text[at : tag.start()], shown)
            at = tag.end()
            self._meet(tag, shown)
            if self.over:
                break
        else:
            self._put(text[at:], shown)
        self._said += shown
        return "".join(shown)

    def _meet(self, tag: re.Match[str], shown: list[str]) -> None:
        kind = tag.lastgroup or ""
        spoken = any(s.strip() for s in (*self._said, *shown))
        if kind == "open" or (kind == "channel" and tag["channel"].split()[:1] != ["final"]):
            self._inside, self._assumed = True, False
        elif kind in ("close", "channel", "final"):
            if kind == "close" and not self._inside and spoken:
                self.unopened = True
                self.inner += [*self._said, *shown]
                self._said.clear()
                shown.clear()
            self._inside = self._assumed = False
        elif kind == "message":
            self._assumed = False
            self.over = spoken and not self._inside
            self._inside = False
        elif kind == "end" or (kind == "start" and spoken and not self._inside):
            self.over = True

    def _put(self, text: str, shown: list[str]) -> None:
        if not text:
            return
        if self._inside:
            self.inner.append(text)
        else:
            shown.append(text)


_ASSUMED = re.compile(rf"{_TAG.pattern}|(?P<final>{_FINAL})", re.IGNORECASE)


def _torn_tag(text: str, assumed: bool) -> int:
    """How many characters at the end may be the beginning of a tag."""
    low = text[-max(_LONGEST, 120) :].lower()
    for at, sign in enumerate(low):
        if sign not in "<[◁a":
            continue
        tail = low[at:]
        if sign == "a":
            if assumed and _FINAL.startswith(tail):
                return len(tail)
        elif any(tag.startswith(tail) for tag in _TAGS) or (tail.startswith(_CHANNEL) and "<|message|>" not in tail):
            return len(tail)
    return 0
