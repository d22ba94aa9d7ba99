"""How this is judged: every check with what counts, what the judge saw, and the arithmetic. A page in place, with Back."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rehearse.conversation import Mode
from rehearse.review.agreement import Agreement
from rehearse.review.types import Mark, Review
from rehearse.rubrics import Check, Criterion, Rubric
from ui.review import words
from ui.review.agreeing import AgreementCard
from ui.review.marking import Marking
from ui.review.own_mark import MarkBox
from ui.review.seen import Seen
from ui.review.side_page import SidePage
from ui.widgets.card import Card
from ui.widgets.layouts import Item, hbox
from ui.widgets.plain import visible
from ui.widgets.text import Text

_MOST_OFF = 15  # points that red flags take off together (DESIGN 7.3)


class Judged(SidePage):
    """Every check of this rubric with what the judge made of it."""

    def __init__(self, seen: Seen, rubric: Rubric | None, marking: Marking | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review, self._marking = seen.review, marking
        self.agreement = AgreementCard()
        self.agreement.hide()
        review = seen.review
        rows: list[Item] = [
            Text("How this is judged", "h1"),
            Text("Yes-or-no checks only. A yes needs words that you said; what is not shown does not count.", "talk", "muted"),
            6,
            self._saw(review, rubric),
        ]
        if review.judged:
            rows.append(self._arithmetic(review))
        rows.append(self.agreement)
        if rubric is None:
            rows.append(
                Text("The file with these checks is not here any more. The questions stand in the review.", "body", "muted")
            )
        else:
            mode: Mode = review.mode or seen.meeting.setting.moved_by
            rows += [6, Text("Every check", "h2"), *(self._criterion(c) for c in rubric.applying(mode))]
        self.lay_column("How this is judged", rows)

    def _saw(self, review: Review, rubric: Rubric | None) -> Card:
        by = review.judge
        card = Card("surface", 14, 1, "line", pad=16)
        card.box.set_space(spacing=4)
        who = f"{words.judge(by)}." if review.judged else "Not judged yet."
        if review.judged and by.kind == "model" and by.runs > 1:
            who += f" It was asked {by.runs} times; a check on which the runs differ is unsure."
        name = f"Checks: {visible(rubric.title if rubric else review.rubric_id)}, version {visible(review.rubric_hash[:12])}."
        if rubric is not None and rubric.hash and rubric.hash != review.rubric_hash:
            name += " The file has changed since; below it stands as it is now."
        card.box.add(
            Text("What the judge saw", "title"),
            Text(who, "body"),
            Text(
                "It saw the lines of this take without names, the facts you may use and what this person is known to care about.",
                "body",
            ),
            Text("It did not see what was withheld, where they stand, or any other meeting.", "body"),
            Text("Where they stand and what they decided comes from the meeting itself, never from the judge.", "body"),
            Text(name, "caption", "subtle"),
        )
        if by.instructions:
            card.box.add(Text(f"Instructions to the judge: version {visible(by.instructions)}.", "caption", "subtle"))
        return card

    def _arithmetic(self, review: Review) -> Card:
        card = Card("surface", 14, 1, "line", pad=16)
        card.box.set_space(spacing=4)
        self.total = Text(f"{review.total} of 100", "num", "text", wrap=False)
        card.box.add(hbox((Text("The total", "title", wrap=False), 1), self.total))
        card.box.add(Text("Each criterion gives its weight times the share of its checks that were passed.", "body", "muted"))
        counted = [c for c in review.criteria if c.applicable]
        shares = {c.id: c.weight * c.passed / c.applicable for c in counted}
        shown = dict(zip(shares, adding_up(list(shares.values())), strict=True))
        for score in review.criteria:
            if score.applicable:
                sum_ = f"{_number(score.weight)} × {score.passed} of {score.applicable} = {_number(shown[score.id])}"
            else:
                sum_ = "does not apply"
            card.box.add(hbox((Text(visible(score.title), "body"), 1), Text(sum_, "num", "muted", wrap=False)))
        got = sum(shares.values())
        whole = sum(c.weight for c in counted)
        off = min(_MOST_OFF, -sum(f.points for f in review.red_flags))
        for flag in review.red_flags:
            points_off = Text(f"{flag.points}", "num", "brick_text", wrap=False)
            card.box.add(hbox((Text(f"Red flag: {words.flag(flag.kind).lower()}", "body"), 1), points_off))
        line = f"Together {_number(sum(shown.values()))} of {_number(whole)} points" if whole else "Nothing applied"
        if off and whole not in (0, 100):
            line += f": {_number(100 * got / whole)}"
        if off:
            line += f", less {off} for red flags"
        card.box.add(Text(f"{line}: {review.total} of 100.", "body"))
        return card

    def _criterion(self, criterion: Criterion) -> Card:
        card = Card("surface", 14, 1, "line", pad=16)
        card.box.add(Text(visible(criterion.title), "title"))
        if criterion.source == "ledger":
            card.box.add(Text("Filled from what became of the objections, not by the judge.", "caption", "subtle"))
        for check in criterion.checks:
            card.box.add(*self._check(check))
            mark = self._review.mark(criterion.id, check.id)
            if mark is not None:
                card.box.add(*self._marks(mark))
        return card

    def _marks(self, mark: Mark) -> tuple[Item, ...]:
        """What the judge says of a check, and a place for one's own word."""
        judge = Text(f"The judge: {words.verdict(mark)[:1].lower()}{words.verdict(mark)[1:]}.", "caption", "subtle")
        return (judge, MarkBox(mark, self._marking)) if self._marking is not None else (judge,)

    def show_agreement(self, found: Sequence[Agreement]) -> None:
        """How far one's own marks and the judge's verdicts agree, over all reviews."""
        self.agreement.tell(found)
        self.agreement.show()

    def _check(self, check: Check) -> tuple[Item, ...]:
        said = (
            ("Counts", check.counts),
            ("Does not count", check.does_not),
            ("As in", f"“{check.example}”" if check.example else ""),
            ("Not", f"“{check.not_example}”" if check.not_example else ""),
        )
        rows = [Text(f"{name}: {visible(text)}", "body", "muted") for name, text in said if text]
        return (4, Text(visible(check.question), "bodyb"), *rows)


def adding_up(values: Sequence[float]) -> list[float]:
    """The values in tenths, so that they add up to their sum in tenths: those nearest to the next tenth are rounded up."""
    tenths = [10 * v for v in values]
    found = [math.floor(t + 1e-9) for t in tenths]
    missing = round(sum(tenths)) - sum(found)
    for at in sorted(range(len(tenths)), key=lambda i: found[i] - tenths[i])[:missing]:
        found[at] += 1
    return [n / 10 for n in found]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
