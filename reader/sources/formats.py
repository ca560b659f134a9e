"""The table of formats: how each is recognised by content, and the module that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from reader.sources.draft import Draft

_HTML_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name, what it is called, its extensions, and the module whose `read` makes a draft."""

    name: str
    title: str
    extensions: tuple[str, ...]
    module: str

    def read(self, data: bytes, name: str) -> Draft:
        """The draft of the file's bytes; raises LoadError."""
        reader = cast(Callable[[bytes, str], Draft], import_module(f"reader.sources.{self.module}").read)
        return reader(data, name)


FORMATS = (
    Format("html", "Web page", (".html", ".htm", ".xhtml"), "html"),
    Format("markdown", "Markdown", (".md", ".markdown"), "markdown"),
    Format("text", "Plain text", (".txt", ".text"), "plain_text"),
)
_BY_NAME = {held.name: held for held in FORMATS}


def extensions() -> tuple[str, ...]:
    """Every file extension that stands for a readable format, with its dot."""
    return tuple(extension for held in FORMATS for extension in held.extensions)


def recognise(data: bytes, name: str) -> Format:
    """The format of a file by its content; the extension decides only between kinds of text."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_HTML_TAGS) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start):
        return _BY_NAME["html"]
    ending = "." + name.lower().rsplit(".", 1)[-1]
    return next((held for held in FORMATS if ending in held.extensions), _BY_NAME["text"])
