"""What a measure, a share or a sum of money is called: "deficit", "share of the vote", "sum paid", "speed (ferry)"."""

from __future__ import annotations

import re
from collections.abc import Set

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.mentions import Duration, Quantity
from reader.text import Span

_REACH, _BESIDE = 60, 30
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>[a-z][\w-]{3,})(?: of|,? worth)"
    r"(?: (?:about|some|around|nearly|almost|only|up to|more than|at least))? $"
)
""" "A deficit of 3 million", "a repair worth 3 million"."""
_WHAT_BEHIND = re.compile(
    r" of (?P<the>the |its |their |his |her |an? |all )?(?P<noun>(?:[a-z]+(?:al|ic|ive|ous) )?[a-z][\w-]+)"
)
_INSIDE = re.compile(r" in (?P<where>prison|jail|custody|hospital|office|captivity|hiding)\b")
_NO_NAMES = frozenset(
    {"more", "less", "most", "half", "part", "rate", "total", "amount", "number", "outside", "because", "instead"}
    | {
        "speaks",
        "speak",
        "spoke",
        "talk",
        "talks",
        "talked",
        "tells",
        "told",
        "consists",
        "consisted",
        "ahead",
        "short",
    }
)
"""Words before "of" that name no measure: "instead of 55", "speaks of 2.3 billion"."""
_SEVERAL = {"inch": "inches", "foot": "feet", "century": "centuries"}
OF_MEASURES = {
    "metre": "distance", "time": "duration", "%": "share", "metre per second": "speed", "kilogram": "weight",
    "percentage point": "points", "square metre": "area", "cubic metre": "volume", "kelvin": "temperature",
}  # fmt: skip
"""What a measure is called of which nothing more is said."""
_CHANGES = {"ROSE": "rise", "FELL": "fall"}
_PAID = {
    "pay": "paid", "pays": "paid", "cost": "cost", "costs": "cost", "fined": "fine", "fine": "fine", "save": "saved",
    "offer": "offered", "offers": "offered", "spend": "spent", "lose": "lost", "loses": "lost", "losing": "lost",
    "earn": "earned", "owe": "owed", "owes": "owed", "promise": "promised", "demand": "demanded",
}  # fmt: skip
_DULL = words.WEAK | words.STOP | {"given", "got", "had", "put", "said", "set", "told"}
"""Verbs that tell nothing of a sum or a time."""
_NO_NOUN = ("ly", "ful", "ous")
"""Ends of words that are no nouns."""
_WHOLE = frozenset({"cost", "fine"})
"""Words that name the sum by themselves."""


def measure_label(text: str, claim: Claim, shared: Set[str], passage: Span) -> str:
    """What the measure of `claim` is called, from its sentence, the `passage` of `text`, and the terms that all claims
    have (`shared`)."""
    span = claim.mention.span
    before, behind = text[max(passage.start, span.start - _REACH) : span.start], text[span.end : passage.end][:_REACH]
    named = _NOUN_BEFORE.search(before)
    if named and named["noun"] not in words.STOP | _NO_NAMES:
        several = "worth" in named.group() and words.singular(named["noun"]) != named["noun"]
        return f"worth of the {named['noun']}" if several else named["noun"]
    if found := _INSIDE.match(behind):
        return f"time in {found['where']}"
    what = _WHAT_BEHIND.match(behind)
    if what and what["noun"] not in words.STOP and not (claim.dimension == "metre" and what["the"]):
        return _amount_of(claim, f"{what['the'] or ''}{what['noun']}")
    if claim.dimension == "time":
        done = next(
            (w for w in _WORD.findall(before[-_BESIDE:])[::-1] if w.islower() and words.happens(w) and w not in _DULL),
            "",
        )
        topic = "" if done else _topic(text, claim, shared, passage)
        return f"duration, {done}" if done else f"duration ({topic})" if topic else "duration"
    name = _change(before, behind) if claim.dimension == "%" else _paid(before, behind) if _money(claim) else ""
    if claim.dimension == "metre" and claim.role == "level":
        name = "level"
    unit = " ".join(claim.mention.text.split()[1:]) or "number"
    name = name or OF_MEASURES.get(claim.dimension, "sum" if _money(claim) else unit)
    topic = _topic(text, claim, shared, passage)
    return f"{name} ({topic})" if topic else name


def vagueness(label: str) -> int:
    """How little a label of a measure tells, 0-3: "deficit", "sum promised (fund)", "sum promised", "sum"."""
    said = re.findall(r"\w+", label)
    if said[:2] != said[:1] and said[:2][-1] in ("in", "of"):
        return 0
    vague = {*OF_MEASURES.values(), *_CHANGES.values(), "sum", "number"}
    return 0 if said[0] not in vague else max(1, 4 - len(said))


def _money(claim: Claim) -> bool:
    return claim.mention.kind == "money"


def _amount_of(claim: Claim, what: str) -> str:
    """ "Share of the vote", "tonnes of fuel", "hours of debate"."""
    if claim.dimension == "%":
        return f"share of {what}"
    if _money(claim):
        return f"sum of {what}"
    assert isinstance(claim.value, (Quantity, Duration))
    unit = claim.value.unit
    return (
        f"{_SEVERAL.get(unit, f'{unit}s')} of {what}"
        if unit.replace(" ", "").isalpha() and " per " not in unit and len(unit) > 2
        else what
    )


def _change(before: str, behind: str) -> str:
    """Whether a per cent is that of a rise or a fall, by the nearest word that tells."""
    near = _WORD.findall(before[-_BESIDE:].lower())[::-1] + _WORD.findall(behind[:_BESIDE].lower())
    return next((_CHANGES[term] for word in near if (term := words.term(word)) in _CHANGES), "")


def _paid(before: str, behind: str) -> str:
    """What becomes of a sum, by the nearest word that tells."""
    for word in _WORD.findall(before.lower())[::-1] + _WORD.findall(behind[:_BESIDE].lower()):
        done = _PAID.get(word, word if word in _PAID.values() else "")
        if done or (word not in _DULL and ((word.endswith("ed") and len(word) > 4) or word in words.PARTICIPLES)):
            return done if done in _WHOLE else f"sum {done or word}"
    return ""


def _topic(text: str, claim: Claim, shared: Set[str], passage: Span) -> str:
    """The nearest noun that the sentences of all claims have, as far as that is seen without grammar: one before it
    rather than one behind."""
    at = claim.mention.span.start
    found = [
        (abs(match.start() - at) + (_REACH if match.start() > at else 0), match.group())
        for match in _WORD.finditer(text, passage.start, min(passage.end, at + _REACH))
        if (word := match.group()).islower() and (term := words.term(word)) in shared and not term.isupper()
        and len(word) > 3 and not words.happens(word) and not word.endswith(_NO_NOUN)
    ]  # fmt: skip
    return min(found)[1] if found else ""
