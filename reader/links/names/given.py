"""Tell two persons of one surname apart: Neil from Noel, but not Philip from Phillip; the elder from the younger."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from reader.links.names.tables import forms_of_given_names, names_with_forms

# What English spells in several ways, in order: Kristofer, Caitlyn, Ashleigh, Stacey, Eric, Sydney, Deborah, Zach.
_SPELLINGS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("tch", "T"), ("ph", "f"), ("ch|ck|c(?![eiy])|q(?:u(?=e))?", "k"), ("th", "t"), ("x", "ks"), ("z", "s"),
        ("gh", "g"), ("h(?![aeiouy])|(?<=[aeiouy])h", ""), ("y", "i"), ("(?:eig|ei|ee|ai|i)$", "i"), ("ie$", "i"),
        ("(?<=[aeiou])i(?=[aeiou])", ""), ("ae|ea|ai|ia|ei|ie", "#"),
    )
)  # fmt: skip
_ENDING = re.compile(r"(?:(?<=(.))\1)?(?:ie|ey|[yie])$|(?<=(.))\2$")  # of Bobby, Katie; of Bill
_NONE: frozenset[str] = frozenset()
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}


def is_generation(word: str) -> bool:
    """Whether a word in small letters says which of two of one name is meant."""
    return word in _GENERATIONS


def _generation(name: str) -> str:
    """ "jr" or "sr" where a name says which of two of one name is meant, else ""."""
    last = name.rpartition(" ")[2].casefold().removesuffix(".")
    return _GENERATIONS.get(last, "")


def of_two_generations(a: str, b: str) -> bool:
    """Whether of two names one is the elder's and one the younger's."""
    return {_generation(a), _generation(b)} == {"jr", "sr"}


def are_forms(a: str, b: str) -> bool:
    """Whether of two given names in small letters one is a form of the other, or both are one form: Bob, Bobby."""
    known = forms_of_given_names()
    if b in known.get(a, ()):
        return True
    return _ENDING.sub("", a) == _ENDING.sub("", b) and not known.get(a, _NONE).isdisjoint(known.get(b, _NONE))


def are_two_given_names(a: str, b: str) -> bool:
    """Whether two Latin words in small letters are English given names of which neither is a form of the other."""
    if a == b or not {a, b} <= names_with_forms() or are_forms(a, b):
        return False
    return _sound(a) != _sound(b)


@lru_cache(maxsize=20000)
def _sound(name: str) -> str:
    for pattern, letters in _SPELLINGS:
        name = pattern.sub(letters, name)
    return "".join(letter for letter, _ in groupby(name))
