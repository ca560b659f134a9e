"""A heading for a row of grades that also switches the rating scheme."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reader.notes import Codebook, available_schemes, find_scheme
from reader.ui.looks.tips import tip


class SchemeButton(QPushButton):
    """ "Credibility of the information" with the scheme in use; its menu holds the others.

    Signals:
        scheme_picked(str): the id of another scheme.
    """

    scheme_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self._shown: object = None
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def show_scheme(self, title: str, scheme_id: str, codebook: Codebook) -> None:
        """Show the title, and offer the schemes of the codebook and the ready-made ones."""
        if self._shown == (title, scheme_id, codebook.schemes):
            return
        self._shown = (title, scheme_id, codebook.schemes)
        scheme = find_scheme(codebook, scheme_id)
        self.setText(f"{title} ▾")
        self.setToolTip(tip(f"Rating scheme: {scheme.name if scheme else scheme_id}"))
        self.setAccessibleName(f"{title}, scheme {scheme.name if scheme else scheme_id}")
        self._menu.clear()
        for offered in available_schemes(codebook):
            action = self._menu.addAction(offered.name)
            action.setCheckable(True)
            action.setChecked(offered.id == scheme_id)
            action.triggered.connect(lambda _=False, picked=offered.id: self._pick(picked, scheme_id))

    def _pick(self, picked: str, present: str) -> None:
        if picked != present:
            self.scheme_picked.emit(picked)
