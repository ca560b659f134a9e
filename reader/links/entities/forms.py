"""The distinct written forms of names in all sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from reader.links.comparing_memory import Memory
from reader.links.decisions.values import SameName
from reader.links.names.matching import LONGEST, spelled
from reader.links.names.skeleton import latin
from reader.links.names.tables import is_by_name, legal_forms, place_of
from reader.links.names.telling import telling_words
from reader.links.values import ComparedSource
from reader.mentions import ENTITY_KINDS, Mention, MentionKind, cues, known_nationality, known_place, name_key, teams
from reader.stopping import checkpoint
from reader.text import Span

_LONGEST_KIN = 16
_LETTERED = frozenset(("corporation", "company", "limited"))
"""Legal forms that have a letter in the initials of a body."""


@dataclass(slots=True)
class Form:
    """One way a name is written (in one source only when the reader has decided about that source).

    `mentions` are (source id, surface, mention id) in reading order; `words` its telling words in Latin letters;
    `spelled_out` the forms that stand with it, one of the two in brackets: National Electoral Institute (INE);
    `company`: it is a company's whole name, for somewhere a legal form is put behind it;
    `team`: it is the name of a city that means its team; `kin` of its mentions say whose wife or son this is;
    `listed` of its mentions are places only because a list has them;
    `told`: how often each kind but "name" is told; `kind`: the kind most of its mentions have. `key` stands in a memory
    for all of it but its mentions and what stands beside these.
    """

    index: int
    text: str
    nationality: bool
    words: tuple[str, ...]
    place: str
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    mentions: list[tuple[str, str, str]] = field(default_factory=list)
    refs: set[str] = field(default_factory=set)
    spelled_out: list[int] = field(default_factory=list)
    company: bool = False
    team: bool = False
    kin: int = 0
    listed: int = 0
    told: Counter[MentionKind] = field(default_factory=Counter)
    kind: MentionKind = "name"
    key: int = 0

    @property
    def acronym(self) -> bool:
        """Whether it looks like initials: two to six capitals."""
        bare = self.text.replace(".", "").replace("&", "")
        return 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha()

    @property
    def spelled(self) -> tuple[str, ...]:
        """The words its initials stand for; that of a company's legal form counts: NNPC."""
        tail = latin(self.text[-LONGEST:]).rpartition(" ")[2]
        return (*spelled(self.words), tail) if tail in _LETTERED else spelled(self.words)

    def count_beside(self, other: Form) -> int:
        """How many of its mentions stand in sources where the other form stands too."""
        beside = {source for source, _, _ in other.mentions}
        return sum(1 for source, _, _ in self.mentions if source in beside)


class _Name(NamedTuple):
    """A mention of a name: its letters as forms are told apart by, and of what sort it is; whether it says whose wife
    or son this is, whether it or the name right before it stands in brackets, and whether but for a list it would be no
    place."""

    written: str
    sort: str
    mention: Mention
    kin: bool
    bracketed: bool
    listed: bool


def collect_forms(sources: Sequence[ComparedSource], decided: Iterable[SameName], memory: Memory) -> list[Form]:
    """All forms in order of first appearance; names the reader decided about in one source get a form of their own."""
    alone = {(ref.name.casefold(), ref.source) for d in decided for ref in (d.a, d.b) if ref.source}
    found: dict[tuple[str, str, str], Form] = {}
    for source in sources:
        before: Form | None = None
        article = source.article.key
        for name in memory.get(("names", source), lambda: _names(source)):  # noqa: B023
            written, sort, mention, kin, bracketed, listed = name
            own = article if alone and (written, article) in alone else ""
            form = found.get((written, sort, own))
            if form is None:
                found[written, sort, own] = form = _form(len(found), mention.text, sort)
            form.kinds[mention.kind] += 1
            form.mentions.append((source.id, mention.text, mention.id))
            form.refs.add(article)
            form.kin += kin
            form.listed += listed
            if bracketed and before is not None:
                short, long = sorted((before, form), key=lambda f: len(f.words))
                short.spelled_out.append(long.index)
            before = form
    forms = list(found.values())
    companies = {form.words for form in forms if latin(form.text[-LONGEST:]).rpartition(" ")[2] in legal_forms()}
    for form in forms:
        form.company = form.words in companies
        _tell_kind(form)
    _unplace(forms)
    for form in forms:
        told = form.text, form.nationality, form.kind, form.company, form.team, form.place
        form.key = memory.one(("form", *told))
    return forms


def _names(source: ComparedSource) -> list[_Name]:
    found: list[_Name] = []
    text, end = source.article.text, -1
    for mention in source.mentions:
        if mention.kind not in ENTITY_KINDS:
            continue
        checkpoint()
        start = mention.span.start
        written = " ".join(mention.text.casefold().split())
        team = mention.kind == "organisation" and name_key(written) in teams()
        sort = "nationality" if mention.kind == "nationality" else "team" if team else ""
        kin = mention.kind == "person" and _is_kin(text, start)
        bracketed = end >= 0 and start - end in (2, 3) and _in_brackets(text, mention.span)
        found.append(_Name(written, sort, mention, kin, bracketed, _is_only_listed(text, mention)))
        end = mention.span.end
    return found


def _form(index: int, text: str, sort: str) -> Form:
    nationality, team = sort == "nationality", sort == "team"
    place = "" if team else _place(text[:LONGEST], nationality)
    return Form(index, text, nationality, telling_words(text[:LONGEST]), place, team=team)


def _tell_kind(form: Form) -> None:
    """A form is a "name" only when no other kind has evidence; a company called like a person is none."""
    form.told = Counter({kind: count for kind, count in form.kinds.items() if kind != "name"})
    if form.company and form.told["person"]:
        form.told["organisation"] += form.told.pop("person")
    form.kind = max(form.told, key=form.told.__getitem__) if form.told else "name"


def _unplace(forms: list[Form]) -> None:
    """Make plain names of small places that only a list knows where a person, a ship or a storm is called so."""
    several = [form for form in forms if len(form.words) > 1]
    called = {form.words[-1] for form in several if form.kind == "person" or form.words[0] in _vessels_and_storms()}
    if not called:
        return
    for form in forms:
        if form.listed == len(form.mentions) and len(form.words) == 1 and form.words[0] in called:
            form.kind, form.place = "name", ""
            form.told.clear()


@cache
def _vessels_and_storms() -> frozenset[str]:
    return cues("ship") | cues("storm")


def _is_only_listed(text: str, mention: Mention) -> bool:
    """Whether only a list says that a name is a place, a small one, and no word before nor a state behind it."""
    if mention.evidence not in ("city list", "province list") or mention.text.isupper():
        return False
    place = known_place(mention.text)
    if place is None or place.great or text[mention.span.end : mention.span.end + 3].strip(", ")[:1].isupper():
        return False
    before = text[max(0, mention.span.start - _LONGEST_KIN) : mention.span.start].split()
    return not before or before[-1].casefold() not in cues("place preposition")


def _is_kin(text: str, start: int) -> bool:
    """Whether a name follows the word of a relative: his wife, Anna Bell."""
    return text[max(0, start - _LONGEST_KIN) : start].rstrip(" ,").rpartition(" ")[2].casefold() in cues("kin")


def _in_brackets(text: str, span: Span) -> bool:
    """Whether a name stands in brackets right behind what is before it."""
    gap = text[span.start - 3 : span.start].removeprefix(".")  # Corp. (EDX)
    return gap[-2:] == " (" and (len(gap) == 2 or gap[0].isalnum()) and text[span.end : span.end + 1] == ")"


def _place(text: str, nationality: bool) -> str:
    if nationality:
        people = known_nationality(text)
        return people.code if people else ""
    code = place_of(text)
    return "" if is_by_name(code) else code
