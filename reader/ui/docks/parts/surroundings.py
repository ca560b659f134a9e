"""Words with a little of what stands around them, cut between words."""

from __future__ import annotations


def surroundings(text: str, start: int, end: int, room: int = 60) -> tuple[str, str, str]:
    """What stands before `text[start:end]`, those words, and what stands after, each side up to `room` code points.

    A side that was cut begins or ends with "…" at the edge of a word; line breaks are blanks.
    """
    before, after = text[max(0, start - room) : start], text[end : end + room]
    if start > room:
        before = "…" + (before.split(None, 1)[-1] if not before[0].isspace() else before.lstrip())
    if end + room < len(text):
        after = (after.rsplit(None, 1)[0] if not after[-1].isspace() else after.rstrip()) + "…"
    return _one_line(before), _one_line(text[start:end]), _one_line(after)


def _one_line(words: str) -> str:
    """The words with every run of blanks as one blank, those at the ends too."""
    inner = " ".join(words.split())
    return f"{' ' * words[:1].isspace()}{inner}{' ' * (words[-1:].isspace() and bool(inner))}"
