"""Join forms into groups without ever joining what must stay apart."""

from __future__ import annotations

from collections.abc import Sequence

from reader.links.entities.forms import Form
from reader.links.names.matching import same_name


class Clusters:
    """A union-find over forms that refuses a join the reader, two countries or two full personal names forbid."""

    def __init__(self, forms: Sequence[Form], transliterate: bool) -> None:
        self._forms = forms
        self._transliterate = transliterate
        self._parent = list(range(len(forms)))
        self._members: list[list[int]] = [[i] for i in range(len(forms))]
        self._enemies: list[set[int]] = [set() for _ in forms]
        self._reasons: dict[int, list[str]] = {}

    def root(self, index: int) -> int:
        """The representative of a form's group."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def members(self, index: int) -> list[int]:
        """The forms of a form's group, in order."""
        return sorted(self._members[self.root(index)])

    def reasons(self, index: int) -> tuple[str, ...]:
        """Why the forms of a group were joined, without repeats."""
        return tuple(dict.fromkeys(self._reasons.get(self.root(index), [])))

    def part(self, a: int, b: int) -> None:
        """Keep two forms apart for good (the reader said so)."""
        self._enemies[self.root(a)].add(b)
        self._enemies[self.root(b)].add(a)

    def parted(self, a: int, b: int) -> bool:
        """Whether the reader keeps the groups of two forms apart."""
        x, y = self.root(a), self.root(b)
        return any(self.root(e) == y for e in self._enemies[x]) or any(self.root(e) == x for e in self._enemies[y])

    def may_join(self, a: int, b: int) -> bool:
        """Whether the machine may join the groups of two forms."""
        x, y = self.root(a), self.root(b)
        if x == y:
            return True
        if self.parted(x, y) or self._forms[x].nationality != self._forms[y].nationality:
            return False
        return not self._clash(x, y)

    def _clash(self, x: int, y: int) -> bool:
        left = [self._forms[i] for i in self._members[x]]
        right = [self._forms[i] for i in self._members[y]]
        codes = {f.place for f in left if f.place}, {f.place for f in right if f.place}
        if codes[0] and codes[1] and not codes[0] & codes[1]:
            return True
        full = [f for f in left if len(f.words) > 1][:3], [f for f in right if len(f.words) > 1][:3]
        kinds = {f.kind for f in left} | {f.kind for f in right}
        if "person" in kinds and kinds & {"place", "organisation"}:
            return True
        if "person" not in kinds:
            return False
        return any(
            same_name(f.text, g.text, transliterate=self._transliterate).band == "different"
            for f in full[0]
            for g in full[1]
        )

    def join(self, a: int, b: int, reason: str = "") -> None:
        """Put the groups of two forms together."""
        x, y = self.root(a), self.root(b)
        if x == y:
            return
        if len(self._members[x]) < len(self._members[y]):
            x, y = y, x
        self._parent[y] = x
        self._members[x] += self._members[y]
        self._enemies[x] |= self._enemies[y]
        held = self._reasons.get(x, []) + self._reasons.pop(y, [])
        self._reasons[x] = [*held, reason] if reason else held
