"""Open tables of places, nationalities, given names, common words and cue words, read when first needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reader.shipped import resource
from reader.stopping import checkpoint, watched

# Languages with a shipped list of common words; others rely on the evidence in the articles.
WORD_LISTS = ("en", "es", "fr", "de", "it", "nl", "pt", "ru")
_STEP = 1000
"""Lines of a long table that are read between two questions whether to stop."""


@dataclass(frozen=True, slots=True)
class Place:
    """A known place: `code` is the same for all its spellings ("FR", "city:Paris/FR"); `sort` says what it is.

    `sort` is "country", "region", "city", "province" or "nationality"; `country` the code of the country it is in;
    `great` marks capitals and the largest cities, whose names mean them even where people are called so; `doubtful` a
    spelling that may be a name of something else (Angara for Ankara).
    """

    code: str
    label: str
    sort: str
    country: str
    great: bool = False
    doubtful: bool = False


def table_lines(name: str) -> list[str]:
    """The lines of a table of resources/data."""
    return resource("data", name).read_text(encoding="utf-8").splitlines()


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """The form under which a name is looked up: casefolded, one kind of apostrophe, hyphen and blank."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
        name = name.replace("’", "'").replace("ʼ", "'").replace("‘", "'").replace("\u00a0", " ").replace("–", "-")
    return " ".join(name.casefold().replace("-", " ").replace(".", "").split())


@cache
def places() -> dict[str, Place]:
    """Countries, world regions, cities over 100,000, capitals and provinces by `name_key`; the tables hold keys."""
    found: dict[str, Place] = {}
    capitals: set[str] = set()
    for line in table_lines("countries.tsv"):
        code, label, capital, names = line.split("\t")
        capitals.add(capital)
        place = Place(code, label, "region" if code.isdigit() else "country", "" if code.isdigit() else code)
        found.update(dict.fromkeys((n for n in names.split("|") if n not in found), place))
    for line in table_lines("places_more.tsv"):
        code, label, names = line.split("\t")
        known = found.get(name_key(label)) or Place(code, label, "region" if code[:3] == "REG" else "country", code)
        for name in [label, *names.split("|")]:
            found.setdefault(name_key(name), known)
    *spellings, doubtful = _cities(capitals)
    for table in spellings:
        checkpoint()
        found = table | found
    for line in table_lines("provinces.tsv"):
        label, country, key = line.split("\t")
        if key not in found:
            found[key] = Place(f"province:{label}/{country}", label, "province", country)
    found = doubtful | found
    checkpoint()
    for key in [key for key in found if key.startswith("saint ")]:
        found.setdefault(f"st {key.removeprefix('saint ')}", found[key])
    _shorten_directions(found)
    found.pop("", None)
    return found


def _shorten_directions(found: dict[str, Place]) -> None:
    """Add what begins with a direction as headlines write it: S. Korea, N. Ireland, W. Virginia."""
    for key, place in [*found.items()]:
        direction, _, rest = key.partition(" ")
        if rest and direction in ("north", "south", "east", "west") and place.sort != "city":
            found.setdefault(f"{direction[0]} {rest}", place)


def _cities(capitals: set[str]) -> tuple[dict[str, Place], ...]:
    """Cities by key: all names of the great ones, the names of the others, their spellings, and the doubtful ones."""
    names: tuple[dict[str, Place], ...] = ({}, {}, {}, {})
    for rank, line in enumerate(watched(table_lines("cities.tsv"), _STEP)):  # by falling population
        label, country, key, accepted, doubtful = line.split("\t")
        place = Place(f"city:{label}/{country}", label, "city", country, rank < 1000 or label in capitals)
        names[0 if place.great else 1].setdefault(key, place)
        for name in accepted.split("|"):
            names[0 if place.great else 2].setdefault(name, place)
        unsure = replace(place, doubtful=True)
        for name in doubtful.split("|"):
            names[3].setdefault(name, unsure)
    for line in table_lines("cities_more.tsv"):
        label, country, accepted = line.split("\t")
        place = Place(f"city:{label}/{country}", label, "city", country)
        for name in (label, *accepted.split("|")):
            names[2].setdefault(name_key(name), place)
    return names


@cache
def abbreviated_places() -> dict[str, str]:
    """Codes of states and provinces by the casefolded short forms the news puts behind a town: "ga."."""
    found = {}
    for line in table_lines("abbreviated_places.tsv"):
        short, label = line.split("\t")
        place = places().get(name_key(label))
        found[short.casefold()] = place.code if place else f"province:{label}"
    return found


@cache
def nationalities() -> dict[str, Place]:
    """Names of peoples and adjectives of nationality by `name_key`; `country` is "" for peoples without a state."""
    found: dict[str, Place] = {}
    for line in table_lines("demonyms.tsv"):
        code, forms = line.split("\t")
        country = "" if code == "PEOPLE" or code.startswith("=") else code
        for form in forms.split("|"):
            label = form.removesuffix("s") if code == "PEOPLE" else forms.split("|")[0]
            people = code.removeprefix("=") if code != "PEOPLE" else label
            found.setdefault(name_key(form), Place(f"people:{people}", label, "nationality", country))
    _shorten_directions(found)
    return found


@cache
def adjectives_of(language: str) -> dict[str, Place]:
    """Adjectives of nationality, and names of peoples, casefolded, that the language writes in small letters.

    Turkish ones, which have capitals, too. Most languages have none: theirs are in `nationalities`.
    """
    known = {place.code: place for place in nationalities().values()}
    found: dict[str, Place] = {}
    for line in table_lines("nationalities.tsv"):
        own, code, forms = line.split("\t")
        if own == language:
            name = code.removeprefix("=")
            place = known.get(f"people:{name}") or Place(f"people:{name}", forms.split("|")[0], "nationality", name)
            found.update((form, place) for form in forms.split("|"))
    return found


@cache
def _all_adjectives() -> dict[str, Place]:
    """The adjectives of all languages by `name_key`."""
    languages = {line.partition("\t")[0]: None for line in table_lines("nationalities.tsv")}
    return {name_key(form): place for language in languages for form, place in adjectives_of(language).items()}


@cache
def bodies() -> dict[str, str]:
    """Codes of well-known bodies ("body:UN") by the `name_key` of their names in a dozen languages."""
    found: dict[str, str] = {}
    for line in table_lines("bodies.tsv"):
        code, label, names = line.split("\t")
        for name in (label, *names.split("|")):
            found.setdefault(name_key(name), f"body:{code}")
    return found


@cache
def longest_place() -> dict[str, int]:
    """For the first word of every listed place, people or body of several words: the largest number of words."""
    found: dict[str, int] = {}
    tables: tuple[Iterable[str], ...] = (places(), nationalities(), bodies())
    for table in tables:
        for key in watched([*table], _STEP):
            if " " in key:
                words = key.split(" ")
                found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@cache
def given_names() -> frozenset[str]:
    """Common given names, casefolded, of some forty languages."""
    return frozenset(table_lines("given_names.txt")) - cues("article") - cues("small word")


@cache
def common_words(language: str) -> frozenset[str]:
    """Common words of a language in lower case; empty for languages without a list."""
    if language not in WORD_LISTS:
        return frozenset()
    words = frozenset(table_lines(f"common_words_{language}.txt"))
    if language == "de":
        return words | {word.replace("ß", "ss") for word in words if "ß" in word} | set(table_lines("german_nouns.txt"))
    return words


@cache
def german_names(sort: str) -> frozenset[str]:
    """German names, casefolded: "place", "given", "family", and "family too", "town too", which nouns are as well."""
    lines = dict(line.split("\t") for line in table_lines("german_names.tsv"))
    return frozenset(lines[sort].split())


@cache
def _all_cues() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in table_lines("cues.tsv"):
        kind, _, words = line.partition("\t")
        found.setdefault(kind, set()).update(words.casefold().split())
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def cues(kind: str) -> frozenset[str]:
    """Cue words, casefolded, of a kind in cues.tsv: "title", "organisation", "function en" ...; empty if unknown."""
    return _all_cues().get(kind, frozenset())


@lru_cache(maxsize=50000)
def find_place(key: str) -> Place | None:
    """The place of a look-up key; Russian and Ukrainian case endings are undone ("москве", "сирией").

    "City" is part of what the cities of the Philippines are called, and left out as often (Davao City).
    """
    place = places().get(key)
    if place is None and key.endswith(" city"):
        place = places().get(key.removesuffix(" city"))
        return place if place is not None and place.sort == "city" and place.country == "PH" else None
    if place is not None or not ("а" <= key[-1:] <= "ї") or len(key) < 4:
        return place
    for ending, nominative in _ALTERED:
        if key.endswith(ending) and (stem := key.removesuffix(ending) + nominative) in places():
            return places()[stem]
    for cut in (1, 2):
        for ending in ("", "а", "я", "ь", "й"):
            stem = key[:-cut] + ending
            if len(stem) > 3 and key[-cut:] in _ENDINGS and stem in places():
                return places()[stem]
    return None


# Case endings of Russian and Ukrainian nouns in the singular.
_ENDINGS = frozenset(("а", "я", "у", "ю", "е", "и", "ы", "і", "ї", "ом", "ем", "ой", "ей", "ою", "ею", "ії", "ию"))
# Endings before which the stem changes too, and that of the nominative: у Києві (Київ), у Празі (Прага), в Афинах.
_ALTERED = (
    *((f"ов{case}", "ів") for case in ("а", "у", "і", "ом")), *((f"єв{case}", "їв") for case in ("а", "у", "і", "ом")),
    ("зі", "га"), ("дні", "день"), ("ах", "ы"), ("ах", "и"),
)  # fmt: skip


def known_place(name: str) -> Place | None:
    """The place of the tables a name stands for, if any."""
    return find_place(name_key(name))


def known_nationality(name: str) -> Place | None:
    """The people or nationality a name or adjective stands for, if any; in small letters it is no country's name."""
    key = name_key(name)
    told = nationalities().get(key)
    if told is None and (name[:1].islower() or key not in places()):
        return _all_adjectives().get(key)
    return told
