"""A read-only page that keeps its reading line: where places stand, and how it is scrolled and laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QPixmap, QResizeEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import QFrame, QScrollBar, QTextEdit, QWidget

from reader.text import Article
from reader.ui.looks.theme import Theme
from reader.ui.panes.page.laying import SOON, Laying
from reader.ui.panes.page.lines import Lines
from reader.ui.panes.page.page import Page
from reader.ui.panes.page.painting import Brushes
from reader.ui.panes.page.reading_line import height_at, value_at
from reader.ui.panes.page.typesetting import BODY, column_width, strength_in, suit_column, typeset

MARGIN, RIGHT = 40, 18
NARROW, NARROW_MARGIN, NARROW_RIGHT = 340, 31, 9
"""Pixels left of the text for note chips and pins, and right of it; less where a pane is narrow."""
_LONG = 20_000
"""Code points that fill any screen, so that there is something to scroll."""


class PageView(QTextEdit):
    """An article set on a page; places are code points of the article, heights pixels of the document.

    When a long text is laid out anew, it comes back to its reading line once the lines up to there have their places;
    while it is `returning` a picture of what was seen stands there, unless somebody asks where something is.

    Signals: `scrolled()` when the reader moved it (not when it was placed by `put`); `laid_out()` when lines moved.
    """

    scrolled = Signal()
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.pixels = theme, BODY
        self._placing = False
        self._strength = 1.0
        self.margin = MARGIN
        self._held: float | None = 0.0
        self.returning = False
        self.picture = QPixmap()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Asked for it by viewport() first, Qt for Python makes all classes of widgets that there are, to find its own.
        self._paper = self.findChild(QWidget, "qt_scrollarea_viewport")
        self.viewport().setAutoFillBackground(False)
        self._settle = QTimer(self, singleShot=True, interval=60)
        self._settle.timeout.connect(self._come_to_rest)
        self._colour()
        self._mixed = theme, BODY, self.devicePixelRatioF()
        self.brushes = Brushes(*self._mixed)
        self.page = Page(Article(""))
        self.lines = Lines(self.document(), self.page)
        self._laying = Laying(self.document(), self)
        self._laying.went_on.connect(self._look_for_held)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    def setVerticalScrollBar(self, bar: QScrollBar) -> None:
        super().setVerticalScrollBar(bar)
        bar.valueChanged.connect(self._moved)

    def show_article(self, article: Article, place: float = 0.0) -> None:
        """Set another article on the page, with that place of it at the reading line."""
        self.page = Page(article)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if self.page.length > _LONG else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)  # else Qt sees only after a first layout that a second is needed
        self.picture = QPixmap()
        self._held, self._placing = 0.0, True  # a resize meanwhile must not look into lines not known yet
        self.setPlainText(self.page.words)
        self._typeset()
        self._placing = False
        self.hold(place)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.theme = theme
        self._colour()
        self._reset()

    def set_pixels(self, pixels: int) -> None:
        """Set the text at another body size."""
        self.pixels = pixels
        self._reset()
        self.fit_column(self.width())

    def _reset(self) -> None:
        """Set the page anew; the reading line keeps its place."""
        self._hold_on()
        self._placing = True
        self._typeset()
        self._placing = False
        self._return_to_held()

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Window, self.theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Highlight, self.theme.colour("selection"))
        faded = self.theme.blend("selection", "paper", 0.5)  # where the keyboard is not
        palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, faded)
        palette.setColor(QPalette.ColorRole.HighlightedText, self.theme.colour("ink"))
        self.setPalette(palette)

    def _typeset(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._mixed != (self.theme, self.pixels, ratio):
            self._mixed = self.theme, self.pixels, ratio
            self.brushes = Brushes(*self._mixed)
        # Scrolling then paints only what is new; pixels that are not whole ones of the screen cannot be moved.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ratio.is_integer())
        typeset(self.document(), self.page, self.theme, self.pixels, self._strength)
        self.lines = Lines(self.document(), self.page)
        self.laid_out.emit()
        self.viewport().update()

    def fit_column(self, width: int) -> None:
        """Give the text the measure of a page within a view of `width` pixels, with room for chips on its left."""
        room = width - self.verticalScrollBar().sizeHint().width()
        self.margin, right = (NARROW_MARGIN, NARROW_RIGHT) if width < NARROW else (MARGIN, RIGHT)
        spare = max(0, room - self.margin - right - column_width(self.pixels))
        self.setViewportMargins(self.margin + spare // 2, 0, max(right, spare - spare // 2), 0)

    def _come_to_rest(self) -> None:
        """A resize is over: set headings and indents as large as the column allows, the reading line in its place."""
        strength = strength_in(self.viewport().width(), self.pixels)
        if strength != self._strength:
            self._strength = strength
            if any(block.kind != "paragraph" for block in self.page.blocks):
                self._hold_on()
                self._placing = True
                suit_column(self.document(), self.page, self.theme, self.pixels, strength)
                self._placing = False
                self.lines.forget()
        self._return_to_held()
        self.laid_out.emit()

    def _maximum(self) -> int | None:
        """The largest scroll value, None while the text is not wholly laid out."""
        if not self.lines.complete:
            return None
        return max(0, round(self.document().documentLayout().documentSize().height()) - self.viewport().height())

    def reading_height(self) -> float:
        """The document height at the reading line."""
        self.settle()
        return self.height_for(self.verticalScrollBar().value())

    def height_for(self, value: float) -> float:
        """The document height at the reading line when scrolled to `value`."""
        return height_at(value, self.viewport().height(), self._maximum())

    def value_for(self, height: float) -> float:
        """The scroll value that puts a document height at the reading line."""
        return value_at(height, self.viewport().height(), self._maximum())

    def reading_place(self) -> float:
        """The place at the reading line; the same after a resize, until the reader scrolls."""
        return self._held if self._held is not None else self.lines.place_at(self.reading_height())

    def visible_places(self) -> tuple[float, float]:
        """The places at the top and the bottom of the view."""
        self.settle()
        return self.lines.between(top := self.verticalScrollBar().value(), top + self.viewport().height())

    def put(self, value: float) -> None:
        """Scroll to a value without being taken for the reader; lays out as much as that needs."""
        self.returning = False
        bar = self.verticalScrollBar()
        self._placing = True
        if value > bar.maximum():  # Qt tells the bar how long the text is only later, from the event loop
            height = self.viewport().height()
            reached = self.lines.lay_out_to(value + height, bar.maximum())
            end = self._maximum()
            bar.setMaximum(max(bar.maximum(), round(reached) - height if end is None else end))
        bar.setValue(round(value))
        self._placing = False
        self._held = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._held is None and event.oldSize().height() > 0:
            bar = self.verticalScrollBar()
            old = height_at(bar.value(), event.oldSize().height(), self._maximum())
            self._held = self.lines.place_at(old)
        self._placing = True
        if self._held is not None and event.size().width() != event.oldSize().width() and self._hold_on():
            self.returning = True
            self.verticalScrollBar().setValue(0)  # Qt lays out as far as to the present value
        super().resizeEvent(event)
        self._placing = False
        self.lines.forget()
        self._return_to_held()
        self._settle.start()
        self.laid_out.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._placing = True
        super().showEvent(event)  # would scroll to the text cursor, even while the view has no height yet
        self._placing = False
        self._colour()  # a theme that came while it was hidden is put on by Qt only now, with the colours of before
        self._come_to_rest()

    def hold(self, place: float) -> None:
        """Put a place at the reading line, and keep it there through resizes until the reader scrolls."""
        self._held = place
        self._return_to_held()

    def _hold_on(self) -> bool:
        """Keep the place at the reading line, and a picture if it will take a while until it is there again."""
        self._held = held = self.reading_place()
        if held > SOON and not self.returning and self.isVisible() and self._laying.has(self.page.block_at(int(held))):
            self.picture = self.viewport().grab()
        return held > SOON

    def _return_to_held(self, *, now: bool = False) -> None:
        if (place := self._held) is None:
            return
        if place and not now and self._laying.far(self.page.block_at(int(place))):
            self.returning = True
            self.viewport().update()
            return
        self.put(self.value_for(self.lines.height_of(place)) if place else 0.0)
        self._held = place

    def _look_for_held(self) -> None:
        """Further lines have their places: perhaps that at the reading line too."""
        if self.returning and self._held is not None and self._laying.has(self.page.block_at(int(self._held))):
            self.settle()

    def settle(self) -> None:
        """Be back at the reading line now, if the page is on its way there."""
        if self.returning:
            self._return_to_held(now=True)
            self.laid_out.emit()
            self.viewport().update()

    def _moved(self) -> None:
        if self._placing or (self.returning and not self.verticalScrollBar().isSliderDown()):
            return  # until all lines have their places, Qt takes the text to be shorter, and moves it
        self._held, self.returning = None, False
        self.scrolled.emit()
