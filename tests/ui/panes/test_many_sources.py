"""Many sources at once: panes stand beside and below one another, never upon one another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.notes import Project, add_source, remove_source, set_decisions
from reader.text import Article, Span
from reader.ui.looks.style import dress
from reader.ui.looks.theme import load_theme
from reader.ui.window.status import StatusLine
from tests.ui.panes.conftest import TOPICS, MakeDesk, account


@pytest.mark.parametrize("shape", ["auto", "row", "grid"])
def test_panes_of_twenty_sources_do_not_overlap(make_desk: MakeDesk, qtbot: QtBot, shape: str) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(20)]
    desk = make_desk(articles, compared=False)
    desk.setFixedSize(1200, 800)  # as in a window that can't be wider than the screen
    desk.set_shape(shape)
    desk.restore()  # all of them

    def boxes() -> list[QRect]:
        return [QRect(pane.mapTo(desk, QPoint(0, 0)), pane.size()) for pane in desk.panes if pane.isVisible()]

    def apart() -> bool:
        held = boxes()
        inside = all(box.left() >= 0 and box.right() < 1200 for box in held)
        return inside and len(held) == 20 and not any(a.intersects(b) for n, a in enumerate(held) for b in held[:n])

    qtbot.waitUntil(apart)


def test_sources_beyond_the_eighth_begin_hidden_and_come_in_the_place_of_another(
    make_desk: MakeDesk, qtbot: QtBot
) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(11)]
    desk = make_desk(articles, compared=False, size=(1300, 900))
    assert [pane.isVisible() for pane in desk.panes] == [True] * 8 + [False] * 3
    told: list[int] = []
    desk.hidden_changed.connect(told.append)
    desk.focus_pane(7)
    desk.panes[7].activated.emit()
    desk.workspace.passage_chosen.emit("s10", Span(0, 6))
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s1", "s2", "s3", "s4", "s5", "s7", "s10"]
    desk.restore_layout({"shape": "grid"})  # a project that never said what is hidden
    assert sum(pane.isVisible() for pane in desk.panes) == 8
    desk.restore()
    assert all(pane.isVisible() for pane in desk.panes) and told[-1] == 0


def test_a_source_that_was_closed_by_mistake_comes_back_where_it_was_seen(make_desk: MakeDesk) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(11)]
    desk = make_desk(articles, compared=False, size=(1300, 900))
    desk.workspace.edit("Close", lambda project: remove_source(project, "s1"))
    assert [pane.key for pane in desk.stage.shown()] == ["s0", *(f"s{n}" for n in range(2, 9))]
    desk.stage.arrangement.uncover([pane.key for pane in desk.stage.shown()])  # a row that all of these are about
    desk.workspace.undo_stack.undo()
    assert "s1" in [pane.key for pane in desk.stage.shown()] and len(desk.stage.shown()) == 8
    desk.workspace.edit("Close", lambda project: remove_source(project, "s10"))
    desk.workspace.undo_stack.undo()
    assert "s10" not in [pane.key for pane in desk.stage.shown()], "it was hidden before"


class Comings(QObject):
    """Notes when a widget is hidden or shown."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.seen: list[QEvent.Type] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Show):
            self.seen.append(event.type())
        return False


def test_a_pane_is_there_all_the_while_others_come_and_go(make_desk: MakeDesk, qtbot: QtBot) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(9)]
    desk = make_desk(articles[:1], compared=False, size=(1300, 900))
    comings = Comings(desk.panes[0])
    for number in range(2, 10):
        desk.workspace.edit("Add", lambda project, n=number: add_source(project, articles[n - 1]))
        qtbot.waitUntil(lambda n=number: sum(pane.isVisible() for pane in desk.panes) == min(n, 8))
    boxes = [QRect(pane.mapTo(desk, QPoint(0, 0)), pane.size()) for pane in desk.panes if pane.isVisible()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    desk.workspace.edit("Remove", lambda project: remove_source(project, "s3"))
    desk.set_shape("row")
    desk.set_shape("auto")
    assert comings.seen == []


def test_another_project_with_decisions_takes_the_place_of_this_one(make_desk: MakeDesk) -> None:
    desk = make_desk([Article.from_text("Report\n\nThe ferry left the quay at six.", key="old")], compared=False)
    other = Project()
    for key in ("new1", "new2"):
        other = add_source(other, Article.from_text(f"{key}\n\nThe ferry came back at nine.", key=key))
    same = {"a": {"name": "Amara"}, "b": {"name": "Port Amara"}, "same": True}
    desk.workspace.show_project(set_decisions(other, {"names": [same]}))  # an exception in a slot fails a test
    assert [pane.key for pane in desk.panes] == ["new1", "new2"]


@pytest.mark.parametrize(("size", "shown"), [((1300, 900), 8), ((726, 582), 4), ((726, 500), 2), ((600, 300), 2)])
def test_in_a_small_window_fewer_sources_begin_shown(
    make_desk: MakeDesk, qtbot: QtBot, size: tuple[int, int], shown: int
) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(11)]
    desk = make_desk(articles[:1], compared=False, size=size)
    project = desk.workspace.project
    for article in articles[1:]:
        project = add_source(project, article)
    desk.workspace.show_project(project)
    assert sum(pane.isVisible() for pane in desk.panes) == shown
    desk.restore()
    assert all(pane.isVisible() for pane in desk.panes)


def test_a_window_that_grows_while_sources_come_shows_the_first_of_them(make_desk: MakeDesk, qtbot: QtBot) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(9)]
    desk = make_desk(articles[:1], compared=False, size=(600, 300))
    for article in articles[1:5]:
        desk.workspace.edit("Add", lambda project, new=article: add_source(project, new))
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s1"]
    desk.resize(920, 560)
    qtbot.waitUntil(lambda: len(desk.stage.shown()) == 5)
    for article in articles[5:]:
        desk.workspace.edit("Add", lambda project, new=article: add_source(project, new))
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s1", "s2", "s3", "s4", "s5"]
    desk.stage.arrangement.hide_pane("s1")  # by hand: nothing comes in its place
    desk.resize(1300, 900)
    desk.workspace.edit("Remove", lambda project: remove_source(project, "s8"))
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s2", "s3", "s4", "s5"]


def test_sources_there_before_the_window_begin_shown_as_there_is_room(make_desk: MakeDesk) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(9)]
    desk = make_desk(articles, compared=False, size=(920, 560))
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s1", "s2", "s3", "s4", "s5"]


@pytest.mark.parametrize(("size", "most"), [((726, 582), 4), ((1000, 862), 8), ((790, 527), 2)])
def test_each_pane_that_begins_shown_has_eight_lines(make_desk: MakeDesk, size: tuple[int, int], most: int) -> None:
    desk = make_desk([account(TOPICS, title=f"Report {n}") for n in range(8)], compared=False, size=size)
    shown = desk.stage.shown()
    assert len(shown) == most
    for pane in shown:
        line = pane.view.document().documentLayout().blockBoundingRect(pane.view.document().begin()).height()
        lines = pane.view.document().begin().layout().lineCount()
        assert pane.view.viewport().height() >= 8 * line / lines


def test_panes_give_way_to_those_a_row_is_about_and_only_when_there_is_no_room(make_desk: MakeDesk) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(8)]
    desk = make_desk(articles, compared=False, size=(726, 582))

    def shown() -> list[str]:
        return [pane.key for pane in desk.stage.shown()]

    assert shown() == ["s0", "s1", "s2", "s3"]
    desk.workspace.choose_places([("s1", Span(0, 6)), ("s3", Span(0, 6))])
    assert shown() == ["s0", "s1", "s2", "s3"]
    desk.workspace.choose_places([("s1", Span(0, 6)), ("s6", Span(0, 6))])
    assert shown() == ["s0", "s1", "s3", "s6"]
    desk.workspace.choose_places([(f"s{n}", Span(0, 6)) for n in (0, 1, 2, 3, 4, 5)])  # all its places are shown
    assert shown() == ["s0", "s1", "s2", "s3", "s4", "s5"]
    desk.workspace.choose_places([("s4", Span(0, 6)), ("s7", Span(0, 6))])
    assert {"s4", "s7"} < set(shown())
    desk.restore()  # the reader wants all: none gives way
    desk.workspace.choose_places([("s4", Span(0, 6)), ("s7", Span(0, 6))])
    assert len(shown()) == 8


def test_walking_through_the_panes_of_a_row_hides_none_of_them(make_desk: MakeDesk) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(8)]
    desk = make_desk(articles, compared=False, size=(726, 582))
    desk.workspace.choose_places([(f"s{n}", Span(0, 6)) for n in range(6)])
    for _ in range(6):
        desk.focus_next_pane(1)
        assert [pane.key for pane in desk.stage.shown()] == ["s0", "s1", "s2", "s3", "s4", "s5"]


def test_a_row_of_very_many_sources_shows_no_more_panes_than_can_be_read(make_desk: MakeDesk) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(30)]
    desk = make_desk(articles, compared=False, size=(1300, 900))
    desk.workspace.choose_passage("s20", Span(0, 6))
    desk.workspace.choose_places([(article.key, Span(0, 6)) for article in articles])
    shown = [pane.key for pane in desk.stage.shown()]
    assert len(shown) == 8 and "s20" in shown  # those that were there stay
    assert sum(not pane.empty for pane in desk.panes) <= 9  # and no hidden one is made for it


def test_hidden_sources_are_listed_and_come_when_they_are_chosen(make_desk: MakeDesk, qtbot: QtBot) -> None:
    articles = [Article.from_text("The ferry left.", title=f"Report {n}", key=f"s{n}") for n in range(6)]
    desk = make_desk(articles, compared=False, size=(726, 582))
    status = StatusLine(desk.workspace, desk)
    desk.hidden_changed.connect(status.show_hidden)
    status.hidden_asked.connect(desk.offer_hidden)
    assert status.hidden.isHidden()
    desk.stage.arrangement.hide_pane("s1")
    assert status.hidden.text() == "3 hidden" and not status.hidden.isHidden()
    menu = status.hidden.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "B   Report 1", "E   Report 4", "F   Report 5", "", "Show all panes",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s2", "s3", "s5"]
    menu.actions()[-1].trigger()
    assert len(desk.stage.shown()) == 6 and status.hidden.isHidden()


def test_panes_give_way_to_plots_and_come_back_but_not_to_a_message(make_desk: MakeDesk) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(5)]
    desk = make_desk(articles, compared=False, size=(726, 582))
    desk.panes[3].activated.emit()  # the reader turned to it
    desk.resize(726, 530)
    assert len(desk.stage.shown()) == 4
    desk.resize(726, 400)
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s3"]
    desk.resize(726, 582)
    assert [pane.key for pane in desk.stage.shown()] == ["s0", "s1", "s2", "s3"]


def test_a_pane_that_was_hidden_when_the_theme_changed_has_its_colours(
    make_desk: MakeDesk, qtbot: QtBot, dressed: QApplication
) -> None:
    dress(dressed, load_theme("light"))
    desk = make_desk([account(TOPICS, n, f"Report {n}") for n in range(3)], size=(1300, 700))
    last = desk.panes[2]
    qtbot.waitUntil(lambda: not last.empty)
    desk.stage.arrangement.hide_pane(last.key)
    dark = load_theme("dark")
    dress(dressed, dark)
    desk.set_theme(dark)
    qtbot.waitUntil(lambda: desk.panes[0].view.palette().color(QPalette.ColorRole.Window) == dark.colour("paper"))
    desk.restore()
    qtbot.waitUntil(last.isVisible)
    assert last.view.palette().color(QPalette.ColorRole.Window) == dark.colour("paper")
