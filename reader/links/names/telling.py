"""The words of a name that tell it from others: no articles, honorifics or legal forms, numbers as digits."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.links.names.given import is_generation
from reader.links.names.skeleton import is_article, latin
from reader.links.names.tables import NUMBERS, SHORT_WORDS, legal_forms
from reader.mentions import cues

# Short for a first word, or what French, English and Spanish maps write for one Arabic word (wadi, mountain, castle …).
_SPELLINGS = {
    "saint": "st sankt sint", "sainte": "ste", "mount": "mt", "fort": "ft", "wadi": "oued wad ouadi ouedi uadi ued",
    "jabal": "jebel djebel jbel gebel gabal djabal yebel", "qasr": "ksar kasr qsar", "burj": "bordj borj",
    "ain": "ayn ein aain", "bir": "beer bair", "deir": "dayr dair", "tell": "tall tel tal", "bani": "beni banu",
    "suq": "souk souq", "hajj": "hadj haj", "sheikh": "cheikh shaikh shaykh sheik jeque", "ras": "raas",
}  # fmt: skip
FIRST_WORDS = {short: word for word, spellings in _SPELLINGS.items() for short in spellings.split()}
FIRST_WORDS |= {"jabhat": "front", "harakat": "movement", "jaysh": "army", "jaish": "army"}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_INITIALS = re.compile(r"(?!U\.\s?[SKN]\.)(?:[A-Z]\.\s?){2,3}[A-Z][^\W\d_]+$")  # J. F. Kennedy: each letter is a name
_ARABIC_ARTICLE = re.compile(r"\b(El|Al)(?=[A-Z][a-z])")  # ElBaradei, AlJazeera
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_COUNTRIES = {"us": "united states", "usa": "united states", "uk": "united kingdom"}


def is_head_word(word: str) -> bool:
    """Whether a Latin word stands at the head of many names (Wadi, Saint), so that alone it stands for none of them."""
    return word in _SPELLINGS or word in FIRST_WORDS


@lru_cache(maxsize=20000)
def telling_words(name: str) -> tuple[str, ...]:
    """The telling words of a name: no articles, honorifics or legal forms, number words as digits."""
    name = _ARABIC_ARTICLE.sub(r"\1 ", name)
    if _INITIALS.match(name):
        name = name.replace(".", " ")
    text = f" {latin(name)} "
    for long, short in legal_forms().items():
        if " " in long and f" {long} " in text:
            text = text.replace(f" {long} ", f" {short} ")
    for short, full in _COUNTRIES.items():
        text = text.replace(f" {short} ", f" {full} ")
    words = [NUMBERS.get(w) or SHORT_WORDS.get(w, w) for w in text.split()]
    words = [w if w.isalpha() else _ORDINAL.sub(r"\1", w) for w in words]
    if len(words) > 1 and words[-1] in _ROMAN and name.rstrip().endswith(words[-1].upper()):
        words[-1] = _ROMAN[words[-1]]
    if len(words) > 1:
        words[0] = FIRST_WORDS.get(words[0], words[0])
    words = _sum_numbers(["and" if w == "&" else w for w in words])
    begin = len(words) > 2 and words[0] in ("los", "las")  # Los Angeles Police Department: its letters are LAPD
    begin = begin or (name.startswith("AL ") and not name.isupper())  # AL East, of the American League
    kept = words[:begin] + [w for w in words[begin:-1] if not is_article(w)] + words[-1:]
    bare = [w for w in kept[:-1] if w not in cues("honorific") and w not in legal_forms()]
    bare += [w for w in kept[-1:] if not is_generation(w) and w not in legal_forms()]  # Kim Le, Stephen King
    if len(bare) == 1 and kept[0] == "don":  # Don Kelso
        bare = kept
    return tuple(bare or kept)


def _sum_numbers(words: list[str]) -> list[str]:
    """Forty four -> 44."""
    found: list[str] = []
    for word in words:
        if (
            word.isdigit()
            and len(word) == 1
            and found
            and found[-1].isdigit()
            and found[-1][-1:] == "0"
            and len(found[-1]) == 2
        ):
            found[-1] = found[-1][0] + word
        else:
            found.append(word)
    return found
