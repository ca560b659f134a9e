"""Tool tips break into lines and take nothing for markup."""

from __future__ import annotations

from PySide6.QtGui import Qt, QTextDocument

from reader.ui.looks.tips import ONE_LINE, tip


def shown(words: str) -> str:
    """What Qt shows of a tool tip."""
    document = QTextDocument()
    document.setHtml(words) if Qt.mightBeRichText(words) else document.setPlainText(words)
    return document.toPlainText()


def test_what_an_article_says_is_shown_as_it_stands(qapp):
    for words in ("17 dead", "<img src='file:///x'> & <b>more</b>", "a < b && c > d", "One.\nTwo " + "long " * 40):
        assert shown(tip(words)) == words


def test_long_words_break_into_lines(qapp):
    assert not Qt.mightBeRichText(tip("x" * ONE_LINE)) and Qt.mightBeRichText(tip("x " * ONE_LINE))
