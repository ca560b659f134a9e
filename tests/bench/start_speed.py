"""Measure the cold start against the process of a bare QMainWindow, in the same run.

usage: QT_QPA_PLATFORM=offscreen python tests/bench/start_speed.py [--times 7]

Every start is a process of its own that leaves at its first paint. CPU is what that process took, wall is what passed
since it was asked for; the ratios are what counts. Bytecode is kept, as after an installation. The articles are read
by a child process, whose CPU is not ours. The second row tells how much of the last is Qt's own: to lay out and paint
the same two texts, with no program around them.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def leave():
    sys.stdout.write(f"{time.process_time()}\\n"); sys.stdout.flush(); os._exit(0)
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, leave)
application = QApplication([])
window = Window()
window.resize(1600, 1000)
window.show()
application.exec()
"""

EDITS = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit
def leave():
    sys.stdout.write(f"{time.process_time()}\\n"); sys.stdout.flush(); os._exit(0)
painted = set()
class Page(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted.add(self)
        if len(painted) == 2:
            QTimer.singleShot(0, leave)
application = QApplication([])
window, row = QMainWindow(), QSplitter()
window.setCentralWidget(row)
for name in FILES:
    page = Page()
    page.setReadOnly(True)
    page.setPlainText(open(name, encoding="utf-8").read())
    row.addWidget(page)
window.resize(1600, 1000)
window.show()
application.exec()
"""

OURS = """
import os, sys, time
import reader.__main__
from reader.__main__ import import_window, main
def leave():
    sys.stdout.write(f"{time.process_time()}\\n"); sys.stdout.flush(); os._exit(0)
def watched_window():
    run = import_window()
    import reader.app
    reader.app.PATIENCE = 20_000  # on a busy machine too the articles are in the first paint
    from PySide6.QtCore import QEvent, QObject, QTimer
    class Seen(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                seen.add(watched)
                if len(seen) == max(1, PANES):
                    QTimer.singleShot(0, leave)
            return False
    seen, filters = set(), []
    def watch(widget):
        filters.append(Seen())
        widget.installEventFilter(filters[-1])
    def watch_panes(desk):
        desk.stage.pane_made.connect(lambda pane: watch(pane.view.viewport()))
        for pane in desk.panes:
            watch(pane.view.viewport())
    class Watched(reader.app.Program):
        def __init__(self, application):
            super().__init__(application)
            self.window.centre.desk_made.connect(watch_panes) if PANES else watch(self.window)
    reader.app.Program = Watched
    return run
reader.__main__.import_window = watched_window
main(FILES)
"""


def started(code: str, folder: str) -> tuple[float, float]:
    """Milliseconds of CPU and of the clock that one start takes."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, env=kept | own, text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    passed = time.perf_counter() - begun
    process.stdout.close()
    process.wait()
    return 1000 * float(line), 1000 * passed


def articles(folder: str) -> list[str]:
    """Two files of about 10 KB that are not versions of each other."""
    paths = []
    for seed in (1, 2):
        chance = random.Random(seed)
        words = ["".join(chance.choices("abdeilmnorstu", k=chance.randint(2, 9))) for _ in range(600)]
        paragraphs = [" ".join(chance.choices(words, k=70)).capitalize() + "." for _ in range(24)]
        paths.append(str(Path(folder, f"{seed}.txt")))
        Path(paths[-1]).write_text("\n\n".join(paragraphs), encoding="utf-8")
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7, help="starts of each kind")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        files = articles(folder)
        kinds = {
            "bare QMainWindow": BARE,
            "two bare QTextEdits with the texts": EDITS.replace("FILES", repr(files)),
            "our empty window": OURS.replace("PANES", "0").replace("FILES", "[]"),
            "two articles, first painted text": OURS.replace("PANES", "2").replace("FILES", repr(files)),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for turn in range(times + 1):  # in turns, so that a busy minute falls on all; the first warms the disk
            for name, code in kinds.items():
                found = started(code, folder)
                if turn:
                    taken[name].append(found)
    print("| what | CPU min | median | ratio | wall min | median | ratio |")
    print("|---|---|---|---|---|---|---|")
    floors: list[float] = []
    for name, found in taken.items():
        cells = [name]
        for n, of in enumerate(zip(*found, strict=True)):
            least, middle = min(of), statistics.median(of)
            if len(floors) < 2 * (n + 1):
                floors += [least, middle]
            cells += [
                f"{least:.0f} ms",
                f"{middle:.0f} ms",
                f"{least / floors[2 * n]:.2f} / {middle / floors[2 * n + 1]:.2f}",
            ]
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
