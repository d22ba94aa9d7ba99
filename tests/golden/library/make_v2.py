"""Makes v2.db, a library of schema version 2, kept for good: `python -m tests.golden.library.make_v2`.

Run with the program that released version 2; later programs only read the file.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rehearse.library import Store
from tests.golden.library.make_v1 import fill
from tests.golden.library.samples import RUBRIC, review

HERE = Path(__file__).parent


def main() -> None:
    path = HERE / "v2.db"
    path.unlink(missing_ok=True)
    with closing(Store.open(path)) as store:
        fill(store)
        store.add_review(review("r_3", "t_8", id="v_3", rubric=RUBRIC))


if __name__ == "__main__":
    main()
