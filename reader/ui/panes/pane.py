"""One source in the desk: its head, its page, the chips in its margin and its overview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.notes import Note, Project, Source
from reader.stepping import Steps, at_once
from reader.text import Span
from reader.ui.background.turns import Turns
from reader.ui.looks.theme import Theme
from reader.ui.lookup.comparison_index import ROLE_OF, ComparisonIndex
from reader.ui.lookup.span_index import SpanIndex
from reader.ui.panes.header import PaneHeader
from reader.ui.panes.page.margin import Chip, Margin
from reader.ui.panes.page.overview import Overview, Strip
from reader.ui.panes.page.reading_line import place_in
from reader.ui.panes.page.text_view import TextView
from reader.ui.word_count import MANY, counting_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_EXACT = 400_000
"""Code points up to which the overview follows the exact heights of the lines."""
FLASH = 1100
"""Milliseconds that a passage stays lit after a jump."""


class _Parts:
    """What a pane consists of."""

    def __init__(self, pane: Pane) -> None:
        self.header = PaneHeader(pane.theme, pane)
        self.view = TextView(pane.theme, pane)
        self.overview = Overview(pane.theme, pane.strips, self.view)
        self.view.setVerticalScrollBar(self.overview)
        self.margin = Margin(self.view)
        self.rows = QVBoxLayout(pane)


class Pane(QFrame):
    """A source on the desk; an empty frame until it is filled, which is done at the latest when a part is asked for.

    Signals: `activated()`: the reader turned to it; `filled()`: it has its parts, which nobody has touched yet.
    """

    activated = Signal()
    filled = Signal()

    def __init__(self, source: Source, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.source = theme, source
        self._parts: _Parts | None = None
        self._place = 0.0
        self._words: int | None = None
        self._counting = Turns(self)
        self.setMinimumWidth(200)
        self._unflash = QTimer(self, singleShot=True, interval=FLASH)
        self._unflash.timeout.connect(lambda: self._set_flash(None))

    @property
    def empty(self) -> bool:
        """Whether it has not been filled yet."""
        return self._parts is None

    def fill(self) -> _Parts:
        """Make the head, the page, the margin and the overview, if they are not there."""
        if self._parts is not None:
            return self._parts
        self._parts = parts = _Parts(self)
        rows = parts.rows
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(parts.header)
        rows.addWidget(parts.view, 1)
        parts.header.fit_height(self.height())
        parts.header.show()  # in a frame that is seen already, parts come hidden
        parts.view.show()
        if self.isVisible():
            rows.activate()  # the page is set once, in its measure
            parts.view.fit_column(self.width())
        parts.view.touched.connect(self.activated)
        parts.view.laid_out.connect(parts.overview.refresh)
        parts.view.show_article(self.source.article, self._place)
        self.filled.emit()
        return parts

    @property
    def header(self) -> PaneHeader:
        return self.fill().header

    @property
    def view(self) -> TextView:
        return self.fill().view

    @property
    def overview(self) -> Overview:
        return self.fill().overview

    @property
    def margin(self) -> Margin:
        return self.fill().margin

    def reading_place(self) -> float:
        """The place at the reading line, or that will be there."""
        return self._place if self.empty else self.view.reading_place()

    def hold(self, place: float) -> None:
        """Put a place at the reading line, now or when the pane is filled."""
        if self.empty:
            self._place = place
        else:
            self.view.hold(place)

    @property
    def key(self) -> str:
        """The key of the article it shows."""
        return self.source.key

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.theme = theme
        if not self.empty:
            self.header.set_theme(theme)
            self.view.set_theme(theme)
            self.overview.set_theme(theme)
        self.update()

    def show_source(self, project: Project, source: Source, letter: str) -> None:
        """Show what the project now says of the source, and its text if that is another."""
        if source.article.text != self.source.article.text or source.article.blocks != self.source.article.blocks:
            self._place = place_in(source.article.text, self.source.article.text, self.reading_place())
            if not self.empty:
                self.view.show_article(source.article, self._place)
            self._words = None
            self._counting.stop()
        self.source = source
        if self.empty:
            return
        if self._words is None and not self._counting.busy:
            self._count_words(source.article.text)
        self.header.show_source(project, source, letter, self._words)
        self.view.setAccessibleName(f"Source {letter}: {source.title}")
        self.overview.setAccessibleName(f"Overview of source {letter}")

    def _count_words(self, text: str) -> None:
        if len(text) < MANY:
            at_once(self._count(text))
        else:
            self._counting.take(self._count(text), lambda: self.header.show_words(self._words))

    def _count(self, text: str) -> Steps[None]:
        yield  # the text is shown first
        self._words = yield from counting_words(text)

    def show_comparison(self, index: ComparisonIndex) -> None:
        """Mark what an analysis found, if it was of this very text."""
        marks = index.sources.get(self.key)
        fits = marks is not None and marks.compared.article.text == self.source.article.text
        self.view.layers.set_comparison(index if fits else None, marks if fits else None)
        self.redraw()

    def show_notes(self, placed: Sequence[tuple[Span, Note]], pins: Sequence[Chip]) -> None:
        """Show the notes, and the pins of matches: chips in the margin, washes behind the words."""
        self.view.layers.set_notes([span for span, _ in placed])
        self.margin.show_notes(placed, pins)
        self.header.show_notes(len({note.id for _, note in placed}))
        self.redraw()

    def redraw(self) -> None:
        """Marks have changed: paint them and draw the overview anew."""
        self.view.viewport().update()
        self.overview.refresh()

    def flash(self, span: Span) -> None:
        """Light a passage for a moment."""
        self._set_flash(span)
        self._unflash.start()

    def _set_flash(self, span: Span | None) -> None:
        self.view.layers.flash = span
        self.view.viewport().update()

    def strips(self, rows: int) -> Iterator[Strip]:
        """What the overview shows, lowest first."""
        layers, theme = self.view.layers, self.theme
        places = self._places(rows)

        def rows_of(index: SpanIndex) -> list[int]:
            return [n for n in range(rows) if index.touches(places[n], max(places[n] + 1, places[n + 1]))]

        roles = dict.fromkeys(ROLE_OF[kind] for kind in ROLE_OF if kind in layers.shown)
        if layers.marks is not None:
            for n, role in enumerate(roles):
                if role != "quotation" and (held := layers.marks.by_role.get(role)) is not None:
                    left = 0.12 + 0.1 * n
                    colour = theme.blend(role, "paper", 0.8)
                    yield Strip(colour, rows_of(held), left, left + 0.3)
            yield Strip(theme.colour("differ"), rows_of(layers.differing), 0.0, 1.0)
        yield Strip(theme.colour("accent"), rows_of(layers.chosen), 0.0, 0.55)
        if "note" in layers.shown:
            yield Strip(theme.colour("note_edge"), rows_of(layers.notes), 0.0, 0.4)
        yield Strip(theme.colour("flash"), rows_of(layers.found), 0.4, 1.0)

    def _places(self, rows: int) -> list[int]:
        """The code points at `rows` + 1 evenly spaced heights of the text."""
        length, lines = self.view.page.length, self.view.lines
        if length > _EXACT or not lines.complete:
            return [round(length * n / max(1, rows)) for n in range(rows + 1)]
        height = self.overview.maximum() + self.overview.pageStep()
        return [int(lines.place_at(height * n / max(1, rows))) for n in range(rows)] + [length]

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self.empty:
            self.header.fit_height(self.height())
            self.fill().rows.activate()  # so that the text below has its height at once
            self.view.fit_column(self.width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.empty:
            QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))
