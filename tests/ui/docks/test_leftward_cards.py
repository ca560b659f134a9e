"""Words of a script that is written from right to left stand in its order on cards and in headers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter

from reader.ui.docks.cards.painting import CardFonts, CardPainter
from reader.ui.looks.elided_label import ElidedLabel
from reader.ui.looks.theme import load_theme

TITLE = "غرق العبّارة قبالة الميناء مساء الثلاثاء"


@pytest.fixture
def drawn(qapp):
    """A painter of cards on a picture, and the place and words of each line it was told to draw."""
    picture = QImage(400, 40, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    card = CardPainter(painter, CardFonts.of(QFont()), load_theme("light"))
    lines: list[tuple[float, str, Qt.LayoutDirection]] = []
    card.line = lambda x, _top, text, *_: lines.append((x, text, painter.layoutDirection()))  # type: ignore
    yield card, lines
    painter.end()


@pytest.mark.parametrize(
    "parts, order",
    [(("وقُتل ", "23 شخصًا", " في الميناء"), [2, 1, 0]), (("Some ", "23 people", " were killed"), [0, 1, 2])],
)
def test_words_and_their_context_follow_one_another_as_they_are_read(drawn, parts, order):
    card, lines = drawn
    card.words(0.0, 0.0, 400.0, parts)
    assert [text for _, text, _ in sorted(lines)] == [parts[number] for number in order]
    leftward = order[0] > 0
    assert [way == Qt.LayoutDirection.RightToLeft for _, _, way in lines] == [leftward] * 3


@pytest.mark.parametrize("words, at_left", [(TITLE, True), ("The ferry sank off the port on Tuesday evening", False)])
def test_the_ellipsis_stands_where_the_words_end(qtbot, words, at_left):
    label = ElidedLabel(words)
    qtbot.addWidget(label)
    label.setStyleSheet("background: white; color: black")
    font = QFont()
    font.setPixelSize(40)
    label.setFont(font)
    label.resize(400, 80)
    assert label.shown_words().endswith("…")
    picture = label.grab().toImage()
    inked = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < 128
    ]
    edge = min(x for x, _ in inked) if at_left else max(x for x, _ in inked)
    heights = [y for x, y in inked if abs(x - edge) < 25]
    assert max(heights) - min(heights) < 10, "dots, not letters"
