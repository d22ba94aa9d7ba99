"""Reads a bundle: what it is, what it holds, what is to be said about it before it is taken in. Imported late (pydantic, ruamel)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rehearse import kept
from rehearse.bundles import names, parts, shape, strict
from rehearse.bundles.records import KINDS, TYPES, VERSION, Assignment, Bundle, Feedback, Submission, folded
from rehearse.errors import InputProblem

MOST_NAME, MOST_TITLE = 80, 120
SEALED = "sealed"
_FORMAT = re.compile(r"rehearse/([a-z]{1,20})@([1-9][0-9]{0,5})")
_SHOWN = 12  # unknown keys that a note lists
_Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read. `bundle` is None where the format is newer (`known` then holds what can be shown of it) or sealed.

    `data` is the whole object, cleaned; `digest` tells it from every other; `notes` are sentences for the preview.
    """

    name: str
    kind: str
    data: _Json
    digest: str
    bundle: Bundle | None = None
    newer: bool = False
    known: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sealed(self) -> bool:
        return self.kind == SEALED


def read_file(path: Path) -> Opened:
    """The bundle in a file. Raises InputProblem: one sentence that says what is wrong with it, and nothing was touched."""
    return read(strict.read_data(path), path.name or str(path))


def read(raw: bytes, name: str) -> Opened:
    """The bundle in these bytes; `name` stands in the messages. Raises InputProblem as `read_file` does."""
    data, done = strict.load(raw, name)
    return understood(data, name, tuple(done.notes()))


def understood(data: dict[str, Any], name: str, notes: tuple[str, ...] = ()) -> Opened:
    """What plain data that `strict.load` let through says. Raises InputProblem as `read_file` does."""
    kind, version = _kind(data.get("format"), name)
    digest = digest_of(data)
    if version > VERSION:
        said = (
            f"It was made by a newer version of Rehearse ({kind}@{version}). Nothing of it is kept; what is known of it is shown."
        )
        return Opened(name, kind, data, digest, newer=True, known=_known(data), notes=(said, *notes))
    if kind == SEALED:
        _fits(kind, data, name)
        return Opened(name, kind, data, digest, notes=notes)
    names.look(name, data)
    cut, shortened = _cut(data)
    _fits(kind, cut, name)
    try:
        bundle = kept.read(TYPES[kind], {k: v for k, v in cut.items() if k != "format"})
    except ValueError as fault:
        raise InputProblem(f"{name}: {fault}.") from None
    _makes_sense(bundle, name)
    unknown = list(kept.unknown(bundle))
    if unknown:
        more = f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else ""
        shortened += (f"Not known, kept as it is: {', '.join(u[:60] for u in unknown[:_SHOWN])}{more}.",)
    return Opened(name, kind, data, digest, bundle, notes=(*notes, *shortened))


def unsealed(sealed: Opened, identity: str) -> Opened | None:
    """The bundle in a sealed one; None where it was sealed to somebody else. Raises InputProblem for what is no bundle inside."""
    from rehearse.bundles.sealing import unsealed as opened

    inner = opened(str(sealed.data["age"]), identity)
    if inner is None:
        return None
    read_ = read(inner, sealed.name)
    if read_.sealed:
        raise InputProblem(f"{sealed.name}: it is sealed twice; only one seal is opened.")
    return read_


def digest_of(data: _Json) -> str:
    """SHA-256 of what a bundle says, its signature too: the same for another layout or another order of keys."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _kind(given: object, name: str) -> tuple[str, int]:
    found = _FORMAT.fullmatch(given) if isinstance(given, str) else None
    if found and found[1] in (*KINDS, SEALED):
        return found[1], int(found[2])
    if found and found[1] in shape.NAMES:
        raise InputProblem(f"{name}: this is a {found[1]}, not a bundle.", f"`rehearse schema {found[1]}` tells its form.")
    wanted = ", ".join(f"rehearse/{k}@{VERSION}" for k in (*KINDS, SEALED))
    raise InputProblem(f"{name}: this is no bundle of Rehearse.", f'"format" is one of {wanted}.')


def _fits(kind: str, data: dict[str, Any], name: str) -> None:
    wrong = shape.misfit(kind, data)
    if wrong:
        raise InputProblem(f"{name}: {wrong}.", f"`rehearse schema {kind}` tells the whole form.")


def _cut(data: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The same with names cut at their limits, and a note where one was."""
    out, notes = dict(data), []
    title = out.get("title")
    if isinstance(title, str) and len(title) > MOST_TITLE:
        out["title"] = title[:MOST_TITLE]
        notes.append(f"The title was longer than {MOST_TITLE} characters and is cut.")
    to = out.get("to")
    people = [p for p in (out.get("author"), *(to if isinstance(to, list) else ())) if isinstance(p, dict)]
    if any(isinstance(p.get("name"), str) and len(p["name"]) > MOST_NAME for p in people):
        notes.append(f"A name was longer than {MOST_NAME} characters and is cut.")
        if isinstance(out.get("author"), dict):
            out["author"] = _named(out["author"])
        if isinstance(out.get("to"), list):
            out["to"] = [_named(p) if isinstance(p, dict) else p for p in out["to"]]
    return out, tuple(notes)


def _named(person: dict[str, Any]) -> dict[str, Any]:
    name = person.get("name")
    return {**person, "name": name[:MOST_NAME]} if isinstance(name, str) else person


def _known(data: _Json) -> tuple[tuple[str, str], ...]:
    """The plain texts of a newer bundle under names that we know, in our order."""
    found: list[tuple[str, str]] = []
    author = data.get("author")
    if isinstance(author, dict) and isinstance(author.get("name"), str):
        found.append(("author", author["name"][:MOST_NAME]))
    for key in ("title", "made", "note", "reflection", "assignment", "submission"):
        value = data.get(key)
        if isinstance(value, str) and value.strip():
            found.append((key, value[:2000]))
    return tuple(found)


def _makes_sense(bundle: Bundle, name: str) -> None:
    """What no schema can say. Raises InputProblem."""
    if not bundle.author.name.strip():
        raise InputProblem(f"{name}: author.name: is empty.")
    if not bundle.id.strip():
        raise InputProblem(f"{name}: id: is empty.")
    _moment(bundle.made, "made", name)
    if isinstance(bundle, Assignment):
        if bundle.due is not None:
            _moment(bundle.due.at, "due.at", name)
        parts.check(bundle, name)
    elif isinstance(bundle, Submission):
        for number, take in enumerate(bundle.takes):
            parts.check_take(take, f"{name}: takes[{number}]")
    elif isinstance(bundle, Feedback):
        ids = [c.id for c in bundle.comments]
        if len(set(map(folded, ids))) != len(ids):
            raise InputProblem(f"{name}: two comments have the same id.")
        for comment in bundle.comments:
            if comment.end < comment.start:
                raise InputProblem(f"{name}: a comment ends before it begins.")


def _moment(text: str, where: str, name: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise InputProblem(f"{name}: {where}: is no date or time, as 2026-12-01 or 2026-12-01T17:00.") from None
