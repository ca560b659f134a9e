"""Comparing again with what was kept: the same as comparing anew, and only what is new is worked out."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from reader.links import (
    Comparison,
    Decision,
    Decisions,
    Memory,
    MentionEdit,
    NameRef,
    PlaceRef,
    RowDecision,
    SameName,
    compare,
    comparing,
)
from reader.links.ledger import building
from reader.links.ledger.pairing.pairs import Link, find_links
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.pairing.weighing.evidence import Weighed
from reader.mentions import Mention, find_mentions
from reader.reports import comparison_json
from reader.text import Article
from tests.links.test_comparing import account
from tests.work import calls_of

NAMES = [
    "Marchuk said on 3 May 2014 that 40 lorries were seen near Belmora, and 12 miners of Kirvane were lost.",
    "Olena Marchuk counted 40 lorries near Belmora. The Belmora Salt Company lost 12 of its miners.",
    "Petro Marchuk owns 13 boats in Lusovo. The minister, Olena Marchuk, spoke of 45 lorries near Belmora.",
    "The Kirvane Rescue Union found 11 miners on 4 May 2014. Kirvane mourns, the Belmora Salt Company said.",
]
"""Texts of which each joins or parts names of the others."""


def articles() -> list[Article]:
    return [Article.from_text(text, key=f"n{n}", language="en") for n, text in enumerate(NAMES)] + [
        account(n, 8) for n in range(4)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_sources_that_come_go_and_change_places_are_compared_as_anew(seed: int) -> None:
    chance = random.Random(seed)
    apart, memory = articles(), Memory()
    shown: list[Article] = []
    for _ in range(10):
        if apart and (len(shown) < 3 or chance.random() < 0.6):
            shown.insert(chance.randint(0, len(shown)), apart.pop(chance.randrange(len(apart))))
        elif chance.random() < 0.6:
            apart.append(shown.pop(chance.randrange(len(shown))))
        else:
            chance.shuffle(shown)
        assert comparison_json(compare(shown, memory=memory)) == comparison_json(compare(shown))


def decided(found: Comparison, chance: random.Random) -> Decision:
    """Something a reader may say of a comparison."""
    places = {
        mention.id: PlaceRef(source.article.key, mention.span.start, mention.span.end, mention.text)
        for source in found.sources
        for mention in source.mentions
    }
    row = chance.choice([row for row in found.ledger if row.kind != "entity"])
    one = places[chance.choice([mention for held in row.cells.values() for mention in held])]
    kind = chance.choice(("row", "names", "mention"))
    if kind == "names":
        a, b = chance.sample(found.entities, 2)
        return SameName(NameRef(a.label), NameRef(b.label), chance.random() < 0.5)
    if kind == "mention":
        return MentionEdit(one, None)
    spoken = tuple(places[held[0]] for held in row.cells.values())
    return RowDecision(spoken, chance.choice(("agree", "differ", "not comparable", "ignore")))


@pytest.mark.parametrize("seed", range(3))
def test_what_the_reader_says_of_sources_compared_before_counts_as_anew(seed: int) -> None:
    chance = random.Random(seed)
    shown, memory, said = articles()[:6], Memory(), Decisions()
    for step in range(6):
        found = compare(shown, said, memory=memory)
        assert comparison_json(found) == comparison_json(compare(shown, said))
        said = said.adding(decided(found, chance))
        if step == 3:
            shown = [*shown[1:4], account(9, 8), shown[0]]


SAID = [
    "Belmora, 4 May 2014 (Kirvane Press) - Police in Belmora said 40 lorries were seen. “We shall stay until all "
    "twelve miners are found,” Olena Marchuk told the Kirvane Press.",
    "The mayor, Olena Marchuk, told the Kirvane Press: “We shall stay until all twelve miners are found.” Police in "
    "Belmora said 45 lorries were seen, and the harbour was closed for 3 days.",
    "According to the Kirvane Press, 41 lorries were seen in Belmora. The mayor, Petro Savchuk, said the harbour would "
    "be closed for 4 days.",
]
"""Texts that quote the same people, and name the holder of one office otherwise."""


@pytest.mark.parametrize("seed", range(4))
def test_whatever_changes_from_one_comparison_to_the_next_the_result_is_as_anew(seed: int) -> None:
    chance = random.Random(seed)
    quoting = [Article.from_text(text, key=f"s{n}", language="en") for n, text in enumerate(SAID)]
    apart, memory, said = [*articles(), *quoting], Memory(), Decisions()
    shown = [apart.pop(chance.randrange(len(apart))) for _ in range(4)]
    for _ in range(8):
        found = compare(shown, said, memory=memory)
        assert comparison_json(found) == comparison_json(compare(shown, said))
        for change in chance.sample(("added", "removed", "moved", "written anew", "decided", "taken back"), 2):
            if change == "added" and apart:
                shown.insert(chance.randint(0, len(shown)), apart.pop(chance.randrange(len(apart))))
            elif change == "removed" and len(shown) > 2:
                apart.append(shown.pop(chance.randrange(len(shown))))
            elif change == "moved":
                chance.shuffle(shown)
            elif change == "written anew":
                place = chance.randrange(len(shown))
                text = shown[place].text.replace(*chance.choice((("40", "44"), ("Petro", "Pavlo"), ("12", "13"))))
                shown[place] = Article.from_text(text, key=shown[place].key, language="en")
            elif change == "decided":
                said = said.adding(decided(found, chance))
            elif change == "taken back":
                said = Decisions()


def test_a_quotation_that_the_reader_takes_away_may_be_copied_wording() -> None:
    speech = "“The harbour stays shut until every one of the forty lorries has been searched by our own people.”"
    shown = [
        Article.from_text(f"{name} said: {speech} Nobody in {place} asked when.", key=name, language="en")
        for name, place in (("Marchuk", "Belmora"), ("Savchuk", "Kirvane"))
    ]
    memory = Memory()
    found = compare(shown, memory=memory)
    assert not any("Shared wording" in origin.label for origin in found.origins)
    said = Decisions()
    for source in found.sources:
        for mention in source.mentions:
            if mention.kind == "quotation":
                span = mention.span
                place = PlaceRef(source.article.key, span.start, span.end, mention.text)
                said = said.adding(MentionEdit(place, None))
    again = compare(shown, said, memory=memory)
    assert any("Shared wording" in origin.label for origin in again.origins)
    assert comparison_json(again) == comparison_json(compare(shown, said))


def links_between(shown: list[Article], monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], set[object]]:
    """By the articles of each two sources, the claims that can be compared, how surely and with which verdict."""
    found: dict[tuple[str, str], set[object]] = defaultdict(set)

    def links(told: Sequence[Told], *rest: object) -> list[Link]:
        claims = [(shown[number], claim) for number, each in enumerate(told) for claim in each.claims]
        linked: list[Link] = find_links(told, *rest)  # type: ignore[arg-type]
        for link in linked:
            (one, a), (other, b) = claims[link.a], claims[link.b]
            said = a.mention.span, b.mention.span, round(link.score, 9), link.judgement.verdict
            found[one.key, other.key].add(said)
        return linked

    monkeypatch.setattr(building, "find_links", links)
    compare(shown)
    return found


def test_what_two_sources_have_in_common_does_not_depend_on_others(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [account(n, 10) for n in range(4)]
    together = links_between(shown, monkeypatch)
    for a, b in combinations(shown, 2):
        assert together[a.key, b.key] == links_between([a, b], monkeypatch)[a.key, b.key] != set()


def test_pairs_that_are_not_judged_are_those_of_which_nothing_would_come(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [*articles(), *(account(n, 14) for n in range(5, 8))]
    found = comparison_json(compare(shown))
    judged = calls_of(lambda: compare(shown))
    monkeypatch.setattr(Weighed, "worth_judging", lambda pairs, *_: np.arange(len(pairs.ones)))
    assert comparison_json(compare(shown)) == found
    assert calls_of(lambda: compare(shown)) > 1.1 * judged


def test_one_source_more_is_a_small_part_of_the_work() -> None:
    shown = [account(n, 14) for n in range(9)]
    memory = Memory()
    compare(shown[:8], memory=memory)
    whole = calls_of(lambda: compare(shown))
    assert (
        calls_of(lambda: compare(shown, memory=memory)) < 0.45 * whole
    )  # of short texts, of which rows are a large part


def test_work_on_many_sources_grows_little_faster_than_they_do() -> None:
    shown = [account(n, 10) for n in range(20)]
    compare(shown[:2])
    few, many = (calls_of(lambda n=n: compare(shown[:n])) for n in (5, 20))  # type: ignore[misc]
    assert many < 1.6 * 4 * few


def test_what_is_kept_whole_keeps_its_parts() -> None:
    memory, made = Memory(), []

    def part() -> str:
        return memory.get("part", lambda: made.append("part") or "part")

    def whole() -> str:
        return memory.whole("whole", lambda: made.append("whole") or f"of one {part()}")

    for _ in range(3):
        assert whole() == "of one part"
        memory.finish()
    assert part() == "part"
    assert made == ["whole", "part"]


def test_a_source_added_after_comparing_again_costs_no_more() -> None:
    shown = [account(n, 8) for n in range(4)]

    def added(times: int) -> int:
        memory = Memory()
        for _ in range(times):
            compare(shown[:3], memory=memory)
        return calls_of(lambda: compare(shown, memory=memory))

    added(1)
    assert added(3) < 1.04 * added(1)


def test_a_city_becomes_its_team_when_a_source_tells_of_it() -> None:
    texts = ["Boston acquired the pitcher on Monday. Cards fans left.", "The Boston Red Sox and the Cardinals met."]
    first, second = (Article.from_text(t, key=f"t{n}", language="en") for n, t in enumerate(texts))
    memory = Memory()
    compare([first], memory=memory)
    assert comparison_json(compare([first, second], memory=memory)) == comparison_json(compare([first, second]))


def test_small_letters_in_a_new_source_count_as_anew_in_those_before_it() -> None:
    texts = [
        "The miners told Parliament that the shaft was safe. Nobody in Parliament asked whose shaft, Parliament said.",
        "In Kirvane a parliament met on Monday.",
    ]
    first, second = (Article.from_text(t, key=f"t{n}", language="en") for n, t in enumerate(texts))
    memory = Memory()
    compare([first], memory=memory)
    assert comparison_json(compare([first, second], memory=memory)) == comparison_json(compare([first, second]))


def test_names_are_found_again_only_where_something_asked_is_answered_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def find(article: Article, *rest: Any, **others: Any) -> tuple[Mention, ...]:
        read.append(article.key)
        return find_mentions(article, *rest, **others)

    monkeypatch.setattr(comparing, "find_mentions", find)
    texts = [
        "Olena Marchuk left Belmora on Monday, and the harbour stayed shut.",
        "In Lusovo the Committee met. Nobody on the Committee had seen a boat.",
        "The harbour of Kirvane is shut, Marchuk said. A committee of the harbour said so too.",
    ]
    shown = [Article.from_text(text, key=f"t{n}", language="en") for n, text in enumerate(texts)]
    memory = Memory()
    compare(shown[:2], memory=memory)
    read.clear()
    compare(shown, memory=memory)
    assert read == ["t1", "t2"]
    read.clear()
    compare(shown, memory=memory)
    assert read == []
