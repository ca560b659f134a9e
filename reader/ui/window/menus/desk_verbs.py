"""What the commands of View, Compare and Edit do with the panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.ui.settings import ScrollMode, Settings
from reader.ui.window.menus.commands import LAYERS

if TYPE_CHECKING:
    from reader.ui.panes import Desk

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

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.layers = set(LAYERS)
        self.scroll_mode = settings.scroll_mode
        self._desk: Desk | None = None
        self._normal = 0

    def dress(self, desk: Desk) -> None:
        """Give panes that were just made the layers, the way to scroll and the text size in use."""
        self._desk, self._normal = desk, desk.pixels
        self._show_layers()
        desk.set_scroll_mode(self.scroll_mode)
        if self._settings.zoom:
            desk.zoom(self._settings.zoom)

    def do(self, verb: Callable[[Desk], object]) -> None:
        """Have the panes do something, once there are any."""
        if self._desk is not None:
            verb(self._desk)

    def set_layer(self, key: str, shown: bool) -> None:
        """Mark a layer, or not."""
        (self.layers.add if shown else self.layers.discard)(key)
        self._show_layers()

    def _show_layers(self) -> None:
        self.do(lambda desk: desk.set_layers(frozenset().union(*(KINDS[key] for key in self.layers))))

    def set_scroll_mode(self, mode: ScrollMode) -> None:
        """How the panes follow one another: "aligned", "proportional" or "off"."""
        self.scroll_mode = self._settings.scroll_mode = mode
        self.do(lambda desk: desk.set_scroll_mode(mode))

    @property
    def zoom_steps(self) -> int:
        """Steps the article text is larger (or smaller) than the theme says, by menu, key or wheel."""
        return self._desk.pixels - self._normal if self._desk is not None else self._settings.zoom

    def zoom(self, steps: int) -> None:
        """Larger (or smaller) article text by that many steps."""
        self.do(lambda desk: desk.zoom(steps))
        self._settings.zoom = self.zoom_steps

    def zoom_reset(self) -> None:
        """The article text as large as the theme says."""
        self.zoom(-self.zoom_steps)
