"""Read the days that files give as ISO dates or timestamps."""

from __future__ import annotations

from datetime import date


def iso_day(text: str) -> date | None:
    """The day an ISO day or timestamp begins with; None for anything else."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
