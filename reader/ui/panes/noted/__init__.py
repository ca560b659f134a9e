"""The notes in the panes: their `chips` in the margin, the `edges` of the chosen one, and the `selection` with it."""
