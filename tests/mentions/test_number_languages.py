"""Numbers and dates of the other languages, robustness against any text, and comparable forms."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.mentions import Duration, Quantity, comparable_ends, comparable_unit
from reader.mentions.dates.finding import find_dates
from reader.mentions.numbers.finding import find_quantities
from reader.mentions.words.language import language_of
from reader.text import Article
from tests.work import calls_of


@pytest.mark.parametrize(
    ("language", "text", "span", "value"),
    [
        ("es", "Vinieron doscientas treinta y siete mil personas.", "doscientas treinta y siete mil", 237_000),
        ("es", "Murieron 1.250 soldados.", "1.250", 1250),
        ("fr", "Il y avait quatre-vingt-dix-sept soldats.", "quatre-vingt-dix-sept", 97),
        ("fr", "La ville compte 45 000 habitants.", "45 000", 45_000),
        ("de", "Es kamen dreihundertvierundsechzig Gäste.", "dreihundertvierundsechzig", 364),
        ("it", "Arrivarono duemilatrecentoquaranta uomini.", "duemilatrecentoquaranta", 2340),
        ("pt", "Chegaram quatrocentos e oitenta e dois homens.", "quatrocentos e oitenta e dois", 482),
        ("nl", "Er kwamen vijfhonderdzevenentwintig mensen.", "vijfhonderdzevenentwintig", 527),
        ("ru", "Пришли двести сорок три человека.", "двести сорок три", 243),
        ("uk", "Прийшли триста двадцять п'ять людей.", "триста двадцять п'ять", 325),
        ("tr", "Yangında iki yüz on dokuz kişi vardı.", "iki yüz on dokuz", 219),
        ("ar", "وصل خمسة وعشرون جنديا.", "خمسة وعشرون", 25),
        ("pl", "Przyszło sto czterdzieści osiem osób.", "sto czterdzieści osiem", 148),
    ],
)
def test_number_words(language: str, text: str, span: str, value: float) -> None:
    mention = find_quantities(Article.from_text(text, language=language))[0]
    assert mention.text == span
    assert isinstance(mention.value, Quantity)
    assert mention.value.low == mention.value.high == value


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("es", "Llegaron el 7 de marzo de 2015.", "2015-03-07"),
        ("fr", "Ils sont venus le 1er juillet 2014.", "2014-07-01"),
        ("de", "Sie kamen am 9. Mai 2013 an.", "2013-05-09"),
        ("it", "Arrivarono il 3 giugno 2012 in treno.", "2012-06-03"),
        ("pt", "Chegaram em 8 de abril de 2011.", "2011-04-08"),
        ("nl", "Zij kwamen op 6 augustus 2010 aan.", "2010-08-06"),
        ("ru", "Они прибыли 5 сентября 2009 года.", "2009-09-05"),
        ("uk", "Вони прибули 4 жовтня 2008 року.", "2008-10-04"),
        ("tr", "Onlar 2 Kasım 2007'de geldi.", "2007-11-02"),
        ("ar", "وصلوا في 11 ديسمبر 2006 إلى المدينة.", "2006-12-11"),
        ("zh", "他们于2005年1月12日到达。", "2005-01-12"),
    ],
)
def test_month_words(language: str, text: str, iso: str) -> None:
    mention = find_dates(Article.from_text(text, language=language))[0]
    assert mention.value.iso == iso  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The men of the town were said to be in it.", "en"),
        ("Los hombres de la ciudad que se fueron con el tren", "es"),
        ("Die Männer der Stadt sind mit dem Zug nicht gekommen", "de"),
        ("Они пришли в город", "ru"),
        ("Вони прийшли до міста її", "uk"),
        ("جاء الرجال إلى المدينة", "ar"),
        ("", "en"),
    ],
)
def test_language_is_guessed(text: str, language: str) -> None:
    assert language_of(Article.from_text(text)) == language


def test_comparable_forms() -> None:
    miles = find_quantities(Article.from_text("The wall is 10 miles long.", language="en"))[0].value
    hours = find_quantities(Article.from_text("It took 48 hours.", language="en"))[0].value
    assert isinstance(miles, Quantity)
    assert isinstance(hours, Duration)
    assert (comparable_unit(miles), comparable_ends(miles)[0]) == ("metre", pytest.approx(16093.44))
    assert (comparable_unit(hours), comparable_ends(hours)[1]) == ("day", pytest.approx(2))


_PIECES = st.sampled_from(
    ["1", "2016", "12", "and", "half", "a", "hundred", "million", "May", "$", "%", "-", "/", ",", ".", "of", "to",
     "from", "between", "years", "ago", "last", "km", "third", "\n", "\x00", "é", "🎉", "одна", "و", "1/2", "½",
     "more than", "st", "'", ":"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(_PIECES, max_size=14), st.sampled_from([" ", ""]), st.sampled_from(["en", "de", "fr", "tr", "ar", ""]))
def test_any_text_gives_sorted_exact_spans(pieces: list[str], glue: str, language: str) -> None:
    text = glue.join(pieces)
    article = Article.from_text(text, language=language, published="2016-12-01")
    for found in (find_quantities(article), find_dates(article)):
        for one, two in pairwise(found):
            assert one.span.end <= two.span.start
        assert all(m.span.of(text) == m.text and m.text for m in found)


@pytest.mark.parametrize(
    "piece", ["1", ",", "1,", "$", "one hundred ", "1 and ", "May ", "zwei", "1 000", "hundreds of "]
)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    for find in (find_quantities, find_dates):
        short, long = (calls_of(partial(find, Article(text=piece * n, language="en"))) for n in (1200, 2400))
        assert long < 3 * short + 1_000
