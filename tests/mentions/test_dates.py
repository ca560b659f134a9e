"""Dates in English: spans, intervals, precision, and words that only look like dates."""

from __future__ import annotations

import random
from itertools import product

import pytest

from reader.mentions import DateValue, Mention
from reader.mentions.dates.finding import find_dates
from reader.mentions.dates.reading.grammar import GRAMMAR, STARTS
from reader.text import Article

PUBLISHED = "2019-05-15"  # a Wednesday


def found(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[Mention]:
    return find_dates(Article.from_text(text, published=published, language=language))


def only(text: str, published: str | None = PUBLISHED, language: str = "en") -> tuple[str, DateValue]:
    mentions = found(text, published, language)
    assert len(mentions) == 1, [m.text for m in mentions]
    assert isinstance(mentions[0].value, DateValue)
    assert mentions[0].span.of(text) == mentions[0].text
    return mentions[0].text, mentions[0].value


@pytest.mark.parametrize(
    ("text", "span", "iso"),
    [
        ("The vote was on March 9, 2017 in Oslo.", "March 9, 2017", "2017-03-09"),
        ("Signed 9 March 2017 by both.", "9 March 2017", "2017-03-09"),
        ("Filed on 2017-03-09 at the desk.", "2017-03-09", "2017-03-09"),
        ("Stamped 23/11/2017 at the border.", "23/11/2017", "2017-11-23"),
        ("The fair ran in June 2018 again.", "June 2018", "2018-06"),
        ("He left on Jan. 20 for good.", "Jan. 20", "2019-01-20"),
        ("Mid-April was wet.", "Mid-April", "2019-04-11/2019-04-20"),
        ("The roof fell in late March last year.", "late March last year", "2018-03-21/2018-03-31"),
        ("They met in early 2012 in Bonn.", "early 2012", "2012-01/2012-04"),
        ("It closed in the summer of 2011.", "the summer of 2011", "2011-06/2011-08"),
        ("Rents rose in the 1980s.", "the 1980s", "1980/1989"),
        ("Exports fell in the third quarter of 2017.", "the third quarter of 2017", "2017-07/2017-09"),
        ("Exports fell in Q3 2017.", "Q3 2017", "2017-07/2017-09"),
        ("The 2015-16 campaign failed.", "2015-16", "2015/2016"),
        ("The fair lasts 12-15 August 2018.", "12-15 August 2018", "2018-08-12/2018-08-15"),
        ("It ran from 26 June to 3 July 2018.", "from 26 June to 3 July 2018", "2018-06-26/2018-07-03"),
        ("The talks of Nov-Feb 2018 failed.", "Nov-Feb 2018", "2017-11/2018-02"),
        ("He ruled between 1998 and 2004.", "between 1998 and 2004", "1998/2004"),
    ],
)
def test_absolute(text: str, span: str, iso: str) -> None:
    got, value = only(text)
    assert (got, value.iso) == (span, iso)
    assert value.resolved


@pytest.mark.parametrize(
    ("text", "span", "iso"),
    [
        ("He spoke Wednesday in public.", "Wednesday", "2019-05-15"),
        ("He spoke on Friday in public.", "Friday", "2019-05-10"),
        ("He will speak on Friday in public.", "Friday", "2019-05-17"),
        ("The mayor ordered two days of silence from Friday.", "Friday", "2019-05-17"),
        ("The bridge stays shut until Monday.", "Monday", "2019-05-20"),
        ("The bridge was shut until Monday.", "Monday", "2019-05-13"),
        ("They met last week.", "last week", "2019-05-06/2019-05-12"),
        ("The court ruled yesterday.", "yesterday", "2019-05-14"),
        ("The mill shut three years ago.", "three years ago", "2016-05"),
        ("The mill shut a fortnight ago.", "a fortnight ago", "2019-05-01"),
        ("It rained last month.", "last month", "2019-04"),
        ("Prices doubled over the last three years.", "the last three years", "2016-05-15/2019-05-15"),
    ],
)
def test_relative(text: str, span: str, iso: str) -> None:
    got, value = only(text)
    assert (got, value.iso) == (span, iso)
    assert value.relative
    assert value.resolved


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It began on October 3.", "XXXX-10-03"),
        ("He spoke on Friday.", "XXXX-WXX-5"),
        ("The court ruled yesterday.", "-P1D"),
    ],
)
def test_without_a_publication_date_nothing_is_resolved(text: str, iso: str) -> None:
    _, value = only(text, None)
    assert (value.low, value.high, value.iso, value.resolved) == (None, None, iso, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("We meet every Saturday in the park.", "XXXX-WXX-6"), ("Each Monday the market opens.", "XXXX-WXX-1")],
)
def test_a_day_that_comes_again_and_again_is_no_one_day(text: str, iso: str) -> None:
    _, value = only(text)
    assert (value.low, value.high, value.iso, value.resolved) == (None, None, iso, False)


def test_an_ambiguous_date_keeps_both_readings() -> None:
    _, american = only("The form says 03/04/2018.")
    assert (american.iso, [r.iso for r in american.alternatives]) == ("2018-03-04", ["2018-04-03"])


@pytest.mark.parametrize(
    "text",
    [
        "The pact may collapse.",
        "They plan to march on the palace.",
        "He would second the motion.",
        "The judge sat down.",
        "Troops may march at dawn.",
        "Resolution 1973 passed.",
        "The army lost 2000 soldiers.",
        "A sun hat cost $1999.",
    ],
)
def test_no_dates(text: str) -> None:
    assert [m.text for m in found(text)] == []


def test_no_pattern_of_the_grammar_begins_with_classes_that_are_passed_at_once() -> None:
    rng = random.Random(5)
    classes = sorted({letter for pattern, _ in GRAMMAR for letter in pattern.pattern if letter.isalpha()}) + list(
        "-,./&;"
    )
    passed = [codes for codes in map("".join, product(classes, repeat=2)) if not STARTS.match(codes)]
    for codes in passed:
        for length in (0, 1, 1, 2, 2, 3, 3, 4, 5):
            longer = codes + "".join(rng.choices(classes, k=length))
            assert STARTS.match(longer) or not any(pattern.match(longer) for pattern, _ in GRAMMAR), longer


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("The ferry went back into service on 2 June. In 1988 it burned.", "en", ["2 June", "1988"]),
        ("Le quai a rouvert le 4 juin. Un marin est mort.", "fr", ["le 4 juin"]),
        ("Le quai a rouvert le 4 juin. En 1988 il a brûlé.", "fr", ["le 4 juin", "1988"]),
        ("The ferry burned on 2 Jan. 1988 at the quay.", "en", ["2 Jan. 1988"]),
    ],
)
def test_a_date_ends_with_its_sentence(text: str, language: str, spans: list[str]) -> None:
    assert [m.text for m in found(text, language=language)] == spans


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("On 3 May 40 people were hurt.", "en", "2021-05-03"),
        ("On 3 May 250 people were hurt.", "en", "2021-05-03"),
        ("They passed on 18 March one measure.", "en", "2021-03-18"),
        ("Am 3. Mai 40 Menschen, am Abend noch mehr.", "de", "2021-05-03"),
        ("Am 18. März zwei Männer und am Abend noch einer.", "de", "2021-03-18"),
        ("Le 18 mars un homme est mort.", "fr", "2021-03-18"),
        ("El 3 de mayo 40 casas se quemaron.", "es", "2021-05-03"),
        ("De regering keurde op 18 maart een maatregel goed.", "nl", "2021-03-18"),
        ("Il 3 maggio 40 case sono bruciate.", "it", "2021-05-03"),
        ("3 мая двадцать человек погибли.", "ru", "2021-05-03"),
        ("In March 12 houses burned.", "en", "2021-03"),
        ("Since March 12 houses were rebuilt.", "en", "2021-03-12"),
        ("В марте 12 домов сгорели.", "ru", "2021-03"),
        ("She was born on 3 May 87 in Brask.", "en", "1987-05-03"),
        ("Filed on 3-May-07 in Brask.", "en", "2007-05-03"),
    ],
)
def test_a_number_that_counts_what_follows_is_no_year_of_the_day_before_it(text: str, language: str, iso: str) -> None:
    (mention,) = [m for m in found(text, published="2021-05-15", language=language) if m.text != "am Abend"]
    assert mention.value.iso == iso


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("13-Mar-09 De beurs sloot hoger.", "nl", "2009-03-13"),
        ("12 Feb 2009, von unserer Redaktion.", "de", "2009-02-12"),
        ("20-Oct-2007 La bolsa cerró al alza.", "es", "2007-10-20"),
    ],
)
def test_a_stamp_that_software_set_in_english_is_read_in_any_language(text: str, language: str, iso: str) -> None:
    assert only(text, language=language)[1].iso == iso
