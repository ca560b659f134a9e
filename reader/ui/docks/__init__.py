"""The docks: ledger, entities, notes, note editor, source, history; the selection bar and the annotate verbs.

Panels take `(workspace, theme)` and follow the workspace's signals; `set_theme(theme)` recolours them. The annotate
verbs come as `verbs = AnnotateVerbs(workspace)` and `actions = AnnotateActions(verbs, window)`: put
`actions.menu_actions()` into the Annotate menu (None is a separator), call `actions.for_panes(desk)` so that the single
keys work there and nowhere else, and make `SelectionBar(workspace, theme, actions, desk.selection_rect, window)`.
Each dock has its drawer: `ledger/` (Compare), `entities/`, `notes/` (the list), `note/` (the editor), `source/`,
`history/`. `annotating/` is selection bar and verbs, `codebook/` tags and rating schemes, `review/` the dialogs before
a text is replaced or a project merged; `cards/` and `parts/` are what the docks are drawn with.

Before a text is replaced call `replace_text(workspace, theme, key, article, window)`; before a merge `MergeDialog.ask`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy import lazy_names

if TYPE_CHECKING:
    from reader.ui.docks.annotating.actions import AnnotateActions
    from reader.ui.docks.annotating.selection_bar import SelectionBar
    from reader.ui.docks.annotating.verbs import AnnotateVerbs
    from reader.ui.docks.codebook.dialog import CodebookDialog
    from reader.ui.docks.entities.panel import EntitiesPanel
    from reader.ui.docks.history.panel import HistoryPanel
    from reader.ui.docks.ledger.panel import ComparePanel
    from reader.ui.docks.note.panel import NotePanel
    from reader.ui.docks.notes.panel import NotesPanel
    from reader.ui.docks.review.agreement_dialog import AgreementDialog
    from reader.ui.docks.review.compare_dialog import CompareDialog
    from reader.ui.docks.review.merge_dialog import MergeDialog
    from reader.ui.docks.review.reanchoring_dialog import ReanchoringDialog, replace_text
    from reader.ui.docks.source.panel import SourcePanel
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "annotating.actions": "AnnotateActions",
            "annotating.selection_bar": "SelectionBar",
            "annotating.verbs": "AnnotateVerbs",
            "codebook.dialog": "CodebookDialog",
            "entities.panel": "EntitiesPanel",
            "history.panel": "HistoryPanel",
            "ledger.panel": "ComparePanel",
            "note.panel": "NotePanel",
            "notes.panel": "NotesPanel",
            "review.agreement_dialog": "AgreementDialog",
            "review.compare_dialog": "CompareDialog",
            "review.merge_dialog": "MergeDialog",
            "review.reanchoring_dialog": "ReanchoringDialog replace_text",
            "source.panel": "SourcePanel",
        },
    )

__all__ = [
    "AgreementDialog",
    "AnnotateActions",
    "AnnotateVerbs",
    "CodebookDialog",
    "CompareDialog",
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
