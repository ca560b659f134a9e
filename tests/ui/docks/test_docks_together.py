"""All docks at once: a long seeded walk of actions, sources that go, and ten thousand of everything."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.links import ComparedSource, Comparison, LedgerRow
from reader.mentions import Mention
from reader.notes import Project, add_notes, add_source, draft_notes, remove_source, set_body, set_rating
from reader.text import Article, Span
from reader.ui.docks import (
    AnnotateVerbs,
    ComparePanel,
    EntitiesPanel,
    HistoryPanel,
    NotePanel,
    NotesPanel,
    SourcePanel,
)
from reader.ui.entity_chooser import EntityChooser
from reader.ui.looks.theme import load_theme
from reader.ui.workspace import Workspace


@pytest.fixture
def panels(qtbot, workspace, theme):
    made = [cls(workspace, theme) for cls in (ComparePanel, EntitiesPanel, NotesPanel, NotePanel, SourcePanel)]
    made.append(HistoryPanel(workspace, theme))
    window = QWidget()
    row = QHBoxLayout(window)
    for panel in made:
        row.addWidget(panel)
    qtbot.addWidget(window)
    window.resize(1600, 500)
    with qtbot.waitActive(window):
        window.show()
    yield made


def test_a_long_walk_ends_where_undo_and_redo_say(panels, qtbot, qapp, workspace, monkeypatch):
    monkeypatch.setattr(EntityChooser, "ask", classmethod(lambda cls, *_: workspace.comparison.entities[2]))
    compare, entities, notes, note, source, history = panels
    verbs, dice, start = AnnotateVerbs(workspace), random.Random(7), workspace.project

    def select():
        held = dice.choice(workspace.project.sources)
        at = dice.randrange(len(held.article.text) - 12)
        workspace.select(held.key, Span(at, at + dice.randint(1, 12)))

    def press(widget, keys):
        widget.setFocus()
        qtbot.keyClick(widget, dice.choice(keys))

    walk = [
        select,
        lambda: verbs.rate_nth(dice.randint(1, 6)),
        lambda: verbs.put_new_tag(f"tag {dice.randint(0, 5)}"),
        verbs.note,
        verbs.link,
        verbs.delete_note,
        lambda: verbs.move_edge(end=dice.random() < 0.5, forward=dice.random() < 0.5),
        lambda: press(
            compare.view, [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End]
        ),
        lambda: press(compare.view, [Qt.Key.Key_S, Qt.Key.Key_C, Qt.Key.Key_I, Qt.Key.Key_N, Qt.Key.Key_Return]),
        lambda: press(entities.view, [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_S, Qt.Key.Key_Return]),
        lambda: press(notes.view, [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Delete]),
        lambda: press(note.body, [Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Backspace]),
        lambda: compare.bar.field.setText(dice.choice(["", "", "tar", "120"])),
        lambda: notes.bar.field.setText(dice.choice(["", "", "a", "tag"])),
        lambda: source.show_source(dice.choice(["aaa", "bbb"])),
        lambda: press(history.list, [Qt.Key.Key_Down, Qt.Key.Key_Delete]),
        workspace.undo_stack.undo,
        workspace.undo_stack.redo,
        lambda: workspace.select("aaa", None),
    ]
    for _ in range(250):
        dice.choice(walk)()
        qapp.processEvents()
    end = workspace.project
    steps = workspace.undo_stack.index()
    for _ in range(steps):
        workspace.undo_stack.undo()
    assert workspace.project == start
    for _ in range(steps):
        workspace.undo_stack.redo()
    assert workspace.project == end


def test_a_source_that_went_leaves_no_loose_end(panels, qtbot, workspace, select):
    verbs = AnnotateVerbs(workspace)
    select("bbb", "at least 30")
    workspace.choose_row("R3")
    workspace.edit("Remove source", lambda project: remove_source(project, "bbb"))
    verbs.rate("4")
    assert workspace.project.notes == ()
    compare = panels[0]
    compare.view.setFocus()
    qtbot.keyClick(compare.view, Qt.Key.Key_N)
    (note,) = workspace.project.notes
    assert [target.source for target in note.targets] == ["aaa"]
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert len(workspace.project.sources) == 2


def test_every_dock_takes_another_theme(panels, qapp):
    for panel in panels:
        looks = []
        for name in ("light", "dark"):
            panel.set_theme(load_theme(name))
            looks.append(panel.grab().toImage())
        assert looks[0] != looks[1], type(panel).__name__


NUMBER = 5000


@pytest.fixture
def many(qapp):
    """A workspace with 5,000 notes and as many ledger rows."""
    text = "".join(f"Boat {n} lies in harbour {n}.\n" for n in range(NUMBER))
    project = add_source(Project(), Article.from_text(text, key="aaa"))
    article, at, mentions, rows = project.sources[0].article, 0, [], []
    for n in range(NUMBER):
        words = f"Boat {n}"
        mentions.append(Mention(Span(at, at + len(words)), words, "name", id=f"A{n}"))
        rows.append(LedgerRow(f"R{n}", "entity", "differ" if n % 3 else "only", words, {"A": (f"A{n}",)}, "So."))
        at += len(f"Boat {n} lies in harbour {n}.\n")
    notes = draft_notes(project, [("aaa", m.span) for m in mentions], body="seen")
    workspace = Workspace()
    workspace.show_project(add_notes(project, notes))
    source = ComparedSource("A", article, (), tuple(mentions))
    workspace.comparison = Comparison((source,), (), (), (), tuple(rows), ())
    return workspace


def counted(monkeypatch, owner, name):
    """How often a method is called from now on."""
    calls, plain = [], getattr(owner, name)

    def run(self, *args):
        calls.append(name)
        return plain(self, *args)

    monkeypatch.setattr(owner, name, run)
    return calls


def test_a_key_in_a_long_ledger_measures_two_cards_and_draws_those_in_view(many, qtbot, qapp, theme, monkeypatch):
    panel = ComparePanel(many, theme)
    qtbot.addWidget(panel)
    panel.resize(280, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.bar.field.setFocus()
    qtbot.waitUntil(panel.bar.field.hasFocus)
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Down)
    qapp.processEvents()
    delegate = type(panel.view.itemDelegate())
    measured, drawn = counted(monkeypatch, delegate, "height"), counted(monkeypatch, delegate, "paint")
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qapp.processEvents()
    assert len(measured) == 2
    assert 0 < len(drawn) < 40
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert many.chosen_row == panel.model.passing()[-1].id


def test_keys_typed_in_the_filter_of_a_long_ledger_fold_no_case_again(many, qtbot, theme, monkeypatch):
    panel = ComparePanel(many, theme)
    qtbot.addWidget(panel)
    qtbot.keyClicks(panel.bar.field, "BOAT 49")
    told = panel.model.reading.told
    assert 0 < len(panel.model.passing()) < 200
    measured = counted(monkeypatch, type(panel.view.itemDelegate()), "height")
    qtbot.keyClicks(panel.bar.field, "99")
    assert [row.label for row in panel.model.passing()] == ["Boat 4999"]
    assert panel.model.reading.told is told
    assert len(measured) < 60


def test_typing_in_one_of_many_notes_touches_one_row(many, qtbot, qapp, theme, monkeypatch):
    panel = NotesPanel(many, theme)
    qtbot.addWidget(panel)
    panel.resize(280, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    measured = counted(monkeypatch, type(panel.view.itemDelegate()), "height")
    with qtbot.assertNotEmitted(panel.model.modelReset):
        many.edit("Write note", lambda p: set_body(p, p.notes[40].id, "seen twice"))
    assert len(measured) <= 1


def test_many_notes_rated_at_once_are_told_once_and_stay_chosen(many, qtbot, theme, monkeypatch):
    panel = NotesPanel(many, theme)
    qtbot.addWidget(panel)
    panel.view.setCurrentIndex(panel.model.index(3))
    panel.view.selectAll()
    summed = counted(monkeypatch, type(panel.view), "measure_rows")
    panel.chosen.rate("3")
    assert len(summed) == 1
    panel._want(sort="rating")
    many.edit("Rate", lambda p: set_rating(p, p.notes[40].id, "1"))
    assert panel.model.row_of(many.project.notes[40].id) == 0
    assert len(panel.chosen.notes()) == NUMBER
    assert len(panel.view.selectionModel().selection()) == 1  # one range, not one for each note


def test_the_last_of_many_cards_is_brought_into_view_whole(many, qtbot, theme):
    panel = ComparePanel(many, theme)
    qtbot.addWidget(panel)
    panel.resize(280, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    for row in (panel.model.passing()[-1], panel.model.passing()[NUMBER // 2], panel.model.passing()[0]):
        panel.view.show_row(row.id)
        box = panel.view.visualRect(panel.model.row_index(row.id))
        assert box.height() == panel.view.itemDelegate().height(row)
        assert panel.view.viewport().rect().contains(box.adjusted(0, 0, -1, -1))
