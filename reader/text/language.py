"""Tell the language of a text from its script, its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from reader.text.stopwords import STOPWORDS

SAMPLE = 20_000
"""Code points looked at; an article is rarely in two languages."""
FEWEST_HITS, LEAST_SCORE = 2, 1.0
"""Common words found, and their sum with each divided among the languages that share it, from which a guess is made."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# First code point, last, script; in the order they are asked (Unicode blocks).
_SCRIPTS = (
    (0x0041, 0x024F, "latin"), (0x1E00, 0x1EFF, "latin"), (0x0400, 0x052F, "cyrillic"), (0x0600, 0x06FF, "arabic"),
    (0xFB50, 0xFDFF, "arabic"), (0x3040, 0x30FF, "ja"), (0x4E00, 0x9FFF, "han"), (0xAC00, 0xD7AF, "ko"),
    (0x0370, 0x03FF, "el"), (0x0590, 0x05FF, "he"), (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"), (0x0F00, 0x0FFF, "bo"), (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"),
    (0x0530, 0x058F, "hy"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"),
)  # fmt: skip
# Letters that only one of the languages of a script has.
_CYRILLIC = (("uk", "іїєґ"), ("be", "ў"), ("sr", "јљњћђ"), ("mk", "ќѓѕ"), ("kk", "қңғү"), ("ru", "ыэё"))
_ARABIC = (("ur", "ٹڈڑںے"), ("fa", "پچژگیک"), ("ku", "ێۆڕڵ"))

_TURKISH = frozenset("ğış")
_ALPHABETS = {
    "es": frozenset("áéíóúüñ"), "fr": frozenset("àâæçéèêëîïôœùûüÿ"), "de": frozenset("äöüß"),
    "it": frozenset("àèéìîòù"), "pt": frozenset("áâãàçéêíóôõú"), "nl": frozenset("éëïóöü"),
    "tr": frozenset("çğıöşüâîû"),
}  # fmt: skip
"""The letters beside a to z of Latin alphabets that are read."""


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language `text` is most likely in, or "" when there is too little to tell."""
    return _detected(text[:SAMPLE])


@lru_cache(maxsize=64)
def _detected(text: str) -> str:
    sample = text.casefold()
    scripts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        if char.isalpha():
            scripts[_script(ord(char))] += times
    scripts.pop("", None)
    if not scripts:
        return ""
    script = scripts.most_common(1)[0][0]
    if scripts["ja"] and scripts["ja"] + scripts["han"] >= scripts[script]:
        # Chinese has no kana at all; Japanese is never without.
        return "ja" if scripts["ja"] * 20 > scripts["han"] else "zh"
    if script == "han":
        return "zh"
    if script == "cyrillic":
        return _by_letters(sample, _CYRILLIC) or _by_words(sample, ("ru", "uk", "bg", "sr", "mk")) or "ru"
    if script == "arabic":
        return _by_letters(sample, _ARABIC) or "ar"
    return (_by_words(sample, ()) or _of_a_sentence(text)) if script == "latin" else script


@cache
def _script(code: int) -> str:
    return next((name for first, last, name in _SCRIPTS if first <= code <= last), "")


def _by_letters(sample: str, letters: tuple[tuple[str, str], ...]) -> str:
    counts = Counter(sample)
    total = max(1, sum(n for c, n in counts.items() if c.isalpha()))
    shares = [(sum(counts[c] for c in own) / total, code) for code, own in letters]
    # A quoted name may bring in a foreign letter; a language uses its own ones all the time.
    return next((code for share, code in shares if share >= 0.004), "")


def _by_words(sample: str, among: tuple[str, ...]) -> str:
    words = Counter(_WORD.findall(sample))
    scores = dict.fromkeys(among or STOPWORDS, 0.0)
    hits: Counter[str] = Counter()
    for word, times in words.items():
        sharing = _SPOKEN_BY.get(word, ())
        for code in sharing:
            if code in scores:
                scores[code] += times / len(sharing)
                hits[code] += times
    best = max(scores, key=lambda code: scores[code])
    return best if hits[best] >= FEWEST_HITS and scores[best] >= LEAST_SCORE else ""


def _of_a_sentence(text: str) -> str:
    """The language of what is too short to tell by how many of its words are common; "" where it may be English.

    It is the only one whose alphabet has all letters beside a to z of the words that are no names, and that has most of
    these words. The letters that only Turkish has are enough for it.
    """
    words = _WORD.findall(text)
    begun = words[:1] if words[1:] and words[1].islower() else []  # "La policía"
    said = {*map(str.lower, begun), *filter(str.islower, words)}
    marked = {char for word in words if word.islower() for char in word if char.isalpha() and not char.isascii()}
    if not marked.isdisjoint(_TURKISH) and marked <= _ALPHABETS["tr"]:
        return "tr"
    hits = Counter(code for word in said for code in _SPOKEN_BY.get(word, ()))
    needed = max(FEWEST_HITS, hits["en"] + 1)
    fitting = [code for code, letters in _ALPHABETS.items() if marked <= letters and hits[code] >= needed]
    most = max([hits[code] for code in fitting], default=0)
    best = [code for code in fitting if hits[code] == most]
    return best[0] if marked and len(best) == 1 else ""


def _spoken_by() -> dict[str, tuple[str, ...]]:
    speakers: dict[str, list[str]] = {}
    for code, words in STOPWORDS.items():
        for word in words:
            speakers.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in speakers.items()}


_SPOKEN_BY = _spoken_by()
