"""WHAT THE READER DOES: which project comes of an edit, and what becomes of the notes when a text is replaced."""
