"""Words of an article as the entity finder sees them, and how often each is written with and without a capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.mentions.entities.gazetteer import common_words, cues, name_key
from reader.mentions.words.language import language_of
from reader.stopping import checkpoint
from reader.text import Article

# A dotted acronym (U.S.), or letters and digits with inner apostrophes and marks (Ha'aretz, A380, naïve).
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,6}(?![^\W_])|[^\W_]+(?:[\u0300-\u036f\u064b-\u065f\u0670]+[^\W_]*)*(?:['’ʼ‘](?=[^\W\d_])[^\W_]+)*"
)
# What ends a sentence, so that the capital of the next word says little.
_BREAK = re.compile(r"[.!?…:;•*\n\r\t|–—]|[\"“”«»„‘]$|^[\"“”«»„‘]|\( ?$|- $|\[$|''|``")
_END = re.compile(r"[.!?…\n]")


@dataclass(slots=True)
class Word:
    """One word: its place, itself casefolded (without possessive), whether it is capitalised, and how much that says.

    `weak` is set where any word would have a capital: sentence-first, in title case, in capitals.
    `gap` is the text between the word before and this one; `length` leaves the possessive ending out of `end`.
    """

    start: int
    end: int
    text: str
    low: str
    cap: bool
    weak: bool
    gap: str
    first: bool = False
    possessive: bool = False


@dataclass(slots=True)
class Evidence:
    """How often words occur in small letters (`lower`) and capitalised where only a name would be (`inside`).

    `pairs` counts two capitalised words in a row inside a sentence ("white house"); `seen` and `seen_pairs` hold what
    has a capital anywhere.
    """

    lower: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    seen_pairs: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of_words(cls, words: Iterable[Word]) -> Evidence:
        """What the words of one article show."""
        found = cls()
        last: Word | None = None
        for word in words:
            if word.weak:
                checkpoint()
            if word.cap:
                found.seen.add(word.low)
                if not word.weak:
                    found.inside[word.low] += 1
                if last is not None and word.gap == " ":
                    found.seen_pairs.add((last.low, word.low))
                    if not word.weak and last.cap and not last.possessive:
                        found.pairs[last.low, word.low] += 1
            else:
                found.lower[word.low] += 1
            last = word
        return found

    @classmethod
    def of_all(cls, parts: Iterable[Evidence]) -> Evidence:
        """The evidence of several articles together."""
        found = cls()
        for part in parts:
            found.lower.update(part.lower)
            found.inside.update(part.inside)
            found.pairs.update(part.pairs)
        return found

    def verdict(self, low: str) -> tuple[bool, bool, bool]:
        """Seen at all; more often a name than not; too often in small letters for a capital to mean a name."""
        inside, lower = self.inside[low], self.lower[low]
        return bool(inside or lower), inside > lower, lower >= 3 and inside * 4 <= lower

    def news_for(self, own: Evidence) -> frozenset[str | tuple[str, str]]:
        """Words and pairs of an article on which this evidence says something else than the article's `own`."""
        words = {low for low in own.seen if self.verdict(low) != own.verdict(low)}
        pairs = {pair for pair in own.seen_pairs if bool(self.pairs[pair]) != bool(own.pairs[pair])}
        return frozenset(words | pairs)


def words_of(article: Article) -> tuple[list[Word], str]:
    """All words of the article in order, and its language."""
    text = article.text
    found: list[Word] = []
    previous = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        raw = match.group()
        marked = not raw.isalpha()
        elided = _elision(raw) if marked else 0
        if elided:  # l'Espagne, dell'Aquila: two words
            gap = text[previous:start]
            found.append(Word(start, start + elided, raw[:elided], raw[:elided], False, False, gap))
            previous, start, raw = start + elided, start + elided + 1, raw[elided + 1 :]
        possessive = marked and end - start > 2 and raw[-1] in "sS" and raw[-2] in "'’ʼ‘"
        if possessive:
            raw, end = raw[:-2], end - 2
        gap = text[previous:start]
        first = not found or ((len(gap) > 1 or gap not in " -'’") and _breaks(gap, found[-1]))
        found.append(Word(start, end, raw, _low(raw), _is_capital(raw), first, gap, first, possessive))
        previous = match.end()
        if first:
            checkpoint()
    language = language_of(article)[:2].casefold()
    if language == "tr":
        _cut_suffixes(found)
    _weaken_headings(article, found, language)
    return found, language


def _low(raw: str) -> str:
    return raw.casefold().replace("’", "'")


def _elision(raw: str) -> int:
    """The length of an elided article or preposition before a capital (l'Espagne: 1), 0 when there is none."""
    for mark in ("'", "’"):
        at = raw.find(mark)
        if 0 < at < 6 and raw[:at].islower() and raw[at + 1 : at + 2].isupper():
            return at
    return 0


def _is_capital(raw: str) -> bool:
    head = raw[0]
    if head.isupper() or (head.isdigit() and raw[-1].isupper() and len(raw) < 4):  # Rome, 3M, 5G
        return True
    return len(raw) > 2 and head.islower() and raw[1].isupper() and raw[1:].isalpha()  # iPhone


def _cut_suffixes(words: list[Word]) -> None:
    """Turkish sets case endings off from names by an apostrophe: Ankara'da is Ankara."""
    for word in words:
        at = max(word.text.find("'"), word.text.find("’"))
        if word.cap and at > 1 and word.text[at + 1 :].islower():
            word.text, word.end, word.possessive = word.text[:at], word.start + at, True
            word.low = _low(word.text)


def key_of(words: list[Word]) -> str:
    """The look-up key of words that follow each other."""
    return name_key("".join(("'" if i and w.gap in ("'", "’") else " ") + w.text for i, w in enumerate(words)))


def _breaks(gap: str, before: Word) -> bool:
    if gap in (". ", ".") and (before.low in cues("abbreviation") or (before.cap and len(before.text) == 1)):
        return False
    return bool(_BREAK.search(gap))


def _weaken_headings(article: Article, words: list[Word], language: str) -> None:
    """Mark the words of title-case lines and of lines in capitals as weak."""
    at = 0
    for block in article.blocks:
        start, end = block.span.start, block.span.end
        while at < len(words) and words[at].start < start:
            at += 1
        first = at
        while at < len(words) and words[at].start < end:
            # each sentence is judged for itself, so that a headline glued to a text is seen too
            if at > first and words[at].first and _END.search(words[at].gap):
                _weaken_sentence(words[first:at], article.text, language)
                first = at
            at += 1
        _weaken_sentence(words[first:at], article.text, language)


def _weaken_sentence(sentence: list[Word], text: str, language: str) -> None:
    letters = [w for w in sentence if w.text[0].isalpha()]
    if len(letters) < 2:
        return
    shouting = sum(1 for w in letters if w.text.isupper() and len(w.text) > 1)
    content = [w for w in letters if not is_function(w.low, language) and len(w.text) > 2]
    capital = sum(1 for w in content if w.cap)
    after = text[sentence[-1].end : sentence[-1].end + 3]
    ended = "." in after and sentence[-1].low not in cues("abbreviation")
    enough = len(content) >= (4 if ended or len(letters) > 6 else 1)
    title_case = enough and capital >= (0.75 if len(content) >= 4 and not ended else 1.0) * len(content)
    if (shouting >= 2 and shouting >= 0.7 * len(letters)) or title_case:
        for word in sentence:
            word.weak = True


def is_function(word: str, language: str) -> bool:
    """Whether `word` (casefolded) is an article, pronoun, preposition or the like in the language."""
    return word in (cues(f"function {language}") or cues("function en"))


def is_calendar(word: str, language: str) -> bool:
    """Whether `word` (casefolded) is a month, a day or a feast in the language or in English."""
    return word in cues("calendar en") or word in cues(f"calendar {language}")


def is_common(word: str, language: str) -> bool:
    """Whether `word` (casefolded) is a common word, a function word or a calendar word of the language."""
    return word in common_words(language) or is_function(word, language) or is_calendar(word, language)
