"""Compare the sources of the workspace in the background, whenever they or the reader's decisions change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import DiptychError
from reader.links import Comparison
from reader.text import Article
from reader.ui.background.runner import Runner
from reader.ui.background.turns import Turns
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.workspace import Workspace

_SETTLE = 40
"""Milliseconds to wait for further changes where one comes while sources come in, or while the last is at work."""


class Analysis(QObject):
    """Keeps `workspace.comparison` up to date; the newest state of the project wins.

    Signals:
        running_changed(bool): a comparison is being made, or is not any more.
        progressed(float, str): how far it is (0-1), and what is being done.
    """

    running_changed = Signal(bool)
    progressed = Signal(float, str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._turns = Turns(self)
        self._runner = Runner(self, prepare="reader.ui.background.worker:prepare_comparison")
        self._held = self._patient = self._left = False
        self._asked: tuple[tuple[Article, ...], dict[str, Any]] = ((), {})
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._begin)
        self._runner.busy_changed.connect(self.running_changed)
        workspace.project_changed.connect(self._look)
        workspace.comparison_changed.connect(self._forget)

    @property
    def running(self) -> bool:
        """Whether a comparison is awaited."""
        return self._left or self._settle.isActive() or self._runner.busy or self._turns.busy

    def hold(self) -> None:
        """Compare nothing until `warm`: the articles are to be painted first."""
        self._held = True

    def warm(self) -> None:
        """Start the worker process before it is needed, and the comparison that was held back."""
        self._runner.warm()
        self._held = False
        self._go_on()

    def be_patient(self, patient: bool) -> None:
        """While sources come in one by one, let a comparison end before the next one begins."""
        self._patient = patient

    def cancel(self) -> None:
        """Stop comparing; the marks stay as they are until `again` or the next change."""
        self._left = False
        self._settle.stop()
        self._turns.stop()
        self._runner.cancel()

    def again(self) -> None:
        """Compare once more from the start."""
        self._asked = ((), {})
        self._look()

    def close(self) -> None:
        """Stop the worker process."""
        self._settle.stop()
        self._turns.stop()
        self._runner.close()

    def _look(self) -> None:
        project = self._workspace.project
        wanted = tuple(source.article for source in project.sources), project.decisions
        if wanted == self._asked:
            return
        self._asked = wanted
        if not wanted[0]:
            self.cancel()
            self._workspace.show_comparison(Comparison())
        elif self._settle.isActive() or self._patient or self._runner.busy or self._turns.busy:
            self._settle.start()
        else:
            self._begin()  # now: the worker is at work while the panes are made

    def _forget(self) -> None:
        """Another project begins with nothing compared, though it be the same one opened again."""
        if not self._workspace.comparison.sources:
            self._asked = ((), {})

    def _begin(self) -> None:
        if self._held or (self._patient and (self._runner.busy or self._turns.busy)):
            self._left = True
            return
        self._left = False
        from reader.links import decisions_from_json  # not before the window is painted

        articles, decisions = self._asked
        self._turns.stop()
        self._runner.start(
            "reader.links:compare_again",
            articles,
            decisions_from_json(decisions),
            done=self._done,
            failed=self._failed,
            progress=self.progressed.emit,
        )
        self.progressed.emit(0.0, "Comparing the sources")  # else what was read last stands there until the first step

    def _done(self, comparison: Comparison) -> None:
        index = ComparisonIndex(comparison)
        self._turns.take(index.steps(), lambda: self._show(comparison, index))
        if self._turns.busy:
            self.running_changed.emit(True)

    def _show(self, comparison: Comparison, index: ComparisonIndex) -> None:
        self._workspace.show_comparison(comparison, index)
        self.running_changed.emit(self.running)
        self._go_on()

    def _go_on(self) -> None:
        """Begin the comparison that was left for later."""
        if self._left:
            self._settle.start()

    def _failed(self, error: DiptychError) -> None:
        self._workspace.trouble.emit(f"The sources could not be compared. {error}", "error")
        self._go_on()
