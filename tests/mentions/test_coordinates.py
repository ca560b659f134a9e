"""Coordinates of places on the map are no quantities and no names; amounts that look like them are."""

from __future__ import annotations

import pytest

from reader.mentions import entity_evidence, find_mentions
from reader.text import Article


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.kind) for m in find_mentions(Article.from_text(text, language="en"))]


@pytest.mark.parametrize(
    "coordinates",
    [
        "46.4775 N, 30.7326 E",
        "46°28'39\"N 30°43'57\"E",
        "46°28′39″ N, 30°43′57″ E",
        "40° 26.767′ N 79° 58.933′ W",
        "(46.4775, 30.7326)",
        "-33.8688, 151.2093",
        "N 46.4775 E 30.7326",
        "latitude 46.47, longitude 30.73",
        "lat 46.4775, lon 30.7326",
        "50.4501°N 30.5234°E",
        "53,55° N, 9,99° O",
        "46,4775° с. ш.",
        "40 degrees north",
    ],
)
def test_coordinates_count_nothing_and_name_nobody(coordinates: str) -> None:
    assert _kinds(f"The tanker lay at {coordinates}. Smoke rose from 3 of its tanks.") == [("3", "number")]


def test_the_letter_of_a_coordinate_is_no_initial() -> None:
    article = Article.from_text("It sank at 46.4775 N, 30.7326 E. Smoke rose, and then more smoke.")
    assert not find_mentions(article, entity_evidence(article))


def test_measures_and_rates_are_counted_as_before() -> None:
    text = "It was 20°C, then -5°, and 38° C; he is 6'2\" tall. The lamp takes 3.5 W, the engine 1,500 W."
    assert [w for w, _ in _kinds(text)] == ["20°C", "-5°", "38° C", "6'2\"", "3.5 W", "1,500 W"]
    assert _kinds("The euro stood at 1.0845, 1.0912 and 1.1000.") == [
        ("1.0845", "number"),
        ("1.0912", "number"),
        ("1.1000", "number"),
    ]
    assert ("20°", "quantity") in _kinds("The wind turned 20° east of the port.")
