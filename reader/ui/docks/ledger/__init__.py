"""THE COMPARE DOCK: the rows of the comparison as cards, filtered, walked and judged."""
