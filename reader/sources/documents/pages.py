"""Apple Pages files: the text of the older XML kind; the newer kind is refused with what to do."""

from __future__ import annotations

from reader.errors import LoadError
from reader.sources.draft import Draft, Piece
from reader.sources.unpacking.archive import Archive, descendants, parse_xml


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a Pages '09 file; LoadError for files of later versions."""
    archive = Archive(data)
    if "index.xml" not in archive:
        raise LoadError("It is from a newer Pages. Export it from there as Word or PDF and open that.")
    draft = Draft()
    for paragraph in descendants(parse_xml(archive.read("index.xml")), "p"):
        words = " ".join("".join(paragraph.itertext()).split())
        if words:
            draft.pieces.append(Piece(words))
    return draft
