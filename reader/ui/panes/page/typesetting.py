"""Set an article on the page: fonts, sizes, spacing and measure by the kind of block."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reader.ui.looks.theme import SANS, SERIF, Theme, font
from reader.ui.panes.page.page import Page
from reader.ui.panes.page.reading_line import ABOVE, BELOW

BODY = 17
MEASURE = 66
"""Characters a line holds; 60-75 read best (Bringhurst, The Elements of Typographic Style, 2.1.2)."""
LEADING = 1.5
_SAMPLE = 400
_PERHAPS_BEYOND = bytes([*range(0xD4, 0xE2), *range(0xE3, 0xF5)])
"""The bytes with which such letters begin in UTF-8: quicker looked for, in a large text, than the letters."""
_BEYOND = "[\u0530-\u10ff\u1100-\u1cff\u2e80-\ud7ff\ufb13-\ufdff\ufe70-\uffdc\U00010800-\U0003ffff]"
"""Letters that are not Latin, Greek or Cyrillic; the pattern is compiled when a text may hold some: it takes 10 ms."""
_LEFTWARDS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
"""Blocks of the scripts that run from right to left (Unicode, DerivedBidiClass, defaults of R and AL)."""
_Formats = tuple[QTextBlockFormat, QTextCharFormat]
_HEADINGS = {1: 1.4, 2: 1.18, 3: 1.06}
_ROOM = ((22.0, 1.0), (17.0, 0.6), (0.0, 0.2))
"""Widths of a column in units of the body size, and how much of their looks headings and indented blocks keep from
there on: a long word of a heading must not be broken, and a headline must not fill the pane."""


class Style(NamedTuple):
    """How one kind of block looks; lengths are in units of the body size."""

    family: str = SERIF
    size: float = 1.0
    bold: bool = False
    italic: bool = False
    role: str = "ink"
    leading: float = LEADING
    before: float = 0.0
    after: float = 0.62
    indent: float = 0.0
    heading: bool = False
    right_to_left: bool = False


PARAGRAPH = Style()


def _heading(size: float) -> Style:
    return Style(SERIF, size, bold=True, heading=True, leading=1.25, before=0.75, after=0.45)


_STYLES: dict[tuple[str, int], Style] = {
    ("caption", 0): Style(SANS, 0.8, role="muted", leading=1.4, indent=1.0, after=0.75),
    ("quote", 0): Style(SERIF, 1.0, italic=True, indent=1.6),
    ("list", 0): Style(SERIF, 1.0, indent=1.2, after=0.35),
    ("byline", 0): Style(SANS, 0.82, role="muted", leading=1.4),
    ("boilerplate", 0): Style(SANS, 0.8, role="faint", leading=1.4, after=0.45),
    ("heading", 0): _heading(1.18),
    **{("heading", level): _heading(_HEADINGS.get(level, 1.0)) for level in range(1, 7)},
}


DIM = frozenset(kind for (kind, _), style in _STYLES.items() if style.role != "ink")
"""Kinds of blocks in fainter letters: captions, bylines and what does not belong to the article."""


def _may_go_beyond(words: str) -> bool:
    """Whether a text may hold letters that are not Latin, Greek or Cyrillic."""
    if words.isascii():
        return False
    data = words.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _PERHAPS_BEYOND)) < len(data)


def _suited(style: Style, words: str) -> Style:
    """The style for words of any script: laid out to the left where most letters run so, slanted where that is usual.

    Italics belong to Latin, Greek and Cyrillic; fonts of other scripts have none, and none may be found at all.
    """
    sample = words[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    leftwards = len(re.findall(_LEFTWARDS, sample))
    beyond = len(re.findall(_BEYOND, sample))
    slanted = style.italic and 2 * beyond <= letters
    return style._replace(right_to_left=2 * leftwards > letters, italic=slanted)


def column_width(pixels: int) -> int:
    """Pixels of a text column of the right measure at a body size."""
    metrics = QFontMetricsF(font(SERIF, pixels))
    sample = "the quick brown fox jumps over it, then reads on and rests a while"
    return round(metrics.horizontalAdvance(sample) / len(sample) * MEASURE)


def strength_in(width: float, pixels: int) -> float:
    """How much of their indents, and of the difference of their size from the body's, blocks keep in a column."""
    return next(strength for room, strength in _ROOM if width >= room * pixels)


def typeset(document: QTextDocument, page: Page, theme: Theme, pixels: int, strength: float = 1.0) -> None:
    """Give every block of a document that holds `page.words` the look of its kind, at a body size in pixels.

    One format for the body, then one step for each run of other blocks: an article of 1 MB takes some 15 ms.
    """
    document.setDefaultFont(font(SERIF, pixels))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    _apply(cursor, _formats(PARAGRAPH, theme, pixels))
    _set_runs(cursor, page, theme, pixels, strength, lambda style: style is not PARAGRAPH)
    cursor.endEditBlock()
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(ABOVE)
    frame.setBottomMargin(BELOW)
    document.rootFrame().setFrameFormat(frame)


def suit_column(document: QTextDocument, page: Page, theme: Theme, pixels: int, strength: float) -> None:
    """Set headings and indented blocks of a document that is set already anew, for a column of another width."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _set_runs(cursor, page, theme, pixels, strength, lambda style: bool(style.heading or style.indent))
    cursor.endEditBlock()


def _styles(page: Page, strength: float) -> list[Style]:
    styles = [_STYLES.get((block.kind, block.level), PARAGRAPH) for block in page.blocks]
    if _may_go_beyond(page.words) and re.search(_BEYOND, page.words):
        styles = [_suited(style, words) for style, words in zip(styles, page.words.split("\n"), strict=True)]
    for n in page.broken:
        styles[n] = styles[n]._replace(after=0.0)
    if strength < 1:
        styles = [s if s is PARAGRAPH else _lessened(s, strength) for s in styles]
    return styles


def _lessened(style: Style, strength: float) -> Style:
    size = 1 + (style.size - 1) * strength if style.heading else style.size
    return style._replace(size=size, indent=style.indent * strength)


def _set_runs(
    cursor: QTextCursor, page: Page, theme: Theme, pixels: int, strength: float, wanted: Callable[[Style], bool]
) -> None:
    """Set each run of blocks of one style, where that is `wanted`."""
    document, first = cursor.document(), 0
    made: dict[Style, _Formats] = {}
    for style, run in groupby(_styles(page, strength)):
        last = first + len(list(run)) - 1
        if wanted(style):
            end = document.findBlockByNumber(last)
            cursor.setPosition(document.findBlockByNumber(first).position())
            cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            if style not in made:
                made[style] = _formats(style, theme, pixels)
            _apply(cursor, made[style])
        first = last + 1


def _apply(cursor: QTextCursor, formats: _Formats) -> None:
    cursor.setBlockFormat(formats[0])
    cursor.setCharFormat(formats[1])


def _formats(style: Style, theme: Theme, pixels: int) -> _Formats:
    """What Qt is to be told of a style."""
    face = font(style.family, style.size * pixels, bold=style.bold, italic=style.italic)
    natural = QFontMetricsF(face).height()
    height = 100.0 * style.leading * face.pixelSize() / natural
    block = QTextBlockFormat()
    block.setLineHeight(height, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
    block.setTopMargin(style.before * pixels)
    block.setBottomMargin(style.after * pixels)
    block.setLeftMargin(style.indent * pixels)
    block.setRightMargin(style.indent * pixels if style.indent >= 1 else 0)
    # Said outright: Qt goes by the first letter, and lays out a Hebrew paragraph that begins with a Latin name wrong.
    direction = Qt.LayoutDirection.RightToLeft if style.right_to_left else Qt.LayoutDirection.LeftToRight
    block.setLayoutDirection(direction)
    look = QTextCharFormat()
    if style is not PARAGRAPH:
        look.setFont(face)
    look.setForeground(theme.colour(style.role))
    return block, look
