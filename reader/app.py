"""Join the rooms: the application, the theme, the session and the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import reader.ui.starting.quick_qt  # noqa: F401

# isort: split
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.shipped import resource
from reader.ui.looks.style import dress
from reader.ui.looks.theme import Theme, load_theme
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.starting.quick_enums import leave_enums_to_python
from reader.ui.window import MainWindow

PATIENCE = 500
"""Milliseconds that the window waits for its articles before it is shown without them."""


def make_application() -> QApplication:
    """The one QApplication, named, so that settings and data have their folders."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["diptych", "-style", "fusion"])  # `setStyle` loads all that styles know
    application.setApplicationName("diptych")
    application.setApplicationDisplayName("Diptych")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("diptych")
    return application


def chosen_theme(settings: Settings) -> Theme:
    """The theme of the preferences; "system" asks the desktop whether it is dark."""
    name = settings.theme
    if name == "system":
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        name = "dark" if application.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return load_theme(name)


class Program:
    """One window with its session, dressed in a theme that follows the preferences and the desktop."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.session = Session()
        self._theme = chosen_theme(self.session.settings)
        dress(application, self._theme)
        self.window = MainWindow(self.session, self._theme)
        self._waiting = QTimer(self.window, singleShot=True)
        self._waiting.timeout.connect(self.window.show)
        for reading in (self.session.opening, self.session.saving.reading):
            reading.running_changed.connect(self._stop_waiting)
        self.window.painted.connect(self.session.warm)
        self.window.painted.connect(self._show_icon)
        self.window.painted.connect(lambda: _leave_on_interrupt(application))
        self.window.completed.connect(_end_the_start)
        self.window.preferences_changed.connect(self._follow)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow())
        application.aboutToQuit.connect(self.session.close)

    def open(self, paths: Sequence[Path]) -> None:
        """Show the window: with the articles in it when they are read in a moment, else before they are."""
        self.session.analysis.hold()
        self.session.saving.recovering.pause()
        self.window.files.take(paths)
        if self.session.opening.running or self.session.saving.reading.running:
            self._waiting.start(PATIENCE)
        else:
            self.window.show()

    def _stop_waiting(self, reading: bool) -> None:
        if self._waiting.isActive() and not reading:
            self._waiting.start(0)

    def _show_icon(self) -> None:
        """The desktop is told the icon once the window is there: what reads SVG need not be loaded before."""
        self._application.setWindowIcon(QIcon(str(resource("icons", "diptych.svg"))))

    def _follow(self) -> None:
        theme = chosen_theme(self.session.settings)
        if theme.name != self._theme.name:
            self._theme = theme
            dress(self._application, theme)
            self.window.set_theme(theme)


def load_desk() -> None:
    """Load the panes, which an empty window does without."""
    import reader.ui.panes  # noqa: F401


def run(paths: Sequence[Path]) -> int:
    """Open the window with these files; returns the exit code when it is closed."""
    application = make_application()
    program = Program(application)
    program.open(paths)
    return application.exec()


def _end_the_start() -> None:
    """Enumerations are made as ever; what was made until now stays for good, so no garbage collection looks at it."""
    leave_enums_to_python()
    gc.freeze()
    gc.enable()


def _leave_on_interrupt(application: QApplication) -> None:
    """Ctrl+C in the terminal ends the program; Python sees it only when it gets a turn."""
    import signal

    signal.signal(signal.SIGINT, lambda *_: application.quit())
    if sys.platform != "win32":
        turn = QTimer(application)
        turn.timeout.connect(lambda: None)
        turn.start(500)
