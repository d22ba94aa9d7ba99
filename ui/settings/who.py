"""Who plays the people, as Settings hold it: which kind, at which host, in one sentence."""

from __future__ import annotations

from typing import Literal

from rehearse.errors import InputProblem
from rehearse.models.endpoint import Endpoint, parse_endpoint
from rehearse.settings import Settings

Kind = Literal["offline", "local", "service"]


def endpoint_of(settings: Settings) -> Endpoint | None:
    """The server in the settings, None where there is none or it cannot be used."""
    try:
        return parse_endpoint(settings.url, settings.model)
    except InputProblem:
        return None


def kind_of(settings: Settings) -> Kind:
    """Who plays now."""
    endpoint = endpoint_of(settings)
    if settings.played_by != "model" or endpoint is None:
        return "offline"
    return "local" if endpoint.local else "service"


def who_plays(settings: Settings) -> str:
    """Who plays now, and where what is said goes."""
    endpoint = endpoint_of(settings)
    if settings.played_by != "model" or endpoint is None:
        return "Everybody plays by rules, offline. Nothing leaves this computer."
    if endpoint.local:
        return f"{endpoint.model} at {endpoint.host} plays. What is said stays on this computer."
    return f"{endpoint.model} at {endpoint.host} plays. What is said in a meeting goes there, and nowhere else."


def what_leaves(settings: Settings) -> str:
    """What leaves this computer, for the page about files."""
    endpoint = endpoint_of(settings)
    if settings.played_by != "model" or endpoint is None:
        return "Nothing, until you connect a model. Then what is said in a meeting goes to its address, and nowhere else."
    if endpoint.local:
        return f"Nothing. What is said in a meeting goes to {endpoint.host} on this computer, and nowhere else."
    return f"What is said in a meeting goes to {endpoint.host}, and nowhere else."
