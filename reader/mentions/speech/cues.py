"""The words that tell who says something, read from `resources/data/attribution_cues.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.mentions.values import SpeakerKind
from reader.shipped import resource
from reader.text import Hinted

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
    """The patterns of one language: verbs of saying, words before or behind the speaker, and words of hearsay.

    `hearsay` is looked for in the text in small letters, which is faster than to ignore its case, and only where one of
    the `hearsay_pieces` stands.
    `quoting` verbs speak only beside quotation marks, `that` verbs only before such a clause; both are in `saying`.
    """

    saying: re.Pattern[str]
    preposed: Hinted | None
    postposed: Hinted | None
    hearsay: re.Pattern[str]
    hearsay_pieces: tuple[str, ...]
    quoting: frozenset[str]
    that: frozenset[str]


@lru_cache(maxsize=64)
def cues_of(language: str) -> Cues:
    """The cues of a language ("en", "pt-BR"); those of English for one we have no words of."""
    code = language.lower().split("-")[0]
    code = code if code in _TABLES["saying"] else "en"
    quoting, that = (frozenset(_verbs(table, code)) for table in ("quoting", "that"))
    verbs = sorted({*_verbs("saying", code), *quoting, *that}, key=len, reverse=True)
    ahead, behind = _TABLES["preposed"].get(code), _TABLES["postposed"].get(code)
    return Cues(
        re.compile(rf"\b(?:{_by_first_letter(verbs)})\b"),
        Hinted(rf"\b(?:{ahead})\b", *ahead.split("|")) if ahead else None,
        Hinted(rf"(?-i:\b(?:{behind})\b)", *behind.split("|")) if behind else None,
        re.compile(rf"\b(?:{_TABLES['hearsay'][code]})\b"),
        tuple(_TABLES["hearsay_pieces"].get(code, _TABLES["hearsay"][code]).split("|")),
        quoting - set(_verbs("saying", code)),
        that,
    )


def _by_first_letter(verbs: Sequence[str]) -> str:
    """A pattern of any of the verbs, the longer first, that looks at a word's first letter before all else."""
    rests: dict[str, list[str]] = {}
    for verb in verbs:
        rests.setdefault(verb[0], []).append(verb[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _verbs(table: str, code: str) -> list[str]:
    return [verb.replace("_", " ") for verb in _TABLES[table].get(code, "").split()]


def phrase_words(name: str) -> frozenset[str]:
    """One of the word lists that bound a speaker's phrase: edges, determiners, skipped, doubtful."""
    return frozenset(_TABLES["phrases"][name].split())


def speaker_kind(words: list[str]) -> SpeakerKind | None:
    """The kind of speaker that lower-case words tell, the strongest first; None when they tell nothing."""
    for kind, table in _KINDS:
        if not table.isdisjoint(words):
            return kind
    return None
