"""`rehearse doctor`: check the library, the keyring and the endpoints; with --repair, mend the library."""

from __future__ import annotations

from rehearse import settings
from rehearse.cli.output import show
from rehearse.cli.parts import Runner
from rehearse.errors import Problem
from rehearse.library import doctor as library_doctor
from rehearse.models.client import Client
from rehearse.models.discovery import look
from rehearse.models.endpoint import Timeouts, parse_endpoint
from rehearse.models.keys import Keys, env_key
from rehearse.paths import data_paths


def doctor(repair: bool) -> int:
    paths = data_paths()
    findings = (library_doctor.repair if repair else library_doctor.check)(paths.library, paths.backups)
    for finding in findings:
        show(f"{'!' if finding.fault else 'ok':>2}  {finding.sentence} {finding.hint}".rstrip())
    runner = Runner()
    try:
        runner.run(_services())
    finally:
        runner.close()
    return 1 if any(f.fault for f in findings) else 0


async def _services() -> None:
    paths = data_paths()
    keys = Keys()
    where = await keys.look()
    if where == "keyring":
        show("ok  Keys are kept in the system keyring.")
    else:
        show("ok  There is no system keyring; a key is kept in memory for one session only.")
    for found in await look():
        models = ", ".join(found.models[:4]) or "no model loaded"
        show(f"ok  {found.name} answers at {found.url}: {models}.")
    kept, sentence = settings.load(paths.settings)
    if sentence:
        show(f" !  {sentence}")
    if not kept.url:
        show("ok  No model is set; the offline stakeholder plays.")
        return
    try:
        endpoint = parse_endpoint(kept.url, kept.model or "none", Timeouts(kept.connect, kept.tell, kept.end))
        client = Client(endpoint, env_key() or await keys.get(endpoint))
        try:
            models = ", ".join((await client.models())[:4])
        finally:
            await client.close()
    except Problem as problem:
        show(f" !  {problem}")
    else:
        show(f"ok  {endpoint.host} answers: {models}.")
