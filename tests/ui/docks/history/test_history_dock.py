"""The History dock: steps and decisions, each with a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from reader.links import decisions_from_json
from reader.ui.deciding import same_names
from reader.ui.docks import HistoryPanel


def test_decisions_are_listed_and_taken_back(shown, qtbot, workspace, theme):
    panel = shown(HistoryPanel(workspace, theme))
    assert not panel.none.isHidden()
    same_names(workspace, "Solvei", "Solvey", same=True)
    same_names(workspace, "Tarvik", "Solvei", same=False)
    told = [panel.list.item(n).text() for n in range(2)]
    assert told == [
        "“Tarvik” is not “Solvei”",
        "“Solvei” is the same as “Solvey”",
    ]
    panel.list.setCurrentRow(1)
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [d.same for d in decisions_from_json(workspace.project.decisions).names] == [False]
    assert workspace.undo_stack.undoText() == "Take back decision"
    assert panel.steps.model().rowCount() == 4


def test_a_long_decision_is_wrapped_however_wide_the_list_is(shown, qtbot, workspace, theme):
    panel = shown(HistoryPanel(workspace, theme))
    same_names(workspace, "Solvei of the Harbour", "Solvey of the Harbours", same=True)
    for width in range(150, 330, 4):
        panel.list.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: panel.list.width() == width)
        panel.list.doItemsLayout()
        assert panel.list.horizontalScrollBar().maximum() == 0
