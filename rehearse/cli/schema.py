"""`rehearse schema`: the published JSON Schema of a format."""

from __future__ import annotations

import json

from rehearse.cli.output import show
from rehearse.exchange.strictjson import json_text


def schema(name: str | None, as_json: bool) -> int:
    """Print a schema, whole; without a name, what there is. Returns the exit code."""
    from rehearse.bundles import shape

    if name is None:
        if as_json:
            show(json.dumps({"format": "rehearse/list@1", "kind": "schemas", "items": list(shape.NAMES)}, indent=1))
        else:
            for one in shape.NAMES:
                show(one)
        return 0
    show(json_text(shape.schema(name)))
    return 0
