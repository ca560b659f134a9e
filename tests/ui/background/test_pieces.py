"""A large value in pieces: the same again at the other end, nothing twice, and nothing of one that was broken off."""

from __future__ import annotations

from array import array
from datetime import date

from reader.links import ComparedSource, Comparison, LedgerRow
from reader.mentions import DateValue, Mention
from reader.text import Article, Passage, Span
from reader.ui.background.pieces import LONG, Joining, in_pieces, is_piece


def comparison(article: Article, number: int) -> Comparison:
    value = DateValue(date(2021, 5, 3), date(2021, 5, 3), "2021-05-03")
    mentions = tuple(Mention(Span(n, n + 4), "boat", "date", value, id=f"A{n + 1}") for n in range(number))
    passages = tuple(Passage(Span(n, n + 1), "sentence", 0) for n in range(number))
    rows = tuple(LedgerRow(f"R{n}", "date", "only", "boat", {"A": (f"A{n}",)}, "So.") for n in range(7))
    return Comparison((ComparedSource("A", article, passages, mentions),), ledger=rows)


def test_a_large_value_comes_in_pieces_and_is_the_same_again():
    held = comparison(Article.from_text("A boat. " * 2000), 3 * LONG + 5)
    messages = list(in_pieces(held))
    assert [is_piece(message) for message in messages] == [True] * (len(messages) - 1) + [False]
    assert len(messages) == 9
    joining = Joining()
    values = [joining.take(message) for message in messages]
    assert values[:-1] == [None] * 8 and values[-1] == held
    assert type(values[-1].sources[0].mentions) is tuple and not joining.begun


def test_what_both_sides_have_is_not_sent_and_comes_back_as_itself():
    article = Article.from_text("A boat lay in the harbour. " * 5000)
    held = comparison(article, 2)
    messages = list(in_pieces(held, {id(article): 7}))
    assert sum(map(len, messages)) < 3000
    joining = Joining()
    joining.named[7] = article
    found = [joining.take(message) for message in messages][-1]
    assert found == held and found.sources[0].article is article


def test_a_value_that_was_broken_off_leaves_nothing_in_the_next():
    first, second = list(range(3 * LONG)), [[n] for n in range(2 * LONG)]
    for sent in range(3):
        joining = Joining()
        for message in list(in_pieces(first))[: sent + 1]:
            joining.take(message)
        assert joining.begun
        assert [joining.take(message) for message in in_pieces(second)][-1] == second


def test_a_list_that_stands_in_two_places_is_sent_once():
    numbers = list(range(LONG + 1))
    held = {"one": numbers, "two": (numbers, array("i", range(9))), "words": "x" * 9000, "none": [None]}
    messages = list(in_pieces(held))
    assert len(messages) == 3
    joining = Joining()
    assert [joining.take(message) for message in messages][-1] == held
