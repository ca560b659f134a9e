"""One source as the program reads it: its text, its blocks, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from reader.text.paragraphs.block import Block

RemovedKind = Literal["boilerplate", "navigation", "repeated", "running head", "markup", "attachment", "other"]


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the original that was left out of the text, told under *Import details*.

    `before` says how many of the article's blocks follow it; 0 stands for its end, also where the place is not known.
    The text of an attachment is its name.
    """

    text: str
    kind: RemovedKind
    reason: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from and what was done to it on the way in.

    `sha256` is the hash of the original bytes (of the UTF-8 text for a paste); `modified` the file's time as an ISO
    string; `published_how` names where the date was found; `translated` is None when the page does not say.
    """

    path: str = ""
    sha256: str = ""
    format: str = "text"
    encoding: str = ""
    modified: str = ""
    published_how: str = ""
    published_text: str = ""
    translated: bool | None = None
    removed: tuple[Removed, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A source's text with its blocks and metadata; offsets everywhere are code points into `text`.

    `key` names the article inside a project and in the reader's decisions; it stays the same when the text is
    replaced by a later version. `blocks` are sorted, do not overlap and cover all that is not blank.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""
    url: str = ""
    key: str = ""
    provenance: Provenance = field(default_factory=Provenance)

    def __hash__(self) -> int:
        """Of the text alone, whose hash is reckoned once: articles are keys of what was found in them."""
        return hash((self.key, self.text))

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str = "",
        publisher: str = "",
        author: str = "",
        published: date | str | None = None,
        language: str = "",
        url: str = "",
        key: str = "",
    ) -> Article:
        """An article of plain text, kept exactly as given; `published` may be an ISO day (ValueError if it is not)."""
        day = date.fromisoformat(published[:10]) if isinstance(published, str) and published else published
        import hashlib  # neither before the window is painted

        from reader.text.paragraphs.blocks import find_blocks

        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(
            text=text,
            blocks=find_blocks(text),
            title=title,
            publisher=publisher,
            author=author,
            published=day or None,
            language=language,
            url=url,
            key=key or digest[:12],
            provenance=Provenance(sha256=digest),
        )

    def with_key(self, key: str) -> Article:
        """The same article under another key."""
        return replace(self, key=key)
