"""The stakeholder with a language model: it words an act that code chose, and code checks every draft. It never decides."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass, replace

from rehearse.conversation import Source, Stance, Turn
from rehearse.errors import ServiceProblem
from rehearse.models.client import Client
from rehearse.models.items import NOTES, Back, Chunk, Done, Message, Retry, Wait
from rehearse.stakeholder import guard, prompts
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.draft import Draft
from rehearse.stakeholder.guard import Finding
from rehearse.stakeholder.report import ModelAppraiser
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.speech import OURS, Anew, Comeback, Finished, Piece, Silence, Speech
from rehearse.stakeholder.wording import word

__all__ = ["FEWER", "REWRITES", "ModelAppraiser", "ModelSpeaker"]

REWRITES = 2
MOST_TOKENS = 200  # of one line: three sentences are about half of that
FEWER = (24, 12, 4)  # lines of the talk that are shown where the whole does not fit: so many, else fewer


class ModelSpeaker:
    """Words an act with a model, streamed. The guard checks each draft; after two rewrites the persona's own words stand.

    How much of a talk the model can take in is learnt once and kept.
    """

    def __init__(self, client: Client, model: str) -> None:
        self._client = client
        self._by = Source("model", model, prompts.SPEAK)
        self._most: int | None = None

    async def speak(
        self, setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], draws: Draws, minutes_left: int
    ) -> AsyncIterator[Speech]:
        line = Wanted(setting, stance, act, take, word(setting, stance, act, take, draws, minutes_left))
        quiet = Quiet(self._client.endpoint.timeouts.tell)
        refused: tuple[str, ...] = ()
        seen = ""  # how much of the talk the model sees, where that has just become less
        for _ in range(REWRITES + 1):
            draft = Draft(setting.persona.name, setting.persona.pronouns, line.wrong_so_far)
            while True:
                try:
                    async with aclosing(self._heard(line, draft, quiet)) as pieces:
                        async for piece in pieces:
                            yield piece
                    break
                except ServiceProblem as problem:
                    if problem.kind != "too_long_context" or not self._shows_fewer(take):
                        if rest := line.broken_off(draft):
                            yield Piece(rest)
                        raise
                    seen = f"The talk is too long for this model: it sees the last {self._most} lines at most."
            text, note, found = line.outcome(draft)
            refused += tuple(f.id for f in found[:1])
            if text:
                back, rest = draft.rest(text)
                if back:
                    yield Anew()
                if rest:
                    yield Piece(rest)
                yield Finished(replace(self._by, turned_down=refused), f"{seen} {note}".strip())
                return
            if draft.shown:
                yield Anew()
            line.remark = "; ".join(f.words for f in found)
        yield Piece(line.ours)
        yield Finished(Source("offline", None, prompts.SPEAK, refused), f"{seen} {OURS}".strip())

    async def _heard(self, line: Wanted, draft: Draft, quiet: Quiet) -> AsyncGenerator[Speech, None]:
        """What may be shown of one draft as it comes. Ends early where it is seen that the draft will not stand, or is full."""
        async with aclosing(self._client.stream(self._messages(line), max_tokens=MOST_TOKENS)) as items:
            async for item in items:
                match item:
                    case Chunk(text):
                        if more := draft.feed(text):
                            quiet.over()
                            yield Piece(more)
                        if draft.stands_still:
                            return
                        if not more and (seconds := quiet.long()) is not None:
                            yield Silence(seconds)
                    case Back():
                        if draft.shown:
                            yield Anew()
                        draft.clear()
                    case Wait(seconds):
                        yield Silence(seconds)
                    case Retry(seconds):
                        yield Comeback(seconds)
                    case Done():
                        draft.done = item

    def _messages(self, line: Wanted) -> tuple[Message, ...]:
        setting = line.setting
        take = prompts.window(line.take, self._most)
        last = prompts.instruction(setting, line.stance, line.act, line.ours)
        if line.remark:
            last = prompts.rewritten(last, line.remark)
        talk = prompts.transcript(setting.persona, take, len(line.take) - len(take))
        return Message("system", prompts.speaker_system(setting)), Message("user", f"{talk}\n\n{last}")

    def _shows_fewer(self, take: tuple[Turn, ...]) -> bool:
        """Show fewer lines from now on. False where there are no fewer that make sense."""
        now = len(take) if self._most is None else min(self._most, len(take))
        fewer = next((n for n in FEWER if n < now), None)
        self._most = fewer or self._most
        return fewer is not None


@dataclass(slots=True)
class Wanted:
    """The line that is to be worded: `ours` is the persona's own, `remark` what was wrong with the last draft."""

    setting: Setting
    stance: Stance
    act: Act
    take: tuple[Turn, ...]
    ours: str
    remark: str = ""

    def wrong_so_far(self, text: str) -> tuple[Finding, ...]:
        """What is wrong with the beginning of a line, up to the end of a sentence."""
        return guard.phrases(text, self.setting, self.stance, self.act)

    def broken_off(self, draft: Draft) -> str:
        """What was heard of a draft that broke off and not shown yet; nothing where something in it must not be said, or was
        just about to be."""
        text = guard.tidy(draft.raw, self.setting.persona.name)
        text = text[: guard.BOOK.coming(text)].rstrip()
        back, rest = draft.rest(text)
        return "" if back or draft.found or self.wrong_so_far(text) else rest

    def outcome(self, draft: Draft) -> tuple[str, str, tuple[Finding, ...]]:
        """The words of a draft that stand, "" where none do; a remark for beside them; what was wrong.

        A line that goes on too long, or goes wrong after sentences that do the act, ends with the last good one.
        """
        ended = draft.done.note if draft.done else ""
        note = NOTES[ended]
        whole = guard.tidy(draft.raw, self.setting.persona.name)
        text, found = (draft.passed, draft.found) if draft.found or draft.full else (guard.shortened(whole), ())
        if ended == "length":
            text, note = guard.whole_sentences(text), ""
            found = found or (() if text else (Finding("cut", "end the sentence, and be shorter"),))
        elif ended == "no_finish" and guard.whole_sentences(text) == text:
            note = ""
        wrong = self._check(text) if text else found or self._check(whole)
        return ("", "", found or wrong) if wrong else (text, note, found)

    def _check(self, text: str) -> tuple[Finding, ...]:
        earlier = tuple(t.text for t in self.take if t.speaker == "stakeholder")
        heard = tuple(t.text for t in self.take if t.speaker == "you")
        return guard.check(text, self.setting, self.stance, self.act, earlier, heard, self.ours)


class Quiet:
    """How long nothing was shown, drafts that were turned down included."""

    def __init__(self, tell: float) -> None:
        self._tell = tell
        self._since = self._told = asyncio.get_running_loop().time()

    def over(self) -> None:
        """Something was shown."""
        self._since = self._told = asyncio.get_running_loop().time()

    def long(self) -> float | None:
        """The seconds, where it is time to tell of them: after `tell` of them, then each second."""
        now = asyncio.get_running_loop().time()
        if now - self._since < self._tell or now - self._told < 1.0:
            return None
        self._told = now
        return now - self._since
