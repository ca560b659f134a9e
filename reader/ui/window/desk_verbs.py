"""What the commands of View, Compare and Edit do with the panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.ui.settings import Settings
from reader.ui.window.commands import LAYERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KINDS: dict[str, frozenset[str]] = {
    "people": frozenset({"person"}),
    "organisations": frozenset({"organisation"}),
    "places": frozenset({"place", "nationality"}),
    "names": frozenset({"name"}),
    "numbers": frozenset({"number", "percent", "money", "quantity", "ordinal"}),
    "dates": frozenset({"date", "duration"}),
    "quotes": frozenset({"quotation", "attribution"}),
    "notes": frozenset({"note"}),
}
"""The kinds of marks each layer shows."""


class DeskVerbs:
    """Turns commands into calls of the panes; does nothing while there are none."""

    def __init__(self, call: Callable[..., object], settings: Settings) -> None:
        self.call, self._settings = call, settings
        self.layers = set(LAYERS)
        self.scroll_mode = settings.scroll_mode
        self._desk: QWidget | None = None
        self._normal = 0

    def dress(self, desk: QWidget) -> None:
        """Give panes that were just made the layers, the way to scroll and the text size in use."""
        self._desk, self._normal = desk, desk.pixels  # type: ignore[attr-defined]
        self._show_layers()
        self.call("set_scroll_mode", self.scroll_mode)
        if self._settings.zoom:
            self.call("zoom", self._settings.zoom)

    def set_layer(self, key: str, shown: bool) -> None:
        """Mark a layer, or not."""
        (self.layers.add if shown else self.layers.discard)(key)
        self._show_layers()

    def _show_layers(self) -> None:
        self.call("set_layers", frozenset().union(*(KINDS[key] for key in self.layers)))

    def set_scroll_mode(self, mode: str) -> None:
        """How the panes follow one another: "aligned", "proportional" or "off"."""
        self.scroll_mode = self._settings.scroll_mode = mode
        self.call("set_scroll_mode", mode)

    @property
    def zoom_steps(self) -> int:
        """Steps the article text is larger (or smaller) than the theme says, by menu, key or wheel."""
        return self._desk.pixels - self._normal if self._desk is not None else self._settings.zoom  # type: ignore[attr-defined]

    def zoom(self, steps: int) -> None:
        """Larger (or smaller) article text by that many steps."""
        self.call("zoom", steps)
        self._settings.zoom = self.zoom_steps

    def zoom_reset(self) -> None:
        """The article text as large as the theme says."""
        self.zoom(-self.zoom_steps)

    def maximise(self) -> None:
        """The active pane alone."""
        self.call("maximise")
