"""Make a person: seven questions answered by keyboard and mouse, looked over while one types, tried, kept and saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from rehearse.catalog import Catalog
from rehearse.making.answers import Answers, Give
from rehearse.making.origin import NEW, Origin
from rehearse.paths import built_in
from tests.core.test_making import ASKS, WHY, dana
from tests.core.test_making_edit import BY_HAND
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, live, settle, tab_order
from tests.ui.test_home_setting import Place, places, settled, window_of
from ui.making.page import MakingPage
from ui.making.tick import Tick
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.prose import Prose

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def making(
    place: Place, qtbot: Any, origin: Origin = NEW, size: tuple[int, int] = (1440, 900), opened: list[str] | None = None
) -> MakingPage:
    page = MakingPage(place.engine, place.desk, open_folder=(opened if opened is not None else []).append)
    window_of(qtbot, page, size)
    page.begin(origin)
    settled(qtbot, lambda: page.form.whole and page.foot.state.text() != "")
    return page


def texts(widget: QWidget) -> str:
    return " | ".join(part.text() for part in live(widget, Prose))


def typed(words: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, words)


def press(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def save(page: MakingPage, qtbot: Any) -> None:
    press(Key.Key_S, CTRL)
    settled(qtbot, lambda: page.saved is not None and not page.foot.meet.isHidden())


def test_all_seven_questions_by_keyboard_and_then_they_are_met(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    assert focused() == "Name"
    typed("Dana Okafor")
    press(Key.Key_Tab)
    press(Key.Key_Left)
    press(Key.Key_Left)
    press(Key.Key_Tab)
    typed("Head of sales")
    press(Key.Key_2, ALT)
    typed("renewals")
    press(Key.Key_Return)
    typed("fewer escalations")
    press(Key.Key_3, ALT)
    typed("the new import")
    press(Key.Key_Tab)
    typed(WHY)
    press(Key.Key_4, ALT)
    assert focused() == "A question of theirs"
    for question in ("And what does that save us in a year?", "Who runs it afterwards?", "Why can it not wait?"):
        typed(question)
        press(Key.Key_Return)
    assert [w.id for w in page.sheet.answers.worries] == ["payback", "who-runs-it", "why-now"]
    press(Key.Key_5, ALT)
    press(Key.Key_Right)
    assert focused() == "How they put things: Warmly"
    press(Key.Key_6, ALT)
    press(Key.Key_A, CTRL)
    typed("8")
    press(Key.Key_Tab)
    press(Key.Key_7, ALT)
    page.form.ending.gives.begin()
    typed("Take Ben from my team for a week.")
    page.form.ending.terms.begin()
    typed("My team sees it first.")
    save(page, qtbot)
    assert page.foot.state.text() == "Saved as dana-okafor.yaml."
    assert focused() == "A condition of theirs"  # who saves by key goes on typing where they were
    page.foot.meet.setFocus()
    file = place.paths.personas / "dana-okafor.yaml"
    catalog = Catalog(place.paths, built_in())
    assert catalog.check([file]) == ()
    person = catalog.persona("dana-okafor")
    assert (person.pronouns, person.register, person.temperament.minutes) == ("she", "warm", 8)
    assert person.concern("payback").root == (WHY,)
    qtbot.waitUntil(lambda: place.desk.settings.last_persona == "dana-okafor")
    with qtbot.waitSignal(page.start) as started:
        press(Key.Key_Return)
    meeting = place.wait(lambda: place.desk.start(started.args[0]))
    assert meeting.setting.persona.name == "Dana Okafor"
    assert place.desk.maker.open(NEW).draft is False


def test_what_is_missing_is_said_at_its_field_and_save_goes_there(
    theme: Theme, place: Place, qtbot: Any, announcements: Announcer
) -> None:
    page = making(place, qtbot)
    fields = {name: asked for section in page.form.sections for name, asked in getattr(section, "fields", {}).items()}
    assert page.foot.state.text() == "Question 1: What are they called? A first name will do. And 2 more."
    assert [name for name, asked in fields.items() if asked.note] == []  # nobody has been anywhere yet
    typed("D")
    press(Key.Key_Backspace)
    settled(qtbot, lambda: fields["name"].note != "")
    assert fields["name"].line.property("fault") == "true"
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    settled(qtbot, lambda: "Head of sales" in fields["role"].note)
    assert fields["measured"].note == ""
    press(Key.Key_S, CTRL)
    settled(qtbot, lambda: fields["worries"].note != "")
    assert focused() == "Name"
    assert any("What are they called?" in said.text and said.assertive for said in announcements.recent)
    assert not place.paths.personas.exists()
    typed("Dana")
    settled(qtbot, lambda: not fields["name"].note)
    assert "Error" not in texts(page)
    page.foot.go.click()
    assert focused() == "Role"


def test_a_question_whose_words_speak_of_nothing_asks_where_it_comes_from(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    press(Key.Key_4, ALT)
    typed("Blue or green?")
    press(Key.Key_Return)
    assert "Which worry" in page.form.worries.ask.note
    assert focused() == "A question of theirs"
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.form.worries.about
    assert page.sheet.answers.worries == ()
    page.form.worries.about.set_value("told-late")
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert page.sheet.answers.worry("told-late").asks == ("Blue or green?",)
    assert page.form.worries.ask.note == ""


def test_worries_are_chosen_found_weighed_reworded_and_taken_out(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    worries = page.form.worries
    worries.list.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Return)
    worries.find.setFocus()
    typed("audit")
    assert [c.id for c in worries.list.worries.concerns] == ["rules"]
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert [card.id for card in worries.cards] == ["payback", "cheaper-way", "rules"]
    index = worries.list.worries.index(0, 0)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("Chosen.")
    card = worries.cards[2]
    card.weight.choices()[2].click()
    card.more.click()
    assert card.unfolded
    card.fields["label"].control.setFocus()
    press(Key.Key_A, CTRL)
    typed("Audit")
    card.fields["asks"].control.setFocus()
    typed("Who has seen it?")
    tick = live(card, Tick)[0]
    tick.click()
    worry = page.sheet.answers.worry("rules")
    assert (worry.label, worry.weight, worry.asks, worry.left_out) == (
        "Audit",
        3,
        ("Who has seen it?",),
        (tick.accessibleName(),),
    )
    assert "“Who has seen it?”" in texts(card)
    assert card.accessibleName() == "Audit"
    tick.click()
    assert page.sheet.answers.worry("rules").left_out == ()
    page.sheet.ask("And in a year?", "rules")
    assert card.fields["asks"].box.text() == "Who has seen it?\nAnd in a year?"
    worries.cards[0].remove.click()
    assert [w.id for w in page.sheet.answers.worries] == ["cheaper-way", "rules"]
    page.form.sections[2].worry.changed.emit("rules")
    assert page.sheet.answers.refused_worry == "rules"


def test_a_draft_survives_closing_and_can_be_dropped(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    typed("Dana")
    press(Key.Key_4, ALT)
    typed("Who runs it afterwards?")
    press(Key.Key_Return)
    page.window().close()
    page.stop()
    again = making(place, qtbot)
    assert again.form.problem.sentence == "You were here before."
    assert again.sheet.answers.name == "Dana"
    assert [card.id for card in again.form.worries.cards] == ["who-runs-it"]
    again.form.problem.buttons()[0].click()
    settled(qtbot, lambda: again.form.whole and again.sheet is not None and again.sheet.answers == Answers())
    assert again.form.problem.isHidden()
    assert not list(place.paths.drafts.iterdir())


def test_a_draft_is_kept_while_one_types(theme: Theme, place: Place, qtbot: Any) -> None:
    making(place, qtbot)
    typed("Dana")
    qtbot.waitUntil(lambda: (place.paths.drafts / "new.json").exists(), timeout=20_000)
    assert place.desk.maker.open(NEW).answers.name == "Dana"


def test_one_like_a_person_opens_filled_in(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot, Origin("like", "peer-lead"))
    persona = place.desk.catalog.persona("peer-lead")
    assert "Filled in like Alexis Tremblay." in texts(page)
    assert page.sheet.answers.name == ""
    assert len(page.form.worries.cards) == len(persona.concerns)
    assert page.form.sections[0].role.line.text() == persona.role
    typed("Ines Berg")
    save(page, qtbot)
    assert place.desk.catalog.persona("ines-berg").voice == persona.voice
    assert place.desk.catalog.persona("peer-lead").name == "Alexis Tremblay"


def hand_written(place: Place) -> Path:
    file = place.paths.personas / "pia.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(BY_HAND, "utf-8")
    return file


def test_a_file_of_ones_own_is_changed_in_the_form(theme: Theme, place: Place, qtbot: Any) -> None:
    file = hand_written(place)
    opened: list[str] = []
    page = making(place, qtbot, Origin("edit", "pia"), opened=opened)
    assert page.foot.state.text() == "Saved as pia.yaml."
    page.form.show_file.click()
    assert opened == [str(file.parent)]
    role = page.form.sections[0].role
    role.line.setFocus()
    press(Key.Key_A, CTRL)
    typed("Head of parcels")
    settled(qtbot, lambda: not page.foot.save.isHidden())
    save(page, qtbot)
    text = file.read_text("utf-8")
    assert "role: Head of parcels" in text
    assert "coffee: black" in text
    assert "# the one that matters" in text
    role.line.setFocus()
    typed("!")
    file.write_text(BY_HAND, "utf-8")
    press(Key.Key_S, CTRL)
    settled(qtbot, lambda: "changed by something else" in page.form.problem.sentence)
    assert file.read_text("utf-8") == BY_HAND
    page.form.problem.buttons()[0].click()
    settled(qtbot, lambda: page.form.whole and page.sheet is not None and page.sheet.answers.role == "Head of delivery")


def test_what_is_typed_while_it_is_saved_is_not_lost(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    page.sheet.change(**{name: getattr(dana(), name) for name in Answers.__dataclass_fields__})
    page.save()
    page.sheet.change(summary="Typed on.")
    settled(qtbot, lambda: page.saved is not None)
    assert page.sheet.answers.summary == "Typed on."
    assert not page.foot.save.isHidden()
    save(page, qtbot)
    assert place.desk.catalog.persona("dana-okafor").summary == "Typed on."
    assert [p.name for p in place.paths.personas.iterdir()] == ["dana-okafor.yaml"]


def test_saved_twice_is_one_file(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    page.sheet.change(**{name: getattr(dana(), name) for name in Answers.__dataclass_fields__})
    page.save()
    page.save()
    settled(qtbot, lambda: page.saved is not None)
    page.sheet.change(gives=(*page.sheet.answers.gives, Give("idea", "Ask the drivers.")))
    save(page, qtbot)
    assert [p.name for p in place.paths.personas.iterdir()] == ["dana-okafor.yaml"]
    assert len(place.desk.catalog.persona("dana-okafor").gives) == 3


def test_a_minute_with_them_is_kept_nowhere(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    trial = page.trial
    assert not trial.begin.isEnabled()
    page.sheet.ask(ASKS, "payback")
    assert trial.begin.isEnabled()
    trial.begin.click()
    settled(qtbot, lambda: trial.say.isVisible())
    assert QApplication.focusWidget() is trial.say
    for number in range(4):
        typed(f"It is good for everybody, I promise, number {number} is the best of all of them.")
        press(Key.Key_Return)
        assert trial.say.text() == ""
        settled(qtbot, lambda: not trial.waits)
    settled(qtbot, lambda: "Where they stand now" in texts(trial))
    assert texts(trial).count("You |") == 4
    assert "Objection: Payback" in [chip.accessibleName() for chip in live(trial)]
    assert not trial.say.isVisible()
    assert focused() == "Begin again"
    assert place.ids() == []
    page.sheet.change(register="formal")
    assert "You have changed something since." in texts(trial)
    press(Key.Key_Return)
    settled(qtbot, lambda: "set aside 10 minutes" in texts(trial) or "Thank you for coming." in texts(trial))


def test_in_a_narrow_window_the_minute_is_a_tab(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot, size=(700, 640))
    page.sheet.choose("payback")
    settle()
    assert not page.trial.isVisible()
    page._tabs.button(1).click()
    settle()
    assert page.trial.isVisible()
    assert not page.form.isVisible()
    press(Key.Key_3, ALT)
    assert page.form.isVisible()
    assert focused() == "What they said no to"


def test_tab_goes_where_one_reads(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    for id in ("payback", "breaks"):
        page.sheet.choose(id)
    page.form.worries.cards[0].more.click()
    page.form.ending.terms.begin()
    settle()
    names = tab_order(page.window())
    wanted = [
        "Name", "Pronouns: They", "A question of theirs", "Find a worry", "Worries to choose from", "Take out Payback",
        "Weight of Payback: Decides", "Their words for Payback", "What it is called (Payback)", "Take out It breaks something",
        "How they put things: Plainly", "What they would put in", "A condition of theirs", "Try a minute", "Show me", "Save",
    ]  # fmt: skip
    places_of = [names.index(name) for name in wanted]
    assert places_of == sorted(places_of), [names[place] for place in places_of]


def test_hostile_words_are_plain_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    page.sheet.ask("<b>Who</b> pays \u202ethat?", "payback")
    page.sheet.reword("payback", label="<img src=x> & co \u202e")
    page.form.worries._refresh("payback")
    page.form.worries._show_theirs()
    settle()
    assert "<b>Who</b> pays [U+202E]that?" in texts(page)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel) if label.text())


def test_nobody_to_be_like_is_said(theme: Theme, place: Place, qtbot: Any) -> None:
    page = MakingPage(place.engine, place.desk)
    window_of(qtbot, page)
    page.begin(Origin("edit", "gone"))
    settled(qtbot, lambda: "gone" in page.form.problem.sentence)
    assert not page.foot.save.isEnabled()


def filled(page: MakingPage) -> None:
    page.sheet.ask("And what does that save us in a year, and who has counted it, and who would notice?", "payback")
    page.sheet.choose("who-owns")
    page.form.worries.cards[0].more.click()
    page.form.ending.terms.begin()
    typed("Half-way through you show me one number, better or worse, and we stop if it is worse.")
    page.save()
    settle()


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_accessible(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    filled(page)
    settled(qtbot, lambda: "And" in page.foot.state.text())
    page.trial.begin.click()
    settled(qtbot, lambda: page.trial.say.isVisible())
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 1.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot, size=BIG)
    filled(page)
    settled(qtbot, lambda: "And" in page.foot.state.text())
    check_big(page.window())
    page._tabs.button(1).click()
    page.trial.start()
    settled(qtbot, lambda: page.trial.say.isVisible() or not page.trial.left.isHidden())
    check_big(page.window())


def test_the_theme_and_the_text_size_change_while_it_is_shown(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot, size=BIG)
    filled(page)
    theme.set(mode="dark", scale=2.0)
    settle()
    check_big(page.window())
