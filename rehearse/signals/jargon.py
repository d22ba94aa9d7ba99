"""Engineering words that cost a listener's patience, unless they are explained in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.signals.phrases import Found
from rehearse.signals.places import Places, stem_phrases
from rehearse.signals.stems import Word
from rehearse.signals.text import Sentence

JARGON = (
    "microservices", "monolith", "kubernetes", "k8s", "docker", "container orchestration", "cqrs", "event sourcing",
    "refactor", "refactoring", "tech debt", "technical debt", "ci/cd", "idempotent", "idempotency", "kafka", "grpc",
    "graphql", "sharding", "shard", "latency", "throughput", "p99", "middleware", "orm", "api gateway",
    "service mesh", "istio", "terraform", "helm", "yaml", "websocket", "redis", "garbage collection",
    "race condition", "deadlock", "mutex", "async", "asynchronous", "eventual consistency", "eventually consistent",
    "hexagonal architecture", "domain driven design", "ddd", "bounded context", "dependency injection",
    "observability", "opentelemetry", "slo", "mttr", "heap", "jvm", "serverless", "lambda function", "backpressure",
    "saga pattern", "strangler fig", "cap theorem", "cyclomatic complexity", "code coverage", "linter",
    "spaghetti code", "legacy code", "decouple", "decoupling", "n+1 query", "stateless", "polyglot", "blast radius",
    "circuit breaker", "rest api", "webhook", "load balancer", "connection pool", "cron job", "schema migration",
    "data lake", "vector database", "orchestration layer",
)  # fmt: skip
"""Words that listeners outside engineering stumble over, beside a persona's own `costs_patience`."""

_EXPLAINED = re.compile(
    r"\b(?:that is|that's|i\.e|which (?:means|is|lets|keeps)|meaning|in other words|that means|"
    r"in plain (?:words|english|terms)|or rather"
    r"|what that means|simply put|by which i mean|, so (?:that|we|you))\b|[(\u2013\u2014=]|\s-\s"
)
_REACH = 160
"""How many code points after the word an explanation may stand."""


def scan(low: str, parts: tuple[Sentence, ...], spoken: tuple[Word, ...], costly: tuple[str, ...]) -> Iterator[Found]:
    """Engineering words and costly ones, save those explained: "CQRS, that is ...", "CI/CD (...)", "... which means"."""
    places = Places(parts)
    for start, end in stem_phrases(spoken, JARGON + costly):
        part = parts[places.of(start)] if parts else None
        limit = min(part.end if part else len(low), end + _REACH)
        if _EXPLAINED.search(low, end, limit) or (low[max(0, start - 1) : start] == "(" and low[end : end + 1] == ")"):
            continue
        yield "jargon", start, end
