"""Parse one file in this process: its bytes, its format by content, that format's module, the article."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LimitError, LoadError
from reader.sources.dateline import read_first_lines
from reader.sources.draft import assemble
from reader.sources.formats import COMPOUND, recognise
from reader.sources.naming import told_name
from reader.sources.unpacking.compression import unpacked
from reader.text import Article, Provenance

MAX_BYTES = 64 * 1024 * 1024


def parse_file(path: str, shown: str, encoding: str = "", part: str = "") -> Article:
    """The article in the file at `path`, known to the reader as `shown`; raises LoadError naming it.

    `part` names an attachment of a message: that is read, in the place of the message.
    """
    name = told_name(shown)
    data, modified = _bytes_of(Path(path), name)
    try:
        if part:
            data, shown = _attached(unpacked(data), part), part
        plain = unpacked(data)
        found = recognise(plain, shown.removesuffix(".gz"))
        draft = found.read(plain, encoding)
        read_first_lines(draft)
        if part:
            draft.warnings.insert(0, f"It was attached to “{name}”.")
        known = Provenance(path=shown, sha256=hashlib.sha256(data).hexdigest(), format=found.name, modified=modified)
        article = assemble(draft, known)
    except LoadError as cause:
        raise type(cause)(f"“{part or name}” could not be read. {cause}") from cause
    if not article.text.strip():
        raise LoadError(f"“{part or name}” holds no text. Choose another file.")
    return article


def _attached(message: bytes, label: str) -> bytes:
    """The bytes of what is attached to an e-mail or an Outlook message."""
    if message.startswith(COMPOUND):
        from reader.sources.documents import outlook  # most files are no messages

        return outlook.attachment(message, label)
    from reader.sources.documents import mail

    return mail.attachment(message, label)


def _bytes_of(path: Path, name: str) -> tuple[bytes, str]:
    """The file's content and its time as an ISO timestamp."""
    try:
        if path.is_dir():
            raise LoadError(f"“{name}” is a folder. Drop it on the window to add the files in it.")
        if path.exists() and not path.is_file():  # a device or a pipe might never end
            raise LoadError(f"“{name}” is not a file but a device or the like. Choose an article file.")
        known = path.stat()
        if known.st_size > MAX_BYTES:
            raise LimitError(
                f"“{name}” is larger than {MAX_BYTES // 1024**2} MB. Save the article alone and open that."
            )
        return path.read_bytes(), datetime.fromtimestamp(known.st_mtime, UTC).isoformat(timespec="seconds")
    except FileNotFoundError as cause:
        broken = path.is_symlink()
        why = "it is a link to a file that is gone" if broken else "there is no such file"
        raise LoadError(f"“{name}” could not be opened: {why}. Look where it is now, and open it there.") from cause
    except PermissionError as cause:
        raise LoadError(f"“{name}” could not be opened: you may not read it. Change its permissions first.") from cause
    except (OSError, ValueError) as cause:  # ValueError: a name no file can have
        why = getattr(cause, "strerror", None) or str(cause)
        raise LoadError(f"“{name}” could not be opened: {why}. Check that it is there.") from cause
