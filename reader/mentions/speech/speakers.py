"""Find the noun phrase before or behind a cue that can be a speaker, and tell what kind of speaker it is."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from reader.mentions.speech.cues import PRONOUNS, phrase_words, speaker_kind
from reader.mentions.values import SpeakerKind
from reader.text import Span

WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_TITLES = "".join(rf"(?<!\b{title}[.!?])" for title in sorted(phrase_words("titles")))
_BREAK = re.compile(rf"[.!?](?<!\b[A-Z][.!?]){_TITLES}\s|[;:—–()\[\]“”„«»\"]|\s[-–—]\s")
# A noun phrase does not reach over these words.
_EDGES = phrase_words("edges")
_DETERMINERS = phrase_words("determiners")
_SKIPPED = phrase_words("skipped")
_AUXILIARIES = phrase_words("auxiliaries")
_STOPS = _EDGES | _AUXILIARIES
_QUALIFIERS = phrase_words("qualifiers")
_ELIDED = re.compile(r"[dl]['’](?=\w)", re.IGNORECASE)
# "President Vale on Monday accused"
_DATED = re.compile(
    r"\s(?:on|late|early|earlier|late on|early on|earlier on)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s(?:morning|afternoon|evening|night))?$"
)
_IN_A = frozenset({"a", "an", "his", "her", "their", "its"})
_BEHIND_HEAD = frozenset({"of", "for", "in", "from", "at", "with", "who", "close", "familiar", "to", "on", "near"})
_OFFICES = frozenset({"white house", "downing street", "state department", "foreign office", "holy see"})
_WINDOW = 200
_PHRASE_WORDS = 9
_PLAIN_WORDS = 5
# Behind one of these a noun phrase begins anew; behind another edge ("at") it goes on.
_CLAUSE_OPENS = phrase_words("clause_opens")


def phrase_before(text: str, at: int, start: int, *, plain: bool = False) -> Span | None:
    """The noun phrase that ends just before `at`, stepping back over adverbs and one clause between commas.

    `plain`: an article and any noun will do ("the engineer"), for the verb leaves no doubt.
    """
    low = max(start, at - _WINDOW)
    window = text[low:at]
    cut = max((m.end() for m in _BREAK.finditer(window)), default=0)
    clause = window[cut:].rstrip()
    if clause.endswith(","):
        comma = clause[:-1].rfind(",")
        if comma < 0:
            return None
        apposed = WORD.findall(clause[comma:])
        is_name = 1 < len(apposed) <= 4 and all(word[0].isupper() for word in apposed)
        clause = clause[:-1] if is_name else clause[:comma]  # "The mayor, Otto Brandt, told …"
    clause = _DATED.sub("", clause.rstrip())
    comma = max(clause.rfind(","), clause.rfind("،"))
    words = list(WORD.finditer(clause, comma + 1))
    while words and (words[-1].group().lower() in _SKIPPED or _adverb(words[-1].group())):
        words.pop()
    if words and words[-1].group().lower() in PRONOUNS:
        words = words[-1:]
    kept: list[re.Match[str]] = []
    for word in reversed(words[-_PHRASE_WORDS:]):
        at_a_place = word.group().lower() == "at" and not any(_tells(other.group()) for other in kept)
        if word.group().lower() in _EDGES and not at_a_place:  # "a doctor at the hospital"
            plain = plain and word.group().lower() in _CLAUSE_OPENS
            break
        kept.insert(0, word)
    return _trimmed(text, [Span(low + cut + w.start(), low + cut + w.end()) for w in kept], plain=plain)


def phrase_after(text: str, at: int, end: int, *, near: bool = False, plain: bool = False) -> Span | None:
    """The noun phrase that begins just after `at`; `near` wants a name or a kind of speaker there at once."""
    window = text[at : min(end, at + _WINDOW)]
    cut = min((m.start() for m in _BREAK.finditer(window)), default=len(window))
    comma = min((c for c in (window.find(",", 0, cut), window.find("،", 0, cut)) if c >= 0), default=cut)
    words = list(WORD.finditer(window, 0, comma))[:_PHRASE_WORDS]
    kept = list(takewhile(lambda word: word.group().lower() not in _STOPS, words))
    for one, two in pairwise(kept):
        if one.group() == "in" and two.group() in _IN_A:  # "wrote the daily in an editorial"
            kept = kept[: kept.index(one)]
            break
    if near and kept:
        first, following = kept[0].group(), words[len(kept)].group().lower() if len(kept) < len(words) else ""
        # "said Meridian would pay": what follows is said, it is not who says it
        if not (is_capital(first) or first in _DETERMINERS | PRONOUNS or _ELIDED.match(first)):
            return None
        if following in _AUXILIARIES:
            return None
    return _trimmed(text, [Span(at + w.start(), at + w.end()) for w in kept], plain=plain)


def is_capital(word: str) -> bool:
    """Whether a word may begin a name: a capital, or a letter of a script without capitals."""
    return word[0].isupper() or (word[0].isalpha() and not word[0].islower())


def _tells(word: str) -> bool:
    """Whether a word alone may be a speaker: a name or a kind of one."""
    return is_capital(word) or speaker_kind([word]) is not None


def _adverb(word: str) -> bool:
    return word.islower() and word.endswith("ly") and len(word) > 4


def _trimmed(text: str, words: list[Span], *, plain: bool) -> Span | None:
    """The part of some words that can speak: from the first determiner, name or kind of speaker on."""
    for index, word in enumerate(words):
        said = word.of(text)
        lower = _ELIDED.sub("", said.lower())
        determined = said.lower() in _DETERMINERS or lower != said.lower()
        if is_capital(said) or determined or speaker_kind([lower]) or lower in PRONOUNS | _QUALIFIERS:
            rest = words[index:]
            lowered = [_ELIDED.sub("", w.of(text).lower()) for w in rest]
            capital = any(is_capital(w.of(text)) or "-" in w.of(text) for w in rest)
            known = capital or speaker_kind(lowered) is not None or lowered[0] in PRONOUNS
            noun = plain and determined and 1 < len(rest) + (lower != said.lower()) <= _PLAIN_WORDS
            return Span(word.start, words[-1].end) if known or noun else None
    return None


def described(text: str, speaker: Span) -> tuple[SpeakerKind, Span]:
    """The kind of a speaker, and the name inside the phrase when it ends in one, else the whole phrase."""
    spans = [Span(speaker.start + w.start(), speaker.start + w.end()) for w in WORD.finditer(speaker.of(text))]
    lowered = [_ELIDED.sub("", s.of(text).lower()) for s in spans]
    kind = speaker_kind(lowered)
    if not any(c.isupper() or c.islower() for c in speaker.of(text)):
        return kind or "named", speaker  # a script without capitals
    kind = speaker_kind(lowered[: _head(lowered)][-1:]) or kind
    first = len(spans)
    while first and (spans[first - 1].of(text)[0].isupper() or re.match(r"(?:al|el|ad|as|ar)-\w", lowered[first - 1])):
        first -= 1
    if first == 0 and lowered[0] in _DETERMINERS:
        first = 1
    named = _leading_name(text, spans, lowered)
    if named is not None:
        return "named", named
    nouns = {"of", "for", "in", "from"} & set(lowered)
    if first == len(spans) or (first and nouns):
        return kind or "unnamed", speaker
    return kind if kind == "outlet" else _office_or_name(lowered[first:]), Span(spans[first].start, speaker.end)


def _leading_name(text: str, spans: list[Span], lowered: list[str]) -> Span | None:
    """The name that somebody's phrase begins with: "Andrew Wells of the Valley Trust"; not "the Bank of Norvia"."""
    end = _head(lowered)
    capitals = all(is_capital(span.of(text)) for span in spans[:end])
    if not 2 <= end < len(spans) or not capitals or speaker_kind(lowered[:end]) or lowered[0] in _DETERMINERS:
        return None
    return Span(spans[0].start, spans[end - 1].end)


def _head(lowered: list[str]) -> int:
    """Where the head of the phrase ends: before "of", "for" or "who"."""
    return next((at for at, word in enumerate(lowered) if word in _BEHIND_HEAD and at), len(lowered))


def _office_or_name(lowered: list[str]) -> SpeakerKind:
    """An office ("the Ministry", "Police") when its last word is one, else a name."""
    if " ".join(lowered) in _OFFICES:
        return "official"
    last = speaker_kind(lowered[-1:])
    return last if last and (last != "unnamed" or len(lowered) == 1) else "named"
