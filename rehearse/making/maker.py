"""The making of a person from beginning to end: opened, looked over, tried, kept as a draft, saved.

Every call may block for some tens of milliseconds (a file is parsed): not for the thread that paints.
"""

from __future__ import annotations

import errno
import hashlib
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from secrets import randbelow
from typing import Any, NamedTuple

from rehearse.catalog import Catalog
from rehearse.errors import Fault, InputProblem, StoreProblem
from rehearse.making import drafts, looking
from rehearse.making.answers import Answers
from rehearse.making.asking import nearest
from rehearse.making.base import Base
from rehearse.making.drafts import Draft
from rehearse.making.keeping import write_new, write_over
from rehearse.making.looking import Note
from rehearse.making.origin import NEW, Origin
from rehearse.making.reading import answers_of
from rehearse.making.slugs import free, slug
from rehearse.making.trial import Trial
from rehearse.making.words import OPENINGS
from rehearse.paths import Paths
from rehearse.personas import Concern, Persona

MOST_FILE = 256 * 1024
"""Bytes: what the catalog reads of a person."""
_TRIES = 20
SOMEBODY, ROLE = "Somebody", "Somebody you will meet"


class FileChanged(InputProblem):
    """The file of somebody who is edited is not what it was when it was opened."""


class Opened(NamedTuple):
    """What the form begins with. `draft` = these answers were not saved yet; `outdated` = the file has changed since."""

    base: Base
    answers: Answers
    library: dict[str, Concern]
    draft: bool = False
    outdated: bool = False


class Saved(NamedTuple):
    """The person as they were saved."""

    id: str
    name: str
    file: Path


class Maker:
    """Makes people for one data folder. May be asked from several threads."""

    def __init__(self, paths: Paths, catalog: Catalog) -> None:
        self._paths, self._catalog = paths, catalog

    def library(self) -> dict[str, Concern]:
        """The worries that can be chosen, by id."""
        return {concern.id: concern for concern in self._catalog.concerns()}

    # ---- opening

    def open(self, origin: Origin = NEW) -> Opened:
        """A person to make: a new one, one like another, or one of yours; with the draft where there is one.

        Raises InputProblem where the person to be like or to edit is not there or at fault.
        """
        base = self._base(origin)
        library = self.library()
        nearest(ROLE, library.values())  # reads the library now, and not at the first question
        found = drafts.find(self._paths.drafts, origin)
        if found is not None:
            return Opened(base, found.answers, library, True, found.digest != base.digest)
        fresh = base.before if origin.kind != "like" else replace(base.before, name="", summary="")
        return Opened(base, fresh, library)

    def _base(self, origin: Origin) -> Base:
        if origin.kind == "new":
            return Base(origin)
        entry = next((e for e in self._catalog.people() if e.id == origin.person and e.shadowed_by is None), None)
        if entry is None:
            raise InputProblem(f"“{origin.person}” is not there any more.", "Their file may have been moved or renamed.")
        if origin.kind == "edit" and entry.origin != "yours":
            raise InputProblem(f"{entry.name} is not yours to change.", "“Make one like this” makes one that is.")
        loaded = self._catalog.load(entry.file, "persona", links=entry.origin == "built in")
        if not isinstance(loaded.value, Persona):
            real = tuple(fault for fault in loaded.faults if not fault.warning)
            raise InputProblem(str(real[0]) if real else f"{entry.file} cannot be used.", faults=loaded.faults)
        before = tidy(answers_of(loaded.value, self.library()))
        told = frozenset(fault.message for fault in loaded.faults)
        if origin.kind == "edit":
            return Base(origin, loaded.text, loaded.value, before, str(entry.file), loaded.digest, told)
        return Base(origin, _headless(loaded.text), loaded.value, before, warnings=told)

    # ---- looking

    def look(self, base: Base, answers: Answers) -> tuple[Note, ...]:
        """Everything that there is to say about these answers: what is missing, and what the catalog says of the file."""
        answers, library = tidy(answers), self.library()
        notes = looking.look_over(answers, base, library)
        if any(note.blocks for note in notes):
            return notes
        _, faults = self._load(base, answers, library, self._id(base, answers))
        told = {note.field for note in notes}
        return notes + tuple(note for fault in faults if (note := looking.note_of(fault)).blocks or note.field not in told)

    def text(self, base: Base, answers: Answers) -> str:
        """The file as it would be saved."""
        from rehearse.making.writing import compose

        return compose(base, tidy(answers), self.library(), self._id(base, answers))

    def _load(
        self, base: Base, answers: Answers, library: Mapping[str, Concern], id: str
    ) -> tuple[Persona | None, tuple[Fault, ...]]:
        from rehearse.catalog.loading import NOTHING, load_bytes
        from rehearse.making.writing import compose

        raw = compose(base, answers, library, id).encode()
        if len(raw) > MOST_FILE:
            return None, (Fault("", 0, "", f"All of it together is longer than {MOST_FILE // 1024} KiB."),)
        loaded = load_bytes(raw, f"{id}.yaml", replace(NOTHING, register=self._catalog.register), "persona")
        said = tuple(f for f in loaded.faults if not (f.warning and f.message in base.warnings))
        return (loaded.value if isinstance(loaded.value, Persona) else None), said

    # ---- trying

    def trial(self, base: Base, answers: Answers, seed: int | None = None) -> Trial:
        """A minute with the person as they stand; what is missing is made up for the minute. Raises InputProblem where
        there is not enough of them."""
        answers = tidy(answers)
        if not answers.worries:
            raise InputProblem("There is nothing to meet yet.", "Choose one worry of theirs, and they can talk.")
        filled = replace(answers, name=answers.name or SOMEBODY, role=answers.role or ROLE)
        opening = tuple(said for said in filled.opening if "[[" not in said.replace("[[minutes]]", ""))
        filled = replace(filled, opening=opening)
        persona, faults = self._load(base, filled, self.library(), "trial")
        if persona is None:
            notes = [*looking.look_over(filled, base, self.library()), *map(looking.note_of, faults)]
            why = next((note.says for note in notes if note.blocks and note.field != "worries"), "")
            raise InputProblem("They cannot talk yet.", why)
        if not persona.opening:
            persona = replace(persona, opening=OPENINGS[persona.register])
        drawn = randbelow(2**31) if seed is None else seed
        return Trial(persona, self._catalog.register(persona.register), drawn)

    # ---- keeping

    def keep_draft(self, base: Base, answers: Answers) -> None:
        """Keep what is not saved yet. Raises StoreProblem where that cannot be done."""
        if answers == base.before:
            self.drop_draft(base.origin)
            return
        try:
            drafts.keep(self._paths.drafts, base.origin, Draft(answers, base.digest))
        except OSError as cause:
            raise StoreProblem("The draft cannot be kept.", f"{_why(cause)} Save, or it is gone when you close.") from None

    def drop_draft(self, origin: Origin) -> None:
        """Forget what was not saved."""
        drafts.drop(self._paths.drafts, origin)

    def save(self, base: Base, answers: Answers) -> Saved:
        """Write the person's file; it is on disk when this returns, and the draft is gone.

        A new one never takes the place of another file. Raises InputProblem with the first thing that is at fault, or where
        the file was changed by something else since it was opened, and StoreProblem where it cannot be written.
        """
        answers, library = tidy(answers), self.library()
        for note in looking.look_over(answers, base, library):
            if note.blocks:
                raise InputProblem(note.says)
        from rehearse.making.writing import compose

        id = self._id(base, answers)
        persona, faults = self._load(base, answers, library, id)
        if persona is None:
            raise InputProblem(next(f.message for f in faults if not f.warning), faults=faults)
        try:
            if base.file:
                file = Path(base.file)
                if answers != base.before and not write_over(
                    file, compose(base, answers, library, id).encode(), lambda: _digest(file) == base.digest
                ):
                    raise FileChanged(
                        f"{file.name} was changed by something else since you opened it.",
                        "Nothing was written. Your answers stay here as a draft; reading the file drops them.",
                    )
            else:
                file, id = self._write_new(base, answers, library, id)
        except OSError as cause:
            raise StoreProblem("The person cannot be saved.", f"{_why(cause)} Your answers are kept as a draft.") from None
        self.drop_draft(base.origin)
        return Saved(id, persona.name, file)

    def _write_new(self, base: Base, answers: Answers, library: Mapping[str, Concern], id: str) -> tuple[Path, str]:
        from rehearse.making.writing import compose

        tried = {id}
        for _ in range(_TRIES):
            file = self._paths.personas / f"{id}.yaml"
            try:
                write_new(file, compose(base, answers, library, id).encode())
                return file, id
            except FileExistsError:  # it has come since the folder was read
                id = free(slug(answers.name, "person"), {*self._taken(), *tried})
                tried.add(id)
        raise OSError(errno.EEXIST, "the names that would fit are all taken")

    def _id(self, base: Base, answers: Answers) -> str:
        """The id in the file: that of one that is edited stays, since meetings speak of it."""
        if base.file and base.persona is not None:
            return base.persona.id
        return free(slug(answers.name, "person"), self._taken())

    def _taken(self) -> set[str]:
        ids = {entry.id for entry in self._catalog.people()}
        try:
            return ids | {name.rpartition(".")[0] for name in os.listdir(self._paths.personas)}
        except OSError:
            return ids


def tidy(answers: Answers) -> Answers:
    """The answers without what no file may hold: control characters, half surrogates, breaks within a line, white space."""
    why = "\n".join(one for line in answers.refused_why.splitlines() if (one := _clean(line)))
    return replace(
        answers,
        **{field.name: _clean(getattr(answers, field.name)) for field in fields(answers) if field.name != "refused_why"},
        refused_why=why,
    )


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in value)
        return unicodedata.normalize("NFC", " ".join(kept.split()))
    if isinstance(value, tuple):
        cleaned = tuple(_clean(inner) for inner in value)
        return tuple(inner for inner in cleaned if inner != "")
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value


def _headless(text: str) -> str:
    """A file without the remarks above its first key: they speak of somebody else."""
    lines = text.splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith(("#", "---"))), 0)
    return "".join(lines[first:])


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _why(cause: OSError) -> str:
    return f"{(cause.strerror or 'The disk says no').capitalize()}."
