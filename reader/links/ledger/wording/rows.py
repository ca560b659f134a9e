"""Word the rows of the ledger: label, reason, key and importance."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.counts import NOUN_REACH, parted
from reader.links.ledger.claims.counting.ordinals import thing_at
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.clusters import Cluster
from reader.links.ledger.pairing.offices import Holder
from reader.links.ledger.pairing.pairs import Link
from reader.links.ledger.verdicts import Judgement
from reader.links.ledger.wording.labels import Labels, Places, shortened
from reader.links.ledger.wording.reasons import entity_reason, listed, two_things
from reader.links.values import ComparedSource, Entity, LedgerRow, Verdict
from reader.mentions import Quantity, Quotation
from reader.stopping import checkpoint

_WEIGHT: dict[Verdict, float] = {"differ": 4.0, "same form only": 3.0, "compatible": 2.5, "agree": 2.0, "only": 0.5}
_KIND_WEIGHT = {"quantity": 0.6, "date": 0.4, "quotation": 0.3, "entity": 0.0}
_OFFICE = 0.4
_FATE, _GRAVE = 0.15, frozenset({"killed", "wounded", "missing", "infected", "captured", "evacuated", "displaced"})
"""What it adds that numbers are of people, and of what befell them."""
_LONGEST = 60
_HEDGE_REACH = 30
_STANDING = NEUTRAL | {"population", "capacity", "ordinal"}  # what does not grow from day to day
_MANY_TIMES = 3
_PLAIN = frozenset({"at least", "at most", "up to", "as many as", "more than", "less than", "fewer than", "close to"})
"""Hedges of several words that can stand before a number in a sentence of our own."""
_PLAINEST, _LEAST_PLAIN = (0, False), (3, True)
"""Exact values that are not just the same, which a link shows best; and what is less plain than all links."""
Telling = tuple[Claim, Claim, Judgement]
"""Two claims of a row and the judgement on them that gives it its verdict."""
_OPENING = (words.STOP | {"early", "last", "late", "next"}) - {"may"}
"""Words whose capital is only that of their sentence."""


class RowWriter:
    """Turns clusters and entities into rows; `sources` by letter give article keys and lengths.

    What the row of a cluster says is kept in the memory by its claims and what they are to each other.
    """

    def __init__(
        self, claims: Sequence[Claim], sources: Sequence[ComparedSource], entities: Sequence[Entity], memory: Memory
    ) -> None:
        self._claims, self._memory = claims, memory
        self._sources = {source.id: source for source in sources}
        self._labels = Labels(self._sources, entities, memory)
        self._entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
        self._lengths = {source.id: max(1, len(source.article.text)) for source in sources}
        self._occurrence: dict[str, int] = {}

    def of_cluster(self, cluster: Cluster) -> LedgerRow:
        """The row of a cluster; its id is given later."""
        checkpoint()
        claims = tuple(self._claims[index] for index in sorted(cluster.claims))
        link = self._telling(cluster)
        telling = (self._claims[link.a], self._claims[link.b], link.judgement) if link else None
        key, places = self._key(claims[0]), self._labels.places(claims)
        return self._memory.whole(
            ("row", key, cluster.verdict, cluster.decided, telling, places, *claims),
            lambda: self._row(key, cluster, claims, telling, places),
        )

    def _row(
        self, key: str, cluster: Cluster, claims: Sequence[Claim], telling: Telling | None, places: Places
    ) -> LedgerRow:
        spoken = _spoken(claims, telling[:2] if telling else ())
        cells = _cells((claim.source, mention) for claim in (*spoken.values(), *claims) for mention in claim.ids)
        return LedgerRow(
            "", claims[0].kind, cluster.verdict, self._labels.of(claims, places, cluster.verdict), cells,
            _ended(self._reason(cluster, claims, telling)),
            key=key, decided=cluster.decided, importance=self._importance(cluster.verdict, claims),
        )  # fmt: skip

    def of_entity(self, entity: Entity) -> LedgerRow:
        """An entity's row: agree when two sources or more name it."""
        cells = _cells((mention.rstrip("0123456789"), mention) for mention in entity.mentions)
        shared = len(cells) > 1
        verdict: Verdict = "agree" if shared else "only"
        often = len(entity.mentions) / 40
        importance = _WEIGHT[verdict] - 1 + min(1.0, often) if shared else 0.1 + min(0.3, often)
        return LedgerRow(
            "", "entity", verdict, entity.label, cells, entity_reason(entity, tuple(cells)),
            key=f"entity:{entity.label.casefold()}", entity=entity.id, importance=round(importance, 4),
        )  # fmt: skip

    def of_office(self, held: Mapping[str, Holder]) -> LedgerRow:
        """The row of an office that sources give to different people."""
        first = next(iter(held.values()))
        by_name: dict[str, list[str]] = {}
        for source, holder in held.items():
            by_name.setdefault(holder.mention.text, []).append(source)
        told = [f"{listed(who)} name{'s' if len(who) == 1 else ''} {name}" for name, who in by_name.items()]
        cells = _cells((source, holder.mention.id) for source, holder in held.items())
        return LedgerRow(
            "", "entity", "differ", first.title, cells, f"{told[0]} as {first.title}, {', '.join(told[1:])}.",
            key=f"office:{first.title.casefold()}", entity=self._entity_of[first.mention.id],
            importance=_WEIGHT["differ"] + _OFFICE,
        )  # fmt: skip

    def _key(self, claim: Claim) -> str:
        """Stable while the words stand: article, words, and which of equal words in that article."""
        article = self._sources[claim.source].article
        said = " ".join(claim.mention.text.casefold().split())
        if len(said) > _LONGEST:
            said = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        stem = f"{claim.kind}:{article.key}:{said}"
        self._occurrence[stem] = number = self._occurrence.get(stem, 0) + 1
        return f"{stem}:{number}"

    def _importance(self, verdict: Verdict, claims: Sequence[Claim]) -> float:
        """Disagreement first, then what befell people, then how many sources speak, then how early."""
        spoken = len({claim.source for claim in claims})
        early = 1 - min([claim.mention.span.start / self._lengths[claim.source] for claim in claims])
        fate = 0.0 if _GRAVE.isdisjoint([claim.role for claim in claims]) else _FATE
        return round(_WEIGHT[verdict] + _KIND_WEIGHT[claims[0].kind] + fate + 0.1 * spoken + 0.2 * early, 4)

    def _reason(self, cluster: Cluster, claims: Sequence[Claim], telling: Telling | None) -> str:
        if cluster.decided:
            return f"{self._sayings(claims)}: judged by you."
        if cluster.verdict == "only":
            return f"Only {claims[0].source} {_verb(claims[0])}s {self._words(claims[0])}{self._hedges(claims[:1])}."
        if not telling:
            return f"{self._sayings(claims)}: {two_things(claims)}."
        *told, judgement = telling
        said, (a, b) = self._sayings(claims, told), (claim.source for claim in told)
        between = f"between {min(a, b)} and {max(a, b)}, " if len({claim.source for claim in claims}) > 2 else ""
        between = between if cluster.verdict != "agree" else ""
        return f"{said}: {between}{judgement.reason.format(a=a, b=b)}{self._more(cluster.verdict, claims, told)}."

    def _more(self, verdict: Verdict, claims: Sequence[Claim], told: Sequence[Claim]) -> str:
        """What else a reader should know: values taken back, hedges, and which of two tallies is the later."""
        first, last = sorted(told, key=lambda claim: claim.told)
        days = last.told - first.told
        later = ""
        tallies = verdict != "agree" and not first.dimension and first.role not in _STANDING
        if first.told and days and tallies and _telling_apart(first, last):
            later = f"; {last.source} was written {days} day{'s' if days > 1 else ''} later"
        return f"{self._taken_back(claims)}{later}{self._hedges(claims)}"

    def _telling(self, cluster: Cluster) -> Link | None:
        """The link whose judgement gives the row its verdict; of several one of exact values that are not the same."""
        plainest, least = None, _LEAST_PLAIN
        for link in cluster.links:
            if link.judgement.verdict == cluster.verdict and (shown := self._plainness(link)) < least:
                plainest, least = link, shown
                if shown == _PLAINEST:
                    break
        return plainest

    def _plainness(self, link: Link) -> tuple[int, bool]:
        """How little a link shows of two values that are not just the same: least first."""
        one, other = self._claims[link.a], self._claims[link.b]
        return _vague(one) + _vague(other), one.value == other.value

    def _taken_back(self, claims: Sequence[Claim]) -> str:
        """ "; D takes back “October 2024”", for values that their own source corrects."""
        told = [
            f"{claim.source} takes back “{shortened(claim.mention.text, _LONGEST)}”"
            for claim in claims
            if claim.taken_back
        ]
        return f"; {'; '.join(told)}" if told else ""

    def _sayings(self, claims: Sequence[Claim], told: Sequence[Claim] = ()) -> str:
        """ "A and C say 17 miners, B says 19"; each source once."""
        by_words: dict[tuple[str, str], list[str]] = {}
        for source, claim in _spoken(claims, told).items():
            by_words.setdefault((_verb(claim), self._words(claim)), []).append(source)
        said = (f"{listed(who)} {verb}{'s' * (len(who) == 1)} {words}" for (verb, words), who in by_words.items())
        return ", ".join(said)

    def _parted(self, claim: Claim) -> bool:
        text = self._sources[claim.source].article.text
        return isinstance(claim.value, Quantity) and parted(text, claim.mention.span, claim.value.counted)

    def _words(self, claim: Claim) -> str:
        """The mention as written, from its hedge to the counted noun where these stand close by."""
        return self._memory.get(("row words", claim), lambda: self._worded(claim))

    def _worded(self, claim: Claim) -> str:
        if isinstance(claim.value, Quotation):
            return f"“{shortened(claim.value.words.rstrip(',; '), _LONGEST)}”"
        hedge = f"{hedge} " if (hedge := self._hedge(claim)) else ""
        return shortened(hedge + _inside(self._counted(claim), claim.kind), _LONGEST)

    def _hedge(self, claim: Claim) -> str:
        """The softening words right before a number ("about"), in lower case."""
        hedges = [hedge.casefold() for hedge in claim.value.hedges] if isinstance(claim.value, Quantity) else []
        if not hedges:
            return ""
        text, start = self._sources[claim.source].article.text, claim.mention.span.start
        before = f" {' '.join(text[max(0, start - _HEDGE_REACH) : start].casefold().split())}"
        return next((h for h in hedges if (" " not in h or h in _PLAIN) and before.endswith(f" {h}")), "")

    def _hedges(self, claims: Sequence[Claim]) -> str:
        """The softening words that the row does not show yet: "; A adds “could be higher”"."""
        told: dict[str, dict[str, None]] = {}
        for claim in claims:
            hedges = claim.value.hedges if isinstance(claim.value, Quantity) else ()
            if hedges and (unseen := _unseen(hedges, self._words(claim).casefold())):
                told.setdefault(f"“{'”, “'.join(unseen)}”", {})[claim.source] = None
        return "".join(f"; {listed([*who])} add{'s' * (len(who) == 1)} {said}" for said, who in told.items())

    def _counted(self, claim: Claim) -> str:
        """The mention with what is counted."""
        text, span = self._sources[claim.source].article.text, claim.mention.span
        counted = claim.value.counted if isinstance(claim.value, Quantity) and claim.role != "magnitude" else ""
        if claim.role == "ordinal" and isinstance(claim.value, Quantity):
            thing = thing_at(text, span, claim.value)
            return f"the {text[span.start : text.index(thing, span.end) + len(thing)]}"
        if text.startswith(" others", span.end):
            return f"{claim.mention.text} others"
        if counted and counted not in claim.mention.text and not self._parted(claim):
            at = text.find(counted, span.end, span.end + NOUN_REACH)
            if at >= 0:
                return text[span.start : at + len(counted)]
            noun = counted.split()[-1].lower()
            said = not words.COUNT_NOUNS & {noun} and not words.event_role(noun)
            return f"{claim.mention.text} ({counted})" if said else claim.mention.text
        return claim.mention.text


def _ended(reason: str) -> str:
    """A reason with the one stop at its end ("Only B says 1.15 a.m.")."""
    return reason[:-1] if reason.endswith("..") else reason


def _inside(said: str, kind: str) -> str:
    """Words of the beginning of a sentence as they stand inside one ("Sixty people", "At the end of May")."""
    first = said.split(maxsplit=1)[0] if said.strip() else ""
    plain = (
        first[:1].isupper()
        and (first == "A" or first[1:].islower())
        and (kind == "quantity" or first.lower() in _OPENING)
    )
    return first.lower() + said[len(first) :] if plain else said


def _vague(claim: Claim) -> bool:
    """Whether a number may as well be many times larger ("thousands")."""
    low, high = (claim.value.low, claim.value.high) if isinstance(claim.value, Quantity) else (None, None)
    return bool(low and high) and (high or 0) >= _MANY_TIMES * (low or 0)


def _telling_apart(a: Claim, b: Claim) -> bool:
    """Whether two tallies are not the same, however they are hedged."""
    return [getattr(a.value, end, None) for end in ("low", "high")] != [
        getattr(b.value, end, None) for end in ("low", "high")
    ]


def _spoken(claims: Sequence[Claim], told: Sequence[Claim]) -> dict[str, Claim]:
    """By source the claim that a reason speaks of: that of `told`, else its first exact one."""
    if len(claims) == 1:
        return {claims[0].source: claims[0]}
    chosen: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.taken_back, _vague(claim))):
        chosen.setdefault(claim.source, claim)
    chosen |= {claim.source: claim for claim in told}
    return {source: chosen[source] for source in dict.fromkeys(claim.source for claim in claims)}


def _cells(spoken: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Mention ids by source, from pairs of the two; each once."""
    held: dict[str, dict[str, None]] = {}
    for source, mention in spoken:
        held.setdefault(source, {})[mention] = None
    return {source: tuple(mentions) for source, mentions in held.items()}


def _verb(claim: Claim) -> str:
    """What a source does with the words of its claim."""
    if isinstance(claim.value, Quotation):
        return "quote" if claim.value.marked else "write"
    return "say"


def _unseen(hedges: Sequence[str], text: str) -> list[str]:
    """Hedges that stand neither in the mention nor in a longer hedge."""
    return [h for h in hedges if h.casefold() not in text and not any(h != other and h in other for other in hedges)]
