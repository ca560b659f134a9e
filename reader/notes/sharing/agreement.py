"""How far the readers of a project agree in their ratings, counted over passages that at least two of them rated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.notes.sharing.overlapping import by_source, overlapping
from reader.notes.values import Note, Project


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of some authors in one scheme.

    `passages` were rated by two or more of them, in `pairs` pairs of ratings, of which `same` are equal; `percent` is
    their share, 0-100; `alpha` is Krippendorff's for nominal values, 1 for full agreement and 0 for chance. Both are
    None when no passage was rated twice; alpha also when all ratings are one and the same grade.
    """

    scheme: str
    authors: tuple[str, ...]
    passages: int
    pairs: int
    same: int
    percent: float | None
    alpha: float | None


def measure_agreement(project: Project, scheme: str = "admiralty") -> Agreement:
    """Agreement of all authors of a project in the ratings of one scheme; passages that nobody rated don't count."""
    units = [unit for unit in _units(project, scheme) if len(unit) > 1]
    authors = sorted({author for unit in units for author in unit})
    values = [list(unit.values()) for unit in units]
    pairs = sum(len(v) * (len(v) - 1) // 2 for v in values)
    same = sum(n * (n - 1) // 2 for v in values for n in Counter(v).values())
    percent = 100 * same / pairs if pairs else None
    return Agreement(scheme, tuple(authors), len(units), pairs, same, percent, krippendorff_alpha(values))


def _units(project: Project, scheme: str) -> list[dict[str, str]]:
    """For every passage the rating of each author: notes that cover much the same words are on one passage."""
    rated = [note for note in project.notes if note.rating and note.scheme == scheme]
    rows = by_source(rated)
    seen: set[str] = set()
    units = []
    for note in rated:
        if note.id in seen:
            continue
        unit: dict[str, Note] = {note.author: note}
        for other in overlapping(note, rows):
            if other.id not in seen:
                unit.setdefault(other.author, other)
        seen.update(held.id for held in unit.values())
        units.append({author: held.rating for author, held in unit.items()})
    return units


def krippendorff_alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal values; each unit holds the values its coders gave it, in any order.

    None when it is not defined: no unit with two values, or one value throughout. After K. Krippendorff, "Computing
    Krippendorff's Alpha-Reliability" (2011), section D. Written out here because the library of that name is GPL, and
    the permissive ones bring scipy and pandas with them for these few lines.
    """
    pairable = [Counter(unit) for unit in units if len(unit) > 1]
    totals: Counter[str] = Counter()
    for unit in pairable:
        totals.update(unit)
    count = totals.total()
    expected = count * count - sum(n * n for n in totals.values())
    if not expected:
        return None
    observed = sum((u.total() ** 2 - sum(n * n for n in u.values())) / (u.total() - 1) for u in pairable)
    return 1 - (count - 1) * observed / expected
