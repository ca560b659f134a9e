"""Words of an article as the entity finder sees them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from reader.mentions.entities.affixes import cut_articles, cut_suffixes, folded
from reader.mentions.entities.lists.gazetteer import cues, name_key
from reader.mentions.entities.lists.small_words import function_words, is_common, words_in_capitals
from reader.mentions.entities.shapes import SHAPES
from reader.mentions.words.language import language_of
from reader.stopping import checkpoint, watched
from reader.text import PLAIN_WORD, Article, ArticleCache, WordCache

# A dotted acronym (U.S.), or letters and digits with inner apostrophes and marks (Ha'aretz, A380, naïve); one group, so
# that a text splits into words and what stands before each.
_WORD = re.compile(
    rf"({PLAIN_WORD}|(?:[^\W\d_]\.){{2,6}}(?![^\W_])"
    r"|[^\W_]+(?:[\u0300-\u036f\u064b-\u065f\u0670]+[^\W_]*)*(?:['’ʼ‘](?=[^\W\d_])[^\W_]+)*)"
)
# What ends a sentence, so that the capital of the next word says little.
_BREAK = re.compile(r"[.!?…:;•*\n\r\t|–—]|[\"“”«»„‘]$|^[\"“”«»„‘]|\( ?$|- $|\[$|''|``")
_OPENING = frozenset("([\"“„«‘'")
_ELIDED = frozenset(("l", "d", "un", "all", "dall", "dell", "nell", "sull", "qu", "lorsqu", "jusqu"))
_END = re.compile(r"[.!?…\n]")
_PIECE = 20_000


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


def words_of(article: Article) -> tuple[list[Word], str]:
    """All words of the article in order, and its language."""
    return _lately(article)


def _words(article: Article) -> tuple[list[Word], str]:
    found = _cut(article.text)
    language = language_of(article)[:2].casefold()
    if language == "tr":
        cut_suffixes(found)
    if language in ("fr", "it"):
        cut_articles(found, language)
    _weaken_headings(article, found, language)
    return found, language


_lately = ArticleCache(_words)  # the evidence of all articles is asked for first, then the names of each


def _cut(text: str) -> list[Word]:
    found: list[Word] = []
    for raw, (low, cap, marked), gap, start, end in _places(text):
        if gap == " " and not marked and found:  # most words
            found.append(Word(start, end, raw, low, cap, False, gap))
            continue
        possessive = False
        if marked:
            elided = _elision(raw)
            if elided:  # l'Espagne, dell'Aquila: two words
                found.append(Word(start, start + elided, raw[:elided], folded(raw[:elided]), False, False, gap))
                start, raw, gap = start + elided + 1, raw[elided + 1 :], raw[elided]
            possessive = len(raw) > 2 and raw[-1] in "sS" and raw[-2] in "'’ʼ‘"
            if possessive:
                raw, end = raw[:-2], end - 2
            low, cap, _ = SHAPES[raw]
        first = not found or (gap != " " and (len(gap) > 1 or gap not in "-'’") and _breaks(gap, found[-1]))
        found.append(Word(start, end, raw, low, cap, first, gap, first, possessive))
    return found


def _places(text: str) -> Iterator[tuple[str, tuple[str, bool, bool], str, int, int]]:
    """Each word with its shape, what stands between the one before and it, its start and its end."""
    tail = ""
    for begin, end in _pieces(text):
        checkpoint()
        parts = _WORD.split(text[begin:end])
        ends = [*accumulate(map(len, parts), initial=begin)][1:]
        parts[0], tail = tail + parts[0], parts[-1] if len(parts) > 1 else tail + parts[0]
        words = parts[1::2]
        yield from zip(words, map(SHAPES.__getitem__, words), parts[:-1:2], ends[:-1:2], ends[1::2], strict=True)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text cut behind blanks, so that cutting each piece into words takes little time."""
    begin = 0
    while begin < len(text):
        end = text.find(" ", begin + _PIECE) + 1 or len(text)
        yield begin, end
        begin = end


def begins_sentence(word: Word) -> bool:
    """Whether any word here would have a capital; a bracket or a quotation mark alone begins no sentence."""
    return word.weak and not (word.first and word.gap.strip() in _OPENING)


def _elision(raw: str) -> int:
    """The length of an elided article or preposition (l'Espagne, L'indice: 1), 0 when there is none."""
    for mark in ("'", "’"):
        at = raw.find(mark)
        if not 0 < at < 6:
            continue
        if (
            raw[at + 1 : at + 2].isupper()
            if raw[:at].islower()
            else raw[:at].casefold() in _ELIDED and raw[at:].islower()
        ):
            return at
    return 0


def key_of(words: list[Word]) -> str:
    """The look-up key of words that follow each other."""
    if len(words) == 1:
        return name_key(words[0].text)
    return name_key("".join([("'" if i and w.gap in ("'", "’") else " ") + w.text for i, w in enumerate(words)]))


def _breaks(gap: str, before: Word) -> bool:
    initial = before.cap and len(before.text) == 1
    if gap[0:2] == ".," or (gap[0:1] == "." and (initial or before.low in cues("abbreviation"))):
        gap = gap[1:].removesuffix("(")
    elif (gap == "." and before.text[-1].isdecimal()) or (gap == "! " and before.low in cues("exclaimed")):
        return False  # 2.6 million, E! News
    return _BREAKS[gap]


_BREAKS = WordCache(lambda gap: _BREAK.search(gap) is not None)


def _weaken_headings(article: Article, words: list[Word], language: str) -> None:
    """Mark the words of title-case lines and of lines in capitals as weak."""
    starts = [word.start for word in words]
    # each sentence is judged for itself, so that a headline glued to a text is seen too
    breaks = [number for number, word in enumerate(words) if word.first and _END.search(word.gap)]
    for block in article.blocks:
        low, high = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        inner = breaks[bisect_right(breaks, low) : bisect_left(breaks, high)]
        for first, last in watched([*pairwise([low, *inner, high])]):
            _weaken_sentence(words[first:last], article.text, language)


def _weaken_sentence(sentence: list[Word], text: str, language: str) -> None:
    if 1 < len(sentence) < _LONGEST_BYLINE and sentence[0].low in _BY and _is_byline(sentence):
        return
    counts = _counts_in(language)
    total = sum([counts[word.text] for word in sentence])
    letters, shouting, content, capital = [total >> shift & _MOST for shift in _SHIFTS]
    if letters < 2:
        return
    in_capitals = shouting >= 2 and shouting >= 0.7 * letters
    if capital < _GLUED and not in_capitals and (capital < 0.75 * content or not content):
        return
    after = text[sentence[-1].end : sentence[-1].end + 3]
    ended = "." in after and sentence[-1].low not in cues("abbreviation")
    enough = content >= (4 if ended or letters > 9 else 3 if letters > 6 else 1)
    title_case = enough and content - capital < 2 and capital >= (0.75 if content >= 4 and not ended else 1.0) * content
    if in_capitals or title_case:
        for word in sentence:
            word.weak = True
    elif capital >= _GLUED and language != "de":
        _weaken_beginning(sentence, counts, language)


_GLUED, _COMMON = 7, 4
_BY, _LONGEST_BYLINE = frozenset(("by", "von", "par", "por", "di", "door")), 12


def _is_byline(line: list[Word]) -> bool:
    """Whether a line says who wrote the article and for whom; its capitals are those of names."""
    return line[0].cap and sum([word.cap for word in line[1:]]) > max(1, len(line) - 3) and line[1].cap


def _weaken_beginning(sentence: list[Word], counts: WordCache[int], language: str) -> None:
    """Mark the words of a headline that runs on into the first sentence of the text; headlines have no article."""
    if sentence[0].low == "the":
        return
    title: list[Word] = []
    capital = common = 0
    named = words_in_capitals(language)
    for word in sentence:
        count = counts[word.text]
        content, cap = count >> _SHIFTS[2] & _MOST, count >> _SHIFTS[3] & _MOST
        if word.low == "the" or (content and not cap):
            break
        capital += cap
        common += cap and is_common(word.low, language) and word.low not in named and word.text.istitle()
        title.append(word)
    if capital >= _GLUED and common >= _COMMON:
        for word in title:
            word.weak = True


_SHIFTS, _MOST = (0, 24, 48, 72), (1 << 24) - 1


@cache
def _counts_in(language: str) -> WordCache[int]:
    """Counts of a word packed in one number: letters, capitals, to be capitalised in a title, of those written so."""
    functions = function_words(language)
    # "was" and "more" in small letters tell a sentence from a title
    small = cues("small in title") if language == "en" else functions

    def counts_of(text: str) -> int:
        low, cap, _ = SHAPES[text]
        letter = text[0].isalpha()
        content = letter and len(text) > 2 and low not in (functions if cap else small)
        counts = (letter, letter and text.isupper() and len(text) > 1, content, content and cap)
        return sum(int(count) << shift for count, shift in zip(counts, _SHIFTS, strict=True))

    return WordCache(counts_of)
