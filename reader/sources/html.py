"""Saved web pages: the article in them, by trafilatura, with title, outlet, author and date."""

from __future__ import annotations

import re
from typing import Any

from reader.errors import LoadError
from reader.sources.draft import Draft
from reader.sources.structure import Vocabulary, blocks

_EXTRACTED = Vocabulary(  # trafilatura's own markup, after TEI
    {
        "head": "heading",
        "p": "paragraph",
        "ab": "paragraph",
        "cell": "paragraph",
        "code": "paragraph",
        "quote": "quote",
        "item": "list",
    },
    frozenset({"body", "div", "list", "table", "row", "lb"}),
    frozenset({"graphic"}),
)


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a saved page; LoadError when no article text is found in it."""
    from trafilatura import bare_extraction

    held = data.decode(encoding, "replace") if encoding else data
    page: Any = bare_extraction(
        held,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
    )
    pieces = [] if page is None else blocks(page.body, _EXTRACTED)
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


def _declared_language(data: bytes) -> str:
    declared = re.search(rb"<html[^>]{0,400}?\blang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", data[:4096])
    return declared.group(1).decode("ascii") if declared else ""
