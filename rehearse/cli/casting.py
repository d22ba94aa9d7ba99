"""Who plays and who judges: the offline stakeholder, or a model at an endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from rehearse.errors import InputProblem
from rehearse.paths import Paths
from rehearse.review.case import Judge
from rehearse.review.offline import OfflineJudge
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from rehearse.stakeholder.speech import Appraiser, Speaker

if TYPE_CHECKING:
    from rehearse.models.client import Client

OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays and who judges. `client` is the model's, None offline."""

    appraiser: Appraiser
    speaker: Speaker
    judge: Judge
    model: str | None = None
    client: Client | None = None

    async def close(self) -> None:
        """Let go of the model's server, where there is one."""
        if self.client is not None:
            await self.client.close()


def offline(pace: float = 0.0) -> Cast:
    """The offline cast; `pace` is seconds a word."""
    return Cast(OfflineAppraiser(), OfflineSpeaker(pace), OfflineJudge())


async def cast(model: str | None, url: str | None, paths: Paths, pace: float = 0.0) -> Cast:
    """Who plays, from --model and --endpoint. Left out means offline, whatever Settings say.

    The key comes from REHEARSE_API_KEY, else from the keyring. Raises InputProblem, and UsageError for --endpoint alone.
    """
    if model is None and url is not None:
        raise click.UsageError("--endpoint needs --model.")
    if model is None or model == OFFLINE:
        return offline(pace)
    from rehearse import settings
    from rehearse.cli.output import complain
    from rehearse.models.client import Client
    from rehearse.models.endpoint import Timeouts, parse_endpoint
    from rehearse.models.keys import Keys, env_key
    from rehearse.review.model import ModelJudge
    from rehearse.stakeholder.model import ModelAppraiser, ModelSpeaker

    kept, aside = settings.load(paths.settings)
    if aside:
        complain(aside)
    address = url if url is not None else kept.url
    if not address and url is None:
        raise InputProblem(f"Where is the model {model}?", "Add --endpoint URL, or set the address in Settings.")
    endpoint = parse_endpoint(address, model, Timeouts(kept.connect, kept.tell, kept.end))
    client = Client(endpoint, env_key() or await Keys().get(endpoint))
    judge = ModelJudge(client, endpoint.model, kept.judge_runs)
    return Cast(ModelAppraiser(client), ModelSpeaker(client, endpoint.model), judge, endpoint.model, client)
