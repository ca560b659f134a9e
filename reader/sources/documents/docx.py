"""Word files (DOCX): paragraphs with their styles, and the core properties."""

from __future__ import annotations

from typing import Any

from reader.sources.draft import Draft, Piece
from reader.sources.unpacking.archive import Archive, descendants, first_text, local, parse_xml
from reader.text import BlockKind, Removed

_DROPPED = {"del", "moveFrom", "instrText", "delText", "Fallback", "footnoteReference"}
_PARAGRAPHS = "word/document.xml"


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a Word file; headers and footers are told as removed."""
    archive = Archive(data)
    styles = _style_names(archive)
    body = parse_xml(archive.read(_main_part(archive)))
    draft = Draft(pieces=[piece for p in descendants(body, "p") if (piece := _piece(p, styles)).text])
    _read_properties(archive, draft)
    for part in archive.names():
        if part.startswith(("word/header", "word/footer")) and part.endswith(".xml"):
            words = " ".join("".join(parse_xml(archive.read(part)).itertext()).split())
            before = len(draft.pieces) if part.startswith("word/header") else 0
            if words:
                draft.removed.append(
                    Removed(words, "running head", "It stands in the head or foot of the pages.", before)
                )
    if not draft.title:
        draft.title = next((p.text for p in draft.pieces if p.kind == "heading"), "")
    return draft


def _main_part(archive: Archive) -> str:
    if _PARAGRAPHS in archive:
        return _PARAGRAPHS
    return next((part for part in archive.names() if part.endswith("/document.xml")), _PARAGRAPHS)


def _style_names(archive: Archive) -> dict[str, str]:
    """Style ids to their English names in lower case ("heading 1")."""
    if "word/styles.xml" not in archive:
        return {}
    names = {}
    for style in descendants(parse_xml(archive.read("word/styles.xml")), "style"):
        named = next(descendants(style, "name"), None)
        if named is not None:
            names[_attribute(style, "styleId")] = _attribute(named, "val").lower()
    return names


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _piece(paragraph: Any, styles: dict[str, str]) -> Piece:
    used = next(descendants(paragraph, "pStyle"), None)
    style = "" if used is None else _attribute(used, "val")
    kind, level = _kind(styles.get(style, style.lower()))
    if kind == "paragraph" and next(descendants(paragraph, "numPr"), None) is not None:
        kind = "list"
    return Piece(" ".join("".join(_words(paragraph)).split()), kind, level)


def _kind(style: str) -> tuple[BlockKind, int]:
    if style.startswith("heading"):
        return "heading", int(style[-1]) if style[-1].isdigit() else 2
    if style in ("title", "subtitle"):
        return "heading", 1 if style == "title" else 2
    for word, kind in (("caption", "caption"), ("quote", "quote"), ("list", "list")):
        if word in style:
            return kind, 0  # type: ignore[return-value]
    return "paragraph", 0


def _words(paragraph: Any) -> list[str]:
    """The text runs of a paragraph; those of paragraphs nested in it (text boxes) come with their own."""
    found: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = local(element)
        if tag in _DROPPED or tag == "p":
            continue
        if tag == "t":
            found.append(element.text or "")
        elif tag in ("tab", "br", "cr"):
            found.append(" ")
        elif tag == "noBreakHyphen":
            found.append("-")
        waiting.extend(reversed(element))
    return found


def _read_properties(archive: Archive, draft: Draft) -> None:
    if "docProps/core.xml" not in archive:
        return
    core = parse_xml(archive.read("docProps/core.xml"))
    draft.title = first_text(core, "title")
    draft.author = first_text(core, "creator")
    draft.language = first_text(core, "language")
