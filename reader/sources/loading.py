"""Turn files and pastes into articles; files are parsed in a child process."""

from __future__ import annotations

import re
from pathlib import Path

from reader.errors import LoadError
from reader.sources.isolation.parent import CHILD
from reader.text import Article


def load(path: str | Path, *, encoding: str = "", part: str = "") -> Article:
    """The article in the file at `path`; `encoding` overrules the detected one.

    `part` names an attachment of the message in the file: the article is then read from that.

    Raises LoadError (PasswordError, LimitError) naming the file and what to do, whatever the file holds.
    """
    return CHILD.read(Path(path), encoding, part)


def start_loading() -> None:
    """Start the parsing process ahead of the first `load`, which then need not wait for it."""
    CHILD.start()


def stop_loading() -> None:
    """End the parsing process; a file that is being read is given up, and its `load` raises LoadError."""
    CHILD.close()


def paste(text: str) -> Article:
    """An article of pasted text, with what its first lines tell as those of a file do; raises LoadError when blank."""
    if not text.strip():
        raise LoadError("There is no text to paste. Copy the article's text first.")
    from reader.sources.dateline import read_first_lines  # only for a paste
    from reader.sources.draft import Draft, assemble
    from reader.text import normalise

    draft = Draft(text=normalise(text))
    read_first_lines(draft)
    return assemble(draft, Article.from_text(draft.text).provenance)


def article_files(path: str | Path) -> list[Path]:
    """The file itself, or the readable files of a folder in order of name; hidden ones are left out.

    The folder of pictures and scripts that a browser saves beside a page stands for nothing: the page is enough.
    """
    path = Path(path)
    if not path.is_dir():
        return [path]
    if belongs_to_page(path):
        return []
    from reader.sources.formats import extensions  # for folders only: the files of a command line come first

    found = (p for p in path.iterdir() if p.name.lower().endswith(extensions()) and not p.name.startswith("."))
    return sorted(p for p in found if not p.is_dir())


def belongs_to_page(folder: Path) -> bool:
    """Whether a browser saved the folder with a page beside it: “Page_files”, “Page.files”, “Page-Dateien”."""
    named = re.fullmatch(r"(.+)[_.-][^\W\d_]+", folder.name)
    return named is not None and any((folder.parent / (named[1] + end)).is_file() for end in (".html", ".htm"))
