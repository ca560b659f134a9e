"""Find who is said to say something: a name, an office, a paper, a document, somebody unnamed, or nobody at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.mentions.speech.cues import PRONOUNS, Cues, cues_of, phrase_words
from reader.mentions.speech.speakers import WORD, described, phrase_after, phrase_before
from reader.mentions.values import Attribution, Mention
from reader.mentions.words.language import language_of
from reader.stopping import checkpoint
from reader.text import Article, Block, Span, lowered

_ANTECEDENT = 600
_PERSON_BEFORE = 300
# These are nouns or adjectives as often as verbs of saying: a clause or a quotation must follow.
_DOUBTFUL = phrase_words("doubtful")
# Behind these stands what is named, never who names it.
_NAMING = phrase_words("naming")
_PARTICIPLES = frozenset({"adding", "noting", "saying", "warning"})
_HEARER_FOLLOWS = frozenset({"told", "tells"})
_PERSON = frozenset({"he", "she", "him", "her"})
VENUES = frozenset({"in an interview with", "speaking to", "as told to"})
_CLAUSE = re.compile(r"\s*(?:,|:|that\b|the\b|it\b|he\b|she\b|they\b|there\b|out\b|[“\"«„‘]|\b[A-Z\d])")
_THAT = re.compile(r"\s+that\b")
_HAVING = re.compile(r"\b(?:a|ha|had|has|have|avait|aveva|hanno|ont|hat|heeft|había|han)\s+$")
_MARK = '”"’»“'
_QUOTED_BEFORE = re.compile(rf"(?:[,?!…]\s?[{_MARK}]|[{_MARK}],)\s[^.!?“”\"«»]{{0,70}}$")
_QUOTED_AFTER = re.compile(r"[^.!?\n“”\"«»]{0,60}[“\"«„‘]")
_NO_QUESTION = re.compile(r"\s+(?:to|not|for|about|him|her|them|if|whether)\b")


def find_attributions(article: Article, people: Sequence[Mention] = ()) -> list[Mention]:
    """Mentions of kind *attribution*, sorted by place; the span covers speaker and cue when they touch, else the cue.

    A pronoun stands for the speaker named last, at most 600 code points before, or for the only one of the `people`
    (mentions of persons, sorted) in the 300 before it.
    """
    cues = cues_of(language_of(article))
    low = lowered(article.text)
    found: list[Mention] = []
    named: Attribution | None = None
    for block in article.blocks:
        if block.kind in ("boilerplate", "byline"):
            continue
        here = _in_block(article.text, low, block, cues)
        for cue, speaker in sorted(here, key=lambda pair: pair[0].start):
            mention, named = _mention(article.text, block, cue, speaker, named, people)
            if mention and not (found and found[-1].span.end > mention.span.start):
                found.append(mention)
    return found


def _in_block(text: str, low: str, block: Block, cues: Cues) -> list[tuple[Span, Span | None]]:
    """Cues of one block with their speaker; None for hearsay. `low` is the text in small letters."""
    checkpoint()
    start, end = block.span.start, block.span.end
    rumours: list[Span] = []
    if any(map(low[start:end].__contains__, cues.hearsay_pieces)):
        rumours = [Span(*m.span()) for m in cues.hearsay.finditer(low, start, end)]
    here: list[tuple[Span, Span | None]] = [(cue, None) for cue in rumours]
    taken = rumours.copy()
    for pattern in filter(None, (cues.preposed, cues.postposed)):
        for match in pattern.finditer(text, start, end):
            cue = Span(*match.span())
            before = pattern is cues.postposed
            speaker = phrase_before(text, cue.start, start) if before else phrase_after(text, cue.end, end, plain=True)
            if speaker and not any(speaker.start < other.end and other.start < speaker.end for other in rumours):
                here.append((cue, speaker))
                taken.append(cue)
    busy = {position for cue in taken for position in range(cue.start, cue.end)}
    for match in cues.saying.finditer(text, start, end):
        checkpoint()
        cue = Span(*match.span())
        if cue.start in busy or not _speaks(text, cue, block.span, cues):
            continue
        speaker = _speaker_of_verb(text, cue, block.span)
        if speaker:
            here.append((cue, speaker))
    return here


def _speaks(text: str, cue: Span, block: Span, cues: Cues) -> bool:
    """Whether a verb that does not always mean saying does so here."""
    verb = cue.of(text)
    if verb in cues.that:
        return _THAT.match(text, cue.end, block.end) is not None
    if verb not in cues.quoting and verb not in _DOUBTFUL:
        return True
    if _QUOTED_BEFORE.search(text, max(block.start, cue.start - 90), cue.start):
        return not (verb in cues.quoting and _NO_QUESTION.match(text, cue.end))
    if verb in cues.quoting:
        return _QUOTED_AFTER.match(text, cue.end, min(block.end, cue.end + 62)) is not None
    return _CLAUSE.match(text, cue.end, min(block.end, cue.end + 12)) is not None


def _speaker_of_verb(text: str, cue: Span, block: Span) -> Span | None:
    """The subject before the verb, or after it when the sentence is turned round ("…, said Horowitz").

    A participle (", adding that") has no subject of its own: its cue stands for the speaker, as a pronoun would.
    """
    verb = cue.of(text)
    if verb in _PARTICIPLES:
        return cue if text[max(0, cue.start - 2) : cue.start] == ", " else None
    having = _HAVING.search(text, max(block.start, cue.start - 8), cue.start)
    at = having.start() if having else cue.start
    before = text[max(block.start, at - 3) : at].strip()
    turned = (not before or before[-1] in _MARK + "?!–—-,،") and verb not in _HEARER_FOLLOWS
    turned = turned and (verb not in _NAMING or before.rstrip(",")[-1:] in tuple(_MARK + "?!"))
    plain = verb not in _DOUBTFUL
    after = phrase_after(text, cue.end, block.end, near=True, plain=plain) if turned else None
    found = after or phrase_before(text, at, block.start, plain=plain and not turned)
    return found or (_before_quotation(text, cue.start, block.start) if before[-1:] in tuple(_MARK) else None)


def _before_quotation(text: str, at: int, start: int) -> Span | None:
    """The phrase before words in quotation marks that end just before `at`: "Olsen, “…” dedi"."""
    low = max(start, at - 400)
    opening = max(text.rfind(mark, low, at - 2) for mark in '“«"')
    if opening <= low:
        return None
    return phrase_before(text, low + len(text[low:opening].rstrip(" ,:")), start)


def _mention(
    text: str,
    block: Block,
    cue: Span,
    speaker: Span | None,
    named: Attribution | None,
    people: Sequence[Mention],
) -> tuple[Mention | None, Attribution | None]:
    """The mention of one cue, and the speaker that a later pronoun would mean."""
    content = _sentence(text, cue, block.span)
    if speaker is None:
        value = Attribution("", "hearsay", cue.of(text), None, content)
        return Mention(cue, cue.of(text), "attribution", value, evidence="nobody is named"), named
    words = [w.group() for w in WORD.finditer(speaker.of(text))]
    if speaker == cue or (len(words) == 1 and words[0].lower() in PRONOUNS):
        close = named and named.speaker_span and cue.start - named.speaker_span.end <= _ANTECEDENT
        known = named if close else _only_person(text, block, speaker, people)
        if known is None:
            return None, named
        value = Attribution(known.speaker, known.speaker_kind, cue.of(text), known.speaker_span, content)
        span = _joined(cue, speaker)
        return Mention(span, span.of(text), "attribution", value, evidence=f"“{words[0]}” is {known.speaker}"), value
    kind, name = described(text, speaker)
    value = Attribution(name.of(text), kind, cue.of(text), name, content)
    span = _joined(cue, speaker)
    mention = Mention(span, span.of(text), "attribution", value, evidence=f"{kind} speaker")
    return mention, named if cue.of(text).lower() in VENUES else value


def _only_person(text: str, block: Block, pronoun: Span, people: Sequence[Mention]) -> Attribution | None:
    """The person that "he" or "she" means where only one was mentioned just before, and not within quoted words."""
    if pronoun.of(text).lower() not in _PERSON:
        return None
    low = max(block.span.start, pronoun.start - _PERSON_BEFORE)
    first = bisect_left(people, low, key=lambda m: m.span.start)
    near = people[first : bisect_left(people, pronoun.start, key=lambda m: m.span.start)]
    near = [m for m in near if not _within_marks(text[m.span.end : pronoun.start])]
    if not near or len({m.text.split()[-1] for m in near}) > 1:
        return None
    return Attribution(near[-1].text, "named", "", near[-1].span)


def _within_marks(following: str) -> bool:
    """Whether a quotation closes after a place before another opens."""
    m = re.search(r"[“«„]|[”»]|(?<=\S)\"|\"", following)
    return m is not None and (
        m.group() in "”»" or (m.group() == '"' and following[m.start() - 1 : m.start()].strip() != "")
    )


def _joined(cue: Span, speaker: Span) -> Span:
    gap = max(cue.start - speaker.end, speaker.start - cue.end)
    return Span(min(cue.start, speaker.start), max(cue.end, speaker.end)) if gap <= 12 else cue


def _sentence(text: str, cue: Span, block: Span) -> Span:
    """The sentence around a cue, 400 code points either side at most."""
    low, high = max(block.start, cue.start - 400), min(block.end, cue.end + 400)
    left = max((m.end() for m in re.finditer(r"[.!?][”’\")]*\s", text[low : cue.start])), default=0)
    right = re.search(r"[.!?](?=[”’\")]*(?:\s|$))", text[cue.end : high])
    return Span(low + left, cue.end + right.end() if right else high)
