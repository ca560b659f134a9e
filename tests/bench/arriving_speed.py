"""Measure how soon marks are shown, and how the window feels while much is analysed and while the result comes.

usage: QT_QPA_PLATFORM=offscreen python tests/bench/arriving_speed.py [--megabytes 5] [--times 5]

The first row compares two new articles of 10 KB in a window whose worker is warm with the analysis alone, warm too. The
others hold a precise timer of 5 ms and the repaint of a pane, while two sources of that size together are analysed and
their result is read and shown, against both in the same window at rest. Ratios are what counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests" / "bench"))

from analysis_speed import accounts  # noqa: E402
from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402

from reader.app import Program, make_application  # noqa: E402
from reader.links import compare  # noqa: E402
from reader.notes import Project, Source  # noqa: E402
from reader.text import Article  # noqa: E402

Row = tuple[str, float, float, str]
ARRIVING = 600
"""Beats of the timer, the last of all, in which the result is read and shown: they are told by themselves."""


class Window:
    """A shown window with its worker warm, and ways to wait for it."""

    def __init__(self) -> None:
        self.application = make_application()
        self.loop = QEventLoop()  # the end of the application's own would end the worker
        self.program = Program(self.application)
        self.workspace = self.program.session.workspace
        self.program.open([])
        self.program.window.completed.connect(self.loop.exit)
        self.loop.exec()

    def show(self, articles: list[Article]) -> None:
        self.workspace.start_with(Project(sources=tuple(Source(held) for held in articles)))

    def compared(self, articles: list[Article]) -> None:
        """Show articles and wait until their marks are painted."""
        self.workspace.comparison_changed.connect(self._look)
        self.show(articles)
        self.loop.exec()
        self.workspace.comparison_changed.disconnect(self._look)
        self.paint()

    def _look(self) -> None:
        if self.workspace.comparison.sources:
            self.loop.exit()

    def paint(self) -> float:
        """Milliseconds to paint the first pane."""
        begun = time.perf_counter()
        self.program.window.centre.desk.panes[0].view.viewport().repaint()  # type: ignore[union-attr]
        return 1000 * (time.perf_counter() - begun)

    def close(self) -> None:
        self.workspace.undo_stack.setClean()
        self.program.session.close()


class Pulse:
    """Gaps of a precise 5 ms timer, and every tenth time the paint of a pane."""

    def __init__(self, window: Window) -> None:
        self.window, self.gaps, self.paints = window, [0.0], [0.0]
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        if len(self.gaps) % 10 == 0:
            self.paints.append(self.window.paint())
        self._last = time.perf_counter()

    def take(self) -> tuple[list[float], list[float]]:
        """What was measured since the last time."""
        held = self.gaps[1:], self.paints[1:]
        self.gaps, self.paints = [0.0], [0.0]
        return held


def marks(window: Window, times: int) -> Row:
    """Two new articles of 10 KB, to all marks shown."""
    alone, shown = [], []
    for turn in range(times + 1):
        pairs = [accounts(2, 10_000, seed=100 * turn + k) for k in (1, 2)]
        begun = time.perf_counter()
        compare(pairs[0])
        half = time.perf_counter()
        window.compared(pairs[1])
        if turn:  # the first warms both
            alone.append(1000 * (half - begun))
            shown.append(1000 * (time.perf_counter() - half))
    return "two 10 KB articles to all marks shown / the analysis alone", *map(statistics.median, (alone, shown)), "1.5"


def busy(window: Window, megabytes: float) -> list[Row]:
    """A pulse at rest, while the worker works, and while its result arrives."""
    size = int(megabytes * 500_000)
    window.show(accounts(2, size))
    pulse = Pulse(window)
    window.workspace.comparison_changed.connect(window._look)
    window.program.session.analysis.cancel()
    QTimer.singleShot(4000, window.loop.exit)
    window.loop.exec()
    pulse.take()
    QTimer.singleShot(3000, window.loop.exit)
    window.loop.exec()
    idle, floor = pulse.take()
    window.program.session.analysis.again()
    window.loop.exec()
    QTimer.singleShot(1000, window.loop.exit)
    window.loop.exec()
    gaps, paints = pulse.take()
    analysed, arrived = gaps[:-ARRIVING], gaps[-ARRIVING:]
    return [
        ("timer, 99th percentile while it is analysed / at rest", late(idle), late(analysed), "1.3"),
        ("paint of a pane, median while it is analysed / at rest", middle(floor), middle(paints), "1.5"),
        ("timer, the longest gap while the result arrives / at rest", max(idle), max(arrived), ""),
    ]


def late(held: list[float]) -> float:
    return sorted(held)[int(len(held) * 0.99)]


def middle(held: list[float]) -> float:
    return statistics.median(held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5.0, help="of text, in two sources; 0 leaves these rows out")
    parser.add_argument("--times", type=int, default=5, help="pairs of small articles")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        window = Window()
        rows = [marks(window, given.times)]
        rows += busy(window, given.megabytes) if given.megabytes else []
        window.close()
    sys.stdout.write("| what | floor, ms | measured, ms | ratio | target |\n|---|---|---|---|---|\n")
    for what, floor, mine, most in rows:
        sys.stdout.write(f"| {what} | {floor:.1f} | {mine:.1f} | {mine / floor:.2f} | {most and '<= ' + most} |\n")


if __name__ == "__main__":
    main()
