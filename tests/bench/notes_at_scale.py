"""Time re-anchoring 1,000 notes in 1 MB, and a project of 10,000 notes in 20 sources against one of 10 notes.

Run it as `python -m tests.bench.notes_at_scale`; times are processor seconds, read the ratios.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.notes import (
    Journal,
    Project,
    add_notes,
    add_source,
    draft_notes,
    read_project,
    set_body,
    set_rating,
    write_project,
)
from reader.text import Article, Span, find_anchors, find_anchors_between, make_anchors

CHANCE = random.Random(3)
WORDS = ["".join(CHANCE.choices("abcdefghijklmnopqrstuvwxyz", k=CHANCE.randint(2, 10))) for _ in range(20_000)]


def text_of(length: int) -> str:
    """About `length` code points of sentences; frequent words are frequent, as in a language."""
    made = [WORDS[int(len(WORDS) * CHANCE.random() ** 3)] for _ in range(length // 7)]
    sentences = [" ".join(made[at : at + 12]).capitalize() + "." for at in range(0, len(made), 12)]
    return "".join(s + ("\n\n" if n % 6 == 5 else " ") for n, s in enumerate(sentences))


def edited(text: str, share: float) -> str:
    """The text with that share of its words replaced, and a paragraph put in before it."""
    words = text.split(" ")
    for at in CHANCE.sample(range(len(words)), int(share * len(words))):
        words[at] = CHANCE.choice(WORDS)
    return "A paragraph that was not there.\n\n" + " ".join(words)


def seconds(act: Callable[[], object]) -> float:
    """The least of three runs."""
    taken = []
    for _ in range(3):
        before = time.process_time()
        act()
        taken.append(time.process_time() - before)
    return min(taken)


def project_of(notes: int) -> Project:
    """Twenty sources with so many notes."""
    made = Project()
    for number in range(20):
        made = add_source(made, Article.from_text(text_of(20_000), key=f"s{number}"))
    places = [(f"s{n % 20}", Span(start := CHANCE.randrange(15_000), start + 40)) for n in range(notes)]
    return add_notes(made, draft_notes(made, places, body="What does this rest on?", rating="3"))


def in_the_list(notes: int) -> dict[str, float]:
    """Milliseconds of the window's thread that steps in the list of notes take, the least of three."""
    os.environ.setdefault("QT_QPA_PLATFORM", "minimal")
    from PySide6.QtWidgets import QApplication

    from reader.ui.docks import NotesPanel
    from reader.ui.looks.theme import load_theme
    from reader.ui.workspace import Workspace

    application = QApplication.instance() or QApplication([])
    space, taken = Workspace(), dict[str, float]()
    space.start_with(project_of(notes))
    panel = NotesPanel(space, load_theme("light"))
    panel.resize(280, 800)
    panel.show()
    ids = [note.id for note in space.project.notes]

    def step(name: str, act: Callable[[], object]) -> None:
        application.processEvents()
        before = time.process_time()
        act()
        application.processEvents()
        taken[name] = min(taken.get(name, 1e9), 1000 * (time.process_time() - before))

    for turn in range(3):
        for words in ("w", "wh", "wha", "what", ""):
            step("filter by a letter more", lambda words=words: panel.bar.field.setText(words))  # type: ignore[misc]
        body, grade = f"{turn}", "124"[turn]
        step("type in a note", lambda: space.edit("x", lambda p: set_body(p, ids[1], body), merge="a"))  # noqa: B023
        step("rate one", lambda: space.edit("x", lambda p: set_rating(p, ids[2], grade)))  # noqa: B023
        step("undo", space.undo_stack.undo)
        step("choose another", lambda turn=turn: space.choose_note(ids[len(ids) // 2 + turn]))  # type: ignore[misc]
        step("scroll", lambda turn=turn: panel.view.verticalScrollBar().setValue(500 + 900 * turn))  # type: ignore[misc]
    panel.deleteLater()
    return taken


def in_the_window(notes: int) -> tuple[float, int]:
    """What the longest standstill of the window takes while such a project is opened, and how many are over 50 ms.

    Processor milliseconds of its thread; the panes are loaded before, as they are in a window that is idle.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    from reader.app import Program, make_application

    made = make_application()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        path = Path(home) / "scale.diptych"
        write_project(project_of(notes), path)
        loop, program, gaps = QEventLoop(), Program(made), [0.0]
        program.open([])
        program.window.completed.connect(loop.exit)
        loop.exec()
        last = time.thread_time()

        def beat() -> None:
            nonlocal last
            gaps.append(1000 * (time.thread_time() - last))
            last = time.thread_time()

        pulse = QTimer(interval=0)
        pulse.timeout.connect(beat)
        pulse.start()
        program.session.saving.opened.connect(lambda: QTimer.singleShot(1500, loop.exit))
        QTimer.singleShot(0, lambda: program.window.files.open_project(path))
        loop.exec()
        program.session.close()
    return max(gaps), sum(gap > 50 for gap in gaps)


def main() -> None:
    if "--window" in sys.argv:  # a process of its own: there is one application in each
        print(*in_the_window(int(sys.argv[-1])))
        return
    for size in (250_000, 1_000_000):
        text = text_of(size)
        spans = [Span(start := CHANCE.randrange(len(text) - 200), start + CHANCE.randint(5, 150)) for _ in range(1000)]
        anchors = make_anchors(text, spans)
        for share in (0.0, 0.005, 0.05):
            new = edited(text, share)
            found = find_anchors(anchors, new)
            certain = sum(match is not None and match.certain for match in found)
            taken = seconds(lambda anchors=anchors, new=new: find_anchors(anchors, new))  # type: ignore[misc]
            between = seconds(lambda anchors=anchors, new=new: find_anchors_between(text, anchors, spans, new))  # type: ignore[misc]  # noqa: B023
            print(
                f"1,000 notes in {len(text):,} code points, {share:.1%} edited: {taken:.2f} s, {certain} certain; "
                f"{between:.2f} s with a look at the old text"
            )
    times: dict[str, list[float]] = {}
    for notes in (10, 10_000):
        project = project_of(notes)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "scale.diptych"
            times.setdefault("save", []).append(seconds(lambda: write_project(project, path)))  # noqa: B023
            journal, after = Journal(Path(folder)), set_body(project, project.notes[0].id, "x")
            journal.record(project, after, "Type")  # the first line, which the window has written in a thread before
            times.setdefault("journal, a step", []).append(
                seconds(lambda: journal.record(project, after, "Type"))  # noqa: B023
            )
            journal.clear()
            times.setdefault("open", []).append(seconds(lambda: read_project(path)))  # noqa: B023
        note = project.notes[0].id
        times.setdefault("edit", []).append(seconds(lambda: set_body(project, note, "changed")))  # noqa: B023
    for name, (few, many) in times.items():
        print(f"{name}: {few * 1000:.1f} ms with 10 notes, {many * 1000:.1f} ms with 10,000: {many / few:.0f} times")
    for notes in (10, 10_000):
        command = [sys.executable, "-m", "tests.bench.notes_at_scale", "--window", str(notes)]
        quiet = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        gap, long = subprocess.run(command, capture_output=True, text=True, check=True, env=quiet).stdout.split()
        print(f"opened in a window, {notes:,} notes: longest standstill {float(gap):.0f} ms; over 50 ms: {long}")
    small, large = in_the_list(10), in_the_list(10_000)
    for name, many in large.items():
        print(f"list, {name}: {small[name]:.1f} ms with 10 notes, {many:.1f} ms with 10,000")


if __name__ == "__main__":
    main()
