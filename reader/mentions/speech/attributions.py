"""Find who is said to say something: a name, an office, a paper, a document, somebody unnamed, or nobody at all."""

from __future__ import annotations

import re
from itertools import takewhile

from reader.mentions.speech.cues import PRONOUNS, Cues, cues_of, phrase_words, speaker_kind
from reader.mentions.values import Attribution, Mention, SpeakerKind
from reader.stopping import checkpoint
from reader.text import Article, Block, Span

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_BREAK = re.compile(r"[.!?]\s|[;:—–()\[\]“”„«»\"]|\s[-–—]\s")
# A noun phrase does not reach over these words.
_EDGES = phrase_words("edges")
_DETERMINERS = phrase_words("determiners")
_SKIPPED = phrase_words("skipped")
_WINDOW = 200
_ANTECEDENT = 600
_PHRASE_WORDS = 9
# These are nouns or adjectives as often as verbs of saying: a clause or a quotation must follow.
_DOUBTFUL = phrase_words("doubtful")
_PARTICIPLES = frozenset({"adding", "noting", "saying", "warning"})
_HEARER_FOLLOWS = frozenset({"told", "tells"})
_AUXILIARIES = phrase_words("auxiliaries")
VENUES = frozenset({"in an interview with", "speaking to", "as told to"})
_CLAUSE = re.compile(r"\s*(?:,|:|that\b|the\b|it\b|he\b|she\b|they\b|there\b|out\b|[“\"«„‘]|\b[A-Z\d])")


def find_attributions(article: Article) -> list[Mention]:
    """Mentions of kind *attribution*, sorted by place; the span covers speaker and cue when they touch, else the cue.

    A pronoun stands for the speaker named last, at most 600 code points before.
    """
    cues = cues_of(article.language)
    found: list[Mention] = []
    named: Attribution | None = None
    for block in article.blocks:
        if block.kind in ("boilerplate", "byline"):
            continue
        here = _in_block(article.text, block, cues)
        for cue, speaker in sorted(here, key=lambda pair: pair[0].start):
            mention, named = _mention(article.text, block, cue, speaker, named)
            if mention and not (found and found[-1].span.end > mention.span.start):
                found.append(mention)
    return found


def _in_block(text: str, block: Block, cues: Cues) -> list[tuple[Span, Span | None]]:
    """Cues of one block with their speaker; None for hearsay."""
    checkpoint()
    start, end = block.span.start, block.span.end
    here: list[tuple[Span, Span | None]] = [(Span(*m.span()), None) for m in cues.hearsay.finditer(text, start, end)]
    taken = [cue for cue, _ in here]
    for match in cues.preposed.finditer(text, start, end):
        cue = Span(*match.span())
        speaker = _phrase_after(text, cue.end, end)
        if speaker:
            here.append((cue, speaker))
            taken.append(cue)
    busy = {position for cue in taken for position in range(cue.start, cue.end)}
    for match in cues.saying.finditer(text, start, end):
        checkpoint()
        cue = Span(*match.span())
        if cue.start in busy:
            continue
        speaker = _speaker_of_verb(text, cue, block.span)
        if speaker:
            here.append((cue, speaker))
    return here


def _speaker_of_verb(text: str, cue: Span, block: Span) -> Span | None:
    """The subject before the verb, or after it when the sentence is turned round ("…, said Horowitz").

    A participle (", adding that") has no subject of its own: its cue stands for the speaker, as a pronoun would.
    """
    if text[cue.start : cue.end] in _PARTICIPLES:
        return cue if text[max(0, cue.start - 2) : cue.start] == ", " else None
    if text[cue.start : cue.end] in _DOUBTFUL and not _CLAUSE.match(text, cue.end, min(block.end, cue.end + 12)):
        return None
    before = text[max(block.start, cue.start - 3) : cue.start].strip()
    turned = (not before or before[-1] in ',”"’»“?!–—-') and cue.of(text) not in _HEARER_FOLLOWS
    after = _phrase_after(text, cue.end, block.end, near=True) if turned else None
    return after or _phrase_before(text, cue.start, block.start)


def _phrase_before(text: str, at: int, start: int) -> Span | None:
    """The noun phrase that ends just before `at`, stepping back over adverbs and one clause between commas."""
    low = max(start, at - _WINDOW)
    window = text[low:at]
    cut = max((m.end() for m in _BREAK.finditer(window)), default=0)
    clause = window[cut:].rstrip()
    if clause.endswith(","):
        comma = clause[:-1].rfind(",")
        if comma < 0:
            return None
        apposed = _WORD.findall(clause[comma:])
        is_name = 1 < len(apposed) <= 4 and all(word[0].isupper() for word in apposed)
        clause = clause[:-1] if is_name else clause[:comma]  # "The mayor, Otto Brandt, told …"
    comma = clause.rfind(",")
    words = list(_WORD.finditer(clause, comma + 1))
    while words and words[-1].group().lower() in _SKIPPED:
        words.pop()
    if words and words[-1].group().lower() in PRONOUNS:
        words = words[-1:]
    kept: list[re.Match[str]] = []
    for word in reversed(words[-_PHRASE_WORDS:]):
        if word.group().lower() in _EDGES:
            break
        kept.insert(0, word)
    return _trimmed(text, [Span(low + cut + w.start(), low + cut + w.end()) for w in kept])


def _phrase_after(text: str, at: int, end: int, *, near: bool = False) -> Span | None:
    """The noun phrase that begins just after `at`; `near` wants a name or a kind of speaker there at once."""
    window = text[at : min(end, at + _WINDOW)]
    cut = min((m.start() for m in _BREAK.finditer(window)), default=len(window))
    comma = window.find(",", 0, cut)
    words = list(_WORD.finditer(window, 0, cut if comma < 0 else comma))[:_PHRASE_WORDS]
    kept = list(takewhile(lambda word: word.group().lower() not in _EDGES | _AUXILIARIES, words))
    if near and kept:
        first, following = kept[0].group(), words[len(kept)].group().lower() if len(kept) < len(words) else ""
        # "said Meridian would pay": what follows is said, it is not who says it
        if not (first[0].isupper() or first in _DETERMINERS | PRONOUNS) or following in _AUXILIARIES:
            return None
    return _trimmed(text, [Span(at + w.start(), at + w.end()) for w in kept])


def _trimmed(text: str, words: list[Span]) -> Span | None:
    """The part of some words that can speak: from the first determiner, name or kind of speaker on."""
    for index, word in enumerate(words):
        said = word.of(text)
        if (
            said[0].isupper()
            or said.lower() in _DETERMINERS
            or speaker_kind([said.lower()])
            or said.lower() in PRONOUNS
        ):
            span = Span(word.start, words[-1].end)
            lowered = [w.of(text).lower() for w in words[index:]]
            capital = any(w.of(text)[0].isupper() or "-" in w.of(text) for w in words[index:])
            return span if capital or speaker_kind(lowered) or lowered[0] in PRONOUNS else None
    return None


def _mention(
    text: str, block: Block, cue: Span, speaker: Span | None, named: Attribution | None
) -> tuple[Mention | None, Attribution | None]:
    """The mention of one cue, and the speaker that a later pronoun would mean."""
    content = _sentence(text, cue, block.span)
    if speaker is None:
        value = Attribution("", "hearsay", cue.of(text), None, content)
        return Mention(cue, cue.of(text), "attribution", value, evidence="nobody is named"), named
    words = [w.group() for w in _WORD.finditer(speaker.of(text))]
    if speaker == cue or (len(words) == 1 and words[0].lower() in PRONOUNS):
        close = named and named.speaker_span and cue.start - named.speaker_span.end <= _ANTECEDENT
        if not named or not close:
            return None, named
        value = Attribution(named.speaker, named.speaker_kind, cue.of(text), named.speaker_span, content)
        span = _joined(cue, speaker)
        return Mention(span, span.of(text), "attribution", value, evidence=f"“{words[0]}” is {named.speaker}"), named
    kind, name = _described(text, speaker)
    value = Attribution(name.of(text), kind, cue.of(text), name, content)
    span = _joined(cue, speaker)
    mention = Mention(span, span.of(text), "attribution", value, evidence=f"{kind} speaker")
    return mention, named if cue.of(text).lower() in VENUES else value


def _described(text: str, speaker: Span) -> tuple[SpeakerKind, Span]:
    """The kind of a speaker, and the name inside the phrase when it ends in one, else the whole phrase."""
    spans = [Span(speaker.start + w.start(), speaker.start + w.end()) for w in _WORD.finditer(speaker.of(text))]
    lowered = [s.of(text).lower() for s in spans]
    kind = speaker_kind(lowered)
    first = len(spans)
    while first and (spans[first - 1].of(text)[0].isupper() or re.match(r"(?:al|el|ad|as|ar)-\w", lowered[first - 1])):
        first -= 1
    if first == 0 and lowered[0] in _DETERMINERS:
        first = 1
    nouns = {"of", "for", "in", "from"} & set(lowered)
    if first == len(spans) or (first and nouns):
        return kind or "unnamed", speaker
    return kind if kind == "outlet" else _office_or_name(lowered[first:]), Span(spans[first].start, speaker.end)


def _office_or_name(lowered: list[str]) -> SpeakerKind:
    """An office ("the Ministry", "Police") when its last word is one, else a name."""
    last = speaker_kind(lowered[-1:])
    return last if last and (last != "unnamed" or len(lowered) == 1) else "named"


def _joined(cue: Span, speaker: Span) -> Span:
    gap = max(cue.start - speaker.end, speaker.start - cue.end)
    return Span(min(cue.start, speaker.start), max(cue.end, speaker.end)) if gap <= 12 else cue


def _sentence(text: str, cue: Span, block: Span) -> Span:
    """The sentence around a cue, 400 code points either side at most."""
    low, high = max(block.start, cue.start - 400), min(block.end, cue.end + 400)
    left = max((m.end() for m in re.finditer(r"[.!?][”’\")]*\s", text[low : cue.start])), default=0)
    right = re.search(r"[.!?](?=[”’\")]*(?:\s|$))", text[cue.end : high])
    return Span(low + left, cue.end + right.end() if right else high)
