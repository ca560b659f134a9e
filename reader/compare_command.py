"""`diptych compare A B`: the comparison without a window, in the terminal or in a file."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LoadError

if TYPE_CHECKING:
    import argparse

    from reader.links import Comparison
    from reader.notes import Project
    from reader.text import Article


def compare_as_told(arguments: Sequence[str]) -> None:
    """What `diptych compare` does with these arguments; raises DiptychError."""
    chosen = _parser().parse_args(arguments)
    comparison, project = _comparison(chosen.files)
    _write(_formatted(comparison, project, chosen.format), chosen.output or "", chosen.format)
    if len(comparison.sources) == 1:
        sys.stderr.write("diptych: Only one article was named, so there was nothing to compare it with.\n")


def print_comparison(names: Iterable[str]) -> None:
    """Print how the files compare; raises DiptychError."""
    _write(_formatted(*_comparison(names), "text"), "")


def why_missing(name: str) -> str:
    """What to say of a file that is not there."""
    if re.match(r"https?:/", name):
        return f"“{name}” is an address, and nothing is ever fetched. Save the page in your browser and name that file."
    return f"“{name}” is not there. Check the name and the folder."


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser("diptych compare", description="Compare sources without a window.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="articles, folders, or one .diptych project")
    parser.add_argument("--format", choices=("text", "json", "html", "csv"), default="text", help="text is the default")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, not to the terminal")
    return parser


def _comparison(names: Iterable[str]) -> tuple[Comparison, Project | None]:
    """Read everything, and compare it; with the project, if one was named. Raises DiptychError."""
    from reader.links import Decisions, compare, decisions_from_json
    from reader.notes import read_project
    from reader.sources import load

    articles: list[Article] = []
    decisions, project = Decisions(), None
    for name in names:
        path = Path(name)
        if not name or not os.path.lexists(path):  # the path of no name is this folder
            raise LoadError(why_missing(name))
        if path.suffix.lower() == ".diptych":
            project = read_project(path)
            articles += [source.article for source in project.sources]
            decisions = decisions_from_json(project.decisions)
        else:
            articles += [load(file) for file in _files(path)]
    if not articles:
        raise LoadError("There is no article to compare. Name two or more files, or a folder that holds them.")
    return compare(articles, decisions), project


def _files(path: Path) -> list[Path]:
    """The file itself or the articles of a folder; raises LoadError for a folder that has none."""
    from reader.sources import article_files, belongs_to_page

    try:
        found = article_files(path)
    except OSError as error:
        raise LoadError(f"“{path}” could not be read ({error.strerror}).") from error
    if not found and not belongs_to_page(path):
        raise LoadError(f"There is no article in the folder “{path}”. Folders inside it are named one by one.")
    return found


def _formatted(comparison: Comparison, project: Project | None, form: str) -> str:
    from reader.reports import comparison_csv, comparison_html, comparison_json, comparison_text

    if form == "json":
        import json

        return json.dumps(comparison_json(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    if form == "csv":
        return comparison_csv(comparison)
    return (comparison_html if form == "html" else comparison_text)(comparison, project)


def _write(words: str, output: str, form: str = "text") -> None:
    words = words if words.endswith("\n") else words + "\n"
    if not output:
        sys.stdout.write(words)
        sys.stdout.flush()
        return
    from reader.reports import encoding_of

    try:
        Path(output).write_text(words, encoding=encoding_of(form))
    except OSError as error:
        raise LoadError(f"“{output}” could not be written ({error.strerror}). Name another place.") from error
