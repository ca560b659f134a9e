"""Tell how far two words are spellings of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Prefix

from reader.links.names.conventions import are_one_reading, readings
from reader.links.names.given import are_forms, are_two_given_names
from reader.links.names.skeleton import bones, skeleton
from reader.mentions import cues

_VOWELS = re.compile("[aeiouy]+")
_CLASSES = {"a": "a", "e": "e", "i": "e", "y": "e", "o": "o", "u": "o"}
_SOUNDS = {"a": "ae", "e": "ei", "i": "iey", "y": "iey", "u": "uow", "o": "uow", "w": "uow"}
_PATRONYMIC = re.compile("(?:[oe]vi?ch|[oei]vna|ovych)$")
_CASE_ENDINGS = frozenset((
    "", "a", "u", "y", "i", "e", "om", "em", "ym", "im", "oy", "ey", "oyu", "yu", "ya", "aya", "uyu", "ogo", "omu",
    "iy", "yy", "ovi", "evi",
))  # fmt: skip
_IN_ENDINGS = 2
"""Letters that the endings of two cases may begin with alike."""
_ROMAN = re.compile("x{0,3}(?:ix|iv|v?i{0,3})")
# How a man's name ends and how a woman's does (Ivanov, Ivanova; Novotny, Novotna; Kowalski, Kowalska; Pappas, Pappou).
_WOMEN = (
    ("", "a"), ("", "ova"), ("", "ia"), ("y", "a"), ("i", "a"), ("o", "a"), ("os", "a"), ("y", "aya"), ("iy", "aya"),
    ("er", "ra"), ("ij", "aja"), ("os", "ou"), ("as", "ou"), ("is", "i"), ("as", "iene"), ("as", "aite"), ("is", "yte"),
)  # fmt: skip


@lru_cache(maxsize=100000)
def word_similarity(a: str, b: str, between: str = "", family: bool = False) -> float:
    """How far two Latin words spell one name, 0-100.

    `between` says where they come from: "scripts" when from two, "vowelless" when one of these has no vowels,
    "declined" when both come from languages that decline names. Names of a `family` have no short forms.
    """
    if a == b:
        return 100.0
    if a.isdigit() or b.isdigit():
        return 0.0
    if between == "declined" and _are_cases(a, b):
        return 95.0
    alike = _spelled_alike(a, b, between == "vowelless", family)
    if alike < 90 and (readings(a) or readings(b)) and are_one_reading(a, b):
        return 93.0
    if alike < 50:
        return alike
    if a in cues("direction") and b in cues("direction"):
        return 90.0 if a.startswith(b) or b.startswith(a) else 30.0
    if abs(len(a) - len(b)) > 2 and bool(_PATRONYMIC.search(a)) != bool(_PATRONYMIC.search(b)):
        return 45.0  # a father's name is not his son's
    if alike < 84 or between == "declined":
        return alike
    if is_woman_of(a, b) or is_woman_of(b, a) or (_ROMAN.fullmatch(a) and _ROMAN.fullmatch(b)):
        return 84.0
    return 84.0 if not between and (are_two_given_names(a, b) or _are_short_and_far(a, b)) else alike


def _are_short_and_far(a: str, b: str) -> bool:
    """Whether two short words differ in more than one letter, and are no forms of one given name: Erie, Eyre."""
    if max(len(a), len(b)) > 4 or Levenshtein.distance(a, b) < 2 or sorted(a) == sorted(b):
        return False
    return not are_forms(a, b)


def is_woman_of(man: str, woman: str) -> bool:
    """Whether a woman of the family, or of the given name, `man` would be called `woman`: Ivanov, Ivanova."""
    return any(
        man.endswith(his) and len(man) - len(his) > 2 and woman == man[: len(man) - len(his)] + hers
        for his, hers in _WOMEN
    )


def _are_cases(a: str, b: str) -> bool:
    """Whether two Cyrillic words, in Latin letters, can be grammatical cases of one name: Orlov, Orlovym."""
    same = Prefix.similarity(a, b)
    stems = range(max(4, same - _IN_ENDINGS), same + 1)  # Orlov-ogo, Orlov-omu
    return any(a[stem:] in _CASE_ENDINGS and b[stem:] in _CASE_ENDINGS for stem in stems)


def _spelled_alike(a: str, b: str, vowelless: bool, family: bool) -> float:
    if len(a) == 1 or len(b) == 1:
        return 85.0 if a[0] == b[0] else 0.0
    if not family and are_forms(a, b):
        return 91.0
    x, y = skeleton(a), skeleton(b)
    if a.startswith("kh") and y.startswith("h"):  # Khalil, Halil
        x = "h" + x[1:]
    elif b.startswith("kh") and x.startswith("h"):
        y = "h" + y[1:]
    distance = Levenshtein.distance(a, b)
    if vowelless:
        x, y = bones(a), bones(b)
        if x != y or len(x) < 2:
            return 0.8 * fuzz.ratio(x, y)
        return 84.0 if not _vowels_fit(a, b) else 92.0 if len(x) > 2 else 86.0
    if x == y and len(x) > 1:
        close = 100.0 * (1 - distance / max(len(a), len(b)))
        if close <= 20:
            return 70.0
        score = max(84.0 if len(x) > 2 else 72.0, 80.0 + close / 5)
        # spellings of one name keep its syllables (Horowitz is not Hurwitz), but for one helping vowel (Sakhr, Sakher)
        vowels = _VOWELS.findall(a), _VOWELS.findall(b)
        if len(vowels[0]) != len(vowels[1]):
            return score if distance == 1 and a[-1] == b[-1] else min(score, 86.0)
        if {a[-3:], b[-3:]} == {"son", "sen"} or _is_h_for_vowel(a, b):  # two families: Peterson, Petersen
            return min(score, 84.0)
        if ("ck" in a and "ch" in b) or ("ch" in a and "ck" in b):  # Rocky, Roche
            return min(score, 84.0)
        return min(score, _vowel_limit(a, b, *vowels))
    if ("ch" in a) != ("ch" in b) and skeleton(_french(a)) == skeleton(_french(b)) and len(x) > 2:
        # English has such pairs of its own (March, Marsh)
        return min(word_similarity(_french(a), _french(b)), 88.0 if min(len(a), len(b)) > 5 else 86.0)
    return _near(a, b, x, y)


def _near(a: str, b: str, x: str, y: str) -> float:
    """How far two words that sound different are near each other; `x` and `y` are their skeletons."""
    letters, frame = fuzz.ratio(a, b), fuzz.ratio(x, y)
    if Levenshtein.distance(a, b) != 1 or min(len(a), len(b)) < 5:
        return 0.55 * letters + 0.45 * frame if a[0] == b[0] or x[0] == y[0] else 0.4 * letters + 0.4 * frame
    longer, shorter = sorted((a, b), key=len, reverse=True)
    if longer.endswith("ston") and shorter == f"{longer[:-4]}son":
        return 82.0  # two families: Johnston, Johnson
    # a changed first letter tells names apart (Omsk, Tomsk) more than any other
    if x[0] != y[0]:
        return 66.0
    close = max(82.0, 0.6 * letters + 0.4 * frame)
    # in a short word one consonant is much (Baker, Barker), but for that of a plural
    return min(close, 86.0) if len(longer) < 7 and x != y and longer != f"{shorter}s" else close


def _is_h_for_vowel(a: str, b: str) -> bool:
    """Whether two words of one length differ in an h and a vowel alone: John, Joan."""
    if len(a) != len(b):
        return False
    pairs = [{x, y} for x, y in zip(a, b, strict=True) if x != y]
    return len(pairs) == 1 and "h" in pairs[0] and not pairs[0].isdisjoint(_CLASSES)


def _vowels_fit(a: str, b: str) -> bool:
    """Whether the long vowels, which Arabic writes, are heard in the other spelling too: Husayn is no Hassan."""
    few, many = sorted(([c for c in word[1:] if c in _SOUNDS] for word in (a, b)), key=len)
    rest = iter(many)
    return all(any(vowel in _SOUNDS[heard] or heard in _SOUNDS[vowel] for heard in rest) for vowel in few)


def _french(word: str) -> str:
    """The word as English would write it if its ch is the French one: Bachar, Bashar."""
    return word.replace("tch", "c").replace("ch", "sh")


def _vowel_limit(a: str, b: str, left: list[str], right: list[str]) -> float:
    """The most that two words of equal consonants and syllables can reach, by their vowels.

    Transliterations mix e with i and y, and o with u, everywhere, and a with e or o inside a word; the first vowel
    (Khamenei, Khomeini), a last one (Paolo, Paola; Sebha, Sebhi) and i for a darker one (Karim, Karam) tell names
    apart. Of a and e the last is mixed freely (Fatima, Fatime), the first often (Sharif, Sherif).
    """
    limit = 100.0
    if not left:
        return limit
    first = _classes(left[0]), _classes(right[0])
    if not first[0] & first[1]:
        # Merkel, Markell differ in more, and in so short a word as Fang or Feng one letter is much
        near = first[0] | first[1] == {"a", "e"} and len(a) == len(b) > 4
        limit = 88.0 if near else 85.0
    if any(_bright_and_dark(x, y) or _bright_and_dark(y, x) for x, y in zip(left, right, strict=True)):
        limit = min(limit, 86.0)
    if a[-1] in _CLASSES and b[-1] in _CLASSES and {a[-1], b[-1]} != {"a", "e"}:
        limit = limit if _CLASSES[a[-1]] == _CLASSES[b[-1]] else min(limit, 84.0)
    return limit


def _classes(vowels: str) -> set[str]:
    return {_CLASSES[v] for v in vowels}


def _bright_and_dark(x: str, y: str) -> bool:
    return {*x} <= {"i", "y"} and {*y} <= {"a", "o", "u"}
