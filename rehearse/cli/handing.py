"""What the commands for bundles share: who you are, signing, where the file goes, what is said of it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.cli.output import complain, show, show_json
from rehearse.cli.parts import Runner
from rehearse.errors import InputProblem
from rehearse.exchange.export import write, write_beside
from rehearse.exchange.textfile import visible
from rehearse.library.front import Library
from rehearse.paths import Paths

if TYPE_CHECKING:
    from rehearse.bundles.checkout import Synced
    from rehearse.bundles.keyring import OwnKeys
    from rehearse.bundles.reading import Opened

MADE = "rehearse/handed@1"
STANDING = {
    "known": "Signed, by the same key as before.",
    "unsigned": "Not signed: nothing shows who it is from.",
    "altered": "ALTERED: this was changed after it was signed. Ask for it again.",
    "changed": "Signed with ANOTHER KEY than before under this name. Ask them before you trust it (`rehearse open --trust FILE`).",
    "stripped": "Not signed, though others under this name are. Ask them before you trust it.",
}
LIMITS = "A signature shows that nothing was altered since the export, not that the meeting took place."


def me(given: str | None, paths: Paths) -> str:
    """Your name in what you send: the one given, else the one in Settings. Raises InputProblem where there is none."""
    from rehearse import settings

    name = " ".join((given or settings.load(paths.settings)[0].signs_as).split())
    if not name:
        raise InputProblem("Who is it from?", "Add --name NAME, or give your name in Settings.")
    return name


def own_keys() -> OwnKeys:
    from rehearse.bundles.keyring import OwnKeys

    return OwnKeys()


@dataclass(frozen=True, slots=True)
class Where:
    """Where a bundle goes: a file or a folder, or a team folder; `as_json` is how it is told."""

    out: Path | None = None
    team: Path | None = None
    as_json: bool = False


def send(runner: Runner, library: Library, data: Mapping[str, Any], keys: OwnKeys, where: Where, seal_to: str = "") -> int:
    """Sign a bundle, keep it in the library, write its file and say so. Returns the exit code."""
    from rehearse.bundles import making, taking
    from rehearse.bundles.keyring import WITHOUT

    key = runner.run(keys.signing())
    opened = making.finished(data, key)
    if seal_to and key is None:
        raise InputProblem(WITHOUT, "Leave out --seal, and give it to nobody else.")
    raw = making.to_bytes(opened.data)
    if seal_to:
        from rehearse.bundles.sealing import sealed

        raw = making.to_bytes(sealed(raw, seal_to))
    # First the file: what could not be written was not sent, and is not kept as if it were.
    file = _put(where, opened, raw, bool(seal_to))
    given = taking.given(opened, own=True, sealed=bool(seal_to))
    runner.run(library.change_bundles(lambda bundles: bundles.put(given)))
    synced = _synced(where.team, given.author) if where.team else None
    if where.as_json:
        show_json(
            {
                "format": MADE, "kind": opened.kind, "id": given.id, "digest": opened.digest, "file": str(file),
                "signed": key is not None, "sealed": bool(seal_to), "waiting": synced.waiting if synced else 0,
            }
        )  # fmt: skip
    else:
        show(f"{file}")
        how = "Sealed: only its reader can open it." if seal_to else "Whoever has this file can read it."
        show(f"{'Signed. ' if key else ''}{how}")
    if key is None:
        complain(WITHOUT)
    if synced and synced.problem:
        complain(synced.problem)
    return 0


def _synced(team: Path, name: str) -> Synced | None:
    """What came of sending, where the team folder is a git checkout; None where it is a plain folder."""
    from rehearse.bundles.checkout import Checkout

    checkout = Checkout.at(team)
    return checkout.sync(name) if checkout else None


def _put(where: Where, opened: Opened, raw: bytes, sealed: bool) -> Path:
    """Into the file that was named, or into a folder under a name of its own; nothing there is written over unasked."""
    if where.team is not None and opened.bundle is not None:
        from rehearse.bundles.folder import name_of, put

        return put(where.team, name_of(opened.bundle.kind, opened.bundle.made, raw, sealed), raw)
    out = where.out
    if out is not None and not os.path.isdir(out) and out.name:
        if os.path.lexists(out):
            raise InputProblem(f"{out}: there is such a file already; it was left as it is.", "Name another one.")
        write(out, raw)
        return out
    stem = f"{opened.kind}-{_slug(getattr(opened.bundle, 'title', ''))}".rstrip("-")
    return write_beside(out or Path(), stem, "rehearse", raw)


def _slug(title: str) -> str:
    """A few plain letters of a title: part of a file name that the sender chooses for the sender's own disk."""
    ascii_ = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_))[:40].strip("-")


def shown(text: str) -> str:
    """Words of somebody else in one line, with what cannot be seen written out."""
    return visible(" ".join(text.split()))
