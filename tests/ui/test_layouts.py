"""A layout is put into another one while it is empty, and filled there.

Qt for Python wraps each item of a layout that is added with items in it. When the widget moves to another layout, Qt
frees the item, and its wrapper stays; an object of Qt that is later made at that address crashes the program as it goes
(seen with PySide6 6.10.3, and timers).
"""

from __future__ import annotations

import ast

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import Shiboken

from reader.ui.looks.theme import load_theme
from reader.ui.panes.header import PaneHeader
from tests.test_rooms import FILES, ROOT

FILLING = {"addWidget", "addStretch", "addSpacing", "addRow", "insertWidget", "insertRow", "addItem"}


def wrapped_items() -> int:
    return sum(isinstance(held, QWidgetItem | QSpacerItem) for held in Shiboken.getAllValidWrappers())


def filled_before_added(code: str) -> list[str]:
    """The layouts that have items, or may have, before they are added to another."""
    found = []
    for function in (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)):
        steps = [node for node in ast.walk(function) if isinstance(node, ast.Call | ast.Assign)]
        filled: set[str] = set()
        for step in sorted(steps, key=lambda node: (node.lineno, node.col_offset)):
            if isinstance(step, ast.Assign):
                filled -= set(map(ast.unparse, step.targets))
            elif isinstance(step.func, ast.Attribute) and step.func.attr in FILLING:
                filled.add(ast.unparse(step.func.value))
            elif isinstance(step.func, ast.Attribute) and step.func.attr in ("addLayout", "insertLayout"):
                added = next(a for a in step.args if not isinstance(a, ast.Constant))
                if ast.unparse(added) in filled or not isinstance(added, ast.Name | ast.Attribute):
                    found.append(f"line {step.lineno}: {ast.unparse(step)}")
    return found


def test_layouts_are_added_while_they_are_empty() -> None:
    told = {str(path.relative_to(ROOT)): filled_before_added(path.read_text(encoding="utf-8")) for path in FILES}
    assert {name: found for name, found in told.items() if found} == {}


def test_a_filled_layout_is_noticed() -> None:
    code = "def f(box, row):\n    row.addStretch()\n    box.addLayout(row)\n    box.addLayout(made())"
    assert filled_before_added(code) == ["line 3: box.addLayout(row)", "line 4: box.addLayout(made())"]


def test_a_layout_added_empty_leaves_no_wrapper_of_its_items(qapp: object) -> None:
    before = wrapped_items()
    page = QWidget()
    box, row = QVBoxLayout(page), QHBoxLayout()
    box.addLayout(row)
    row.addWidget(QLabel("Some words"))
    row.addStretch()
    assert wrapped_items() == before


def test_the_head_of_a_pane_wraps_no_item_of_its_layouts(qtbot) -> None:
    before = wrapped_items()
    head = PaneHeader(load_theme("light"))
    qtbot.addWidget(head)
    assert wrapped_items() == before
