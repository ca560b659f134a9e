"""Find the people, organisations, places, nationalities and other names of an article, each with its exact span."""

from __future__ import annotations

from collections import Counter

from reader.mentions.entities.caseless import find_caseless
from reader.mentions.entities.context import tell_kinds
from reader.mentions.entities.evidence import Evidence
from reader.mentions.entities.extent.apart import is_state
from reader.mentions.entities.extent.numbered import MONEY, is_money
from reader.mentions.entities.extent.particles import DASHES
from reader.mentions.entities.extent.runs import find_runs
from reader.mentions.entities.kinds import Found, cut
from reader.mentions.entities.lists.gazetteer import cues, find_place
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.shapes import is_mixed
from reader.mentions.entities.spacy_engine import find_with_spacy
from reader.mentions.entities.teams import is_club, tell_teams, told_club
from reader.mentions.entities.words import Word, key_of, words_of
from reader.mentions.values import Mention, MentionKind
from reader.mentions.words.coordinates import without_coordinates
from reader.stopping import watched
from reader.text import Article, Span

_MINISTERS, _MINISTRIES = (
    ("ministr", "viceministr", "secretari", "secretári", "segretari", "sottosegretari"),
    ("minist",),
)


def entity_evidence(article: Article) -> Evidence:
    """How the article writes its words; `Evidence.of_all` of several is what `find_entities` wants for each of them."""
    return Evidence.of_words(words_of(without_coordinates(article))[0])


def find_entities(article: Article, evidence: Evidence | None = None, engine: str = "rules") -> list[Mention]:
    """The names of an article in order, without overlaps.

    `evidence` is that of all loaded articles together. With the engine "spacy:PIPELINE" its marks come first and the
    rules add names elsewhere; AnalysisError when it cannot be loaded.
    """
    ruled = _find_by_rules(without_coordinates(article), evidence)
    if not engine.startswith("spacy:"):
        return ruled
    marked = find_with_spacy(article, engine.removeprefix("spacy:"))
    taken = bytearray(len(article.text))
    for mention in marked:
        taken[mention.span.start : mention.span.end] = b"\x01" * len(mention.span)
    others = [m for m in ruled if not any(taken[m.span.start : m.span.end])]
    return sorted([*marked, *others], key=lambda m: m.span)


def _find_by_rules(article: Article, evidence: Evidence | None) -> list[Mention]:
    words, language = words_of(article)
    if evidence is None:
        evidence = Evidence.of_words(words)
    setting = Setting(evidence, language)
    found: list[Found] = []
    for start, end in watched(find_runs(words, setting)):
        found += cut(words, start, end, setting)
    bodies = _bodies(words, found)
    found = [_with_ministry(words, item, setting) for item in watched(found) if _stands(words, item, setting, bodies)]
    found = _apart(words, found)
    tell_kinds(words, found, setting)
    tell_teams(words, found, setting)
    _spread_kinds(words, found)
    if setting.peoples:
        found = sorted([*found, *_peoples(words, setting)], key=lambda item: item.start)
    capitalised = [_mention(article.text, words, item) for item in found]
    caseless = find_caseless(article.text) if not article.text.isascii() else []
    return sorted([*capitalised, *caseless], key=lambda m: m.span) if caseless else capitalised


def _bodies(words: list[Word], found: list[Found]) -> frozenset[str]:
    """The first and last words of the bodies of several words: the Academy of Fine Arts may be called the Academy."""
    several = [item for item in found if item.kind == "organisation" and item.end - item.start > 1]
    return frozenset(words[at].low for item in several for at in (item.start, item.end - 1))


def _apart(words: list[Word], found: list[Found]) -> list[Found]:
    """Two names with a dash between them are two where each stands alone as well: the Nokia-Ericsson lawsuit."""
    joined = [item for item in found if item.end - item.start == 2 and words[item.end - 1].gap in DASHES]
    if not joined:
        return found
    alone = {words[item.start].low for item in found if item.end - item.start == 1}
    two = {
        item.start
        for item in joined
        if all(word.low in alone for word in words[item.start : item.end]) or _is_route(words[item.start : item.end])
    }
    parts = [Found(k, k + 1, "name", "capitalised") for at in two for k in (at, at + 1)]
    return sorted([*parts, *(i for i in found if i.start not in two)], key=lambda i: i.start) if two else found


def _is_route(ends: list[Word]) -> bool:
    """Whether a dash stands between two places that together are none: the Madrid-Vigo line, not Guinea-Bissau."""
    known = [find_place(key_of([word])) for word in ends]
    return all(place is not None and not place.doubtful for place in known) and find_place(key_of(ends)) is None


def _stands(words: list[Word], item: Found, setting: Setting, bodies: frozenset[str]) -> bool:
    """Whether what is left of a run is a name: not a bare title, a single letter or a function word.

    A word such as "Court" alone is one where it is the first or last of the `bodies` that are told of.
    """
    if item.end - item.start > 1:
        return True
    word = words[item.start]
    if is_state(words, item.start):
        return True
    if item.kind == "name" and words[_head_of(words, item, setting)].low.startswith(_MINISTERS):
        return False
    if is_money(words, item.start) or (word.text[0].isdigit() and word.gap[-1:] in MONEY) or _is_numbered(words, item):
        return False
    if word.low in setting.titles or (setting.function(word) and item.kind == "name" and not is_mixed(word.text)):
        return False
    if word.low in cues("prefix") and item.end < len(words) and words[item.end].gap in DASHES:
        return False  # Ex-pilot
    if item.start and word.gap in DASHES and words[item.start - 1].low == "all" and setting.common(word.low):
        return False  # an All-Star
    if word.low in cues("abbreviated noun") or (word.low in cues("numeral") and word.text.isupper()):
        return False
    if word.low in cues("direction") or (word.low in cues("before title") and word.low not in cues("party")):
        return word.text.isupper()
    if word.low in setting.organisations and word.low not in cues("institution") and setting.common(word.low):
        if word.low in bodies or told_club(word.low, setting):
            return not word.weak or is_club(words, item)
        if word.low in cues("paper") and not word.weak and words[item.start - 1].low == "the":
            return True  # he told the Herald
        return word.text.isupper() and word.low in cues("acronym")
    return len(word.text) > 1 and not word.text.isdigit()


def _is_numbered(words: list[Word], item: Found) -> bool:
    """Whether it says which part of a text or a plan is meant: Section 7."""
    word = words[item.start]
    return word.low in cues("numbered noun") and item.end < len(words) and words[item.end].text.isdecimal()


def _head_of(words: list[Word], item: Found, setting: Setting) -> int:
    """The word before common words with a capital, with small words between: (ministro) degli Esteri."""
    at = item.start
    if setting.language not in ("es", "fr", "it", "pt"):
        return at
    if not all(setting.common(w.low) or w.low in cues("portfolio") for w in words[at : item.end]):
        return at
    while at and item.start - at < 4:
        if at < item.start and not setting.function(words[at]) and words[at].low not in setting.peoples:
            break
        at -= 1
    return at


def _with_ministry(words: list[Word], item: Found, setting: Setting) -> Found:
    """A ministry whose head word is written small: (le) ministère de la Santé."""
    at = _head_of(words, item, setting) if item.kind == "name" else item.start
    if at < item.start and words[at].low in setting.organisations and words[at].low.startswith(_MINISTRIES):
        return Found(at, item.end, "organisation", f"cue word '{words[at].text}'")
    return item


def _peoples(words: list[Word], setting: Setting) -> list[Found]:
    """Adjectives of nationality in small letters: français, sud-coréen; of franco-allemand the second alone."""
    found = []
    for at, word in enumerate(words):
        if word.low in setting.peoples and not word.cap:
            joined = at > 0 and word.gap == "-"
            if joined and words[at - 1].cap:
                continue  # US-amerikanisch
            long = joined and f"{words[at - 1].low}-{word.low}" in setting.peoples
            found.append(Found(at - long, at + 1, "nationality", "nationality list"))
    return found


def _spread_kinds(words: list[Word], found: list[Found]) -> None:
    """Give a surname the kind of the full name, and a name the kind it has elsewhere in the article."""
    known: dict[str, list[MentionKind]] = {}
    surnames: dict[str, str] = {}
    keys: list[str] = []
    for item in watched(found):
        keys.append(key_of(words[item.start : item.end]))
        if item.kind != "name":
            known.setdefault(keys[-1], []).append(item.kind)
            if item.kind == "person" and item.end - item.start > 1:
                surnames[key_of(words[item.end - 1 : item.end])] = " ".join(
                    [w.text for w in words[item.start : item.end]]
                )
    oftenest = {key: Counter(kinds).most_common(1)[0][0] for key, kinds in known.items() if len({*kinds}) > 1}
    for item, key in zip(found, keys, strict=True):
        family = key in surnames and item.evidence == "list of bodies"  # Bloomberg, where Michael Bloomberg is told of
        if item.kind != "name" and not family and not _is_small_place(item, key):
            continue
        if key in surnames:
            item.kind, item.evidence = "person", f"surname of {surnames[key]}"
        elif key in known and (kind := oftenest.get(key, known[key][0])) != item.kind:
            item.kind, item.evidence = kind, f"{kind} elsewhere in the article"


def _is_small_place(item: Found, key: str) -> bool:
    """Whether only the list makes it a place, one that a person or a paper may be called after."""
    place = find_place(key) if item.evidence in ("city list", "province list") else None
    return place is not None and not place.great


def _mention(text: str, words: list[Word], item: Found) -> Mention:
    last = words[item.end - 1]
    short = item.end - item.start > 1 and last.low in cues("dotted last")  # Acme Inc.
    dotted = text[last.end : last.end + 1] == "." and (short or is_state(words, item.start))
    span = Span(words[item.start].start, last.end + dotted)
    return Mention(span, text[span.start : span.end], item.kind, engine="rules", evidence=item.evidence)
