"""`rehearse doctor`: check the library, the keyring and the endpoints; with --repair, mend the library."""

from __future__ import annotations

from rehearse import settings
from rehearse.cli.output import show
from rehearse.cli.parts import Runner
from rehearse.errors import Problem, ServiceProblem
from rehearse.library import doctor as library_doctor
from rehearse.models.client import Client
from rehearse.models.discovery import look
from rehearse.models.endpoint import Timeouts, parse_endpoint
from rehearse.models.keys import Keys, env_key
from rehearse.paths import Paths, data_paths


def doctor(repair: bool) -> int:
    """Say what is well and what is not, a line each. Returns 1 where the library is at fault, else 3 where the service is."""
    paths = data_paths()
    findings = (library_doctor.repair if repair else library_doctor.check)(paths.library, paths.backups)
    for finding in findings:
        _say(f"{finding.sentence} {finding.hint}".strip(), not finding.fault)
    with Runner() as runner:
        code = runner.run(_services(paths))
    return 1 if any(f.fault for f in findings) else code


async def _services(paths: Paths) -> int:
    keys = Keys()
    if await keys.look() == "keyring":
        if await keys.answers():
            _say("Keys are kept in the system keyring.")
        else:
            _say(
                "The system keyring is locked or does not answer; until it does, a key is kept in memory for one session only.",
                False,
            )
    else:
        _say("There is no system keyring; a key is kept in memory for one session only.")
    for found in await look():
        models = ", ".join(found.models[:4]) or "no model loaded"
        _say(f"{found.name} answers at {found.url}: {models}.")
    kept, aside = settings.load(paths.settings)
    if aside:
        _say(aside, False)
    if not kept.url:
        _say("No model is set; the offline stakeholder plays.")
        return 0
    try:
        endpoint = parse_endpoint(kept.url, kept.model or "none", Timeouts(kept.connect, kept.tell, kept.end))
        client = Client(endpoint, env_key() or await keys.get(endpoint))
        try:
            models = ", ".join((await client.models())[:4])
        finally:
            await client.close()
    except Problem as problem:
        _say(str(problem), False)
        return 3 if isinstance(problem, ServiceProblem) else 1
    _say(f"{endpoint.host} answers: {models or 'no model loaded'}.")
    return 0


def _say(sentence: str, well: bool = True) -> None:
    show(f"{'ok' if well else ' !'}  {' '.join(sentence.split())}")
