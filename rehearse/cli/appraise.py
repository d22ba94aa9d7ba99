"""`rehearse appraise`: what each line would do to the concerns of a person, so that who writes one can try it."""

from __future__ import annotations

import sys
from typing import Any

from rehearse.cli.casting import cast
from rehearse.cli.output import complain, show, show_json, wrapped
from rehearse.cli.parts import Runner, catalog
from rehearse.cli.stdin import lines
from rehearse.errors import InputProblem, ServiceProblem
from rehearse.exchange.record import appraisal as as_json_object
from rehearse.paths import data_paths
from rehearse.personas import Persona
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder import stance
from rehearse.stakeholder.setting import Setting


def appraise(persona: str, concern: str | None, model: str | None, endpoint: str | None, as_json: bool) -> int:
    """Read lines from standard input and print what each does. Returns the exit code."""
    with Runner() as runner:
        person = catalog().persona(persona)
        if concern is not None and person.concern(concern) is None:
            raise InputProblem(f'{person.name} has no concern "{concern}".', _instead(person, concern))
        if sys.stdin is not None and sys.stdin.isatty():
            complain("Type what you would say, one line each; Ctrl-D ends.")
        found: list[dict[str, Any]] = []
        failed: ServiceProblem | None = None
        try:
            runner.run(_all(person, concern, list(lines(sys.stdin)), model, endpoint, found, print_each=not as_json))
        except ServiceProblem as problem:
            failed = problem  # what was appraised before is not lost
    if as_json:
        show_json({"format": "rehearse/appraisal@1", "persona": person.id, "lines": found})
    if failed is not None:
        raise failed
    return 0


def _instead(person: Persona, given: str) -> str:
    from rehearse.catalog.report import nearest

    ids = [c.id for c in person.concerns]
    near = nearest(given, ids)
    return f"{f'Did you mean {near}? ' if near else ''}There are: {', '.join(ids)}."


async def _all(
    person: Persona, concern: str | None, texts: list[str], model: str | None, url: str | None, found: list[dict[str, Any]],
    print_each: bool,
) -> None:  # fmt: skip
    """Appraise each line into `found`. Raises ServiceProblem where the model cannot be reached."""
    who = await cast(model, url, data_paths())
    setting = Setting(person)
    begun = stance.begin(setting)
    try:
        for text in texts:
            reading = rules.read(text, person, (), concern)
            seen = await who.appraiser.appraise(setting, begun, (), reading)
            signals = [{"kind": s.kind, "start": s.start, "end": s.end} for s in reading.signals]
            found.append({"text": text, "signals": signals, **as_json_object(seen), "appraised_by": seen.by})
            if print_each:
                _print(found[-1], by_rule_instead=who.model is not None and seen.by == "offline")
    finally:
        await who.close()


def _print(line: dict[str, Any], by_rule_instead: bool) -> None:
    text = line["text"]
    show(wrapped(text, "> "))
    for signal in line["signals"]:
        show(f"    {signal['kind']}: {text[signal['start'] : signal['end']]}")
    for move in line["moves"]:
        about = f" ({move['concern']}{'.' + move['test'] if move['test'] else ''})" if move["concern"] else ""
        show(f"  {move['kind']}{about}: {move['quote']}")
    for verdict in line["concerns"]:
        if verdict["verdict"] != "ignored":
            tests = f" [{', '.join(verdict['tests'])}]" if verdict["tests"] else ""
            show(f"  {verdict['id']}: {verdict['verdict']}{tests}")
    if by_rule_instead:
        show("  (by rule: the model's appraisal could not be used)")
    show()
