"""How an odd but honest server words its answers: thoughts shown, marks left in, one piece in place of a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.server.wire import piece

THOUGHT = "They want money. I should ask who counted it, and {agree} to nothing."
# A reply as a model writes it where its server takes nothing out.
WRITTEN = {
    "tag": f"<think>{THOUGHT}</think>\n\n%s",
    "other_tag": f"[THINK]{THOUGHT}[/THINK]%s",
    "unopened": f"{THOUGHT}\n</think>\n\n%s",
    "channels": f"<|channel|>analysis<|message|>{THOUGHT}<|end|><|start|>assistant<|channel|>final<|message|>%s<|return|>",
    "bare_channels": f"analysis{THOUGHT}assistantfinal%s",
    "end_mark": "%s<|im_end|>\n<|im_start|>user\nFine, then I will start on Monday.<|im_end|>",
    "end_of_sequence": "%s</s>",
    "start_mark": "<|im_start|>assistant\n%s",
    "header": "<|start_header_id|>assistant<|end_header_id|>\n\n%s<|eot_id|>",
}
FIELDS = ("reasoning_content", "reasoning")


@dataclass(frozen=True)
class Manner:
    """`written` names an entry of WRITTEN; `field` is where thoughts are told apart, `parts` = content as a list of parts.

    `whole` = one JSON object, asked for a stream or not. `room` = tokens that its thoughts take of the longest reply: where
    no more than that is granted, nothing is left to say. `empty` = events without a choice around the words.
    """

    written: str = ""
    field: str = ""
    parts: bool = False
    whole: bool = False
    room: int = 0
    empty: bool = False
    finish: str | None = "stop"

    def words(self, text: str) -> str:
        return WRITTEN[self.written].replace("%s", text) if self.written else text

    def lacks_room(self, body: dict[str, Any]) -> bool:
        granted = body.get("max_tokens") or body.get("max_completion_tokens") or 0
        return bool(self.room) and granted <= self.room

    def content(self, text: str) -> Any:
        if not self.parts:
            return text
        thought = {"type": "thinking", "thinking": [{"type": "text", "text": THOUGHT}]}
        return [thought, {"type": "text", "text": text}]

    def events(self, text: str, chunk: int) -> Iterator[dict[str, Any]]:
        """The stream of a reply."""
        text = self.words(text)
        yield piece("" if not self.parts else None, role="assistant")
        if self.empty:
            yield {"choices": []}
            yield {"choices": [{"index": 0, "delta": {"content": None}}]}
        if self.field:
            yield piece(None, **{self.field: THOUGHT})
        for at in range(0, len(text), chunk):
            yield piece(self.content(text[at : at + chunk]))
        yield piece(finish=self.finish)
        if self.empty:
            yield {"choices": [], "usage": {"total_tokens": 7}}

    def only_thoughts(self) -> Iterator[dict[str, Any]]:
        """What comes where the thoughts have taken all the room; the tag is never closed."""
        yield piece(None, **{self.field: THOUGHT}) if self.field else piece(f"<think>{THOUGHT}")
        yield piece(finish="length")

    def object(self, text: str, cut: bool = False) -> dict[str, Any]:
        """The reply in one piece."""
        said = f"<think>{THOUGHT}" if cut and not self.field else "" if cut else self.words(text)
        message: dict[str, Any] = {"role": "assistant", "content": None if cut and self.field else self.content(said)}
        if self.field:
            message[self.field] = THOUGHT
        choice = {"index": 0, "message": message, "finish_reason": "length" if cut else self.finish}
        return {"object": "chat.completion", "choices": [choice], "usage": {"total_tokens": len(json.dumps(message))}}
