"""What a screen reader says of each thing the keyboard stops at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from reader.notes import add_note, draft_note
from reader.text import Span
from tests.ui.windows import compared, opened


def nameless(root: QWidget) -> list[str]:
    """The widgets in sight that Tab stops at and that have no name."""
    stops = [held for held in root.findChildren(QWidget) if held.focusPolicy() & Qt.FocusPolicy.TabFocus]
    seen = [held for held in stops if held.isVisible() and not isinstance(held, QTabBar)]
    assert seen
    names = [QAccessible.queryAccessibleInterface(held).text(QAccessible.Text.Name) for held in seen]
    return [f"{type(held).__name__} in {held.parent()}" for held, name in zip(seen, names, strict=True) if not name]


def test_the_empty_window_names_all_that_the_keyboard_stops_at(window):
    assert nameless(window) == []


def test_panes_panels_and_plots_name_all_that_the_keyboard_stops_at(window, qtbot, articles):
    opened(window, qtbot, articles)
    compared(window, qtbot)
    held = window.session.workspace
    key = held.project.sources[0].key
    held.edit("Note", lambda project: add_note(project, draft_note(project, [(key, Span(0, 5))], rating="3")))
    held.choose_note(held.project.notes[0].id)
    window.docking.show_plots(True)
    for name in window.docking.docks:
        window.docking.raise_dock(name)
        QApplication.processEvents()
        assert nameless(window) == [], name
