"""Takes a bundle into the library: merged, never written over, the same whatever the order. Imported late.

A received person, situation and rubric become files in a folder of the data folder that is named by what is in them, so that ids
stay data and two that differ never meet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from rehearse.bundles import signing
from rehearse.bundles.reading import Opened, digest_of
from rehearse.bundles.records import Assignment, Bundle, Feedback, Submission, folded
from rehearse.catalog.loading import content_hash, load_bytes
from rehearse.catalog.report import Report
from rehearse.catalog.source import MAX_BYTES, read_text
from rehearse.catalog.yaml import parse
from rehearse.errors import InputProblem
from rehearse.library.handed import Given
from rehearse.making import document
from rehearse.making.keeping import write_new, write_over
from rehearse.paths import Paths

_FOLDERS = {"persona": "personas", "scenario": "scenarios", "rubric": "rubrics"}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the files of an assignment are. `rubric` is None where it brought none."""

    scenario: Path
    persona: Path
    rubric: Path | None


def given(opened: Opened, *, own: bool = False, sealed: bool = False) -> Given:
    """What the library is to keep of a bundle that was read. Raises InputProblem for one that is kept nowhere."""
    bundle = opened.bundle
    if bundle is None:
        raise InputProblem(opened.notes[0] if opened.newer else f"{opened.name}: it is sealed to somebody else.")
    return Given(
        opened.digest, bundle.kind, bundle.id, bundle.author.name, folded(bundle.author.name), bundle.made, opened.data,
        about=about(bundle), title=getattr(bundle, "title", ""), key=signing.key_of(opened.data),
        state=signing.state(opened.data), sealed=sealed, own=own, meetings=meetings(bundle),
    )  # fmt: skip


def about(bundle: Bundle) -> str:
    """The id of what a bundle answers: a submission its assignment, feedback its submission."""
    return bundle.assignment if isinstance(bundle, Submission) else bundle.submission if isinstance(bundle, Feedback) else ""


def meetings(bundle: Bundle) -> tuple[str, ...]:
    """The ids of the meetings that a bundle speaks of."""
    if isinstance(bundle, Submission):
        return tuple(dict.fromkeys(str(take["rehearsal"]) for take in bundle.takes))
    return tuple(dict.fromkeys(c.rehearsal for c in bundle.comments)) if isinstance(bundle, Feedback) else ()


def folder_of(assignment: Assignment, paths: Paths) -> Path:
    """Where the files of an assignment stand: named by what is in them, whatever they call themselves. The same situation given
    ten times is there once."""
    parts = {"persona": assignment.persona, "scenario": assignment.scenario, "rubric": assignment.rubric}
    return paths.assigned / digest_of(parts)[:20]


def place(assignment: Assignment, paths: Paths) -> Placed:
    """The files of an assignment, written where they are not there yet; a file that is there and says the same stays, whatever its
    layout. One that was cut short or changed is put right, and what somebody wrote into it is kept beside it. Raises InputProblem."""
    folder = folder_of(assignment, paths)
    files: dict[str, Path] = {}
    for kind, part in (("persona", assignment.persona), ("scenario", assignment.scenario), ("rubric", assignment.rubric)):
        if part is None:
            continue
        files[kind] = folder / _FOLDERS[kind] / f"{kind}.yaml"
        if not _says(files[kind], part):
            try:
                _put(files[kind], _as_file(dict(part), kind))
            except OSError as fault:
                why = (fault.strerror or "unknown reason").lower()
                raise InputProblem(f"{files[kind]}: it cannot be written ({why}).") from None
    return Placed(files["scenario"], files["persona"], files.get("rubric"))


def _says(file: Path, part: Mapping[str, Any]) -> bool:
    """Whether a file says what was handed out."""
    with suppress(InputProblem):
        data = parse(read_text(file), Report(""))
        return data is not None and content_hash(data) == content_hash(part)
    return False


def _put(file: Path, raw: bytes) -> None:
    try:
        write_new(file, raw)
    except FileExistsError:
        if file.is_symlink() or (there := file.read_bytes()) == raw[: len(there)]:  # it points elsewhere, or was cut short
            write_over(file, raw)
        else:
            _keep(file, there)
            write_over(file, raw)


def _keep(file: Path, raw: bytes) -> None:
    """What stands in a file, under the first name beside it that is free or says the same: persona.changed.yaml."""
    for number in count(1):
        beside = file.with_name(f"{file.stem}.changed{f'-{number}' if number > 1 else ''}{file.suffix}")
        with suppress(FileExistsError):
            return write_new(beside, raw)
        if beside.is_file() and beside.read_bytes() == raw:
            return None
    return None


def _as_file(part: dict[str, Any], kind: str) -> bytes:
    """The part as a file for people, where that says the very same; else as JSON, which is YAML too."""
    plain = json.dumps(part, ensure_ascii=True, allow_nan=False)
    raw = document.write(json.loads(plain)).encode("utf-8")
    read = load_bytes(raw, kind, kind=kind).value if len(raw) <= MAX_BYTES else None
    same = read is not None and getattr(read, "hash", "") == content_hash(part)
    return raw if same else (plain + "\n").encode("ascii")
