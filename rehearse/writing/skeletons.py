"""What a new person, situation or rubric begins with: whole enough to be tried, with plain examples to write over. What nobody else
can know (a name, a title, who it is with) is empty, and is said to be missing until it is written."""

from __future__ import annotations

NEW = {"persona": "new-person", "scenario": "new-situation", "rubric": "new-rubric"}
"""The id of what has no name yet; it gets one of its own when it is published."""

PERSONA = """\
# What is true of this person in any situation. What belongs to one company or one ask is in the situation.
format: rehearse/persona@1
id: new-person
name: ""
pronouns: they
language: en
role: ""
audience: executive
emblem: circles
summary: "One sentence about who they are and what they have seen."
voice: "How they talk. Short or long sentences, dry or warm."
register: plain
cares_about: [what comes back for the money, no surprises]
vocabulary:
  likes: [customers, revenue, risk]
  costs_patience: [microservices, refactor]
  instead: {refactor: fewer stoppages}
temperament: {receptivity: 3, patience: 9, minutes: 10, yields_to: []}
opening:
  - "You have [[minutes]] minutes. What is it about?"
  - "Go on. What do you need from me?"
answers:
  - about: [priorities, matters, goal, success]
    say:
      - "What we promised to customers, and whether it holds."
  - about: [budget, decide, approve]
    say:
      - "Small things I decide myself. For large ones I need a second voice."
concerns:
  - id: payback
    kind: return
    label: Payback
    worry: "The money never comes back."
    root:
      - "Twice I stood up for a saving that never came."
    weight: 3
    reveal: start
    about: [cost, save, savings, revenue, budget, return, money]
    resolved_by:
      - {id: figure, test: "Gives a figure in money or customers over a period", needs: [[figure.money, customer], period], sounds_like: ["It costs 70,000 and saves 4,000 a month from June."]}
      - {id: source, test: "Says where the figure comes from", needs: [source], of: figure, asked_by: 2, sounds_like: ["Finance took it from the ledger."]}
    not_enough:
      - "Quality always pays off in the long run."
    objections:
      - "What does it cost us, and when do we see it back?"
      - {says: "I have heard [[figure]] before. Where does it come from?", needs: [figure]}
    accepts:
      - "That number I can repeat."
  - id: distraction
    kind: capacity
    label: Distraction
    worry: "The team does this in place of what was promised."
    root:
      - "Last year we began three things and finished none."
    weight: 2
    reveal: start
    about: [team, capacity, time, plan, busy, instead]
    resolved_by:
      - {id: traded, test: "Says what waits for it, or that it is small", needs: [[trade_off, small_step]], sounds_like: ["The report page waits for two weeks."]}
    objections:
      - "Who does it, and what do they not do meanwhile?"
      - "I was told that everybody was busy. Which is it?"
    accepts:
      - "Then I know what waits. Good."
  - id: no-way-back
    kind: risk
    label: No way back
    worry: "Once begun, it cannot be stopped."
    root:
      - "Nobody ever told me on which day we could have stopped."
    weight: 1
    reveal: asked
    about: [risk, wrong, fail, stop, back]
    resolved_by:
      - {id: stop, test: "Says when to stop, or how to go back", needs: [[stop_rule, rollback]], sounds_like: ["If it is not half by June, we stop."]}
    objections:
      - "And if it goes wrong?"
      - "On which day do we know?"
    accepts:
      - "A day to stop. I can live with that."
conditions:
  - {id: stop, says: "Half of it after the trial, or we stop.", about: [half, stop, trial], taken_up_by: [[stop_rule, concession]]}
gives:
  - {id: slot, kind: time, says: "Take ten minutes of my next review."}
endings:
  resists: ["Not now. Thank you for coming.", "I am not there. Let us leave it."]
  complies: ["Do it, then. I will not stand in the way.", "If it has to be."]
  agrees: ["Yes. Do it as you said.", "All right. You have my yes."]
  buys_in: ["Yes, and I want to see it work.", "Good. Count me in."]
"""

SCENARIO = """\
# One situation around a person. The person's own file stays as it is; what they have on the table here is in persona_for_this.
format: rehearse/scenario@1
id: new-situation
title: ""
mode: selling
your_role: "Senior engineer, no team of your own"
situation: "What happened, what is at stake, and why it comes up now."
timing: {closes: in two weeks, load: normal}
subject: {noun: checkout outages, ask: two engineers for six weeks}
ask: "Two engineers for six weeks"
minutes: 10
difficulty: normal
rubric: buy-in
facts:
  - {id: outages, says: "14 incidents in two quarters, 9 of them in checkout", source: incident log, shared: true}
  - {id: orders, says: "48,000 of orders a month that never came back, give or take 15 %", source: refund ledger}
withheld:
  - {id: renewals, about: [board, renewals, priority, feel it], says: ["What the board asks me about is renewals."], reveal: asked}
playtest:
  strong:
    - - {say: "We lose 48,000 in orders a month because checkout goes down at peak. That is from the refund ledger, give or take 15 %. Where do you feel it most?"}
      - {say: "You said what matters to you. If the losses are not half by June, we stop. The report page waits for two weeks; that is what it costs."}
      - {say: "I ask you for two engineers for six weeks from Monday. I own it. Can I have your decision today?"}
  weak:
    - - {say: "We should really clean up the checkout code."}
      - {say: "It is best practice. Everybody does it."}
      - {say: "Trust me, it will pay off in the long run."}
mentor_notes: ""
"""

RUBRIC = """\
# Yes or no questions about what was said. A check with `needs` is seen offline, by signals; without, only a model can judge it.
format: rehearse/rubric@1
id: new-rubric
title: ""
criteria:
  - id: proof
    title: Proof
    weight: {selling: 10, influencing: 10}
    checks:
      number:
        question: "Is a number given with where it comes from?"
        counts: "A figure and its source stand in the same line."
        does_not: "A size without a number, or a number out of nowhere."
        example: "The ledger says 48,000 a month."
        not_example: "It costs us a lot."
        needs: [figure, source]
  - id: way-back
    title: A way back
    weight: {selling: 10, influencing: 6}
    checks:
      stop:
        question: "Is it said when to stop?"
        counts: "A day or a figure at which it ends is named."
        does_not: "It is said that it can be stopped at any time."
        example: "If it is not half by June, we stop."
        not_example: "We can always go back."
        needs: [[stop_rule, rollback]]
  - id: objections
    title: Objections
    source: ledger
    weight: {selling: 20, influencing: 14}
    checks:
      acknowledged: "Were at least half of the objections acknowledged?"
      root: "Were at least half answered or parked?"
red_flags: {pressure: -5, dismissal: -5}
"""

TEXTS = {"persona": PERSONA, "scenario": SCENARIO, "rubric": RUBRIC}
"""The skeleton of each kind."""

EXAMPLES: dict[str, tuple[tuple[str | int, ...], ...]] = {
    "persona": (("summary",), ("voice",)),
    "scenario": (("situation",), ("playtest", "strong", 0, 0, "say"), ("playtest", "weak", 0, 0, "say")),
    "rubric": (),
}
"""Fields whose text in the skeleton is there to be written over: as it stands it is true of nobody."""
