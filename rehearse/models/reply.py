"""One reply as it comes in: events to text, with every field guarded. No network in here."""

from __future__ import annotations

import json
from typing import Any

from rehearse.models.events import Event
from rehearse.models.faults import Sign
from rehearse.models.items import Done, Note
from rehearse.models.text import Surrogates, printable
from rehearse.models.thoughts import Thoughts

LONGEST_REPLY = 200_000  # bytes of UTF-8 (faults F35, F37)


class Reply:
    """Collects a reply. `take` and `end` return the text to show; Sign is raised where the reply cannot go on.

    `inside` = the server is known to leave out the mark that opens a thought: the reply begins in the middle of one.
    """

    def __init__(self, inside: bool = False) -> None:
        self.finish: str | None = None
        self.over = False  # the server wrote [DONE], or the model that it has finished
        self.spoke = False  # something to show came
        self.taken_back = False  # what was shown so far was a thought; whoever shows it sets this back
        self.unopened = False  # a thought was closed that nothing had opened
        self.tokens = 0  # pieces of text or thought so far: what a watchdog counts as life
        self.text: list[str] = []
        self.refusal: list[str] = []
        self._thoughts = Thoughts(inside)
        self._surrogates = Surrogates()
        self._size = 0
        self._thought_size = 0

    @property
    def whole(self) -> str:
        return "".join(self.text)

    @property
    def thoughts(self) -> str:
        return "".join(self._thoughts.inner)

    @property
    def only_thoughts(self) -> bool:
        """Whether the model thought and said nothing."""
        return not self.spoke and bool(self._thought_size or self._thoughts.inner)

    def take(self, event: Event) -> str:
        """The text in one event, often none."""
        if event.data.startswith(b"[DONE]"):
            self.over = True
            return ""
        value = read_json(event.data, named=event.name)
        if not isinstance(value, dict):
            if event.name == "error":
                raise Sign("said", value)
            return ""
        if value.get("error") or event.name == "error":
            raise Sign("said", value)
        return self._take_choice(value)

    def take_whole(self, value: object) -> str:
        """The text of a completion that came in one piece, from a server that does not stream."""
        if not isinstance(value, dict) or not isinstance(value.get("choices"), list):
            raise Sign("said" if isinstance(value, dict) and value.get("error") else "not_a_model", value)
        return self._take_choice(value)

    def end(self) -> str:
        """What was held back, now that nothing more comes."""
        text = self._heard(self._surrogates.end())
        return text + self._show(self._thoughts.end())

    def done(self) -> Done:
        """How it ended. Raises Sign where there is nothing to show: a refusal, or nothing at all."""
        declined = self.finish == "content_filter" or bool(self.refusal)
        if not self.spoke:
            if declined:
                raise Sign("refusal", "".join(self.refusal))
            raise Sign("only_thoughts" if self.only_thoughts else "empty")
        notes: dict[str | None, Note] = {None: "no_finish", "length": "length", "content_filter": "content_filter"}
        notes |= {"tool_calls": "tool_calls", "function_call": "tool_calls"}
        note: Note = "refusal" if self.refusal else notes.get(self.finish, "")
        return Done(self.finish, self.finish is not None, note)

    def _take_choice(self, value: dict[str, Any]) -> str:
        choices = value.get("choices")
        listed = [c for c in choices if isinstance(c, dict)] if isinstance(choices, list) else []
        choice = next((c for c in listed if not c.get("index")), None)  # we ask for one; another server's second is not ours
        if choice is None:
            return ""
        finish = choice.get("finish_reason")
        if isinstance(finish, str) and finish:
            self.finish = finish
        delta, message = choice.get("delta"), choice.get("message")
        if not isinstance(delta, dict):
            delta = message
        if not isinstance(delta, dict):
            return ""
        if delta is message and self.spoke:
            return ""  # some servers close a stream with the whole of what they said
        refusal = delta.get("refusal")
        if isinstance(refusal, str) and refusal and sum(map(len, self.refusal)) < LONGEST_REPLY:
            self.refusal.append(refusal)
        for name in ("reasoning_content", "reasoning"):
            thought = delta.get(name)
            if isinstance(thought, str) and thought:
                self._think(thought)
        content = self._words(delta.get("content"))
        if not content:
            return ""
        self.tokens += 1
        return self._heard(content)

    def _words(self, content: object) -> str:
        """The text of a content: a string, or a list of parts of which some are thoughts. Anything else is none."""
        if isinstance(content, str):
            return content
        found = []
        for part in content if isinstance(content, list) else ():
            kind, text = (part.get("type"), part.get("text")) if isinstance(part, dict) else (None, None)
            if kind in ("text", "output_text", None) and isinstance(text, str):
                found.append(text)
            elif kind in ("thinking", "reasoning"):
                self._think(self._words(part.get("thinking") or part.get("text")) or "…")
        return "".join(found)

    def _heard(self, content: str) -> str:
        text = self._thoughts.feed(self._surrogates.feed(content))
        if self._thoughts.unopened:
            self._thoughts.unopened = False
            self.text.clear()
            self.spoke, self.taken_back, self.unopened, self._size = False, True, True, 0
        shown = self._show(text)
        if self._thoughts.over and not self.over:
            self.over, self.finish = True, self.finish or "stop"
        return shown

    def _think(self, thought: str) -> None:
        self.tokens += 1
        self._thought_size += len(thought)
        if self._thought_size <= LONGEST_REPLY:
            self._thoughts.inner.append(thought)

    def _show(self, text: str) -> str:
        text = printable(text)
        if not self.spoke:
            text = text.lstrip()
        if not text:
            return ""
        self.spoke = True
        room = LONGEST_REPLY - self._size
        data = text.encode()
        self._size += len(data)
        if len(data) > room:
            text = data[:room].decode("utf-8", "ignore")
            self.text.append(text)
            raise Sign("too_long", text)
        self.text.append(text)
        return text


def read_json(data: bytes, named: str = "") -> object:
    """One JSON value. Raises Sign("malformed") for anything else, and for text that is not UTF-8; words of an event
    that is called an error are returned as they are."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Sign("malformed") from None
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        if named == "error":
            return text
        raise Sign("malformed") from None
    return value
