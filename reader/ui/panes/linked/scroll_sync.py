"""Keep the panes together: the one touched last leads, the others follow by meaning, by length, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from reader.ui.panes.page.text_view import TextView
from reader.ui.settings import ScrollMode

_RETURN = 0.25
"""After a jump the panes stand as the jump put them; of every pixel scrolled, this part goes to aligning them again."""

MapOf = Callable[[TextView, TextView], Callable[[float], float] | None]


class ScrollSync(QObject):
    """Moves the followers once per event-loop turn; never reacts to what it moved itself.

    `map_of(leader, follower)` gives the function from places to places, or None while nothing is known.
    """

    def __init__(self, map_of: MapOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._map_of = map_of
        self._views: list[TextView] = []
        self.mode: ScrollMode = "aligned"
        self.leader: TextView | None = None
        self._offsets: dict[TextView, float] = {}
        self._returning = False
        self._to_adopt: bool | None = None
        self._last = 0.0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self.follow)

    def add(self, view: TextView) -> None:
        """Listen to a pane, once and for all."""
        view.touched.connect(lambda: self._lead(view))
        view.laid_out.connect(self._adopt_at_last)
        view.scrolled.connect(lambda: self._scrolled(view))

    def set_views(self, views: Sequence[TextView]) -> None:
        """The panes that scroll together, those hidden left out."""
        self._views = list(views)
        if self.leader not in self._views:
            self.leader = None

    def join(self, view: TextView, *, keep: bool) -> None:
        """Take in a pane that is made only now; `keep`: where it stands is right."""
        self._views.append(view)
        leader = self.leader or self._views[0]
        if keep and self.mode != "off" and view is not leader:
            self._keep(leader, view)

    def set_mode(self, mode: ScrollMode) -> None:
        """Change how the panes follow; locking them again keeps the positions they have."""
        self.mode = mode
        self.adopt(returning=False)

    def adopt(self, *, returning: bool = True) -> None:
        """Take the present positions for the right ones; `returning`: and drift back to alignment while scrolling.

        Panes on the way back to their reading lines are waited for, unless the reader moves one.
        """
        if any(view.returning for view in self._views):
            self._to_adopt = returning
            return
        self._to_adopt = None
        self._offsets.clear()
        self._returning = returning
        leader = self.leader or next(iter(self._views), None)
        if self.mode == "off" or leader is None:
            return
        self._last = leader.reading_height()
        for view in self._views:
            if view is not leader:
                self._keep(leader, view)

    def _adopt_at_last(self) -> None:
        if self._to_adopt is not None:
            self.adopt(returning=self._to_adopt)

    def _keep(self, leader: TextView, view: TextView) -> None:
        """Take the present position of a follower for the right one."""
        height = self._wanted(leader, view)
        if height is not None:
            self._offsets[view] = view.reading_height() - height

    def align(self) -> None:
        """Forget all offsets and bring the followers to their places."""
        self._offsets.clear()
        self.follow()

    def _lead(self, view: TextView) -> None:
        if self._to_adopt is not None:
            for held in self._views:
                held.settle()
        if view is not self.leader and view in self._views:
            self.leader = view
            self._last = view.reading_height()

    def _scrolled(self, view: TextView) -> None:
        if view in self._views:
            self._lead(view)
            self._turn.start()

    def catch_up(self) -> None:
        """Bring the followers at once to where they would be in the next turn of the event loop."""
        if self._turn.isActive():
            self.follow()

    def follow(self) -> None:
        """Bring every follower to where the leader's reading line says."""
        self._turn.stop()
        leader = self.leader
        if leader is not None and self.mode != "off":
            self._lessen(leader)
            for view in self._views:
                if view is not leader and (height := self._wanted(leader, view)) is not None:
                    view.put(view.value_for(height + self._offsets.get(view, 0.0)))

    def _lessen(self, leader: TextView) -> None:
        now = leader.reading_height()
        step = abs(now - self._last) * _RETURN if self._returning else 0.0
        self._last = now
        for view, offset in self._offsets.items():
            self._offsets[view] = max(0.0, offset - step) if offset > 0 else min(0.0, offset + step)

    def _wanted(self, leader: TextView, view: TextView) -> float | None:
        """The height the follower should have at its reading line."""
        if self.mode == "proportional":
            leader.settle()
            mine, its = leader.verticalScrollBar(), view.verticalScrollBar()
            value = mine.value() / max(1, mine.maximum()) * its.maximum()
            return view.height_for(value)
        mapped = self._map_of(leader, view)
        if mapped is None:
            return None
        height = leader.reading_height() - self._offsets.get(leader, 0.0)
        return view.lines.height_of(mapped(leader.lines.place_at(height)))
