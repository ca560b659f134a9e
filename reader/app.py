"""Join the rooms: the application, the theme, the session and the window."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.shipped import resource
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.style import dress
from reader.ui.theme import Theme, load_theme
from reader.ui.window import MainWindow


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, named, so that settings and data have their folders."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["diptych", *arguments])
    application.setApplicationName("diptych")
    application.setApplicationDisplayName("Diptych")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("diptych")
    icon = resource("icons", "diptych.svg")
    if icon.is_file():
        application.setWindowIcon(QIcon(str(icon)))
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
        self.window.painted.connect(self.session.warm)
        self.window.preferences_changed.connect(self._follow)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow())
        application.aboutToQuit.connect(self.session.close)

    def _follow(self) -> None:
        theme = chosen_theme(self.session.settings)
        if theme.name != self._theme.name:
            self._theme = theme
            dress(self._application, theme)
            self.window.set_theme(theme)


def run(paths: Sequence[Path]) -> int:
    """Open the window with these files; returns the exit code when it is closed."""
    application = make_application()
    program = Program(application)
    program.window.show()
    if paths:
        QTimer.singleShot(0, lambda: program.window.files.take(paths))
    _leave_on_interrupt(application)
    return application.exec()


def _leave_on_interrupt(application: QApplication) -> None:
    """Ctrl+C in the terminal ends the program; Python sees it only when it gets a turn."""
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    if sys.platform != "win32":
        turn = QTimer(application)
        turn.timeout.connect(lambda: None)
        turn.start(500)
