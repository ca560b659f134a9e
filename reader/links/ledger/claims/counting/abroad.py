"""What the words beside a number say in other languages: some of others, gravely hurt, a magnitude, an age, a stuff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.links import translations
from reader.links.ledger import words
from reader.links.ledger.intervals import dimension
from reader.mentions import Duration, Quantity
from reader.text import Span

_REACH = 70
_BEHIND, _BEFORE, _BESIDE, _STUFF = 6, 4, 2, 3
"""Words behind a number and before it that are read; those of them that must stand right beside it; and those
that may name the stuff of an amount."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EDGE = re.compile(r"[.,;:!?()\n–—“”«»\"\d]")
_LONG_EDGE = re.compile(r"[.;!?\n“”«»\"\d]")
_OF_THESE, _GRAVELY, _MAGNITUDE, _ABOARD = "whereof", "critical", "magnitude", "aboard"
"""The English words the tables give for "davon", "dont" or "bunlardan", for "lebensgefährlich", "Stärke", "à bord"."""
_ASPECTS = {"depth": "deep", "height": "high", "width": "wide", "length": "long", "altitude": "altitude"}
_AWAY = re.compile(r"\s+(?:от|від|dal\w*|[Ee]ntfern\w*|vo[nm]|van|uza[kğ]\w*|açığ\w*|عن|من)\b")
""" "60 метрах от берега", "25 mil açığında": how far away."""
_AMONG = re.compile(r"(?:lerden|lardan|lerinden|larından) $")
""" "Ölenlerden altı kişi": six of the dead; Turkish has an ending for it."""
_OLD = re.compile(r"jähr|jarig|летн|річн|yaş|\balt\w*$", re.I)
_COMMA_BEFORE, _SHORT = re.compile(r"(?:, |\()(?:de |d['’]|di )?$"), 6
_AGED = frozenset(
    {"âgé", "âgée", "âgés", "aged", "edad", "edades", "idade", "idades", "età", "العمر", "leeftijd", "возрасте", "віці"}
)
_LIVED = frozenset({"tenía", "tenían", "tiene", "avait", "avaient", "aveva", "avevano", "tinha", "tinham", "було"})
"""Verbs right before the years that somebody has lived ("El piloto tenía 51 años")."""
_MOVED = frozenset({"ROSE", "FELL"})
_OF_STUFF = frozenset({"kilogram", "cubic metre"})
_UNITED = frozenset({"the", "di", "de", "von", "van", "of"})


_SUFFIX = re.compile(r"['’]\w+")
""" "11'e yükseldi": the ending of the number, which is no noun."""
_AMONG_ARABS = re.compile(r"\s+من\s+(?P<noun>ال\w+)")
""" "Six of the suspects": so Arabic counts those it has told of."""


def noun_abroad(value: Quantity, text: str, span: Span, language: str) -> Quantity:
    """A number with the noun that stands behind the ending or the "of" of its language, where it has one."""
    if language[:2] == "tr" and value.counted and (ending := _SUFFIX.match(text, span.end)):
        return replace(value, counted=value.counted.removeprefix(ending.group()[1:]).strip())
    if language[:2] == "ar" and not (value.counted or value.unit) and (found := _AMONG_ARABS.match(text, span.end)):
        return replace(value, counted=found["noun"])
    return value


def without_verb(counted: str) -> str:
    """What is counted, "" where the word behind the number only tells that it rose or fell, or that it is a number."""
    head = counted.split()[-1] if counted else ""
    return "" if words.term(head) in _MOVED or head in words.COUNT_NOUNS or head == _OF_THESE else counted


def stated_abroad(text: str, span: Span, value: object, counted: str, language: str) -> tuple[str, str] | None:
    """What a number counts and its role where the words of another language right beside it give it."""
    near = text[max(0, span.start - _REACH) : span.start]
    before = _said_before(near, language)
    if isinstance(value, Duration):
        old = value.unit == "year" and (_of_an_age(span.of(text), before) or _apposed(text, span))
        return ("", "age") if old else None
    if not isinstance(value, Quantity):
        return None
    if dimension(value) in _OF_STUFF:
        return _stuff(text[span.end : span.end + _REACH], language)
    if dimension(value) == "metre":
        return _aspect(before, text[span.end : span.end + _REACH])
    behind = _said_behind(text[span.end : span.end + _REACH], language)
    if _MAGNITUDE in (*before[-1:], words.singular(counted.rpartition(":")[2])):
        return "figure", "magnitude"
    if counted != "?" and not words.human(counted):
        return None
    if _GRAVELY in behind:
        return "person", "gravely wounded"
    if _ABOARD in (*before, *behind):
        return "person", "aboard"
    pointing = _OF_THESE in (*before[-1:], *behind[:_BESIDE]) or _AMONG.search(near) is not None
    return (counted, "part") if pointing and (counted == "?" or language[:2] == "tr") else None


def _said_before(part: str, language: str) -> list[str]:
    """The last words before a number in its sentence, in English where the tables know them."""
    begin = max((edge.end() for edge in _LONG_EDGE.finditer(part)), default=0)
    return [translations.english(word, language).lower() for word in _WORD.findall(part, begin)[-_BEFORE:]]


def _said_behind(part: str, language: str) -> list[str]:
    """The first words behind a number in its clause, in English where the tables know them."""
    edge = _EDGE.search(part)
    told: list[str] = []
    for word in _WORD.findall(part[: edge.start() if edge else None])[:_BEHIND]:
        meant = translations.english(word, language).lower()
        if meant == "and" or (meant == _OF_THESE and len(told) >= _BESIDE):
            break
        told.append(meant)
    return told


def _aspect(before: Sequence[str], behind: str) -> tuple[str, str] | None:
    """What a length is, by the words before it ("на глубине 107 метров"), or what it is away from."""
    told = next((_ASPECTS[word] for word in reversed(before) if word in _ASPECTS), "")
    role = told or ("distance" if _AWAY.match(behind) else "")
    return ("", role) if role else None


def _stuff(behind: str, language: str) -> tuple[str, str] | None:
    """What an amount is of: the first noun the tables know ("220.000 Liter gebrauchter Lösungsmittel")."""
    edge = _EDGE.search(behind)
    for word in _WORD.findall(behind[: edge.start() if edge else None])[:_STUFF]:
        meant = translations.english(word, language)
        if meant != word and (term := words.term(meant)):
            return "", f"of {term}"
    return None


def _of_an_age(said: str, before: Sequence[str]) -> bool:
    """Whether years are somebody's age: "41-jähriger", "un homme de 41 ans", "âgée de sept ans"."""
    if _OLD.search(said) or not _AGED.isdisjoint(before) or not _LIVED.isdisjoint(before[-1:]):
        return True
    linked = len(before) > 1 and before[-1] in _UNITED
    return linked and (before[-2] == "old" or any(words.human(words.counted_class(word)) for word in before[-3:-1]))


def _apposed(text: str, span: Span) -> bool:
    """Whether years stand between commas, as ages do ("El piloto, de 51 años, …")."""
    before = text[max(0, span.start - _SHORT) : span.start]
    return _COMMA_BEFORE.search(before) is not None and text.startswith((",", ")"), span.end)
