"""Which of many panes are shown: as many as can be read in, and which gives way when another is called for."""

from __future__ import annotations

from collections.abc import Iterable


class Showing:
    """Panes by key, in order. The reader's own choices hold; of the others, which are free, so many are shown as there
    is room for, and those used last stay longest. One that was shown when its source was closed comes back to be seen.
    """

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self._keys: list[str] = []
        self._free: set[str] = set()
        self._called: set[str] = set()
        self._used: list[str] = []
        self._left: set[str] = set()

    def shown(self) -> int:
        """How many panes are shown."""
        return len(self._keys) - len(self.hidden)

    def set_keys(self, keys: Iterable[str], room: int) -> None:
        """These are the panes now; new ones are free."""
        held, self._keys = set(self._keys), list(keys)
        there = set(self._keys)
        back = self._left & there
        self._left = (self._left | (held - self.hidden)) - there if held & there else set()
        self.hidden &= there
        self._called = back or self._called & there
        self._free = (self._free & there) | (there - held)
        self._used = [key for key in self._used if key in there]
        self.fit(room)

    def fit(self, room: int) -> bool:
        """Show as many free panes as there is room for, and those called for in any case; whether that differs."""
        before = set(self.hidden)

        def rank(key: str) -> tuple[bool, bool, int]:
            used = self._used.index(key) if key in self._used else len(self._used)
            return key not in self._called, key in self.hidden, used

        free = sorted((key for key in self._keys if key in self._free), key=rank)
        chosen = sum(key not in self.hidden | self._free for key in self._keys)
        many = max(room - chosen, len(self._called & self._free))
        self.hidden -= set(free[:many])
        self.hidden |= set(free[many:])
        return self.hidden != before

    def call(self, keys: Iterable[str], room: int) -> None:
        """Something is to be seen in these panes: they come, and where there is no room for all, others give way."""
        self._called = set(keys) & set(self._keys)
        for key in self._called:
            self.use(key)
        self._free |= self._called & self.hidden
        self.fit(room)

    def use(self, key: str) -> None:
        """The reader turned to a pane."""
        self._used = [key, *(held for held in self._used if held != key)]

    def hide(self, key: str) -> None:
        """The reader wants a pane hidden; from now on none comes of itself."""
        self.hidden.add(key)
        self._free -= self.hidden
        self._called.discard(key)

    def show_all(self) -> None:
        """The reader wants all of them."""
        self.hidden.clear()
        self._free.clear()

    def restore(self, hidden: Iterable[str]) -> None:
        """These were hidden when the project was last saved."""
        self.hidden = set(hidden) & set(self._keys)
        self._free = set(self._keys) - self.hidden
