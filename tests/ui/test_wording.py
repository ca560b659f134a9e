"""Numbers of things and long words on one line."""

from __future__ import annotations

from reader.ui.wording import counted, shortened


def test_one_thing_and_many_are_told_apart():
    assert [counted(n, "note") for n in (0, 1, 1200)] == ["0 notes", "1 note", "1,200 notes"]
    assert [counted(n, "was", "were") for n in (1, 2)] == ["1 was", "2 were"]


def test_long_words_end_in_dots_on_one_line():
    assert shortened("the  ferry\nleft", 14) == "the ferry left"
    assert shortened("the ferry left", 11) == "the ferry…"
    assert len(shortened("ferry " * 20)) <= 40
