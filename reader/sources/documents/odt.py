"""OpenDocument texts (ODT): headings, paragraphs, lists, and the document's metadata."""

from __future__ import annotations

from typing import Any

from reader.errors import PasswordError
from reader.sources.draft import Draft, Piece
from reader.sources.unpacking.archive import Archive, descendants, first_text, local, parse_xml
from reader.text import BlockKind

_DROPPED = {"tracked-changes", "annotation", "note", "sequence-decls"}


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of an OpenDocument text; raises PasswordError when its parts are encrypted."""
    archive = Archive(data)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.read(manifest):
        raise PasswordError("It is protected by a password. Save a copy without one and open that.")
    draft = Draft()
    for element in descendants(parse_xml(archive.read("content.xml")), "h", "p"):
        if not any(local(parent) in _DROPPED for parent in element.iterancestors()):
            words = " ".join("".join(_words(element)).split())
            if words:
                draft.pieces.append(Piece(words, *_kind(element)))
    if "meta.xml" in archive:
        meta = parse_xml(archive.read("meta.xml"))
        draft.title = first_text(meta, "title")
        draft.author = first_text(meta, "creator") or first_text(meta, "initial-creator")
        draft.language = first_text(meta, "language")
    if not draft.title:
        draft.title = next((p.text for p in draft.pieces if p.kind == "heading"), "")
    return draft


def _kind(element: Any) -> tuple[BlockKind, int]:
    attributes = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    style = attributes.get("style-name", "").lower()
    if local(element) == "h":
        level = attributes.get("outline-level", "2")
        return "heading", min(6, int(level)) if level.isdigit() else 2
    if style in ("title", "subtitle"):
        return "heading", 1 if style == "title" else 2
    if any(local(parent) == "list-item" for parent in element.iterancestors()):
        return "list", 0
    if "caption" in style or style in ("illustration", "drawing"):
        return "caption", 0
    return ("quote", 0) if "quot" in style else ("paragraph", 0)


def _words(element: Any) -> list[str]:
    found = [element.text or ""]
    for child in element:
        tag = local(child)
        if tag == "s" or tag in ("tab", "line-break"):
            found.append(" ")
        elif tag and tag not in _DROPPED and tag != "p":
            found += _words(child)
        found.append(child.tail or "")
    return found
