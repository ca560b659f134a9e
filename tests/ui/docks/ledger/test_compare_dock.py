"""The ledger dock through real keys and clicks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem

from reader.links import SameName, decisions_from_json
from reader.ui.docks import ComparePanel
from reader.ui.docks.cards.roles import CardRole, CountRole
from reader.ui.docks.ledger.delegate import BETWEEN
from reader.ui.docks.ledger.model import GroupTitle
from reader.ui.entity_chooser import EntityChooser
from reader.ui.workspace import Workspace


@pytest.fixture
def panel(qtbot, workspace, theme):
    panel = ComparePanel(workspace, theme)
    qtbot.addWidget(panel)
    panel.resize(280, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.view.setFocus()
    return panel


def shown(panel) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in panel.model.values():
        if isinstance(value, GroupTitle):
            found[value.title] = []
        else:
            found[list(found)[-1]].append(value.label)
    return found


def decisions(workspace):
    return decisions_from_json(workspace.project.decisions)


def test_rows_are_grouped_by_verdict_most_important_first(panel, qtmodeltester):
    assert shown(panel) == {
        "Differ": ["people hurt"],
        "Same form only": ["3 May 2021"],
        "Agree": ["passengers", "Tarvik", "Solvei"],
        "Only in one source": ["A lifeboat"],
    }
    assert panel.model.title_index("Agree").data(CountRole) == 3
    qtmodeltester.check(panel.model)


def test_a_card_says_words_hedges_speaker_and_reason(panel):
    card = panel.model.row_index("R3").data(CardRole)
    assert (card.pill, card.role) == ("differ", "differ")
    assert [(line.source, line.words) for line in card.lines] == [("A", "14 people"), ("B", "at least 30")]
    assert card.lines[0].before.endswith("Ana Lind said ") and card.lines[0].after.startswith(" were treated")
    assert card.details[0] == "14 lies below the 30 that B says at least."
    assert card.details[1:] == ("Hedges: A “may rise”", "Who says it: A Ana Lind, “said”")


def test_agreement_from_one_origin_is_marked_so(panel):
    card = panel.model.row_index("R2").data(CardRole)
    assert card.pill == "one origin"
    assert any("the harbour office" in line for line in card.details)


def test_what_a_card_draws_ends_where_its_height_says(panel, workspace, qapp):
    rows = workspace.comparison.ledger
    wordy = replace(rows[1], label="120 passengers who were all aboard")  # agrees, and rests on one origin
    workspace.comparison = replace(workspace.comparison, ledger=(wordy, *rows[2:5]))
    workspace.comparison_changed.emit()
    delegate = panel.view.itemDelegate()
    for width in range(200, 460, 9):
        delegate.width = width
        for row in workspace.comparison.ledger:
            option = QStyleOptionViewItem()
            option.rect = QRect(0, 0, width, delegate.height(row))
            image = QImage(width, option.rect.height() + 60, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            delegate.paint(painter, option, panel.model.row_index(row.id))
            painter.end()
            below = image.copy(0, int(option.rect.height() - BETWEEN) + 1, width, 60)
            blank = below.copy()
            blank.fill(Qt.GlobalColor.white)
            assert below == blank, (width, row.label)


def test_an_entity_card_lists_other_spellings(panel):
    card = panel.model.row_index("R1").data(CardRole)
    assert card.also == "= Solvey"
    assert [line.words for line in card.lines] == ["Solvei", "Solvey"]


def test_walking_by_key_shows_each_rows_places(panel, qtbot, workspace):
    rows = []
    workspace.row_chosen.connect(rows.append)  # the desk brings all places of a row side by side
    panel.bar.field.setFocus()
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Down)
    assert workspace.chosen_row == "R3" and rows == ["R3"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)  # the title of the next group
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert workspace.chosen_row == "R4"
    for _ in range(4):
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert (workspace.chosen_row, workspace.chosen_entity) == ("R1", "E1")


def test_return_walks_the_places_of_a_row(panel, qtbot, workspace):
    workspace.choose_row("R3")
    places = []
    workspace.passage_chosen.connect(lambda key, span: places.append(key))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert places == ["bbb", "aaa"]


def test_a_click_chooses_and_a_click_on_a_title_folds(panel, qtbot, workspace):
    view, model = panel.view, panel.model
    at = view.visualRect(model.row_index("R4")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert workspace.chosen_row == "R4"
    title = view.visualRect(model.title_index("Agree")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert shown(panel)["Agree"] == [] and model.title_index("Agree").data(CountRole) == 3
    panel.bar.field.setText("o")
    assert shown(panel)["Agree"] == []
    workspace.choose_row("R1")
    assert "Solvei" in shown(panel)["Agree"]


def test_left_and_right_fold_and_open_the_group(panel, qtbot, workspace):
    workspace.choose_row("R6")
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert shown(panel)["Agree"] == [] and panel.view.currentIndex().data() == "Agree"
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert len(shown(panel)["Agree"]) == 3


def test_the_chosen_card_grows_to_show_its_reason(panel, workspace, qapp):
    index = panel.model.row_index("R3")
    before = panel.view.visualRect(index).height()
    workspace.choose_row("R3")
    qapp.processEvents()
    assert panel.view.currentIndex() == index
    assert panel.view.visualRect(index).height() > before


def test_the_filter_finds_what_stands_around_the_words_of_a_card(panel):
    assert panel.model.row_index("R3").data(CardRole).lines[0].after.startswith(" were treated")
    panel.bar.field.setText("treated")
    assert "people hurt" in shown(panel)["Differ"]


def test_words_filter_rows_and_escape_brings_them_back(panel, qtbot):
    panel.bar.field.setFocus()
    qtbot.keyClicks(panel.bar.field, "travellers")
    assert shown(panel) == {"Agree": ["passengers"]}
    panel.bar.field.clear()
    panel.bar.field.setText("TRÁVELLERS")
    assert shown(panel) == {"Agree": ["passengers"]}
    qtbot.keyClicks(panel.bar.field, " zzz")
    assert shown(panel) == {}
    assert "Nothing passes the filter" in panel.view.empty_words
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Escape)
    assert len(panel.model.passing()) == 6


def test_menu_filters_by_kind_source_and_verdict_and_sorts(panel):
    actions = {a.text(): a for a in panel.bar.menu.actions()}
    actions["Names"].trigger()
    assert {label for held in shown(panel).values() for label in held} == {"Solvei", "Tarvik", "A lifeboat"}
    assert panel.bar.button.text() == "Show · 1"
    actions["Source A"].trigger()
    assert shown(panel) == {"Agree": ["Tarvik", "Solvei"]}
    actions["By name"].trigger()
    assert shown(panel) == {"Agree": ["Solvei", "Tarvik"]}
    actions["Show everything"].trigger()
    actions["differ"].trigger()
    assert shown(panel) == {"Differ": ["people hurt"]}


def test_rows_can_be_narrowed_to_who_says_it(panel):
    next(a for a in panel.bar.menu.findChildren(QAction) if a.text() == "Someone named").trigger()
    assert shown(panel) == {"Differ": ["people hurt"]}
    next(a for a in panel.bar.menu.findChildren(QAction) if a.text() == "Show everything").trigger()
    next(a for a in panel.bar.menu.findChildren(QAction) if a.text() == "Hearsay").trigger()
    assert shown(panel) == {}


def test_the_chosen_row_stays_chosen_though_its_number_changes(panel, workspace):
    before = workspace.comparison
    rows = {row.id: replace(row, key=row.label) for row in before.ledger}
    workspace.show_comparison(replace(before, ledger=tuple(rows.values())))
    workspace.choose_row("R4")
    workspace.choose_entity("E3")
    again = (replace(rows["R4"], id="R1", verdict="differ", decided=True), replace(rows["R3"], id="R4"))
    entities = tuple(replace(e, id=f"E{9 - n}") for n, e in enumerate(before.entities))
    workspace.show_comparison(replace(before, ledger=again, entities=entities))
    assert (workspace.chosen_row, workspace.chosen_entity) == ("R1", "E7")
    assert panel.view.current_row().label == "3 May 2021"
    assert panel.model.row_index("R1").data(CardRole).pill == "you: differ"


def test_when_a_row_goes_the_next_key_goes_on_from_its_place(panel, qtbot, workspace):
    rows = tuple(replace(row, key=row.label) for row in workspace.comparison.ledger)
    workspace.show_comparison(replace(workspace.comparison, ledger=rows))
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    workspace.choose_row("R6")
    workspace.show_comparison(replace(workspace.comparison, ledger=tuple(r for r in rows if r.id != "R6")))
    assert workspace.chosen_row == "" and panel.view.current_row() is None
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert workspace.chosen_row == "R1"


def test_sort_by_place_follows_the_text(panel):
    {a.text(): a for a in panel.bar.menu.actions()}["By place in the text"].trigger()
    assert shown(panel)["Agree"] == ["Tarvik", "Solvei", "passengers"]


def test_keys_decide_and_undo_takes_it_back(panel, qtbot, workspace):
    panel.bar.field.setFocus()
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_C)
    (decision,) = decisions(workspace).rows
    assert decision.verdict == "not comparable"
    assert {(p.source, p.quote) for p in decision.places} == {("aaa", "14 people"), ("bbb", "at least 30")}
    assert workspace.undo_stack.undoText() == "Not comparable: people hurt"
    qtbot.keyClick(panel.view, Qt.Key.Key_I)
    assert decisions(workspace).rows[-1].verdict == "ignore"
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert decisions(workspace).rows == ()


def test_a_key_that_can_do_nothing_on_a_row_says_why(panel, qtbot, workspace):
    told: list[tuple[str, str]] = []
    workspace.trouble.connect(lambda words, level: told.append((words, level)))
    qtbot.keyClick(panel.view, Qt.Key.Key_C)
    workspace.choose_row("R1")
    for key in (Qt.Key.Key_A, Qt.Key.Key_D):
        qtbot.keyClick(panel.view, key, Qt.KeyboardModifier.ShiftModifier)
    number = next(row for row in workspace.comparison.ledger if row.kind == "quantity")
    workspace.choose_row(number.id)
    for key in (Qt.Key.Key_S, Qt.Key.Key_X):
        qtbot.keyClick(panel.view, key)
    alone = next(row for row in workspace.comparison.ledger if row.kind == "entity" and len(row.cells) == 1)
    workspace.choose_row(alone.id)
    qtbot.keyClick(panel.view, Qt.Key.Key_X)
    words = [
        "Choose a row",
        "“Solvei” is a name",
        "“Solvei” is a name",
        "joins two names",
        "is for names",
        "one name in",
    ]
    assert len(told) == 6 and {level for _, level in told} == {"info"}
    assert all(part in held for part, (held, _) in zip(words, told, strict=True))
    assert workspace.undo_stack.count() == 0


def test_same_as_asks_for_the_other_entity(panel, qtbot, workspace, monkeypatch):
    other = workspace.comparison.entities[1]
    monkeypatch.setattr(EntityChooser, "ask", classmethod(lambda cls, parent, held, entity: other))
    workspace.choose_row("R1")
    qtbot.keyClick(panel.view, Qt.Key.Key_S)
    (decision,) = decisions(workspace).names
    assert (decision.a.name, decision.b.name, decision.same) == ("Solvei", "A lifeboat", True)


def test_not_the_same_can_be_said_of_names_and_of_sources(panel):
    row = panel.model.reading.row("R1")
    ways = panel.verbs.separations(row)
    assert [text for text, _ in ways] == ["“Solvey” is not “Solvei”", "A’s “Solvei” is not B’s “Solvey”"]
    assert all(isinstance(decision, SameName) and not decision.same for _, decision in ways)
    assert (ways[1][1].a.source, ways[1][1].b.source) == ("aaa", "bbb")


def test_not_the_same_by_key_asks_at_the_row_and_return_takes_the_first_way(panel, qtbot, workspace):
    workspace.choose_row("R1")
    card = panel.view.visualRect(panel.view.currentIndex())
    opened = []

    def answer():
        menu = QApplication.activePopupWidget()
        opened.append(panel.view.viewport().mapFromGlobal(menu.pos()))
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    qtbot.keyClick(panel.view, Qt.Key.Key_X)
    assert opened == [card.bottomLeft()]
    (decision,) = decisions(workspace).names
    assert (decision.a.name, decision.b.name, decision.same) == ("Solvei", "Solvey", False)


def test_the_menu_offers_verdicts_and_taking_back(panel, workspace):
    row = panel.model.reading.row("R3")
    menu = panel.verbs.menu_for(row)
    verdicts = next(held for held in menu.findChildren(QMenu) if held.title() == "The verdict is")
    assert [a.text().split("\t")[0] for a in verdicts.actions() if a.isChecked()] == ["Differ"]
    next(a for a in verdicts.actions() if a.text().startswith("Agree")).trigger()
    assert decisions(workspace).rows[0].verdict == "agree"
    menu = panel.verbs.menu_for(row)
    next(a for a in menu.actions() if a.text().startswith("Take back")).trigger()
    assert decisions(workspace).rows == ()


def test_a_note_on_a_row_is_tied_to_every_source(panel, qtbot, workspace):
    workspace.choose_row("R3")
    with qtbot.waitSignal(workspace.writing_wanted):
        qtbot.keyClick(panel.view, Qt.Key.Key_N)
    (note,) = workspace.project.notes
    assert [t.anchor.quote for t in note.targets] == ["14 people", "at least 30"]
    assert note.author == "Ada" and workspace.chosen_note == note.id


def test_entity_chooser_puts_possible_matches_first(qtbot, workspace):
    dialog = EntityChooser(None, workspace, "E1")
    qtbot.addWidget(dialog)
    assert dialog.chosen().id == "E2"
    assert "a vessel in both" in dialog.list.item(0).text()
    dialog.field.setText("tárv")
    assert dialog.chosen().id == "E3"


def test_it_says_what_to_do_when_there_is_nothing(qtbot, theme):
    panel = ComparePanel(Workspace(), theme)
    qtbot.addWidget(panel)
    panel.show()
    assert "Add two sources" in panel.view.empty_words
    panel.grab()


def test_a_card_is_copied_with_what_each_source_says_and_why(panel, qtbot, workspace, qapp):
    workspace.choose_row("R3")
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    label, a, b, *reasons = qapp.clipboard().text().split("\n")
    assert label == "people hurt [differ]"
    assert a.startswith("A  ") and "14 people were treated" in a and b.startswith("B  ") and "at least 30" in b
    assert "14 lies below the 30 that B says at least." in reasons
    panel.view.setCurrentIndex(panel.model.title_index("Agree"))
    panel.view.copy()
    assert qapp.clipboard().text() == "Agree"
