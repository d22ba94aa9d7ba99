"""Marks of two mentors beside each other: what they differ on, which checks to rewrite, and the way there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.bundles import making, reading, signing
from rehearse.bundles.records import GivenMark, Submission
from tests.core.handing import file_of
from tests.ui.accessibility import BIG, BOTH, check_all, check_big
from tests.ui.test_assigned import shown
from tests.ui.test_home_setting import Place, apps, settled, window_of
from tests.ui.test_mentor import DANA, KOFI, Post, place, post  # noqa: F401
from ui.app import App
from ui.mentor.calibration import CalibrationPage
from ui.theme.theme import Theme
from ui.widgets.button import Button

OLA = "Ola Berg"
OLAS = signing.new_key()
Said = tuple[str, str, str, str]  # criterion, check, verdict, why

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def feedback(sent: dict[str, Any], author: str, *said: Said, key: str | None = None) -> dict[str, Any]:
    on = reading.understood(sent, "x").bundle
    assert isinstance(on, Submission)
    review = sent["takes"][0]["reviews"][0]["id"]
    marks = [GivenMark(review, c, k, v, why) for c, k, v, why in said]  # type: ignore[arg-type]
    return dict(making.finished(making.feedback(on, author, marks=marks), key).data)


def both(post: Post, ours: list[Said], theirs: list[Said], title: str = "") -> str:  # noqa: F811
    """A submission of Kofi's with marks of Dana's, sent from here, and of Ola's. Its digest."""
    sent = post.sent(title=title) if title else post.sent()
    digest = post.take(sent)
    post.take(feedback(sent, DANA, *ours), own=True)
    post.take(feedback(sent, OLA, *theirs, key=OLAS))
    return digest


def page_of(place: Place, qtbot: Any, digest: str = "", size: tuple[int, int] = (1100, 860)) -> CalibrationPage:  # noqa: F811
    page = CalibrationPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    page.begin(digest)
    settled(qtbot, lambda: page.found is not None)
    return page


def apart(why: str = "Nobody named one.") -> tuple[list[Said], list[Said]]:
    return (
        [("evidence", "source", "yes", "The ledger."), ("problem", "first", "yes", ""), ("problem", "theirs", "no", "")],
        [("problem", "first", "yes", ""), ("evidence", "source", "no", why)],
    )


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_with_nothing_to_compare_it_says_what_it_takes(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:  # noqa: F811
    sent = post.sent()
    post.take(sent)
    post.take(feedback(sent, DANA, ("problem", "first", "yes", "")), own=True)
    page = page_of(place, qtbot)
    assert "marks by two people" in page.empty.text
    check_all(page.window())
    with qtbot.waitSignal(page.open_wanted):
        page.empty.way.click()


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_two_people_stand_beside_each_other_and_the_judge_between(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:  # noqa: F811
    digest = both(post, *apart())
    page = page_of(place, qtbot)
    told = shown(page)
    for part in ("Both marked 2 checks; on 1 of them they differ. Only one of them marked 1 more check.", "The ledger.",
                 "Nobody named one.", "The judge", DANA, OLA, "10 are needed before there is a number: 8 more"):  # fmt: skip
        assert part in told, part
    assert [row.differ for row in page.rows] == [True, False]
    assert "Checks to rewrite" not in told
    check_all(page.window())
    with qtbot.waitSignal(page.read) as got:
        page._read_chosen()
    assert got.args == [digest]
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_check_that_is_read_differently_again_and_again_stands_first(
    theme: Theme, place: Place, post: Post, qtbot: Any  # noqa: F811
) -> None:  # fmt: skip
    text = next(e.file for e in place.desk.catalog.rubrics() if e.id == "buy-in").read_text("utf-8")
    place.paths.rubrics.mkdir(parents=True, exist_ok=True)
    (place.paths.rubrics / "mine.yaml").write_text(text, "utf-8")
    first = both(post, *apart("Not one."), title="The first")
    both(post, *apart("None again."), title="The second")
    page = page_of(place, qtbot, first)
    told = shown(page)
    assert "They differ in 2 of 2." in told
    assert told.index("Checks to rewrite") < told.index("One submission") < told.index("How far people agree")
    assert "None again." in told
    assert "Not one." in told
    (way,) = [b for b in page.findChildren(Button) if b.text().strip() == "Open the rubric"]
    assert "mine.yaml" in way.toolTip()
    assert page.two is not None
    assert page.two.read.submission.title == "The first"
    check_all(page.window())


def test_what_is_not_surely_hers_is_left_out(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:  # noqa: F811
    sent = post.sent()
    post.take(sent)
    ours, theirs = apart()
    post.take(feedback(sent, DANA, *ours), own=True)
    post.take(feedback(sent, OLA, *theirs, key=OLAS))
    post.take(feedback(sent, OLA, ("evidence", "source", "yes", "I never said no."), key=signing.new_key()))
    told = shown(page_of(place, qtbot))
    assert "I never said no." not in told
    assert "1 feedback left out" in told


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_comparing_with_large_text(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:  # noqa: F811
    both(post, *apart(), title="The first")
    both(post, *apart(), title="The second")
    check_big(page_of(place, qtbot, size=BIG).window())


def test_another_mentors_file_leads_beside_ones_own(
    app: App, qtbot: Any, tmp_path: Path, place: Place, post: Post  # noqa: F811
) -> None:  # fmt: skip
    sent = post.sent()
    ours, theirs = apart()

    def take(data: dict[str, Any], own: bool) -> None:
        from rehearse.bundles import taking

        given = taking.given(reading.understood(data, "x"), own=own)

        async def keep() -> int:
            await (await app.desk.library()).change_bundles(lambda bundles: bundles.put(given))
            return 1

        done: list[object] = []
        app.engine.ask(keep, done.append, done.append)
        qtbot.waitUntil(lambda: done == [1], timeout=20_000)

    take(sent, False)
    take(feedback(sent, DANA, *ours), True)
    app.window._dropped(file_of(tmp_path, feedback(sent, OLA, *theirs, key=OLAS), "f.rehearse"))
    letter = app.window.pages.letter()
    settled(qtbot, lambda: letter.letter is not None)
    assert f"from {KOFI}" in shown(letter)
    assert "Compare marks" in shown(letter)
    assert letter.accept is not None
    letter.accept.click()
    page = app.window.pages.mentor.calibration()
    settled(qtbot, lambda: page.found is not None and app.window.pages.currentWidget() is page)
    assert len(page.rows) == 2
    assert app.window.windowTitle().startswith("Compare marks")
    page.closed.emit()
    desk = app.window.pages.mentor.desk()
    settled(qtbot, lambda: desk.board is not None and desk.compare.isVisible())
    desk.compare.click()
    assert app.window.pages.currentWidget() is page


def test_not_now_leads_back_to_where_one_was(app: App, qtbot: Any, tmp_path: Path, post: Post) -> None:  # noqa: F811
    file = file_of(tmp_path, post.sent(), "s.rehearse")
    for key in ("mentor", "people", "home"):
        app.window.go(key)
        app.window._dropped(file)
        letter = app.window.pages.letter()
        settled(qtbot, lambda: letter.letter is not None and app.window.pages.currentWidget() is letter)  # noqa: B023
        QTest.keyClick(letter, Qt.Key.Key_Escape)
        assert app.window.pages.currentWidget() is app.window.pages.page(key)
