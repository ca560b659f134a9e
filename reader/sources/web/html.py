"""Saved web pages: the article in them, by trafilatura, with its captions, title, outlet, author and date."""

from __future__ import annotations

import re
from typing import Any

from reader.errors import LoadError
from reader.sources.draft import Draft, Piece
from reader.sources.web.captions import left_out, with_captions
from reader.sources.web.linked_data import NewsData, find_news_data
from reader.sources.web.page_encoding import decode_page
from reader.sources.web.structure import WHOLE_PAGE, Vocabulary, blocks

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
_TRANSLATED = re.compile(r"(?i)class=[\"'][^\"'>]*\btranslated-(?:ltr|rtl)\b|<meta[^>]+translated-by")


def read(data: bytes, encoding: str = "", declared: str = "") -> Draft:
    """The draft of a saved page; LoadError when no article text is found in it.

    `encoding` overrules what the page says of itself, `declared` is what its container says of it.
    """
    from trafilatura import bare_extraction, load_html

    decoded = decode_page(data, encoding, declared)
    tree = load_html(_without_declaration(decoded.text))
    if tree is None:
        raise LoadError("There is no page in it. Save it again when it is fully shown.")
    known = find_news_data(tree)
    everything = blocks(tree, WHOLE_PAGE)
    dropped = _drop_other_articles(tree)
    original = blocks(tree) if dropped else [piece for piece in everything if piece.kind != "boilerplate"]
    dates = {"original_date": True, "extensive_search": not known.published}  # no search for what the page says
    page: Any = bare_extraction(
        tree,
        with_metadata=not known.is_whole,
        include_comments=False,
        include_tables=True,
        date_extraction_params=dates,
    )
    pieces = [] if page is None else blocks(page.body, _EXTRACTED)
    pieces = _best(pieces, known, original)
    if not pieces:
        raise LoadError("No article text was found in the page. Save it again when it is fully shown.")
    draft = Draft(pieces=with_captions(pieces, original), encoding=decoded.encoding, warnings=decoded.warnings)
    draft.removed = left_out(draft.pieces, everything)
    _read_metadata(draft, page, known, decoded.text)
    return draft


def _without_declaration(text: str) -> str:
    """The page less an XML declaration, which the parser refuses to see on decoded text."""
    return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text)


def _drop_other_articles(tree: Any) -> bool:
    """Where a page holds several articles and one of them the page's headline, leave only that one; whether it did."""
    articles = [a for a in tree.iter("article") if not any(p.tag == "article" for p in a.iterancestors())]
    headed = [a for a in articles if next(a.iter("h1"), None) is not None]
    if len(articles) < 2 or len(headed) != 1:
        return False
    for article in articles:
        if article is not headed[0]:
            article.drop_tree()
    return True


def _best(pieces: list[Piece], known: NewsData, original: list[Piece]) -> list[Piece]:
    """What was extracted; the page's own data where they hold much more; all blocks where nothing else is found."""
    extracted = sum(len(piece.text) for piece in pieces)
    if len(known.body) > 400 and extracted < 0.5 * len(known.body):
        return [Piece(line.strip()) for line in known.body.split("\n") if line.strip()]
    return pieces or original


def _read_metadata(draft: Draft, page: Any, known: NewsData, text: str) -> None:
    draft.title = known.title or getattr(page, "title", None) or ""
    draft.publisher = known.publisher or getattr(page, "sitename", None) or ""
    draft.author = known.author or getattr(page, "author", None) or ""
    draft.url = getattr(page, "url", None) or known.url
    draft.language = _declared_language(text) or known.language or getattr(page, "language", None) or ""
    if known.published:
        draft.published, draft.published_how = known.published, known.published_how
    elif getattr(page, "date", None) and not page.date.endswith("-01-01"):  # what a bare year somewhere becomes
        draft.published, draft.published_how = page.date, "found in the page"
    draft.translated = True if known.translated or _says_translated(text[:65536]) else None


def _says_translated(head: str) -> bool:
    """Whether a translating browser or service has left its mark on the page."""
    return "translated-" in head and _TRANSLATED.search(head) is not None


def _declared_language(text: str) -> str:
    declared = re.search(r"<html[^>]{0,400}?\blang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", text[:8192])
    return declared.group(1) if declared else ""
