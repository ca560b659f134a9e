"""The menu of how names are found and matched: by rules or an installed spaCy pipeline, across scripts or not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.workspace import Workspace

OWN = "rules"
SPACY = "spacy:"


class NamingMenu(QMenu):
    """Filled each time it is opened; a choice is kept in the project, compared anew and can be undone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("How &names are found", parent)
        self._workspace = workspace
        self._engines: QActionGroup | None = None
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show what is installed, and what the project says."""
        from reader.mentions import installed_pipelines
        from reader.ui.deciding import decisions_of

        self.clear()
        held = decisions_of(self._workspace.project)
        installed = [SPACY + name for name in installed_pipelines()]
        self._engines = QActionGroup(self)
        for engine in dict.fromkeys([OWN, *installed, held.engine]):
            self._add_engine(engine, held.engine, engine == OWN or engine in installed)
        if not installed:
            told = self.addAction("A spaCy pipeline, once one is installed")
            told.setEnabled(False)
        self.addSeparator()
        across = self.addAction("Match names across &scripts")
        across.setCheckable(True)
        across.setChecked(held.transliterate)
        across.setToolTip("Compare Cyrillic, Greek, Arabic and other names with Latin ones, letter for letter")
        across.triggered.connect(self._set_across)

    def _add_engine(self, engine: str, chosen: str, installed: bool) -> None:
        words = "By Diptych’s own &rules" if engine == OWN else f"By spaCy: {engine.removeprefix(SPACY)}"
        action = self.addAction(words if installed else f"{words} (not installed)")
        action.setCheckable(True)
        action.setChecked(engine == chosen)
        action.setEnabled(installed or engine == chosen)
        action.triggered.connect(lambda _checked=False: self._set_engine(engine))
        if self._engines is not None:
            self._engines.addAction(action)

    def _set_engine(self, engine: str) -> None:
        by = "Diptych’s own rules" if engine == OWN else f"spaCy ({engine.removeprefix(SPACY)})"
        self._change(f"Find names by {by}", engine=engine)

    def _set_across(self, on: bool) -> None:
        self._change("Match names across scripts" if on else "Match no names across scripts", transliterate=on)

    def _change(self, text: str, **chosen: Any) -> None:
        from reader.ui.deciding import change_decisions

        change_decisions(self._workspace, text, lambda held: replace(held, **chosen))
