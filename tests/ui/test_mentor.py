"""The mentor's side: the desk shows what was given and sent, a situation is handed out, what comes back is answered on the words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.bundles import making, reading, signing, taking
from rehearse.bundles.records import Answer, Assignment, Comment, Feedback, GivenMark, Submission
from rehearse.library.records import Rehearsal
from tests.core.handing import SCENARIO, assignment, catalog, file_of
from tests.core.play import said
from tests.core.shell import GOOD
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_assigned import shown
from tests.ui.test_home_setting import Place, apps, places, settled, window_of
from ui.app import App
from ui.desk import Desk
from ui.mentor.assign import AssignPage
from ui.mentor.page import MentorPage
from ui.mentor.reading import ReadingPage
from ui.theme.theme import Theme

Key = Qt.Key
DANA, KOFI = "Dana Ruiz", "Kofi Mensah"

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    made = places(tmp_path / "data", qtbot)
    for one in made:
        one.desk.settings = one.desk.settings._replace(signs_as=DANA)
        yield one


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


class Post:
    """Kofi's side, and what of it is in Dana's library."""

    def __init__(self, place: Place, folder: Path) -> None:
        self.place, self.folder = place, folder
        self.key = signing.new_key()
        self.held: list[Rehearsal] = []

    def rehearse(self, lines: list[str] | None = None) -> Rehearsal:
        """A meeting held in another home, and judged."""
        other = Desk(type(self.place.paths)(self.folder / "kofi"))

        async def talk() -> Rehearsal:
            from rehearse.preparation import Choice
            from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker

            meeting = await other.start(Choice(scenario=SCENARIO, seed=7))
            meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
            await said(meeting, lines or GOOD.splitlines()[:6], wrap_up=True)
            await other.review(meeting)
            kept = await other.load(meeting.rehearsal)
            await other.close()
            return kept

        self.held.append(self.place.wait(talk))
        return self.held[-1]

    def give(self, **more: Any) -> str:
        """An assignment of Dana's, in her library. Gives its id."""
        data = assignment(self.folder / "dana", DANA, signing.new_key(), **more)
        self.take(data, own=True)
        return str(data["id"])

    def sent(self, asked: str = "", author: str = KOFI, key: str | None = None, takes: int = 1, **more: Any) -> dict[str, Any]:
        """A submission as it comes."""
        while len(self.held) < takes:
            self.rehearse()
        data = making.submission([(m, "") for m in self.held[:takes]], author, to=[DANA], **more) | {"assignment": asked}
        return dict(making.finished(data, key or self.key).data)

    def take(self, data: dict[str, Any], own: bool = False, sealed: bool = False) -> str:
        """Take a bundle in. Gives its digest."""
        given = taking.given(reading.understood(data, "x"), own=own, sealed=sealed)

        async def keep() -> None:
            await (await self.place.desk.library()).change_bundles(lambda bundles: bundles.put(given))

        self.place.wait(keep)
        return given.digest


@pytest.fixture
def post(place: Place, tmp_path: Path) -> Post:
    return Post(place, tmp_path)


def desk_of(place: Place, qtbot: Any, size: tuple[int, int] = (1100, 860)) -> MentorPage:
    page = MentorPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    settled(qtbot, lambda: page.board is not None)
    return page


def read(place: Place, qtbot: Any, digest: str, size: tuple[int, int] = (1280, 860)) -> ReadingPage:
    page = ReadingPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    page.read(digest)
    settled(qtbot, lambda: page.sheet is not None)
    return page


def drafts(place: Place) -> dict[str, dict[str, Any]]:
    async def ask() -> dict[str, dict[str, Any]]:
        return await (await place.desk.library()).ask_bundles(lambda bundles: bundles.notes("feedback_drafts"))

    found: dict[str, dict[str, Any]] = place.wait(ask)
    return found


# ---- the desk


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_an_empty_desk_says_what_it_is_for(theme: Theme, place: Place, qtbot: Any) -> None:
    page = desk_of(place, qtbot)
    assert "Nothing handed out yet." in page.empty.text
    assert page.assign.isHidden()
    with qtbot.waitSignal(page.assign_wanted):
        page.empty.way.click()
    check_all(page.window())


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_desk_shows_what_was_sent_and_what_was_given(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    asked = post.give(to=[KOFI, "Ana Ruiz"])
    post.take(post.sent(asked))
    post.take(post.sent(author="Ola Berg", key=signing.new_key(), title="Of my own"))
    page = desk_of(place, qtbot)
    assert {row.sent.row.author for row in page.inbox} == {KOFI, "Ola Berg"}
    told = shown(page)
    for part in ("Ana Ruiz: given", f"{KOFI}: sent", "1 of 2 people sent, 0 answered", "New", "Of my own"):
        assert part in told, part
    assert [(m.name, m.given, m.sent, m.answered) for m in page.members.members] == [
        ("Ana Ruiz", 1, 0, 0), (KOFI, 1, 1, 0), ("Ola Berg", 0, 1, 0),
    ]  # fmt: skip
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_the_desk_with_large_text(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    asked = post.give(to=[KOFI, "Ana Ruiz"])
    post.take(post.sent(asked))
    check_big(desk_of(place, qtbot, BIG).window())


def test_what_is_answered_stands_below_what_is_new(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    old = post.sent(title="The first")
    post.take(old)
    post.take(post.sent(title="The second"))
    answer = making.feedback(reading.understood(old, "x").bundle, DANA, note="Good.")  # type: ignore[arg-type]
    post.take(dict(making.finished(answer, None).data), own=True)
    page = desk_of(place, qtbot)
    assert [(r.sent.row.title, r.chip.text()) for r in page.inbox] == [("The second", "New"), ("The first", "Answered")]


# ---- handing out


def form(place: Place, qtbot: Any, size: tuple[int, int] = (1100, 860)) -> AssignPage:
    page = AssignPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    page.begin(SCENARIO)
    settled(qtbot, lambda: page.rubric is not None)
    return page


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_situation_is_handed_out_as_a_file(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page = form(place, qtbot)
    check_all(page.window())
    page.to.line.setText(f"{KOFI}, Ana Ruiz")
    page.day.line.setText("2026-12-01")
    page.hour.line.setText("17:00")
    page.zone.line.setText("Europe/Berlin")
    page.attempts.set_value("2")
    page.note.set_text("Bring one number.")
    page.more.click()
    page.ticks["evidence", "source"].click()
    page.shows["brief"].click()
    page.sealed.click()
    page.save.click()
    assert page.dialog is not None
    page.dialog.close()
    told: list[str] = []
    page.told.connect(told.append)
    with qtbot.waitSignal(page.closed, timeout=20_000):
        page.save_to(tmp_path / "a.rehearse")
    assert "Saved “a.rehearse”" in told[0]
    opened = reading.read_file(tmp_path / "a.rehearse")
    asked = opened.bundle
    assert isinstance(asked, Assignment)
    assert signing.state(opened.data) == "good"
    assert [p.name for p in asked.to] == [KOFI, "Ana Ruiz"]
    assert asked.due is not None
    assert (asked.due.at, asked.due.zone, asked.attempts) == ("2026-12-01T17:00", "Europe/Berlin", 2)
    assert (asked.note, asked.shows) == ("Bring one number.", ("takes", "reviews", "reflection"))
    assert [(f.criterion, f.check) for f in asked.focus] == [("evidence", "source")]
    assert asked.seal_to.startswith("age1")
    desk = desk_of(place, qtbot)
    assert "0 of 2 people sent, 0 answered" in shown(desk)


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_the_form_with_large_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page = form(place, qtbot, BIG)
    page.show_checks(True)
    settle()
    check_big(page.window())


@pytest.mark.parametrize(
    ("day", "hour", "zone", "says"),
    [
        ("tomorrow", "", "UTC", "As 2026-12-01: year, month, day."),
        ("2026-12-01", "5pm", "UTC", "As 17:00."),
        ("2026-12-01", "", "Mars/Olympus", "This computer knows no such zone. As Europe/Berlin, or UTC."),
        ("", "17:00", "UTC", "On which day?"),
    ],
)
def test_a_date_that_cannot_be_read_is_said_at_its_field(
    theme: Theme, place: Place, qtbot: Any, day: str, hour: str, zone: str, says: str
) -> None:
    page = form(place, qtbot)
    for field, text in ((page.day, day), (page.hour, hour), (page.zone, zone)):
        field.line.setText(text)
    page.save.click()
    assert page.dialog is None
    assert says in [page.day.note, page.hour.note, page.zone.note]
    settle()
    fields = (page.day, page.hour, page.zone)
    assert len({field.line.mapTo(page, field.line.rect().topLeft()).y() for field in fields}) == 1  # they stand in one row


def test_another_way_to_judge_comes_along(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    text = (catalog(tmp_path / "x").rubrics()[0].file).read_text("utf-8")
    place.paths.rubrics.mkdir(parents=True, exist_ok=True)
    (place.paths.rubrics / "mine.yaml").write_text(text.replace("id: buy-in", "id: mine", 1), "utf-8")
    page = form(place, qtbot)
    page.judged.set_value("mine")
    with qtbot.waitSignal(page.closed, timeout=20_000):
        page.save_to(tmp_path / "a.rehearse")
    asked = reading.read_file(tmp_path / "a.rehearse").bundle
    assert isinstance(asked, Assignment)
    assert asked.rubric is not None
    assert (asked.rubric["id"], asked.scenario["rubric"]) == ("mine", "mine")


def test_without_a_keyring_it_says_that_nothing_is_signed(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    page = form(place, qtbot)
    page.sealed.setChecked(True)
    page.save_to(tmp_path / "a.rehearse")
    settled(qtbot, lambda: page.banner.isVisible())
    assert "no keyring here" in page.banner.sentence
    assert not (tmp_path / "a.rehearse").exists()
    page.sealed.setChecked(False)
    with qtbot.waitSignal(page.told, timeout=20_000) as got:
        page.save_to(tmp_path / "a.rehearse")
    assert "it is not signed" in got.args[0]


# ---- reading


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_submission_is_read_and_answered_on_the_words(
    theme: Theme, place: Place, post: Post, qtbot: Any, tmp_path: Path
) -> None:
    sent = post.sent(reflection="I rushed the ask.")
    page = read(place, qtbot, post.take(sent))
    told = shown(page)
    for part in (f"From {KOFI}", "I rushed the ask.", "not that the meeting took place", "Signed"):
        assert part in told, part
    check_all(page.window(), tab_stops=False)
    assert page.sheet is not None
    if page.sheet.next_time is not None:
        assert f"SAID TO {KOFI.split()[0].upper()}" in told  # it says "you", and the mentor is not meant
    script = page.sheet.said.script
    line = next(t for t in page.sheet.seen.take if t.speaker == "you")
    script.select(str(line.id), 3, 12)
    QTest.keyClick(script, Key.Key_C)
    assert page.writing is not None
    QTest.keyClicks(page.writing.text, "Say this first.")
    check_all(page.window(), tab_stops=False)
    qtbot.waitUntil(lambda: drafts(place).get(sent["id"], {}).get("comments", [{}])[0].get("text") == "Say this first.")
    QTest.keyClick(page.writing.text, Key.Key_Escape)
    assert page.writing is None
    (note,) = [n for n in page.sheet.said.margin.all_notes() if n.remark.kind == "comment"]
    assert note.remark.lines == ("Say this first.",)

    mark = next(c for c in page.sheet.seen.review.checks)
    assert page.sheet.marking is not None
    page.sheet.marking.put(mark.criterion, mark.check, "no", "Nobody named one.")
    page.ready.click()
    assert page.finish is not None
    check_all(page.window(), tab_stops=False)
    page.finish.next.choices()[2].click()
    script.choose(script.number(str(line.id)) or 0)
    page.finish.note.box.insertPlainText("Nearly there.")
    page.finish.write.click()
    assert page.dialog is not None
    page.dialog.close()
    with qtbot.waitSignals([page.told, page.closed], timeout=20_000):
        page.send_to(tmp_path / "f.rehearse")
    back = reading.read_file(tmp_path / "f.rehearse").bundle
    assert isinstance(back, Feedback)
    assert (back.submission, back.next, back.next_turn, back.note) == (sent["id"], "redo", str(line.id), "Nearly there.")
    (comment,) = back.comments
    assert (comment.quote, comment.text) == (line.text[3:12].strip(), "Say this first.")
    (given,) = back.marks
    assert (given.criterion, given.check, given.verdict, given.why) == (mark.criterion, mark.check, "no", "Nobody named one.")
    assert drafts(place) == {}
    assert "Answered" in shown(desk_of(place, qtbot))
    assert place.ids() == []


def test_what_was_begun_is_there_again(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    digest = post.take(post.sent())
    page = read(place, qtbot, digest)
    assert page.sheet is not None
    page.sheet.said.script.choose(1)
    page.comment.click()
    assert page.writing is not None
    page.writing.text.set_text("The whole line is good.")
    mark = page.sheet.seen.review.checks[0]
    assert page.sheet.marking is not None
    page.sheet.marking.put(mark.criterion, mark.check, "yes")
    page.leave()
    assert desk_of(place, qtbot).inbox[0].chip.text() == "Begun"
    page.read(digest)
    settled(qtbot, lambda: page.sheet is not None)
    assert page.draft is not None
    assert [c.text for c in page.draft.comments.values()] == ["The whole line is good."]
    own = page.sheet.marking.own(mark.criterion, mark.check)
    assert own is not None
    assert own.verdict == "yes"
    (note,) = [n for n in page.sheet.said.margin.all_notes() if n.remark.kind == "comment"]
    note.open()
    assert page.writing is not None
    page.writing.delete.click()
    assert page.draft.comments == {}
    qtbot.waitUntil(lambda: "comments" not in next(iter(drafts(place).values())))


def test_nobody_sends_without_a_name_or_a_moment_to_redo(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    page = read(place, qtbot, post.take(post.sent()))
    place.desk.settings = place.desk.settings._replace(signs_as="")
    page.show_finish()
    finish = page.finish
    assert finish is not None
    finish.write.click()
    assert "Give your name" in finish.name.note
    finish.name.line.setText(DANA)
    finish.next.choices()[2].click()
    finish.write.click()
    assert page.dialog is None
    assert "Choose a line of theirs" in finish.moment.text()


def test_several_takes_and_one_without_its_review(theme: Theme, place: Place, post: Post, qtbot: Any, tmp_path: Path) -> None:
    post.rehearse()
    post.rehearse(GOOD.splitlines()[:5])
    data = json.loads(json.dumps(post.sent(takes=2)))
    del data["signature"]
    data["takes"][1] |= {"reviews": [], "review": None}
    page = read(place, qtbot, post.take(data))
    assert "Not signed" in shown(page)
    assert page.sheet is not None
    head = page.sheet.reading_head
    assert head is not None
    assert head.takes is not None
    assert head.takes.count() == 2
    page.show_take(1)
    assert page.sheet.seen.id == str(post.held[1].record.id)
    assert "It came without a review." in shown(page)
    marking, mark = page.sheet.marking, page.sheet.seen.review.checks[0]
    assert marking is not None
    marking.put(mark.criterion, mark.check, "no", "Not a word of it.")
    assert page.draft is not None
    with qtbot.waitSignal(page.closed, timeout=20_000):
        page.send_to(tmp_path / "f.rehearse")
    back = reading.read_file(tmp_path / "f.rehearse").bundle
    assert isinstance(back, Feedback)
    assert [(m.review, m.check, m.verdict) for m in back.marks] == [(str(post.held[1].record.leaf), mark.check, "no")]


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_reading_with_large_text(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    page = read(place, qtbot, post.take(post.sent(reflection="I rushed the ask.")), BIG)
    check_big(page.window())


# ---- in the whole program


def test_a_submission_that_is_dropped_is_looked_at_accepted_and_read(
    app: App, qtbot: Any, tmp_path: Path, place: Place, post: Post
) -> None:
    file = file_of(tmp_path, post.sent(), "s.rehearse")
    app.window.go("mentor")
    desk = app.window.pages.mentor.desk()
    settled(qtbot, lambda: desk.board is not None)
    app.window._dropped(file)
    letter = app.window.pages.letter()
    settled(qtbot, lambda: letter.letter is not None)
    assert not desk.inbox
    assert letter.accept is not None
    letter.accept.click()
    reading_page = app.window.pages.mentor.reading()
    settled(qtbot, lambda: reading_page.sheet is not None and app.window.pages.currentWidget() is reading_page)
    reading_page.closed.emit()
    settled(qtbot, lambda: bool(desk.inbox))
    assert [row.sent.row.author for row in desk.inbox] == [KOFI]
    check_all(app.window, tab_stops=False)


def test_ctrl_4_goes_to_the_desk(app: App, qtbot: Any) -> None:
    QTest.keyClick(app.window, Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert app.window.pages.currentWidget() is app.window.pages.mentor.desk()


def test_words_are_counted_as_the_bundle_counts_them(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    post.rehearse(["We 🚀 lose 50k a month 🚀 at peak."])
    page = read(place, qtbot, post.take(post.sent()))
    assert page.sheet is not None
    script = page.sheet.said.script
    line = next(t for t in page.sheet.seen.take if t.speaker == "you")
    at = line.text.index("month")
    script.select(str(line.id), at - 1, at + 7)
    found = script.chosen_words
    assert found is not None
    assert (found.quote, line.text[found.start : found.end]) == ("month 🚀", "month 🚀")


def test_what_they_wrote_is_characters(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    evil = "<img src='http://x/y.png'><b>bold</b>"
    page = read(place, qtbot, post.take(post.sent(author=f"Ko\u202efi {evil}", reflection=evil, title=evil)))
    told = shown(page)
    assert told.count(evil) >= 2
    assert "\u202e" not in told
    check_all(page.window(), tab_stops=False)
    check_all(desk_of(place, qtbot).window())


def test_another_key_is_said_on_the_desk_and_over_the_transcript(theme: Theme, place: Place, post: Post, qtbot: Any) -> None:
    post.take(post.sent())
    digest = post.take(post.sent(key=signing.new_key(), title="From somebody else?"))
    assert "Another key" in shown(desk_of(place, qtbot))
    assert f"Ask {KOFI} before you trust it." in shown(read(place, qtbot, digest))


def test_a_file_that_cannot_be_written_keeps_what_was_typed(
    theme: Theme, place: Place, post: Post, qtbot: Any, tmp_path: Path
) -> None:
    sent = post.sent()
    page = read(place, qtbot, post.take(sent))
    page.show_finish()
    assert page.finish is not None
    page.finish.note.box.insertPlainText("Nearly there.")
    (tmp_path / "no-folder").write_text("a file", "utf-8")
    page.send_to(tmp_path / "no-folder" / "f.rehearse")
    settled(qtbot, lambda: page.banner.isVisible())
    assert page.finish.note.box.text() == "Nearly there."
    assert drafts(place)[sent["id"]]["note"] == "Nearly there."
    assert "New" not in shown(desk_of(place, qtbot))


# ---- after it went out


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_what_they_answer_stands_beside_what_you_wrote_and_is_dealt_with(
    theme: Theme, place: Place, post: Post, qtbot: Any
) -> None:
    sent = post.sent()
    digest = post.take(sent)
    on = reading.understood(sent, "x").bundle
    assert isinstance(on, Submission)
    line = next(t for t in sent["takes"][0]["turns"] if t["speaker"] == "you")
    comments = [
        Comment(f"c_{n}", sent["takes"][0]["rehearsal"], line["id"], 0, 3, line["text"][:3], text)
        for n, text in enumerate(("Say this first.", "Too long."), 1)
    ]
    check = sent["takes"][0]["reviews"][0]["checks"][0]
    mark = GivenMark(sent["takes"][0]["reviews"][0]["id"], check["criterion"], check["check"], "no")
    data = dict(making.finished(making.feedback(on, DANA, comments=comments, marks=[mark], note="Nearly."), None).data)
    post.take(data, own=True)
    contested = Answer(data["id"], f"{check['criterion']}/{check['check']}", "I did, in line two.", contests=True)
    later = post.sent(answers=[Answer(data["id"], "c_1", "I will."), contested], title="Once more")
    second = post.take(later)

    page = read(place, qtbot, digest)
    told = shown(page)
    assert "Nearly." in told
    assert page.sheet is not None
    notes = [n for n in page.sheet.said.margin.all_notes() if n.remark.kind == "comment"]
    assert [n.remark.chip for n in notes] == ["You wrote", "You wrote"]
    assert [n.remark.lines for n in notes] == [("Say this first.", f"{KOFI.split()[0]}: I will."), ("Too long.",)]
    notes[0].open()
    assert page.before is not None
    assert "I will." in shown(page.before)
    check_all(page.window(), tab_stops=False)
    page.before.done.click()
    assert page.before is None
    notes = [n for n in page.sheet.said.margin.all_notes() if n.remark.kind == "comment"]
    assert sorted(n.remark.chip for n in notes) == ["You wrote", "You wrote, dealt with"]
    page.read(second)
    settled(qtbot, lambda: page.paper is not None and page.paper.row.digest == second)
    told = shown(page)
    assert "Answered: Say this first." in told
    assert f"Contested: {check['question'][:40]}" in told
    page.read(digest, sent["takes"][0]["rehearsal"], line["id"])
    settled(qtbot, lambda: page.paper is not None and page.paper.row.digest == digest)
    notes = [n for n in page.sheet.said.margin.all_notes() if n.remark.kind == "comment"]
    assert sorted(n.remark.chip for n in notes) == ["You wrote", "You wrote, dealt with"]
    script = page.sheet.said.script
    assert script.chosen is not None
    assert str(script.turns[script.chosen].id) == line["id"]


@pytest.mark.parametrize("sealed", [True, False])
def test_before_feedback_on_what_was_sealed_goes_it_is_said_that_it_is_open(
    theme: Theme, place: Place, qtbot: Any, post: Post, sealed: bool
) -> None:
    page = read(place, qtbot, post.take(post.sent(), sealed=sealed))
    page.show_finish()
    settle()
    assert ("Feedback is not sealed" in shown(page.dock)) is sealed
