"""Find what there was but one of: "a single bomb", "eine einzige Stimme", "un seul blessé"."""

from __future__ import annotations

import re
from functools import cache

from reader.mentions.numbers.nouns.counted import Cues, counted_thing
from reader.mentions.values import Mention, Quantity
from reader.mentions.words.vocabulary import Vocabulary
from reader.text import Hinted, Span

_DENIED = re.compile(
    r"(?:\b(?:not|never|no one|nobody|without|nor|kein\w*|nicht|nie|pas|sans|ni|sin|senza|non|nem"
    r"|sem|não|geen|niet|zonder)|n['’]t)\b[^.,;:!?\n]*$",
    re.I,
)
""" "Not a single shot": none at all."""
_REACH = 30
_ACCENTED = {"e": "[eé]", "o": "[oó]", "u": "[uú]"}
"""Letters of the tables, which have no accents, as texts may write them."""


def find_singles(text: str, cues: Cues, words: Vocabulary) -> list[Mention]:
    """The words that say there was but one, as numbers of what stands behind them."""
    pattern = _single(words)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(text):
        if not _DENIED.search(text, max(0, match.start() - _REACH), match.start()):
            span = Span(match.start(), match.end())
            counted = counted_thing(cues.around(span.start, span.end), words, [], several=False)
            if counted and counted.split()[0].casefold() not in words.words.get("not_single", ()):
                found.append(Mention(span, span.of(text), "number", Quantity(1.0, 1.0, counted=counted, precision=0.5)))
    return found


@cache
def _single(words: Vocabulary) -> Hinted | None:
    phrases = ["".join(_ACCENTED.get(c, c) for c in phrase) for phrase in sorted(words.words.get("single", ()))]
    hints = sorted({word[1:] for phrase in words.words.get("single", ()) for word in phrase.split()[-1:]})
    return Hinted(rf"\b(?:{'|'.join(phrases)})(?= [^\W\d_])", *hints) if phrases else None
