"""Words that one source quotes and another uses without quotation marks."""

from __future__ import annotations

import pytest

from reader.links import Decisions, MentionEdit, PlaceRef, compare
from reader.mentions import Quotation
from reader.text import Article

QUOTING = "The harbour master of Lund, Eva Strand, called the new pier “a costly and useless ornament” on Monday.\n"
PLAIN = "For Eva Strand, the harbour master of Lund, the new pier is a useless and costly ornament of the town.\n"


def articles(*texts):
    return [Article.from_text(text, key=f"k{n}") for n, text in enumerate(texts)]


def rows(comparison):
    return [row for row in comparison.ledger if row.kind == "quotation"]


def test_the_same_words_without_marks_agree():
    found = compare(articles(QUOTING, PLAIN))
    (row,) = rows(found)
    assert row.verdict == "agree" and set(row.cells) == {"A", "B"}
    assert row.reason == (
        "A quotes “a costly and useless ornament”, B writes “a useless and costly ornament”: "
        "the words are the same, in another order, without quotation marks in B."
    )
    mention = next(m for m in found.sources[1].mentions if m.id == row.cells["B"][0])
    assert mention.text == "a useless and costly ornament" and mention.evidence == "in quotation marks in A"
    assert isinstance(mention.value, Quotation) and not mention.value.marked
    ids = [m.id for m in found.sources[1].mentions]
    assert len(set(ids)) == len(ids)


def test_the_source_that_comes_first_may_be_the_one_without_marks():
    (row,) = rows(compare(articles(PLAIN, QUOTING)))
    assert row.verdict == "agree" and row.reason.endswith("without quotation marks in A.")


@pytest.mark.parametrize(
    "plain",
    [
        "For Eva Strand, the harbour master of Lund, the new pier is not a costly and useless ornament.\n",
        "For Eva Strand, the harbour master of Lund, the new pier is an ornament, and a costly one.\n",
    ],
    ids=["denied", "some of the words"],
)
def test_what_is_denied_or_said_otherwise_is_not_the_same(plain):
    assert all(set(row.cells) == {"A"} for row in rows(compare(articles(QUOTING, plain))))


def test_a_third_source_joins_the_row():
    (row,) = rows(compare(articles(QUOTING, PLAIN, QUOTING.replace("on Monday", "this week"))))
    assert row.verdict == "agree" and set(row.cells) == {"A", "B", "C"}
    assert row.reason.startswith("A and C quote “a costly and useless ornament”, B writes")


def test_a_mark_the_reader_took_away_does_not_come_again():
    found = articles(QUOTING, PLAIN)
    start = PLAIN.index("a useless and costly ornament")
    place = PlaceRef("k1", start, start + len("a useless and costly ornament"), "a useless and costly ornament")
    (row,) = rows(compare(found, Decisions(mentions=(MentionEdit(place, None),))))
    assert row.verdict == "only" and set(row.cells) == {"A"}


def test_a_name_in_marks_is_told_as_a_name():
    a = "The trawler “Queen of the North” sank off Tromsø on Monday with six men, the coast guard said.\n"
    b = "Six men were on the trawler Queen of the North when it sank off Tromsø, the coast guard said.\n"
    marked = [m for m in compare(articles(a, b)).sources[1].mentions if m.kind == "quotation"]
    assert not marked
