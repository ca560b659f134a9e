"""THE COMPARE DOCK: the rows of the comparison as cards, filtered, walked and judged.

`panel` joins `filtering`, the `view` with its `model` and `delegate`, and the `menu` of what can be said of a row;
`reading` turns a row into what its card says.
"""
