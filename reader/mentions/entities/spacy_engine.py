"""Names as an installed spaCy pipeline sees them, when the reader chooses one."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from reader.errors import AnalysisError
from reader.mentions.values import Mention, MentionKind
from reader.text import Article, Span

# OntoNotes and WikiNER labels; dates, money and the like are left to our own finders.
_KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "nationality", "EVENT": "name", "PRODUCT": "name", "WORK_OF_ART": "name", "LAW": "name", "MISC": "name",
}  # fmt: skip


def installed_pipelines() -> tuple[str, ...]:
    """Names of the spaCy pipelines that can be chosen; empty when spaCy is not installed, which is not imported."""
    if find_spec("spacy") is None:
        return ()
    return tuple(sorted({entry.name for entry in entry_points(group="spacy_models")}))


@lru_cache(maxsize=2)
def _pipeline(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise AnalysisError(
            f"The names were to be found by spaCy ({name}), but spaCy is not installed. "
            "Install it, or choose the built-in rules."
        ) from error
    try:
        return spacy.load(name, exclude=["lemmatizer", "textcat"])
    except (OSError, ImportError, ValueError) as error:
        known = ", ".join(installed_pipelines()) or "none"
        raise AnalysisError(
            f"spaCy cannot load the pipeline {name} ({error}). Installed: {known}. "
            "Install it, or choose the built-in rules."
        ) from error


def find_with_spacy(article: Article, name: str) -> list[Mention]:
    """The names the pipeline `name` marks, in order; raises AnalysisError when it cannot be loaded."""
    pipeline = _pipeline(name)
    pipeline.max_length = max(pipeline.max_length, len(article.text) + 1)
    found = []
    for entity in pipeline(article.text).ents:
        kind = _KINDS.get(entity.label_)
        span = _trimmed(article.text, entity.start_char, entity.end_char)
        if kind and span:
            evidence = f"label {entity.label_}"
            found.append(Mention(span, span.of(article.text), kind, engine=f"spacy:{name}", evidence=evidence))
    return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space, an article in front, or a possessive at its end."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    for article in ("the ", "The "):
        if words.startswith(article):
            start, words = start + len(article), words[len(article) :]
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    return Span(start, start + len(words)) if words else None
