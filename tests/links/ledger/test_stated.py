"""What the words right beside a number say it is, whichever of them stands last before it."""

from __future__ import annotations

import re

import pytest

from reader.links.ledger.claims.counting.before import Before
from reader.links.ledger.claims.counting.stated import stated
from reader.text import Span


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("of whom # were", "part"),
        ("Nine fell ill, among them at least # cooks", "part"),
        ("Nine fell ill, among whom some # were cooks", "part"),
        ("one of these\n# stayed", "part"),
        ("Then # of them left", "part"),
        ("Of the nine cooks, # fell ill", "part"),
        ("Of its nine cooks, only # fell ill", "part"),
        ("Of the # cooks nine fell ill", "whole"),
        ("Of their roughly # cooks nine fell ill", "whole"),
        ("nobody older than # may enter", "age"),
        ("girls aged between # and nine", "age"),
        ("a woman of # sang", "age"),
        ("A tremor of Magnitude # woke them", "magnitude"),
        ("its magnitude was # at first", "magnitude"),
        ("a magnitude, # at first", "magnitude"),
        ("a #-magnitude tremor", "magnitude"),
        ("a capacity of # guests", "capacity"),
        ("LICENSED TO CARRY # guests", "capacity"),
        ("built for a maximum of # guests", "capacity"),
        ("a certificate that is for # guests", ""),
        ("its certificate allows just # guests", "capacity"),
        ("a hall that seats about # guests", "capacity"),
        ("the lift can hold up to # guests", "capacity"),
        ("the tram carried nearly # passengers", "aboard"),
        ("a tram carrying # pupils", "aboard"),
        ("There were # people on board", "aboard"),
        ("A minibus with # people on the way to Brask", "aboard"),
        ("They met with # passengers", "aboard"),
        ("They met with # people", ""),
        ("The bakers sold # loaves", ""),
        ("# loaves", ""),
    ],
)
def test_the_words_beside_a_number_state_its_role(text: str, role: str) -> None:
    at = text.index("#")
    said = text.replace("#", "40")
    assert stated(said, Span(at, at + 2), elliptical=False, human=True, share=False) == role


def test_what_stands_before_is_sought_where_a_text_ends_in_one_of_its_words() -> None:
    aged = Before(r"\baged(?: about)? $", "aged about", re.IGNORECASE)
    assert aged.stands("a man (Aged ", "a man (aged")
    assert aged.stands("a man aged about ", "a man aged about")
    assert not aged.stands("a man aged over ", "a man aged over")
    assert not aged.stands("a talk about ", "a talk about")
