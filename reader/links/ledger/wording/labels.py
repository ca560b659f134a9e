"""Name the rows of the ledger, so that a reader sees at a glance what each is about: "people killed"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.asides import SAID
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.counts import parted
from reader.links.ledger.claims.counting.roles import head_noun
from reader.links.ledger.pairing.told import name_of
from reader.links.ledger.wording.days import day_of, finest
from reader.links.ledger.wording.measure_labels import OF_MEASURES, measure_label, vagueness
from reader.links.ledger.wording.nouns import NO_NOUN, in_small, one_noun, part_of
from reader.links.ledger.wording.verbs import BEFALLING, HAPPENING, NO_EVENT
from reader.links.values import ComparedSource, Entity, Verdict
from reader.mentions import DateValue, Quantity, Quotation
from reader.text import PLAIN_WORD, Span

LONGEST = 40
"""Code points of a label; quotations may take `LONGEST_QUOTE`."""
LONGEST_QUOTE = 60
_WORD = re.compile(rf"{PLAIN_WORD}|\d+(?:[.,:]\d+)+|[^\W_]+(?:[-’'][^\W_]+)*")
_CLAUSE_END = re.compile(r"[,;!?()“”\"«»\n]|:(?!\d)|\.(?=\s)|\s[-–—]\s")
_NAME_REACH, _PLACE_REACH = 40, 60
_OTHER_NUMBER = re.compile(r"\d[\d.,]*(?:(?:st|nd|rd|th)\b|\s?%| (?:per ?cent|million|billion|thousand|points)\b)?")
_AND = " and "
_REACH = 120
"""Code points either side of a mention in which the words of its label may stand."""
_MOST_LEADS = 8
"""Of how many claims of a row the sentences are asked what a measure is called."""
_BEFORE, _BEHIND = 2, 1
"""How many telling words a label that quotes the text takes from either side of the number."""
Places = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
"""What each place is called that claims name in common, and the names that the source of each claim has for it."""
_NAMED = {
    role: role
    for role in ("magnitude", "capacity", "population", "altitude", "distance", "radius", "diameter", "thickness")
} | {"deep": "depth", "high": "height", "long": "length", "wide": "width"}
"""Roles that are themselves what is told, as it is called."""
_WHOSE = re.compile(r"[\s-]*(?:years?[\s-]old[\s,]*)?((?:[A-Z][\w’'-]+ ?){1,3}|[a-z]{3,}\b)")
_NAME_BEFORE = re.compile(r"((?:[A-Z][\w’'-]+ ?){1,3}), $")
_OF_THINGS = frozenset({"destroyed", "damaged", "lost", "deployed", "missing", "captured"})
"""What may befall things; the other roles befall people."""
_ANYBODY = frozenset({"people", "person", "persons", "others", "individuals"})
_BEFELL = {"freed": "rescued"}
"""What befell people where no participle of the text says it; of those who are let go one does."""
_PARTICLES = frozenset({"away", "back", "down", "off", "out", "up", "way"})


def _of_somebody(word: str) -> bool:
    """Whether the word behind an age is a name, or a noun for people: not in "the 57-year-old had"."""
    return word[0].isupper() or words.human(words.counted_class(word))


class Labels:
    """Gives rows their labels from the words of the `sources` (by letter) and the places among the entities."""

    def __init__(self, sources: Mapping[str, ComparedSource], entities: Sequence[Entity], memory: Memory) -> None:
        self._sources, self._memory = sources, memory
        self._places = {name_of(entity): entity for entity in entities if entity.kind == "place"}

    def of(self, claims: Sequence[Claim], places: Places, verdict: Verdict) -> str:
        """The label of a row's claims, whatever their order: at most `LONGEST` code points but for quotations."""
        value = claims[0].value
        if isinstance(value, Quotation):
            return shortened(_quoted(claims), LONGEST_QUOTE)
        if len(claims) > 1:
            order = sorted(range(len(claims)), key=lambda number: self._place_of(claims[number]))
            claims = [claims[number] for number in order]
            places = tuple((label, tuple(names[number] for number in order)) for label, names in places)
        if isinstance(value, DateValue):
            return shortened(self._date(claims, verdict), LONGEST)
        return shortened(self._quantity(claims, places), LONGEST)

    def _place_of(self, claim: Claim) -> tuple[object, ...]:
        """Where a claim comes among those of a row, English ones first: how far on in its account it stands."""
        span = claim.mention.span
        said = self._text(claim)[span.start : span.start + LONGEST]
        return claim.language not in ("", "en"), span.start, claim.mention.text, said

    def _quantity(self, claims: Sequence[Claim], places: Places) -> str:
        """What is counted and what befell it, or where; else the words around the number, "…" where values differ."""
        roles = [claim.role for claim in claims]
        if named := [_NAMED[role] for role in roles if role in _NAMED]:
            return min(named)
        if roles[0] == "age":
            return self._age(claims[0])
        if roles[0] == "ordinal":
            return f"which {claims[0].counted}"
        if roles[0] == "part" and not claims[0].dimension and not self._follows(claims[0]):
            return part_of(claims[0].value)
        plain = [claim for claim in claims if not claim.dimension]
        plain = [claim for claim in plain if claim.language in ("", "en")] or plain
        befell = self._befell(plain)
        noun = self._common_noun(plain, general=bool(befell))
        if befell and not noun and befell not in _OF_THINGS and _of_people(plain):
            noun = "people"
        if noun and befell:
            return f"{noun} {befell}"
        place = self._place(claims, places) if noun else ""
        if place:
            return f"{noun} in {place}"
        if noun and noun.split()[-1].lower() not in _ANYBODY:
            return noun
        told = [claim for claim in claims if claim.language in ("", "en")]
        measured = [claim for claim in told if claim.dimension]
        if measured and len({claim.source for claim in claims}) > 1:
            return self._measure(measured, claims)
        return noun if noun and len(claims) > 1 else self._around(claims)

    def _common_noun(self, claims: Sequence[Claim], *, general: bool) -> str:
        """What most of the claims call what they count; of several words that for all people first, if `general`."""
        said = [noun for claim in claims if (noun := self._noun(claim))]
        if len(said) < 2:
            return said[0] if said else ""
        nouns = Counter(said)
        heads = {noun: noun.split()[-1].lower() for noun in nouns}
        whole = {noun: sum(n for other, n in nouns.items() if one_noun(other, noun)) for noun in nouns}

        def rank(noun: str) -> tuple[object, ...]:
            anybody = heads[noun] in _ANYBODY
            return -whole[noun], anybody != general, words.singular(heads[noun]) == heads[noun], len(noun), noun

        return min(nouns, key=rank)

    def _measure(self, told: Sequence[Claim], claims: Sequence[Claim]) -> str:
        """The name of a measure as the sentence of that claim gives it that tells most."""
        shared = frozenset(claims[0].terms).intersection(*(claim.terms for claim in claims))
        names = []
        for lead in told[:_MOST_LEADS]:
            passage = self._sources[lead.source].passages[lead.passage].span
            names.append(measure_label(self._text(lead), lead, shared, passage))
        return min(names, key=vagueness)

    def _age(self, claim: Claim) -> str:
        """Whose age a number is, as far as the words beside it tell."""
        text, span = self._text(claim), claim.mention.span
        behind = _WHOSE.match(text, span.end, span.end + _NAME_REACH)
        before = _NAME_BEFORE.search(text, max(0, span.start - _NAME_REACH), span.start)
        if behind and not before and self._is_nationality(claim, behind.start(1)):
            behind = _WHOSE.match(text, behind.start(1) + len(behind[1].split()[0]), span.end + _NAME_REACH)
        whose = before[1] if before else behind[1] if behind and _of_somebody(behind[1]) else ""
        return f"age of {whose.strip()}" if whose else "age"

    def _is_nationality(self, claim: Claim, place: int) -> bool:
        """Whether the name at a place in the text of a claim is of a nationality ("the 55-year-old Scottish actor")."""
        named = self._sources[claim.source].mentions
        return any(mention.span.start == place and mention.kind == "nationality" for mention in named)

    def _follows(self, claim: Claim) -> bool:
        """Whether what is counted stands behind the number, not only in the words before it ("of whom nine")."""
        counted, end = getattr(claim.value, "counted", ""), claim.mention.span.end
        return bool(counted) and counted in self._text(claim)[end : end + _NAME_REACH]

    def _noun(self, claim: Claim) -> str:
        """What is counted, as written; "" where a comma parts it from the number or it only tells what befell."""
        value = claim.value
        if not isinstance(value, Quantity) or not value.counted or NO_NOUN[head_noun(value)]:
            return ""
        return "" if parted(self._text(claim), claim.mention.span, value.counted) else in_small(value.counted)

    def _befell(self, claims: Sequence[Claim]) -> str:
        """What happened to the counted, in a participle of the text ("evacuated") or the name of the role."""
        roles = [claim.role for claim in claims if claim.role and claim.role not in NO_EVENT]
        if roles and not any(claim.counted == "?" or words.human(claim.counted) for claim in claims):
            roles = [role for role in roles if role in _OF_THINGS]
        role = max(roles, key=roles.count) if 2 * len(roles) >= len(claims) and roles else ""
        told = [
            (word == "lost", abs(at - claim.mention.span.start), word)
            for claim in (claims if role else ())
            for at, word in self._near(claim, BEFALLING)
            if role in BEFALLING[word]
        ]
        return min(told)[2] if told else _BEFELL.get(role, role)

    def places(self, claims: Sequence[Claim]) -> Places:
        """What each of the claims' sources calls the places that all sources of the row name."""
        if claims[0].kind != "quantity":
            return ()
        common = self._places.keys() & frozenset.intersection(*[claim.entities for claim in claims])
        named = [self._places[name] for name in sorted(common, key=lambda name: self._places[name].label)]
        return tuple((place.label, tuple(place.variants.get(c.source, ()) for c in claims)) for place in named)

    def _place(self, claims: Sequence[Claim], places: Places) -> str:
        """One of the places that all sources of the row name, behind an "in" near the number in one of them."""
        for label, called in places:
            found = set()
            for claim, names in zip(claims, called, strict=True):
                passage, span = self._sources[claim.source].passages[claim.passage].span, claim.mention.span
                near = max(passage.start, span.start - _PLACE_REACH), min(passage.end, span.end + _PLACE_REACH)
                found |= {name for name in names if self._text(claim).find(f" in {name}", *near) >= 0}
            if found:
                return min(found, key=lambda name: (name != label, len(name), name))
        return ""

    def _date(self, claims: Sequence[Claim], verdict: Verdict) -> str:
        """The day as people write it and the nearest word for what happened then; of days that differ only "when"."""
        lead, event = finest(claims), self._event(claims)
        if verdict == "differ":
            return f"when {event}" if event else "when"
        told = lead.aside or event
        return f"{day_of(lead)}, {told}" if told else day_of(lead)

    def _event(self, claims: Sequence[Claim]) -> str:
        """The nearest word of the sentence that looks like a verb, such as other sources of the row say it, first."""
        said = [claim.terms for claim in {claim.source: claim for claim in claims}.values()]
        told = Counter(chain.from_iterable(said)) if len(said) > 1 else dict.fromkeys(said[0], 1)
        found = [
            ((-min(2, told.get(words.term(word), 0)), abs(at - claim.mention.span.start)), claim, at, word)
            for claim in claims
            if claim.language in ("", "en")
            for at, word in self._happening(claim)
        ]
        nearest = min([near for near, _, _, _ in found], default=None)
        return min((self._verb(claim, at, word) for near, claim, at, word in found if near == nearest), default="")

    def _happening(self, claim: Claim) -> list[tuple[int, str]]:
        """The words near a date that tell of something that happened, with their places."""
        if claim.role == SAID:
            return [(claim.mention.span.start, SAID)]
        return self._memory.get(("happening", claim), lambda: self._near(claim, HAPPENING))

    def _verb(self, claim: Claim, at: int, word: str) -> str:
        """A verb with the particle that belongs to it ("gave way")."""
        following = _WORD.search(self._text(claim), at + len(word), at + len(word) + 8)
        return f"{word} {following.group()}" if following and following.group() in _PARTICLES else word

    def _around(self, claims: Sequence[Claim]) -> str:
        """The mention with the telling words next to it in its clause; "…" stands for values that are not the same."""
        claim = claims[0]
        text, span = self._text(claim), claim.mention.span
        said = text[span.start : span.end] if len({_shown(c) for c in claims}) == 1 else "…"
        clause = self._clause(claim)
        start, end = span.start, span.end
        before = _telling(reversed([*_WORD.finditer(text, clause.start, span.start)]), _BEFORE)
        behind = _telling(_WORD.finditer(text, span.end, clause.end), _BEHIND)
        for match in (*behind, *before) if self._noun(claim) else (*before, *behind):
            longer = max(end, match.end()), min(start, match.start())
            if len(said) + longer[0] - span.end + span.start - longer[1] <= LONGEST:
                end, start = longer
        if said == "…" and (start, end) == (span.start, span.end):
            return OF_MEASURES.get(claim.dimension, "sum" if claim.mention.kind == "money" else "number")
        return f"{text[start : span.start]}{said}{text[span.end : end]}"

    def _near(self, claim: Claim, tells: Mapping[str, object]) -> list[tuple[int, str]]:
        """The words of the sentence near the mention that tell something, with their places."""
        passage, span = self._sources[claim.source].passages[claim.passage].span, claim.mention.span
        begin, end = max(passage.start, span.start - _REACH), min(passage.end, span.end + _REACH)
        found = [match for match in _WORD.finditer(self._text(claim), begin, end) if tells[match.group()]]
        return [(match.start(), match.group()) for match in found if not span.start <= match.start() < span.end]

    def _clause(self, claim: Claim) -> Span:
        """The words around the mention up to the next mark of punctuation on either side."""
        text, span = self._text(claim), claim.mention.span
        passage = self._sources[claim.source].passages[claim.passage].span
        begin, end = max(passage.start, span.start - _REACH), min(passage.end, span.end + _REACH)
        for mark in (_CLAUSE_END, _OTHER_NUMBER):
            begin = max([begin, *[found.end() for found in mark.finditer(text, begin, span.start)]])
        joint = text.rfind(_AND, begin, span.start)
        behind = _CLAUSE_END.search(text, span.end, end)
        return Span(joint + len(_AND) if joint >= 0 else begin, behind.start() if behind else max(end, span.end))

    def _text(self, claim: Claim) -> str:
        return self._sources[claim.source].article.text


def _quoted(claims: Sequence[Claim]) -> str:
    """The longest of what is quoted, in English where one of the sources is."""
    told = [claim for claim in claims if claim.language in ("", "en")] or claims
    said = [claim.value.words.rstrip(",.; ") for claim in told if isinstance(claim.value, Quotation)]
    return min(said, key=lambda words: (-len(words), words))


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut to `longest` code points."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _telling(matches: Iterable[re.Match[str]], most: int) -> list[re.Match[str]]:
    """The first `most` words that tell something."""
    return list(islice((m for m in matches if words.term(m.group()) and m.group() not in words.WEAK), most))


def _of_people(claims: Sequence[Claim]) -> bool:
    return all(claim.counted == "?" or words.human(claim.counted) for claim in claims)


def _shown(claim: Claim) -> tuple[object, ...]:
    value = claim.value
    return (getattr(value, "low", None), getattr(value, "high", None), getattr(value, "unit", ""))
