"""A person of one's own in the whole program: from Home and People into the form, onto Home, into the room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.catalog import Catalog
from rehearse.making.answers import Answers
from rehearse.making.base import Base
from rehearse.making.maker import Maker
from rehearse.making.origin import NEW
from rehearse.paths import Paths, built_in, data_paths
from tests.core.test_making import dana, maker
from tests.ui.accessibility import live, settle
from tests.ui.test_home_setting import apps
from ui.app import App
from ui.home import choices
from ui.widgets.prose import Prose

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
WAIT = 20_000

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def test_from_home_to_the_form_and_into_the_room(app: App, qtbot: Any) -> None:
    window = app.window
    window.home.make.click()
    page = window.pages.making()
    assert window.pages.currentWidget() is page
    assert window.windowTitle() == "Make a person – Rehearse"
    assert window.side.button("people").isChecked()
    qtbot.waitUntil(lambda: page.form.whole and page.sheet is not None, timeout=WAIT)
    assert page.isAncestorOf(QApplication.focusWidget())
    page.sheet.change(**{name: getattr(dana(), name) for name in Answers.__dataclass_fields__})
    page.save()
    qtbot.waitUntil(lambda: page.saved is not None and app.desk.settings.last_persona == "dana-okafor", timeout=WAIT)
    window.go("home")
    qtbot.waitUntil(lambda: "Dana" in window.home.grid.cards[-1].accessibleName(), timeout=WAIT)
    settle()
    assert window.home.grid.cards[0].person.name == "Solveig Brandvold"
    assert window.home.go.accessibleName() == "Start with Dana"  # made last, and so the one to go on with
    QTest.keyClick(window.home.ask, Key.Key_1, ALT)
    QTest.keyClick(window.home.ask, Key.Key_6, ALT)
    assert window.home.go.accessibleName() == "Start with Dana"
    QTest.keyClick(window.home.ask, Key.Key_Return)
    qtbot.waitUntil(lambda: window.visits.held is not None and window.visits.held.meeting is not None, timeout=WAIT)
    assert window.room().meeting.setting.persona.name == "Dana Okafor"


def test_from_people_one_like_somebody_and_ones_own_again(app: App, qtbot: Any) -> None:
    maker = app.desk.maker
    saved = maker.save(Base(NEW), dana())
    window = app.window
    window.go("people")
    people = window.pages.people()
    qtbot.waitUntil(lambda: people._detailed and bool(people.list.people.entries), timeout=WAIT)
    settle()
    assert people.list.people.entries[0].id == saved.id
    assert people.list.current.id == saved.id
    people.change.click()
    page = window.pages.making()
    qtbot.waitUntil(lambda: page.form.whole and page.sheet is not None, timeout=WAIT)
    assert page.sheet.base.file == str(saved.file)
    window.back()
    assert window.pages.currentWidget() is people
    people.search.setText("Solveig")
    settle()
    assert not people.change.isVisible()
    people.like.click()
    qtbot.waitUntil(
        lambda: page.form.whole and page.sheet is not None and page.sheet.base.origin.person == "skeptical-executive",
        timeout=WAIT,
    )
    assert "Filled in like Solveig Brandvold" in " ".join(part.text() for part in live(page, Prose))
    page.form.back.click()
    assert window.pages.currentWidget() is people
    people.make.click()
    qtbot.waitUntil(lambda: page.form.whole and page.sheet is not None and page.sheet.base.origin == NEW, timeout=WAIT)


def test_what_was_typed_last_is_there_after_the_program_was_closed(app: App, qtbot: Any) -> None:
    app.window.pages.make()
    page = app.window.pages.making()
    qtbot.waitUntil(lambda: page.form.whole and page.sheet is not None, timeout=WAIT)
    page.sheet.change(name="Dana")
    app.window.close()
    paths = data_paths()
    assert Maker(paths, Catalog(paths, built_in())).open(NEW).answers.name == "Dana"


def test_home_shows_the_first_six_and_up_to_three_of_ones_own(tmp_path: Path) -> None:
    made = maker(tmp_path)
    catalog = Catalog(Paths(tmp_path), built_in())
    firsts = [e.id for e in choices.on_home(catalog.people(), "")]
    assert firsts == [
        "skeptical-executive", "time-constrained-em", "product-manager", "finance-partner", "peer-lead", "direct-report",
    ]  # fmt: skip
    for name in ("Ada", "Bea", "Cy", "Dee"):
        made.save(made.open(NEW).base, dana(name=name))
    people = catalog.people()
    assert [e.id for e in choices.in_order(people)][:4] == ["ada", "bea", "cy", "dee"]
    assert [e.id for e in choices.on_home(people, "")] == [*firsts[:3], "cy", "bea", "ada"]
    assert [e.id for e in choices.on_home(people, "dee")] == [*firsts[:3], "bea", "ada", "dee"]
    assert [e.id for e in choices.on_home(people, "direct-report")] == [*firsts[:2], "direct-report", "cy", "bea", "ada"]
    assert len(choices.on_home(people, "gone")) == 6
