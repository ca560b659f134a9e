"""Many sources at once: panes stand beside and below one another, never upon one another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from reader.text import Article
from tests.ui.panes.conftest import MakeDesk


@pytest.mark.parametrize("shape", ["auto", "row", "grid"])
def test_panes_of_twenty_sources_do_not_overlap(make_desk: MakeDesk, qtbot: QtBot, shape: str) -> None:
    articles = [Article.from_text(f"Report {n}\n\nThe ferry left the quay at six.", key=f"s{n}") for n in range(20)]
    desk = make_desk(articles, compared=False)
    desk.setFixedSize(1200, 800)  # as in a window that can't be wider than the screen
    desk.set_shape(shape)

    def boxes() -> list[QRect]:
        return [QRect(pane.mapTo(desk, QPoint(0, 0)), pane.size()) for pane in desk.panes if pane.isVisible()]

    def apart() -> bool:
        held = boxes()
        inside = all(box.left() >= 0 and box.right() < 1200 for box in held)
        return inside and len(held) == 20 and not any(a.intersects(b) for n, a in enumerate(held) for b in held[:n])

    qtbot.waitUntil(apart, timeout=3000)
