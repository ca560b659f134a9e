"""Load the number, amount and date words of one language from the shipped tables."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.mentions.words.codes import DATE_CODES, NOT_MONEY, QUANTITY_CODES, SIGNS, WORD_SETS
from reader.mentions.words.tokens import Tokens, fold
from reader.shipped import resource

LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl", "ru", "uk", "tr", "ar", "pl")
_WIDER = {"be": "ru", "bg": "ru", "ca": "es", "gl": "pt", "af": "nl"}


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A numeral word: `value`, and what it does (`cardinal`, `scale`, `ordinal`, `denominator`, `vague`, ...)."""

    value: int | float
    does: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the grammar: its class `code` and what it stands for."""

    code: str
    data: Any = None


class Phrases:
    """Words and phrases found at a token, the longest first; case counts where the table's word has capitals."""

    __slots__ = ("_by_first",)

    def __init__(self) -> None:
        # by the first word and the second, "" for none, the longest first: the words after the first, and the entry
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}

    def add(self, words: str, entry: Entry) -> None:
        """Add one written form; an earlier entry for the same form is replaced."""
        exact = words != words.lower() and len(words) <= 4
        found = Tokens(words)
        first, *rest = found.texts if exact else found.lows or [""]
        if not first:
            return
        known = self._by_first.setdefault(first, {}).setdefault(rest[0] if rest else "", [])
        known[:] = [other for other in known if other[0] != tuple(rest)]
        known.append((tuple(rest), entry))
        known.sort(key=lambda other: -len(other[0]))

    def at(self, tokens: Tokens, index: int) -> tuple[Entry, int] | None:
        """The entry of the longest phrase that begins at token `index`, and how many tokens it covers."""
        text, low = tokens.texts[index], tokens.lows[index]
        for key in (text, low) if text != low else (low,):
            by_second = self._by_first.get(key)
            if by_second is None:
                continue
            for rest, entry in _candidates(by_second, tokens.text(index + 1), tokens.low(index + 1)):
                for place, word in enumerate(rest[1:], index + 2):
                    if word != tokens.low(place) and word != tokens.text(place):
                        break
                else:
                    return entry, len(rest) + 1
            if "" in by_second:
                return by_second[""][0][1], 1
        return None

    def alone(self, text: str, low: str) -> Entry | None:
        """The entry of a word, given as written and folded, that is no part of a longer phrase."""
        for key in (text, low):
            by_second = self._by_first.get(key)
            if by_second is not None and "" in by_second:
                return by_second[""][0][1]
        return None

    def begins_several(self, text: str, low: str) -> bool:
        """Whether a phrase of several words may begin with a word, given as written and folded."""
        return any(second for key in (text, low) for second in self._by_first.get(key, ()))

    def word(self, word: str, code: str) -> bool:
        """Whether a single folded word has this class."""
        entry = self.alone(word, word)
        return entry is not None and entry.code == code


def _candidates(
    by_second: dict[str, list[tuple[tuple[str, ...], Entry]]], text: str, low: str
) -> list[tuple[tuple[str, ...], Entry]]:
    """The phrases that go on with a second word, given as written and folded, the longest first."""
    found = by_second.get(low, []) if low else []
    if text == low or text not in by_second:
        return found
    return sorted([*found, *by_second[text]], key=lambda other: -len(other[0]))


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
    stems: dict[str, Morpheme]  # ordinals that stand only with an ending ("четверт")
    decade: re.Pattern[str] | None  # a decade in digits ("1990er Jahre")
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
        stems=stems,
        decade=_decade(table["date"]),
        parts=_parts(table["date"]),
    )


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
    for does in ("vague", "collective", "denominator", "added", "ordinal", "ending", "scale", "cardinal"):
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


def _parts(table: dict[str, str]) -> re.Pattern[str]:
    """The words for early, mid and late before the end of a piece of text, perhaps with short words between."""
    groups = "|".join(
        rf"(?P<{part}>{'|'.join(map(re.escape, sorted(_forms(table.get(part, '')), key=len, reverse=True))) or '(?!)'})"
        for part in ("early", "mid", "late")
    )
    return re.compile(rf"(?:\bthe )?\b(?:{groups})[ -](?:\w{{1,3}} ){{0,2}}$", re.IGNORECASE)


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
                found.add(word, Entry("k", (iso, word)))
    for iso in sorted(set(cldr["currencies"].values())):
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
    return found


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
    for key, forms in table.get("unit", {}).items():
        if key.startswith("duration"):
            for word in _forms(forms):
                found.add(word, Entry("U", key.removeprefix("duration-")))
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
    for value, forms in table.get("decades", {}).items():
        for word in _forms(forms):
            found.add(word, Entry("G", int(value)))
    for name, forms in table.get("holidays", {}).items():
        for word in _forms(forms):
            found.add(word, Entry("Y", name))
    return found
