"""Rich text (RTF): its words, by striprtf."""

from __future__ import annotations

import re

from reader.sources.draft import Draft

_CELLS = re.compile(r"[|\t]+")


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a rich text; its blocks are told by their looks."""
    from striprtf.striprtf import rtf_to_text

    text: str = rtf_to_text(  # type: ignore[no-untyped-call]
        data.decode("latin-1"), encoding="cp1252", errors="replace"
    )
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half surrogates become one mark
    lines = [_CELLS.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n")]
    text = "\n".join(lines).strip()
    first = text.split("\n", 1)[0]
    return Draft(text=text, title=first if len(first) <= 160 else "")
