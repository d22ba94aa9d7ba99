"""`rehearse assign`: a situation for other people, as a file."""

from __future__ import annotations

from rehearse.cli.handing import Where, me, own_keys, send
from rehearse.cli.parts import catalog, opened
from rehearse.errors import InputProblem


def assign(
    scenario: str, to: tuple[str, ...], due: str | None, zone: str, attempts: int, shows: tuple[str, ...], note: str,
    focus: tuple[str, ...], title: str, sealed: bool, name: str | None, where: Where,
) -> int:  # fmt: skip
    """Write the file of an assignment. Returns the exit code."""
    from rehearse.bundles import making
    from rehearse.bundles.keyring import WITHOUT
    from rehearse.bundles.records import SHOWN, Due, Focus
    from rehearse.bundles.sealing import recipient_of
    from rehearse.writing.shelf import Shelf

    looked = []
    for check in focus:
        criterion, slash, id = check.partition("/")
        if not slash:
            raise InputProblem(f'"{check[:60]}" is no check.', "Write it as CRITERION/CHECK, such as evidence/source.")
        looked.append(Focus(criterion, id))
    with opened() as (runner, library, paths):
        Shelf(paths, catalog(paths)).assignable("scenario", scenario)
        who, keys = me(name, paths), own_keys()
        identity = runner.run(keys.sealing()) if sealed else None
        if sealed and identity is None:
            raise InputProblem(WITHOUT, "Leave out --seal.")
        data = making.assignment(
            catalog(paths), scenario, who, to, title=title, due=Due(due, zone) if due else None, attempts=attempts,
            shows=tuple(s for s in SHOWN if s in shows) or SHOWN, note=note, focus=looked,
            seal_to=recipient_of(identity) if identity else "",
        )  # fmt: skip
        return send(runner, library, data, keys, where)
