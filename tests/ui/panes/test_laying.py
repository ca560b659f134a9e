"""Long texts are laid out in small steps, and come back to their reading line without holding the window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.text import Article
from reader.ui.looks.theme import load_theme
from reader.ui.panes.page import laying
from reader.ui.panes.page.text_view import TextView
from tests.ui.panes.conftest import TOPICS, MakeDesk, account

LONG = account(TOPICS * 90, 2, "Long")
FAR = len(LONG.text) * 4 // 5


def shown(qtbot: QtBot, article: Article = LONG) -> TextView:
    view = TextView(load_theme("light"))
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article(article)
    return view


def at_rest(view: TextView) -> bool:
    return view.lines.complete and not view.returning and not view._settle.isActive()


def stands(view: TextView, place: int) -> bool:
    """Whether the line of a place is the one at the reading line."""
    top, bottom = view.lines.line_of(place)
    return top - 1 <= view.reading_height() <= bottom + 1


def test_a_long_text_is_laid_out_in_small_steps(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laying, "AT_A_TIME", 0)
    view = shown(qtbot)
    reached: list[int] = []
    view._laying.went_on.connect(
        lambda: reached.append(view.document().findBlockByNumber(view._laying._reached()).position())
    )
    qtbot.waitUntil(lambda: at_rest(view), timeout=20_000)
    steps = [b - a for a, b in pairwise(reached)]
    assert len(LONG.text) > 200_000 and len(steps) > 10 and max(steps) < 20_000  # of Qt's own one is 200,000
    bottom = view.document().documentLayout().documentSize().height() - view.viewport().height()
    qtbot.waitUntil(lambda: abs(view.verticalScrollBar().maximum() - bottom) <= 1)


def test_a_far_place_is_shown_once_the_lines_before_it_have_their_places(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.hold(FAR)
    assert view.returning and not view._laying.has(view.page.block_at(FAR))
    assert view.reading_place() == FAR
    qtbot.waitUntil(lambda: at_rest(view), timeout=20_000)
    assert stands(view, FAR)


def test_a_picture_stands_there_until_the_reading_line_is_back(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.hold(FAR)
    qtbot.waitUntil(lambda: at_rest(view), timeout=20_000)
    before = view.viewport().grab().toImage()
    for change in (
        lambda: view.set_theme(load_theme("dark")),
        lambda: view.set_pixels(20),
        lambda: view.resize(460, 400),
    ):
        before = view.viewport().grab().toImage()
        change()
        assert view.returning and view.reading_place() == FAR
        now = view.viewport().grab().toImage()
        width = min(before.width(), now.width()) - 1  # the page may be narrower now
        assert now.copy(0, 0, width, 200) == before.copy(0, 0, width, 200)
        assert view.position_at(QPoint(60, 60)) == -1 and view.returning  # nobody asked for more
        qtbot.waitUntil(lambda: at_rest(view), timeout=20_000)
        assert stands(view, FAR)
        assert view.viewport().grab().toImage() != before


@pytest.mark.parametrize("touch", ["key", "wheel", "press", "ask", "jump"])
def test_whoever_asks_for_a_place_has_it_at_once(qtbot: QtBot, touch: str) -> None:
    view = shown(qtbot)
    view.hold(FAR)
    qtbot.waitUntil(lambda: at_rest(view), timeout=20_000)
    view.resize(450, 400)
    assert view.returning
    if touch == "key":
        QTest.keyClick(view, Qt.Key.Key_Shift)
    elif touch == "press":
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    elif touch == "wheel":
        view.settle()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 40)
        assert not stands(view, FAR) and abs(view.reading_place() - FAR) < 400
        return
    elif touch == "jump":
        view.put(0)
        assert not view.returning and view.verticalScrollBar().value() == 0
        return
    else:
        assert view.visible_places()[0] < FAR < view.visible_places()[1]
    assert not view.returning and stands(view, FAR)


def test_panes_far_down_stay_side_by_side_through_zoom_and_resize(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk([LONG, account(TOPICS * 90, 1, "Other")], compared=False)
    desk.set_scroll_mode("proportional")
    views = [pane.view for pane in desk.panes]
    places = [FAR, 150_000]
    for view, place in zip(views, places, strict=True):
        view.hold(place)
    qtbot.waitUntil(lambda: all(map(at_rest, views)), timeout=20_000)
    desk.stage.sync.leader = views[0]
    for change in (lambda: desk.zoom(2), lambda: desk.resize(900, 600), lambda: desk.zoom(-2)):
        change()
        assert all(view.returning for view in views)
        qtbot.waitUntil(lambda: all(map(at_rest, views)), timeout=20_000)
        assert all(map(stands, views, places))
    assert desk.stage.sync._to_adopt is None


def test_the_reader_moves_one_pane_while_all_are_on_their_way_back(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk([LONG, account(TOPICS * 90, 1, "Other")], compared=False)
    views = [pane.view for pane in desk.panes]
    for view in views:
        view.hold(140_000)
    qtbot.waitUntil(lambda: all(map(at_rest, views)), timeout=20_000)
    desk.stage.sync.leader = views[1]
    desk.zoom(1)
    assert desk.stage.sync._to_adopt is not None
    QTest.keyClick(views[0], Qt.Key.Key_Down)
    assert not any(view.returning for view in views) and desk.stage.sync._to_adopt is None
    assert stands(views[1], 140_000)
