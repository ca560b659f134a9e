"""The style sheet of the dock panels, made from a theme's roles."""

from __future__ import annotations

from string import Template

from reader.ui.looks.theme import Theme

# what is padded left and right wraps too late (Qt breaks lines as if there were no padding)
_SHEET = Template("""
QAbstractItemView { background: transparent; border: none; outline: none; color: $text; }
QUndoView::item { height: 24px; padding-left: 6px; border-radius: 4px; }
QListView#plain { padding: 0 4px; }
QListView#plain::item { padding: 4px 0; border-radius: 4px; }
QUndoView::item:selected, QListView#plain::item:selected { background: $accent_soft; color: $text; }
QLabel { color: $text; }
QLabel[role="heading"] { color: $muted; font-size: 11px; }
QLabel[role="hint"] { color: $muted; font-size: 11px; }
QLabel[role="warning"] { color: $differ; background: $differ_soft; border-radius: 4px; padding: 6px; }
QLabel[role="request"] { color: $same_form_only; background: $same_form_only_soft; border-radius: 4px; padding: 5px 7px;
  font-size: 11px; }
QLineEdit, QPlainTextEdit {
  background: $panel; color: $text; border: 1px solid $line; border-radius: 5px; padding: 4px 7px;
  selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid $accent; }
QToolButton, QPushButton { background: $panel; color: $text; border: 1px solid $line; border-radius: 5px;
  padding: 4px 8px; }
QToolButton:hover, QPushButton:hover { border-color: $faint; }
QToolButton:focus, QPushButton:focus { border-color: $accent; }
QToolButton:checked, QPushButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:disabled, QPushButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="quiet"], QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent;
  color: $muted; padding: 2px 0; min-height: 15px; text-align: left; }
QPushButton[role="quiet"]::menu-indicator { image: none; width: 0; }
QToolButton[role="quiet"]:hover, QPushButton[role="quiet"]:hover { color: $text; border-color: $line; }
QToolButton[role="quiet"]:focus, QPushButton[role="quiet"]:focus { border-color: $accent; }
QToolButton[role="dashed"] { background: transparent; border: 1px dashed $faint; border-radius: 9px;
  padding: 1px 8px; font-size: 11px; }
QToolButton[role="dashed"]:focus { border: 1px solid $accent; }
QToolButton[role="card"] { text-align: left; padding: 7px 9px; border-radius: 6px; }
QFrame#card { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame#selectionBar, QFrame#tagChooser { background: $panel; border: 1px solid $faint; border-radius: 7px; }
QFrame#selectionBar QToolButton { border: 1px solid transparent; padding: 3px 6px; }
QFrame#selectionBar QToolButton:hover { background: $accent_soft; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar::handle:vertical { background: $line; border-radius: 3px; min-height: 28px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
""")


def panel_style(theme: Theme) -> str:
    """The sheet for one theme."""
    return _SHEET.substitute(theme.colours)
