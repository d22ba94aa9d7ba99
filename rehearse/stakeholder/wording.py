"""The words of an act, from the persona's own lines, composed with what you said. No line twice in a meeting."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from rehearse.conversation import Stance, Turn
from rehearse.personas import Concern, Line
from rehearse.stakeholder import hurry, memory
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.likeness import NEAR, nearness, repeats
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.slots import Words, fill, fits, gather
from rehearse.stakeholder.stock import ASK_FOR_ASK, UNDECIDED

LED = 0.75  # of the worries that are raised, how many have a line before them that takes up what was said
MOST_WORDS = 36  # of a line before an objection and the objection together
PLAIN = 0.3  # of the points that are accepted, how many in words that fit any
ATTEMPTS, NARROW = 12, 5  # drawings of a line, at most; of those, how many begin with the open objections


@dataclass(frozen=True, slots=True)
class Said:
    """What the stakeholder said so far, sentence by sentence as pieces were composed, and the words of the user."""

    earlier: tuple[str, ...]
    words: Words

    def is_new(self, piece: str) -> bool:
        return not any(piece in e for e in self.earlier) and not repeats(piece, self.earlier)


def word(
    setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], draws: Draws, minutes_left: int | None = None
) -> str:
    """The line for an act: the reply to a question first, then what is taken, then the act itself.

    Drawn anew where it came out near to a line of theirs; after some attempts the one that is least near stands.
    """
    earlier = tuple(t.text for t in take if t.speaker == "stakeholder")
    drawn: list[tuple[float, str]] = []
    for attempt in range(ATTEMPTS):
        line = _compose(setting, stance, act, take, draws.again(attempt), minutes_left, wide=attempt >= NARROW)
        near = nearness(line, earlier)
        if near < NEAR and not repeats(line, earlier):
            return line
        drawn.append((near, line))
    return min(drawn)[1]


def _compose(
    setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], draws: Draws, minutes_left: int | None, wide: bool
) -> str:
    gift = next((g.says for g in setting.persona.gives if g.id == act.gift), "")
    fixed = {
        "problem": setting.problem,
        "ask": setting.wanted,
        "gift": gift,
        "minutes": str(minutes_left if minutes_left is not None else setting.minutes),
    }
    said = Said(_pieces(take), gather(take, fixed))
    pieces = []
    if act.reply is not None:
        pieces.append(_pick(said, tuple(Line(o) for o in act.reply.options), draws, "reply"))
    if act.accepts is not None and (taken := setting.persona.concern(act.accepts)) is not None:
        own = _pick(said, tuple(Line(a) for a in taken.accepts), draws, "accepts")
        plain = _pick(said, _lines(setting, "accept_point"), draws, "accept_point")
        pieces.append(plain if plain and (not own or draws.share("accept how") < PLAIN) else own)
    if act.kind not in ("open", "close", "leave", "commit", "give"):
        clock = hurry.line(setting.persona.register, minutes_left, setting.minutes, said.earlier)
        pieces.insert(0, _pick(said, tuple(Line(c) for c in clock), draws, "clock"))
    if not (act.reply and act.kind in ("answer", "tell_root", "tell_fact")):
        pieces += _body(setting, stance, act, said, draws, wide)
    line = " ".join(p for p in pieces if p)
    return line or fill("[[minutes]] minutes. Go on.", said.words.values)


def _pieces(take: tuple[Turn, ...]) -> tuple[str, ...]:
    """Earlier lines, whole and sentence by sentence: a sentence said inside a longer line was said, too."""
    from rehearse.signals.text import sentences

    found: list[str] = []
    for turn in take:
        if turn.speaker == "stakeholder":
            parts = [s.text for s in sentences(turn.text)]
            found += [turn.text, *parts, *(f"{a} {b}" for a, b in itertools.pairwise(parts))]
    return tuple(found)


def _body(setting: Setting, stance: Stance, act: Act, said: Said, draws: Draws, wide: bool) -> list[str]:
    persona = setting.persona
    concern = persona.concern(act.concern) if act.concern else None
    if act.kind == "open" and setting.series is not None:
        promised = memory.promise(setting.series)
        known = {**said.words.values, **({"promise": promised} if promised else {})}
        again = tuple(Line(o) for o in memory.lines(setting.series, persona.register))
        return [_pick(replace(said, words=replace(said.words, values=known)), again, draws, "open")]
    if act.kind == "open":
        return [_pick(said, tuple(Line(o) for o in persona.opening), draws, "open")]
    if act.kind in ("close", "leave"):
        return _ending(setting, stance, act, said, draws)
    if act.kind in ("give", "commit"):
        line = _pick(said, _lines(setting, act.kind), draws, act.kind)
        ending = _pick(said, _endings(setting, "buys_in" if act.kind == "give" else "agrees"), draws, "ending")
        gift = said.words.values.get("gift", "")
        return [line] if gift and gift in line else [line or ending, gift]
    if act.kind == "state_condition":
        condition = next((c for c in persona.conditions if c.id == act.condition), None)
        lead = _pick(said, _lines(setting, "state_condition"), draws, "lead") if draws.share("lead?") < 0.7 else ""
        return [lead, fill(condition.says, said.words.values) if condition else ""]
    if act.asks_for_ask:
        return [_pick(said, tuple(Line(a) for a in ASK_FOR_ASK[persona.register]), draws, "ask")]
    if concern is None:
        return [_pick(said, _lines(setting, act.kind), draws, act.kind)]
    return _about(setting, stance, act, concern, said, draws, wide)


def _about(setting: Setting, stance: Stance, act: Act, concern: Concern, said: Said, draws: Draws, wide: bool) -> list[str]:
    """An act on a concern: its objections, from open to pointed, with the persona's lines for the act around them. `wide` =
    what would come first came out too near to what was said: any objection will do."""
    voiced = stance.concerns[concern.id].voiced
    asked = () if wide else _for_test(concern, act, said)
    tests = stance.concerns[concern.id].tests
    met = {t.asked_by for t in concern.resolved_by if t.id in tests}
    # What asks for the source of a figure waits until there is a figure.
    early = {t.asked_by for t in concern.resolved_by if t.of and t.of not in tests}
    objections = tuple(
        o
        for n, o in enumerate(concern.objections, 1)
        if n not in met | early and fits(o.says, said.words.values, o.needs, said.words.said)
    )
    fresh = tuple(o for o in objections if said.is_new(fill(o.says, said.words.values)))
    generic = _lines(setting, act.kind)
    if act.kind == "raise" or (act.kind in ("press", "probe", "doubt", "reopen") and not voiced):
        pointed = tuple(o for o in fresh if o.needs)
        first = pointed if act.kind == "doubt" and pointed else fresh[: None if wide else 3]
        if met - {None} and asked:
            first = asked  # half of it was answered in advance: ask for the other half
        lead = (
            _pick(said, _lines(setting, "raise"), draws, "lead")
            if act.kind == "raise" and act.reply is None and act.accepts is None and draws.share("lead?") < LED
            else ""
        )
        objection = _pick(said, first or generic, draws, "objection")
        return [lead, objection] if len(f"{lead} {objection}".split()) <= MOST_WORDS else [objection]
    if act.kind in ("minimal", "clarify", "brush_off", "park"):
        return [_pick(said, generic, draws, act.kind)]
    if act.kind == "acknowledge":
        return [_pick(said, generic, draws, act.kind), _pick(said, asked or fresh, draws, "objection")]
    line = _pick(said, generic, draws, act.kind)
    objection = _pick(said, asked or fresh, draws, "objection")
    shape = draws.weighted("shape", (("both", 0.35), ("objection", 0.45), ("line", 0.2)))
    if (shape == "line" and line) or not objection:
        return [line]
    return [line, objection] if shape == "both" and len(f"{line} {objection}".split()) <= MOST_WORDS else [objection]


def _for_test(concern: Concern, act: Act, said: Said) -> tuple[Line, ...]:
    """The objection that asks for the test this act is after, where the file names it and it was not said yet."""
    test = concern.test(act.test) if act.test else None
    if test is None or test.asked_by is None or not 0 < test.asked_by <= len(concern.objections):
        return ()
    line = concern.objections[test.asked_by - 1]
    ready = fits(line.says, said.words.values, line.needs, said.words.said)
    return (line,) if ready and said.is_new(fill(line.says, said.words.values)) else ()


def _lines(setting: Setting, kind: str) -> tuple[Line, ...]:
    """The persona's own lines for an act; the register's common ones stand in where there are too few."""
    own = setting.persona.lines.get(kind, ())
    return own if len(own) >= 6 else own + setting.register.get(kind, ())


def _endings(setting: Setting, step: str) -> tuple[Line, ...]:
    return tuple(Line(e) for e in setting.persona.endings.get(step, ()))


def _ending(setting: Setting, stance: Stance, act: Act, said: Said, draws: Draws) -> list[str]:
    if setting.moved_by == "influencing" and stance.stage == "committed":
        return [_pick(said, tuple(Line(n) for n in memory.NEXT_LINES[setting.persona.register]), draws, "ending")]
    if stance.ladder == "complies" and not stance.forced and _heavy_open(setting, stance):
        # They go along with it, and a worry that weighs is open: nothing is said that could be taken for a yes.
        return [_pick(said, tuple(Line(u) for u in UNDECIDED[setting.persona.register]), draws, "ending")]
    lead = _pick(said, _lines(setting, act.kind), draws, act.kind) if act.closing in ("time", "patience", "deal_breaker") else ""
    return [lead, _pick(said, _endings(setting, stance.ladder), draws, "ending")]


def _heavy_open(setting: Setting, stance: Stance) -> bool:
    return any(c.weight == 3 and stance.concerns[c.id].status not in ("met", "parked") for c in setting.persona.concerns)


def _pick(said: Said, lines: tuple[Line, ...], draws: Draws, name: str) -> str:
    """One of the lines that can be filled and was not said. Where all were said, the least alike of them; where there is
    none, nothing."""
    values = said.words.values
    ready = [fill(line.says, values) for line in lines if fits(line.says, values, line.needs, said.words.said)]
    for line in draws.order(name, ready):
        if said.is_new(line):
            return line
    return ""
