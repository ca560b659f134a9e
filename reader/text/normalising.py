"""Bring loaded text into the one form all positions are counted in."""

from __future__ import annotations

import re
import unicodedata

# CR LF, lone CR, vertical tab, form feed, NEL, and the two Unicode separators: all end a line (UAX 14, class BK).
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# NUL ends strings in C libraries below us, lone surrogates cannot be written as UTF-8: U+FFFD keeps their place.
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")


def normalise(text: str) -> str:
    """`text` with plain newlines and in NFC; done once, when a source is loaded, before any position is counted.

    No-break spaces, zero-width characters and soft hyphens stay where they are. A byte order mark at the very start
    goes; NULs and lone surrogates become U+FFFD.
    """
    plain = text.removeprefix("\ufeff")
    if any(end in plain for end in "\r\v\f\x85\u2028\u2029"):
        plain = _LINE_ENDS.sub("\n", plain)
    if "\0" in plain or not _is_writable(plain):
        plain = _UNUSABLE.sub("\ufffd", plain)
    return plain if unicodedata.is_normalized("NFC", plain) else unicodedata.normalize("NFC", plain)


def _is_writable(text: str) -> bool:
    """Whether no surrogate stands alone in it."""
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
