"""What a page says of its article in schema.org JSON-LD and in meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from reader.sources.days import iso_day

_ARTICLES = {
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting",
    "LiveBlogPosting", "AdvertiserContentArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "TechArticle",
}  # fmt: skip
_TAG = re.compile(r"<[^<>]{1,200}>")
_DEPTH = 12
_FIRST_YEAR = 1600  # of the first newspapers
_TRANSLATION = ("translator", "translationOfWork")  # schema.org/CreativeWork


@dataclass(slots=True)
class NewsData:
    """What was found; "" for what was not. `published` is an ISO timestamp or day."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    published_how: str = ""
    url: str = ""
    language: str = ""
    body: str = ""
    translated: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the page says all that one would otherwise look for in its text."""
        return all((self.title, self.publisher, self.author, self.published, self.url))


def find_news_data(tree: Any) -> NewsData:
    """Read JSON-LD first, then the meta tags for what it leaves open; broken data count as none."""
    data = NewsData()
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for item in _articles(_parsed("".join(script.itertext()))):
                _read_item(item, data)
    _read_meta(tree, data)
    return data


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(held: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every article in nested JSON-LD, the outer ones first."""
    if depth > _DEPTH:
        return
    if isinstance(held, list):
        for item in held:
            yield from _articles(item, depth + 1)
    elif isinstance(held, dict):
        kinds = held.get("@type")
        if _ARTICLES & set(kinds if isinstance(kinds, list) else [kinds] if isinstance(kinds, str) else []):
            yield held
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(held.get(key), depth + 1)


def _read_item(item: dict[str, Any], data: NewsData) -> None:
    data.title = data.title or _plain(item.get("headline"))
    data.author = data.author or _names(item.get("author"))
    data.publisher = data.publisher or _names(item.get("publisher"))
    data.language = data.language or _plain(item.get("inLanguage"))
    data.url = data.url or _plain(item.get("url"))
    if not data.published and _is_day(item.get("datePublished")):
        data.published, data.published_how = _plain(item["datePublished"]), "the page's article data"
    data.translated = data.translated or any(item.get(key) for key in _TRANSLATION)
    body = item.get("articleBody")
    if isinstance(body, str) and len(body) > len(data.body):
        data.body = _TAG.sub(" ", body)


def _names(held: Any) -> str:
    """One name, or several joined by commas, of persons or organisations in JSON-LD."""
    items = held if isinstance(held, list) else [held]
    names = [_plain(item.get("name") if isinstance(item, dict) else item) for item in items]
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _plain(held: Any) -> str:
    return " ".join(_TAG.sub(" ", unescape(held)).split()) if isinstance(held, str) else ""


def _is_day(held: Any) -> bool:
    """Whether it begins with an ISO day that news may bear; some systems write the year 1 for none."""
    day = iso_day(held) if isinstance(held, str) else None
    return day is not None and day.year >= _FIRST_YEAR


def _read_meta(tree: Any, data: NewsData) -> None:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = _plain(meta.get("content"))
        if name == "og:title":
            data.title = data.title or content
        elif name == "og:site_name":
            data.publisher = data.publisher or content
        elif name in ("article:published_time", "datepublished", "dc.date.issued", "pubdate", "parsely-pub-date"):
            if not data.published and _is_day(content):
                data.published, data.published_how = content, f"the page's “{name}” tag"
        elif name == "og:url":
            data.url = data.url or content
