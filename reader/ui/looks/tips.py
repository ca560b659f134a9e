"""Tool tips that break into lines; what an article says is never taken for markup."""

from __future__ import annotations

ONE_LINE = 80
"""So many letters at most stand in one line."""


def tip(words: str) -> str:
    """The words as a tool tip: Qt shows plain ones in a line as wide as the screen, and runs what looks like HTML."""
    if len(words) <= ONE_LINE and "<" not in words:
        return words
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: pre-wrap">{safe}</p>'
