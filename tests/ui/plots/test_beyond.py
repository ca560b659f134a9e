"""Dates beyond the first view of the timeline are told at its edges, and a click brings them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pyqtgraph import TextItem
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reader.links import ComparedSource, Comparison
from reader.mentions import DateValue, Mention
from reader.text import Article, Span
from reader.ui.looks.choice import Choice
from reader.ui.looks.theme import load_theme
from reader.ui.plots import AlignmentMap, NumbersPlot, TimelinePlot
from reader.ui.plots.beyond import dates_beyond
from reader.ui.plots.figure import Plot
from reader.ui.plots.labelling import Room
from reader.ui.plots.timeline_plot import seconds
from reader.ui.workspace import Workspace

RECENT = [date(2023, 5, 2) + timedelta(days=n) for n in range(10)]


def source(letter: str, days: list[date]) -> ComparedSource:
    mentions, words = [], []
    for n, day in enumerate(days):
        text, at = f"{day:%d.%m.%Y}", 11 * n
        words.append(text)
        mentions.append(
            Mention(Span(at, at + 10), text, "date", DateValue(day, day, day.isoformat()), id=f"{letter}{n}")
        )
    return ComparedSource(letter, Article.from_text(" ".join(words), key=letter.lower()), (), tuple(mentions))


@pytest.fixture
def timeline(qtbot: QtBot) -> TimelinePlot:
    """A brought dates long ago and long after, B one long ago only."""
    workspace = Workspace()
    old = [date(1931, 2, 3), date(1987, 6, 7)]
    sources = source("A", [*old, *RECENT, date(2060, 1, 1)]), source("B", [date(1987, 6, 7), *RECENT])
    workspace.comparison = Comparison(sources, (), (), (), (), ())
    plot = TimelinePlot(workspace, load_theme("light"))
    workspace.setParent(plot)
    qtbot.addWidget(plot)
    plot.resize(640, 220)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def hints(plot: Plot) -> list[str]:
    """What stands at the edges, without the marks that keep the direction of the words."""
    told = [item.toPlainText() for item in plot.view.getPlotItem().items if isinstance(item, TextItem)]
    plain = [words.translate(dict.fromkeys((0x200E, 0x2068, 0x2069))) for words in told]
    return [words for words in plain if "‹" in words or "›" in words]


def test_what_lies_beyond_is_counted_by_source_and_side() -> None:
    dates = [
        ("A", 0, 5.0, 6.0, "May"), ("A", 0, 1.0, 2.0, "1931"), ("A", 0, 1.0, 2.0, "1931"),
        ("A", 0, 30.0, 31.0, "2060"), ("B", 1, 3.0, 12.0, "all of spring"),
        ("B", 1, 9.0, 10.0, "after"), ("B", 1, 0.0, 1.0, "once"), ("B", 1, 2.0, 3.0, "then"),
    ]  # fmt: skip
    told = [(beyond.source, beyond.earlier, beyond.words, (beyond.left, beyond.right))
            for beyond in dates_beyond(dates, 4.0, 9.0)]  # fmt: skip
    assert told == [
        ("A", False, ("2060",), (30.0, 31.0)),
        ("A", True, ("1931",), (1.0, 2.0)),
        ("B", False, ("after",), (9.0, 10.0)),
        ("B", True, ("once", "then"), (0.0, 3.0)),
    ]


def test_a_long_list_is_cut_and_says_so() -> None:
    (beyond,) = dates_beyond((("A", 0, float(n), n + 0.5, f"day {n}") for n in range(40)), 100.0, 200.0)
    assert beyond.hint.endswith("40 earlier")
    lines = beyond.listed.split("\n")
    assert lines[1] == "day 0" and lines[-2] == "and 28 more" and len(lines) == 15


def test_dates_beyond_the_view_are_told_at_its_edges(timeline: TimelinePlot, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: hints(timeline) == ["01.01.2060 ›", "‹ 2 earlier", "‹ 07.06.1987"])


def test_a_click_on_the_edge_shows_what_lies_there(timeline: TimelinePlot, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(hints(timeline)) == 3)
    box = timeline.view.getPlotItem().getViewBox()
    inside = box.sceneBoundingRect()
    top = box.mapViewToScene(QPointF(0, 0)).y()
    spot = timeline.spot_at(QPointF(inside.left() + 12, top))
    assert spot is not None and "03.02.1931" in spot.words and "07.06.1987" in spot.words
    spot.go()
    assert box.viewRange()[0][0] < seconds(date(1931, 2, 3))
    qtbot.waitUntil(lambda: hints(timeline) == ["01.01.2060 ›"])
    timeline.views()["Show the busiest stretch"]()
    qtbot.waitUntil(lambda: len(hints(timeline)) == 3)
    timeline.show_all()
    qtbot.waitUntil(lambda: not hints(timeline))


def test_a_hint_goes_where_no_mark_is_and_no_words_lie_on_it(timeline: TimelinePlot, qtbot: QtBot) -> None:
    item = timeline.view.getPlotItem()
    item.setXRange(seconds(RECENT[4]), seconds(RECENT[-1]), padding=0)  # its own days are beyond, and one at the edge
    qtbot.waitUntil(lambda: "‹ 6 earlier" in hints(timeline))
    words = [i for i in item.items if isinstance(i, TextItem)]
    boxes = [i.mapRectToScene(i.boundingRect()).adjusted(5, 5, -5, -5) for i in words]  # without the paper around
    assert len(boxes) > 4
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_the_hints_of_many_sources_do_not_lie_on_one_another(timeline: TimelinePlot, qtbot: QtBot) -> None:
    sources = tuple(source(letter, [date(1931, 2, 3), date(1932, 3, 4), *RECENT]) for letter in "ABCDEFGH")
    timeline.workspace.show_comparison(Comparison(sources, (), (), (), (), ()))
    timeline.resize(560, 150)

    def apart() -> bool:
        words = [i for i in timeline.view.getPlotItem().items if isinstance(i, TextItem)]
        boxes = [i.mapRectToScene(i.boundingRect()).adjusted(0, 5, 0, -5) for i in words if "‹" in i.toPlainText()]
        return len(boxes) == 8 and not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])

    qtbot.waitUntil(apart)


def test_without_room_for_words_the_arrow_stands_at_the_edge(timeline: TimelinePlot, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(hints(timeline)) == 3)
    box = timeline.view.getPlotItem().getViewBox()
    left, right = box.viewRange()[0]
    dates = [("A", 0, left - 9, left - 8, "in spring"), ("B", 1, right + 8, right + 9, "later")]
    found = dates_beyond(dates, left, right)
    taken = Room(box.width(), box.height(), [QRectF(14, 0, 90, box.height())])
    placed = timeline._hints.place(found, lambda lane: (-lane, -lane - 0.4), taken, timeline.theme)
    assert hints(timeline) == ["‹", "later ›"]
    assert [(beyond.earlier, y) for beyond, _, _, y in placed] == [(True, 0), (False, -1)]
    assert placed[0][1] == pytest.approx(left, abs=86400) and placed[1][2] == pytest.approx(right)


def test_right_to_left_words_leave_the_arrow_at_its_side() -> None:
    (beyond,) = dates_beyond([("A", 0, 1.0, 2.0, "عام 2022")], 4.0, 9.0)
    assert beyond.hint == "\u200e‹ \u2068عام 2022\u2069"


@pytest.mark.parametrize("kind", [NumbersPlot, AlignmentMap])
def test_the_choices_of_a_plot_look_as_those_of_the_docks(kind: type[Plot], qtbot: QtBot) -> None:
    workspace = Workspace()
    plot = kind(workspace, load_theme("light"))
    workspace.setParent(plot)
    qtbot.addWidget(plot)
    assert [type(box) for box in plot.findChildren(QComboBox)] == [Choice]
