"""Two states of one article are told from two articles, and from a reprint elsewhere."""

from __future__ import annotations

from itertools import combinations

from reader.shipped import samples
from reader.sources import article_files, is_version_of, load
from reader.text import Article

OLD = (
    "Ferry fire off Norrhamn\n\nThe night ferry burned for six hours before it was towed in. All on board were "
    "brought ashore by fishing boats from three villages, the harbour office said. Nobody is missing."
)
NEW = OLD.replace("Nobody is missing", "One sailor was found later") + " The line has stopped all other sailings."
OTHER = "Ferry fire off Norrhamn\n\nTwo sailors told this paper how smoke filled the lower deck within minutes."


def made(text: str, **known: str) -> Article:
    return Article.from_text(text, **known)


def test_a_changed_text_is_a_version() -> None:
    assert is_version_of(made(NEW), made(OLD)) and is_version_of(made(OLD), made(NEW))
    assert not is_version_of(made(OTHER), made(OLD))


def test_the_same_address_or_headline_in_one_outlet_is_a_version() -> None:
    here = made(OLD, url="https://www.kusten.example/fire/", publisher="Kusten", title="Ferry fire")
    assert is_version_of(made(OTHER, url="http://kusten.example/fire#top"), here)
    assert is_version_of(made(OTHER, publisher="kusten", title="Ferry Fire"), here)
    assert not is_version_of(made(OTHER, publisher="kusten", title="On the lower deck"), here)


def test_the_front_page_is_nobodys_address() -> None:
    front = made(OLD, url="https://kusten.example/")
    assert not is_version_of(made(OTHER, url="https://kusten.example"), front)


def test_a_reprint_is_a_source_of_its_own() -> None:
    agency = made(OLD, publisher="Coast Agency", url="https://agency.example/1")
    assert not is_version_of(made(NEW, publisher="Kusten"), agency)
    assert not is_version_of(made(NEW, url="https://kusten.example/9"), agency)
    assert not is_version_of(made(NEW, url="http://["), agency)


def test_texts_without_spaces_and_tiny_ones() -> None:
    chinese = "渡轮在夜间起火，六小时后被拖回港口，船上所有人都被渔船救上岸，港务局说没有人失踪。"
    assert is_version_of(made(chinese.replace("六", "七")), made(chinese))
    assert not is_version_of(made("x"), made("x y")) and not is_version_of(made(""), made(""))


def test_the_samples_are_articles_of_their_own() -> None:
    articles = [load(path) for path in article_files(samples())]
    assert not [pair for pair in combinations(articles, 2) if is_version_of(*pair)]
