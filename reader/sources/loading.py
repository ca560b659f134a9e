"""Turn files and pastes into articles, each file parsed in a process of its own."""

from __future__ import annotations

from pathlib import Path

from reader.errors import LoadError
from reader.sources.formats import extensions
from reader.sources.isolation import CHILD
from reader.text import Article, normalise


def load(path: str | Path, *, encoding: str = "") -> Article:
    """The article in the file at `path`; `encoding` overrules the detected one.

    Raises LoadError (PasswordError, LimitError) naming the file and what to do, whatever the file holds.
    """
    return CHILD.read(Path(path), encoding)


def stop_loading() -> None:
    """End the parsing process; a file that is being read is given up, and its `load` raises LoadError."""
    CHILD.close()


def paste(text: str) -> Article:
    """An article of pasted text; raises LoadError when it is blank."""
    if not text.strip():
        raise LoadError("There is no text to paste. Copy the article's text first.")
    return Article.from_text(normalise(text))


def article_files(path: str | Path) -> list[Path]:
    """The file itself, or the readable files of a folder in order of name; hidden ones are left out."""
    path = Path(path)
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.iterdir() if p.suffix.lower() in extensions() and not p.name.startswith("."))
