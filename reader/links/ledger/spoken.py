"""Whom a source quotes, and what two sources give as said of one matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reader.links.alignments import Columns
from reader.links.ledger import words
from reader.links.ledger.credits import credited_to
from reader.links.values import ComparedSource
from reader.mentions import ENTITY_KINDS, Attribution, Mention
from reader.stopping import checkpoint
from reader.text import Span, detect_language

_NAMED = frozenset({"outlet", "official", "named", "document"})
_UNNAMED = frozenset({"official", "unnamed", "document"})
_SAYING_OF_ONE_MATTER = 0.5
"""Least score of aligned passages, or their neighbours, in which somebody named may be the origin of the same."""
_SAID_OF_IT, _SAID_BY_ANYBODY, _LONGEST = 2, 3, 2000
"""How many words but the speaker's such passages must share, the second where the speaker is a bare word such as
"police"; code points of a passage that are read."""
_SAID_IN_TWO_LANGUAGES = 1
"""The same where only names and numbers can be the same."""
_PLACES = frozenset({"place", "nationality"})
_DOCUMENT_OF = re.compile(
    r"(?i)(?:[^\W\d_]+ ){1,3}(?:(?:published|released|issued|printed|written) )?(?:by|in|of|from) "
    r"(?:(?:the|a|an|journal|magazine|newspaper|paper) ){0,3}"
)
"""What stands between a document and whose it is: "a study published in the journal Nature"."""
_FAR = 80
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """An attribution in its source, with the words that describe an unnamed speaker; a credit has no mention.

    `speaker` is the mention of the name of whoever speaks, "" where none is named.
    """

    source: str
    mention: Mention | None
    passage: int
    descriptor: frozenset[str] = frozenset()
    speaker: str = ""


class Spoken:
    """Whom one source quotes: the `named`, and at which passages `others`, by what describes them; the `credits` are
    those it is credited to, by name."""

    def __init__(self, source: ComparedSource) -> None:
        self._source, self._stems = source, dict[int, frozenset[str]]()
        self.language = source.article.language[:2].lower() or detect_language(source.article.text)
        self.named: list[Said] = []
        self.others: dict[int, dict[frozenset[str], Said]] = defaultdict(dict)
        names = _Names(source)
        for mention in source.mentions:
            checkpoint()
            value = mention.value
            if not isinstance(value, Attribution) or value.speaker_kind == "hearsay":
                continue
            speaker = names.of(value)
            passage = names.passage(mention.span.start)
            said = Said(source.id, mention, passage, _descriptor(value.speaker), speaker)
            if speaker and value.speaker_kind in _NAMED:
                self.named.append(said)
            elif value.speaker_kind in _UNNAMED and said.descriptor:
                self.others[passage].setdefault(said.descriptor, said)  # of several alike the first speaks for all
        self.credits = [(name, Said(source.id, None, passage)) for name, passage in credited_to(source)]

    def stems(self, passage: int) -> frozenset[str]:
        """The telling words of a passage, read once."""
        found = self._stems.get(passage)
        if found is None:
            span = self._source.passages[passage].span
            said = self._source.article.text[span.start : min(span.end, span.start + _LONGEST)]
            self._stems[passage] = found = _descriptor(said)
        return found


class Voices:
    """What a source `spoken` gives as said by somebody whom others may quote too: by name, `near` each passage.

    `heard` are the passages where anybody speaks.
    """

    def __init__(self, spoken: Spoken, named: Iterable[tuple[str, Said]]) -> None:
        self.spoken = spoken
        self.near: dict[int, dict[str, list[Said]]] = {}
        for name, said in named:
            for passage in range(max(0, said.passage - 1), said.passage + 2):
                self.near.setdefault(passage, {}).setdefault(name, []).append(said)
        self.heard = self.near.keys() | spoken.others.keys()


class OneMatter(NamedTuple):
    """What two sources give as said of one matter: by whom they both name, and by speakers that are described alike."""

    named: frozenset[Said]
    alike: tuple[tuple[Said, Said], ...]


def of_one_matter(a: Voices, b: Voices, columns: Columns) -> OneMatter:
    """What is said where two sources tell of the same: that both quote one agency of other matters is no one origin."""
    named: set[Said] = set()
    alike: list[tuple[Said, Said]] = []
    languages = {a.spoken.language, b.spoken.language} - {""}
    needed = _SAID_IN_TWO_LANGUAGES if len(languages) > 1 else _SAID_OF_IT
    for i, j, score in columns:
        if i not in a.heard or j not in b.heard:
            continue
        ours, theirs = a.near.get(i), b.near.get(j)
        if ours and theirs and score >= _SAYING_OF_ONE_MATTER and not ours.keys().isdisjoint(theirs):
            checkpoint()
            said = a.spoken.stems(i) & b.spoken.stems(j)
            for name in ours.keys() & theirs.keys() if len(said) >= needed else ():
                both = (*ours[name], *theirs[name])
                if len(said.difference(*(one.descriptor for one in both))) >= needed:
                    named.update(both)
        if i in a.spoken.others and j in b.spoken.others:
            checkpoint()
            alike += _alike(a.spoken, i, b.spoken, j)
    return OneMatter(frozenset(named), tuple(alike))


def _alike(a: Spoken, i: int, b: Spoken, j: int) -> Iterator[tuple[Said, Said]]:
    """Speakers without a name, described alike and said to say the same, in the same words, in two passages."""
    for descriptor, one in a.others[i].items():
        needed = _SAID_OF_IT if len(descriptor) > 1 else _SAID_BY_ANYBODY
        if descriptor in b.others[j] and len((a.stems(i) & b.stems(j)) - descriptor) >= needed:
            yield one, b.others[j][descriptor]


class _Names:
    """Looks up the passage of a place and the name at a speaker's span."""

    def __init__(self, source: ComparedSource) -> None:
        self._text = source.article.text
        self._passages = [passage.span.start for passage in source.passages]
        self._named = [(mention.span, mention.id) for mention in source.mentions if mention.kind in ENTITY_KINDS]
        self._places = {mention.span for mention in source.mentions if mention.kind in _PLACES}
        self._starts = [span.start for span, _ in self._named]

    def passage(self, place: int) -> int:
        return max(0, bisect_right(self._passages, place) - 1)

    def of(self, value: Attribution) -> str:
        """The name that is the speaker's: the last one in the span when it is an outlet, else the first."""
        span = value.speaker_span
        if span is not None and value.speaker_kind == "document" and (author := self._author(span)):
            return author
        if span is None or not any(c.isupper() for c in value.speaker):
            return ""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        inside = [name for place, name in self._named[max(0, low - 1) : high] if place.overlaps(span)]
        if not inside:
            return ""
        # "the commander of Hezbollah in Aleppo" is not Hezbollah: a lower-case description names nobody
        first = value.speaker.split()[0]
        if first.islower() or first in ("The", "A", "An"):
            return ""
        return inside[-1] if value.speaker_kind == "outlet" else inside[0]

    def _author(self, document: Span) -> str:
        """The name of those whose document this is, or who published it."""
        at = bisect_left(self._starts, document.start)
        for place, name in self._named[at : at + 1]:
            between = self._text[document.start : min(place.start, document.start + _FAR)]
            if place not in self._places and _DOCUMENT_OF.fullmatch(between):
                return name
        return ""


def _descriptor(said: str) -> frozenset[str]:
    found = (word for word in _WORD.findall(said) if word.lower() not in words.STOP)
    return frozenset(words.stem(word) for word in found)
