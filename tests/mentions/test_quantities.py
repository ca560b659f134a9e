"""Quantities in English: spans, values, hedges, what is counted, and what is no quantity."""

from __future__ import annotations

import pytest

from reader.mentions import Duration, Mention, Quantity, find_mentions
from reader.mentions.numbers.finding import find_quantities
from reader.text import Article


def found(text: str, language: str = "en") -> list[Mention]:
    return find_quantities(Article.from_text(text, language=language))


def only(text: str, language: str = "en") -> Mention:
    mentions = found(text, language)
    assert len(mentions) == 1, [m.text for m in mentions]
    assert mentions[0].span.of(text) == mentions[0].text
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("Some 4,500 villagers left.", "4,500", 4500, 4500),
        ("The ferry carried twenty-seven crew.", "twenty-seven", 27, 27),
        ("They counted one hundred and twelve boats.", "one hundred and twelve", 112, 112),
        ("She got one-and-a-half million ballots.", "one-and-a-half million", 1_500_000, 1_500_000),
        ("The firm printed half a million leaflets.", "half a million", 500_000, 500_000),
        ("The valley has 3 lakh farmers.", "3 lakh", 300_000, 300_000),
        ("It shipped 12,34,567 boxes.", "12,34,567", 1_234_567, 1_234_567),
        ("Between four and nine pumps failed.", "Between four and nine", 4, 9),
        ("The mayor wants 3,000-4,000 volunteers.", "3,000-4,000", 3000, 4000),
        ("It ranged from 200 to 250 cases.", "from 200 to 250", 200, 250),
        ("The harbour holds 5-6 million crates.", "5-6 million", 5e6, 6e6),
        ("Divers found two or three wrecks.", "two or three", 2, 3),
        ("Police freed dozens of hostages.", "dozens", 24, 99),
        ("Tens of thousands of pilgrims came.", "Tens of thousands", 20_000, 99_999),
        ("The hall seats several hundred guests.", "several hundred", 300, 900),
        ("One in eight pupils failed.", "One in eight", 0.125, 0.125),
        ("Nearly two-fifths of voters stayed home.", "Nearly two-fifths", 0.4, 0.4),
        ("He ate three quarters of the loaf.", "three quarters", 0.75, 0.75),
    ],
)
def test_counts(text: str, span: str, low: float, high: float) -> None:
    mention = only(text)
    assert mention.text == span
    assert isinstance(mention.value, Quantity)
    assert mention.value.low == pytest.approx(low)
    assert mention.value.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("text", "span", "kind", "value", "unit"),
    [
        ("Turnout fell by 6.5 percent.", "6.5 percent", "percent", 6.5, "%"),
        ("The rate rose 0.5 percentage points.", "0.5 percentage points", "percent", 0.5, "percentage point"),
        ("The bridge cost $2.75 billion.", "$2.75 billion", "money", 2.75e9, "USD"),
        ("He owes €40m to the bank.", "€40m", "money", 40e6, "EUR"),
        ("They paid 30 million roubles.", "30 million roubles", "money", 30e6, "RUB"),
        ("The toll is 80 pence.", "80 pence", "money", 80, "pence"),
        ("The village lies 12 miles away.", "12 miles", "quantity", 12, "mile"),
        ("It was 41C at noon.", "41C", "quantity", 41, "degree Celsius"),
        ("A 300-pound seal came ashore.", "300-pound", "quantity", 300, "pound"),
        ("The lake covers 75 square kilometres.", "75 square kilometres", "quantity", 75, "square kilometre"),
    ],
)
def test_units(text: str, span: str, kind: str, value: float, unit: str) -> None:
    mention = only(text)
    assert (mention.text, mention.kind) == (span, kind)
    assert isinstance(mention.value, Quantity)
    assert mention.value.low == mention.value.high == pytest.approx(value)
    assert mention.value.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("More than nine hundred men enlisted.", 900, None, "more than"),
        ("At least 17 divers drowned.", 17, None, "at least"),
        ("Up to 60 buses will run.", None, 60, "at most"),
        ("Fewer than 30 clerks remain.", None, 30, "less than"),
        ("They need 40 or more nurses.", 40, None, "at least"),
        ("He took guns, and above two thousand prisoners.", 2000, None, "more than"),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, bound: str) -> None:
    value = only(text).value
    assert isinstance(value, Quantity)
    assert (value.low, value.high, value.bound) == (low, high, bound)


def test_miles_and_kilometres_meet_in_metres() -> None:
    miles, km = only("It is 10 miles long.").value, only("It is 16.09344 km long.").value
    assert isinstance(miles, Quantity)
    assert isinstance(km, Quantity)
    assert miles.base_unit == km.base_unit == "metre"
    assert miles.base_low == pytest.approx(km.base_low)


def test_cents_count_in_their_currency() -> None:
    value = only("A stamp costs 45 cents.").value
    assert isinstance(value, Quantity)
    assert (value.base_unit, value.base_low) == ("USD", 0.45)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The rebels are believed to have 2,000-3,000 gunmen in the hills.", "gunmen"),
        ("About 60 well-trained local fighters took part.", "fighters"),
        ("The number of volunteers in the valley sometimes reaches four thousand.", "volunteers"),
        ("The strength of this faction, made up of tribal gunmen from the north, is put at six thousand.", "gunmen"),
        ("At least 43 killed in the blast.", "killed"),
        ("Two-thirds of the members agreed.", "members"),
        ("A 12-member panel met.", "member"),
        ("Eight customs officers were hurt.", "officers"),
        ("Hundreds of royal and private stables burnt.", "stables"),
        ("It fell silent despite two earlier legal opinions.", "opinions"),
        ("Eleven other GHSD men were charged.", "men"),
        ("Nine former or current employees wrote.", "employees"),
        ("Six of the harbour's eight lamps went out.", "lamps"),
        ("Two white, unmarked vans stood there.", "vans"),
        ("Several hundred angry, mostly elderly residents came.", "residents"),
        ("Seven US and British soldiers fell ill.", "soldiers"),
        ("Twelve dead, local officials say.", "dead"),
        ("One soldier and several cooks left.", "soldier"),
        ("Two men and a woman left.", "men"),
        ("None of the 32 cameras shows a face.", "cameras"),
        ("Before the war 30,000 people lived there.", "people"),
    ],
)
def test_what_is_counted(text: str, counted: str) -> None:
    value = found(text)[0].value
    assert isinstance(value, Quantity)
    assert value.counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The league falls from 58 seats to 39.", ["seats", "seats"]),
        ("The league has 39 seats, against 58 in the old council.", ["seats", "seats"]),
        ("The tax is 20 percent, against 39 before.", ["", ""]),
        ("The storm razed 214 houses and damaged 530 more, they said.", ["houses", "houses"]),
    ],
)
def test_a_number_that_is_compared_counts_the_same_things(text: str, counted: list[str]) -> None:
    assert [m.value.counted for m in found(text) if isinstance(m.value, Quantity)] == counted


def test_a_number_at_the_head_of_a_paragraph_or_line() -> None:
    text = "It came at dawn.\n\n1,043 people died in Gorda.\n230,000 houses fell.\n\n75 percent of all roads fell."
    assert [m.text for m in found(text)] == ["1,043", "230,000", "75 percent"]


def test_a_part_without_its_article() -> None:
    value = only("The lake gives water for third of the country.").value
    assert isinstance(value, Quantity)
    assert (round(value.low or 0, 2), value.counted) == (0.33, "country")
    assert only("He came to the third of the meetings.").kind == "ordinal"


def test_hedges_before_and_behind_are_kept() -> None:
    before = only("Their number sometimes reaches five thousand.").value
    behind = only("The group has 2,000-2,500 scouts, though the figure could be higher.").value
    assert isinstance(before, Quantity)
    assert isinstance(behind, Quantity)
    assert before.hedges == ("sometimes reaches",)
    assert behind.hedges == ("could be higher",)


def test_precision_is_half_the_step_of_the_last_digit() -> None:
    for text, precision in (
        ("6,000 goats", 500),
        ("35 goats", 0.5),
        ("1.2 million goats", 50_000),
        ("2.5 litres", 0.05),
    ):
        value = only(text).value
        assert isinstance(value, Quantity)
        assert value.precision == pytest.approx(precision)


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("A pause of 36 hours was agreed.", "36 hours", 36, "hour"),
        ("The decade-long quarrel ended.", "decade-long", 1, "decade"),
        ("A 61-year-old farmer was hurt.", "61-year-old", 61, "year"),
        ("They waited two hours and 30 minutes.", "two hours and 30 minutes", 2.5, "hour"),
    ],
)
def test_durations(text: str, span: str, value: float, unit: str) -> None:
    mention = only(text)
    assert (mention.text, mention.kind) == (span, "duration")
    assert isinstance(mention.value, Duration)
    assert mention.value.low == mention.value.high == pytest.approx(value)
    assert mention.value.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1701 was read aloud.",
        "An Airbus 320 taxied past.",
        "The sequel Iron Harvest 3 was cancelled.",
        "Call +44 20 7946 0958 now.",
        "The home side won 3-2 on Sunday.",
        "Omar Said, 47, declined to speak.",
        "1. Introduction",
        "See www.example.org/2020/page-17.html for more.",
        "No one came, and this one left.",
        "She would second the proposal.",
        "The T72 and the Su-35 stood idle.",
    ],
)
def test_no_quantities(text: str) -> None:
    assert [m.text for m in found(text) if m.kind != "duration"] == []


def test_small_faults_of_counted_things_clock_times_and_hyphens() -> None:
    def said(text: str) -> list[tuple[str, float | None, str]]:
        article = Article.from_text(text, published="2031-05-12")
        held = [(m, m.value) for m in find_mentions(article)]
        return [(m.text, v.low, v.counted) for m, v in held if isinstance(v, Quantity)]

    assert said("The blast kills 17, thousands leave their homes") == [("17", 17.0, ""), ("thousands", 2000.0, "")]
    assert said("He came at 1430 GMT and left at 17 GMT.") == []
    assert said("The fire began at around 6.20 pm on Tuesday.") == []
    assert said("It was a $2.6-million repair.")[0][:2] == ("$2.6-million", 2_600_000.0)


def test_an_accent_that_stands_alone_is_no_hyphen_and_no_empty_word() -> None:
    # folded, it is nothing at all, which is in every string of signs
    assert [m.kind for m in found("Pier 2\u0301a is shut.", "pt") if m.kind == "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Premier ministre a parlé.", "fr"),
        ("Il a vu le premier secrétaire du parti.", "fr"),
        ("El primer ministro habló con la primera dama.", "es"),
        ("O primeiro-ministro falou.", "pt"),
        ("Il primo ministro ha parlato.", "it"),
        ("De eerste minister sprak.", "nl"),
        ("Der Erste Bürgermeister sprach.", "de"),
        ("First Minister Ada Brenn spoke.", "en"),
    ],
)
def test_the_first_of_an_office_is_a_title(text: str, language: str) -> None:
    assert [m for m in found(text, language) if m.kind == "ordinal"] == []


def test_the_first_in_an_office_is_counted() -> None:
    assert only("She is the first minister to resign.").kind == "ordinal"
    assert only("C’est le premier tour.", "fr").kind == "ordinal"


def test_up_to_behind_and_is_a_limit() -> None:
    value = found("Bodies were taken from the water, and up to 30 people are feared missing.")[0].value
    assert isinstance(value, Quantity)
    assert (value.low, value.high) == (None, 30)


def test_portuguese_segundo_is_an_ordinal_only_behind_an_article() -> None:
    assert only("Segundo a polícia, o segundo barco afundou.", "pt").span.start == 21


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("In the raid 40 US soldiers died.", "soldiers"),
        ("Another 12 U.S. Marines were flown out.", "Marines"),
        ("More than 400 FLDS children were taken from the ranch.", "children"),
        ("The clinic has 300 AIDS patients.", "patients"),
        ("Some 12 IS fighters fled.", "fighters"),
        ("The company sold nine SUVs.", "SUVs"),
    ],
)
def test_whose_the_counted_are_is_not_what_is_counted(text: str, counted: str) -> None:
    (mention,) = find_quantities(Article.from_text(text, language="en"))
    assert (mention.kind, mention.value.counted) == ("number", counted)


def test_us_stands_for_dollars_only_with_their_sign() -> None:
    texts = ("It costs 40 US dollars.", "It costs US$40.")
    found = [find_quantities(Article.from_text(text, language="en")) for text in texts]
    assert [[(m.kind, m.value.unit) for m in mentions] for mentions in found] == [[("money", "USD")]] * 2
