"""Makes v4.db, a library of schema version 4, kept for good: `python -m tests.golden.library.make_v4`.

Run with the program that released version 4; later programs only read the file.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rehearse.library import Store
from tests.golden.library.make_v1 import fill
from tests.golden.library.samples import RUBRIC, review

HERE = Path(__file__).parent


def main() -> None:
    path = HERE / "v4.db"
    path.unlink(missing_ok=True)
    with closing(Store.open(path)) as store:
        fill(store)
        store.add_review(review("r_3", "t_8", id="v_3", rubric=RUBRIC))
        store.keep_own_line("t_2", "It is $62k a month,\n  from the refund ledger. ")


if __name__ == "__main__":
    main()
