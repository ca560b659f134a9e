"""What a card is read from."""

from __future__ import annotations

from reader.links import ComparedSource, Comparison, LedgerRow, Origin, Side
from reader.mentions import Attribution, Mention
from reader.text import Article, Span, find_passages
from reader.ui.docks.ledger.reading import LedgerReading
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.panes.walk.stops import differences

TEXT = "Nine trams stood still. A pump failed at noon. Nobody was hurt, Iva Holm said. Rain fell."


def mention(letter: str, number: int, words: str, value: Attribution | None = None) -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), words, "number", value, id=f"{letter}{number}")


def comparison(rows: tuple[LedgerRow, ...], origins: tuple[Origin, ...] = ()) -> Comparison:
    sources = []
    for letter in "ABC":
        article = Article.from_text(TEXT, key=letter.lower())
        said = [
            mention(letter, 4, "said", Attribution("Holm", "named", "said", None, Span(47, len(TEXT)))),
            mention(letter, 5, "said", Attribution("Iva Holm", "named", "said", None, Span(47, 62))),
        ]
        held = (mention(letter, 1, "Nine trams"), mention(letter, 2, "noon"), mention(letter, 3, "Nobody"), *said)
        sources.append(ComparedSource(letter, article, find_passages(article), held))
    return Comparison(tuple(sources), ledger=rows, origins=origins)


def row(*ids: str) -> LedgerRow:
    return LedgerRow("R1", "quantity", "agree", "trams", {held[0]: (held,) for held in ids}, "")


def test_an_origin_is_shared_when_two_sources_rest_on_it_by_a_mention_or_a_passage():
    one = Origin("the tram office", ("A", "B"), ("A1",), passages=(Side("B", (0, 1)), Side("D", (0,)), Side("C", (9,))))
    two = Origin("an agency", ("B", "C"), ("B1", "C2"), passages=(Side("A", (0,)),))
    three = Origin("a letter", ("A", "B"), ("A2", "B2"))
    reading = LedgerReading(ComparisonIndex(comparison((row("A1", "B1"),), (one, two, three))))
    assert reading.origin(row("A1", "B1")) is one
    assert reading.origin(row("B1", "C1")) is None
    assert reading.origin(row("A1", "C2")) is two
    assert reading.origin(row("A2", "B2")) is three
    assert reading.origin(row("A3", "B3")) is None and reading.origin(row("A1", "Z1")) is None


def test_who_says_it_is_the_narrowest_attribution_around_the_words():
    held = row("A3", "B1")
    found = LedgerReading(ComparisonIndex(comparison((held,)))).attributions(held)
    assert {letter: said.speaker for letter, said in found.items()} == {"A": "Iva Holm"}


def test_a_mention_is_found_whatever_its_number():
    held = comparison((row("A1", "B1"),))
    odd = ComparedSource("A", held.sources[0].article, held.sources[0].passages, held.sources[0].mentions[::-1])
    reading = LedgerReading(ComparisonIndex(Comparison((odd, held.sources[1]), ledger=held.ledger)))
    assert [place.words for place in reading.places(row("A2", "B2"))] == ["noon", "noon"]
    assert reading.places(row("A9", "Q1")) == []


def test_a_card_and_a_walk_show_the_words_that_the_reason_speaks_of():
    held = LedgerRow("R1", "quantity", "differ", "trams", {"A": ("A3", "A1"), "B": ("B2", "B1")}, "")
    index = ComparisonIndex(comparison((held,)))
    reading = LedgerReading(index)
    assert [line.words for line in reading.card(held).lines] == ["Nobody", "noon"]
    assert [place.words for place in reading.first_places(held)] == ["Nobody", "noon"]
    assert [place.words for place in reading.places(held)] == ["Nine trams", "Nobody", "Nine trams", "noon"]
    (stop,) = differences(index)
    assert [span.of(TEXT) for _, span in stop.places] == ["Nobody", "noon"]
