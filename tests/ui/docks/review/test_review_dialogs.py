"""The dialogs that ask before texts are replaced or projects merged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from reader.notes import (
    add_note,
    add_source,
    add_tag,
    diagnose,
    draft_note,
    merge_projects,
    rename_source,
    set_decisions,
    set_project_memo,
    tag_notes,
)
from reader.text import Article, Span
from reader.ui.docks import AgreementDialog, MergeDialog, ReanchoringDialog, replace_text
from reader.ui.docks.cards.roles import CardRole

NEW_A = (
    "Ferry runs aground near Tarvik\n\nThe ferry Solvei ran aground on Tuesday with 120 passengers aboard.\n"
    "A spokesman gave no figure for the injured.\n"
    "The ferry will be towed on 3 May 2021."
)


def with_notes(workspace, *quotes, author="Ada", rating=""):
    project = workspace.project
    text = project.source("aaa").article.text
    for quote in quotes:
        start = text.index(quote)
        place = ("aaa", Span(start, start + len(quote)))
        project = add_note(project, draft_note(project, [place], author=author, rating=rating))
    return project


@pytest.fixture
def changed(workspace):
    workspace.show_project(with_notes(workspace, "ran aground on Tuesday", "Ana Lind said 14 people", "3 May 2021"))
    return Article.from_text(NEW_A)


@pytest.fixture
def dialog(qtbot, workspace, theme, changed):
    dialog = ReanchoringDialog(workspace, theme, [diagnose(workspace.project, "aaa", changed)])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_worst_stands_first_with_old_and_new_words(dialog, qtmodeltester):
    cards = [dialog.model.index(n).data(CardRole) for n in range(dialog.model.rowCount())]
    assert cards[0].standing == "lost" and cards[0].after is None
    assert cards[0].before[1] == "Ana Lind said 14 people"
    assert {card.standing for card in cards[1:]} == {"kept"}
    assert cards[1].after is not None and cards[1].after[1] == "ran aground on Tuesday"
    assert dialog.buttons["lost"].text() == "Lost  1" and not dialog.buttons["uncertain"].isEnabled()
    qtmodeltester.check(dialog.model)
    dialog.grab()


def test_it_can_be_narrowed_to_one_standing(dialog, qtbot):
    qtbot.mouseClick(dialog.buttons["kept"], Qt.MouseButton.LeftButton)
    assert dialog.model.rowCount() == 2
    qtbot.mouseClick(dialog.buttons["kept"], Qt.MouseButton.LeftButton)
    assert dialog.model.rowCount() == 3


@pytest.mark.parametrize("agreed", [True, False])
def test_nothing_happens_before_the_reader_agrees(workspace, theme, changed, monkeypatch, agreed):
    before = workspace.project
    answer = QDialog.DialogCode.Accepted if agreed else QDialog.DialogCode.Rejected
    monkeypatch.setattr(ReanchoringDialog, "exec", lambda self: answer)
    assert replace_text(workspace, theme, "aaa", changed) is agreed
    if not agreed:
        assert workspace.project == before
        return
    assert workspace.project.source("aaa").article.text == NEW_A
    assert [note.targets[0].span is None for note in workspace.project.notes] == [False, True, False]
    assert workspace.undo_stack.count() == 1 and workspace.undo_stack.undoText() == "Replace text of A"
    workspace.undo_stack.undo()
    assert workspace.project == before


def test_the_same_text_asks_nothing(workspace, theme, monkeypatch):
    monkeypatch.setattr(ReanchoringDialog, "exec", lambda self: pytest.fail("it asked"))
    assert not replace_text(workspace, theme, "aaa", workspace.project.source("aaa").article)


def test_a_merge_lists_conflicts_and_is_one_step(qtbot, workspace, theme, monkeypatch):
    mine = with_notes(workspace, "14 people", rating="2")
    theirs = with_notes(workspace, "14 people", "120 passengers", author="Bea", rating="5")
    theirs = replace(theirs, sources=(replace(theirs.sources[0], reliability="D"), *theirs.sources[1:]))
    mine = replace(mine, sources=(replace(mine.sources[0], reliability="B"), *mine.sources[1:]))
    workspace.show_project(mine)
    dialog = MergeDialog(workspace, theme, merge_projects(mine, theirs), "bea.diptych")
    assert dialog.merge.isDefault()
    qtbot.addWidget(dialog)
    assert "brings 2 notes by Bea" in dialog.told.text()
    said = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert said == [
        "Reliability of A “Ferry runs aground”: yours B, theirs D",
        "“14 people”: Ada 2 probably true, Bea 5 improbable",
    ]
    assert "0 % (0 of 1)" in dialog.agreement.text()
    monkeypatch.setattr(MergeDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    assert MergeDialog.ask(workspace, theme, theirs, "bea.diptych")
    assert len(workspace.project.notes) == 3
    assert workspace.undo_stack.undoText() == "Merge “bea.diptych”"
    workspace.undo_stack.undo()
    assert workspace.project == mine


def test_a_merge_of_nothing_new_cannot_be_pressed(qtbot, workspace, theme):
    dialog = MergeDialog(workspace, theme, merge_projects(workspace.project, workspace.project), "same.diptych")
    qtbot.addWidget(dialog)
    assert "nothing that is not here" in dialog.told.text()
    assert not dialog.merge.isEnabled()


def test_memos_and_decisions_that_differ_are_listed_and_memos_can_be_joined(qtbot, workspace, theme, monkeypatch):
    def decided(same):
        return {"names": [{"a": {"name": "Ada", "source": ""}, "b": {"name": "Ade", "source": ""}, "same": same}]}

    mine = set_decisions(set_project_memo(workspace.project, "too early to say"), decided(True))
    theirs = set_decisions(set_project_memo(workspace.project, "a rumour"), decided(False))
    workspace.show_project(mine)
    dialog = MergeDialog(workspace, theme, merge_projects(mine, theirs), "bea.diptych")
    qtbot.addWidget(dialog)
    said = {dialog.list.item(n).text() for n in range(dialog.list.count())}
    assert said == {
        "Decision on “Ada” and “Ade”: theirs is another; yours stays",
        "Memo of the project: yours “too early to say”, theirs “a rumour”",
    }
    assert not dialog.merge.isEnabled()
    dialog.join_memos.setChecked(True)
    assert dialog.merge.isEnabled()
    monkeypatch.setattr(
        MergeDialog, "exec", lambda self: self.join_memos.setChecked(True) or QDialog.DialogCode.Accepted
    )
    assert MergeDialog.ask(workspace, theme, theirs, "bea.diptych")
    assert workspace.project.memo == "too early to say\n\na rumour" and workspace.project.decisions == decided(True)


def test_the_agreement_report_counts_ratings_and_tags(qtbot, workspace, theme):
    workspace.show_project(add_tag(workspace.project, "rumour"))
    mine = with_notes(workspace, "14 people", "120 passengers", rating="2")
    theirs = with_notes(workspace, "14 people", "120 passengers", author="Bea", rating="5")
    both = tag_notes(merge_projects(mine, theirs).project, [theirs.notes[-1].id, mine.notes[-1].id], "rumour")
    workspace.show_project(both)
    dialog = AgreementDialog(workspace, theme)
    qtbot.addWidget(dialog)
    cells = [[dialog.table.item(r, c).text() for c in range(5)] for r in range(dialog.table.rowCount())]
    assert ["Credibility, Admiralty (NATO)", "2", "0 of 2", "0 %", "-0.50"] in cells
    assert ["Tag “rumour”", "2", "2 of 2", "100 %", "1.00"] in cells
    workspace.show_project(mine)
    alone = AgreementDialog(workspace, theme)
    qtbot.addWidget(alone)
    assert "by one reader" in alone.told.text() and alone.table.isHidden()


def test_a_text_without_notes_is_told_by_its_paragraphs_alone(qtbot, workspace, theme):
    source = workspace.project.source("bbb")
    assert not workspace.project.notes
    text = source.article.text.replace("A lifeboat capsized.", "A raft capsized.") + "\nThe inquiry goes on."
    diagnosis = diagnose(workspace.project, "bbb", replace(source.article, text=text, blocks=()))
    dialog = ReanchoringDialog(workspace, theme, [diagnosis])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.told.text().endswith("1 is gone or changed; 2 are new or changed.")
    assert not any(button.isVisible() for button in dialog.buttons.values())


LISTED = "The clerk wrote that nine barrels of tar were missing from the shed."
TWICE = (
    f"Harbour notes\n\nMorning list. {LISTED} The watch agreed.\n\nA gale blew for two days and no ship put out.\n\n"
    f"Evening list. {LISTED} The watch agreed.\n\nIt rained."
)


def test_of_two_places_that_are_as_likely_the_reader_chooses_one(qtbot, workspace, theme):
    old = f"Harbour notes\n\n{LISTED} He locked the door and left.\n\nNothing else was noted that week."
    project = add_source(workspace.project, Article.from_text(old, key="log"))
    at = old.index("nine barrels of tar")
    note = draft_note(project, [("log", Span(at, at + 19))], author="Ada")
    workspace.show_project(add_note(project, note))
    dialog = ReanchoringDialog(workspace, theme, [diagnose(workspace.project, "log", Article.from_text(TWICE))])
    qtbot.addWidget(dialog)
    dialog.show()
    model, places = dialog.model, [TWICE.index("nine barrels"), TWICE.rindex("nine barrels")]
    cards = [model.index(n).data(CardRole) for n in range(model.rowCount())]
    assert [card.told for card in cards] == ["uncertain, place 1 of 2", "uncertain, place 2 of 2"]
    assert "Morning list" in cards[0].after[0] and "Evening list" in cards[1].after[0]
    assert cards[0].before == cards[1].before and cards[0].before[1] == "nine barrels of tar"
    assert not dialog.here.isEnabled() and "Choose a card" in dialog.here.toolTip()
    dialog.view.setCurrentIndex(model.index(1))
    qtbot.mouseClick(dialog.here, Qt.MouseButton.LeftButton)
    assert [model.index(n).data(CardRole).told for n in (0, 1)] == ["uncertain, place 1 of 2", "chosen"]
    dialog.grab()
    target = dialog.apply_to(workspace.project).notes[-1].targets[0]
    assert target.certain and target.span.start == places[1] and target.anchor.start == places[1]
    qtbot.mouseClick(dialog.here, Qt.MouseButton.LeftButton)  # in doubt after all: the note will ask
    target = dialog.apply_to(workspace.project).notes[-1].targets[0]
    assert not target.certain and target.span.start == places[0] and target.anchor.quote == "nine barrels of tar"


def test_a_title_is_shown_as_it_stands_whatever_it_holds(qtbot, workspace, theme, changed):
    title = "Ferry <b>aground</b>"
    workspace.show_project(rename_source(workspace.project, "aaa", title))
    dialog = ReanchoringDialog(workspace, theme, [diagnose(workspace.project, "aaa", changed)])
    qtbot.addWidget(dialog)
    assert title in dialog.told.text()
    assert dialog.told.textFormat() == Qt.TextFormat.PlainText
