"""Group the names of all sources into entities: sure ones joined, doubtful ones offered to the reader."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.links.comparing_memory import Memory
from reader.links.decisions.values import Decisions, NameRef, SameName
from reader.links.entities.blocks import candidate_pairs
from reader.links.entities.clusters import Clusters
from reader.links.entities.forms import Form, collect_forms
from reader.links.entities.parts import ACRONYM, CUT_SHORT, IN_BRACKETS, LAST, part_of, rare_beside, spelled_out
from reader.links.names.matching import same_name
from reader.links.names.skeleton import frame
from reader.links.values import ComparedSource, Entity, NameMatch, PossibleMatch
from reader.mentions import MentionKind, known_nationality, name_key, teams
from reader.stopping import checkpoint

_NONE = NameMatch(0.0, "different", "")
_Sure = tuple[float, int, int, str]
"""How sure, greatest first, two forms, and why."""
_Parts = dict[int, dict[int, str]]
"""By short forms the longer ones they may belong to, and why."""
_Doubtful = dict[tuple[int, int], tuple[float, str]]
"""By two forms how sure they are one, and why."""


def group_entities(
    sources: Sequence[ComparedSource], decisions: Decisions, memory: Memory | None = None
) -> tuple[tuple[Entity, ...], tuple[PossibleMatch, ...]]:
    """Entities E1, E2 ... in order of first appearance, and pairs of them that may be one.

    The reader's decisions on names win over everything; a later decision on the same two names replaces an earlier one.
    """
    memory = Memory() if memory is None else memory
    forms = collect_forms(sources, decisions.names, memory)
    clusters = Clusters(forms, decisions.transliterate)
    _decide(forms, clusters, decisions)
    sure, parts, doubtful = _met(forms, decisions.transliterate, memory)
    for form in forms:
        for other in form.spelled_out:
            short = spelled_out(form, forms[other])
            if short is not None:
                parts[short.short].setdefault(short.long, short.reason)
    _find_teams(forms, parts)
    _part_makers(forms, parts)
    for _, a, b, reason in sorted(sure):
        if clusters.may_join(a, b):
            clusters.join(a, b, _said(forms[a], forms[b], reason))
        else:
            doubtful[a, b] = (85.0, reason)
    _join_parts(forms, clusters, parts, doubtful)
    return _results(forms, clusters, doubtful)


def _met(forms: list[Form], transliterate: bool, memory: Memory) -> tuple[list[_Sure], _Parts, _Doubtful]:
    """The pairs of forms that are surely one name, those of which one may be part of the other, and doubtful ones."""
    doubtful: _Doubtful = {}
    parts: _Parts = defaultdict(dict)
    sure: list[_Sure] = []
    for a, b, close in candidate_pairs(forms, memory):
        checkpoint()
        left, right = forms[a], forms[b]
        if left.nationality != right.nationality or left.team != right.team:
            continue
        match = _matched(left, right, transliterate, memory) if close else _NONE
        if match.band == "sure":
            sure.append((-match.score, a, b, match.reason))
            continue
        if part := _part_of(left, right, memory):
            lesser, fuller, reason = part
            parts[lesser.index][fuller.index] = reason
        if match.band == "possible":
            doubtful[a, b] = (match.score, match.reason)
    return sure, parts, doubtful


def _matched(a: Form, b: Form, transliterate: bool, memory: Memory) -> NameMatch:
    key = "same name", a.key, b.key, transliterate
    return memory.get(key, lambda: same_name(a.text, b.text, transliterate=transliterate))


def _part_of(a: Form, b: Form, memory: Memory) -> tuple[Form, Form, str] | None:
    """Which of two forms may be short for which, and why: told by the two, and by which of them is rare beside it."""

    def told() -> tuple[bool, str] | None:
        part = part_of(a, b)
        return (part.short == b.index, part.reason) if part else None

    found = memory.get(("part", a.key, b.key, rare_beside(a, b), rare_beside(b, a)), told)
    if found is None:
        return None
    turned, reason = found
    return (b, a, reason) if turned else (a, b, reason)


def _find_teams(forms: list[Form], parts: _Parts) -> None:
    """Cities that mean their team, with the team in full or by its nickname: Boston, the Red Sox."""
    for city in (form for form in forms if form.team):
        names = teams()[name_key(city.text)]
        for other in forms:
            if not other.team and name_key(other.text) in names:
                parts[city.index][other.index] = f"team of {city.text}"


def _part_makers(forms: list[Form], parts: _Parts) -> None:
    """Leave to the product what maker and product are called together: Apple iPhone is iPhone's, where Apple is too."""
    products = {
        long
        for short, longs in parts.items()
        for long, reason in longs.items()
        if reason.startswith(LAST) and forms[short].kind != "person" and len(forms[long].words) == 2
    }
    for short, longs in parts.items():
        if products and len(forms[short].words) == 1:
            for long in products & longs.keys():
                if not longs[long].startswith(LAST):
                    del longs[long]


def _said(a: Form, b: Form, reason: str) -> str:
    return f"{a.text} / {b.text}: {reason}"


def _decide(forms: list[Form], clusters: Clusters, decisions: Decisions) -> None:
    """Apply the reader's decisions, the latest first."""
    by_name: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_name[" ".join(form.text.casefold().split())].append(form)

    def held(ref: NameRef) -> list[int]:
        found = by_name.get(" ".join(ref.name.casefold().split()), [])
        return [f.index for f in found if not ref.source or ref.source in f.refs]

    latest: dict[frozenset[NameRef], SameName] = {}
    for decision in reversed(decisions.names):
        latest.setdefault(frozenset((decision.a, decision.b)), decision)
    chosen = list(latest.values())
    for decision in chosen:
        if not decision.same:
            for a in held(decision.a):
                for b in held(decision.b):
                    if a != b:
                        clusters.part(a, b)
    for decision in chosen:
        if decision.same:
            for a in held(decision.a):
                for b in held(decision.b):
                    if not clusters.parted(a, b):
                        clusters.join(a, b, "you said they are the same")


def _join_parts(
    forms: list[Form],
    clusters: Clusters,
    parts: _Parts,
    doubtful: _Doubtful,
) -> None:
    """Tie short forms to the one longer name they can belong to, longest first; offer the rest."""
    for short in sorted(parts, key=lambda i: (-len(forms[i].words), i)):
        others = {i: reason for i, reason in parts[short].items() if clusters.root(i) != clusters.root(short)}
        longer = _nearest(forms, short, others)
        groups = {clusters.root(i) for i in longer}
        if not groups:
            continue
        if len(groups) > 1:
            groups = _meant(forms, clusters, short, longer) or groups
        chosen = [i for i in longer if clusters.root(i) in groups]
        if len(groups) == 1 and clusters.may_join(short, chosen[0]):
            clusters.join(short, chosen[0], f"{forms[short].text}: {parts[short][chosen[0]]}")
            continue
        for i in chosen:
            doubtful.setdefault((min(i, short), max(i, short)), (75.0, parts[short][i]))


def _nearest(forms: list[Form], short: int, longer: dict[int, str]) -> list[int]:
    """What letters stand for comes before longer names that contain them, and the very word before its other forms."""
    spelled = [i for i, reason in longer.items() if reason.startswith((ACRONYM, CUT_SHORT, IN_BRACKETS))]
    return spelled or [i for i in longer if forms[short].words[0] in forms[i].words] or [*longer]


def _meant(forms: list[Form], clusters: Clusters, short: int, longer: list[int]) -> set[int]:
    """Of several full names the one that a short form means: alone in its sources, or named there far more often."""
    shared = longer if " " in forms[short].text else [i for i in longer if forms[i].kin < len(forms[i].mentions)]
    if len({clusters.root(i) for i in shared}) == 1:
        return {clusters.root(shared[0])}  # a surname is not that of "his wife, Anna Bell"
    counts: Counter[int] = Counter()
    for i in longer:
        counts[clusters.root(i)] += forms[i].count_beside(forms[short])
    first, *others = counts.most_common(2)
    if first[1] and (not others or first[1] >= 3 * others[0][1]):
        return {first[0]}
    named = {clusters.root(i) for i in _named_first(forms, short, longer)}
    return named if len(named) == 1 else set()


def _named_first(forms: list[Form], short: int, longer: list[int]) -> set[int]:
    """The full names that come first in the sources of a surname: the news calls others of the family in full."""
    if any(forms[i].kind not in ("person", "name") for i in longer) or " " in forms[short].text:
        return set()
    first: dict[str, tuple[int, int]] = {}
    for i in longer:
        for source, _, mention in forms[i].mentions:
            place = int(mention.removeprefix(source) or 0), i
            first[source] = min(first.get(source, place), place)
    behind: dict[str, int] = {}
    for source, _, mention in forms[short].mentions:
        behind[source] = max(behind.get(source, 0), int(mention.removeprefix(source) or 0))
    return {first[source][1] for source, last in behind.items() if source in first and first[source][0] < last}


def _results(
    forms: list[Form], clusters: Clusters, doubtful: _Doubtful
) -> tuple[tuple[Entity, ...], tuple[PossibleMatch, ...]]:
    roots = list(dict.fromkeys(clusters.root(form.index) for form in forms))
    place = {root: n for n, root in enumerate(roots)}
    ids = {root: f"E{n}" for n, root in enumerate(roots, 1)}
    groups = {root: [forms[i] for i in clusters.members(root)] for root in roots}
    related = _related(groups, ids)
    entities = tuple(_entity(ids[r], groups[r], clusters.reasons(r), related.get(r, ())) for r in roots)
    best: dict[tuple[str, str], PossibleMatch] = {}
    for (a, b), (score, reason) in doubtful.items():
        x, y = sorted((clusters.root(a), clusters.root(b)), key=place.__getitem__)
        if x == y or clusters.parted(x, y):
            continue
        pair = ids[x], ids[y]
        if pair not in best or best[pair].score < score:
            best[pair] = PossibleMatch(*pair, score, reason)
    return entities, tuple(sorted(best.values(), key=lambda p: (-p.score, int(p.a[1:]), int(p.b[1:]))))


def _related(groups: dict[int, list[Form]], ids: dict[int, str]) -> dict[int, tuple[str, ...]]:
    """Nationalities with their country, both ways."""
    countries: dict[str, int] = {}
    for root, group in groups.items():
        for form in group:
            if form.place and not form.nationality:
                countries.setdefault(form.place, root)
    found: dict[int, list[str]] = defaultdict(list)
    for root, group in groups.items():
        people = known_nationality(group[0].text) if group[0].nationality else None
        if people and people.country in countries:
            country = countries[people.country]
            found[root].append(ids[country])
            found[country].append(ids[root])
    return {root: tuple(others) for root, others in found.items()}


def _entity(name: str, group: list[Form], reasons: tuple[str, ...], related: tuple[str, ...]) -> Entity:
    checkpoint()
    mentions = [mention for form in group for mention in form.mentions]
    surfaces: dict[str, list[str]] = {source: [] for source in sorted({m[0] for m in mentions}, key=_order_of)}
    for (source, surface), _ in Counter([mention[:2] for mention in mentions]).most_common():
        surfaces[source].append(surface)
    if len(group) > 1:
        mentions.sort(key=_reading_order)
    variants = {source: tuple(written) for source, written in surfaces.items()}
    return Entity(name, _label(group), _kind(group), variants, tuple([m[2] for m in mentions]), reasons, related)


def _order_of(source: str) -> tuple[int, str]:
    return len(source), source


def _reading_order(mention: tuple[str, str, str]) -> tuple[int, str, int]:
    source, _, name = mention
    return len(source), source, int(name.removeprefix(source) or 0)


def _label(group: list[Form]) -> str:
    """The fullest form of up to five words, in the spelling most sources use; not in capitals if another is there."""
    written = {form.index: _surface(form) for form in group}
    best = max(group, key=lambda f: (min(len(f.words), 5), not _shouted(written[f.index]), len(f.mentions)))
    same = [f for f in group if frame("".join(f.words)) == frame("".join(best.words))]
    return written[max(same, key=lambda f: (not _shouted(written[f.index]), len(f.refs), len(f.mentions))).index]


def _surface(form: Form) -> str:
    surfaces = Counter([surface for _, surface, _ in form.mentions])
    return next(iter(surfaces)) if len(surfaces) == 1 else max(surfaces, key=lambda s: (not _shouted(s), surfaces[s]))


def _shouted(name: str) -> bool:
    return name.isupper() and len(name) > 5


def _kind(group: list[Form]) -> MentionKind:
    told: Counter[MentionKind] = Counter()
    for form in group:
        told.update(form.told)
    return told.most_common(1)[0][0] if told else "name"
