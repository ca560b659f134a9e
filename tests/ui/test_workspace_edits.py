"""Edits of the workspace: merged typing, refused changes, and names in the undo list."""

from __future__ import annotations

from dataclasses import replace

from reader.errors import ProjectError
from reader.notes import Project
from reader.ui.workspace import Workspace


def typed(words: str):
    return lambda project: replace(project, memo=words)


def test_edits_with_one_merge_key_are_one_step(qtbot):
    workspace = Workspace()
    for words in ("a", "ab", "abc"):
        assert workspace.edit("Write memo", typed(words), merge="memo:1")
    workspace.edit("Write memo", typed("abcd"), merge="memo:2")
    assert workspace.undo_stack.count() == 2
    workspace.undo_stack.undo()
    assert workspace.project.memo == "abc"
    workspace.undo_stack.undo()
    assert workspace.project == Project()
    workspace.undo_stack.redo()
    assert workspace.project.memo == "abc"


def test_edits_without_a_merge_key_stay_apart(qtbot):
    workspace = Workspace()
    workspace.edit("Write memo", typed("a"))
    workspace.edit("Write memo", typed("ab"))
    assert workspace.undo_stack.count() == 2
    assert not workspace.edit("Write memo", typed("ab"))


def test_a_refused_edit_says_why_and_changes_nothing(qtbot):
    def refuse(project: Project) -> Project:
        raise ProjectError("That name is taken. Choose another.")

    workspace = Workspace()
    with qtbot.waitSignal(workspace.trouble) as told:
        assert not workspace.edit("Rename tag", refuse)
    assert told.args == ["That name is taken. Choose another.", "warning"]
    assert workspace.undo_stack.count() == 0
