"""The centre of the window: the sources side by side.

The `desk` is what the window knows; the `stage` holds a `pane` for each source, laid out by `arrangement` (`showing`
says which, `filling` fills them), each with its `header` and its `page/`. `linked/` ties them together, `pointer/`
answers the mouse, `walk/` leads from place to place, and `noted/` shows the notes.
"""

from reader.ui.panes.desk import Desk

__all__ = ["Desk"]
