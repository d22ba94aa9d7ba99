"""`rehearse playtest`: a scenario's own scripts, played against its stakeholder. Does it tell strong from weak?"""

from __future__ import annotations

from rehearse.cli.output import show, show_json, table, wrapped
from rehearse.cli.parts import catalog
from rehearse.conversation import LADDER
from rehearse.playtest import Played, Report, as_json, by_script
from rehearse.playtest import playtest as play
from rehearse.preparation import Choice, prepare


def playtest(scenario: str, seeds: int, as_json_object: bool) -> int:
    """Play and print. Returns the exit code. Raises InputProblem where the scenario is at fault or has nothing to play."""
    report = play(prepare(catalog(), Choice(scenario=scenario, seed=0)), seeds)
    if as_json_object:
        show_json(as_json(report))
    else:
        _print(report)
    return 0


def _print(report: Report) -> None:
    setting = report.setting
    title = setting.scenario.title if setting.scenario else ""
    show(wrapped(f"{title}. {setting.persona.name}, {setting.mode}, {report.seeds} seeds a script."))
    show()
    heads = ("script", "meetings", *(step.replace("_", " ") for step in LADDER), "your lines", "patience left", "most often open")
    table([_row(runs) for runs in by_script(report)], heads)
    show()
    for (high, low), value in report.auc.items():
        show(f"{high} over {low}: AUC {value:.2f}")
    show(wrapped(report.verdict))


def _row(runs: tuple[Played, ...]) -> tuple[str, ...]:
    from collections import Counter
    from statistics import median

    left = Counter(c for p in runs for c in p.open)
    steps = (str(sum(p.ladder == step for p in runs)) for step in LADDER)
    most = ", ".join(c for c, _ in left.most_common(2))
    turns, patience = median(p.turns for p in runs), median(p.patience for p in runs)
    return (f"{runs[0].level} {runs[0].script}", str(len(runs)), *steps, f"{turns:g}", f"{patience:g}", most)
