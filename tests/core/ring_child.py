"""Run inside a session bus with a real Secret Service: `python -m tests.core.ring_child DO URL [KEY]` prints what was found.

DO is `set`, `get`, `delete` or `look`. A program of its own, since a bus lives as long as the process that was started in it.
"""

from __future__ import annotations

import asyncio
import json
import sys

from rehearse.models.endpoint import parse_endpoint
from rehearse.models.keys import Keys


async def run(do: str, url: str, key: str) -> dict[str, object]:
    endpoint = parse_endpoint(url, "small")
    keys = Keys(timeout=10.0)
    told: dict[str, object] = {}
    if do == "set":
        told["set"] = await keys.set(endpoint, key)
    if do == "delete":
        told["deleted"] = await keys.delete(endpoint)
    told["where"] = await keys.look()
    told["key"] = await keys.get(endpoint)
    return told


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""))))
