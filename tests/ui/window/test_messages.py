"""The message bar: the gravest and newest message shows, none is lost, and the others can be looked at."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from reader.ui.window.messages import MessageBar


@pytest.fixture
def bar(qtbot):
    held = MessageBar()
    qtbot.addWidget(held)
    return held


def shown(bar: MessageBar) -> str:
    return bar.findChild(QLabel).text()


def more(bar: MessageBar) -> str:
    return bar.findChild(QToolButton, "messageMore").text()


def answer() -> tuple[tuple[str, object], ...]:
    return (("Yes", lambda: None),)


def test_a_new_message_does_not_wait_behind_an_unanswered_one(bar):
    bar.tell("A file was changed.", "warning", answer())
    bar.tell("Another was changed.", "warning", answer())
    assert shown(bar) == "Another was changed." and more(bar) == "1 more"
    bar.next()
    assert shown(bar) == "A file was changed." and more(bar) == ""


def test_an_error_comes_before_what_is_none(bar):
    bar.tell("The disk is full.", "error")
    bar.tell("A file was changed.", "warning", answer())
    assert shown(bar) == "The disk is full." and more(bar) == "1 more"
    bar.tell("The folder is gone.", "error")
    assert shown(bar) == "The folder is gone."


def test_what_passes_by_itself_is_seen_at_once_and_the_rest_comes_back(bar):
    bar.tell("The disk is full.", "error")
    bar.tell("Choose a row first.", "info")
    assert shown(bar) == "Choose a row first." and bar._passing.isActive()
    bar._passing.timeout.emit()
    assert shown(bar) == "The disk is full." and not bar._passing.isActive()


def test_the_others_are_looked_at_one_after_the_other(bar):
    for words in ("one", "two", "three"):
        bar.tell(words, "warning", answer())
    seen = []
    for _ in range(3):
        seen.append(shown(bar))
        bar.findChild(QToolButton, "messageMore").click()
    assert seen == ["three", "two", "one"] and shown(bar) == "three" and len(bar.messages) == 3


def test_what_is_told_again_comes_forward_and_is_not_there_twice(bar):
    bar.tell("The project is open elsewhere.", "warning", answer())
    bar.tell("A file was moved.", "warning", answer())
    bar.tell("The project is open elsewhere.", "warning", answer())
    assert shown(bar) == "The project is open elsewhere." and more(bar) == "1 more"
    bar.next()
    assert shown(bar) == "A file was moved." and more(bar) == ""
