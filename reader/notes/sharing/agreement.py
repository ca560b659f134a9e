"""How far the readers of a project agree in ratings and tags, over the passages that at least two of them marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from reader.notes.sharing.overlapping import by_source, overlapping
from reader.notes.values import Note, Project

Value = TypeVar("Value", bound=Hashable)
Unit = Mapping[str, Value]
"""What each author says of one passage."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of some authors in one thing, over the passages that two or more of them judged in it.

    `about` is the id of a scheme or tag, "" for all tags of a passage as one set. The `passages` give `pairs` of
    judgements, of which `same` are equal; `percent` is their share, 0-100; `alpha` is Krippendorff's, 1 for full
    agreement and 0 for chance, for nominal values, or for sets by the MASI distance. Both are None when no passage was
    judged twice; alpha also when all judgements are one and the same. `used` is how many judgements gave a tag.
    """

    about: str
    authors: tuple[str, ...]
    passages: int
    pairs: int
    same: int
    percent: float | None
    alpha: float | None
    used: int = 0


def measure_agreement(project: Project, scheme: str = "admiralty") -> Agreement:
    """Agreement of all authors of a project in the ratings of one scheme; passages that nobody rated don't count."""
    rated = [note for note in project.notes if note.rating and note.scheme == scheme]
    units = [{author: notes[0].rating for author, notes in unit.items()} for unit in _units(rated)]
    return _agreement(scheme, units)


def measure_tag_agreement(project: Project) -> tuple[Agreement, ...]:
    """Agreement in the tags, over passages that two or more authors made notes on: first all tags of a passage as one
    set, then every tag that was used there (it was given, or not), in the order of the codebook.

    What one reader marked and another passed over does not count: nobody knows whether it was read.
    """
    sets = [
        {author: frozenset(tag for note in notes for tag in note.tags) for author, notes in unit.items()}
        for unit in _units(project.notes)
    ]
    found = [_agreement("", sets, masi_distance)]
    for tag in project.codebook.tags:
        given = [{author: tag.id in tags for author, tags in unit.items()} for unit in sets]
        used = sum(value for unit in given for value in unit.values())
        if used:
            found.append(_agreement(tag.id, given, used=used))
    return tuple(found)


def _agreement(
    about: str,
    units: Sequence[Unit[Value]],
    distance: Callable[[Value, Value], float] | None = None,
    *,
    used: int = 0,
) -> Agreement:
    authors = sorted({author for unit in units for author in unit})
    values = [list(unit.values()) for unit in units]
    pairs = sum(len(v) * (len(v) - 1) // 2 for v in values)
    same = sum(n * (n - 1) // 2 for v in values for n in Counter(v).values())
    percent = 100 * same / pairs if pairs else None
    alpha = krippendorff_alpha(values, distance)
    return Agreement(about, tuple(authors), len(units), pairs, same, percent, alpha, used)


def _units(notes: Iterable[Note]) -> list[dict[str, list[Note]]]:
    """For every passage that two or more authors marked, their notes: those that cover much the same words."""
    held = list(notes)
    rows, seen, units = by_source(held), set[str](), []
    for note in held:
        if note.id in seen:
            continue
        unit: dict[str, list[Note]] = {note.author: [note]}
        for other in overlapping(note, rows):
            if other.id not in seen and other.id != note.id:
                unit.setdefault(other.author, []).append(other)
        seen.update(one.id for notes_of in unit.values() for one in notes_of)
        if len(unit) > 1:
            units.append(unit)
    return units


def masi_distance(a: frozenset[str], b: frozenset[str]) -> float:
    """How far two sets are apart, 0-1: R. Passonneau, "Measuring Agreement on Set-valued Items" (LREC 2006)."""
    if a == b:
        return 0.0
    common, either = len(a & b), len(a | b)
    likeness = 2 / 3 if a <= b or b <= a else 1 / 3 if common else 0.0
    return 1 - likeness * common / either


def krippendorff_alpha(
    units: Sequence[Sequence[Value]], distance: Callable[[Value, Value], float] | None = None
) -> float | None:
    """Krippendorff's alpha; each unit holds the values its coders gave it, in any order.

    Without a `distance` values are nominal: 0 when equal, else 1. None when it is not defined: no unit with two
    values, or one value throughout. After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
    section D. Written out here because the library of that name is GPL, and the permissive ones bring scipy and pandas
    with them for these few lines.
    """
    pairable = [Counter(unit) for unit in units if len(unit) > 1]
    totals: Counter[Value] = Counter()
    for unit in pairable:
        totals.update(unit)
    expected = _apart(totals, distance)
    if not expected:
        return None
    observed = sum(_apart(unit, distance) / (unit.total() - 1) for unit in pairable)
    return 1 - (totals.total() - 1) * observed / expected


def _apart(values: Counter[Value], distance: Callable[[Value, Value], float] | None) -> float:
    """The distances of all ordered pairs of these values, summed up."""
    if distance is None:
        return values.total() ** 2 - sum(n * n for n in values.values())
    return 2 * sum(values[a] * values[b] * distance(a, b) for a, b in combinations(values, 2))
