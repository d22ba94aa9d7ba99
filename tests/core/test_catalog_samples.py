"""Sample files that the other tests of the catalog write, change and break."""

from __future__ import annotations

from pathlib import Path

from rehearse.catalog import Catalog
from rehearse.paths import Paths

PERSONA = """\
# who she is
format: rehearse/persona@1
id: harbour-master
name: Ines Okoro
pronouns: she
role: Head of operations
audience: executive
emblem: anchor
summary: Keeps the port running.
register: terse
cares_about: [ships on time]
vocabulary: {likes: [berths], costs_patience: [Kubernetes], instead: {latency: waiting ships}}
temperament: {receptivity: 2, patience: 8, minutes: 10, yields_to: []}
opening: ["You have [[minutes]] minutes."]
answers:
  - {about: [budget], say: [Up to a hundred thousand I sign alone.]}
concerns:
  - id: payback
    kind: return
    label: Payback
    weight: 3
    reveal: start
    about: [cost, money]
    root: [A saving never came.]
    resolved_by:
      - {id: figure, test: Gives a figure, needs: [[figure.money, customer], period]}
      - {id: source, test: Says where from, needs: [source], of: figure, asked_by: 2}
    not_enough: [Quality pays off., {says: Later., as: deflected}]
    objections:
      - What does it cost?
      - {says: "[[figure]]? From where?", needs: [figure]}
    accepts: ["[[figure]]. Good."]
  - {id: calm, kind: risk, label: Calm, weight: 2, reveal: "trust >= 2.75", about: [quiet], root: [It was loud once.],
     resolved_by: [{id: back, test: A way back, needs: [rollback]}], objections: [What if it breaks?, And then?]}
  - {id: hands, kind: capacity, label: Hands, weight: 1, reveal: "met: payback", about: [people], root: [We lost two.],
     resolved_by: [{id: size, test: The size, needs: [figure.effort]}], objections: [Who does it?, With whom?]}
conditions:
  - {id: stop, says: Half of it or we stop., about: [half], taken_up_by: [[stop_rule, concession]]}
gives:
  - {id: finance, kind: name, says: Take Dana from finance.}
deal_breakers: [rank, threat, figure_against_facts]
withheld:
  - {id: board, about: [board], says: [The board asks about renewals.], reveal: asked}
lines:
  press: [One., Two., Three., Four.]
endings: {resists: [No.], complies: [If I must.], agrees: [Fine.], buys_in: [Yes.]}
"""

SCENARIO = """\
format: rehearse/scenario@1
id: new-crane
title: A new crane
persona: harbour-master
mode: selling
situation: The old one broke twice.
timing: {closes: in two weeks, load: crunch}
subject: {noun: broken crane, ask: one crane}
ask: One crane
minutes: 8
rubric: short
facts:
  - {id: breaks, says: It broke twice, source: log, value: 2, unit: times, shared: true}
withheld:
  - {id: lease, about: [lease], says: [The lease ends.], reveal: "met: payback"}
persona_for_this:
  concerns:
    - {id: storm, kind: timing, label: Storms, weight: 2, about: [wind], root: [Last autumn.],
       resolved_by: [{id: when, test: A date, needs: [date]}], objections: [In the storm season?, Why not later?]}
playtest:
  strong:
    - - {say: "It broke twice."}
      - {for: storm, say: "By 4 May it stands."}
mentor_notes: Never shown.
"""

RUBRIC = """\
format: rehearse/rubric@1
id: short
title: Short
criteria:
  - id: evidence
    weight: {selling: 15, influencing: 10}
    checks:
      figure: "Is there a figure?"
      source: {question: "Is it said where it comes from?", counts: A name., needs: [source]}
  - {id: objections, source: ledger, weight: {selling: 20, influencing: 14}, checks: {heavy: "Was the heavy one answered?"}}
red_flags: {pressure: -5, ignored_question: -5}
"""

COMMON = """\
format: rehearse/lines@1
register: terse
lines:
  press: [Again., Still nothing.]
  doubt: [Really?, "[[period]]?"]
"""


def put(folder: Path, name: str, text: str) -> Path:
    """Write a file, folders and all."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def catalog(tmp_path: Path) -> Catalog:
    """A catalog whose built-in folder has one of each; the data folder is there and empty."""
    built_in = tmp_path / "built-in"
    put(built_in, "harbour-master.yaml", PERSONA)
    put(built_in, "scenarios/new-crane.yaml", SCENARIO)
    put(built_in, "rubrics/short.yaml", RUBRIC)
    put(built_in, "registers/terse.yaml", COMMON)
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    return Catalog(Paths(home), built_in)


def test_the_samples_are_without_fault(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    assert [str(f) for f in cat.check([tmp_path / "built-in"]) if not f.warning] == []
