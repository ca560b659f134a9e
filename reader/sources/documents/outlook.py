"""Outlook messages (MSG): subject, sender, date and body, with what else they carry told ([MS-OXMSG])."""

from __future__ import annotations

import contextlib
import io
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from email.utils import parsedate_to_datetime
from typing import Any

from reader.errors import LoadError
from reader.sources.draft import Draft
from reader.sources.naming import distinct, told_name
from reader.sources.web.structure import blocks, parse_html
from reader.text import Removed

_SUBJECT, _SENDER, _HEADERS, _BODY, _RICH, _PAGE = "0037", "0C1A", "007D", "1000", "1009", "1013"
_LONG_NAME, _SHORT_NAME, _DATA = "3707", "3704", "37010102"
_WORDS = (("001F", "utf-16-le"), ("001E", "cp1252"))
"""The kinds of a stream with words, and their encodings."""
_TIMES = (0x0039_0040, 0x0E06_0040)
"""The properties that say when a message was sent, and when it came; both are times."""
_PROPERTIES = "__properties_version1.0"
_FIRST_PROPERTY = 32
"""Bytes before the properties of a message itself."""
_ATTACHED = "__attach_version1.0_"


def is_message(streams: set[str]) -> bool:
    """Whether a compound file with these streams is a message."""
    return any(path.startswith(tuple(map(_stream, (_SUBJECT, _BODY, _RICH, _PAGE)))) for path in streams)


def read_message(compound: Any, streams: set[str]) -> Draft:
    """The draft of a message; raises LoadError when its text is kept in no form but Outlook's own."""
    held = _Held(compound, streams)
    draft = Draft(title=held.words(_SUBJECT), author=held.words(_SENDER), text=held.words(_BODY))
    if not draft.text.strip() and (page := parse_html(held.page())) is not None:
        draft.pieces = blocks(page)
    if not draft.text.strip() and not draft.pieces and held.has(_RICH):
        raise LoadError("Its text is kept in a form of Outlook's own. Save the message as text or HTML, and open that.")
    headers = held.words(_HEADERS)
    if sent := _date_in(headers) or held.time():
        draft.published, draft.published_how = sent.isoformat(), "date of the message"
    for label in held.attached():
        draft.removed.append(Removed(label, "attachment", "It is attached to the message."))
    if headers:
        draft.add_boilerplate(headers)
    return draft


def attachment(data: bytes, label: str) -> bytes:
    """The bytes of what is attached to a message under that label; LoadError when there is no such thing."""
    import olefile

    found = b""
    with contextlib.suppress(OSError, IndexError, ValueError), olefile.OleFileIO(io.BytesIO(data)) as compound:
        held = _Held(compound, {"/".join(path) for path in compound.listdir()})
        folder = held.attached().get(label)
        found = held.bytes_of(f"{folder}/{_stream(_DATA)}") if folder else b""
    if not found:
        raise LoadError("The message holds no such attachment any more. Open the message again.")
    return found


def _stream(tag: str) -> str:
    return f"__substg1.0_{tag}"


def _date_in(headers: str) -> datetime | None:
    """The date among the head lines of a message that came over the net (RFC 5322)."""
    try:
        return parsedate_to_datetime(HeaderParser().parsestr(headers.lstrip())["date"])
    except (TypeError, ValueError):
        return None


class _Held:
    """What a message holds, by the tags of its properties."""

    def __init__(self, compound: Any, streams: set[str]) -> None:
        self._compound, self._streams = compound, streams

    def bytes_of(self, path: str) -> bytes:
        """What is in a stream; nothing when it is not there."""
        return bytes(self._compound.openstream(path).read()) if path in self._streams else b""

    def has(self, tag: str) -> bool:
        """Whether there is such a property."""
        return any(path.startswith(_stream(tag)) for path in self._streams)

    def words(self, tag: str, folder: str = "") -> str:
        """The words of a property; "" when it is not there."""
        for kind, encoding in _WORDS:
            found = self.bytes_of(folder + _stream(tag + kind))
            if found:
                return found.decode(encoding, "replace").rstrip("\0").replace("\r\n", "\n")
        return ""

    def page(self) -> bytes | str:
        """The text as a web page."""
        return self.bytes_of(_stream(f"{_PAGE}0102")) or self.words(_PAGE)

    def time(self) -> datetime | None:
        """When the message was sent, or else came, in universal time."""
        told = dict(self._numbers())
        first = next((told[tag] for tag in _TIMES if told.get(tag)), 0)
        with contextlib.suppress(OverflowError):
            return datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=first // 10) if first else None
        return None

    def _numbers(self) -> Iterator[tuple[int, int]]:
        held = self.bytes_of(_PROPERTIES)[_FIRST_PROPERTY:]
        for tag, _flags, value in struct.iter_unpack("<IIQ", held[: len(held) // 16 * 16]):
            yield tag, value

    def attached(self) -> dict[str, str]:
        """What is attached and can be read, by a label of its own, with the folder it is in."""
        found: dict[str, str] = {}
        for path in sorted(self._streams):
            folder, _, rest = path.partition("/")
            if folder.startswith(_ATTACHED) and rest == _stream(_DATA):
                name = self.words(_LONG_NAME, f"{folder}/") or self.words(_SHORT_NAME, f"{folder}/")
                found[distinct(told_name(name or "attachment"), found)] = folder
        return found
