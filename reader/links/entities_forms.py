"""The distinct written forms of names in all sources, and which of them are worth comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.links.decisions import SameName
from reader.links.names import LONGEST, spelled, telling_words
from reader.links.names_skeleton import is_particle, skeleton
from reader.links.names_tables import place_of
from reader.links.values import ComparedSource
from reader.mentions import ENTITY_KINDS, MentionKind, cues, known_nationality

# A block of more forms than this is told apart by its other words only, so that work stays near-linear.
MAX_BLOCK = 30


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
                words = telling_words(mention.text[:LONGEST])
                form = Form(len(found), mention.text, nationality, words, _place(mention.text[:LONGEST], nationality))
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


def candidate_pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int, bool]]:
    """Pairs of forms worth a look, each once: (a, b, whether they may be one name; else only one part of the other).

    Forms meet in blocks: same place, same skeleton of the whole name, same initials, or one telling word in common.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for form in forms:
        for key in _keys(form):
            blocks[key].append(form.index)
    found: dict[tuple[int, int], bool] = {}
    for key, block in blocks.items():
        whole = not key.startswith("word ")
        pairs: Iterable[tuple[int, int]]
        if len(block) <= MAX_BLOCK:
            pairs = ((a, b) for i, a in enumerate(block) for b in block[i + 1 :])
        elif whole:
            pairs = pairwise(block)  # a chain is enough to join what is equal
        else:
            continue
        for a, b in pairs:
            close = whole or _other_words_agree(forms[a].words, forms[b].words)
            found[a, b] = found.get((a, b), False) or close
    return ((a, b, close) for (a, b), close in found.items() if close or len(forms[a].words) != len(forms[b].words))


def _other_words_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of several words begin with two letters in common: a cheap look before the dear one."""
    if len(left) < 2 or len(right) < 2:
        return len(left) == len(right)
    shared = Counter(skeleton(w)[:1] for w in left) & Counter(skeleton(w)[:1] for w in right)
    return shared.total() > 1


def _keys(form: Form) -> set[str]:
    keys = {f"all {''.join(skeleton(w) for w in form.words)}"}
    if form.place:
        keys.add(f"place {form.place}")
    for word in form.words[:8]:
        bones = skeleton(word)
        telling = not is_particle(word) and word not in cues("generic name")
        if telling and (len(bones) > 1 or len(form.words) > 1):
            keys.add(f"word {bones}")
    letters = spelled(form.words)
    if len(letters) > 1:
        keys.add("initials " + "".join(w[0] for w in letters))
        keys.add("initials " + "".join(w[0] for w in letters if not is_particle(w)))
    elif letters and len(letters[0]) <= 8:
        keys.add(f"initials {letters[0]}")
    if len(form.words) > 1:
        keys.add("all " + "".join(skeleton(w) for w in sorted(form.words)))
    return keys
