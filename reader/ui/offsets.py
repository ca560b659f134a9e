"""Translate between code points (core) and UTF-16 units (Qt), the only place that does."""

from __future__ import annotations
