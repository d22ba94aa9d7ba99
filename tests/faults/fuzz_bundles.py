"""Fuzzes the reading of bundles by coverage: `python -m tests.faults.fuzz_bundles [FOLDER] -max_total_time=300`.

Needs the package `atheris`, which is no part of the development packages: where it does not install, the property tests in
`test_hostile_bundles` look for the same. FOLDER is where inputs that lead somewhere new are kept.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rehearse.bundles", "rehearse.exchange.strictjson", "rehearse.exchange.ours", "json"]):
    from rehearse.bundles import names, parts, reading, shape, signing, strict  # noqa: F401 - so that they are instrumented

from tests.faults.test_hostile_bundles import GOOD, sound


def one(raw: bytes) -> None:
    """Refused with one sentence, or read; anything else is a fault."""
    sound(raw)


def main() -> None:
    folder = tempfile.mkdtemp(prefix="rehearse-fuzz-") if len(sys.argv) < 2 or sys.argv[1].startswith("-") else sys.argv[1]
    for number, good in enumerate(GOOD[1:]):  # an assignment takes a tenth of a second to read
        (Path(folder) / f"good-{number}").write_bytes(good)
    atheris.Setup([sys.argv[0], *sys.argv[1:], *([] if folder in sys.argv else [folder])], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
