"""Original files are found again by place and by hash, and can be copied beside the project."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ProjectWriteError
from reader.notes import (
    Project,
    add_source,
    collect_sources,
    is_same_file,
    locate_source,
    read_project,
    write_project,
)
from reader.text import Article


def kept(path: Path, text: str) -> Article:
    """The file at `path` with that text, as an article that was read from it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    article = Article.from_text(text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return replace(article, provenance=replace(article.provenance, path=str(path), sha256=digest))


@pytest.fixture
def made(tmp_path: Path) -> Project:
    one = kept(tmp_path / "inbox" / "report.txt", "A mill burned down.")
    two = kept(tmp_path / "downloads" / "report.txt", "Another mill burned down.")
    return add_source(add_source(Project(), one), two)


def test_copies_are_beside_the_project_and_differ_where_the_files_do(made: Project, tmp_path: Path) -> None:
    home = tmp_path / "work" / "mill.diptych"
    home.parent.mkdir()
    collected = collect_sources(made, home)
    assert [source.path for source in collected.sources] == ["sources/report.txt", "sources/report-2.txt"]
    assert (home.parent / "sources" / "report-2.txt").read_text(encoding="utf-8") == "Another mill burned down."
    assert collect_sources(collected, home) == collected
    assert [locate_source(source, home) for source in collected.sources] == [
        home.parent / "sources" / "report.txt",
        home.parent / "sources" / "report-2.txt",
    ]


def test_a_moved_project_folder_finds_its_files(made: Project, tmp_path: Path) -> None:
    home = tmp_path / "work" / "mill.diptych"
    home.parent.mkdir()
    write_project(collect_sources(made, home), home)
    moved = home.parent.rename(tmp_path / "elsewhere") / "mill.diptych"
    assert all(locate_source(source, moved) for source in read_project(moved).sources)


def test_a_file_beside_the_project_counts_only_with_the_same_bytes(made: Project, tmp_path: Path) -> None:
    home = tmp_path / "mill.diptych"
    source = made.sources[0]
    (tmp_path / "inbox" / "report.txt").rename(tmp_path / "report.txt")
    assert locate_source(source, home) == tmp_path / "report.txt"
    (tmp_path / "report.txt").write_text("something else", encoding="utf-8")
    assert locate_source(source, home) is None
    assert not is_same_file(tmp_path / "gone.txt", source)


def test_a_source_without_a_file_stays_as_it_is(tmp_path: Path) -> None:
    pasted = add_source(Project(), Article.from_text("pasted words"))
    assert collect_sources(pasted, tmp_path / "x.diptych") == pasted
    assert locate_source(pasted.sources[0], tmp_path / "x.diptych") is None


def test_a_folder_that_can_not_be_made_is_told(made: Project, tmp_path: Path) -> None:
    (tmp_path / "sources").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(ProjectWriteError, match=r"report\.txt"):
        collect_sources(made, tmp_path / "mill.diptych")
