"""The runner: results, progress, errors, cancelling, a dying worker, and nothing left behind."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QTimer

from reader.errors import DiptychError
from reader.text import Article
from reader.ui.background import turns
from reader.ui.background.runner import Runner
from tests.ui.windows import alive, gone

JOBS = "tests.ui.background.worker_jobs"
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def runner(qtbot):
    held = Runner()
    yield held
    held.close()


class Heard:
    """Collects what a runner says of one request."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[DiptychError] = []
        self.steps: list[tuple[float, str]] = []

    def options(self) -> dict:
        return {
            "done": self.results.append,
            "failed": self.errors.append,
            "progress": lambda fraction, what: self.steps.append((fraction, what)),
        }


def test_result_and_progress_come_back(runner, qtbot):
    heard = Heard()
    runner.start(f"{JOBS}:count", 3, **heard.options())
    assert runner.busy
    qtbot.waitUntil(lambda: heard.results == [3])
    assert heard.steps[0] == (0.0, "counting")
    assert not runner.busy and not heard.errors


def test_the_worker_knows_no_qt_and_is_used_again(runner, qtbot):
    heard = Heard()
    runner.start(f"{JOBS}:modules", **heard.options())
    qtbot.waitUntil(lambda: len(heard.results) == 1)
    first = runner.pid
    assert not {name.split(".")[0] for name in heard.results[0]} & {"PySide6", "shiboken6", "pyqtgraph"}
    runner.start(f"{JOBS}:count", 1, **heard.options())
    qtbot.waitUntil(lambda: len(heard.results) == 2)
    assert runner.pid == first


def test_numpy_keeps_to_one_thread_in_the_worker(runner, qtbot, monkeypatch):
    for name in [name for name in os.environ if name.endswith("_NUM_THREADS")]:
        monkeypatch.delenv(name)
    heard = Heard()
    runner.start(f"{JOBS}:analysis_on_one_thread", **heard.options())
    qtbot.waitUntil(lambda: heard.results == [True])


@pytest.mark.parametrize("seconds", [0.0, 3600.0])
def test_newest_request_wins(runner, qtbot, monkeypatch, seconds):
    monkeypatch.setattr(turns, "AT_A_TIME", seconds)  # a request is sent step by step, or at once
    old, new = Heard(), Heard()
    runner.start(f"{JOBS}:polite", 60.0, **old.options())
    runner.start(f"{JOBS}:count", 5, **new.options())
    runner.start(f"{JOBS}:count", 7, **new.options())
    qtbot.waitUntil(lambda: new.results == [7])
    assert not old.results and not old.errors


def test_polite_function_is_cancelled_and_the_process_kept(runner, qtbot):
    runner._grace.setInterval(3_600_000)
    heard, after = Heard(), Heard()
    runner.start(f"{JOBS}:polite", 60.0, **heard.options())
    qtbot.waitUntil(lambda: bool(heard.steps))
    pid = runner.pid
    runner.cancel()
    assert not runner.busy
    runner.start(f"{JOBS}:count", 1, **after.options())
    qtbot.waitUntil(lambda: after.results == [1])
    assert runner.pid == pid and not heard.results


def test_stubborn_function_is_ended(runner, qtbot):
    heard = Heard()
    runner.start(f"{JOBS}:stubborn", **heard.options())
    qtbot.waitUntil(lambda: bool(heard.steps))
    pid = runner.pid
    runner.cancel()
    qtbot.waitUntil(lambda: not alive(pid))
    assert not heard.results and not heard.errors


def test_errors_are_told_once(runner, qtbot):
    heard = Heard()
    runner.start(f"{JOBS}:refuse", **heard.options())
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert str(heard.errors[0]) == "“a.txt” is locked. Unlock it."
    runner.start(f"{JOBS}:stumble", **heard.options())
    qtbot.waitUntil(lambda: len(heard.errors) == 2)
    assert "ZeroDivisionError" in str(heard.errors[1])


def test_what_a_stopped_process_had_said_is_not_taken_for_the_word_of_the_next(runner, qtbot):
    heard = Heard()
    runner.start(f"{JOBS}:count", 1, **heard.options())
    qtbot.waitUntil(lambda: heard.results == [1])
    before = runner._worker
    thread = Thread(target=lambda: (before.received.emit(before, b"r of another value"), before.ended.emit(before)))
    thread.start()
    thread.join()  # both are on their way
    runner.close()
    runner.start(f"{JOBS}:count", 2, **heard.options())
    qtbot.waitUntil(lambda: heard.results == [1, 2])
    assert not heard.errors


def test_a_dying_process_is_an_error_and_the_next_request_works(runner, qtbot):
    heard = Heard()
    runner.start(f"{JOBS}:die", **heard.options())
    qtbot.waitUntil(lambda: bool(heard.errors))
    runner.start(f"{JOBS}:count", 2, **heard.options())
    qtbot.waitUntil(lambda: heard.results == [2])


def test_nothing_outlives_the_window():
    code = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QCoreApplication, QTimer
from reader.ui.background.runner import Runner
from tests.ui.windows import alive, gone
if __name__ == "__main__":
    app = QCoreApplication([])
    runner = Runner()
    heard = lambda fraction, what: (print(runner.pid, flush=True), app.quit())
    runner.start("{JOBS}:stubborn", done=print, failed=print, progress=heard)
    app.exec()
"""
    script = Path(os.environ["HOME"]) / "main_job.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert gone(int(done.stdout.split()[0]))


def test_an_article_is_sent_once_and_comes_back_as_itself(runner, qtbot):
    heard = Heard()
    articles = tuple(Article.from_text(f"Boat {n} lies in the harbour. " * 500) for n in range(3))
    runner.start(f"{JOBS}:lengths", articles, 2, **heard.options())
    qtbot.waitUntil(lambda: len(heard.results) == 1)
    assert heard.results[0] == tuple((held, len(held.text) + 2) for held in articles)
    assert all(found is held for (found, _), held in zip(heard.results[0], articles, strict=True))
    for given in (articles, articles[1:], articles):
        runner.start(f"{JOBS}:identities", given, **heard.options())
        qtbot.waitUntil(lambda: not runner.busy)
    first, second, third = heard.results[1:]
    assert second == first[1:] and third[1:] == second
    assert not heard.errors


def in_parts(runner, monkeypatch, after_part):
    """Let each step of a result have a turn of its own, and call `after_part` when a part of it has been taken."""
    monkeypatch.setattr(turns, "AT_A_TIME", 0.0)
    runner.warm()
    take = runner._joining.take

    def taking(message):
        value = take(message)
        if runner._joining.begun:
            after_part()
        return value

    monkeypatch.setattr(runner._joining, "take", taking)


def test_a_large_result_comes_while_the_event_loop_goes_on(runner, qtbot, monkeypatch):
    heard, parts, ticks = Heard(), [], set()
    in_parts(runner, monkeypatch, lambda: parts.append(QTimer.singleShot(0, lambda: ticks.add(len(parts)))))
    runner.start(f"{JOBS}:many", 20_000, **heard.options())
    qtbot.waitUntil(lambda: bool(heard.results))
    assert len(heard.results[0]) == 20_000 and heard.results[0][-1] == (19_999, "boat 19999")
    assert len(parts) > 50 and len(ticks) > len(parts) / 2 and gc.isenabled()


def test_a_result_that_is_not_wanted_any_more_ends_no_process(runner, qtbot, monkeypatch):
    heard, after, begun = Heard(), Heard(), []

    def leave_it():
        if not begun:
            begun.append(runner.pid)
            runner.start(f"{JOBS}:many", 700, **after.options())

    in_parts(runner, monkeypatch, leave_it)
    runner.start(f"{JOBS}:many", 20_000, **heard.options())
    qtbot.waitUntil(lambda: bool(after.results))
    assert after.results[0] == [(n, f"boat {n}") for n in range(700)]
    assert begun == [runner.pid] and not heard.results and gc.isenabled()


def test_a_request_is_left_before_it_was_sent_whole(runner, qtbot, monkeypatch):
    monkeypatch.setattr(turns, "AT_A_TIME", 0.0)
    runner.warm()
    heard, after = Heard(), Heard()
    articles = tuple(Article.from_text(f"Boat {n} lies here.\n\n" * 3000) for n in range(3))
    runner.start(f"{JOBS}:lengths", articles, 1, **heard.options())
    runner.start(f"{JOBS}:lengths", articles[::-1], 1, **after.options())
    qtbot.waitUntil(lambda: bool(after.results))
    assert [length for _, length in after.results[0]] == [len(held.text) + 1 for held in articles[::-1]]
    assert not heard.results


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be held there")
def test_a_request_larger_than_any_pipe_is_handed_over_while_the_worker_does_not_read(runner, qtbot):
    heard = Heard()
    runner.warm()
    os.kill(runner.pid, signal.SIGSTOP)
    try:
        article = Article.from_text("A boat lies here.\n\n" * 100_000)
        runner.start(f"{JOBS}:lengths", (article,), 1, **heard.options())
        qtbot.waitUntil(lambda: runner._sent, timeout=20000)
    finally:
        os.kill(runner.pid, signal.SIGCONT)
    qtbot.waitUntil(lambda: bool(heard.results), timeout=20000)
    assert [length for _, length in heard.results[0]] == [len(article.text) + 1]
