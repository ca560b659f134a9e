"""From a selection to a rated, tagged, written note without the mouse; links, edges, every occurrence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDockWidget, QLineEdit, QMainWindow, QToolButton, QVBoxLayout, QWidget

from reader.notes import add_tag, remove_source
from reader.text import Span
from reader.ui.docks import AnnotateActions, AnnotateVerbs, NotePanel, SelectionBar
from reader.ui.docks.annotating import selection_bar
from reader.ui.docks.annotating.occurrences_dialog import OccurrencesDialog
from reader.ui.docks.annotating.verbs import with_edge_moved
from reader.ui.docks.dock_keys import DOCK_KEYS
from reader.ui.window.dialogs.keys_dialog import help_page


class Desk(QMainWindow):
    """A window with one pane, a text field and the note editor, joined as the program joins them."""

    def __init__(self, workspace, theme, pane_class):
        super().__init__()
        self.pane, self.field = pane_class(), QLineEdit()
        self.pane.setPlainText("A line of an account.\n" * 200)
        page = QWidget()
        box = QVBoxLayout(page)
        box.addWidget(self.pane)
        box.addWidget(self.field)
        self.setCentralWidget(page)
        self.note = NotePanel(workspace, theme)
        dock = QDockWidget("Note", self)
        dock.setWidget(self.note)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.verbs = AnnotateVerbs(workspace, self)
        self.actions_ = AnnotateActions(self.verbs, self)
        self.actions_.for_panes(self.pane)
        menu = self.menuBar().addMenu("Annotate")
        for action in self.actions_.menu_actions():
            menu.addAction(action) if action else menu.addSeparator()
        self.bar = SelectionBar(workspace, theme, self.actions_, self.selection_rect, self)

    def selection_rect(self) -> QRect:
        corner = self.pane.mapToGlobal(self.pane.rect().topLeft())
        return QRect(corner.x() + 20, corner.y() + 30 - self.pane.verticalScrollBar().value(), 120, 18)

    def scroll(self, lines: int) -> None:
        self.pane.verticalScrollBar().setValue(lines)


@pytest.fixture
def desk(qtbot, workspace, theme, pane_class, monkeypatch):
    monkeypatch.setattr(selection_bar, "PART", 3_600_000)  # the bar stays until a test has looked
    desk = Desk(workspace, theme, pane_class)
    qtbot.addWidget(desk)
    desk.resize(900, 600)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.pane.setFocus()
    qtbot.waitUntil(lambda: desk.pane.hasFocus())
    return desk


def test_rate_tag_and_write_by_keys_alone(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    qtbot.keyClick(desk.pane, Qt.Key.Key_4)
    qtbot.keyClick(desk.pane, Qt.Key.Key_T)
    qtbot.waitUntil(desk.bar.chooser.isVisible)
    qtbot.keyClicks(desk.bar.chooser.field, "count disputed")
    qtbot.keyClick(desk.bar.chooser.field, Qt.Key.Key_Return)
    desk.pane.setFocus()
    qtbot.keyClick(desk.pane, Qt.Key.Key_N)
    qtbot.waitUntil(desk.note.body.hasFocus)
    qtbot.keyClicks(desk.note.body, "Who counted? 4 lists, it says.")
    qtbot.keyClick(desk.note.body, Qt.Key.Key_Escape)
    assert desk.pane.hasFocus()
    (note,) = workspace.project.notes
    assert (note.rating, note.body, note.author) == ("4", "Who counted? 4 lists, it says.", "Ada")
    assert [tag.name for tag in workspace.project.codebook.tags] == ["count disputed"]
    assert note.tags == (workspace.project.codebook.tags[0].id,)
    steps = [workspace.undo_stack.text(n) for n in range(workspace.undo_stack.count())]
    assert steps == ["Rate 4 doubtful", "Tag “count disputed”", "Write note"]
    for _ in steps:
        workspace.undo_stack.undo()
    assert workspace.project.notes == () and workspace.project.codebook.tags == ()


def test_keys_are_inert_in_a_text_field(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    qtbot.keyClicks(desk.field, "4thnl")
    assert desk.field.text() == "4thnl"
    assert workspace.project.notes == ()


def test_typing_breaks_into_steps_at_a_new_line_and_undo_shows_in_the_field(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    qtbot.keyClick(desk.pane, Qt.Key.Key_N)
    qtbot.waitUntil(desk.note.body.hasFocus)
    qtbot.keyClicks(desk.note.body, "one")
    qtbot.keyClick(desk.note.body, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.note.body, "two")
    assert workspace.project.notes[0].body == "one\ntwo"
    workspace.undo_stack.undo()
    assert desk.note.body.toPlainText() == "one"
    workspace.undo_stack.undo()
    assert desk.note.body.toPlainText() == ""


def test_undo_in_the_field_is_the_projects_undo(desk, qtbot, workspace, select):
    undo = workspace.undo_stack.createUndoAction(desk)
    undo.setShortcut("Ctrl+Z")
    desk.addAction(undo)
    select("aaa", "14 people")
    qtbot.keyClick(desk.pane, Qt.Key.Key_N)
    qtbot.waitUntil(desk.note.body.hasFocus)
    qtbot.keyClicks(desk.note.body, "hasty")
    qtbot.keyClick(desk.note.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.project.notes[0].body == "" and desk.note.body.toPlainText() == ""


def test_the_bar_stands_below_the_selection_and_never_takes_the_focus(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    qtbot.waitUntil(desk.bar.isVisible)
    top = desk.bar.mapToGlobal(desk.bar.rect().topLeft())
    assert top.y() >= desk.selection_rect().bottom()
    assert desk.pane.hasFocus()
    four = next(b for b in desk.bar.children() if getattr(b, "text", str)() == "4")
    assert four.toolTip() == "4 Doubtful"
    assert desk.bar.words.text().startswith("1 confirmed by other sources … 6 truth cannot be judged")
    qtbot.mouseMove(four)
    qtbot.waitUntil(lambda: desk.bar.words.text() == "4 Doubtful")
    qtbot.mouseClick(four, Qt.MouseButton.LeftButton)
    assert workspace.project.notes[0].rating == "4"
    assert desk.pane.hasFocus()
    workspace.select("aaa", None)
    assert not desk.bar.isVisible()


TURNS = {
    "escape": lambda qtbot, desk, space: qtbot.keyClick(desk.pane, Qt.Key.Key_Escape),
    "row": lambda qtbot, desk, space: space.choose_row("R3"),
    "passage": lambda qtbot, desk, space: space.choose_passage("bbb", Span(0, 4)),
    "places": lambda qtbot, desk, space: space.choose_places([("aaa", Span(0, 4))]),
    "focus": lambda qtbot, desk, space: desk.field.setFocus(),
    "scroll": lambda qtbot, desk, space: desk.scroll(40),
}


def test_the_verbs_of_the_bar_are_written_alike(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    qtbot.waitUntil(desk.bar.isVisible)
    words = [button.text() for button in desk.bar.findChildren(QToolButton) if not button.text().isdigit()]
    assert words[:4] == ["Tag", "Note", "Highlight", "Link"]


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS.keys())
def test_the_bar_goes_when_the_reader_turns_away_and_comes_with_the_next_words(desk, qtbot, workspace, select, turn):
    select("aaa", "14 people")
    qtbot.waitUntil(desk.bar.isVisible)
    turn(qtbot, desk, workspace)
    qtbot.waitUntil(lambda: not desk.bar.isVisible())
    assert workspace.selection is not None
    desk.pane.setFocus()
    select("aaa", "120 passengers")
    qtbot.waitUntil(desk.bar.isVisible)


def test_the_bar_goes_by_itself_once_a_note_was_given_unless_the_pointer_is_on_it(
    desk, qtbot, workspace, select, monkeypatch
):
    desk.bar._part.setInterval(30)
    select("aaa", "14 people")
    qtbot.waitUntil(desk.bar.isVisible)
    monkeypatch.setattr(desk.bar, "underMouse", lambda: True)
    qtbot.keyClick(desk.pane, Qt.Key.Key_4)
    with qtbot.waitSignal(desk.bar._part.timeout):
        pass
    assert desk.bar.isVisible()
    monkeypatch.setattr(desk.bar, "underMouse", lambda: False)
    qtbot.waitUntil(lambda: not desk.bar.isVisible())
    assert workspace.selection is not None and desk.pane.hasFocus()


def test_a_second_passage_is_added_by_a_button_that_is_there_only_then(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    qtbot.waitUntil(desk.bar.isVisible)
    adder = next(b for b in desk.bar.children() if getattr(b, "text", str)() == "Add to note")
    assert not adder.isVisible()
    qtbot.keyClick(desk.pane, Qt.Key.Key_4)
    select("bbb", "at least 30")
    qtbot.waitUntil(adder.isVisible)
    qtbot.mouseClick(adder, Qt.MouseButton.LeftButton)
    assert [target.source for target in workspace.project.notes[0].targets] == ["aaa", "bbb"]
    desk.bar.place()
    assert not adder.isVisible()


def test_another_note_sends_the_bar_away_but_its_own_do_not(desk, qtbot, workspace, select):
    select("aaa", "120 passengers")
    qtbot.keyClick(desk.pane, Qt.Key.Key_H)
    select("aaa", "14 people")
    qtbot.waitUntil(desk.bar.isVisible)
    for key in (Qt.Key.Key_H, Qt.Key.Key_4):
        qtbot.keyClick(desk.pane, key)
        assert desk.bar.isVisible()
    qtbot.keyClick(desk.pane, Qt.Key.Key_T)
    qtbot.waitUntil(desk.bar.chooser.isVisible)
    assert desk.bar.isVisible()
    desk.bar.chooser.close()
    workspace.choose_note(workspace.project.notes[0].id)
    assert not desk.bar.isVisible()


def test_a_second_key_changes_the_same_note(desk, qtbot, workspace, select):
    select("bbb", "at least 30")
    qtbot.keyClick(desk.pane, Qt.Key.Key_H)
    qtbot.keyClick(desk.pane, Qt.Key.Key_2)
    qtbot.keyClick(desk.pane, Qt.Key.Key_3)
    (note,) = workspace.project.notes
    assert note.rating == "3"
    qtbot.keyClick(desk.pane, Qt.Key.Key_0)
    assert workspace.project.notes[0].rating == ""


def test_link_two_passages(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    with qtbot.waitSignal(desk.verbs.link_begun) as told:
        qtbot.keyClick(desk.pane, Qt.Key.Key_L)
    assert told.args == ["14 people"]
    assert desk.bar.words.text().startswith("Linking from “14 people”")
    select("bbb", "at least 30")
    qtbot.keyClick(desk.pane, Qt.Key.Key_L)
    (note,) = workspace.project.notes
    assert [(t.source, t.anchor.quote) for t in note.targets] == [("aaa", "14 people"), ("bbb", "at least 30")]
    assert desk.note.where.accessibleName().endswith("A · paragraph 3 · linked to B · paragraph 2")


def test_a_link_that_was_begun_can_be_given_up(desk, qtbot, workspace, select):
    told: list[str] = []
    desk.verbs.link_begun.connect(told.append)
    select("aaa", "14 people")
    qtbot.keyClick(desk.pane, Qt.Key.Key_L)
    qtbot.keyClick(desk.pane, Qt.Key.Key_L)
    assert told == ["14 people", ""], "the same key on the same words"
    qtbot.keyClick(desk.pane, Qt.Key.Key_L)
    qtbot.waitUntil(desk.bar.isVisible)
    desk.bar.leave()
    qtbot.keyClick(desk.pane, Qt.Key.Key_Escape)
    assert told[2:] == ["14 people", ""]
    qtbot.keyClick(desk.pane, Qt.Key.Key_L)
    workspace.edit("Close", lambda project: remove_source(project, "aaa"))
    assert told[4:] == ["14 people", ""] and workspace.project.notes == ()


def test_nothing_selected_says_what_to_do(desk, qtbot, workspace):
    for key in (Qt.Key.Key_4, Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_H, Qt.Key.Key_L):
        with qtbot.waitSignal(workspace.trouble) as told:
            qtbot.keyClick(desk.pane, key)
        assert told.args[1] == "info" and "elect" in told.args[0]
    assert workspace.undo_stack.count() == 0


def test_a_tags_own_key_puts_it_on_and_takes_it_off(desk, qtbot, workspace, select):
    workspace.edit("Add tag", lambda p: add_tag(p, "unsourced", shortcut="u"))
    select("aaa", "120 passengers")
    qtbot.keyClick(desk.pane, Qt.Key.Key_U)
    assert workspace.project.notes[0].tags == ("unsourced",)
    qtbot.keyClick(desk.pane, Qt.Key.Key_U)
    assert workspace.project.notes[0].tags == ()


def test_edges_move_by_a_word_as_one_step(desk, qtbot, workspace, select):
    span = select("aaa", "14 people")
    qtbot.keyClick(desk.pane, Qt.Key.Key_H)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk.pane, Qt.Key.Key_Right, both)
    qtbot.keyClick(desk.pane, Qt.Key.Key_Right, both)
    assert workspace.project.notes[0].targets[0].anchor.quote == "14 people were treated"
    qtbot.keyClick(desk.pane, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.project.notes[0].targets[0].anchor.quote == "said 14 people were treated"
    workspace.undo_stack.undo()
    assert workspace.project.notes[0].targets[0].span == span


@pytest.mark.parametrize(
    ("span", "end", "forward", "wanted"),
    [
        (Span(4, 7), True, True, Span(4, 12)),
        (Span(4, 12), True, False, Span(4, 7)),
        (Span(4, 7), False, False, Span(0, 7)),
        (Span(0, 7), False, True, Span(4, 7)),
        (Span(0, 3), False, False, Span(0, 3)),
        (Span(0, 3), False, True, Span(0, 3)),
        (Span(8, 12), True, True, Span(8, 12)),
    ],
)
def test_an_edge_goes_to_the_edge_of_a_word(span, end, forward, wanted):
    assert with_edge_moved("one two four", span, end=end, forward=forward) == wanted


def test_every_occurrence_is_previewed_and_one_step(desk, qtbot, workspace, select):
    select("bbb", "The")
    qtbot.keyClick(desk.pane, Qt.Key.Key_5)
    dialog = OccurrencesDialog(desk, workspace)
    qtbot.addWidget(dialog)
    assert dialog.field.text() == "The"
    found = dialog.places()
    assert len(found) == len([w for k in ("aaa", "bbb") for w in words(workspace, k) if w.casefold() == "the"])
    dialog.case.setChecked(True)
    assert len(dialog.places()) < len(found)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    places = dialog.places()
    assert dialog.told.text() == f"{len(places)} notes will be made, in one step, with the rating of the note here."
    before = workspace.undo_stack.count()
    desk.verbs.annotate_places(places)
    assert workspace.undo_stack.count() == before + 1
    assert {note.rating for note in workspace.project.notes} == {"5"}
    workspace.undo_stack.undo()
    assert len(workspace.project.notes) == 1


def test_a_part_of_a_word_is_found_as_it_was_selected(qtbot, workspace, desk, select):
    select("aaa", "4 peopl")
    dialog = OccurrencesDialog(desk, workspace)
    qtbot.addWidget(dialog)
    assert not dialog.whole.isChecked() and [key for key, _ in dialog.places()] == ["aaa"]


def words(workspace, key):
    return "".join(c if c.isalnum() else " " for c in workspace.project.source(key).article.text).split()


def test_one_more_passage_is_added_to_the_chosen_note_by_key(desk, qtbot, workspace, select):
    select("aaa", "14 people")
    qtbot.keyClick(desk.pane, Qt.Key.Key_4)
    note = workspace.chosen_note
    select("bbb", "at least 30")
    qtbot.keyClick(desk.pane, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert workspace.chosen_note == note and len(workspace.project.notes) == 1
    assert [t.source for t in workspace.project.note(note).targets] == ["aaa", "bbb"]
    assert workspace.undo_stack.undoText() == "Add passage to note"
    with qtbot.waitSignal(workspace.trouble):
        qtbot.keyClick(desk.pane, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    workspace.undo_stack.undo()
    assert len(workspace.project.note(note).targets) == 1


def test_occurrences_of_an_entity_take_its_other_names(qtbot, workspace):
    workspace.choose_entity("E1")
    dialog = OccurrencesDialog(None, workspace)
    qtbot.addWidget(dialog)
    assert [key for key, _ in dialog.places()] == ["aaa"]
    dialog.entity.setChecked(True)
    assert [key for key, _ in dialog.places()] == ["aaa", "bbb"]


def test_the_page_of_help_names_the_keys_of_the_docks(desk):
    page = help_page()
    listed = {part.strip() for _, keyed in DOCK_KEYS for keys, _ in keyed for part in keys.split(",")}
    for action in desk.actions_.menu_actions():
        keys = action.shortcut().toString() if action else ""
        assert not keys or keys in listed | {"1", "2", "3", "4", "5", "6", "Alt+Shift+Left", "Alt+Shift+Right"}, keys
    assert all(title in page for title, _ in DOCK_KEYS)
