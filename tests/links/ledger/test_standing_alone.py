"""Numbers that stand alone for each other in aligned passages, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.links import LedgerRow, compare
from reader.text import Article


def rows(a: str, b: str, **more: str) -> list[LedgerRow]:
    """The rows of two texts that join both, but for names."""
    articles = [Article.from_text(text, key=key, **more) for key, text in (("a", a), ("b", b))]  # type: ignore[arg-type]
    return [row for row in compare(articles).ledger if row.kind != "entity" and len(row.cells) > 1]


def verdicts(found: Sequence[LedgerRow], said: str) -> list[str]:
    return [row.verdict for row in found if said in row.reason]


def test_the_one_number_of_seats_here_and_there() -> None:
    found = rows(
        "The Harbour League falls from 58 seats to 39. The Lantern Party takes seven seats in Kirvane.",
        "The Harbour League keeps 39 seats, against 58 before. The Lantern Party enters with eight seats in Kirvane.",
    )
    assert verdicts(found, "39") == ["agree"]
    assert verdicts(found, "58") == ["agree"]
    assert verdicts(found, "eight") == ["differ"]


def test_a_distance_is_not_the_length_of_what_lies_there() -> None:
    found = rows(
        "Eight kilometres from Lusovo the flood washed away the railway.",
        "Nearly 5 kilometres of railway near Lusovo were washed away by the flood.",
    )
    assert found == []


def test_what_was_compared_with_lies_in_another_year() -> None:
    found = rows(
        "Turnout in Kirvane was 61 percent, up from 54 percent four years ago.",
        "In Kirvane the turnout reached 60.7 percent on Sunday. In 2019 it had been 54 percent.",
        published="2023-10-09",
    )
    assert verdicts(found, "60.7") == ["compatible"]
    assert verdicts(found, "54") == ["agree"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Forty people were treated in the hospital of Brask.",
            "In Brask 40 were treated, of whom nine are still there.",
        ),
        ("Marsh fever has infected 312 people in Orun.", "In Orun nine new cases of marsh fever were found."),
        ("The flood in Orun killed 48 people.", "In 1997 a flood in Orun killed 1,250 people."),
    ],
)
def test_a_part_an_increase_and_an_older_story_are_not_the_tally(a: str, b: str) -> None:
    assert "differ" not in [row.verdict for row in rows(a, b, published="2019-04-12")]


def test_the_day_a_thing_was_said_is_not_the_day_it_is_of() -> None:
    found = rows(
        "The fund gave $2,000 to each family of the dead in Sarpur, the minister said on Tuesday.",
        "Each family of the dead in Sarpur got $1,500 from the fund, the minister said on Sunday.",
        published="2018-06-12",
    )
    assert verdicts(found, "$1,500") == ["differ"]


def test_a_dateline_is_no_subject() -> None:
    found = rows(
        "VARGAS, 15 September 2024 - Some 85 people were arrested near the parliament on Saturday.",
        "At Liberty Square near the parliament 200 people were arrested on Saturday.",
        published="2024-09-15",
    )
    assert verdicts(found, "200") == ["differ"]


def test_the_level_of_an_index_is_that_of_its_day() -> None:
    monday = "May 3, 2010\n\nThe Brask index lost 25.15 points and closed at 1,442.82."
    friday = "August 6, 2010\n\nThe Brask index lost 74.15 points and closed at 2,725.16."
    assert rows(monday, friday) == []
    same_day = "May 3, 2010\n\nThe Brask index lost 74.15 points and closed at 1,393.82."
    assert verdicts(rows(monday, same_day), "74.15") == ["differ"]


def test_distances_from_two_towns_are_two_distances() -> None:
    found = rows(
        "The quake near Brask was centred 13 miles east of Kirvane.",
        "The quake near Brask was centred 23 miles north of Lusovo.",
    )
    assert found == []


def test_a_row_quotes_the_values_that_differ() -> None:
    found = rows(
        "Dozens injured in Orun quake\n\nThe quake in Orun injured dozens. Around 30 people were injured in Tasse.",
        "Dozens injured in Orun quake\n\nThe quake in Orun injured at least 50 people.",
    )
    for row in found:
        assert not (row.verdict == "differ" and "A and B say Dozens" in row.reason)


def test_a_quotation_translated_twice_is_one_statement() -> None:
    found = rows(
        "“The gates were shut in time, and the horns sounded,” said Colonel Idris Benfadel, who leads the guard.",
        "The colonel Idriss Ben Fadel, who leads the guard, declared that “the sluices have been shut in time”.",
    )
    assert verdicts(found, "sluices") == ["compatible"]
    apart = rows(
        "“The gates were shut in time, and the horns sounded,” said Colonel Idris Benfadel of the guard.",
        "Colonel Idris Benfadel of the guard said: “We shall count the sheep when the snow is gone.”",
    )
    assert verdicts(apart, "quotes") == []


def test_a_fraction_and_a_percentage_that_rounds_to_it() -> None:
    found = rows(
        "The Tolvik reservoir was 92 percent full before the storm.",
        "The Tolvik reservoir was full to nine tenths before the storm.",
    )
    assert verdicts(found, "nine tenths") == ["agree"]


def test_a_source_that_corrects_itself_speaks_with_its_last_word() -> None:
    first = "The paper said a repair worth $2.4 million in Orun had been approved but never begun."
    third = (
        "In a letter the engineers put the cost of the repair in Orun at 3.4 million dollars. "
        "The paper had first given the sum as $2.4 million."
    )
    (row,) = rows(first, third)
    assert row.verdict == "differ"
    assert "3.4 million" in row.reason and "B takes back “$2.4 million”" in row.reason


def test_how_things_stand_now_is_no_contradiction_of_how_they_stood() -> None:
    before = Article.from_text("The Tolvik reservoir was 92 percent full.", key="a", published="2025-03-14")
    later = Article.from_text("The Tolvik reservoir is now less than half full.", key="b", published="2025-03-25")
    found = [row.verdict for row in compare([before, later]).ledger if row.kind != "entity"]
    assert "differ" not in found


def test_what_befell_the_counted_is_known_in_other_languages() -> None:
    english = Article.from_text(
        "A bus of Andina Sur fell into a ravine near Calarca and killed 23 people. The crash injured 19 others.",
        key="a", language="en", published="2019-08-13",
    )  # fmt: skip
    spanish = Article.from_text(
        "Un autobús de Andina Sur cayó a un barranco cerca de Calarca: murieron 23 personas y hubo 31 heridos.",
        key="b", language="es", published="2019-08-13",
    )  # fmt: skip
    found = [row for row in compare([english, spanish]).ledger if row.kind == "quantity"]
    assert verdicts([row for row in found if len(row.cells) > 1], "23") == ["agree"]
    assert verdicts([row for row in found if len(row.cells) > 1], "31") == ["differ"]


def test_rates_go_with_rates_and_ages_with_nobody_else() -> None:
    found = rows(
        "The strike at Bromag costs 12 million euros a day, Ulla Kern of Bromag said.",
        "The strike at Bromag has cost 90 million euros, Ulla Kern of Bromag said.",
    )
    assert found == []
    found = rows(
        "Jorn Halvik delivered a 55-minute speech in the court of Larnia.",
        "The 55-year-old Jorn Halvik spoke in the court of Larnia.",
    )
    assert found == []


def test_since_a_day_of_the_story_is_no_total_of_years() -> None:
    found = rows(
        "The storm Hedda has killed six people on the coast of Norrholm.",
        "The storm Hedda has killed nine people on the coast of Norrholm since it came on 24 January 2021.",
        published="2021-01-27",
    )
    assert verdicts(found, "nine") == ["differ"]


def test_how_long_a_thing_took_is_not_how_long_ago_it_was() -> None:
    found = rows(
        "Customers of Harmon Trust took out a third of their savings in four days before it was closed.",
        "Three days after Harmon Trust was closed its customers ask for their savings.",
    )
    assert "differ" not in [row.verdict for row in found]


def test_a_row_takes_in_no_value_of_what_befell_otherwise() -> None:
    found = rows(
        "The warning reached Mayor Ruth Calder of Ellsworth forty minutes before the flood wave.",
        "Mayor Ruth Calder of Ellsworth said the warning had come for forty minutes before the flood wave.",
        published="2021-05-15",
    )
    assert verdicts(found, "forty") == ["agree"]
    apart = rows(
        "The warning reached Mayor Ruth Calder of Ellsworth two hours before the flood.",
        "An engineer told Mayor Ruth Calder of Ellsworth that the warning came two days late.",
        published="2021-05-15",
    )
    assert verdicts(apart, "two days") == []
