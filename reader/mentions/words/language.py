"""The language by whose words an article is read."""

from __future__ import annotations

from reader.text import Article, detect_language


def language_of(article: Article) -> str:
    """The article's own language code, else a guess from its text; "en" when nothing speaks for another one."""
    return article.language or detect_language(article.text) or "en"
