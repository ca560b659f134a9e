"""Find the encoding of a text file and decode it."""

from __future__ import annotations

import codecs

from reader.errors import LoadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of `data` and the encoding used; `encoding` overrules detection. LoadError when it is not text."""
    if encoding:
        return _strictly(data, encoding), encoding
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as cause:
        raise LoadError(f"The text is not in {encoding}: {cause}. Choose another encoding.") from cause


def _guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise LoadError("No encoding makes text of it. Choose the encoding by hand, or another file.")
    return str(best), best.encoding
