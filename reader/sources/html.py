"""Saved web pages: the article in them, by trafilatura, with title, outlet, author and date."""

from __future__ import annotations

import re
from typing import Any

from reader.errors import LoadError
from reader.sources.draft import Draft, Piece
from reader.text import BlockKind

_KINDS: dict[str, BlockKind] = {
    "head": "heading",
    "p": "paragraph",
    "quote": "quote",
    "item": "list",
    "ab": "paragraph",
}


def read(data: bytes, name: str) -> Draft:
    """The draft of a saved page; LoadError when no article text is found in it."""
    from trafilatura import bare_extraction

    page: Any = bare_extraction(data, with_metadata=True, include_comments=False, include_tables=True)
    pieces = list(_pieces(page.body)) if page is not None else []
    if not pieces:
        raise LoadError("No article text was found in the page. Save it again when it is fully shown.")
    return Draft(
        pieces=pieces,
        title=page.title or "",
        publisher=page.sitename or "",
        author=page.author or "",
        published=page.date or "",
        published_how="page metadata" if page.date else "",
        language=page.language or _declared_language(data),
        url=page.url or "",
    )


def _pieces(body: Any) -> list[Piece]:
    found = []
    for element in body.iter(*_KINDS):
        if element.tag == "quote" and element.find("p") is not None:
            continue  # its paragraphs come by themselves
        words = " ".join("".join(element.itertext()).split())
        kind = _KINDS[element.tag]
        if element.tag == "p" and any(parent.tag == "quote" for parent in element.iterancestors()):
            kind = "quote"
        level = int(str(element.get("rend", "h2"))[-1:] or 2) if kind == "heading" else 0
        if words:
            found.append(Piece(words, kind, level))
    return found


def _declared_language(data: bytes) -> str:
    declared = re.search(rb"<html[^>]{0,400}?\blang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", data[:4096])
    return declared.group(1).decode("ascii") if declared else ""
