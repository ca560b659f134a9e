"""Sentences that say all but the same: equal values of theirs are of one thing, whatever place either names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.links.ledger.claims.counting.stated import stated
from reader.links.ledger.judging.known import Evidence
from reader.links.ledger.judging.sameness import judged
from reader.links.ledger.verdicts import judge_values
from reader.text import Span
from tests.links.ledger.claimed import claims_of
from tests.links.ledger.test_standing_alone import rows, verdicts


def test_a_day_told_in_all_but_the_same_words_is_one_though_the_town_and_the_country_are_named() -> None:
    one, other = (
        claims_of(f"A jury in {place} found the baker guilty on Thursday.", published="")[0]
        for place in ("Brask", "Sorvia")
    )
    other = replace(other, subject="E9", entities=frozenset({"E9"}))
    equal = judge_values(one.value, other.value)
    assert judged(one, other, equal, Evidence(0.7, 0.6, single=False, together=0.9, aligned=0.9))
    assert judged(one, other, equal, Evidence(0.7, 0.2, single=False, together=0.9, aligned=0.9)) is None


@pytest.mark.parametrize(("telling", "alike"), [(0.6, True), (0.3, False)])
def test_numbers_of_other_places_are_one_only_where_the_words_are_the_same(telling: float, alike: bool) -> None:
    (one,) = claims_of("In Orun the tremor destroyed 320 barns.")
    (other,) = claims_of("In Brask the tremor destroyed 320 barns.")
    other = replace(other, subject="E9", entities=frozenset({"E9"}))
    known = Evidence(0.7, telling, single=False, together=0.9, aligned=0.9)
    assert (judged(one, other, judge_values(one.value, other.value), known) is not None) == alike


def test_all_seven_of_those_who_were_tried_are_the_seven_who_were_tried() -> None:
    found = rows(
        "Eleven men of the sect in Brask were charged. All seven of those who have been prosecuted were convicted, "
        "receiving prison sentences of between six and 75 years.",
        "In Brask 11 men of the sect were charged. So far, all seven who have been prosecuted have been convicted, "
        "receiving prison sentences of between six and 75 years.",
    )
    assert verdicts(found, "seven") == ["agree"]
    (some,) = claims_of("Three of those who fled were caught.")
    assert (some.role, some.counted) == ("part", "person")


@pytest.mark.parametrize(
    "text",
    [
        "two quakes, measuring # and 7.4, struck",
        "tremors that measured #",
        "quakes measuring 7.4 and #",
        "# and 7.5 magnitude quakes",
        "magnitudes of #",
    ],
)
def test_what_a_shock_measured_is_its_magnitude(text: str) -> None:
    at = text.index("#")
    said = text.replace("#", "7.6")
    assert stated(said, Span(at, at + 3), elliptical=True, human=True, share=False) == "magnitude"


def test_a_magnitude_since_some_day_is_no_total() -> None:
    found = rows(
        "A team left for Brask after two quakes, measuring 7.6 and 7.4, struck west of Orun on 4 January.",
        "It was the latest of the tremors in Brask since a 7.6 magnitude quake struck west of Orun on 4 January.",
        published="2021-01-15",
    )
    assert verdicts(found, "7.6") == ["agree"]


def test_an_open_limit_on_those_caught_says_nothing_of_others_who_came() -> None:
    (one,) = claims_of("Four men drove a lorry into the shop.")
    (other,) = claims_of("Police arrested at least two men in the shop.")
    known = Evidence(0.29, 0.21, single=False, together=0.42, aligned=0.42)
    assert judged(one, other, judge_values(one.value, other.value), known) is None


def test_the_hour_behind_the_date_of_a_report_is_when_it_was_put_out() -> None:
    claims = claims_of("Quake shakes Brask\n\nMarch 14, 2021 | 8:16 am A magnitude 4.6 earthquake struck Brask today.")
    assert [claim.aside for claim in claims if claim.mention.text == "8:16 am"] == ["time stamp"]


def test_hours_in_accounts_of_different_months_that_name_nothing_in_common_are_of_two_events() -> None:
    (one,) = (
        c for c in claims_of("The tremor in Brask struck at 8:16 am.", published="2021-03-14") if c.kind == "date"
    )
    (other,) = (c for c in claims_of("It struck at 7:37 am in Orun.", published="2021-07-02") if c.kind == "date")
    other = replace(other, subject="", entities=frozenset({"E9"}))
    known = Evidence(0.3, 0.3, single=False, together=0.4, aligned=0.4, tallies=True)
    assert judged(one, other, judge_values(one.value, other.value), known) is None


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("Trial ends\non August 4, 2011 11:41am A jury in Brask found Corvin guilty.", ["dateline", "time stamp"]),
        ("On 4 August 2011 at 5:46 PM a jury in Brask found Corvin guilty.", ["", ""]),
    ],
)
def test_a_day_and_its_hour_are_a_stamp_on_a_line_of_their_own_and_told_in_a_sentence(
    text: str, asides: list[str]
) -> None:
    assert [claim.aside for claim in claims_of(text) if claim.kind == "date"] == asides
