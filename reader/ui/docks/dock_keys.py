"""The keys of the docks and of annotating, for the page of help."""

from __future__ import annotations

DOCK_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Annotate (in a pane)",
        (
            ("1 … 6", "Rate the credibility of the selection or the chosen note"),
            ("0", "Take the rating away"),
            ("T", "Tag; a tag’s own key puts it on at once"),
            ("N", "Write a note; Esc goes back to the text"),
            ("H", "Plain highlight"),
            ("L", "Link: once for each end"),
            ("Shift+L", "Add the selection to the chosen note"),
            ("Shift+N", "Annotate every occurrence"),
            ("Alt+Left, Alt+Right", "Move the start of the chosen note’s passage by a word"),
            ("Shift+Alt+Left, Shift+Alt+Right", "Move its end by a word"),
            ("Drag a handle", "Move start or end by the mouse; with Ctrl by a letter, Esc leaves it"),
            ("Del", "Delete the chosen note"),
        ),
    ),
    (
        "In the list of comparisons",
        (
            ("Up, Down", "Choose a line and show its places"),
            ("Return", "Show its next place"),
            ("Left, Right", "Close or open the group"),
            ("S", "Same as…"),
            ("X", "Not the same"),
            ("Shift+A, Shift+D", "They agree, they differ"),
            ("C", "Not comparable"),
            ("I", "Ignore"),
            ("N", "Note on this"),
            ("/", "Filter; Esc shows everything, Down goes to the list"),
        ),
    ),
    (
        "In the lists of entities and notes",
        (
            ("Return", "Next mention; write in the note"),
            ("S, X", "Same as…, Not the same (entities)"),
            ("Ctrl+click, Shift+Up, Shift+Down", "Choose several notes"),
            ("1 … 6, 0, T, Del", "Rate, tag or delete the chosen notes"),
            ("/", "Filter"),
        ),
    ),
)
"""Titles, and below each the keys with what they do."""
