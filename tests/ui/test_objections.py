"""Objections: those of all meetings, by person and by kind; Enter goes to the line; what stays unanswered is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.conversation import RehearsalId
from rehearse.library.records import RehearsalRecord
from rehearse.review.across import STATUSES, Group, Voiced
from tests.golden.library.samples import objection, review
from tests.golden.library.samples import turn as turn_of
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, interface, settle
from tests.ui.test_home_setting import Place, places, settled, window_of
from ui.objections import rows as words
from ui.objections.model import Heading, More
from ui.objections.page import ObjectionsPage
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer

Key = Qt.Key


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def page_of(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900)) -> ObjectionsPage:
    page = ObjectionsPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    settled(qtbot, lambda: page._counts is not None and not any(isinstance(i, More) and i.left is None for i in items(page)))
    return page


def items(page: ObjectionsPage) -> list[Heading | Voiced | More]:
    return [page.rows.item(row) for row in range(page.rows.rowCount())]


def shown(page: ObjectionsPage) -> list[str]:
    """What the rows say, in a word each."""

    def told(item: Heading | Voiced | More) -> str:
        if isinstance(item, Heading):
            return f"[{words.title(item.group)}]"
        return f"{item.objection.kind} {item.objection.status}" if isinstance(item, Voiced) else "more"

    return [told(item) for item in items(page)]


def held(place: Place, id: str, person: tuple[str, str], *objections: dict[str, Any]) -> None:
    """A small meeting with a review of these objections, written straight into the library."""

    async def write() -> None:
        library = await place.desk.library()
        said = [turn_of(f"t_{id}_{n}", f"t_{id}_{n - 1}" if n else None, f"Line {n}", "stakeholder") for n in range(2)]
        record = RehearsalRecord(
            RehearsalId(f"r_{id}"), f"Meeting {id}", f"2026-01-{len(id):02}T10:00:00+00:00", *person, {}, "x", "selling", "normal",
            1, leaf=said[-1].id,
        )  # fmt: skip
        there = [{**o, "turns": [f"t_{id}_1"]} for o in objections]
        await library.add_rehearsal(record, said, [review(f"r_{id}", f"t_{id}_1", id=f"v_{id}", objections=there)])

    place.wait(write)


ADA, BEN = ("peer-lead", "Ada Novak"), ("direct-report", "Ben Osei")


def some(place: Place) -> None:
    held(place, "a", ADA, objection(kind="timing", status="open"), objection(kind="trust", status="answered"))
    held(place, "b", ADA, objection(kind="timing", status="dodged"), objection(kind="risk", status="parked"))
    held(place, "c", BEN, objection(kind="timing", status="half_answered"), objection(kind="trust", status="answered"))


def test_without_an_objection_it_says_where_they_come_from(theme: Theme, place: Place, qtbot: Any) -> None:
    page = page_of(place, qtbot)
    settled(qtbot, lambda: page.empty.isVisible() and page.empty.way.accessibleName() == "Start with Solveig")
    assert page.empty.text.startswith("Your objections will be here. After a meeting its objections stand here")
    assert not page.often.isVisible()
    assert not page.choices.isVisible()
    with qtbot.waitSignal(page.start_wanted):
        page.empty.way.click()


def test_they_are_put_together_by_person_and_by_kind(theme: Theme, place: Place, qtbot: Any, announcements: Announcer) -> None:
    some(place)
    page = page_of(place, qtbot)
    assert shown(page) == ["[Ada Novak]", "timing dodged", "risk parked", "timing open", "trust answered", "[Ben Osei]"]
    assert [a.text for a in announcements.recent] == ["6 objections, 3 not answered yet"]
    page.by.choices()[1].click()
    settle()
    assert shown(page) == ["[Timing]", "[Trust]", "[Risk]"]
    groups = [i.group for i in items(page) if isinstance(i, Heading)]
    assert words.counted(groups[0]) == "1 left open, 1 dodged, 1 half answered"
    assert words.group_spoken(groups[1], False) == "Trust. 2 objections: 2 answered. Folded"


def test_what_stays_unanswered_is_named_and_shown(theme: Theme, place: Place, qtbot: Any) -> None:
    some(place)
    page = page_of(place, qtbot)
    assert page.often.isVisible()
    assert page.often.words.text() == "Timing: 3 of 3 objections not answered."
    page.often.show_them.click()
    settled(qtbot, lambda: "timing open" in shown(page))
    assert page.by.value == "kind"
    assert shown(page)[:4] == ["[Timing]", "timing half_answered", "timing dodged", "timing open"]
    assert QApplication.focusWidget() is page.list


def test_one_can_look_at_what_is_not_answered_yet(theme: Theme, place: Place, qtbot: Any) -> None:
    some(place)
    page = page_of(place, qtbot)
    page.left.click()
    settled(qtbot, lambda: "timing open" in shown(page))
    assert shown(page) == ["[Ada Novak]", "timing dodged", "timing open", "[Ben Osei]"]
    page.left.click()
    settled(qtbot, lambda: "trust answered" in shown(page))


def test_where_all_is_answered_it_says_so_with_a_way_back(theme: Theme, place: Place, qtbot: Any) -> None:
    held(place, "a", ADA, objection(status="answered"))
    page = page_of(place, qtbot)
    assert not page.often.isVisible()
    page.left.click()
    assert page.empty.isVisible()
    assert page.empty.text.startswith("Nothing is left unanswered.")
    page.empty.way.click()
    settled(qtbot, lambda: len(shown(page)) == 2)
    assert page.list.isVisible()


def test_the_keyboard_opens_folds_and_goes_to_the_line(theme: Theme, place: Place, qtbot: Any) -> None:
    some(place)
    page = page_of(place, qtbot)
    view = page.list
    view.setFocus()
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Key.Key_Down)
    with qtbot.waitSignal(page.read, check_params_cb=lambda id, turn: (id, turn) == ("r_b", "t_b_1")):
        QTest.keyClick(view, Key.Key_Return)
    QTest.keyClick(view, Key.Key_Left)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Key.Key_Left)
    assert shown(page) == ["[Ada Novak]", "[Ben Osei]"]
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Right)
    settled(qtbot, lambda: len(shown(page)) == 4)
    QTest.keyClick(view, Key.Key_Return)
    assert shown(page) == ["[Ada Novak]", "[Ben Osei]"]
    row = view.visualRect(page.rows.index(0, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.center()))
    assert len(shown(page)) == 6


def test_rows_are_spoken_whole(theme: Theme, place: Place, qtbot: Any) -> None:
    met = {"turn": "t_a_0", "start": 0, "end": 6, "quote": "Line 0"}
    held(place, "a", ADA, objection(kind="opportunity_cost", status="half_answered", answered=[met]))
    held(place, "bb", ADA, objection(status="parked", parked={"owner": "Ana", "date": "Friday"}), objection("trust"))
    page = page_of(place, qtbot)
    inside = interface(page.list)
    assert inside.role() == QAccessible.Role.List
    said = [inside.child(n).text(QAccessible.Text.Name) for n in range(4)]
    assert said[0] == "Ada Novak. 3 objections: 1 left open, 1 half answered, 1 parked. Open"
    assert "Payback. Parked. Return, " in said[1]
    assert said[1].endswith("“Where does the seventy come from?”. Put off: Ana, Friday")
    assert said[3].endswith("You: “Line 0”")
    assert "Half answered. Opportunity cost, " in said[3]


def test_a_long_group_comes_a_page_at_a_time(theme: Theme, place: Place, qtbot: Any) -> None:
    for n in range(4):
        held(place, "x" * (n + 1), ADA, *(objection(f"c{n}{i}", kind="timing", status=STATUSES[i % 5]) for i in range(30)))
    page = page_of(place, qtbot)
    assert len(shown(page)) == 52
    more = page.rows.index(51, 0)
    assert more.data(Qt.ItemDataRole.DisplayRole) == "Show more (70 not shown)"
    page.list.setCurrentIndex(more)
    QTest.keyClick(page.list, Key.Key_Return)
    settled(qtbot, lambda: len(shown(page)) == 102)
    page.rows.more(101)
    settled(qtbot, lambda: len(shown(page)) == 121)
    keys = [i.key for i in items(page) if isinstance(i, Voiced)]
    assert keys == sorted(set(keys), reverse=True)
    assert len(keys) == 120
    page.list.scrollToBottom()
    page.grab()


def test_it_is_read_again_when_it_comes_into_sight(theme: Theme, place: Place, qtbot: Any) -> None:
    held(place, "a", ADA, objection())
    page = page_of(place, qtbot)
    held(place, "bb", BEN, objection(), objection("trust"))
    place.wait(lambda: place.desk.delete(RehearsalId("r_a")))
    page.refresh()
    settled(qtbot, lambda: shown(page) == ["[Ben Osei]"])


def test_what_others_wrote_is_plain_text() -> None:
    hostile = Group("person", "x", "<b>\u202eada</b>\n" * 99, {"open": 1})
    assert "\u202e" not in words.title(hostile)
    assert "\n" not in words.title(hostile)
    assert words.title(Group("kind", "", "", {})) == "Of no kind"
    assert words.title(Group("person", "", "", {})) == words.NOBODY


def test_reviews_and_objections_lead_to_each_other(theme: Theme, place: Place, qtbot: Any) -> None:
    from tests.ui.accessibility import show
    from ui.window import Window

    some(place)
    window = show(qtbot, Window(place.engine, place.desk, theme))
    window.go("reviews")
    window.pages.reviews().tabs.buttons["objections"].click()
    assert window.windowTitle() == "Objections – Rehearse"
    assert window.pages.currentWidget() is window.pages.objections()
    assert not window.pages.reviews().tabs.buttons["objections"].isChecked()
    window.pages.objections().tabs.buttons["reviews"].click()
    assert window.pages.currentWidget() is window.pages.reviews()
    window.close()
    place.wait(place.desk.library)


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_names_roles_keys_sizes_and_contrast(theme: Theme, place: Place, qtbot: Any) -> None:
    some(place)
    page = page_of(place, qtbot)
    page.list.setFocus()
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    some(place)
    check_big(page_of(place, qtbot, BIG).window())
    page = page_of(place, qtbot, (640, 400))
    assert page.list.height() > 40
