"""The plots draw what the comparison says, tell the words under the pointer, and never show an empty frame."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyqtgraph import ImageItem, TextItem
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.links import Alignment, ComparedSource, Comparison, LedgerRow, Side, compare
from reader.mentions import DateValue, Mention, Quantity
from reader.notes import Project, add_source
from reader.text import Article, Passage, Span
from reader.ui.looks.theme import SANS, font, load_theme
from reader.ui.plots import AlignmentMap, NumbersPlot, TimelinePlot
from reader.ui.plots.figure import Plot
from reader.ui.plots.number_rows import number_groups
from reader.ui.plots.numbers_plot import NumberAxis
from reader.ui.plots.timeline_plot import date_marks, seconds
from reader.ui.workspace import Workspace


def mention(text: str, words: str, kind: str, value: object, name: str) -> Mention:
    start = text.index(words)
    return Mention(Span(start, start + len(words)), words, kind, value, id=name)  # type: ignore[arg-type]


@pytest.fixture
def comparison() -> Comparison:
    texts = ["Some 40 boats sank on 3 May 2021.", "At least 9,000 boats sank in May 2021, they said on Monday."]
    day, month = date(2021, 5, 3), (date(2021, 5, 1), date(2021, 5, 31))
    found = [
        (
            mention(texts[0], "Some 40 boats", "number", Quantity(40, 40, approximate=True, counted="boats"), "A1"),
            mention(texts[0], "3 May 2021", "date", DateValue(day, day, "2021-05-03"), "A2"),
        ),
        (
            mention(texts[1], "At least 9,000 boats", "number", Quantity(9000, None, bound="at least"), "B1"),
            mention(texts[1], "May 2021", "date", DateValue(*month, "2021-05", "month"), "B2"),
            mention(texts[1], "Monday", "date", DateValue(None, None, "", relative=True, resolved=False), "B3"),
        ),
    ]
    sources = tuple(
        ComparedSource(
            letter,
            Article.from_text(text, key=letter.lower(), published="2021-05-04"),
            (Passage(Span(0, len(text)), "sentence", 0),),
            mentions,
        )
        for letter, text, mentions in zip("AB", texts, found, strict=True)
    )
    row = LedgerRow("R1", "quantity", "differ", "boats", {"A": ("A1",), "B": ("B1",)}, "9,000 is far more than 40.")
    link = Alignment(Side("A", (0,)), Side("B", (0,)), 0.8, "share “boats”, “sank”")
    return Comparison(sources, (), (), (link,), (row,), ())


_kept: list[Plot] = []


@pytest.fixture(autouse=True)
def _keep_plots() -> Iterator[None]:
    """Hold every plot until its test is over: one that nobody holds may be collected while it is being painted."""
    yield
    _kept.clear()


def shown(qtbot: QtBot, kind: type[Plot], comparison: Comparison, theme: str = "light") -> Plot:
    workspace = Workspace()
    workspace.comparison = comparison
    plot = kind(workspace, load_theme(theme))
    workspace.setParent(plot)
    _kept.append(plot)
    qtbot.addWidget(plot)
    plot.resize(640, 260)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def test_numbers_of_different_size_lie_on_a_log_axis_with_an_open_end(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    assert [(spot.left, spot.words.split("\n")[0]) for spot in plot.spots] == [
        (pytest.approx(1.602, abs=1e-3), "A: Some 40 boats"),
        (pytest.approx(3.954, abs=1e-3), "B: At least 9,000 boats"),
    ]
    assert "9,000 is far more than 40." in plot.spots[0].words


def test_a_share_in_words_stands_with_per_cent() -> None:
    said = "The reservoir of Ostrel was 92 percent full.", "The reservoir of Ostrel was nine tenths full."
    compared = compare([Article.from_text(text, key=text[-12:]) for text in said])
    (row,) = number_groups(compared)["%"]
    assert [(bar.source, round(bar.low), round(bar.high)) for bar in row.bars] == [("A", 92, 92), ("B", 90, 90)]


def test_ticks_of_large_numbers_are_written_in_full() -> None:
    axis = NumberAxis(orientation="bottom")
    axis.setLogMode(True)
    assert axis.tickStrings([0.0, 3.0, 6.0, 9.0, 0.5], 1.0, 1.0) == ["1", "1,000", "1,000,000", "1,000,000,000", ""]
    axis.setLogMode(False)
    assert axis.tickStrings([2_500_000.0, 0.25], 1.0, 1.0) == ["2,500,000", "0.25"]


def test_where_nothing_is_below_zero_no_tick_is(qtbot: QtBot) -> None:
    axis = NumberAxis(orientation="bottom")
    qtbot.addWidget(held := QWidget())
    axis.setParent(held)
    below = [value for _, values in axis.tickValues(-20.0, 100.0, 600) for value in values if value < 0]
    axis.below_zero = False
    ticks = [value for _, values in axis.tickValues(-20.0, 100.0, 600) for value in values]
    assert below and ticks and min(ticks) == 0.0


def test_each_number_has_a_line_however_close_the_next_and_those_who_say_the_same_share_it(qtbot: QtBot) -> None:
    said = [f"In Ostrel {number} boats sank." for number in ("57", "58", "60", "61", "61", "63")]
    held = [Article.from_text(text, published="2031-05-12", key=str(n)) for n, text in enumerate(said)]
    plot = shown(qtbot, NumbersPlot, compare(held))
    levels = [spot.y for spot in plot.spots]
    assert len(levels) == 5 and all(a - b == pytest.approx(0.5) for a, b in pairwise(levels))
    assert plot.spots[3].words.splitlines()[:2] == ["D: 61", "E: 61"]
    letters = [item for item in plot.view.getPlotItem().items if isinstance(item, TextItem)]
    assert [item.toPlainText().strip() for item in letters] == ["A", "B", "C", "D E", "F"]
    middles = [item.mapRectToScene(item.boundingRect()).center().y() for item in letters]
    assert min(b - a for a, b in pairwise(middles)) > 10  # pixels


def test_several_counted_things_of_four_sources_have_room_in_a_low_dock(qtbot: QtBot) -> None:
    things = ("boats", "houses", "wells")
    said = [
        " ".join(f"The storm destroyed {n + k} {thing}." for n, thing in enumerate(things, 20)) for k in (0, 0, 0, 9)
    ]
    held = [Article.from_text(text, key=str(k)) for k, text in enumerate(said)]
    plot = shown(qtbot, NumbersPlot, compare(held))
    plot.resize(500, 180)
    bottom, _top = plot.view.getPlotItem().getViewBox().viewRange()[1]
    assert isinstance(plot, NumbersPlot) and len(plot._rows) == len(things)
    assert sum(spot.y > bottom for spot in plot.spots) == 2 * len(things)


def test_rows_without_room_are_brought_by_a_bar_and_the_wheel_zooms_the_axis(qtbot: QtBot) -> None:
    things = ("boats", "houses", "wells", "bridges", "horses", "carts", "sheds", "barns")
    said = [" ".join(f"The storm destroyed {n + k} {thing}." for n, thing in enumerate(things, 20)) for k in (0, 5)]
    plot = shown(qtbot, NumbersPlot, compare([Article.from_text(text, key=str(k)) for k, text in enumerate(said)]))
    plot.resize(500, 160)
    box = plot.view.getPlotItem().getViewBox()
    lowest = min(spot.y for spot in plot.spots)
    qtbot.waitUntil(plot.bar.isVisible)
    (left, right), (bottom, _) = box.viewRange()
    assert len(plot._rows) == len(things) and lowest < bottom  # so the last is not seen at first
    assert plot.bar.geometry().topRight() == plot.view.rect().topRight() and plot.bar.height() == plot.view.height()
    plot.bar.setValue(plot.bar.maximum())
    assert box.viewRange()[1][0] <= lowest - 0.4 and box.viewRange()[0] == [left, right]
    box.scaleBy(x=0.5, center=(left, 0))
    assert box.viewRange()[0] != [left, right] and box.state["mouseEnabled"] == [True, False]
    plot.show_all()
    assert plot.bar.value() == 0 and box.viewRange()[0] == [pytest.approx(left), pytest.approx(right)]
    plot.resize(500, 900)
    qtbot.waitUntil(lambda: not plot.bar.isVisible())


def test_letters_of_numbers_do_not_lie_on_one_another(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    letters = [i for i in plot.view.getPlotItem().items if isinstance(i, TextItem) and i.toPlainText().strip() in "AB"]
    boxes = [item.mapRectToScene(item.boundingRect()) for item in letters]
    assert len(boxes) == 2 and not boxes[0].intersects(boxes[1])


def test_the_letters_of_many_sources_stand_within_the_plot(qtbot: QtBot) -> None:
    said = [f"In Ostrel {number} boats sank." for number in ("three", "three", "three", "three", "three", "60", "60")]
    held = [Article.from_text(text, published="2031-05-12", key=str(n)) for n, text in enumerate(said)]
    plot = shown(qtbot, NumbersPlot, compare(held))
    box = plot.view.getPlotItem().getViewBox().sceneBoundingRect()
    words = [item for item in plot.view.getPlotItem().items if isinstance(item, TextItem)]
    assert [item.toPlainText().split() for item in words] == [list("ABCDE"), list("FG")]
    for item in words:
        assert box.contains(item.mapRectToScene(item.boundingRect())), item.toPlainText()


def test_a_click_on_a_number_chooses_its_row(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    with qtbot.waitSignal(plot.workspace.row_chosen) as chosen:
        plot.spots[0].go()
    assert chosen.args == ["R1"]


@pytest.mark.parametrize("kind", [NumbersPlot, TimelinePlot, AlignmentMap])
def test_what_the_pointer_meets_has_the_name_of_the_plot(qtbot: QtBot, kind: type[Plot]) -> None:
    plot = shown(qtbot, kind, Comparison())
    assert plot.view.viewport().accessibleName() == plot.title != ""


def test_the_pointer_finds_the_nearest_spot(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    box = plot.view.getPlotItem().getViewBox()
    spot = plot.spots[1]
    assert plot.spot_at(box.mapViewToScene(QPointF(spot.left, spot.y))) is spot
    assert plot.spot_at(QPointF(-100, -100)) is None


def test_dates_keep_their_precision(comparison: Comparison) -> None:
    marks, unresolved = date_marks(comparison)
    assert [(m.source, m.is_day, m.left, m.right - m.left) for m in marks] == [
        ("A", True, seconds(date(2021, 5, 3)), 86400.0),
        ("B", False, seconds(date(2021, 5, 1)), 31 * 86400.0),
    ]
    assert unresolved == ["B: Monday"]


def test_a_click_on_a_date_goes_to_its_passage(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, TimelinePlot, comparison)
    with qtbot.waitSignal(plot.workspace.passage_chosen) as chosen:
        plot.spots[1].go()
    assert chosen.args[0] == "b"
    assert chosen.args[1].of(comparison.sources[1].article.text) == "May 2021"


def test_the_map_shows_pairs_and_what_the_panes_show(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, AlignmentMap, comparison)
    assert len(plot.spots) == 1 and "share “boats”" in plot.spots[0].words
    plot.workspace.show_view("a", Span(0, 10))
    assert [band.getRegion() for band in plot._view_bands] == [(0, 1)]  # type: ignore[attr-defined]


def test_the_map_counts_whole_passages(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, AlignmentMap, comparison)
    axis = plot.view.getPlotItem().getAxis("bottom")
    assert [spacing for spacing, _ in axis.tickSpacing(0, 3, 200)] == [1]
    assert all(spacing >= 1 for spacing, _ in axis.tickSpacing(0, 400, 200))


def test_what_the_panes_show_is_drawn_on_a_map_that_was_empty_before(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, AlignmentMap, Comparison())
    plot.workspace.show_view("a", Span(0, 10))
    plot.workspace.comparison = comparison
    plot.workspace.comparison_changed.emit()
    assert len(plot._view_bands) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [NumbersPlot, TimelinePlot, AlignmentMap])
def test_an_empty_plot_says_why(qtbot: QtBot, kind: type[Plot]) -> None:
    assert shown(qtbot, kind, Comparison()).empty_reason().endswith(".")


@pytest.mark.parametrize("kind", [NumbersPlot, TimelinePlot, AlignmentMap])
def test_a_plot_says_that_it_waits_for_the_comparison(qtbot: QtBot, kind: type[Plot]) -> None:
    plot = shown(qtbot, kind, Comparison())
    project = Project()
    for number in range(2):
        project = add_source(project, Article.from_text(f"Report {number}", key=f"s{number}"))
    plot.workspace.show_project(project)
    assert plot.empty_reason() == "The sources are being compared …"
    assert not any(box.isVisible() for box in plot.findChildren(QComboBox))


@pytest.mark.parametrize("kind", [NumbersPlot, TimelinePlot, AlignmentMap])
@pytest.mark.parametrize("ending", ["png", "svg"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_are_saved(
    qtbot: QtBot, kind: type[Plot], ending: str, theme: str, comparison: Comparison, tmp_path: Path
) -> None:
    plot = shown(qtbot, kind, comparison, theme)
    file = tmp_path / f"plot.{ending}"
    plot.save_picture(str(file))
    start = file.read_bytes()[:200]
    assert start.startswith(b"\x89PNG") if ending == "png" else b"<svg" in start
    if ending == "png":  # fine enough for paper
        assert QImage(str(file)).width() == round(3 * plot.view.getPlotItem().sceneBoundingRect().width())


def test_a_hidden_plot_waits_until_it_is_shown(qtbot: QtBot, comparison: Comparison) -> None:
    plot = shown(qtbot, NumbersPlot, Comparison())
    plot.hide()
    plot.workspace.comparison = comparison
    plot.workspace.comparison_changed.emit()
    assert plot.empty_reason()
    plot.show()
    assert not plot.empty_reason()


def test_a_map_of_very_long_sources_is_a_picture_of_bounded_size(qtbot: QtBot) -> None:
    number = 5000
    articles = [Article.from_text("Ferries sail at nine. " * number, key=key) for key in "ab"]
    passages = tuple(Passage(Span(22 * n, 22 * n + 21), "sentence", 0) for n in range(number))
    sources = tuple(ComparedSource(a.key.upper(), a, passages, ()) for a in articles)
    asked: list[tuple[int, int]] = []

    class Grounds:
        def why(self, a: int, b: int) -> str:
            asked.append((a, b))
            return "the same ferries"

    pairs = [Alignment(Side("B", (n,)), Side("A", (number - 1 - n,)), 0.9, Grounds()) for n in range(number)]  # type: ignore[arg-type]
    plot = shown(qtbot, AlignmentMap, Comparison(sources, alignments=tuple(pairs)))
    picture = next(item for item in plot.view.getPlotItem().items if isinstance(item, ImageItem))
    assert max(picture.image.shape) <= 800 and not asked
    assert picture.mapRectToParent(picture.boundingRect()).width() == number
    box = plot.view.getPlotItem().getViewBox()
    spot = plot.spot_at(box.mapViewToScene(QPointF(3000.5, number - 3000.5)))
    assert spot is not None and "the same ferries" in spot.words
    assert len(asked) == 1 and abs(asked[0][1] - 3000) < 100 and sum(asked[0]) == number - 1
    plot.workspace.show_view("a", Span(22 * 40, 22 * 60))
    assert plot._view_bands[0].getRegion() == (40, 60)  # type: ignore[attr-defined]


def test_words_in_an_svg_keep_their_width_in_whatever_font_the_reader_has(
    qtbot: QtBot, comparison: Comparison, tmp_path: Path
) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    plot.save_picture(str(tmp_path / "plot.svg"))
    texts = [node for node in ElementTree.parse(tmp_path / "plot.svg").iter() if node.tag.endswith("}text")]
    named = {node.text: float(node.attrib["textLength"]) for node in texts if node.text and node.text.strip()}
    label = plot._rows[0].label
    assert named[label] == pytest.approx(QFontMetricsF(font(SANS, 11)).horizontalAdvance(label), abs=2)
    assert all("sans-serif" in node.attrib["font-family"] for node in texts)


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [("ferry", "PNG picture (*.png)", "ferry.png"), ("ferry.v2", "SVG drawing (*.svg)", "ferry.v2.svg")],
)
def test_a_picture_without_an_ending_is_written_as_the_kind_that_was_chosen(
    qtbot: QtBot,
    comparison: Comparison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    written: str,
) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    offered: list[Path] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / typed), kind)[: offered.append(Path(a[2])) or 2]
    )
    with qtbot.waitSignal(plot.workspace.trouble) as told:
        qtbot.mouseClick(plot.save, Qt.MouseButton.LeftButton)
    assert told.args == [f"“{written}” was written.", "info"]
    assert offered == [Path.home() / "numbers across sources.png"]
    assert [path.name for path in tmp_path.iterdir()] == [written] and (tmp_path / written).stat().st_size > 500


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_that_cannot_be_written_is_told(
    qtbot: QtBot, comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    plot = shown(qtbot, NumbersPlot, comparison)
    wanted = str(tmp_path / "gone" / f"ferry.{ending}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (wanted, ""))
    with qtbot.waitSignal(plot.workspace.trouble) as told:
        qtbot.mouseClick(plot.save, Qt.MouseButton.LeftButton)
    assert told.args == [f"“ferry.{ending}” could not be written: No such file or directory.", "error"]


def test_of_many_numbers_only_those_that_are_seen_are_drawn(qtbot: QtBot) -> None:
    said = [
        " ".join(f"In the village of Nr {n} the storm broke {n * 7 + k + 11} windows." for n in range(150))
        for k in (0, 3)
    ]
    plot = shown(qtbot, NumbersPlot, compare([Article.from_text(text, key=str(k)) for k, text in enumerate(said)]))
    assert isinstance(plot, NumbersPlot)
    box = plot.view.getPlotItem().getViewBox()

    def letters() -> list[TextItem]:
        return [item for item in plot.view.getPlotItem().items if isinstance(item, TextItem)]

    assert len(plot.spots) > 150 and len(plot.view.getPlotItem().items) < 120
    for value in (0, plot.bar.maximum() // 2, plot.bar.maximum(), 3):
        plot.bar.setValue(value)
        bottom, top = box.viewRange()[1]
        seen = {spot.y for spot in plot.spots if bottom <= spot.y <= top}
        assert seen and seen <= {letter.pos().y() for letter in letters()}
        assert len(letters()) < 120
