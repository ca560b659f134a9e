"""What comes in from others is told whole, and a file too large for it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from reader import reports
from reader.notes import Project
from reader.reports import Imported, web_annotations_import
from reader.ui.window import MainWindow, exchange


def test_an_import_tells_what_came_in_and_what_did_not():
    assert exchange.came_in(Imported(Project(), (), 0, 0, 0)) == "No new note came in."
    assert exchange.came_in(Imported(Project(), ("n1", "n2"), 1, 2, 3)) == (
        "2 notes came in; 1 was here already; 2 belong to no source here; 3 replies or page notes are left out."
    )


def test_only_an_annotation_file_that_is_too_large_is_refused(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for room in (reports, web_annotations_import):
        monkeypatch.setattr(room, "MAX_ANNOTATION_BYTES", 100)
    told: list[tuple[str, str]] = []
    window.session.workspace.trouble.connect(lambda words, level: told.append((words, level)))
    for length in (100, 101):
        file = tmp_path / f"{length}.jsonld"
        file.write_text(json.dumps([]).ljust(length))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=str(file): (chosen, ""))
        window.exchange.import_annotations()
    assert told[0] == ("No new note came in.", "info")
    assert "“101.jsonld” could not be imported. This file is too large for annotations." in told[1][0]
    assert told[1][1] == "error"
