"""Parse one file in this process: its bytes, its format by content, that format's module, the article."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LimitError, LoadError
from reader.sources.draft import assemble
from reader.sources.formats import recognise
from reader.text import Article, Provenance

MAX_BYTES = 64 * 1024 * 1024


def parse_file(path: str, shown: str, encoding: str = "") -> Article:
    """The article in the file at `path`, known to the reader as `shown`; raises LoadError naming it."""
    name = Path(shown).name
    data, modified = _bytes_of(Path(path), name)
    try:
        found = recognise(data, name)
        draft = found.read(data, encoding)
        known = Provenance(path=shown, sha256=hashlib.sha256(data).hexdigest(), format=found.name, modified=modified)
        article = assemble(draft, known)
    except LoadError as cause:
        raise type(cause)(f"“{name}” could not be read. {cause}") from cause
    if not article.text.strip():
        raise LoadError(f"“{name}” holds no text. Choose another file.")
    return article


def _bytes_of(path: Path, name: str) -> tuple[bytes, str]:
    """The file's content and its time as an ISO timestamp."""
    try:
        if path.exists() and not path.is_file():
            raise LoadError(f"“{name}” is not a file. Choose an article file.")
        known = path.stat()
        if known.st_size > MAX_BYTES:
            raise LimitError(
                f"“{name}” is larger than {MAX_BYTES // 1024**2} MB. Save the article alone and open that."
            )
        return path.read_bytes(), datetime.fromtimestamp(known.st_mtime, UTC).isoformat(timespec="seconds")
    except OSError as cause:
        raise LoadError(f"“{name}” could not be opened: {cause.strerror}. Check that it is there.") from cause
