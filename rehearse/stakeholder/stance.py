"""How the stakeholder's inner state moves. Code decides; a model never does (rules of the stakeholder, 4 to 7).

Pure functions over values. At most one stage up in a turn, down is free; after an objection that was not answered there
is no agreeing; pressure, repetition and flattery never help.
"""

from __future__ import annotations

from dataclasses import replace

from rehearse.conversation import STAGES, Appraisal, ConcernState, Move, MoveKind, Reason, Stage, Stance
from rehearse.personas import Persona
from rehearse.stakeholder import ladder, memory, trust
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.facts import Contradiction, contradictions
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.status import ORDER, move, on_the_table, rank, weighted_met

SHARE = 0.6  # of the weight on the table that must be met, and of the file's weight that must be on the table
ASK_STANDS = 2  # turns for which an ask with owner and date stays on the table
BY_ALL = "of how the talk went"  # why they moved where no line of yours did it
_NEGATIVE: tuple[MoveKind, ...] = ("pressures", "pulls_rank", "threatens", "dismisses")
_BREAKERS: dict[str, MoveKind] = {"rank": "pulls_rank", "threat": "threatens", "dismissal": "dismisses", "pressure": "pressures"}


def begin(setting: Setting) -> Stance:
    """The stance before the first turn."""
    persona, numbers = setting.persona, setting.numbers
    at = trust.start(persona.temperament.receptivity, numbers.trust)
    cap = None
    if setting.moved_by == "influencing":
        series = setting.series
        cap = ladder.cap_for(
            series.meetings if series else 0, series.ladder if series else "resists", series.kept_once if series else None
        )
    begun = Stance(
        stage="guarded",
        trust=at,
        patience=max(3, persona.temperament.patience + numbers.patience),
        ladder="resists",
        concerns={c.id: ConcernState() for c in persona.concerns},
        cap=cap,
    )
    if setting.moved_by == "influencing" and setting.series is not None:
        return memory.carried(persona, setting.series, begun)
    return begun


def step(setting: Setting, before: Stance, reading: Reading, appraisal: Appraisal) -> Stance:
    """The stance after one turn of yours. What the stakeholder then says is applied by `rehearse.stakeholder.act.spoken`."""
    persona = setting.persona
    turn = before.turn + 1
    against = contradictions(reading.text, setting.facts)
    states = _states(persona, before, appraisal, reading)
    taken = tuple(
        m for m in appraisal.moves if m.kind == "takes_up" and m.test and m.test not in before.conditions_taken
    )  # fmt: skip
    changes, states = trust.moves(persona, before, states, appraisal, reading, against, taken)
    after = _remember(before, reading, appraisal, turn, taken)
    after = replace(after, concerns=states, trust=trust.clamp(before.trust + sum(c.by for c in changes)))
    after = _forced(persona, after, appraisal)
    after = replace(after, floor_hits=before.floor_hits + (after.trust <= trust.LOW))
    stage, broke = _stage(setting, before, after, appraisal, against)
    after = replace(after, stage=stage, ended_by=broke)
    after = replace(after, patience=before.patience - _cost(persona, before, after, reading, appraisal))
    if after.patience <= 0 and ladder.rank(after.stage) < ladder.rank("weighing"):
        after = replace(after, stage="disengaged", patience=0)
    after = replace(after, patience=max(0, after.patience), ladder=ladder.of(after))
    lost = min((c for c in changes if c.by < 0), key=lambda c: c.by, default=None)
    why = _why(persona, before, after, appraisal, lost.reason if lost else None)
    return replace(after, why=tuple(c.reason for c in changes) + why)


def _states(persona: Persona, before: Stance, appraisal: Appraisal, reading: Reading) -> dict[str, ConcernState]:
    parked3 = any(before.concerns[c.id].parked and c.weight == 3 for c in persona.concerns)
    return {
        c.id: move(c, before.concerns[c.id], appraisal, reading, may_park=not (c.weight == 3 and parked3))
        for c in persona.concerns
    }


def _remember(before: Stance, reading: Reading, appraisal: Appraisal, turn: int, taken: tuple[Move, ...]) -> Stance:
    """What this turn leaves behind: who was named, what was asked, promised and offered."""
    view_asked = appraisal.has("asks_open", "invites")
    used = appraisal.has("reflects", "acknowledges", "concedes", "takes_up")
    asked_at = before.view_asked_at
    if used or (asked_at is not None and turn - asked_at >= trust.UNUSED_AFTER):
        asked_at = None
    if view_asked:
        asked_at = turn
    promise = reading.span("promise")
    return replace(
        before,
        turn=turn,
        why=(),
        conditions_taken=tuple(dict.fromkeys(before.conditions_taken + tuple(m.test or "" for m in taken))),
        invited=before.invited or appraisal.has("invites"),
        used_answer=before.used_answer or (before.invited and used),
        view_asked_at=asked_at,
        asked_view=before.asked_view or view_asked,
        gave_own=before.gave_own or reading.has("own_time", "demo", "credit"),
        next_contact=before.next_contact or (reading.has("date") and reading.has("own_time", "promise", "invitation", "ask")),
        pushed=before.pushed or appraisal.has(*_NEGATIVE),
        promises=before.promises + ((_sentence(reading, promise.start),) if promise else ()),
        ask_at=turn if appraisal.has("asks_commitment") else before.ask_at,
        owner_at=turn if reading.has("owner") else before.owner_at,
        date_at=turn if reading.has("date") else before.date_at,
    )


def _sentence(reading: Reading, at: int) -> str:
    return next((s.text for s in reading.sentences if s.start <= at < s.end), reading.text).strip()


def _forced(persona: Persona, after: Stance, appraisal: Appraisal) -> Stance:
    """A yes under rank or pressure from somebody who yields to it is complies, for the whole meeting."""
    yields = "rank" in persona.temperament.yields_to
    if yields and appraisal.has("pulls_rank", "pressures") and appraisal.has("asks_commitment"):
        return replace(after, forced=True)
    return after


def asked_in_full(after: Stance) -> bool:
    """An explicit ask with owner and date, made in this turn or the two before."""
    stands = after.turn - ASK_STANDS
    return all(at is not None and at >= stands for at in (after.ask_at, after.owner_at, after.date_at))


def gates(setting: Setting, after: Stance, pushed_now: bool) -> dict[Stage, bool]:
    """Which gates stand open, each by its own rule. A stage needs all gates up to its own."""
    persona, numbers = setting.persona, setting.numbers
    heavy = [after.concerns[c.id].status for c in persona.concerns if c.weight == 3]
    moved = any(ladder_rank > rank("raised") for ladder_rank in (rank(s.status) for s in after.concerns.values()))
    settled = (
        all(s in ("met", "parked") for s in heavy)
        and weighted_met(persona, after.concerns) >= SHARE
        and on_the_table(persona, after.concerns) >= SHARE
    )
    if setting.moved_by == "influencing":
        last = after.asked_view and after.gave_own and after.next_contact and not after.pushed
    else:
        last = asked_in_full(after)
        # "Yes, if ..." is said to something: an ask of yours, or the one that stands in the scenario or was typed at the start.
        settled = settled and bool(setting.wanted or after.ask_at is not None)
    return {
        "guarded": True,
        "probing": moved or after.asked_view,
        "weighing": any(rank(s) >= ORDER.index("partly_met") for s in heavy) and after.trust >= numbers.weighing,
        "conditional": settled,
        "committed": last and after.trust >= numbers.committed and not pushed_now,
    }


def _stage(
    setting: Setting, before: Stance, after: Stance, appraisal: Appraisal, against: tuple[Contradiction, ...]
) -> tuple[Stage, str | None]:
    if broke := _broken(setting, appraisal, against):
        return "disengaged", broke
    if after.floor_hits >= 2 or before.stage == "disengaged":
        return "disengaged", None
    pushed_now = appraisal.has(*_NEGATIVE)
    open_gates = gates(setting, after, pushed_now)
    best: Stage = "guarded"
    for stage in STAGES[:5]:
        if not open_gates[stage]:
            break
        best = stage
    if (pushed_now or _passed_over(before, appraisal)) and ladder.rank(best) > ladder.rank(before.stage):
        best = before.stage  # a turn that pushes, or passes over what was just asked, moves nothing up, whatever else it holds
    highest = min(ladder.rank(best), ladder.rank(before.stage) + 1)
    return STAGES[highest], None


def _passed_over(before: Stance, appraisal: Appraisal) -> bool:
    """Whether the worry that their last line put on the table went without any answer."""
    verdict = appraisal.of(before.pressed) if before.pressed else None
    return verdict is not None and verdict.verdict in ("ignored", "deflected")


def _broken(setting: Setting, appraisal: Appraisal, against: tuple[Contradiction, ...]) -> str | None:
    """The deal breaker that this turn crossed. A worry waved away (or a push) in a turn that also takes one up is read as
    clumsy, not as contempt: it costs trust and ends nothing."""
    took_up = any(c.verdict in ("evidenced", "engaged") for c in appraisal.concerns) or appraisal.has("concedes", "acknowledges")
    for breaker in setting.persona.deal_breakers:
        if breaker == "rank" and "rank" in setting.persona.temperament.yields_to:
            continue
        if breaker == "figure_against_facts":
            crossed = bool(against)
        else:
            kind = _BREAKERS.get(breaker)
            crossed = kind is not None and appraisal.has(kind) and not (took_up and breaker in ("dismissal", "pressure"))
        if crossed:
            return breaker
    return None


def _cost(persona: Persona, before: Stance, after: Stance, reading: Reading, appraisal: Appraisal) -> int:
    """What the turn costs in patience (rules of the stakeholder, 6)."""
    rose = any(rank(after.concerns[c].status) > rank(s.status) for c, s in before.concerns.items())
    asked = appraisal.has("asks_open", "follows_up", "asks_closed") and any(
        m.concern for m in appraisal.moves if m.kind in ("asks_open", "follows_up", "asks_closed")
    )
    climbed = ladder.rank(after.stage) > ladder.rank(before.stage)
    pushed = appraisal.has(*_NEGATIVE)
    cost = 0 if (rose or asked or climbed) and not pushed else 1
    verdict = appraisal.of(reading.voiced) if reading.voiced else None
    ignored_again = (
        verdict is not None and verdict.verdict == "ignored" and before.concerns[verdict.id].last in ("ignored", "deflected")
    )
    cost += ignored_again + appraisal.has("repeats") + appraisal.has("monologue")
    costly = persona.vocabulary.costs_patience
    return cost + any(m.kind == "jargon" and m.quote.lower() in {w.lower() for w in costly} for m in appraisal.moves)


def _why(persona: Persona, before: Stance, after: Stance, appraisal: Appraisal, lost: Reason | None) -> tuple[Reason, ...]:
    """Why statuses, stage and ladder changed, in words for people. `lost` is what cost most trust."""
    reasons = []
    for concern in persona.concerns:
        was, now = before.concerns[concern.id].status, after.concerns[concern.id].status
        if now == was:
            continue
        verdict = appraisal.of(concern.id)
        because = {
            "met": f"{concern.label} is answered",
            "partly_met": f"{concern.label} is half answered",
            "acknowledged": f"you acknowledged {concern.label.lower()}",
            "parked": f"you put {concern.label.lower()} off with an owner and a date",
            "raised": f"{concern.label} came back because you pushed",
        }.get(now, concern.label)
        reasons.append(Reason(f"concern:{concern.id}:{now}", because, verdict.quote if verdict else None))
    if after.stage != before.stage:
        best = max((r for r in reasons if r.quote), key=lambda r: ("met" in r.what, "partly" in r.what), default=None) or next(
            (r for r in reasons), None
        )
        question = appraisal.first("asks_open", "follows_up")
        if best is None and question is not None:
            best = Reason("", "you asked about their view", question.quote)
        if ladder.rank(after.stage) < ladder.rank(before.stage):
            best = _drew_back(after, appraisal, reasons, lost)
        because = best.because if best else BY_ALL
        reasons.append(Reason(f"stage:{after.stage}", because, best.quote if best else None))
    if after.ladder != before.ladder:
        because, quote = (reasons[-1].because, reasons[-1].quote) if reasons else (BY_ALL, None)
        if after.forced and not before.forced:
            because, quote = "you made it an order", None
        reasons.append(Reason(f"ladder:{after.ladder}", because, quote))
    return tuple(reasons)


def _drew_back(after: Stance, appraisal: Appraisal, reasons: list[Reason], lost: Reason | None) -> Reason | None:
    """Why the stage fell. Never what the same turn settled: nobody draws back because a worry was answered."""
    push = appraisal.first(*_NEGATIVE)
    if push is not None:
        return Reason("", "you pushed", push.quote)
    if after.stage == "disengaged" and after.ended_by is None and after.patience <= 0:
        return Reason("", "patience ran out")
    return lost or next((r for r in reasons if r.what.endswith(":raised")), None)
