"""The small tables behind the ledger: nouns that count the same things, what befell them, and words that weigh nothing.

The words are in `resources/data/ledger_words.toml`, those of other languages in `translations`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from reader.shipped import resource
from reader.text import Hinted, WordCache, without_marks

_TABLES = tomllib.loads(resource("data", "ledger_words.toml").read_text(encoding="utf-8"))


def _listed(name: str) -> frozenset[str]:
    return frozenset(_TABLES["lists"][name].split())


HUMANS = _listed("humans")
"""Classes of counted nouns that are people."""
FIGHTERS = frozenset({"combatant", "soldier", "police", "guard"})
"""Those who may be of one side of a fight."""
RESCUERS = frozenset({"firefighter", "rescuer", "diver", "police", "doctor"})
"""Those who free others."""
STOP = _listed("stop")
ANAPHORS = _listed("anaphors")
"""Words that point back to the sentence before."""
COUNT_NOUNS = _listed("count_nouns")
AUXILIARIES = _listed("auxiliaries")
ONLY_OFFICES = frozenset(_TABLES["offices"]["only"].split())
OFFICES: dict[str, str] = {
    **{office: office for held in _TABLES["offices"].values() for office in held.split() if "-" not in office},
    **{name.lower(): office for name, office in _TABLES["office_names"].items()},
}
"""Offices as they are written, each with the name under which it is compared."""
GROUPS: dict[str, str] = _TABLES["groups"]
"""What words for a group say that a number behind them counts."""
WEAK = AUXILIARIES | _listed("weak")
"""Words that are kept when contexts are compared, but tell too little to stand in a label."""
NOW = _listed("now")
MARKET = _listed("market")
"""Words of sentences that give prices or indices, which are others every day."""
PARTICIPLES = _listed("participles")
"""Past participles that have no ending of their own ("caught")."""
STATES = _listed("states")
"""Words that tell what befell somebody, but are no verbs."""
LOSING = _listed("losing")
"""Killed when people are counted, destroyed when things are."""
MODIFYING, MODIFIED = _listed("modifying"), _listed("modified")
"""Words that tell what befell somebody, but not before one of these ("rescue team")."""
CRIMES = _listed("crimes")
"""What is told in counts and cases of which nobody falls ill."""
ANIMALS = _listed("animals")
JOBS = _listed("jobs")
"""What is cut when people are dismissed."""
KIN = _listed("kin")
"""Those whose loss is a death."""
OF_MONEY = frozenset({"paid", "owed"})
"""Roles of sums of money; "gave way" says nothing of people."""
OPPOSITES = (
    ("ROSE", "FELL"), ("OPENED", "CLOSED"), ("BORN", "KILLED"), ("BUILT", "DESTROYED"), ("WON", "KILLED"),
    ("drug", "placebo"), ("vaccin", "placebo"),
)  # fmt: skip
"""Pairs of terms that cannot be one event."""
MOMENTS = (
    ("begin", "end"), ("begin", "finish"), ("start", "end"), ("start", "finish"),
    ("arriv", "leave"), ("arriv", "depart"), ("CAPTURED", "FREED"),
)  # fmt: skip
"""Pairs of terms for two moments of one event, which are of two days or hours."""
OPPOSED = frozenset(term for pair in OPPOSITES + MOMENTS for term in pair)
_TOTALS: dict[str, list[str]] = _TABLES["totals"]
_COGNATE = 5
_BEFORE_S = re.compile(r"^es(?=[^aeiou])")
_IRREGULAR: dict[str, str] = _TABLES["irregular"]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word cut to what its forms share; English endings only, the rest is left as it is."""
    word = word.lower().removesuffix("’s").removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not (ending == "s" and word.endswith("ss")):
            word = word[: -len(ending)]
            break
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(maxsize=50_000)
def singular(noun: str) -> str:
    """A noun without its plural ending, in lower case."""
    noun = noun.lower().removesuffix("’s").removesuffix("'s")
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-1] if noun[:-1] in _kindred() else noun[:-3] + "y"  # "sorties", "cities"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    if noun.endswith("ses") and noun[:-1] not in _kindred() and noun[:-2] in _kindred():
        return noun[:-2]  # "canvases", not "houses"
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


_VERBS = _listed("irregular_verbs")
_CLASS_OF: dict[str, str] = {singular(w): name for name, held in _TABLES["classes"].items() for w in held.split()}
_ROLE_OF: dict[str, str] = {word: name for name, words in _TABLES["roles"].items() for word in words.split()}
_FATE_OF: dict[str, str] = {word: name for name, words in _TABLES["fates"].items() for word in words.split()}
_KINDS: dict[str, str] = _TABLES["kinds"]
_CALLED: dict[str, str] = {word: name for name, words in _TABLES["callings"].items() for word in words.split()}


def _predicates() -> dict[str, list[tuple[str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for role, frames in _TABLES["predicates"].items():
        for verbs, _, beside in (frame.partition(" > ") for frame in frames):
            for verb in verbs.split():
                found.setdefault(verb, []).append((role, frozenset(beside.split())))
    return found


PREDICATES = _predicates()
"""Verbs that tell what befell people together with another word: for each the roles, and which words those are."""
_EVENT_OF: dict[str, str] = {word: name for name, words in _TABLES["events"].items() for word in words.split()}


@lru_cache(maxsize=16)
def totals(language: str) -> Hinted | re.Pattern[str]:
    """What finds the phrases that make a number a total over time in a language; English ones where it has none."""
    if language[:2] in _TOTALS and language[:2] != "en":
        return re.compile(rf"\b(?:{'|'.join(_TOTALS[language[:2]])})\b", re.IGNORECASE)
    phrases = _TOTALS["en"]
    return Hinted(rf"\b(?:{'|'.join(phrases)})\b(?! (?:earlier|ago|before|later|old|and a half|then))", *phrases)


def denies(said: Iterable[str], language: str) -> bool:
    """Whether one of some lower-case words of a language denies what the others say; other languages are English."""
    whole, begins, ends = _negations(language[:2])
    return any(word in whole or word.startswith(begins) or word.endswith(ends) for word in said)


@lru_cache(maxsize=16)
def _negations(language: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    held = _TABLES["negations"]
    listed = held.get(language, held["en"]).split()
    begins = tuple(word[:-1] for word in listed if word.endswith("*"))
    ends = tuple(word[1:] for word in listed if word.startswith("*"))
    return frozenset(listed), begins, ends


def counted_class(noun: str) -> str:
    """What a counted noun stands for: its class of near-synonyms, or the noun itself; "" for ""."""
    one = singular(noun)
    return _CLASS_OF.get(one, one)


def event_role(word: str) -> str:
    """What befell the counted: killed, wounded, deployed …; "" for a word that does not tell."""
    return _ROLE_OF.get(word.lower(), "")


def fate(noun: str) -> str:
    """What befell those whom a counted noun names: its role, or that of people called after their fate ("victims")."""
    return event_role(noun) or _FATE_OF.get(singular(noun), "")


def calling(noun: str) -> str:
    """What people who are called so did or suffered, unless the words around say otherwise ("lives")."""
    return _CALLED.get(singular(noun), "")


def roles_in(lowered: Iterable[str]) -> list[tuple[int, str]]:
    """The places and roles of those lower-case words that tell what befell something."""
    return [(place, role) for place, word in enumerate(lowered) if (role := _ROLE_OF.get(word))]


def is_event(word: str) -> bool:
    """Whether a lower-case word names a happening that gives a date its event, or is one of the irregular verbs."""
    return word in _EVENT_OF or _IRREGULAR.get(word) in _VERBS


@lru_cache(maxsize=1)
def _kindred() -> dict[str, str]:
    """For each noun, parted by tabs, those that stand for it, the kinds it is of, and whether it is of people."""
    lines = resource("data", "kindred_nouns.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def synonyms(one: str, other: str) -> bool:
    """Whether two English nouns stand for one another ("banner", "standard")."""
    return other in _standing_for(one)


@lru_cache(maxsize=5_000)
def _standing_for(noun: str) -> frozenset[str]:
    return frozenset(_kindred().get(noun, "").split("\t")[0].split())


@lru_cache(maxsize=5_000)
def of_kind(one: str, other: str) -> bool:
    """Whether one of two English nouns names the kind that the other is of ("weapon", "gun")."""
    if other in _KINDS.get(one, "").split() or one in _KINDS.get(other, "").split():
        return True
    kinds = [_kindred().get(noun, "\t\t").split("\t")[1].split() for noun in (one, other)]
    return other in kinds[0] or one in kinds[1]


def cognates(one: str, other: str) -> bool:
    """Whether words of two languages begin alike, as those taken from Latin do ("department", "département")."""
    begin = [_bare(word)[:_COGNATE] for word in (one, other)]
    return begin[0] == begin[1] and len(begin[0]) == _COGNATE


def _bare(word: str) -> str:
    """A word without accents, and without the e that Romance languages put before an s ("esqueleto", "escuela")."""
    plain = without_marks(word)
    return _BEFORE_S.sub("s", plain) if plain[:2] == "es" else plain


def past_verb(word: str) -> bool:
    """Whether a word is the past of an irregular verb, and so no noun ("a quake of magnitude 6.8 struck")."""
    return word in _IRREGULAR and _IRREGULAR[word] != word and _IRREGULAR[word] in _VERBS


def happens(word: str) -> bool:
    """Whether a word looks like a verb that tells of something that happened: there is no grammar here."""
    return _HAPPENS[word]


def _happens(word: str) -> bool:
    return is_event(word) or word in PARTICIPLES or looks_past(word)


def looks_past(word: str) -> bool:
    """Whether a word in small letters has the form of a regular verb that tells of what is past."""
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")


def terms(said: Iterable[str]) -> list[str]:
    """Content words as the ledger compares them: their role or class, else their stem; "" for a stop word.

    Roles and events are in capitals, so that they never fall together with a stem.
    """
    return list(map(_TERMS.__getitem__, said))


def term(word: str) -> str:
    """One of the `terms`."""
    return _TERMS[word]


def _term(word: str) -> str:
    lowered = word.lower()
    role = _ROLE_OF.get(lowered) or _EVENT_OF.get(lowered)
    if lowered in STOP or role == "strength":
        return ""
    return role.upper() if role else _CLASS_OF.get(singular(lowered)) or stem(lowered)


_TERMS, _HAPPENS = WordCache(_term), WordCache(_happens)


def _indicators(*tables: str) -> dict[str, str]:
    named = (entry for table in tables for entry in _TABLES[table].items())
    return {_term(word): name for name, held in named for word in held.split()}


_OF_SUMS, _OF_SHARES = _indicators("indicators"), _indicators("indicators", "indicators_of_shares")


def indicators(told: Iterable[str], *, share: bool) -> frozenset[str]:
    """What a sum, or a `share`, may be of by the terms around it: a profit, the turnout."""
    known = _OF_SHARES if share else _OF_SUMS
    return frozenset([known[term] for term in told if term in known])


def living(counted: str) -> bool:
    """Whether a counted class is of people or animals, or of their lives and bodies."""
    return human(counted) or counted in ANIMALS or counted in _CALLED


def human(counted: str) -> bool:
    """Whether a counted class is of people."""
    return counted in HUMANS or (counted not in STOP and _kindred().get(counted, "").endswith("\tperson"))
