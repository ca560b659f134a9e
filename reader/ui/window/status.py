"""The status bar: what is compared, where one is, what is saved, and what is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QStatusBar, QToolButton, QWidget

from reader.stepping import Steps, at_once
from reader.ui.background.turns import Turns
from reader.ui.looks.elided_label import ElidedLabel
from reader.ui.looks.style import set_look
from reader.ui.word_count import MANY, counting_words
from reader.ui.wording import counted
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.links import Comparison
    from reader.notes import Project
    from reader.text import Article

PATIENCE = 200
"""Milliseconds of work before its progress is shown."""


class _Passing(QLabel):
    """Words that are said at times; while there are none it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setVisible(bool(words))


class StatusLine(QStatusBar):
    """Says the present state in a few words.

    Signals:
        cancel_asked(): the reader wants the work at hand stopped.
        differences_asked(): the count of disagreements was clicked.
        hidden_asked(object): the menu of the sources without a pane is to be filled.
    """

    cancel_asked = Signal()
    differences_asked = Signal()
    hidden_asked = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._workspace = workspace
        self._words: dict[tuple[str, str], int | None] = {}
        self._wanted: dict[QWidget, bool] = {}
        self.messageChanged.connect(self._make_way)
        self._counting = Turns(self)
        self._sources, self._common, self._notes = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self._differ = QToolButton()
        self._differ.setProperty("some", False)
        self._differ.setObjectName("disagreements")
        self._differ.setToolTip("Go to the next difference (F8)")
        self._differ.clicked.connect(self.differences_asked)
        self.hidden = QToolButton()
        self.hidden.setObjectName("hiddenSources")
        self.hidden.setToolTip("Sources without a pane, for want of room or because you hid them: choose one to see it")
        self.hidden.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hidden.setMenu(menu := QMenu(self.hidden))
        menu.aboutToShow.connect(lambda: self.hidden_asked.emit(menu))
        left: tuple[QWidget, ...] = (self._sources, self.hidden, self._common, self._differ, self._notes)
        for widget in left:
            self.addWidget(widget)
        self._work, self._cancel = ElidedLabel(), QToolButton()
        self._bar = QProgressBar(maximum=100, textVisible=False)
        self._bar.setFixedWidth(120)
        self._cancel.setText("Cancel")
        self._cancel.clicked.connect(self.cancel_asked)
        self.match, self.lock, self.saved = _Passing(), _Passing(), _Passing()
        self.saved.setObjectName("savedState")
        right: tuple[QWidget, ...] = (self._work, self._bar, self._cancel, self.match, self.lock, self.saved)
        for widget in right:
            self.addPermanentWidget(widget)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._show_work(True))
        self._show_work(False)
        self.show_hidden(0)
        for signal in (workspace.sources_changed, workspace.notes_changed, workspace.comparison_changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        project, comparison = self._workspace.project, self._workspace.comparison
        words = [self._words_in(source.article) for source in project.sources]
        known = [number for number in words if number is not None]
        told = f" · {counted(sum(known), 'word')}" if len(known) == len(words) else ""  # else it follows in a moment
        self._sources.setText(counted(len(project.sources), "source") + told)
        self._want(self._sources, bool(project.sources))
        self._refresh_comparison(project, comparison)
        self._notes.setText(counted(len(project.notes), "note"))
        self._want(self._notes, bool(project.sources))

    def show_hidden(self, hidden: int) -> None:
        """Say how many sources have no pane on the screen."""
        self.hidden.setText(f"{hidden} hidden")
        self.hidden.setAccessibleName(f"{counted(hidden, 'source')} hidden: choose one to see it")
        self._want(self.hidden, bool(hidden))

    def _refresh_comparison(self, project: Project, comparison: Comparison) -> None:
        shown = len(comparison.sources) > 1 and len(project.sources) > 1
        common = sum(len(entity.variants) > 1 for entity in comparison.entities)
        differing = sum(row.verdict == "differ" for row in comparison.ledger)
        self._common.setText(counted(common, "entity in common", "entities in common"))
        self._differ.setText(counted(differing, "disagreement"))
        set_look(self._differ, "some", bool(differing))
        self._want(self._common, shown)
        self._want(self._differ, shown)

    def _want(self, widget: QWidget, shown: bool) -> None:
        """Show a widget at the left, or not; what is told in passing stands in their place."""
        self._wanted[widget] = shown
        widget.setVisible(shown and not self.currentMessage())

    def _make_way(self, told: str) -> None:
        for widget, shown in self._wanted.items():
            widget.setVisible(shown and not told)

    def _words_in(self, article: Article) -> int | None:
        """The words of an article; None while those of a long one are still counted."""
        key = article.key, article.provenance.sha256
        if key not in self._words:
            self._words[key] = None
            if len(article.text) < MANY:
                at_once(self._count(key, article.text))
            else:
                self._counting.take(self._count(key, article.text), self.refresh)
        return self._words[key]

    def _count(self, key: tuple[str, str], text: str) -> Steps[None]:
        self._words[key] = yield from counting_words(text)

    def show_running(self, running: bool) -> None:
        """Work began or ended; a bar is shown when it takes longer than a moment."""
        if running:
            if not self._bar.isVisible():
                self._bar.setRange(0, 0)
                self._work.setText("")
                self._patience.start()
        else:
            self._patience.stop()
            self._show_work(False)

    def show_progress(self, fraction: float, what: str) -> None:
        """How far the work is (0-1), and what is being done."""
        self._bar.setRange(0, 100)
        self._bar.setValue(round(100 * fraction))
        self._work.setText(what)

    def _show_work(self, shown: bool) -> None:
        shown_together: tuple[QWidget, ...] = (self._work, self._bar, self._cancel)
        for widget in shown_together:
            widget.setVisible(shown)
