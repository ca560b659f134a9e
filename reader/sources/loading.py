"""Read one file into an article: recognise its format by content, hand it to that format's module."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from reader.errors import LoadError
from reader.text import Article, Provenance


def load(path: str | Path) -> Article:
    """The article in the file at `path`; raises LoadError (or a kind of it) naming the file and what to do."""
    path = Path(path)
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as cause:
        raise LoadError(f"“{path.name}” could not be read: {cause}. Choose another file.") from cause
    digest = hashlib.sha256(data).hexdigest()
    article = Article.from_text(text, title=text.strip().split("\n", 1)[0][:120], key=digest[:12])
    return replace(article, provenance=Provenance(path=str(path), sha256=digest, encoding="utf-8"))
