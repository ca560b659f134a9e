"""A small project that has something of everything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader.notes import (
    READY_TAGS,
    Project,
    add_note,
    add_source,
    add_tag,
    draft_note,
    import_codebook,
    set_reliability,
)
from reader.text import Article, Span

HARBOUR = """Ferry runs aground off Port Merrow

The ferry Linnet ran aground on Tuesday evening with 214 people aboard.

The harbour master said the crew had been warned twice. “We told them twice,” said Ada Quill.

Nobody was hurt. The ferry was refloated at dawn."""
GAZETTE = """Linnet stranded: passengers tell of cold night

About two hundred passengers spent the night on a sandbank.

The company says no warning reached the bridge.

Nobody was hurt. Nobody was hurt, the company repeated."""
MOMENT = "2026-11-22T09:30:00+01:00"


def clock() -> str:
    return MOMENT


def passage(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def project() -> Project:
    """Two sources, a note with rating and tags, and a link between the two."""
    harbour = Article.from_text(HARBOUR, title="Ferry runs aground", published=date(2026, 3, 4), key="harbour")
    gazette = Article.from_text(GAZETTE, title="Linnet stranded", publisher="The Gazette", key="gazette")
    made = add_source(add_source(Project(), harbour, path="articles/harbour.txt"), gazette)
    made = add_tag(import_codebook(made, READY_TAGS["SIFT"]), "Needs a second source", colour="#D55E00", shortcut="n")
    made = set_reliability(made, "harbour", "B", basis="right before, on the pier")
    first = draft_note(
        made,
        [("harbour", passage(HARBOUR, "214 people"))],
        author="Ilse",
        body="Where does 214 come from?\nThe list names 198.",
        tags=["needs-a-second-source"],
        rating="3",
        clock=clock,
    )
    link = draft_note(
        made,
        [("harbour", passage(HARBOUR, "warned twice")), ("gazette", passage(GAZETTE, "no warning reached the bridge"))],
        author="Ilse",
        clock=clock,
    )
    return add_note(add_note(made, first), link)


@pytest.fixture
def saved(tmp_path: Path, project: Project) -> Path:
    """The project's file."""
    from reader.notes import write_project

    path = tmp_path / "linnet.diptych"
    write_project(project, path)
    return path
