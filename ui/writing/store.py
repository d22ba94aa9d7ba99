"""What the pages of writing ask of the data folder: lists with how each file stands, drafts, deleting with a way back.

Every call blocks: it runs in a thread of the engine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.catalog import Catalog, Entry
from rehearse.errors import InputProblem, StoreProblem
from ui.desk import Desk
from ui.library.days import MONTHS

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from rehearse.writing.drafts import Draft
    from rehearse.writing.shelf import Shelf

KINDS = ("persona", "scenario", "rubric")
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file of one's own in the list. `key` is the draft's name, empty without one; `faults` and `warnings` are counted; `version`
    is the newest that was published, 0 for none; `broken` why it cannot be opened in the form."""

    kind: str
    id: str
    title: str
    file: Path
    key: str = ""
    version: int = 0
    published: datetime | None = None
    standing: str = ""
    faults: int = 0
    warnings: int = 0
    broken: str = ""

    @property
    def state(self) -> tuple[str, str]:
        """How it stands in a few words, and the hue of it."""
        if self.broken or self.faults:
            mend = f"{self.faults} to mend" if self.faults else "cannot be read"
            return (f"Draft, {mend}" if self.key else f"At fault: {mend}"), "brick"
        if self.version:
            when = f"Version {self.version}" + (f" on {day(self.published)}" if self.published else "")
            if self.key:
                return f"{when}, changed since", "amber"
            return (f"{when}, changed by hand", "amber") if "by hand" in self.standing else (when, "accent")
        return ("Draft", "stone") if self.key else ("Not published", "stone")

    @property
    def usable(self) -> bool:
        """Whether a meeting can be held with what is in use: something was published, or stands there by hand."""
        return (self.version > 0 or not self.key) and not (self.broken or (self.faults and not self.key))


@dataclass(frozen=True, slots=True)
class Listed:
    """One's own files by kind, and what else there is to begin from."""

    own: tuple[Written, ...]
    others: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """What was deleted, for a way back."""

    kind: str
    key: str
    text: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be said about a document, and what it can refer to."""

    remarks: tuple[Remark, ...]
    names: dict[str, Pairs]


def day(moment: datetime | None) -> str:
    """A day as one says it: 3 Nov, with the year where it is another one."""
    if moment is None:
        return ""
    here = moment.astimezone()
    year = "" if here.year == datetime.now().year else f" {here.year}"
    return f"{here.day} {MONTHS[here.month - 1][:3]}{year}"


class Store:
    """Light to make."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shelf: Shelf | None = None

    @property
    def shelf(self) -> Shelf:
        """Drafts and published versions."""
        if self._shelf is None:
            from rehearse.writing.shelf import Shelf

            self._shelf = Shelf(self._desk.paths, self._desk.catalog)
        return self._shelf

    @property
    def catalog(self) -> Catalog:
        """What can be met and used."""
        return self._desk.catalog

    # ---- lists

    def listed(self) -> Listed:
        """Everything, with how it stands."""
        found, others = list[Written](), list[Entry]()
        drafts = {(row.kind, row.key): row for row in self.shelf.drafts()}
        for kind in KINDS:
            for entry in self._entries(kind):
                if entry.origin != "yours":
                    if entry.shadowed_by is None and not entry.broken:
                        others.append(entry)
                elif (kind, entry.id) not in drafts:
                    found.append(self._of_entry(kind, entry))
        found += [self._of_draft(row) for row in drafts.values()]
        found.sort(key=lambda one: (KINDS.index(one.kind), one.title.casefold()))
        return Listed(tuple(found), tuple(others))

    def _of_entry(self, kind: str, entry: Entry) -> Written:
        versions = self.shelf.versions(kind, entry.id)
        newest = versions[-1] if versions else None
        faults = sum(not fault.warning for fault in entry.faults)
        return Written(
            kind, entry.id, entry.name or entry.id, entry.file, "", newest.number if newest else 0,
            newest.published if newest else None, self.shelf.standing(kind, entry.id), faults, len(entry.faults) - faults,
        )  # fmt: skip

    def _of_draft(self, row: Any) -> Written:
        faults, warnings, id, broken = 0, 0, row.key, row.fault
        if not row.fault:
            try:
                draft = self.shelf.draft(row.kind, row.key)
                remarks = draft.document.look(self.shelf)
                faults = sum(not remark.warning for remark in remarks)
                warnings, id = len(remarks) - faults, draft.id
            except InputProblem as problem:
                broken = problem.sentence
        versions = self.shelf.versions(row.kind, id)
        newest = versions[-1] if versions else None
        return Written(
            row.kind, id, row.title, row.file, row.key, newest.number if newest else 0, newest.published if newest else None,
            self.shelf.standing(row.kind, id), faults, warnings, broken,
        )  # fmt: skip

    def _entries(self, kind: str) -> tuple[Entry, ...]:
        catalog = self._desk.catalog
        return {"persona": catalog.people, "scenario": catalog.scenarios, "rubric": catalog.rubrics}[kind]()

    def scripted(self) -> tuple[Entry, ...]:
        """Situations whose scripts a way to judge can be tried on."""
        return tuple(entry for entry in self._entries("scenario") if not entry.broken and entry.shadowed_by is None)

    # ---- drafts

    def open(self, kind: str, id: str, how: str) -> Draft:
        """A draft: ``new``, of something of one's own (``edit``), or a copy of anything (``duplicate``). Raises Problem."""
        if how == "new":
            return self.shelf.new(kind)
        return self.shelf.duplicate(kind, id) if how == "duplicate" else self.shelf.edit(kind, id)

    def looked(self, document: Any) -> Looked:
        """What is to be said about a document, and the names that it may refer to."""
        return Looked(document.look(self.shelf), self._names(document) if document.kind == "scenario" else {})

    def _names(self, document: Any) -> dict[str, Pairs]:
        names: dict[str, Pairs] = {}
        for kind in ("persona", "rubric"):
            found = {entry.id: entry for entry in self._entries(kind) if entry.shadowed_by is None and not entry.broken}
            pairs = [(id, f"{entry.name or id}, {entry.role}" if entry.role else entry.name or id) for id, entry in found.items()]
            pairs += [(row.key, f"{row.title} (draft)") for row in self.shelf.drafts(kind) if row.key not in found]
            names[kind] = tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))
        person = str(document.get(("persona",)) or "")
        them = self.shelf.known().persona(person) if person else None
        if them is not None:
            names[f"concerns:{person}"] = tuple((c.id, f"when “{c.label or c.id}” is on the table") for c in them.concerns)
        return names

    # ---- deleting

    def delete(self, one: Written) -> Gone:
        """Take a draft away, or where there is none the file that is in use; published versions stay. Raises Problem."""
        file = one.file
        try:
            text = file.read_bytes().decode("utf-8", "replace")
            os.unlink(file)
        except FileNotFoundError:
            text = ""
        except OSError as cause:
            raise StoreProblem("It cannot be deleted.", f"{(cause.strerror or 'The disk says no').capitalize()}.") from None
        return Gone(one.kind, one.key, text, None if one.key else file)

    def undelete(self, gone: Gone) -> None:
        """Put back what was deleted. Raises Problem."""
        if gone.file is None:
            self.shelf.put_back(gone.kind, gone.key, gone.text)
            return
        from rehearse.making.keeping import write_new

        try:
            write_new(gone.file, gone.text.encode("utf-8"))
        except FileExistsError:
            raise StoreProblem("There is another file in its place already.", str(gone.file)) from None
        except OSError as cause:
            raise StoreProblem("It cannot be put back.", f"{(cause.strerror or 'The disk says no').capitalize()}.") from None


def deleted(one: Written) -> str:
    """What is said of something that was deleted."""
    if one.key and one.version:
        return f"The draft of “{one.title}” was deleted. Version {one.version} stays."
    return f"“{one.title}” was deleted."
