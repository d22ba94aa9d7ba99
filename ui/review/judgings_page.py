"""The judgings of one take: who judged, when, what was shown; another judge asked; and where two of them differ."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.review.judgings import Differs, differences, same_rules
from rehearse.review.types import Mark, Review
from ui.review import words
from ui.review.pressable import Pressable
from ui.review.seen import Seen
from ui.review.side_page import SidePage
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Item, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.select import Select
from ui.widgets.text import Text

_VERDICT = {
    "yes": ("Shown", "accent", "check"),
    "no": ("Not shown", "line", "dash"),
    "na": ("Does not apply", "line", "dots"),
    "unsure": ("Unsure", "amber", "info"),
}


class JudgingsPage(SidePage):
    """Signals: ``review(str)`` the id of a judging to show; ``judge(str)`` offline, once or thrice."""

    review = Signal(str)
    judge = Signal(str)

    def __init__(self, seen: Seen, model: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = seen
        self._titles = {r.id: f"{i}. {words.review_title(r)}" for i, r in enumerate(seen.reviews, 1)}
        self.rows: dict[str, Pressable] = {}
        self.judges: dict[str, Button] = {}
        others = [r for r in seen.reviews if r.id != seen.review.id and r.judged]
        self.against: Select | None = None
        self._differs = vbox(spacing=8)
        rows: list[Item] = [
            Text("Judgings of this take", "h1"),
            Text("Each judging stays beside the others; none takes the place of another.", "talk", "muted"),
            6,
            self._list(),
            self._again(model),
        ]
        if others and seen.review.judged:
            rows += [6, self._difference(others)]
        self.lay_column("Judgings of this take", rows)

    def _list(self) -> Card:
        card = Card("surface", 14, 1, "line", pad=12)
        card.setAccessibleName("Judgings")
        card.box.set_space(spacing=2)
        for i, review in enumerate(reversed(self._seen.reviews)):
            if i:
                card.box.add(Rule())
            row = self.rows[review.id] = self._row(review)
            card.box.add(row)
        return card

    def _row(self, review: Review) -> Pressable:
        here = review.id == self._seen.review.id
        title, told = self._titles[review.id], _told(review)
        line = hbox((wrap(vbox(Text(title, "bodyb"), Text(told, "caption", "muted"), spacing=1)), 1), margins=(6, 6, 6, 6))
        if here:
            line.add(Chip("Shown now", "accent", "check"))
        row = Pressable(line, f"{title}. {told}{' Shown now.' if here else ''}", "Shows this judging")
        row.clicked.connect(lambda: self.back.emit() if here else self.review.emit(review.id))
        return row

    def _again(self, model: str) -> QWidget:
        ways = [("offline", "Judge again offline", "By rule. The same words give the same sheet")]
        if model:
            name = visible(one_line(model, 40))
            ways += [
                ("once", f"Judge again with {name}, one run", "One reading of the sheet"),
                ("thrice", f"Judge again with {name}, three runs", "A check on which the runs differ is unsure"),
            ]
        parts: list[Item] = []
        for key, title, tip in ways:
            button = self.judges[key] = Button(title, "", "again", tip=tip)
            button.clicked.connect(lambda _checked=False, key=key: self.judge.emit(key))
            parts.append(hbox(button, None))
        if not model:
            parts.append(Text("With a model in Settings, it can judge as well.", "caption", "subtle"))
        return wrap(vbox(*parts, spacing=6))

    # ---- where two differ

    def _difference(self, others: list[Review]) -> Card:
        card = Card("surface", 14, 1, "line", pad=16)
        card.setAccessibleName("What differs")
        choices = [(r.id, self._titles[r.id]) for r in reversed(others)]
        self.against = Select("Compared with which judging", choices, choices[0][0])
        self.against.changed.connect(self._compare)
        self.count = Text("", "body", "muted")
        card.box.add(
            Text("What differs", "title"), Text("The judging that is shown, compared with:", "body"), self.against, self.count
        )
        card.box.add(wrap(self._differs))
        self._compare(choices[0][0])
        return card

    def _compare(self, id: str) -> None:
        other = next(r for r in self._seen.reviews if r.id == id)
        shown = self._seen.review
        found = differences(other, shown)
        checks = "check" if len(found) == 1 else "checks"
        said = f"They differ on {len(found)} {checks}." if found else "They agree on every check."
        if not same_rules(other, shown):
            said += " They were judged by different rules."
        self.count.setText(said)
        while self._differs.count():
            part = self._differs.takeAt(0).widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self._differs.add(*(_differs(d) for d in found))


def _told(review: Review) -> str:
    """``12 of 31 checks shown. Three runs.``"""
    if not review.judged:
        return "There are no checks."
    runs = f" {review.judge.runs} runs." if review.judge.runs > 1 else ""
    return f"{review.passed} of {review.applicable} checks shown.{runs}"


def _differs(found: Differs) -> QWidget:
    title = f"{visible(found.title)}: " if found.title else ""
    asked = visible(found.question)
    question = Text(f"{title}{asked[:1].lower()}{asked[1:]}" if title else asked, "body")
    left, right = _verdict(found.left), _verdict(found.right)
    question.setAccessibleName(f"{question.text()} {left[0]} there, {right[0].lower()} here")
    chips = hbox(Chip(*left), Picture("right", "subtle", 13), Chip(*right), None, spacing=6)
    rows: list[Item] = [question, wrap(chips)]
    quote = next((m.place.quote for m in (found.right, found.left) if m is not None and m.passed and m.place is not None), "")
    if quote:
        rows.append(Text(words.quoted(quote, 160), "caption", "muted", italic=True))
    return wrap(vbox(*rows, spacing=3))


def _verdict(mark: Mark | None) -> tuple[str, str, str | None]:
    return _VERDICT[mark.verdict] if mark is not None else ("Not asked", "line", None)
