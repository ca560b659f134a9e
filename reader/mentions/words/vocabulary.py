"""Load the number, amount and date words of one language from the shipped tables."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from reader.mentions.words.codes import DATE_CODES, NOT_MONEY, NOT_SIGNS, QUANTITY_CODES, SIGNS, WORD_SETS
from reader.mentions.words.phrases import Entry, Phrases
from reader.mentions.words.tokens import fold
from reader.shipped import resource

LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl", "ru", "uk", "tr", "ar", "pl")
_WIDER = {"be": "ru", "bg": "ru", "ca": "es", "gl": "pt", "af": "nl"}


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A numeral word: `value`, and what it does (`cardinal`, `scale`, `ordinal`, `denominator`, `vague`, ...)."""

    value: int | float
    does: str


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All words of one language that the quantity and date grammars know."""

    language: str
    decimal: str
    order: str
    numerals: dict[str, Morpheme]
    glued: re.Pattern[str] | None
    words: dict[str, frozenset[str]]
    quantity: Phrases
    date: Phrases
    weak: frozenset[str]
    suffixes: re.Pattern[str] | None
    locative: re.Pattern[str] | None  # "üçte ikisi", two in three
    stems: dict[str, Morpheme]  # ordinals that stand only with an ending ("четверт")
    decade: re.Pattern[str] | None  # a decade in digits ("1990er Jahre")
    tenses: tuple[re.Pattern[str] | None, ...]  # the forms of verbs of the future, the past and the present
    parts: re.Pattern[str]  # early, mid or late at the end of the words before a date


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of an ISO 639-1 code; English words where the language has no table."""
    code = language.lower().replace("_", "-").split("-")[0]
    code = _WIDER.get(code, code)
    if code not in LANGUAGES:
        code = "en"
    table = _toml(code)
    cldr = json.loads(resource("data", "languages", f"cldr-{code}.json").read_text(encoding="utf-8"))
    cldr["units"] = {word: key for word, key in cldr["units"].items() if not _misleading(word, key, table, cldr)}
    rules = table.get("numeral", {})
    numerals = _numerals(table)
    stems = {w: m for w, m in numerals.items() if m.does == "ordinal"} if "ordinal_stems" in rules else {}
    numerals = {w: m for w, m in numerals.items() if w not in stems}
    return Vocabulary(
        language=code,
        decimal=table["decimal"],
        order=table["order"],
        numerals=numerals,
        glued=_glued(numerals, rules) if rules.get("glued") else None,
        words=_word_sets(table, rules),
        quantity=_quantity_phrases(code, table, cldr),
        date=_date_phrases(table, cldr),
        weak=frozenset(fold(w) for w in _forms(table.get("weak", {}).get("words", ""))),
        suffixes=re.compile(rules["suffixes"]) if "suffixes" in rules else None,
        locative=re.compile(rules["locative"]) if "locative" in rules else None,
        stems=stems,
        decade=_decade(table["date"]),
        tenses=tuple(_form(table["date"], f"{tense}_form") for tense in ("future", "past", "present")),
        parts=_parts(table["date"]),
    )


def _misleading(word: str, key: str, table: dict[str, Any], cldr: dict[str, Any]) -> bool:
    """Short signs of time that are a month ("dec") or an everyday word ("в") as well."""
    weak = len(word) == 1 and word in _forms(table.get("weak", {}).get("words", ""))
    return key.startswith("duration") and (weak or word in cldr["months"])


@cache
def units() -> dict[str, tuple[str, str, float, float]]:
    """`{CLDR unit: (name, base unit, factor, offset)}`."""
    found = {}
    for line in resource("data", "units.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, name, base, factor, offset = line.split("\t")
            found[key] = (name, base, float(factor), float(offset))
    return found


def _currency_signs() -> list[list[str]]:
    lines = resource("data", "currency_signs.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _word_sets(table: dict[str, Any], rules: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Sets of folded words by name; the numeral rules come last, so that their "and" is the one of numbers."""
    dates = {name: table["date"].get(name, "") for name in WORD_SETS & set(table["date"])}
    sets = dict.fromkeys(WORD_SETS, "") | dates | table.get("counted", {}) | rules
    found = {name: frozenset(fold(w) for w in _forms(value)) for name, value in sets.items() if isinstance(value, str)}
    found["to"] = frozenset(fold(w) for w in _forms(table["date"].get("to", "")))
    return found


def _toml(code: str) -> dict[str, Any]:
    return tomllib.loads(resource("data", "languages", f"{code}.toml").read_text(encoding="utf-8"))


def _forms(words: str) -> Iterable[str]:
    return (word for word in words.split("|") if word)


def _numerals(table: dict[str, Any]) -> dict[str, Morpheme]:
    found: dict[str, Morpheme] = {}
    for does in ("round", "vague", "collective", "denominator", "added", "ordinal", "ending", "scale", "cardinal"):
        for value, forms in table.get(does, {}).items():
            number = float(value) if "." in value else int(value)
            for word in _forms(forms):
                found[fold(word)] = Morpheme(number, {"ending": "ordinal", "added": "glyph"}.get(does, does))
    for glyph, share in zip("½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞", _GLYPHS, strict=True):
        found[glyph] = Morpheme(share, "glyph")
    return found


_GLYPHS = (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 8, 3 / 8, 5 / 8, 7 / 8)


def _decade(table: dict[str, str]) -> re.Pattern[str] | None:
    behind = table.get("decade_behind")
    return re.compile(rf"(?<![\d.,/])['’]?\b(?P<year>(?:1\d|20)?\d0)(?:{behind})", re.IGNORECASE) if behind else None


def _form(table: dict[str, str], name: str) -> re.Pattern[str] | None:
    """A pattern for the endings of verbs."""
    return re.compile(table[name]) if name in table else None


def _parts(table: dict[str, str]) -> re.Pattern[str]:
    """The words for early, mid and late before the end of a piece of text, perhaps with short words between."""

    def forms(part: str) -> set[str]:
        return {re.sub(r" (?:de|del|des|du|di|do|da|dos|das|of|in)$", "", form) for form in _forms(table.get(part, ""))}

    groups = "|".join(
        rf"(?P<{part}>{'|'.join(map(re.escape, sorted(forms(part), key=len, reverse=True))) or '(?!)'})"
        for part in ("early", "mid", "late")
    )
    return re.compile(rf"(?:\bthe )?\b(?:{groups})[ -](?:\w{{1,3}} |degli |della ){{0,2}}$", re.IGNORECASE)


def _glued(numerals: dict[str, Morpheme], rules: dict[str, Any]) -> re.Pattern[str]:
    """A pattern that cuts "zweihundertsechs" into numeral words, the longest first, with the joining word between."""
    usable = (w for w, m in numerals.items() if w.isalpha() and len(w) > 1 and m.does != "vague")
    words = sorted(usable, key=len, reverse=True)
    joints = [fold(w) for w in _forms(rules.get("and", ""))]
    return re.compile("|".join(map(re.escape, words + joints)))


def _quantity_phrases(code: str, table: dict[str, Any], cldr: dict[str, Any]) -> Phrases:
    found = Phrases()
    for sign, kind in SIGNS.items():
        found.add(sign, Entry(kind, sign))
    english = table if code == "en" else _toml("en")
    for source in [english, table] if code != "en" else [table]:
        _add_units(found, source.get("unit", {}))
        if source is table:
            _add_units(found, {key: word for word, key in cldr["units"].items()}, cldr["units"])
            _add_units(found, source.get("unit", {}))
            for words, iso in cldr["currencies"].items():
                found.add(words, Entry("c", iso))
        for iso, forms in source.get("currency", {}).items():
            for word in _forms(forms):
                found.add(word, Entry("c", iso))
        for iso, forms in source.get("minor", {}).items():
            for word in _forms(forms):
                found.add(word, Entry("k", (iso, word.split()[-1])))  # "US cents" are cents
    for iso in sorted(set(cldr["currencies"].values())):
        if iso not in NOT_SIGNS:
            found.add(iso, Entry("$", iso))
        if iso.lower() not in NOT_MONEY:
            found.add(iso.lower(), Entry("c", iso))
    for sign, iso in _currency_signs():
        found.add(sign, Entry("$", iso))
    for value, forms in table["cardinal"].items() if "fold" in table.get("quantity", {}) else ():
        for word in _forms(forms):
            found.add(f"{word}fold", Entry("T", float(value)))
    for name, forms in table.get("quantity", {}).items():
        for word in _forms(forms):
            found.add(word, Entry(QUANTITY_CODES[name], name))
    for section, kind in (("dual", "2"), ("halved", "Y"), ("single", "1")):
        for key, forms in table.get(section, {}).items():
            for word in _forms(forms):
                found.add(word, Entry(kind, key))
    _add_inflected(found, table)
    return found


def _add_inflected(found: Phrases, table: dict[str, Any]) -> None:
    """Units and currencies of one word behind the endings of the language ("kilometreden", "liraya")."""
    endings = list(_forms(table["numeral"].get("unit_endings", "")))
    for section in ("unit", "currency", "minor"):
        for forms in table.get(section, {}).values():
            for word in _forms(forms) if endings else ():
                entry = found.alone(word, fold(word))
                if word.isalpha() and len(word) > 2 and entry is not None:
                    for ending in endings:
                        if found.alone("", fold(word + ending)) is None:
                            found.add(word + ending, entry)


def _add_units(found: Phrases, table: dict[str, str], reverse: dict[str, str] | None = None) -> None:
    pairs = reverse.items() if reverse else ((w, key) for key, forms in table.items() for w in _forms(forms))
    for word, key in pairs:
        if key in units():
            found.add(word, Entry("U" if key.startswith("duration") else "u", key))


def _date_phrases(table: dict[str, Any], cldr: dict[str, Any]) -> Phrases:
    found = Phrases()
    for sign, kind in (("-", "-"), ("–", "-"), ("—", "-"), ("~", "-"), (",", ","), (".", "."), ("(", "("), ("/", "/")):
        found.add(sign, Entry(kind, sign))
    for word, key in cldr["units"].items():
        if key.startswith("duration") and key in units():
            found.add(word, Entry("U", key.removeprefix("duration-")))
    endings = ["", *_forms(table["numeral"].get("unit_endings", ""))]
    for key, forms in table.get("unit", {}).items():
        if key.startswith("duration"):
            for word, ending in product(_forms(forms), endings):
                found.add(word + ending, Entry("U", key.removeprefix("duration-")))
    for name, forms in table.get("date", {}).items():
        for word in _forms(forms):
            if DATE_CODES[name]:
                found.add(word, Entry(DATE_CODES[name], name))
    for names, kind in (("months", "M"), ("weekdays", "W")):
        for word, number in cldr[names].items():
            found.add(word, Entry(kind, number))
        for value, forms in table.get(names, {}).items():
            for word in _forms(forms):
                found.add(word, Entry(kind, int(value)))
    for key, forms in table.get("dual", {}).items():
        for word in _forms(forms) if key.startswith("duration") else ():
            found.add(word, Entry("2", key.removeprefix("duration-")))
    for value, forms in table.get("decades", {}).items():
        for word in _forms(forms):
            found.add(word, Entry("G", int(value)))
    for name, forms in table.get("holidays", {}).items():
        for word in _forms(forms):
            found.add(word, Entry("Y", name))
    return found
