"""The words of a source with what its names are called in all sources, and what may lead from them to another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reader.links.passages.vocabulary import Features, Rows, Vocabulary, unrepeated

_GROUP = np.uint64(0xFFFFFFFF << 32)


class Index(NamedTuple):
    """The features of a source in order, each once (`known`), and `number`, which of them each is, passage by passage.

    Of each it tells how many passages have it (`counts`) and where they begin among the `places` of all.
    """

    known: Features
    number: Rows
    begin: Rows
    counts: Rows
    places: Rows


class NamedWords:
    """The words of one source, with what its groups are called in all sources (`names`, by number, "" first).

    `usable` marks the passages that may be aligned at all.
    """

    def __init__(
        self, own: Vocabulary, names: Sequence[str] = ("",), usable: npt.NDArray[np.bool_] | None = None
    ) -> None:
        self.own, self.names = own, names
        self.usable = np.ones(len(own.wordings), dtype=bool) if usable is None else usable

    @cached_property
    def keys(self) -> list[tuple[str, bool, str]]:
        """What makes a row the same as one of another source: its word, whether it is hard, and its group's name."""
        told = [self.names[group] for group in self.own.group.tolist()]
        return list(zip(self.own.words, self.own.hard.tolist(), told, strict=True))

    @cached_property
    def features(self) -> tuple[Features, Rows]:
        """What may lead from a usable passage to one of another source: stems, pairs of stems, groups; by passage."""
        own = self.own
        checks = np.array([crc32(name.encode("utf-8", "surrogatepass")) for name in self.names], dtype=np.uint64)
        passages = np.repeat(own.spoken, np.diff([*own.starts, len(own.on_end)]))
        groups = own.group[own.on_end]
        found = unrepeated(checks[groups[groups > 0]] | _GROUP, passages[groups > 0])
        features, places = (np.concatenate(parts) for parts in zip(own.features, found, strict=True))
        kept = np.flatnonzero(self.usable[places])
        kept = kept[np.argsort(places[kept], kind="stable")]
        return features[kept], places[kept]

    @cached_property
    def index(self) -> Index:
        """The features, each once, and where they stand."""
        features, places = self.features
        known, number, counts = np.unique(features, return_inverse=True, return_counts=True)
        return Index(known, number, np.cumsum(counts) - counts, counts, places[np.argsort(number, kind="stable")])

    @cached_property
    def days(self) -> npt.NDArray[np.int64]:
        """The days of the week each passage names, a bit each."""
        return np.array([sum(1 << day for day in w.days) for w in self.own.wordings], dtype=np.int64)
