"""Old Office files (DOC, MSG) and locked new ones: Outlook messages are read, the others refused with what to do."""

from __future__ import annotations

import io

from reader.errors import LoadError, PasswordError
from reader.sources.documents.outlook import is_message, read_message
from reader.sources.draft import Draft

_LOCKED = "It is protected by a password. Save a copy without one and open that."


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
            if is_message(streams):
                return read_message(compound, streams)
    except (OSError, IndexError, ValueError, TypeError, AttributeError) as cause:
        raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
    raise LoadError("It is in an old Office format. Save it as DOCX or ODT and open that.")


def _is_encrypted(header: bytes) -> bool:
    """The fEncrypted bit of a Word file's information block ([MS-DOC] 2.5.2)."""
    return len(header) >= 12 and bool(header[11] & 1)
