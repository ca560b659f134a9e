"""What is chosen in a pane is chosen in the ledger, and what is chosen in the ledger is shown in all panes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.notes import Project, Source
from reader.text import Span
from reader.ui.docks import ComparePanel
from reader.ui.looks.theme import load_theme
from reader.ui.panes import Desk
from reader.ui.settings import ScrollMode
from reader.ui.workspace import Workspace
from tests.ui.panes.conftest import TOPICS, MakeDesk, account, comparison_of
from tests.ui.panes.test_desk import point_of, settle


def press(desk: Desk, pane: int, at: QPoint) -> None:
    QTest.mouseClick(desk.panes[pane].view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_press_on_a_number_chooses_its_row_and_leaves_its_pane_where_it_is(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    desk.panes[0].view.setFocus()
    place = desk.panes[0].view.page.article.text.index("About the pilot")
    desk.workspace.choose_passage("first", Span(place, place + 5))
    settle(qtbot, desk)
    before = desk.panes[0].view.verticalScrollBar().value()
    with qtbot.waitSignal(desk.workspace.row_chosen) as chosen:
        press(desk, 0, point_of(desk, 0, "200 crates", place))
    settle(qtbot, desk)
    assert chosen.args == ["R1"] and desk.workspace.chosen_entity == ""
    assert desk.panes[0].view.verticalScrollBar().value() == before
    assert all(pane.view.layers.lit_rows == {"R1"} for pane in desk.panes)


def test_a_press_on_a_name_chooses_the_row_of_its_entity(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(named_row=True)
    press(desk, 0, point_of(desk, 0, "Marvella"))
    assert (desk.workspace.chosen_entity, desk.workspace.chosen_row) == ("E1", "R2")
    settle(qtbot, desk)
    press(desk, 0, QPoint(desk.panes[0].view.viewport().width() - 2, 3))
    assert (desk.workspace.chosen_entity, desk.workspace.chosen_row) == ("", "")


def test_the_compare_dock_follows_a_press_and_goes_on_from_there_by_key(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(named_row=True)
    dock = ComparePanel(desk.workspace, load_theme("light"))
    qtbot.addWidget(dock)
    dock.resize(280, 500)
    with qtbot.waitExposed(dock):
        dock.show()
    desk.activateWindow()
    desk.panes[0].view.setFocus()
    press(desk, 0, point_of(desk, 0, "200 crates"))
    row = dock.view.current_row()
    assert row is not None and row.id == "R1"
    assert not dock.view.hasFocus()
    dock.view.setFocus()
    QTest.keyClick(dock.view, Qt.Key.Key_Down)
    QTest.keyClick(dock.view, Qt.Key.Key_Down)  # past the title of the next group
    assert desk.workspace.chosen_row == "R2"


def test_a_row_chosen_by_the_first_who_hears_of_a_comparison_is_shown_in_every_pane(qtbot: QtBot) -> None:
    articles = [account(TOPICS * 3, 0, "First"), account(TOPICS * 3, 3, "Second")]
    space = Workspace()
    space.comparison_changed.connect(lambda: space.choose_row("R1"))  # before the desk hears of it
    space.show_project(Project(sources=tuple(Source(article) for article in articles)))
    desk = Desk(space, load_theme("light"))
    qtbot.addWidget(desk)
    desk.resize(1000, 640)
    with qtbot.waitExposed(desk):
        desk.show()
    for pane in desk.panes:
        pane.view.put(900)
    space.show_comparison(comparison_of(articles))
    settle(qtbot, desk)
    for pane in desk.panes:
        first = pane.view.page.article.text.index(" crates")
        assert 0 < pane.view.box_of(Span(first, first + 7)).top() < pane.view.viewport().height() / 2
        assert pane.view.layers.flash is not None


def test_a_new_comparison_keeps_the_chosen_row_and_moves_nothing(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    desk.workspace.choose_row("R1")
    settle(qtbot, desk)
    desk.panes[0].view.verticalScrollBar().setValue(700)
    settle(qtbot, desk)
    values = [pane.view.verticalScrollBar().value() for pane in desk.panes]
    desk.workspace.show_comparison(comparison_of([pane.source.article for pane in desk.panes]))
    settle(qtbot, desk)
    assert desk.workspace.chosen_row == "R1"
    assert [pane.view.verticalScrollBar().value() for pane in desk.panes] == values


@pytest.mark.parametrize("mode", ["aligned", "proportional", "off"])
def test_a_pane_without_a_place_in_what_is_chosen_comes_along_where_panes_are_aligned(
    make_desk: MakeDesk, qtbot: QtBot, mode: ScrollMode
) -> None:
    articles = [account(TOPICS * 2, n, f"Report {n}") for n in range(3)]
    desk = make_desk(articles, size=(1300, 500))
    desk.set_scroll_mode(mode)
    *chosen, left = desk.panes
    held = [(pane.key, pane.source.article.text.index("About the signal")) for pane in chosen]
    desk.workspace.choose_places([(key, Span(place, place + 5)) for key, place in held])
    settle(qtbot, desk)
    wanted = left.source.article.text.index("About the signal")
    came = abs(left.view.verticalScrollBar().value() - left.view.value_to_bring(wanted)) < 40
    assert came == (mode == "aligned") and left.view.layers.flash is None
