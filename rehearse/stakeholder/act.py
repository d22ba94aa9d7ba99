"""What the stakeholder does next, from a closed list (rules of the stakeholder, 8). A model words it; code chooses it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rehearse.conversation import ActKind, Appraisal, Reason, Stance
from rehearse.events import EndReason
from rehearse.personas import Concern, Persona
from rehearse.signals.text import words
from rehearse.stakeholder import ladder
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.reply import Reply, find_reply
from rehearse.stakeholder.reveal import earned
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.status import rank, required

PRESS, PROBE = 0.43, 0.47  # shares after an objection that was not half answered; the rest acknowledges, nothing agrees
GOOD = (("press", 0.25), ("probe", 0.45), ("acknowledge", 0.30))  # after a good answer
TILT = 0.03  # moved from probe to press for each step of receptivity below 3
GREETING = 3  # words: what is no longer than this and says nothing is passed over, not asked about
HEAVIEST = 0.7  # share of the heaviest worries among those raised next; the rest are one lighter
MOVE_ON = 3  # voicings without progress after which another concern may be raised
_PRESSES: tuple[ActKind, ...] = ("press", "doubt")
VOICES: frozenset[ActKind] = frozenset({"raise", "press", "probe", "doubt", "reopen"})


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with the next line. `reply` is said first where the user asked something; `test` is what the line is
    after; `accepts` a concern whose answer is taken in the same breath; `closing` ends the meeting with this line."""

    kind: ActKind
    concern: str | None = None
    test: str | None = None
    reply: Reply | None = None
    accepts: str | None = None
    condition: str | None = None
    gift: str | None = None
    asks_for_ask: bool = False
    closing: EndReason | None = None


def opening() -> Act:
    return Act("open")


def closing(stance: Stance, reason: EndReason) -> Act:
    """The last line, when the meeting ends by the clock, by patience or because you wrap up."""
    return Act("leave" if stance.stage == "disengaged" else "close", closing=reason)


def choose(
    setting: Setting, before: Stance, stance: Stance, reading: Reading, appraisal: Appraisal, draws: Draws, time_up: bool
) -> Act:
    """The act after one turn of yours."""
    persona = setting.persona
    if stance.stage == "disengaged":
        return closing(stance, "deal_breaker" if stance.ended_by else "patience")
    if stance.stage == "committed":
        return _yes(setting, stance, draws)
    if time_up:
        return closing(stance, "time")
    if stance.patience <= 0:
        return closing(stance, "patience")
    reply = find_reply(setting, stance, reading, appraisal, draws)
    act = _next(setting, before, stance, reading, appraisal, draws)
    if reply is not None:
        if reply.kind in ("tell_root", "tell_fact"):
            # The answer is the act: what was asked for has come out, and the talk stays with it.
            # A fact leaves on the table what was there; what would have been raised next was not raised.
            return Act(reply.kind, concern=reply.concern or (stance.pressed if reply.kind == "tell_fact" else None), reply=reply)
        if act.kind in ("minimal", "clarify", "brush_off") or reply.stands_alone:
            return Act("answer", concern=act.concern if persona.concern(act.concern or "") else None, reply=reply)
        return replace(act, reply=reply)
    return act


def _yes(setting: Setting, stance: Stance, draws: Draws) -> Act:
    """A yes. With a gift of their own where you took up a condition or idea of theirs, or used what they said when invited."""
    if stance.cap in ("resists", "complies"):
        # Influencing: all that this meeting could do is done. A yes in words would say more than is there.
        return Act("close", closing="committed")
    gifts = setting.persona.gives
    reachable = bool(stance.conditions_taken) or stance.used_answer
    allowed = stance.cap in (None, "buys_in") and not stance.forced
    if gifts and reachable and allowed:
        return Act("give", gift=draws.choose("gift", gifts).id, closing="committed")
    return Act("commit", closing="committed")


def _next(setting: Setting, before: Stance, stance: Stance, reading: Reading, appraisal: Appraisal, draws: Draws) -> Act:
    persona = setting.persona
    if _lost(reading, appraisal) and len(words(reading.text)) <= GREETING:
        # "Hello" leaves nothing to clarify: the floor is still yours.
        return Act("minimal", concern=stance.pressed)
    if reading.heap or _lost(reading, appraisal):
        return Act("clarify" if draws.share("clarify") < 0.7 else "brush_off", concern=stance.pressed)
    if act := _backslide(setting, before, stance, draws):
        return act
    pressed = persona.concern(stance.pressed) if stance.pressed else None
    if pressed is None:
        return _raise(setting, stance, draws) or _seek(setting, stance, draws)
    state, was = stance.concerns[pressed.id], before.concerns[pressed.id]
    if state.status == "parked" and was.status != "parked":
        return Act("park", concern=pressed.id)
    if state.status in ("met", "parked"):
        accepts = pressed.id if was.status != state.status or rank(state.status) > rank(was.status) else None
        following = _raise(setting, stance, draws) or _seek(setting, stance, draws)
        return replace(following, accepts=accepts)
    rose = rank(state.status) > rank(was.status)
    if state.status == "partly_met" and rose:
        return _after_good(pressed, stance, draws, setting)
    if state.aggravated > was.aggravated:
        return _press(pressed, stance, draws)
    return _unanswered(setting, pressed, stance, draws, stuck=state.voiced >= MOVE_ON and not rose)


def _lost(reading: Reading, appraisal: Appraisal) -> bool:
    """Nothing in the turn that anybody could answer: no move, no concern touched, and hardly a word."""
    return not appraisal.moves and not reading.signals and all(c.verdict == "ignored" for c in appraisal.concerns)


def _unanswered(setting: Setting, concern: Concern, stance: Stance, draws: Draws, stuck: bool) -> Act:
    """After an objection that was not half answered. Who is `stuck` on it goes to another worry at times, in place of asking
    on: the share that presses stays what it is."""
    tilt = TILT * (3 - setting.persona.temperament.receptivity) + setting.numbers.press
    group = draws.weighted("group", (("press", PRESS + tilt), ("probe", PROBE - tilt), ("acknowledge", 1 - PRESS - PROBE)))
    if group == "press":
        return _press(concern, stance, draws)
    if group == "acknowledge":
        return Act("acknowledge", concern=concern.id, test=_missing(concern, stance))
    if stuck and draws.share("move on") < 0.8 and (other := _raise(setting, stance, draws)):
        return other
    return _probe(concern, stance, draws)


def _after_good(concern: Concern, stance: Stance, draws: Draws, setting: Setting) -> Act:
    group = draws.weighted("good", GOOD)
    if group == "press":
        return replace(_press(concern, stance, draws), kind="press")
    if group == "acknowledge":
        return Act("acknowledge", concern=concern.id, test=_missing(concern, stance))
    return Act("probe", concern=concern.id, test=_missing(concern, stance))


def _press(concern: Concern, stance: Stance, draws: Draws) -> Act:
    kind = draws.weighted("press", (("press", 0.7), ("doubt", 0.3)))
    return Act("press" if kind == "press" else "doubt", concern=concern.id, test=_missing(concern, stance))


def _probe(concern: Concern, stance: Stance, draws: Draws) -> Act:
    kind = draws.weighted("probe", (("probe", 0.8), ("minimal", 0.12), ("clarify", 0.08)))
    kinds: dict[str, ActKind] = {"probe": "probe", "minimal": "minimal", "clarify": "clarify"}
    return Act(kinds[kind], concern=concern.id, test=_missing(concern, stance))


def _missing(concern: Concern, stance: Stance) -> str | None:
    """The first required test that is not met, and whose other half (`of`) is."""
    state = stance.concerns[concern.id]
    open_tests = [concern.test(t) for t in required(concern, state) if t not in state.tests]
    ready = [t for t in open_tests if t is not None and (t.of is None or t.of in state.tests)]
    chosen = next(iter(ready or [t for t in open_tests if t is not None]), None)
    return chosen.id if chosen else None


def _raise(setting: Setting, stance: Stance, draws: Draws) -> Act | None:
    """The next concern: a heavy one answered in advance is voiced once as doubt; else the heaviest that is open."""
    persona = setting.persona
    states = stance.concerns
    for concern in persona.concerns:
        state = states[concern.id]
        if concern.weight == 3 and not state.voiced and state.tests and not set(required(concern, state)) - set(state.tests):
            return Act("doubt", concern=concern.id)
    waiting = [c for c in persona.concerns if states[c.id].status not in ("met", "parked") and _may(c, stance)]
    fresh = [c for c in waiting if not states[c.id].voiced]
    again = [c for c in waiting if states[c.id].voiced and c.id != stance.pressed]
    pool = fresh or again
    if not pool:
        return None
    aggravated = [c for c in again if states[c.id].aggravated and states[c.id].status == "raised"]
    if aggravated:
        return Act("press", concern=aggravated[0].id, test=_missing(aggravated[0], stance))
    heaviest = max(c.weight for c in pool)
    first = draws.weighted(
        "weight", [(heaviest, HEAVIEST), *((w, 1 - HEAVIEST) for w in {heaviest - 1} if any(c.weight == w for c in pool))]
    )
    chosen = draws.choose("concern", [c for c in pool if c.weight == first])
    return Act("raise" if chosen in fresh else "press", concern=chosen.id, test=_missing(chosen, stance))


def _may(concern: Concern, stance: Stance) -> bool:
    return earned(concern.reveal, stance, asked=stance.concerns[concern.id].asked)


def _seek(setting: Setting, stance: Stance, draws: Draws) -> Act:
    """Nothing left to raise: state a condition once, then ask what they are being asked for."""
    persona = setting.persona
    unstated = [c for c in persona.conditions if c.id not in stance.conditions_stated + stance.conditions_taken]
    if unstated and ladder.rank(stance.stage) >= ladder.rank("weighing"):
        return Act("state_condition", condition=unstated[0].id)
    return Act("probe", asks_for_ask=setting.moved_by == "selling")


def _backslide(setting: Setting, before: Stance, stance: Stance, draws: Draws) -> Act | None:
    """Now and then somebody who came closer comes back to a point that was settled, from a new side."""
    if ladder.rank(stance.stage) < ladder.rank("weighing") or draws.share("reopen") >= setting.numbers.reopen:
        return None
    for concern in setting.persona.concerns:
        state, was = stance.concerns[concern.id], before.concerns[concern.id]
        spare = [t for t in concern.resolved_by if not t.required and t.needs and t.id not in state.tests + state.dropped]
        if state.status == "met" and was.status == "met" and spare:
            return Act("reopen", concern=concern.id, test=spare[0].id)
    return None


def spoken(persona: Persona, stance: Stance, act: Act) -> Stance:
    """The stance once the act was spoken: what was voiced, told, stated and given."""
    states = dict(stance.concerns)
    if act.concern is not None and act.concern in states and (act.kind in VOICES or act.kind == "answer"):
        state = states[act.concern]
        voiced = act.kind != "answer"
        status = "raised" if state.status == "hidden" and voiced else state.status
        state = replace(state, status=status, voiced=state.voiced + voiced, doubted=state.doubted or act.kind == "doubt")
        if act.kind == "reopen" and act.test:
            state = replace(state, status="partly_met", dropped=(*state.dropped, act.test))
        states[act.concern] = state
    if act.kind == "tell_root" and act.concern in states:
        state = states[act.concern]
        status = "explored" if rank(state.status) < rank("explored") else state.status
        states[act.concern] = replace(state, status=status, root_told=True, voiced=max(1, state.voiced))
    facts = stance.facts_told + ((act.reply.id,) if act.reply and act.reply.kind == "tell_fact" else ())
    after = replace(
        stance,
        concerns=states,
        pressed=act.concern if act.concern in states else None,
        conditions_stated=stance.conditions_stated + ((act.condition,) if act.condition else ()),
        facts_told=facts,
        gave=act.gift or stance.gave,
    )
    step = ladder.of(after)
    why = (
        (Reason(f"ladder:{step}", f"{persona.pronouns} put in something of {persona.possessive} own"),)
        if step != stance.ladder
        else ()
    )
    return replace(after, ladder=step, why=why)
