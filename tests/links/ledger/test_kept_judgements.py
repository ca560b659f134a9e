"""Judgements on the values of claims are kept for the next comparison, and no longer."""

from __future__ import annotations

import pytest

from reader.links import Memory, compare
from reader.links.ledger.judging import kept
from reader.text import Article

FERRY = Article.from_text(
    "The ferry sank off Velde on 4 May 2019. Some 41 sailors drowned, the harbour master of Velde said.", key="a"
)
SHIP = Article.from_text(
    "Off Velde a ferry went down on 5 May 2019. The harbour master of Velde said 43 sailors drowned.", key="b"
)
BOAT = Article.from_text("When the ferry of Velde sank, 39 sailors drowned, the harbour master said.", key="c")


def test_two_claims_are_judged_once_while_they_are_compared_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    judged = kept.values_judged
    monkeypatch.setattr(
        kept, "values_judged", lambda a, b: asked.append((a.mention.text, b.mention.text)) or judged(a, b)
    )
    memory = Memory()
    compare([FERRY, SHIP], memory=memory)
    first = list(asked)
    assert ("Some 41", "43") in first or ("41", "43") in first
    asked.clear()
    with_boat = compare([FERRY, SHIP, BOAT], memory=memory)
    assert asked and not {*asked} & {*first}
    assert with_boat == compare([FERRY, SHIP, BOAT])
    asked.clear()
    compare([BOAT], memory=memory)
    compare([FERRY, SHIP], memory=memory)
    assert asked == first
