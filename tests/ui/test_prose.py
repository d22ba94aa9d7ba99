"""Text that wraps: as high as its letters, marked where its words stand, laid out once for a width."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage

from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widgets.prose import Mark, Prose

DEEP = "gjpqy (Égy) gjpqy"


def ink_below(prose: Prose, width: int, height: int) -> int:
    """The lowest row with something painted in it, where there is as much room as one may want."""
    prose.resize(width, height + 60)
    image = QImage(prose.size(), QImage.Format.Format_ARGB32)
    image.fill(0)
    prose.render(image, renderFlags=Prose.RenderFlag.DrawChildren)
    return max(y for y in range(image.height()) if any(image.pixel(x, y) for x in range(image.width())))


@pytest.mark.parametrize("role", list(TYPE))
def test_no_letter_reaches_below_its_own_height(theme: Theme, qtbot: Any, role: str) -> None:
    for scale in (1.0, 1.5, 2.0):
        theme.set_scale(scale)
        prose = Prose(DEEP, role)
        qtbot.addWidget(prose)
        for width in (prose.ideal(), prose.ideal() // 2):
            height = prose.heightForWidth(width)
            assert ink_below(prose, width, height) < height


def test_a_mark_stands_on_its_words_after_an_emoji(theme: Theme, qtbot: Any) -> None:
    said, emoji = "here it costs", "\U0001f680\U0001f680 "
    prose, plain = Prose(emoji + said, marks=[Mark(11, 5, "brick")]), Prose(said)
    for each in (prose, plain):
        qtbot.addWidget(each)
        each.resize(600, 40)
    lead = prose.rects_for(0, len(emoji))[0].width()
    found, wanted = prose.rects_for(len(emoji) + 8, 5)[0], plain.rects_for(8, 5)[0]
    assert found.width() == pytest.approx(wanted.width(), abs=0.6)
    assert found.left() - lead == pytest.approx(wanted.left(), abs=0.6)


def test_words_are_looked_for_at_the_width_that_is_shown(theme: Theme, qtbot: Any) -> None:
    text = "one two three four five six seven eight nine ten"
    prose = Prose(text)
    qtbot.addWidget(prose)
    prose.resize(120, 200)
    before = prose.rects_for(0, len(text))
    prose.heightForWidth(2000)
    prose.heightForWidth(80)
    assert prose.rects_for(0, len(text)) == before


def test_heights_follow_width_text_and_size(theme: Theme, qtbot: Any) -> None:
    prose = Prose("one two three four five six seven eight nine ten")
    qtbot.addWidget(prose)
    narrow, wide = prose.heightForWidth(120), prose.heightForWidth(2000)
    assert narrow > prose.heightForWidth(200) > wide
    assert prose.heightForWidth(120) == narrow
    prose.setText("one")
    assert prose.heightForWidth(120) == wide
    theme.set_scale(2.0)
    prose.restyle()
    assert prose.heightForWidth(2000) > wide
