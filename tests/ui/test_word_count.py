"""Words are counted bit by bit as they are at once."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.notes import Project, Source
from reader.stepping import at_once
from reader.text import Article
from reader.ui import word_count
from reader.ui.window.status import StatusLine
from reader.ui.word_count import counting_words
from reader.ui.workspace import Workspace


@pytest.mark.parametrize(
    "text", ["", " ", "one", "one two", " one  two\n\nthree ", "a b c d e f", "abcdefghijklmnop q"]
)
def test_a_word_over_the_edge_of_two_pieces_is_one(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for size in (1, 2, 3, 5, 50):
        monkeypatch.setattr(word_count, "_AT_A_TIME", size)
        assert at_once(counting_words(text)) == len(text.split())


def test_the_words_of_long_sources_are_told_once_they_are_counted(qtbot: QtBot) -> None:
    space = Workspace()
    status = StatusLine(space)
    qtbot.addWidget(status)
    space.setParent(status)
    long = Article.from_text("word " * 500_000, key="long")
    space.start_with(Project(sources=(Source(long), Source(Article.from_text("two words", key="short")))))
    qtbot.waitUntil(lambda: status._sources.text() == "2 sources · 500,002 words")
