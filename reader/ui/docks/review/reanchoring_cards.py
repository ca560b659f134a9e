"""What becomes of each note when a text is replaced, as a Qt list of cards with the old and new words side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.notes import Diagnosis, Finding, Project, Standing, choose_place
from reader.text import Span
from reader.ui.docks.cards.painting import GAP, PAD, CardFonts, CardPainter, pill_colours
from reader.ui.docks.cards.roles import CardModel, CardRole, IdRole, Index
from reader.ui.docks.parts.surroundings import surroundings
from reader.ui.looks.theme import Theme

STANDINGS: tuple[Standing, ...] = ("lost", "uncertain", "moved", "kept")
ROLES = {"lost": "error", "uncertain": "same_form_only", "moved": "compatible", "kept": "agree"}
Words = tuple[str, str, str]
"""Words with what stands before and after them."""


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One place of a finding ready to be drawn: its standing, what the pill says of it ("chosen", "place 1 of 2"), the
    first of the note's own words, and both passages."""

    standing: Standing
    told: str
    body: str
    before: Words
    after: Words | None


@dataclass(frozen=True, slots=True)
class _Row:
    """One place of a finding: the place number `number` of `many`."""

    finding: Finding
    diagnosis: Diagnosis
    span: Span | None
    number: int
    many: int


class ReanchoringModel(CardModel):
    """The findings of some diagnoses, the worst first; where two places are as likely, each has a card."""

    def __init__(self, project: Project, diagnoses: Sequence[Diagnosis], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        held = [row for diagnosis in diagnoses for finding in diagnosis.findings for row in _rows(finding, diagnosis)]
        self._all = sorted(held, key=lambda row: STANDINGS.index(row.finding.standing))
        self._notes = {note.id: note for note in project.notes}
        self._chosen: dict[Finding, Span | None] = {}
        self._shown = self._all
        self._cards = [self._card(row) for row in self._all]

    def show_only(self, standings: frozenset[str]) -> None:
        """Show findings of these standings; all when empty."""
        self.beginResetModel()
        self._shown = [row for row in self._all if not standings or row.finding.standing in standings]
        self._cards = [self._card(row) for row in self._shown]
        self.endResetModel()

    def in_doubt(self, index: Index) -> bool:
        """Whether the card shows a likely place, which the reader can choose."""
        return index.isValid() and self._shown[index.row()].finding.standing == "uncertain"

    def chosen(self, index: Index) -> bool:
        """Whether the reader has said that this is the place."""
        return self.in_doubt(index) and self._is_chosen(self._shown[index.row()])

    def choose(self, index: Index) -> None:
        """The reader says that this is the place, or, of a place that is chosen, that it is in doubt after all."""
        if not self.in_doubt(index):
            return
        row = self._shown[index.row()]
        if self._is_chosen(row):
            del self._chosen[row.finding]
        else:
            self._chosen[row.finding] = row.span
        self._cards = [self._card(row) for row in self._shown]
        alike = [n for n, held in enumerate(self._shown) if held.finding == row.finding]
        self.dataChanged.emit(self.index(alike[0]), self.index(alike[-1]))

    def decided(self, diagnosis: Diagnosis) -> Diagnosis:
        """The diagnosis with what the reader has chosen."""
        for finding in diagnosis.findings:
            if (span := self._chosen.get(finding)) is not None:
                diagnosis = choose_place(diagnosis, finding, span)
        return diagnosis

    def _is_chosen(self, row: _Row) -> bool:
        return row.span is not None and self._chosen.get(row.finding) == row.span

    def _card(self, row: _Row) -> FindingCard:
        finding, after = row.finding, None
        if row.span is not None:
            after = surroundings(row.diagnosis.article.text, row.span.start, row.span.end)
        body = " ".join(self._notes[finding.note].body.split())
        told = f"{finding.standing}, place {row.number} of {row.many}" if row.many > 1 else finding.standing
        told = "chosen" if self._is_chosen(row) else told
        return FindingCard(finding.standing, told, body, self._before(finding, row.diagnosis), after)

    def _before(self, finding: Finding, diagnosis: Diagnosis) -> Words:
        target = self._notes[finding.note].targets[finding.index]
        if target.span is not None:
            text = self._project.source(diagnosis.source).article.text
            return surroundings(text, target.span.start, target.span.end)
        return target.anchor.prefix, target.anchor.quote, target.anchor.suffix

    def values(self) -> Sequence[FindingCard]:
        return self._cards

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        finding, card = self._shown[index.row()].finding, self._cards[index.row()]
        if role == IdRole:
            return finding.note
        if role == CardRole:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.before
        if role == Qt.ItemDataRole.AccessibleTextRole:
            now = f"Now: {''.join(card.after)}" if card.after else "Not in the new text"
            return f"{card.told}. Before: {''.join(card.before)}. {now}"
        return None


def _rows(finding: Finding, diagnosis: Diagnosis) -> list[_Row]:
    places = [finding.span] if finding.other is None else [finding.span, finding.other]
    return [_Row(finding, diagnosis, span, number, len(places)) for number, span in enumerate(places, 1)]


class ReanchoringDelegate(QStyledItemDelegate):
    """A pill, the note's words, and two columns: the old text and the new one; `width` is that of the list."""

    def __init__(self, theme: Theme, base: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fonts = CardFonts.of(base)
        self.width = 600

    def _column(self) -> float:
        return (self.width - 2 * GAP - 2 * PAD - 18) / 2

    def _layout(self, words: Words | None) -> tuple[QTextLayout, float]:
        before, quote, after = words or ("", "Not in the new text", "")
        layout = QTextLayout(f"{before}{quote}{after}".replace("\n", " "), self.fonts.line)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start = len(before.encode("utf-16-le", "surrogatepass")) // 2
        strong.length = len(quote.encode("utf-16-le", "surrogatepass")) // 2
        style = QTextCharFormat()
        style.setForeground(self.theme.colour("text" if words else "error"))
        if words:
            style.setBackground(self.theme.colour("note"))
        strong.format = style
        layout.setFormats([strong])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._column())
            line.setPosition(QPointF(0, height))
            height += line.height() + 1
        layout.endLayout()
        return layout, height

    def set_base_font(self, base: QFont) -> None:
        """Derive all type sizes from another font."""
        self.fonts = CardFonts.of(base)

    def height(self, card: FindingCard) -> int:
        """Pixels that a card takes at the present width, with the space below."""
        tallest = max(self._layout(card.before)[1], self._layout(card.after)[1])
        return int(2 * PAD + QFontMetricsF(self.fonts.small).height() + 12 + tallest + 7)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self.height(index.data(CardRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option
        card: FindingCard = index.data(CardRole)
        painter.save()
        rect = QRectF(shown.rect).adjusted(GAP, 0, -GAP, -7)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        drawn = CardPainter(painter, self.fonts, self.theme)
        drawn.ground(rect, chosen=chosen, hovered=False)
        inner = rect.adjusted(PAD, PAD - 1, -PAD, 0)
        role = "agree" if card.told == "chosen" else ROLES[card.standing]
        pill = drawn.pill(inner.right(), inner.top(), card.told, pill_colours(self.theme, role))
        body = QFontMetricsF(self.fonts.line).elidedText(
            card.body or "Before and after", Qt.TextElideMode.ElideRight, pill.left() - inner.left() - 8
        )
        drawn.line(inner.left(), inner.top(), body, "muted")
        top = inner.top() + QFontMetricsF(self.fonts.small).height() + 10
        painter.setPen(self.theme.colour("muted"))
        for number, words in enumerate((card.before, card.after)):
            layout, _ = self._layout(words)
            layout.draw(painter, QPointF(inner.left() + number * (self._column() + 18), top))
        painter.setPen(self.theme.colour("line"))
        middle = inner.left() + self._column() + 9
        painter.drawLine(QPointF(middle, top), QPointF(middle, rect.bottom() - PAD))
        painter.restore()
