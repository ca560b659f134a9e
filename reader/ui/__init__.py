"""WHAT THE READER SEES: the window. PySide6 and pyqtgraph are known here and in app.py, nowhere else."""
