"""Files of one's own, from the first word to what is handed out: drafts are edited freely, a published version never changes.

A draft stands in `drafts/`, where the catalog does not look, so that no meeting and no assignment takes it by accident. Publishing
keeps the text under `published/` as version 1, 2, 3 ... and puts it where the catalog finds it, in the place of the version before.
What is edited later is a draft again until it is published.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.catalog import Catalog
from rehearse.catalog.report import field_name
from rehearse.catalog.source import read_text
from rehearse.errors import Fault, InputProblem, StoreProblem
from rehearse.making.keeping import write_new
from rehearse.making.slugs import free, slug
from rehearse.paths import Paths
from rehearse.writing import skeletons
from rehearse.writing.compare import Change, compare
from rehearse.writing.document import KINDS, Document, Remark
from rehearse.writing.drafts import FOLDERS, MOST_BYTES, ChangedElsewhere, Draft, Row, glance, is_key, title_of
from rehearse.writing.publishing import Press, Published
from rehearse.writing.spelling import block, joined
from rehearse.writing.versions import Version, hash_of_file

if TYPE_CHECKING:
    from rehearse.catalog.loading import Known

_WORDS = {"persona": "person", "scenario": "situation", "rubric": "rubric"}
_MOST_TITLE = 80


class Shelf:
    """Drafts and published versions in one data folder. Light to make; every call looks at the disk as it is now."""

    def __init__(self, paths: Paths, catalog: Catalog, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._paths = paths
        self._catalog = catalog
        self._now = now
        self._press = Press(paths, catalog, now)

    # ---- drafts

    def drafts(self, kind: str = "") -> tuple[Row, ...]:
        """The drafts there are, the newest change first; of one kind, or all. One that cannot be opened is listed with why."""
        rows = [self._row(file, k) for k in KINDS if kind in ("", k) for file in self._files(k)]
        return tuple(sorted(rows, key=lambda row: row.changed, reverse=True))

    def draft(self, kind: str, key: str) -> Draft:
        """The draft of this name. Raises InputProblem where there is none, or it cannot be read as YAML."""
        return Draft(self._file(kind, key), kind)

    def new(self, kind: str, title: str = "") -> Draft:
        """A new draft, with examples to write over. Raises StoreProblem."""
        document = Document.of(skeletons.TEXTS[kind], kind)
        if title:
            document.put(_title_path(kind), title[:_MOST_TITLE])
        return self._write(kind, slug(title, skeletons.NEW[kind]) if title else skeletons.NEW[kind], document)

    def edit(self, kind: str, id: str) -> Draft:
        """The draft of something of one's own: the one that was begun, else one that begins with what is there now.

        Raises InputProblem for what came with the program or was assigned: that can be duplicated, not edited; and where the one that
        was begun cannot be read as YAML: it is mended as text, or taken away.
        """
        if is_key(id) and self._file(kind, id).exists():
            return self.draft(kind, id)
        file = self._press.own(kind, id)
        if file is None:
            raise InputProblem(f'"{id}" is not one of your own.', "Duplicate it, and edit the copy.")
        return self._put(kind, id, read_text(file))

    def duplicate(self, kind: str, id: str) -> Draft:
        """A draft that is a copy, with an id and a title of its own. `id` is that of a draft or of anything in the catalog.
        Raises InputProblem where there is none, or it cannot be read."""
        document = self.document(kind, id)
        title = title_of(document) or id
        copied = f"{title} (copy)" if kind == "persona" else f"Copy of {title}"
        return self.copy(document, copied)

    def copy(self, document: Document, title: str) -> Draft:
        """A draft with what this document says, under another title and an id of its own. Raises StoreProblem."""
        whole = document.get(())
        text = joined(block(whole, 0, 2), "\n") if document.root.flow else document.text()  # one that was handed out may be JSON
        made = Document.of(text, document.kind)
        made.put(_title_path(made.kind), title if len(title) <= _MOST_TITLE else f"{title[: _MOST_TITLE - 1]}…")
        return self._write(made.kind, slug(title, _WORDS[made.kind]), made)

    def discard(self, draft: Draft) -> str:
        """Take a draft away; what it said, for `put_back`. What was published of it stays. Raises ChangedElsewhere where another
        program changed it, and StoreProblem."""
        text = draft.document.text()
        if draft.changed_elsewhere:
            raise _changed(draft)
        try:
            os.unlink(draft.file)
        except FileNotFoundError:
            pass
        except OSError as cause:
            raise StoreProblem("The draft cannot be taken away.", _why(cause)) from None
        return text

    def put_back(self, kind: str, key: str, text: str) -> Draft:
        """A draft that was discarded, under its name or the next one that is free. Raises StoreProblem."""
        return self._put(kind, key, text)

    def document(self, kind: str, id: str) -> Document:
        """The document of a draft, else of anything in the catalog, to look at or copy. Raises InputProblem."""
        if is_key(id) and self._file(kind, id).exists():
            return self.draft(kind, id).document
        for entry in self._press.entries(kind):
            if entry.id == id and entry.shadowed_by is None:
                return Document.of(read_text(entry.file, links=entry.origin == "built in"), kind, str(entry.file))
        raise InputProblem(f'There is no {_WORDS[kind]} "{id}".')

    def known(self) -> Known:
        """What else there is for a file that is looked at: the catalog, and drafts that are without fault."""
        around = self._catalog.known()

        def ids(kind: str, others: Any) -> Callable[[], set[str]]:
            return lambda: {*(others() if others else ()), *(file.stem for file in self._files(kind))}

        def persona(id: str) -> Any:
            if is_key(id) and (file := self._file("persona", id)).exists():
                loaded = self._catalog.load(file, "persona")
                if loaded.value is not None:
                    return loaded.value
            return around.persona(id)

        return replace(around, personas=ids("persona", around.personas), rubrics=ids("rubric", around.rubrics), persona=persona)

    # ---- publishing

    def publish(self, draft: Draft) -> Published:
        """Make a draft the next version: on disk, where the catalog finds it, and the draft is gone when this returns.

        Raises InputProblem, with every fault, where there is one; where the file was changed by another program; and where the
        id is that of something else. Raises StoreProblem where it cannot be written; the draft stays then.
        """
        document = draft.document
        if draft.changed_elsewhere:
            raise _changed(draft)
        remarks = document.look(self._catalog)
        self._refuse(draft, remarks)
        if draft.id == skeletons.NEW[draft.kind]:
            document.put(("id",), free(slug(draft.title, _WORDS[draft.kind]), self.taken(draft.kind, but=draft.key)))
            draft.keep()  # whatever happens from here on, publishing it again means the same thing
        try:
            published = self._press.publish(draft.kind, draft.id, document.text())
        except OSError as cause:
            raise StoreProblem(f"“{draft.title}” cannot be published.", _why(cause)) from None
        if not draft.changed_elsewhere:  # else what was written just now is a draft of the next version
            with suppress(OSError):
                os.unlink(draft.file)
        return replace(published, warnings=tuple(remarks))

    def publish_file(self, file: Path) -> Published:
        """Publish a file from anywhere, as `rehearse publish` does; a draft is published as one. Raises as `publish`."""
        if (kind := self._kind_of_draft(file)) is not None:
            return self.publish(Draft(file, kind))
        draft = Draft(file, "")
        draft.kind = draft.document.kind
        if draft.kind not in KINDS:
            raise InputProblem(f"{file}: it is no person, situation or rubric.")
        remarks = draft.document.look(self._catalog)
        self._refuse(draft, remarks)
        try:
            return replace(self._press.publish(draft.kind, draft.id, draft.document.text()), warnings=tuple(remarks))
        except OSError as cause:
            raise StoreProblem(f"{file.name} cannot be published.", _why(cause)) from None

    def versions(self, kind: str, id: str) -> tuple[Version, ...]:
        """The versions that were published, oldest first."""
        return self._press.versions(kind, id)

    def version(self, kind: str, id: str, number: int) -> Version:
        """The version of this number. Raises InputProblem where there is none."""
        return self._press.version(kind, id, number)

    def newest(self, kind: str, id: str) -> int | None:
        """The number of the newest version; None where nothing was published."""
        there = self.versions(kind, id)
        return there[-1].number if there else None

    def compare(self, kind: str, id: str, older: int, newer: int | None = None) -> tuple[Change, ...]:
        """What changed from one version to another, or (None) to the draft, else to what is in use now. Raises InputProblem."""
        before = self.version(kind, id, older).text()
        after = self.document(kind, id).text() if newer is None else self.version(kind, id, newer).text()
        return compare(Document.of(before, kind).get(()), Document.of(after, kind).get(()))

    def bring_back(self, kind: str, id: str, number: int) -> Draft:
        """A draft that says what a version said. One that was begun already becomes it by an edit that can be undone; it is in use
        once it is published. Raises InputProblem."""
        text = self.version(kind, id, number).text()
        if self._file(kind, id).exists():
            draft = self.draft(kind, id)
            draft.document.become(text)
            draft.keep()
            return draft
        return self._put(kind, id, text)

    def standing(self, kind: str, id: str) -> str:
        """In two or three words: draft, version 3, version 3 and a draft, version 3 changed by hand; nothing for what is not under
        versions."""
        drafted = is_key(id) and self._file(kind, id).exists()
        there = self.versions(kind, id)
        if not there:
            return "draft" if drafted else ""
        own = self._press.own(kind, id)
        by_hand = own is not None and hash_of_file(own) != there[-1].hash
        return f"version {there[-1].number}{' changed by hand' if by_hand else ''}{' and a draft' if drafted else ''}"

    # ---- handing out

    def assignable(self, kind: str, id_or_file: str) -> None:
        """Nothing, where this may be handed out. Raises InputProblem for a draft: what is handed out must be there tomorrow as it
        is today, or two people would answer to different texts under one name.

        A draft is not published by handing it out: whoever assigns would publish what they only meant to try.
        """
        file = Path(id_or_file)
        with suppress(RuntimeError):  # the home of somebody who is not there
            file = file.expanduser()
        if self._kind_of_draft(file) is not None:
            raise InputProblem("This is a draft, and a draft may still change.", "Publish it, then assign what was published.")
        if not (is_key(id_or_file) and self._file(kind, id_or_file).exists()):
            return
        if not any(entry.id == id_or_file for entry in self._press.entries(kind)):
            raise InputProblem(
                f"“{self.draft(kind, id_or_file).title or id_or_file}” is a draft, and a draft may still change.",
                "Publish it, then assign what was published.",
            )

    def taken(self, kind: str, but: str = "") -> set[str]:
        """Ids and file names that are in use, those of drafts among them; `but` one draft."""
        ids = {entry.id for entry in self._press.entries(kind)}
        for folder in (getattr(self._paths, FOLDERS[kind]), self._paths.published / FOLDERS[kind]):
            with suppress(OSError):
                ids |= {name.partition(".")[0].lower() for name in os.listdir(folder)}  # many disks take Ann and ann for one
        drafts = [file for file in self._files(kind) if file.stem != but]
        return ids | {file.stem for file in drafts} | {id for file in drafts if (id := _id_in(file))}

    # ---- inner workings

    def _refuse(self, draft: Draft, remarks: Sequence[Remark]) -> None:
        """Raise InputProblem for what cannot be published."""
        for kind in ("persona", "rubric") if draft.kind == "scenario" else ():
            named = str(draft.document.get((kind,)) or "")
            drafts = {file.stem for file in self._files(kind)}
            if named in drafts and not any(entry.id == named for entry in self._press.entries(kind)):
                raise InputProblem(f"The {_WORDS[kind]} “{named}” is a draft.", f"Publish the {_WORDS[kind]} first.")
        faults = [Fault(str(draft.file), r.line, field_name(r.path), r.message) for r in remarks if not r.warning]
        if faults:
            more = f"{len(faults) - 1} more stand beside their fields." if len(faults) > 1 else ""
            line = f"Line {faults[0].line}: " if faults[0].line else ""
            field = f"{faults[0].field}: " if faults[0].field else ""
            raise InputProblem(f"{line}{field}{faults[0].message}", more, tuple(faults))
        said = str(draft.document.get(("format",)) or "").removeprefix("rehearse/").partition("@")[0]
        if said and said != draft.kind:
            raise InputProblem(
                f"This is the draft of a {_WORDS[draft.kind]}, and its format says {said}.", "Begin a new one for it."
            )
        if not is_key(draft.id):
            raise InputProblem(
                f'The id "{draft.id}" cannot be the name of a file on every computer.', "Give this one another id."
            )
        itself = draft.key if self._kind_of_draft(draft.file) is not None else ""
        if not self._is_its_own(draft) and draft.id in self.taken(draft.kind, but=itself):
            raise InputProblem(f'The id "{draft.id}" is in use already.', "Give this one another id.")

    def _is_its_own(self, draft: Draft) -> bool:
        """Whether the id is this draft's to take, or its file's, or publishing it was cut short before the draft was taken away."""
        if self._press.begun(draft.kind, draft.id, draft.document.text()):
            return True
        if self._kind_of_draft(draft.file) is not None:
            return draft.id in (draft.key, skeletons.NEW[draft.kind])
        return bool(self._press.own(draft.kind, draft.id) or self.versions(draft.kind, draft.id))

    def _file(self, kind: str, key: str) -> Path:
        if kind not in KINDS or not is_key(key):
            raise InputProblem(f"“{key[:60]}” is no name of a draft.")
        return self._paths.drafts / FOLDERS[kind] / f"{key}.yaml"

    def _files(self, kind: str) -> list[Path]:
        with suppress(OSError), os.scandir(self._paths.drafts / FOLDERS[kind]) as scan:
            return sorted(
                Path(item.path)
                for item in scan
                if item.name.endswith(".yaml") and is_key(item.name[:-5]) and item.is_file(follow_symlinks=False)
            )
        return []

    def _kind_of_draft(self, file: Path) -> str | None:
        """The kind of the draft that this file is; None for any other file."""
        for kind in KINDS:
            with suppress(OSError, ValueError):
                if os.path.samefile(file.parent, self._paths.drafts / FOLDERS[kind]):
                    return kind
        return None

    def _write(self, kind: str, stem: str, document: Document) -> Draft:
        id = stem if stem == skeletons.NEW[kind] and stem not in self.taken(kind) else free(stem, self.taken(kind))
        document.put(("id",), id if stem != skeletons.NEW[kind] else stem)
        return self._put(kind, id, document.text())

    def _put(self, kind: str, key: str, text: str) -> Draft:
        """A new draft file, under this name or the next one that is free."""
        tried: set[str] = set()
        while True:
            name = free(key, tried)
            file = self._file(kind, name)
            try:
                write_new(file, text.encode("utf-8"))
                return Draft(file, kind)
            except FileExistsError:
                tried.add(name)
            except OSError as cause:
                raise StoreProblem("The draft cannot be kept.", _why(cause)) from None

    def _row(self, file: Path, kind: str) -> Row:
        title, fault, id = "", "", file.stem
        try:
            text = read_text(file, MOST_BYTES)
            title, id = glance(text, _title_path(kind)[0]), glance(text, "id") or id
        except InputProblem as problem:
            fault = problem.sentence
        moment = self._now()
        with suppress(OSError):
            moment = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        there = self.versions(kind, id)
        return Row(kind, file.stem, title or file.stem, file, moment, there[-1].number if there else 0, fault)


def _changed(draft: Draft) -> ChangedElsewhere:
    return ChangedElsewhere(f"{draft.file.name} was changed by another program.", "Take theirs, or keep yours, first.")


def _id_in(file: Path) -> str:
    with suppress(InputProblem):
        return glance(read_text(file, MOST_BYTES), "id")
    return ""


def _title_path(kind: str) -> tuple[str, ...]:
    return ("name",) if kind == "persona" else ("title",)


def _why(cause: OSError) -> str:
    return f"{(cause.strerror or 'The disk says no').capitalize()}."


__all__ = ["Change", "ChangedElsewhere", "Draft", "Published", "Row", "Shelf", "Version"]
