"""Annotating in the whole window: the menu of the right button offers every verb of the Annotate menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from reader.text import Span
from tests.ui.windows import annotatable, opened


def test_the_second_passage_of_a_note_is_added_by_the_right_button(window, qtbot, articles):
    opened(window, qtbot, articles)
    annotatable(window, qtbot)
    workspace, panes = window.session.workspace, window.centre.desk.panes
    for pane, words, key in ((panes[0], "240 passengers", Qt.Key.Key_4), (panes[1], "260 passengers", None)):
        at = pane.view.page.article.text.index(words)
        pane.view.setFocus()
        pane.view.select_span(Span(at, at + len(words)))
        qtbot.waitUntil(lambda key=pane.key: workspace.selection is not None and workspace.selection[0] == key)
        if key is not None:
            qtbot.keyClick(pane.view, key)
    viewport = panes[1].view.viewport()
    at = QPoint(60, 60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    annotate = next(held for held in menu.findChildren(QMenu) if held.title() == "A&nnotate")
    adding = next(action for action in annotate.actions() if action.text().startswith("Add passage"))
    menu.close()
    adding.trigger()
    assert len(workspace.project.notes) == 1 and len(workspace.project.notes[0].targets) == 2
