"""What came in from others is told whole."""

from __future__ import annotations

from reader.notes import Project
from reader.reports import Imported
from reader.ui.window.exchange import came_in


def test_an_import_tells_what_came_in_and_what_did_not():
    assert came_in(Imported(Project(), (), 0, 0, 0)) == "No new note came in."
    assert came_in(Imported(Project(), ("n1", "n2"), 1, 2, 3)) == (
        "2 notes came in; 1 was here already; 2 belong to no source here; 3 replies or page notes are left out."
    )
