"""Tables for comparing names: legal forms, honorifics, numbers, nicknames, and all known names of places."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations

from reader.mentions import abbreviated_places, bodies, known_place, name_key, table_lines
from reader.stopping import watched
from reader.text import without_marks

_STEP = 1000
"""Names of a long table that are read between two questions whether to stop."""

# Number words that stand in names (Brigade Forty-Four), with a frequent misspelling.
NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fourty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
    "thirteenth": "13", "fourteenth": "14", "fifteenth": "15", "sixteenth": "16", "seventeenth": "17",
    "eighteenth": "18", "nineteenth": "19", "twentieth": "20",
}  # fmt: skip


SHORT_WORDS = {
    "dept": "department", "univ": "university", "assn": "association", "assoc": "association", "govt": "government",
    "intl": "international", "natl": "national", "inst": "institute", "bros": "brothers",
}  # fmt: skip


@cache
def legal_forms() -> dict[str, str]:
    """Legal forms of companies, written out or short, and the short form each is compared as."""
    found = {}
    for line in table_lines("legal_forms.tsv"):
        short, forms = line.split("\t")
        found.update(dict.fromkeys(forms.split("|"), short))
    return found


@cache
def names_with_forms() -> frozenset[str]:
    """Given names in small letters that have short or other forms, and these."""
    lines = (*table_lines("nicknames.tsv"), *table_lines("given_name_forms.tsv"))
    return frozenset(form for line in lines for part in line.split("\t") for form in part.split("|"))


@cache
def forms_of_given_names() -> dict[str, frozenset[str]]:
    """By given name or short form (lower case) what it is a form of, and its forms: bill for william, and back.

    Of the collected nicknames those that sound like the name, and what `nicknames_told` adds; not what it takes away.
    """
    told: dict[str, set[frozenset[str]]] = {"+": set(), "-": set()}
    for line in table_lines("nicknames_told.tsv"):
        sign, name, short = line.split("\t")
        told[sign].update(frozenset((name, form)) for form in short.split("|"))
    pairs = set(told["+"])
    for line in table_lines("nicknames.tsv"):
        name, short = line.split("\t")
        pairs.update(frozenset((name, form)) for form in short.split("|") if _sounds_like(name, form))
    for line in table_lines("given_name_forms.tsv"):
        name, other = line.split("\t")
        pairs.update(map(frozenset, combinations([name, *other.split("|")], 2)))
    found: dict[str, set[str]] = {}
    for pair in pairs - told["-"]:
        for form in pair:
            found.setdefault(form, set()).update(pair - {form})
    return {form: frozenset(others) for form, others in found.items()}


def _sounds_like(name: str, short: str) -> bool:
    heads = name[0] + short[0]
    return heads[0] == heads[1] or short in name or name in short or heads in ("ck", "kc", "gj", "jg")


@cache
def _territories() -> dict[str, str]:
    """Country and region names in all other languages of CLDR, by key, with and without vowel signs."""
    found: dict[str, str] = {}
    for line in watched(table_lines("territory_names.tsv")):
        code, names = line.split("\t")
        for name in names.split("|"):
            found.setdefault(name_key(name), code)
    bare = {without_marks(key): code for key, code in watched([*found.items()], _STEP) if not key.isascii()}
    return bare | found


@cache
def _by_names() -> dict[str, str]:
    """Codes of prizes, teams and indices that are known by several names, by key."""
    found: dict[str, str] = {}
    for line in table_lines("by_names.tsv"):
        code, label, names = line.split("\t")
        found.update((name_key(name), f"known:{code}") for name in (label, *names.split("|")))
    for line in table_lines("teams.tsv"):
        name, cities, others = line.split("\t")
        if others:
            whole = [] if "|" in cities else [f"{cities} {name}"]
            found.update((name_key(n), f"known:{name}") for n in (name, *whole, *others.split("|")))
    return found


def is_by_name(code: str) -> bool:
    """Whether a code of `place_of` is of a prize, a team or an index."""
    return code.startswith("known:")


@lru_cache(maxsize=20000)
def place_of(name: str) -> str:
    """The code of the place or well-known body or thing a name stands for ("FR", "city:Paris/FR", "body:UN"), or "".

    Doubtful spellings stand for none.
    """
    if name.endswith(".") and (state := abbreviated_places().get(name.casefold())):
        return state
    if name.isupper() and (body := bodies().get(name_key(name))):
        return body  # RIM, which is Rome in Slovenian
    if name == "LA":
        return abbreviated_places()["l.a."]
    place = known_place(name)
    if place and not place.doubtful:
        return place.code
    key = name_key(name)
    return (
        bodies().get(key)
        or _territories().get(key)
        or _by_names().get(key)
        or ("" if key.isascii() else _territories().get(without_marks(key), ""))
    )
