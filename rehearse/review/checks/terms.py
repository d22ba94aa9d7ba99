"""Engineering terms: what a person outside engineering would have to ask about, and what explains one.

Wider than `rehearse.signals.jargon`, which lists what costs a stakeholder patience: here one term too many costs a check.
Left out is what people say in other senses (event, server, test, cloud, stream), or know from their own work (report, export).
"""

from __future__ import annotations

import re

# English words that are a term only in the company given here.
_IN_COMPANY = (
    r"(?:deployment|delivery|build|release|ci|cd|data|ingestion|processing) pipelines?|(?:build|create|set up|introduce|use|with) (?:a|the) pipeline|"
    r"(?:the|our|a|code|git) repo(?:sitor(?:y|ies))?|pull requests?|merge requests?|feature (?:flags?|toggles?|branch(?:es)?)|"
    r"(?:main|release|feature|long-lived) branch(?:es)?|trunk|canary|rolling updates?|blue[- ]green|"
    r"unit tests?|integration tests?|regression tests?|end-to-end tests?|contract tests?|load tests?|test coverage|code (?:base|quality|review|owners?)|"
    r"message (?:queue|broker|bus)|event (?:bus|log|store|stream|sourcing|sourced|driven)|dead letter|pub/?sub|"
    r"thread pools?|connection pools?|pool['’]?s? exhausted|synchronous|asynchronous|retries|time-?outs|rate limit(?:s|ing|er)?|"
    r"object storage|block storage|cold storage|lifecycle polic(?:y|ies)|storage tiers?|"
    r"infrastructure as code|container(?:s|ised|ized| images?)|staging|"
    r"schemas?|foreign keys?|primary keys?|database triggers?|a trigger there|the trigger|stored procedures?|sql|"
    r"data model|read models?|payloads?|end-?points?|api|apis|sdk|json|xml|csv parser|rpc|rest calls?|"
    r"error budgets?|(?:two|three|four|five|eleven) nines|service levels?|slas?|slos?|slis?|on-call rotation|runbooks?|post-?mortems?|"
    r"append-only|immutab\w+|replay(?:s|ed|ing)?|change-?logs?|roll-?forward|write path|read path|write-ahead|"
    r"cach(?:e|es|ing)|service layer|data layer|abstraction(?:s| layer)?|modulari[sz]\w+|coupling|coupled|decoupl\w+|"
    r"resilien(?:ce|cy|t)|graceful degradation|fault[- ]toleran(?:ce|t)|high availability|redundan(?:cy|t) (?:nodes?|setup)|fail-?over|peak load|"
    r"scalab(?:le|ility)|elasticity|durability|throughput|latency|concurren(?:cy|t)|parallelism|determinis\w+|non-?functional|reproducible|"
    r"migration scripts?|strangler|tech(?:nical)? debt|refactor\w*|rewrite (?:it )?in|(?:code|software|open-source|shared|third-party) librar(?:y|ies)|librar(?:y|ies)(?= (?:code|versions?|upgrades?))|"
    r"microservices?|monolith\w*|kubernetes|k8s|docker|terraform|helm|kafka|redis|postgres\w*|mongo\w*|elastic ?search|lambda|serverless|"
    r"type (?:checks?|checker|checking|system|safety)|static (?:typing|analysis|types)|linters?|null pointers?|mutable|"
    r"idempoten\w+|eventual(?:ly)? consisten\w+|consistency model|race conditions?|deadlocks?|mutex|garbage collection|memory leaks?|stack traces?|"
    r"observability|telemetry|metrics pipeline|back-?pressure|circuit breakers?|sharding|shards?|service mesh|middleware|web ?hooks?|cron|orchestrat\w+|"
    r"dependency (?:injection|graph|updates?)|semver|version control|continuous (?:delivery|deployment|integration)|ci/cd|dev ?ops|"
    r"prompt injection|vector (?:store|search|database)|fine-?tun(?:e|ed|ing)|tokens per|context window|"
    r"architectur(?:es?|al)|pipelines?|firmware|nodes?|edge cases?|config(?:s|urations?)?|servers?|databases?|deploy(?:s|ed|ing|ments?|able)?|"
    r"roll(?:s|ed|ing)? (?:it |them |that |everything )?back|rollbacks?|batch (?:jobs?|runs?|process\w*)|stream(?:ing| process\w+)|partition\w*|"
    r"hash(?:es|ed|ing)?|checksums?|credentials?|routers?|gateways?|proxy|proxies|load balanc\w+|replicas?|clusters?|virtual machines?|vms?|"
    r"ingest\w*|index(?:es|ed|ing)|frameworks?|binar(?:y|ies)|diffs?|artefacts?|artifacts?|merg(?:es|ed|ing) (?:to|into)|back-?ends?|front-?ends?|"
    r"regressions?|regex(?:es)?|boilerplate|sidecars?|dependenc(?:y|ies)|algorithms?|machine learning|neural net\w*|heuristics?|"
    r"tech stack|stack|syncs?|synchroni[sz]\w+|milliseconds?|(?:api|service|message|package) registr(?:y|ies)|logging|metadata|pars(?:er|ers|ing)|"
    r"hard-?coded|legacy (?:code|stack|service)|state machines?|(?:database|read|write|row|table) locks?|replication|snapshots?|daemons?|"
    r"o?auth2?|sso|encrypt(?:ed|ion) at rest|tls|certificates? rotation|zero[- ]trust|least privilege"
)
TERM = re.compile(rf"\b(?:{_IN_COMPANY})\b", re.IGNORECASE)

# After the term, in the same turn: what it means.
EXPLAINS = re.compile(
    r"\b(?:means?|meaning|that is(?: to say)?|which is|in other words|in plain words|put simply|think of)\b"
    r"|\b(?:(?:is|are|that['’]s) (?:when|where|what|how)|so that)\b"
    r"|\bi\.e\.|\(",
    re.IGNORECASE,
)
# Before it: "the machine reads the code for mistakes. We call that type checking."
NAMES = re.compile(
    r"\b(?:we|engineers|people|they|you) call (?:it|that|this|them)|(?:is|are|it['’]s|that['’]s) called|known as|the word for",
    re.IGNORECASE,
)
REACH = 120
