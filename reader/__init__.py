"""Diptych: read sources side by side, and see where they agree."""

__version__ = "0.1.0"
