"""Decide whether two names are one, and say why."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from reader.links.names.declined import undeclined
from reader.links.names.given import of_two_generations
from reader.links.names.reasons import change, written_apart
from reader.links.names.skeleton import VOWELLESS, is_article, is_particle, latin, script_of, skeleton
from reader.links.names.tables import place_of
from reader.links.names.telling import FIRST_WORDS, telling_words
from reader.links.names.words import word_similarity
from reader.links.values import Band, NameMatch
from reader.mentions import cues, known_nationality

LONGEST = 300
SURE, POSSIBLE = 90.0, 70.0
_MAYBE_DECLINED = 50.0
_UKRAINIAN_H = re.compile("[гГ]")  # it is g in Russian; the letter put for it is h
_BODIES = frozenset(("front", "army", "movement", "bank", "university", "party"))  # they stand first or last


def same_name(a: str, b: str, *, transliterate: bool = True) -> NameMatch:
    """Compare two names; `transliterate` allows matches across scripts.

    Bands: "sure" from 90, "possible" from 70. The reason names the strongest evidence in plain words.
    """
    if a.casefold() == b.casefold() and a.strip():
        return NameMatch(100.0, "sure", "same letters" if a == b else "only capitals differ")
    if max(len(a), len(b)) > LONGEST:
        return NameMatch(0.0, "different", "too long for a name")
    scripts = script_of(a), script_of(b)
    if scripts[0] == scripts[1]:
        return _matched(a, b, scripts)
    if not transliterate:
        return NameMatch(0.0, "different", "another script, and matching across scripts is off")
    match = _matched(a, b, scripts)
    if match.score < SURE and "CYRILLIC" in scripts and _UKRAINIAN_H.search(a + b):
        again = _matched(_UKRAINIAN_H.sub("һ", a), _UKRAINIAN_H.sub("һ", b), scripts)
        match = max(match, again, key=lambda m: m.score)
    if match.score < SURE and "CYRILLIC" in scripts and match.score >= _MAYBE_DECLINED:
        match = max(match, _in_the_nominative(a, b, scripts), key=lambda m: m.score)
    return match


def _in_the_nominative(a: str, b: str, scripts: tuple[str, str]) -> NameMatch:
    """The match of two names when the cases of the Cyrillic one are undone: Владимира Зеленского."""
    first = scripts[0] == "CYRILLIC"
    name, other = (a, b) if first else (b, a)
    words = telling_words(other)

    def likeness(form: str) -> float:
        return max([word_similarity(latin(form), word, "scripts") for word in words], default=0.0)

    bare = undeclined(name, likeness)
    if bare == name:
        return NameMatch(0.0, "different", "nothing to compare")
    return _matched(*((bare, other) if first else (other, bare)), scripts)


def _matched(a: str, b: str, scripts: tuple[str, str]) -> NameMatch:
    places = place_of(a), place_of(b)
    told = _by_tables(a, b, places)
    if told:
        return told
    if of_two_generations(a, b):
        return NameMatch(60.0, "different", "the elder and the younger")
    left, right = telling_words(a), telling_words(b)
    if not left or not right:
        return NameMatch(0.0, "different", "nothing to compare")
    score, reason = _compare(left, right, scripts)
    acronym = _acronym(left, right)
    if acronym and score < 99:
        score, reason = acronym, f"acronym of {max(a, b, key=lambda n: len(telling_words(n)))}"
    apart = _as_one_word(a, b)
    if apart[0] > score:
        score, reason = apart
    if reason == "same letters":
        reason = _first_words(a, b) or reason
    if scripts[0] == scripts[1] == "HAN":
        score = min(score, fuzz.ratio(a, b))
    if places[0] and places[1]:
        score, reason = min(score * 0.6, 60.0), "two different names of the lists"
    elif score < 99 and scripts == ("LATIN", "LATIN") and any(map(is_country, places)):
        score = min(score, 88.0)  # the spellings of countries are all listed: Jordaan is none of Jordan
    if score >= POSSIBLE and _has_article(a) != _has_article(b):
        reason = "article dropped" + (f", {reason}" if reason != "same letters" else "")
    if scripts[0] != scripts[1] and score >= POSSIBLE:
        foreign = next((s for s in scripts if s != "LATIN"), "")
        reason = f"{foreign.title()}, transliterated" + (f"; {reason}" if reason != "same letters" else "")
    return NameMatch(round(score, 1), _band(score), reason)


def _by_tables(a: str, b: str, places: tuple[str, str]) -> NameMatch | None:
    """What the tables of places and peoples say of two names, if they know both."""
    if places[0] and places[1]:
        if places[0] == places[1]:
            return NameMatch(97.0, "sure", f"both name {places[0].rpartition(':')[2].partition('/')[0]}")
        if all(map(is_country, places)):
            return NameMatch(5.0, "different", "different countries")
    peoples = known_nationality(a), known_nationality(b)
    if peoples[0] and peoples[1]:
        if peoples[0].code == peoples[1].code:
            return NameMatch(96.0, "sure", "forms of one nationality")
        return NameMatch(5.0, "different", "different nationalities")
    return None


def _first_words(a: str, b: str) -> str:
    """What to say of first words that are one word in two spellings (Oued, Wadi; Ste, Sainte), or ""."""
    words = [latin(name).split()[0] for name in (a, b)]
    one = words[0] != words[1] and len({FIRST_WORDS.get(word, word) for word in words}) == 1
    return f"{words[0].title()} and {words[1].title()} are one word" if one else ""


def is_country(code: str) -> bool:
    """Whether the code of a listed name is a country's."""
    return 0 < len(code) <= 6


def _has_article(name: str) -> bool:
    words = latin(name).split()
    return any(is_article(w) for w in words[:-1])


@lru_cache(maxsize=20000)
def _joined(name: str) -> str:
    return latin(name).replace(" ", "")


def _as_one_word(a: str, b: str) -> tuple[float, str]:
    """Compare two names as if each were one word: Hizb Allah and Hezbollah, Deir Ezzor and Deir ez-Zor."""
    left, right = _joined(a), _joined(b)
    if len(telling_words(a)) == len(telling_words(b)) and left != right:
        return 0.0, ""
    if left == right and len(left) > 2:
        return 99.0, "written apart or together"
    if skeleton(left) != skeleton(right) or len(skeleton(left)) < 4:
        return 0.0, ""
    return word_similarity(left, right) - 1, written_apart(latin(a).split(), latin(b).split())


def _band(score: float) -> Band:
    return "sure" if score >= SURE else "possible" if score >= POSSIBLE else "different"


def _compare(left: tuple[str, ...], right: tuple[str, ...], scripts: tuple[str, str]) -> tuple[float, str]:
    if "".join(left) == "".join(right):
        return 99.0, "same letters" if left == right else "written apart or together"
    if sorted(set(left)) == sorted(set(right)):
        turned = len(left) == 2 and left == right[::-1] and "".join(left).isalpha() and not {*left} & _BODIES
        return (88.0 if turned else 94.0), "other order of words"
    pairs, extra = _paired(left, right, scripts)
    score, reason = _judge(left, right, pairs, extra)
    if scripts[0] != scripts[1] and len(pairs) > 1 and not extra and min(s for _, _, s in pairs) >= 86:
        score = max(score, 91.0)  # a whole name letter by letter says more than one short word
    return score, reason


def _acronym(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How surely one of two names is the initials of the other; 0 when it is not."""
    numbers = tuple(w for w in left if w.isdigit()), tuple(w for w in right if w.isdigit())
    short, long = sorted((spelled(left), spelled(right)), key=len)
    if len(short) != 1 or numbers[0] != numbers[1] or not is_acronym_of(short[0], long):
        return 0.0
    return 86.0 if len(short[0]) == 2 and not numbers[0] else 91.0


@lru_cache(maxsize=20000)
def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that initials stand for: no numbers, and no "Index" after them."""
    kept = tuple(w for w in words if not w.isdigit())
    return kept[:-1] if len(words) > len(kept) > 1 and kept[-1] == "index" else kept


def is_acronym_of(short: str, long: tuple[str, ...]) -> bool:
    """Whether `short` is made of the first letters of the Latin words `long`, small words counted or not."""
    if not 2 <= len(short) <= 8 or len(long) < 2:
        return False
    content = [w for w in long if not is_particle(w)]
    return len(content) >= 2 and short in ("".join(w[0] for w in long), "".join(w[0] for w in content))


def _paired(
    left: tuple[str, ...], right: tuple[str, ...], scripts: tuple[str, str]
) -> tuple[list[tuple[int, int, float]], list[str]]:
    """Greedy best pairs (index left, index right, similarity 0-100), and the words left over."""
    between = "declined" if scripts == ("CYRILLIC", "CYRILLIC") else ""
    if scripts[0] != scripts[1]:
        between = "scripts" if VOWELLESS.isdisjoint(scripts) else "vowelless"
    last = len(left) - 1, len(right) - 1
    scored = [
        (word_similarity(a, b, between, (i, j) == last), -abs(i - j), i, j)
        for i, a in enumerate(left[:12])
        for j, b in enumerate(right[:12])
    ]
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for similarity, _, i, j in sorted(scored, reverse=True):
        if similarity < 50 or i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        pairs.append((i, j, similarity))
    extra = [w for i, w in enumerate(left[:12]) if i not in used_left]
    extra += [w for j, w in enumerate(right[:12]) if j not in used_right]
    return pairs, extra


def _judge(
    left: tuple[str, ...], right: tuple[str, ...], pairs: list[tuple[int, int, float]], extra: list[str]
) -> tuple[float, str]:
    if not pairs:
        return 0.3 * fuzz.ratio(" ".join(left), " ".join(right)), "no word in common"
    weights = [max(_weight(left[i]), _weight(right[j])) for i, j, _ in pairs]
    mean = sum(w * s for w, (_, _, s) in zip(weights, pairs, strict=True)) / sum(weights)
    worst = min(s for w, (_, _, s) in zip(weights, pairs, strict=True) if w == max(weights) or w >= 1)
    score = 0.4 * mean + 0.6 * worst
    missing = sum(_weight(w) for w in extra)
    both = len(pairs) < len(left) and len(pairs) < len(right)
    if both:
        share = sum(weights) / (sum(weights) + missing / 2)
        return min(score * (0.3 + 0.45 * share), 68.0), "some words differ"
    if len(pairs) == 1 and worst < 90:
        score *= 0.9  # nothing else speaks for it
    if missing:
        if len(pairs) == 1:
            return min(score * 0.75, 78.0), "one word of the longer name"
        score *= 1 - 0.07 * min(missing, 5)
        if any(len(w) > 1 and not is_particle(w) for w in extra) and not _ends_meet(left, right, pairs):
            score = min(score, 84.0)
    reason = _spelling_reason(left, right, pairs, bool(missing))
    return score, reason


def _ends_meet(left: tuple[str, ...], right: tuple[str, ...], pairs: list[tuple[int, int, float]]) -> bool:
    """Whether the first words go together and the last words too: only middle names are left over."""
    met = {(i, j) for i, j, _ in pairs}
    return (0, 0) in met and (len(left) - 1, len(right) - 1) in met


def _weight(word: str) -> float:
    if is_particle(word) or (len(word) == 1 and word.isalpha()):  # of an initial too
        return 0.2
    return 0.5 if word in cues("generic name") else 1.0


def _spelling_reason(
    left: tuple[str, ...], right: tuple[str, ...], pairs: list[tuple[int, int, float]], missing: bool
) -> str:
    said = [change(left[i], right[j]) for i, j, s in pairs if s < 100][:2]
    if missing:
        said.append("a word more or less")
    return ", ".join(said) or "same words"
