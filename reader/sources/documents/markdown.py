"""Markdown: headings, quotes, lists and paragraphs, with the metadata of a front matter."""

from __future__ import annotations

import re

from reader.sources.draft import Draft, Piece
from reader.sources.encodings.encoding import decode
from reader.text import normalise

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w ]*):[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*\Z")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_]|`)(?=\S)([^*_`\n]+?)(?<=\S)\1")
_NAMES = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "outlet": "publisher",
    "date": "published",
    "published": "published",
    "language": "language",
    "lang": "language",
    "url": "url",
    "source": "url",
}


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a Markdown file; links and emphasis become their words."""
    decoded = decode(data, encoding)
    text = normalise(decoded.text)
    draft = Draft(encoding=decoded.encoding, warnings=decoded.warnings)
    front = _FRONT.match(text)
    if front:
        _read_front(front.group(1), draft)
        text = text[front.end() :]
    for paragraph in re.split(r"\n[ \t]*\n", text):
        draft.pieces += _pieces(paragraph)
    headings = [piece.text for piece in draft.pieces if piece.kind == "heading"]
    draft.title = draft.title or (headings[0] if headings else "")
    return draft


def _read_front(front: str, draft: Draft) -> None:
    for key, value in _FIELD.findall(front):
        field = _NAMES.get(key.lower())
        if field:
            setattr(draft, field, value.strip().strip("\"'"))
    if draft.published:
        draft.published_how = "front matter"


def _pieces(paragraph: str) -> list[Piece]:
    """The blocks of what stands between two blank lines."""
    pieces: list[Piece] = []
    open_lines: list[str] = []

    def close() -> None:
        if open_lines:
            pieces.append(Piece(_words(" ".join(open_lines))))
            open_lines.clear()

    for raw in paragraph.split("\n"):
        line = raw.strip()
        heading = _HEADING.match(line)
        if heading:
            close()
            pieces.append(Piece(_words(heading.group(2)), "heading", len(heading.group(1))))
        elif line.startswith(">"):
            close()
            pieces.append(Piece(_words(line.lstrip("> ")), "quote"))
        elif item := _ITEM.match(line):
            close()
            pieces.append(Piece(_words(line[item.end() :]), "list"))
        elif _IMAGE.fullmatch(line):
            close()
            pieces.append(Piece(_words(line), "caption"))
        elif line:
            open_lines.append(line)
    close()
    return pieces


def _words(marked: str) -> str:
    plain = _LINK.sub(r"\1", _IMAGE.sub(r"\1", marked))
    return _EMPHASIS.sub(r"\2", plain)
