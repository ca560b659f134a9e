"""The centre of the window: the sources side by side.

The `desk` is what the window knows; the `stage` holds a `pane` for each source, laid out by `arrangement` (`showing`
says which, `filling` fills them), each with its `header` and its `page/`. `linked/` ties them together. `pointing`,
`tooltips`, `lighting` and `pane_menu` answer the pointer, `walker` and `walking` lead from place to place, `gliding`
moves panes there, `viewing` tells what is in view; `note_chips`, `note_edges` and `note_selection` show the notes.
"""

from reader.ui.panes.desk import Desk

__all__ = ["Desk"]
