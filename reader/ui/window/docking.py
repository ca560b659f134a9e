"""The docks at the left, right and bottom, each made when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget, QWidget

from reader.ui.looks.theme import Theme
from reader.ui.window.dock import Dock
from reader.ui.workspace import Workspace

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
FEW = 3
"""How many tabs must all be seen at once; more may be scrolled."""

NARROW = 1500
"""Pixels of a window below which the docks at its sides become narrower."""
LEAST = 262
"""Pixels that a dock at the side has at first: room for its tabs with the numbers of a large comparison behind their
titles, since a side that widened when they come would wrap all texts anew."""
CROWDED = 1100
"""Pixels of a window below which the docks at the right go, until one of them is asked for."""

SEPARATOR = 1
"""Pixels between a dock and the centre, as the style sheet has them: to ask a style loads all that Qt's styles know."""

LOW = 150
"""Pixels of the plots at the bottom of a low window."""


class DockSpec(NamedTuple):
    """A dock: its name, its title, where it stands at first, and the widget it holds ("module:class")."""

    name: str
    title: str
    area: Qt.DockWidgetArea
    widget: str


DOCKS = (
    DockSpec("compare", "Compare", LEFT, "reader.ui.docks:ComparePanel"),
    DockSpec("entities", "Entities", LEFT, "reader.ui.docks:EntitiesPanel"),
    DockSpec("notes", "Notes", LEFT, "reader.ui.docks:NotesPanel"),
    DockSpec("note", "Note", RIGHT, "reader.ui.docks:NotePanel"),
    DockSpec("source", "Source", RIGHT, "reader.ui.docks:SourcePanel"),
    DockSpec("history", "History", RIGHT, "reader.ui.docks:HistoryPanel"),
    DockSpec("numbers", "Numbers across sources", BOTTOM, "reader.ui.plots:NumbersPlot"),
    DockSpec("timeline", "Timeline of dates mentioned", BOTTOM, "reader.ui.plots:TimelinePlot"),
    DockSpec("map", "Alignment map", BOTTOM, "reader.ui.plots:AlignmentMap"),
)


def _widget_class(where: str) -> Callable[[Workspace, Theme], QWidget]:
    """The class named "module:class", imported now."""
    module, _, name = where.partition(":")
    found: Callable[[Workspace, Theme], QWidget] = getattr(import_module(module), name)
    return found


class _Dock(Dock):
    """A dock that knows where it belongs."""

    def __init__(self, spec: DockSpec, theme: Theme, parent: QMainWindow) -> None:
        super().__init__(spec.name, spec.title, theme, parent)
        self.spec = spec
        self.setAllowedAreas(LEFT | RIGHT | BOTTOM)

    def sizeHint(self) -> QSize:
        wide = 300 if self.spec.area in (LEFT, RIGHT) else 400
        return QSize(wide, 230)


class Docking:
    """Makes the docks of a window, fills each when it is first seen, and puts them all back on demand.

    The window is painted before it has docks: room is left for them around its centre, so that nothing moves.
    """

    def __init__(self, window: QMainWindow, workspace: Workspace, theme: Theme, made: Callable[[], object]) -> None:
        """`made` is called when the docks were made, to arrange them as they were left."""
        self._window, self._workspace, self._theme, self._tell_made = window, workspace, theme, made
        self._room = b""
        self._counts: dict[str, int] = {}
        self._filling = False
        self._gone: list[_Dock] = []
        self._fit_later = QTimer(window, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit_titles)
        self._docks: dict[str, _Dock] = {}

    @property
    def docks(self) -> dict[str, _Dock]:
        """All docks by name, made when they are first asked for."""
        if not self.made:
            self.make()
        return self._docks

    @property
    def made(self) -> bool:
        """Whether there are docks yet."""
        return bool(self._docks)

    def leave_room(self, room: bytes) -> None:
        """Keep the place of docks that are not made yet: what `room` told when the window was last closed, or, when
        that is empty, as at the very first start."""
        self._room = room
        if not self.made:
            side = self._side() + SEPARATOR
            first = side, side if self._window.width() >= CROWDED else 0, 0
            left, right, bottom = map(int, room.split(b",")) if room else first
            self._window.centralWidget().setContentsMargins(left, 0, right, bottom)

    def room(self) -> bytes:
        """The pixels that docks take at the left, right and bottom."""
        if not self.made:
            return self._room
        centre, whole = self._window.centralWidget().geometry(), self._window.rect()
        below = whole.bottom() - centre.bottom() - self._window.statusBar().height()
        return f"{centre.left()},{whole.right() - centre.right()},{below}".encode()

    def make(self) -> None:
        """Put the docks into the room that was left for them."""
        if self.made:
            return
        window = self._window
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, BOTTOM), (Qt.Corner.BottomRightCorner, BOTTOM),
            (Qt.Corner.TopLeftCorner, LEFT), (Qt.Corner.TopRightCorner, RIGHT),
        ):  # fmt: skip
            window.setCorner(corner, area)
        for area in (LEFT, RIGHT):
            window.setTabPosition(area, QTabWidget.TabPosition.North)
        for spec in DOCKS:
            dock = _Dock(spec, self._theme, window)
            self._docks[spec.name] = dock
            dock.visibilityChanged.connect(lambda seen, dock=dock: self._fill(dock) if seen else None)
            dock.dockLocationChanged.connect(lambda _area: self._fit_later.start())
        window.centralWidget().setContentsMargins(0, 0, 0, 0)
        self.put_back()
        self._tell_made()
        for name, number in self._counts.items():
            self.count(name, number)
        if window.isVisible():
            self.give_way(-1)

    def fill(self, name: str) -> None:
        """Make the widget of a dock, if it can be seen, now that the window has been painted."""
        self._filling = True
        dock = self.docks[name]
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            self._fill(dock)

    def put_back(self) -> None:
        """Every dock where it was at the very first start."""
        first: dict[Qt.DockWidgetArea, _Dock] = {}
        for dock in self.docks.values():
            dock.setFloating(False)
            area = dock.spec.area
            self._window.addDockWidget(area, dock)
            if area in first and area != BOTTOM:
                self._window.tabifyDockWidget(first[area], dock)
            first.setdefault(area, dock)
            dock.setVisible(area != BOTTOM)
        self.fit_sides()
        for dock in (first[LEFT], first[RIGHT]):
            dock.raise_()
        self._fit_titles()

    def fit_sides(self) -> None:
        """Left and right as wide as the window asks for at first: 300 pixels of 1600, some 270 of 1280."""
        side = self._side()
        docks = [next(d for d in self.docks.values() if d.spec.area == area) for area in (LEFT, RIGHT)]
        self._window.resizeDocks(docks, [side, side], Qt.Orientation.Horizontal)

    def _side(self) -> int:
        return max(LEAST, min(300, self._window.width() * 3 // 14))

    def give_way(self, before: int) -> None:
        """Leave more of a narrow window to the panes; come back when it is wide.

        `before` is how many pixels wide it was, -1 for a window that is shown for the first time.
        """
        width = self._window.width()
        if not self.made:
            self.leave_room(self._room)
        elif width >= CROWDED:
            self.come_back()
        elif not 0 <= before < CROWDED:
            beside = [d for d in self.docks.values() if not d.isHidden() and not d.isFloating()]
            self._gone = [d for d in beside if self._window.dockWidgetArea(d) == RIGHT]
            for dock in self._gone:
                dock.hide()
        if self.made and width < before:
            self._narrow()

    def come_back(self) -> None:
        """Show the docks that gave way, at the side they left."""
        gone, self._gone = self._gone, []
        for dock in gone:
            dock.show()
        if gone:
            gone[0].raise_()
            self._narrow()

    def _narrow(self) -> None:
        width = self._window.width()
        side = max(LEAST, width // 5) if width < NARROW else width
        wide = [d for d in self.docks.values() if d.width() > side and d.isVisible() and not d.isFloating()]
        beside = [d for d in wide if self._window.dockWidgetArea(d) in (LEFT, RIGHT)]
        if beside:
            self._window.resizeDocks(beside, [side] * len(beside), Qt.Orientation.Horizontal)

    def show_plots(self, shown: bool) -> None:
        """Open or close the three plots at the bottom."""
        bottom = [self.docks[spec.name] for spec in DOCKS if spec.area == BOTTOM]
        for dock in bottom:
            dock.setVisible(shown)
        if shown:
            self._window.resizeDocks(bottom, [400, 400, 220], Qt.Orientation.Horizontal)
            high = max(LOW, min(230, self._window.height() // 4))
            self._window.resizeDocks(bottom[:1], [high], Qt.Orientation.Vertical)
            self._fit_titles()  # now, or the first paint shows the style's own bars

    @property
    def plots_shown(self) -> bool:
        """Whether any plot at the bottom is open."""
        return any(not self.docks[spec.name].isHidden() for spec in DOCKS if spec.area == BOTTOM)

    def raise_dock(self, name: str) -> None:
        """Bring a dock to the front of its tabs, opening it when it is closed, and with it those that gave way."""
        if self.docks[name] in self._gone:
            self.come_back()
        self.docks[name].show()
        self.docks[name].raise_()
        self._fill(self.docks[name])

    def write_note(self, note: str) -> None:
        """Bring the note to the front; a panel made only now has not heard that the reader wants to write in it."""
        from reader.ui.docks import NotePanel

        fresh = self.docks["note"].widget() is None
        self.raise_dock("note")
        panel = self.docks["note"].widget()
        if fresh and isinstance(panel, NotePanel):
            panel.write(note)

    def set_theme(self, theme: Theme) -> None:
        """Dress the docks in another theme."""
        self._theme = theme
        for dock in self._docks.values():
            dock.set_theme(theme)

    def count(self, name: str, number: int) -> None:
        """Write a number behind a dock's title ("Entities 14"); 0 writes none."""
        self._counts[name] = number
        if not self.made:
            return
        dock = self._docks[name]
        dock.setWindowTitle(f"{dock.spec.title} {number:,}" if number else dock.spec.title)

    def _fill(self, dock: _Dock) -> None:
        if self._filling and dock.widget() is None:
            dock.setWidget(_widget_class(dock.spec.widget)(self._workspace, self._theme))
        self._fit_later.start()

    def _fit_titles(self) -> None:
        for dock in self.docks.values():
            dock.fit_title()
        for bar in self._window.findChildren(QTabBar):
            if bar.parent() is self._window:
                bar.setDrawBase(False)
                bar.setExpanding(False)
                bar.setElideMode(Qt.TextElideMode.ElideNone)
                bar.setDocumentMode(True)
                bar.setUsesScrollButtons(bar.count() > FEW)  # a side is never narrower than its few tabs
