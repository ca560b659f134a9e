"""The main window: it joins the panes, the docks, the bars and the commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from reader.ui.looks.theme import Theme
from reader.ui.session import Session
from reader.ui.settings import SCROLL_MODES, ScrollMode
from reader.ui.window.centre import Centre
from reader.ui.window.changed_files.locating import Locating
from reader.ui.window.changed_files.offers import Offers
from reader.ui.window.changed_files.renewing import Renewing
from reader.ui.window.completing import Completing
from reader.ui.window.docking import DOCKS, Docking
from reader.ui.window.dropping import DropSheet
from reader.ui.window.exchange import Exchange
from reader.ui.window.finding import Finding
from reader.ui.window.menus.annotate_menu import AnnotateMenu
from reader.ui.window.menus.commands import LAYERS, Menus
from reader.ui.window.menus.desk_verbs import DeskVerbs
from reader.ui.window.menus.file_verbs import FileVerbs
from reader.ui.window.menus.live_menus import LiveMenus
from reader.ui.window.menus.wiring import verbs_of
from reader.ui.window.status import StatusLine
from reader.ui.window.toolbar import DeskBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from reader.ui.panes import Desk

FRAME = QSize(8, 40)
"""What the title bar and edges of a window take, in pixels: the desktop tells only once the window is shown."""
STATE_VERSION = 1
"""Raised when the docks change so much that an old arrangement no longer fits."""


class MainWindow(QMainWindow):
    """Everything the reader sees.

    Signals:
        painted(): the window was painted for the first time; slow things may be loaded now.
        completed(): nothing of the window is left to be made.
        preferences_changed(): the theme or another preference may be another now.
    """

    painted = Signal()
    completed = Signal()
    preferences_changed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.setObjectName("mainWindow")
        room = self.screen().availableSize() - FRAME
        self.setMinimumSize(QSize(800, 500).boundedTo(room))  # else the status bar is below the edge of a small screen
        self.resize(min(1600, room.width()), min(1000, room.height()))
        self.setAcceptDrops(True)
        self._was_painted = self._was_arranged = False
        self.centre = Centre(session.workspace, session.settings, self._make_desk)
        self.setCentralWidget(self.centre)
        self.messages = self.centre.messages
        self.verbs = DeskVerbs(session.settings)
        self.files = FileVerbs(self, session)
        self.exchange = Exchange(self, session, lambda: self.theme)
        self.live = LiveMenus(self)
        self.menus = Menus(self, verbs_of(self), self.live.fill)
        self.annotate = AnnotateMenu(self.menus.title("Annotate"), session.workspace, self)
        self.centre.desk_made.connect(self._desk_made)
        self.centre.empty_made.connect(self.files.serve)
        self.bar = DeskBar(self.menus.action, theme, self)
        self.addToolBar(self.bar)
        self.status = StatusLine(session.workspace)
        self.setStatusBar(self.status)
        self.finding = Finding(self.bar.field, self.status, session.workspace.letter, self)
        self.docking = Docking(self, session.workspace, theme, self._docks_made)
        self.sheet = DropSheet(theme, self)
        self.offers = Offers(self, session, self.files, self.messages, lambda: self.theme)
        self.completing = Completing(session.opening, self._steps(), self)
        self.completing.done.connect(self.completed)
        self.painted.connect(self.completing.begin)
        self.renewing = Renewing(self, session, self.messages)
        self.renewing.theme = theme
        self.locating = Locating(self, session, self.messages, self.renewing.read)
        self._connect()
        self.restoreGeometry(session.settings.window("geometry"))
        self.docking.leave_room(bytes(session.settings.window("room").data()))
        self._refresh()

    def _steps(self) -> list[Callable[[], object]]:
        """What is made after the first paint, the most wanted first."""
        docks = [partial(self.docking.fill, spec.name) for spec in DOCKS]
        recovering = self.session.saving.recovering
        desk = partial(import_module, "reader.ui.panes")  # loaded before the first source comes to an empty desk
        first = [self.menus.fill, self.docking.make, self.annotate.begin]
        return [*first, *docks, recovering.go_on, self.offers.look_for_work, desk]

    def _connect(self) -> None:
        session, workspace = self.session, self.session.workspace
        workspace.trouble.connect(self.messages.tell)
        workspace.sources_changed.connect(self._refresh)
        workspace.comparison_changed.connect(self._count)
        workspace.notes_changed.connect(self._count)
        workspace.writing_wanted.connect(self.docking.write_note)
        workspace.note_wanted.connect(lambda _note: self.docking.raise_dock("note"))
        session.saving.file_changed.connect(self._name)
        session.saving.modified_changed.connect(self._name)
        session.saving.saved.connect(self._name)
        session.saving.opened.connect(self._arrange)
        session.saving.layout = self._arrangement
        for work in (session.opening, session.saving.reading, session.analysis):
            work.running_changed.connect(self._work_changed)
            work.progressed.connect(self.status.show_progress)
        self.status.cancel_asked.connect(self._cancel_work)
        self.status.hidden_asked.connect(lambda menu: self.verbs.do(lambda desk: desk.offer_hidden(menu)))
        self.status.differences_asked.connect(lambda: self.verbs.do(lambda desk: desk.next_difference(1)))
        queued = Qt.ConnectionType.QueuedConnection  # the program dragged from waits until the drop is over
        self.sheet.files_dropped.connect(self.files.take, queued)
        self.sheet.text_dropped.connect(self.files.paste, queued)
        self.set_scroll_mode(self.verbs.scroll_mode)
        for key in LAYERS:
            self.menus.action(f"layer_{key}").setChecked(True)

    def _docks_made(self) -> None:
        """Arrange them as they were when the window was closed."""
        self._was_arranged = self.restoreState(self.session.settings.window("state"), STATE_VERSION)
        overview = self.menus.actions["overview"]
        if self.docking.plots_shown:  # else a key may just have asked for them
            overview.setChecked(True)
        self.live.add_panels()

    def _refresh(self) -> None:
        """Other sources are in the project now."""
        self.centre.refresh()
        self.menus.enable(len(self.session.workspace.project.sources))
        self._count()
        self._name()

    def _make_desk(self) -> Desk:
        from reader.ui.panes import Desk  # with the first source

        return Desk(self.session.workspace, self.theme)

    def _desk_made(self, desk: Desk) -> None:
        self.finding.join(desk)
        self.verbs.dress(desk)
        self.annotate.meet(desk, self.theme)

    def _arrangement(self) -> dict[str, object]:
        """What of the window belongs into the project file."""
        return {"panes": self.centre.desk.layout_state()} if self.centre.desk is not None else {}

    def _arrange(self) -> None:
        """The panes as the project that was opened has them."""
        held = self.session.workspace.project.layout.get("panes")
        if isinstance(held, dict):
            self.verbs.do(lambda desk: desk.restore_layout(held))
            if held.get("scroll") in SCROLL_MODES:
                self.set_scroll_mode(held["scroll"])

    def _count(self) -> None:
        comparison = self.session.workspace.comparison
        self.docking.count("entities", len(comparison.entities))
        self.docking.count("notes", len(self.session.workspace.project.notes))

    def _name(self) -> None:
        saving = self.session.saving
        self.setWindowTitle(f"{saving.name}{' •' if saving.modified else ''} — Diptych")  # else Qt adds the name again
        self.setWindowFilePath(str(saving.path or ""))
        self.status.saved.setText(saving.state_in_words())

    def _work_changed(self) -> None:
        session = self.session
        work = (session.opening, session.saving.reading, session.analysis)
        self.status.show_running(any(part.running for part in work))

    def _cancel_work(self) -> None:
        self.session.opening.cancel()
        self.session.saving.reading.cancel()
        self.session.analysis.cancel()

    def set_scroll_mode(self, mode: ScrollMode) -> None:
        """How the panes scroll together."""
        self.verbs.set_scroll_mode(mode)
        for name in SCROLL_MODES:
            self.menus.action(f"scroll_{name}").setChecked(name == mode)
        self.bar.set_scroll_mode(mode)
        self.status.lock.setText("" if mode == "aligned" else f"Scroll: {mode}")

    def set_theme(self, theme: Theme) -> None:
        """Dress the window in another theme."""
        self.theme = theme
        self.bar.set_theme(theme)
        self.sheet.set_theme(theme)
        self.docking.set_theme(theme)
        self.annotate.set_theme(theme)
        self.renewing.theme = theme
        self.centre.set_theme(theme)

    def full_screen(self, _on: bool) -> None:
        """Fill the screen, or leave it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def copy(self) -> None:
        """Copy what is selected where the focus is."""
        held = self.focusWidget()
        if held is not None and hasattr(held, "copy"):
            held.copy()

    def ask_preferences(self) -> None:
        """Show the preferences, and follow what was chosen."""
        from reader.ui.window.dialogs.preferences_dialog import PreferencesDialog

        if PreferencesDialog.ask(self.session.settings, self):
            self.verbs.zoom(self.session.settings.zoom - self.verbs.zoom_steps)
            self.session.follow_settings()
            self.preferences_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.messages.yields_to_escape():
            self.messages.next()
        elif not self.menus.press(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.sheet.offer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.sheet.take(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.docking.give_way(event.oldSize().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_painted:
            if self.docking.made and not self._was_arranged:
                self.docking.fit_sides()
            self.centre.take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(1, self.painted.emit)  # when the widgets in it are painted too, and can be seen

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        settings = self.session.settings
        settings.keep_window("geometry", self.saveGeometry())
        if self.docking.made:
            settings.keep_window("room", QByteArray(self.docking.room()))
            self.docking.come_back()
            settings.keep_window("state", self.saveState(STATE_VERSION))
        settings.save()
        self.session.close()
        event.accept()
