"""The Entities dock: chosen, filtered, and possible matches decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.links import decisions_from_json
from reader.ui.docks import EntitiesPanel


@pytest.fixture
def entities(shown, workspace, theme):
    return shown(EntitiesPanel(workspace, theme))


def labels(panel):
    return [panel.model.index(n).data() for n in range(panel.model.rowCount())]


def test_entities_in_most_sources_come_first(entities, qtmodeltester):
    assert labels(entities) == ["Solvei", "Tarvik", "A lifeboat"]
    qtmodeltester.check(entities.model)
    card = entities.model.card(entities.model.entity_at(entities.model.index(0)))
    assert [(line.source, line.words) for line in card.lines] == [("A", "Solvei"), ("B", "Solvey")]


def test_an_entity_chosen_stays_lit_and_one_under_the_pointer_lights_up(entities, qtbot, workspace):
    entities.bar.field.setFocus()
    qtbot.waitUntil(entities.bar.field.hasFocus)
    with qtbot.waitSignal(workspace.entity_chosen) as chosen:
        qtbot.keyClick(entities.bar.field, Qt.Key.Key_Down)
    assert chosen.args == ["E1"]
    at = entities.view.visualRect(entities.model.index(1)).center()
    with qtbot.waitSignal(workspace.entity_hovered) as hovered:
        qtbot.mouseMove(entities.view.viewport(), at)
    assert hovered.args == ["E3"]


def test_entities_are_filtered_by_words_and_kind(entities):
    entities.bar.field.setText("solvey")
    assert labels(entities) == ["Solvei"]
    entities.bar.field.setText("SÓLVÉY")
    assert labels(entities) == ["Solvei"]
    entities.bar.field.clear()
    next(a for a in entities.bar.button.menu().actions() if a.text() == "Place").trigger()
    assert labels(entities) == ["Tarvik"]


def test_possible_matches_are_accepted_and_come_back_with_undo(entities, qtbot, workspace):
    (card,) = entities.possible.cards
    buttons = {button.text(): button for button in card.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Same"], Qt.MouseButton.LeftButton)
    (decision,) = decisions_from_json(workspace.project.decisions).names
    assert (decision.a.name, decision.b.name, decision.same) == ("A lifeboat", "Solvei", True)
    assert entities.possible.cards == [] and entities.possible.isHidden()
    workspace.undo_stack.undo()
    assert len(entities.possible.cards) == 1


def test_an_entity_that_was_merged_with_another_stays_chosen_and_its_card_has_no_gap(entities, workspace):
    solvei, lifeboat, tarvik = workspace.comparison.entities
    workspace.choose_entity(solvei.id)
    told = tuple(f"Solvei and {name} are one ship in all that was written of them" for name in ("Tarvik", "Lind"))
    merged = replace(tarvik, id="E1", label="Harbour", mentions=(*tarvik.mentions, *solvei.mentions), reasons=told)
    workspace.show_comparison(replace(workspace.comparison, entities=(merged, replace(lifeboat, id="E2"))))
    assert workspace.chosen_entity == "E1"
    assert entities.view.currentIndex().data() == "Harbour"
    open_height = entities.view.visualRect(entities.model.index(0)).height()
    workspace.choose_entity("")
    assert entities.view.visualRect(entities.model.index(0)).height() < open_height
    workspace.choose_entity("E1")
    workspace.show_comparison(replace(workspace.comparison, entities=(replace(merged, mentions=(), label="Lind"),)))
    assert workspace.chosen_entity == ""
    assert entities.view.visualRect(entities.model.index(0)).height() < open_height


def test_possible_matches_that_come_later_have_their_room(entities, workspace, qtbot):
    before = entities.possible._area.height()
    possible = workspace.comparison.possible
    workspace.show_comparison(replace(workspace.comparison, possible=(replace(possible[0], reason="other"),)))
    assert entities.possible._area.height() == before > 40
