"""What happens in a meeting, shown on the parts of the room as it comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from rehearse import events
from rehearse.conversation import Turn
from rehearse.errors import Problem, Way
from rehearse.meeting import Meeting
from rehearse.review.curve import level
from ui.desk import Desk
from ui.room.facts import objections
from ui.room.frame import Frame
from ui.room.pace import Pace
from ui.room.reason import latest, moved
from ui.room.row import Row, clock_time, row_of
from ui.room.ticks import Ticks
from ui.widgets.announcer import Announcer
from ui.widgets.plain import visible

STEP = 0.49  # how much of the way to the next step the ladder shows: the marker never says more than the step


class Course(QObject):
    """Follows one meeting at a time. Signals: `stored()` a line of yours is on disk."""

    stored = Signal()

    def __init__(self, parts: Frame, desk: Desk, pace: Pace, ticks: Ticks, announcer: Announcer) -> None:
        super().__init__(parts)
        self._parts, self._desk, self._pace, self._ticks, self._announcer = parts, desk, pace, ticks, announcer
        self._meeting: Meeting | None = None

    def hold(self, meeting: Meeting) -> None:
        """Another meeting."""
        self._meeting = meeting

    def show_take(self) -> None:
        """Show the take that the meeting stands at, from its beginning."""
        meeting = self._held()
        take = meeting.take
        self._parts.conversation.open(self.rows(take))
        self._show_stance(latest(meeting.setting.persona, take))
        self._ticks.begin(meeting.setting.facts, [turn.text for turn in take if turn.speaker == "you"])

    def rows(self, take: Sequence[Turn]) -> list[Row]:
        """Lines as the conversation shows them."""
        persona, times = self._held().setting.persona, self._desk.settings.clock
        return [row_of(turn, persona, times) for turn in take]

    def take(self, event: events.Event) -> None:
        """Show what has just happened."""
        meeting, parts = self._held(), self._parts
        match event:
            case events.Said(turn):
                self.stored.emit()
                row = self._row(meeting.tree[turn])  # type: ignore[index]
                parts.conversation.add(row)
                self._ticks.hear([row.text])
                parts.person.set_state("thinking")
            case events.Appraised(turn):
                self._moved(meeting.tree[turn])  # type: ignore[index]
            case events.Speaking(turn):
                name = visible(meeting.setting.persona.name)
                time = clock_time(meeting.clock.now()) if self._desk.settings.clock else ""
                parts.conversation.begin(Row(turn, False, name, time, ""))
                parts.person.set_state("speaking")
            case events.Spoke(_, chunk):
                self._pace.stop_for("waiting", False)
                parts.notices.heard()
                parts.conversation.more(chunk)
            case events.Retold():
                parts.conversation.retell()
            case events.Ended(turn):
                self.finish(meeting.tree[turn])  # type: ignore[index]
            case events.Waiting():
                self._pace.stop_for("waiting")
                parts.notices.waiting()
            case events.Retrying(seconds):
                self._pace.stop_for("waiting")
                parts.notices.retrying(seconds)
            case events.Troubled(sentence, hint, ways, _):
                self._pace.stop_for("waiting")
                parts.notices.tell(self._told(Problem(sentence, hint, tuple(Way(w) for w in ways))))
            case events.Noted(turn, words):
                parts.conversation.note(turn, words)

    def finish(self, turn: Turn) -> None:
        """The line that was being spoken has come to its end."""
        row, view = self._row(turn), self._parts.conversation
        view.finish(row)
        self._announcer.say(view, f"{visible(self._held().setting.persona.name)}: {turn.text} {row.note}".strip())
        self._moved(turn)

    # ---- inside

    def _told(self, problem: Problem) -> Problem:
        """A line that stopped in the middle can be gone on with; one that stops again, had better be said by the rules. Where no
        word of it came, as when the reading of your line was broken off, nothing of theirs was kept."""
        if Way.GO_ON_SPEAKING not in problem.ways:
            return problem
        tree, leaf = self._held().tree, self._held().leaf
        if tree[leaf].speaker == "you":
            return Problem("The answer broke off before it began.", "Your line is kept.", (Way.TRY_AGAIN, Way.GO_OFFLINE))
        if any(turn.state == "cut" and turn.id != leaf for turn in tree.siblings(leaf)):
            return Problem(problem.sentence, problem.hint, (Way.TRY_AGAIN, Way.GO_OFFLINE))
        return problem

    def _held(self) -> Meeting:
        if self._meeting is None:
            raise RuntimeError("no meeting is followed")
        return self._meeting

    def _row(self, turn: Turn) -> Row:
        return self.rows((turn,))[0]

    def _moved(self, turn: Turn) -> None:
        tree, persona = self._held().tree, self._held().setting.persona
        before, at = None, turn.parent
        while at is not None and before is None:
            before, at = tree[at].stance, tree[at].parent
        reason = moved(persona, before, turn.stance) if turn.stance is not None else ""
        self._show_stance(reason or None)

    def _show_stance(self, reason: str | None = None) -> None:
        setting, stance = self._held().setting, self._held().stance
        value = level(stance, setting.persona, setting.difficulty)
        whole = int(value)
        self._parts.person.set_stand(whole + (value - whole) * STEP, reason)
        self._parts.side.set_objections(objections(setting.persona, stance))
