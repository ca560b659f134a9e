"""The list of entities a name may be the same as: the likest first, searched by typing, from ledger and pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.links import compare
from reader.notes import Project, add_source
from reader.text import Article
from reader.ui.entity_chooser import EntityChooser
from reader.ui.looks.theme import load_theme
from reader.ui.panes import Desk
from reader.ui.workspace import Workspace

TEXTS = (
    "In Zagreb, Anna Velden met Pedro Osorio. Then Anna Velden went to Oslo with Marta Quist.",
    "The mayor, Pedro Osorio, spoke in Bergen. Marta Quist did not. Later Anna Veldhuis, a nurse, spoke in Bergen.",
)


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    held, project = Workspace(), Project()
    for n, text in enumerate(TEXTS):
        project = add_source(project, Article.from_text(text, language="en", key=f"s{n}"))
    held.show_project(project)
    held.comparison = compare([source.article for source in project.sources])
    held.comparison_changed.emit()
    return held


def test_typing_and_arrows_find_a_name_and_what_is_not_there_cannot_be_chosen(
    workspace: Workspace, qtbot: QtBot
) -> None:
    anna = next(e for e in workspace.comparison.entities if e.label == "Anna Velden")
    dialog = EntityChooser(None, workspace, anna.id)
    qtbot.addWidget(dialog)
    dialog.show()
    first = dialog.chosen()
    assert first is not None and first.label == "Anna Veldhuis"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    second = dialog.chosen()
    assert second is not None and second.label == "Zagreb"
    for _ in range(3):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.chosen() == first
    qtbot.keyClicks(dialog.field, "quist")
    found = dialog.chosen()
    assert found is not None and found.label == "Marta Quist"
    qtbot.keyClicks(dialog.field, "zz")
    assert dialog.chosen() is None
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.result() == 0


def test_the_menu_of_a_pane_asks_with_the_same_list(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(workspace, load_theme("light"))
    qtbot.addWidget(desk)
    asked: list[str] = []

    def answer(dialog: EntityChooser) -> int:
        asked.extend(label.text() for label in dialog.findChildren(type(dialog.title)) if label.text())
        dialog.field.setText("veldhuis")
        return 1

    monkeypatch.setattr(EntityChooser, "exec", answer)
    menu = desk.menu.build(desk.panes[0], TEXTS[0].index("Velden"))
    next(action for action in menu.actions() if action.text() == "&Same as…").trigger()
    assert asked == ["“Anna Velden” is the same as"]
    (decision,) = workspace.project.decisions["names"]
    assert {decision["a"]["name"], decision["b"]["name"]} == {"Anna Velden", "Anna Veldhuis"} and decision["same"]
