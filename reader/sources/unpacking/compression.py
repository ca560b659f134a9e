"""Undo the compression of a whole file (gzip) or of a served page, with a cap on the bytes that come out."""

from __future__ import annotations

import zlib

from reader.errors import LimitError, LoadError

MAX_MEMBER = 48 * 1024 * 1024
_GZIP = b"\x1f\x8b\x08"
_ANY_WINDOW = 47  # gzip or zlib by its own head, the largest window (zlib manual, inflateInit2)
_RAW = -15


def unpacked(data: bytes) -> bytes:
    """The content of a gzip file, all its members one after the other; other bytes as they are.

    Raises LoadError when it is damaged, LimitError when it unpacks to more than `MAX_MEMBER` bytes.
    """
    return inflated(data) if data.startswith(_GZIP) else data


def inflated(data: bytes, *, raw: bool = False) -> bytes:
    """What gzip, zlib or (raw) deflate made of bytes."""
    parts: list[bytes] = []
    left = MAX_MEMBER
    while data:
        stream = zlib.decompressobj(_RAW if raw else _ANY_WINDOW)
        try:
            part = stream.decompress(data, left + 1)
        except zlib.error as cause:
            if parts and not data.strip(b"\0"):  # padding after the last member
                break
            raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
        left -= len(part)
        if left < 0:
            raise LimitError("It unpacks to far more than an article needs, so reading was stopped.")
        if not stream.eof:
            raise LoadError("It is damaged or was cut off. Get a whole copy of it.")
        parts.append(part)
        data = stream.unused_data
    return b"".join(parts)
