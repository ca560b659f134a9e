"""Words are shown with what stands around them, cut between words."""

from __future__ import annotations

import pytest

from reader.ui.docks.parts.surroundings import surroundings

TEXT = "The harbour master\ncounted forty boats before the storm and nineteen after it."


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("forty boats", 12, ("…counted ", "forty boats", " before the…")),
        ("The harbour", 9, ("", "The harbour", " master…")),
        ("after it.", 60, ("…master counted forty boats before the storm and nineteen ", "after it.", "")),
    ],
)
def test_words_are_shown_whole(words: str, room: int, shown: tuple[str, str, str]) -> None:
    start = TEXT.index(words)
    assert surroundings(TEXT, start, start + len(words), room) == shown
