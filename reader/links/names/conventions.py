"""Read a Slavic name that German, Dutch, French or Polish spells as English would spell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

_SHORTEST = 5
# How names end that Russian, Ukrainian and Georgian have: Gorbatschow, Poutine, Timochenko, Schewardnadse.
_SLAVIC = re.compile(r"(?:[eo][vw]a?|[iy]ne?|sk(?:i|y|ij|yj)|enko|[iy](?:tsch|tch|tsj|ch|cz)|d[sz]e|[ij]g(?:oe|ou))$")


@dataclass(frozen=True)
class _Convention:
    """How a language spells sounds of Slavic names: what tells it, and what English writes instead of its letters."""

    language: str
    told_by: re.Pattern[str]
    letters: re.Pattern[str]
    english: dict[str, str]

    def read(self, word: str) -> str:
        return self.letters.sub(lambda found: self.english[found.group()], word)


def _convention(language: str, told_by: str, spelled: str) -> _Convention:
    """`spelled` pairs letters with the English ones; ^ and $ bind letters to the begin and the end of a word."""
    pairs = [pair.split(":") for pair in spelled.split()]
    letters = "|".join(sorted((letters for letters, _ in pairs), key=len, reverse=True))
    english = {letters.strip("^$"): other for letters, other in pairs}
    return _Convention(language, re.compile(told_by), re.compile(letters), english)


_GERMAN = "schtsch:shch tsch:ch ch:kh j:y w:v z:ts"
_CONVENTIONS = (
    _convention("de", "sch|w", f"{_GERMAN} sch:sh"),  # Chruschtschow
    _convention("de", "sch", f"{_GERMAN} sch:zh"),  # Prigoschin
    _convention("nl", "[stz]j|oe|j[eo]v", "sjtsj:shch tsj:ch sj:sh zj:zh ch:kh oe:u j:y w:v"),  # Gorbatsjov, Poetin
    _convention(
        "fr", "tch|ou|j|^elts|chenko", "chtch:shch tch:ch ch:sh j:zh ou:u ine$:in yne$:yn ^elts:yelts ^ia:ya ^iou:yu"
    ),
    _convention("pl", "sz|cz|cyn", "szcz:shch cz:ch sz:sh rz:zh ch:kh w:v j:y cy:tsi"),  # Chruszczow, Jelcyn
)
_AFTER_HUSHING = re.compile("(?<=[sc]h)y?o(?=v)")  # what Gorbachov and Khrushchov have is an e in English


# English itself spells y and i, ie and e, s and z, single and double letters in one name.
_FOLDED = (("y", "i"), ("ii", "i"), ("ij", "i"), ("ie", "e"), ("z", "s"))


@lru_cache(maxsize=50000)
def readings(word: str) -> frozenset[tuple[str, str]]:
    """Languages that may write a Latin word in small letters so, if it is a Slavic name, and how English would."""
    if len(word) < _SHORTEST or not _SLAVIC.search(word):
        return frozenset()
    told = [convention for convention in _CONVENTIONS if convention.told_by.search(word)]
    read = ((convention.language, _AFTER_HUSHING.sub("e", convention.read(word))) for convention in told)
    return frozenset((language, spelled) for language, spelled in read if spelled != word)


def are_one_reading(a: str, b: str) -> bool:
    """Whether two words spell one Slavic name, one or both as another language writes it: Poetin and Poutine."""
    left, right = (("en", a), *readings(a)), (("en", b), *readings(b))
    return any(of != to and _plain(x) == _plain(y) for of, x in left for to, y in right)


def _plain(word: str) -> str:
    for letters, other in _FOLDED:
        word = word.replace(letters, other)
    return "".join(letter for letter, _ in groupby(word))
