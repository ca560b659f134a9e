"""The frame all plots share: a picture to save, what the pointer is over, and a reason when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyqtgraph as pg
from pyqtgraph import exporters
from PySide6.QtCore import QBuffer, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from reader.ui.looks.theme import SANS, Theme, font, icon
from reader.ui.looks.tips import tip
from reader.ui.plots.drawing import keep_widths
from reader.ui.workspace import Workspace

TICK = 11  # pixels of the words at an axis
NEAR = 8.0  # pixels
_FINER = 3
"""Pixels of a saved picture to one of the screen: it is read on paper and on finer screens."""


@dataclass(frozen=True)
class Spot:
    """Something the pointer can meet: its extent in the plot's own units, its words, and what a click does."""

    left: float
    right: float
    y: float
    words: str
    go: Callable[[], None]


class Plot(QWidget):
    """A plot that redraws itself when the comparison changes, but only while it is shown.

    A subclass fills `draw`, which returns "" or the sentence to show instead of an empty frame.
    """

    title = ""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.theme = workspace, theme
        self.setObjectName("plot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.spots: Sequence[Spot] = ()
        self._stale = True
        self.view = pg.PlotWidget(self, axisItems=self.axes())
        self.view.setMenuEnabled(False)
        self.view.hideButtons()
        self.view.getPlotItem().setContentsMargins(0, 6, 6, 0)  # else half of a label at an end is cut off
        self.view.setAccessibleName(self.title)
        self.view.viewport().setAccessibleName(self.title)
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self.view.scene().sigMouseMoved.connect(self._point)
        self.view.scene().sigMouseClicked.connect(self._click)
        workspace.comparison_changed.connect(self.refresh)
        workspace.sources_changed.connect(lambda: self.refresh() if self.empty_reason() else None)
        self.set_theme(theme)

    def axes(self) -> dict[str, pg.AxisItem]:
        """The axes that differ from the usual ones, by side."""
        return {}

    def draw(self) -> str:
        """Draw the present comparison into `view` and fill `spots`; "" or why there is nothing to draw."""
        raise NotImplementedError

    def controls(self) -> list[QWidget]:
        """Widgets for the tools above the plot, left of *Save picture*."""
        return []

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""
        self.theme = theme
        self.view.setBackground(theme.colour("panel"))
        for side in ("left", "bottom"):
            axis = self.view.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(theme.colour("line")))
            axis.setTextPen(pg.mkPen(theme.colour("muted")))
            axis.setStyle(tickFont=font(SANS, TICK), tickLength=-4)
        self.save.setIcon(icon("save", theme, "muted"))
        self._empty.setStyleSheet(f"color: {theme.colours['muted']}; padding: 12px;")
        self.refresh()

    def refresh(self) -> None:
        """Draw anew now if the plot is shown, else when it next is."""
        self._stale = True
        if self.isVisible():
            self._draw_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.view.setToolTip("")

    def save_picture(self, path: str) -> None:
        """Write the plot to a PNG or SVG file, by the ending of `path`; OSError if it can't be written."""
        item = self.view.getPlotItem()
        if Path(path).suffix.lower() == ".svg":
            exporters.SVGExporter(item).export(path)
            keep_widths(Path(path))
        else:
            held, exporter = QBuffer(), exporters.ImageExporter(item)
            exporter.parameters()["width"] = round(_FINER * item.sceneBoundingRect().width())
            exporter.export(toBytes=True).save(held, "PNG")
            Path(path).write_bytes(held.data().data())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, show in self.views().items():
            menu.addAction(words, show)
        menu.addAction("Save picture…", self._ask_where)
        menu.exec(event.globalPos())

    def views(self) -> dict[str, Callable[[], None]]:
        """What of the plot can be asked for in its context menu."""
        return {"Show all": self.show_all}

    def show_all(self) -> None:
        """Undo what the wheel and the mouse moved."""
        self.view.getPlotItem().autoRange()

    def empty_reason(self) -> str:
        """The sentence shown instead of an empty frame; "" while there is a plot."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def _lay_out(self) -> None:
        self.save = QToolButton(self)
        self.save.setToolTip("Save picture…")
        self.save.setAccessibleName(f"Save picture of {self.title.lower()}")
        self.save.setAutoRaise(True)
        self.save.setFixedSize(24, 24)
        self.save.clicked.connect(self._ask_where)
        self.tools = QWidget(self)
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for control in (*self.controls(), self.save):
            row.addWidget(control)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 0, 10, 6)
        self._column.setSpacing(2)
        self._column.addWidget(self._stack, 1)
        self.take_tools_back()

    def take_tools_back(self) -> None:
        """Have the tools above the plot, when no title bar holds them."""
        if self.tools.parentWidget() is not self or self._column.indexOf(self.tools) < 0:
            self._column.insertWidget(0, self.tools, 0, Qt.AlignmentFlag.AlignRight)

    def _draw_now(self) -> None:
        self._stale = False
        self.spots = ()
        self.view.clear()
        reason = self.draw()
        if reason and len(self.workspace.project.sources) > len(self.workspace.comparison.sources):
            reason = "The sources are being compared …"
        self._empty.setText(reason)
        self._stack.setCurrentWidget(self._empty if reason else self.view)

    def spot_at(self, place: QPointF) -> Spot | None:
        """The nearest spot within a few pixels of a place in scene coordinates."""
        box = self.view.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(place):
            return None
        point = box.mapSceneToView(place)
        unit_x, unit_y = box.viewPixelSize()
        best, found = NEAR, None
        for spot in self.spots:
            across = max(spot.left - point.x(), point.x() - spot.right, 0.0) / (unit_x or 1.0)
            down = abs(spot.y - point.y()) / (unit_y or 1.0)
            if max(across, down) < best:
                best, found = max(across, down), spot
        return found

    def _point(self, place: QPointF) -> None:
        spot = self.spot_at(place)
        self.view.setToolTip(tip(spot.words) if spot else "")
        self.view.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)

    def _click(self, event: object) -> None:
        spot = self.spot_at(event.scenePos())  # type: ignore[attr-defined]
        if spot is not None:
            spot.go()

    def _ask_where(self) -> None:
        originals = [Path(source.path) for source in self.workspace.project.sources]
        folder = next((path.parent for path in reversed(originals) if path.is_absolute()), Path.home())
        path, kind = QFileDialog.getSaveFileName(
            self, "Save picture", str(folder / f"{self.title.lower()}.png"), "PNG picture (*.png);;SVG drawing (*.svg)"
        )
        if not path:
            return
        if Path(path).suffix.lower() not in (".png", ".svg"):
            path += ".svg" if "svg" in kind else ".png"
        try:
            self.save_picture(path)
        except OSError as cause:
            self.workspace.trouble.emit(f"“{Path(path).name}” could not be written: {cause.strerror}.", "error")
        else:
            self.workspace.trouble.emit(f"“{Path(path).name}” was written.", "info")
