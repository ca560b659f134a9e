"""The three plots; pyqtgraph is imported when the first of them is made."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.plots.alignment_map import AlignmentMap
    from reader.ui.plots.numbers_plot import NumbersPlot
    from reader.ui.plots.timeline_plot import TimelinePlot
else:
    _LATER = {
        "AlignmentMap": "reader.ui.plots.alignment_map",
        "NumbersPlot": "reader.ui.plots.numbers_plot",
        "TimelinePlot": "reader.ui.plots.timeline_plot",
    }

    def __getattr__(name: str) -> object:
        if name in _LATER:
            return getattr(import_module(_LATER[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["AlignmentMap", "NumbersPlot", "TimelinePlot"]
