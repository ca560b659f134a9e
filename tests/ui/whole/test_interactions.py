"""Every way to move through the whole window, by mouse, wheel and key, over a comparison made by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.text import Span
from reader.ui.analysis import Analysis
from reader.ui.looks.theme import load_theme
from reader.ui.looks.tips import tip
from reader.ui.panes import pane
from reader.ui.session import Session
from reader.ui.window import MainWindow
from tests.ui.whole import story
from tests.ui.windows import at_rest

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    """A window of 1400 × 820 with two accounts of one event; the keyboard is in the first."""
    monkeypatch.setattr(Analysis, "_look", lambda _: None)
    monkeypatch.setattr(pane, "FLASH", 3_600_000)  # a passage stays lit until a test has looked
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    window.resize(1400, 820)
    with qtbot.waitSignal(window.completed):
        window.show()
    space = window.session.workspace
    space.start_with(story.project(2))
    space.show_comparison(story.comparison([source.article for source in space.project.sources]))
    window.activateWindow()
    window.centre.desk.panes[0].view.setFocus()
    yield window
    window.session.close()


def wheel(target: QWidget, at: QPoint, turns: int, keys: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(target.mapToGlobal(at)), QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    stage = window.centre.desk.stage
    qtbot.waitUntil(lambda: at_rest(stage))


def menu_at(pane, at: QPoint) -> QMenu:
    viewport = pane.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return menu


def action_of(menu: QMenu, beginning: str):
    return next(a for a in menu.actions() if a.text().replace("&", "").startswith(beginning))


def test_f8_walks_the_differences_and_says_when_there_is_no_more(told: MainWindow, qtbot: QtBot) -> None:
    space, focus = told.session.workspace, told.focusWidget()
    rows = []
    for key, modifier in ((Qt.Key.Key_F8, NONE), (Qt.Key.Key_F8, NONE), (Qt.Key.Key_F8, NONE), (Qt.Key.Key_F8, SHIFT)):
        qtbot.keyClick(focus, key, modifier)
        settled(told, qtbot)
        rows.append(space.chosen_row)
    assert rows == ["R0", "R1", "R1", "R0"]
    assert space.chosen_row == "R0" and told.docking.docks["compare"].widget().view.current_row().id == "R0"


def test_that_there_is_no_more_is_not_said_beside_the_next_match(told: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(told.focusWidget(), Qt.Key.Key_F8)
        settled(told, qtbot)
    assert "last" in told.status.currentMessage()
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_F8, SHIFT)
    settled(told, qtbot)
    assert told.status.currentMessage() == "" and "1 of 2" in told.status.match.text()


def test_f3_walks_the_mentions_of_the_name_that_was_pressed(told: MainWindow, qtbot: QtBot) -> None:
    view = told.centre.desk.panes[0].view
    at = view.page.article.text.index("Port Ellery in the night")
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.box_of(Span(at, at + 11)).center())
    settled(told, qtbot)
    assert told.session.workspace.chosen_entity
    shown = []
    told.centre.desk.match_shown.connect(lambda *what: shown.append(what))
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_F3)
        settled(told, qtbot)
    assert [what for _, _, what in shown] == ["mention", "mention"] and shown[1][0] == shown[0][0] + 1


def test_ctrl_f_finds_in_all_sources_and_return_goes_on(told: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_F, CTRL)
    assert told.bar.field.hasFocus()
    qtbot.keyClicks(told.bar.field, "wall")
    panes = told.centre.desk.panes
    qtbot.waitUntil(lambda: all(pane.view.layers.found_spans for pane in panes))
    first = [pane.view.layers.found_now for pane in panes]
    qtbot.keyClick(told.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [pane.view.layers.found_now for pane in panes] != first)


def test_panes_are_turned_to_by_key(told: MainWindow, qtbot: QtBot) -> None:
    panes = told.centre.desk.panes
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_F6)
    assert panes[1].view.hasFocus()
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_1, CTRL)
    assert panes[0].view.hasFocus()


def test_a_double_click_on_a_head_maximises_and_restores_and_its_menu_hides(told: MainWindow, qtbot: QtBot) -> None:
    desk = told.centre.desk
    head = desk.panes[0].header
    QTest.mouseDClick(head, LEFT, NONE, QPoint(60, 12))
    QTest.mouseRelease(head, LEFT, NONE, QPoint(60, 12))  # else held down in the next test too
    assert desk.stage.shown() == [desk.panes[0]]
    qtbot.waitUntil(lambda: head.maximise.height() > 10)
    QTest.mouseClick(head.maximise, LEFT)
    assert desk.stage.shown() == desk.panes
    action_of(desk.panes[1].header.more.menu(), "Hide").trigger()
    assert desk.stage.shown() == [desk.panes[0]] and desk.panes[1].isHidden()
    action_of(head.more.menu(), "Show all").trigger()
    assert desk.stage.shown() == desk.panes


def test_passages_are_matched_unmatched_and_cleared_by_the_right_button(told: MainWindow, qtbot: QtBot) -> None:
    space, panes = told.session.workspace, told.centre.desk.panes

    def passages() -> int:
        return len(told.centre.desk.stage.matching.held())

    view = panes[0].view
    at = view.page.article.text.index("The wall was built")
    place = view.box_of(Span(at, at + 8)).center()
    action_of(menu_at(panes[0], place), "Match with B").trigger()
    assert passages() == 1
    action_of(menu_at(panes[0], place), "Clear all matches").trigger()
    assert passages() == 0
    space.undo_stack.undo()
    assert passages() == 1
    space.undo_stack.undo()
    at = view.page.article.text.index("left their homes and")
    action_of(menu_at(panes[0], view.box_of(Span(at, at + 4)).center()), "Unmatch from B").trigger()
    assert passages() == 1
    space.undo_stack.undo()
    assert passages() == 0


def test_passages_are_matched_unmatched_and_cleared_by_key_and_by_the_menu_bar(told: MainWindow, qtbot: QtBot) -> None:
    desk, space = told.centre.desk, told.session.workspace
    matching, status = desk.stage.matching, told.status
    qtbot.waitUntil(lambda: told.menus.actions["match"].isEnabled())
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_1, CTRL)
    view = desk.panes[0].view
    start = view.page.article.text.index("The wall was built")
    view.select_span(Span(start, start + 8))
    qtbot.keyClick(view, Qt.Key.Key_M, CTRL)
    assert [match.a.start for match in matching.held()] == [start]
    assert space.undo_stack.undoText() == "Match passages"
    qtbot.keyClick(view, Qt.Key.Key_M, CTRL | SHIFT)
    assert matching.held() == ()  # and not another match, though none was compared anew yet
    told.menus.actions["clear_matches"].trigger()
    assert status.currentMessage() == "No passages are matched by hand."
    space.undo_stack.undo()
    assert len(matching.held()) == 1
    told.menus.actions["clear_matches"].trigger()
    assert matching.held() == ()


def test_a_key_that_can_match_nothing_says_so(told: MainWindow, qtbot: QtBot) -> None:
    desk = told.centre.desk
    desk.maximise(0)
    told.menus.actions["match"].trigger()
    assert "No other pane" in told.status.currentMessage() and desk.stage.matching.held() == ()
    told.menus.actions["unmatch"].trigger()
    assert "not matched" in told.status.currentMessage()


def test_the_overview_is_dragged_and_the_wheel_with_ctrl_zooms(told: MainWindow, qtbot: QtBot) -> None:
    told.resize(1400, 560)
    desk = told.centre.desk
    bar, view = desk.panes[0].overview, desk.panes[0].view
    desk.zoom(10)
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    top, bottom = QPoint(8, 4), QPoint(8, bar.height() - 4)
    QTest.mousePress(bar, LEFT, NONE, top)
    assert bar.value() == 0
    QTest.mouseEvent(QTest.MouseAction.MouseMove, bar, LEFT, NONE, bottom)
    QTest.mouseRelease(bar, LEFT, NONE, bottom)
    assert bar.value() == bar.maximum() and not bar.isSliderDown()
    pixels = desk.pixels
    wheel(view.viewport(), QPoint(90, 90), -1, CTRL)
    assert desk.pixels == pixels - 1


def test_a_ribbon_lights_under_the_pointer_and_a_press_brings_its_passages_up(told: MainWindow, qtbot: QtBot) -> None:
    told.resize(1400, 560)
    desk = told.centre.desk
    desk.zoom(8)
    gutter = desk.stage.arrangement.gutters()[0]
    qtbot.waitUntil(lambda: bool(gutter.grab()) and bool(gutter._ribbons))
    ribbon = gutter._ribbons[-1]
    at = next(QPoint(23, y) for y in range(gutter.height()) if gutter.link_at(QPoint(23, y)) == ribbon.link)
    QTest.mouseMove(gutter, at)
    qtbot.waitUntil(lambda: gutter._hovered == ribbon.link)
    QTest.mouseClick(gutter, LEFT, NONE, at)
    settled(told, qtbot)
    assert [pane.view.layers.flash for pane in desk.panes] == [ribbon.link.a, ribbon.link.b]


@pytest.mark.parametrize("name", ["numbers", "timeline", "map"])
def test_a_plot_answers_pointer_press_and_wheel_and_is_saved(
    told: MainWindow, qtbot: QtBot, name: str, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_F9)
    dock = told.docking.docks[name]
    qtbot.waitUntil(lambda: dock.widget() is not None and bool(dock.widget().spots))
    plot, space = dock.widget(), told.session.workspace
    plot.grab()  # its axes are laid out by a paint
    QApplication.processEvents()
    box, spot = plot.view.getPlotItem().getViewBox(), plot.spots[0]
    heard = []
    for signal in (space.row_chosen, space.passage_chosen, space.places_chosen):
        signal.connect(lambda *_: heard.append(1))

    def point() -> QPoint:  # the axes may still be adjusted to what is drawn
        return plot.view.mapFromScene(box.mapViewToScene(QPointF((spot.left + spot.right) / 2, spot.y)))

    def told_of() -> bool:
        QTest.mouseMove(plot.view.viewport(), point() + QPoint(1, 0))
        QTest.mouseMove(plot.view.viewport(), point())
        return plot.view.toolTip() == tip(spot.words)

    qtbot.waitUntil(told_of)
    at = point()
    QTest.mouseClick(plot.view.viewport(), LEFT, NONE, at)
    qtbot.waitUntil(lambda: bool(heard))
    before = box.viewRange()
    wheel(plot.view.viewport(), at, 3)
    assert box.viewRange() != before
    file = tmp_path / "plot.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    QTest.mouseClick(plot.save, LEFT)
    assert file.stat().st_size > 500


def test_the_pointer_lights_a_value_in_both_panes_at_once(told: MainWindow, qtbot: QtBot) -> None:
    panes = told.centre.desk.panes
    view = panes[0].view
    at = view.page.article.text.index("300 people had")
    QTest.mouseMove(view.viewport(), view.box_of(Span(at, at + 10)).center())
    qtbot.waitUntil(lambda: all(pane.view.layers.lit_rows == {"R0"} for pane in panes))
    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: not any(pane.view.layers.lit_rows for pane in panes))


def test_screen_readers_are_told_what_every_part_is(told: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(told.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: told.docking.docks["map"].widget() is not None)
    panes = told.centre.desk.panes
    assert [pane.view.accessibleName() for pane in panes] == [
        "Source A: Storm tide floods Port Ellery", "Source B: Sea wall fails at Port Ellery",
    ]  # fmt: skip
    buttons = [b for b in told.findChildren(QWidget) if b.metaObject().className() == "QToolButton" and b.isVisible()]
    unnamed = [b for b in buttons if not (b.accessibleName() or b.text() or b.toolTip())]
    assert len(buttons) > 20 and unnamed == []
