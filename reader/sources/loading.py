"""Read one file into an article: recognise its format by content, hand it to that format's module."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LimitError, LoadError
from reader.sources.draft import assemble
from reader.sources.formats import extensions, recognise
from reader.text import Article, Provenance

MAX_BYTES = 64 * 1024 * 1024


def load(path: str | Path) -> Article:
    """The article in the file at `path`; raises LoadError (or a kind of it) naming the file and what to do."""
    path = Path(path)
    data, modified = _bytes_of(path)
    digest = hashlib.sha256(data).hexdigest()
    found = recognise(data, path.name)
    try:
        article = assemble(
            found.read(data, path.name),
            Provenance(path=str(path), sha256=digest, format=found.name, modified=modified),
        )
    except LoadError as cause:
        raise type(cause)(f"“{path.name}” could not be read. {cause}") from cause
    if not article.text.strip():
        raise LoadError(f"“{path.name}” holds no text. Choose another file.")
    return article


def paste(text: str) -> Article:
    """An article of pasted text; raises LoadError when it is blank."""
    if not text.strip():
        raise LoadError("There is no text to paste. Copy the article's text first.")
    return Article.from_text(text.replace("\r\n", "\n").replace("\r", "\n"))


def article_files(path: str | Path) -> list[Path]:
    """The file itself, or the readable files of a folder in order of name; hidden ones are left out."""
    path = Path(path)
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.iterdir() if p.suffix.lower() in extensions() and not p.name.startswith("."))


def _bytes_of(path: Path) -> tuple[bytes, str]:
    """The file's content and its time as an ISO timestamp."""
    try:
        if path.exists() and not path.is_file():
            raise LoadError(f"“{path.name}” is not a file. Choose an article file.")
        known = path.stat()
        if known.st_size > MAX_BYTES:
            raise LimitError(
                f"“{path.name}” is larger than {MAX_BYTES // 1024**2} MB. Save the article alone and open that."
            )
        return path.read_bytes(), datetime.fromtimestamp(known.st_mtime, UTC).isoformat(timespec="seconds")
    except OSError as cause:
        raise LoadError(f"“{path.name}” could not be opened: {cause.strerror}. Check that it is there.") from cause
