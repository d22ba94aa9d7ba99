"""Writing in forms: real files in a real folder, typed by keyboard, mended, undone, tried and published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rehearse.writing.document import Document
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, live, settle
from tests.ui.test_home_setting import Place, places, settled, window_of
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.prose import Prose
from ui.writing.editor import Part
from ui.writing.page import WritingPage

Key = Qt.Key
CTRL, ALT, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def writing(
    place: Place, qtbot: Any, kind: str, id: str = "", how: str = "new", size: tuple[int, int] = (1440, 900)
) -> WritingPage:
    page = WritingPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    page.begin(kind, id, how)
    settled(qtbot, lambda: page.form is not None and page.form.builder.idle and page.summary.text != "")
    return page


def texts(widget: QWidget) -> str:
    return " | ".join(part.text() for part in live(widget, Prose))


def looked(page: WritingPage, qtbot: Any, wanted: str) -> None:
    settled(qtbot, lambda: wanted in page.summary.text)


def idle(page: WritingPage, qtbot: Any) -> None:
    settled(qtbot, lambda: page.form.builder.idle)


def kept(page: WritingPage, qtbot: Any, words: str) -> None:
    settled(qtbot, lambda: words in page.draft.file.read_text("utf-8").replace('"', "") and page.state.text() == "Draft, kept")


def reach(page: WritingPage, qtbot: Any, *path: str | int) -> QWidget:
    """Go to the field at a place; the widget that has the focus then."""
    page.form.go_to(path)
    idle(page, qtbot)
    settle()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def press(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def parts(fields: Any) -> Iterator[Part]:
    """Every editor below some fields."""
    for part in fields.parts:
        yield part
        inner = getattr(part, "fields", None)
        if inner is not None:
            yield from parts(inner)
        for card in getattr(part, "cards", ()):
            if card.fields is not None:
                yield from parts(card.fields)


def open_everything(page: WritingPage, qtbot: Any) -> list[Part]:
    """Every section shown and every card opened, until nothing new comes."""
    form = page.form
    for number in range(len(form.sections)):
        form.show_section(number)
    idle(page, qtbot)
    while True:
        found = [part for view in form.views.values() for part in parts(view.fields)]
        shut = [card for part in found for card in getattr(part, "cards", ()) if not card.is_open]
        folded = [part for part in found if getattr(part, "open", True) is False]
        for card in shut:
            card.open()
        for part in folded:
            part.unfold()
        if not shut and not folded:
            return found
        idle(page, qtbot)


def values(whole: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place of a file at which a text, number or truth stands."""
    if isinstance(whole, dict):
        for key, value in whole.items():
            yield from values(value, (*path, key))
    elif isinstance(whole, list):
        for n, value in enumerate(whole):
            yield from values(value, (*path, n))
    else:
        yield path


FULL = {"persona": "skeptical-executive", "scenario": "trial-budget-from-finance", "rubric": "buy-in"}


@pytest.mark.parametrize("kind", FULL)
def test_every_field_of_a_built_in_file_has_an_editor_and_opening_it_changes_nothing(
    theme: Theme, place: Place, qtbot: Any, kind: str
) -> None:
    page = writing(place, qtbot, kind, FULL[kind], "duplicate")
    before = page.draft.document.text()
    leaves = [part.path for part in open_everything(page, qtbot) if not hasattr(part, "cards") and not hasattr(part, "fields")]
    edited = set(leaves)
    for path in values(page.draft.document.get(())):
        assert path == ("format",) or any(path[: len(at)] == at or at[: len(path)] == path for at in edited), path
    assert page.draft.document.text() == before
    assert not page.draft.document.can_undo
    assert "Nothing to mend" in page.summary.text


def test_a_person_from_nothing_is_typed_mended_and_kept(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona")
    looked(page, qtbot, "2 to mend")
    press(Key.Key_F8)
    idle(page, qtbot)
    settle()
    assert QApplication.focusWidget().accessibleName() == "Name"
    assert "This is empty" in QApplication.focusWidget().accessibleDescription()
    typed("Kofi Mensah")
    reach(page, qtbot, "role")
    typed("Head of finance")
    looked(page, qtbot, "look" if "look" in page.summary.text else "Nothing")
    kept(page, qtbot, "name: Kofi Mensah")
    assert page.title.text() == "Kofi Mensah"
    assert "# What is true of this person" in page.draft.file.read_text("utf-8")


def test_undo_and_redo_go_over_the_whole_file_wherever_the_focus_is(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona")
    reach(page, qtbot, "name")
    typed("Kofi")
    reach(page, qtbot, "cares_about")
    press(Key.Key_End, CTRL)
    press(Key.Key_Return)
    typed("the audit")
    document = page.draft.document
    assert document.get(("cares_about",))[-1] == "the audit"
    press(Key.Key_Z, CTRL)
    idle(page, qtbot)
    assert "the audit" not in document.get(("cares_about",))
    assert document.get(("name",)) == "Kofi"
    press(Key.Key_Z, CTRL)
    idle(page, qtbot)
    settle()
    assert document.get(("name",)) == ""
    assert QApplication.focusWidget().accessibleName() == "Name"
    press(Key.Key_Z, CTRL | SHIFT)
    press(Key.Key_Z, CTRL | SHIFT)
    idle(page, qtbot)
    assert document.get(("name",)) == "Kofi"
    assert document.get(("cares_about",))[-1] == "the audit"


def test_worries_are_added_moved_and_taken_out_with_a_way_back(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona")
    document = page.draft.document
    ids = lambda: [c["id"] for c in document.get(("concerns",))]  # noqa: E731
    first = ids()
    page.form.show_section(3)
    idle(page, qtbot)
    (worries,) = page.form.views[3].fields.parts
    worries.add.click()
    idle(page, qtbot)
    settle()
    assert ids() == [*first, "worry"]
    assert QApplication.focusWidget().accessibleName() == "What it is called"
    typed("The audit")
    assert document.get(("concerns", 3, "label")) == "The audit"
    card = worries.cards[3]
    card.head.setFocus()
    press(Key.Key_Up, ALT)
    assert ids() == [*first[:2], "worry", first[2]]
    assert worries.cards[2] is card
    assert QApplication.focusWidget() is card.head
    card.down.click()
    assert ids()[3] == "worry"
    card.head.setFocus()
    press(Key.Key_Delete)
    assert ids() == first
    assert "The audit" in page.form.toast.text
    page.form.toast._undo()
    idle(page, qtbot)
    assert ids() == [*first, "worry"]
    assert worries.cards[3].title == "The audit"


def test_a_remark_stands_at_its_field_and_at_what_it_is_folded_into(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona", "skeptical-executive", "duplicate")
    document = page.draft.document
    page.sheet.put(("concerns", 1, "objections", 0), "What about [[nothing]]?")
    page.sheet.put(("concerns", 0, "resolved_by", 0, "needs"), ["foo"])
    looked(page, qtbot, "2 to mend")
    assert "(2)" in page.form._buttons[3].text()
    press(Key.Key_F8)
    settled(qtbot, lambda: page.form.builder.idle and page.form.here == 3)
    settle()
    assert "“foo” is not a signal" in texts(page.form).replace('"foo"', "“foo”")
    page.summary.step()
    idle(page, qtbot)
    settle()
    assert "What about [[nothing]]?" in QApplication.focusWidget().toPlainText()
    assert "[[nothing]] is not known" in QApplication.focusWidget().accessibleDescription()
    assert document.get(("concerns", 1, "objections", 0)) == "What about [[nothing]]?"


def test_what_must_be_heard_is_chosen_in_plain_words(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona")
    document = page.draft.document
    at = ("concerns", 0, "resolved_by", 0, "needs")
    assert document.get(at) == [["figure.money", "customer"], "period"]
    select = reach(page, qtbot, *at)
    shown = texts(page.form)
    assert "a sum of money" in " ".join(b.text() for b in live(page.form, type(page.back)))
    assert "or" in shown
    select.setCurrentIndex(select.findData("source"))
    select.activated.emit(select.currentIndex())
    assert document.get(at) == [["figure.money", "customer"], "period", "source"]


def test_keys_that_the_form_does_not_know_are_kept_and_named(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona")
    draft = page.draft
    text = (
        draft.file.read_text("utf-8").replace("    kind: return\n", "    kind: return\n    flavour: sour  # mine\n")
        + "colour: blue\n"
    )
    draft.document.become(text)
    page.sheet.replaced()
    reach(page, qtbot, "concerns", 0, "label")
    assert "kept as it is: flavour" in texts(page.form)
    page.form.show_section(len(page.form.sections) - 1)
    idle(page, qtbot)
    assert "kept as it is: colour" in texts(page.form)
    reach(page, qtbot, "concerns", 0, "label")
    typed("!")
    kept(page, qtbot, "Payback!" if "Payback!" in draft.document.text() else "!")
    assert "    flavour: sour  # mine\n" in draft.file.read_text("utf-8")


def test_a_change_by_another_program_is_noticed_and_either_can_be_taken(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "rubric")
    file = page.draft.file
    reach(page, qtbot, "title")
    typed("Mine")
    kept(page, qtbot, "title: Mine")
    file.write_text(file.read_text("utf-8").replace("Mine", "Theirs"), "utf-8")
    page.look_at_file()
    assert page.banner.sentence == "Changed by another program."
    page.banner.chosen.emit("theirs")
    assert page.draft.document.get(("title",)) == "Theirs"
    assert QApplication.focusWidget().text() == "Theirs"
    press(Key.Key_Z, CTRL)
    assert page.draft.document.get(("title",)) == "Mine"
    kept(page, qtbot, "title: Mine")
    file.write_text(file.read_text("utf-8").replace("Mine", "Others"), "utf-8")
    typed("!")
    settled(qtbot, lambda: not page.banner.isHidden())
    assert "Others" in file.read_text("utf-8")
    page.banner.chosen.emit("mine")
    assert "!" in file.read_text("utf-8")


def test_the_file_is_beside_the_form_with_the_line_of_the_field(theme: Theme, place: Place, qtbot: Any) -> None:
    opened: list[str] = []
    page = WritingPage(place.engine, place.desk, open_file=opened.append)
    window_of(qtbot, page, (1440, 900))
    page.begin("scenario", "", "new")
    settled(qtbot, lambda: page.form is not None and page.form.builder.idle)
    page.tabs["file"].click()
    pane = page.panes["file"]
    reach(page, qtbot, "title")
    typed("Ask for a trial")
    settled(qtbot, lambda: "Ask for a trial" in pane.text.toPlainText())
    assert pane.text.document().findBlockByNumber(pane.line - 1).text().replace('"', "") == "title: Ask for a trial"
    assert pane.text.isReadOnly()
    pane.editor.click()
    assert opened == [str(page.draft.file)]
    assert "Ask for a trial" in Path(opened[0]).read_text("utf-8")


def test_what_is_warned_of_when_publishing_says_where_it_stands(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "persona")
    page.show_pane("publish")
    settled(qtbot, lambda: texts(page.panes["publish"]).count("This is still the example. Write your own.") == 2)
    assert "Who they are, " in texts(page.panes["publish"])
    assert "How they talk, " in texts(page.panes["publish"])


def test_a_situation_is_tried_playtested_and_published(theme: Theme, place: Place, qtbot: Any, announcements: Announcer) -> None:
    page = writing(place, qtbot, "scenario", "trial-budget-from-finance", "duplicate")
    page.tabs["try"].click()
    trial = page.panes["try"]
    trial.begin.click()
    settled(qtbot, lambda: not trial.waits and "lines left" in trial.left.text())
    page.tabs["playtest"].click()
    pane = page.panes["playtest"]
    pane._seeds = 1
    pane.start()
    settled(qtbot, lambda: pane.report is not None)
    assert pane.verdict.text().startswith("It tells")
    assert "Strong, script 1" in texts(pane)
    page.tabs["publish"].click()
    publish = page.panes["publish"]
    settled(qtbot, lambda: publish.publish.isEnabled())
    assert publish.publish.accessibleName() == "Publish as version 1"
    with qtbot.waitSignal(page.published, timeout=20_000) as found:
        publish.publish.click()
    kind, id, number = found.args
    assert (kind, number) == ("scenario", 1)
    assert place.desk.catalog.scenario(id).title.startswith("Copy of")
    page.begin("scenario", id, "edit")
    settled(qtbot, lambda: page.form is not None and page.form.builder.idle)
    page.sheet.put(("ask",), "Something else")
    page.tabs["publish"].click()
    publish = page.panes["publish"]
    settled(qtbot, lambda: "as version 2" in publish.publish.accessibleName() and "ask:" in texts(publish))
    assert "Version 1" in texts(publish)
    back = next(button for button in live(publish, Button) if button.accessibleName() == "Bring version 1 back")
    back.setFocus()
    press(Key.Key_Space)
    settled(qtbot, lambda: "It says the same as version 1." in texts(publish))
    assert QApplication.focusWidget() is publish.publish


def test_a_fact_that_is_added_is_named_by_its_number_and_has_room_below(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "scenario", "trial-budget-from-finance", "duplicate", (1440, 600))
    page.form.show_section(2)
    idle(page, qtbot)
    (facts,) = page.form.views[2].fields.parts
    facts.add.click()
    idle(page, qtbot)
    assert facts.cards[-1].title == f"Fact {len(facts.cards)}"
    area = page.form.views[2].area
    field = QApplication.focusWidget()

    def below() -> int:
        return area.viewport().height() - field.mapTo(area.viewport(), field.rect().bottomLeft()).y()

    settled(qtbot, lambda: below() >= area.viewport().height() // 4 - 2)


def test_a_playtest_can_be_stopped(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "scenario", "trial-budget-from-finance", "duplicate")
    page.show_pane("playtest")
    pane = page.panes["playtest"]
    pane.start()
    settled(qtbot, lambda: "meetings" in pane.state.text())
    pane.halt.click()
    assert not pane.runs
    assert pane.report is None
    assert "Stopped" in pane.state.text()


def test_what_the_file_does_not_let_itself_be_edited_to_is_told(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "rubric")
    text = page.draft.document.text() + "mine: |\n  one\nyours: 1\n    # read as a line of mine where yours goes\n"
    page.draft.document.become(text)
    page.sheet.replaced()
    page.sheet.drop(("yours",))
    assert page.draft.document.text() == text
    assert "without touching what stands around it" in texts(page.banner)
    assert "Change it in the file" in texts(page.banner)


def test_faults_refuse_and_lead_to_the_field(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "scenario")
    page.show_pane("publish")
    publish = page.panes["publish"]
    assert not publish.publish.isEnabled()
    publish.faults.click()
    idle(page, qtbot)
    settle()
    assert QApplication.focusWidget().accessibleName() == "Title"


def test_a_way_to_judge_says_what_each_check_finds(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "rubric")
    page.sheet.put(("title",), "Proof only")
    page.sheet.put(("criteria", 0, "checks", "tone"), {"question": "Was it said with warmth?"})
    page.show_pane("judge")
    pane = page.panes["judge"]
    settled(qtbot, lambda: pane.on.findData("s:trial-budget-from-finance") >= 0)
    pane.on.set_value("s:trial-budget-from-finance")
    pane.start()
    settled(qtbot, lambda: pane.findings is not None)
    said = texts(pane)
    assert "Was it said with warmth?" in said
    assert "Only a model can judge" in said


@pytest.mark.parametrize("theme", BOTH, indirect=True)
@pytest.mark.parametrize("kind", FULL)
def test_the_form_is_accessible(theme: Theme, place: Place, qtbot: Any, kind: str) -> None:
    page = writing(place, qtbot, kind, FULL[kind], "duplicate")
    page.show_pane("file")
    settle()
    check_all(page.window())
    page.show_pane("")
    for number in range(len(page.form.sections)):
        page.form.show_section(number)
        idle(page, qtbot)
        for card in [c for part in parts(page.form.views[number].fields) for c in getattr(part, "cards", ())][:1]:
            card.open()
        idle(page, qtbot)
        settle()
        check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
@pytest.mark.parametrize("kind", FULL)
def test_the_form_at_200_per_cent(theme: Theme, place: Place, qtbot: Any, kind: str) -> None:
    page = writing(place, qtbot, kind, FULL[kind], "duplicate", BIG)
    check_big(page.window())
    for number in range(len(page.form.sections)):
        page.form.show_section(number)
        idle(page, qtbot)
        settle()
        check_big(page.window())
    page.show_pane("publish")
    settle()
    check_big(page.window())


def test_what_was_typed_is_kept_when_the_page_goes(theme: Theme, place: Place, qtbot: Any) -> None:
    page = writing(place, qtbot, "rubric")
    file = page.draft.file
    reach(page, qtbot, "title")
    typed("Last words")
    page.leave()
    assert Document.read(file).get(("title",)) == "Last words"
