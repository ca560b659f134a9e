"""Align the passages of all pairs of sources; each pair depends on its two sources alone, and is done once."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from reader.links.alignments import AlignedSources, Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.entities.shared_groups import Groups, groups_of
from reader.links.ledger.pairing.told import name_of
from reader.links.passages.alignment import MOST_WORDS, Pairs, align_words
from reader.links.passages.lexicon import WordsInPlace, words_in_place
from reader.links.passages.named import NamedWords
from reader.links.passages.nearness import Nearness
from reader.links.passages.vocabulary import Vocabulary
from reader.links.passages.why import Grounds, Wordings
from reader.links.values import ComparedSource, Entity
from reader.stopping import checkpoint
from reader.text import detect_language


@dataclass(frozen=True)
class _Reading:
    """A source with its words, its groups, and a number that stands for the two in the memory."""

    source: ComparedSource
    groups: Groups
    key: int
    words: NamedWords
    language: str
    captions: npt.NDArray[np.bool_]
    memory: Memory

    @property
    def wordings(self) -> Wordings:
        """What reasons are told from."""
        places = partial(passage_words, self.source, self.memory)
        text = self.source.article.text
        return self.memory.get(("wordings", self.key), lambda: Wordings.of(self.words.own, text, places()))


def align_sources(sources: Sequence[ComparedSource], entities: Sequence[Entity], memory: Memory) -> Alignments:
    """Alignments of all pairs of sources, one a pair of passages, in order of the one source, best first: also those
    that hardly are, for the ledger.

    Names of one entity count as one word, as do numbers and dates of equal value. Boilerplate and repeats are never
    aligned, captions only with captions.
    """
    named = {mention: name_of(entity) for entity in entities for mention in entity.mentions}
    readings = [_reading(source, _groups(source, named, memory), memory) for source in sources]
    nearness = memory.get("nearness", Nearness)
    nearness.take_in([reading.words for reading in readings if len(reading.words.own.keys) <= MOST_WORDS])
    wordings = [reading.wordings for reading in readings]
    found: list[list[AlignedSources]] = [[] for _ in readings]
    for place, right in enumerate(readings):
        lefts = readings[:place]
        shared = [left.groups.shared(right.groups) for left in lefts]
        keys = [("aligned", left.key, right.key, names) for left, names in zip(lefts, shared, strict=True)]
        aligned = memory.all(keys, partial(_aligned, lefts, right, nearness))
        for held, left, ours, columns, names in zip(found, lefts, wordings, aligned, shared, strict=False):
            held.append(AlignedSources(left.source.id, right.source.id, columns, Grounds(ours, wordings[place], names)))
    return Alignments([pair for held in found for pair in held])


def surely(alignments: Alignments, memory: Memory) -> Alignments:
    """The alignments that are shown, those made by hand among them."""
    found = []
    for pair in alignments.found:
        shown = memory.get(("surely", *pair.columns.key), lambda: _surely(pair.columns))  # noqa: B023
        found.append(AlignedSources(pair.a, pair.b, shown, pair.grounds))
    return Alignments(found, alignments.manual)


def _surely(columns: Columns) -> Columns:
    ones, others = (np.frombuffer(held, dtype=np.intc).astype(np.intp) for held in (columns.ones, columns.others))
    return _columns(Pairs(ones, others, np.frombuffer(columns.scores)).surely())


def _columns(pairs: Pairs) -> Columns:
    ones, others = (array("i", held.astype(np.intc).tobytes()) for held in (pairs.ones, pairs.others))
    return Columns(ones, others, array("d", pairs.scores.tobytes()))


def _aligned(lefts: Sequence[_Reading], right: _Reading, nearness: Nearness, asked: Sequence[int]) -> Iterator[Columns]:
    """The alignments of those of `lefts` that are asked for with `right`, captions only with captions."""
    sides = [lefts[place] for place in asked]
    across = [len({left.language, right.language} - {""}) > 1 for left in sides]
    found = align_words([left.words for left in sides], right.words, across, nearness)
    for left, pairs in zip(sides, found, strict=True):
        checkpoint()
        alike = left.captions[pairs.ones] == right.captions[pairs.others]
        yield _columns(Pairs(pairs.ones[alike], pairs.others[alike], pairs.scores[alike]))


def _groups(source: ComparedSource, named: Mapping[str, str], memory: Memory) -> Groups:
    called = tuple(named.get(mention.id, "") for mention in source.mentions)
    return memory.get(("groups", source, called), lambda: groups_of(source, named))


def _reading(source: ComparedSource, groups: Groups, memory: Memory) -> _Reading:
    article = source.article
    key = memory.one(("words", article, groups.stretches, groups.values))
    language = article.language[:2].lower() or memory.get(("language", key), lambda: detect_language(article.text))
    own = memory.get(("vocabulary", key), lambda: _vocabulary(source, groups, language, memory))
    words = memory.get(("named words", key, groups.names), lambda: _named_words(source, own, groups))
    captions = np.array([passage.kind == "caption" for passage in source.passages], dtype=bool)
    return _Reading(source, groups, key, words, language, captions, memory)


def _vocabulary(source: ComparedSource, groups: Groups, language: str, memory: Memory) -> Vocabulary:
    words = groups.words(passage_words(source, memory), language)
    return Vocabulary(words, {str(number) for number in groups.values})


def passage_words(source: ComparedSource, memory: Memory) -> list[WordsInPlace]:
    """The words of each passage of a source."""
    spans = [passage.span for passage in source.passages]
    return memory.get(("passage words", source.article), lambda: words_in_place(source.article.text, spans))


def _named_words(source: ComparedSource, own: Vocabulary, groups: Groups) -> NamedWords:
    usable = np.array([p.kind != "boilerplate" and p.repeats is None for p in source.passages], dtype=bool)
    return NamedWords(own, ["", *(groups.names[int(number)] for number in own.groups[1:])], usable)
