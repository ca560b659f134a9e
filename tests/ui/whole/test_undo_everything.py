"""Any sequence of commands: undoing all of them is the start, redoing them the end, whatever was saved between."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.notes import Project, add_notes, add_source, add_tag, draft_note
from reader.text import Article, Span
from reader.ui.workspace import Workspace
from tests.notes.test_properties import EDITS

NEEDS_NOTE = {"link", "remove note", "body", "rating", "boundary", "tag", "untag"}


def start() -> Project:
    made = add_source(Project(), Article.from_text("The barge broke loose above the lock at six.", key="a"))
    made = add_source(made, Article.from_text("At nine the lock keeper saw the barge drift, he said.", key="b"))
    made = add_tag(made, "rumour")
    return add_notes(made, [draft_note(made, [("a", Span(0, 9))], body="which?", rating="2")])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_undo_all_is_the_start_and_redo_all_the_end(qapp: object, data: st.DataObject) -> None:
    workspace, begun = Workspace(), start()
    workspace.start_with(begun)
    states = [begun]
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=10)):
        held = workspace.project
        if not held.sources or not held.codebook.tags or (name in NEEDS_NOTE and not held.notes):
            continue
        merge = data.draw(st.sampled_from(["", "", f"{name}:1"]))

        def change(project: Project, name: str = name) -> Project:
            return EDITS[name](project, data)

        if workspace.edit(name, change, merge=merge, on_refused=lambda words: None):
            if workspace.undo_stack.index() == len(states):
                states.append(workspace.project)
            else:  # it became one step with the one before
                states[-1] = workspace.project
        if data.draw(st.booleans()):
            workspace.undo_stack.setClean()
    steps = workspace.undo_stack.count()
    assert steps == len(states) - 1
    for number in range(steps, 0, -1):
        assert workspace.project == states[number]
        workspace.undo_stack.undo()
    assert workspace.project == begun and not workspace.undo_stack.canUndo()
    for number in range(1, steps + 1):
        workspace.undo_stack.redo()
        assert workspace.project == states[number]
    assert not workspace.undo_stack.canRedo()
