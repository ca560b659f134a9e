"""Measure the panes against bare widgets in the same run; prints a table of medians and ratios.

usage: QT_QPA_PLATFORM=offscreen python tests/bench/desk_speed.py [--quick]

Times are of this machine at this moment; the ratios are what counts. A step that is long in one round alone, at a place
where the others are not, was held up by the machine: the row below the 99th percentile leaves that out. Memory is
measured in processes of their own.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import shiboken6  # noqa: E402
from PySide6.QtCore import QObject  # noqa: E402
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget  # noqa: E402

from reader.links import Alignment, ComparedSource, Comparison, Entity, Side, source_id  # noqa: E402
from reader.mentions import Mention  # noqa: E402
from reader.notes import Project, Source  # noqa: E402
from reader.text import Article, Span, find_passages  # noqa: E402
from reader.ui.background.garbage import uncollected  # noqa: E402
from reader.ui.looks.theme import load_theme  # noqa: E402
from reader.ui.panes import Desk  # noqa: E402
from reader.ui.panes.page.text_view import TextView  # noqa: E402
from reader.ui.workspace import Workspace  # noqa: E402

WORDS = ["harbour", "council", "ferry", "evening", "report", "crates", "moved", "under", "a", "lamp", "while", "tide"]
KINDS = ["person", "organisation", "place", "number", "date"]
ROUNDS = 4
Row = tuple[str, float, float, float, str]


def text_of(size: int, seed: int = 1) -> str:
    chance = random.Random(seed)
    paragraphs, done = [], 0
    while done < size:
        words = [chance.choice(WORDS) for _ in range(115)]
        for n in range(14, 115, 15):
            words[n] += "."
        paragraphs.append(" ".join(words).capitalize())
        done += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:size]


def compared(article: Article, letter: str, marks: int) -> ComparedSource:
    step = max(12, len(article.text) // marks)
    mentions = tuple(
        Mention(Span(at, at + 9), article.text[at : at + 9], KINDS[n % 5], id=f"{letter}{n + 1}")  # type: ignore[arg-type]
        for n, at in enumerate(range(0, len(article.text) - 10, step))
    )
    return ComparedSource(letter, article, find_passages(article), mentions)


def comparison(articles: list[Article], marks: int, links: int) -> Comparison:
    """Every mention belongs to the one entity "E1" in every second place, to none else."""
    sources = tuple(compared(a, source_id(n), marks) for n, a in enumerate(articles))
    ids = tuple(m.id for s in sources for m in s.mentions)
    found = []
    for a, b in pairwise(sources):
        for n in range(links):
            i, j = (n * len(s.passages) // links for s in (a, b))
            found.append(Alignment(Side(a.id, (i,)), Side(b.id, (j,)), 0.4 + n % 6 / 10, "bench"))
    return Comparison(sources, (Entity("E1", "harbour", "place", {}, ids),), (), tuple(found))


def clock(work: Callable[[], object]) -> float:
    """Milliseconds of processor time: what passes on the clock is shared with whatever else the machine does."""
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun)


def median(work: Callable[[], float], times: int) -> float:
    return statistics.median(work() for _ in range(times))


def first_paint(make: Callable[[], QTextEdit | QPlainTextEdit]) -> float:
    """Milliseconds from nothing to the first paint of a 700 × 900 view."""
    made: list[QTextEdit | QPlainTextEdit] = []

    def open_it() -> None:
        made.append(make())
        made[0].resize(700, 900)
        made[0].show()
        made[0].viewport().repaint()

    done = clock(open_it)
    shiboken6.delete(made[0])
    return done


def plain(text: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setPlainText(text)
    return view


def page(article: Article) -> TextView:
    view = TextView(load_theme("light"))
    view.show_article(article)
    return view


def opening(times: int) -> list[Row]:
    rows: list[Row] = []
    for name, size, most in (("1 MB", 1_000_000, "1.3"), ("5 MB", 5_000_000, "1.5")):
        text = text_of(size)
        article = Article.from_text(text)
        bare, ours = [], []
        for _ in range(times):  # in turn
            bare.append(first_paint(lambda text=text: plain(text)))
            ours.append(first_paint(lambda article=article: page(article)))
        floor, mine = statistics.median(bare), statistics.median(ours)
        rows.append((f"open {name}, first paint", floor, mine, mine / floor, f"<= {most}"))
    return rows


def desk_of(articles: list[Article], marks: int, links: int, size: tuple[int, int] = (1800, 1000)) -> Desk:
    workspace = Workspace()
    workspace.show_project(Project(sources=tuple(Source(a) for a in articles)))
    desk = Desk(workspace, load_theme("light"))
    workspace.setParent(desk)
    desk.resize(*size)
    desk.show()
    settle(desk)
    with uncollected():  # as one that comes from the worker is made
        workspace.comparison = comparison(articles, marks, links)
    workspace.comparison_changed.emit()
    settle(desk)
    return desk


def settle(desk: QWidget, seconds: float = 20) -> None:
    """Let the idle layout of all documents finish."""
    end = time.perf_counter() + seconds
    quiet = 0
    while quiet < 40 and time.perf_counter() < end:
        quiet = quiet + 1 if clock(QApplication.processEvents) < 3 else 0
        time.sleep(0.005)


def hovering(times: int) -> list[Row]:
    rows: list[Row] = []
    article = Article.from_text(text_of(1_000_000))
    load = median(lambda: first_paint(lambda: page(article)), 3)
    empty = desk_of([article], 1, 0, (700, 900))
    floor = median(lambda: repaint([empty]), times * 3)
    shiboken6.delete(empty)
    for marks, most in ((10_000, 2), (50_000, 5)):
        desk = desk_of([article], marks, 0, (700, 900))
        if marks == 10_000:
            found = comparison([article], marks, 0)

            def apply(desk: Desk = desk, found: Comparison = found) -> None:
                desk.workspace.comparison = found
                desk.workspace.comparison_changed.emit()

            applied = median(lambda: clock(apply), times)
            rows.append(
                ("10,000 marks applied (before the paint) / that load", load, applied, applied / load, "<= 0.2")
            )
        state = [False]

        def hover(desk: Desk = desk, state: list[bool] = state) -> float:
            state[0] = not state[0]

            def light() -> None:
                desk.workspace.hover_entity("E1" if state[0] else "")
                repaint([desk])

            return clock(light)

        mine = median(hover, times * 3)
        rows.append((f"hover, entity with {marks:,} marks / empty repaint", floor, mine, mine / floor, f"<= {most}"))
        shiboken6.delete(desk)
    return rows


def repaint(desks: list[Desk]) -> float:
    def paint() -> None:
        for desk in desks:
            for pane in desk.stage.shown():
                pane.view.viewport().repaint()

    return clock(paint)


def scrolling(steps: int) -> list[Row]:
    rows: list[Row] = []
    for panes, most in ((2, 16), (4, 24), (8, 40)):
        articles = [Article.from_text(text_of(200_000, n), key=f"k{n}") for n in range(panes)]
        desk = desk_of(articles, 10_000, 500)
        rounds, without = [], []
        for _ in range(ROUNDS):  # in turn, since the clock of a busy machine changes from one second to the next
            rounds.append(scroll(desk, steps // ROUNDS + 5, True))
            without += scroll(desk, steps // ROUNDS + 5, False)
        with_ribbons = [time for times in rounds for time in times]
        floor, mine = statistics.median(without), statistics.median(with_ribbons)
        late = sorted(with_ribbons)[int(len(with_ribbons) * 0.99)]
        steady = sorted(map(min, zip(*rounds, strict=True)))
        rows.append((f"synced step, {panes} panes, with / without ribbons", floor, mine, mine / floor, "<= 1.8"))
        rows.append((f"   the same, 99th percentile / median (median <= {most} ms)", mine, late, late / mine, "<= 2"))
        longest, usual = steady[int(len(steady) * 0.99)], statistics.median(steady)
        rows.append(("   the same, each place by its least of the rounds", usual, longest, longest / usual, "<= 2"))
        shiboken6.delete(desk)
    return rows


def scroll(desk: Desk, steps: int, ribbons: bool) -> list[float]:
    """Milliseconds of processor time of each step: move the leader, follow, paint everything."""
    stage = desk.stage
    bar = desk.panes[0].view.verticalScrollBar()
    bar.setValue(2000)
    settle(desk)
    gutters = stage.arrangement.gutters()
    for gutter in gutters:
        gutter.setUpdatesEnabled(ribbons)
    times = []

    def step() -> None:
        bar.setValue(bar.value() + 37)
        stage.sync.follow()
        for pane in stage.shown():
            pane.view.viewport().repaint()
            pane.overview.repaint()
            pane.margin.repaint()
        for gutter in gutters:
            if ribbons:
                gutter.repaint()

    for _ in range(steps):
        begun = time.process_time()
        step()
        times.append(1000 * (time.process_time() - begun))
    return times[5:]


def memory() -> list[Row]:
    """Megabytes that two 1 MB texts add, wholly laid out: two bare QTextEdits against two panes with 10,000 marks."""
    used = {}
    for which in ("bare", "panes"):
        done = subprocess.run([sys.executable, __file__, "--memory", which], capture_output=True, text=True, check=True)
        used[which] = float(done.stdout.strip().splitlines()[-1])
    rows = ("memory, two 1 MB texts with all marks / bare QTextEdits (MB)", used["bare"], used["panes"])
    return [(*rows, used["panes"] / used["bare"], "<= 2.5")]


def hold(which: str) -> None:
    texts = [text_of(1_000_000, n) for n in (1, 2)]
    kept: list[QObject] = []
    if which == "bare":
        begun = resident()
        for text in texts:
            view = QTextEdit()
            view.resize(700, 900)
            view.setPlainText(text)
            view.show()
            view.document().documentLayout().blockBoundingRect(view.document().lastBlock())
            view.viewport().repaint()
            kept.append(view)
    else:
        articles = [Article.from_text(text, key=f"k{n}") for n, text in enumerate(texts)]
        found = comparison(articles, 10_000, 500)
        begun = resident()
        workspace = Workspace()
        workspace.show_project(Project(sources=tuple(Source(a) for a in articles)))
        desk = Desk(workspace, load_theme("light"))
        desk.resize(1450, 1000)
        desk.show()
        workspace.comparison = found
        workspace.comparison_changed.emit()
        for pane in desk.panes:
            document = pane.view.document()
            document.documentLayout().blockBoundingRect(document.lastBlock())
        settle(desk)
        kept += [desk, workspace]
    print(resident() - begun)


def resident() -> float:
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--memory", choices=["bare", "panes"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    application = QApplication([])
    if given.memory:
        hold(given.memory)
        return
    times = 3 if given.quick else 7
    rows = opening(times) + hovering(times) + scrolling(60 if given.quick else 200) + memory()
    print(f"| {'what':<68} | {'floor':>8} | {'desk':>8} | ratio | target |")
    print(f"|{'-' * 70}|{'-' * 10}|{'-' * 10}|-------|--------|")
    for what, floor, mine, ratio, target in rows:
        print(f"| {what:<68} | {floor:8.1f} | {mine:8.1f} | {ratio:5.2f} | {target:<6} |")
    del application


if __name__ == "__main__":
    main()
