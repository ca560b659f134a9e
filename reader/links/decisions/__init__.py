"""The reader's own corrections, kept as plain values and applied to the analysis."""
