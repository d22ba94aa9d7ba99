"""A persona file as something to edit: comments, order, quotes and keys that nobody here knows stay as they are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rehearse.personas import Concern, Line, Needs, Test

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

Doc = Any
"""A node of ruamel.yaml: a mapping, a list or a plain value."""

# The order in which keys stand in a file that is made here; a key that is added to another file goes where it belongs.
ORDER = (
    "format", "id", "name", "pronouns", "language", "role", "audience", "emblem", "summary", "voice", "register", "cares_about",
    "vocabulary", "temperament", "opening", "answers", "concerns", "conditions", "gives", "deal_breakers", "withheld", "lines",
    "endings",
)  # fmt: skip
_WIDE = 1 << 20  # no line is folded that was not
_FIRST_ITEM = re.compile(r"^( *)[^\s#-][^\n]*:[ ]*(?:#[^\n]*)?\n(?:[ ]*(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)


def read(text: str) -> CommentedMap:
    """The file as a document. Only for what the catalog took without a fault."""
    from ruamel.yaml.comments import CommentedMap

    loaded = _yaml().load(text.replace("\r\n", "\n"))
    assert isinstance(loaded, CommentedMap)
    return loaded


def write(document: Doc, like: str = "") -> str:
    """The document as text, indented as `like` is and with its line ends."""
    yaml = _yaml()
    # In `key:\n  - item` the dash stands two to the right of its key, in `key:\n- item` below it.
    found = _FIRST_ITEM.search(like.replace("\r\n", "\n"))
    inward = len(found[2]) - len(found[1]) if found else 2
    yaml.indent(mapping=2, sequence=max(0, inward) + 2, offset=max(0, inward))
    out = io.StringIO()
    yaml.dump(document, out)
    text = out.getvalue()
    return text.replace("\n", "\r\n") if "\r\n" in like else text


def _yaml() -> Any:
    from ruamel.yaml import YAML

    made = YAML(typ="rt")
    made.preserve_quotes = True
    made.width = _WIDE
    made.allow_unicode = True
    return made


def put(group: Doc, key: str, value: object, order: Sequence[str] = ORDER) -> None:
    """Set a key; a new one goes behind those that stand before it in `order`."""
    if key in group:
        group[key] = value
        return
    before = set(order[: order.index(key)]) if key in order else set()
    at = max((n + 1 for n, there in enumerate(group) if there in before), default=len(group))
    group.insert(at, key, value)


def drop(group: Doc, key: str) -> None:
    """Take a key out, where it is there."""
    group.pop(key, None)


def quoted(text: str) -> Any:
    """A text that stands in double quotes, as lines that are spoken do."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(text)


def mapping(**values: object) -> CommentedMap:
    """A group of keys, in this order, without those that are None."""
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap({key: value for key, value in values.items() if value is not None})


def block(items: Iterable[object]) -> CommentedSeq:
    """A list with one item a line."""
    from ruamel.yaml.comments import CommentedSeq

    return CommentedSeq(items)


def row(items: Iterable[object]) -> CommentedSeq:
    """A list in one line."""
    made = block(items)
    made.fa.set_flow_style()
    return made


def spoken(texts: Iterable[str]) -> CommentedSeq:
    """A list of lines that are spoken."""
    return block(quoted(text) for text in texts)


def inline(group: Doc) -> Doc:
    """The group in one line."""
    group.fa.set_flow_style()
    return group


def line(one: Line) -> Any:
    """One wording; with what it needs, where it needs something."""
    if not one.needs:
        return quoted(one.says)
    return inline(mapping(says=quoted(one.says), needs=row(one.needs)))


def concern(of: Concern) -> CommentedMap:
    """A concern in the form of a file."""
    return mapping(
        id=of.id,
        kind=of.kind,
        label=of.label,
        worry=of.worry or None,
        root=spoken(of.root) if of.root else None,
        weight=of.weight,
        reveal=of.reveal,
        about=row(of.about),
        resolved_by=block(_test(test) for test in of.resolved_by),
        not_enough=block(
            quoted(n.says) if n.seen_as == "asserted" else inline(mapping(says=quoted(n.says), **{"as": n.seen_as}))
            for n in of.not_enough
        ),
        objections=block(line(one) for one in of.objections),
        accepts=spoken(of.accepts),
    )


def _test(of: Test) -> CommentedMap:
    return mapping(
        id=of.id,
        test=of.test,
        needs=needs(of.needs) if of.needs else None,
        of=of.of,
        required=None if of.required else False,
        sounds_like=spoken(of.sounds_like) if of.sounds_like else None,
        asked_by=of.asked_by,
    )


def needs(of: Needs) -> CommentedSeq:
    """`(("a",), ("c", "d"))` as `[a, [c, d]]`."""
    return row(any_of[0] if len(any_of) == 1 else row(any_of) for any_of in of)
