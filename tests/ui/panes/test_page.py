"""The page: positions there and back, odd characters, very long lines, right-to-left; lines and heights."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.text import Article, Span
from reader.ui.looks.theme import load_theme
from reader.ui.panes.page.page import Page
from reader.ui.panes.page.reading_line import height_at, value_at
from reader.ui.panes.page.text_view import TextView

ODD = "\0\r\n\n\x0b\x85\u2028\u2029\ufdd0\ufffc\ud800 a🙂\u0301שלום.\tx\n"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(ODD + "bcd"), max_size=60))
def test_any_text_keeps_its_offsets(text: str) -> None:
    page = Page(Article.from_text(text))
    document = QTextDocument()
    document.setPlainText(page.words)
    assert document.blockCount() == len(page.blocks)
    for n, block in enumerate(page.blocks):
        assert document.findBlockByNumber(n).position() == page.to_document(block.span.start)
        for position in range(block.span.start, block.span.end):
            assert page.to_article(page.to_document(position)) == position


def test_emoji_before_a_number() -> None:
    article = Article.from_text("First.\n\nSo 🙂🙂 he paid 1,240 crowns.")
    page = Page(article)
    at = article.text.index("1,240")
    assert page.words.encode("utf-16-le")[2 * page.to_document(at) :].decode("utf-16-le").startswith("1,240")


def test_a_very_long_line_is_broken_at_blanks() -> None:
    article = Article.from_text("word " * 20_000)
    page = Page(article)
    assert len(page.blocks) > 4
    assert max(len(b.span) for b in page.blocks) <= 20_000
    assert page.broken == set(range(len(page.blocks) - 1))
    assert all(page.to_article(page.to_document(p)) == p for p in range(0, 99_000, 977) if article.text[p] != " ")


def shown(qtbot: QtBot, text: str, width: int = 500) -> TextView:
    view = TextView(load_theme("light"))
    qtbot.addWidget(view)
    view.show_article(Article.from_text(text))
    view.resize(width, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_heights_and_places_are_inverse(qtbot: QtBot) -> None:
    view = shown(qtbot, "\n\n".join(f"Paragraph {n} goes on for a while, and then it ends. " * 6 for n in range(30)))
    heights = [view.lines.height_of(place) for place in range(0, view.page.length, 53)]
    assert heights == sorted(heights)
    for place in range(0, view.page.length, 53):
        assert view.lines.place_at(view.lines.height_of(place)) == pytest.approx(place, abs=0.5)


def test_the_pointer_finds_the_letter_it_is_on(qtbot: QtBot) -> None:
    text = "A plain line with 🙂 an emoji.\n\nשלום לכולם, זה 1,240 בדיוק.\n\nالسلام عليكم في البيت."
    view = shown(qtbot, text)
    for position, letter in enumerate(text):
        if letter.strip() and letter not in "🙂,.":
            box = view.box_of(Span(position, position + 1))
            assert box.width() > 0 or letter in "لا"
            if box.width() > 3 and position < text.index("ש"):
                assert view.position_at(box.center()) == position
    number = Span(text.index("1,240"), text.index("1,240") + 5)
    assert number.start <= view.position_at(view.box_of(number).center()) < number.end


@pytest.mark.parametrize("rise", range(0, 30, 3))
def test_words_are_selected_at_any_height_also_between_two_lines(qtbot: QtBot, rise: int) -> None:
    text = "\n\n".join("The ferry left the harbour late and came back in the fog of the evening. " * 4 for _ in "ab")
    view = shown(qtbot, text)
    view.put(0)
    *_, last = view.lines.block(0).starts
    assert view.lines.block(0).end - last > 12, "the last line has words as well"
    middle = view.lines.block(0).tops[1] + rise
    for y in (middle, view.lines.block(1).tops[0] - rise):
        start, end = QPoint(25, round(y)), QPoint(90, round(y))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        moved = QPointF(end), QPointF(view.viewport().mapToGlobal(end))
        buttons = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(view.viewport(), QMouseEvent(QEvent.Type.MouseMove, *moved, *buttons))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
        selected = view.selected_span()
        assert selected is not None and 3 < len(selected) < 20 and "\n" not in selected.of(text)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 10))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_faint_words_are_framed_where_others_lie_on_a_fill(qtbot: QtBot, theme: str) -> None:
    """Fills are made for ink: on them captions, bylines and boilerplate would fall below the contrast of AA."""
    article = Article.from_text("The ferry came late.\n\nA ferry in the fog.\n\nRead our ferry news.")
    kinds = zip(article.blocks, ("paragraph", "caption", "boilerplate"), strict=True)
    view = TextView(load_theme(theme))
    qtbot.addWidget(view)
    view.show_article(replace(article, blocks=tuple(replace(block, kind=kind) for block, kind in kinds)))
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    spans = [Span(found.start(), found.end()) for found in re.finditer("ferry", article.text)]
    view.layers.set_found(spans)
    image = view.viewport().grab().toImage()

    def painted(span: Span, colour: QColor) -> bool:
        box = view.box_of(span).adjusted(-3, -3, 3, 3)
        rows = range(box.top(), box.bottom())
        return any(image.pixelColor(x, y) == colour for x in range(box.left(), box.right()) for y in rows)

    assert [painted(span, view.brushes.find.colour) for span in spans] == [True, False, False]
    assert [painted(span, view.brushes.find.edge) for span in spans] == [False, True, True]


@pytest.mark.parametrize("words", ["Stella Nova Maria ", "מריה נובה סטלה "])
def test_what_goes_on_in_the_next_line_ends_with_its_last_word(qtbot: QtBot, words: str) -> None:
    view = shown(qtbot, words * 20)
    ends = view.lines.block(0).starts[1]
    boxes, _ = view.lines.rects(0, Span(ends - 8, ends + 4))
    whole, _ = view.lines.rects(0, Span(ends - 8, ends - 1))
    assert len(boxes) == 2 and len(whole) == 1
    for edge in ("left", "right"):
        assert getattr(boxes[0], edge)() == pytest.approx(getattr(whole[0], edge)(), abs=1.5)


def test_right_to_left_text_stands_on_the_right(qtbot: QtBot) -> None:
    view = shown(qtbot, "שלום לכולם.\n\nA line from the left.")
    right = view.box_of(Span(0, 4))
    assert right.right() > view.viewport().width() - 30
    assert view.box_of(Span(13, 14)).left() < 10


@given(st.floats(0, 5000), st.floats(100, 1200), st.one_of(st.none(), st.floats(0, 5000)))
def test_reading_line_is_invertible(value: float, view: float, maximum: float | None) -> None:
    value = min(value, maximum) if maximum is not None else value
    if maximum is None or maximum > 1:
        assert value_at(height_at(value, view, maximum), view, maximum) == pytest.approx(value, abs=1e-3)
    middle = maximum is None or view < value < maximum - view
    if middle and value > view:
        assert height_at(value, view, maximum) == pytest.approx(value + view / 3)


def heading_pixels(view: TextView) -> int:
    return view.document().begin().begin().fragment().charFormat().font().pixelSize()


def test_headings_suit_the_width_of_the_pane_once_a_resize_is_over(qtbot: QtBot) -> None:
    story = "\n\n".join(f"The water came in night {n}, and nobody was warned. " * 9 for n in range(30))
    view = shown(qtbot, f"Thousands evacuated\n\n{story}")
    view.resize(700, 500)
    qtbot.waitUntil(lambda: heading_pixels(view) == 24)
    view.verticalScrollBar().setValue(1500)
    place = view.reading_place()
    value = view.verticalScrollBar().value()
    for width, pixels in ((380, 21), (260, 18), (700, 24)):
        view.resize(width, 500)
        qtbot.waitUntil(lambda pixels=pixels: heading_pixels(view) == pixels)
        assert view.reading_place() == place
        top, bottom = view.lines.line_of(int(place))
        assert top - 1 <= view.reading_height() <= bottom + 1
    assert view.verticalScrollBar().value() == value


# Words that a box must cover exactly, and a text whose letters beside them run the other way.
BIDI = [
    ("وأضاف أن 4200 من السكان", "4200"), ("وأضاف أن 4200 من السكان", "42"), ("وأضاف أن 4200 من السكان", "4"),
    ("يوم 14 مارس 2025", "2025"), ("إن 7 من الناس", "7"), ("سد Tamrin في شمال", "Tamrin"),
    ("He said שלום to all", "שלום"), ("He said ש to all", "ש"), ("قال 1,240 كَتَبَ", "1,240"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), BIDI)
def test_words_of_another_direction_are_boxed_whole(qtbot: QtBot, text: str, words: str) -> None:
    view = shown(qtbot, text)
    at = text.index(words)
    boxes = view.lines.rects(0, Span(at, at + len(words)))[0]
    assert len(boxes) == 1
    wide = QFontMetricsF(view.document().defaultFont()).horizontalAdvance(words)
    assert boxes[0].width() == pytest.approx(wide, abs=1.5)
    around = [view.lines.rects(0, Span(n, n + 1))[0] for n in range(len(text)) if not at <= n < at + len(words)]
    assert all(not box.adjusted(0.6, 0, -0.6, 0).intersects(boxes[0]) for held in around for box in held)
