"""What one prepares before a meeting: typed into a form, kept as it is typed, found again, rehearsed, chosen into what is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.pitches import Brief, Evidence
from rehearse.preparation import Choice
from tests.ui.accessibility import BIG, BOTH, check_all, check_big
from tests.ui.test_assigned import shown
from tests.ui.test_assigned_sending import sending, write
from tests.ui.test_home_setting import Place, apps, places, settled, window_of
from tests.ui.test_mentor import Post, read
from ui.app import App
from ui.brief.fact import NO_SOURCE
from ui.brief.page import BriefPage
from ui.brief.shelf import Prepared, Shelf
from ui.theme.theme import Theme

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]
WHO, NAME = "skeptical-executive", "Solveig Brandvold"


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def page_of(place: Place, qtbot: Any, size: tuple[int, int] = (1100, 900)) -> BriefPage:
    page = BriefPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    return page


def kept(place: Place) -> tuple[Prepared, ...]:
    found: tuple[Prepared, ...] = place.wait(Shelf(place.desk).all)
    return found


def put(place: Place, **parts: Any) -> Prepared:
    initiative = parts.pop("initiative", "")
    made: Prepared = place.wait(lambda: Shelf(place.desk).keep(Prepared(Brief(**parts), initiative)))
    return made


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_brief_is_kept_as_it_is_typed(theme: Theme, place: Place, qtbot: Any) -> None:
    page = page_of(place, qtbot)
    page.begin(WHO, ask="Two engineers")
    settled(qtbot, lambda: page.form.person.count() > 1)
    assert page.form.person.value == WHO
    assert kept(place) == ()  # nothing was typed yet
    page.form.initiative.line.setFocus()
    QTest.keyClicks(page.form.initiative.line, "Checkout")
    QTest.keyClicks(page.form.problem.box, "Refunds every week")
    row = page.form.facts[0]
    QTest.keyClicks(row.says, "62k a month")
    assert NO_SOURCE in shown(page)
    check_all(page.window())
    QTest.keyClicks(row.source, "refund ledger")
    assert row.gentle.isHidden()
    page.form.add.click()
    QTest.keyClicks(page.form.facts[1].says, "Everyone complains")
    qtbot.waitUntil(lambda: page.kept.text() == "Kept.", timeout=20_000)
    (found,) = kept(place)
    assert (found.initiative, found.person, found.unsourced) == ("Checkout", NAME, 1)
    brief = found.brief
    assert (brief.problem, brief.ask, brief.persona) == ("Refunds every week", "Two engineers", WHO)
    assert [(e.says, e.source) for e in brief.evidence] == [("62k a month", "refund ledger"), ("Everyone complains", "")]
    page.form.facts[1].drop.click()
    qtbot.waitUntil(lambda: page.kept.text() == "Kept.", timeout=20_000)
    assert kept(place)[0].unsourced == 0
    with qtbot.waitSignal(page.start) as got:
        page.go.click()
    assert got.args == [Choice(persona=WHO, ask="Two engineers")]


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_briefs_are_listed_opened_and_deleted_with_an_undo(theme: Theme, place: Place, qtbot: Any) -> None:
    page = page_of(place, qtbot)
    page.show_list()
    settled(qtbot, lambda: page.empty.isVisible())
    check_all(page.window())
    put(place, problem="Late fees", persona=WHO)
    put(place, problem="Refunds", evidence=(Evidence("62k"),), initiative="Checkout")
    page.show_list()
    settled(qtbot, lambda: len(page.rows) == 2)
    told = shown(page)
    for part in ("Checkout", "Late fees", f"For {NAME}", "1 without a source"):
        assert part in told, part
    check_all(page.window())
    page.rows[0].open.emit()
    assert page.form.prepared.brief.problem == "Refunds"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    settled(qtbot, lambda: not page._open and len(page.rows) == 2)
    page.rows[0].drop.emit()
    settled(qtbot, lambda: len(page.rows) == 1 and page.toast.isVisible())
    assert [p.title for p in kept(place)] == ["Late fees"]
    page.toast._undo()
    settled(qtbot, lambda: len(page.rows) == 2)
    assert {p.title for p in kept(place)} == {"Late fees", "Checkout"}


def test_two_briefs_of_one_initiative_share_its_record(theme: Theme, place: Place, qtbot: Any) -> None:
    one, other = put(place, problem="A", initiative="Checkout"), put(place, problem="B", initiative=" checkout ")
    assert one.brief.pitch == other.brief.pitch != ""
    assert put(place, problem="C").brief.pitch == ""


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_a_brief_with_large_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page = page_of(place, qtbot, BIG)
    page._show(put(place, problem="Refunds", evidence=(Evidence("62k"), Evidence("", "ledger")), initiative="Checkout"))
    settled(qtbot, lambda: page.form.person.count() > 1)
    check_big(page.window())


def test_what_was_typed_last_is_kept_when_the_program_goes(theme: Theme, place: Place, qtbot: Any) -> None:
    page = page_of(place, qtbot)
    page.begin(WHO)
    QTest.keyClicks(page.form.ask.box, "Yes by Friday")
    page.stop()
    qtbot.waitUntil(lambda: [p.brief.ask for p in kept(place)] == ["Yes by Friday"], timeout=20_000)


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_brief_is_chosen_into_what_is_sent(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    put(place, problem="Refunds", evidence=(Evidence("62k", "ledger"), Evidence("All say so")), ask="Yes", initiative="Checkout")
    page, _ = sending(place, qtbot, tmp_path)
    assert page.prepared is not None
    page.prepared.set_value(kept(place)[0].brief.id)
    page.prepared.changed.emit(page.prepared.value)
    assert "Your brief" in shown(page)
    check_all(page.window())
    brief = write(page, qtbot, tmp_path / "s.rehearse")["brief"]
    assert (brief["problem"], brief["ask"]) == ("Refunds", "Yes")
    assert brief["evidence"] == [{"says": "62k", "source": "ledger"}, {"says": "All say so"}]


def test_a_brief_is_prepared_from_people_and_from_home_and_found_in_the_search(app: App, qtbot: Any) -> None:
    pages = app.window.pages
    home = app.window.home
    home.ask.setText("Two engineers")
    home.prepare.click()
    page = pages.brief()
    assert pages.currentWidget() is page
    settled(qtbot, lambda: page.form.person.count() > 1)
    assert page.form.person.value == home._chosen.id
    QTest.keyClicks(page.form.problem.box, "Zanzibar refunds")
    qtbot.waitUntil(lambda: page.kept.text() == "Kept.", timeout=20_000)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    settled(qtbot, lambda: len(page.rows) == 1)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert pages.currentWidget() is home
    app.window.go("reviews")
    reviews = pages.reviews()
    reviews.search.setFocus()
    QTest.keyClicks(reviews.search, "zanzibar")
    settled(qtbot, lambda: bool(reviews.hits.items))
    assert [h.kind for h in reviews.hits.items] == ["brief"]
    QTest.keyClick(reviews.search, Qt.Key.Key_Return)
    settled(qtbot, lambda: pages.currentWidget() is page and page._open)
    assert page.form.prepared.brief.problem == "Zanzibar refunds"
    app.window.go("people")
    people = pages.people()
    settled(qtbot, lambda: people._detailed and people._shown is not None)
    people.prepare.click()
    settled(qtbot, lambda: pages.currentWidget() is page and page.form.person.value == people._shown.id)
    assert page.form.problem.box.text() == ""


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_mentor_sees_the_brief_above_the_transcript_with_facts_that_have_no_source(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path
) -> None:
    post = Post(place, tmp_path)
    brief = Brief(problem="Refunds <b>daily</b>", evidence=(Evidence("62k", "ledger"), Evidence("All say so")), ask="Yes")
    page = read(place, qtbot, post.take(post.sent(brief=brief)))
    told = shown(page)
    for part in ("Their brief", "Refunds <b>daily</b>", "Source: ledger", "No source", "Not written"):
        assert part in told, part
    assert told.count("No source") == 1
    check_all(page.window(), tab_stops=False)
