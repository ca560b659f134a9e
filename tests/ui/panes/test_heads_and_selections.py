"""What a narrow head says, and which of several selections is the one the keyboard works on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from reader.text import Article, Span
from reader.ui.panes import Desk
from reader.ui.panes.header import LOW
from tests.ui.panes.conftest import TOPICS, MakeDesk, account


@pytest.mark.parametrize(
    ("wide", "told"), [(560, "unknown outlet · 14 Mar 2022 · 20 words"), (300, "14 Mar 2022 · 20 words")]
)
def test_a_head_without_room_leaves_out_first_what_is_not_known(
    make_desk: MakeDesk, qtbot: QtBot, wide: int, told: str
) -> None:
    article = Article.from_text("The ferry left the quay. " * 4, published="2022-03-14", key="ferry")
    desk = make_desk([article], size=(wide, 500), compared=False)
    facts = desk.panes[0].header.facts
    qtbot.waitUntil(lambda: facts.shown_words() == told)
    assert facts.text() == "unknown outlet · 14 Mar 2022 · 20 words"


def test_a_fact_without_room_is_left_out_whole(make_desk: MakeDesk, qtbot: QtBot) -> None:
    article = Article.from_text("The ferry left. " * 4, published="2022-03-14", publisher="Harbour Post", key="ferry")
    desk = make_desk([article], size=(800, 500), compared=False)
    head = desk.panes[0].header
    head.show_notes(2)
    told = []
    for wide in range(130, 560):
        head.facts.resize(wide, 20)
        told.append(head.facts.shown_words())
    assert [words for words in dict.fromkeys(told) if not words.endswith("…")] == [
        "Harbour… · 14 Mar 2022",
        "Harbour Post · 14 Mar 2022",
        "Harbour Post · 14 Mar 2022 · 2 notes",
        "Harbour Post · 14 Mar 2022 · 12 words · 2 notes",
    ]


def test_a_narrow_head_leaves_room_for_where_the_source_comes_from(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk([account(TOPICS, 0, f"Account {n}") for n in range(3)], size=(860, 500))
    desk.set_shape("row")
    desk.restore()  # all three
    narrow = desk.panes[0].header
    assert narrow.width() < 280 and narrow.reliability.text() == "Rate ▾"
    qtbot.waitUntil(lambda: narrow.facts.width() > narrow.reliability.width())
    assert narrow.reliability.accessibleName() == "Rate reliability"
    desk.maximise(0)
    qtbot.waitUntil(lambda: narrow.reliability.text() == "Rate reliability ▾")


def test_a_low_pane_has_a_head_of_one_line_and_more_of_the_text(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk([account(TOPICS, 0, "Account")], size=(500, LOW))
    head = desk.panes[0].header
    assert head.facts.isVisible() and not head.toolTip()
    before, text = head.height(), desk.panes[0].view.height()
    desk.resize(500, LOW - 1)
    qtbot.waitUntil(lambda: head.height() < before - 15 and desk.panes[0].view.height() > text)
    assert not head.facts.isVisible() and head.toolTip() == head.facts.text() != ""
    assert head.reliability.isVisible() and head.reliability.text() == "Rate ▾"
    desk.resize(500, LOW)
    qtbot.waitUntil(lambda: head.height() == before and head.facts.isVisible())
    assert head.reliability.text() == "Rate reliability ▾"


def test_where_two_rows_are_needed_in_any_case_they_are_filled_evenly(make_desk: MakeDesk) -> None:
    desk = make_desk([account(TOPICS, 0, f"Account {n}") for n in range(4)], size=(730, 430))
    desk.restore()  # all four, though there is no room for one row of them
    assert len({pane.mapTo(desk, QPoint()).x() for pane in desk.panes}) == 2
    assert len({pane.mapTo(desk, QPoint()).y() for pane in desk.panes}) == 2


def painted(desk: Desk, pane: int, colour: QColor) -> bool:
    """Whether the first words of a pane stand on exactly that colour."""
    view = desk.panes[pane].view
    box = view.box_of(Span(0, 12))
    image = view.viewport().grab(box).toImage()
    return any(image.pixelColor(x, 2).rgb() == colour.rgb() for x in range(image.width()))


def test_only_the_selection_with_the_keyboard_looks_active(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    palette = desk.panes[0].view.palette()
    active, faded = (
        palette.color(group, QPalette.ColorRole.Highlight)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
    )
    assert active != faded
    for pane in desk.panes:
        pane.view.select_span(Span(0, 12))
    desk.activateWindow()
    for chosen, other in ((0, 1), (1, 0)):
        desk.focus_pane(chosen)
        qtbot.waitUntil(lambda chosen=chosen: desk.panes[chosen].view.hasFocus())
        assert painted(desk, chosen, active) and painted(desk, other, faded)
        assert not painted(desk, other, active)


def test_a_head_counts_one_word(make_desk: MakeDesk) -> None:
    desk = make_desk([Article.from_text("Water", key="w")], compared=False)
    assert desk.panes[0].header.facts.text().endswith("1 word")
