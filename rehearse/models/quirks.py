"""What a server cannot do, learned from its refusals and kept for as long as the client lives."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from rehearse.models.items import Message

Form = Literal["json_schema", "json_object", "plain"]
Limit = Literal["max_tokens", "max_completion_tokens", ""]

# Models that count their thinking as words of the answer need room for it beside what was asked for.
THINKING_ROOM = 2_000


@dataclass(frozen=True, slots=True)
class Quirks:
    """`form` = the strictest form of structured reply that the server takes; `limit` = how it calls the longest reply, or
    nothing where it takes no limit."""

    fold_system: bool = False
    limit: Limit = "max_tokens"
    temperature: bool = True
    stop: bool = True
    stream: bool = True
    form: Form = "json_schema"
    thinks: bool = False  # spends the words of the answer on thinking: needs room for both
    inside: bool = False  # its replies begin in the middle of a thought


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to a model, before the server's quirks are known. `schema` asks for one JSON object of that form."""

    messages: tuple[Message, ...]
    max_tokens: int
    temperature: float
    stop: tuple[str, ...] = ()
    schema: dict[str, Any] | None = None
    name: str = ""
    spell_out: bool = False  # put the schema into words even where the server takes it

    def body(self, model: str, quirks: Quirks) -> dict[str, object]:
        """The JSON of the request."""
        messages = self.messages
        if self.schema is not None and (self.spell_out or quirks.form != "json_schema"):
            messages = _with_instruction(messages, self.schema)
        if quirks.fold_system:
            messages = folded(messages)
        body: dict[str, object] = {
            "model": model,
            "messages": [{"role": m.role, "content": m.content} for m in messages],
            "stream": quirks.stream,
        }
        if quirks.limit:
            room = THINKING_ROOM if quirks.thinks or quirks.limit == "max_completion_tokens" else 0
            body[quirks.limit] = self.max_tokens + room
        if quirks.temperature:
            body["temperature"] = self.temperature
        if self.stop and quirks.stop:
            body["stop"] = list(self.stop)
        if self.schema is not None and quirks.form != "plain":
            body["response_format"] = _response_format(self.schema, self.name, quirks.form)
        return body


def learn(quirks: Quirks, status: int, words: str, body: dict[str, object]) -> Quirks | None:
    """What a refusal teaches: other quirks to try at once with the same question, or None where it teaches nothing.

    `words` are all that the server said, names of fields included.
    """
    if status not in (400, 404, 415, 422, 500, 501):
        return None
    said = words.lower()
    if quirks.stream and _STREAM.search(said):
        return replace(quirks, stream=False)
    limit = _other_limit(quirks, said)
    if limit is not None:
        return replace(quirks, limit=limit)
    roles = [m["role"] for m in body["messages"]] if isinstance(body["messages"], list) else []
    if not quirks.fold_system and re.search(r"\brole|alternat|\bsystem\b|chat template|jinja", said):
        ordered = all(a != b for a, b in pairwise(roles))
        if "system" in roles or not ordered:
            return replace(quirks, fold_system=True)
    if quirks.temperature and "temperature" in said:
        return replace(quirks, temperature=False)
    if quirks.stop and "stop" in body and re.search(r"\bstop\b", said) and _REFUSED.search(said):
        return replace(quirks, stop=False)
    if "response_format" in body and (status in (400, 415, 422, 501) or re.search(r"schema|grammar|response_format|json", said)):
        return replace(quirks, form="json_object" if quirks.form == "json_schema" else "plain")
    return None


_REFUSED = re.compile(r"support|permitted|unknown|unrecogni[sz]ed|unexpected|not allowed|extra|invalid|cannot|can't")
_STREAM = re.compile(
    r"\bstream(?:ing|ed)?\b[^.]{0,60}(?:not (?:supported|available|allowed|permitted|enabled)|unsupported|disabled|must be (?:false|disabled))"
    r"|(?:not support|unsupported|only non)[^.]{0,40}\bstream(?:ing|ed)?\b(?!_)"
)


def _other_limit(quirks: Quirks, said: str) -> Limit | None:
    """Another name for the longest reply, where this one was refused: the other one, then none at all."""
    if not quirks.limit or quirks.limit not in said or not (_REFUSED.search(said) or "max_completion_tokens" in said):
        return None
    if "too large" in said or "at most" in said or "context" in said:
        return None  # its size is at fault, not its name
    return "max_completion_tokens" if quirks.limit == "max_tokens" else ""


def folded(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Without a system role, beginning with the user, the roles taking turns: what the strictest chat templates want."""
    system = "\n\n".join(m.content for m in messages if m.role == "system")
    rest = [m for m in messages if m.role != "system"]
    if system:
        rest.insert(0, Message("user", system))
    elif rest and rest[0].role == "assistant":
        rest.insert(0, Message("user", "…"))
    out: list[Message] = []
    for message in rest:
        if out and out[-1].role == message.role:
            out[-1] = Message(message.role, f"{out[-1].content}\n\n{message.content}")
        else:
            out.append(message)
    return tuple(out)


def _with_instruction(messages: tuple[Message, ...], schema: dict[str, Any]) -> tuple[Message, ...]:
    text = (
        f"Answer with one JSON object and nothing else. It must fit this JSON schema:\n{json.dumps(schema, ensure_ascii=False)}"
    )
    if messages and messages[-1].role == "user":
        return (*messages[:-1], Message("user", f"{messages[-1].content}\n\n{text}"))
    return (*messages, Message("user", text))


def _response_format(schema: dict[str, Any], name: str, form: Form) -> dict[str, object]:
    if form == "json_object":
        return {"type": "json_object"}
    given: dict[str, object] = {"name": re.sub(r"[^A-Za-z0-9_-]", "_", name)[:64] or "answer", "schema": schema}
    if strict(schema):
        given["strict"] = True
    return {"type": "json_schema", "json_schema": given}


def strict(schema: object) -> bool:
    """Whether a schema may be asked for strictly: every object closed, with all its properties required."""
    if isinstance(schema, list):
        return all(map(strict, schema))
    if not isinstance(schema, dict):
        return True
    properties = schema.get("properties")
    if isinstance(properties, dict):
        if schema.get("additionalProperties") is not False or set(schema.get("required") or ()) != set(properties):
            return False
        return all(map(strict, properties.values())) and strict([v for k, v in schema.items() if k != "properties"])
    if schema.get("type") == "object":
        return False
    return all(map(strict, schema.values()))
