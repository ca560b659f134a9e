"""E-books (EPUB): the chapters in reading order, and the book's metadata."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import unquote

from reader.errors import LoadError
from reader.sources.draft import Draft
from reader.sources.unpacking.archive import Archive, descendants, first_text, parse_xml
from reader.sources.web.structure import blocks, parse_html

_CONTAINER = "META-INF/container.xml"


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of an e-book, all chapters of its spine one after the other."""
    archive = Archive(data)
    rootfile = next(descendants(parse_xml(archive.read(_CONTAINER)), "rootfile"), None)
    package = "" if rootfile is None else rootfile.get("full-path", "")
    if package not in archive:
        raise LoadError("The e-book names no package file: it is damaged. Get a whole copy of it.")
    book = parse_xml(archive.read(package))
    draft = Draft(
        title=first_text(book, "title"),
        author=first_text(book, "creator"),
        publisher=first_text(book, "publisher"),
        language=first_text(book, "language"),
        published=first_text(book, "date"),
    )
    draft.published_how = "book metadata" if draft.published else ""
    for chapter in _spine(book, posixpath.dirname(package)):
        if chapter not in archive:
            draft.warnings.append(f"The chapter {chapter} is missing from the e-book.")
            continue
        page = parse_html(archive.read(chapter))
        draft.pieces += [] if page is None else blocks(page)
    return draft


def _spine(book: Any, folder: str) -> list[str]:
    """Member names of the chapters in reading order."""
    items = {item.get("id"): item.get("href", "") for item in descendants(book, "item")}
    chapters = [items.get(ref.get("idref"), "") for ref in descendants(book, "itemref")]
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in chapters if href]
