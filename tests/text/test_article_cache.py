"""What was worked out for articles lately read."""

from __future__ import annotations

from reader.text import Article, ArticleCache
from reader.text.article_cache import LONGEST, MOST


def asked_of(*lengths: int) -> list[int]:
    """The lengths of the articles worked out when each of these is asked for, and then each of them again."""
    worked_out: list[int] = []

    def work_out(article: Article) -> int:
        worked_out.append(len(article.text))
        return len(article.text)

    cache = ArticleCache(work_out)
    articles = [Article.from_text("x" * length, key=str(place)) for place, length in enumerate(lengths)]
    for article in (*articles, *articles):
        assert cache(article) == len(article.text)
    return worked_out


def test_each_of_many_short_articles_is_worked_out_once() -> None:
    assert asked_of(*[5_000] * 60) == [5_000] * 60


def test_long_articles_are_not_kept() -> None:
    assert asked_of(LONGEST + 1, 10) == [LONGEST + 1, 10, LONGEST + 1]


def test_no_more_text_is_kept_than_there_is_room_for() -> None:
    whole = MOST // LONGEST
    assert len(asked_of(*[LONGEST] * whole)) == whole
    assert len(asked_of(*[LONGEST] * 3 * whole)) > 3 * whole
