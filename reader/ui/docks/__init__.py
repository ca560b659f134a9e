"""The docks: ledger, entities, notes, note editor, source, history; the selection bar and the annotate verbs.

Panels take `(workspace, theme)` and follow the workspace's signals; `set_theme(theme)` recolours them. The annotate
verbs come as `verbs = AnnotateVerbs(workspace)` and `actions = AnnotateActions(verbs, window)`: put
`actions.menu_actions()` into the Annotate menu (None is a separator), call `actions.for_panes(desk)` so that the single
keys work there and nowhere else, and make `SelectionBar(workspace, theme, actions, desk.selection_rect, window)`.
Before a text is replaced call `replace_text(workspace, theme, key, article, window)`; before a merge `MergeDialog.ask`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.ui.docks.annotate_actions import AnnotateActions
    from reader.ui.docks.annotating import AnnotateVerbs
    from reader.ui.docks.codebook_dialog import CodebookDialog
    from reader.ui.docks.compare_panel import ComparePanel
    from reader.ui.docks.entities_panel import EntitiesPanel
    from reader.ui.docks.history_panel import HistoryPanel
    from reader.ui.docks.merge_dialog import MergeDialog
    from reader.ui.docks.note_panel import NotePanel
    from reader.ui.docks.notes_panel import NotesPanel
    from reader.ui.docks.reanchoring_dialog import ReanchoringDialog, replace_text
    from reader.ui.docks.selection_bar import SelectionBar
    from reader.ui.docks.source_panel import SourcePanel

__all__ = [
    "AnnotateActions",
    "AnnotateVerbs",
    "CodebookDialog",
    "ComparePanel",
    "EntitiesPanel",
    "HistoryPanel",
    "MergeDialog",
    "NotePanel",
    "NotesPanel",
    "ReanchoringDialog",
    "SelectionBar",
    "SourcePanel",
    "replace_text",
]

_HOMES = {
    "AnnotateActions": "annotate_actions",
    "AnnotateVerbs": "annotating",
    "CodebookDialog": "codebook_dialog",
    "ComparePanel": "compare_panel",
    "EntitiesPanel": "entities_panel",
    "HistoryPanel": "history_panel",
    "MergeDialog": "merge_dialog",
    "NotePanel": "note_panel",
    "NotesPanel": "notes_panel",
    "ReanchoringDialog": "reanchoring_dialog",
    "SelectionBar": "selection_bar",
    "SourcePanel": "source_panel",
    "replace_text": "reanchoring_dialog",
}


def __getattr__(name: str) -> Any:
    """Import a panel's module when the panel is first asked for, so that the window can paint before."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"reader.ui.docks.{_HOMES[name]}"), name)
