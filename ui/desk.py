"""What the screens work with: the catalog, the library, the settings, the keys; meetings and reviews made from them.

Its coroutines run in the engine's loop. Nothing here knows a widget. Home waits for the import of this module: what it works
with is imported when it is first worked with.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from rehearse import settings as settings_file
from rehearse.errors import InputProblem, Problem, StoreProblem
from rehearse.paths import Paths, built_in
from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.catalog import Catalog, Entry
    from rehearse.choice import Choice
    from rehearse.conversation import RehearsalId, TurnId
    from rehearse.exchange.forms import Form
    from rehearse.library.front import Library
    from rehearse.library.records import Hit, Page, Rehearsal
    from rehearse.making.maker import Maker
    from rehearse.meeting import Meeting
    from rehearse.models.client import Client
    from rehearse.models.keys import Keys
    from rehearse.review.case import Judge
    from rehearse.review.types import Review
    from rehearse.rubrics import Rubric
    from rehearse.stakeholder.setting import Setting
    from rehearse.stakeholder.speech import Appraiser, Speaker
    from ui.ready import Ready

PACE = 0.045  # seconds a word of the offline stakeholder: about as fast as one reads
By = Literal["settings", "offline", "once", "thrice"]
"""Who judges: as Settings say, the rules, or the model of Settings in one run or in three."""


class Listed(NamedTuple):
    """Everybody and everything that can be chosen, files at fault among them."""

    people: tuple[Entry, ...]
    scenarios: tuple[Entry, ...]


class Opened(NamedTuple):
    """A meeting with what the library has of it."""

    meeting: Meeting
    kept: Rehearsal


class Desk:
    """One a program. `close` undoes what was opened, in reverse."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.settings, self.settings_note = settings_file.load(paths.settings)
        self.left_off: tuple[RehearsalId, ...] = ()  # meetings that ended early, found at the start
        self._catalog: Catalog | None = None
        self._making = Lock()
        self._maker: Maker | None = None
        self._ready: Ready | None = None
        self._library: Library | None = None
        self._recovered = False
        self._keys: Keys | None = None
        self._client: Client | None = None
        self._client_for: tuple[object, ...] = ()
        self.owed: dict[str, str] = {}  # lines of one's own, by turn, that were typed and are not in the library yet
        self._closed = False

    @property
    def catalog(self) -> Catalog:
        """People, situations and rubrics. May be asked from several threads."""
        from rehearse.catalog import Catalog

        with self._making:
            if self._catalog is None:
                self._catalog = Catalog(self.paths, built_in())
            return self._catalog

    @property
    def maker(self) -> Maker:
        """Makes people for this data folder. May be asked from several threads."""
        if self._maker is None:
            from rehearse.making.maker import Maker

            self._maker = Maker(self.paths, self.catalog)
        return self._maker

    @property
    def ready(self) -> Ready:
        """What a first meeting needs, made ready before it is begun."""
        if self._ready is None:
            from ui.ready import Ready

            self._ready = Ready(self)
        return self._ready

    # ---- settings

    def change(self, **values: object) -> None:
        """Change settings; they are on disk when this returns. Raises StoreProblem where they cannot be kept (they apply)."""
        self.settings = self.settings._replace(**values).clamped()  # type: ignore[arg-type]
        try:
            settings_file.save(self.paths.settings, self.settings)
        except OSError:
            raise StoreProblem("The settings cannot be written.", "They hold until you close the program.") from None

    @property
    def plays(self) -> str:
        """Who plays the stakeholder: the model's name, or nothing for the offline stakeholder."""
        kept = self.settings
        return kept.model if kept.played_by == "model" and kept.url and kept.model else ""

    # ---- the library

    async def library(self) -> Library:
        """The library, opened at the first call. Raises StoreProblem, each time until it can be opened, and after `close`."""
        self._check_open()
        library = self._library
        if library is None:
            from rehearse.library.front import Library

            # Kept before the first wait: two screens that ask at once share one, and `close` finds it.
            library = self._library = Library(self.paths.library, self.paths.backups)
            self._recovered = False
        if not self._recovered:
            try:
                found = await library.recover()
            except Exception:
                if self._library is library:
                    self._library = None
                library.close()
                raise
            self._check_open()  # it may have been closed while this was waiting
            self.left_off = found or self.left_off
            self._recovered = True
        return library

    def _check_open(self) -> None:
        if self._closed:
            raise StoreProblem("Rehearse is closing.", "Start it again to go on; everything said is kept.")

    async def listed(self) -> Listed:
        return Listed(self.catalog.people(), self.catalog.scenarios())

    async def page(self, limit: int = 50, before: int | None = None, **filters: object) -> Page:
        return await (await self.library()).page(limit, before, **filters)  # type: ignore[arg-type]

    async def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        return await (await self.library()).search(words, limit)

    async def load(self, id: RehearsalId) -> Rehearsal:
        return await (await self.library()).load(id)

    async def delete(self, id: RehearsalId) -> None:
        await (await self.library()).delete(id)

    async def undelete(self, id: RehearsalId) -> None:
        await (await self.library()).undelete(id)

    async def rename(self, id: RehearsalId, title: str) -> None:
        await (await self.library()).rename(id, title)

    async def delete_all(self) -> None:
        await (await self.library()).delete_all()

    # ---- meetings

    async def start(self, choice: Choice) -> Meeting:
        """A new meeting with the opening line on disk. Raises InputProblem or StoreProblem."""
        from rehearse.preparation import prepare

        await self.library()
        return await self._begin(await in_thread(prepare, self.catalog, choice))

    async def _begin(self, setting: Setting, after: RehearsalId | None = None, kept: bool | None = None) -> Meeting:
        from rehearse.clock import WallClock
        from rehearse.preparation import begin, record_of

        library = await self.library()
        record = record_of(setting, _new_meeting(), model=self.plays or None, after=after, kept=kept)
        meeting = await begin(setting, record, library, WallClock(), _new_turn)
        meeting.use(*await self.cast())
        return meeting

    async def open(self, id: RehearsalId, leaf: TurnId | None = None) -> Opened:
        """A meeting of the library, at its last line or at `leaf`. Raises InputProblem where it is not there."""
        from dataclasses import replace

        from rehearse.clock import WallClock
        from rehearse.preparation import resume
        from rehearse.series import of

        library = await self.library()
        kept = await library.load(id)
        if leaf is not None:
            kept = replace(kept, record=replace(kept.record, leaf=leaf))
        meeting = resume(kept, library, WallClock(kept.record.clock), _new_turn, await of(kept, library))
        meeting.use(*await self.cast())
        return Opened(meeting, kept)

    async def start_again(self, id: RehearsalId) -> Meeting:
        """A new meeting with the same person in the same situation, as the files are now; as they were where they are gone, and
        where they were handed out."""
        return await self._anew(id, None, None)

    async def start_next(self, id: RehearsalId, kept: bool | None) -> Meeting:
        """The meeting that follows an influencing one. `kept` is whether what was promised in it was done, None: not known."""
        return await self._anew(id, id, kept)

    async def _anew(self, id: RehearsalId, after: RehearsalId | None, kept: bool | None) -> Meeting:
        from rehearse.choice import Choice
        from rehearse.preparation import anew, as_it_was
        from rehearse.series import up_to

        last = await self.load(id)
        was = last.record
        series = await up_to(last, kept, await self.library()) if after is not None else None
        choice = Choice(ask=was.ask or "", difficulty=was.difficulty, minutes=round(was.minutes or 10), mode=was.mode)
        try:
            setting = await in_thread(anew, self.catalog, was, choice, series)
        except InputProblem:
            setting = as_it_was(was, choice, series)
        return await self._begin(setting, after, kept)

    async def leave(self, id: RehearsalId) -> None:
        """Leave an open meeting on purpose: it can go on later, and did not end early."""
        await (await self.library()).leave(id)

    async def cast(self, by: By = "settings") -> tuple[Appraiser, Speaker]:
        """Who plays: as Settings say, or offline."""
        from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker

        if by == "settings" and self.plays:
            from rehearse.stakeholder.model import ModelAppraiser, ModelSpeaker

            client = await self.client()
            return ModelAppraiser(client), ModelSpeaker(client, self.plays)
        pace = 0.0 if self.settings.motion == "less" else PACE
        return OfflineAppraiser(), OfflineSpeaker(pace)

    # ---- reviews

    async def review(self, meeting: Meeting, by: By = "settings") -> Review:
        """Judge the take that the meeting stands at, and keep the review beside those before it."""
        from datetime import UTC, datetime

        from rehearse.exchange.transcript import labels
        from rehearse.library.ids import new_id
        from rehearse.review.review import review

        setting = meeting.setting
        library = await self.library()
        made = await review(
            meeting.take,
            self.rubric_of(setting),
            mode=setting.moved_by,
            judge=await self._judge(by),
            id=new_id("v"),
            created=datetime.now(UTC).isoformat(timespec="milliseconds"),
            persona=setting.persona,
            scenario=setting.scenario,
            rehearsal=meeting.rehearsal,
            difficulty=setting.difficulty,
            names=labels(meeting.take),
        )
        await library.add_review(made.to_json())
        # An older take that is judged now says nothing about where the meeting stands.
        stands_at = (await library.load(meeting.rehearsal)).record.leaf
        if meeting.ended is not None and stands_at == meeting.leaf:
            left = sum(o.status in ("open", "dodged") for o in made.objections)
            decision = made.decision.to_json() if made.decision else None
            stance = meeting.stance
            await library.end_rehearsal(meeting.rehearsal, meeting.ended, stance.ladder, stance.forced, decision, left)
        return made

    async def export(self, id: RehearsalId, path: str, form: Form) -> str:
        """Write one meeting to a file; gives the name of the file. Raises InputProblem where it cannot be written."""
        from rehearse.exchange.record import signed
        from ui.exports.saving import written

        return await written(signed(await self.load(id), self.settings.signs_as), path, form)

    def rubric_of(self, setting: Setting) -> Rubric:
        """How a meeting is judged: as was handed out with its situation, else with the rubric it names; the built-in one where that
        is gone. By nothing else: two situations of one id may be judged differently."""
        from rehearse.preparation import rubric_of

        try:
            return rubric_of(self.catalog, setting)
        except InputProblem:
            return self.catalog.rubric("buy-in")

    async def _judge(self, by: By) -> Judge:
        from rehearse.review.offline import OfflineJudge

        if self.plays and (by in ("once", "thrice") or (by == "settings" and self.settings.judged_by == "model")):
            from rehearse.review.model import ModelJudge

            runs = {"once": 1, "thrice": 3}.get(by, self.settings.judge_runs)
            return ModelJudge(await self.client(), self.plays, runs)
        return OfflineJudge()

    # ---- models

    @property
    def keys(self) -> Keys:
        if self._keys is None:
            from rehearse.models.keys import Keys

            self._keys = Keys()
        return self._keys

    async def client(self) -> Client:
        """The client for the model in Settings; kept while they stay the same. Raises InputProblem for an address at fault."""
        from rehearse.models.client import Client
        from rehearse.models.endpoint import Timeouts, parse_endpoint

        self._check_open()
        kept = self.settings
        endpoint = parse_endpoint(kept.url, kept.model, Timeouts(kept.connect, kept.tell, kept.end))
        key = await self.keys.get(endpoint)
        wanted = (endpoint, key)
        if self._client is None or self._client_for != wanted:
            # In place before the first wait, so that two who ask at once get the same one.
            old, self._client, self._client_for = self._client, Client(endpoint, key), wanted
            if old is not None:
                await old.close()
        return self._client

    async def warm(self) -> None:
        """Make ready what the first line needs, while nobody waits: the library, and the model's client where one plays."""
        await self.library()
        if self.plays:
            try:
                await (await self.client()).warm()
            except Problem:
                return  # the room says so when it is asked to speak

    async def own_line(self, id: RehearsalId, turn: str) -> str:
        """What was typed in the place of a line, also where it is owed still; empty where nothing was."""
        if turn in self.owed:
            return self.owed[turn]
        return (await (await self.library()).own_lines(id)).get(turn, "")

    async def keep_own_line(self, turn: str) -> None:
        """Keep what is owed for a turn. Raises Problem where it cannot be kept: it is owed still."""
        text = self.owed.get(turn)
        if text is not None:
            await (await self.library()).keep_own_line(turn, text)
            if self.owed.get(turn) == text:
                del self.owed[turn]

    async def _pay(self) -> None:
        """On the way out: what was typed just now, and nobody had the time to keep."""
        for turn, text in tuple(self.owed.items()):
            if self._library is not None:
                with suppress(Problem):
                    await self._library.keep_own_line(turn, text)

    async def close(self) -> None:
        """Let go of the model and the library; neither is opened again. May be called twice."""
        self._closed = True
        await self._pay()
        if self._client is not None:
            await self._client.close()
            self._client = None
        if self._library is not None:
            self._library.close()
            self._library = None


def _new_meeting() -> RehearsalId:
    from rehearse.library.ids import new_id

    return cast("RehearsalId", new_id("r"))


def _new_turn() -> TurnId:
    from rehearse.library.ids import new_id

    return cast("TurnId", new_id("t"))
