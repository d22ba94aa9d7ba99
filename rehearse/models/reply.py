"""One reply as it comes in: events to text, with every field guarded. No network in here."""

from __future__ import annotations

import json
from typing import Any

from rehearse.models.events import Event
from rehearse.models.faults import Sign
from rehearse.models.items import Done, Note
from rehearse.models.text import Surrogates, Thoughts, printable

LONGEST_REPLY = 200_000  # bytes of UTF-8 (faults F35, F37)


class Reply:
    """Collects a reply. `take` and `end` return the text to show; Sign is raised where the reply cannot go on."""

    def __init__(self) -> None:
        self.finish: str | None = None
        self.over = False  # the server wrote [DONE]
        self.spoke = False  # something to show came
        self.tokens = 0  # pieces of text or thought so far: what a watchdog counts as life
        self.text: list[str] = []
        self.refusal: list[str] = []
        self._thoughts = Thoughts()
        self._surrogates = Surrogates()
        self._size = 0
        self._thought_size = 0

    @property
    def whole(self) -> str:
        return "".join(self.text)

    @property
    def thoughts(self) -> str:
        return "".join(self._thoughts.inner)

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
        text = self._thoughts.feed(self._surrogates.end()) + self._thoughts.end()
        return self._show(text)

    def done(self) -> Done:
        """How it ended. Raises Sign where there is nothing to show: a refusal, or nothing at all."""
        declined = self.finish == "content_filter" or bool(self.refusal)
        if not self.spoke:
            if declined:
                raise Sign("refusal", "".join(self.refusal))
            raise Sign("only_thoughts" if self._thought_size or self.thoughts else "empty")
        notes: dict[str | None, Note] = {None: "no_finish", "length": "length", "content_filter": "content_filter"}
        notes |= {"tool_calls": "tool_calls", "function_call": "tool_calls"}
        note: Note = "refusal" if self.refusal else notes.get(self.finish, "")
        return Done(self.finish, self.finish is not None, note)

    def _take_choice(self, value: dict[str, Any]) -> str:
        choices = value.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return ""
        finish = choice.get("finish_reason")
        if isinstance(finish, str) and finish:
            self.finish = finish
        delta = choice.get("delta")
        if not isinstance(delta, dict):
            delta = choice.get("message")
        if not isinstance(delta, dict):
            return ""
        refusal = delta.get("refusal")
        if isinstance(refusal, str) and refusal and sum(map(len, self.refusal)) < LONGEST_REPLY:
            self.refusal.append(refusal)
        for name in ("reasoning_content", "reasoning"):
            thought = delta.get(name)
            if isinstance(thought, str) and thought:
                self._think(thought)
        content = delta.get("content")
        if not isinstance(content, str) or not content:
            return ""
        self.tokens += 1
        return self._show(self._thoughts.feed(self._surrogates.feed(content)))

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
