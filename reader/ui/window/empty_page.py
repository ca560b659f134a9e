"""The page of an empty desk: what to drop, the sample project, and the projects of late."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui.settings import Settings

FORMATS = "Text, Markdown, saved web pages, PDF, Word, OpenDocument, RTF, e‑books and e‑mails"


class EmptyPage(QScrollArea):
    """Shown while the project has no source.

    Signals:
        add_asked(), paste_asked(), sample_asked(): a button was pressed.
        project_asked(object): the Path of a recent project to open.
        locate_asked(object): the Path of a recent project that is not where it was.
    """

    add_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()
    project_asked = Signal(object)
    locate_asked = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyPage")
        self.setAccessibleName("Nothing is open yet: drop articles here, or choose below")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._settings = settings
        sheet = QWidget()
        sheet.setObjectName("emptySheet")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(32, 32, 32, 32)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        self._add_centred(self._drop_card())
        self._recent = QWidget()
        self._recent.setFixedWidth(560)
        self._recent_column = QVBoxLayout(self._recent)
        self._recent_column.setContentsMargins(0, 20, 0, 0)
        self._recent_column.setSpacing(2)
        self._add_centred(self._recent)
        self._column.addStretch(3)
        self.setWidget(sheet)
        if (add := sheet.findChild(QPushButton, "primary")) is not None:
            self.setFocusProxy(add)
        self.refresh()

    def _drop_card(self) -> QWidget:
        card = QFrame()
        card.setObjectName("dropCard")
        card.setFixedWidth(560)
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 36, 36, 32)
        column.setSpacing(10)
        for name, words in (
            ("emptyTitle", "Drop two or more articles here"),
            ("emptyWords", "Diptych lays them side by side and marks who and what they name, where their numbers and "
                           "dates agree or differ, and what only one of them says."),
            ("emptyFormats", FORMATS),
        ):  # fmt: skip
            label = QLabel(_without_widow(words))
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(10)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(10)
        row.addStretch()
        for words, name, signal in (
            ("Add sources…", "primary", self.add_asked),
            ("Paste text…", "", self.paste_asked),
            ("Open the sample project", "", self.sample_asked),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch()
        return card

    def _add_centred(self, widget: QWidget) -> None:
        """The widget in the middle of a row; unlike an alignment, this lets wrapped words have the height they need."""
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.addStretch()
        row.addWidget(widget)
        row.addStretch()

    def refresh(self) -> None:
        """List the recent projects anew, those that are gone greyed with *Locate…*."""
        while (item := self._recent_column.takeAt(0)) is not None:
            if (held := item.widget()) is not None:
                held.setParent(None)
                held.deleteLater()
        paths = self._settings.recent[:6]
        self._recent.setVisible(bool(paths))
        if paths:
            heading = QLabel("RECENT PROJECTS")
            heading.setObjectName("sectionHeading")
            self._recent_column.addWidget(heading)
        for path in paths:
            self._recent_column.addWidget(self._recent_row(path))

    def _recent_row(self, path: Path) -> QWidget:
        there = path.is_file()
        row = QFrame()
        row.setObjectName("recentRow")
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 4, 0)
        button = QPushButton(path.name)
        button.setObjectName("recentProject")
        button.setEnabled(there)
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.project_asked.emit(path))
        line.addWidget(button)
        folder = QLabel(_short(path.parent) if there else "not found where it was")
        folder.setObjectName("recentFolder")
        line.addWidget(folder, 1)
        if not there:
            locate = QPushButton("Locate…")
            locate.setObjectName("recentLocate")
            locate.clicked.connect(lambda: self.locate_asked.emit(path))
            line.addWidget(locate)
        return row


def _without_widow(words: str) -> str:
    """The words with the last few held together: none stands alone on the last line."""
    *first, a, b, c, d = words.split()
    return f"{' '.join(first)} {a}\u00a0{b}\u00a0{c}\u00a0{d}"


def _short(folder: Path) -> str:
    """The folder with the home folder as ~, its middle left out when it is long."""
    try:
        words = str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        words = str(folder)
    return words if len(words) <= 52 else f"{words[:24]} … {words[-24:]}"
