"""What came back: the mentor's words beside one's own, marks beside the judge's, and what one says to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rehearse.bundles import making, reading, signing, taking
from rehearse.bundles.records import Comment, GivenMark, Submission
from tests.core.handing import file_of
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_assigned import DANA, accept, letter_of, shown, tasks
from tests.ui.test_assigned_sending import begin, rehearse, sending, write
from tests.ui.test_home_setting import Place, places, settled, window_of
from tests.ui.test_review_screen import sheet_of
from ui.assigned.comment_note import CommentNote
from ui.assigned.feedback_card import FeedbackCard
from ui.assigned.post import Post
from ui.assigned.reply_line import ReplyLine
from ui.assigned.sending import SendingPage
from ui.review.page import ReviewPage
from ui.review.sheet import Sheet
from ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("ring")

NOTE = "Nearly. <b>Again</b>, with the stop rule first."


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


class Exchange:
    """A submission that went out, and the feedback on it, taken in."""

    def __init__(self, place: Place, qtbot: Any, folder: Path, key: str | None = None) -> None:
        self.place, self.qtbot, self.folder = place, qtbot, folder
        self.key = key or signing.new_key()
        self.out, (self.meeting,) = sending(place, qtbot, folder, lines=4, key=self.key)
        write(self.out, qtbot, folder / "s.rehearse")
        sent = reading.read_file(folder / "s.rehearse").bundle
        assert isinstance(sent, Submission)
        self.sent = sent
        self.review = sent.takes[0]["reviews"][0]
        self.lines = [t for t in sent.takes[0]["turns"] if t["speaker"] == "you"]
        self.check = next(c for c in self.review["checks"] if c["verdict"] == "yes")

    def feedback(self, name: str = "f.rehearse", key: str = "", **more: Any) -> Path:
        line = self.lines[0]
        given: dict[str, Any] = {
            "comments": [Comment("c_1", self.meeting, line["id"], 3, 20, line["text"][3:20], "Say this <i>first</i>.")],
            "marks": [GivenMark(self.review["id"], self.check["criterion"], self.check["check"], "no", "Nobody could check it.")],
            "next": "redo", "next_turn": self.lines[-1]["id"], "note": NOTE,
        }  # fmt: skip
        data = making.feedback(self.sent, DANA, **(given | more))
        return file_of(self.folder, dict(making.finished(data, key or self.key).data), name)

    def take_in(self, file: Path) -> Any:
        self.row = accept(letter_of(self.place, self.qtbot, file), self.qtbot)
        return self.row

    def read(self, size: tuple[int, int] = (1280, 900)) -> tuple[ReviewPage, Sheet]:
        page = ReviewPage(self.place.engine, self.place.desk)
        window_of(self.qtbot, page, size)
        id, turn = self.place.wait(lambda: Post(self.place.desk).place_of(self.row))
        page.show_rehearsal(id, turn=turn or None)
        return page, sheet_of(page, self.qtbot)


@pytest.fixture
def exchange(place: Place, qtbot: Any, tmp_path: Path, theme: Theme) -> Exchange:
    return Exchange(place, qtbot, tmp_path)


def note_of(sheet: Sheet) -> CommentNote:
    (note,) = [n for n in sheet.said.margin.all_notes() if isinstance(n, CommentNote)]
    settle()
    return note


def card_of(sheet: Sheet) -> FeedbackCard:
    (card,) = sheet.feedback
    return card


def say(reply: ReplyLine | None, text: str) -> None:
    assert reply is not None
    reply.button.click()
    assert reply.line.isVisible()
    reply.line.setText(text)
    QTest.keyClick(reply.line, Qt.Key.Key_Return)
    settle()


def test_the_preview_says_what_came_back_on_what(exchange: Exchange, qtbot: Any) -> None:
    page = letter_of(exchange.place, qtbot, exchange.feedback())
    told = shown(page)
    for part in (
        "Dana Ruiz wrote back",
        NOTE,
        "A trial budget from finance",
        "1 comment on your words and 1 mark on a check",
        "Redo a moment",
    ):
        assert part in told, part
    assert "not that the meeting took place" in told


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_it_stands_in_the_review_beside_the_words_and_the_judges_marks(exchange: Exchange) -> None:
    assert exchange.take_in(exchange.feedback()).standing == "known"
    assert tasks(exchange.place)[0].step == "answered"
    page, sheet = exchange.read()
    card, note = card_of(sheet), note_of(sheet)
    told = shown(card)
    for part in (
        "Dana Ruiz wrote back",
        NOTE,
        "1 comment on your words.",
        "The judge: yes.",
        "Dana: no, not as the judge. Nobody could check it.",
    ):
        assert part in told, part
    assert (note.remark.turn, note.remark.start, note.remark.end) == (exchange.lines[0]["id"], 3, 20)
    assert note.remark.lines == ("Say this <i>first</i>.",)
    assert not note.short
    line = sheet.said.script.number(note.remark.turn)
    assert any(span.hue == "violet" for span in sheet.said.script.backdrop.marks(line))
    others = sheet.marking.others(exchange.check["criterion"], exchange.check["check"])  # type: ignore[union-attr]
    assert [(m.who, m.verdict, m.why) for m in others] == [(DANA, "no", "Nobody could check it.")]
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_it_can_be_read_with_large_text(exchange: Exchange) -> None:
    exchange.take_in(exchange.feedback())
    page, sheet = exchange.read(BIG)
    note_of(sheet)
    check_big(page.window())


def test_a_moment_is_redone_from_the_comment_and_from_the_next_step(exchange: Exchange, qtbot: Any) -> None:
    exchange.take_in(exchange.feedback())
    page, sheet = exchange.read()
    card = card_of(sheet)
    assert card.redo is not None
    with qtbot.waitSignal(
        page.try_turn, check_params_cb=lambda id, turn: (id, turn) == (exchange.meeting, exchange.lines[-1]["id"])
    ):
        card.redo.click()
    again = next(b for b in note_of(sheet).findChildren(type(card.redo)) if b.text().strip() == "Redo this moment")
    with qtbot.waitSignal(
        page.try_turn, check_params_cb=lambda id, turn: (id, turn) == (exchange.meeting, exchange.lines[0]["id"])
    ):
        again.click()


def test_answers_wait_and_go_with_what_is_sent_next(exchange: Exchange, qtbot: Any, tmp_path: Path) -> None:
    exchange.take_in(exchange.feedback())
    page, sheet = exchange.read()
    card, note = card_of(sheet), note_of(sheet)
    say(note.reply, "I will.")
    assert note.reply is not None
    assert note.reply.said.text() == "You: I will. (Goes with what you send next.)"
    say(card.replies[0], "The ledger is public.")
    assert "You contest it: The ledger is public." in shown(card)
    assert card.waits.text() == "2 answers go with what you send next."

    page, sheet = exchange.read()  # they are there still
    assert "The ledger is public." in shown(card_of(sheet))
    assert card_of(sheet).answer is not None
    with qtbot.waitSignal(page.answer) as wanted:
        card_of(sheet).answer.click()  # type: ignore[union-attr]
    feedback, meeting = wanted.args
    assert exchange.place.wait(lambda: Post(exchange.place.desk).to_answer(feedback)) == tasks(exchange.place)[0].row.digest

    out = SendingPage(exchange.place.engine, exchange.place.desk)
    window_of(qtbot, out)
    begin(out, exchange.place, qtbot, meeting)
    assert "2 answers to what was written back" in shown(out)
    answers = write(out, qtbot, tmp_path / "again.rehearse")["answers"]
    about = f"{exchange.check['criterion']}/{exchange.check['check']}"
    assert {(a["to"], a["text"], a.get("contests", False)) for a in answers} == {
        ("c_1", "I will.", False), (about, "The ledger is public.", True),
    }  # fmt: skip
    _, sheet = exchange.read()
    note = note_of(sheet)
    assert note.reply is not None
    assert note.reply.said.text() == "You: I will."
    assert not card_of(sheet).waits.isVisible()


def test_of_two_answers_at_once_neither_is_lost(exchange: Exchange) -> None:
    exchange.take_in(exchange.feedback())
    _, sheet = exchange.read()
    answering = sheet.marking.answering  # type: ignore[union-attr]
    assert answering is not None
    for to in ("c_1", "evidence/source", "evidence/figure"):
        answering.say(answering.backs[0], to, f"About {to}.")
    _, sheet = exchange.read()
    assert card_of(sheet).waits.text() == "3 answers go with what you send next."


def test_an_answer_can_be_taken_back_before_it_is_sent(exchange: Exchange) -> None:
    exchange.take_in(exchange.feedback())
    _, sheet = exchange.read()
    note = note_of(sheet)
    say(note.reply, "No.")
    say(note.reply, "")
    assert note.reply is not None
    assert not note.reply.isVisible()
    _, sheet = exchange.read()
    assert note_of(sheet).reply.said.text() == ""  # type: ignore[union-attr]


def test_a_comment_that_is_dealt_with_steps_back_and_that_is_kept(exchange: Exchange) -> None:
    exchange.take_in(exchange.feedback())
    _, sheet = exchange.read()
    note = note_of(sheet)
    assert note.done is not None
    note.done.click()
    assert note.chip.text() == "Dana Ruiz, dealt with"
    _, sheet = exchange.read()
    note = note_of(sheet)
    assert note.chip.text() == "Dana Ruiz, dealt with"
    assert note.done is not None
    note.done.click()
    assert note.chip.text() == DANA


def test_another_key_is_said_beside_it_and_what_was_altered_is_not_shown(exchange: Exchange, qtbot: Any) -> None:
    exchange.take_in(exchange.feedback("other.rehearse", key=signing.new_key(), note="From somebody else."))
    _, sheet = exchange.read()
    assert "another key than before" in shown(card_of(sheet))
    data = json.loads(exchange.feedback().read_text("utf-8")) | {"note": "Well done, nothing to change."}
    page = letter_of(exchange.place, qtbot, file_of(exchange.folder, data, "altered.rehearse"))
    assert page.accept is None


def test_feedback_on_what_was_not_sent_from_here_is_kept_and_says_so(exchange: Exchange, qtbot: Any) -> None:
    data = json.loads(exchange.feedback().read_text("utf-8")) | {"submission": "b_elsewhere"}
    data.pop("signature")
    page = letter_of(exchange.place, qtbot, file_of(exchange.folder, data, "lost.rehearse"))
    assert "Something that was not sent from here." in shown(page)
    row = accept(page, qtbot)
    with pytest.raises(Exception, match="was not sent from here"):
        exchange.place.wait(lambda: Post(exchange.place.desk).place_of(row))


def test_a_meeting_that_nobody_wrote_back_on_is_as_before(exchange: Exchange) -> None:
    exchange.take_in(exchange.feedback())
    other = rehearse(exchange.place)
    page = ReviewPage(exchange.place.engine, exchange.place.desk)
    window_of(exchange.qtbot, page)
    page.show_rehearsal(other)
    sheet = sheet_of(page, exchange.qtbot)
    assert sheet.feedback == []
    assert not [n for n in sheet.said.margin.all_notes() if isinstance(n, CommentNote)]


# ---- what nobody asked for


def unasked(place: Place, qtbot: Any, folder: Path, with_review: bool = True) -> tuple[str, dict[str, Any], str]:
    """A meeting that was sent to Dana of one's own accord. Its id, what was sent, and the digest of it."""
    id = place.meet("skeptical-executive", lines=4, end=True)
    kept = place.wait(lambda: place.desk.load(id))  # type: ignore[arg-type]
    data = making.submission([(kept, "")], "Kofi Mensah", to=[DANA], title="Of my own")
    if not with_review:
        data["takes"][0] |= {"reviews": [], "review": None}
    opened = making.finished(data, None)

    async def keep() -> bool:
        return (await (await place.desk.library()).change_bundles(lambda b: b.put(taking.given(opened, own=True))))[0]

    assert place.wait(keep)
    return id, dict(opened.data), opened.digest


def wrote_back(place: Place, qtbot: Any, folder: Path, sent: dict[str, Any], **more: Any) -> Any:
    on = reading.understood(sent, "x").bundle
    assert isinstance(on, Submission)
    data = making.feedback(on, DANA, **more)
    return accept(letter_of(place, qtbot, file_of(folder, dict(making.finished(data, None).data), "f.rehearse")), qtbot)


def read_back(place: Place, qtbot: Any, row: Any) -> tuple[ReviewPage, Sheet]:
    page = ReviewPage(place.engine, place.desk)
    window_of(qtbot, page, (1280, 900))
    id, turn = place.wait(lambda: Post(place.desk).place_of(row))
    page.show_rehearsal(id, turn=turn or None)
    return page, sheet_of(page, qtbot)


def test_feedback_on_what_nobody_asked_for_is_answered_too(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    place.desk.settings = place.desk.settings._replace(signs_as="Kofi Mensah")
    id, sent, _ = unasked(place, qtbot, tmp_path)
    line = next(t for t in sent["takes"][0]["turns"] if t["speaker"] == "you")
    comment = Comment("c_1", id, line["id"], 0, 4, line["text"][:4], "Say this first.")
    row = wrote_back(place, qtbot, tmp_path, sent, comments=[comment])
    page, sheet = read_back(place, qtbot, row)
    say(note_of(sheet).reply, "I will.")
    answer = card_of(sheet).answer
    assert answer is not None
    with qtbot.waitSignal(page.answer) as wanted:
        answer.click()
    feedback, meeting = wanted.args
    about = place.wait(lambda: Post(place.desk).to_answer(feedback))
    assert (about, meeting) == (row.digest, id)
    out = SendingPage(place.engine, place.desk)
    window_of(qtbot, out)
    out.begin(about, meeting)
    settled(qtbot, lambda: out.offer is not None)
    told = shown(out)
    assert "Send to Dana" in told
    assert "1 answer to what was written back" in told
    out.reflection.set_text("Half a sen")
    out.leave()
    out.begin(about, meeting)
    settled(qtbot, lambda: out.offer is not None and out.reflection.text() == "Half a sen")
    went = write(out, qtbot, tmp_path / "again.rehearse")
    assert went.get("assignment", "") == ""
    assert (went["title"], went["to"]) == ("Of my own", [{"name": DANA}])
    assert [(a["to"], a["text"]) for a in went["answers"]] == [("c_1", "I will.")]
    assert place.wait(lambda: out._out.answers((row.id,))) == ()


def test_a_mark_on_a_take_that_went_without_its_review_stands_beside_the_judge_here(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path
) -> None:
    id, sent, _ = unasked(place, qtbot, tmp_path, with_review=False)
    review = place.wait(lambda: place.desk.load(id)).reviews[0]  # type: ignore[arg-type]
    check = review["checks"][0]
    leaf = sent["takes"][0]["take"][-1]
    mark = GivenMark(leaf, check["criterion"], check["check"], "na", "She never asked.")
    row = wrote_back(place, qtbot, tmp_path, sent, marks=[mark])
    _, sheet = read_back(place, qtbot, row)
    assert "She never asked." in shown(card_of(sheet))
    assert sheet.marking is not None
    assert [m.why for m in sheet.marking.others(check["criterion"], check["check"])] == ["She never asked."]
