"""Makes v6.db, a library of schema version 6, kept for good: `python -m tests.golden.library.make_v6`.

Run with the program that released version 6; later programs only read the file.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rehearse.library import Store
from rehearse.library.handed import FolderFile, Given
from tests.golden.library.make_v1 import fill
from tests.golden.library.samples import RUBRIC, objection, review

HERE = Path(__file__).parent


def main() -> None:
    path = HERE / "v6.db"
    path.unlink(missing_ok=True)
    with closing(Store.open(path)) as store:
        fill(store)
        store.add_review(review("r_3", "t_8", id="v_3", rubric=RUBRIC, objections=[objection("payback", status="dodged")]))
        store.keep_own_line("t_2", "It is $62k a month,\n  from the refund ledger. ")
        bundles = store.bundles
        asked = Given(
            "a" * 64, "assignment", "b_1", "Dana Ruiz", "dana ruiz", "2026-11-20T09:00:00Z", {"id": "b_1", "later": [1]},
            title="Ask for a trial", key="K1", state="good", own=True,
        )  # fmt: skip
        sent = Given(
            "b" * 64, "submission", "b_2", "Kofi", "kofi", "2026-11-21T09:00:00Z", {"id": "b_2", "takes": []},
            about="b_1", title="Ask for a trial", key="K2", state="good", meetings=("r_1",),
        )  # fmt: skip
        comment = {
            "id": "c_1",
            "rehearsal": "r_1",
            "turn": "t_2",
            "start": 0,
            "end": 4,
            "quote": "Late",
            "text": "Name the ledger.",
        }
        back = Given(
            "c" * 64, "feedback", "b_3", "Dana Ruiz", "dana ruiz", "2026-11-22T09:00:00Z",
            {"id": "b_3", "comments": [comment], "note": "Nearly there."}, about="b_2", key="K1", state="good", own=True,
            meetings=("r_1",),
        )  # fmt: skip
        bundles.take_in_files("/team", [asked, sent, back], [FolderFile("submissions/x.rehearse", 10, 20, True, "b" * 64)])
        bundles.resolve("c" * 64, "c_1")
        bundles.put_note("briefs", "w_1", {"id": "w_1", "pitch": "p_1", "problem": "Refunds", "evidence": [{"says": "62k"}]})
        bundles.put_note("pitches", "p_1", {"id": "p_1", "title": "Checkout"})
        bundles.put_note("feedback_drafts", "b_2", {"note": "Good st"})
        bundles.put_note("sending_drafts", "a" * 64, {"reflection": "I rush"})
        bundles.answer("b_3", "c_1", {"feedback": "b_3", "to": "c_1", "text": "I will."})


if __name__ == "__main__":
    main()
