"""The preferences: what is chosen is kept, and said in the right number."""

from __future__ import annotations

import pytest

from reader.ui.window.dialogs.preferences_dialog import PreferencesDialog


@pytest.fixture
def dialog(window, qtbot):
    made = PreferencesDialog(window.session.settings, window)
    qtbot.addWidget(made)
    return made


def test_the_names_of_schemes_are_whole(dialog):
    dialog.show()
    box = dialog.scheme
    widest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    assert box.width() >= widest + 27  # the padding of the style sheet, and the arrow


def test_one_minute_and_one_copy_are_not_minutes_and_copies(dialog):
    for box, one, two in (
        (dialog.autosave, "1 minute", "2 minutes"),
        (dialog.backups, "1 copy", "2 copies"),
        (dialog.zoom, "1 step", "2 steps"),
    ):
        box.setValue(1)
        assert box.text() == one
        box.setValue(2)
        assert box.text() == two
    dialog.zoom.setValue(-1)
    assert dialog.zoom.text() == "-1 step"
    dialog.autosave.setValue(0)
    assert dialog.autosave.text() == "Never"


def test_what_is_chosen_is_kept(dialog, window):
    dialog.autosave.setValue(7)
    dialog.backups.setValue(3)
    dialog.accept()
    assert (window.session.settings.autosave, window.session.settings.backups) == (7, 3)
