"""Whatever a text holds, the analysis raises nothing, its spans are true, and its work grows with the length."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import pytest

from reader.links import compare
from reader.mentions import find_mentions
from reader.text import Article
from tests.work import calls_of

ALPHABETS = {
    "mixed scripts": "aZéßıЖяكبنहি中日한ก ,.",
    "marks and signs": "e\u0301\u0489\u200d\u200b\u202e\u00ad\ufeff\x00\x07\x1f\u2028\u0085\t\n ",
    "emoji": "😀👩‍🚒🇳🇴❤️🔥 ",
    "numbers": "0123456789.,-–/%$€£° '’½ab \n",
    "quotes": "\"'“”‘’«»„‹› .!?,aB\n",
    "names": "A B. C-d O'N McK al-H van de ",
}
SHAPES: dict[str, Callable[[int], str]] = {
    "one letter": lambda n: "a" * n,
    "one digit": lambda n: "7" * n,
    "one capital": lambda n: "X" * n,
    "grouped ones": lambda n: "1," * (n // 2),
    "thousands": lambda n: "1,000 " * (n // 6),
    "numbers only": lambda n: " ".join(str(i * 37) for i in range(n // 6)),
    "number words": lambda n: "one hundred and " * (n // 16),
    "fractions": lambda n: "1/2 " * (n // 4),
    "ranges": lambda n: "10-" * (n // 3),
    "dates": lambda n: "12/03/2016 " * (n // 11),
    "months": lambda n: "May " * (n // 4),
    "hedges": lambda n: "more than about " * (n // 16),
    "currency": lambda n: "$ " * (n // 2),
    "brackets": lambda n: "(" * n,
    "and": lambda n: "and " * (n // 4),
    "the": lambda n: "the " * (n // 4),
    "dashes": lambda n: "- " * (n // 2),
    "quotes unclosed": lambda n: '"' * n,
    "curly quotes unclosed": lambda n: "“a " * (n // 3),
    "said": lambda n: '"a," said B. ' * (n // 13),
    "according to": lambda n: "according to " * (n // 13),
    "initials": lambda n: "A. " * (n // 3),
    "acronyms": lambda n: "ABC (DEF) " * (n // 10),
    "capitalised": lambda n: "Anna " * (n // 5),
    "one long name": lambda n: " ".join(f"K{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}m" for i in range(n // 5)),
    "names apart": lambda n: ". ".join(f"Dr Ka{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}m ran" for i in range(n // 14)),
    "particles": lambda n: "van de " * (n // 7),
    "possessives": lambda n: "A's " * (n // 4),
    "apostrophes": lambda n: "'" * n,
    "dots": lambda n: "." * n,
    "lines": lambda n: "\n" * n,
    "bullets": lambda n: "- a\n" * (n // 4),
    "blanks": lambda n: " " * n,
    "NULs": lambda n: "\x00" * n,
    "combining marks": lambda n: "e" + "\u0301" * (n - 1),
    "emoji": lambda n: "👩‍🚒" * (n // 3),
    "Han": lambda n: "大" * n,
    "no blank": lambda n: "".join(chr(97 + i * i % 26) for i in range(n)),
    "all capitals": lambda n: "THE MAYOR OF KALLSUND SAID THAT 12 BOATS SANK ON 3 MAY. " * (n // 56),
    "no capitals": lambda n: "the mayor of kallsund said that 12 boats sank on 3 may. " * (n // 56),
}  # fmt: skip


def pair(text: str) -> list[Article]:
    return [Article.from_text(text, key="one", published="2020-05-04"), Article.from_text(text + " b", key="two")]


def check(text: str) -> None:
    """Compare the text with nearly itself and see that every span is true."""
    for source in compare(pair(text)).sources:
        own = source.article.text
        for mention in source.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(own)
            assert mention.text == mention.span.of(own)
        for passage in source.passages:
            assert 0 <= passage.span.start < passage.span.end <= len(own)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "a", "7", "A", ".", '"', "\x00", "😀", "\u0301", "½", "\ufeff", "$", "%"]
)
def test_hardly_any_text(text: str) -> None:
    check(text)
    assert all(m.text in text for m in find_mentions(Article.from_text(text)))


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_random_text(alphabet: str) -> None:
    rng = random.Random(alphabet)
    for length in (3, 17, 90, 300):
        for _ in range(2):
            check("".join(rng.choices(ALPHABETS[alphabet], k=length)))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_length(shape: str) -> None:
    """Twice the text takes about twice the work; a quadratic rule would take four times."""
    short, long = (calls_of(partial(compare, pair(SHAPES[shape](length)))) for length in (2_000, 4_000))
    assert long < 3.2 * short + 10_000


@pytest.mark.parametrize("text", ["q" * 300_000, "8" * 300_000, '"' * 50_000])
def test_much_of_one_thing(text: str) -> None:
    compare(pair(text))
