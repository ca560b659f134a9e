"""What an import left out comes back from the Source dock, and a file is read again in another encoding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.notes import Project, add_note, add_source, draft_note
from reader.sources import load
from reader.text import Removed, Span
from reader.ui.docks import ReanchoringDialog, SourcePanel

RUSSIAN = "Вода прорвала дамбу\n\nСпасатели вывезли жителей четырёх деревень. Number 42 was empty.\n"


@pytest.fixture
def source(shown, workspace, theme):
    held = workspace.project.source("aaa")
    removed = (
        Removed("Menu", "navigation", "a menu", 3),
        Removed("Read also", "boilerplate", "a link list", 1),
        Removed("report.pdf", "attachment", "attached"),
    )
    article = replace(held.article, provenance=replace(held.article.provenance, removed=removed))
    sources = tuple(replace(s, article=article) if s is held else s for s in workspace.project.sources)
    workspace.start_with(replace(workspace.project, sources=sources))
    panel = shown(SourcePanel(workspace, theme))
    panel.show_source("aaa")
    panel.details.button.setChecked(True)
    return panel


def text(workspace) -> str:
    return workspace.project.source("aaa").article.text


def test_a_chosen_piece_is_put_back_and_undone(source, workspace):
    before = text(workspace)
    held = source.details.removed
    assert [held.list.item(n).text() for n in range(3)] == ["Menu", "Read also", "report.pdf"]
    assert not held.back.isEnabled()
    held.list.item(1).setSelected(True)
    held.back.click()
    assert "\nRead also\n\n" in text(workspace) and held.list.count() == 2
    assert workspace.undo_stack.undoText() == "Put pieces back into A"
    workspace.undo_stack.undo()
    assert text(workspace) == before and held.list.count() == 3


def test_all_is_shown_dimmed_and_hidden_again(source, workspace):
    before = text(workspace)
    held = source.details.removed
    held.dimmed.click()
    article = workspace.project.source("aaa").article
    faint = [block.span.of(article.text) for block in article.blocks if block.kind == "boilerplate"]
    assert faint == ["Menu", "Read also"] and held.dimmed.text() == "Leave the dimmed out"
    held.dimmed.click()
    assert text(workspace) == before and held.dimmed.text() == "Show all dimmed"


def test_notes_keep_their_place_when_pieces_come_back(source, workspace):
    start = text(workspace).index("towed")
    note = draft_note(workspace.project, [("aaa", Span(start, start + 5))], body="mine")
    workspace.edit("Add note", lambda project: add_note(project, note))
    source.details.removed.dimmed.click()
    target = workspace.project.notes[0].targets[0]
    assert target.span.start > start and target.span.of(text(workspace)) == "towed"


def test_an_attachment_is_asked_for(source, workspace, qtbot):
    held = source.details.removed
    held.list.item(2).setSelected(True)
    assert held.open.isEnabled() and not held.back.isEnabled()
    with qtbot.waitSignal(workspace.attachment_wanted) as asked:
        held.open.click()
    assert asked.args[1] == "report.pdf"


@pytest.fixture
def misread(shown, qtbot, workspace, theme, tmp_path: Path):
    file = tmp_path / "dam.txt"
    file.write_bytes(RUSSIAN.encode("koi8-r"))
    workspace.start_with(add_source(Project(), load(file, encoding="cp1251"), path=file))
    panel = shown(SourcePanel(workspace, theme))
    panel.details.button.setChecked(True)
    return panel


def read_as(panel, name: str) -> None:
    box = panel.details.encoding
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def test_a_file_is_read_again_in_another_encoding(misread, workspace, qtbot):
    assert "Вода" not in workspace.project.sources[0].article.text
    read_as(misread, "koi8-r")
    qtbot.waitUntil(lambda: workspace.project.sources[0].article.text == RUSSIAN)
    article = workspace.project.sources[0].article
    assert article.provenance.encoding == "koi8-r" and article.title == "Вода прорвала дамбу"


def test_an_encoding_that_does_not_fit_is_told(misread, workspace, qtbot):
    with qtbot.waitSignal(workspace.trouble) as told:
        read_as(misread, "utf-8")
    assert "dam.txt" in told.args[0] and "not in utf-8" in told.args[0]


def test_the_reader_is_asked_when_a_note_would_be_lost(misread, workspace, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(ReanchoringDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    held = workspace.project.sources[0]
    note = draft_note(workspace.project, [(held.key, Span(0, 4))], body="mine")
    workspace.edit("Add note", lambda project: add_note(project, note))
    read_as(misread, "koi8-r")
    qtbot.waitUntil(lambda: bool(asked))
    assert workspace.project.sources[0].article.text == held.article.text


def test_a_rival_encoding_is_told_in_the_dock(shown, workspace, theme):
    held = workspace.project.source("aaa")
    known = replace(held.article.provenance, warnings=("The file does not say its encoding.",))
    told = replace(held, article=replace(held.article, provenance=known))
    workspace.start_with(replace(workspace.project, sources=(told,)))
    panel = shown(SourcePanel(workspace, theme))
    assert panel.noticed.isVisible() and "encoding" in panel.noticed.text()
