"""Measure a timeline of many dates against a heat map of 500 × 500 cells, each made, drawn and painted, in one run.

usage: QT_QPA_PLATFORM=offscreen python tests/bench/plot_speed.py [--times 7] [--dates 1000]

Both are 800 × 600 pixels. The first of each is left out: it loads and warms what both need. The ratio is what counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy  # noqa: E402
import pyqtgraph as pg  # noqa: E402
import shiboken6  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from reader.links import ComparedSource, Comparison, source_id  # noqa: E402
from reader.mentions import DateValue, Mention  # noqa: E402
from reader.text import Article, Span  # noqa: E402
from reader.ui.looks.theme import load_theme  # noqa: E402
from reader.ui.plots.timeline_plot import TimelinePlot  # noqa: E402
from reader.ui.workspace import Workspace  # noqa: E402

SIZE = (800, 600)


def dated(number: int, sources: int = 4) -> Comparison:
    """Days, months and years, spread over the sources."""
    found = []
    for n in range(sources):
        letter, mentions, words, at = source_id(n), [], [], 0
        for k in range(number // sources):
            low = date(2021, 1, 1) + timedelta(days=(k * 7 + n) % 900)
            high = low + timedelta(days=(0, 0, 0, 30, 365)[k % 5])
            word = f"{low.day} {low:%B} {low.year}"
            value = DateValue(low, high, low.isoformat(), precision="day" if low == high else "month")
            mentions.append(Mention(Span(at, at + len(word)), word, "date", value, id=f"{letter}{k + 1}"))
            words.append(word)
            at += len(word) + 2
        found.append(ComparedSource(letter, Article.from_text("; ".join(words), key=letter), (), tuple(mentions)))
    return Comparison(tuple(found))


def painted(make: Callable[[], QWidget]) -> tuple[float, float]:
    """Milliseconds from nothing to a painted plot: of processor time, and on the clock."""
    begun = time.process_time(), time.perf_counter()
    plot = make()
    plot.resize(*SIZE)
    plot.show()
    QApplication.processEvents()
    plot.grab()
    done = 1000 * (time.process_time() - begun[0]), 1000 * (time.perf_counter() - begun[1])
    shiboken6.delete(plot)
    return done


def heat() -> QWidget:
    view = pg.PlotWidget()
    image = pg.ImageItem(numpy.random.default_rng(7).random((500, 500)))
    image.setLookupTable(pg.colormap.get("viridis").getLookupTable())
    view.addItem(image)
    return view


def timeline(found: Comparison) -> QWidget:
    workspace = Workspace()
    workspace.show_comparison(found)
    plot = TimelinePlot(workspace, load_theme("light"))
    workspace.setParent(plot)
    return plot


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--dates", type=int, default=1000)
    given = parser.parse_args()
    application = QApplication([])
    found = dated(given.dates)
    rounds = [(painted(heat), painted(lambda: timeline(found))) for _ in range(given.times + 1)][1:]
    floor, mine = (statistics.median(held[k][0] for held in rounds) for k in (0, 1))
    sys.stdout.write("| what | floor, ms of processor time | measured | ratio | target |\n|---|---|---|---|---|\n")
    what = f"timeline of {given.dates:,} dates / heat map of 500 × 500"
    sys.stdout.write(f"| {what} | {floor:.1f} | {mine:.1f} | {mine / floor:.2f} | <= 5 |\n")
    del application


if __name__ == "__main__":
    main()
