"""Passages of two sources that say the same, and wording that was copied."""
