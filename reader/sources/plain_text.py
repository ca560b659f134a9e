"""Plain text: decoded, normalised, divided into blocks by its looks."""

from __future__ import annotations

from reader.sources.draft import Draft
from reader.sources.encoding import decode


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a text file; its title is its first line, where that is short."""
    decoded = decode(data, encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.strip().split("\n", 1)[0].strip()
    return Draft(
        text=text, title=first if len(first) <= 160 else "", encoding=decoded.encoding, warnings=decoded.warnings
    )
