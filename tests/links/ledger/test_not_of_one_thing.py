"""Values that stand in sentences much alike and are still not of one thing: times, limits, datelines, shocks."""

from __future__ import annotations

import pytest

from reader.links.ledger.judging.known import Evidence
from reader.links.ledger.judging.sameness import judged
from reader.links.ledger.verdicts import judge_values
from tests.links.ledger.claimed import claims_of
from tests.links.ledger.test_standing_alone import rows, verdicts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Voters in Sorvia began to cast their ballots at 8:00 am local time (0300 GMT) on Sunday.",
            "Some 61 percent of the voters in Sorvia had cast their ballots as of 4:00 p.m. local time (1100 GMT).",
        ),
        (
            "The fire in the Brask dairy was extinguished by 7 a.m., the fire chief said.",
            "By 6:40 a.m. the fire in the Brask dairy was under control, the fire chief said.",
        ),
        (
            "Die Wähler in Sorvia gaben ihre Stimmen ab 8 Uhr ab, sagte die Wahlleiterin.",
            "Die Wähler in Sorvia konnten ihre Stimmen bis 18 Uhr abgeben, sagte die Wahlleiterin.",
        ),
    ],
)
def test_a_time_by_which_something_was_so_contradicts_no_other(a: str, b: str) -> None:
    assert [row for row in rows(a, b) if row.kind == "date" and row.verdict == "differ"] == []


def test_those_who_are_called_alike_are_set_against_each_other_before_those_who_are_as_many() -> None:
    said = "{} men with knives entered the post office of Lannick on Monday, locked {} clerks in the cellar and fled."
    found = rows(said.format("Two", "three"), said.format("Three", "two"))
    assert [row.verdict for row in found if row.kind == "quantity"] == ["differ", "differ"]


def test_two_times_at_which_one_thing_happened_differ() -> None:
    found = rows(
        "The call that the dairy in Brask was burning came in at 3:30 a.m., the fire chief said.",
        "The fire chief said the call that the dairy in Brask was burning came in at 3:50 a.m.",
    )
    assert [row.verdict for row in found] == ["differ"]


def test_the_first_magnitude_is_not_that_of_lesser_shocks() -> None:
    found = rows(
        "Sorvia was hit by a magnitude 6.1 earthquake on Wednesday that shook the capital Brask.",
        "A magnitude 6.1 earthquake shook Sorvia on Wednesday.\n\nSmaller earthquakes with a magnitude over 5.0 "
        "followed off the capital Brask.",
    )
    assert [row.reason for row in found if "5.0" in row.reason] == []
    assert any(row.label == "magnitude" and row.verdict == "agree" for row in found)


def test_stretches_that_only_overlap_where_one_is_open_say_nothing() -> None:
    found = rows(
        "Adem Corvin could be sentenced to up to 119 years in prison.",
        "All seven others who were prosecuted were sentenced to between six and 75 years in prison.",
    )
    assert [row for row in found if "119" in row.reason] == []


def test_a_day_beside_which_only_the_time_stands_is_that_of_the_account() -> None:
    """Both are datelines then, and neither is said to be part of what the other tells."""
    found = rows(
        "Driver charged in Brask, Manslaughter September 9, 2013 10:46 AM A van hit a woman in Brask on Sunday.",
        "9 September 2013\n\nVan hits woman\n\nA woman was hit by a van in Brask on Sunday.",
    )
    assert [row.reason for row in found if "belongs to a dateline" in row.reason] == []
    found = rows(
        "Quake in Brask\n\nThe earthquake shook Brask on 19 February 2013 at 04:17.",
        "Brask was shaken\n\nAn earthquake shook Brask on 19 February 2013.",
    )
    assert [row.verdict for row in found if row.kind == "date"] == ["agree"]


def test_what_two_sentences_share_is_more_than_that_something_had_been() -> None:
    """ "In 2007 the gang had driven …" beside "had recovered most of the haul in 2009"."""
    (one,) = claims_of("The gang had fled before, in 2007.")
    (other,) = claims_of("Most of the loot had come to light in 2009.")
    known = Evidence(0.12, 0.12, single=False, together=0.0, aligned=0.0, tallies=True)
    assert one.terms.keys() & other.terms.keys() == {"had"}
    assert judged(one, other, judge_values(one.value, other.value), known) is None


def test_what_an_index_gained_three_weeks_later_is_of_another_day() -> None:
    (gain,) = claims_of("Shares rose; the Brask Composite index gained 54 points.", published="2009-03-13")
    (later,) = claims_of("Shares rose; the Brask Composite index gained 39 points.", published="2009-04-03")
    (next_day,) = claims_of("Shares rose; the Brask Composite index gained 39 points.", published="2009-03-14")
    surely = Evidence(context=0.6, telling=0.6, single=True, together=0.8, aligned=0.8, tallies=True)
    assert judged(gain, later, judge_values(gain.value, later.value), surely) is None
    assert judged(gain, next_day, judge_values(gain.value, next_day.value), surely)


def test_what_an_aircraft_will_seat_is_not_whom_another_carried() -> None:
    found = rows(
        "The Corvin 9, the largest aircraft of Sorvia, flew from Brask to Orun on Monday with about 500 people aboard, "
        "its maker Halden said.",
        "Halden, the maker of aircraft in Brask, showed the Corvin 4 on Monday. The aircraft will seat between 210 and "
        "330 passengers.",
    )
    assert [row for row in found if "210" in row.reason] == []


def test_two_stretches_without_an_end_that_remain_are_not_of_one_thing() -> None:
    found = rows(
        "A jury in Brask found Adem Corvin guilty on Thursday.\n\nIt had deliberated for more than three hours.\n\n"
        "Corvin, 55, looked at the floor.\n\nHis lawyer Greta Halden left the court.",
        "Adem Corvin was found guilty by a jury in Brask on Thursday.\n\nHis voice drones on for well over two hours "
        "on a tape.\n\nThe 55-year-old Corvin looked at the floor.\n\nGreta Halden, his lawyer, left the court.",
    )
    assert [row for row in found if "hours" in row.reason] == []


def test_a_place_that_opened_once_and_is_closed_now_is_closed_in_both_accounts() -> None:
    found = rows(
        "The swimming pool of Brask, which opened in 2006, stays closed until 15 March, the town said.",
        "The swimming pool of Brask will be closed until 15 March, a spokesman of the town said.",
    )
    assert [row.verdict for row in found if "15 March" in row.reason] == ["agree"]


@pytest.mark.parametrize(("together", "joined"), [(0.45, False), (0.6, True)])
def test_a_small_count_may_be_the_same_by_chance(together: float, joined: bool) -> None:
    one, other = claims_of("Two men spoke.")[0], claims_of("The mayor named two men.")[0]
    known = Evidence(context=0.1, telling=0.05, single=True, together=together, aligned=together, tallies=False)
    assert bool(judged(one, other, judge_values(one.value, other.value), known)) == joined


@pytest.mark.parametrize(("published", "joined"), [("2021-05-16", True), ("2021-09-16", False)])
def test_two_shocks_months_apart_are_two(published: str, joined: bool) -> None:
    one = claims_of("A quake of magnitude 6.1 struck Orvo on 14 May.", published="2021-05-15")
    other = claims_of(f"A quake of magnitude 4.6 struck Orvo on {published}.", published=published)
    first, second = (next(claim for claim in held if claim.role == "magnitude") for held in (one, other))
    known = Evidence(context=0.3, telling=0.3, single=True, together=0.8, aligned=0.8, tallies=True)
    assert bool(judged(first, second, judge_values(first.value, second.value), known)) == joined


def test_how_far_it_is_and_how_far_one_could_see_are_not_set_against_each_other() -> None:
    accounts = (
        "A helicopter fell into Lake Brask on Monday and eight people drowned. The mayor of Brask, Olga Trent, spoke "
        "of a black day. The helicopter had left the airport of Lannick at noon. Divers found it on Tuesday. Rangers "
        "who saw it fall stood 200 metres from the shore.",
        "Fog had come down so fast that nobody could see further than 150 metres. Eight people drowned when a "
        "helicopter fell into Lake Brask on Monday. Mayor Olga Trent called it a black day for Brask. It had left "
        "Lannick airport at noon. It was found by divers on Tuesday.",
    )
    assert [row for row in rows(*accounts) if "200 metres" in row.reason] == []


def test_how_long_a_ship_is_is_not_how_long_a_hole_in_it_is() -> None:
    ship = "The tanker, which is 140 metres long, was struck by the ferry."
    assert rows(ship, "The tanker was struck by the ferry and has a gash four metres long.") == []
    assert verdicts(rows(ship, "The tanker, which was struck by the ferry, is 120 metres long."), "140") == ["differ"]


def test_two_who_died_are_not_the_hundreds_of_their_trade() -> None:
    (one,) = claims_of("Some 630 firefighters were at work.")
    (other,) = claims_of("Two firefighters died.")
    known = Evidence(0.6, 0.5, single=True, together=0.6, aligned=0.6, tallies=True)
    assert judged(one, other, judge_values(one.value, other.value), known) is None


@pytest.mark.parametrize(
    "said", ["Ada Brenn told reporters on 4 June 2024", "said Ada Brenn in a statement on 4 June 2024"]
)
def test_the_day_something_was_said_contradicts_no_day_it_happened(said: str) -> None:
    one = "Twelve miners were trapped in the salt mine of Sorvia on Monday, 3 June 2024, the governor Ada Brenn said."
    other = "Eleven men are still trapped in the burning salt mine of Sorvia, {}."
    assert [row.verdict for row in rows(one, other.format(said)) if row.kind == "date"] == []
    fell = other.format("where they were trapped on 4 June 2024, said Ada Brenn")
    assert [row.verdict for row in rows(one, fell) if row.kind == "date"] == ["differ"]


def test_other_charges_are_not_all_of_them() -> None:
    one = "Ada Brenn, 61, was found guilty on 14 of 19 counts by the court in Sorvia."
    other = "Ada Brenn was convicted by the court in Sorvia of 14 charges of fraud and cleared of five others."
    assert [row.verdict for row in rows(one, other)] == ["agree"]


def test_a_sum_that_an_account_gives_as_well_is_not_denied_by_another_of_its_sums() -> None:
    one = (
        "A Lisbon court on Tuesday sentenced former minister Rui Valadares to seven years in prison for taking bribes "
        "worth 2.3 million euros from Obras Ibero. Valadares, 61, was found guilty on 14 of 19 counts.\n\n"
        "“This is a political trial,” he told reporters. His lawyer, Ana Pires, said she would appeal.\n\n"
        "Prosecutors had asked for nine years. The bridge over the Tagus, which opened in May 2019, cost 180 million "
        "euros, almost twice the original estimate of 95 million.\n\nShares in Obras Ibero fell 6.5 percent."
    )
    other = (
        "O antigo ministro Rui Valadares foi condenado esta terça-feira a sete anos de prisão por ter recebido "
        "subornos de 2,3 milhões de euros da Obras Ibero. Valadares, de 61 anos, foi considerado culpado de 14 dos 19 "
        "crimes.\n\n«Este é um julgamento político», disse aos jornalistas. A advogada, Ana Pires, vai recorrer.\n\n"
        "O Ministério Público tinha pedido nove anos. A ponte sobre o Tejo, inaugurada em maio de 2019, custou 180 "
        "milhões de euros.\n\nAs ações da Obras Ibero caíram 6,5%."
    )
    assert [row for row in rows(one, other, published="2023-09-12") if "95 million" in row.reason] == []
