"""`rehearse list agreement`: how far mentors agree with each other, and the checks that they keep reading differently."""

from __future__ import annotations

from functools import partial
from typing import Any

from rehearse.cli.handing import shown
from rehearse.cli.output import counted, show, show_json, table, wrapped
from rehearse.cli.parts import opened
from rehearse.exchange.words import SAID


def list_agreement(as_json: bool) -> int:
    """Compare the marks of everybody on what two or more people read. Returns the exit code."""
    from rehearse.bundles import calibrating
    from rehearse.review.agreement import ENOUGH
    from rehearse.review.calibration import CheckBetween, between

    with opened() as (runner, library, _):
        found = runner.run(library.ask_bundles(calibrating.marked))
        asked = [runner.run(library.ask_bundles(partial(calibrating.read, one=one))) for one in found]
    reads = [one for one in asked if one is not None]
    said = between(review for one in reads for review in one.reviews)

    def plain(check: CheckBetween) -> dict[str, Any]:
        return {
            "rubric": check.rubric, "criterion": check.criterion, "check": check.check, "question": check.question,
            "compared": check.told.n, "same": check.told.same, "kappa": check.told.kappa if check.enough else None,
            "rewrite": check.rewrite,
            "apart": [
                {
                    "submission": i.digest,
                    "marks": [{"name": w.name, "verdict": w.verdict, "why": w.why, "made": w.made} for w in i.words],
                }
                for i in check.apart
            ],
        }  # fmt: skip

    if as_json:
        show_json(
            {
                "format": "rehearse/list@1", "kind": "agreement", "submissions": len(reads), "compared": said.told.n,
                "same": said.told.same, "kappa": said.told.kappa if said.enough else None, "criteria": said.sums,
                "within_one": said.within_one, "items": [plain(c) for c in said.checks],
            }
        )  # fmt: skip
        return 0
    if not reads:
        show("No submission has marks by two people yet. `rehearse open FILE` takes in another mentor's feedback.")
        return 0
    for check in said.rewrite:
        show(wrapped(f"To rewrite: {shown(check.question)} ({check.told.n - check.told.same} of {check.told.n} apart)"))
        for instance in check.apart:
            for word in instance.words:
                why = f": {shown(word.why)}" if word.why else ""
                show(wrapped(f"{shown(word.name)}: {SAID[word.verdict]}{why}", "    "))
            show()
    kappas = [f"{c.told.kappa:.2f}" if c.enough and c.told.kappa is not None else "" for c in said.checks]
    rows = [(f"{c.criterion}/{c.check}", f"{c.told.same} of {c.told.n}", k) for c, k in zip(said.checks, kappas, strict=True)]
    table(rows, ("check", "the same", "kappa"))
    show()
    if not said.enough:
        show(f"{counted(said.told.n, 'check')} compared; {ENOUGH} are needed before there is a number.")
    else:
        kappa = f", kappa {said.told.kappa:.2f}" if said.told.kappa is not None else ""
        show(f"The same in {said.told.same} of {said.told.n}{kappa}.")
    return 0
