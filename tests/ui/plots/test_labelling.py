"""Words in a plot never lie on a mark nor on one another."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest
from pyqtgraph import TextItem
from PySide6.QtCore import QPointF, QRectF, QSizeF
from pytestqt.qtbot import QtBot

from reader.links import ComparedSource, Comparison
from reader.mentions import DateValue, Mention
from reader.text import Article, Span
from reader.ui.looks.theme import load_theme
from reader.ui.plots import TimelinePlot
from reader.ui.plots.labelling import Room
from reader.ui.workspace import Workspace
from tests.work import calls_of


def test_words_stand_right_of_a_mark_else_left_else_above_else_nowhere() -> None:
    mark = QRectF(100, 50, 10, 20)
    room = Room(200, 100, [mark])
    size = QSizeF(60, 14)
    sides = [room.place(mark, size) for _ in range(5)]
    assert [box and (box.x(), box.y()) for box in sides] == [(113, 53), (37, 53), (75, 33), (75, 73), None]


def test_no_words_leave_the_plot() -> None:
    room = Room(100, 40, [])
    assert room.place(QRectF(40, 10, 10, 10), QSizeF(102, 14)) is None
    assert room.place(QRectF(400, 10, 10, 10), QSizeF(8, 8)) is None
    assert Room(0, 0, []).place(QRectF(0, 0, 10, 10), QSizeF(8, 8)) is None


def test_random_words_never_touch() -> None:
    chance = random.Random(5)
    marks = [QRectF(chance.randrange(600), chance.randrange(200), 10, 10) for _ in range(120)]
    room = Room(640, 240, marks)
    placed = [box for mark in marks if (box := room.place(mark, QSizeF(chance.randrange(30, 90), 14))) is not None]
    assert len(placed) > 10
    assert not any(a.intersects(b) for a, b in combinations(placed, 2))
    assert not any(box.intersects(mark) for box in placed for mark in marks)


def crowded(days: int) -> Comparison:
    """Two sources with many dates around one day, some of them vague."""
    sources = []
    for letter in "AB":
        mentions, words = [], []
        for n in range(days):
            day = date(2021, 3, 14) + timedelta(days=n * 3 % 11)
            last = day + timedelta(days=20) if n % 3 == 0 else day
            text, at = f"{day:%d %B %Y}", len("; ".join(words)) + 2 * bool(words)
            words.append(text)
            value = DateValue(day, last, day.isoformat())
            mentions.append(Mention(Span(at, at + len(text)), text, "date", value, id=f"{letter}{n}"))
        article = Article.from_text("; ".join(words), key=letter.lower(), published="2021-03-20")
        sources.append(ComparedSource(letter, article, (), tuple(mentions)))
    return Comparison(tuple(sources), (), (), (), (), ())


@pytest.fixture
def timeline(qtbot: QtBot) -> TimelinePlot:
    workspace = Workspace()
    plot = TimelinePlot(workspace, load_theme("light"))
    workspace.setParent(plot)
    qtbot.addWidget(plot)
    plot.resize(560, 220)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def labels(plot: TimelinePlot) -> list[QRectF]:
    held = [item for item in plot.view.getPlotItem().items if isinstance(item, TextItem)]
    boxes = [item.mapRectToScene(item.boundingRect()) for item in held]
    return [box.adjusted(5, 5, -5, -5) for box in boxes]  # without the paper around the words


def test_the_words_of_crowded_dates_stand_apart_at_every_size(timeline: TimelinePlot, qtbot: QtBot) -> None:
    timeline.workspace.show_comparison(crowded(14))
    for size in ((560, 220), (340, 180), (900, 260)):
        timeline.resize(*size)
        qtbot.waitUntil(lambda: not timeline._soon.isActive() and len(labels(timeline)) >= 2)
        assert not any(a.intersects(b) for a, b in combinations(labels(timeline), 2))
        box = timeline.view.getPlotItem().getViewBox()
        dots = [box.mapViewToScene(QPointF((spot.left + spot.right) / 2, spot.y)) for spot in timeline.spots]
        assert not any(label.contains(dot) for label in labels(timeline) for dot in dots)


def test_the_work_of_labelling_grows_with_the_dates(timeline: TimelinePlot) -> None:
    taken = []
    for dates in (250, 500):
        timeline.workspace.show_comparison(crowded(dates))
        taken.append(calls_of(timeline._place_labels))
    assert taken[1] < 3.2 * taken[0]
