"""Old Office files (DOC, MSG) and locked new ones: Outlook messages are read, the others refused with what to do."""

from __future__ import annotations

import io
from typing import Any

from reader.errors import LoadError, PasswordError
from reader.sources.draft import Draft

_LOCKED = "It is protected by a password. Save a copy without one and open that."
_PROPERTIES = {"title": "0037", "author": "0C1A", "text": "1000"}


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of an Outlook message; PasswordError for a locked file, LoadError for an old Word file."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            streams = {"/".join(path) for path in compound.listdir()}
            if any(path.startswith(("EncryptedPackage", "EncryptionInfo", "\x06DataSpaces")) for path in streams):
                raise PasswordError(_LOCKED)
            if "WordDocument" in streams and _is_encrypted(compound.openstream("WordDocument").read(16)):
                raise PasswordError(_LOCKED)
            if any(path.startswith("__substg1.0_1000") for path in streams):
                return _message(compound, streams)
    except (OSError, IndexError, ValueError, TypeError, AttributeError) as cause:
        raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
    raise LoadError("It is in an old Office format. Save it as DOCX or ODT and open that.")


def _is_encrypted(header: bytes) -> bool:
    """The fEncrypted bit of a Word file's information block ([MS-DOC] 2.5.2)."""
    return len(header) >= 12 and bool(header[11] & 1)


def _message(compound: Any, streams: set[str]) -> Draft:
    """Subject, sender and body of an Outlook message ([MS-OXMSG] 2.1.3)."""
    draft = Draft()
    for field, tag in _PROPERTIES.items():
        for ending, encoding in (("001F", "utf-16-le"), ("001E", "cp1252")):
            stream = f"__substg1.0_{tag}{ending}"
            if stream in streams and not getattr(draft, field):
                words = compound.openstream(stream).read().decode(encoding, "replace").rstrip("\0")
                setattr(draft, field, words.replace("\r\n", "\n"))
    headers = "__substg1.0_007D001E"
    if headers in streams:
        draft.add_boilerplate(compound.openstream(headers).read().decode("cp1252", "replace"))
    return draft
