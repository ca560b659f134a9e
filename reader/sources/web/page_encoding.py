"""The encoding of a saved page: what the reader chose, what its bytes show, what it says of itself, or a guess."""

from __future__ import annotations

import codecs
import re

from reader.errors import LoadError
from reader.sources.encodings.encoding import MARKS, Decoded, decode

_HEAD = 4096
_DECLARED = re.compile(
    rb"""(?i)<meta[^<>]{1,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^<>]{1,80}encoding=["']([\w.:-]+)"""
)
# The encodings that pages mean when they name these (WHATWG Encoding Standard, section 4.2).
_MEANT = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "shift-jis": "cp932", "shift_jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "tis-620": "cp874", "windows-874": "cp874", "utf-16": "utf-8", "utf-16le": "utf-8", "utf8": "utf-8",
    "big5": "big5hkscs", "x-mac-cyrillic": "mac_cyrillic", "macintosh": "mac_roman",
}  # fmt: skip
_SPOILT = 0.01


def decode_page(data: bytes, encoding: str = "", declared: str = "") -> Decoded:
    """The text of a page; `encoding` is the reader's choice, `declared` what stands around the page (a mail's head).

    A page that says its encoding is believed when all or nearly all of its bytes fit; LoadError when nothing does.
    """
    if encoding or data.startswith(tuple(mark for mark, _ in MARKS)):
        return decode(data, encoding)
    if (text := _fitting(data, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    said = _DECLARED.search(data[:_HEAD])
    names = [declared, *(group.decode("ascii") for group in (said.groups() if said else ()) if group)]
    for name in dict.fromkeys(_MEANT.get(name.lower(), name.lower()) for name in names if name):
        if _is_known(name) and (text := _fitting(data, name)) is not None:
            return Decoded(text, codecs.lookup(name).name)
    try:
        return decode(data)
    except LoadError:
        return Decoded(data.decode("utf-8", "replace"), "utf-8", "cp1252")


def _is_known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False


def _fitting(data: bytes, name: str) -> str | None:
    """The text, with marks for the few bytes that are spoilt; None when they are many, or nothing else is there."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    beyond = sum(letter > "\x7f" for letter in text)
    return text if text.count("\ufffd") <= _SPOILT * beyond else None
