"""Tell the reader when no font on the computer can show a script that an article is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase

from reader.ui.workspace import Workspace

_SAMPLE = 20_000
_FEWEST = 20
_System = QFontDatabase.WritingSystem
# The first word of the names that Unicode gives to the letters of a script, and how Qt calls the script.
_SYSTEMS = {
    "GREEK": _System.Greek, "CYRILLIC": _System.Cyrillic, "ARMENIAN": _System.Armenian, "HEBREW": _System.Hebrew,
    "ARABIC": _System.Arabic, "SYRIAC": _System.Syriac, "THAANA": _System.Thaana, "DEVANAGARI": _System.Devanagari,
    "BENGALI": _System.Bengali, "GURMUKHI": _System.Gurmukhi, "GUJARATI": _System.Gujarati, "ORIYA": _System.Oriya,
    "TAMIL": _System.Tamil, "TELUGU": _System.Telugu, "KANNADA": _System.Kannada, "MALAYALAM": _System.Malayalam,
    "SINHALA": _System.Sinhala, "THAI": _System.Thai, "LAO": _System.Lao, "TIBETAN": _System.Tibetan,
    "MYANMAR": _System.Myanmar, "GEORGIAN": _System.Georgian, "KHMER": _System.Khmer, "HANGUL": _System.Korean,
    "HIRAGANA": _System.Japanese, "KATAKANA": _System.Japanese, "CJK": _System.SimplifiedChinese,
}  # fmt: skip
_HAN = (_System.SimplifiedChinese, _System.TraditionalChinese, _System.Japanese)


def scripts_without_font(text: str) -> list[str]:
    """English names of the scripts that much of the text is written in and no installed font covers."""
    sample = text[:_SAMPLE]
    if not any(letter > "\u036f" and letter.isalpha() for letter in set(sample)):  # as in most articles
        return []
    counts: Counter[str] = Counter()
    for letter, times in Counter(sample).items():
        if letter > "\u036f" and letter.isalpha():
            counts[unicodedata.name(letter, "").partition(" ")[0]] += times
    missing = []
    for script, times in counts.items():
        system = _SYSTEMS.get(script)
        if system is not None and times >= _FEWEST:
            systems = _HAN if script == "CJK" else (system,)
            if not any(QFontDatabase.families(held) for held in systems):
                missing.append(QFontDatabase.writingSystemName(system))
    return missing


class ScriptWatch(QObject):
    """Looks at every source once, when it comes."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._seen: set[str] = set()
        self._told: set[str] = set()
        self._later = QTimer(self, singleShot=True, interval=0)  # the text is shown first
        self._later.timeout.connect(self._look)
        workspace.sources_changed.connect(self._later.start)

    def _look(self) -> None:
        for source in self._workspace.project.sources:
            article = source.article
            if article.key in self._seen:
                continue
            self._seen.add(article.key)
            for script in scripts_without_font(article.text):
                if script not in self._told:
                    self._told.add(script)
                    words = f"No font on this computer shows {script} letters, so boxes may stand for them."
                    self._workspace.trouble.emit(f"{words} Install one, such as Noto Sans, and start again.", "warning")
