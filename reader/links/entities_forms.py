"""The distinct written forms of names in all sources, and which of them are worth comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.links.decisions import SameName
from reader.links.names import telling_words
from reader.links.names_skeleton import is_particle, skeleton
from reader.links.names_tables import place_of
from reader.links.values import ComparedSource
from reader.mentions import ENTITY_KINDS, MentionKind, cues, known_nationality

# A block of more forms than this is told apart by its other words only, so that work stays near-linear.
MAX_BLOCK = 40


@dataclass(slots=True)
class Form:
    """One way a name is written (in one source only when the reader has decided about that source).

    `mentions` are (source id, surface, mention id) in reading order; `words` its telling words in Latin letters.
    """

    index: int
    text: str
    nationality: bool
    words: tuple[str, ...]
    place: str
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    mentions: list[tuple[str, str, str]] = field(default_factory=list)
    refs: set[str] = field(default_factory=set)

    @property
    def kind(self) -> MentionKind:
        """The kind most of its mentions have, "name" only when no other has evidence."""
        told = Counter({k: n for k, n in self.kinds.items() if k != "name"})
        return told.most_common(1)[0][0] if told else "name"

    @property
    def acronym(self) -> bool:
        """Whether it looks like initials: two to six capitals."""
        bare = self.text.replace(".", "").replace("&", "")
        return 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha()

    def count_beside(self, other: Form) -> int:
        """How many of its mentions stand in sources where the other form stands too."""
        beside = {source for source, _, _ in other.mentions}
        return sum(1 for source, _, _ in self.mentions if source in beside)


def collect_forms(sources: Sequence[ComparedSource], decided: Iterable[SameName]) -> list[Form]:
    """All forms in order of first appearance; names the reader decided about in one source get a form of their own."""
    alone = {(ref.name.casefold(), ref.source) for d in decided for ref in (d.a, d.b) if ref.source}
    found: dict[tuple[str, bool, str], Form] = {}
    for source in sources:
        for mention in source.mentions:
            if mention.kind not in ENTITY_KINDS:
                continue
            low = " ".join(mention.text.casefold().split())
            nationality = mention.kind == "nationality"
            own = source.article.key if (low, source.article.key) in alone else ""
            form = found.get((low, nationality, own))
            if form is None:
                words = telling_words(mention.text)
                form = Form(len(found), mention.text, nationality, words, _place(mention.text, nationality))
                found[low, nationality, own] = form
            form.kinds[mention.kind] += 1
            form.mentions.append((source.id, mention.text, mention.id))
            form.refs.add(source.article.key)
    return list(found.values())


def _place(text: str, nationality: bool) -> str:
    if nationality:
        people = known_nationality(text)
        return people.code if people else ""
    return place_of(text)


def candidate_pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Pairs of forms that share a place, a telling word, the whole skeleton or initials; each pair once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for form in forms:
        for key in _keys(form):
            blocks[key].append(form.index)
    seen: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        if len(block) > MAX_BLOCK and not key.startswith(("place ", "all ")):
            continue
        if len(block) > MAX_BLOCK:
            pairs = list(pairwise(block))  # a chain is enough to join what is equal
        else:
            pairs = [(a, b) for i, a in enumerate(block) for b in block[i + 1 :]]
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(form: Form) -> set[str]:
    keys = {f"all {''.join(skeleton(w) for w in form.words)}"}
    if form.place:
        keys.add(f"place {form.place}")
    for word in form.words[:8]:
        bones = skeleton(word)
        telling = not is_particle(word) and word not in cues("generic name")
        if telling and (len(bones) > 1 or len(form.words) > 1):
            keys.add(f"word {bones}")
    if len(form.words) > 1:
        keys.add("initials " + "".join(w[0] for w in form.words))
        keys.add("initials " + "".join(w[0] for w in form.words if not is_particle(w)))
        keys.add("all " + "".join(skeleton(w) for w in sorted(form.words)))
    elif form.acronym:
        keys.add(f"initials {form.words[0]}")
    return keys
