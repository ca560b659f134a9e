"""Open the desk on two samples with the installed program and leave when they have been compared.

usage: python open_desk.py SAMPLES
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from reader.app import Program, make_application


def main() -> None:
    application = make_application()
    program = Program(application)
    workspace = program.session.workspace

    def compared() -> None:
        if len(workspace.comparison.sources) == 2 and workspace.comparison.ledger:
            application.exit(0)  # not quit(): that would ask about unsaved changes

    workspace.comparison_changed.connect(compared)
    program.window.show()
    program.window.files.take(sorted(Path(sys.argv[1]).glob("[ab]-*")))
    QTimer.singleShot(90_000, lambda: application.exit(1))
    if application.exec() != 0:
        sys.exit("no comparison within 90 seconds")
    sys.stdout.write(f"the desk opened from the wheel and shows {len(workspace.comparison.ledger)} rows\n")


if __name__ == "__main__":
    main()
