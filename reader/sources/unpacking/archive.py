"""Read members of a zip container in memory, with a cap on the bytes that come out; nothing is ever extracted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from reader.errors import LimitError, LoadError, PasswordError
from reader.sources.unpacking.compression import MAX_MEMBER

MAX_TOTAL = 160 * 1024 * 1024
_CHUNK = 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error)


class Archive:
    """A zip file held in memory; raises LoadError when it is damaged, LimitError when it unpacks to too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as cause:
            raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
        self._left = MAX_TOTAL

    def names(self) -> list[str]:
        """Names of all members, as written in the container."""
        return self._zip.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises LoadError when it is missing, PasswordError when it is encrypted."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise LoadError(f"It lacks its part {name}: it is damaged or of another kind. Get a whole copy of it.")
        if info.flag_bits & 1:
            raise PasswordError("It is protected by a password. Save a copy without one and open that.")
        parts = []
        try:
            with self._zip.open(info) as member:
                for chunk in iter(lambda: member.read(_CHUNK), b""):
                    parts.append(chunk)
                    self._count(len(chunk), sum(map(len, parts)))
        except _BROKEN as cause:
            raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
        return b"".join(parts)

    def _count(self, chunk: int, member: int) -> None:
        self._left -= chunk
        if self._left < 0 or member > MAX_MEMBER:
            raise LimitError("It unpacks to far more than an article needs, so reading was stopped.")


def parse_xml(data: bytes) -> Any:
    """The root element (lxml); entities stay unresolved, nothing is fetched. LoadError when it is not sound XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        raise LoadError("The XML in it is broken or nested too deeply. Save it again from its program.") from cause


def local(element: Any) -> str:
    """The tag without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def descendants(element: Any, *names: str) -> Iterator[Any]:
    """All elements below `element` with one of these tags, whatever their namespace, in document order."""
    wanted = frozenset(names)
    return (found for found in element.iter() if local(found) in wanted)


def first_text(element: Any, name: str) -> str:
    """The text of the first element with that tag, on one line; "" when there is none."""
    found = next(descendants(element, name), None)
    return "" if found is None else " ".join("".join(found.itertext()).split())
