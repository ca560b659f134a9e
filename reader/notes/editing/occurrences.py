"""Find every place where some words stand, for *annotate every occurrence*."""

from __future__ import annotations

from reader.notes.values import Project, SourceSpan
from reader.text import Span, lowered


def find_occurrences(
    project: Project, words: str, *, match_case: bool = False, whole_words: bool = True
) -> list[SourceSpan]:
    """Where `words` stand, in reading order, not overlapping, in all sources.

    Letters match whatever their case unless `match_case`; an occurrence inside a longer word counts only without
    `whole_words`.
    """
    found: list[SourceSpan] = []
    if not words.strip():
        return found
    for source in project.sources:
        text = source.article.text
        searched, wanted = (text, words) if match_case else (lowered(text), lowered(words))
        start = searched.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if whole_words and not _stands_alone(text, start, end):
                start = searched.find(wanted, start + 1)
                continue
            found.append((source.key, Span(start, end)))
            start = searched.find(wanted, end)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after
