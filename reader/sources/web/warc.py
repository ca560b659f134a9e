"""Web archives of crawlers (WARC): the first page in them that was served."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser

from reader.errors import LoadError
from reader.sources.draft import Draft
from reader.sources.unpacking.compression import inflated
from reader.sources.web import html

MARK = b"WARC/"
_SHORTEST = 400


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of the first served page that is more than a line or two (ISO 28500, with HTTP/1.1 messages)."""
    for head, block in _records(data):
        if head.get("WARC-Type") != "response":
            continue
        status, _, rest = block.partition(b"\r\n")
        fields, body = _parted(rest)
        if b" 200" not in status[:16] or "html" not in fields.get_content_type():
            continue
        page = _decoded(fields, body)
        if len(page) >= _SHORTEST:
            draft = html.read(page, encoding, fields.get_content_charset(""))
            draft.url = draft.url or str(head.get("WARC-Target-URI", "")).strip("<>")
            return draft
    raise LoadError("There is no page in it. Save the page by itself and open that.")


def _records(data: bytes) -> Iterator[tuple[Message, bytes]]:
    """Head and block of every whole record."""
    place = 0
    while data.startswith(MARK, place):
        first = data.find(b"\n", place) + 1
        end = data.find(b"\r\n\r\n", place)
        if not first or end < 0:
            return
        head = BytesHeaderParser().parsebytes(data[first : end + 4])
        length = str(head.get("Content-Length", ""))
        if not length.isdecimal():
            return
        block = data[end + 4 : end + 4 + int(length)]
        yield head, block
        place = end + 4 + int(length)
        while data[place : place + 2] == b"\r\n":
            place += 2


def _parted(message: bytes) -> tuple[Message, bytes]:
    head, _, body = message.partition(b"\r\n\r\n")
    return BytesHeaderParser().parsebytes(head + b"\r\n\r\n"), body


def _decoded(fields: Message, body: bytes) -> bytes:
    """The body without the transfer and content encodings (RFC 9112 section 7, RFC 9110 section 8.4)."""
    if "chunked" in str(fields.get("Transfer-Encoding", "")).lower():
        body = _unchunked(body)
    coding = str(fields.get("Content-Encoding", "")).strip().lower()
    if coding in ("gzip", "x-gzip"):
        return inflated(body)
    if coding == "deflate":
        return inflated(body, raw=body[:1] != b"\x78")
    if coding not in ("", "identity"):
        raise LoadError(f"The page in it is packed with {coding}, which is not known here. Save it by itself.")
    return body


def _unchunked(body: bytes) -> bytes:
    """The chunks joined; a body that is not in chunks after all (some crawlers undo them) as it is."""
    parts: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\r\n", place)
        size = body[place:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return b"".join(parts) or body
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + length])
        place = end + 2 + length + 2
