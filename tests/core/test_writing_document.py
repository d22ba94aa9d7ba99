"""A file edited field by field: nothing else in it moves, and what is said about it is what `rehearse check` says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.catalog import Catalog
from rehearse.catalog.report import Report
from rehearse.catalog.yaml import parse
from rehearse.errors import InputProblem
from rehearse.paths import Paths, built_in
from rehearse.writing.document import Document

FILES = tuple(sorted(p for p in built_in().rglob("*.yaml") if p.parent.name not in ("registers", "concerns")))
TEXT = """\
# A person for these tests.
format: rehearse/persona@1
id: dana   # never changes
name: 'Dana Ruiz'
role: Finance lead
opening: "One line"   # only one
cares_about: [money, time]   # two
# how patient
temperament: {patience: 8}
gives: []
voice:
concerns:   # the list
  # first of all
  - id: one
    # what stands on the chip
    label: One  # short
    weight: 3
  - id: two
    weight: 2
    root: |
      A line
      and another

  # third of all
  - id: three
    weight: 1
lines:
  press:
    - "A"
    - "B: c"
company: {floor: 4}   # nobody here knows this key
"""

MORE = """\
playtest:
  strong:
    - - {say: "One, two.", for: one}
      # between two lines
      - {say: "Three."}
      - "Four"
    -
      - say: >-
          Folded
          text.

        for: two
  weak: [["No."], []]
persona_for_this:
  concerns:
  - id: x
    needs: [[a, b], c]
  # the last one
  - {id: y, "odd key": 'it''s', empty: }
mentor_notes: |+
  Kept

  lines.

"""


def of(text: str = TEXT) -> Document:
    return Document.of(text, "persona")


def changed(document: Document, before: str = TEXT) -> tuple[list[str], list[str]]:
    """Lines that are gone, and lines that are new."""
    import difflib

    lines = list(difflib.ndiff(before.splitlines(), document.text().splitlines()))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


def holds(document: Document) -> Any:
    report = Report("x")
    data = parse(document.text(), report)
    assert data is not None, report.all()
    return data


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("role",), "Head of finance", "role: Head of finance"),
        (("name",), "O'Hara", "name: 'O''Hara'"),
        (("role",), "What about ticket #4711", 'role: "What about ticket #4711"'),
        (("role",), "yes", 'role: "yes"'),
        (("role",), "12:30", 'role: "12:30"'),
        (("role",), "- a dash", 'role: "- a dash"'),
        (("role",), "I'd ask: why now?", 'role: "I\'d ask: why now?"'),
        (("role",), "4711", 'role: "4711"'),
        (("opening",), "Another", 'opening: "Another"   # only one'),
        (("id",), "dana-2", "id: dana-2   # never changes"),
        (("voice",), "Short.", "voice: Short."),
        (("temperament", "patience"), 12, "temperament: {patience: 12}"),
        (("temperament", "yields_to"), ["rank"], "temperament: {patience: 8, yields_to: [rank]}"),
        (("cares_about",), ["money", "time", "a, b"], 'cares_about: [money, time, "a, b"]   # two'),
        (("cares_about", 0), "[figures]", 'cares_about: ["[figures]", time]   # two'),
        (("concerns", 0, "label"), "Pay back", "    label: Pay back  # short"),
        (("lines", "press", 1), 'He said "no" \\ left', '    - "He said \\"no\\" \\\\ left"'),
        (("gives",), [{"id": "a", "kind": "name", "says": "Take Dana."}], '  - {id: a, kind: name, says: "Take Dana."}'),
    ],
)
def test_an_edit_touches_its_own_line(path: tuple[str | int, ...], value: Any, line: str) -> None:
    document = of()
    document.put(path, value)
    gone, new = changed(document)
    assert line in new
    assert len(gone) <= 1
    assert document.get(path) == value
    assert holds(document)


def test_the_value_that_is_there_changes_nothing() -> None:
    for file in FILES:
        document = Document.read(file)
        for key, value in document.get(()).items():
            document.put((key,), value)
        assert document.text() == file.read_text("utf-8")
        assert not document.changed
        assert not document.can_undo


def test_texts_of_several_lines_stand_as_such() -> None:
    document = of()
    document.put(("concerns", 0, "worry"), "First.\n\nSecond: #2")
    document.put(("concerns", 1, "root"), "Once\nmore\n")
    _gone, new = changed(document)
    assert new == ["    worry: |-", "      First.", "", "      Second: #2", "      Once", "      more"]
    assert holds(document)["concerns"][0]["worry"] == "First.\n\nSecond: #2"
    document.put(("concerns", 1, "root"), "One")
    assert holds(document)["concerns"][1]["root"] == "One"


def test_a_folded_text_stays_one() -> None:
    document = of("format: rehearse/persona@1\nsummary: >-   # long\n  Some words\n  and more.\nname: Dana\n")
    assert document.get(("summary",)) == "Some words and more."
    document.put(("summary",), "Other words.\nA second.")
    assert document.text() == ("format: rehearse/persona@1\nsummary: >-   # long\n  Other words.\n\n  A second.\nname: Dana\n")


def test_an_item_goes_with_its_remarks_and_its_neighbours_keep_theirs() -> None:
    document = of()
    document.remove(("concerns", 2))
    assert changed(document) == (["  # third of all", "  - id: three", "    weight: 1"], [])
    document = of()
    document.remove(("concerns", 1))
    assert "# third of all" in document.text()
    assert "what stands on the chip" in document.text()
    document = of()
    document.remove(("concerns", 0, "label"))
    assert changed(document) == (["    # what stands on the chip", "    label: One  # short"], [])
    document = of()
    document.remove(("company",))
    assert changed(document)[0] == ["company: {floor: 4}   # nobody here knows this key"]


def test_the_first_key_behind_a_dash_and_the_last_item_of_a_list_can_go() -> None:
    document = of()
    document.remove(("concerns", 1, "id"))
    assert changed(document) == (["  - id: two", "    weight: 2"], ["  - weight: 2"])
    document.remove(("concerns", 0, "id"))
    assert holds(document)["concerns"][0] == {"label": "One", "weight": 3}
    document.remove(("lines", "press", 0))
    document.remove(("lines", "press", 0))
    assert document.get(("lines",)) == {"press": []}
    document.add(("lines", "press"), "Again")
    assert document.get(("lines", "press")) == ["Again"]


def test_items_move_with_their_remarks() -> None:
    document = of()
    document.move(("concerns", 2), 0)
    assert [c["id"] for c in document.get(("concerns",))] == ["three", "one", "two"]
    text = document.text()
    assert text.index("# the list") < text.index("# third of all") < text.index("id: three") < text.index("# first of all")
    document.move(("concerns", 0), 2)
    assert [c["id"] for c in holds(document)["concerns"]] == ["one", "two", "three"]
    document.move(("cares_about", 1), 0)
    assert "cares_about: [time, money]   # two" in document.text()


def test_a_text_that_stands_for_a_list_becomes_one() -> None:
    document = of()
    document.add(("opening",), "Two")
    assert document.get(("opening",)) == ["One line", "Two"]
    assert '  - "One line"\n  - "Two"\n' in document.text()
    assert "# only one" in document.text()


def test_what_is_added_goes_where_people_look_for_it() -> None:
    document = of()
    document.put(("pronouns",), "she")
    document.put(("vocabulary", "instead"), {"CI/CD": "how fast we change", "a: b": "no"})
    document.put(("concerns", 1, "worry"), "It never comes back.")
    lines = document.text().splitlines()
    assert lines.index("pronouns: she") == lines.index("name: 'Dana Ruiz'") + 1
    assert lines.index("vocabulary:") == lines.index("cares_about: [money, time]   # two") + 1
    assert '  instead: {CI/CD: how fast we change, "a: b": "no"}' in lines
    assert lines.index('    worry: "It never comes back."') == lines.index("  - id: two") + 1


def test_a_check_can_have_another_id() -> None:
    document = Document.read(built_in() / "rubrics" / "buy-in.yaml")
    document.rename(("criteria", 0, "checks", "first"), "at-first")
    assert next(iter(document.get(("criteria", 0, "checks")))) == "at-first"
    assert len(changed(document, (built_in() / "rubrics" / "buy-in.yaml").read_text("utf-8"))[0]) == 1
    with pytest.raises(LookupError):
        document.rename(("criteria", 0, "checks", "at-first"), "theirs")


def test_undo_and_redo_go_all_the_way() -> None:
    document = of()
    document.put(("name",), "D", typing=True)
    document.put(("name",), "Da", typing=True)
    document.put(("name",), "Dan", typing=True)
    document.remove(("concerns", 0))
    document.put(("summary",), "New")
    last = document.text()
    assert [document.undo() for _ in range(4)] == [True, True, True, False]
    assert document.text() == TEXT
    while document.redo():
        pass
    assert document.text() == last
    assert document.get(("name",)) == "Dan"


def test_a_path_that_leads_nowhere_is_refused_and_nothing_is_done() -> None:
    document = of()
    for edit in (
        lambda: document.put(("concerns", 9, "label"), "x"),
        lambda: document.put(("name", "first"), "x"),
        lambda: document.put((), "x"),
        lambda: document.remove(("nothing",)),
        lambda: document.move(("concerns", 5), 0),
        lambda: document.add(("temperament",), "x"),
    ):
        with pytest.raises(LookupError):
            edit()
    assert document.text() == TEXT
    assert not document.can_undo


def test_what_no_file_may_hold_is_cleaned() -> None:
    document = of()
    document.put(("role",), "a\x00b\ud800c\u202ed\ufffee\r\nf")
    assert holds(document)["role"] == "a b\ufffdc‹U+202E›d\ufffde\nf"


def test_line_ends_and_a_missing_last_one_stay() -> None:
    text = TEXT.replace("\n", "\r\n").removesuffix("\r\n")
    document = of(text)
    document.put(("name",), "Dan")
    document.add(("lines", "press"), "C")
    document.put(("endings", "resists"), ["No."])
    assert "\n" not in document.text().replace("\r\n", "")
    while document.undo():
        pass
    assert document.text() == text
    assert of("format: rehearse/persona@1\nname: x").get(("name",)) == "x"


def test_a_file_that_is_no_yaml_is_refused_with_its_faults(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("format: rehearse/persona@1\nname: [a\nid: x\n", "utf-8")
    with pytest.raises(InputProblem) as caught:
        Document.read(file)
    assert caught.value.faults[0].line


# --- any file, any edits

VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "yes",
            "12:30",
            "- x",
            "a #4711",
            "a: b",
            "~",
            "null",
            "4",
            "",
            "[x",
            "{y",
            "'",
            '"',
            "*a",
            "&b",
            "!c",
            "%d",
            "@e",
            "|",
            ">",
        ]
    ),
    st.text("ab \n#:-'\"\t", max_size=20),
    st.integers(-5, 99),
    st.booleans(),
)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [path, *(found for step, inner in inside for found in _paths(inner, (*path, step)))]


def _others(document: Document, path: tuple[str | int, ...]) -> dict[str, str]:
    """The lines under every key at the left edge but the one that this path goes through."""
    found: dict[str, str] = {}
    key = ""
    for line in document.text().splitlines(keepends=True):
        start = re.match("[a-z_]+(?=:)", line)
        key = start[0] if start else key
        found[key] = found.get(key, "") + line
    return {k: text for k, text in found.items() if k != path[0]}


def _clean(value: Any) -> Any:
    from rehearse.writing.spelling import clean

    return clean(value)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_edits_of_one_text_leave_every_other_line_of_any_file_as_it_was(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    text = file.read_text("utf-8")
    document = Document.of(text, "")
    path = data.draw(
        st.sampled_from([p for p in _paths(document.get(())) if p and not isinstance(document.get(p), (dict, list))])
    )
    first = document.line_of(path)
    for value in data.draw(st.lists(VALUES.filter(lambda v: v != ""), min_size=1, max_size=4)):
        document.put(path, value)
        held = document.get(path)  # a form shows true and 4 as texts: the same words change nothing
        assert held == _clean(value) or str(held).casefold() == str(value).casefold()
    lines, old = document.text().splitlines(keepends=True), text.splitlines(keepends=True)
    behind = len(old) - first
    assert lines[: first - 1] == old[: first - 1]
    assert not behind or lines[-behind:] == old[-behind:]
    while document.undo():
        pass
    assert document.text() == text


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_after_any_edits_the_file_says_what_the_edits_said(data: st.DataObject) -> None:
    """The places that are kept stay true: read anew, the text holds the same, and undoing all leads back to the first byte."""
    text = TEXT + MORE
    document = Document.of(text, "persona")
    model = document.get(())
    for _ in range(data.draw(st.integers(1, 6))):
        paths = [p for p in _paths(model) if p]
        path = data.draw(st.sampled_from(paths))
        held, others = document.get(path), _others(document, path)
        kind = data.draw(st.sampled_from(["put", "new", "add", "remove", "move"]))
        value = _clean(
            data.draw(st.one_of(VALUES, st.lists(VALUES, max_size=3), st.dictionaries(st.text(max_size=5), VALUES, max_size=3)))
        )
        if kind == "put":
            document.put(path, value)
        elif kind == "new" and isinstance(held, dict):
            document.put((*path, "new key"), value)
        elif kind == "add" and isinstance(held, list):
            at = data.draw(st.integers(0, len(held)))
            assert document.add(path, value, at) == at
            assert document.get(path) == [*held[:at], value, *held[at:]]
        elif kind == "remove":
            document.remove(path)
        elif kind == "move":
            document.move(path, data.draw(st.integers(0, 5)))
        model = document.get(())
        if len(path) > 1 or kind not in ("remove", "move"):
            assert _others(document, path) == others
        assert holds(document) == model
        assert Document.of(document.text(), "").get(()) == model
    while document.undo():
        assert holds(document)
    assert document.text() == text


# --- what is to be said


def test_it_says_what_check_says_with_the_field_of_each(tmp_path: Path) -> None:
    catalog = Catalog(Paths(tmp_path / "home"), built_in())
    for file in (
        built_in() / "skeptical-executive.yaml",
        built_in() / "scenarios" / "two-week-spike.yaml",
        built_in() / "rubrics" / "buy-in.yaml",
    ):
        document = Document.read(file)
        assert document.look(catalog) == ()
        document.put(("id",), "Not an id")
        document.put(("fromat",), 1)
        document.put(("title" if document.kind != "persona" else "name",), [])
        if document.kind == "persona":
            document.put(("concerns", 1, "weight"), 9)
            document.put(("concerns", 0, "resolved_by", 0, "of"), "nothing")
            document.put(("temperament", "patience"), "long")
        elif document.kind == "scenario":
            document.put(("persona",), "nobody")
            document.put(("playtest", "strong", 0, 0, "for"), "nothing")
            document.put(("facts", 0), {"id": "only"})
        else:
            document.put(("criteria", 0, "weight"), {"telling": 3})
            document.remove(("criteria", 1, "checks", "goal", "question"))
        copy = tmp_path / "x.yaml"
        copy.write_text(document.text(), "utf-8")
        said = document.look(catalog)
        assert [(r.line, r.message, r.warning) for r in said] == [(f.line, f.message, f.warning) for f in catalog.check([copy])]
        assert {r.path[0] for r in said if r.path} >= {"id", "fromat"}
        assert any(not r.warning for r in said)


def test_what_yaml_eats_is_said_as_long_as_it_stands_there() -> None:
    text = TEXT.replace('    - "A"\n', "    - What about ticket #4711\n").replace("role: Finance lead", "role: a\u200bb")
    document = of(text)
    eaten = [r for r in document.look() if "for a comment" in r.message]
    assert [(r.path, r.line) for r in eaten] == [(("lines", "press", 0), document.line_of(("lines", "press", 0)))]
    document.put(("summary",), "One line more above it")
    assert [r.line for r in document.look() if "for a comment" in r.message] == [eaten[0].line + 1]
    document.put(("lines", "press", 0), "What about ticket #4711")
    assert not [r for r in document.look() if "for a comment" in r.message]
    assert [r.path for r in document.look() if "cannot be seen" in r.message] == [("role",)]
