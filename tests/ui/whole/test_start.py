"""How the program starts: what it imports before the first paint, what it leaves, and what it says without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.windows import gone

ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    "pyqtgraph", "numpy", "rapidfuzz", "trafilatura", "lxml", "nupunkt", "anyascii", "charset_normalizer", "pypdfium2",
    "striprtf", "msgspec", "multiprocessing", "subprocess", "reader.mentions.values", "reader.text.passages",
    "reader.text.paragraphs.blocks", "reader.text.sentence_ends", "reader.sources.formats",
    "reader.notes.file.storage", "reader.notes.safety.journal", "reader.sources.isolation.parent",
)  # fmt: skip
READING = ("multiprocessing", "subprocess", "reader.sources.isolation.parent", "reader.notes.file.storage")
"""What reads the articles that are named at the start, and looks after their files."""
LINKS = {"reader.links", "reader.links.letters", "reader.links.comparison"}
"""What the workspace needs; the other values, and what computes them, come later."""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    kept.pop("WAYLAND_DISPLAY", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**kept, **environment}, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def pair(tmp_path) -> list[str]:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    paths[0].write_text("Night fire\n\nMayor Ines Calder counted 40 houses in Oldhaven.\n", encoding="utf-8")
    paths[1].write_text("Fire at night\n\nIn Oldhaven 52 houses burned, Ines Calder said.\n", encoding="utf-8")
    return [str(path) for path in paths]


def test_nothing_heavy_before_the_first_paint(pair):
    code = f"""
import sys
from reader.app import Program, make_application
from PySide6.QtCore import QTimer
def early():
    links = {{n for n in sys.modules if n.partition(".")[0] == "reader" and n.split(".")[1:2] == ["links"]}}
    return [n for n in {HEAVY!r} if n in sys.modules] + sorted(links - {LINKS!r})
application = make_application()
program = Program(application)
program.window.painted.disconnect()
program.window.painted.connect(lambda: (print(*early()), application.exit()))
program.window.show()
application.exec()
program.session.close()
"""
    done = run("-W", "error", "-c", code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_articles_stand_in_the_first_paint_and_the_rest_of_the_window_comes_after_it(pair):
    code = f"""
import enum, gc, sys
from pathlib import Path
gc.disable()  # as `main` does
import reader.app
reader.app.PATIENCE = 60_000
application = reader.app.make_application()
program = reader.app.Program(application)
window, space = program.window, program.session.workspace
def filled():
    return [name for name, dock in window.docking.docks.items() if dock.widget() is not None]
def tell():
    heavy = [n for n in {HEAVY!r} if n in sys.modules and n not in {READING!r}]
    print("painted", len(space.project.sources), filled(), gc.isenabled(), heavy)
def tell_the_end():
    print("completed", "compare" in filled(), gc.isenabled(), enum.EnumType._create_.__module__)
    application.exit()
window.painted.connect(tell)
window.completed.connect(tell_the_end)
program.open([Path(name) for name in {pair!r}])
application.exec()
program.session.close()
"""
    done = run("-W", "error", "-c", code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["painted 2 [] False []", "completed True True enum"]


def test_what_qt_puts_in_the_place_of_import_is_taken_back():
    code = "import builtins\nheld = builtins.__import__\nimport reader.app\nassert builtins.__import__ is held"
    assert run("-c", code).returncode == 0


def test_the_count_of_none_is_kept():
    if sys.version_info >= (3, 12):
        pytest.skip("None is immortal here")
    code = """
import sys
from PySide6.QtCore import QObject
held = QObject()
before = sys.getrefcount(None)
for _ in range(500):
    held.setObjectName("x")
assert sys.getrefcount(None) > before - 100
"""
    done = run("-c", code)
    assert done.returncode == 0, done.stderr


def test_without_a_screen_the_comparison_is_printed(pair):
    done = run("-m", "reader", *pair)
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1 and "no screen" in done.stderr
    assert "Oldhaven" in done.stdout and "40 houses" in done.stdout


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="X11 only")
@pytest.mark.parametrize("display", [":987", "nonsense", "localhost:987.0"])
def test_a_screen_that_does_not_answer_is_told_and_never_ends_in_qts_abort(pair, display):
    done = run("-m", "reader", *pair, DISPLAY=display)
    assert done.returncode == 0 and "Oldhaven" in done.stdout
    assert done.stderr.count("\n") == 1 and display in done.stderr and "does not answer" in done.stderr


def test_without_qt_it_names_the_packages(pair):
    code = (
        "import sys\nsys.modules['PySide6.QtWidgets'] = None\nfrom reader.__main__ import main\n"
        f"sys.exit(main({pair!r}))"
    )
    done = run("-c", code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1 and "libegl1" in done.stderr and "Oldhaven" in done.stdout


def test_compare_writes_json_text_and_html(pair, tmp_path):
    done = run("-m", "reader", "compare", *pair, "--format", "json")
    held = json.loads(done.stdout)
    assert held["format"] == "diptych-comparison" and [s["id"] for s in held["sources"]] == ["A", "B"]
    page = tmp_path / "page.html"
    assert run("-m", "reader", "compare", *pair, "--format", "html", "-o", str(page)).returncode == 0
    assert "Oldhaven" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("wished", "had"), [("", "1"), ("2", "2")])
def test_compare_keeps_numpy_on_one_thread_unless_the_reader_wishes_more(pair, tmp_path, wished, had):
    code = f"""
import os, sys
from reader.__main__ import main
if not {wished!r}:
    os.environ.pop("OPENBLAS_NUM_THREADS", None)
main(["compare", *{pair!r}, "-o", {str(tmp_path / "out.txt")!r}])
print("numpy" in sys.modules, os.environ["OPENBLAS_NUM_THREADS"])
"""
    assert run("-c", code, OPENBLAS_NUM_THREADS=wished).stdout.split() == ["True", had]


@pytest.mark.parametrize("arguments", [["gone.txt"], ["compare", "gone.txt"], ["compare", "."]])
def test_unreadable_input_is_one_line_and_code_2(arguments, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and done.stderr.startswith("diptych: ")


WATCHED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
import reader.app
from reader.__main__ import main

def children():
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return listed.read_text() if listed.exists() else ""

class Watched(reader.app.Program):
    def __init__(self, application):
        super().__init__(application)
        self.look()

    def look(self):
        if len(self.session.workspace.comparison.sources) == 2 and not self.session.analysis.running and READY:
            LOOK
            self.session.workspace.undo_stack.setClean()
            self.window.close()
        else:
            QTimer.singleShot(20, self.look)

if __name__ == "__main__":
    reader.app.Program = Watched
    sys.exit(main(ARGUMENTS))
"""
"""The desk started as from the command line, which looks at itself once two sources are compared, and closes."""


def watched(folder: Path, arguments: list[str], look: str, ready: str = "True") -> subprocess.CompletedProcess[str]:
    """What the desk with these arguments printed when it looked at itself."""
    script = folder / "open.py"
    code = WATCHED.replace("READY", ready).replace("LOOK", look).replace("ARGUMENTS", repr(arguments))
    script.write_text(code, encoding="utf-8")
    return run(str(script), QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))


def test_where_one_file_is_missing_the_window_opens_the_others_and_names_it(pair, tmp_path):
    look = "print(self.window.messages.messages[0].words)"
    done = watched(tmp_path, [pair[0], "gone.txt", pair[1]], look, ready="self.window.messages.isVisible()")
    assert done.returncode == 0, done.stderr
    assert "“gone.txt” could not be opened" in done.stdout and not done.stderr
    printed = run("-m", "reader", pair[0], "gone.txt")
    assert printed.returncode == 2 and "gone.txt" in printed.stderr and not printed.stdout


def test_version_and_help():
    assert run("-m", "reader", "--version").stdout.startswith("diptych ")
    assert "compare" in run("-m", "reader", "--help").stdout


def test_the_window_opens_from_the_command_line_and_leaves_no_process(pair, tmp_path):
    done = watched(tmp_path, pair, "print(children(), flush=True)")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    for pid in map(int, done.stdout.split()):
        assert gone(pid), pid
