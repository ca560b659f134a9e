"""The project file: what is written is read again, a small change is a small diff, unknown fields survive."""

from __future__ import annotations

import difflib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import NewerFormatError, ProjectChangedError, ProjectReadError
from reader.notes import Project, open_project, read_project, set_body, write_project


def test_what_is_written_is_read_again(project: Project, saved: Path) -> None:
    assert read_project(saved) == project


def test_the_same_project_gives_the_same_bytes(project: Project, saved: Path) -> None:
    before = saved.read_bytes()
    write_project(read_project(saved), saved)
    assert saved.read_bytes() == before


def test_changing_one_note_changes_a_few_lines(project: Project, saved: Path) -> None:
    before = saved.read_text(encoding="utf-8").splitlines()
    write_project(set_body(project, project.notes[0].id, "Checked: 198."), saved)
    after = saved.read_text(encoding="utf-8").splitlines()
    changed = [line for line in difflib.unified_diff(before, after, n=0) if line[0] in "+-" and line[1] not in "+-"]
    assert 2 <= len(changed) <= 4


def test_a_block_stands_on_one_line(project: Project, saved: Path) -> None:
    lines = [line.strip().rstrip(",") for line in saved.read_text(encoding="utf-8").splitlines()]
    for block in project.sources[0].article.blocks:
        kept = {"start": block.span.start, "end": block.span.end, "kind": block.kind, "level": block.level}
        assert json.dumps(kept) in lines


@pytest.mark.parametrize(
    "place", ["", "sources.0", "sources.0.provenance", "notes.0", "notes.1.targets.1", "notes.0.targets.0.anchor"]
)
def test_fields_of_a_later_minor_version_survive(saved: Path, place: str) -> None:
    plain = json.loads(saved.read_text(encoding="utf-8"))
    plain["version"] = "1.7"
    inner = plain
    for step in filter(None, place.split(".")):
        inner = inner[int(step) if step.isdigit() else step]
    inner["weather"] = {"wind": [1, 2.5, None], "sky": "grey"}
    saved.write_text(json.dumps(plain), encoding="utf-8")
    write_project(read_project(saved), saved)
    assert json.loads(saved.read_text(encoding="utf-8")) == plain


def test_a_newer_major_version_is_refused_and_left_untouched(saved: Path) -> None:
    before = saved.read_bytes().replace(b'"version": "1.1"', b'"version": "2.0"')
    saved.write_bytes(before)
    with pytest.raises(NewerFormatError, match="later version"):
        read_project(saved)
    assert saved.read_bytes() == before


def test_a_change_underneath_is_noticed(project: Project, saved: Path) -> None:
    opened = open_project(saved)
    other = set_body(project, project.notes[0].id, "from the other window")
    write_project(other, saved)
    with pytest.raises(ProjectChangedError, match="linnet.diptych"):
        write_project(opened.project, saved, known=opened.sha256)
    assert read_project(saved) == other


def test_the_hash_given_back_is_that_of_the_file(project: Project, saved: Path) -> None:
    known = write_project(project, saved)
    assert known == open_project(saved).sha256
    write_project(set_body(project, project.notes[0].id, "again"), saved, known=known)


def test_absolute_paths_are_written_relative(project: Project, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    held = replace(project.sources[0], path=str(tmp_path / "articles" / "harbour.txt"))
    path = tmp_path / "work" / "linnet.diptych"
    write_project(replace(project, sources=(held, *project.sources[1:])), path)
    assert read_project(path).sources[0].path == "../articles/harbour.txt"


def test_a_symbolic_link_stays_one_and_rights_are_kept(project: Project, saved: Path, tmp_path: Path) -> None:
    saved.chmod(0o640)
    link = tmp_path / "link.diptych"
    link.symlink_to(saved)
    changed = set_body(project, project.notes[0].id, "through the link")
    write_project(changed, link)
    assert link.is_symlink()
    assert read_project(saved) == changed
    assert saved.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"linnet.diptych", "link.diptych"}


def test_half_a_surrogate_pair_in_a_text_can_be_saved(project: Project, saved: Path) -> None:
    odd = set_body(project, project.notes[0].id, "broken \ud83d emoji")
    write_project(odd, saved)
    assert read_project(saved) == odd


def test_no_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ProjectReadError, match="no such file"):
        read_project(tmp_path / "gone.diptych")
    with pytest.raises(ProjectReadError, match="folder"):
        read_project(tmp_path)
