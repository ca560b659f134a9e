"""Which passage the menu of a place in a pane is about."""

from __future__ import annotations

from reader.text import Span
from tests.ui.panes.conftest import MakeDesk


def test_a_press_beside_the_selected_words_means_the_sentence_under_the_pointer(make_desk: MakeDesk) -> None:
    desk = make_desk()
    pane = desk.panes[0]
    text = pane.source.article.text
    pressed, selected = text.index("Several people near the council"), Span(0, 24)
    pane.view.select_span(selected)
    meant = desk.menu.here(pane, pressed)
    assert meant is not None and "Several people near the council" in meant.of(text)
    assert desk.menu.here(pane, 10) == selected  # a press on the words
    assert desk.menu.here(pane, -1) == selected  # a key
