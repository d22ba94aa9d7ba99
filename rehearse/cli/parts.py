"""Puts the parts together for a command: catalog, library, stakeholder, judge."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from rehearse import settings
from rehearse.catalog.catalog import Catalog
from rehearse.conversation import TurnId
from rehearse.errors import InputProblem
from rehearse.library.front import Library
from rehearse.library.ids import new_id
from rehearse.models.client import Client
from rehearse.models.endpoint import Timeouts, parse_endpoint
from rehearse.models.keys import Keys, env_key
from rehearse.paths import Paths, built_in, data_paths
from rehearse.review.model import ModelJudge
from rehearse.review.offline import OfflineJudge
from rehearse.review.types import Judge
from rehearse.stakeholder.model import ModelAppraiser, ModelSpeaker
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from rehearse.stakeholder.speech import Appraiser, Speaker

_T = TypeVar("_T")
OFFLINE = "offline"


def now() -> str:
    """This moment as the library and reviews write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def new_turn() -> TurnId:
    return TurnId(new_id("t"))


def catalog(paths: Paths | None = None) -> Catalog:
    return Catalog(paths or data_paths(), built_in())


class Runner:
    """One event loop for one command. Ctrl-C while it runs cancels what runs; between runs it is an ordinary interrupt."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()

    def run(self, task: Coroutine[Any, Any, _T]) -> _T:
        return self._runner.run(task)

    def close(self) -> None:
        self._runner.close()


@contextmanager
def opened() -> Iterator[tuple[Runner, Library, Paths]]:
    """The user's library with a loop to use it in; both closed at the end. Raises StoreProblem where it cannot be opened."""
    paths = data_paths()
    library = Library.open(paths.library, backups=paths.backups)
    runner = Runner()
    try:
        runner.run(library.recover())
        yield runner, library, paths
    finally:
        try:
            runner.close()
        finally:
            library.close()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays and who judges. `client` is the model's, to be closed; None offline."""

    appraiser: Appraiser
    speaker: Speaker
    judge: Judge
    model: str | None = None
    client: Client | None = None


def offline(pace: float = 0.0) -> Cast:
    return Cast(OfflineAppraiser(), OfflineSpeaker(pace), OfflineJudge())


async def cast(model: str | None, url: str | None, paths: Paths, pace: float = 0.0) -> Cast:
    """Who plays, from --model and --endpoint. Left out means offline, whatever Settings say. Raises InputProblem."""
    if model is None and url is not None:
        raise InputProblem("--endpoint needs --model.")
    if model is None or model == OFFLINE:
        return offline(pace)
    kept, _ = settings.load(paths.settings)
    address = url or kept.url
    if not address:
        raise InputProblem(f"Where is the model {model}?", "Add --endpoint URL, or set the address in Settings.")
    endpoint = parse_endpoint(address, model, Timeouts(kept.connect, kept.tell, kept.end))
    key = env_key() or await Keys().get(endpoint)
    client = Client(endpoint, key)
    return Cast(ModelAppraiser(client), ModelSpeaker(client, model), ModelJudge(client, model, kept.judge_runs), model, client)
