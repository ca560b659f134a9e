"""The keys and a page of help, from the table of commands; and what the program is."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from reader import __version__
from reader.ui.docks.dock_keys import DOCK_KEYS
from reader.ui.looks.theme import Theme
from reader.ui.window.dialogs.legend import FILLED, UNDERLINED, legend
from reader.ui.window.menus.commands import COMMANDS, MENUS

_READING = (
    (
        "Drop articles on the window",
        "Each becomes a pane with a letter; the marks come a moment later.",
    ),
    ("Point at a mark", "Everything that names the same lights up in all panes, and a note says why it was matched."),
    ("Click a mark", "The other panes go to their nearest counterpart."),
    ("Scroll a pane", "The others follow by meaning: aligned passages stay beside one another."),
    ("Select words", "A small bar offers 1-6 for their credibility, T tag, N note, H highlight, L link."),
    ("Rate reliability", "Over a pane: how reliable the source is, A-F, judged apart from what it says here."),
)

_PLOTS = (
    (
        "Numbers across sources",
        "A row for each thing counted. A bar is a range, an arrow an open end, a hollow mark about so much, and a star "
        "what several sources say.",
    ),
    (
        "Timeline",
        "A dot is a day, a bar a date that may be any of its days, a triangle the day of the source itself. What lies "
        "beyond is told at the edges; a click there shows it.",
    ),
    (
        "Alignment map",
        "Each cell is a passage of one source beside one of the other that says the same, the stronger the surer. The "
        "bands are what the panes show now.",
    ),
    ("In every plot", "A click goes to the words, the wheel zooms, and the right button shows all again."),
)

_MARK = "mark:"
_MEANINGS = [f"{words[0].upper()}{words[1:]}" for _, _, words in (*UNDERLINED, *FILLED)]


def help_page() -> str:
    """The page as HTML."""
    parts = ["<h2>Reading with Diptych</h2><table cellspacing='0' cellpadding='4'>"]
    parts += [f"<tr><td><b>{do}</b></td><td>{what}</td></tr>" for do, what in _READING]
    parts.append("</table><h3>What the marks mean</h3><table cellspacing='0' cellpadding='2'>")
    parts += [
        f"<tr><td><img src='{_MARK}{n}'></td><td valign='middle'>{words}</td></tr>" for n, words in enumerate(_MEANINGS)
    ]
    parts.append("</table><h3>What the plots show (F9)</h3><table cellspacing='0' cellpadding='4'>")
    parts += [f"<tr><td width='190'><b>{plot}</b></td><td>{what}</td></tr>" for plot, what in _PLOTS]
    parts.append("</table>")
    for menu in MENUS:
        rows = []
        for command in COMMANDS:
            if command.menu.split("/")[0] != menu or not (command.keys or command.shown):
                continue
            keys = command.keys or (command.shown,)
            native = " or ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
            words = command.text.replace("&", "").rstrip("…")
            rows.append(f"<tr><td width='190'><b>{html.escape(native)}</b></td><td>{html.escape(words)}</td></tr>")
        if rows:
            parts.append(f"<h3>{menu}</h3><table cellspacing='0' cellpadding='4'>{''.join(rows)}</table>")
    for title, keyed in DOCK_KEYS:
        lines = [f"<tr><td width='190'><b>{html.escape(keys)}</b></td><td>{words}</td></tr>" for keys, words in keyed]
        parts.append(f"<h3>{title}</h3><table cellspacing='0' cellpadding='4'>{''.join(lines)}</table>")
    return "".join(parts)


class KeysDialog(QDialog):
    """F1: how to read with the program, and every key."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys and help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 640)
        page = QTextBrowser()
        page.setObjectName("helpPage")
        page.setOpenLinks(False)
        page.document().setDefaultStyleSheet("b, h2, h3 { font-weight: 600; }")  # the bundled weight; bolder is smeared
        for n, (picture, _) in enumerate(legend(theme, self.devicePixelRatioF())):
            page.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"{_MARK}{n}"), picture)
        page.setHtml(help_page())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)


class AboutDialog(QDialog):
    """What the program is, its version and its licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Diptych")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(
            f"<h2>Diptych {__version__}</h2>"
            "<p>Read sources side by side, and see where they agree, differ, or stand alone.</p>"
            "<p>It says what the sources say, not who is right: that judgement is the reader’s.</p>"
            "<p>Nothing you open leaves this computer.</p>"
            "<p>MIT licence. Built with Qt for Python (LGPL), Source Serif and Inter (SIL OFL), and the libraries "
            "named in the README.</p>"
        )
        words.setWordWrap(True)
        words.setMinimumWidth(420)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(words)
        column.addWidget(buttons)
