"""What is said under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.mentions import Quantity
from reader.text import Span
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.panes.pointer.tooltips import mention_words, quantity_words
from tests.ui.panes.conftest import MakeDesk, account, comparison_of


def test_an_entity_says_variants_counts_and_reasons() -> None:
    index = ComparisonIndex(comparison_of([account(["ferry", "crane"], 0, "A"), account(["ferry"], 0, "B")]))
    words = mention_words(index.mention("A1"), index)
    assert "organisation" in words
    assert "<b>A</b> 2×: Marvella Station" in words
    assert "<b>B</b> 1×" in words
    assert "same spelling" in words


def test_a_number_says_its_value_verdict_and_reason() -> None:
    index = ComparisonIndex(comparison_of([account(["ferry"], 0, "A"), account(["ferry"], 2, "B")]))
    words = mention_words(index.mention("A2"), index)
    assert "Value: 200 crates" in words
    assert "The sources differ." in words
    assert "The numbers of crates differ." in words
    assert "“300 crates”" in words


def test_quantities_in_words() -> None:
    assert quantity_words(Quantity(6000, 8000, counted="fighters")) == "6,000–8,000 fighters"
    assert quantity_words(Quantity(2000, None, bound="more than", counted="men")) == "more than 2,000 men"
    assert quantity_words(Quantity(35, 35, approximate=True)) == "about 35"
    assert quantity_words(Quantity(2.5, 2.5, unit="%")) == "2.5%"


def test_resting_on_a_mark_shows_its_tooltip(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    at = view.page.article.text.index("Marvella")
    QTest.mouseMove(view.viewport(), view.box_of(Span(at, at + 8)).center())
    qtbot.waitUntil(lambda: "Marvella Station" in QToolTip.text())
    QToolTip.hideText()


def test_a_ribbon_says_both_passages_and_why(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    (gutter,) = desk.stage.arrangement.gutters()
    gutter.grab()
    ribbon = gutter.ribbons()[-1]
    at = next(QPoint(x, y) for x in range(2, 44, 6) for y in range(60, 600, 3) if gutter.link_at(QPoint(x, y)))
    QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, at, gutter.mapToGlobal(at)))
    qtbot.waitUntil(lambda: "both tell of the" in QToolTip.text())
    assert "<b>A</b>" in QToolTip.text() and "<b>B</b>" in QToolTip.text()
    assert ribbon.link.verdict == "differ"
    QToolTip.hideText()
