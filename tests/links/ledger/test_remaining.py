"""What remains in two accounts of one event when all else has its counterpart."""

from __future__ import annotations

import pytest

from tests.links.ledger.test_standing_alone import rows, verdicts

ONE = """The bridge over the Tarn at Ellsworth collapsed on Friday morning under a lorry loaded with steel.
Nine people fell into the river Tarn and four of them drowned, Mayor Ruth Calder said at Ellsworth town hall.
The bridge at Ellsworth had been inspected in spring by engineers of the county, who found cracks in two beams.
Police divers from Harwick searched the river Tarn for the lorry and its driver.
"""
OTHER = """Under the weight of a lorry loaded with steel the bridge over the Tarn gave way at Ellsworth on Friday.
Mayor Ruth Calder of Ellsworth said four people drowned of the nine who fell into the river.
County engineers, who inspected the bridge at Ellsworth in spring, had found cracks in the beams.
In the river Tarn, police divers from Harwick looked for the driver and his lorry.
"""


@pytest.mark.parametrize(
    ("one", "other", "said", "verdict"),
    [
        ("Rebuilding it may take 18 months.", "Nobody can cross for two years.", "18 months", "differ"),
        ("Shops nearby lost power for forty hours.", "The lights stayed out for 40 hours.", "40 hours", "agree"),
        ("Sixteen lamps went dark.", "All at once twenty lanterns were out.", "sixteen", "differ"),
        ("At noon the sirens fell silent.", "Trains moved again at 2 p.m.", "2 p.m", "differ"),
        (
            "The river Tarn at Ellsworth is to be cleared of steel by 20 May.",
            "By 24 May no steel shall lie in the river Tarn at Ellsworth.",
            "24 May",
            "differ",
        ),
    ],
)
def test_the_only_one_of_its_kind_here_and_there(one: str, other: str, said: str, verdict: str) -> None:
    found = rows(ONE + one, OTHER + other, published="2021-05-15")
    assert verdicts(found, said) == [verdict]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Two judges will look into it.", "Two pensioners brought flowers.", "two judges"),
        ("Rebuilding it may take 18 months.", "It stood for forty years.", "18 months"),
        ("Rebuilding it may take 18 months.", "It may take two years, or 14 months, some say.", "18 months"),
        ("A guard aged 61 saw it.", "A nurse, 58, called for help.", "61"),
        ("The vote is on 12 June.", "A concert for its builders is planned for 30 August.", "30 August"),
        ("It had cracked twice.", "The lorry hooted three times.", "twice"),
    ],
)
def test_what_may_be_of_several_things_stays_alone(one: str, other: str, said: str) -> None:
    assert verdicts(rows(ONE + one, OTHER + other, published="2021-05-15"), said) == []


def test_accounts_of_two_events_are_not_searched_for_what_remains() -> None:
    found = rows(ONE + "Rebuilding it may take 18 months.", "In Vardo a ferry is out of service for two years.")
    assert found == []


@pytest.mark.parametrize("stamp", ["Published Friday, May 14, 2021 5:55PM EDT", "14:20 GMT 14 May 2021"])
def test_the_time_an_account_was_put_out_is_no_time_of_its_event(stamp: str) -> None:
    found = rows(f"{stamp}\n\n{ONE}", f"Updated 14 May 2021 6:30 PM\n\n{OTHER}", published="2021-05-15")
    assert not [row for row in found if row.kind == "date" and ":" in row.label + row.reason.partition(": ")[0]]
    same_hour = rows(f"{stamp}\n\n{ONE}", f"{stamp}\n\n{OTHER}", published="2021-05-15")
    assert not [row for row in same_hour if "time of day" in row.reason]


def test_of_several_measures_the_same_ones_are_set_together_first() -> None:
    one = ONE + "The county engineer wants 18 months for the rebuilding. A ferry could be had within 20 months."
    other = OTHER + "Shopkeepers at Ellsworth count on 18 months. A new quay may be there in two years."
    found = rows(one, other, published="2021-05-15")
    assert verdicts(found, "18 months") == ["agree"]
    assert verdicts(found, "20 months") == ["differ"]


def test_the_rise_that_begins_on_another_day_is_the_same_rise() -> None:
    one = "Tram fares in Ellsworth rise by 4 percent on 1 July 2021, Mayor Ruth Calder told the county council."
    other = (
        "Mayor Ruth Calder told the county council that tram fares in Ellsworth rise by 6 percent on 1 October 2021."
    )
    assert "differ" in verdicts(rows(ONE + one, OTHER + other, published="2021-05-15"), "6 percent")


def test_a_day_on_which_something_was_said_is_one_day_however_it_is_called() -> None:
    one = "County engineers told Mayor Ruth Calder about cracks in the beams on Wednesday."
    other = "On 12 May county engineers had told Mayor Ruth Calder of cracks in the beams, she said."
    assert verdicts(rows(one, other, published="2021-05-15"), "12 May") == ["agree"]


def test_a_sum_takes_the_currency_that_the_other_account_gives() -> None:
    one = "The county will sell the wreck of the bridge at Ellsworth for 41 million pounds, Mayor Ruth Calder said."
    other = "The wreck of the bridge at Ellsworth, Mayor Ruth Calder said, will be sold by the county for 41 million."
    for first, second in ((ONE + one, OTHER + other), (OTHER + other, ONE + one)):
        assert verdicts(rows(first, second, published="2021-05-15"), "41 million pounds") == ["agree"]


def test_now_is_not_the_day_of_something() -> None:
    one = "The engineers of the county gave Mayor Ruth Calder their paper on Saturday."
    other = "Mayor Ruth Calder now has the paper of the engineers of the county."
    assert verdicts(rows(ONE + one, OTHER + other, published="2021-05-15"), "now") == []


STRANGER = """Under the weight of a lorry loaded with steel the bridge over the Ouse gave way at Marden on Friday.
Mayor Ann Pell of Marden said three people drowned of the eight who fell into the river.
Borough engineers, who inspected the bridge at Marden in spring, had found cracks in the beams.
In the river Ouse, police divers from Selby looked for the driver and his lorry.
"""


def test_of_accounts_that_share_no_name_nothing_remains_for_each_other() -> None:
    assert rows(ONE + "Sixteen lamps went dark.", STRANGER + "All at once twenty lanterns were out.") == []
