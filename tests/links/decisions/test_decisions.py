"""The reader's decisions win over the machine, and survive a new analysis."""

from __future__ import annotations

from reader.links import Comparison, Decisions, LedgerRow, MentionEdit, PassageMatch, PlaceRef, RowDecision, compare
from reader.text import Article

A = Article.from_text(
    "At least 12 people were killed when the bridge at Kirvane fell on 4 May 2018.\n\n"
    "The bridge was built in 1931, the mayor of Kirvane, Otto Brandt, said.\n\n"
    "The council of Kirvane wants a new bridge.",
    key="a",
)
B = Article.from_text(
    "The bridge at Kirvane fell on 4 May 2018 and killed 19 people.\n\n"
    "It was built in 1951, Brandt told reporters in Kirvane.\n\n"
    "A ferry will cross the river until a new bridge is built.",
    key="b",
)
C = Article.from_text("When the bridge at Kirvane fell on 4 May 2018 it killed 7 people.", key="c")


def place(article: Article, words: str) -> PlaceRef:
    start = article.text.index(words)
    return PlaceRef(article.key, start, start + len(words), words)


def row_of(comparison: Comparison, article: Article, words: str, kind: str = "quantity") -> LedgerRow | None:
    source = next(s for s in comparison.sources if s.article.key == article.key)
    start = article.text.index(words)
    ids = {m.id for m in source.mentions if m.span.start <= start < m.span.end}
    rows = (r for r in comparison.ledger if r.kind == kind and ids & set(r.cells.get(source.id, ())))
    return next(rows, None)


def exact(comparison: Comparison, article: Article, words: str) -> PlaceRef:
    """The place of the very mention at some words."""
    source = next(s for s in comparison.sources if s.article.key == article.key)
    start = article.text.index(words)
    found = next(m for m in source.mentions if m.span.start <= start < m.span.end and m.kind not in ("attribution",))
    return PlaceRef(article.key, found.span.start, found.span.end, found.text)


def test_without_decisions_the_machine_judges() -> None:
    comparison = compare([A, B])
    row = row_of(comparison, A, "12")
    assert row is not None
    assert row.verdict == "compatible"
    assert not row.decided
    built = row_of(comparison, A, "1931", "date")
    assert built is not None
    assert built.verdict == "differ"


def test_a_verdict_of_the_reader_replaces_the_machines() -> None:
    plain = compare([A, B])
    places = (exact(plain, A, "12"), exact(plain, B, "19"))
    decisions = Decisions().adding(RowDecision(places, "differ"))
    row = row_of(compare([A, B], decisions), A, "12")
    assert row is not None
    assert (row.verdict, row.decided) == ("differ", True)
    assert set(row.cells) == {"A", "B"}
    later = decisions.adding(RowDecision(places, "agree"))
    assert row_of(compare([A, B], later), A, "12").verdict == "agree"  # type: ignore[union-attr]


def test_a_verdict_survives_a_third_source_and_a_longer_text() -> None:
    plain = compare([A, B])
    decisions = Decisions().adding(RowDecision((exact(plain, A, "12"), exact(plain, B, "19")), "same form only"))
    longer = Article.from_text("A late edition.\n\n" + A.text, key="a")
    row = row_of(compare([longer, B, C], decisions), longer, "12")
    assert row is not None
    assert (row.verdict, row.decided) == ("same form only", True)


def test_not_comparable_parts_what_the_machine_joined() -> None:
    plain = compare([A, B])
    decisions = Decisions().adding(RowDecision((exact(plain, A, "12"), exact(plain, B, "19")), "not comparable"))
    row = row_of(compare([A, B], decisions), A, "12")
    assert row is None or "B" not in row.cells


def test_ignore_takes_the_row_away() -> None:
    plain = compare([A, B])
    decisions = Decisions().adding(RowDecision((exact(plain, A, "12"), exact(plain, B, "19")), "ignore"))
    ignoring = compare([A, B], decisions)
    assert row_of(ignoring, A, "12") is None
    assert row_of(ignoring, B, "19") is None


def test_an_entity_row_can_be_ignored() -> None:
    plain = compare([A, B])
    decisions = Decisions().adding(RowDecision((exact(plain, A, "Kirvane"),), "ignore"))
    assert any(row.label == "Kirvane" for row in plain.ledger)
    assert not any(row.label == "Kirvane" for row in compare([A, B], decisions).ledger)


def test_a_mention_is_taken_away_and_another_added() -> None:
    plain = compare([A, B])
    decisions = (
        Decisions()
        .adding(MentionEdit(exact(plain, A, "12"), None))
        .adding(MentionEdit(place(B, "ferry"), "organisation"))
    )
    comparison = compare([A, B], decisions)
    assert not any("12" in m.text for m in comparison.sources[0].mentions)
    added = next(m for m in comparison.sources[1].mentions if m.text == "ferry")
    assert (added.kind, added.engine) == ("organisation", "reader")
    assert any("ferry" in held for e in comparison.entities for held in e.variants.get("B", ()))


def test_an_added_number_gets_its_value() -> None:
    decisions = Decisions().adding(MentionEdit(place(A, "12"), "number"))
    added = next(m for m in compare([A], decisions).sources[0].mentions if m.engine == "reader")
    assert added.text == "12"
    assert added.value.low == 12  # type: ignore[union-attr]


def test_passages_are_matched_and_parted_by_hand() -> None:
    council, ferry = place(A, "council of Kirvane"), place(B, "A ferry will cross")
    matched = compare([A, B], Decisions().adding(PassageMatch(council, ferry)))
    manual = [link for link in matched.alignments if link.manual]
    assert [(link.a.passages, link.b.passages, link.score) for link in manual] == [((2,), (2,), 1.0)]
    parted = compare([A, B], Decisions().adding(PassageMatch(place(A, "At least"), place(B, "The bridge at"), False)))
    assert any(link.a.passages == (0,) and 0 in link.b.passages for link in compare([A, B]).alignments)
    assert not any(0 in link.a.passages and 0 in link.b.passages for link in parted.alignments)


def test_the_last_word_on_two_passages_counts() -> None:
    council, ferry = place(A, "council of Kirvane"), place(B, "A ferry will cross")
    decisions = Decisions().adding(PassageMatch(council, ferry)).adding(PassageMatch(ferry, council, matched=False))
    assert not any(link.manual for link in compare([A, B], decisions).alignments)


def test_decisions_on_words_that_are_gone_do_no_harm() -> None:
    gone = PlaceRef("a", 900, 905, "never said")
    decisions = (
        Decisions()
        .adding(RowDecision((gone, place(B, "19")), "differ"))
        .adding(PassageMatch(gone, place(B, "19")))
        .adding(MentionEdit(gone, "person"))
        .adding(RowDecision((PlaceRef("z", 0, 1, "x"),), "ignore"))
    )
    assert compare([A, B], decisions).ledger
