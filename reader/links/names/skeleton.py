"""Reduce a name to letters that survive transliteration, so that its spellings can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from reader.mentions import cues
from reader.text import without_marks

_GREEK = {"μπ": "b", "γκ": "g", "γγ": "ng", "τζ": "j", "ου": "u", "ευ": "ev", "αυ": "av", "χ": "ch"}
# Arabic letters that are vowels or carry one, and Hebrew letters that anyascii spells by their other sound.
_SEMITIC = str.maketrans({
    "ة": "a", "ى": "a", "ا": "a", "أ": "a", "آ": "a", "إ": "i",
    "ב": "b", "ו": "w", "פ": "p", "ף": "p", "כ": "k", "ך": "k",
})  # fmt: skip
VOWELLESS = frozenset(("ARABIC", "HEBREW"))
_WADI = re.compile("(?:ou|u)[aeiy]")  # Oued, Uadi, Wadi
_VOWELS = frozenset("aeiouy")
_SOUTH_SLAVIC = frozenset("čćšž")
# Where transliterations of one sound differ; applied in order to Latin letters (Daitch-Mokotoff has the same idea).
_FOLDS: tuple[tuple[str, str], ...] = (
    ("x", "ks"), ("tsch", "c"), ("tch", "c"), ("sch", "x"), ("shch", "x"), ("zh", "j"), ("dj", "j"), ("dzh", "j"),
    ("kh", "h"), ("ch", "c"), ("sh", "x"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("nce", "nse"), ("ts", "z"), ("tz", "z"), ("cz", "c"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ie", "i"), ("z", "s"), ("c", "k"),
)  # fmt: skip


@lru_cache(maxsize=20000)
def latin(name: str) -> str:
    """The name in lower-case ASCII letters, digits and blanks, apostrophes dropped, dots of acronyms closed up."""
    text = unicodedata.normalize("NFC", name).casefold()
    if not text.isascii():
        if any("\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff" for c in text):
            text = without_marks(text)
            text = re.sub(r"\bντ", "d", text)
            for old, new in _GREEK.items():
                text = text.replace(old, new)
        if "đ" in text and not _SOUTH_SLAVIC.isdisjoint(text):  # in Vietnamese it is a plain d
            text = text.replace("đ", "dj")
        text = text.replace("дж", "j")  # Джон is John
        if max(text) >= "\u0590":
            text = _without_semitic_signs(text)
        text = _long_vowels(anyascii(text).casefold(), name)
    text = re.sub(r"['’`ʼ‘]", "", text)
    text = re.sub(r"\b([a-z]) ?& ?([a-z])\b", r"\1\2", text)  # S&P, AT&T: letters of one acronym
    text = re.sub(r"\b(?:[a-z]\.\s?){2,}", lambda m: re.sub(r"[.\s]", "", m.group()) + " ", text)
    text = re.sub(r"\b([a-z]+\d+)s\b", r"\1", text)  # A380s
    return " ".join(re.findall(r"[^\W_]+|&", text))


def _without_semitic_signs(text: str) -> str:
    """Hebrew and Arabic letters as anyascii spells them rightly, without vowel signs and the Arabic article."""
    text = re.sub(r"[\u0610-\u061a\u064b-\u065f\u0670]", "", text)
    text = re.sub(r"(?<!\w)ال(?=\w{2})", "", text)
    return re.sub(r"(?<=[دزستك])(?=ه)", "ا", text).translate(_SEMITIC)  # z-h is no zh


def _long_vowels(text: str, name: str) -> str:
    """In names from Arabic and Hebrew script w and y inside a word are long vowels."""
    if script_of(name) not in VOWELLESS:
        return text
    return re.sub(r"(?<=[a-z])w", "u", re.sub(r"(?<=[a-z])y", "i", text))


@lru_cache(maxsize=50000)
def bones(word: str) -> str:
    """The skeleton without a first vowel, p as b and v as f: what is left of a name in a script without vowels."""
    bare = skeleton(word)
    return bare.lstrip("a").replace("p", "b").replace("v", "f") or bare


@lru_cache(maxsize=50000)
def frame(word: str) -> str:
    """The bones with a first k, kh or h as one letter: equal wherever two words are spellings of one name."""
    bare = bones(word)
    return "k" + bare[1:] if bare[:1] == "h" else bare


@lru_cache(maxsize=50000)
def skeleton(word: str) -> str:
    """The consonants of one Latin word after folding sounds that transliterations confuse, first vowel kept as "a"."""
    if word.startswith("kh"):
        word = "k" + word[2:]
    elif word[:1] in ("o", "u") and _WADI.match(word):
        word = "w" + word.removeprefix("o").removeprefix("u")
    for old, new in _FOLDS:
        if old in word:
            word = word.replace(old, new)
    if word[:1] in ("g", "k", "c"):
        word = "k" + word[1:]
    if word[:2] in ("ye", "ya", "yu", "yo", "je") and len(word) > 3:
        word = word[1:]
    letters = [c for c in word[1:] if c not in _VOWELS and c not in "jh"] if len(word) > 1 else []
    first = "a" if word[:1] in _VOWELS else word[:1]
    kept = [first]
    for letter in letters:
        if letter != kept[-1]:
            kept.append(letter)
    return "".join(kept)


def is_article(word: str) -> bool:
    """Whether a Latin word is an article that transliterations drop or change (al, el, the)."""
    return word in cues("dropped article")


def is_particle(word: str) -> bool:
    """Whether a Latin word is a small word between names (bin, de, van)."""
    return word in cues("small word")


@lru_cache(maxsize=20000)
def script_of(name: str) -> str:
    """The script of the first letter: "LATIN", "CYRILLIC" ...; "" when there is no letter."""
    for char in name:
        if char.isalpha():
            if char.isascii():
                return "LATIN"
            head = unicodedata.name(char, "?").split(" ")[0]
            return "HAN" if head.startswith("CJK") else head
    return ""
