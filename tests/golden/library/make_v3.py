"""Makes v3.db, a library of schema version 3, kept for good: `python -m tests.golden.library.make_v3`.

Run with the program that released version 3; later programs only read the file.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rehearse.library import Store
from rehearse.review.mentor import OwnMark
from tests.golden.library.make_v1 import fill
from tests.golden.library.samples import RUBRIC, objection, review

HERE = Path(__file__).parent


def main() -> None:
    path = HERE / "v3.db"
    path.unlink(missing_ok=True)
    with closing(Store.open(path)) as store:
        fill(store)
        store.add_review(review("r_3", "t_8", id="v_3", rubric=RUBRIC))
        asked = [{"criterion": "ask", "check": "one", "question": "Is there an ask?", "verdict": "no", "why": "nothing_found"}]
        store.add_review(
            review("r_3", "t_8", id="v_4", checks=asked, objections=[objection(), objection("timing", status="parked")])
        )
        store.put_mark("v_4", OwnMark("ask", "one", "yes", "She asked in her last line.", "Jonas", "2026-05-10T10:00:00.000Z"))
        store.say_not_useful("v_4", "objection:o_timing")


if __name__ == "__main__":
    main()
