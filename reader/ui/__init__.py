"""WHAT THE READER SEES: the window. PySide6 and pyqtgraph are known here and in app.py, nowhere else.

`workspace` is the model that all widgets share, `session` the working parts behind one window. `window/` is the frame
with its menus, `panes/` the sources side by side, `docks/` the panels around them, `plots/` the three plots; `files/`,
`background/` and `lookup/` are what they stand on, `looks/` dresses them, and `starting/` makes the start short. Only
`offsets` turns code points into Qt's UTF-16 units and back.
"""
