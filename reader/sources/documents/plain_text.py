"""Plain text: decoded, normalised, divided into blocks by its looks."""

from __future__ import annotations

from reader.sources.draft import Draft
from reader.sources.encodings.encoding import decode
from reader.text import normalise


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a text file; its title is its first line, where that is short."""
    decoded = decode(data, encoding)
    text = normalise(decoded.text)
    first = text.strip().split("\n", 1)[0].strip()
    title = first if len(first) <= 160 else ""
    return Draft(text=text, title=title, encoding=decoded.encoding, warnings=decoded.warnings)
