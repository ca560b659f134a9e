"""The words of a row: `rows` makes it, `reasons` says why, `labels` with the rest gives it its name."""
