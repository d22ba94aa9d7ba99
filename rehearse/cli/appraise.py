"""`rehearse appraise`: what each line would do to the concerns of a person, so that who writes one can try it."""

from __future__ import annotations

import sys
from typing import Any

from rehearse.cli.output import show, show_json, wrapped
from rehearse.cli.parts import Runner, cast, catalog
from rehearse.cli.stdin import lines
from rehearse.errors import InputProblem
from rehearse.exchange.record import appraisal as as_json_object
from rehearse.paths import data_paths
from rehearse.personas import Persona
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder import stance
from rehearse.stakeholder.setting import Setting


def appraise(persona: str, concern: str | None, model: str | None, endpoint: str | None, as_json: bool) -> int:
    person = catalog().persona(persona)
    if concern is not None and person.concern(concern) is None:
        known = ", ".join(c.id for c in person.concerns)
        raise InputProblem(f'{person.name} has no concern "{concern}".', f"There are: {known}.")
    texts = list(lines(sys.stdin))
    runner = Runner()
    try:
        found = runner.run(_all(person, concern, texts, model, endpoint))
    finally:
        runner.close()
    if as_json:
        show_json({"format": "rehearse/appraisal@1", "persona": person.id, "lines": found})
    else:
        for line in found:
            _print(line)
    return 0


async def _all(
    person: Persona, concern: str | None, texts: list[str], model: str | None, url: str | None
) -> list[dict[str, Any]]:
    who = await cast(model, url, data_paths())
    setting = Setting(person)
    begun = stance.begin(setting)
    try:
        found = []
        for text in texts:
            reading = rules.read(text, person, (), concern)
            seen = await who.appraiser.appraise(setting, begun, (), reading)
            signals = [{"kind": s.kind, "start": s.start, "end": s.end} for s in reading.signals]
            found.append({"text": text, "signals": signals, **as_json_object(seen), "appraised_by": seen.by})
        return found
    finally:
        if who.client is not None:
            await who.client.close()


def _print(line: dict[str, Any]) -> None:
    show(wrapped(line["text"], "> "))
    text = line["text"]
    for signal in line["signals"]:
        show(f"    {signal['kind']}: {text[signal['start'] : signal['end']]}")
    for move in line["moves"]:
        about = f" ({move['concern']}{'.' + move['test'] if move['test'] else ''})" if move["concern"] else ""
        show(f"  {move['kind']}{about}: {move['quote']}")
    for verdict in line["concerns"]:
        if verdict["verdict"] != "ignored":
            tests = f" [{', '.join(verdict['tests'])}]" if verdict["tests"] else ""
            show(f"  {verdict['id']}: {verdict['verdict']}{tests}")
    show()
