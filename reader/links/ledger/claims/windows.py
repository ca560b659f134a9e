"""The words around a mention, read once for all the claims that stand among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from reader.links.ledger import words
from reader.links.ledger.claims.counting.roles import joints
from reader.links.ledger.claims.scenes import SaidWords, Scene

_REACH = 40
"""Words either side of a mention that make its context; longer sentences are cut to it."""
_MOST_NAMES = 40
"""Names of a passage that a claim is told to share."""
_NEAR_NAMES = 2000
"""Code points from a mention within which a name belongs to it."""
_BESIDE, _BEHIND = 6, 8
"""Words before a mention and from it on that stand beside it."""
_ENTITY, _RELATED, _DATE, _FAR = 1.3, 0.6, 0.5, 0.5
"""What names, those that go with them, dates, and words of another clause count for beside other words."""


class Window:
    """Some words of a passage: `said` as written, `lowered`, and whether they point back to the sentence before."""

    def __init__(self, passage: SaidWords, low: int, high: int, related: Mapping[str, Sequence[str]]) -> None:
        self.said, self.lowered = passage.said[low:high], passage.lowered[low:high]
        self.points_back = not words.ANAPHORS.isdisjoint(self.lowered)
        self._held, self._related, self._joints = passage.terms[low:high], related, joints(self.lowered)
        self._terms: dict[int, dict[str, float]] = {}

    def terms(self, at: int) -> dict[str, float]:
        """Terms with their factors as seen from word `at`: names a little more, words of another clause half."""
        clause = self._joints[min(at, len(self._held))]
        if clause not in self._terms:
            beyond = [other != clause for other in self._joints[:-1]]
            self._terms[clause] = _terms(self._held, self._related, beyond)
        return self._terms[clause]

    def close(self, at: int) -> frozenset[str]:
        """The terms right beside word `at`, without those of names, dates and numbers."""
        return frozenset([t for t in self._held[max(0, at - _BESIDE) : at + _BEHIND] if t and t[0] not in "@=#"])

    def behind(self, at: int, end: int) -> frozenset[str]:
        """The terms from word `at` to `end` or the end of its clause, without those of names, dates and numbers."""
        clause = self._joints[min(at, len(self._held))]
        told = zip(self._held[at : min(end, at + _BEHIND)], self._joints[at:], strict=False)
        return frozenset([term for term, other in told if other == clause and term and term[0] not in "@=#"])

    def all_terms(self) -> dict[str, float]:
        """Terms with their factors where no clause is nearer than another."""
        return _terms(self._held, self._related, [False] * len(self._held))


class Windows:
    """The windows of one source's scenes, each made once; `related` tells which entities go together."""

    def __init__(self, related: Mapping[str, Sequence[str]]) -> None:
        self._related = related
        self._made: dict[tuple[int, int, int], Window] = {}
        self._named: dict[int, frozenset[str]] = {}

    def around(self, scene: Scene, place: int) -> tuple[Window, int]:
        """The words around a place of a scene, and which of them is the first at or behind it."""
        starts = scene.words.starts
        at = bisect_right(starts, place)
        low, high = max(0, at - _REACH), min(len(starts), at + _REACH)
        return self._window(scene, low, high), bisect_left(starts, place, low, high) - low

    def end_of(self, scene: Scene) -> Window:
        """The last words of a scene."""
        count = len(scene.words.said)
        return self._window(scene, max(0, count - _REACH), count)

    def entities(self, scene: Scene, place: int) -> frozenset[str]:
        """The entities that are named near a place of a scene, and those that go with them."""
        if len(scene.passage.span) >= _NEAR_NAMES:
            return self._with_related([name for start, name in scene.names if abs(start - place) < _NEAR_NAMES])
        if scene.index not in self._named:
            self._named[scene.index] = self._with_related([name for _, name in scene.names])
        return self._named[scene.index]

    def _with_related(self, names: Sequence[str]) -> frozenset[str]:
        related = self._related
        return frozenset([e for name in names[:_MOST_NAMES] for e in (name, *related.get(name, ()))])

    def _window(self, scene: Scene, low: int, high: int) -> Window:
        key = scene.index, low, high
        if key not in self._made:
            self._made[key] = Window(scene.words, low, high, self._related)
        return self._made[key]


def _terms(terms: Sequence[str], related: Mapping[str, Sequence[str]], beyond: Sequence[bool]) -> dict[str, float]:
    found: dict[str, float] = {}
    for term, far in zip(terms, beyond, strict=True):
        if not term or term == "#":
            continue
        if term[0] == "@":
            found[term] = _ENTITY
            for other in related.get(term[1:], ()):
                found.setdefault(f"@{other}", _RELATED)
        elif term[0] == "=":
            found[term] = _DATE
        elif far:
            found.setdefault(term, _FAR)
        else:
            found[term] = 1.0
    return found
