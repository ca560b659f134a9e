"""The centre of the window: the sources side by side."""

from reader.ui.panes.desk import Desk

__all__ = ["Desk"]
