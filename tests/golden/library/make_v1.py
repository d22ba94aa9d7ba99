"""Makes v1.db, a library of schema version 1, kept for good: `python -m tests.golden.library.make_v1`.

Run with the program that released version 1; later programs only read the file.
"""

from __future__ import annotations

from pathlib import Path

from rehearse.conversation import RehearsalId, TurnId
from rehearse.library import Store
from tests.golden.library.samples import SCENARIO, conversation, record, review, turn

HERE = Path(__file__).parent


def fill(store: Store) -> None:
    """Three meetings: one ended and judged twice, one open with a line broken off, one deleted."""
    first, *rest = conversation()
    store.create_rehearsal(
        record(scenario_id="two-weeks", scenario=SCENARIO, scenario_hash="sha256:bb", ask="Two weeks", minutes=8, kept=True,
               after=RehearsalId("r_0"), unaided=True),
        first,
    )  # fmt: skip
    for said in rest:
        store.add_turn(RehearsalId("r_1"), said)
    decision = {"words": "Yes, if Sales agrees.", "conditions": [], "gives": [], "refuses": [], "missing": []}
    store.end_rehearsal(RehearsalId("r_1"), "wrapped_up", "agrees", False, decision, 1)
    store.add_review(review(id="v_1"))
    store.add_review(review(id="v_2", passed=18, judge={"kind": "mentor", "runs": 1}))

    store.create_rehearsal(
        record("r_2", title="Über Größe", mode="influencing", difficulty="hard"), turn("t_6", text="Grüß Gott")
    )
    store.save_draft(RehearsalId("r_2"), turn("t_7", "t_6", "Well, I", "stakeholder", at=3.0, act="probe"))

    store.create_rehearsal(record("r_3", persona_id="ravi", persona_name="Ravi Menon", persona={"id": "ravi"}))
    store.add_turn(RehearsalId("r_3"), turn("t_8", text="Nobody sees this"))
    store.set_leaf(RehearsalId("r_3"), TurnId("t_8"))
    store.delete(RehearsalId("r_3"))


def main() -> None:
    path = HERE / "v1.db"
    path.unlink(missing_ok=True)
    store = Store.open(path)
    fill(store)
    store.close()


if __name__ == "__main__":
    main()
