"""The status bar keeps what matters in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.notes import add_source
from reader.text import Article
from reader.ui.looks.elided_label import ElidedLabel
from reader.ui.looks.style import dress
from reader.ui.looks.theme import load_theme
from reader.ui.window.status import StatusLine
from reader.ui.workspace import Workspace


def test_whether_all_is_saved_is_said_also_in_a_narrow_window_at_work(qtbot: QtBot) -> None:
    workspace = Workspace()
    bar = StatusLine(workspace)
    workspace.setParent(bar)
    qtbot.addWidget(bar)
    for n in range(12):
        article = Article.from_text("The ferry left the quay at six.", key=f"s{n}")
        workspace.edit("Add", lambda project, new=article: add_source(project, new))
    bar.show_hidden(6)
    bar.match.setText("Difference 3 of 3")
    bar.saved.setText("Unsaved changes")
    bar.show_running(True)
    bar.show_progress(0.4, "Comparing the passages of the eleventh source with those of the twelfth source")
    qtbot.waitUntil(lambda: not bar._work.isHidden())
    bar.resize(640, 27)
    bar.show()
    qtbot.waitUntil(lambda: bar.width() == 640)
    for widget in (bar.saved, bar.match, bar.findChild(QToolButton, "disagreements"), bar._cancel):
        if widget is not None and widget.isVisible():
            assert widget.width() >= widget.sizeHint().width() and widget.geometry().right() < 640
    assert bar.saved.isVisible() and bar._work.width() < bar._work.sizeHint().width()


def test_words_that_have_room_are_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("4 sources · 2,200 words")
    qtbot.addWidget(label)
    label.setStyleSheet("QLabel { padding: 0 9px; }")  # as in the theme
    label.ensurePolished()
    label.resize(label.sizeHint())
    assert label.shown_words() == label.text()
    label.resize(60, 20)
    assert label.shown_words().endswith("…")


def test_the_tool_tip_has_the_words_that_do_not_fit(qtbot: QtBot) -> None:
    label = ElidedLabel("A headline that is much longer than the pane is wide")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""


def test_what_is_not_said_takes_no_room_from_what_is(qtbot: QtBot, dressed: QApplication) -> None:
    dress(dressed, load_theme("light"))  # whose labels have room around their words
    workspace = Workspace()
    bar = StatusLine(workspace)
    workspace.setParent(bar)
    qtbot.addWidget(bar)
    workspace.edit("Add", lambda held: add_source(held, Article.from_text("The ferry left the quay at six.", key="s")))
    bar.saved.setText("Unsaved changes")
    bar.show()
    shown = (bar._sources, bar._notes, bar.saved)
    wanted = sum(widget.sizeHint().width() for widget in shown) + 40
    bar.resize(wanted, 27)
    qtbot.waitUntil(lambda: bar.width() == wanted)
    assert [label.shown_words() for label in (bar._sources, bar._notes)] == ["1 source · 7 words", "0 notes"]
    bar.lock.setText("Scroll: off")
    assert bar.lock.isVisible()
    bar.lock.setText("")
    assert not bar.lock.isVisible()


def test_counts_do_not_stand_upon_what_is_told_in_passing(qtbot: QtBot) -> None:
    workspace = Workspace()
    bar = StatusLine(workspace)
    workspace.setParent(bar)
    qtbot.addWidget(bar)
    bar.show()
    bar.showMessage("One end of a link is “The”.")
    workspace.edit("Add", lambda held: add_source(held, Article.from_text("The ferry left the quay at six.", key="s")))
    bar.show_hidden(1)
    counts = (bar._sources, bar._notes, bar.hidden)
    assert not any(widget.isVisible() for widget in counts)
    bar.clearMessage()
    assert all(widget.isVisible() for widget in counts) and not bar._differ.isVisible()
    bar.showMessage("There is no further mention.")
    assert not any(widget.isVisible() for widget in counts)
