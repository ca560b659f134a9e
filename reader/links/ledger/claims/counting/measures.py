"""What a measured value is the measure of: how far away, how long, how high; a sum paid or owed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.links.ledger import words
from reader.links.ledger.claims.counting.before import Before
from reader.text import Span

_REACH = 60
_AWAY = re.compile(
    r"\s*(?:away|off|from|outside|inland|downstream|upstream|downriver|upriver|offshore|further|apart"
    r"|(?:to the )?(?:due )?(?:north|south|east|west)\w*)\b"
)
""" "12 miles upstream", "30 kilometres from the coast": a distance, where the thing itself may be of any length."""
_SURFACE = "surface|ground|floor|sea|seabed|earth|water|ice|street|deck"
_ASPECT_BEHIND = re.compile(
    r"[\s-]*(?:in |de |d['’]|di )?(?P<aspect>long|length|high|height|tall|wide|width|deep|depth|thick|across"
    rf"|(?:below|beneath|under)(?= (?:the )?(?:{_SURFACE})\b)|underground"
    r"|profundidad|profondeur|profondità|profundidade|tief|diep|altura|altezza|haut|hauteur|hoch|hoog"
    r"|largo|longitud|longueur|lang|lunghezza|comprimento|ancho|anchura|large|largeur|breit|breed|larghezza|largura)\b"
)
_ASPECT_BEFORE = re.compile(
    r"\b(?P<aspect>length|height|width|depth|altitude|distance|radius|diameter|thickness|magnitude|range)"
    r" of (?:\w+ ){0,2}$"
)
_WITHIN_RANGE = re.compile(r"\b(?:can|could|able to) (?:fly|hit|reach|strike|travel)(?: [a-z]+){0,3} $")
""" "It can hit targets 500 kilometres away": how far it reaches."""
_FROM_TO = re.compile(r"\s*,? from (?:\S+ ){1,4}to\b")
_EXTENT = re.compile(r"\s*of (?:(?P<known>the |this |that )|an? )?(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)")
_VERBS = words.AUXILIARIES | {"lay", "lies", "lie", "stood", "sat", "hung", "hidden", "remain", "remains"}
_SAME = {
    word: aspect
    for aspect, said in {
        "long": "length largo longitud longueur lang lunghezza comprimento",
        "high": "height tall altura altezza haut hauteur hoch hoog",
        "wide": "width across diameter ancho anchura large largeur breit breed larghezza largura",
        "deep": "depth below beneath under underground profundidad profondeur profondità profundidade tief diep",
    }.items()
    for word in said.split()
}
""" "Three metres wide" and "a width of three metres", and so in other languages."""
_HYPHENED = re.compile(r" [a-z]{3,}")
""" "A nine-day fight"."""
_LATER = re.compile(r"\s+(?:after|late|later|before|earlier|ago|since)\b")
_BEFORE_IT = re.compile(r"\s+(?:before|earlier)\b")
_AFTER = Before(r"\b(?:after|since) (?:about |only |nearly |some )?$", "after since about only nearly some", re.I)
_LASTING = Before(
    r"\b(?:for|in|within|lasted|lasting|during|over) (?:about |only |nearly |some |up to )?$",
    "for in within lasted lasting during over about only nearly some to", re.I,
)  # fmt: skip
""" "four days after the closure" tells when, "in four days" how long it took."""
_SPENT = re.compile(
    r"\s+(?:of (?!(?:the|last|this|next|each|every)\b)[a-z]+|(?:in|under|inside|without|adrift|underground)\b)"
)
""" "After nine days of talks", "after nine hours in the water": how long they lasted."""
_TOOK = re.compile(
    r"\b(?:took|takes|taken|needed|needs|spent)(?: [\w’'-]+){0,3}? (?:about |only |nearly |some |just |almost )?$", re.I
)
""" "It took the army twelve days"."""
_TO_DO = re.compile(r"\s+to [a-z]+\b")
""" "It took 90 minutes to reach the hotel": how long that took, not how long the hotel burned."""
_IT_WAS = re.compile(r"\b(?:it was|it would be) (?:about |nearly |some |just |almost |more than )?$", re.I)
_UNTIL = re.compile(r"\s+(?:before|until) ")
""" "It was five hours before the fire was out": how long it took."""
_LEVEL = re.compile(
    r"\b(?:(?:peak|crest|stood|stand|reach)\w*(?: at)?|(?:ris|rose|swell|swoll|climb|surg|fell|sank|sunk)\w* to)"
    r"(?: (?:a|the) (?:\w+ )?(?:level|mark|height|peak|high|gauge) of)?(?: about| some| nearly| almost| just)? $",
    re.I,
)
""" "The river peaked at 7.4 metres": how high it stood, not by how much it rose."""
_WORDS = re.compile(r"[^\W\d_]+")
_LOOSELY = frozenset({"by", "some", "about", "nearly", "almost", "only", "just", "further", "another", "again"})
_CHANGES, _CHANGE_REACH = frozenset({"ROSE", "FELL"}), 40
_RATE = re.compile(
    r"\s+(?:(?:more|less|fewer) )?(?:a|an|per|each|every) (?P<time>second|minute|hour|day|week|month|quarter|year)\b"
    r"(?! (?:and|earlier|before|ago|later|after|old)\b)"
)
""" "200 million euros less a year", not "from 402 million euros a year earlier"."""
_TIMES = {
    word: time
    for time, said in {
        "hour": "stunde heure hora ora uur час годину",
        "day": "tag jour día dia giorno dag день",
        "week": "woche semaine semana settimana week неделю тиждень",
        "month": "monat mois mes mês mese maand месяц місяць",
        "year": "jahr an année año ano anno jaar год рік",
    }.items()
    for word in said.split()
}
_RATE_ABROAD = re.compile(
    r"\s+(?:pro|je|in der|im|die|par|por|cada|a la|al|à la|à|per|elke|в|за|на|(?:de |à |al)?l['’])\s?"
    rf"(?P<time>{'|'.join(_TIMES)})\b(?! \d)",
    re.I,
)
""" "14,50 Euro in der Stunde", "2 000 euros par mois"."""
_EVERY = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
_EACH = re.compile(r"\b(?:each|every) (?P<time>hour|day|week|month|year)\b[^.,;:!?\n]*$", re.I)
""" "Each day without them costs the port two million dollars"."""
_EVERY_REACH = 6
""" "The monthly wage rose to 1,800 euros"."""
_PATHS = frozenset({"route", "way", "distance", "path", "stretch", "course", "journey"})
_OF_SUMS = words.OF_MONEY | {"damaged"}
_MONEY_REACH = 12


def measured(text: str, span: Span, near: Sequence[str], at: int, *, money: bool, time: bool, level: bool) -> str:
    """What kind of measure the mention at `span` of `text` is; "" where nothing tells.

    Two measures of different kinds are never set against each other. `near` are the lower-case words around index `at`;
    `level`: it may be how high something stands.
    """
    behind = text[span.end : span.end + _REACH]
    if text.endswith((" old", "-old"), span.start, span.end) or (time and span.of(text).isdigit()):
        return "age"
    if rate := _rate(behind, near[max(0, at - _EVERY_REACH) : at + 1 + _EVERY_REACH] if money else ()):
        return f"per {rate}"
    if money:
        each = _EACH.search(text, max(0, span.start - _REACH), span.start)
        return f"per {each['time']}" if each else _of_money(near, at)
    before = text[max(0, span.start - _REACH) : span.start]
    if time:
        if (_TO_DO.match(behind) and _TOOK.search(before)) or (_UNTIL.match(behind) and _IT_WAS.search(before)):
            return "taking"
        hyphened = "-" in text[span.start : span.end]
        low = before.rstrip().casefold()
        if low.endswith("for") and _BEFORE_IT.match(behind):
            return ""  # "came for an hour before the wave", as some translate
        if _LASTING.stands(before, low) or _TOOK.search(before) or (hyphened and _HYPHENED.match(behind)):
            return "lasting"
        if _SPENT.match(behind):
            return "lasting"
        return "later" if _LATER.match(behind) or _AFTER.stands(before, low) else ""
    return _aspect(before, behind, level=level)


def _aspect(before: str, behind: str, *, level: bool) -> str:
    """How a thing is measured, by the words before and behind what is no sum and no time."""
    if found := _ASPECT_BEHIND.match(behind):
        return _SAME.get(found["aspect"], found["aspect"])
    if _WITHIN_RANGE.search(before):
        return "range"
    if _AWAY.match(behind) and not _FROM_TO.match(behind):
        return "distance"
    if " of " in before and (found := _ASPECT_BEFORE.search(before)):
        return _SAME.get(found["aspect"], found["aspect"])
    if level and _LEVEL.search(before):
        return "level"
    if found := _EXTENT.match(behind):
        said = found["noun"].split()
        happens = len(said) > 1 and (said[1] in _VERBS or words.happens(said[1]))  # "of ammonia escaped"
        nouns = [term for noun in said[: 1 if happens else 2] if noun not in _PATHS and (term := words.term(noun))]
        return f"of {nouns[-1]}" if nouns and not found["known"] else ""
    return ""


def is_change(measure: str, text: str, span: Span) -> bool:
    """Whether a number with a `measure` tells by how much something rose or fell ("rose by 1.1 metres", "up 3 percent",
    "a 5 percent rise", "a fall of 4 percent"), not how much there is of it."""
    if not measure:
        return False
    behind = _WORDS.match(text, span.end + 1)
    if behind and words.term(behind.group()) in _CHANGES:
        return True
    before = _WORDS.findall(text, max(0, span.start - _CHANGE_REACH), span.start)
    while before and (before[-1].lower() in _LOOSELY or before[-1].endswith("ly")):
        before.pop()
    if before[-1:] == ["of"]:
        before.pop()
    return bool(before) and (before[-1] in ("up", "down") or words.term(before[-1]) in _CHANGES)


def _rate(behind: str, beside: Sequence[str]) -> str:
    """In what time it is so much, by the words behind a measure or those beside a sum; "" where none tells."""
    if rate := _RATE.match(behind):
        return rate["time"]
    if rate := _RATE_ABROAD.match(behind):
        return _TIMES[rate["time"].lower()]
    return next((_EVERY[word] for word in beside if word in _EVERY), "")


def _of_money(near: Sequence[str], at: int) -> str:
    """Whether a sum was paid, is owed or is a damage, by the nearest word that tells."""
    told = [
        (abs(index - at), role)
        for index, role in words.roles_in(near)
        if role in _OF_SUMS and abs(index - at) <= _MONEY_REACH
    ]
    role = min(told)[1] if told else ""
    return "paid" if role == "damaged" and "paid" in {other for _, other in told} and "damages" in near else role
