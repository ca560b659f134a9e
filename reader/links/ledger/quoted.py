"""Words that several accounts quote: the claim of each rests on whoever said them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from reader.links.ledger.judging.quotations import quoted_words
from reader.links.values import ComparedSource, Origin, Side
from reader.mentions import Mention, Quotation

_LEAST = 6
"""Words from which nobody says the same by chance."""
_SHOWN = 6
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "who", "it"})

_Quoted = list[tuple[str, int, Mention]]


def quoted_origins(sources: Sequence[ComparedSource], found: Sequence[Origin]) -> list[Origin]:
    """One origin for each speaker whom the same sources quote word for word, but for what `found` tells already."""
    places: dict[tuple[str, ...], dict[str, tuple[str, int, Mention]]] = defaultdict(dict)
    for source in sources:
        starts = [passage.span.start for passage in source.passages]
        for mention in source.mentions:
            if isinstance(mention.value, Quotation) and len(said := quoted_words(mention.value)) >= _LEAST:
                passage = max(0, bisect_right(starts, mention.span.start) - 1)
                places[said].setdefault(source.id, (source.id, passage, mention))
    told = [{(side.source, n) for side in origin.passages for n in side.passages} for origin in found]
    by_speaker: dict[tuple[tuple[str, ...], str], _Quoted] = defaultdict(list)
    for held in places.values():
        if len(held) > 1 and not any({(s, n) for s, n, _ in held.values()} <= known for known in told):
            by_speaker[tuple(held), _speaker([mention for _, _, mention in held.values()])] += held.values()
    return [_origin(names, speaker, quoted) for (names, speaker), quoted in by_speaker.items()]


def _speaker(mentions: Sequence[Mention]) -> str:
    """Who is said to have said it, by a name or a description; "" where no account tells."""
    speakers = [mention.value.speaker for mention in mentions if isinstance(mention.value, Quotation)]
    return next((speaker for speaker in speakers if speaker and speaker.casefold() not in _PRONOUNS), "")


def _origin(names: tuple[str, ...], speaker: str, quoted: _Quoted) -> Origin:
    shown = " ".join(quoted[0][2].text.strip("“”\"'«»„").split()[:_SHOWN])
    label = speaker or f"Quoted words: “{shown} …”"
    told = f"{', '.join(names[:-1])} and {names[-1]} quote the same words" + (f" of {speaker}" if speaker else "")
    sides = tuple(Side(name, tuple(sorted({n for s, n, _ in quoted if s == name}))) for name in names)
    return Origin(label, names, tuple(mention.id for _, _, mention in quoted), told, sides)
