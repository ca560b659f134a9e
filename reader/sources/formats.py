"""The table of formats: how each is recognised by content, and the module that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from reader.errors import LoadError
from reader.sources.draft import Draft

_HTML_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body")
_HTML_PART = re.compile(rb"<(?:article|main|section|div|p|h1|meta|title|table|link|script|base)[\s>]")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name, what it is called, its extensions, and the "module:function" that makes a draft."""

    name: str
    title: str
    extensions: tuple[str, ...]
    function: str

    def read(self, data: bytes, encoding: str = "") -> Draft:
        """The draft of the file's bytes; `encoding` overrules what a text says of itself. Raises LoadError."""
        module, _, function = self.function.partition(":")
        reader = cast(Callable[[bytes, str], Draft], getattr(import_module(f"reader.sources.{module}"), function))
        return reader(data, encoding)


FORMATS = (
    Format("html", "Web page", (".html", ".htm", ".xhtml"), "web.html:read"),
    Format("mhtml", "Web page in one file", (".mhtml", ".mht"), "documents.mail:read_page"),
    Format("webarchive", "Web archive of Safari", (".webarchive",), "web.webarchive:read"),
    Format("warc", "Web archive", (".warc",), "web.warc:read"),
    Format("pdf", "PDF", (".pdf",), "documents.pdf:read"),
    Format("docx", "Word file", (".docx", ".docm"), "documents.docx:read"),
    Format("odt", "OpenDocument text", (".odt",), "documents.odt:read"),
    Format("rtf", "Rich text", (".rtf",), "documents.rtf:read"),
    Format("epub", "E-book", (".epub",), "documents.epub:read"),
    Format("eml", "E-mail", (".eml",), "documents.mail:read"),
    Format("compound", "Outlook message", (".msg", ".doc"), "documents.compound:read"),
    Format("pages", "Pages file", (".pages",), "documents.pages:read"),
    Format("markdown", "Markdown", (".md", ".markdown"), "documents.markdown:read"),
    Format("text", "Plain text", (".txt", ".text"), "documents.plain_text:read"),
)
_BY_NAME = {held.name: held for held in FORMATS}
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the compound files of old Office programs and of Outlook begin ([MS-CFB] 2.2)."""
_STARTS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"WARC/", "warc"),
    (COMPOUND, "compound"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MAIL_HEAD = re.compile(rb"(?i)\A(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}")
_MAIL_FIELDS = (b"from:", b"mime-version:", b"received:", b"return-path:", b"message-id:", b"delivered-to:", b"date:")
_MAIL_MARKS = (b"\nmime-version:", b"\nmessage-id:", b"\nreceived:", b"\nfrom:")


def extensions() -> tuple[str, ...]:
    """Every file extension that stands for a readable format, with its dot."""
    plain = tuple(extension for held in FORMATS for extension in held.extensions)
    return (*plain, *(f"{extension}.gz" for extension in (".html", ".htm", ".warc", ".txt")))


def recognise(data: bytes, name: str) -> Format:
    """The format of a file by its content; the extension decides only between kinds of text."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        start.startswith(_HTML_TAGS)
        or _HTML_PART.match(start)
        or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start)
    ):
        return _BY_NAME["html"]
    if data.startswith(b"bplist") or (start.startswith((b"<?xml", b"<!doctype plist")) and b"<plist" in start):
        return _webarchive(data)
    for mark, found in _STARTS:
        if data[:1024].lstrip().startswith(mark) or (found == "pdf" and mark in data[:1024]):
            return _BY_NAME[found]
    if data.startswith(b"PK\x03\x04"):
        return _recognise_archive(data)
    if _MAIL_HEAD.match(data[:65536]) and _is_mail(b"\n" + start.split(b"\n\n")[0].split(b"\r\n\r\n")[0]):
        return _BY_NAME["mhtml" if b"multipart/related" in data[:4096].lower() else "eml"]
    ending = "." + name.lower().rsplit(".", 1)[-1]
    if ending in _BY_NAME["html"].extensions and b"</" in data:
        return _BY_NAME["html"]
    return _BY_NAME["markdown" if ending in _BY_NAME["markdown"].extensions else _text_like(data, ending)]


def _is_mail(head: bytes) -> bool:
    """Whether the fields a file begins with are those of a message, in whatever order (RFC 5322)."""
    return head[1:].startswith(_MAIL_FIELDS) or sum(mark in head for mark in _MAIL_MARKS) > 1


def _webarchive(data: bytes) -> Format:
    if b"WebMainResource" not in data:
        raise LoadError("It is a property list with no page in it. Choose an article file.")
    return _BY_NAME["webarchive"]


def _recognise_archive(data: bytes) -> Format:
    """Which of the zip-based formats it is, by the members it holds."""
    from reader.sources.unpacking.archive import Archive  # most files are text

    names = set(Archive(data).names())
    if any(part.startswith("word/") or part.endswith("/document.xml") for part in names):
        return _BY_NAME["docx"]
    if "META-INF/container.xml" in names:
        return _BY_NAME["epub"]
    if "content.xml" in names:
        return _BY_NAME["odt"]
    if "index.xml" in names or any(part.startswith("Index/") for part in names):
        return _BY_NAME["pages"]
    raise LoadError("It is an archive with no article in it. Unpack it and open the files you need.")


def _text_like(data: bytes, ending: str) -> str:
    """ "text", or a LoadError for what is plainly no text whatever its name."""
    sample = data[:4096]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))  # many in every second place: UTF-16
    if controls > len(sample) // 20 + 1 and zeros <= len(sample) // 8 and not data.startswith(_WIDE_MARKS):
        raise LoadError("It holds no text but data of some other kind. Choose an article file.")
    if ending in (".docx", ".odt", ".epub", ".pdf", ".doc", ".pages"):
        raise LoadError(f"It is no {ending[1:].upper()} file, whatever its name says. Get a whole copy of it.")
    if data.lstrip()[:5] == b"<?xml":
        raise LoadError("It is XML of a kind that is not known here. Save it as a web page or as text.")
    return "text"
