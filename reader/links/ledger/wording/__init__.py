"""The words of a row: `rows` makes it, `reasons` says why, `labels`, `measure_labels`, `nouns` and `days` name it."""
