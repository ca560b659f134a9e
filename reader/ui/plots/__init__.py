"""The three plots; pyqtgraph is imported when the first of them is made."""

from typing import TYPE_CHECKING

from reader.lazy import lazy_names

if TYPE_CHECKING:
    from reader.ui.plots.alignment_map import AlignmentMap
    from reader.ui.plots.numbers_plot import NumbersPlot
    from reader.ui.plots.timeline_plot import TimelinePlot
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "alignment_map": "AlignmentMap",
            "numbers_plot": "NumbersPlot",
            "timeline_plot": "TimelinePlot",
        },
    )


__all__ = ["AlignmentMap", "NumbersPlot", "TimelinePlot"]
