"""How numbers of things and long words are put where there is room for one line."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 note", "1,200 notes"; `many` where the plural is not the singular and an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shortened(words: str, most: int = 40) -> str:
    """The words on one line; of more than `most` letters the end gives way to "…"."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
