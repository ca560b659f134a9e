"""The words of a row: `rows` makes it and gives the reason, `labels` and `measure_labels` its short name."""
