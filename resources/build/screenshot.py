"""Make the picture of the README: the desk on two of the samples, with the reader's notes on them.

usage: python resources/build/screenshot.py [--theme dark] [--size 1600x1000] [--bare] [-o FILE] [ARTICLE ...]

Articles named on the command line are shown instead of the samples (to look at the window, not for the README).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="diptych-screenshot-", ignore_cleanup_errors=True)
for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME.name

from PySide6.QtCore import QTimer  # noqa: E402

from reader.app import Program, make_application  # noqa: E402
from reader.notes import Project, read_project  # noqa: E402
from reader.ui.settings import Settings  # noqa: E402

SHOWN = ("a-agency-dam-breach.txt", "c-novy-kuryer-dam-and-silence.md")


def sample_project() -> Project:
    """The sample project with two of its four sources, and the notes that stand on them."""
    project = read_project(ROOT / "samples" / "tamrin-dam.diptych")
    sources = tuple(source for source in project.sources if Path(source.path).name in SHOWN)
    keys = {source.key for source in sources}
    notes = tuple(note for note in project.notes if all(target.source in keys for target in note.targets))
    return replace(project, sources=sources, notes=notes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default="1600x1000")
    parser.add_argument("--bare", action="store_true", help="without the plots")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "resources" / "pictures" / "desk.png")
    parser.add_argument("articles", nargs="*", type=Path)
    chosen = parser.parse_args()
    application = make_application()
    Settings().theme = chosen.theme
    program = Program(application)
    workspace, window = program.session.workspace, program.window
    window.resize(*map(int, chosen.size.split("x")))
    window.show()
    window.docking.show_plots(not chosen.bare)

    def compared() -> None:
        if not workspace.comparison.ledger:
            return
        rows = sorted(workspace.comparison.ledger, key=lambda row: -row.importance)
        workspace.choose_row(next((row.id for row in rows if row.verdict == "differ"), rows[0].id))
        if workspace.project.notes:
            workspace.choose_note(workspace.project.notes[0].id)
        QTimer.singleShot(2500, taken)

    def taken() -> None:
        chosen.output.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(chosen.output))
        workspace.undo_stack.setClean()
        application.quit()

    workspace.comparison_changed.connect(compared)
    if chosen.articles:
        window.files.take(chosen.articles)
    else:
        workspace.start_with(sample_project())
    application.exec()


if __name__ == "__main__":
    main()
