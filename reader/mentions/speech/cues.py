"""The words that tell who says something, read from `resources/data/attribution_cues.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from reader.mentions.values import SpeakerKind
from reader.shipped import resource

_TABLES = tomllib.loads(resource("data", "attribution_cues.toml").read_text(encoding="utf-8"))
_SPEAKERS = {name: frozenset(words.split()) for name, words in _TABLES["speakers"].items()}
PRONOUNS = _SPEAKERS["pronouns"]
_KINDS: tuple[tuple[SpeakerKind, frozenset[str]], ...] = (
    ("outlet", _SPEAKERS["outlets"] | _SPEAKERS["outlet_names"]),
    ("document", _SPEAKERS["documents"]),
    ("official", _SPEAKERS["officials"]),
    ("unnamed", _SPEAKERS["unnamed"]),
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language: verbs of saying, words before the speaker, and words of hearsay."""

    saying: re.Pattern[str]
    preposed: re.Pattern[str]
    hearsay: re.Pattern[str]


@lru_cache(maxsize=64)
def cues_of(language: str) -> Cues:
    """The cues of a language ("en", "pt-BR"); those of English for one we have no words of."""
    code = language.lower().split("-")[0]
    code = code if code in _TABLES["saying"] else "en"
    verbs = "|".join(sorted(_TABLES["saying"][code].split(), key=len, reverse=True))
    return Cues(
        re.compile(rf"\b(?:{verbs})\b"),
        re.compile(rf"\b(?:{_TABLES['preposed'][code]})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_TABLES['hearsay'][code]})\b", re.IGNORECASE),
    )


def phrase_words(name: str) -> frozenset[str]:
    """One of the word lists that bound a speaker's phrase: edges, determiners, skipped, doubtful."""
    return frozenset(_TABLES["phrases"][name].split())


def speaker_kind(words: list[str]) -> SpeakerKind | None:
    """The kind of speaker that lower-case words tell, the strongest first; None when they tell nothing."""
    for kind, table in _KINDS:
        if not table.isdisjoint(words):
            return kind
    return None
