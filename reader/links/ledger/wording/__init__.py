"""The words of a row: `rows` makes it, `reasons` says why, `labels`, `measure_labels` and `days` name it."""
