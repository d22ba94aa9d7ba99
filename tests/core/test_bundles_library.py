"""Bundles in the library: merged and never written over, the same whatever the order, twice is once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse import kept
from rehearse.bundles import making, progress, reading, signing, taking
from rehearse.bundles.reading import Opened
from rehearse.bundles.records import Assignment, Submission
from rehearse.catalog.loading import load
from rehearse.errors import InputProblem
from rehearse.library import Store
from rehearse.library.backup import fingerprint
from rehearse.paths import Paths
from tests.core.handing import assignment, catalog, read
from tests.faults.hostile_set import comment, feedback, submission, take

DANA, KOFI, OTHER = (signing.new_key() for _ in range(3))


def signed(data: dict[str, Any], key: str) -> Opened:
    return read(dict(making.finished(data, key).data))


@cache
def letters() -> tuple[Opened, ...]:
    """A whole correspondence: two assignments, an altered copy of one, three submissions, two rounds of feedback."""
    asked = assignment(Path("/nowhere"), key=DANA)
    second = assignment(Path("/nowhere"), key=DANA, scenario="two-week-spike")
    altered = read({**asked, "note": "No rush."})
    first = submission(id="b_s1", assignment=asked["id"])
    theirs = submission(id="b_s2", assignment=asked["id"], author={"name": "Ida"}, takes=[take("Two weeks."), take("Or one.")])
    later = submission(id="b_s1", assignment=asked["id"], reflection="The same id, other words.")
    return (
        read(asked), read(second), altered, signed(first, KOFI), signed(theirs, OTHER), signed(later, KOFI),
        signed(feedback(id="b_f1", submission="b_s1"), DANA), signed(feedback(id="b_f2", submission="b_s2", mood=1), DANA),
    )  # fmt: skip


def take_in(store: Store, paths: Paths, opened: Iterable[Opened]) -> list[bool]:
    new = []
    for one in opened:
        if isinstance(one.bundle, Assignment):
            taking.place(one.bundle, paths)
        new += store.bundles.put(taking.given(one))
    return new


def library(home: Path, opened: Sequence[Opened]) -> dict[str, Any]:
    """All that a library holds after these came in this order, but for when and as which they came."""
    paths = Paths(home)
    with closing(Store.open(paths.library)) as store:
        take_in(store, paths, opened)
        rows = store.bundles.rows()
        return {
            "rows": [(r.digest, r.kind, r.id, r.about, r.title, r.author, r.key, r.state, r.standing, r.made) for r in rows],
            "bodies": {r.digest: store.bundles.data(r.digest) for r in rows},
            "of a meeting": [r.digest for r in store.bundles.rows(rehearsal="r_1")],
            "states": [
                (s.assignment.digest, s.step, [(p.name, p.step, [x.digest for x in (*p.sent, *p.answered)]) for p in s.people])
                for s in progress.states(store.bundles)
            ],
            "authors": sorted(store.connection.execute("SELECT folded, key, trusted FROM authors").fetchall()),
            "files": {str(f.relative_to(home)): f.read_bytes() for f in paths.assigned.rglob("*") if f.is_file()},
        }  # fmt: skip


@cache
def in_order() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return library(Path(folder), letters())


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(8)), st.lists(st.integers(0, 7), max_size=5))
def test_any_order_of_imports_gives_the_same_library(order: list[int], again: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert library(Path(folder), [letters()[n] for n in (*order, *again)]) == in_order()


def test_who_sends_again_after_an_answer_has_sent(tmp_path: Path) -> None:
    asked = letters()[0].data
    first = signed(submission(id="b_s1", assignment=asked["id"], made="2026-11-20T09:00:00Z"), KOFI)
    again = signed(submission(id="b_s2", assignment=asked["id"], made="2026-11-21T09:00:00Z"), KOFI)
    answer, second = (signed(feedback(id=f"b_f{n}", submission=f"b_s{n}", made="2026-11-25T09:00:00Z"), DANA) for n in (1, 2))
    steps = []
    paths = Paths(tmp_path)
    with closing(Store.open(paths.library)) as store:
        for one in (letters()[0], first, answer, again, second):
            take_in(store, paths, [one])
            (state,) = progress.states(store.bundles)
            steps.append(next(p.step for p in state.people if p.sent) if any(p.sent for p in state.people) else state.step)
    assert steps == ["given", "sent", "answered", "sent", "answered"]


def test_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    with closing(Store.open(paths.library)) as store:
        assert take_in(store, paths, letters()) == [True] * 8
        before = fingerprint(store.connection)
        files = {f: f.stat().st_mtime_ns for f in paths.assigned.rglob("*") if f.is_file()}
        assert take_in(store, paths, letters()) == [False] * 8
        assert fingerprint(store.connection) == before
        assert {f: f.stat().st_mtime_ns for f in paths.assigned.rglob("*") if f.is_file()} == files


def test_what_somebody_edited_in_an_assigned_file_is_kept_beside_what_was_handed_out(tmp_path: Path) -> None:
    paths, asked = Paths(tmp_path), letters()[0]
    assert isinstance(asked.bundle, Assignment)
    files = taking.place(asked.bundle, paths)
    handed_out = files.persona.read_bytes()
    for words in ("mine\n", "mine\n", "mine too\n"):
        files.persona.write_text(words)
        assert taking.place(asked.bundle, paths) == files
        assert files.persona.read_bytes() == handed_out
    assert sorted((f.name, f.read_text()) for f in files.persona.parent.glob("*changed*")) == [
        ("persona.changed-2.yaml", "mine too\n"), ("persona.changed.yaml", "mine\n"),
    ]  # fmt: skip


def test_assigned_files_are_the_parts_as_they_were_and_no_list_has_them(tmp_path: Path) -> None:
    paths, asked = Paths(tmp_path), letters()[1]
    assert isinstance(asked.bundle, Assignment)
    files = taking.place(asked.bundle, paths)
    assert files.rubric is not None
    for kind, file in (("persona", files.persona), ("scenario", files.scenario), ("rubric", files.rubric)):
        loaded = load(file, kind=kind)
        assert loaded.value is not None, loaded.faults
        assert file.is_relative_to(paths.assigned)
    there = catalog(tmp_path)
    assert all(e.origin == "built in" for e in (*there.people(), *there.scenarios(), *there.rubrics()))


def test_the_first_key_of_a_name_is_trusted_and_another_one_warns(tmp_path: Path) -> None:
    mine, other = (signed(feedback(id=i), k) for i, k in (("b_1", DANA), ("b_2", OTHER)))
    bare = read(feedback(id="b_3", author={"name": "dana ruiz"}))
    with closing(Store.open(tmp_path / "library.db")) as store:
        store.bundles.put(taking.given(bare))
        assert [r.standing for r in store.bundles.rows()] == ["unsigned"]
        store.bundles.put(taking.given(mine), taking.given(other))
        assert {r.id: r.standing for r in store.bundles.rows()} == {"b_1": "known", "b_2": "changed", "b_3": "stripped"}
        store.bundles.trust("dana ruiz", signing.public_of(OTHER))
        assert {r.id: r.standing for r in store.bundles.rows()} == {"b_1": "known", "b_2": "known", "b_3": "stripped"}


def test_an_altered_bundle_is_kept_and_shown_as_altered_and_teaches_no_key(tmp_path: Path) -> None:
    altered = read({**dict(signed(feedback(), DANA).data), "note": "Full marks."})
    with closing(Store.open(tmp_path / "library.db")) as store:
        store.bundles.put(taking.given(altered))
        assert [r.standing for r in store.bundles.rows()] == ["altered"]
        assert store.connection.execute("SELECT count(*) FROM authors").fetchone() == (0,)
        # Under one id the one that was not altered comes first, also where it came later.
        store.bundles.put(taking.given(signed(feedback(), DANA)))
        assert store.bundles.one("b_3")[0].standing == "known"


def test_a_bundle_is_found_by_its_id_or_the_beginning_of_its_digest(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "library.db")) as store:
        given_ = taking.given(letters()[3])
        store.bundles.put(given_)
        assert store.bundles.one("b_s1")[1] == store.bundles.one(given_.digest[:8])[1] == dict(given_.data)
        for named in ("b_x", "", "'", given_.digest[:3]):
            with pytest.raises(InputProblem, match="no bundle"):
                store.bundles.one(named)
        assert store.bundles.remove(given_.digest)
        assert not store.bundles.remove(given_.digest)
        assert store.bundles.rows() == ()


def test_comments_that_were_dealt_with_and_what_is_being_written_are_kept(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "library.db")) as store:
        answer = taking.given(signed(feedback(comments=[comment(), comment(id="c_2")]), DANA))
        store.bundles.put(answer)
        store.bundles.resolve(answer.digest, "c_2")
        store.bundles.resolve(answer.digest, "c_2")
        assert store.bundles.resolved(answer.digest) == {"c_2"}
        store.bundles.resolve(answer.digest, "c_2", on=False)
        assert store.bundles.resolved(answer.digest) == frozenset()
        store.bundles.put_note("feedback_drafts", answer.digest, {"note": "Half a sen"})
        store.bundles.put_note("feedback_drafts", answer.digest, {"note": "Half a sentence"})
        assert store.bundles.notes("feedback_drafts") == {answer.digest: {"note": "Half a sentence"}}
        store.bundles.drop_note("feedback_drafts", answer.digest)
        assert store.bundles.notes("feedback_drafts") == {}
        store.delete_all()
        assert store.bundles.rows() == ()


def test_a_submission_in_the_library_is_read_again_as_it_was(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "library.db")) as store:
        sent = letters()[4]
        store.bundles.put(taking.given(sent))
        row, data = store.bundles.one("b_s2")
        again = reading.understood(data, "x")
        assert isinstance(again.bundle, Submission)
        assert again.bundle == sent.bundle
        assert again.digest == row.digest
        assert kept.write(again.bundle)["takes"] == data["takes"]
