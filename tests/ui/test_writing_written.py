"""What you wrote: one's own files with how each stands; new, duplicated, varied, deleted and brought back; and the way there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from rehearse.writing.shelf import Shelf
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, live, settle
from tests.ui.test_home_setting import Place, apps, places, settled, window_of
from ui.app import App
from ui.theme.theme import Theme
from ui.widgets.prose import Prose
from ui.writing.written import WrittenPage


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def written(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900), shown: list[str] | None = None) -> WrittenPage:
    page = WrittenPage(place.engine, place.desk, open_folder=(shown if shown is not None else []).append)
    window_of(qtbot, page, size)
    settled(qtbot, lambda: page.listed is not None)
    return page


def shelf_of(place: Place) -> Shelf:
    return Shelf(place.paths, place.desk.catalog)


def texts(page: WrittenPage) -> str:
    return " | ".join(part.text() for part in live(page, Prose))


def three(place: Place) -> str:
    """A draft at fault, a situation that was published and changed since, a way to judge that was published. The situation's id."""
    shelf = shelf_of(place)
    shelf.new("persona")
    done = shelf.publish(shelf.duplicate("scenario", "trial-budget-from-finance"))
    id = done.file.stem
    draft = shelf.edit("scenario", id)
    draft.document.put(("ask",), "Something else")
    draft.keep()
    shelf.publish(shelf.duplicate("rubric", "buy-in"))
    return id


def test_nothing_yet_offers_what_to_begin_with(theme: Theme, place: Place, qtbot: Any) -> None:
    page = written(place, qtbot)
    assert "Nobody yet." in texts(page)
    assert QApplication.focusWidget() is page.new["persona"]
    with qtbot.waitSignal(page.write_wanted) as found:
        page.new["scenario"].click()
    assert found.args == ["scenario", "", "new"]
    page.others.set_value("persona:finance-partner")
    with qtbot.waitSignal(page.write_wanted) as found:
        page.duplicate.click()
    assert found.args == ["persona", "finance-partner", "duplicate"]


def test_each_file_says_how_it_stands(theme: Theme, place: Place, qtbot: Any) -> None:
    id = three(place)
    page = written(place, qtbot)
    states = {row.one.kind: row.chip.text() for row in page.rows}
    assert states["persona"] == "Draft, 2 to mend"
    assert states["scenario"].startswith("Version 1 on ")
    assert states["scenario"].endswith(", changed since")
    assert states["rubric"].startswith("Version 1 on ")
    with qtbot.waitSignal(page.assign_wanted) as found:
        next(b for b in live(page.row("scenario", id), type(page.back)) if b.accessibleName().startswith("Assign")).click()
    assert found.args == [id]


def test_what_is_deleted_can_be_brought_back(theme: Theme, place: Place, qtbot: Any) -> None:
    id = three(place)
    page = written(place, qtbot)
    row = page.row("scenario", id)
    file = row.one.file
    text = file.read_text("utf-8")
    row.wanted.emit("delete")
    settled(qtbot, lambda: not file.exists() and "Version 1 stays" in page.toast.text)
    settled(qtbot, lambda: page.row("scenario", id) is not None and not page.row("scenario", id).one.key)
    page.toast._undo()
    settled(qtbot, lambda: page.row("scenario", id).one.key == id)
    assert file.read_text("utf-8") == text
    own = page.row("rubric", next(one.id for one in page.listed.own if one.kind == "rubric")).one
    page.row("rubric", own.id).wanted.emit("delete")
    settled(qtbot, lambda: not own.file.exists() and page.row("rubric", own.id) is None)
    page.toast._undo()
    settled(qtbot, lambda: own.file.exists() and page.row("rubric", own.id) is not None)


def test_a_situation_is_varied(theme: Theme, place: Place, qtbot: Any) -> None:
    page = written(place, qtbot)
    page.others.set_value("scenario:trial-budget-from-finance")
    page.others.changed.emit(page.others.value)
    page.vary_other.click()
    settled(qtbot, lambda: bool(page.vary.ticks))
    assert not page.vary.make.isEnabled()
    for tick in page.vary.ticks[:2]:
        tick.click()
    page.vary.make.click()
    settled(qtbot, lambda: len(page.rows) == 2)
    assert page.vary.isHidden()
    assert all(row.chip.text() == "Draft" for row in page.rows), [row.chip.text() for row in page.rows]


def test_a_file_that_cannot_be_read_is_listed_and_shown_in_its_folder(theme: Theme, place: Place, qtbot: Any) -> None:
    folder = place.paths.drafts / "personas"
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text("name: [", "utf-8")
    shown: list[str] = []
    page = written(place, qtbot, shown=shown)
    (row,) = page.rows
    assert row.chip.text() == "Draft, cannot be read"
    assert not row.edit.isEnabled()
    row.wanted.emit("show")
    assert shown == [str(folder)]


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_list_is_accessible(theme: Theme, place: Place, qtbot: Any) -> None:
    three(place)
    page = written(place, qtbot)
    check_all(page.window())
    page.others.set_value("scenario:trial-budget-from-finance")
    page.begin_vary("trial-budget-from-finance")
    settled(qtbot, lambda: bool(page.vary.ticks))
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_the_list_at_200_per_cent(theme: Theme, place: Place, qtbot: Any) -> None:
    three(place)
    page = written(place, qtbot, BIG)
    check_big(page.window())


def test_from_the_desk_to_a_published_situation_and_the_form_to_assign_it(app: App, qtbot: Any) -> None:
    window = app.window
    window.go("mentor")
    pages = window.pages.mentor
    pages.desk().write.click()
    page = pages.writing.written()
    settled(qtbot, lambda: page.isVisible() and page.listed is not None)
    page.others.set_value("scenario:trial-budget-from-finance")
    page.duplicate.click()
    form = pages.writing.writing()
    settled(qtbot, lambda: form.isVisible() and form.draft is not None and form.summary.text != "")
    id = form.draft.id
    form.show_pane("publish")
    settled(qtbot, lambda: form.panes["publish"].publish.isEnabled())
    form.panes["publish"].publish.click()
    settled(
        qtbot, lambda: page.isVisible() and page.row("scenario", id) is not None and page.row("scenario", id).one.version == 1
    )
    assert page.row("scenario", id).assign.hasFocus()
    page.row("scenario", id).assign.click()
    settled(qtbot, lambda: pages.assign().isVisible() and pages.assign().situation.value == id)


def test_people_lead_to_the_form(app: App, qtbot: Any) -> None:
    window = app.window
    window.go("people")
    people = window.pages.people()
    settled(qtbot, lambda: people._detailed and people._shown is not None)
    assert people.edit.isHidden()
    people.duplicate.click()
    form = window.pages.mentor.writing.writing()
    settled(qtbot, lambda: form.isVisible() and form.draft is not None)
    settle()
    assert form.title.text().endswith("(copy)")
